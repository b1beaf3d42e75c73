<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About Call Notifier</source>
        <translation>Info zu Call Notifier</translation>
    </message>
    <message>
        <source>Call Notifier {version}</source>
        <translation>Call Notifier {version}</translation>
    </message>
    <message>
        <source>It tells you, before a call, how the call will go.</source>
        <translation>Sagt Ihnen vor einem Anruf, wie er verlaufen wird.</translation>
    </message>
    <message>
        <source>&amp;More about it…</source>
        <translation>&amp;Mehr dazu…</translation>
    </message>
    <message>
        <source>What it is made of, and under which licences</source>
        <translation>Bestandteile und ihre Lizenzen</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Lizenztext</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Installed as a Debian package.</source>
        <translation>Als Debian-Paket installiert.</translation>
    </message>
    <message>
        <source>Installed as an RPM package.</source>
        <translation>Als RPM-Paket installiert.</translation>
    </message>
    <message>
        <source>Installed by Windows Installer.</source>
        <translation>Mit Windows Installer installiert.</translation>
    </message>
    <message>
        <source>Installed as a macOS package.</source>
        <translation>Als macOS-Paket installiert.</translation>
    </message>
    <message>
        <source>Not installed by a package.</source>
        <translation>Nicht als Paket installiert.</translation>
    </message>
    <message>
        <source>Forecasts by the model {name}.</source>
        <translation>Vorhersagen durch das Modell {name}.</translation>
    </message>
    <message>
        <source>Under the Apache License, version 2.0.</source>
        <translation>Lizenziert unter der Apache License, Version 2.0.</translation>
    </message>
    <message>
        <source>This licence came without its text.</source>
        <translation>Der Text dieser Lizenz wurde nicht mitgeliefert.</translation>
    </message>
</context>
<context>
    <name>AmountStep</name>
    <message>
        <source>Set by your organisation.</source>
        <translation>Von Ihrer Organisation festgelegt.</translation>
    </message>
    <message>
        <source>Most tests are tiny. About once an hour, and where something has changed, a larger one measures the bandwidth. During a call nothing is tested.</source>
        <translation>Die meisten Tests sind winzig. Etwa einmal pro Stunde und nach Veränderungen misst ein größerer die Bandbreite. Während eines Anrufs wird nicht getestet.</translation>
    </message>
    <message>
        <source>How often?</source>
        <translation>Wie oft?</translation>
    </message>
    <message>
        <source>{megabytes} MB a day</source>
        <translation>{megabytes} MB pro Tag</translation>
    </message>
    <message>
        <source>no tests by themselves</source>
        <translation>keine automatischen Tests</translation>
    </message>
    <message>
        <source>Tiny tests only</source>
        <translation>Nur winzige Tests</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Alle Tests</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>Keine Tests</translation>
    </message>
    <message>
        <source>Never &amp;more than</source>
        <translation>&amp;Nie mehr als</translation>
    </message>
    <message>
        <source>Where data costs &amp;extra</source>
        <translation>Wo Daten &amp;extra kosten</translation>
    </message>
    <message>
        <source>Tests you ask for are always made. All of this can be changed in the settings.</source>
        <translation>Tests, die Sie selbst auslösen, werden immer ausgeführt. All das lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>Jede Sekunde: etwa {megabytes} MB pro Tag</numerusform>
            <numerusform>Alle %n Sekunden: etwa {megabytes} MB pro Tag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>Jede Minute: etwa {megabytes} MB pro Tag</numerusform>
            <numerusform>Alle %n Minuten: etwa {megabytes} MB pro Tag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>Welcome to Call Notifier</source>
        <translation>Willkommen bei Call Notifier</translation>
    </message>
    <message>
        <source>Call Notifier</source>
        <translation>Call Notifier</translation>
    </message>
    <message>
        <source>Which server do your calls use?</source>
        <translation>Welchen Server nutzen Ihre Anrufe?</translation>
    </message>
    <message>
        <source>How often, and how much data?</source>
        <translation>Wie oft und mit wie vielen Daten?</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>Immer dabei</translation>
    </message>
    <message>
        <source>La&amp;ter</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>Schritt {number} von {total}</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertigstellen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>The password of {server} could not be kept: {reason}</source>
        <translation>Das Passwort für {server} konnte nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>The settings are saved, but the start at log-in could not be changed: {reason}. Clear that box, or try again.</source>
        <translation>Die Einstellungen sind gespeichert, aber der Start bei der Anmeldung ließ sich nicht ändern: {reason}. Schalten Sie diese Option aus oder versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>BrowsersPane</name>
    <message>
        <source>Browsers</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>The browser&apos;s extension tells of calls on web pages. A browser finds this program once it is registered there.</source>
        <translation>Die Browsererweiterung meldet Anrufe auf Webseiten. Ein Browser findet dieses Programm, sobald es dort registriert ist.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
    <message>
        <source>{action}: {browser}</source>
        <translation>{action}: {browser}</translation>
    </message>
    <message>
        <source>No browser was found that the extension works in.</source>
        <translation>Es wurde kein Browser gefunden, in dem die Erweiterung läuft.</translation>
    </message>
    <message>
        <source>It is a Flatpak, which can&apos;t start other programs. The same browser from a package of the system can.</source>
        <translation>Ist ein Flatpak und kann keine anderen Programme starten. Derselbe Browser aus einem Paket des Systems kann es.</translation>
    </message>
    <message>
        <source>Registered wrongly: register it again.</source>
        <translation>Falsch registriert: Registrieren Sie ihn erneut.</translation>
    </message>
    <message>
        <source>Not registered.</source>
        <translation>Nicht registriert.</translation>
    </message>
    <message>
        <source>Registered.</source>
        <translation>Registriert.</translation>
    </message>
    <message>
        <source>Registered by your organisation, for everybody on this computer.</source>
        <translation>Von Ihrer Organisation für alle Benutzer dieses Computers registriert.</translation>
    </message>
    <message>
        <source>It is a snap: only Ubuntu&apos;s Firefox starts other programs, once it is allowed to.</source>
        <translation>Ist ein Snap: Nur Firefox aus Ubuntu startet andere Programme, sobald ihm das erlaubt wurde.</translation>
    </message>
    <message>
        <source>The file there is from another program, and stays.</source>
        <translation>Die vorhandene Datei stammt von einem anderen Programm und bleibt unverändert.</translation>
    </message>
    <message>
        <source>Now load the extension: open about:debugging#/runtime/this-firefox in Firefox, choose “Load Temporary Add-on…” and the file {file}.</source>
        <translation>Laden Sie nun die Erweiterung: Öffnen Sie in Firefox about:debugging#/runtime/this-firefox, wählen Sie „Temporäres Add-on laden…“ und dann die Datei {file}.</translation>
    </message>
    <message>
        <source>Now load the extension: open {address} in {browser}, switch on “Developer mode”, choose “Load unpacked” and the folder {folder}.</source>
        <translation>Laden Sie nun die Erweiterung: Öffnen Sie in {browser} die Adresse {address}, schalten Sie den „Entwicklermodus“ ein, wählen Sie „Entpackte Erweiterung laden“ und dann den Ordner {folder}.</translation>
    </message>
    <message>
        <source>Not done: {reason}.</source>
        <translation>Nicht ausgeführt: {reason}.</translation>
    </message>
</context>
<context>
    <name>CallDetails</name>
    <message>
        <source>Details of the chosen call</source>
        <translation>Details zum gewählten Anruf</translation>
    </message>
    <message>
        <source>&amp;How was it?</source>
        <translation>W&amp;ie war der Anruf?…</translation>
    </message>
    <message>
        <source>Delete th&amp;is call</source>
        <translation>Anruf lös&amp;chen</translation>
    </message>
    <message>
        <source>Choose a call to see how it went.</source>
        <translation>Wählen Sie einen Anruf, um zu sehen, wie er verlaufen ist.</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>Qualität unbekannt</translation>
    </message>
    <message>
        <source>What it got</source>
        <translation>Erreichte Qualität</translation>
    </message>
    <message>
        <source>The call itself</source>
        <translation>Der Anruf selbst</translation>
    </message>
    <message>
        <source>{time}, {length}</source>
        <translation>{time}, {length}</translation>
    </message>
    <message>
        <source>It was too short, or said too little, to be judged.</source>
        <translation>Er war zu kurz oder lieferte zu wenige Angaben, um beurteilt zu werden.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Kurz gefasst</translation>
    </message>
    <message>
        <source>By the same table as the forecasts, from the figures below.</source>
        <translation>Nach derselben Tabelle wie die Vorhersagen, aus den Werten unten.</translation>
    </message>
    <message>
        <source>Could send</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>What the sender found to be there for it, half of the time. Below 2 Mbit/s there is not enough for everything, below 0.06 Mbit/s for nothing.</source>
        <translation>Was dem Sender die Hälfte der Zeit mindestens zur Verfügung stand. Unter 2 Mbit/s reicht es nicht für alles, unter 0,06 Mbit/s für nichts.</translation>
    </message>
    <message>
        <source>Sound lost</source>
        <translation>Fehlender Ton</translation>
    </message>
    <message>
        <source>What had to be made up because it came too late or not at all.</source>
        <translation>Was ersetzt werden musste, weil es zu spät oder gar nicht ankam.</translation>
    </message>
    <message>
        <source>Picture stood</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <source>How much of the time the picture stood still.</source>
        <translation>Wie viel der Zeit das Bild stillstand.</translation>
    </message>
    <message>
        <source>Delay one way</source>
        <translation>Einfache Laufzeit</translation>
    </message>
    <message>
        <source>Half the round trip. From 200 ms on, people talk into each other.</source>
        <translation>Die halbe Umlaufzeit. Ab 200 ms fällt man sich gegenseitig ins Wort.</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>{forecast} ({percent} sure)</source>
        <translation>{forecast} (zu {percent} sicher)</translation>
    </message>
    <message>
        <source>What was told of the network when the call began; right where the call had its colour.</source>
        <translation>Was zu Beginn des Anrufs über das Netzwerk gemeldet war; richtig, wenn der Anruf die Farbe der Vorhersage hatte.</translation>
    </message>
    <message>
        <source>C&amp;hange this…</source>
        <translation>&amp;Bewertung ändern…</translation>
    </message>
    <message>
        <source>What was said of it</source>
        <translation>Ihre Bewertung</translation>
    </message>
    <message>
        <source>{stars}: {word}</source>
        <translation>{stars}: {word}</translation>
    </message>
    <message>
        <source>sound {stars}</source>
        <translation>Ton {stars}</translation>
    </message>
    <message>
        <source>picture {stars}</source>
        <translation>Bild {stars}</translation>
    </message>
    <message>
        <source>screen {stars}</source>
        <translation>Bildschirm {stars}</translation>
    </message>
    <message>
        <source>Connection {number} of {all}: {usage}</source>
        <translation>Verbindung {number} von {all}: {usage}</translation>
    </message>
    <message>
        <source>The connection: {usage}</source>
        <translation>Die Verbindung: {usage}</translation>
    </message>
    <message>
        <source>With {who}</source>
        <translation>Mit {who}</translation>
    </message>
    <message>
        <source>Given up after</source>
        <translation>Aufgegeben nach</translation>
    </message>
    <message>
        <source>How long a path was looked for.</source>
        <translation>Wie lange nach einem Weg gesucht wurde.</translation>
    </message>
    <message>
        <source>Connected in</source>
        <translation>Verbunden in</translation>
    </message>
    <message>
        <source>From the beginning until sound and picture could flow.</source>
        <translation>Vom Beginn bis Ton und Bild fließen konnten.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>A relay (TURN) carries the call where no direct path is open.</source>
        <translation>Wo kein direkter Weg offen ist, überträgt ein Relay (TURN) den Anruf.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>How the connection ended.</source>
        <translation>Wie die Verbindung endete.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>{count}, {length} in all</source>
        <translation>{count}, insgesamt {length}</translation>
    </message>
    <message>
        <source>How often the connection was lost and came back.</source>
        <translation>Wie oft die Verbindung abriss und wiederkam.</translation>
    </message>
    <message>
        <source>Other paths</source>
        <translation>Wegwechsel</translation>
    </message>
    <message>
        <source>How often the call went on over another path.</source>
        <translation>Wie oft der Anruf auf einem anderen Weg weiterlief.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>By bitrate, loss and delay of this stream alone.</source>
        <translation>Allein nach Bitrate, Verlust und Verzögerung dieses Datenstroms.</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>On average; 19 of 20 seconds had no more than the second figure.</source>
        <translation>Im Durchschnitt; in 19 von 20 Sekunden war es höchstens der zweite Wert.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Packets that never arrived; of what you send, as the other end says.</source>
        <translation>Pakete, die nie ankamen; bei dem, was Sie senden, laut der Gegenseite.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>How unevenly packets arrived: on average, and 19 of 20 times at most.</source>
        <translation>Wie ungleichmäßig Pakete ankamen: im Durchschnitt und höchstens in 19 von 20 Fällen.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>To the other end and back, as its reports say.</source>
        <translation>Zur Gegenseite und zurück, laut deren Berichten.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>{size}, {rate}</source>
        <translation>{size}, {rate}</translation>
    </message>
    <message>
        <source>The largest picture, and how many came in a second on average.</source>
        <translation>Das größte Bild und wie viele durchschnittlich pro Sekunde ankamen.</translation>
    </message>
    <message>
        <source>Stood still</source>
        <translation>Stillstand</translation>
    </message>
    <message>
        <source>{count}, {share} of the time</source>
        <translation>{count}, {share} der Zeit</translation>
    </message>
    <message>
        <source>How often, and how much of the time, this picture stood still.</source>
        <translation>Wie oft und wie viel der Zeit dieses Bild stillstand.</translation>
    </message>
    <message>
        <source>Made up</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Sound that had to be made up because it came too late or not at all.</source>
        <translation>Ton, der ersetzt werden musste, weil er zu spät oder gar nicht ankam.</translation>
    </message>
    <message>
        <source>{mean} (up to {high})</source>
        <translation>{mean} (bis {high})</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Verlauf des Anrufs</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Gemeldet von</translation>
    </message>
    <message>
        <source>Who reported the call to this program.</source>
        <translation>Wer diesem Programm den Anruf gemeldet hat.</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Konferenz</translation>
    </message>
    <message>
        <source>What the application calls it.</source>
        <translation>Der Name in der Anwendung.</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Beurteilt nach</translation>
    </message>
    <message>
        <source>How much of the call the figures are of: all but its beginning.</source>
        <translation>Auf welchem Teil des Anrufs die Werte beruhen: auf allem außer dem Beginn.</translation>
    </message>
</context>
<context>
    <name>CallGraph</name>
    <message>
        <source>Graph of what goes up and down, and of the round trip</source>
        <translation>Diagramm der gesendeten und empfangenen Daten und der Umlaufzeit</translation>
    </message>
    <message>
        <source>{time}: {up} up, {down} down, round trip {rtt}</source>
        <translation>{time}: {up} gesendet, {down} empfangen, Umlaufzeit {rtt}</translation>
    </message>
    <message>
        <source>, {loss} lost</source>
        <translation>, {loss} verloren</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Up {low} to {high}, at last {last}.</source>
        <translation>Gesendet {low} bis {high}, zuletzt {last}.</translation>
    </message>
    <message>
        <source>Down {low} to {high}, at last {last}.</source>
        <translation>Empfangen {low} bis {high}, zuletzt {last}.</translation>
    </message>
    <message>
        <source>Round trip {low} to {high}, at last {last}.</source>
        <translation>Umlaufzeit {low} bis {high}, zuletzt {last}.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Down, dashed</source>
        <translation>Empfangen (Striche)</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{length} ago</source>
        <translation>vor {length}</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Calls, newest first</source>
        <translation>Anrufe, neueste zuerst</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>&amp;Undo</source>
        <translation>Rüc&amp;kgängig</translation>
    </message>
    <message>
        <source>The history cannot be opened, so calls are not kept at the moment.</source>
        <translation>Der Verlauf lässt sich nicht öffnen; Anrufe werden zurzeit nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>No call here: choose another time, or all networks.</source>
        <translation>Hier gibt es keinen Anruf: Wählen Sie einen anderen Zeitraum oder alle Netzwerke.</translation>
    </message>
    <message>
        <source>No call has been seen yet. Calls in a browser or in another program appear here once it tells Call Notifier of them.</source>
        <translation>Bisher wurde kein Anruf erkannt. Anrufe in einem Browser oder einem anderen Programm erscheinen hier, sobald sie Call Notifier gemeldet werden.</translation>
    </message>
    <message>
        <source>Choose a call to see how it went.</source>
        <translation>Wählen Sie einen Anruf, um zu sehen, wie er verlaufen ist.</translation>
    </message>
    <message>
        <source>The history cannot be opened.</source>
        <translation>Der Verlauf lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Deleted: {call}, with all that was learnt from it.</source>
        <translation>Gelöscht: {call}, mit allem, was daraus gelernt wurde.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netzwerke</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Das erste</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>Das zweite</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Gegenüberstellung</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>neben</translation>
    </message>
    <message>
        <source>There are tests on one network only: there is nothing to compare.</source>
        <translation>Es gibt nur Tests in einem Netzwerk: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>There are tests of one server only: there is nothing to compare.</source>
        <translation>Es gibt nur Tests eines Servers: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Choose two that differ.</source>
        <translation>Wählen Sie zwei verschiedene.</translation>
    </message>
    <message>
        <source>No tests of these two in this time.</source>
        <translation>In diesem Zeitraum gibt es keine Tests dieser beiden.</translation>
    </message>
    <message>
        <source>No test in this time was made with both servers.</source>
        <translation>In diesem Zeitraum gibt es keinen Test mit beiden Servern.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Which is better</source>
        <translation>Was besser ist</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Nicht verglichen</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <translation>Kein klarer Unterschied</translation>
    </message>
    <message>
        <source>{name} is better</source>
        <translation>{name} ist besser</translation>
    </message>
    <message>
        <source>The middle value of the tests, and between what the middle half of them lies. One is called better where that is most likely no chance.</source>
        <translation>Der mittlere Wert der Tests und der Bereich, in dem die mittlere Hälfte liegt. Eines gilt als besser, wenn der Unterschied höchstwahrscheinlich kein Zufall ist.</translation>
    </message>
    <message>
        <source>There are too few tests to tell a difference from chance.</source>
        <translation>Es gibt zu wenige Tests, um einen Unterschied von Zufall zu unterscheiden.</translation>
    </message>
    <message>
        <source>It rests on the newest tests of this time.</source>
        <translation>Grundlage sind die neuesten Tests dieses Zeitraums.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Queue under load</source>
        <translation>Warteschlange unter Last</translation>
    </message>
    <message>
        <source>Could not connect</source>
        <translation>Keine Verbindung möglich</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median} ({low} bis {high})</translation>
    </message>
</context>
<context>
    <name>DataUsed</name>
    <message>
        <source>Data used by tests</source>
        <translation>Datenverbrauch der Tests</translation>
    </message>
    <message>
        <source>What tests have cost is not known.</source>
        <translation>Wie viele Daten die Tests verbraucht haben, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount}; by itself no test runs.</source>
        <translation>In den letzten 24 Stunden {amount}; es laufen keine automatischen Tests.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount} of {budget}.</source>
        <translation>In den letzten 24 Stunden {amount} von {budget}.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount}, more than the budget of {budget}.</source>
        <translation>In den letzten 24 Stunden {amount}, mehr als das Budget von {budget}.</translation>
    </message>
    <message>
        <source>Today {today}; this month {month}, {average} a day on average.</source>
        <translation>Heute {today}; diesen Monat {month}, im Durchschnitt {average} pro Tag.</translation>
    </message>
</context>
<context>
    <name>DiagnosticsWindow</name>
    <message>
        <source>Diagnostics of Call Notifier</source>
        <translation>Diagnosedaten von Call Notifier</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>Daten werden gesammelt…</translation>
    </message>
    <message>
        <source>Nothing is written or sent yet. Look through it, then save it.</source>
        <translation>Noch wurde nichts gespeichert oder gesendet. Sehen Sie alles durch und speichern Sie es dann.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was collected.</source>
        <translation>Abgebrochen: Es wurde nichts gesammelt.</translation>
    </message>
    <message>
        <source>Nothing was collected: {reason}</source>
        <translation>Es wurde nichts gesammelt: {reason}</translation>
    </message>
    <message>
        <source>Save the diagnostics</source>
        <translation>Diagnosedaten speichern</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>Archiv (*.zip)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Gespeichert in {file}</translation>
    </message>
    <message>
        <source>{file}, {size}</source>
        <comment>a row of a list</comment>
        <translation>{file}, {size}</translation>
    </message>
    <message>
        <source>What stands in {file}</source>
        <translation>Inhalt von {file}</translation>
    </message>
    <message>
        <source>This is what a help desk gets to see, and nothing else. Passwords, tokens, names and where your calls took place are taken out. It goes nowhere by itself.</source>
        <translation>Das hier bekommt ein Helpdesk zu sehen, sonst nichts. Passwörter, Token, Namen und Angaben darüber, wo Ihre Anrufe stattfanden, sind entfernt. Von selbst wird nichts verschickt.</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Dateien</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>What stands in the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
    <message>
        <source>Leave &amp;IP addresses in it</source>
        <translation>&amp;IP-Adressen darin belassen</translation>
    </message>
    <message>
        <source>Without this, the same number stands in the place of each address.</source>
        <translation>Andernfalls wird jede Adresse durch eine Nummer ersetzt, dieselbe Adresse immer durch dieselbe.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Collect a&amp;gain</source>
        <translation>&amp;Erneut sammeln</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Show the f&amp;older</source>
        <translation>&amp;Ordner anzeigen</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>call-notifier history</source>
        <translation>call-notifier Verlauf</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>{file} wird geschrieben…</translation>
    </message>
    <message>
        <source>Wrote {records} to {file}.</source>
        <translation>{records} in {file} geschrieben.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>FiguresPane</name>
    <message>
        <source>E&amp;xplain the figures</source>
        <translation>&amp;Werte erklären</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln Test</numerusform>
            <numerusform>%Ln Tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln Netzwerk</numerusform>
            <numerusform>%Ln Netzwerken</numerusform>
        </translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Alle Netzwerke</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Alle Server</translation>
    </message>
    <message>
        <source>Show all &amp;tests of this time</source>
        <translation>Alle &amp;Tests dieses Zeitraums anzeigen</translation>
    </message>
    <message>
        <source>Go to the newest &amp;test</source>
        <translation>Zum neuesten &amp;Test</translation>
    </message>
    <message>
        <source>Reading {period}…</source>
        <translation>{period} wird gelesen…</translation>
    </message>
    <message>
        <source>No tests, {period}</source>
        <translation>Keine Tests, {period}</translation>
    </message>
    <message>
        <source>{tests} on {networks}, {period}</source>
        <translation>{tests} in {networks}, {period}</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>A range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Toda&amp;y</source>
        <translation>&amp;Heute</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>Alle Farben</translation>
    </message>
    <message>
        <source>Green: good</source>
        <translation>Grün: gut</translation>
    </message>
    <message>
        <source>Amber: limited</source>
        <translation>Gelb: eingeschränkt</translation>
    </message>
    <message>
        <source>Red: bad</source>
        <translation>Rot: schlecht</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was angezeigt wird</translation>
    </message>
    <message>
        <source>Networ&amp;k:</source>
        <translation>&amp;Netzwerk:</translation>
    </message>
    <message>
        <source>Ser&amp;ver:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>C&amp;olour:</source>
        <translation>&amp;Farbe:</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action} ({key})</translation>
    </message>
    <message>
        <source>{kind}, {provider}</source>
        <translation>{kind}, {provider}</translation>
    </message>
    <message>
        <source>{name} ({number})</source>
        <translation>{name} ({number})</translation>
    </message>
    <message>
        <source>{tests}, first on {first}, last on {last}</source>
        <translation>{tests}, der erste am {first}, der letzte am {last}</translation>
    </message>
</context>
<context>
    <name>FlowTable</name>
    <message>
        <source>What flows, by kind and direction</source>
        <translation>Was übertragen wird, nach Art und Richtung</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>GraphsPage</name>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Queue under load</source>
        <translation>Warteschlange unter Last</translation>
    </message>
</context>
<context>
    <name>HistoryTools</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln Test</numerusform>
            <numerusform>%Ln Tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Anruf</numerusform>
            <numerusform>%Ln Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Ex&amp;port</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>Rück&amp;gängig</translation>
    </message>
    <message>
        <source>Tests as a &amp;table (CSV)…</source>
        <translation>Tests als &amp;Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>Tests with &amp;everything (JSON)…</source>
        <translation>Tests mit &amp;allen Daten (JSON)…</translation>
    </message>
    <message>
        <source>Calls as a t&amp;able (CSV)…</source>
        <translation>Anrufe als Ta&amp;belle (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Calls with everything (JSON)…</source>
        <translation>An&amp;rufe mit allen Daten (JSON)…</translation>
    </message>
    <message>
        <source>&amp;Picture of this page (PNG)…</source>
        <translation>Bild dieser &amp;Seite (PNG)…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Wrote the picture to {file}.</source>
        <translation>Das Bild wurde in {file} gespeichert.</translation>
    </message>
    <message>
        <source>What is &amp;shown</source>
        <translation>Das &amp;Angezeigte</translation>
    </message>
    <message>
        <source>All of this &amp;network</source>
        <translation>Alles aus diesem &amp;Netzwerk</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>Den &amp;gesamten Verlauf</translation>
    </message>
    <message>
        <source>It is too late: a part is gone already.</source>
        <translation>Zu spät: Ein Teil ist bereits endgültig gelöscht.</translation>
    </message>
    <message>
        <source>There was nothing to delete.</source>
        <translation>Es gab nichts zu löschen.</translation>
    </message>
    <message>
        <source>Deleted {tests}.</source>
        <translation>{tests} gelöscht.</translation>
    </message>
    <message>
        <source>Deleted {tests} and {calls}.</source>
        <translation>{tests} und {calls} gelöscht.</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History of Call Notifier</source>
        <translation>Verlauf von Call Notifier</translation>
    </message>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>Der Verlauf lässt sich nicht öffnen; Tests werden zurzeit nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Pages of the history</source>
        <translation>Seiten des Verlaufs</translation>
    </message>
    <message>
        <source>Timeli&amp;ne</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>&amp;Graphs</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>&amp;All tests</source>
        <translation>&amp;Alle Tests</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>An&amp;rufe</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>&amp;Vergleich</translation>
    </message>
</context>
<context>
    <name>HoursField</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>{setting}: begin</source>
        <translation>{setting}: Beginn</translation>
    </message>
    <message>
        <source>{setting}: end</source>
        <translation>{setting}: Ende</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} bis {end}</translation>
    </message>
</context>
<context>
    <name>LanguageField</name>
    <message>
        <source>The system&apos;s language</source>
        <translation>Sprache des Systems</translation>
    </message>
</context>
<context>
    <name>LastCall</name>
    <message>
        <source>No call is on</source>
        <translation>Zurzeit läuft kein Anruf</translation>
    </message>
    <message>
        <source>The last call</source>
        <translation>Der letzte Anruf</translation>
    </message>
    <message>
        <source>&amp;Details of this call…</source>
        <translation>&amp;Details zu diesem Anruf…</translation>
    </message>
    <message>
        <source>A call that a browser or another program reports appears here by itself.</source>
        <translation>Ein Anruf, den ein Browser oder ein anderes Programm meldet, erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Watching calls is switched off in the settings.</source>
        <translation>Das Beobachten von Anrufen ist in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>Qualität unbekannt</translation>
    </message>
    <message>
        <source>It was too short, or said too little, to be judged.</source>
        <translation>Er war zu kurz oder lieferte zu wenige Angaben, um beurteilt zu werden.</translation>
    </message>
</context>
<context>
    <name>LastStep</name>
    <message>
        <source>&amp;Start when I log in</source>
        <translation>Beim &amp;Anmelden starten</translation>
    </message>
    <message>
        <source>It opens no window then: the icon is all that there is to see.</source>
        <translation>Dabei öffnet sich kein Fenster: Nur das Symbol ist zu sehen.</translation>
    </message>
    <message>
        <source>Tell me &amp;when something changes</source>
        <translation>&amp;Benachrichtigen, wenn sich etwas ändert</translation>
    </message>
    <message>
        <source>With a notification of the desktop, and never twice for the same.</source>
        <translation>Mit einer Benachrichtigung des Desktops und nie zweimal für dasselbe.</translation>
    </message>
    <message>
        <source>Look for the icon</source>
        <translation>Achten Sie auf das Symbol</translation>
    </message>
    <message>
        <source>It is where your desktop keeps its small icons: at the top or at the bottom of the screen, perhaps behind an arrow. Click it for everything that was found.</source>
        <translation>Es erscheint dort, wo Ihr Desktop die kleinen Symbole anzeigt: am oberen oder unteren Bildschirmrand, vielleicht hinter einem Pfeil. Klicken Sie darauf, um alle Ergebnisse zu sehen.</translation>
    </message>
    <message>
        <source>Calls will be good.</source>
        <translation>Anrufe werden gut verlaufen.</translation>
    </message>
    <message>
        <source>Calls will work, but something will suffer.</source>
        <translation>Anrufe funktionieren, aber mit Einschränkungen.</translation>
    </message>
    <message>
        <source>Calls will be bad, or will not work.</source>
        <translation>Anrufe werden schlecht oder funktionieren nicht.</translation>
    </message>
    <message>
        <source>Set by the administrator of this computer.</source>
        <translation>Vom Administrator dieses Computers festgelegt.</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>LiveWindow</name>
    <message>
        <source>Live call</source>
        <translation>Laufender Anruf</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>What the call sends, with all that packets need.</source>
        <translation>Was der Anruf sendet, mit allem, was Pakete brauchen.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>What the call receives, with all that packets need.</source>
        <translation>Was der Anruf empfängt, mit allem, was Pakete brauchen.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>To the other end, or the provider&apos;s server, and back.</source>
        <translation>Zur Gegenseite oder zum Server des Anbieters und zurück.</translation>
    </message>
    <message>
        <source>May send</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>What the sender has found to be there for it. It sends no more than this.</source>
        <translation>Was dem Sender nach eigener Messung zur Verfügung steht. Mehr sendet er nicht.</translation>
    </message>
    <message>
        <source>No sound or picture flows yet.</source>
        <translation>Noch werden weder Ton noch Bild übertragen.</translation>
    </message>
    <message>
        <source>since {time}, {length}</source>
        <translation>seit {time}, {length}</translation>
    </message>
</context>
<context>
    <name>LoginSwitch</name>
    <message>
        <source>Start when you log in</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Von Ihrer Organisation festgelegt.</translation>
    </message>
    <message>
        <source>It is installed for everybody on this computer; this switch is for you alone.</source>
        <translation>Das Programm ist für alle Benutzer dieses Computers installiert; dieser Schalter gilt nur für Sie.</translation>
    </message>
    <message>
        <source>The icon is there when your desktop is, and the first test is made then.</source>
        <translation>Das Symbol erscheint mit Ihrem Desktop, und dann läuft auch der erste Test.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>Nicht gespeichert: {reason}.</translation>
    </message>
    <message>
        <source>Saved. The program starts when you log in.</source>
        <translation>Gespeichert. Das Programm startet bei Ihrer Anmeldung.</translation>
    </message>
    <message>
        <source>Saved. The program does not start by itself.</source>
        <translation>Gespeichert. Das Programm startet nicht von selbst.</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>the whole history</source>
        <translation>der gesamte Verlauf</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
</context>
<context>
    <name>RatingWindow</name>
    <message>
        <source>How was the call?</source>
        <translation>Wie war der Anruf?</translation>
    </message>
    <message>
        <source>{stars} of 5: {word}</source>
        <translation>{stars} von 5: {word}</translation>
    </message>
    <message>
        <source>Do not &amp;ask again</source>
        <translation>Nicht mehr &amp;fragen</translation>
    </message>
    <message>
        <source>Anything to add? (optional)</source>
        <translation>Möchten Sie etwas ergänzen? (freiwillig)</translation>
    </message>
    <message>
        <source>Comment, optional</source>
        <translation>Kommentar, freiwillig</translation>
    </message>
    <message>
        <source>You can change this in the settings.</source>
        <translation>Sie können das in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Kept in your history, on this computer</source>
        <translation>Bleibt in Ihrem Verlauf, auf diesem Computer</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
        <source>{call}, {time}, {length}: {word}</source>
        <translation>{call}, {time}, {length}: {word}</translation>
    </message>
    <message>
        <source>{call}, {time}, {length}</source>
        <translation>{call}, {time}, {length}</translation>
    </message>
    <message>
        <source>There was no forecast for this network before it.</source>
        <translation>Für dieses Netzwerk gab es davor keine Vorhersage.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>Nicht gespeichert: {reason}.</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>Details of the chosen test</source>
        <translation>Details zum gewählten Test</translation>
    </message>
    <message>
        <source>Choose a test to see what it found.</source>
        <translation>Wählen Sie einen Test, um sein Ergebnis zu sehen.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Einschätzung</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
    <message>
        <source>Server: {name}</source>
        <translation>Server: {name}</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>The test itself</source>
        <translation>Der Test selbst</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>How sure the program is of the colour, by what the test could measure.</source>
        <translation>Wie sicher sich das Programm der Farbe ist, nach allem, was der Test messen konnte.</translation>
    </message>
    <message>
        <source>Held back by</source>
        <translation>Gebremst durch</translation>
    </message>
    <message>
        <source>What keeps the call from being better, most important first.</source>
        <translation>Was bessere Anrufe verhindert, das Wichtigste zuerst.</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Ungewöhnlich</translation>
    </message>
    <message>
        <source>What two tests in a row found worse than it usually is on this network at this hour of the week.</source>
        <translation>Was zwei Tests hintereinander schlechter fanden, als es in diesem Netzwerk zu dieser Stunde der Woche üblich ist.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>Whether a call could be connected at all from this computer.</source>
        <translation>Ob von diesem Computer aus überhaupt ein Anruf zustande käme.</translation>
    </message>
    <message>
        <source>Your own network</source>
        <translation>Ihr eigenes Netzwerk</translation>
    </message>
    <message>
        <source>How the computer is connected, and to whom, as far as can be told.</source>
        <translation>Wie und mit wem der Computer verbunden ist, soweit sich das feststellen lässt.</translation>
    </message>
    <message>
        <source>The address under which the server saw this computer.</source>
        <translation>Die Adresse, unter der der Server diesen Computer gesehen hat.</translation>
    </message>
    <message>
        <source>Why then</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>What made the program test at that moment.</source>
        <translation>Warum das Programm zu diesem Zeitpunkt getestet hat.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>A light test sends little; a full one loads the link for some seconds.</source>
        <translation>Ein leichter Test sendet wenig; ein vollständiger lastet die Leitung einige Sekunden lang aus.</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>{seconds}, {sent} sent, {received} received</source>
        <translation>{seconds}, {sent} gesendet, {received} empfangen</translation>
    </message>
    <message>
        <source>What the test cost: all servers together, headers of packets included.</source>
        <translation>Was der Test verbraucht hat: alle Server zusammen, einschließlich der Paketköpfe.</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Beurteilt von</translation>
    </message>
    <message>
        <source>The threshold rule</source>
        <translation>Die Schwellenwertregel</translation>
    </message>
    <message>
        <source>What made a forecast of the figures: a model that learnt from real calls, or a plain rule where no model could be asked.</source>
        <translation>Was aus den Werten eine Vorhersage gemacht hat: ein Modell, das aus echten Anrufen gelernt hat, oder eine einfache Regel, wo kein Modell befragt werden konnte.</translation>
    </message>
    <message>
        <source>{percent}, not sure yet: tested again</source>
        <translation>{percent}, noch nicht sicher: erneut getestet</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Whether the server gave a relay address, and carried data to the end.</source>
        <translation>Ob der Server eine Relay-Adresse vergeben und bis zum Ende Daten übertragen hat.</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>How packets go to the server. Calls are best over UDP; TCP and TLS get through more firewalls but make late packets later.</source>
        <translation>Wie Pakete zum Server gelangen. Anrufe laufen am besten über UDP; TCP und TLS passieren mehr Firewalls, verspäten verzögerte Pakete aber noch mehr.</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>From the first packet until data came through the relay.</source>
        <translation>Vom ersten Paket, bis Daten durch das Relay kamen.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>To the server and back on an idle link: the median, with the best case and the 95th percentile. Above about 300 ms people talk into each other.</source>
        <translation>Zum Server und zurück auf freier Leitung: der Median, dazu der beste Fall und das 95. Perzentil. Über etwa 300 ms fällt man sich gegenseitig ins Wort.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>How unevenly packets arrive (RFC 3550). A call has to wait for the late ones, which adds delay.</source>
        <translation>Wie ungleichmäßig Pakete ankommen (RFC 3550). Ein Anruf muss auf die späten warten, was die Verzögerung vergrößert.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Packets that never came back, out of a stream like a call&apos;s. From a few percent on, voices break up.</source>
        <translation>Pakete eines anrufähnlichen Datenstroms, die nie zurückkamen. Ab einigen Prozent werden Stimmen abgehackt.</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>What gets up and down again through the link before packets queue or get lost: its narrower direction decides. At least so much where the test ended before the link was full. Good audio needs 0.1 Mbit/s, video 1 to 3 Mbit/s.</source>
        <translation>Was hin und zurück durch die Leitung passt, bevor sich Pakete stauen oder verloren gehen: Die engere Richtung entscheidet. Mindestens dieser Wert, wenn der Test endete, bevor die Leitung voll war. Guter Ton braucht 0,1 Mbit/s, Video 1 bis 3 Mbit/s.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>What the uplink alone carries: your voice and picture.</source>
        <translation>Was allein die Senderichtung schafft: Ihre Stimme und Ihr Bild.</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>What the downlink alone carries: what you hear and see.</source>
        <translation>Was allein die Empfangsrichtung schafft: was Sie hören und sehen.</translation>
    </message>
    <message>
        <source>Under load</source>
        <translation>Unter Last</translation>
    </message>
    <message>
        <source>The round trip while the link is full: what a call feels while somebody uploads. At least so much where the test ended before the queue was full.</source>
        <translation>Die Umlaufzeit bei voller Leitung: was ein Anruf spürt, während jemand etwas hochlädt. Mindestens dieser Wert, wenn der Test endete, bevor die Warteschlange voll war.</translation>
    </message>
    <message>
        <source>Hold-ups</source>
        <translation>Stockungen</translation>
    </message>
    <message>
        <source>Over TCP and TLS nothing gets lost, but a packet that has to be sent again holds up all those behind it: in a call, the sound stops and then hurries.</source>
        <translation>Über TCP und TLS geht nichts verloren, aber ein Paket, das erneut gesendet werden muss, hält alle folgenden auf: Im Anruf stockt der Ton und läuft dann zu schnell.</translation>
    </message>
    <message>
        <source>Measured to</source>
        <translation>Gemessen bis</translation>
    </message>
    <message>
        <source>This computer&apos;s own address</source>
        <translation>Die eigene Adresse dieses Computers</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Ein anderer Server</translation>
    </message>
    <message>
        <source>The server does not relay to itself, so that the packets of the test took another way back.</source>
        <translation>Der Server leitet nicht an sich selbst weiter, daher nahmen die Pakete des Tests einen anderen Rückweg.</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>Testanruf</translation>
    </message>
    <message>
        <source>A real call from this computer to itself through the server, for two seconds. Some firewalls let the other packets of the test through and hold up an encrypted call.</source>
        <translation>Ein echter Anruf von diesem Computer über den Server zu sich selbst, zwei Sekunden lang. Manche Firewalls lassen die übrigen Pakete des Tests durch und halten verschlüsselte Anrufe auf.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln packet(s): this computer was too busy</source>
        <translation>
            <numerusform>{count} von %Ln Paket: Dieser Computer war zu beschäftigt</numerusform>
            <numerusform>{count} von %Ln Paketen: Dieser Computer war zu beschäftigt</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer was too busy to send or to read them in time. Their delay says nothing of the network, so it counts for nothing.</source>
        <translation>Dieser Computer war zu beschäftigt, um sie rechtzeitig zu senden oder zu lesen. Ihre Verzögerung sagt nichts über das Netzwerk aus und zählt daher nicht.</translation>
    </message>
    <message>
        <source>Not connected: its two ends did not find each other</source>
        <translation>Nicht verbunden: Die beiden Enden haben sich nicht gefunden</translation>
    </message>
    <message>
        <source>Not connected: the encryption could not be agreed on</source>
        <translation>Nicht verbunden: Die Verschlüsselung konnte nicht vereinbart werden</translation>
    </message>
    <message>
        <source>Connected in {time}</source>
        <translation>Verbunden in {time}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>{loss} of its sound lost</source>
        <translation>{loss} des Tons verloren</translation>
    </message>
    <message>
        <source>{time} to the other end and back</source>
        <translation>{time} zur Gegenseite und zurück</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Yes, but it failed during the test. {reason}</source>
        <translation>Ja, aber während des Tests fiel er aus. {reason}</translation>
    </message>
    <message>
        <source>No. {reason}</source>
        <translation>Nein. {reason}</translation>
    </message>
    <message>
        <source>{loss}, in bursts of {packets} packets</source>
        <translation>{loss}, in Folgen von {packets} Paketen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>{count}, the longest {time}</source>
        <translation>{count}, die längste {time}</translation>
    </message>
    <message>
        <source>To your own router and back.</source>
        <translation>Zu Ihrem eigenen Router und zurück.</translation>
    </message>
    <message>
        <source>Packets lost before they left your own network.</source>
        <translation>Pakete, die schon in Ihrem eigenen Netzwerk verloren gingen.</translation>
    </message>
    <message>
        <source>How unevenly your own router answers.</source>
        <translation>Wie ungleichmäßig Ihr eigener Router antwortet.</translation>
    </message>
    <message>
        <source>To your own router and back while the link is full.</source>
        <translation>Zu Ihrem eigenen Router und zurück bei voller Leitung.</translation>
    </message>
    <message>
        <source>Where it arises</source>
        <translation>Wo es entsteht</translation>
    </message>
    <message>
        <source>Told only where the test could tell the two sides apart.</source>
        <translation>Nur angegeben, wenn der Test beide Seiten unterscheiden konnte.</translation>
    </message>
    <message>
        <source>Wi-Fi signal</source>
        <translation>WLAN-Signal</translation>
    </message>
    <message>
        <source>{number} dBm</source>
        <translation>{number} dBm</translation>
    </message>
    <message>
        <source>Below about -70 dBm a call suffers: move closer to the router.</source>
        <translation>Unter etwa -70 dBm leiden Anrufe: Gehen Sie näher an den Router.</translation>
    </message>
    <message>
        <source>Wi-Fi rate</source>
        <translation>WLAN-Datenrate</translation>
    </message>
    <message>
        <source>{number} Mbit/s</source>
        <translation>{number} Mbit/s</translation>
    </message>
    <message>
        <source>What your computer last sent with; about half of it is of use.</source>
        <translation>Womit Ihr Computer zuletzt gesendet hat; etwa die Hälfte davon ist nutzbar.</translation>
    </message>
    <message>
        <source>Wi-Fi repeats</source>
        <translation>WLAN-Wiederholungen</translation>
    </message>
    <message>
        <source>How much had to be sent again. Repeats cost time and bandwidth.</source>
        <translation>Wie viel erneut gesendet werden musste. Wiederholungen kosten Zeit und Bandbreite.</translation>
    </message>
    <message>
        <source>Nothing was decided: the test was asked for on the command line.</source>
        <translation>Nichts war zu entscheiden: Der Test wurde auf der Befehlszeile ausgelöst.</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>A light test does not measure the throughput.</source>
        <translation>Ein leichter Test misst den Durchsatz nicht.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Tests, newest first</source>
        <translation>Tests, neueste zuerst</translation>
    </message>
</context>
<context>
    <name>SeriesChart</name>
    <message>
        <source>Graphs of what the tests found</source>
        <translation>Diagramme der Testergebnisse</translation>
    </message>
    <message>
        <source>{figure} ({time})</source>
        <translation>{figure} ({time})</translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <source>{name} {value}, from {least} to {most}</source>
        <translation>{name} {value}, von {least} bis {most}</translation>
    </message>
    <message>
        <source>{name} from {least} to {most}.</source>
        <translation>{name} von {least} bis {most}.</translation>
    </message>
    <message>
        <source>Nothing was measured here.</source>
        <translation>Hier wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>Line: mean. Band: least to most. Wheel, drag, + and - zoom; 0 shows all.</source>
        <translation>Linie: Mittelwert. Band: kleinster bis größter Wert. Mausrad, Ziehen, + und - zoomen; 0 zeigt alles.</translation>
    </message>
    <message>
        <source>↑ at least so much: the line was not full</source>
        <translation>↑ mindestens so viel: Die Leitung war nicht ausgelastet</translation>
    </message>
    <message>
        <source>▲ higher than is shown, up to {most}</source>
        <translation>▲ höher als angezeigt, bis {most}</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>This system has no key ring.</source>
        <translation>Dieses System hat keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key ring is locked. Unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The key ring did not answer. Unlock it and try again.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The key ring can&apos;t be used: it did not keep the secret.</source>
        <translation>Der Schlüsselbund ist nicht nutzbar: Er hat das Geheimnis nicht gespeichert.</translation>
    </message>
    <message>
        <source>{why} You can also have the secret read from an environment variable: whatever starts Call Notifier sets it, and nothing is stored here.</source>
        <translation>{why} Das Geheimnis kann auch aus einer Umgebungsvariable gelesen werden: Was Call Notifier startet, setzt sie, und hier wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Enter the user name, or choose no login.</source>
        <translation>Geben Sie den Benutzernamen ein oder wählen Sie „Keine Anmeldung“.</translation>
    </message>
    <message>
        <source>Enter the secret, or name an environment variable.</source>
        <translation>Geben Sie das Geheimnis ein oder nennen Sie eine Umgebungsvariable.</translation>
    </message>
    <message>
        <source>Enter an address like turn:turn.example.com:3478.</source>
        <translation>Geben Sie eine Adresse wie turn:turn.example.com:3478 ein.</translation>
    </message>
    <message>
        <source>An address holds no user name and no password: they have fields of their own below.</source>
        <translation>Eine Adresse enthält weder Benutzername noch Passwort: Dafür gibt es unten eigene Felder.</translation>
    </message>
    <message>
        <source>There are servers with other credentials in it. The first is entered here; add the others one by one in the settings.</source>
        <translation>Darin stehen Server mit unterschiedlichen Zugangsdaten. Der erste ist hier eingetragen; fügen Sie die anderen einzeln in den Einstellungen hinzu.</translation>
    </message>
    <message>
        <source>the host name</source>
        <translation>der Hostname</translation>
    </message>
    <message>
        <source>No login</source>
        <translation>Keine Anmeldung</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Benutzername und Passwort</translation>
    </message>
    <message>
        <source>User name and shared secret (TURN REST)</source>
        <translation>Benutzername und gemeinsames Geheimnis (TURN REST)</translation>
    </message>
    <message>
        <source>In the key ring</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation>In einer Umgebungsvariable</translation>
    </message>
    <message>
        <source>a file (PEM), where the system&apos;s are not enough</source>
        <translation>eine Datei (PEM), falls die des Systems nicht reichen</translation>
    </message>
    <message>
        <source>&amp;Paste from a web app</source>
        <translation>Aus einer Web-App &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Addresses, one a line</source>
        <translation>&amp;Adressen, eine pro Zeile</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;Log in with</source>
        <translation>Anmelden m&amp;it</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Aufbewahrungsort</translation>
    </message>
    <message>
        <source>Varia&amp;ble</source>
        <translation>Va&amp;riable</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Waiting for the key ring. Your desktop may ask for its password.</source>
        <translation>Es wird auf den Schlüsselbund gewartet. Möglicherweise fragt Ihr Desktop nach dessen Passwort.</translation>
    </message>
    <message>
        <source>Stop waitin&amp;g</source>
        <translation>Warten bee&amp;nden</translation>
    </message>
    <message>
        <source>S&amp;hared secret</source>
        <translation>Gemeinsames Ge&amp;heimnis</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
</context>
<context>
    <name>ServerList</name>
    <message>
        <source>Call servers</source>
        <translation>Anrufserver</translation>
    </message>
    <message>
        <source>Show &amp;addresses and technical reasons</source>
        <translation>Adressen und technische Gründe an&amp;zeigen</translation>
    </message>
</context>
<context>
    <name>ServerStep</name>
    <message>
        <source>Calls often go through a relay, a TURN server. Your IT department or the provider of your calls knows its address. If you have none at hand, press Later: until you enter one, a demonstration runs, which says nothing about your network.</source>
        <translation>Anrufe laufen oft über ein Relay, einen TURN-Server. Ihre IT-Abteilung oder der Anbieter Ihrer Anrufe kennt dessen Adresse. Wenn Sie keine zur Hand haben, drücken Sie „Später“: Bis Sie eine eingeben, läuft eine Demonstration, die nichts über Ihr Netzwerk aussagt.</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Were you given a file? Open it, or drop it onto this window.</source>
        <translation>Haben Sie eine Datei erhalten? Öffnen Sie sie oder ziehen Sie sie auf dieses Fenster.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>{file} ist nicht verwendbar: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>{file} is read. It has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>{file} wurde eingelesen. Die Datei enthält %n weiteren Server, der ebenfalls gespeichert wird.</numerusform>
            <numerusform>{file} wurde eingelesen. Die Datei enthält %n weitere Server, die ebenfalls gespeichert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is read.</source>
        <translation>{file} wurde eingelesen.</translation>
    </message>
    <message numerus="yes">
        <source>What was pasted has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>Das Eingefügte enthält %n weiteren Server, der ebenfalls gespeichert wird.</numerusform>
            <numerusform>Das Eingefügte enthält %n weitere Server, die ebenfalls gespeichert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a server&apos;s file</source>
        <translation>Datei eines Servers öffnen</translation>
    </message>
    <message>
        <source>Servers (*.json *.toml *.txt)</source>
        <translation>Server (*.json *.toml *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>{setting}: back to the default</source>
        <translation>{setting}: auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Saved. {setting}: {value}.</source>
        <translation>Gespeichert. {setting}: {value}.</translation>
    </message>
    <message>
        <source>Saved. {setting}: the default again.</source>
        <translation>Gespeichert. {setting}: wieder der Standard.</translation>
    </message>
    <message>
        <source>Not saved. Begin and end are the same.</source>
        <translation>Nicht gespeichert. Beginn und Ende sind gleich.</translation>
    </message>
    <message>
        <source>Not saved, for number {number} can&apos;t be used. Expected {expected}.</source>
        <translation>Nicht gespeichert: Eintrag {number} ist nicht verwendbar. Erwartet wird {expected}.</translation>
    </message>
    <message>
        <source>Not saved. Expected {expected}.</source>
        <translation>Nicht gespeichert. Erwartet wird {expected}.</translation>
    </message>
    <message>
        <source>Set by your organisation ({file}).</source>
        <translation>Von Ihrer Organisation festgelegt ({file}).</translation>
    </message>
    <message>
        <source>Proposed by your organisation ({file}); you can change it.</source>
        <translation>Von Ihrer Organisation vorgeschlagen ({file}); Sie können es ändern.</translation>
    </message>
    <message>
        <source>Your own, line {line} of the file.</source>
        <translation>Eigener Wert, Zeile {line} der Datei.</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings of Call Notifier</source>
        <translation>Einstellungen von Call Notifier</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>&amp;Datei öffnen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>Rüc&amp;kgängig</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>Gespeichert in {file}</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Settings that were found</source>
        <translation>Gefundene Einstellungen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Tests go through these TURN servers. Without one, a demonstration runs on this computer, which says nothing about your network.</source>
        <translation>Tests laufen über diese TURN-Server. Ist keiner eingetragen, läuft auf diesem Computer eine Demonstration, die nichts über Ihr Netzwerk aussagt.</translation>
    </message>
    <message>
        <source>TURN servers</source>
        <translation>TURN-Server</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Enter the pass&amp;word…</source>
        <translation>Pass&amp;wort eingeben…</translation>
    </message>
    <message>
        <source>Your organisation provides the password of this server.</source>
        <translation>Ihre Organisation stellt das Passwort für diesen Server bereit.</translation>
    </message>
    <message>
        <source>Bac&amp;k without saving</source>
        <translation>&amp;Zurück ohne Speichern</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Von Ihrer Organisation festgelegt</translation>
    </message>
    <message>
        <source>Set by your organisation ({file}).</source>
        <translation>Von Ihrer Organisation festgelegt ({file}).</translation>
    </message>
    <message>
        <source>Proposed by your organisation ({file}). Servers that you add or change yourself stand in their place.</source>
        <translation>Von Ihrer Organisation vorgeschlagen ({file}). Server, die Sie selbst hinzufügen oder ändern, treten an ihre Stelle.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>Nicht gespeichert: {reason}.</translation>
    </message>
    <message>
        <source>The password is not undone: {reason}.</source>
        <translation>Das Passwort wurde nicht zurückgesetzt: {reason}.</translation>
    </message>
    <message>
        <source>The file was changed by somebody else meanwhile; nothing is undone.</source>
        <translation>Die Datei wurde zwischenzeitlich anderweitig geändert; es wurde nichts rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Not undone: {reason}.</source>
        <translation>Nicht rückgängig gemacht: {reason}.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Saved: your sentence for {code}.</source>
        <translation>Gespeichert: Ihr Satz für {code}.</translation>
    </message>
    <message>
        <source>Saved: the built-in sentence for {code}.</source>
        <translation>Gespeichert: der mitgelieferte Satz für {code}.</translation>
    </message>
    <message>
        <source>Removed: {server}.</source>
        <translation>Entfernt: {server}.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password for {server}, which is kept in the key ring:</source>
        <translation>Passwort für {server}, das im Schlüsselbund gespeichert wird:</translation>
    </message>
    <message>
        <source>Saved: the password of {server}.</source>
        <translation>Gespeichert: das Passwort für {server}.</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Neuer Server</translation>
    </message>
    <message>
        <source>Change the server</source>
        <translation>Server ändern</translation>
    </message>
    <message>
        <source>Saved: {server}.</source>
        <translation>Gespeichert: {server}.</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>How the network was in the last 24 hours</source>
        <translation>Das Netzwerk in den letzten 24 Stunden</translation>
    </message>
    <message>
        <source>{time} {state}, during a call</source>
        <translation>{time} {state}, während eines Anrufs</translation>
    </message>
    <message>
        <source>{time} {state}</source>
        <translation>{time} {state}</translation>
    </message>
    <message>
        <source>{time} not tested</source>
        <translation>{time} nicht getestet</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
</context>
<context>
    <name>StatusWindow</name>
    <message>
        <source>Call Notifier</source>
        <translation>Call Notifier</translation>
    </message>
    <message>
        <source>Sho&amp;w the call…</source>
        <translation>An&amp;ruf anzeigen…</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>A&amp;usblenden</translation>
    </message>
    <message>
        <source>&amp;Open its page…</source>
        <translation>Seite öff&amp;nen…</translation>
    </message>
    <message>
        <source>&amp;Enter a server…</source>
        <translation>Server ein&amp;geben…</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Tell me agai&amp;n</source>
        <translation>&amp;Wieder benachrichtigen</translation>
    </message>
    <message>
        <source>Got &amp;it</source>
        <translation>Ver&amp;standen</translation>
    </message>
    <message>
        <source>&amp;Got it</source>
        <translation>Verstan&amp;den</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Was Sie tun können</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Fortschritt des Tests</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>Jetzt &amp;testen</translation>
    </message>
    <message>
        <source>Measure the network now (F5)</source>
        <translation>Netzwerk jetzt messen (F5)</translation>
    </message>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>Test &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>More: pause, quiet, quit</source>
        <translation>Mehr: pausieren, Ruhe, beenden</translation>
    </message>
    <message>
        <source>&amp;Live call…</source>
        <translation>&amp;Laufender Anruf…</translation>
    </message>
    <message>
        <source>Q&amp;uiet for today</source>
        <translation>&amp;Heute nicht stören</translation>
    </message>
    <message>
        <source>Collect &amp;diagnostics…</source>
        <translation>&amp;Diagnosedaten sammeln…</translation>
    </message>
    <message>
        <source>&amp;About…</source>
        <translation>&amp;Info…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Nothing was tested since the start</source>
        <translation>Seit dem Start wurde noch nicht getestet</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>Es wurde noch nicht getestet</translation>
    </message>
    <message>
        <source>Testing your network</source>
        <translation>Ihr Netzwerk wird getestet</translation>
    </message>
    <message>
        <source>Testing your network for the first time</source>
        <translation>Ihr Netzwerk wird zum ersten Mal getestet</translation>
    </message>
    <message>
        <source>A test takes some seconds and says how a call would go.</source>
        <translation>Ein Test dauert einige Sekunden und zeigt, wie ein Anruf verlaufen würde.</translation>
    </message>
    <message>
        <source>tested at {time}</source>
        <translation>getestet: {time}</translation>
    </message>
    <message>
        <source>{words} ({percent})</source>
        <translation>{words} ({percent})</translation>
    </message>
    <message>
        <source>Held back by: {causes}</source>
        <translation>Gebremst durch: {causes}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Nothing known yet</source>
        <translation>Noch ist nichts bekannt</translation>
    </message>
    <message>
        <source>Sign in to the network first.</source>
        <translation>Melden Sie sich zuerst im Netzwerk an.</translation>
    </message>
    <message>
        <source>Neither a microphone nor a camera was found: nobody would hear or see you.</source>
        <translation>Weder Mikrofon noch Kamera gefunden: Niemand würde Sie hören oder sehen.</translation>
    </message>
    <message>
        <source>No notifications until {time}</source>
        <translation>Keine Benachrichtigungen bis {time}</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon. Call Notifier goes on in the background and opens this window when you start it again. To pause or quit it, press More.</source>
        <translation>Dieser Desktop zeigt im Infobereich keine Symbole. Call Notifier läuft im Hintergrund weiter und öffnet dieses Fenster, wenn Sie es erneut starten. Zum Pausieren oder Beenden drücken Sie „Mehr“.</translation>
    </message>
    <message>
        <source>Last call: {sentence}</source>
        <translation>Letzter Anruf: {sentence}</translation>
    </message>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>Der Verlauf lässt sich nicht öffnen; Tests werden zurzeit nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Next test at {time}</source>
        <translation>Nächster Test: {time}</translation>
    </message>
</context>
<context>
    <name>SwitchField</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>TestsPage</name>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>Der Verlauf lässt sich nicht öffnen; Tests werden zurzeit nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>No test has been made yet.</source>
        <translation>Es wurde noch kein Test durchgeführt.</translation>
    </message>
    <message>
        <source>No test here: choose another time, or all networks.</source>
        <translation>Hier gibt es keinen Test: Wählen Sie einen anderen Zeitraum oder alle Netzwerke.</translation>
    </message>
    <message>
        <source>Choose a test to see what it found.</source>
        <translation>Wählen Sie einen Test, um sein Ergebnis zu sehen.</translation>
    </message>
    <message>
        <source>The history cannot be opened.</source>
        <translation>Der Verlauf lässt sich nicht öffnen.</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>All languages</source>
        <translation>Alle Sprachen</translation>
    </message>
    <message>
        <source>For people who read</source>
        <translation>Für die Sprache</translation>
    </message>
    <message>
        <source>Sentences by notification code</source>
        <translation>Sätze nach Benachrichtigungscode</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Built-in sentence</source>
        <translation>Mitgelieferter Satz</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>Ihr eigener Satz</translation>
    </message>
    <message>
        <source>Sentences in bold are set by your organisation.</source>
        <translation>Fett gedruckte Sätze hat Ihre Organisation festgelegt.</translation>
    </message>
    <message>
        <source>Double-click or press F2 in the last column to write a sentence of your own; empty it to have the built-in one again. One for a language comes before one for all.</source>
        <translation>Doppelklicken Sie in die letzte Spalte oder drücken Sie dort F2, um einen eigenen Satz zu schreiben; leeren Sie das Feld, um zum mitgelieferten zurückzukehren. Ein Satz für eine Sprache hat Vorrang vor dem für alle.</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Von Ihrer Organisation festgelegt.</translation>
    </message>
    <message>
        <source>None of your own</source>
        <translation>Kein eigener</translation>
    </message>
    <message>
        <source>Not saved, {code}: expected {expected}.</source>
        <translation>{code} nicht gespeichert: Erwartet wird {expected}.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{weekday} {day}</source>
        <translation>{weekday} {day}</translation>
    </message>
    <message>
        <source>{day}, {since} to {until}</source>
        <translation>{day}, {since} bis {until}</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln Test</numerusform>
            <numerusform>%Ln Tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Anruf</numerusform>
            <numerusform>%Ln Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline of tests and calls</source>
        <translation>Zeitleiste der Tests und Anrufe</translation>
    </message>
    <message>
        <source>The usual week, by the last {number} weeks</source>
        <translation>Die gewöhnliche Woche, nach den letzten {number} Wochen</translation>
    </message>
    <message>
        <source>Hours that are usually bad</source>
        <translation>Gewöhnlich schlechte Stunden</translation>
    </message>
    <message>
        <source>What the hours of a week are usually like</source>
        <translation>Wie die Stunden einer Woche gewöhnlich sind</translation>
    </message>
    <message>
        <source>The tests of this time say nothing of a network: see All tests.</source>
        <translation>Die Tests dieses Zeitraums sagen nichts über ein Netzwerk aus: siehe „Alle Tests“.</translation>
    </message>
    <message>
        <source>No test here: choose another time, or all networks.</source>
        <translation>Hier gibt es keinen Test: Wählen Sie einen anderen Zeitraum oder alle Netzwerke.</translation>
    </message>
    <message>
        <source>Arrow keys or the mouse read a cell; Enter or a double click opens it.</source>
        <translation>Pfeiltasten oder Maus lesen ein Feld aus; Eingabetaste oder Doppelklick öffnet es.</translation>
    </message>
    <message>
        <source>{tests}; {calls}.</source>
        <translation>{tests}; {calls}.</translation>
    </message>
    <message>
        <source>{time}: {counts}</source>
        <translation>{time}: {counts}</translation>
    </message>
    <message>
        <source>{weekday} {since} to {until} h: {counts}</source>
        <translation>{weekday}, {since} bis {until} Uhr: {counts}</translation>
    </message>
    <message>
        <source>no tests</source>
        <translation>keine Tests</translation>
    </message>
    <message>
        <source>{tests}: {green} good, {amber} limited, {red} bad</source>
        <translation>{tests}: {green} gut, {amber} eingeschränkt, {red} schlecht</translation>
    </message>
    <message>
        <source>{call}, {since} to {until}: {got}; forecast: {forecast}</source>
        <translation>{call}, {since} bis {until}: {got}; Vorhersage: {forecast}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quiet until {time}</source>
        <translation>Ruhe bis {time}</translation>
    </message>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>Test &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Cancel the test — {percent} %</source>
        <translation>Test &amp;abbrechen – {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>Jetzt &amp;testen</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>&amp;Live call…</source>
        <translation>&amp;Laufender Anruf…</translation>
    </message>
    <message>
        <source>Quiet for t&amp;oday</source>
        <translation>&amp;Heute nicht stören</translation>
    </message>
    <message>
        <source>Tell me a&amp;gain</source>
        <translation>&amp;Wieder benachrichtigen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Collect &amp;diagnostics…</source>
        <translation>&amp;Diagnosedaten sammeln…</translation>
    </message>
    <message>
        <source>&amp;About…</source>
        <translation>&amp;Info…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Check the address and its port. If they are right, a firewall is in the way: ask for an address that begins with turns: and ends with :443.</source>
        <translation>Prüfen Sie Adresse und Port. Stimmen beide, ist eine Firewall im Weg: Fragen Sie nach einer Adresse, die mit turns: beginnt und mit :443 endet.</translation>
    </message>
    <message>
        <source>The computer is there, but nothing listens at this port. Check the port.</source>
        <translation>Der Computer ist da, aber an diesem Port antwortet nichts. Prüfen Sie den Port.</translation>
    </message>
    <message>
        <source>Check the name letter by letter. Some names are known only in the network of the company, or over its VPN.</source>
        <translation>Prüfen Sie den Namen Buchstabe für Buchstabe. Manche Namen sind nur im Firmennetzwerk oder über dessen VPN bekannt.</translation>
    </message>
    <message>
        <source>Use the host name that the certificate was made for, not a number. Check the date of this computer. Where a company signs its own certificates, ask for its file and name it above.</source>
        <translation>Verwenden Sie den Hostnamen, für den das Zertifikat ausgestellt wurde, keine Zahl. Prüfen Sie das Datum dieses Computers. Signiert eine Firma ihre Zertifikate selbst, fragen Sie nach deren Datei und geben Sie sie oben an.</translation>
    </message>
    <message>
        <source>Check both, also capital letters. A password that was handed out for a short time may have run out. If you were given a shared secret, choose that above.</source>
        <translation>Prüfen Sie beides, auch Groß- und Kleinschreibung. Ein nur kurz gültiges Passwort kann abgelaufen sein. Haben Sie ein gemeinsames Geheimnis erhalten, wählen Sie das oben aus.</translation>
    </message>
    <message>
        <source>Your login works. Whoever runs the server has to allow relaying back to itself, or calls still work and only the tests can&apos;t.</source>
        <translation>Ihre Anmeldung funktioniert. Der Betreiber des Servers muss das Weiterleiten an sich selbst erlauben; vielleicht funktionieren Anrufe trotzdem, und nur die Tests nicht.</translation>
    </message>
    <message>
        <source>Your login works. Wait some minutes, or ask whoever runs the server.</source>
        <translation>Ihre Anmeldung funktioniert. Warten Sie einige Minuten oder fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Your login works. A firewall before the server may block its relay ports: tell whoever runs it.</source>
        <translation>Ihre Anmeldung funktioniert. Vielleicht sperrt eine Firewall vor dem Server dessen Relay-Ports: Sagen Sie es dem Betreiber.</translation>
    </message>
    <message>
        <source>Something else answers at this address, perhaps a web server or a sign-in page. Check the port.</source>
        <translation>Unter dieser Adresse antwortet etwas anderes, vielleicht ein Webserver oder eine Anmeldeseite. Prüfen Sie den Port.</translation>
    </message>
    <message>
        <source>You stopped the test.</source>
        <translation>Sie haben den Test abgebrochen.</translation>
    </message>
    <message>
        <source>The test broke off by a fault of this program.</source>
        <translation>Der Test brach durch einen Fehler dieses Programms ab.</translation>
    </message>
    <message>
        <source>The test took too long and was stopped.</source>
        <translation>Der Test dauerte zu lange und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Another test is still running. Try again in a minute.</source>
        <translation>Ein anderer Test läuft noch. Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>There is no password for this server.</source>
        <translation>Für diesen Server gibt es kein Passwort.</translation>
    </message>
    <message>
        <source>Test &amp;it</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>Test of the server</source>
        <translation>Test des Servers</translation>
    </message>
    <message>
        <source>Takes some seconds and a few packets.</source>
        <translation>Dauert einige Sekunden und kostet wenige Pakete.</translation>
    </message>
    <message>
        <source>Waiting for a test that is running…</source>
        <translation>Es wird auf einen laufenden Test gewartet…</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>Server wird kontaktiert</translation>
    </message>
    <message>
        <source>Sending some packets through it ({seconds} s left)</source>
        <translation>Einige Pakete werden hindurchgesendet (noch {seconds} s)</translation>
    </message>
    <message>
        <source>Test &amp;it again</source>
        <translation>Erneut &amp;testen</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Es funktioniert.</translation>
    </message>
    <message>
        <source>It does not work yet. You can keep the server all the same.</source>
        <translation>Es funktioniert noch nicht. Sie können den Server trotzdem speichern.</translation>
    </message>
    <message>
        <source>It works, but not over UDP, which this network seems to block: calls connect, with more delay.</source>
        <translation>Es funktioniert, aber nicht über UDP, das dieses Netzwerk offenbar blockiert: Anrufe kommen zustande, mit mehr Verzögerung.</translation>
    </message>
    <message>
        <source>It works over some of its addresses.</source>
        <translation>Es funktioniert über einige der Adressen.</translation>
    </message>
    <message>
        <source>{address}: works, round trip {time}</source>
        <translation>{address}: funktioniert, Umlaufzeit {time}</translation>
    </message>
    <message>
        <source>{address}: {reason}</source>
        <translation>{address}: {reason}</translation>
    </message>
</context>
<context>
    <name>UsualHours</name>
    <message>
        <source>There are too few tests yet to say which hours are usually bad.</source>
        <translation>Es gibt noch zu wenige Tests, um zu sagen, welche Stunden gewöhnlich schlecht sind.</translation>
    </message>
    <message>
        <source>Usually bad: {hours}.</source>
        <translation>Gewöhnlich schlecht: {hours}.</translation>
    </message>
    <message>
        <source>Usually limited: {hours}.</source>
        <translation>Gewöhnlich eingeschränkt: {hours}.</translation>
    </message>
    <message>
        <source>No hour of the week is usually bad.</source>
        <translation>Keine Stunde der Woche ist gewöhnlich schlecht.</translation>
    </message>
    <message>
        <source>{network}: too few tests yet to say.</source>
        <translation>{network}: Noch zu wenige Tests für eine Aussage.</translation>
    </message>
    <message>
        <source>{network}: usually bad {bad}; usually limited {limited}.</source>
        <translation>{network}: gewöhnlich schlecht ({bad}) oder eingeschränkt ({limited}).</translation>
    </message>
    <message>
        <source>{network}: usually bad {bad}.</source>
        <translation>{network}: gewöhnlich schlecht ({bad}).</translation>
    </message>
    <message>
        <source>{network}: usually limited {limited}.</source>
        <translation>{network}: gewöhnlich eingeschränkt ({limited}).</translation>
    </message>
    <message>
        <source>{network}: no hour of the week is usually bad.</source>
        <translation>{network}: Keine Stunde der Woche ist gewöhnlich schlecht.</translation>
    </message>
    <message>
        <source>{hours}; and others, see below</source>
        <translation>{hours}; und weitere, siehe unten</translation>
    </message>
    <message>
        <source>{days}, all day</source>
        <translation>{days} ganztägig</translation>
    </message>
    <message>
        <source>{days} {hours} h</source>
        <translation>{days} {hours} Uhr</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>täglich</translation>
    </message>
    <message>
        <source>weekdays</source>
        <translation>Montag bis Freitag</translation>
    </message>
    <message>
        <source>weekends</source>
        <translation>am Wochenende</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}–{last}</translation>
    </message>
</context>
<context>
    <name>_Key</name>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>A bar below is a call: what it got; the square at its beginning is the forecast.</source>
        <translation>Ein Balken darunter ist ein Anruf: seine erreichte Qualität; das Quadrat an seinem Anfang ist die Vorhersage.</translation>
    </message>
</context>
<context>
    <name>address_help</name>
    <message>
        <source>{address} is a STUN server, which passes no calls on. Ask for a TURN server: its address begins with turn: or turns:.</source>
        <translation>{address} ist ein STUN-Server, der keine Anrufe weiterleitet. Fragen Sie nach einem TURN-Server: Seine Adresse beginnt mit turn: oder turns:.</translation>
    </message>
    <message>
        <source>{address} is a web page. The address of a TURN server begins with turn: or turns:, like turn:turn.example.com:3478.</source>
        <translation>{address} ist eine Webseite. Die Adresse eines TURN-Servers beginnt mit turn: oder turns:, etwa turn:turn.example.com:3478.</translation>
    </message>
    <message>
        <source>{address} is no TURN address. Perhaps {meant} is meant?</source>
        <translation>{address} ist keine TURN-Adresse. Ist vielleicht {meant} gemeint?</translation>
    </message>
</context>
<context>
    <name>call_wording</name>
    <message numerus="yes">
        <source>%Ln call(s) go on at once. This is the one that began last.</source>
        <translation>
            <numerusform>Es läuft %Ln Anruf.</numerusform>
            <numerusform>Es laufen %Ln Anrufe gleichzeitig. Dies ist der zuletzt begonnene.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln-mal</numerusform>
            <numerusform>%Ln-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>dürftig</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>ausgezeichnet</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>over</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Sound you send</source>
        <translation>Gesendeter Ton</translation>
    </message>
    <message>
        <source>Picture you send</source>
        <translation>Gesendetes Bild</translation>
    </message>
    <message>
        <source>Screen you send</source>
        <translation>Gesendeter Bildschirm</translation>
    </message>
    <message>
        <source>Sound you get</source>
        <translation>Empfangener Ton</translation>
    </message>
    <message>
        <source>Picture you get</source>
        <translation>Empfangenes Bild</translation>
    </message>
    <message>
        <source>Screen you get</source>
        <translation>Empfangener Bildschirm</translation>
    </message>
    <message>
        <source>You hear nothing: no sound arrives, though yours is being sent.</source>
        <translation>Sie hören nichts: Es kommt kein Ton an, obwohl Ihrer gesendet wird.</translation>
    </message>
    <message>
        <source>You see nothing: no picture arrives, though yours is being sent.</source>
        <translation>Sie sehen nichts: Es kommt kein Bild an, obwohl Ihres gesendet wird.</translation>
    </message>
    <message>
        <source>No shared screen arrives, though yours is being sent.</source>
        <translation>Es kommt kein freigegebener Bildschirm an, obwohl Ihrer gesendet wird.</translation>
    </message>
    <message>
        <source>Nothing arrives, though you are sending.</source>
        <translation>Es kommt nichts an, obwohl Sie senden.</translation>
    </message>
    <message>
        <source>Nobody hears you: your sound is not being sent, though theirs arrives.</source>
        <translation>Niemand hört Sie: Ihr Ton wird nicht gesendet, obwohl der der Gegenseite ankommt.</translation>
    </message>
    <message>
        <source>Nobody sees you: your picture is not being sent, though theirs arrives.</source>
        <translation>Niemand sieht Sie: Ihr Bild wird nicht gesendet, obwohl das der Gegenseite ankommt.</translation>
    </message>
    <message>
        <source>Your shared screen is not being sent, though theirs arrives.</source>
        <translation>Ihr freigegebener Bildschirm wird nicht gesendet, obwohl der der Gegenseite ankommt.</translation>
    </message>
    <message>
        <source>Nothing is being sent, though the other end&apos;s is arriving.</source>
        <translation>Es wird nichts gesendet, obwohl von der Gegenseite Daten ankommen.</translation>
    </message>
    <message>
        <source>The other end has stopped sending reports: loss and delay are not known any more.</source>
        <translation>Die Gegenseite sendet keine Berichte mehr: Verlust und Verzögerung sind nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>No sound arrives any more.</source>
        <translation>Es kommt kein Ton mehr an.</translation>
    </message>
    <message>
        <source>No picture arrives any more.</source>
        <translation>Es kommt kein Bild mehr an.</translation>
    </message>
    <message>
        <source>No shared screen arrives any more.</source>
        <translation>Es kommt kein freigegebener Bildschirm mehr an.</translation>
    </message>
    <message>
        <source>Nothing arrives any more.</source>
        <translation>Es kommt nichts mehr an.</translation>
    </message>
    <message>
        <source>Your sound is not being sent any more.</source>
        <translation>Ihr Ton wird nicht mehr gesendet.</translation>
    </message>
    <message>
        <source>Your picture is not being sent any more.</source>
        <translation>Ihr Bild wird nicht mehr gesendet.</translation>
    </message>
    <message>
        <source>Your shared screen is not being sent any more.</source>
        <translation>Ihr freigegebener Bildschirm wird nicht mehr gesendet.</translation>
    </message>
    <message>
        <source>Nothing is being sent any more.</source>
        <translation>Es wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>The sound that arrives is of no use: too much is lost or too late.</source>
        <translation>Der ankommende Ton ist unbrauchbar: Zu viel geht verloren oder kommt zu spät.</translation>
    </message>
    <message>
        <source>The picture that arrives is of no use: too much is lost or too late.</source>
        <translation>Das ankommende Bild ist unbrauchbar: Zu viel geht verloren oder kommt zu spät.</translation>
    </message>
    <message>
        <source>The screen that arrives is of no use: too much is lost or too late.</source>
        <translation>Der ankommende Bildschirm ist unbrauchbar: Zu viel geht verloren oder kommt zu spät.</translation>
    </message>
    <message>
        <source>Your sound is of no use at the other end: too much is lost or too late.</source>
        <translation>Ihr Ton ist auf der Gegenseite unbrauchbar: Zu viel geht verloren oder kommt zu spät.</translation>
    </message>
    <message>
        <source>Your picture is of no use at the other end: too much is lost or too late.</source>
        <translation>Ihr Bild ist auf der Gegenseite unbrauchbar: Zu viel geht verloren oder kommt zu spät.</translation>
    </message>
    <message>
        <source>Your screen is of no use at the other end: too much is lost or too late.</source>
        <translation>Ihr Bildschirm ist auf der Gegenseite unbrauchbar: Zu viel geht verloren oder kommt zu spät.</translation>
    </message>
    <message>
        <source>The call is of no use: too much is lost or too late.</source>
        <translation>Der Anruf ist unbrauchbar: Zu viel geht verloren oder kommt zu spät.</translation>
    </message>
    <message>
        <source>The other end sends more than the network carries.</source>
        <translation>Die Gegenseite sendet mehr, als das Netzwerk schafft.</translation>
    </message>
    <message>
        <source>The call sends more than the network carries.</source>
        <translation>Der Anruf sendet mehr, als das Netzwerk schafft.</translation>
    </message>
    <message>
        <source>Sound and picture do not go together.</source>
        <translation>Ton und Bild laufen nicht synchron.</translation>
    </message>
    <message>
        <source>The other end sends no receiver reports: loss and delay of what you send are unknown.</source>
        <translation>Die Gegenseite sendet keine Empfangsberichte: Verlust und Verzögerung dessen, was Sie senden, sind unbekannt.</translation>
    </message>
    <message>
        <source>The connection is lost; the call tries to get it back.</source>
        <translation>Die Verbindung ist abgerissen; der Anruf versucht, sie wiederherzustellen.</translation>
    </message>
    <message>
        <source>an unnamed application</source>
        <translation>eine unbenannte Anwendung</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Call on {place}</source>
        <translation>Anruf über {place}</translation>
    </message>
    <message>
        <source>quality not known yet</source>
        <translation>Qualität noch unbekannt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>{call}: {quality}, {up} up, {down} down</source>
        <translation>{call}: {quality}, {up} gesendet, {down} empfangen</translation>
    </message>
    <message>
        <source>{call}: {quality}, ↑ {up} ↓ {down}</source>
        <translation>{call}: {quality}, ↑ {up} ↓ {down}</translation>
    </message>
    <message>
        <source>{call}: {state}</source>
        <translation>{call}: {state}</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what} ({count})</translation>
    </message>
    <message>
        <source>{width} x {height}</source>
        <translation>{width} × {height}</translation>
    </message>
    <message>
        <source>{number} a second</source>
        <translation>{number} pro Sekunde</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>Every connection was made.</source>
        <translation>Alle Verbindungen kamen zustande.</translation>
    </message>
    <message>
        <source>Some connections could not be made.</source>
        <translation>Einige Verbindungen kamen nicht zustande.</translation>
    </message>
    <message>
        <source>No connection could be made.</source>
        <translation>Es kam keine Verbindung zustande.</translation>
    </message>
    <message>
        <source>The connection was lost, and the call with it.</source>
        <translation>Die Verbindung riss ab und mit ihr der Anruf.</translation>
    </message>
    <message>
        <source>It was ended while it was still connecting.</source>
        <translation>Der Anruf wurde noch während des Aufbaus beendet.</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <translation>Niemand hat geantwortet.</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>Aufgelegt</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Abgerissen</translation>
    </message>
    <message>
        <source>Never made: no path was found</source>
        <translation>Nie zustande gekommen: kein Weg gefunden</translation>
    </message>
    <message>
        <source>Hung up while connecting</source>
        <translation>Beim Verbinden aufgelegt</translation>
    </message>
    <message>
        <source>Nothing was heard of it any more</source>
        <translation>Es wurde nichts mehr davon gemeldet</translation>
    </message>
    <message>
        <source>Never connected</source>
        <translation>Nie verbunden</translation>
    </message>
    <message>
        <source>sound and picture</source>
        <translation>Ton und Bild</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>sound and picture apart</source>
        <translation>Ton und Bild getrennt</translation>
    </message>
    <message>
        <source>Direct, or through the provider&apos;s own server</source>
        <translation>Direkt oder über den eigenen Server des Anbieters</translation>
    </message>
    <message>
        <source>Through a relay, over UDP</source>
        <translation>Über ein Relay, mit UDP</translation>
    </message>
    <message>
        <source>Through a relay, over TCP</source>
        <translation>Über ein Relay, mit TCP</translation>
    </message>
    <message>
        <source>Through a relay, over TLS</source>
        <translation>Über ein Relay, mit TLS</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Ausgezeichnet</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Mäßig</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>The program itself</source>
        <translation>Das Programm selbst</translation>
    </message>
    <message>
        <source>The web page itself</source>
        <translation>Die Webseite selbst</translation>
    </message>
    <message>
        <source>The browser&apos;s extension</source>
        <translation>Die Browsererweiterung</translation>
    </message>
    <message>
        <source>You joined</source>
        <translation>Sie sind beigetreten</translation>
    </message>
    <message>
        <source>You left</source>
        <translation>Sie haben den Anruf verlassen</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Could not be connected</source>
        <translation>Konnte nicht verbunden werden</translation>
    </message>
    <message>
        <source>The connection was lost for good</source>
        <translation>Die Verbindung ist endgültig abgerissen</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Taken off hold</source>
        <translation>Halten beendet</translation>
    </message>
    <message>
        <source>Went on over another path</source>
        <translation>Auf einem anderen Weg fortgesetzt</translation>
    </message>
    <message>
        <source>The connection&apos;s state changed</source>
        <translation>Der Zustand der Verbindung hat sich geändert</translation>
    </message>
    <message>
        <source>Sound muted</source>
        <translation>Ton stummgeschaltet</translation>
    </message>
    <message>
        <source>Sound on again</source>
        <translation>Ton wieder an</translation>
    </message>
    <message>
        <source>Picture off</source>
        <translation>Bild aus</translation>
    </message>
    <message>
        <source>Picture on again</source>
        <translation>Bild wieder an</translation>
    </message>
    <message>
        <source>Sharing the screen began</source>
        <translation>Bildschirmfreigabe begonnen</translation>
    </message>
    <message>
        <source>Sharing the screen ended</source>
        <translation>Bildschirmfreigabe beendet</translation>
    </message>
    <message>
        <source>Somebody else spoke</source>
        <translation>Jemand anderes sprach</translation>
    </message>
    <message>
        <source>Other devices in use</source>
        <translation>Andere Geräte in Benutzung</translation>
    </message>
    <message>
        <source>Devices plugged in</source>
        <translation>Geräte angeschlossen</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Wieder verbunden</translation>
    </message>
    <message>
        <source>Disconnected while connecting</source>
        <translation>Beim Verbinden getrennt</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>Wird erneut verbunden</translation>
    </message>
    <message>
        <source>No path was found</source>
        <translation>Es wurde kein Weg gefunden</translation>
    </message>
    <message>
        <source>Ended while connecting</source>
        <translation>Beim Verbinden beendet</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>Looked for a path anew</source>
        <translation>Neuen Weg gesucht</translation>
    </message>
    <message>
        <source>One direction fell silent</source>
        <translation>Eine Richtung verstummte</translation>
    </message>
    <message>
        <source>Both directions were there again</source>
        <translation>Beide Richtungen waren wieder da</translation>
    </message>
    <message>
        <source>The call had become of no use</source>
        <translation>Der Anruf war unbrauchbar geworden</translation>
    </message>
    <message>
        <source>The call was of use again</source>
        <translation>Der Anruf war wieder brauchbar</translation>
    </message>
    <message>
        <source>Sound and picture came apart</source>
        <translation>Ton und Bild liefen auseinander</translation>
    </message>
    <message>
        <source>Sound and picture were together again</source>
        <translation>Ton und Bild waren wieder synchron</translation>
    </message>
    <message>
        <source>The other end sends no receiver reports</source>
        <translation>Die Gegenseite sendet keine Empfangsberichte</translation>
    </message>
    <message>
        <source>The other end sends receiver reports</source>
        <translation>Die Gegenseite sendet Empfangsberichte</translation>
    </message>
    <message>
        <source>The application wrote</source>
        <translation>Die Anwendung schrieb</translation>
    </message>
    <message>
        <source>A connection began</source>
        <translation>Eine Verbindung begann</translation>
    </message>
    <message>
        <source>The other end stopped sending reports</source>
        <translation>Die Gegenseite sandte keine Berichte mehr</translation>
    </message>
    <message>
        <source>The other end sent reports again</source>
        <translation>Die Gegenseite sandte wieder Berichte</translation>
    </message>
    <message>
        <source>Sound or picture stopped flowing</source>
        <translation>Ton oder Bild kamen nicht mehr</translation>
    </message>
    <message>
        <source>Sound or picture flowed again</source>
        <translation>Ton oder Bild kamen wieder</translation>
    </message>
    <message>
        <source>Too much was lost or too late to be of use</source>
        <translation>Zu viel ging verloren oder kam zu spät, um brauchbar zu sein</translation>
    </message>
    <message>
        <source>What arrived was of use again</source>
        <translation>Was ankam, war wieder brauchbar</translation>
    </message>
    <message>
        <source>More was sent than the network carried</source>
        <translation>Es wurde mehr gesendet, als das Netzwerk schaffte</translation>
    </message>
    <message>
        <source>The network carried it again</source>
        <translation>Das Netzwerk schaffte es wieder</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>{word}: right</source>
        <translation>{word}: richtig</translation>
    </message>
    <message>
        <source>{word}: wrong</source>
        <translation>{word}: falsch</translation>
    </message>
    <message>
        <source>{number} of 5</source>
        <translation>{number} von 5</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>{event}: {detail}</source>
        <translation>{event}: {detail}</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call did not connect.</source>
        <translation>Die Vorhersage lautete „{forecast}“; der Anruf kam nicht zustande.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}.</source>
        <translation>Die Vorhersage lautete „{forecast}“; der Anruf war {got}.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}.</source>
        <translation>Die Vorhersage davor lautete „{word}“.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}, and was right.</source>
        <translation>Die Vorhersage davor lautete „{word}“ und war richtig.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}, and was wrong.</source>
        <translation>Die Vorhersage davor lautete „{word}“ und war falsch.</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>This computer is not connected to any network. Plug in the network cable or join a Wi-Fi network.</source>
        <translation>Dieser Computer ist mit keinem Netzwerk verbunden. Schließen Sie das Netzwerkkabel an oder verbinden Sie sich mit einem WLAN.</translation>
    </message>
    <message>
        <source>Sign in to the network first: open any web page in your browser, fill in the page that appears, and test again.</source>
        <translation>Melden Sie sich zuerst im Netzwerk an: Öffnen Sie eine beliebige Webseite im Browser, füllen Sie die erscheinende Seite aus und testen Sie erneut.</translation>
    </message>
    <message>
        <source>The call server refused the user name or password. Check them in the settings, or ask whoever gave them to you.</source>
        <translation>Der Anrufserver hat Benutzername oder Passwort abgelehnt. Prüfen Sie beides in den Einstellungen oder fragen Sie dort nach, wo Sie es erhalten haben.</translation>
    </message>
    <message>
        <source>The secure connection to the call server failed: its certificate is not trusted or has expired. Check this computer&apos;s clock, and tell whoever runs the server.</source>
        <translation>Die sichere Verbindung zum Anrufserver ist fehlgeschlagen: Sein Zertifikat ist nicht vertrauenswürdig oder abgelaufen. Prüfen Sie die Uhr dieses Computers und informieren Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The call server has no relay left for this user name. Close other calls and try again, or ask whoever runs it for a higher limit.</source>
        <translation>Der Anrufserver hat für diesen Benutzernamen kein Relay mehr frei. Beenden Sie andere Anrufe und versuchen Sie es erneut oder bitten Sie den Betreiber um ein höheres Limit.</translation>
    </message>
    <message>
        <source>The name of the call server is not found. Check its spelling in the settings, and that web pages open.</source>
        <translation>Der Name des Anrufservers wird nicht gefunden. Prüfen Sie die Schreibweise in den Einstellungen und ob sich Webseiten öffnen lassen.</translation>
    </message>
    <message>
        <source>No call server answered, or it stopped answering. Check that web pages open. If they do, a firewall may be in the way: try another network or ask your network&apos;s administrator.</source>
        <translation>Kein Anrufserver hat geantwortet, oder er antwortet nicht mehr. Prüfen Sie, ob sich Webseiten öffnen lassen. Wenn ja, ist vielleicht eine Firewall im Weg: Versuchen Sie ein anderes Netzwerk oder fragen Sie den Administrator Ihres Netzwerks.</translation>
    </message>
    <message>
        <source>Something on the way, mostly a firewall, lets no encrypted call through, though the call server can be reached. Ask your network&apos;s administrator to allow WebRTC (DTLS and SRTP), or try another network.</source>
        <translation>Etwas unterwegs, meist eine Firewall, lässt keine verschlüsselten Anrufe durch, obwohl der Anrufserver erreichbar ist. Bitten Sie den Administrator Ihres Netzwerks, WebRTC (DTLS und SRTP) zuzulassen, oder versuchen Sie ein anderes Netzwerk.</translation>
    </message>
    <message>
        <source>Data gets lost on the way. On Wi-Fi, move closer to the router or use a cable; on a cable, pause large downloads and uploads.</source>
        <translation>Unterwegs gehen Daten verloren. Gehen Sie bei WLAN näher an den Router oder verwenden Sie ein Kabel; halten Sie bei Kabel große Downloads und Uploads an.</translation>
    </message>
    <message>
        <source>Data takes long to the call server and back. Pause large downloads and uploads, and switch off a VPN if you may. On a satellite line this is normal.</source>
        <translation>Daten brauchen lange zum Anrufserver und zurück. Halten Sie große Downloads und Uploads an und schalten Sie ein VPN aus, falls Sie das dürfen. Bei einer Satellitenverbindung ist das normal.</translation>
    </message>
    <message>
        <source>Data arrives unevenly. On Wi-Fi, move closer to the router or use a cable, and pause other traffic.</source>
        <translation>Daten kommen ungleichmäßig an. Gehen Sie bei WLAN näher an den Router oder verwenden Sie ein Kabel, und halten Sie andere Übertragungen an.</translation>
    </message>
    <message>
        <source>The line is slow. Pause downloads, uploads and video streams on every device that shares it, or switch your camera off in the call.</source>
        <translation>Die Leitung ist langsam. Halten Sie Downloads, Uploads und Videostreams auf allen Geräten an der Leitung an oder schalten Sie im Anruf die Kamera aus.</translation>
    </message>
    <message>
        <source>Sending is slow. Pause uploads and cloud backups on every device that shares the line, or switch your camera off in the call.</source>
        <translation>Das Senden ist langsam. Halten Sie Uploads und Cloud-Sicherungen auf allen Geräten an der Leitung an oder schalten Sie im Anruf die Kamera aus.</translation>
    </message>
    <message>
        <source>Receiving is slow. Pause downloads and video streams on every device that shares the line, or ask for lower video quality in the call.</source>
        <translation>Das Empfangen ist langsam. Halten Sie Downloads und Videostreams auf allen Geräten an der Leitung an oder verringern Sie im Anruf die Videoqualität.</translation>
    </message>
    <message>
        <source>Calls will lag as soon as somebody uploads or downloads. Keep the line free during a call, or switch on smart queue management (SQM) in your router.</source>
        <translation>In Anrufen kommt alles verzögert an, sobald jemand etwas hoch- oder herunterlädt. Halten Sie die Leitung während eines Anrufs frei oder schalten Sie im Router Smart Queue Management (SQM) ein.</translation>
    </message>
    <message>
        <source>The Wi-Fi is the weak part of the way. Move closer to the access point, change to its 5 GHz band, or use a cable.</source>
        <translation>Das WLAN ist der schwache Teil der Strecke. Gehen Sie näher an den Access Point, wechseln Sie in sein 5-GHz-Band oder verwenden Sie ein Kabel.</translation>
    </message>
    <message>
        <source>The trouble is between this computer and its router, not on the line behind it. Try another cable or port, pause transfers inside this network, or restart the router.</source>
        <translation>Das Problem liegt zwischen diesem Computer und seinem Router, nicht auf der Leitung dahinter. Versuchen Sie ein anderes Kabel oder einen anderen Anschluss, halten Sie Übertragungen in diesem Netzwerk an oder starten Sie den Router neu.</translation>
    </message>
    <message>
        <source>A firewall lets no UDP through, so calls take a slower way. Ask your network&apos;s administrator to allow UDP to the call server, or try another network.</source>
        <translation>Eine Firewall lässt kein UDP durch, daher nehmen Anrufe einen langsameren Weg. Bitten Sie den Administrator Ihres Netzwerks, UDP zum Anrufserver zuzulassen, oder versuchen Sie ein anderes Netzwerk.</translation>
    </message>
    <message>
        <source>A VPN carries your calls. If you may, switch it off during a call and test again.</source>
        <translation>Ihre Anrufe laufen über ein VPN. Falls Sie das dürfen, schalten Sie es während eines Anrufs aus und testen Sie erneut.</translation>
    </message>
    <message>
        <source>Plug in a microphone or a camera, or check that the one you have is switched on and not disabled.</source>
        <translation>Schließen Sie ein Mikrofon oder eine Kamera an oder prüfen Sie, ob das vorhandene Gerät eingeschaltet und nicht deaktiviert ist.</translation>
    </message>
    <message>
        <source>The call server refused the user name or password, which your organisation has set. Tell its help desk; nothing on this computer can fix that.</source>
        <translation>Der Anrufserver hat Benutzername oder Passwort abgelehnt, die Ihre Organisation festgelegt hat. Informieren Sie deren Helpdesk; auf diesem Computer lässt sich das nicht beheben.</translation>
    </message>
    <message>
        <source>{program} can&apos;t be started at log-in: its path holds an equals sign or a character that can&apos;t be printed</source>
        <translation>{program} kann nicht bei der Anmeldung gestartet werden: Der Pfad enthält ein Gleichheitszeichen oder ein nicht druckbares Zeichen</translation>
    </message>
    <message>
        <source>the registry can&apos;t be written: {reason}</source>
        <translation>die Registrierung kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>Windows starts no command that is longer than {longest} characters at log-in</source>
        <translation>Windows startet bei der Anmeldung keinen Befehl mit mehr als {longest} Zeichen</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}</source>
        <translation>{file} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be removed: {reason}</source>
        <translation>{file} kann nicht entfernt werden: {reason}</translation>
    </message>
    <message>
        <source>{folder} is no folder of its own but a link or a file.</source>
        <translation>{folder} ist kein eigener Ordner, sondern eine Verknüpfung oder Datei.</translation>
    </message>
    <message>
        <source>{folder} belongs to somebody else; remove it.</source>
        <translation>{folder} gehört jemand anderem; entfernen Sie den Ordner.</translation>
    </message>
    <message>
        <source>{folder} is open to other users; set its mode to 700.</source>
        <translation>{folder} ist für andere Benutzer zugänglich; setzen Sie den Modus auf 700.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>{file} ist nicht verwendbar: {reason}.</translation>
    </message>
    <message>
        <source>The path {path} is too long for a socket; set XDG_RUNTIME_DIR.</source>
        <translation>Der Pfad {path} ist zu lang für einen Socket; setzen Sie XDG_RUNTIME_DIR.</translation>
    </message>
    <message>
        <source>Windows has named pipes for this.</source>
        <translation>Windows hat dafür benannte Pipes.</translation>
    </message>
    <message>
        <source>{file} is in the way: it is no socket.</source>
        <translation>{file} ist im Weg: Es ist kein Socket.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be made: {reason}.</source>
        <translation>{folder} kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be locked: {reason}.</source>
        <translation>{file} kann nicht gesperrt werden: {reason}.</translation>
    </message>
    <message>
        <source>This loop has no named pipes.</source>
        <translation>Diese Ereignisschleife hat keine benannten Pipes.</translation>
    </message>
    <message>
        <source>The pipe {name} can&apos;t be served: {reason}.</source>
        <translation>Die Pipe {name} kann nicht bereitgestellt werden: {reason}.</translation>
    </message>
    <message>
        <source>The WebSocket needs the Python package {package}.</source>
        <translation>Der WebSocket braucht das Python-Paket {package}.</translation>
    </message>
    <message>
        <source>The WebSocket can&apos;t listen on port {port}: {reason}.</source>
        <translation>Der WebSocket kann Port {port} nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>What this archive is</source>
        <translation>Was dieses Archiv ist</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}.</source>
        <translation>{file} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} ist ein Ordner.</translation>
    </message>
    <message>
        <source>There is a file {file} already.</source>
        <translation>Die Datei {file} gibt es bereits.</translation>
    </message>
    <message>
        <source>Versions of the program, its libraries and the system</source>
        <translation>Versionen des Programms, seiner Bibliotheken und des Systems</translation>
    </message>
    <message>
        <source>Which of the programs run now, and the last crash</source>
        <translation>Welche der Programme gerade laufen, und der letzte Absturz</translation>
    </message>
    <message>
        <source>Tray, notifications and tests as the tray program has them</source>
        <translation>Infobereich, Benachrichtigungen und Tests aus Sicht des Programms im Infobereich</translation>
    </message>
    <message>
        <source>All settings, and where each comes from</source>
        <translation>Alle Einstellungen und woher sie jeweils stammen</translation>
    </message>
    <message>
        <source>The servers, and whether a password is found; no password</source>
        <translation>Die Server und ob ein Passwort gefunden wird; nicht das Passwort selbst</translation>
    </message>
    <message>
        <source>Which key ring there is</source>
        <translation>Welchen Schlüsselbund es gibt</translation>
    </message>
    <message>
        <source>Folders and files of the program: sizes and rights</source>
        <translation>Ordner und Dateien des Programms: Größen und Rechte</translation>
    </message>
    <message>
        <source>State of the history, networks by number</source>
        <translation>Zustand des Verlaufs, Netzwerke als Nummern</translation>
    </message>
    <message>
        <source>The last tests, and what was told of them</source>
        <translation>Die letzten Tests und was dazu gemeldet wurde</translation>
    </message>
    <message>
        <source>The last calls, without where they took place</source>
        <translation>Die letzten Anrufe ohne Angaben, wo sie stattfanden</translation>
    </message>
    <message>
        <source>Trays and notification services of the desktop</source>
        <translation>Infobereiche und Benachrichtigungsdienste des Desktops</translation>
    </message>
    <message>
        <source>Whether the program starts at log-in</source>
        <translation>Ob das Programm bei der Anmeldung startet</translation>
    </message>
    <message>
        <source>Whether browsers find the program</source>
        <translation>Ob Browser das Programm finden</translation>
    </message>
    <message>
        <source>Kind and routes of the network</source>
        <translation>Art und Routen des Netzwerks</translation>
    </message>
    <message>
        <source>Whether there are a microphone and a camera</source>
        <translation>Ob es Mikrofon und Kamera gibt</translation>
    </message>
    <message>
        <source>Figures for the organisation: what waits to be sent</source>
        <translation>Kennzahlen für die Organisation: was noch zu senden ist</translation>
    </message>
    <message>
        <source>What is known of newer versions</source>
        <translation>Was über neuere Versionen bekannt ist</translation>
    </message>
    <message>
        <source>Log of the tray program</source>
        <translation>Protokoll des Programms im Infobereich</translation>
    </message>
    <message>
        <source>Log of the watch command</source>
        <translation>Protokoll des Befehls watch</translation>
    </message>
    <message>
        <source>What crashes have left</source>
        <translation>Was Abstürze hinterlassen haben</translation>
    </message>
    <message>
        <source>The process that collects can&apos;t be started: {reason}</source>
        <translation>Der Prozess zum Sammeln kann nicht gestartet werden: {reason}</translation>
    </message>
    <message>
        <source>Collecting took longer than {seconds} s.</source>
        <translation>Das Sammeln dauerte länger als {seconds} s.</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>dürftig</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>ausgezeichnet</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}: {reason}.</source>
        <translation>Die Vorhersage lautete „{forecast}“; der Anruf war {got}: {reason}.</translation>
    </message>
    <message>
        <source>the picture froze for {share} of the time</source>
        <translation>das Bild stand {share} der Zeit still</translation>
    </message>
    <message>
        <source>sound and picture took {delay} ms to arrive</source>
        <translation>Ton und Bild waren {delay} ms unterwegs</translation>
    </message>
    <message>
        <source>there were {rate} Mbit/s to send with</source>
        <translation>zum Senden waren {rate} Mbit/s verfügbar</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call did not connect.</source>
        <translation>Die Vorhersage lautete „{forecast}“; der Anruf kam nicht zustande.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}, and the call was {got}.</source>
        <translation>Die Vorhersage lautete „{forecast}“, und der Anruf war {got}.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}.</source>
        <translation>Die Vorhersage lautete „{forecast}“; der Anruf war {got}.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}, and the call was {got}, with a difference: {reason}.</source>
        <translation>Die Vorhersage lautete „{forecast}“, und der Anruf war {got}, mit einem Unterschied: {reason}.</translation>
    </message>
    <message>
        <source>{share} of the sound was missing</source>
        <translation>vom Ton fehlten {share}</translation>
    </message>
    <message>
        <source>there were {rate} kbit/s to send with</source>
        <translation>zum Senden waren {rate} kbit/s verfügbar</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>weniger als 1&#xa0;%</translation>
    </message>
    <message>
        <source>The history file {file} is damaged.</source>
        <translation>Die Verlaufsdatei {file} ist beschädigt.</translation>
    </message>
    <message>
        <source>The history {file} was written by an older version: start call-notifier once, which brings it up to date.</source>
        <translation>Der Verlauf {file} wurde von einer älteren Version geschrieben: Starten Sie call-notifier einmal, um ihn auf den neuen Stand zu bringen.</translation>
    </message>
    <message>
        <source>The history {file} was written by a newer version of call-notifier (format {format}, this one knows {known}): it is left as it is.</source>
        <translation>Der Verlauf {file} wurde von einer neueren Version von call-notifier geschrieben (Format {format}, diese kennt {known}): Er bleibt unverändert.</translation>
    </message>
    <message>
        <source>The history was damaged and has been set aside as {file}; a new one is begun.</source>
        <translation>Der Verlauf war beschädigt und wurde als {file} beiseitegelegt; ein neuer wurde begonnen.</translation>
    </message>
    <message>
        <source>The history file {file} is damaged and cannot be set aside: {reason}.</source>
        <translation>Die Verlaufsdatei {file} ist beschädigt und kann nicht beiseitegelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>There is no history {file} yet.</source>
        <translation>Es gibt noch keinen Verlauf {file}.</translation>
    </message>
    <message>
        <source>The history {file} is being prepared by another program for too long.</source>
        <translation>Der Verlauf {file} wird zu lange von einem anderen Programm vorbereitet.</translation>
    </message>
    <message>
        <source>The disk is full: the history {file} cannot be written.</source>
        <translation>Der Datenträger ist voll: Der Verlauf {file} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The history {file} is in use by another program and did not become free.</source>
        <translation>Der Verlauf {file} wird von einem anderen Programm verwendet und wurde nicht freigegeben.</translation>
    </message>
    <message>
        <source>Reading the history {file} was stopped.</source>
        <translation>Das Lesen des Verlaufs {file} wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The history {file} cannot be written: permission is missing.</source>
        <translation>Der Verlauf {file} kann nicht geschrieben werden: Die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>The history {file} cannot be used: {reason}.</source>
        <translation>Der Verlauf {file} kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>There is no call {identity} in the history.</source>
        <translation>Im Verlauf gibt es keinen Anruf {identity}.</translation>
    </message>
    <message>
        <source>The record of call {identity} in the history cannot be read.</source>
        <translation>Der Eintrag des Anrufs {identity} im Verlauf ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The history {file} was taken over by a newer version of call-notifier: restart this one.</source>
        <translation>Der Verlauf {file} wurde von einer neueren Version von call-notifier übernommen: Starten Sie diese neu.</translation>
    </message>
    <message>
        <source>the demonstration relay did not start: {reason}</source>
        <translation>das Demonstrationsrelay ist nicht gestartet: {reason}</translation>
    </message>
    <message>
        <source>it said nothing for {seconds} s</source>
        <translation>es gab {seconds} s lang keine Meldung von sich</translation>
    </message>
    <message>
        <source>the demonstration relay could not be started: {reason}</source>
        <translation>das Demonstrationsrelay konnte nicht gestartet werden: {reason}</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>es endete ohne Meldung</translation>
    </message>
    <message>
        <source>the test&apos;s process ended with exit status {status}</source>
        <translation>der Prozess des Tests endete mit Rückgabewert {status}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended by signal {number}</source>
        <translation>der Prozess des Tests endete durch Signal {number}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended with exit status {status}: {words}</source>
        <translation>der Prozess des Tests endete mit Rückgabewert {status}: {words}</translation>
    </message>
    <message>
        <source>the test&apos;s process cannot be started: {reason}</source>
        <translation>der Prozess des Tests kann nicht gestartet werden: {reason}</translation>
    </message>
    <message>
        <source>the test&apos;s process did not forecast within {seconds} s</source>
        <translation>der Prozess des Tests lieferte innerhalb von {seconds} s keine Vorhersage</translation>
    </message>
    <message>
        <source>the test&apos;s process sent something else than a forecast</source>
        <translation>der Prozess des Tests sandte etwas anderes als eine Vorhersage</translation>
    </message>
    <message>
        <source>the test&apos;s process has no standard output</source>
        <translation>der Prozess des Tests hat keine Standardausgabe</translation>
    </message>
    <message>
        <source>the test&apos;s process sent a line without end</source>
        <translation>der Prozess des Tests sandte eine Zeile ohne Ende</translation>
    </message>
    <message>
        <source>the test&apos;s process sent no report: {reason}</source>
        <translation>der Prozess des Tests sandte keinen Bericht: {reason}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended by signal {number}: {words}</source>
        <translation>der Prozess des Tests endete durch Signal {number}: {words}</translation>
    </message>
    <message>
        <source>the test&apos;s process did not measure within {seconds} s</source>
        <translation>der Prozess des Tests war nach {seconds} s nicht mit dem Messen fertig</translation>
    </message>
    <message>
        <source>the test&apos;s process forecast what it had not measured</source>
        <translation>der Prozess des Tests sagte vorher, was er nicht gemessen hatte</translation>
    </message>
    <message>
        <source>Web applications can&apos;t report their calls. {reason}</source>
        <translation>Webanwendungen können ihre Anrufe nicht melden. {reason}</translation>
    </message>
    <message>
        <source>Calls can&apos;t be watched. {reason}</source>
        <translation>Anrufe können nicht beobachtet werden. {reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read or written: {reason}.</source>
        <translation>{file} kann nicht gelesen oder geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{file}: {reason}.</source>
        <translation>{file}: {reason}.</translation>
    </message>
    <message>
        <source>The model that your organisation names can&apos;t be used, so the program&apos;s own judges: {reason}</source>
        <translation>Das von Ihrer Organisation angegebene Modell ist nicht verwendbar, daher urteilt das programmeigene: {reason}</translation>
    </message>
    <message>
        <source>it can&apos;t be read ({place}). It should look like {example}</source>
        <translation>nicht lesbar ({place}). So sollte es aussehen: {example}</translation>
    </message>
    <message>
        <source>expected {expected}; http:// only of this computer: whoever is on the way could change the page</source>
        <translation>erwartet wird {expected}; http:// nur von diesem Computer: Sonst könnte jeder auf dem Weg die Seite verändern</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>{program} did not answer: {reason}</source>
        <translation>{program} hat nicht geantwortet: {reason}</translation>
    </message>
    <message>
        <source>{program} did not answer within {limit} seconds</source>
        <translation>{program} hat nicht innerhalb von {limit} Sekunden geantwortet</translation>
    </message>
    <message>
        <source>No model could be asked, so the threshold rule judges: {reason}</source>
        <translation>Es konnte kein Modell befragt werden, daher urteilt die Schwellenwertregel: {reason}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a user name of 1 to {limit} bytes on one line</source>
        <translation>ein Benutzername mit 1 bis {limit} Byte in einer Zeile</translation>
    </message>
    <message>
        <source>&quot;password&quot; or &quot;turn-rest&quot;</source>
        <translation>&quot;password&quot; oder &quot;turn-rest&quot;</translation>
    </message>
    <message>
        <source>&quot;light&quot;, &quot;full&quot; or &quot;none&quot;</source>
        <translation>&quot;light&quot;, &quot;full&quot; oder &quot;none&quot;</translation>
    </message>
    <message>
        <source>the name of an environment variable: letters, digits and _</source>
        <translation>der Name einer Umgebungsvariable: Buchstaben, Ziffern und _</translation>
    </message>
    <message>
        <source>the name of a file: a whole path, one that begins with ~/, or one relative to this file</source>
        <translation>der Name einer Datei: ein vollständiger Pfad, einer, der mit ~/ beginnt, oder einer relativ zu dieser Datei</translation>
    </message>
    <message>
        <source>a list of at most {limit} names of files</source>
        <translation>eine Liste mit höchstens {limit} Dateinamen</translation>
    </message>
    <message>
        <source>a TURN address like &quot;turn:turn.example.com:3478&quot;, or a list of 1 to {limit}</source>
        <translation>eine TURN-Adresse wie &quot;turn:turn.example.com:3478&quot; oder eine Liste mit 1 bis {limit}</translation>
    </message>
    <message>
        <source>the address of a page over plain HTTP, like http://check.example.com/generate_204</source>
        <translation>die Adresse einer Seite über einfaches HTTP, etwa http://check.example.com/generate_204</translation>
    </message>
    <message>
        <source>two times of day like &quot;22:00-07:00&quot;, or &quot;&quot; for no quiet hours</source>
        <translation>zwei Uhrzeiten wie &quot;22:00-07:00&quot; oder &quot;&quot; für keine Ruhezeit</translation>
    </message>
    <message>
        <source>a language as BCP 47 writes it, like &quot;de&quot; or &quot;pt-BR&quot;, or &quot;&quot; for the system&apos;s</source>
        <translation>eine Sprache in BCP-47-Schreibweise wie &quot;de&quot; oder &quot;pt-BR&quot; oder &quot;&quot; für die des Systems</translation>
    </message>
    <message>
        <source>&quot;color&quot; or &quot;monochrome&quot;</source>
        <translation>&quot;color&quot; oder &quot;monochrome&quot;</translation>
    </message>
    <message>
        <source>&quot;all&quot;, &quot;listed&quot; or &quot;none&quot;</source>
        <translation>&quot;all&quot;, &quot;listed&quot; oder &quot;none&quot;</translation>
    </message>
    <message>
        <source>a text of 1 to {limit} characters on one line</source>
        <translation>ein Text mit 1 bis {limit} Zeichen in einer Zeile</translation>
    </message>
    <message>
        <source>number {number}: {problem}</source>
        <translation>Eintrag {number}: {problem}</translation>
    </message>
    <message>
        <source>a list of at most {limit}, each {what}</source>
        <translation>eine Liste mit höchstens {limit} Einträgen, jeder {what}</translation>
    </message>
    <message>
        <source>Another program of yours takes reports of calls already.</source>
        <translation>Ein anderes Ihrer Programme nimmt Anrufmeldungen bereits entgegen.</translation>
    </message>
    <message>
        <source>The process that collects ended with exit status {status}.</source>
        <translation>Der Prozess zum Sammeln endete mit Rückgabewert {status}.</translation>
    </message>
    <message>
        <source>The process that collects ended by signal {number}.</source>
        <translation>Der Prozess zum Sammeln endete durch Signal {number}.</translation>
    </message>
    <message>
        <source>The process that collects ended with exit status {status}: {words}</source>
        <translation>Der Prozess zum Sammeln endete mit Rückgabewert {status}: {words}</translation>
    </message>
    <message>
        <source>The process that collects ended by signal {number}: {words}</source>
        <translation>Der Prozess zum Sammeln endete durch Signal {number}: {words}</translation>
    </message>
    <message>
        <source>Test {number} is not in the history any more.</source>
        <translation>Test {number} ist nicht mehr im Verlauf.</translation>
    </message>
    <message>
        <source>The record of test {number} in the history cannot be read.</source>
        <translation>Der Eintrag des Tests {number} im Verlauf ist nicht lesbar.</translation>
    </message>
    <message>
        <source>nobody could say within {limit} seconds whether there is a newer version</source>
        <translation>innerhalb von {limit} Sekunden war nicht zu erfahren, ob es eine neuere Version gibt</translation>
    </message>
    <message>
        <source>the look for a newer version failed: {reason}</source>
        <translation>die Suche nach einer neueren Version ist fehlgeschlagen: {reason}</translation>
    </message>
    <message>
        <source>the name of a secret: at most {limit} small letters, digits and -</source>
        <translation>der Name eines Geheimnisses: höchstens {limit} Kleinbuchstaben, Ziffern und -</translation>
    </message>
    <message>
        <source>&quot;none&quot;, &quot;installation&quot;, &quot;machine&quot; or &quot;person&quot;</source>
        <translation>&quot;none&quot;, &quot;installation&quot;, &quot;machine&quot; oder &quot;person&quot;</translation>
    </message>
    <message>
        <source>a name and a value like &quot;site=Berlin&quot;</source>
        <translation>ein Name und ein Wert wie &quot;site=Berlin&quot;</translation>
    </message>
    <message>
        <source>expected {expected}, found {found}</source>
        <translation>erwartet wird {expected}, gefunden wurde {found}</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}</source>
        <translation>eine ganze Zahl von {minimum} bis {maximum}</translation>
    </message>
    <message>
        <source>a number from {minimum} to {maximum}</source>
        <translation>eine Zahl von {minimum} bis {maximum}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>data</source>
        <translation>ein Binärwert</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>ein Datum oder eine Uhrzeit</translation>
    </message>
    <message>
        <source>expected {expected}, found an empty text</source>
        <translation>erwartet wird {expected}, gefunden wurde ein leerer Text</translation>
    </message>
    <message>
        <source>expected {expected}, found one of {count} characters</source>
        <translation>erwartet wird {expected}, gefunden wurden {count} Zeichen</translation>
    </message>
    <message>
        <source>expected {expected}, found a line break or another control character</source>
        <translation>erwartet wird {expected}, gefunden wurde ein Zeilenumbruch oder ein anderes Steuerzeichen</translation>
    </message>
    <message>
        <source>expected {expected}, found one of {count} bytes</source>
        <translation>erwartet wird {expected}, gefunden wurden {count} Byte</translation>
    </message>
    <message>
        <source>expected {expected}, which says of what kind the secret is; the secret itself belongs into the key ring (call-notifier config password URL) or an environment variable (password-env)</source>
        <translation>erwartet wird {expected}, was die Art des Geheimnisses angibt; das Geheimnis selbst gehört in den Schlüsselbund (call-notifier config password URL) oder eine Umgebungsvariable (password-env)</translation>
    </message>
    <message>
        <source>expected {expected}, not the secret itself</source>
        <translation>erwartet wird {expected}, nicht das Geheimnis selbst</translation>
    </message>
    <message>
        <source>expected {expected}</source>
        <translation>erwartet wird {expected}</translation>
    </message>
    <message>
        <source>expected a whole path, or one that begins with ~/</source>
        <translation>erwartet wird ein vollständiger Pfad oder einer, der mit ~/ beginnt</translation>
    </message>
    <message>
        <source>a TURN address like &quot;turn:turn.example.com:3478&quot;</source>
        <translation>eine TURN-Adresse wie &quot;turn:turn.example.com:3478&quot;</translation>
    </message>
    <message>
        <source>expected a TURN address without user name and password (RFC 7065 has none); the name belongs into username, the password into the key ring or password-env</source>
        <translation>erwartet wird eine TURN-Adresse ohne Benutzername und Passwort (RFC 7065 kennt keine); der Name gehört in username, das Passwort in den Schlüsselbund oder password-env</translation>
    </message>
    <message>
        <source>expected a TURN address of at most {limit} characters</source>
        <translation>erwartet wird eine TURN-Adresse mit höchstens {limit} Zeichen</translation>
    </message>
    <message>
        <source>expected {expected}, without user name and password</source>
        <translation>erwartet wird {expected}, ohne Benutzername und Passwort</translation>
    </message>
    <message>
        <source>expected {expected}; the last minute of a day is 23:59</source>
        <translation>erwartet wird {expected}; die letzte Minute eines Tages ist 23:59</translation>
    </message>
    <message>
        <source>expected {expected}; to be told nothing at all, set enabled to false</source>
        <translation>erwartet wird {expected}; um gar nicht benachrichtigt zu werden, setzen Sie enabled auf false</translation>
    </message>
    <message>
        <source>a far larger number</source>
        <translation>eine weit größere Zahl</translation>
    </message>
    <message>
        <source>expected {expected}; whose home directory ~ means is not known</source>
        <translation>erwartet wird {expected}; welches persönliche Verzeichnis mit ~ gemeint ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>expected {expected}; the name has small letters, digits, _ and . alone</source>
        <translation>erwartet wird {expected}; der Name enthält nur Kleinbuchstaben, Ziffern, _ und .</translation>
    </message>
    <message>
        <source>the name stands there already</source>
        <translation>der Name steht bereits da</translation>
    </message>
    <message>
        <source>{setting} is no setting</source>
        <translation>{setting} ist keine Einstellung</translation>
    </message>
    <message>
        <source>the servers are set by your organisation</source>
        <translation>die Server sind von Ihrer Organisation festgelegt</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}: {problem}</translation>
    </message>
    <message>
        <source>server is no list of tables in the file; put that right first</source>
        <translation>server ist in der Datei keine Liste von Tabellen; korrigieren Sie das zuerst</translation>
    </message>
    <message>
        <source>the servers in the file stand in the way; change it by hand</source>
        <translation>die Server in der Datei verhindern es; ändern Sie die Datei von Hand</translation>
    </message>
    <message>
        <source>put the file right first: {problem}</source>
        <translation>korrigieren Sie zuerst die Datei: {problem}</translation>
    </message>
    <message>
        <source>the change would harm other settings; change the file by hand</source>
        <translation>die Änderung würde anderen Einstellungen schaden; ändern Sie die Datei von Hand</translation>
    </message>
    <message>
        <source>the file would be longer than {size} KiB</source>
        <translation>die Datei würde größer als {size} KiB</translation>
    </message>
    <message>
        <source>{setting} can&apos;t be taken out of its table; change it by hand</source>
        <translation>{setting} lässt sich nicht aus der Tabelle nehmen; ändern Sie die Datei von Hand</translation>
    </message>
    <message>
        <source>{setting} is set by your organisation</source>
        <translation>{setting} ist von Ihrer Organisation festgelegt</translation>
    </message>
    <message>
        <source>{setting}: only an organisation&apos;s policy can set this</source>
        <translation>{setting}: Dies kann nur eine Richtlinie der Organisation festlegen</translation>
    </message>
    <message>
        <source>the file can&apos;t be written: {reason}</source>
        <translation>die Datei kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>the file can&apos;t be written: it holds characters that UTF-8 has not</source>
        <translation>die Datei kann nicht geschrieben werden: Sie enthält Zeichen, die es in UTF-8 nicht gibt</translation>
    </message>
    <message>
        <source>{table} is no table in the file; put that right first</source>
        <translation>{table} ist in der Datei keine Tabelle; korrigieren Sie das zuerst</translation>
    </message>
    <message>
        <source>there is no {table} table in it</source>
        <translation>darin fehlt die Tabelle {table}</translation>
    </message>
    <message>
        <source>the file is empty, or is gone</source>
        <translation>die Datei ist leer oder nicht mehr da</translation>
    </message>
    <message>
        <source>it is neither JSON nor TOML</source>
        <translation>es ist weder JSON noch TOML</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>das Ende kommt zu früh</translation>
    </message>
    <message>
        <source>nothing was pasted</source>
        <translation>es wurde nichts eingefügt</translation>
    </message>
    <message>
        <source>the text is longer than {limit} characters</source>
        <translation>der Text ist länger als {limit} Zeichen</translation>
    </message>
    <message>
        <source>there is no TURN address in it: a URL that begins with turn: or turns:</source>
        <translation>darin ist keine TURN-Adresse: eine URL, die mit turn: oder turns: beginnt</translation>
    </message>
    <message>
        <source>its credentialType is not &quot;password&quot;, the only one supported</source>
        <translation>credentialType ist nicht &quot;password&quot;, nur das wird unterstützt</translation>
    </message>
    <message>
        <source>it holds characters that are not Unicode text</source>
        <translation>es enthält Zeichen, die kein Unicode-Text sind</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is not an RTCIceServer: {reason}</source>
        <translation>es ist kein RTCIceServer: {reason}</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}: {problem}</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, Zeile {line}</translation>
    </message>
    <message>
        <source>{place}: {setting}: {problem}</source>
        <translation>{place}: {setting}: {problem}</translation>
    </message>
    <message>
        <source>only an organisation&apos;s policy can set this</source>
        <translation>dies kann nur eine Richtlinie der Organisation festlegen</translation>
    </message>
    <message>
        <source>{unknown}; expected one of {names}</source>
        <translation>{unknown}; erwartet wird eines von {names}</translation>
    </message>
    <message>
        <source>expected a code, or a table for a language like &quot;de&quot; or &quot;pt-BR&quot;</source>
        <translation>erwartet wird ein Code oder eine Tabelle für eine Sprache wie &quot;de&quot; oder &quot;pt-BR&quot;</translation>
    </message>
    <message>
        <source>expected tables that begin with [[{table}]], with two brackets</source>
        <translation>erwartet werden Tabellen, die mit [[{table}]] beginnen, mit doppelten Klammern</translation>
    </message>
    <message>
        <source>expected a username beside it; this server is left out</source>
        <translation>erwartet wird dazu ein username; dieser Server wird ausgelassen</translation>
    </message>
    <message>
        <source>expected {expected}, found an empty list</source>
        <translation>erwartet wird {expected}, gefunden wurde eine leere Liste</translation>
    </message>
    <message>
        <source>expected at least one address that can be used; this server is left out</source>
        <translation>erwartet wird mindestens eine verwendbare Adresse; dieser Server wird ausgelassen</translation>
    </message>
    <message>
        <source>a secret never stands in this file: delete this line, then store the secret with call-notifier config password URL, or name an environment variable in password-env</source>
        <translation>ein Geheimnis steht nie in dieser Datei: Löschen Sie diese Zeile und speichern Sie das Geheimnis mit call-notifier config password URL oder nennen Sie in password-env eine Umgebungsvariable</translation>
    </message>
    <message>
        <source>{unknown}; did you mean {name}?</source>
        <translation>{unknown}; meinten Sie {name}?</translation>
    </message>
    <message>
        <source>more than {limit} dots on one line; the file is not used</source>
        <translation>mehr als {limit} Punkte in einer Zeile; die Datei wird nicht verwendet</translation>
    </message>
    <message>
        <source>values are nested too deeply; the file is not used</source>
        <translation>Werte sind zu tief verschachtelt; die Datei wird nicht verwendet</translation>
    </message>
    <message>
        <source>no TOML: {reason}; the file is not used</source>
        <translation>kein TOML: {reason}; die Datei wird nicht verwendet</translation>
    </message>
    <message>
        <source>a whole number of thousands of digits; the file is not used</source>
        <translation>eine ganze Zahl mit Tausenden von Ziffern; die Datei wird nicht verwendet</translation>
    </message>
    <message>
        <source>{problem}; the file is not used</source>
        <translation>{problem}; die Datei wird nicht verwendet</translation>
    </message>
    <message>
        <source>longer than {size} KiB</source>
        <translation>größer als {size} KiB</translation>
    </message>
    <message>
        <source>no setting of this name</source>
        <translation>keine Einstellung dieses Namens</translation>
    </message>
    <message>
        <source>expected at most {limit} servers; this one and the rest are left out</source>
        <translation>erwartet werden höchstens {limit} Server; dieser und die übrigen werden ausgelassen</translation>
    </message>
    <message>
        <source>expected urls in it; this server is left out</source>
        <translation>darin wird urls erwartet; dieser Server wird ausgelassen</translation>
    </message>
    <message>
        <source>expected at most {limit} addresses; this one and the rest are left out</source>
        <translation>erwartet werden höchstens {limit} Adressen; diese und die übrigen werden ausgelassen</translation>
    </message>
    <message>
        <source>stands in server {number} already; left out here</source>
        <translation>steht bereits in Server {number}; wird hier ausgelassen</translation>
    </message>
    <message>
        <source>{unknown} here; it belongs into [[{table}]]</source>
        <translation>{unknown} an dieser Stelle; sie gehört in [[{table}]]</translation>
    </message>
    <message>
        <source>no TOML: {reason} (column {column}); the file is not used</source>
        <translation>kein TOML: {reason} (Spalte {column}); die Datei wird nicht verwendet</translation>
    </message>
    <message>
        <source>no TOML: {reason} (end of the file); the file is not used</source>
        <translation>kein TOML: {reason} (Dateiende); die Datei wird nicht verwendet</translation>
    </message>
    <message>
        <source>expected a file, found a directory</source>
        <translation>erwartet wird eine Datei, gefunden wurde ein Ordner</translation>
    </message>
    <message>
        <source>expected an ordinary file</source>
        <translation>erwartet wird eine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>can&apos;t be read: {reason}</source>
        <translation>nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>expected UTF-8 text</source>
        <translation>erwartet wird UTF-8-Text</translation>
    </message>
    <message>
        <source>the list of versions is longer than {size} KiB</source>
        <translation>die Versionsliste ist größer als {size} KiB</translation>
    </message>
    <message>
        <source>version in the list of versions is not of the form 0.3.0</source>
        <translation>version in der Versionsliste hat nicht die Form 0.3.0</translation>
    </message>
    <message>
        <source>url in the list of versions is no https address</source>
        <translation>url in der Versionsliste ist keine https-Adresse</translation>
    </message>
    <message>
        <source>published in the list of versions is no day like 2026-11-20</source>
        <translation>published in der Versionsliste ist kein Datum wie 2026-11-20</translation>
    </message>
    <message>
        <source>summary in the list of versions is no single line of {size} characters at most</source>
        <translation>summary in der Versionsliste ist keine einzelne Zeile mit höchstens {size} Zeichen</translation>
    </message>
    <message>
        <source>the list of versions cannot be read: {reason}</source>
        <translation>die Versionsliste ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>the list of versions cannot be fetched: {reason}</source>
        <translation>die Versionsliste kann nicht abgerufen werden: {reason}</translation>
    </message>
    <message>
        <source>the address of the list of versions is no https address</source>
        <translation>die Adresse der Versionsliste ist keine https-Adresse</translation>
    </message>
    <message>
        <source>the server of the list of versions sends on to another place</source>
        <translation>der Server der Versionsliste leitet an eine andere Stelle weiter</translation>
    </message>
    <message>
        <source>the server of the list of versions answers with status {number}</source>
        <translation>der Server der Versionsliste antwortet mit Status {number}</translation>
    </message>
    <message>
        <source>the certificate of the server of the list of versions: {reason}</source>
        <translation>das Zertifikat des Servers der Versionsliste: {reason}</translation>
    </message>
    <message>
        <source>no setting of a server of this name</source>
        <translation>keine Servereinstellung dieses Namens</translation>
    </message>
    <message>
        <source>{unknown} here; it belongs into [{table}]</source>
        <translation>{unknown} an dieser Stelle; sie gehört in [{table}]</translation>
    </message>
    <message>
        <source>no table of this name</source>
        <translation>keine Tabelle dieses Namens</translation>
    </message>
    <message>
        <source>expected a table: [{table}] on a line of its own</source>
        <translation>erwartet wird eine Tabelle: [{table}] in einer eigenen Zeile</translation>
    </message>
    <message>
        <source>{problem}; this server is left out</source>
        <translation>{problem}; dieser Server wird ausgelassen</translation>
    </message>
    <message>
        <source>more than {limit} files; this one and the rest are not used</source>
        <translation>mehr als {limit} Dateien; diese und die übrigen werden nicht verwendet</translation>
    </message>
    <message>
        <source>{name} is no number of JSON</source>
        <translation>{name} ist keine JSON-Zahl</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>der Ordner</translation>
    </message>
    <message>
        <source>{what} does not belong to user {number}</source>
        <translation>{what} gehört nicht Benutzer {number}</translation>
    </message>
    <message>
        <source>others than its owner can write to {what}; set its mode to go-w</source>
        <translation>{what} ist nicht nur für den Besitzer beschreibbar; setzen Sie den Modus auf go-w</translation>
    </message>
    <message>
        <source>no JSON: {reason} (column {column})</source>
        <translation>kein JSON: {reason} (Spalte {column})</translation>
    </message>
    <message>
        <source>expected an object: {example}</source>
        <translation>erwartet wird ein Objekt: {example}</translation>
    </message>
    <message>
        <source>a name stands twice in one object</source>
        <translation>ein Name steht zweimal in einem Objekt</translation>
    </message>
    <message>
        <source>expected mandatory or default; what stands in it is left out</source>
        <translation>erwartet wird mandatory oder default; der Inhalt wird ausgelassen</translation>
    </message>
    <message>
        <source>{what} does not belong to root</source>
        <translation>{what} gehört nicht root</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>values are nested too deeply</source>
        <translation>Werte sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>a whole number of thousands of digits</source>
        <translation>eine ganze Zahl mit Tausenden von Ziffern</translation>
    </message>
    <message>
        <source>expected an object of tables, like {example}</source>
        <translation>erwartet wird ein Objekt aus Tabellen wie {example}</translation>
    </message>
    <message>
        <source>The call server can be reached but passes no data on. Tell whoever runs it; nothing on this computer can fix that.</source>
        <translation>Der Anrufserver ist erreichbar, leitet aber keine Daten weiter. Informieren Sie den Betreiber; auf diesem Computer lässt sich das nicht beheben.</translation>
    </message>
    <message>
        <source>This test went to the demonstration relay on this computer and says nothing about your network. Enter a TURN server in the settings.</source>
        <translation>Dieser Test lief über das Demonstrationsrelay auf diesem Computer und sagt nichts über Ihr Netzwerk aus. Geben Sie in den Einstellungen einen TURN-Server ein.</translation>
    </message>
    <message>
        <source>it is set for everybody on this computer by its administrator</source>
        <translation>der Administrator hat es für alle Benutzer dieses Computers festgelegt</translation>
    </message>
    <message>
        <source>The process that collects gave an answer that makes no sense: {reason}</source>
        <translation>Der Prozess zum Sammeln lieferte Unbrauchbares: {reason}</translation>
    </message>
    <message>
        <source>another test is running</source>
        <translation>ein anderer Test läuft bereits</translation>
    </message>
    <message>
        <source>Another version of this program was installed, and cannot be started: {reason}. Nothing is tested until it is installed once more.</source>
        <translation>Eine andere Version dieses Programms wurde installiert und lässt sich nicht starten: {reason}. Bis sie erneut installiert wird, wird nicht getestet.</translation>
    </message>
    <message>
        <source>it ended with status {status}</source>
        <translation>sie endete mit Rückgabewert {status}</translation>
    </message>
    <message>
        <source>it did not answer within {limit} s</source>
        <translation>sie hat nicht innerhalb von {limit} s geantwortet</translation>
    </message>
    <message>
        <source>the test failed for a reason that is in the log</source>
        <translation>der Test ist fehlgeschlagen; der Grund steht im Protokoll</translation>
    </message>
    <message>
        <source>the test was cancelled</source>
        <translation>der Test wurde abgebrochen</translation>
    </message>
    <message>
        <source>an address like &quot;https://name.example.com/path&quot;; plain http only to this computer itself</source>
        <translation>eine Adresse wie &quot;https://name.example.com/path&quot;; einfaches http nur zu diesem Computer selbst</translation>
    </message>
    <message>
        <source>line {number} is not as expected</source>
        <translation>Zeile {number} ist anders als erwartet</translation>
    </message>
    <message>
        <source>The environment variable {name}</source>
        <translation>Die Umgebungsvariable {name}</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} gave an answer that makes no sense; the administrator has to see that {service} has the version of this program.</source>
        <translation>Der Dienst, der das Geheimnis {name} liest, gab keine brauchbare Antwort; der Administrator muss dafür sorgen, dass {service} dieselbe Version wie dieses Programm hat.</translation>
    </message>
    <message>
        <source>The secret in the key ring</source>
        <translation>Das Geheimnis im Schlüsselbund</translation>
    </message>
    <message>
        <source>No password is stored in the key ring for {names}: store it with call-notifier config password URL, or name an environment variable with password-env.</source>
        <translation>Im Schlüsselbund ist kein Passwort für {names} gespeichert: Speichern Sie es mit call-notifier config password URL oder nennen Sie mit password-env eine Umgebungsvariable.</translation>
    </message>
    <message>
        <source>{what} is longer than {limit} characters.</source>
        <translation>{what} hat mehr als {limit} Zeichen.</translation>
    </message>
    <message>
        <source>{what} holds a line break or another control character.</source>
        <translation>{what} enthält einen Zeilenumbruch oder ein anderes Steuerzeichen.</translation>
    </message>
    <message>
        <source>The environment variable {name} is not set.</source>
        <translation>Die Umgebungsvariable {name} ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>expected a dictionary of tables</source>
        <translation>erwartet wird ein Dictionary aus Tabellen</translation>
    </message>
    <message>
        <source>it is no property list</source>
        <translation>es ist keine Property-Liste</translation>
    </message>
    <message>
        <source>expected the servers&apos; settings in keys 1, 2 and so on below</source>
        <translation>erwartet werden die Einstellungen der Server in den Schlüsseln 1, 2 usw. darunter</translation>
    </message>
    <message>
        <source>expected keys with numbers as names; this one is left out</source>
        <translation>erwartet werden Schlüssel mit Zahlen als Namen; dieser wird ausgelassen</translation>
    </message>
    <message>
        <source>The secret {name} can&apos;t be read: this system has no secrets that only root can read. The administrator has to name an environment variable with password-env instead.</source>
        <translation>Das Geheimnis {name} kann nicht gelesen werden: Auf diesem System gibt es keine Geheimnisse, die nur root lesen kann. Der Administrator muss stattdessen mit password-env eine Umgebungsvariable nennen.</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>Das Geheimnis</translation>
    </message>
    <message>
        <source>The key ring did not keep the secret. Name an environment variable with password-env instead.</source>
        <translation>Der Schlüsselbund hat das Geheimnis nicht gespeichert. Nennen Sie stattdessen mit password-env eine Umgebungsvariable.</translation>
    </message>
    <message>
        <source>{what} is empty.</source>
        <translation>{what} ist leer.</translation>
    </message>
    <message>
        <source>There is no secret {name} on this computer: the administrator has to write it into {file}, which only root can read.</source>
        <translation>Auf diesem Computer gibt es kein Geheimnis {name}: Der Administrator muss es in die Datei {file} schreiben, die nur root lesen kann.</translation>
    </message>
    <message>
        <source>Others than root can write to {folder}, so that no secret in it is used: the administrator has to make it root&apos;s, with mode 700.</source>
        <translation>{folder} ist nicht nur für root beschreibbar, daher wird kein Geheimnis darin verwendet: Der Administrator muss root als Besitzer eintragen und den Modus auf 700 setzen.</translation>
    </message>
    <message>
        <source>The secret {name} is not used: the administrator has to make {file} an ordinary file that belongs to root, with mode 600.</source>
        <translation>Das Geheimnis {name} wird nicht verwendet: Der Administrator muss dafür sorgen, dass {file} eine gewöhnliche Datei ist, die root gehört und den Modus 600 hat.</translation>
    </message>
    <message>
        <source>The secret {name} is not used: the administrator has to write one line of at most {limit} characters into {file}.</source>
        <translation>Das Geheimnis {name} wird nicht verwendet: Der Administrator muss eine einzige Zeile mit höchstens {limit} Zeichen in die Datei {file} schreiben.</translation>
    </message>
    <message>
        <source>The secret {name} is not given out: the administrator has to name it as secret-file where it is used, in a policy that this computer has in force.</source>
        <translation>Das Geheimnis {name} wird nicht herausgegeben: Der Administrator muss es dort, wo es verwendet wird, als secret-file nennen, und zwar in einer Richtlinie, die auf diesem Computer in Kraft ist.</translation>
    </message>
    <message>
        <source>The secret {name} is not given out, because it is shared with a TURN server: the administrator has to use another one here.</source>
        <translation>Das Geheimnis {name} wird nicht herausgegeben, weil es mit einem TURN-Server geteilt wird: Der Administrator muss hier ein anderes verwenden.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} is asked too often; the next test asks again.</source>
        <translation>Der Dienst, der das Geheimnis {name} liest, wird zu oft befragt; der nächste Test fragt erneut.</translation>
    </message>
    <message>
        <source>The secret {name} can&apos;t be read: the administrator finds the reason in the log of {service}.</source>
        <translation>Das Geheimnis {name} kann nicht gelesen werden: Der Administrator findet den Grund im Protokoll von {service}.</translation>
    </message>
    <message>
        <source>There is no key ring on this system. Name an environment variable with password-env instead.</source>
        <translation>Auf diesem System gibt es keinen Schlüsselbund. Nennen Sie stattdessen mit password-env eine Umgebungsvariable.</translation>
    </message>
    <message>
        <source>The key ring did not answer within {seconds} s; it may be locked: unlock it, or name an environment variable with password-env.</source>
        <translation>Der Schlüsselbund hat nicht innerhalb von {seconds} s geantwortet; vielleicht ist er gesperrt: Entsperren Sie ihn oder nennen Sie mit password-env eine Umgebungsvariable.</translation>
    </message>
    <message>
        <source>The key ring can&apos;t be used ({kind}). Name an environment variable with password-env instead.</source>
        <translation>Der Schlüsselbund ist nicht nutzbar ({kind}). Nennen Sie stattdessen mit password-env eine Umgebungsvariable.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} did not answer within {seconds} s; the administrator finds the reason in the log of {service}.</source>
        <translation>Der Dienst, der das Geheimnis {name} liest, hat nicht innerhalb von {seconds} s geantwortet; der Administrator findet den Grund im Protokoll von {service}.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} does not run: the administrator has to start {service}.</source>
        <translation>Der Dienst, der das Geheimnis {name} liest, läuft nicht: Der Administrator muss {service} starten.</translation>
    </message>
    <message>
        <source>The key ring is locked or can&apos;t be opened: unlock it, or name an environment variable with password-env.</source>
        <translation>Der Schlüsselbund ist gesperrt oder lässt sich nicht öffnen: Entsperren Sie ihn oder nennen Sie mit password-env eine Umgebungsvariable.</translation>
    </message>
    <message>
        <source>a host name like &quot;meet.example.com&quot; or &quot;*.example.com&quot;</source>
        <translation>ein Hostname wie &quot;meet.example.com&quot; oder &quot;*.example.com&quot;</translation>
    </message>
    <message>
        <source>an origin like &quot;https://meet.example.com&quot;, &quot;http://localhost:8080&quot;, &quot;file://&quot; or &quot;app://name&quot;</source>
        <translation>ein Ursprung wie &quot;https://meet.example.com&quot;, &quot;http://localhost:8080&quot;, &quot;file://&quot; oder &quot;app://name&quot;</translation>
    </message>
    <message>
        <source>expected {expected}, without scheme, port and path</source>
        <translation>erwartet wird {expected}, ohne Schema, Port und Pfad</translation>
    </message>
    <message>
        <source>expected {expected}; every site is watch = &quot;all&quot;</source>
        <translation>erwartet wird {expected}; alle Seiten erfasst watch = &quot;all&quot;</translation>
    </message>
    <message>
        <source>expected {expected}: scheme, host and port, without a path</source>
        <translation>erwartet wird {expected}: Schema, Host und Port, ohne Pfad</translation>
    </message>
    <message>
        <source>expected {expected}, with a port from 1 to 65535</source>
        <translation>erwartet wird {expected}, mit einem Port von 1 bis 65535</translation>
    </message>
    <message>
        <source>expected {expected}, other letters in their ASCII form (xn--…)</source>
        <translation>erwartet wird {expected}, andere Buchstaben in ihrer ASCII-Form (xn--…)</translation>
    </message>
    <message>
        <source>expected {expected}, or a whole IP address</source>
        <translation>erwartet wird {expected} oder eine vollständige IP-Adresse</translation>
    </message>
    <message>
        <source>a TURN address holds no user name or password, and no @</source>
        <translation>eine TURN-Adresse enthält weder Benutzername noch Passwort und kein @</translation>
    </message>
    <message>
        <source>{text} is not a TURN address like turn:host:3478?transport=udp or turns:host:443</source>
        <translation>{text} ist keine TURN-Adresse wie turn:host:3478?transport=udp oder turns:host:443</translation>
    </message>
    <message>
        <source>{text}: the port must be from 1 to 65535</source>
        <translation>{text}: Der Port muss zwischen 1 und 65535 liegen</translation>
    </message>
    <message>
        <source>{text}: the transport must be udp or tcp, not {transport}</source>
        <translation>{text}: Der Transport muss udp oder tcp sein, nicht {transport}</translation>
    </message>
    <message>
        <source>{text}: {host} is not a host name</source>
        <translation>{text}: {host} ist kein Hostname</translation>
    </message>
    <message>
        <source>{text}: turns over udp (DTLS) is not supported; use tcp</source>
        <translation>{text}: turns über udp (DTLS) wird nicht unterstützt; verwenden Sie tcp</translation>
    </message>
    <message>
        <source>{text}: {host} is not an IPv6 address</source>
        <translation>{text}: {host} ist keine IPv6-Adresse</translation>
    </message>
</context>
<context>
    <name>freedesktop</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>headline</name>
    <message>
        <source>Paused until you resume</source>
        <translation>Pausiert, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>Pausiert bis {time}</translation>
    </message>
    <message>
        <source>{sentence}. Neither a microphone nor a camera was found</source>
        <translation>{sentence}. Weder Mikrofon noch Kamera gefunden</translation>
    </message>
    <message>
        <source>Demonstration: {sentence}</source>
        <translation>Demonstration: {sentence}</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>Noch nicht sicher</translation>
    </message>
    <message>
        <source>Not sure yet, testing again</source>
        <translation>Noch nicht sicher, Test läuft erneut</translation>
    </message>
    <message>
        <source>demonstration relay: this is not your network</source>
        <translation>Demonstrationsrelay: Dies ist nicht Ihr Netzwerk</translation>
    </message>
    <message>
        <source>{sentence}, at {time}</source>
        <translation>{sentence} ({time})</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>morgen, {time}</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>Es wurde noch nicht getestet</translation>
    </message>
    <message>
        <source>Testing the network: {percent} %</source>
        <translation>Netzwerktest: {percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>joined</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>{before} {sentence}</source>
        <translation>{before} {sentence}</translation>
    </message>
</context>
<context>
    <name>last_day</name>
    <message>
        <source>Nothing was tested</source>
        <translation>Es wurde nicht getestet</translation>
    </message>
    <message>
        <source>{state} {percent}</source>
        <translation>{state} {percent}</translation>
    </message>
    <message>
        <source>Calls: {count}</source>
        <translation>Anrufe: {count}</translation>
    </message>
    <message>
        <source>Last 24 hours: {states}</source>
        <translation>Letzte 24 Stunden: {states}</translation>
    </message>
    <message>
        <source>Last 24 hours: {states}; worst at {time}</source>
        <translation>Letzte 24 Stunden: {states}; am schlechtesten: {time}</translation>
    </message>
</context>
<context>
    <name>meaning</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Good, perhaps minor issues</source>
        <translation>Gut, vielleicht kleine Störungen</translation>
    </message>
    <message>
        <source>Thumbnail only</source>
        <translation>Nur Miniaturbild</translation>
    </message>
    <message>
        <source>Poor quality</source>
        <translation>Dürftige Qualität</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Mäßig</translation>
    </message>
    <message>
        <source>Not in good quality</source>
        <translation>Nicht in guter Qualität</translation>
    </message>
    <message>
        <source>Not enough bandwidth</source>
        <translation>Zu wenig Bandbreite</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Breaks up</source>
        <translation>Abgehackt</translation>
    </message>
    <message>
        <source>Freezes</source>
        <translation>Bleibt stehen</translation>
    </message>
    <message>
        <source>Hardly possible</source>
        <translation>Kaum möglich</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Screen sharing</source>
        <translation>Bildschirmfreigabe</translation>
    </message>
</context>
<context>
    <name>message</name>
    <message>
        <source>This network keeps changing. You are told again when it has been steady for a while.</source>
        <translation>Dieses Netzwerk wechselt ständig. Sie werden erst wieder benachrichtigt, wenn es eine Weile stabil war.</translation>
    </message>
    <message>
        <source>It was not good for {duration}.</source>
        <translation>Es war {duration} lang nicht gut.</translation>
    </message>
    <message>
        <source>Until then nothing is known of the network.</source>
        <translation>Bis dahin ist über das Netzwerk nichts bekannt.</translation>
    </message>
    <message>
        <source>Quiet for today</source>
        <translation>Heute nicht stören</translation>
    </message>
    <message>
        <source>What can I do?</source>
        <translation>Was kann ich tun?</translation>
    </message>
    <message>
        <source>The call server has no relay left</source>
        <translation>Der Anrufserver hat kein Relay mehr frei</translation>
    </message>
    <message>
        <source>The call server refuses the password</source>
        <translation>Der Anrufserver lehnt das Passwort ab</translation>
    </message>
    <message>
        <source>Good again: {summary}</source>
        <translation>Wieder gut: {summary}</translation>
    </message>
    <message>
        <source>Unstable: {summary}</source>
        <translation>Instabil: {summary}</translation>
    </message>
    <message>
        <source>Not connected to any network</source>
        <translation>Mit keinem Netzwerk verbunden</translation>
    </message>
    <message>
        <source>Sign in to the network first</source>
        <translation>Melden Sie sich zuerst im Netzwerk an</translation>
    </message>
    <message>
        <source>{word}: {summary}</source>
        <translation>{word}: {summary}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>pause</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;30 minutes</source>
        <translation>&amp;30 Minuten</translation>
    </message>
    <message>
        <source>1 &amp;hour</source>
        <translation>1 &amp;Stunde</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>Bis &amp;morgen</translation>
    </message>
    <message>
        <source>Until &amp;resumed</source>
        <translation>Bis zum &amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>The call server refuses the user name or password, so the network could not be tested</source>
        <translation>Der Anrufserver lehnt Benutzername oder Passwort ab, daher konnte das Netzwerk nicht getestet werden</translation>
    </message>
    <message>
        <source>The call server has no relay left for you, so the network could not be tested</source>
        <translation>Der Anrufserver hat für Sie kein Relay mehr frei, daher konnte das Netzwerk nicht getestet werden</translation>
    </message>
    <message>
        <source>The call server let nobody in, so the network could not be tested</source>
        <translation>Der Anrufserver ließ niemanden zu, daher konnte das Netzwerk nicht getestet werden</translation>
    </message>
</context>
<context>
    <name>server_list</name>
    <message>
        <source>Check that web pages open. If they do, a firewall may hold this way up.</source>
        <translation>Prüfen Sie, ob sich Webseiten öffnen lassen. Wenn ja, sperrt vielleicht eine Firewall diesen Weg.</translation>
    </message>
    <message>
        <source>Check the address in the settings, or ask whoever runs it.</source>
        <translation>Prüfen Sie die Adresse in den Einstellungen oder fragen Sie den Betreiber.</translation>
    </message>
    <message>
        <source>Check its spelling in the settings.</source>
        <translation>Prüfen Sie die Schreibweise in den Einstellungen.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, and tell whoever runs the server.</source>
        <translation>Prüfen Sie die Uhr dieses Computers und informieren Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Check them in the settings, or ask whoever gave them to you.</source>
        <translation>Prüfen Sie beides in den Einstellungen oder fragen Sie dort nach, wo Sie es erhalten haben.</translation>
    </message>
    <message>
        <source>Tell whoever runs it.</source>
        <translation>Informieren Sie den Betreiber.</translation>
    </message>
    <message>
        <source>Close other calls and try again, or ask whoever runs it for more.</source>
        <translation>Beenden Sie andere Anrufe und versuchen Sie es erneut oder bitten Sie den Betreiber um mehr.</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>Prüfen Sie die Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>Noch nicht getestet</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Works, {time} there and back</source>
        <translation>Funktioniert, {time} hin und zurück</translation>
    </message>
</context>
<context>
    <name>setting</name>
    <message>
        <source>Time between tests</source>
        <translation>Zeit zwischen Tests</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Longer or shorter by chance</source>
        <translation>Zufällig länger oder kürzer</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Data budget</source>
        <translation>Datenbudget</translation>
    </message>
    <message>
        <source> MB a day</source>
        <translation> MB pro Tag</translation>
    </message>
    <message>
        <source>nothing by itself</source>
        <translation>keine automatischen Tests</translation>
    </message>
    <message>
        <source>Where data is paid for by volume</source>
        <translation>Bei Abrechnung nach Datenmenge</translation>
    </message>
    <message>
        <source>Light tests only</source>
        <translation>Nur leichte Tests</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Alle Tests</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>Keine Tests</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Benachrichtigungen anzeigen</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Quiet while the desktop asks for it</source>
        <translation>Ruhe, wenn der Desktop darum bittet</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Icons in the panel</source>
        <translation>Symbole in der Leiste</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>Farbig</translation>
    </message>
    <message>
        <source>In one colour</source>
        <translation>Einfarbig</translation>
    </message>
    <message>
        <source>Keep tests and calls for</source>
        <translation>Tests und Anrufe aufbewahren</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Page that shows whether a sign-in is needed</source>
        <translation>Seite, die zeigt, ob eine Anmeldung nötig ist</translation>
    </message>
    <message>
        <source>Learn from calls</source>
        <translation>Aus Anrufen lernen</translation>
    </message>
    <message>
        <source>The organisation&apos;s own model</source>
        <translation>Eigenes Modell der Organisation</translation>
    </message>
    <message>
        <source>Watch calls</source>
        <translation>Anrufe beobachten</translation>
    </message>
    <message>
        <source>Calls in the browser</source>
        <translation>Anrufe im Browser</translation>
    </message>
    <message>
        <source>All web pages</source>
        <translation>Alle Webseiten</translation>
    </message>
    <message>
        <source>Only those listed</source>
        <translation>Nur die aufgeführten</translation>
    </message>
    <message>
        <source>No web pages</source>
        <translation>Keine Webseiten</translation>
    </message>
    <message>
        <source>Web pages, one a line</source>
        <translation>Webseiten, eine pro Zeile</translation>
    </message>
    <message>
        <source>Applications that report by themselves, one a line</source>
        <translation>Selbst meldende Anwendungen, eine pro Zeile</translation>
    </message>
    <message>
        <source>Port for those applications</source>
        <translation>Port für diese Anwendungen</translation>
    </message>
    <message>
        <source>Keep session descriptions</source>
        <translation>Sitzungsbeschreibungen aufbewahren</translation>
    </message>
    <message>
        <source>Ask after a call how it was</source>
        <translation>Nach Anrufen um Bewertung bitten</translation>
    </message>
    <message>
        <source>Databases of places, one file a line</source>
        <translation>Ortsdatenbanken, eine Datei pro Zeile</translation>
    </message>
    <message>
        <source>Tell me of newer versions</source>
        <translation>Neuere Versionen melden</translation>
    </message>
    <message>
        <source>List of versions</source>
        <translation>Versionsliste</translation>
    </message>
    <message>
        <source>Figures are sent to</source>
        <translation>Kennzahlen gehen an</translation>
    </message>
    <message>
        <source>Time between two sends</source>
        <translation>Zeit zwischen zwei Sendungen</translation>
    </message>
    <message>
        <source>What the figures say of this computer</source>
        <translation>Angaben der Kennzahlen zu diesem Computer</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>A random number</source>
        <translation>Eine Zufallszahl</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Sein Name</translation>
    </message>
    <message>
        <source>Its name and yours</source>
        <translation>Sein Name und Ihrer</translation>
    </message>
    <message>
        <source>Said along with the figures</source>
        <translation>Zusatzangaben zu den Kennzahlen</translation>
    </message>
    <message>
        <source>Variable that holds the token</source>
        <translation>Variable mit dem Token</translation>
    </message>
    <message>
        <source>Secret that holds the token</source>
        <translation>Geheimnis mit dem Token</translation>
    </message>
    <message>
        <source>Certificates for the collector</source>
        <translation>Zertifikate für den Collector</translation>
    </message>
    <message>
        <source>Figures are written to the folder</source>
        <translation>Ordner für die Kennzahlen</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Name of a server</source>
        <translation>Name eines Servers</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password or shared secret</source>
        <translation>Passwort oder gemeinsames Geheimnis</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Shared secret (TURN REST)</source>
        <translation>Gemeinsames Geheimnis (TURN REST)</translation>
    </message>
    <message>
        <source>Variable that holds the password</source>
        <translation>Variable mit dem Passwort</translation>
    </message>
    <message>
        <source>Secret that holds the password</source>
        <translation>Geheimnis mit dem Passwort</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>Vertrauenswürdige Zertifikate</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Tests and data</source>
        <translation>Tests und Daten</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Your calls</source>
        <translation>Ihre Anrufe</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Data used by tests</source>
        <translation>Datenverbrauch der Tests</translation>
    </message>
    <message>
        <source>TURN STUN ICE relay password secret login account host</source>
        <translation>TURN STUN ICE Relay Passwort Kennwort Geheimnis Anmeldung Konto Host</translation>
    </message>
    <message>
        <source>how often frequency schedule every minutes</source>
        <translation>wie oft Häufigkeit Zeitplan alle Minuten Intervall</translation>
    </message>
    <message>
        <source>traffic volume limit megabytes cost cap</source>
        <translation>Datenverkehr Datenvolumen Grenze Limit Megabyte Kosten Obergrenze</translation>
    </message>
    <message>
        <source>mobile cellular hotspot tethering roaming</source>
        <translation>mobil Mobilfunk Handy Hotspot Tethering Roaming</translation>
    </message>
    <message>
        <source>random jitter variation</source>
        <translation>zufällig Zufall Schwankung Streuung</translation>
    </message>
    <message>
        <source>hotel captive portal log-in hotspot</source>
        <translation>Hotel Anmeldeseite Portal Anmeldung Hotspot</translation>
    </message>
    <message>
        <source>traffic volume megabytes today this month usage</source>
        <translation>Datenverkehr Datenvolumen Megabyte heute Monat Verbrauch</translation>
    </message>
    <message>
        <source>mute pop-ups alerts messages silence</source>
        <translation>stumm Pop-ups Hinweise Meldungen Ruhe</translation>
    </message>
    <message>
        <source>night mute silence evening</source>
        <translation>Nacht stumm Ruhe Abend</translation>
    </message>
    <message>
        <source>DND focus full screen presentation mute</source>
        <translation>nicht stören Fokus Vollbild Präsentation stumm</translation>
    </message>
    <message>
        <source>update upgrade release</source>
        <translation>Update Aktualisierung Upgrade Release</translation>
    </message>
    <message>
        <source>translation English locale</source>
        <translation>Übersetzung Deutsch Englisch Gebietsschema</translation>
    </message>
    <message>
        <source>tray dark light theme monochrome black white colour color</source>
        <translation>Infobereich dunkel hell Design einfarbig schwarz weiß Farbe</translation>
    </message>
    <message>
        <source>autostart start-up startup boot automatically login</source>
        <translation>Autostart Systemstart automatisch starten Anmeldung</translation>
    </message>
    <message>
        <source>privacy monitor meetings extension</source>
        <translation>Privatsphäre Datenschutz Besprechungen Erweiterung</translation>
    </message>
    <message>
        <source>privacy websites extension add-on</source>
        <translation>Privatsphäre Datenschutz Websites Erweiterung Add-on</translation>
    </message>
    <message>
        <source>privacy websites domains allow list</source>
        <translation>Privatsphäre Datenschutz Websites Domains Erlaubnisliste</translation>
    </message>
    <message>
        <source>extension add-on Firefox Chrome Edge register</source>
        <translation>Erweiterung Add-on Firefox Chrome Edge registrieren</translation>
    </message>
    <message>
        <source>feedback rating stars survey question</source>
        <translation>Rückmeldung Feedback Bewertung Sterne Umfrage Frage</translation>
    </message>
    <message>
        <source>privacy machine learning</source>
        <translation>Privatsphäre Datenschutz maschinelles Lernen</translation>
    </message>
    <message>
        <source>texts wording messages notifications language</source>
        <translation>Texte Formulierung Meldungen Benachrichtigungen Sprache</translation>
    </message>
    <message>
        <source>delete storage privacy disk months</source>
        <translation>löschen Speicher Privatsphäre Datenschutz Festplatte Monate</translation>
    </message>
    <message>
        <source>GeoIP location city country provider</source>
        <translation>GeoIP Standort Stadt Land Anbieter</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>The connectivity test that runs by itself.</source>
        <translation>Der automatische Verbindungstest.</translation>
    </message>
    <message>
        <source>Time from the end of one test to the start of the next.</source>
        <translation>Zeit vom Ende eines Tests bis zum Beginn des nächsten.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>How much data tests may cost in any 24 hours, sent and received together. Tests by themselves keep within it: they come less often, then without loading the line, then not at all. Tests you ask for are always made, and count. With 0 no test runs by itself.</source>
        <translation>Wie viele Daten Tests innerhalb von 24 Stunden kosten dürfen, Senden und Empfangen zusammen. Automatische Tests halten sich daran: Sie laufen seltener, dann ohne die Leitung auszulasten, dann gar nicht mehr. Tests, die Sie auslösen, laufen immer und zählen mit. Bei 0 laufen keine automatischen Tests.</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>Megabyte</translation>
    </message>
    <message>
        <source>What tests by themselves may do where data is paid for by volume: only light ones that do not load the line, full ones too, or none.</source>
        <translation>Was automatische Tests dürfen, wenn nach Datenmenge abgerechnet wird: nur leichte, die die Leitung nicht auslasten, auch vollständige oder keine.</translation>
    </message>
    <message>
        <source>What the desktop shows when the network changes.</source>
        <translation>Was der Desktop zeigt, wenn sich das Netzwerk ändert.</translation>
    </message>
    <message>
        <source>Whether notifications are shown; icon and history go on without them.</source>
        <translation>Ob Benachrichtigungen angezeigt werden; Symbol und Verlauf laufen auch ohne sie weiter.</translation>
    </message>
    <message>
        <source>A time of each day, by the local clock, in which nothing is told; what changed then is told afterwards, if it still holds.</source>
        <translation>Eine Tageszeit nach der Uhr dieses Computers, in der nichts gemeldet wird; was sich währenddessen geändert hat, wird danach gemeldet, falls es noch gilt.</translation>
    </message>
    <message>
        <source>Whether nothing is told while the desktop asks for quiet: do not disturb, a program that fills the screen, a screen that is shared. It is told afterwards.</source>
        <translation>Ob nichts gemeldet wird, solange der Desktop um Ruhe bittet: „Bitte nicht stören“, ein bildschirmfüllendes Programm, ein freigegebener Bildschirm. Es wird danach gemeldet.</translation>
    </message>
    <message>
        <source>How the program looks.</source>
        <translation>Wie das Programm aussieht.</translation>
    </message>
    <message>
        <source>The language of windows and notifications; without one it is the system&apos;s.</source>
        <translation>Die Sprache der Fenster und Benachrichtigungen; ohne Angabe ist es die des Systems.</translation>
    </message>
    <message>
        <source>Icons in colour, or in the one colour that goes with the panel; their shapes tell the states apart in both.</source>
        <translation>Farbige Symbole oder solche in der einen Farbe, die zur Leiste passt; in beiden Fällen unterscheiden die Formen die Zustände.</translation>
    </message>
    <message>
        <source>What is remembered.</source>
        <translation>Was aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Tests and calls older than this are deleted; 0 keeps them for ever.</source>
        <translation>Ältere Tests und Anrufe werden gelöscht; bei 0 bleiben sie unbegrenzt erhalten.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>A model that was trained on the organisation&apos;s own calls, asked instead of the program&apos;s own; where it can&apos;t be used, that one is.</source>
        <translation>Ein mit den eigenen Anrufen der Organisation trainiertes Modell, das anstelle des programmeigenen befragt wird; ist es nicht verwendbar, wird das programmeigene befragt.</translation>
    </message>
    <message>
        <source>Whether applications and the browser extension may report calls. Otherwise the program knows of none.</source>
        <translation>Ob Anwendungen und die Browsererweiterung Anrufe melden dürfen. Andernfalls erfährt das Programm von keinem.</translation>
    </message>
    <message>
        <source>Which web pages&apos; calls the browser extension reports: of all sites, of those listed, or of none.</source>
        <translation>Von welchen Webseiten die Browsererweiterung Anrufe meldet: von allen, von den aufgeführten oder von keinen.</translation>
    </message>
    <message>
        <source>Hosts whose pages are watched where only listed ones are; a name that begins with *. stands for all hosts below it, and not for itself.</source>
        <translation>Hosts, deren Seiten beobachtet werden, wenn nur aufgeführte gelten; ein Name, der mit *. beginnt, steht für alle Hosts darunter, nicht für sich selbst.</translation>
    </message>
    <message>
        <source>The port of that WebSocket, on 127.0.0.1.</source>
        <translation>Der Port dieses WebSockets auf 127.0.0.1.</translation>
    </message>
    <message>
        <source>Whether the session descriptions (SDP) that applications send are kept with the call; addresses of both sides stand in them.</source>
        <translation>Ob die Sitzungsbeschreibungen (SDP), die Anwendungen senden, mit dem Anruf aufbewahrt werden; sie enthalten Adressen beider Seiten.</translation>
    </message>
    <message>
        <source>Whether a window asks after a call how it was.</source>
        <translation>Ob nach einem Anruf ein Fenster fragt, wie er war.</translation>
    </message>
    <message>
        <source>The sentences of the notifications, by notification code.</source>
        <translation>Die Sätze der Benachrichtigungen, nach Benachrichtigungscode.</translation>
    </message>
    <message>
        <source>MaxMind DB files; those that do not exist are passed over.</source>
        <translation>MaxMind-DB-Dateien; nicht vorhandene werden übergangen.</translation>
    </message>
    <message>
        <source>Whether you are told of newer versions; none is ever installed by itself.</source>
        <translation>Ob Ihnen neuere Versionen gemeldet werden; von selbst wird nie eine installiert.</translation>
    </message>
    <message>
        <source>Whether to look once a day for a newer version, and to tell you where there is one.</source>
        <translation>Ob einmal am Tag nach einer neueren Version gesucht und eine gefundene gemeldet wird.</translation>
    </message>
    <message>
        <source>The list of versions that an organisation offers, as JSON; without one, what installed the program is asked.</source>
        <translation>Die Liste der Versionen, die eine Organisation anbietet, als JSON; ohne Angabe wird befragt, was das Programm installiert hat, etwa die Paketverwaltung.</translation>
    </message>
    <message>
        <source>Figures for an organisation&apos;s own monitoring; without a collector and a folder there are none.</source>
        <translation>Kennzahlen für die eigene Überwachung einer Organisation; ohne Collector und Ordner gibt es keine.</translation>
    </message>
    <message>
        <source>The collector that figures are sent to, by OTLP over HTTP; without one none are sent.</source>
        <translation>Der Collector, an den Kennzahlen über OTLP per HTTP gesendet werden; ohne Angabe werden keine gesendet.</translation>
    </message>
    <message>
        <source>Each wait is made longer or shorter by chance, by at most this part of it, so that many computers do not test at the same moment.</source>
        <translation>Jede Wartezeit wird zufällig um höchstens diesen Anteil verlängert oder verkürzt, damit nicht viele Computer im selben Moment testen.</translation>
    </message>
    <message>
        <source>A page that answers 204 (No Content) over plain HTTP. Where no server can be reached, it is fetched to see whether the network wants a sign-in first; without one, only the system is asked what it knows, and nothing is sent.</source>
        <translation>Eine Seite, die über einfaches HTTP mit 204 (No Content) antwortet. Ist kein Server erreichbar, wird sie abgerufen, um festzustellen, ob das Netzwerk zuerst eine Anmeldung verlangt; ohne eine solche wird nur das System befragt und nichts gesendet.</translation>
    </message>
    <message>
        <source>How it is forecast what a call will be like.</source>
        <translation>Wie vorhergesagt wird, wie ein Anruf verläuft.</translation>
    </message>
    <message>
        <source>Whether the next forecasts on a network are corrected by how your calls went there. What is learnt stays on this computer; it never makes a good forecast of a bad one, or the other way round, by itself.</source>
        <translation>Ob der Verlauf Ihrer Anrufe in einem Netzwerk die nächsten Vorhersagen dort korrigiert. Das Gelernte bleibt auf diesem Computer; für sich allein macht es nie aus einer schlechten Vorhersage eine gute oder umgekehrt.</translation>
    </message>
    <message>
        <source>Which of your calls the program watches.</source>
        <translation>Welche Ihrer Anrufe das Programm verfolgt.</translation>
    </message>
    <message>
        <source>Web and Electron applications that may report their calls by themselves, over a WebSocket on this computer, are told verdicts and may ask for tests. Without any there is no WebSocket.</source>
        <translation>Web- und Electron-Anwendungen, die ihre Anrufe selbst über einen WebSocket auf diesem Computer melden dürfen, Einschätzungen erfahren und Tests auslösen können. Ist keine eingetragen, gibt es keinen WebSocket.</translation>
    </message>
    <message>
        <source>Databases on this computer that tell provider, city and country from an address.</source>
        <translation>Datenbanken auf diesem Computer, die zu einer Adresse Anbieter, Stadt und Land nennen.</translation>
    </message>
    <message>
        <source>Time from one sending of figures to the next.</source>
        <translation>Zeit von einer Sendung der Kennzahlen bis zur nächsten.</translation>
    </message>
    <message>
        <source>What the figures say of where they come from: nothing, a random number of this installation, the computer&apos;s name, or that and the name of who is logged in.</source>
        <translation>Was die Kennzahlen über ihre Herkunft angeben: nichts, eine Zufallszahl dieser Installation, den Namen des Computers oder diesen und den Namen der angemeldeten Person.</translation>
    </message>
    <message>
        <source>What an organisation says of this computer, sent along with all figures.</source>
        <translation>Was eine Organisation über diesen Computer angibt; es wird mit allen Kennzahlen gesendet.</translation>
    </message>
    <message>
        <source>The environment variable that holds the token for the collector.</source>
        <translation>Die Umgebungsvariable mit dem Token für den Collector.</translation>
    </message>
    <message>
        <source>The secret, which only root can read, that holds the token for the collector.</source>
        <translation>Das Geheimnis mit dem Token für den Collector; nur root kann es lesen.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust for the collector beside the system&apos;s.</source>
        <translation>Zertifikate (PEM), denen beim Collector zusätzlich zu denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>The folder in which a file with the figures is kept for node_exporter&apos;s textfile collector; without one there is no file.</source>
        <translation>Der Ordner, in dem eine Datei mit den Kennzahlen für den textfile-Collector von node_exporter liegt; ohne Angabe gibt es keine Datei.</translation>
    </message>
    <message>
        <source>A TURN server to test against; there may be several of these tables, each with two brackets.</source>
        <translation>Ein TURN-Server für die Tests; es darf mehrere dieser Tabellen geben, jede mit doppelten Klammern.</translation>
    </message>
    <message>
        <source>Addresses of the server as RFC 7065 writes them, each tested by itself.</source>
        <translation>Adressen des Servers in RFC-7065-Schreibweise, jede wird für sich getestet.</translation>
    </message>
    <message>
        <source>The name people read; without one it is the host name.</source>
        <translation>Der angezeigte Name; ohne Angabe ist es der Hostname.</translation>
    </message>
    <message>
        <source>The user name for the server; without one no credentials are sent.</source>
        <translation>Der Benutzername für den Server; ohne Angabe werden keine Zugangsdaten gesendet.</translation>
    </message>
    <message>
        <source>Whether the secret is the user&apos;s password, or shared with the server to make passwords that last an hour (TURN REST).</source>
        <translation>Ob das Geheimnis das Passwort des Benutzers ist oder mit dem Server geteilt wird, um eine Stunde gültige Passwörter zu erzeugen (TURN REST).</translation>
    </message>
    <message>
        <source>The environment variable that holds the secret; without one the key ring is asked.</source>
        <translation>Die Umgebungsvariable mit dem Geheimnis; ohne Angabe wird der Schlüsselbund befragt.</translation>
    </message>
    <message>
        <source>The secret, which only root can read, that the password or shared secret is taken from.</source>
        <translation>Das Geheimnis, aus dem das Passwort oder gemeinsame Geheimnis stammt; nur root kann es lesen.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust for turns: beside the system&apos;s.</source>
        <translation>Zertifikate (PEM), denen bei turns zusätzlich zu denen des Systems vertraut wird.</translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>Version {version} is installed. Quit Call Notifier and start it again to use it.</source>
        <translation>Version {version} ist installiert. Beenden Sie Call Notifier und starten Sie es erneut, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>Version {version} is available. Your package manager installs it.</source>
        <translation>Version {version} ist verfügbar. Ihre Paketverwaltung installiert sie.</translation>
    </message>
    <message>
        <source>Version {version} is available. Your organisation installs it, or says how.</source>
        <translation>Version {version} ist verfügbar. Ihre Organisation installiert sie oder sagt Ihnen, wie es geht.</translation>
    </message>
    <message>
        <source>Version {version} is available…</source>
        <translation>Version {version} ist verfügbar…</translation>
    </message>
    <message>
        <source>Version {version} waits for a new start…</source>
        <translation>Version {version} wartet auf Programmneustart…</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Dürftig</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Mäßig</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Ausgezeichnet</translation>
    </message>
    <message>
        <source>We expect your call quality to be really terrible</source>
        <translation>Die Qualität Ihres Anrufs wird voraussichtlich sehr schlecht sein</translation>
    </message>
    <message>
        <source>You are in a very lossy network</source>
        <translation>In Ihrem Netzwerk gehen sehr viele Pakete verloren</translation>
    </message>
    <message>
        <source>Your round trip time seems to be too high for good quality calls, but it might be because you are located far from our test servers</source>
        <translation>Ihre Umlaufzeit scheint für Anrufe in guter Qualität zu hoch zu sein; vielleicht sind Sie aber nur weit von unseren Testservern entfernt</translation>
    </message>
    <message>
        <source>Your bandwidth is insufficient for both audio and video calls</source>
        <translation>Ihre Bandbreite reicht weder für Audio- noch für Videoanrufe</translation>
    </message>
    <message>
        <source>With current bandwidth you can have audio-only and thumbnail video. Your network is unstable and you might experience minor issues</source>
        <translation>Mit der aktuellen Bandbreite sind nur Ton und ein Miniaturbild möglich. Ihr Netzwerk ist instabil, kleinere Störungen sind möglich</translation>
    </message>
    <message>
        <source>Current bandwidth is enough for good audio quality, but poor video quality or screen sharing. Your network is unstable and you might experience minor issues</source>
        <translation>Die aktuelle Bandbreite reicht für gute Tonqualität, aber nur für dürftige Qualität von Video oder Bildschirmfreigabe. Ihr Netzwerk ist instabil, kleinere Störungen sind möglich</translation>
    </message>
    <message>
        <source>Your bandwidth is enough for good audio and fair video quality, but not enough for screen sharing quality. Your network is unstable and you might experience minor issues</source>
        <translation>Ihre Bandbreite reicht für guten Ton und mäßige Videoqualität, aber nicht für eine Bildschirmfreigabe in guter Qualität. Ihr Netzwerk ist instabil, kleinere Störungen sind möglich</translation>
    </message>
    <message>
        <source>Your network is unstable and you might experience minor issues</source>
        <translation>Ihr Netzwerk ist instabil, kleinere Störungen sind möglich</translation>
    </message>
    <message>
        <source>With current bandwidth you can have audio-only and thumbnail video</source>
        <translation>Mit der aktuellen Bandbreite sind nur Ton und ein Miniaturbild möglich</translation>
    </message>
    <message>
        <source>Current bandwidth is enough for good audio quality, but poor video quality or screen sharing</source>
        <translation>Die aktuelle Bandbreite reicht für gute Tonqualität, aber nur für dürftige Qualität von Video oder Bildschirmfreigabe</translation>
    </message>
    <message>
        <source>Your bandwidth is enough for good audio and fair video quality, but not enough for screen sharing quality</source>
        <translation>Ihre Bandbreite reicht für guten Ton und mäßige Videoqualität, aber nicht für eine Bildschirmfreigabe in guter Qualität</translation>
    </message>
    <message>
        <source>You are in a good network condition</source>
        <translation>Ihr Netzwerk ist in gutem Zustand</translation>
    </message>
    <message>
        <source>Bad connection</source>
        <translation>Schlechte Verbindung</translation>
    </message>
    <message>
        <source>Lossy network</source>
        <translation>Netzwerk mit Paketverlusten</translation>
    </message>
    <message>
        <source>High latency</source>
        <translation>Hohe Latenz</translation>
    </message>
    <message>
        <source>Insufficient bandwidth</source>
        <translation>Bandbreite reicht nicht aus</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for audio and thumbnail video</source>
        <translation>Mäßig: instabil, Bandbreite für Ton und Miniaturbild</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for good audio, poor video</source>
        <translation>Mäßig: instabil, Bandbreite für guten Ton, dürftiges Video</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for good audio, fair video</source>
        <translation>Mäßig: instabil, Bandbreite für guten Ton, mäßiges Video</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth excellent</source>
        <translation>Mäßig: instabil, Bandbreite ausgezeichnet</translation>
    </message>
    <message>
        <source>Good, bandwidth for audio and thumbnail video</source>
        <translation>Gut, Bandbreite für Ton und Miniaturbild</translation>
    </message>
    <message>
        <source>Good, bandwidth for good audio, poor video</source>
        <translation>Gut, Bandbreite für guten Ton, dürftiges Video</translation>
    </message>
    <message>
        <source>Connection and bandwidth are both good</source>
        <translation>Verbindung und Bandbreite sind beide gut</translation>
    </message>
    <message>
        <source>Excellent network</source>
        <translation>Ausgezeichnetes Netzwerk</translation>
    </message>
    <message>
        <source>No connection: no call can be connected</source>
        <translation>Keine Verbindung: Es kann kein Anruf zustande kommen</translation>
    </message>
    <message>
        <source>No media device: neither a microphone nor a camera</source>
        <translation>Kein Mediengerät: weder Mikrofon noch Kamera</translation>
    </message>
    <message>
        <source>A call can be connected</source>
        <translation>Ein Anruf kann zustande kommen</translation>
    </message>
    <message>
        <source>lost packets</source>
        <translation>verlorene Pakete</translation>
    </message>
    <message>
        <source>long round trips</source>
        <translation>lange Umlaufzeiten</translation>
    </message>
    <message>
        <source>uneven delay (jitter)</source>
        <translation>ungleichmäßige Verzögerung (Jitter)</translation>
    </message>
    <message>
        <source>too little bandwidth</source>
        <translation>zu wenig Bandbreite</translation>
    </message>
    <message>
        <source>too little bandwidth for sending</source>
        <translation>zu wenig Bandbreite zum Senden</translation>
    </message>
    <message>
        <source>too little bandwidth for receiving</source>
        <translation>zu wenig Bandbreite zum Empfangen</translation>
    </message>
    <message>
        <source>delay that grows under load (bufferbloat)</source>
        <translation>Verzögerung, die unter Last wächst (Bufferbloat)</translation>
    </message>
    <message>
        <source>UDP is blocked</source>
        <translation>UDP ist blockiert</translation>
    </message>
    <message>
        <source>no network connection</source>
        <translation>keine Netzwerkverbindung</translation>
    </message>
    <message>
        <source>the call server passes no data on</source>
        <translation>der Anrufserver leitet keine Daten weiter</translation>
    </message>
    <message>
        <source>the call server can&apos;t be reached</source>
        <translation>der Anrufserver ist nicht erreichbar</translation>
    </message>
    <message>
        <source>the server has no relay left</source>
        <translation>der Server hat kein Relay mehr frei</translation>
    </message>
    <message>
        <source>the server refuses the credentials</source>
        <translation>der Server lehnt die Zugangsdaten ab</translation>
    </message>
    <message>
        <source>neither a microphone nor a camera</source>
        <translation>weder Mikrofon noch Kamera</translation>
    </message>
    <message>
        <source>a sign-in page stands before the network</source>
        <translation>vor dem Netzwerk steht eine Anmeldeseite</translation>
    </message>
    <message>
        <source>the Wi-Fi</source>
        <translation>das WLAN</translation>
    </message>
    <message>
        <source>the local network</source>
        <translation>das lokale Netzwerk</translation>
    </message>
    <message>
        <source>the VPN</source>
        <translation>das VPN</translation>
    </message>
    <message>
        <source>the network lets no encrypted call through</source>
        <translation>das Netzwerk lässt keinen verschlüsselten Anruf durch</translation>
    </message>
    <message>
        <source>names of servers are not found</source>
        <translation>Servernamen werden nicht gefunden</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>das Zertifikat des Servers ist nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Mobile network</source>
        <translation>Mobilfunk</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>WiMAX</source>
        <translation>WiMAX</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>Unknown network</source>
        <translation>Unbekanntes Netzwerk</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>packets are lost before your router</source>
        <translation>Pakete gehen vor Ihrem Router verloren</translation>
    </message>
    <message>
        <source>packets are lost behind your router</source>
        <translation>Pakete gehen hinter Ihrem Router verloren</translation>
    </message>
    <message>
        <source>delay gets uneven before your router</source>
        <translation>die Verzögerung wird vor Ihrem Router ungleichmäßig</translation>
    </message>
    <message>
        <source>delay gets uneven behind your router</source>
        <translation>die Verzögerung wird hinter Ihrem Router ungleichmäßig</translation>
    </message>
    <message>
        <source>packets queue up before your router</source>
        <translation>Pakete stauen sich vor Ihrem Router</translation>
    </message>
    <message>
        <source>packets queue up behind your router</source>
        <translation>Pakete stauen sich hinter Ihrem Router</translation>
    </message>
    <message>
        <source>Almost certain</source>
        <translation>Fast gewiss</translation>
    </message>
    <message>
        <source>Quite sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>Ziemlich sicher</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>How sure the program is that the colour is right. Of a hundred verdicts that say {percent}, about {count} get calls of that colour; more tests make it surer.</source>
        <translation>Wie sicher sich das Programm ist, dass die Farbe stimmt. Von hundert Einschätzungen mit {percent} bekommen etwa {count} Anrufe dieser Farbe; mehr Tests machen sie sicherer.</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Demonstration</translation>
    </message>
    <message>
        <source>Demonstration relay: this is not your network.</source>
        <translation>Demonstrationsrelay: Dies ist nicht Ihr Netzwerk.</translation>
    </message>
    <message>
        <source>Reaching the servers</source>
        <translation>Server werden kontaktiert</translation>
    </message>
    <message>
        <source>Measuring the round trip</source>
        <translation>Umlaufzeit wird gemessen</translation>
    </message>
    <message>
        <source>Sending packets like a call does</source>
        <translation>Pakete werden wie in einem Anruf gesendet</translation>
    </message>
    <message>
        <source>Making a call through the server</source>
        <translation>Testanruf über den Server</translation>
    </message>
    <message>
        <source>Measuring the bandwidth</source>
        <translation>Bandbreite wird gemessen</translation>
    </message>
    <message>
        <source>The last test was cancelled.</source>
        <translation>Der letzte Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The last test broke off by a fault of this program.</source>
        <translation>Der letzte Test brach durch einen Fehler dieses Programms ab.</translation>
    </message>
    <message>
        <source>The last test took too long and was stopped.</source>
        <translation>Der letzte Test dauerte zu lange und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Another test was still running.</source>
        <translation>Ein anderer Test lief noch.</translation>
    </message>
    <message>
        <source>Nothing was tested: there is no password for any server.</source>
        <translation>Es wurde nicht getestet: Für keinen Server gibt es ein Passwort.</translation>
    </message>
    <message>
        <source>the program started</source>
        <translation>das Programm ist gestartet</translation>
    </message>
    <message>
        <source>it was due</source>
        <translation>er war fällig</translation>
    </message>
    <message>
        <source>the network changed</source>
        <translation>das Netzwerk hat sich geändert</translation>
    </message>
    <message>
        <source>the computer woke up</source>
        <translation>der Computer ist aufgewacht</translation>
    </message>
    <message>
        <source>you came back to this computer</source>
        <translation>Sie sind an diesen Computer zurückgekehrt</translation>
    </message>
    <message>
        <source>the settings changed</source>
        <translation>die Einstellungen haben sich geändert</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>Sie haben ihn ausgelöst</translation>
    </message>
    <message>
        <source>to make sure</source>
        <translation>um sicherzugehen</translation>
    </message>
    <message>
        <source>asked for by an application</source>
        <translation>von einer Anwendung ausgelöst</translation>
    </message>
    <message>
        <source>full, with bandwidth</source>
        <translation>vollständig, mit Bandbreite</translation>
    </message>
    <message>
        <source>light, without load</source>
        <translation>leicht, ohne Last</translation>
    </message>
    <message>
        <source>{phase}: {server}</source>
        <translation>{phase}: {server}</translation>
    </message>
    <message>
        <source>{doing} ({seconds} s left)</source>
        <translation>{doing} (noch {seconds} s)</translation>
    </message>
    <message>
        <source>{sentence} ({detail})</source>
        <translation>{sentence} ({detail})</translation>
    </message>
    <message>
        <source>No tests during a call</source>
        <translation>Keine Tests während eines Anrufs</translation>
    </message>
    <message>
        <source>A light test only, during a call</source>
        <translation>Nur ein leichter Test während eines Anrufs</translation>
    </message>
    <message>
        <source>Fewer tests: data budget</source>
        <translation>Weniger Tests: Datenbudget</translation>
    </message>
    <message>
        <source>Light tests only: data budget</source>
        <translation>Nur leichte Tests: Datenbudget</translation>
    </message>
    <message>
        <source>No tests for now: data budget</source>
        <translation>Vorerst keine Tests: Datenbudget</translation>
    </message>
    <message>
        <source>Light tests only: metered connection</source>
        <translation>Nur leichte Tests: getaktete Verbindung</translation>
    </message>
    <message>
        <source>No tests for now: metered connection</source>
        <translation>Vorerst keine Tests: getaktete Verbindung</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>Er hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It refused the connection.</source>
        <translation>Er hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>Its name was not found.</source>
        <translation>Sein Name wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The secure connection failed; most often the certificate is why.</source>
        <translation>Die sichere Verbindung ist fehlgeschlagen; meistens liegt es am Zertifikat.</translation>
    </message>
    <message>
        <source>It does not accept the user name or password.</source>
        <translation>Er akzeptiert Benutzername oder Passwort nicht.</translation>
    </message>
    <message>
        <source>It does not allow relaying to this test.</source>
        <translation>Er erlaubt diesem Test das Weiterleiten nicht.</translation>
    </message>
    <message>
        <source>It has no relay left for this user.</source>
        <translation>Er hat für diesen Benutzer kein Relay mehr frei.</translation>
    </message>
    <message>
        <source>It gave a relay address, but no data came through.</source>
        <translation>Er hat eine Relay-Adresse vergeben, aber es kamen keine Daten durch.</translation>
    </message>
    <message>
        <source>It answered in a way that is not TURN.</source>
        <translation>Seine Antwort war kein TURN.</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Told: the first verdict on this network.</source>
        <translation>Gemeldet: die erste Einschätzung in diesem Netzwerk.</translation>
    </message>
    <message>
        <source>Told: it differs from the last one told here.</source>
        <translation>Gemeldet: Sie weicht von der zuletzt hier gemeldeten ab.</translation>
    </message>
    <message>
        <source>Told: the call server let nobody in, so nothing is known of the network.</source>
        <translation>Gemeldet: Der Anrufserver ließ niemanden zu, daher ist über das Netzwerk nichts bekannt.</translation>
    </message>
    <message>
        <source>Kept quiet: it was good when you were last told, and is better still.</source>
        <translation>Nicht gemeldet: Bei der letzten Meldung war es gut, jetzt ist es noch besser.</translation>
    </message>
    <message>
        <source>Kept quiet: it is good again, and told when that has lasted for a while.</source>
        <translation>Nicht gemeldet: Es ist wieder gut; das wird gemeldet, wenn es eine Weile so geblieben ist.</translation>
    </message>
    <message>
        <source>Kept quiet: the same was told last time on this network.</source>
        <translation>Nicht gemeldet: In diesem Netzwerk wurde zuletzt dasselbe gemeldet.</translation>
    </message>
    <message>
        <source>Kept quiet: notifications are switched off in the settings.</source>
        <translation>Nicht gemeldet: Benachrichtigungen sind in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
        <source>Kept quiet: the demonstration says nothing about your network.</source>
        <translation>Nicht gemeldet: Die Demonstration sagt nichts über Ihr Netzwerk aus.</translation>
    </message>
    <message>
        <source>Kept quiet: it was asked for on the command line, and answered there.</source>
        <translation>Nicht gemeldet: Der Test wurde auf der Befehlszeile ausgelöst und dort beantwortet.</translation>
    </message>
    <message>
        <source>Kept quiet: it was not sure yet, and tested again.</source>
        <translation>Nicht gemeldet: Es war noch nicht sicher und wurde erneut getestet.</translation>
    </message>
    <message>
        <source>Told: something has become unusual for this network.</source>
        <translation>Gemeldet: Etwas ist für dieses Netzwerk ungewöhnlich geworden.</translation>
    </message>
    <message>
        <source>Told: this network is good again.</source>
        <translation>Gemeldet: Dieses Netzwerk ist wieder gut.</translation>
    </message>
    <message>
        <source>Told: this network keeps changing.</source>
        <translation>Gemeldet: Dieses Netzwerk wechselt ständig.</translation>
    </message>
    <message>
        <source>Kept quiet: it was found once only, and must be found twice in a row.</source>
        <translation>Nicht gemeldet: Es wurde erst einmal festgestellt, nötig ist zweimal hintereinander.</translation>
    </message>
    <message>
        <source>Kept quiet: this network keeps changing, and was not steady for long enough.</source>
        <translation>Nicht gemeldet: Dieses Netzwerk wechselt ständig und war nicht lange genug stabil.</translation>
    </message>
    <message>
        <source>Kept quiet: you asked for quiet for today.</source>
        <translation>Nicht gemeldet: Sie wollten heute nicht gestört werden.</translation>
    </message>
    <message>
        <source>Kept quiet: it was within the quiet hours.</source>
        <translation>Nicht gemeldet: Es war innerhalb der Ruhezeit.</translation>
    </message>
    <message>
        <source>Kept quiet: the desktop was set to disturb nobody.</source>
        <translation>Nicht gemeldet: Der Desktop war auf „Bitte nicht stören“ gestellt.</translation>
    </message>
    <message>
        <source>Kept quiet: a program had the whole screen.</source>
        <translation>Nicht gemeldet: Ein Programm füllte den ganzen Bildschirm.</translation>
    </message>
    <message>
        <source>Kept quiet: something was being presented.</source>
        <translation>Nicht gemeldet: Es lief eine Präsentation.</translation>
    </message>
    <message>
        <source>Shown by the desktop.</source>
        <translation>Vom Desktop angezeigt.</translation>
    </message>
    <message>
        <source>Shown by the tray icon.</source>
        <translation>Vom Symbol im Infobereich angezeigt.</translation>
    </message>
    <message>
        <source>Shown in this window.</source>
        <translation>In diesem Fenster angezeigt.</translation>
    </message>
    <message>
        <source>Printed in a terminal.</source>
        <translation>In einem Terminal ausgegeben.</translation>
    </message>
    <message>
        <source>The desktop could not show it.</source>
        <translation>Der Desktop konnte sie nicht anzeigen.</translation>
    </message>
    <message>
        <source>It could not be used.</source>
        <translation>Er war nicht nutzbar.</translation>
    </message>
    <message>
        <source>{label} over {transport}</source>
        <translation>{label} über {transport}</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>at least {time}</source>
        <translation>mindestens {time}</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median} ({low} bis {high})</translation>
    </message>
    <message>
        <source>below {number} %</source>
        <translation>unter {number}&#xa0;%</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{number} kbit/s</source>
        <translation>{number} kbit/s</translation>
    </message>
    <message>
        <source>{number} Mbit/s</source>
        <translation>{number} Mbit/s</translation>
    </message>
    <message>
        <source>at least {rate}</source>
        <translation>mindestens {rate}</translation>
    </message>
    <message>
        <source>≥ {rate}</source>
        <translation>≥ {rate}</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} ms (95 % sure).</source>
        <translation>Der wahre Wert liegt höchstwahrscheinlich zwischen {low} und {high} ms (zu 95&#xa0;% sicher).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} % (95 % sure).</source>
        <translation>Der wahre Wert liegt höchstwahrscheinlich zwischen {low} und {high}&#xa0;% (zu 95&#xa0;% sicher).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} kbit/s (95 % sure).</source>
        <translation>Der wahre Wert liegt höchstwahrscheinlich zwischen {low} und {high} kbit/s (zu 95&#xa0;% sicher).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} Mbit/s (95 % sure).</source>
        <translation>Der wahre Wert liegt höchstwahrscheinlich zwischen {low} und {high} Mbit/s (zu 95&#xa0;% sicher).</translation>
    </message>
    <message>
        <source>Unusually slow for this network: {now}, usually at least {usual}</source>
        <translation>Ungewöhnlich langsam für dieses Netzwerk: {now}, gewöhnlich mindestens {usual}</translation>
    </message>
    <message>
        <source>Unusually long delay for this network: {now}, usually at most {usual}</source>
        <translation>Ungewöhnlich lange Verzögerung für dieses Netzwerk: {now}, gewöhnlich höchstens {usual}</translation>
    </message>
    <message>
        <source>Unusually long delay under load for this network: {now}, usually at most {usual}</source>
        <translation>Ungewöhnlich lange Verzögerung unter Last für dieses Netzwerk: {now}, gewöhnlich höchstens {usual}</translation>
    </message>
    <message>
        <source>Unusually uneven delay for this network: jitter {now}, usually at most {usual}</source>
        <translation>Ungewöhnlich ungleichmäßige Verzögerung für dieses Netzwerk: Jitter {now}, gewöhnlich höchstens {usual}</translation>
    </message>
    <message>
        <source>Unusually many lost packets for this network: {now}, usually below {usual}</source>
        <translation>Ungewöhnlich viele verlorene Pakete für dieses Netzwerk: {now}, gewöhnlich unter {usual}</translation>
    </message>
    <message>
        <source>Unusual for this network: no call server works</source>
        <translation>Ungewöhnlich für dieses Netzwerk: Kein Anrufserver funktioniert</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n day(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>Der letzte Test liegt %n Tag zurück: Das Netzwerk kann sich geändert haben.</numerusform>
            <numerusform>Der letzte Test liegt %n Tage zurück: Das Netzwerk kann sich geändert haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n minute(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>Der letzte Test liegt %n Minute zurück: Das Netzwerk kann sich geändert haben.</numerusform>
            <numerusform>Der letzte Test liegt %n Minuten zurück: Das Netzwerk kann sich geändert haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n hour(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>Der letzte Test liegt %n Stunde zurück: Das Netzwerk kann sich geändert haben.</numerusform>
            <numerusform>Der letzte Test liegt %n Stunden zurück: Das Netzwerk kann sich geändert haben.</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About Call Notifier</source>
        <translation>Tietoja ohjelmasta Call Notifier</translation>
    </message>
    <message>
        <source>Call Notifier {version}</source>
        <translation>Call Notifier {version}</translation>
    </message>
    <message>
        <source>It tells you, before a call, how the call will go.</source>
        <translation>Kertoo ennen puhelua, miten se tulee sujumaan.</translation>
    </message>
    <message>
        <source>&amp;More about it…</source>
        <translation>&amp;Lisätietoja…</translation>
    </message>
    <message>
        <source>What it is made of, and under which licences</source>
        <translation>Ohjelman osat ja niiden lisenssit</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Lisenssin teksti</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;ulje</translation>
    </message>
    <message>
        <source>Installed as a Debian package.</source>
        <translation>Asennettu Debian-pakettina.</translation>
    </message>
    <message>
        <source>Installed as an RPM package.</source>
        <translation>Asennettu RPM-pakettina.</translation>
    </message>
    <message>
        <source>Installed by Windows Installer.</source>
        <translation>Asennettu Windows Installerilla.</translation>
    </message>
    <message>
        <source>Installed as a macOS package.</source>
        <translation>Asennettu macOS-pakettina.</translation>
    </message>
    <message>
        <source>Not installed by a package.</source>
        <translation>Ei asennettu pakettina.</translation>
    </message>
    <message>
        <source>Forecasts by the model {name}.</source>
        <translation>Ennusteet laatii malli {name}.</translation>
    </message>
    <message>
        <source>Under the Apache License, version 2.0.</source>
        <translation>Lisenssi: Apache License, versio 2.0.</translation>
    </message>
    <message>
        <source>This licence came without its text.</source>
        <translation>Tämän lisenssin teksti ei tullut ohjelman mukana.</translation>
    </message>
</context>
<context>
    <name>AmountStep</name>
    <message>
        <source>Set by your organisation.</source>
        <translation>Organisaatiosi määrittämä.</translation>
    </message>
    <message>
        <source>Most tests are tiny. About once an hour, and where something has changed, a larger one measures the bandwidth. During a call nothing is tested.</source>
        <translation>Useimmat testit ovat hyvin pieniä. Noin kerran tunnissa ja muutosten jälkeen suurempi testi mittaa kaistanleveyden. Puhelun aikana ei testata.</translation>
    </message>
    <message>
        <source>How often?</source>
        <translation>Kuinka usein?</translation>
    </message>
    <message>
        <source>{megabytes} MB a day</source>
        <translation>{megabytes} Mt päivässä</translation>
    </message>
    <message>
        <source>no tests by themselves</source>
        <translation>ei automaattisia testejä</translation>
    </message>
    <message>
        <source>Tiny tests only</source>
        <translation>Vain pienet testit</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Kaikki testit</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>Ei testejä</translation>
    </message>
    <message>
        <source>Never &amp;more than</source>
        <translation>Ei kosk&amp;aan yli</translation>
    </message>
    <message>
        <source>Where data costs &amp;extra</source>
        <translation>Kun data &amp;maksaa erikseen</translation>
    </message>
    <message>
        <source>Tests you ask for are always made. All of this can be changed in the settings.</source>
        <translation>Itse pyydetyt testit tehdään aina. Kaikkea tätä voi muuttaa asetuksissa.</translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>Sekunnin välein: noin {megabytes} Mt päivässä</numerusform>
            <numerusform>%n sekunnin välein: noin {megabytes} Mt päivässä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>Minuutin välein: noin {megabytes} Mt päivässä</numerusform>
            <numerusform>%n minuutin välein: noin {megabytes} Mt päivässä</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>Welcome to Call Notifier</source>
        <translation>Tervetuloa – Call Notifier</translation>
    </message>
    <message>
        <source>Call Notifier</source>
        <translation>Call Notifier</translation>
    </message>
    <message>
        <source>Which server do your calls use?</source>
        <translation>Mitä palvelinta puhelusi käyttävät?</translation>
    </message>
    <message>
        <source>How often, and how much data?</source>
        <translation>Kuinka usein ja paljonko dataa?</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>Aina käytettävissä</translation>
    </message>
    <message>
        <source>La&amp;ter</source>
        <translation>M&amp;yöhemmin</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Edellinen</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>Vaihe {number}/{total}</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Valmis</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>Seuraa&amp;va</translation>
    </message>
    <message>
        <source>The password of {server} could not be kept: {reason}</source>
        <translation>Palvelimen {server} salasanaa ei voitu tallentaa: {reason}</translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}.</source>
        <translation>Asetuksia ei voitu tallentaa: {reason}.</translation>
    </message>
    <message>
        <source>The settings are saved, but the start at log-in could not be changed: {reason}. Clear that box, or try again.</source>
        <translation>Asetukset on tallennettu, mutta käynnistymistä kirjautuessa ei voitu muuttaa: {reason}. Poista valinta tai yritä uudelleen.</translation>
    </message>
</context>
<context>
    <name>BrowsersPane</name>
    <message>
        <source>Browsers</source>
        <translation>Selaimet</translation>
    </message>
    <message>
        <source>The browser&apos;s extension tells of calls on web pages. A browser finds this program once it is registered there.</source>
        <translation>Selaimen laajennus kertoo verkkosivujen puheluista. Selain löytää tämän ohjelman, kun ohjelma on rekisteröity siihen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Rekisteröi</translation>
    </message>
    <message>
        <source>{action}: {browser}</source>
        <translation>{action}: {browser}</translation>
    </message>
    <message>
        <source>No browser was found that the extension works in.</source>
        <translation>Laajennusta tukevaa selainta ei löytynyt.</translation>
    </message>
    <message>
        <source>It is a Flatpak, which can&apos;t start other programs. The same browser from a package of the system can.</source>
        <translation>Flatpak ei voi käynnistää muita ohjelmia. Sama selain järjestelmän pakettina voi.</translation>
    </message>
    <message>
        <source>Registered wrongly: register it again.</source>
        <translation>Rekisteröity väärin: rekisteröi uudelleen.</translation>
    </message>
    <message>
        <source>Not registered.</source>
        <translation>Ei rekisteröity.</translation>
    </message>
    <message>
        <source>Registered.</source>
        <translation>Rekisteröity.</translation>
    </message>
    <message>
        <source>Registered by your organisation, for everybody on this computer.</source>
        <translation>Organisaatiosi rekisteröimä kaikille tämän tietokoneen käyttäjille.</translation>
    </message>
    <message>
        <source>It is a snap: only Ubuntu&apos;s Firefox starts other programs, once it is allowed to.</source>
        <translation>Snap: vain Ubuntun Firefox käynnistää muita ohjelmia, kun se on sallittu.</translation>
    </message>
    <message>
        <source>The file there is from another program, and stays.</source>
        <translation>Siellä oleva tiedosto on toisen ohjelman, joten se jätetään ennalleen.</translation>
    </message>
    <message>
        <source>Now load the extension: open about:debugging#/runtime/this-firefox in Firefox, choose “Load Temporary Add-on…” and the file {file}.</source>
        <translation>Lataa nyt laajennus: avaa Firefoxissa about:debugging#/runtime/this-firefox, valitse ”Lataa tilapäinen lisäosa…” ja tiedosto {file}.</translation>
    </message>
    <message>
        <source>Now load the extension: open {address} in {browser}, switch on “Developer mode”, choose “Load unpacked” and the folder {folder}.</source>
        <translation>Lataa nyt laajennus: avaa {address} selaimessa {browser}, ota käyttöön ”Kehittäjätila”, valitse ”Lataa pakkaamaton” ja kansio {folder}.</translation>
    </message>
    <message>
        <source>Not done: {reason}.</source>
        <translation>Ei tehty: {reason}.</translation>
    </message>
</context>
<context>
    <name>CallDetails</name>
    <message>
        <source>Details of the chosen call</source>
        <translation>Valitun puhelun tiedot</translation>
    </message>
    <message>
        <source>&amp;How was it?</source>
        <translation>Miten pu&amp;helu sujui?…</translation>
    </message>
    <message>
        <source>Delete th&amp;is call</source>
        <translation>Poista t&amp;ämä puhelu</translation>
    </message>
    <message>
        <source>Choose a call to see how it went.</source>
        <translation>Valitse puhelu, niin näet, miten se sujui.</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>Laatu ei tiedossa</translation>
    </message>
    <message>
        <source>What it got</source>
        <translation>Toteutunut laatu</translation>
    </message>
    <message>
        <source>The call itself</source>
        <translation>Itse puhelu</translation>
    </message>
    <message>
        <source>{time}, {length}</source>
        <translation>{time}, {length}</translation>
    </message>
    <message>
        <source>It was too short, or said too little, to be judged.</source>
        <translation>Se oli liian lyhyt tai siitä saatiin liian vähän tietoja arviointiin.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Lyhyesti</translation>
    </message>
    <message>
        <source>By the same table as the forecasts, from the figures below.</source>
        <translation>Saman taulukon mukaan kuin ennusteet, alla olevista luvuista.</translation>
    </message>
    <message>
        <source>Could send</source>
        <translation>Lähetysvara</translation>
    </message>
    <message>
        <source>What the sender found to be there for it, half of the time. Below 2 Mbit/s there is not enough for everything, below 0.06 Mbit/s for nothing.</source>
        <translation>Mitä lähettäjällä oli käytettävissään puolet ajasta. Alle 2 Mbit/s ei riitä kaikkeen, alle 0,06 Mbit/s ei mihinkään.</translation>
    </message>
    <message>
        <source>Sound lost</source>
        <translation>Ääntä puuttui</translation>
    </message>
    <message>
        <source>What had to be made up because it came too late or not at all.</source>
        <translation>Mitä piti paikata, koska se tuli liian myöhään tai ei lainkaan.</translation>
    </message>
    <message>
        <source>Picture stood</source>
        <translation>Kuva pysähtyi</translation>
    </message>
    <message>
        <source>How much of the time the picture stood still.</source>
        <translation>Kuinka suuren osan ajasta kuva seisoi paikallaan.</translation>
    </message>
    <message>
        <source>Delay one way</source>
        <translation>Viive suuntaansa</translation>
    </message>
    <message>
        <source>Half the round trip. From 200 ms on, people talk into each other.</source>
        <translation>Puolet kiertoajasta. 200 ms:sta alkaen ihmiset puhuvat toistensa päälle.</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Ennuste</translation>
    </message>
    <message>
        <source>{forecast} ({percent} sure)</source>
        <translation>{forecast} (varmuus {percent})</translation>
    </message>
    <message>
        <source>What was told of the network when the call began; right where the call had its colour.</source>
        <translation>Mitä verkosta kerrottiin puhelun alkaessa; oikein, jos puhelu oli samanvärinen.</translation>
    </message>
    <message>
        <source>C&amp;hange this…</source>
        <translation>Vai&amp;hda arvosana…</translation>
    </message>
    <message>
        <source>What was said of it</source>
        <translation>Mitä siitä sanottiin</translation>
    </message>
    <message>
        <source>{stars}: {word}</source>
        <translation>{stars}: {word}</translation>
    </message>
    <message>
        <source>sound {stars}</source>
        <translation>ääni {stars}</translation>
    </message>
    <message>
        <source>picture {stars}</source>
        <translation>kuva {stars}</translation>
    </message>
    <message>
        <source>screen {stars}</source>
        <translation>näyttö {stars}</translation>
    </message>
    <message>
        <source>Connection {number} of {all}: {usage}</source>
        <translation>Yhteys {number}/{all}: {usage}</translation>
    </message>
    <message>
        <source>The connection: {usage}</source>
        <translation>Yhteys: {usage}</translation>
    </message>
    <message>
        <source>With {who}</source>
        <translation>Vastapuoli: {who}</translation>
    </message>
    <message>
        <source>Given up after</source>
        <translation>Yritys kesti</translation>
    </message>
    <message>
        <source>How long a path was looked for.</source>
        <translation>Kuinka kauan reittiä etsittiin.</translation>
    </message>
    <message>
        <source>Connected in</source>
        <translation>Yhdistymisaika</translation>
    </message>
    <message>
        <source>From the beginning until sound and picture could flow.</source>
        <translation>Alusta siihen, kun ääni ja kuva pääsivät kulkemaan.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Reitti</translation>
    </message>
    <message>
        <source>A relay (TURN) carries the call where no direct path is open.</source>
        <translation>Rele (TURN) välittää puhelun, kun suoraa reittiä ei ole.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Loppu</translation>
    </message>
    <message>
        <source>How the connection ended.</source>
        <translation>Miten yhteys päättyi.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Katkoksia</translation>
    </message>
    <message>
        <source>{count}, {length} in all</source>
        <translation>{count}, yhteensä {length}</translation>
    </message>
    <message>
        <source>How often the connection was lost and came back.</source>
        <translation>Kuinka usein yhteys katkesi ja palasi.</translation>
    </message>
    <message>
        <source>Other paths</source>
        <translation>Reitin vaihtoja</translation>
    </message>
    <message>
        <source>How often the call went on over another path.</source>
        <translation>Kuinka usein puhelu jatkui toista reittiä.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Laatu</translation>
    </message>
    <message>
        <source>By bitrate, loss and delay of this stream alone.</source>
        <translation>Pelkästään tämän virran bittinopeuden, hävikin ja viiveen mukaan.</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Bittinopeus</translation>
    </message>
    <message>
        <source>On average; 19 of 20 seconds had no more than the second figure.</source>
        <translation>Keskimäärin; 20 sekunnista 19:ssä enintään jälkimmäinen luku.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Hävikki</translation>
    </message>
    <message>
        <source>Packets that never arrived; of what you send, as the other end says.</source>
        <translation>Paketit, jotka eivät koskaan saapuneet; lähettämistäsi vastapuolen kertoman mukaan.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Viivevaihtelu</translation>
    </message>
    <message>
        <source>How unevenly packets arrived: on average, and 19 of 20 times at most.</source>
        <translation>Kuinka epätasaisesti paketit saapuivat: keskimäärin ja enintään 19 kerralla 20:stä.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Kiertoaika</translation>
    </message>
    <message>
        <source>To the other end and back, as its reports say.</source>
        <translation>Vastapuolelle ja takaisin sen raporttien mukaan.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Kuva</translation>
    </message>
    <message>
        <source>{size}, {rate}</source>
        <translation>{size}, {rate}</translation>
    </message>
    <message>
        <source>The largest picture, and how many came in a second on average.</source>
        <translation>Suurin kuva ja kuinka monta kuvaa sekunnissa keskimäärin tuli.</translation>
    </message>
    <message>
        <source>Stood still</source>
        <translation>Pysähtyi</translation>
    </message>
    <message>
        <source>{count}, {share} of the time</source>
        <translation>{count}, {share} ajasta</translation>
    </message>
    <message>
        <source>How often, and how much of the time, this picture stood still.</source>
        <translation>Kuinka usein ja kuinka suuren osan ajasta tämä kuva seisoi paikallaan.</translation>
    </message>
    <message>
        <source>Made up</source>
        <translation>Paikattu</translation>
    </message>
    <message>
        <source>Sound that had to be made up because it came too late or not at all.</source>
        <translation>Ääni, joka piti paikata, koska se tuli liian myöhään tai ei lainkaan.</translation>
    </message>
    <message>
        <source>{mean} (up to {high})</source>
        <translation>{mean} (enintään {high})</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Mitä tapahtui</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ja %Ln muu</numerusform>
            <numerusform>ja %Ln muuta</numerusform>
        </translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Ilmoittaja</translation>
    </message>
    <message>
        <source>Who reported the call to this program.</source>
        <translation>Kuka ilmoitti puhelusta tälle ohjelmalle.</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Kokous</translation>
    </message>
    <message>
        <source>What the application calls it.</source>
        <translation>Miksi sovellus sitä kutsuu.</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Arvion perusta</translation>
    </message>
    <message>
        <source>How much of the call the figures are of: all but its beginning.</source>
        <translation>Mitä osaa puhelusta luvut koskevat: kaikkea paitsi sen alkua.</translation>
    </message>
</context>
<context>
    <name>CallGraph</name>
    <message>
        <source>Graph of what goes up and down, and of the round trip</source>
        <translation>Kaavio lähetetystä ja vastaanotetusta datasta sekä kiertoajasta</translation>
    </message>
    <message>
        <source>{time}: {up} up, {down} down, round trip {rtt}</source>
        <translation>{time}: lähetys {up}, vastaanotto {down}, kiertoaika {rtt}</translation>
    </message>
    <message>
        <source>, {loss} lost</source>
        <translation>, hävikki {loss}</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Mitään ei vielä tiedetä.</translation>
    </message>
    <message>
        <source>Up {low} to {high}, at last {last}.</source>
        <translation>Lähetys {low}–{high}, viimeksi {last}.</translation>
    </message>
    <message>
        <source>Down {low} to {high}, at last {last}.</source>
        <translation>Vastaanotto {low}–{high}, viimeksi {last}.</translation>
    </message>
    <message>
        <source>Round trip {low} to {high}, at last {last}.</source>
        <translation>Kiertoaika {low}–{high}, viimeksi {last}.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lähetys</translation>
    </message>
    <message>
        <source>Down, dashed</source>
        <translation>Vastaanotto (viivat)</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Kiertoaika</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nyt</translation>
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
        <translation>{length} sitten</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Quality</source>
        <translation>Laatu</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Alkoi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Missä</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Kesto</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Ennuste</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Arvosana</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Calls, newest first</source>
        <translation>Puhelut, uusimmat ensin</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>&amp;Undo</source>
        <translation>Ku&amp;moa</translation>
    </message>
    <message>
        <source>The history cannot be opened, so calls are not kept at the moment.</source>
        <translation>Historiaa ei voi avata, joten puheluita ei nyt tallenneta.</translation>
    </message>
    <message>
        <source>No call here: choose another time, or all networks.</source>
        <translation>Tässä ei ole puheluita: valitse toinen aika tai kaikki verkot.</translation>
    </message>
    <message>
        <source>No call has been seen yet. Calls in a browser or in another program appear here once it tells Call Notifier of them.</source>
        <translation>Puheluita ei ole vielä havaittu. Selaimen tai muun ohjelman puhelut näkyvät täällä, kun ohjelma kertoo niistä Call Notifierille.</translation>
    </message>
    <message>
        <source>Choose a call to see how it went.</source>
        <translation>Valitse puhelu, niin näet, miten se sujui.</translation>
    </message>
    <message>
        <source>The history cannot be opened.</source>
        <translation>Historiaa ei voi avata.</translation>
    </message>
    <message>
        <source>Deleted: {call}, with all that was learnt from it.</source>
        <translation>Poistettu: {call} ja kaikki siitä opittu.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>What is compared</source>
        <translation>Mitä verrataan</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Verkot</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Palvelimet</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Ensimmäinen</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>Toinen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Vierekkäin</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>verrattuna:</translation>
    </message>
    <message>
        <source>There are tests on one network only: there is nothing to compare.</source>
        <translation>Testejä on vain yhdestä verkosta: vertailtavaa ei ole.</translation>
    </message>
    <message>
        <source>There are tests of one server only: there is nothing to compare.</source>
        <translation>Testejä on vain yhdestä palvelimesta: vertailtavaa ei ole.</translation>
    </message>
    <message>
        <source>Choose two that differ.</source>
        <translation>Valitse kaksi eri vaihtoehtoa.</translation>
    </message>
    <message>
        <source>No tests of these two in this time.</source>
        <translation>Näistä kahdesta ei ole testejä tältä ajalta.</translation>
    </message>
    <message>
        <source>No test in this time was made with both servers.</source>
        <translation>Tältä ajalta ei ole testiä, jossa olisi ollut molemmat palvelimet.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Luku</translation>
    </message>
    <message>
        <source>Which is better</source>
        <translation>Kumpi on parempi</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Ei verrattu</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <translation>Ei selvää eroa</translation>
    </message>
    <message>
        <source>{name} is better</source>
        <translation>{name} on parempi</translation>
    </message>
    <message>
        <source>The middle value of the tests, and between what the middle half of them lies. One is called better where that is most likely no chance.</source>
        <translation>Testien keskimmäinen arvo ja väli, jolle niiden keskimmäinen puolikas osuu. Toista sanotaan paremmaksi, kun kyse tuskin on sattumasta.</translation>
    </message>
    <message>
        <source>There are too few tests to tell a difference from chance.</source>
        <translation>Testejä on liian vähän eron erottamiseen sattumasta.</translation>
    </message>
    <message>
        <source>It rests on the newest tests of this time.</source>
        <translation>Perustuu tämän ajan uusimpiin testeihin.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Tests</source>
        <translation>Testejä</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Hyvä</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Huono</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Siirtonopeus</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Kiertoaika</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Hävikki</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Viivevaihtelu</translation>
    </message>
    <message>
        <source>Queue under load</source>
        <translation>Jono kuormitettuna</translation>
    </message>
    <message>
        <source>Could not connect</source>
        <translation>Yhdistäminen ei onnistunut</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median} ({low}–{high})</translation>
    </message>
</context>
<context>
    <name>DataUsed</name>
    <message>
        <source>Data used by tests</source>
        <translation>Testien käyttämä data</translation>
    </message>
    <message>
        <source>What tests have cost is not known.</source>
        <translation>Testien datankulutusta ei tiedetä.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount}; by itself no test runs.</source>
        <translation>Viimeisten 24 tunnin aikana {amount}; automaattisia testejä ei tehdä.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount} of {budget}.</source>
        <translation>Viimeisten 24 tunnin aikana {amount}, kiintiö {budget}.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount}, more than the budget of {budget}.</source>
        <translation>Viimeisten 24 tunnin aikana {amount}, enemmän kuin kiintiö {budget}.</translation>
    </message>
    <message>
        <source>Today {today}; this month {month}, {average} a day on average.</source>
        <translation>Tänään {today}; tässä kuussa {month}, keskimäärin {average} päivässä.</translation>
    </message>
</context>
<context>
    <name>DiagnosticsWindow</name>
    <message>
        <source>Diagnostics of Call Notifier</source>
        <translation>Diagnostiikkatiedot – Call Notifier</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>Kerätään tietoja…</translation>
    </message>
    <message>
        <source>Nothing is written or sent yet. Look through it, then save it.</source>
        <translation>Mitään ei ole vielä tallennettu eikä lähetetty. Käy tiedot läpi ja tallenna ne sitten.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was collected.</source>
        <translation>Keskeytetty: mitään ei kerätty.</translation>
    </message>
    <message>
        <source>Nothing was collected: {reason}</source>
        <translation>Mitään ei kerätty: {reason}</translation>
    </message>
    <message>
        <source>Save the diagnostics</source>
        <translation>Tallenna diagnostiikkatiedot</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>Arkisto (*.zip)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Tallennettu tiedostoon {file}</translation>
    </message>
    <message>
        <source>{file}, {size}</source>
        <comment>a row of a list</comment>
        <translation>{file}, {size}</translation>
    </message>
    <message>
        <source>What stands in {file}</source>
        <translation>Tiedoston {file} sisältö</translation>
    </message>
    <message>
        <source>This is what a help desk gets to see, and nothing else. Passwords, tokens, names and where your calls took place are taken out. It goes nowhere by itself.</source>
        <translation>Tukipalvelu näkee tämän eikä mitään muuta. Salasanat, tokenit, nimet ja tiedot siitä, missä puhelusi käytiin, on poistettu. Mitään ei lähetetä automaattisesti.</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Tiedostot</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tiedostot</translation>
    </message>
    <message>
        <source>What stands in the file</source>
        <translation>Tiedoston sisältö</translation>
    </message>
    <message>
        <source>Leave &amp;IP addresses in it</source>
        <translation>Säilytä &amp;IP-osoitteet</translation>
    </message>
    <message>
        <source>Without this, the same number stands in the place of each address.</source>
        <translation>Muuten jokaisen osoitteen tilalla on numero, samalla osoitteella aina sama.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Edistyminen</translation>
    </message>
    <message>
        <source>Collect a&amp;gain</source>
        <translation>&amp;Kerää uudelleen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>K&amp;eskeytä</translation>
    </message>
    <message>
        <source>Show the f&amp;older</source>
        <translation>Näytä ka&amp;nsio</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>Tallenna ni&amp;mellä…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;ulje</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln tietue</numerusform>
            <numerusform>%Ln tietuetta</numerusform>
        </translation>
    </message>
    <message>
        <source>call-notifier history</source>
        <translation>call-notifier-historia</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Taulukko (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Vie historia</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Vienti</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Kirjoitetaan {file}…</translation>
    </message>
    <message>
        <source>Wrote {records} to {file}.</source>
        <translation>Tiedostoon {file} kirjoitettiin {records}.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>Tiedostoa {file} ei voitu kirjoittaa: {reason}.</translation>
    </message>
</context>
<context>
    <name>FiguresPane</name>
    <message>
        <source>E&amp;xplain the figures</source>
        <translation>&amp;Selitä luvut</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln testi</numerusform>
            <numerusform>%Ln testiä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln verkko</numerusform>
            <numerusform>%Ln verkkoa</numerusform>
        </translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Kaikki verkot</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Kaikki palvelimet</translation>
    </message>
    <message>
        <source>Show all &amp;tests of this time</source>
        <translation>Näytä kaikki tämän ajan &amp;testit</translation>
    </message>
    <message>
        <source>Go to the newest &amp;test</source>
        <translation>Siirry uusimpaan &amp;testiin</translation>
    </message>
    <message>
        <source>Reading {period}…</source>
        <translation>Luetaan: {period}…</translation>
    </message>
    <message>
        <source>No tests, {period}</source>
        <translation>Ei testejä, {period}</translation>
    </message>
    <message>
        <source>{tests} on {networks}, {period}</source>
        <translation>{tests}, {networks}, {period}</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Näytettävä aika</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Viikko</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Kuukausi</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>A range</source>
        <translation>Aikaväli</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Aiempi</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Myöhempi</translation>
    </message>
    <message>
        <source>Toda&amp;y</source>
        <translation>Tä&amp;nään</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Verkko</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Palvelin</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Väri</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>Kaikki värit</translation>
    </message>
    <message>
        <source>Green: good</source>
        <translation>Vihreä: hyvä</translation>
    </message>
    <message>
        <source>Amber: limited</source>
        <translation>Keltainen: rajallinen</translation>
    </message>
    <message>
        <source>Red: bad</source>
        <translation>Punainen: huono</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Mitä näytetään</translation>
    </message>
    <message>
        <source>Networ&amp;k:</source>
        <translation>Ve&amp;rkko:</translation>
    </message>
    <message>
        <source>Ser&amp;ver:</source>
        <translation>Palve&amp;lin:</translation>
    </message>
    <message>
        <source>C&amp;olour:</source>
        <translation>Vär&amp;i:</translation>
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
        <translation>{tests}, ensimmäinen {first}, viimeisin {last}</translation>
    </message>
</context>
<context>
    <name>FlowTable</name>
    <message>
        <source>What flows, by kind and direction</source>
        <translation>Mitä siirretään, lajin ja suunnan mukaan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mikä</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Bittinopeus</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Hävikki</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Viivevaihtelu</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Kuva</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Kuvataajuus</translation>
    </message>
</context>
<context>
    <name>GraphsPage</name>
    <message>
        <source>Throughput</source>
        <translation>Siirtonopeus</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Kiertoaika</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Hävikki</translation>
    </message>
    <message>
        <source>Queue under load</source>
        <translation>Jono kuormitettuna</translation>
    </message>
</context>
<context>
    <name>HistoryTools</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln testi</numerusform>
            <numerusform>%Ln testiä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln puhelu</numerusform>
            <numerusform>%Ln puhelua</numerusform>
        </translation>
    </message>
    <message>
        <source>Ex&amp;port</source>
        <translation>Vi&amp;e</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>P&amp;oista</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>K&amp;umoa</translation>
    </message>
    <message>
        <source>Tests as a &amp;table (CSV)…</source>
        <translation>Testit &amp;taulukkona (CSV)…</translation>
    </message>
    <message>
        <source>Tests with &amp;everything (JSON)…</source>
        <translation>Testit &amp;kaikkine tietoineen (JSON)…</translation>
    </message>
    <message>
        <source>Calls as a t&amp;able (CSV)…</source>
        <translation>Puhelut t&amp;aulukkona (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Calls with everything (JSON)…</source>
        <translation>&amp;Puhelut kaikkine tietoineen (JSON)…</translation>
    </message>
    <message>
        <source>&amp;Picture of this page (PNG)…</source>
        <translation>Tämän sivun k&amp;uva (PNG)…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Tallenna kuva</translation>
    </message>
    <message>
        <source>Wrote the picture to {file}.</source>
        <translation>Kuva tallennettiin tiedostoon {file}.</translation>
    </message>
    <message>
        <source>What is &amp;shown</source>
        <translation>&amp;Näkyvissä olevat</translation>
    </message>
    <message>
        <source>All of this &amp;network</source>
        <translation>Kaikki tästä &amp;verkosta</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Kaikki</translation>
    </message>
    <message>
        <source>It is too late: a part is gone already.</source>
        <translation>Liian myöhäistä: osa on jo poistettu pysyvästi.</translation>
    </message>
    <message>
        <source>There was nothing to delete.</source>
        <translation>Poistettavaa ei ollut.</translation>
    </message>
    <message>
        <source>Deleted {tests}.</source>
        <translation>Poistettiin {tests}.</translation>
    </message>
    <message>
        <source>Deleted {tests} and {calls}.</source>
        <translation>Poistettiin {tests} ja {calls}.</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History of Call Notifier</source>
        <translation>Historia – Call Notifier</translation>
    </message>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>Historiaa ei voi avata, joten testejä ei nyt tallenneta.</translation>
    </message>
    <message>
        <source>Pages of the history</source>
        <translation>Historian sivut</translation>
    </message>
    <message>
        <source>Timeli&amp;ne</source>
        <translation>&amp;Aikajana</translation>
    </message>
    <message>
        <source>&amp;Graphs</source>
        <translation>&amp;Kaaviot</translation>
    </message>
    <message>
        <source>&amp;All tests</source>
        <translation>Kaikki &amp;testit</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>&amp;Puhelut</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>&amp;Vertailu</translation>
    </message>
</context>
<context>
    <name>HoursField</name>
    <message>
        <source>From</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>until</source>
        <translation>päättyen</translation>
    </message>
    <message>
        <source>{setting}: begin</source>
        <translation>{setting}: alku</translation>
    </message>
    <message>
        <source>{setting}: end</source>
        <translation>{setting}: loppu</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei mitään</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin}–{end}</translation>
    </message>
</context>
<context>
    <name>LanguageField</name>
    <message>
        <source>The system&apos;s language</source>
        <translation>Järjestelmän kieli</translation>
    </message>
</context>
<context>
    <name>LastCall</name>
    <message>
        <source>No call is on</source>
        <translation>Ei puhelua käynnissä</translation>
    </message>
    <message>
        <source>The last call</source>
        <translation>Viimeisin puhelu</translation>
    </message>
    <message>
        <source>&amp;Details of this call…</source>
        <translation>&amp;Puhelun tiedot…</translation>
    </message>
    <message>
        <source>A call that a browser or another program reports appears here by itself.</source>
        <translation>Selaimen tai muun ohjelman ilmoittama puhelu ilmestyy tähän itsestään.</translation>
    </message>
    <message>
        <source>Watching calls is switched off in the settings.</source>
        <translation>Puheluiden seuranta on poistettu käytöstä asetuksissa.</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>Laatu ei tiedossa</translation>
    </message>
    <message>
        <source>It was too short, or said too little, to be judged.</source>
        <translation>Se oli liian lyhyt tai siitä saatiin liian vähän tietoja arviointiin.</translation>
    </message>
</context>
<context>
    <name>LastStep</name>
    <message>
        <source>&amp;Start when I log in</source>
        <translation>&amp;Käynnistä kirjautuessa</translation>
    </message>
    <message>
        <source>It opens no window then: the icon is all that there is to see.</source>
        <translation>Ikkunaa ei silloin avata: vain kuvake näkyy.</translation>
    </message>
    <message>
        <source>Tell me &amp;when something changes</source>
        <translation>&amp;Ilmoita, kun jokin muuttuu</translation>
    </message>
    <message>
        <source>With a notification of the desktop, and never twice for the same.</source>
        <translation>Työpöydän ilmoituksella, eikä koskaan kahdesti samasta asiasta.</translation>
    </message>
    <message>
        <source>Look for the icon</source>
        <translation>Etsi kuvake</translation>
    </message>
    <message>
        <source>It is where your desktop keeps its small icons: at the top or at the bottom of the screen, perhaps behind an arrow. Click it for everything that was found.</source>
        <translation>Se on siellä, missä työpöytä pitää pieniä kuvakkeitaan: näytön ylä- tai alareunassa, ehkä nuolen takana. Napsauttamalla sitä näet kaikki tulokset.</translation>
    </message>
    <message>
        <source>Calls will be good.</source>
        <translation>Puhelut sujuvat hyvin.</translation>
    </message>
    <message>
        <source>Calls will work, but something will suffer.</source>
        <translation>Puhelut toimivat, mutta jokin kärsii.</translation>
    </message>
    <message>
        <source>Calls will be bad, or will not work.</source>
        <translation>Puhelut sujuvat huonosti tai eivät toimi.</translation>
    </message>
    <message>
        <source>Set by the administrator of this computer.</source>
        <translation>Tämän tietokoneen ylläpitäjän määrittämä.</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>none</source>
        <translation>ei mitään</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <source>none</source>
        <translation>ei mitään</translation>
    </message>
</context>
<context>
    <name>LiveWindow</name>
    <message>
        <source>Live call</source>
        <translation>Käynnissä oleva puhelu</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lähetys</translation>
    </message>
    <message>
        <source>What the call sends, with all that packets need.</source>
        <translation>Mitä puhelu lähettää, mukaan lukien kaikki pakettien vaatima.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Vastaanotto</translation>
    </message>
    <message>
        <source>What the call receives, with all that packets need.</source>
        <translation>Mitä puhelu vastaanottaa, mukaan lukien kaikki pakettien vaatima.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Kiertoaika</translation>
    </message>
    <message>
        <source>To the other end, or the provider&apos;s server, and back.</source>
        <translation>Vastapuolelle tai palveluntarjoajan palvelimelle ja takaisin.</translation>
    </message>
    <message>
        <source>May send</source>
        <translation>Lähetysvara</translation>
    </message>
    <message>
        <source>What the sender has found to be there for it. It sends no more than this.</source>
        <translation>Mitä lähettäjä on todennut olevan käytettävissään. Enempää se ei lähetä.</translation>
    </message>
    <message>
        <source>No sound or picture flows yet.</source>
        <translation>Ääntä tai kuvaa ei vielä siirretä.</translation>
    </message>
    <message>
        <source>since {time}, {length}</source>
        <translation>alkoi {time}, kesto {length}</translation>
    </message>
</context>
<context>
    <name>LoginSwitch</name>
    <message>
        <source>Start when you log in</source>
        <translation>Käynnistä kirjautuessa</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Organisaatiosi määrittämä.</translation>
    </message>
    <message>
        <source>It is installed for everybody on this computer; this switch is for you alone.</source>
        <translation>Ohjelma on asennettu kaikille tämän tietokoneen käyttäjille; tämä valinta koskee vain sinua.</translation>
    </message>
    <message>
        <source>The icon is there when your desktop is, and the first test is made then.</source>
        <translation>Kuvake on paikalla heti työpöydän tultua näkyviin, ja silloin tehdään myös ensimmäinen testi.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>Ei tallennettu: {reason}.</translation>
    </message>
    <message>
        <source>Saved. The program starts when you log in.</source>
        <translation>Tallennettu. Ohjelma käynnistyy, kun kirjaudut sisään.</translation>
    </message>
    <message>
        <source>Saved. The program does not start by itself.</source>
        <translation>Tallennettu. Ohjelma ei käynnisty itsestään.</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>the whole history</source>
        <translation>koko historia</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}–{last}</translation>
    </message>
</context>
<context>
    <name>RatingWindow</name>
    <message>
        <source>How was the call?</source>
        <translation>Miten puhelu sujui?</translation>
    </message>
    <message>
        <source>{stars} of 5: {word}</source>
        <translation>{stars}/5: {word}</translation>
    </message>
    <message>
        <source>Do not &amp;ask again</source>
        <translation>Älä k&amp;ysy enää</translation>
    </message>
    <message>
        <source>Anything to add? (optional)</source>
        <translation>Lisättävää? (vapaaehtoinen)</translation>
    </message>
    <message>
        <source>Comment, optional</source>
        <translation>Kommentti, vapaaehtoinen</translation>
    </message>
    <message>
        <source>You can change this in the settings.</source>
        <translation>Tätä voi muuttaa asetuksissa.</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Lähetä</translation>
    </message>
    <message>
        <source>Kept in your history, on this computer</source>
        <translation>Säilyy historiassasi tällä tietokoneella</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Ei nyt</translation>
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
        <translation>Tästä verkosta ei ollut ennustetta ennen puhelua.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>Ei tallennettu: {reason}.</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>Details of the chosen test</source>
        <translation>Valitun testin tiedot</translation>
    </message>
    <message>
        <source>Choose a test to see what it found.</source>
        <translation>Valitse testi, niin näet, mitä se löysi.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Arvio</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Mikä auttaa</translation>
    </message>
    <message>
        <source>Server: {name}</source>
        <translation>Palvelin: {name}</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Ilmoitus</translation>
    </message>
    <message>
        <source>The test itself</source>
        <translation>Itse testi</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Puhelut</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Varmuus</translation>
    </message>
    <message>
        <source>How sure the program is of the colour, by what the test could measure.</source>
        <translation>Kuinka varma ohjelma on väristä sen perusteella, mitä testi pystyi mittaamaan.</translation>
    </message>
    <message>
        <source>Held back by</source>
        <translation>Rajoittaa</translation>
    </message>
    <message>
        <source>What keeps the call from being better, most important first.</source>
        <translation>Mikä estää puhelua olemasta parempi, tärkein ensin.</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Epätavallista</translation>
    </message>
    <message>
        <source>What two tests in a row found worse than it usually is on this network at this hour of the week.</source>
        <translation>Mikä kahdessa peräkkäisessä testissä oli huonompaa kuin tässä verkossa tavallisesti tähän viikon tuntiin.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Verkko</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Julkinen osoite</translation>
    </message>
    <message>
        <source>Whether a call could be connected at all from this computer.</source>
        <translation>Voisiko tältä koneelta ylipäätään saada puhelun yhdistettyä.</translation>
    </message>
    <message>
        <source>Your own network</source>
        <translation>Oma verkkosi</translation>
    </message>
    <message>
        <source>How the computer is connected, and to whom, as far as can be told.</source>
        <translation>Miten ja kenen verkkoon tietokone on yhteydessä, sikäli kuin se on selvitettävissä.</translation>
    </message>
    <message>
        <source>The address under which the server saw this computer.</source>
        <translation>Osoite, jossa palvelin näki tämän koneen.</translation>
    </message>
    <message>
        <source>Why then</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>What made the program test at that moment.</source>
        <translation>Mikä sai ohjelman testaamaan juuri silloin.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Laji</translation>
    </message>
    <message>
        <source>A light test sends little; a full one loads the link for some seconds.</source>
        <translation>Kevyt testi lähettää vähän; täysi testi kuormittaa yhteyttä muutaman sekunnin.</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Kulutus</translation>
    </message>
    <message>
        <source>{seconds}, {sent} sent, {received} received</source>
        <translation>{seconds}, lähetetty {sent}, vastaanotettu {received}</translation>
    </message>
    <message>
        <source>What the test cost: all servers together, headers of packets included.</source>
        <translation>Mitä testi kulutti: kaikki palvelimet yhteensä, pakettien otsakkeet mukaan lukien.</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Arvioija</translation>
    </message>
    <message>
        <source>The threshold rule</source>
        <translation>Raja-arvosääntö</translation>
    </message>
    <message>
        <source>What made a forecast of the figures: a model that learnt from real calls, or a plain rule where no model could be asked.</source>
        <translation>Mikä teki luvuista ennusteen: todellisista puheluista oppinut malli tai yksinkertainen sääntö, kun mallia ei voitu käyttää.</translation>
    </message>
    <message>
        <source>{percent}, not sure yet: tested again</source>
        <translation>{percent}, ei vielä varma: testattiin uudelleen</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Tavoitettavissa</translation>
    </message>
    <message>
        <source>Whether the server gave a relay address, and carried data to the end.</source>
        <translation>Antoiko palvelin releosoitteen ja siirsikö se dataa loppuun asti.</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Siirtotapa</translation>
    </message>
    <message>
        <source>How packets go to the server. Calls are best over UDP; TCP and TLS get through more firewalls but make late packets later.</source>
        <translation>Miten paketit kulkevat palvelimelle. Puhelut sujuvat parhaiten UDP:llä; TCP ja TLS läpäisevät useampia palomuureja, mutta myöhästyneet paketit myöhästyvät lisää.</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Muodostus</translation>
    </message>
    <message>
        <source>From the first packet until data came through the relay.</source>
        <translation>Ensimmäisestä paketista siihen, kun dataa tuli releen läpi.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Kiertoaika</translation>
    </message>
    <message>
        <source>To the server and back on an idle link: the median, with the best case and the 95th percentile. Above about 300 ms people talk into each other.</source>
        <translation>Palvelimelle ja takaisin kuormittamattomalla yhteydellä: mediaani sekä paras tapaus ja 95. persentiili. Yli noin 300 ms:n viiveellä ihmiset puhuvat toistensa päälle.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Viivevaihtelu</translation>
    </message>
    <message>
        <source>How unevenly packets arrive (RFC 3550). A call has to wait for the late ones, which adds delay.</source>
        <translation>Kuinka epätasaisesti paketit saapuvat (RFC 3550). Puhelun on odotettava myöhässä olevia, mikä lisää viivettä.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Hävikki</translation>
    </message>
    <message>
        <source>Packets that never came back, out of a stream like a call&apos;s. From a few percent on, voices break up.</source>
        <translation>Puhelun kaltaisen virran paketit, jotka eivät koskaan palanneet. Muutamasta prosentista alkaen puhe pätkii.</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Siirtonopeus</translation>
    </message>
    <message>
        <source>What gets up and down again through the link before packets queue or get lost: its narrower direction decides. At least so much where the test ended before the link was full. Good audio needs 0.1 Mbit/s, video 1 to 3 Mbit/s.</source>
        <translation>Paljonko yhteydestä mahtuu läpi edestakaisin, ennen kuin paketit jonoutuvat tai häviävät: kapeampi suunta ratkaisee. Vähintään näin paljon, jos testi päättyi ennen kuin yhteys oli täynnä. Hyvä ääni vaatii 0,1 Mbit/s, video 1–3 Mbit/s.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Lähetys</translation>
    </message>
    <message>
        <source>What the uplink alone carries: your voice and picture.</source>
        <translation>Mitä pelkkä lähetyssuunta siirtää: äänesi ja kuvasi.</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Vastaanotto</translation>
    </message>
    <message>
        <source>What the downlink alone carries: what you hear and see.</source>
        <translation>Mitä pelkkä vastaanottosuunta siirtää: mitä kuulet ja näet.</translation>
    </message>
    <message>
        <source>Under load</source>
        <translation>Kuormitettuna</translation>
    </message>
    <message>
        <source>The round trip while the link is full: what a call feels while somebody uploads. At least so much where the test ended before the queue was full.</source>
        <translation>Kiertoaika yhteyden ollessa täynnä: mitä puhelussa huomaa, kun joku lähettää tiedostoja. Vähintään näin paljon, jos testi päättyi ennen kuin jono oli täynnä.</translation>
    </message>
    <message>
        <source>Hold-ups</source>
        <translation>Seisahduksia</translation>
    </message>
    <message>
        <source>Over TCP and TLS nothing gets lost, but a packet that has to be sent again holds up all those behind it: in a call, the sound stops and then hurries.</source>
        <translation>TCP:llä ja TLS:llä mitään ei häviä, mutta uudelleen lähetettävä paketti pysäyttää kaikki sen takana olevat: puhelussa ääni katkeaa ja sitten kiirehtii.</translation>
    </message>
    <message>
        <source>Measured to</source>
        <translation>Mittauskohde</translation>
    </message>
    <message>
        <source>This computer&apos;s own address</source>
        <translation>Tämän tietokoneen oma osoite</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Toinen palvelin</translation>
    </message>
    <message>
        <source>The server does not relay to itself, so that the packets of the test took another way back.</source>
        <translation>Palvelin ei välitä itselleen, joten testin paketit palasivat toista reittiä.</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>Testipuhelu</translation>
    </message>
    <message>
        <source>A real call from this computer to itself through the server, for two seconds. Some firewalls let the other packets of the test through and hold up an encrypted call.</source>
        <translation>Oikea puhelu tältä koneelta sille itselleen palvelimen kautta kahden sekunnin ajan. Jotkin palomuurit päästävät testin muut paketit läpi mutta pysäyttävät salatun puhelun.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Jätetty pois</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln packet(s): this computer was too busy</source>
        <translation>
            <numerusform>{count}/%Ln paketti: tämä tietokone oli liian kiireinen</numerusform>
            <numerusform>{count}/%Ln pakettia: tämä tietokone oli liian kiireinen</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer was too busy to send or to read them in time. Their delay says nothing of the network, so it counts for nothing.</source>
        <translation>Tämä tietokone oli liian kiireinen lähettämään tai lukemaan niitä ajoissa. Niiden viive ei kerro mitään verkosta, joten sitä ei lasketa.</translation>
    </message>
    <message>
        <source>Not connected: its two ends did not find each other</source>
        <translation>Ei yhteyttä: päät eivät löytäneet toisiaan</translation>
    </message>
    <message>
        <source>Not connected: the encryption could not be agreed on</source>
        <translation>Ei yhteyttä: salauksesta ei päästy sopimukseen</translation>
    </message>
    <message>
        <source>Connected in {time}</source>
        <translation>Yhdistyi ajassa {time}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Yhdistyi</translation>
    </message>
    <message>
        <source>{loss} of its sound lost</source>
        <translation>äänestä hävisi {loss}</translation>
    </message>
    <message>
        <source>{time} to the other end and back</source>
        <translation>vastapuolelle ja takaisin {time}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Kyllä</translation>
    </message>
    <message>
        <source>Yes, but it failed during the test. {reason}</source>
        <translation>Kyllä, mutta se katkesi testin aikana. {reason}</translation>
    </message>
    <message>
        <source>No. {reason}</source>
        <translation>Ei. {reason}</translation>
    </message>
    <message>
        <source>{loss}, in bursts of {packets} packets</source>
        <translation>{loss}, {packets} paketin ryppäinä</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ei yhtään</translation>
    </message>
    <message>
        <source>{count}, the longest {time}</source>
        <translation>{count}, pisin {time}</translation>
    </message>
    <message>
        <source>To your own router and back.</source>
        <translation>Omalle reitittimellesi ja takaisin.</translation>
    </message>
    <message>
        <source>Packets lost before they left your own network.</source>
        <translation>Paketit, jotka hävisivät jo omassa verkossasi.</translation>
    </message>
    <message>
        <source>How unevenly your own router answers.</source>
        <translation>Kuinka epätasaisesti oma reitittimesi vastaa.</translation>
    </message>
    <message>
        <source>To your own router and back while the link is full.</source>
        <translation>Omalle reitittimellesi ja takaisin, kun yhteys on täynnä.</translation>
    </message>
    <message>
        <source>Where it arises</source>
        <translation>Missä se syntyy</translation>
    </message>
    <message>
        <source>Told only where the test could tell the two sides apart.</source>
        <translation>Kerrotaan vain, jos testi pystyi erottamaan puolet toisistaan.</translation>
    </message>
    <message>
        <source>Wi-Fi signal</source>
        <translation>Wi-Fi-signaali</translation>
    </message>
    <message>
        <source>{number} dBm</source>
        <translation>{number} dBm</translation>
    </message>
    <message>
        <source>Below about -70 dBm a call suffers: move closer to the router.</source>
        <translation>Alle noin -70 dBm:n signaalilla puhelu kärsii: siirry lähemmäs reititintä.</translation>
    </message>
    <message>
        <source>Wi-Fi rate</source>
        <translation>Wi-Fi-nopeus</translation>
    </message>
    <message>
        <source>{number} Mbit/s</source>
        <translation>{number} Mbit/s</translation>
    </message>
    <message>
        <source>What your computer last sent with; about half of it is of use.</source>
        <translation>Nopeus, jolla tietokoneesi viimeksi lähetti; siitä noin puolet on hyödyksi.</translation>
    </message>
    <message>
        <source>Wi-Fi repeats</source>
        <translation>Wi-Fi-uusinnat</translation>
    </message>
    <message>
        <source>How much had to be sent again. Repeats cost time and bandwidth.</source>
        <translation>Paljonko piti lähettää uudelleen. Uusinnat vievät aikaa ja kaistaa.</translation>
    </message>
    <message>
        <source>Nothing was decided: the test was asked for on the command line.</source>
        <translation>Mitään ei päätetty: testi pyydettiin komentoriviltä.</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>A light test does not measure the throughput.</source>
        <translation>Kevyt testi ei mittaa siirtonopeutta.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Mitä se tarkoittaa</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Verkko</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Kiertoaika</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Hävikki</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Siirtonopeus</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Tests, newest first</source>
        <translation>Testit, uusimmat ensin</translation>
    </message>
</context>
<context>
    <name>SeriesChart</name>
    <message>
        <source>Graphs of what the tests found</source>
        <translation>Kaavioita testien tuloksista</translation>
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
        <translation>{name} {value}, väli {least}–{most}</translation>
    </message>
    <message>
        <source>{name} from {least} to {most}.</source>
        <translation>{name} {least}–{most}.</translation>
    </message>
    <message>
        <source>Nothing was measured here.</source>
        <translation>Tässä ei mitattu mitään.</translation>
    </message>
    <message>
        <source>Line: mean. Band: least to most. Wheel, drag, + and - zoom; 0 shows all.</source>
        <translation>Viiva: keskiarvo. Alue: pienimmästä suurimpaan. Rulla, vetäminen, + ja - zoomaavat; 0 näyttää kaiken.</translation>
    </message>
    <message>
        <source>↑ at least so much: the line was not full</source>
        <translation>↑ vähintään näin paljon: yhteys ei ollut täynnä</translation>
    </message>
    <message>
        <source>▲ higher than is shown, up to {most}</source>
        <translation>▲ näytettyä suurempi, enintään {most}</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>This system has no key ring.</source>
        <translation>Tässä järjestelmässä ei ole avainnippua.</translation>
    </message>
    <message>
        <source>The key ring is locked. Unlock it and try again.</source>
        <translation>Avainnippu on lukittu. Avaa lukitus ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>The key ring did not answer. Unlock it and try again.</source>
        <translation>Avainnippu ei vastannut. Avaa sen lukitus ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>The key ring can&apos;t be used: it did not keep the secret.</source>
        <translation>Avainnippua ei voi käyttää: se ei tallentanut salaisuutta.</translation>
    </message>
    <message>
        <source>{why} You can also have the secret read from an environment variable: whatever starts Call Notifier sets it, and nothing is stored here.</source>
        <translation>{why} Salaisuuden voi myös lukea ympäristömuuttujasta: Call Notifierin käynnistäjä asettaa sen, eikä tänne tallenneta mitään.</translation>
    </message>
    <message>
        <source>Enter the user name, or choose no login.</source>
        <translation>Anna käyttäjätunnus tai valitse ”Ei kirjautumista”.</translation>
    </message>
    <message>
        <source>Enter the secret, or name an environment variable.</source>
        <translation>Anna salaisuus tai nimeä ympäristömuuttuja.</translation>
    </message>
    <message>
        <source>Enter an address like turn:turn.example.com:3478.</source>
        <translation>Anna osoite, esimerkiksi turn:turn.example.com:3478.</translation>
    </message>
    <message>
        <source>An address holds no user name and no password: they have fields of their own below.</source>
        <translation>Osoitteessa ei ole käyttäjätunnusta eikä salasanaa: niille on omat kentät alla.</translation>
    </message>
    <message>
        <source>There are servers with other credentials in it. The first is entered here; add the others one by one in the settings.</source>
        <translation>Siinä on palvelimia, joilla on eri tunnistetiedot. Ensimmäinen on täytetty tähän; lisää muut yksitellen asetuksissa.</translation>
    </message>
    <message>
        <source>the host name</source>
        <translation>isäntänimi</translation>
    </message>
    <message>
        <source>No login</source>
        <translation>Ei kirjautumista</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Käyttäjätunnus ja salasana</translation>
    </message>
    <message>
        <source>User name and shared secret (TURN REST)</source>
        <translation>Käyttäjätunnus ja jaettu salaisuus (TURN REST)</translation>
    </message>
    <message>
        <source>In the key ring</source>
        <translation>Avainnipussa</translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation>Ympäristömuuttujassa</translation>
    </message>
    <message>
        <source>a file (PEM), where the system&apos;s are not enough</source>
        <translation>tiedosto (PEM), jos järjestelmän omat eivät riitä</translation>
    </message>
    <message>
        <source>&amp;Paste from a web app</source>
        <translation>&amp;Liitä verkkosovelluksesta</translation>
    </message>
    <message>
        <source>&amp;Addresses, one a line</source>
        <translation>&amp;Osoitteet, yksi riville</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>&amp;Nimi</translation>
    </message>
    <message>
        <source>&amp;Log in with</source>
        <translation>Kirjautumista&amp;pa</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Käyttäjätunnus</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>S&amp;alasana</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Säilytyspaikka</translation>
    </message>
    <message>
        <source>Varia&amp;ble</source>
        <translation>Muuttu&amp;ja</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Varmenteet</translation>
    </message>
    <message>
        <source>Waiting for the key ring. Your desktop may ask for its password.</source>
        <translation>Odotetaan avainnippua. Työpöytä saattaa kysyä sen salasanaa.</translation>
    </message>
    <message>
        <source>Stop waitin&amp;g</source>
        <translation>Lopeta o&amp;dotus</translation>
    </message>
    <message>
        <source>S&amp;hared secret</source>
        <translation>&amp;Jaettu salaisuus</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>ennallaan</translation>
    </message>
</context>
<context>
    <name>ServerList</name>
    <message>
        <source>Call servers</source>
        <translation>Puhelupalvelimet</translation>
    </message>
    <message>
        <source>Show &amp;addresses and technical reasons</source>
        <translation>Näytä osoitteet ja tekniset s&amp;yyt</translation>
    </message>
</context>
<context>
    <name>ServerStep</name>
    <message>
        <source>Calls often go through a relay, a TURN server. Your IT department or the provider of your calls knows its address. If you have none at hand, press Later: until you enter one, a demonstration runs, which says nothing about your network.</source>
        <translation>Puhelut kulkevat usein releen eli TURN-palvelimen kautta. Sen osoitteen tietää IT-osasto tai puhelupalvelun tarjoaja. Jos osoitetta ei ole käsillä, valitse ”Myöhemmin”: kunnes annat osoitteen, käytössä on esittely, joka ei kerro verkostasi mitään.</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>Avaa t&amp;iedosto…</translation>
    </message>
    <message>
        <source>Were you given a file? Open it, or drop it onto this window.</source>
        <translation>Saitko tiedoston? Avaa se tai pudota se tähän ikkunaan.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>Tiedostoa {file} ei voi käyttää: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>{file} is read. It has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>Tiedosto {file} on luettu. Siinä on vielä %n palvelin, joka säilytetään myös.</numerusform>
            <numerusform>Tiedosto {file} on luettu. Siinä on vielä %n palvelinta, jotka säilytetään myös.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is read.</source>
        <translation>Tiedosto {file} on luettu.</translation>
    </message>
    <message numerus="yes">
        <source>What was pasted has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>Liitetyssä tekstissä on vielä %n palvelin, joka säilytetään myös.</numerusform>
            <numerusform>Liitetyssä tekstissä on vielä %n palvelinta, jotka säilytetään myös.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a server&apos;s file</source>
        <translation>Avaa palvelimen tiedosto</translation>
    </message>
    <message>
        <source>Servers (*.json *.toml *.txt)</source>
        <translation>Palvelimet (*.json *.toml *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Kaikki tiedostot (*)</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default</source>
        <translation>Palauta oletus</translation>
    </message>
    <message>
        <source>{setting}: back to the default</source>
        <translation>{setting}: palauta oletus</translation>
    </message>
    <message>
        <source>Saved. {setting}: {value}.</source>
        <translation>Tallennettu. {setting}: {value}.</translation>
    </message>
    <message>
        <source>Saved. {setting}: the default again.</source>
        <translation>Tallennettu. {setting}: taas oletus.</translation>
    </message>
    <message>
        <source>Not saved. Begin and end are the same.</source>
        <translation>Ei tallennettu. Alku ja loppu ovat samat.</translation>
    </message>
    <message>
        <source>Not saved, for number {number} can&apos;t be used. Expected {expected}.</source>
        <translation>Ei tallennettu, sillä kohtaa {number} ei voi käyttää. Odotettu arvo: {expected}.</translation>
    </message>
    <message>
        <source>Not saved. Expected {expected}.</source>
        <translation>Ei tallennettu. Odotettu arvo: {expected}.</translation>
    </message>
    <message>
        <source>Set by your organisation ({file}).</source>
        <translation>Organisaatiosi määrittämä ({file}).</translation>
    </message>
    <message>
        <source>Proposed by your organisation ({file}); you can change it.</source>
        <translation>Organisaatiosi ehdottama ({file}); voit muuttaa sitä.</translation>
    </message>
    <message>
        <source>Your own, line {line} of the file.</source>
        <translation>Oma arvosi, tiedoston rivi {line}.</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings of Call Notifier</source>
        <translation>Asetukset – Call Notifier</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>Avaa t&amp;iedosto</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sivut</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>Ku&amp;moa</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>Säilytetään tiedostossa {file}</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;ulje</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Etsi asetus</translation>
    </message>
    <message>
        <source>Settings that were found</source>
        <translation>Löydetyt asetukset</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Mitään ei löytynyt</translation>
    </message>
    <message>
        <source>Tests go through these TURN servers. Without one, a demonstration runs on this computer, which says nothing about your network.</source>
        <translation>Testit kulkevat näiden TURN-palvelinten kautta. Ilman palvelinta tällä koneella on käytössä esittely, joka ei kerro verkostasi mitään.</translation>
    </message>
    <message>
        <source>TURN servers</source>
        <translation>TURN-palvelimet</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Lisää…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>Muo&amp;kkaa…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Poista</translation>
    </message>
    <message>
        <source>Enter the pass&amp;word…</source>
        <translation>Anna &amp;salasana…</translation>
    </message>
    <message>
        <source>Your organisation provides the password of this server.</source>
        <translation>Tämän palvelimen salasanan antaa organisaatiosi.</translation>
    </message>
    <message>
        <source>Bac&amp;k without saving</source>
        <translation>&amp;Hylkää muutokset</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Tall&amp;enna</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Organisaatiosi määrittämät</translation>
    </message>
    <message>
        <source>Set by your organisation ({file}).</source>
        <translation>Organisaatiosi määrittämä ({file}).</translation>
    </message>
    <message>
        <source>Proposed by your organisation ({file}). Servers that you add or change yourself stand in their place.</source>
        <translation>Organisaatiosi ehdottama ({file}). Itse lisätyt tai muutetut palvelimet korvaavat ehdotetut.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>Ei tallennettu: {reason}.</translation>
    </message>
    <message>
        <source>The password is not undone: {reason}.</source>
        <translation>Salasanan muutosta ei kumottu: {reason}.</translation>
    </message>
    <message>
        <source>The file was changed by somebody else meanwhile; nothing is undone.</source>
        <translation>Tiedostoa on sillä välin muutettu muualta; mitään ei kumottu.</translation>
    </message>
    <message>
        <source>Not undone: {reason}.</source>
        <translation>Ei kumottu: {reason}.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Tallennettu.</translation>
    </message>
    <message>
        <source>Saved: your sentence for {code}.</source>
        <translation>Tallennettu: oma lauseesi koodille {code}.</translation>
    </message>
    <message>
        <source>Saved: the built-in sentence for {code}.</source>
        <translation>Tallennettu: valmis lause koodille {code}.</translation>
    </message>
    <message>
        <source>Removed: {server}.</source>
        <translation>Poistettu: {server}.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Salasana</translation>
    </message>
    <message>
        <source>Password for {server}, which is kept in the key ring:</source>
        <translation>Palvelimen {server} salasana, joka säilytetään avainnipussa:</translation>
    </message>
    <message>
        <source>Saved: the password of {server}.</source>
        <translation>Tallennettu: palvelimen {server} salasana.</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Uusi palvelin</translation>
    </message>
    <message>
        <source>Change the server</source>
        <translation>Muuta palvelinta</translation>
    </message>
    <message>
        <source>Saved: {server}.</source>
        <translation>Tallennettu: {server}.</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>How the network was in the last 24 hours</source>
        <translation>Millainen verkko oli viimeisten 24 tunnin aikana</translation>
    </message>
    <message>
        <source>{time} {state}, during a call</source>
        <translation>{time} {state}, puhelun aikana</translation>
    </message>
    <message>
        <source>{time} {state}</source>
        <translation>{time} {state}</translation>
    </message>
    <message>
        <source>{time} not tested</source>
        <translation>{time} ei testattu</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>ei testattu</translation>
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
        <translation>Näytä p&amp;uhelu…</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Ohita</translation>
    </message>
    <message>
        <source>&amp;Open its page…</source>
        <translation>Avaa &amp;sivu…</translation>
    </message>
    <message>
        <source>&amp;Enter a server…</source>
        <translation>Anna pal&amp;velin…</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Jatka</translation>
    </message>
    <message>
        <source>Tell me agai&amp;n</source>
        <translation>&amp;Ilmoita taas</translation>
    </message>
    <message>
        <source>Got &amp;it</source>
        <translation>Se&amp;lvä</translation>
    </message>
    <message>
        <source>&amp;Got it</source>
        <translation>S&amp;elvä</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Mitä voit tehdä</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Viimeiset 24 tuntia</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Testin edistyminen</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>&amp;Testaa nyt</translation>
    </message>
    <message>
        <source>Measure the network now (F5)</source>
        <translation>Mittaa verkko nyt (F5)</translation>
    </message>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>&amp;Keskeytä testi</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historia…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Asetukset…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>Lis&amp;ää</translation>
    </message>
    <message>
        <source>More: pause, quiet, quit</source>
        <translation>Lisää: tauko, hiljennys, lopetus</translation>
    </message>
    <message>
        <source>&amp;Live call…</source>
        <translation>Käy&amp;nnissä oleva puhelu…</translation>
    </message>
    <message>
        <source>Q&amp;uiet for today</source>
        <translation>Ei il&amp;moituksia tänään</translation>
    </message>
    <message>
        <source>Collect &amp;diagnostics…</source>
        <translation>Kerää &amp;diagnostiikkatiedot…</translation>
    </message>
    <message>
        <source>&amp;About…</source>
        <translation>Ti&amp;etoja…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Lopeta</translation>
    </message>
    <message>
        <source>Nothing was tested since the start</source>
        <translation>Käynnistyksen jälkeen ei ole testattu</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>Vielä ei ole testattu</translation>
    </message>
    <message>
        <source>Testing your network</source>
        <translation>Verkkoasi testataan</translation>
    </message>
    <message>
        <source>Testing your network for the first time</source>
        <translation>Verkkoasi testataan ensimmäistä kertaa</translation>
    </message>
    <message>
        <source>A test takes some seconds and says how a call would go.</source>
        <translation>Testi kestää muutaman sekunnin ja kertoo, miten puhelu sujuisi.</translation>
    </message>
    <message>
        <source>tested at {time}</source>
        <translation>testattu {time}</translation>
    </message>
    <message>
        <source>{words} ({percent})</source>
        <translation>{words} ({percent})</translation>
    </message>
    <message>
        <source>Held back by: {causes}</source>
        <translation>Rajoittaa: {causes}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Mitä löydettiin</translation>
    </message>
    <message>
        <source>Nothing known yet</source>
        <translation>Mitään ei vielä tiedetä</translation>
    </message>
    <message>
        <source>Sign in to the network first.</source>
        <translation>Kirjaudu ensin verkkoon.</translation>
    </message>
    <message>
        <source>Neither a microphone nor a camera was found: nobody would hear or see you.</source>
        <translation>Mikrofonia eikä kameraa löytynyt: kukaan ei kuulisi eikä näkisi sinua.</translation>
    </message>
    <message>
        <source>No notifications until {time}</source>
        <translation>Ei ilmoituksia {time} asti</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon. Call Notifier goes on in the background and opens this window when you start it again. To pause or quit it, press More.</source>
        <translation>Tämä työpöytä ei näytä ilmoitusalueen kuvaketta. Call Notifier jatkaa taustalla ja avaa tämän ikkunan, kun käynnistät sen uudelleen. Tauko ja lopetus löytyvät Lisää-painikkeesta.</translation>
    </message>
    <message>
        <source>Last call: {sentence}</source>
        <translation>Viimeisin puhelu. {sentence}</translation>
    </message>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>Historiaa ei voi avata, joten testejä ei nyt tallenneta.</translation>
    </message>
    <message>
        <source>Next test at {time}</source>
        <translation>Seuraava testi {time}</translation>
    </message>
</context>
<context>
    <name>SwitchField</name>
    <message>
        <source>on</source>
        <translation>käytössä</translation>
    </message>
    <message>
        <source>off</source>
        <translation>pois</translation>
    </message>
</context>
<context>
    <name>TestsPage</name>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>Historiaa ei voi avata, joten testejä ei nyt tallenneta.</translation>
    </message>
    <message>
        <source>No test has been made yet.</source>
        <translation>Yhtään testiä ei ole vielä tehty.</translation>
    </message>
    <message>
        <source>No test here: choose another time, or all networks.</source>
        <translation>Tässä ei ole testejä: valitse toinen aika tai kaikki verkot.</translation>
    </message>
    <message>
        <source>Choose a test to see what it found.</source>
        <translation>Valitse testi, niin näet, mitä se löysi.</translation>
    </message>
    <message>
        <source>The history cannot be opened.</source>
        <translation>Historiaa ei voi avata.</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>All languages</source>
        <translation>Kaikki kielet</translation>
    </message>
    <message>
        <source>For people who read</source>
        <translation>Lukijan kieli</translation>
    </message>
    <message>
        <source>Sentences by notification code</source>
        <translation>Lauseet ilmoituskoodin mukaan</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Koodi</translation>
    </message>
    <message>
        <source>Built-in sentence</source>
        <translation>Valmis lause</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>Oma lauseesi</translation>
    </message>
    <message>
        <source>Sentences in bold are set by your organisation.</source>
        <translation>Lihavoidut lauseet ovat organisaatiosi määrittämiä.</translation>
    </message>
    <message>
        <source>Double-click or press F2 in the last column to write a sentence of your own; empty it to have the built-in one again. One for a language comes before one for all.</source>
        <translation>Kirjoita oma lause kaksoisnapsauttamalla viimeistä saraketta tai painamalla siinä F2; tyhjennä se, niin valmis lause palaa. Yhden kielen lause menee kaikkien kielten lauseen edelle.</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Organisaatiosi määrittämä.</translation>
    </message>
    <message>
        <source>None of your own</source>
        <translation>Ei omaa</translation>
    </message>
    <message>
        <source>Not saved, {code}: expected {expected}.</source>
        <translation>Ei tallennettu, {code}: odotettu arvo {expected}.</translation>
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
        <translation>{day}, {since}–{until}</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln testi</numerusform>
            <numerusform>%Ln testiä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln puhelu</numerusform>
            <numerusform>%Ln puhelua</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline of tests and calls</source>
        <translation>Testien ja puheluiden aikajana</translation>
    </message>
    <message>
        <source>The usual week, by the last {number} weeks</source>
        <translation>Tavallinen viikko viimeisten {number} viikon perusteella</translation>
    </message>
    <message>
        <source>Hours that are usually bad</source>
        <translation>Tavallisesti huonot tunnit</translation>
    </message>
    <message>
        <source>What the hours of a week are usually like</source>
        <translation>Millaisia viikon tunnit tavallisesti ovat</translation>
    </message>
    <message>
        <source>The tests of this time say nothing of a network: see All tests.</source>
        <translation>Tämän ajan testit eivät kerro verkosta mitään: katso ”Kaikki testit”.</translation>
    </message>
    <message>
        <source>No test here: choose another time, or all networks.</source>
        <translation>Tässä ei ole testejä: valitse toinen aika tai kaikki verkot.</translation>
    </message>
    <message>
        <source>Arrow keys or the mouse read a cell; Enter or a double click opens it.</source>
        <translation>Nuolinäppäimet tai hiiri lukevat ruudun; Enter tai kaksoisnapsautus avaa sen.</translation>
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
        <translation>{weekday} klo {since}–{until}: {counts}</translation>
    </message>
    <message>
        <source>no tests</source>
        <translation>ei testejä</translation>
    </message>
    <message>
        <source>{tests}: {green} good, {amber} limited, {red} bad</source>
        <translation>{tests}: {green} hyvää, {amber} rajallista, {red} huonoa</translation>
    </message>
    <message>
        <source>{call}, {since} to {until}: {got}; forecast: {forecast}</source>
        <translation>{call}, {since}–{until}: {got}; ennuste: {forecast}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quiet until {time}</source>
        <translation>Hiljaa {time} asti</translation>
    </message>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>&amp;Keskeytä testi</translation>
    </message>
    <message>
        <source>&amp;Cancel the test — {percent} %</source>
        <translation>&amp;Keskeytä testi – {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>&amp;Testaa nyt</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historia…</translation>
    </message>
    <message>
        <source>&amp;Live call…</source>
        <translation>Käy&amp;nnissä oleva puhelu…</translation>
    </message>
    <message>
        <source>Quiet for t&amp;oday</source>
        <translation>Ei il&amp;moituksia tänään</translation>
    </message>
    <message>
        <source>Tell me a&amp;gain</source>
        <translation>&amp;Ilmoita taas</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Asetukset…</translation>
    </message>
    <message>
        <source>Collect &amp;diagnostics…</source>
        <translation>Kerää &amp;diagnostiikkatiedot…</translation>
    </message>
    <message>
        <source>&amp;About…</source>
        <translation>Ti&amp;etoja…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Lopeta</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Check the address and its port. If they are right, a firewall is in the way: ask for an address that begins with turns: and ends with :443.</source>
        <translation>Tarkista osoite ja portti. Jos ne ovat oikein, palomuuri on tiellä: pyydä osoite, jonka alussa on turns: ja lopussa :443.</translation>
    </message>
    <message>
        <source>The computer is there, but nothing listens at this port. Check the port.</source>
        <translation>Kone on paikalla, mutta mikään ei kuuntele tässä portissa. Tarkista portti.</translation>
    </message>
    <message>
        <source>Check the name letter by letter. Some names are known only in the network of the company, or over its VPN.</source>
        <translation>Tarkista nimi kirjain kirjaimelta. Jotkin nimet tunnetaan vain yrityksen verkossa tai sen VPN:ssä.</translation>
    </message>
    <message>
        <source>Use the host name that the certificate was made for, not a number. Check the date of this computer. Where a company signs its own certificates, ask for its file and name it above.</source>
        <translation>Käytä isäntänimeä, jolle varmenne on tehty, älä numeroa. Tarkista tämän tietokoneen päiväys. Jos yritys allekirjoittaa omat varmenteensa, pyydä niiden tiedosto ja anna se yllä.</translation>
    </message>
    <message>
        <source>Check both, also capital letters. A password that was handed out for a short time may have run out. If you were given a shared secret, choose that above.</source>
        <translation>Tarkista molemmat, myös isot kirjaimet. Lyhyeksi ajaksi annettu salasana on voinut vanhentua. Jos sait jaetun salaisuuden, valitse se yllä.</translation>
    </message>
    <message>
        <source>Your login works. Whoever runs the server has to allow relaying back to itself, or calls still work and only the tests can&apos;t.</source>
        <translation>Kirjautuminen toimii. Palvelimen ylläpitäjän on sallittava välitys takaisin palvelimelle itselleen; muuten voi olla, että puhelut toimivat ja vain testit eivät.</translation>
    </message>
    <message>
        <source>Your login works. Wait some minutes, or ask whoever runs the server.</source>
        <translation>Kirjautuminen toimii. Odota muutama minuutti tai kysy palvelimen ylläpitäjältä.</translation>
    </message>
    <message>
        <source>Your login works. A firewall before the server may block its relay ports: tell whoever runs it.</source>
        <translation>Kirjautuminen toimii. Palvelimen edessä oleva palomuuri saattaa estää sen releportit: kerro siitä ylläpitäjälle.</translation>
    </message>
    <message>
        <source>Something else answers at this address, perhaps a web server or a sign-in page. Check the port.</source>
        <translation>Tässä osoitteessa vastaa jokin muu, ehkä verkkopalvelin tai kirjautumissivu. Tarkista portti.</translation>
    </message>
    <message>
        <source>You stopped the test.</source>
        <translation>Keskeytit testin.</translation>
    </message>
    <message>
        <source>The test broke off by a fault of this program.</source>
        <translation>Testi katkesi tämän ohjelman virheeseen.</translation>
    </message>
    <message>
        <source>The test took too long and was stopped.</source>
        <translation>Testi kesti liian kauan ja lopetettiin.</translation>
    </message>
    <message>
        <source>Another test is still running. Try again in a minute.</source>
        <translation>Toinen testi on vielä kesken. Yritä uudelleen minuutin kuluttua.</translation>
    </message>
    <message>
        <source>There is no password for this server.</source>
        <translation>Tälle palvelimelle ei ole salasanaa.</translation>
    </message>
    <message>
        <source>Test &amp;it</source>
        <translation>&amp;Testaa</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Keskeytä testi</translation>
    </message>
    <message>
        <source>Test of the server</source>
        <translation>Palvelimen testi</translation>
    </message>
    <message>
        <source>Takes some seconds and a few packets.</source>
        <translation>Kestää muutaman sekunnin ja vie muutaman paketin.</translation>
    </message>
    <message>
        <source>Waiting for a test that is running…</source>
        <translation>Odotetaan käynnissä olevaa testiä…</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>Otetaan yhteyttä palvelimeen</translation>
    </message>
    <message>
        <source>Sending some packets through it ({seconds} s left)</source>
        <translation>Lähetetään paketteja sen läpi ({seconds} s jäljellä)</translation>
    </message>
    <message>
        <source>Test &amp;it again</source>
        <translation>&amp;Testaa uudelleen</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Se toimii.</translation>
    </message>
    <message>
        <source>It does not work yet. You can keep the server all the same.</source>
        <translation>Se ei vielä toimi. Voit silti säilyttää palvelimen.</translation>
    </message>
    <message>
        <source>It works, but not over UDP, which this network seems to block: calls connect, with more delay.</source>
        <translation>Se toimii, mutta ei UDP:llä, jonka tämä verkko näyttää estävän: puhelut yhdistyvät, mutta viivettä on enemmän.</translation>
    </message>
    <message>
        <source>It works over some of its addresses.</source>
        <translation>Se toimii joillakin osoitteistaan.</translation>
    </message>
    <message>
        <source>{address}: works, round trip {time}</source>
        <translation>{address}: toimii, kiertoaika {time}</translation>
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
        <translation>Testejä on vielä liian vähän, jotta tavallisesti huonot tunnit voisi nimetä.</translation>
    </message>
    <message>
        <source>Usually bad: {hours}.</source>
        <translation>Tavallisesti huonoa: {hours}.</translation>
    </message>
    <message>
        <source>Usually limited: {hours}.</source>
        <translation>Tavallisesti rajallista: {hours}.</translation>
    </message>
    <message>
        <source>No hour of the week is usually bad.</source>
        <translation>Mikään viikon tunti ei ole tavallisesti huono.</translation>
    </message>
    <message>
        <source>{network}: too few tests yet to say.</source>
        <translation>{network}: testejä on vielä liian vähän.</translation>
    </message>
    <message>
        <source>{network}: usually bad {bad}; usually limited {limited}.</source>
        <translation>{network}: tavallisesti huono ({bad}) tai rajallinen ({limited}).</translation>
    </message>
    <message>
        <source>{network}: usually bad {bad}.</source>
        <translation>{network}: tavallisesti huono ({bad}).</translation>
    </message>
    <message>
        <source>{network}: usually limited {limited}.</source>
        <translation>{network}: tavallisesti rajallinen ({limited}).</translation>
    </message>
    <message>
        <source>{network}: no hour of the week is usually bad.</source>
        <translation>{network}: mikään viikon tunti ei ole tavallisesti huono.</translation>
    </message>
    <message>
        <source>{hours}; and others, see below</source>
        <translation>{hours}; ja muita, katso alta</translation>
    </message>
    <message>
        <source>{days}, all day</source>
        <translation>{days} koko päivän</translation>
    </message>
    <message>
        <source>{days} {hours} h</source>
        <translation>{days} klo {hours}</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>joka päivä</translation>
    </message>
    <message>
        <source>weekdays</source>
        <translation>arkisin</translation>
    </message>
    <message>
        <source>weekends</source>
        <translation>viikonloppuisin</translation>
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
        <translation>hyvä</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>rajallinen</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>huono</translation>
    </message>
    <message>
        <source>A bar below is a call: what it got; the square at its beginning is the forecast.</source>
        <translation>Palkki alla on puhelu: sen toteutunut laatu; neliö alussa on ennuste.</translation>
    </message>
</context>
<context>
    <name>address_help</name>
    <message>
        <source>{address} is a STUN server, which passes no calls on. Ask for a TURN server: its address begins with turn: or turns:.</source>
        <translation>{address} on STUN-palvelin, joka ei välitä puheluita. Pyydä TURN-palvelinta: sen osoitteen alussa on turn: tai turns:.</translation>
    </message>
    <message>
        <source>{address} is a web page. The address of a TURN server begins with turn: or turns:, like turn:turn.example.com:3478.</source>
        <translation>{address} on verkkosivu. TURN-palvelimen osoitteen alussa on turn: tai turns:, esimerkiksi turn:turn.example.com:3478.</translation>
    </message>
    <message>
        <source>{address} is no TURN address. Perhaps {meant} is meant?</source>
        <translation>{address} ei ole TURN-osoite. Tarkoititko {meant}?</translation>
    </message>
</context>
<context>
    <name>call_wording</name>
    <message numerus="yes">
        <source>%Ln call(s) go on at once. This is the one that began last.</source>
        <translation>
            <numerusform>Käynnissä on %Ln puhelu.</numerusform>
            <numerusform>Käynnissä on %Ln puhelua yhtä aikaa. Tämä alkoi viimeisenä.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln kerran</numerusform>
            <numerusform>%Ln kertaa</numerusform>
        </translation>
    </message>
    <message>
        <source>bad</source>
        <translation>huono</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>heikko</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>kohtalainen</translation>
    </message>
    <message>
        <source>good</source>
        <translation>hyvä</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>erinomainen</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>yhdistetään</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>yhdistetty</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>katkennut</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>pidossa</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>ei yhdistetty</translation>
    </message>
    <message>
        <source>over</source>
        <translation>päättynyt</translation>
    </message>
    <message>
        <source>Sound you send</source>
        <translation>Lähettämäsi ääni</translation>
    </message>
    <message>
        <source>Picture you send</source>
        <translation>Lähettämäsi kuva</translation>
    </message>
    <message>
        <source>Screen you send</source>
        <translation>Lähettämäsi näyttö</translation>
    </message>
    <message>
        <source>Sound you get</source>
        <translation>Saamasi ääni</translation>
    </message>
    <message>
        <source>Picture you get</source>
        <translation>Saamasi kuva</translation>
    </message>
    <message>
        <source>Screen you get</source>
        <translation>Saamasi näyttö</translation>
    </message>
    <message>
        <source>You hear nothing: no sound arrives, though yours is being sent.</source>
        <translation>Et kuule mitään: ääntä ei saavu, vaikka omaasi lähetetään.</translation>
    </message>
    <message>
        <source>You see nothing: no picture arrives, though yours is being sent.</source>
        <translation>Et näe mitään: kuvaa ei saavu, vaikka omaasi lähetetään.</translation>
    </message>
    <message>
        <source>No shared screen arrives, though yours is being sent.</source>
        <translation>Jaettua näyttöä ei saavu, vaikka omaasi lähetetään.</translation>
    </message>
    <message>
        <source>Nothing arrives, though you are sending.</source>
        <translation>Mitään ei saavu, vaikka lähetät.</translation>
    </message>
    <message>
        <source>Nobody hears you: your sound is not being sent, though theirs arrives.</source>
        <translation>Kukaan ei kuule sinua: ääntäsi ei lähetetä, vaikka toisten ääni saapuu.</translation>
    </message>
    <message>
        <source>Nobody sees you: your picture is not being sent, though theirs arrives.</source>
        <translation>Kukaan ei näe sinua: kuvaasi ei lähetetä, vaikka toisten kuva saapuu.</translation>
    </message>
    <message>
        <source>Your shared screen is not being sent, though theirs arrives.</source>
        <translation>Jaettua näyttöäsi ei lähetetä, vaikka toisten näyttö saapuu.</translation>
    </message>
    <message>
        <source>Nothing is being sent, though the other end&apos;s is arriving.</source>
        <translation>Mitään ei lähetetä, vaikka vastapuolen data saapuu.</translation>
    </message>
    <message>
        <source>The other end has stopped sending reports: loss and delay are not known any more.</source>
        <translation>Vastapuoli ei enää lähetä raportteja: hävikkiä ja viivettä ei enää tiedetä.</translation>
    </message>
    <message>
        <source>No sound arrives any more.</source>
        <translation>Ääntä ei enää saavu.</translation>
    </message>
    <message>
        <source>No picture arrives any more.</source>
        <translation>Kuvaa ei enää saavu.</translation>
    </message>
    <message>
        <source>No shared screen arrives any more.</source>
        <translation>Jaettua näyttöä ei enää saavu.</translation>
    </message>
    <message>
        <source>Nothing arrives any more.</source>
        <translation>Mitään ei enää saavu.</translation>
    </message>
    <message>
        <source>Your sound is not being sent any more.</source>
        <translation>Ääntäsi ei enää lähetetä.</translation>
    </message>
    <message>
        <source>Your picture is not being sent any more.</source>
        <translation>Kuvaasi ei enää lähetetä.</translation>
    </message>
    <message>
        <source>Your shared screen is not being sent any more.</source>
        <translation>Jaettua näyttöäsi ei enää lähetetä.</translation>
    </message>
    <message>
        <source>Nothing is being sent any more.</source>
        <translation>Mitään ei enää lähetetä.</translation>
    </message>
    <message>
        <source>The sound that arrives is of no use: too much is lost or too late.</source>
        <translation>Saapuva ääni on käyttökelvotonta: liikaa häviää tai myöhästyy.</translation>
    </message>
    <message>
        <source>The picture that arrives is of no use: too much is lost or too late.</source>
        <translation>Saapuva kuva on käyttökelvotonta: liikaa häviää tai myöhästyy.</translation>
    </message>
    <message>
        <source>The screen that arrives is of no use: too much is lost or too late.</source>
        <translation>Saapuva näyttö on käyttökelvoton: liikaa häviää tai myöhästyy.</translation>
    </message>
    <message>
        <source>Your sound is of no use at the other end: too much is lost or too late.</source>
        <translation>Äänesi on vastapuolella käyttökelvotonta: liikaa häviää tai myöhästyy.</translation>
    </message>
    <message>
        <source>Your picture is of no use at the other end: too much is lost or too late.</source>
        <translation>Kuvasi on vastapuolella käyttökelvotonta: liikaa häviää tai myöhästyy.</translation>
    </message>
    <message>
        <source>Your screen is of no use at the other end: too much is lost or too late.</source>
        <translation>Näyttösi on vastapuolella käyttökelvoton: liikaa häviää tai myöhästyy.</translation>
    </message>
    <message>
        <source>The call is of no use: too much is lost or too late.</source>
        <translation>Puhelu on käyttökelvoton: liikaa häviää tai myöhästyy.</translation>
    </message>
    <message>
        <source>The other end sends more than the network carries.</source>
        <translation>Vastapuoli lähettää enemmän kuin verkko kestää.</translation>
    </message>
    <message>
        <source>The call sends more than the network carries.</source>
        <translation>Puhelu lähettää enemmän kuin verkko kestää.</translation>
    </message>
    <message>
        <source>Sound and picture do not go together.</source>
        <translation>Ääni ja kuva eivät kulje samassa tahdissa.</translation>
    </message>
    <message>
        <source>The other end sends no receiver reports: loss and delay of what you send are unknown.</source>
        <translation>Vastapuoli ei lähetä vastaanottoraportteja: lähettämäsi datan hävikkiä ja viivettä ei tiedetä.</translation>
    </message>
    <message>
        <source>The connection is lost; the call tries to get it back.</source>
        <translation>Yhteys on katkennut; puhelu yrittää palauttaa sen.</translation>
    </message>
    <message>
        <source>an unnamed application</source>
        <translation>nimetön sovellus</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Puhelu</translation>
    </message>
    <message>
        <source>Call on {place}</source>
        <translation>Puhelu: {place}</translation>
    </message>
    <message>
        <source>quality not known yet</source>
        <translation>laatu ei vielä tiedossa</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ei tiedossa</translation>
    </message>
    <message>
        <source>{call}: {quality}, {up} up, {down} down</source>
        <translation>{call}: {quality}, lähetys {up}, vastaanotto {down}</translation>
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
        <translation>{number} sekunnissa</translation>
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
        <translation>Kaikki yhteydet muodostuivat.</translation>
    </message>
    <message>
        <source>Some connections could not be made.</source>
        <translation>Joitakin yhteyksiä ei saatu muodostettua.</translation>
    </message>
    <message>
        <source>No connection could be made.</source>
        <translation>Yhtään yhteyttä ei saatu muodostettua.</translation>
    </message>
    <message>
        <source>The connection was lost, and the call with it.</source>
        <translation>Yhteys katkesi ja puhelu sen mukana.</translation>
    </message>
    <message>
        <source>It was ended while it was still connecting.</source>
        <translation>Puhelu lopetettiin vielä yhdistettäessä.</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <translation>Kukaan ei vastannut.</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>Lopetettu</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Katkennut</translation>
    </message>
    <message>
        <source>Never made: no path was found</source>
        <translation>Ei muodostunut: reittiä ei löytynyt</translation>
    </message>
    <message>
        <source>Hung up while connecting</source>
        <translation>Lopetettu yhdistettäessä</translation>
    </message>
    <message>
        <source>Nothing was heard of it any more</source>
        <translation>Siitä ei enää kuulunut mitään</translation>
    </message>
    <message>
        <source>Never connected</source>
        <translation>Ei koskaan yhdistynyt</translation>
    </message>
    <message>
        <source>sound and picture</source>
        <translation>ääni ja kuva</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>ääni</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>kuva</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>näyttö</translation>
    </message>
    <message>
        <source>data</source>
        <translation>data</translation>
    </message>
    <message>
        <source>sound and picture apart</source>
        <translation>ääni ja kuva erikseen</translation>
    </message>
    <message>
        <source>Direct, or through the provider&apos;s own server</source>
        <translation>Suoraan tai palveluntarjoajan oman palvelimen kautta</translation>
    </message>
    <message>
        <source>Through a relay, over UDP</source>
        <translation>Releen kautta, UDP</translation>
    </message>
    <message>
        <source>Through a relay, over TCP</source>
        <translation>Releen kautta, TCP</translation>
    </message>
    <message>
        <source>Through a relay, over TLS</source>
        <translation>Releen kautta, TLS</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Erinomainen</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Kohtalainen</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Huono</translation>
    </message>
    <message>
        <source>The program itself</source>
        <translation>Ohjelma itse</translation>
    </message>
    <message>
        <source>The web page itself</source>
        <translation>Verkkosivu itse</translation>
    </message>
    <message>
        <source>The browser&apos;s extension</source>
        <translation>Selaimen laajennus</translation>
    </message>
    <message>
        <source>You joined</source>
        <translation>Liityit puheluun</translation>
    </message>
    <message>
        <source>You left</source>
        <translation>Poistuit puhelusta</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Yhdistettiin</translation>
    </message>
    <message>
        <source>Could not be connected</source>
        <translation>Yhdistäminen ei onnistunut</translation>
    </message>
    <message>
        <source>The connection was lost for good</source>
        <translation>Yhteys katkesi lopullisesti</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Asetettiin pitoon</translation>
    </message>
    <message>
        <source>Taken off hold</source>
        <translation>Otettiin pois pidosta</translation>
    </message>
    <message>
        <source>Went on over another path</source>
        <translation>Jatkui toista reittiä</translation>
    </message>
    <message>
        <source>The connection&apos;s state changed</source>
        <translation>Yhteyden tila muuttui</translation>
    </message>
    <message>
        <source>Sound muted</source>
        <translation>Ääni mykistettiin</translation>
    </message>
    <message>
        <source>Sound on again</source>
        <translation>Ääni taas päällä</translation>
    </message>
    <message>
        <source>Picture off</source>
        <translation>Kuva pois</translation>
    </message>
    <message>
        <source>Picture on again</source>
        <translation>Kuva taas päällä</translation>
    </message>
    <message>
        <source>Sharing the screen began</source>
        <translation>Näytön jakaminen alkoi</translation>
    </message>
    <message>
        <source>Sharing the screen ended</source>
        <translation>Näytön jakaminen päättyi</translation>
    </message>
    <message>
        <source>Somebody else spoke</source>
        <translation>Joku muu puhui</translation>
    </message>
    <message>
        <source>Other devices in use</source>
        <translation>Muut laitteet käytössä</translation>
    </message>
    <message>
        <source>Devices plugged in</source>
        <translation>Laitteita liitettiin</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Ei vastattu</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Yhteys katkesi</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Yhdistettiin taas</translation>
    </message>
    <message>
        <source>Disconnected while connecting</source>
        <translation>Katkesi yhdistettäessä</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>Yhdistetään uudelleen</translation>
    </message>
    <message>
        <source>No path was found</source>
        <translation>Reittiä ei löytynyt</translation>
    </message>
    <message>
        <source>Ended while connecting</source>
        <translation>Päättyi yhdistettäessä</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Yhteys suljettiin</translation>
    </message>
    <message>
        <source>Looked for a path anew</source>
        <translation>Etsittiin reittiä uudelleen</translation>
    </message>
    <message>
        <source>One direction fell silent</source>
        <translation>Yksi suunta hiljeni</translation>
    </message>
    <message>
        <source>Both directions were there again</source>
        <translation>Molemmat suunnat palasivat</translation>
    </message>
    <message>
        <source>The call had become of no use</source>
        <translation>Puhelusta tuli käyttökelvoton</translation>
    </message>
    <message>
        <source>The call was of use again</source>
        <translation>Puhelu oli taas käyttökelpoinen</translation>
    </message>
    <message>
        <source>Sound and picture came apart</source>
        <translation>Ääni ja kuva erkanivat</translation>
    </message>
    <message>
        <source>Sound and picture were together again</source>
        <translation>Ääni ja kuva olivat taas samassa tahdissa</translation>
    </message>
    <message>
        <source>The other end sends no receiver reports</source>
        <translation>Vastapuoli ei lähetä vastaanottoraportteja</translation>
    </message>
    <message>
        <source>The other end sends receiver reports</source>
        <translation>Vastapuoli lähettää vastaanottoraportteja</translation>
    </message>
    <message>
        <source>The application wrote</source>
        <translation>Sovellus kirjoitti</translation>
    </message>
    <message>
        <source>A connection began</source>
        <translation>Yhteys alkoi</translation>
    </message>
    <message>
        <source>The other end stopped sending reports</source>
        <translation>Vastapuoli lakkasi lähettämästä raportteja</translation>
    </message>
    <message>
        <source>The other end sent reports again</source>
        <translation>Vastapuoli lähetti taas raportteja</translation>
    </message>
    <message>
        <source>Sound or picture stopped flowing</source>
        <translation>Ääni tai kuva lakkasi kulkemasta</translation>
    </message>
    <message>
        <source>Sound or picture flowed again</source>
        <translation>Ääni tai kuva kulki taas</translation>
    </message>
    <message>
        <source>Too much was lost or too late to be of use</source>
        <translation>Liikaa hävisi tai myöhästyi ollakseen käyttökelpoista</translation>
    </message>
    <message>
        <source>What arrived was of use again</source>
        <translation>Saapuva oli taas käyttökelpoista</translation>
    </message>
    <message>
        <source>More was sent than the network carried</source>
        <translation>Lähetettiin enemmän kuin verkko kesti</translation>
    </message>
    <message>
        <source>The network carried it again</source>
        <translation>Verkko kesti sen taas</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Epäonnistui</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Vastaamatta</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Luovuttiin</translation>
    </message>
    <message>
        <source>{word}: right</source>
        <translation>{word}: oikein</translation>
    </message>
    <message>
        <source>{word}: wrong</source>
        <translation>{word}: väärin</translation>
    </message>
    <message>
        <source>{number} of 5</source>
        <translation>{number}/5</translation>
    </message>
    <message>
        <source>never</source>
        <translation>ei koskaan</translation>
    </message>
    <message>
        <source>once</source>
        <translation>kerran</translation>
    </message>
    <message>
        <source>{event}: {detail}</source>
        <translation>{event}: {detail}</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call did not connect.</source>
        <translation>Ennusteena oli ”{forecast}”; puhelu ei yhdistynyt.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}.</source>
        <translation>Ennusteena oli ”{forecast}”; puhelu oli {got}.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}.</source>
        <translation>Ennusteena ennen puhelua oli ”{word}”.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}, and was right.</source>
        <translation>Ennusteena ennen puhelua oli ”{word}”. Se piti paikkansa.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}, and was wrong.</source>
        <translation>Ennusteena ennen puhelua oli ”{word}”. Se ei pitänyt paikkaansa.</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>This computer is not connected to any network. Plug in the network cable or join a Wi-Fi network.</source>
        <translation>Tämä tietokone ei ole yhteydessä mihinkään verkkoon. Kytke verkkokaapeli tai liity Wi-Fi-verkkoon.</translation>
    </message>
    <message>
        <source>Sign in to the network first: open any web page in your browser, fill in the page that appears, and test again.</source>
        <translation>Kirjaudu ensin verkkoon: avaa selaimessa mikä tahansa verkkosivu, täytä avautuva sivu ja testaa uudelleen.</translation>
    </message>
    <message>
        <source>The call server refused the user name or password. Check them in the settings, or ask whoever gave them to you.</source>
        <translation>Puhelupalvelin hylkäsi käyttäjätunnuksen tai salasanan. Tarkista ne asetuksista tai kysy niiden antajalta.</translation>
    </message>
    <message>
        <source>The secure connection to the call server failed: its certificate is not trusted or has expired. Check this computer&apos;s clock, and tell whoever runs the server.</source>
        <translation>Suojattu yhteys puhelupalvelimeen epäonnistui: varmenteeseen ei luoteta tai se on vanhentunut. Tarkista tämän tietokoneen kello ja kerro palvelimen ylläpitäjälle.</translation>
    </message>
    <message>
        <source>The call server has no relay left for this user name. Close other calls and try again, or ask whoever runs it for a higher limit.</source>
        <translation>Puhelupalvelimella ei ole enää vapaata relettä tälle käyttäjätunnukselle. Lopeta muut puhelut ja yritä uudelleen tai pyydä ylläpitäjältä suurempi raja.</translation>
    </message>
    <message>
        <source>The name of the call server is not found. Check its spelling in the settings, and that web pages open.</source>
        <translation>Puhelupalvelimen nimeä ei löydy. Tarkista sen kirjoitusasu asetuksista ja se, että verkkosivut avautuvat.</translation>
    </message>
    <message>
        <source>No call server answered, or it stopped answering. Check that web pages open. If they do, a firewall may be in the way: try another network or ask your network&apos;s administrator.</source>
        <translation>Yksikään puhelupalvelin ei vastannut tai se lakkasi vastaamasta. Tarkista, että verkkosivut avautuvat. Jos avautuvat, tiellä saattaa olla palomuuri: kokeile toista verkkoa tai kysy verkon ylläpitäjältä.</translation>
    </message>
    <message>
        <source>Something on the way, mostly a firewall, lets no encrypted call through, though the call server can be reached. Ask your network&apos;s administrator to allow WebRTC (DTLS and SRTP), or try another network.</source>
        <translation>Jokin matkalla, useimmiten palomuuri, ei päästä salattuja puheluita läpi, vaikka puhelupalvelin on tavoitettavissa. Pyydä verkon ylläpitäjää sallimaan WebRTC (DTLS ja SRTP) tai kokeile toista verkkoa.</translation>
    </message>
    <message>
        <source>Data gets lost on the way. On Wi-Fi, move closer to the router or use a cable; on a cable, pause large downloads and uploads.</source>
        <translation>Dataa häviää matkalla. Wi-Fi-verkossa siirry lähemmäs reititintä tai käytä kaapelia; kaapelilla keskeytä suuret lataukset ja lähetykset.</translation>
    </message>
    <message>
        <source>Data takes long to the call server and back. Pause large downloads and uploads, and switch off a VPN if you may. On a satellite line this is normal.</source>
        <translation>Datan matka puhelupalvelimelle ja takaisin kestää kauan. Keskeytä suuret lataukset ja lähetykset ja poista VPN käytöstä, jos saat. Satelliittiyhteydellä tämä on tavallista.</translation>
    </message>
    <message>
        <source>Data arrives unevenly. On Wi-Fi, move closer to the router or use a cable, and pause other traffic.</source>
        <translation>Data saapuu epätasaisesti. Wi-Fi-verkossa siirry lähemmäs reititintä tai käytä kaapelia ja keskeytä muu liikenne.</translation>
    </message>
    <message>
        <source>The line is slow. Pause downloads, uploads and video streams on every device that shares it, or switch your camera off in the call.</source>
        <translation>Yhteys on hidas. Keskeytä lataukset, lähetykset ja suoratoistovideot kaikissa yhteyttä käyttävissä laitteissa tai sammuta kamera puhelussa.</translation>
    </message>
    <message>
        <source>Sending is slow. Pause uploads and cloud backups on every device that shares the line, or switch your camera off in the call.</source>
        <translation>Lähetys on hidasta. Keskeytä lähetykset ja varmuuskopiointi pilveen kaikissa yhteyttä käyttävissä laitteissa tai sammuta kamera puhelussa.</translation>
    </message>
    <message>
        <source>Receiving is slow. Pause downloads and video streams on every device that shares the line, or ask for lower video quality in the call.</source>
        <translation>Vastaanotto on hidasta. Keskeytä lataukset ja suoratoistovideot kaikissa yhteyttä käyttävissä laitteissa tai valitse puhelussa heikompi videon laatu.</translation>
    </message>
    <message>
        <source>Calls will lag as soon as somebody uploads or downloads. Keep the line free during a call, or switch on smart queue management (SQM) in your router.</source>
        <translation>Puheluihin tulee viivettä heti, kun joku lähettää tai lataa jotain. Pidä yhteys vapaana puhelun aikana tai ota reitittimessä käyttöön älykäs jononhallinta (SQM).</translation>
    </message>
    <message>
        <source>The Wi-Fi is the weak part of the way. Move closer to the access point, change to its 5 GHz band, or use a cable.</source>
        <translation>Wi-Fi on matkan heikko kohta. Siirry lähemmäs tukiasemaa, vaihda sen 5 GHz:n taajuusalueelle tai käytä kaapelia.</translation>
    </message>
    <message>
        <source>The trouble is between this computer and its router, not on the line behind it. Try another cable or port, pause transfers inside this network, or restart the router.</source>
        <translation>Ongelma on tämän tietokoneen ja sen reitittimen välillä, ei sen takana olevassa yhteydessä. Kokeile toista kaapelia tai liitäntää, keskeytä tämän verkon sisäiset siirrot tai käynnistä reititin uudelleen.</translation>
    </message>
    <message>
        <source>A firewall lets no UDP through, so calls take a slower way. Ask your network&apos;s administrator to allow UDP to the call server, or try another network.</source>
        <translation>Palomuuri ei päästä UDP:tä läpi, joten puhelut kulkevat hitaampaa reittiä. Pyydä verkon ylläpitäjää sallimaan UDP puhelupalvelimelle tai kokeile toista verkkoa.</translation>
    </message>
    <message>
        <source>A VPN carries your calls. If you may, switch it off during a call and test again.</source>
        <translation>Puhelusi kulkevat VPN:n kautta. Jos saat, poista se käytöstä puhelun ajaksi ja testaa uudelleen.</translation>
    </message>
    <message>
        <source>Plug in a microphone or a camera, or check that the one you have is switched on and not disabled.</source>
        <translation>Liitä mikrofoni tai kamera tai tarkista, että olemassa oleva laite on päällä eikä sitä ole poistettu käytöstä.</translation>
    </message>
    <message>
        <source>The call server refused the user name or password, which your organisation has set. Tell its help desk; nothing on this computer can fix that.</source>
        <translation>Puhelupalvelin hylkäsi organisaatiosi määrittämän käyttäjätunnuksen tai salasanan. Kerro organisaation tukipalvelulle; tällä tietokoneella sitä ei voi korjata.</translation>
    </message>
    <message>
        <source>{program} can&apos;t be started at log-in: its path holds an equals sign or a character that can&apos;t be printed</source>
        <translation>ohjelmaa {program} ei voi käynnistää kirjautuessa: sen polussa on yhtäsuuruusmerkki tai merkki, jota ei voi tulostaa</translation>
    </message>
    <message>
        <source>the registry can&apos;t be written: {reason}</source>
        <translation>rekisteriin ei voi kirjoittaa: {reason}</translation>
    </message>
    <message>
        <source>Windows starts no command that is longer than {longest} characters at log-in</source>
        <translation>Windows ei käynnistä kirjautuessa yli {longest} merkin pituista komentoa</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}</source>
        <translation>tiedostoa {file} ei voi kirjoittaa: {reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be removed: {reason}</source>
        <translation>tiedostoa {file} ei voi poistaa: {reason}</translation>
    </message>
    <message>
        <source>{folder} is no folder of its own but a link or a file.</source>
        <translation>{folder} ei ole oma kansionsa vaan linkki tai tiedosto.</translation>
    </message>
    <message>
        <source>{folder} belongs to somebody else; remove it.</source>
        <translation>{folder} kuuluu jollekulle muulle; poista se.</translation>
    </message>
    <message>
        <source>{folder} is open to other users; set its mode to 700.</source>
        <translation>{folder} on avoin muille käyttäjille; aseta sen oikeuksiksi 700.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>Tiedostoa {file} ei voi käyttää: {reason}.</translation>
    </message>
    <message>
        <source>The path {path} is too long for a socket; set XDG_RUNTIME_DIR.</source>
        <translation>Polku {path} on liian pitkä soketille; aseta XDG_RUNTIME_DIR.</translation>
    </message>
    <message>
        <source>Windows has named pipes for this.</source>
        <translation>Windowsissa on tätä varten nimetyt putket.</translation>
    </message>
    <message>
        <source>{file} is in the way: it is no socket.</source>
        <translation>{file} on tiellä: se ei ole soketti.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be made: {reason}.</source>
        <translation>Kansiota {folder} ei voi luoda: {reason}.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be locked: {reason}.</source>
        <translation>Tiedostoa {file} ei voi lukita: {reason}.</translation>
    </message>
    <message>
        <source>This loop has no named pipes.</source>
        <translation>Tässä tapahtumasilmukassa ei ole nimettyjä putkia.</translation>
    </message>
    <message>
        <source>The pipe {name} can&apos;t be served: {reason}.</source>
        <translation>Putkea {name} ei voi tarjota: {reason}.</translation>
    </message>
    <message>
        <source>The WebSocket needs the Python package {package}.</source>
        <translation>WebSocket vaatii Python-paketin {package}.</translation>
    </message>
    <message>
        <source>The WebSocket can&apos;t listen on port {port}: {reason}.</source>
        <translation>WebSocket ei voi kuunnella porttia {port}: {reason}.</translation>
    </message>
    <message>
        <source>What this archive is</source>
        <translation>Mikä tämä arkisto on</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Kansiota {folder} ei ole.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}.</source>
        <translation>Tiedostoa {file} ei voi kirjoittaa: {reason}.</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} on kansio.</translation>
    </message>
    <message>
        <source>There is a file {file} already.</source>
        <translation>Tiedosto {file} on jo olemassa.</translation>
    </message>
    <message>
        <source>Versions of the program, its libraries and the system</source>
        <translation>Ohjelman, sen kirjastojen ja järjestelmän versiot</translation>
    </message>
    <message>
        <source>Which of the programs run now, and the last crash</source>
        <translation>Mitkä ohjelmista ovat nyt käynnissä, ja viimeisin kaatuminen</translation>
    </message>
    <message>
        <source>Tray, notifications and tests as the tray program has them</source>
        <translation>Ilmoitusalue, ilmoitukset ja testit ilmoitusalueen ohjelman mukaan</translation>
    </message>
    <message>
        <source>All settings, and where each comes from</source>
        <translation>Kaikki asetukset ja mistä kukin on peräisin</translation>
    </message>
    <message>
        <source>The servers, and whether a password is found; no password</source>
        <translation>Palvelimet ja tieto siitä, löytyykö salasana; ei itse salasanaa</translation>
    </message>
    <message>
        <source>Which key ring there is</source>
        <translation>Mikä avainnippu on käytössä</translation>
    </message>
    <message>
        <source>Folders and files of the program: sizes and rights</source>
        <translation>Ohjelman kansiot ja tiedostot: koot ja oikeudet</translation>
    </message>
    <message>
        <source>State of the history, networks by number</source>
        <translation>Historian tila, verkot numeroina</translation>
    </message>
    <message>
        <source>The last tests, and what was told of them</source>
        <translation>Viimeisimmät testit ja mitä niistä ilmoitettiin</translation>
    </message>
    <message>
        <source>The last calls, without where they took place</source>
        <translation>Viimeisimmät puhelut ilman tietoa siitä, missä ne käytiin</translation>
    </message>
    <message>
        <source>Trays and notification services of the desktop</source>
        <translation>Työpöydän ilmoitusalueet ja ilmoituspalvelut</translation>
    </message>
    <message>
        <source>Whether the program starts at log-in</source>
        <translation>Käynnistyykö ohjelma kirjautuessa</translation>
    </message>
    <message>
        <source>Whether browsers find the program</source>
        <translation>Löytävätkö selaimet ohjelman</translation>
    </message>
    <message>
        <source>Kind and routes of the network</source>
        <translation>Verkon laji ja reitit</translation>
    </message>
    <message>
        <source>Whether there are a microphone and a camera</source>
        <translation>Onko mikrofonia ja kameraa</translation>
    </message>
    <message>
        <source>Figures for the organisation: what waits to be sent</source>
        <translation>Organisaation tunnusluvut: mitä odottaa lähettämistä</translation>
    </message>
    <message>
        <source>What is known of newer versions</source>
        <translation>Mitä uudemmista versioista tiedetään</translation>
    </message>
    <message>
        <source>Log of the tray program</source>
        <translation>Ilmoitusalueen ohjelman loki</translation>
    </message>
    <message>
        <source>Log of the watch command</source>
        <translation>Komennon watch loki</translation>
    </message>
    <message>
        <source>What crashes have left</source>
        <translation>Kaatumisista jääneet tiedot</translation>
    </message>
    <message>
        <source>The process that collects can&apos;t be started: {reason}</source>
        <translation>Tietoja keräävää prosessia ei voi käynnistää: {reason}</translation>
    </message>
    <message>
        <source>Collecting took longer than {seconds} s.</source>
        <translation>Kerääminen kesti yli {seconds} s.</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>huono</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>heikko</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>kohtalainen</translation>
    </message>
    <message>
        <source>good</source>
        <translation>hyvä</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>erinomainen</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}: {reason}.</source>
        <translation>Ennusteena oli ”{forecast}”; puhelu oli {got}: {reason}.</translation>
    </message>
    <message>
        <source>the picture froze for {share} of the time</source>
        <translation>kuva oli pysähtyneenä {share} ajasta</translation>
    </message>
    <message>
        <source>sound and picture took {delay} ms to arrive</source>
        <translation>äänen ja kuvan saapuminen kesti {delay} ms</translation>
    </message>
    <message>
        <source>there were {rate} Mbit/s to send with</source>
        <translation>lähetykseen oli käytettävissä {rate} Mbit/s</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call did not connect.</source>
        <translation>Ennusteena oli ”{forecast}”; puhelu ei yhdistynyt.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}, and the call was {got}.</source>
        <translation>Ennusteena oli ”{forecast}”, ja puhelu oli {got}.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}.</source>
        <translation>Ennusteena oli ”{forecast}”; puhelu oli {got}.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}, and the call was {got}, with a difference: {reason}.</source>
        <translation>Ennusteena oli ”{forecast}”, ja puhelu oli {got}, mutta: {reason}.</translation>
    </message>
    <message>
        <source>{share} of the sound was missing</source>
        <translation>äänestä puuttui {share}</translation>
    </message>
    <message>
        <source>there were {rate} kbit/s to send with</source>
        <translation>lähetykseen oli käytettävissä {rate} kbit/s</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>alle 1&#xa0;%</translation>
    </message>
    <message>
        <source>The history file {file} is damaged.</source>
        <translation>Historiatiedosto {file} on vioittunut.</translation>
    </message>
    <message>
        <source>The history {file} was written by an older version: start call-notifier once, which brings it up to date.</source>
        <translation>Historian {file} on kirjoittanut vanhempi versio: käynnistä call-notifier kerran, niin historia päivitetään.</translation>
    </message>
    <message>
        <source>The history {file} was written by a newer version of call-notifier (format {format}, this one knows {known}): it is left as it is.</source>
        <translation>Historian {file} on kirjoittanut uudempi call-notifierin versio (muoto {format}, tämä tuntee muodon {known}): se jätetään ennalleen.</translation>
    </message>
    <message>
        <source>The history was damaged and has been set aside as {file}; a new one is begun.</source>
        <translation>Historia oli vioittunut ja siirrettiin syrjään nimellä {file}; uusi on aloitettu.</translation>
    </message>
    <message>
        <source>The history file {file} is damaged and cannot be set aside: {reason}.</source>
        <translation>Historiatiedosto {file} on vioittunut, eikä sitä voi siirtää syrjään: {reason}.</translation>
    </message>
    <message>
        <source>There is no history {file} yet.</source>
        <translation>Historiaa {file} ei vielä ole.</translation>
    </message>
    <message>
        <source>The history {file} is being prepared by another program for too long.</source>
        <translation>Toinen ohjelma on valmistellut historiaa {file} liian kauan.</translation>
    </message>
    <message>
        <source>The disk is full: the history {file} cannot be written.</source>
        <translation>Levy on täynnä: historiaa {file} ei voi kirjoittaa.</translation>
    </message>
    <message>
        <source>The history {file} is in use by another program and did not become free.</source>
        <translation>Historia {file} on toisen ohjelman käytössä eikä vapautunut.</translation>
    </message>
    <message>
        <source>Reading the history {file} was stopped.</source>
        <translation>Historian {file} lukeminen keskeytettiin.</translation>
    </message>
    <message>
        <source>The history {file} cannot be written: permission is missing.</source>
        <translation>Historiaa {file} ei voi kirjoittaa: oikeudet puuttuvat.</translation>
    </message>
    <message>
        <source>The history {file} cannot be used: {reason}.</source>
        <translation>Historiaa {file} ei voi käyttää: {reason}.</translation>
    </message>
    <message>
        <source>There is no call {identity} in the history.</source>
        <translation>Historiassa ei ole puhelua {identity}.</translation>
    </message>
    <message>
        <source>The record of call {identity} in the history cannot be read.</source>
        <translation>Puhelun {identity} tietuetta historiassa ei voi lukea.</translation>
    </message>
    <message>
        <source>The history {file} was taken over by a newer version of call-notifier: restart this one.</source>
        <translation>Uudempi call-notifierin versio on ottanut historian {file} käyttöönsä: käynnistä tämä uudelleen.</translation>
    </message>
    <message>
        <source>the demonstration relay did not start: {reason}</source>
        <translation>esittelyrele ei käynnistynyt: {reason}</translation>
    </message>
    <message>
        <source>it said nothing for {seconds} s</source>
        <translation>siitä ei kuulunut mitään {seconds} sekuntiin</translation>
    </message>
    <message>
        <source>the demonstration relay could not be started: {reason}</source>
        <translation>esittelyrelettä ei voitu käynnistää: {reason}</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>se päättyi sanomatta mitään</translation>
    </message>
    <message>
        <source>the test&apos;s process ended with exit status {status}</source>
        <translation>testin prosessi päättyi paluuarvoon {status}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended by signal {number}</source>
        <translation>testin prosessi päättyi signaaliin {number}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended with exit status {status}: {words}</source>
        <translation>testin prosessi päättyi paluuarvoon {status}: {words}</translation>
    </message>
    <message>
        <source>the test&apos;s process cannot be started: {reason}</source>
        <translation>testin prosessia ei voi käynnistää: {reason}</translation>
    </message>
    <message>
        <source>the test&apos;s process did not forecast within {seconds} s</source>
        <translation>testin prosessi ei antanut ennustetta ajassa {seconds} s</translation>
    </message>
    <message>
        <source>the test&apos;s process sent something else than a forecast</source>
        <translation>testin prosessi lähetti jotain muuta kuin ennusteen</translation>
    </message>
    <message>
        <source>the test&apos;s process has no standard output</source>
        <translation>testin prosessilla ei ole vakiotulostetta</translation>
    </message>
    <message>
        <source>the test&apos;s process sent a line without end</source>
        <translation>testin prosessi lähetti loputtoman rivin</translation>
    </message>
    <message>
        <source>the test&apos;s process sent no report: {reason}</source>
        <translation>testin prosessi ei lähettänyt raporttia: {reason}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended by signal {number}: {words}</source>
        <translation>testin prosessi päättyi signaaliin {number}: {words}</translation>
    </message>
    <message>
        <source>the test&apos;s process did not measure within {seconds} s</source>
        <translation>testin prosessi ei saanut mittausta valmiiksi ajassa {seconds} s</translation>
    </message>
    <message>
        <source>the test&apos;s process forecast what it had not measured</source>
        <translation>testin prosessi ennusti sellaista, mitä se ei ollut mitannut</translation>
    </message>
    <message>
        <source>Web applications can&apos;t report their calls. {reason}</source>
        <translation>Verkkosovellukset eivät voi ilmoittaa puheluistaan. {reason}</translation>
    </message>
    <message>
        <source>Calls can&apos;t be watched. {reason}</source>
        <translation>Puheluita ei voi seurata. {reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read or written: {reason}.</source>
        <translation>Tiedostoa {file} ei voi lukea tai kirjoittaa: {reason}.</translation>
    </message>
    <message>
        <source>{file}: {reason}.</source>
        <translation>{file}: {reason}.</translation>
    </message>
    <message>
        <source>The model that your organisation names can&apos;t be used, so the program&apos;s own judges: {reason}</source>
        <translation>Organisaatiosi nimeämää mallia ei voi käyttää, joten ohjelman oma malli ratkaisee: {reason}</translation>
    </message>
    <message>
        <source>it can&apos;t be read ({place}). It should look like {example}</source>
        <translation>sitä ei voi lukea ({place}). Sen pitäisi olla tällainen: {example}</translation>
    </message>
    <message>
        <source>expected {expected}; http:// only of this computer: whoever is on the way could change the page</source>
        <translation>odotettu arvo: {expected}; http:// vain tältä koneelta: muuten kuka tahansa matkan varrella voisi muuttaa sivua</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>syytä ei kerrottu</translation>
    </message>
    <message>
        <source>{program} did not answer: {reason}</source>
        <translation>{program} ei vastannut: {reason}</translation>
    </message>
    <message>
        <source>{program} did not answer within {limit} seconds</source>
        <translation>{program} ei vastannut {limit} sekunnissa</translation>
    </message>
    <message>
        <source>No model could be asked, so the threshold rule judges: {reason}</source>
        <translation>Mallia ei voitu käyttää, joten raja-arvosääntö ratkaisee: {reason}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true tai false</translation>
    </message>
    <message>
        <source>a user name of 1 to {limit} bytes on one line</source>
        <translation>yksirivinen käyttäjätunnus, 1–{limit} tavua</translation>
    </message>
    <message>
        <source>&quot;password&quot; or &quot;turn-rest&quot;</source>
        <translation>&quot;password&quot; tai &quot;turn-rest&quot;</translation>
    </message>
    <message>
        <source>&quot;light&quot;, &quot;full&quot; or &quot;none&quot;</source>
        <translation>&quot;light&quot;, &quot;full&quot; tai &quot;none&quot;</translation>
    </message>
    <message>
        <source>the name of an environment variable: letters, digits and _</source>
        <translation>ympäristömuuttujan nimi: kirjaimia, numeroita ja _</translation>
    </message>
    <message>
        <source>the name of a file: a whole path, one that begins with ~/, or one relative to this file</source>
        <translation>tiedoston nimi: koko polku, merkeillä ~/ alkava polku tai polku suhteessa tähän tiedostoon</translation>
    </message>
    <message>
        <source>a list of at most {limit} names of files</source>
        <translation>luettelo, jossa on enintään {limit} tiedostonimeä</translation>
    </message>
    <message>
        <source>a TURN address like &quot;turn:turn.example.com:3478&quot;, or a list of 1 to {limit}</source>
        <translation>TURN-osoite, kuten &quot;turn:turn.example.com:3478&quot;, tai luettelo, jossa on 1–{limit} osoitetta</translation>
    </message>
    <message>
        <source>the address of a page over plain HTTP, like http://check.example.com/generate_204</source>
        <translation>salaamattoman HTTP-sivun osoite, esimerkiksi http://check.example.com/generate_204</translation>
    </message>
    <message>
        <source>two times of day like &quot;22:00-07:00&quot;, or &quot;&quot; for no quiet hours</source>
        <translation>kaksi kellonaikaa, kuten &quot;22:00-07:00&quot;, tai &quot;&quot;, jos hiljaista aikaa ei ole</translation>
    </message>
    <message>
        <source>a language as BCP 47 writes it, like &quot;de&quot; or &quot;pt-BR&quot;, or &quot;&quot; for the system&apos;s</source>
        <translation>kieli BCP 47 -muodossa, kuten &quot;de&quot; tai &quot;pt-BR&quot;, tai &quot;&quot;, jos järjestelmän kieli</translation>
    </message>
    <message>
        <source>&quot;color&quot; or &quot;monochrome&quot;</source>
        <translation>&quot;color&quot; tai &quot;monochrome&quot;</translation>
    </message>
    <message>
        <source>&quot;all&quot;, &quot;listed&quot; or &quot;none&quot;</source>
        <translation>&quot;all&quot;, &quot;listed&quot; tai &quot;none&quot;</translation>
    </message>
    <message>
        <source>a text of 1 to {limit} characters on one line</source>
        <translation>yksirivinen teksti, 1–{limit} merkkiä</translation>
    </message>
    <message>
        <source>number {number}: {problem}</source>
        <translation>kohta {number}: {problem}</translation>
    </message>
    <message>
        <source>a list of at most {limit}, each {what}</source>
        <translation>luettelo, jossa on enintään {limit} kohtaa, kukin {what}</translation>
    </message>
    <message>
        <source>Another program of yours takes reports of calls already.</source>
        <translation>Toinen ohjelmasi ottaa jo vastaan puhelutietoja.</translation>
    </message>
    <message>
        <source>The process that collects ended with exit status {status}.</source>
        <translation>Tietoja keräävä prosessi päättyi paluuarvoon {status}.</translation>
    </message>
    <message>
        <source>The process that collects ended by signal {number}.</source>
        <translation>Tietoja keräävä prosessi päättyi signaaliin {number}.</translation>
    </message>
    <message>
        <source>The process that collects ended with exit status {status}: {words}</source>
        <translation>Tietoja keräävä prosessi päättyi paluuarvoon {status}: {words}</translation>
    </message>
    <message>
        <source>The process that collects ended by signal {number}: {words}</source>
        <translation>Tietoja keräävä prosessi päättyi signaaliin {number}: {words}</translation>
    </message>
    <message>
        <source>Test {number} is not in the history any more.</source>
        <translation>Testiä {number} ei enää ole historiassa.</translation>
    </message>
    <message>
        <source>The record of test {number} in the history cannot be read.</source>
        <translation>Testin {number} tietuetta historiassa ei voi lukea.</translation>
    </message>
    <message>
        <source>nobody could say within {limit} seconds whether there is a newer version</source>
        <translation>{limit} sekunnissa ei saatu selville, onko uudempaa versiota</translation>
    </message>
    <message>
        <source>the look for a newer version failed: {reason}</source>
        <translation>uudemman version etsiminen epäonnistui: {reason}</translation>
    </message>
    <message>
        <source>the name of a secret: at most {limit} small letters, digits and -</source>
        <translation>salaisuuden nimi: enintään {limit} merkkiä, jotka ovat pieniä kirjaimia, numeroita tai -</translation>
    </message>
    <message>
        <source>&quot;none&quot;, &quot;installation&quot;, &quot;machine&quot; or &quot;person&quot;</source>
        <translation>&quot;none&quot;, &quot;installation&quot;, &quot;machine&quot; tai &quot;person&quot;</translation>
    </message>
    <message>
        <source>a name and a value like &quot;site=Berlin&quot;</source>
        <translation>nimi ja arvo, kuten &quot;site=Berlin&quot;</translation>
    </message>
    <message>
        <source>expected {expected}, found {found}</source>
        <translation>odotettu arvo: {expected}; löytyi: {found}</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}</source>
        <translation>kokonaisluku väliltä {minimum}–{maximum}</translation>
    </message>
    <message>
        <source>a number from {minimum} to {maximum}</source>
        <translation>luku väliltä {minimum}–{maximum}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>teksti</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>luettelo</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>taulukko</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ei mitään</translation>
    </message>
    <message>
        <source>data</source>
        <translation>binääridataa</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>päiväys tai aika</translation>
    </message>
    <message>
        <source>expected {expected}, found an empty text</source>
        <translation>odotettu arvo: {expected}; löytyi tyhjä teksti</translation>
    </message>
    <message>
        <source>expected {expected}, found one of {count} characters</source>
        <translation>odotettu arvo: {expected}; löytyneen pituus on {count} merkkiä</translation>
    </message>
    <message>
        <source>expected {expected}, found a line break or another control character</source>
        <translation>odotettu arvo: {expected}; löytyi rivinvaihto tai muu ohjausmerkki</translation>
    </message>
    <message>
        <source>expected {expected}, found one of {count} bytes</source>
        <translation>odotettu arvo: {expected}; löytyneen pituus on {count} tavua</translation>
    </message>
    <message>
        <source>expected {expected}, which says of what kind the secret is; the secret itself belongs into the key ring (call-notifier config password URL) or an environment variable (password-env)</source>
        <translation>odotettu arvo: {expected}, joka kertoo salaisuuden lajin; itse salaisuus kuuluu avainnippuun (call-notifier config password URL) tai ympäristömuuttujaan (password-env)</translation>
    </message>
    <message>
        <source>expected {expected}, not the secret itself</source>
        <translation>odotettu arvo: {expected}, ei itse salaisuutta</translation>
    </message>
    <message>
        <source>expected {expected}</source>
        <translation>odotettu arvo: {expected}</translation>
    </message>
    <message>
        <source>expected a whole path, or one that begins with ~/</source>
        <translation>odotettu arvo: koko polku tai merkeillä ~/ alkava polku</translation>
    </message>
    <message>
        <source>a TURN address like &quot;turn:turn.example.com:3478&quot;</source>
        <translation>TURN-osoite, kuten &quot;turn:turn.example.com:3478&quot;</translation>
    </message>
    <message>
        <source>expected a TURN address without user name and password (RFC 7065 has none); the name belongs into username, the password into the key ring or password-env</source>
        <translation>odotettu arvo: TURN-osoite ilman käyttäjätunnusta ja salasanaa (niitä ei ole RFC 7065:ssä); tunnus kuuluu kohtaan username, salasana avainnippuun tai kohtaan password-env</translation>
    </message>
    <message>
        <source>expected a TURN address of at most {limit} characters</source>
        <translation>odotettu arvo: enintään {limit} merkin pituinen TURN-osoite</translation>
    </message>
    <message>
        <source>expected {expected}, without user name and password</source>
        <translation>odotettu arvo: {expected}, ilman käyttäjätunnusta ja salasanaa</translation>
    </message>
    <message>
        <source>expected {expected}; the last minute of a day is 23:59</source>
        <translation>odotettu arvo: {expected}; vuorokauden viimeinen minuutti on 23:59</translation>
    </message>
    <message>
        <source>expected {expected}; to be told nothing at all, set enabled to false</source>
        <translation>odotettu arvo: {expected}; jos et halua mitään ilmoituksia, aseta enabled arvoon false</translation>
    </message>
    <message>
        <source>a far larger number</source>
        <translation>paljon suurempi luku</translation>
    </message>
    <message>
        <source>expected {expected}; whose home directory ~ means is not known</source>
        <translation>odotettu arvo: {expected}; ei ole tiedossa, kenen kotikansiota ~ tarkoittaa</translation>
    </message>
    <message>
        <source>expected {expected}; the name has small letters, digits, _ and . alone</source>
        <translation>odotettu arvo: {expected}; nimessä on vain pieniä kirjaimia, numeroita ja merkkejä _ ja .</translation>
    </message>
    <message>
        <source>the name stands there already</source>
        <translation>sama nimi on siinä jo</translation>
    </message>
    <message>
        <source>{setting} is no setting</source>
        <translation>{setting} ei ole asetus</translation>
    </message>
    <message>
        <source>the servers are set by your organisation</source>
        <translation>organisaatiosi on määrittänyt palvelimet</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}: {problem}</translation>
    </message>
    <message>
        <source>server is no list of tables in the file; put that right first</source>
        <translation>server ei ole tiedostossa taulukoiden luettelo; korjaa se ensin</translation>
    </message>
    <message>
        <source>the servers in the file stand in the way; change it by hand</source>
        <translation>tiedostossa olevat palvelimet ovat tiellä; muuta tiedostoa käsin</translation>
    </message>
    <message>
        <source>put the file right first: {problem}</source>
        <translation>korjaa ensin tiedosto: {problem}</translation>
    </message>
    <message>
        <source>the change would harm other settings; change the file by hand</source>
        <translation>muutos vahingoittaisi muita asetuksia; muuta tiedostoa käsin</translation>
    </message>
    <message>
        <source>the file would be longer than {size} KiB</source>
        <translation>tiedostosta tulisi suurempi kuin {size} KiB</translation>
    </message>
    <message>
        <source>{setting} can&apos;t be taken out of its table; change it by hand</source>
        <translation>asetusta {setting} ei voi poistaa taulukostaan; muuta tiedostoa käsin</translation>
    </message>
    <message>
        <source>{setting} is set by your organisation</source>
        <translation>{setting} on organisaatiosi määrittämä</translation>
    </message>
    <message>
        <source>{setting}: only an organisation&apos;s policy can set this</source>
        <translation>{setting}: tämän voi määrittää vain organisaation käytännöllä</translation>
    </message>
    <message>
        <source>the file can&apos;t be written: {reason}</source>
        <translation>tiedostoa ei voi kirjoittaa: {reason}</translation>
    </message>
    <message>
        <source>the file can&apos;t be written: it holds characters that UTF-8 has not</source>
        <translation>tiedostoa ei voi kirjoittaa: siinä on merkkejä, joita UTF-8:ssa ei ole</translation>
    </message>
    <message>
        <source>{table} is no table in the file; put that right first</source>
        <translation>{table} ei ole tiedostossa taulukko; korjaa se ensin</translation>
    </message>
    <message>
        <source>there is no {table} table in it</source>
        <translation>siinä ei ole taulukkoa {table}</translation>
    </message>
    <message>
        <source>the file is empty, or is gone</source>
        <translation>tiedosto on tyhjä tai poistunut</translation>
    </message>
    <message>
        <source>it is neither JSON nor TOML</source>
        <translation>se ei ole JSON- eikä TOML-muotoa</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>se päättyy liian aikaisin</translation>
    </message>
    <message>
        <source>nothing was pasted</source>
        <translation>mitään ei liitetty</translation>
    </message>
    <message>
        <source>the text is longer than {limit} characters</source>
        <translation>teksti on pidempi kuin {limit} merkkiä</translation>
    </message>
    <message>
        <source>there is no TURN address in it: a URL that begins with turn: or turns:</source>
        <translation>siinä ei ole TURN-osoitetta: URL-osoitetta, jonka alussa on turn: tai turns:</translation>
    </message>
    <message>
        <source>its credentialType is not &quot;password&quot;, the only one supported</source>
        <translation>sen credentialType ei ole &quot;password&quot;, joka on ainoa tuettu</translation>
    </message>
    <message>
        <source>it holds characters that are not Unicode text</source>
        <translation>siinä on merkkejä, jotka eivät ole Unicode-tekstiä</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>sisäkkäisiä rakenteita on liikaa</translation>
    </message>
    <message>
        <source>it is not an RTCIceServer: {reason}</source>
        <translation>se ei ole RTCIceServer: {reason}</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}: {problem}</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, rivi {line}</translation>
    </message>
    <message>
        <source>{place}: {setting}: {problem}</source>
        <translation>{place}: {setting}: {problem}</translation>
    </message>
    <message>
        <source>only an organisation&apos;s policy can set this</source>
        <translation>tämän voi määrittää vain organisaation käytännöllä</translation>
    </message>
    <message>
        <source>{unknown}; expected one of {names}</source>
        <translation>{unknown}; odotettu jokin näistä: {names}</translation>
    </message>
    <message>
        <source>expected a code, or a table for a language like &quot;de&quot; or &quot;pt-BR&quot;</source>
        <translation>odotettu arvo: koodi tai taulukko kielelle, kuten &quot;de&quot; tai &quot;pt-BR&quot;</translation>
    </message>
    <message>
        <source>expected tables that begin with [[{table}]], with two brackets</source>
        <translation>odotettu arvo: taulukoita, joiden alussa on [[{table}]], kaksissa hakasulkeissa</translation>
    </message>
    <message>
        <source>expected a username beside it; this server is left out</source>
        <translation>odotettu lisäksi username; tämä palvelin jätetään pois</translation>
    </message>
    <message>
        <source>expected {expected}, found an empty list</source>
        <translation>odotettu arvo: {expected}; löytyi tyhjä luettelo</translation>
    </message>
    <message>
        <source>expected at least one address that can be used; this server is left out</source>
        <translation>odotettu arvo: vähintään yksi käyttökelpoinen osoite; tämä palvelin jätetään pois</translation>
    </message>
    <message>
        <source>a secret never stands in this file: delete this line, then store the secret with call-notifier config password URL, or name an environment variable in password-env</source>
        <translation>salaisuutta ei koskaan säilytetä tässä tiedostossa: poista tämä rivi ja tallenna salaisuus komennolla call-notifier config password URL tai nimeä ympäristömuuttuja kohdassa password-env</translation>
    </message>
    <message>
        <source>{unknown}; did you mean {name}?</source>
        <translation>{unknown}; tarkoititko {name}?</translation>
    </message>
    <message>
        <source>more than {limit} dots on one line; the file is not used</source>
        <translation>yli {limit} pistettä yhdellä rivillä; tiedostoa ei käytetä</translation>
    </message>
    <message>
        <source>values are nested too deeply; the file is not used</source>
        <translation>arvoissa on liikaa sisäkkäisiä rakenteita; tiedostoa ei käytetä</translation>
    </message>
    <message>
        <source>no TOML: {reason}; the file is not used</source>
        <translation>ei ole TOML-muotoa: {reason}; tiedostoa ei käytetä</translation>
    </message>
    <message>
        <source>a whole number of thousands of digits; the file is not used</source>
        <translation>tuhansien numeroiden pituinen kokonaisluku; tiedostoa ei käytetä</translation>
    </message>
    <message>
        <source>{problem}; the file is not used</source>
        <translation>{problem}; tiedostoa ei käytetä</translation>
    </message>
    <message>
        <source>longer than {size} KiB</source>
        <translation>suurempi kuin {size} KiB</translation>
    </message>
    <message>
        <source>no setting of this name</source>
        <translation>tämännimistä asetusta ei ole</translation>
    </message>
    <message>
        <source>expected at most {limit} servers; this one and the rest are left out</source>
        <translation>odotettu enintään {limit} palvelinta; tämä ja loput jätetään pois</translation>
    </message>
    <message>
        <source>expected urls in it; this server is left out</source>
        <translation>odotettu siinä olevan urls; tämä palvelin jätetään pois</translation>
    </message>
    <message>
        <source>expected at most {limit} addresses; this one and the rest are left out</source>
        <translation>odotettu enintään {limit} osoitetta; tämä ja loput jätetään pois</translation>
    </message>
    <message>
        <source>stands in server {number} already; left out here</source>
        <translation>on jo palvelimessa {number}; jätetään tästä pois</translation>
    </message>
    <message>
        <source>{unknown} here; it belongs into [[{table}]]</source>
        <translation>{unknown} tässä; sen paikka on [[{table}]]</translation>
    </message>
    <message>
        <source>no TOML: {reason} (column {column}); the file is not used</source>
        <translation>ei ole TOML-muotoa: {reason} (sarake {column}); tiedostoa ei käytetä</translation>
    </message>
    <message>
        <source>no TOML: {reason} (end of the file); the file is not used</source>
        <translation>ei ole TOML-muotoa: {reason} (tiedoston loppu); tiedostoa ei käytetä</translation>
    </message>
    <message>
        <source>expected a file, found a directory</source>
        <translation>odotettu tiedosto, löytyi kansio</translation>
    </message>
    <message>
        <source>expected an ordinary file</source>
        <translation>odotettu tavallinen tiedosto</translation>
    </message>
    <message>
        <source>can&apos;t be read: {reason}</source>
        <translation>ei voi lukea: {reason}</translation>
    </message>
    <message>
        <source>expected UTF-8 text</source>
        <translation>odotettu UTF-8-tekstiä</translation>
    </message>
    <message>
        <source>the list of versions is longer than {size} KiB</source>
        <translation>versioluettelo on suurempi kuin {size} KiB</translation>
    </message>
    <message>
        <source>version in the list of versions is not of the form 0.3.0</source>
        <translation>versioluettelon version ei ole muotoa 0.3.0</translation>
    </message>
    <message>
        <source>url in the list of versions is no https address</source>
        <translation>versioluettelon url ei ole https-osoite</translation>
    </message>
    <message>
        <source>published in the list of versions is no day like 2026-11-20</source>
        <translation>versioluettelon published ei ole päivä, kuten 2026-11-20</translation>
    </message>
    <message>
        <source>summary in the list of versions is no single line of {size} characters at most</source>
        <translation>versioluettelon summary ei ole yksi enintään {size} merkin rivi</translation>
    </message>
    <message>
        <source>the list of versions cannot be read: {reason}</source>
        <translation>versioluetteloa ei voi lukea: {reason}</translation>
    </message>
    <message>
        <source>the list of versions cannot be fetched: {reason}</source>
        <translation>versioluetteloa ei voi hakea: {reason}</translation>
    </message>
    <message>
        <source>the address of the list of versions is no https address</source>
        <translation>versioluettelon osoite ei ole https-osoite</translation>
    </message>
    <message>
        <source>the server of the list of versions sends on to another place</source>
        <translation>versioluettelon palvelin ohjaa muualle</translation>
    </message>
    <message>
        <source>the server of the list of versions answers with status {number}</source>
        <translation>versioluettelon palvelin vastaa tilakoodilla {number}</translation>
    </message>
    <message>
        <source>the certificate of the server of the list of versions: {reason}</source>
        <translation>versioluettelon palvelimen varmenne: {reason}</translation>
    </message>
    <message>
        <source>no setting of a server of this name</source>
        <translation>tämännimistä palvelimen asetusta ei ole</translation>
    </message>
    <message>
        <source>{unknown} here; it belongs into [{table}]</source>
        <translation>{unknown} tässä; sen paikka on [{table}]</translation>
    </message>
    <message>
        <source>no table of this name</source>
        <translation>tämännimistä taulukkoa ei ole</translation>
    </message>
    <message>
        <source>expected a table: [{table}] on a line of its own</source>
        <translation>odotettu arvo: taulukko [{table}] omalla rivillään</translation>
    </message>
    <message>
        <source>{problem}; this server is left out</source>
        <translation>{problem}; tämä palvelin jätetään pois</translation>
    </message>
    <message>
        <source>more than {limit} files; this one and the rest are not used</source>
        <translation>yli {limit} tiedostoa; tätä ja loppuja ei käytetä</translation>
    </message>
    <message>
        <source>{name} is no number of JSON</source>
        <translation>{name} ei ole JSON-luku</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>kansio</translation>
    </message>
    <message>
        <source>{what} does not belong to user {number}</source>
        <translation>{what} ei kuulu käyttäjälle {number}</translation>
    </message>
    <message>
        <source>others than its owner can write to {what}; set its mode to go-w</source>
        <translation>{what} on muidenkin kuin omistajansa kirjoitettavissa; aseta sen oikeuksiksi go-w</translation>
    </message>
    <message>
        <source>no JSON: {reason} (column {column})</source>
        <translation>ei ole JSON-muotoa: {reason} (sarake {column})</translation>
    </message>
    <message>
        <source>expected an object: {example}</source>
        <translation>odotettu arvo: objekti, kuten {example}</translation>
    </message>
    <message>
        <source>a name stands twice in one object</source>
        <translation>sama nimi on objektissa kahdesti</translation>
    </message>
    <message>
        <source>expected mandatory or default; what stands in it is left out</source>
        <translation>odotettu mandatory tai default; sisältö jätetään pois</translation>
    </message>
    <message>
        <source>{what} does not belong to root</source>
        <translation>{what} ei kuulu rootille</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>tiedosto</translation>
    </message>
    <message>
        <source>values are nested too deeply</source>
        <translation>arvoissa on liikaa sisäkkäisiä rakenteita</translation>
    </message>
    <message>
        <source>a whole number of thousands of digits</source>
        <translation>tuhansien numeroiden pituinen kokonaisluku</translation>
    </message>
    <message>
        <source>expected an object of tables, like {example}</source>
        <translation>odotettu arvo: taulukoista koostuva objekti, kuten {example}</translation>
    </message>
    <message>
        <source>The call server can be reached but passes no data on. Tell whoever runs it; nothing on this computer can fix that.</source>
        <translation>Puhelupalvelin on tavoitettavissa, mutta ei välitä dataa. Kerro ylläpitäjälle; tällä tietokoneella sitä ei voi korjata.</translation>
    </message>
    <message>
        <source>This test went to the demonstration relay on this computer and says nothing about your network. Enter a TURN server in the settings.</source>
        <translation>Tämä testi tehtiin tämän tietokoneen esittelyreleeseen, eikä se kerro verkostasi mitään. Anna asetuksissa TURN-palvelin.</translation>
    </message>
    <message>
        <source>it is set for everybody on this computer by its administrator</source>
        <translation>ylläpitäjä on määrittänyt sen kaikille tämän koneen käyttäjille</translation>
    </message>
    <message>
        <source>The process that collects gave an answer that makes no sense: {reason}</source>
        <translation>Tietoja keräävä prosessi antoi kelvottoman vastauksen: {reason}</translation>
    </message>
    <message>
        <source>another test is running</source>
        <translation>toinen testi on jo käynnissä</translation>
    </message>
    <message>
        <source>Another version of this program was installed, and cannot be started: {reason}. Nothing is tested until it is installed once more.</source>
        <translation>Ohjelmasta on asennettu toinen versio, eikä sitä voi käynnistää: {reason}. Mitään ei testata, ennen kuin se asennetaan uudelleen.</translation>
    </message>
    <message>
        <source>it ended with status {status}</source>
        <translation>se päättyi paluuarvoon {status}</translation>
    </message>
    <message>
        <source>it did not answer within {limit} s</source>
        <translation>se ei vastannut ajassa {limit} s</translation>
    </message>
    <message>
        <source>the test failed for a reason that is in the log</source>
        <translation>testi epäonnistui lokissa mainitusta syystä</translation>
    </message>
    <message>
        <source>the test was cancelled</source>
        <translation>testi keskeytettiin</translation>
    </message>
    <message>
        <source>an address like &quot;https://name.example.com/path&quot;; plain http only to this computer itself</source>
        <translation>osoite, kuten &quot;https://name.example.com/path&quot;; salaamaton http vain tälle koneelle itselleen</translation>
    </message>
    <message>
        <source>line {number} is not as expected</source>
        <translation>rivi {number} ei ole odotettu</translation>
    </message>
    <message>
        <source>The environment variable {name}</source>
        <translation>Ympäristömuuttuja {name}</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} gave an answer that makes no sense; the administrator has to see that {service} has the version of this program.</source>
        <translation>Salaisuutta {name} lukeva palvelu antoi kelvottoman vastauksen; ylläpitäjän on varmistettava, että palvelun {service} versio on sama kuin tämän ohjelman.</translation>
    </message>
    <message>
        <source>The secret in the key ring</source>
        <translation>Avainnipussa oleva salaisuus</translation>
    </message>
    <message>
        <source>No password is stored in the key ring for {names}: store it with call-notifier config password URL, or name an environment variable with password-env.</source>
        <translation>Avainnipussa ei ole salasanaa kohteelle {names}: tallenna se komennolla call-notifier config password URL tai nimeä ympäristömuuttuja kohdassa password-env.</translation>
    </message>
    <message>
        <source>{what} is longer than {limit} characters.</source>
        <translation>{what} on pidempi kuin {limit} merkkiä.</translation>
    </message>
    <message>
        <source>{what} holds a line break or another control character.</source>
        <translation>{what} sisältää rivinvaihdon tai muun ohjausmerkin.</translation>
    </message>
    <message>
        <source>The environment variable {name} is not set.</source>
        <translation>Ympäristömuuttujaa {name} ei ole asetettu.</translation>
    </message>
    <message>
        <source>expected a dictionary of tables</source>
        <translation>odotettu arvo: taulukoista koostuva sanakirja (dictionary)</translation>
    </message>
    <message>
        <source>it is no property list</source>
        <translation>se ei ole ominaisuusluettelo (property list)</translation>
    </message>
    <message>
        <source>expected the servers&apos; settings in keys 1, 2 and so on below</source>
        <translation>odotettu palvelinten asetukset tämän alla avaimissa 1, 2 ja niin edelleen</translation>
    </message>
    <message>
        <source>expected keys with numbers as names; this one is left out</source>
        <translation>odotettu avaimia, joiden nimet ovat numeroita; tämä jätetään pois</translation>
    </message>
    <message>
        <source>The secret {name} can&apos;t be read: this system has no secrets that only root can read. The administrator has to name an environment variable with password-env instead.</source>
        <translation>Salaisuutta {name} ei voi lukea: tässä järjestelmässä ei ole salaisuuksia, jotka vain root voi lukea. Ylläpitäjän on sen sijaan nimettävä ympäristömuuttuja kohdassa password-env.</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>Salaisuus</translation>
    </message>
    <message>
        <source>The key ring did not keep the secret. Name an environment variable with password-env instead.</source>
        <translation>Avainnippu ei tallentanut salaisuutta. Nimeä sen sijaan ympäristömuuttuja kohdassa password-env.</translation>
    </message>
    <message>
        <source>{what} is empty.</source>
        <translation>{what} on tyhjä.</translation>
    </message>
    <message>
        <source>There is no secret {name} on this computer: the administrator has to write it into {file}, which only root can read.</source>
        <translation>Tällä tietokoneella ei ole salaisuutta {name}: ylläpitäjän on kirjoitettava se tiedostoon {file}, jonka vain root voi lukea.</translation>
    </message>
    <message>
        <source>Others than root can write to {folder}, so that no secret in it is used: the administrator has to make it root&apos;s, with mode 700.</source>
        <translation>{folder} on muidenkin kuin rootin kirjoitettavissa, joten siinä olevia salaisuuksia ei käytetä: ylläpitäjän on vaihdettava kansion omistajaksi root ja asetettava sen oikeuksiksi 700.</translation>
    </message>
    <message>
        <source>The secret {name} is not used: the administrator has to make {file} an ordinary file that belongs to root, with mode 600.</source>
        <translation>Salaisuutta {name} ei käytetä: ylläpitäjän on varmistettava, että {file} on tavallinen tiedosto, jonka omistaja on root ja jonka oikeudet ovat 600.</translation>
    </message>
    <message>
        <source>The secret {name} is not used: the administrator has to write one line of at most {limit} characters into {file}.</source>
        <translation>Salaisuutta {name} ei käytetä: ylläpitäjän on kirjoitettava tiedostoon {file} yksi rivi, jossa on enintään {limit} merkkiä.</translation>
    </message>
    <message>
        <source>The secret {name} is not given out: the administrator has to name it as secret-file where it is used, in a policy that this computer has in force.</source>
        <translation>Salaisuutta {name} ei luovuteta: ylläpitäjän on nimettävä se käyttökohteessaan kohdassa secret-file, tällä tietokoneella voimassa olevassa käytännössä.</translation>
    </message>
    <message>
        <source>The secret {name} is not given out, because it is shared with a TURN server: the administrator has to use another one here.</source>
        <translation>Salaisuutta {name} ei luovuteta, koska se on jaettu TURN-palvelimen kanssa: ylläpitäjän on käytettävä tässä toista salaisuutta.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} is asked too often; the next test asks again.</source>
        <translation>Salaisuutta {name} lukevalta palvelulta kysytään liian usein; seuraava testi kysyy uudelleen.</translation>
    </message>
    <message>
        <source>The secret {name} can&apos;t be read: the administrator finds the reason in the log of {service}.</source>
        <translation>Salaisuutta {name} ei voi lukea: ylläpitäjä löytää syyn palvelun {service} lokista.</translation>
    </message>
    <message>
        <source>There is no key ring on this system. Name an environment variable with password-env instead.</source>
        <translation>Tässä järjestelmässä ei ole avainnippua. Nimeä sen sijaan ympäristömuuttuja kohdassa password-env.</translation>
    </message>
    <message>
        <source>The key ring did not answer within {seconds} s; it may be locked: unlock it, or name an environment variable with password-env.</source>
        <translation>Avainnippu ei vastannut ajassa {seconds} s; se voi olla lukittu: avaa sen lukitus tai nimeä ympäristömuuttuja kohdassa password-env.</translation>
    </message>
    <message>
        <source>The key ring can&apos;t be used ({kind}). Name an environment variable with password-env instead.</source>
        <translation>Avainnippua ei voi käyttää ({kind}). Nimeä sen sijaan ympäristömuuttuja kohdassa password-env.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} did not answer within {seconds} s; the administrator finds the reason in the log of {service}.</source>
        <translation>Salaisuutta {name} lukeva palvelu ei vastannut ajassa {seconds} s; ylläpitäjä löytää syyn palvelun {service} lokista.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} does not run: the administrator has to start {service}.</source>
        <translation>Salaisuutta {name} lukeva palvelu ei ole käynnissä: ylläpitäjän on käynnistettävä {service}.</translation>
    </message>
    <message>
        <source>The key ring is locked or can&apos;t be opened: unlock it, or name an environment variable with password-env.</source>
        <translation>Avainnippu on lukittu tai sitä ei voi avata: avaa sen lukitus tai nimeä ympäristömuuttuja kohdassa password-env.</translation>
    </message>
    <message>
        <source>a host name like &quot;meet.example.com&quot; or &quot;*.example.com&quot;</source>
        <translation>isäntänimi, kuten &quot;meet.example.com&quot; tai &quot;*.example.com&quot;</translation>
    </message>
    <message>
        <source>an origin like &quot;https://meet.example.com&quot;, &quot;http://localhost:8080&quot;, &quot;file://&quot; or &quot;app://name&quot;</source>
        <translation>alkuperä, kuten &quot;https://meet.example.com&quot;, &quot;http://localhost:8080&quot;, &quot;file://&quot; tai &quot;app://name&quot;</translation>
    </message>
    <message>
        <source>expected {expected}, without scheme, port and path</source>
        <translation>odotettu arvo: {expected}, ilman skeemaa, porttia ja polkua</translation>
    </message>
    <message>
        <source>expected {expected}; every site is watch = &quot;all&quot;</source>
        <translation>odotettu arvo: {expected}; kaikki sivustot kattaa watch = &quot;all&quot;</translation>
    </message>
    <message>
        <source>expected {expected}: scheme, host and port, without a path</source>
        <translation>odotettu arvo: {expected}: skeema, isäntä ja portti, ilman polkua</translation>
    </message>
    <message>
        <source>expected {expected}, with a port from 1 to 65535</source>
        <translation>odotettu arvo: {expected}, portti väliltä 1–65535</translation>
    </message>
    <message>
        <source>expected {expected}, other letters in their ASCII form (xn--…)</source>
        <translation>odotettu arvo: {expected}, muut kirjaimet ASCII-muodossa (xn--…)</translation>
    </message>
    <message>
        <source>expected {expected}, or a whole IP address</source>
        <translation>odotettu arvo: {expected}, tai kokonainen IP-osoite</translation>
    </message>
    <message>
        <source>a TURN address holds no user name or password, and no @</source>
        <translation>TURN-osoitteessa ei ole käyttäjätunnusta, salasanaa eikä merkkiä @</translation>
    </message>
    <message>
        <source>{text} is not a TURN address like turn:host:3478?transport=udp or turns:host:443</source>
        <translation>{text} ei ole TURN-osoite, kuten turn:host:3478?transport=udp tai turns:host:443</translation>
    </message>
    <message>
        <source>{text}: the port must be from 1 to 65535</source>
        <translation>{text}: portin on oltava 1–65535</translation>
    </message>
    <message>
        <source>{text}: the transport must be udp or tcp, not {transport}</source>
        <translation>{text}: siirtotavan on oltava udp tai tcp, ei {transport}</translation>
    </message>
    <message>
        <source>{text}: {host} is not a host name</source>
        <translation>{text}: {host} ei ole isäntänimi</translation>
    </message>
    <message>
        <source>{text}: turns over udp (DTLS) is not supported; use tcp</source>
        <translation>{text}: turns ja udp (DTLS) eivät ole yhdessä tuettuja; käytä tcp:tä</translation>
    </message>
    <message>
        <source>{text}: {host} is not an IPv6 address</source>
        <translation>{text}: {host} ei ole IPv6-osoite</translation>
    </message>
</context>
<context>
    <name>freedesktop</name>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
</context>
<context>
    <name>headline</name>
    <message>
        <source>Paused until you resume</source>
        <translation>Tauolla, kunnes jatkat</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>Tauolla {time} asti</translation>
    </message>
    <message>
        <source>{sentence}. Neither a microphone nor a camera was found</source>
        <translation>{sentence}. Mikrofonia eikä kameraa löytynyt</translation>
    </message>
    <message>
        <source>Demonstration: {sentence}</source>
        <translation>Esittely: {sentence}</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>Ei vielä varma</translation>
    </message>
    <message>
        <source>Not sure yet, testing again</source>
        <translation>Ei vielä varma, testataan uudelleen</translation>
    </message>
    <message>
        <source>demonstration relay: this is not your network</source>
        <translation>esittelyrele: tämä ei ole sinun verkkosi</translation>
    </message>
    <message>
        <source>{sentence}, at {time}</source>
        <translation>{sentence} ({time})</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>huomiseen klo {time}</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>Vielä ei ole testattu</translation>
    </message>
    <message>
        <source>Testing the network: {percent} %</source>
        <translation>Testataan verkkoa: {percent}&#xa0;%</translation>
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
        <translation>Ei testattu</translation>
    </message>
    <message>
        <source>{state} {percent}</source>
        <translation>{state} {percent}</translation>
    </message>
    <message>
        <source>Calls: {count}</source>
        <translation>Puheluita: {count}</translation>
    </message>
    <message>
        <source>Last 24 hours: {states}</source>
        <translation>Viimeiset 24 tuntia: {states}</translation>
    </message>
    <message>
        <source>Last 24 hours: {states}; worst at {time}</source>
        <translation>Viimeiset 24 tuntia: {states}; huonoin {time}</translation>
    </message>
</context>
<context>
    <name>meaning</name>
    <message>
        <source>Good</source>
        <translation>Hyvä</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Rajallinen</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ei</translation>
    </message>
    <message>
        <source>Good, perhaps minor issues</source>
        <translation>Hyvä, ehkä pieniä häiriöitä</translation>
    </message>
    <message>
        <source>Thumbnail only</source>
        <translation>Vain pikkukuva</translation>
    </message>
    <message>
        <source>Poor quality</source>
        <translation>Heikko laatu</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Kohtalainen</translation>
    </message>
    <message>
        <source>Not in good quality</source>
        <translation>Ei hyvälaatuinen</translation>
    </message>
    <message>
        <source>Not enough bandwidth</source>
        <translation>Kaista ei riitä</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Viivettä</translation>
    </message>
    <message>
        <source>Breaks up</source>
        <translation>Pätkii</translation>
    </message>
    <message>
        <source>Freezes</source>
        <translation>Pysähtelee</translation>
    </message>
    <message>
        <source>Hardly possible</source>
        <translation>Tuskin mahdollinen</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Ei mahdollinen</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Ääni</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Screen sharing</source>
        <translation>Näytön jakaminen</translation>
    </message>
</context>
<context>
    <name>message</name>
    <message>
        <source>This network keeps changing. You are told again when it has been steady for a while.</source>
        <translation>Tämä verkko vaihtelee jatkuvasti. Saat ilmoituksen taas, kun se on ollut jonkin aikaa vakaa.</translation>
    </message>
    <message>
        <source>It was not good for {duration}.</source>
        <translation>Huonon jakson kesto: {duration}.</translation>
    </message>
    <message>
        <source>Until then nothing is known of the network.</source>
        <translation>Siihen asti verkosta ei tiedetä mitään.</translation>
    </message>
    <message>
        <source>Quiet for today</source>
        <translation>Ei ilmoituksia tänään</translation>
    </message>
    <message>
        <source>What can I do?</source>
        <translation>Mitä voin tehdä?</translation>
    </message>
    <message>
        <source>The call server has no relay left</source>
        <translation>Puhelupalvelimella ei ole vapaata relettä</translation>
    </message>
    <message>
        <source>The call server refuses the password</source>
        <translation>Puhelupalvelin hylkää salasanan</translation>
    </message>
    <message>
        <source>Good again: {summary}</source>
        <translation>Taas hyvä. {summary}</translation>
    </message>
    <message>
        <source>Unstable: {summary}</source>
        <translation>Epävakaa. {summary}</translation>
    </message>
    <message>
        <source>Not connected to any network</source>
        <translation>Ei yhteyttä mihinkään verkkoon</translation>
    </message>
    <message>
        <source>Sign in to the network first</source>
        <translation>Kirjaudu ensin verkkoon</translation>
    </message>
    <message>
        <source>{word}: {summary}</source>
        <translation>{word}. {summary}</translation>
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
        <translation>&amp;Pidä tauko</translation>
    </message>
    <message>
        <source>&amp;30 minutes</source>
        <translation>&amp;30 minuuttia</translation>
    </message>
    <message>
        <source>1 &amp;hour</source>
        <translation>1 &amp;tunti</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>&amp;Huomiseen asti</translation>
    </message>
    <message>
        <source>Until &amp;resumed</source>
        <translation>Kunnes &amp;jatketaan</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Jatka</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>Not known</source>
        <translation>Ei tiedossa</translation>
    </message>
    <message>
        <source>The call server refuses the user name or password, so the network could not be tested</source>
        <translation>Puhelupalvelin hylkää käyttäjätunnuksen tai salasanan, joten verkkoa ei voitu testata</translation>
    </message>
    <message>
        <source>The call server has no relay left for you, so the network could not be tested</source>
        <translation>Puhelupalvelimella ei ole sinulle vapaata relettä, joten verkkoa ei voitu testata</translation>
    </message>
    <message>
        <source>The call server let nobody in, so the network could not be tested</source>
        <translation>Puhelupalvelin ei päästänyt ketään sisään, joten verkkoa ei voitu testata</translation>
    </message>
</context>
<context>
    <name>server_list</name>
    <message>
        <source>Check that web pages open. If they do, a firewall may hold this way up.</source>
        <translation>Tarkista, että verkkosivut avautuvat. Jos avautuvat, palomuuri saattaa estää tämän reitin.</translation>
    </message>
    <message>
        <source>Check the address in the settings, or ask whoever runs it.</source>
        <translation>Tarkista osoite asetuksista tai kysy ylläpitäjältä.</translation>
    </message>
    <message>
        <source>Check its spelling in the settings.</source>
        <translation>Tarkista sen kirjoitusasu asetuksista.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, and tell whoever runs the server.</source>
        <translation>Tarkista tämän tietokoneen kello ja kerro palvelimen ylläpitäjälle.</translation>
    </message>
    <message>
        <source>Check them in the settings, or ask whoever gave them to you.</source>
        <translation>Tarkista ne asetuksista tai kysy niiden antajalta.</translation>
    </message>
    <message>
        <source>Tell whoever runs it.</source>
        <translation>Kerro ylläpitäjälle.</translation>
    </message>
    <message>
        <source>Close other calls and try again, or ask whoever runs it for more.</source>
        <translation>Lopeta muut puhelut ja yritä uudelleen tai pyydä ylläpitäjältä lisää.</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>Tarkista osoite asetuksista.</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>Ei vielä testattu</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Toimii</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Ei toimi</translation>
    </message>
    <message>
        <source>Works, {time} there and back</source>
        <translation>Toimii, edestakaisin {time}</translation>
    </message>
</context>
<context>
    <name>setting</name>
    <message>
        <source>Time between tests</source>
        <translation>Testien väli</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Longer or shorter by chance</source>
        <translation>Satunnainen pidennys tai lyhennys</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Data budget</source>
        <translation>Datakiintiö</translation>
    </message>
    <message>
        <source> MB a day</source>
        <translation> Mt päivässä</translation>
    </message>
    <message>
        <source>nothing by itself</source>
        <translation>ei automaattisia testejä</translation>
    </message>
    <message>
        <source>Where data is paid for by volume</source>
        <translation>Kun data maksaa määrän mukaan</translation>
    </message>
    <message>
        <source>Light tests only</source>
        <translation>Vain kevyet testit</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Kaikki testit</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>Ei testejä</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Näytä ilmoitukset</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Hiljainen aika</translation>
    </message>
    <message>
        <source>Quiet while the desktop asks for it</source>
        <translation>Hiljaa, kun työpöytä pyytää</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Icons in the panel</source>
        <translation>Paneelin kuvakkeet</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>Värilliset</translation>
    </message>
    <message>
        <source>In one colour</source>
        <translation>Yksiväriset</translation>
    </message>
    <message>
        <source>Keep tests and calls for</source>
        <translation>Säilytä testit ja puhelut</translation>
    </message>
    <message>
        <source> days</source>
        <translation> päivää</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>pysyvästi</translation>
    </message>
    <message>
        <source>Page that shows whether a sign-in is needed</source>
        <translation>Sivu, josta näkee, vaaditaanko kirjautuminen</translation>
    </message>
    <message>
        <source>Learn from calls</source>
        <translation>Opi puheluista</translation>
    </message>
    <message>
        <source>The organisation&apos;s own model</source>
        <translation>Organisaation oma malli</translation>
    </message>
    <message>
        <source>Watch calls</source>
        <translation>Seuraa puheluita</translation>
    </message>
    <message>
        <source>Calls in the browser</source>
        <translation>Puhelut selaimessa</translation>
    </message>
    <message>
        <source>All web pages</source>
        <translation>Kaikki verkkosivut</translation>
    </message>
    <message>
        <source>Only those listed</source>
        <translation>Vain luetellut</translation>
    </message>
    <message>
        <source>No web pages</source>
        <translation>Ei verkkosivuja</translation>
    </message>
    <message>
        <source>Web pages, one a line</source>
        <translation>Verkkosivut, yksi riville</translation>
    </message>
    <message>
        <source>Applications that report by themselves, one a line</source>
        <translation>Itse ilmoittavat sovellukset, yksi riville</translation>
    </message>
    <message>
        <source>Port for those applications</source>
        <translation>Näiden sovellusten portti</translation>
    </message>
    <message>
        <source>Keep session descriptions</source>
        <translation>Säilytä istuntokuvaukset</translation>
    </message>
    <message>
        <source>Ask after a call how it was</source>
        <translation>Kysy puhelun jälkeen, miten se sujui</translation>
    </message>
    <message>
        <source>Databases of places, one file a line</source>
        <translation>Paikkatietokannat, yksi tiedosto riville</translation>
    </message>
    <message>
        <source>Tell me of newer versions</source>
        <translation>Ilmoita uudemmista versioista</translation>
    </message>
    <message>
        <source>List of versions</source>
        <translation>Versioluettelo</translation>
    </message>
    <message>
        <source>Figures are sent to</source>
        <translation>Tunnusluvut lähetetään osoitteeseen</translation>
    </message>
    <message>
        <source>Time between two sends</source>
        <translation>Lähetysten väli</translation>
    </message>
    <message>
        <source>What the figures say of this computer</source>
        <translation>Tämän tietokoneen tiedot tunnusluvuissa</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ei mitään</translation>
    </message>
    <message>
        <source>A random number</source>
        <translation>Satunnaisluku</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Sen nimi</translation>
    </message>
    <message>
        <source>Its name and yours</source>
        <translation>Sen nimi ja sinun nimesi</translation>
    </message>
    <message>
        <source>Said along with the figures</source>
        <translation>Tunnuslukujen lisätiedot</translation>
    </message>
    <message>
        <source>Variable that holds the token</source>
        <translation>Tokenin sisältävä muuttuja</translation>
    </message>
    <message>
        <source>Secret that holds the token</source>
        <translation>Tokenin sisältävä salaisuus</translation>
    </message>
    <message>
        <source>Certificates for the collector</source>
        <translation>Kerääjän varmenteet</translation>
    </message>
    <message>
        <source>Figures are written to the folder</source>
        <translation>Tunnuslukujen kansio</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Osoitteet</translation>
    </message>
    <message>
        <source>Name of a server</source>
        <translation>Palvelimen nimi</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Käyttäjätunnus</translation>
    </message>
    <message>
        <source>Password or shared secret</source>
        <translation>Salasana tai jaettu salaisuus</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Salasana</translation>
    </message>
    <message>
        <source>Shared secret (TURN REST)</source>
        <translation>Jaettu salaisuus (TURN REST)</translation>
    </message>
    <message>
        <source>Variable that holds the password</source>
        <translation>Salasanan sisältävä muuttuja</translation>
    </message>
    <message>
        <source>Secret that holds the password</source>
        <translation>Salasanan sisältävä salaisuus</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>Luotetut varmenteet</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Palvelimet</translation>
    </message>
    <message>
        <source>Tests and data</source>
        <translation>Testit ja data</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Ilmoitukset</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Ulkoasu ja kieli</translation>
    </message>
    <message>
        <source>Your calls</source>
        <translation>Puhelusi</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Lauseet</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Lisäasetukset</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>Käynnistä kirjautuessa</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>Selaimet</translation>
    </message>
    <message>
        <source>Data used by tests</source>
        <translation>Testien käyttämä data</translation>
    </message>
    <message>
        <source>TURN STUN ICE relay password secret login account host</source>
        <translation>TURN STUN ICE rele salasana salaisuus kirjautuminen tili isäntä</translation>
    </message>
    <message>
        <source>how often frequency schedule every minutes</source>
        <translation>kuinka usein tiheys aikataulu minuutin välein</translation>
    </message>
    <message>
        <source>traffic volume limit megabytes cost cap</source>
        <translation>liikenne määrä raja megatavut hinta katto</translation>
    </message>
    <message>
        <source>mobile cellular hotspot tethering roaming</source>
        <translation>mobiili matkapuhelin tukiasema jakaminen verkkovierailu roaming</translation>
    </message>
    <message>
        <source>random jitter variation</source>
        <translation>satunnainen vaihtelu</translation>
    </message>
    <message>
        <source>hotel captive portal log-in hotspot</source>
        <translation>hotelli kirjautumissivu portaali kirjautuminen</translation>
    </message>
    <message>
        <source>traffic volume megabytes today this month usage</source>
        <translation>liikenne määrä megatavut tänään kuukausi kulutus</translation>
    </message>
    <message>
        <source>mute pop-ups alerts messages silence</source>
        <translation>mykistä ponnahdusikkunat hälytykset viestit hiljaisuus</translation>
    </message>
    <message>
        <source>night mute silence evening</source>
        <translation>yö mykistä hiljaisuus ilta</translation>
    </message>
    <message>
        <source>DND focus full screen presentation mute</source>
        <translation>älä häiritse keskittyminen koko näyttö esitys mykistä</translation>
    </message>
    <message>
        <source>update upgrade release</source>
        <translation>päivitys päivittäminen julkaisu</translation>
    </message>
    <message>
        <source>translation English locale</source>
        <translation>käännös suomi englanti kielialue</translation>
    </message>
    <message>
        <source>tray dark light theme monochrome black white colour color</source>
        <translation>ilmoitusalue tumma vaalea teema yksivärinen musta valkoinen väri</translation>
    </message>
    <message>
        <source>autostart start-up startup boot automatically login</source>
        <translation>automaattinen käynnistys käynnistyminen kirjautuminen</translation>
    </message>
    <message>
        <source>privacy monitor meetings extension</source>
        <translation>yksityisyys seuranta kokoukset laajennus</translation>
    </message>
    <message>
        <source>privacy websites extension add-on</source>
        <translation>yksityisyys verkkosivustot laajennus lisäosa</translation>
    </message>
    <message>
        <source>privacy websites domains allow list</source>
        <translation>yksityisyys verkkosivustot verkkotunnukset sallitut luettelo</translation>
    </message>
    <message>
        <source>extension add-on Firefox Chrome Edge register</source>
        <translation>laajennus lisäosa Firefox Chrome Edge rekisteröi</translation>
    </message>
    <message>
        <source>feedback rating stars survey question</source>
        <translation>palaute arvosana tähdet kysely kysymys</translation>
    </message>
    <message>
        <source>privacy machine learning</source>
        <translation>yksityisyys koneoppiminen</translation>
    </message>
    <message>
        <source>texts wording messages notifications language</source>
        <translation>tekstit sanamuoto viestit ilmoitukset kieli</translation>
    </message>
    <message>
        <source>delete storage privacy disk months</source>
        <translation>poista tallennustila yksityisyys levy kuukaudet</translation>
    </message>
    <message>
        <source>GeoIP location city country provider</source>
        <translation>GeoIP sijainti kaupunki maa palveluntarjoaja</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>The connectivity test that runs by itself.</source>
        <translation>Automaattinen yhteystesti.</translation>
    </message>
    <message>
        <source>Time from the end of one test to the start of the next.</source>
        <translation>Aika testin lopusta seuraavan alkuun.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>sekuntia</translation>
    </message>
    <message>
        <source>How much data tests may cost in any 24 hours, sent and received together. Tests by themselves keep within it: they come less often, then without loading the line, then not at all. Tests you ask for are always made, and count. With 0 no test runs by itself.</source>
        <translation>Paljonko dataa testit saavat kuluttaa 24 tunnissa, lähetys ja vastaanotto yhteensä. Automaattiset testit pysyvät tässä: ne harvenevat, sitten ne eivät enää kuormita yhteyttä, ja lopulta niitä ei tehdä. Itse pyydetyt testit tehdään aina, ja ne lasketaan mukaan. Arvolla 0 automaattisia testejä ei tehdä.</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>megatavua</translation>
    </message>
    <message>
        <source>What tests by themselves may do where data is paid for by volume: only light ones that do not load the line, full ones too, or none.</source>
        <translation>Mitä automaattiset testit saavat tehdä, kun data maksaa määrän mukaan: vain kevyitä testejä, jotka eivät kuormita yhteyttä, myös täysiä tai ei mitään.</translation>
    </message>
    <message>
        <source>What the desktop shows when the network changes.</source>
        <translation>Mitä työpöytä näyttää, kun verkko muuttuu.</translation>
    </message>
    <message>
        <source>Whether notifications are shown; icon and history go on without them.</source>
        <translation>Näytetäänkö ilmoituksia; kuvake ja historia jatkavat ilman niitä.</translation>
    </message>
    <message>
        <source>A time of each day, by the local clock, in which nothing is told; what changed then is told afterwards, if it still holds.</source>
        <translation>Päivittäinen aika paikallisen kellon mukaan, jolloin mitään ei ilmoiteta; sinä aikana muuttuneesta ilmoitetaan jälkeenpäin, jos se pitää yhä paikkansa.</translation>
    </message>
    <message>
        <source>Whether nothing is told while the desktop asks for quiet: do not disturb, a program that fills the screen, a screen that is shared. It is told afterwards.</source>
        <translation>Jätetäänkö ilmoittamatta, kun työpöytä pyytää hiljaisuutta: Älä häiritse -tila, koko näytön täyttävä ohjelma, jaettu näyttö. Asiasta ilmoitetaan jälkeenpäin.</translation>
    </message>
    <message>
        <source>How the program looks.</source>
        <translation>Miltä ohjelma näyttää.</translation>
    </message>
    <message>
        <source>The language of windows and notifications; without one it is the system&apos;s.</source>
        <translation>Ikkunoiden ja ilmoitusten kieli; ilman sitä käytetään järjestelmän kieltä.</translation>
    </message>
    <message>
        <source>Icons in colour, or in the one colour that goes with the panel; their shapes tell the states apart in both.</source>
        <translation>Värilliset kuvakkeet tai paneelin värin mukaiset yksiväriset; molemmissa tilat erottaa muodosta.</translation>
    </message>
    <message>
        <source>What is remembered.</source>
        <translation>Mitä muistetaan.</translation>
    </message>
    <message>
        <source>Tests and calls older than this are deleted; 0 keeps them for ever.</source>
        <translation>Tätä vanhemmat testit ja puhelut poistetaan; 0 säilyttää ne pysyvästi.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>päivää</translation>
    </message>
    <message>
        <source>A model that was trained on the organisation&apos;s own calls, asked instead of the program&apos;s own; where it can&apos;t be used, that one is.</source>
        <translation>Organisaation omilla puheluilla opetettu malli, jota käytetään ohjelman oman mallin sijaan; jos sitä ei voi käyttää, käytetään ohjelman omaa.</translation>
    </message>
    <message>
        <source>Whether applications and the browser extension may report calls. Otherwise the program knows of none.</source>
        <translation>Saavatko sovellukset ja selainlaajennus ilmoittaa puheluista. Muuten ohjelma ei tiedä niistä.</translation>
    </message>
    <message>
        <source>Which web pages&apos; calls the browser extension reports: of all sites, of those listed, or of none.</source>
        <translation>Minkä verkkosivujen puheluista selainlaajennus ilmoittaa: kaikkien, lueteltujen vai ei minkään.</translation>
    </message>
    <message>
        <source>Hosts whose pages are watched where only listed ones are; a name that begins with *. stands for all hosts below it, and not for itself.</source>
        <translation>Isännät, joiden sivuja seurataan, kun seurataan vain lueteltuja; merkeillä *. alkava nimi tarkoittaa kaikkia sen alla olevia isäntiä, ei sitä itseään.</translation>
    </message>
    <message>
        <source>The port of that WebSocket, on 127.0.0.1.</source>
        <translation>Tämän WebSocketin portti osoitteessa 127.0.0.1.</translation>
    </message>
    <message>
        <source>Whether the session descriptions (SDP) that applications send are kept with the call; addresses of both sides stand in them.</source>
        <translation>Säilytetäänkö sovellusten lähettämät istuntokuvaukset (SDP) puhelun mukana; niissä on molempien osapuolten osoitteita.</translation>
    </message>
    <message>
        <source>Whether a window asks after a call how it was.</source>
        <translation>Kysyykö ikkuna puhelun jälkeen, miten se sujui.</translation>
    </message>
    <message>
        <source>The sentences of the notifications, by notification code.</source>
        <translation>Ilmoitusten lauseet ilmoituskoodin mukaan.</translation>
    </message>
    <message>
        <source>MaxMind DB files; those that do not exist are passed over.</source>
        <translation>MaxMind DB -tiedostot; puuttuvat ohitetaan.</translation>
    </message>
    <message>
        <source>Whether you are told of newer versions; none is ever installed by itself.</source>
        <translation>Ilmoitetaanko uudemmista versioista; mitään niistä ei koskaan asenneta automaattisesti.</translation>
    </message>
    <message>
        <source>Whether to look once a day for a newer version, and to tell you where there is one.</source>
        <translation>Etsitäänkö kerran päivässä uudempaa versiota ja ilmoitetaanko, jos sellainen on.</translation>
    </message>
    <message>
        <source>The list of versions that an organisation offers, as JSON; without one, what installed the program is asked.</source>
        <translation>Organisaation tarjoamien versioiden luettelo JSON-muodossa; ilman sitä kysytään siltä, millä ohjelma asennettiin, esimerkiksi paketinhallinnalta.</translation>
    </message>
    <message>
        <source>Figures for an organisation&apos;s own monitoring; without a collector and a folder there are none.</source>
        <translation>Tunnuslukuja organisaation omaan valvontaan; ilman kerääjää ja kansiota niitä ei ole.</translation>
    </message>
    <message>
        <source>The collector that figures are sent to, by OTLP over HTTP; without one none are sent.</source>
        <translation>Kerääjä, jolle tunnusluvut lähetetään OTLP:llä HTTP:n yli; ilman sitä mitään ei lähetetä.</translation>
    </message>
    <message>
        <source>Each wait is made longer or shorter by chance, by at most this part of it, so that many computers do not test at the same moment.</source>
        <translation>Jokaista odotusta pidennetään tai lyhennetään satunnaisesti enintään tällä osuudella, jotta monet koneet eivät testaisi samalla hetkellä.</translation>
    </message>
    <message>
        <source>A page that answers 204 (No Content) over plain HTTP. Where no server can be reached, it is fetched to see whether the network wants a sign-in first; without one, only the system is asked what it knows, and nothing is sent.</source>
        <translation>Sivu, joka vastaa 204 (No Content) salaamattomalla HTTP:llä. Kun mitään palvelinta ei tavoiteta, se haetaan, jotta nähdään, vaatiiko verkko ensin kirjautumisen; ilman sivua kysytään vain järjestelmältä, eikä mitään lähetetä.</translation>
    </message>
    <message>
        <source>How it is forecast what a call will be like.</source>
        <translation>Miten ennustetaan, millainen puhelusta tulee.</translation>
    </message>
    <message>
        <source>Whether the next forecasts on a network are corrected by how your calls went there. What is learnt stays on this computer; it never makes a good forecast of a bad one, or the other way round, by itself.</source>
        <translation>Korjaako puheluittesi toteutunut laatu verkossa seuraavia ennusteita samassa verkossa. Opittu pysyy tällä tietokoneella; itsessään se ei koskaan muuta huonoa ennustetta hyväksi tai päinvastoin.</translation>
    </message>
    <message>
        <source>Which of your calls the program watches.</source>
        <translation>Mitä puheluitasi ohjelma seuraa.</translation>
    </message>
    <message>
        <source>Web and Electron applications that may report their calls by themselves, over a WebSocket on this computer, are told verdicts and may ask for tests. Without any there is no WebSocket.</source>
        <translation>Verkko- ja Electron-sovellukset, jotka saavat itse ilmoittaa puheluistaan WebSocketilla tällä koneella, kuulevat arviot ja saavat pyytää testejä. Jos niitä ei ole, WebSocketiakaan ei ole.</translation>
    </message>
    <message>
        <source>Databases on this computer that tell provider, city and country from an address.</source>
        <translation>Tällä koneella olevat tietokannat, jotka kertovat osoitteen palveluntarjoajan, kaupungin ja maan.</translation>
    </message>
    <message>
        <source>Time from one sending of figures to the next.</source>
        <translation>Aika tunnuslukujen lähetyksestä seuraavaan.</translation>
    </message>
    <message>
        <source>What the figures say of where they come from: nothing, a random number of this installation, the computer&apos;s name, or that and the name of who is logged in.</source>
        <translation>Mitä tunnusluvut kertovat alkuperästään: ei mitään, tämän asennuksen satunnaisluvun, koneen nimen tai sen ja kirjautuneen käyttäjän nimen.</translation>
    </message>
    <message>
        <source>What an organisation says of this computer, sent along with all figures.</source>
        <translation>Mitä organisaatio kertoo tästä koneesta; lähetetään kaikkien tunnuslukujen mukana.</translation>
    </message>
    <message>
        <source>The environment variable that holds the token for the collector.</source>
        <translation>Ympäristömuuttuja, jossa kerääjän token on.</translation>
    </message>
    <message>
        <source>The secret, which only root can read, that holds the token for the collector.</source>
        <translation>Salaisuus, jossa kerääjän token on; vain root voi lukea sen.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust for the collector beside the system&apos;s.</source>
        <translation>Varmenteet (PEM), joihin kerääjän yhteyksissä luotetaan järjestelmän omien lisäksi.</translation>
    </message>
    <message>
        <source>The folder in which a file with the figures is kept for node_exporter&apos;s textfile collector; without one there is no file.</source>
        <translation>Kansio, jossa pidetään tunnuslukutiedostoa node_exporterin textfile-kerääjää varten; ilman sitä tiedostoa ei ole.</translation>
    </message>
    <message>
        <source>A TURN server to test against; there may be several of these tables, each with two brackets.</source>
        <translation>TURN-palvelin, jota vasten testataan; näitä taulukoita voi olla useita, kukin kaksissa hakasulkeissa.</translation>
    </message>
    <message>
        <source>Addresses of the server as RFC 7065 writes them, each tested by itself.</source>
        <translation>Palvelimen osoitteet RFC 7065 -muodossa; jokainen testataan erikseen.</translation>
    </message>
    <message>
        <source>The name people read; without one it is the host name.</source>
        <translation>Näytettävä nimi; ilman sitä käytetään isäntänimeä.</translation>
    </message>
    <message>
        <source>The user name for the server; without one no credentials are sent.</source>
        <translation>Käyttäjätunnus palvelimelle; ilman sitä tunnistetietoja ei lähetetä.</translation>
    </message>
    <message>
        <source>Whether the secret is the user&apos;s password, or shared with the server to make passwords that last an hour (TURN REST).</source>
        <translation>Onko salaisuus käyttäjän salasana vai palvelimen kanssa jaettu salaisuus, josta tehdään tunnin kestäviä salasanoja (TURN REST).</translation>
    </message>
    <message>
        <source>The environment variable that holds the secret; without one the key ring is asked.</source>
        <translation>Ympäristömuuttuja, jossa salaisuus on; ilman sitä kysytään avainnipulta.</translation>
    </message>
    <message>
        <source>The secret, which only root can read, that the password or shared secret is taken from.</source>
        <translation>Salaisuus, josta salasana tai jaettu salaisuus otetaan; vain root voi lukea sen.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust for turns: beside the system&apos;s.</source>
        <translation>Varmenteet (PEM), joihin turns-yhteyksissä luotetaan järjestelmän omien lisäksi.</translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>Version {version} is installed. Quit Call Notifier and start it again to use it.</source>
        <translation>Versio {version} on asennettu. Ota se käyttöön lopettamalla Call Notifier ja käynnistämällä se uudelleen.</translation>
    </message>
    <message>
        <source>Version {version} is available. Your package manager installs it.</source>
        <translation>Versio {version} on saatavilla. Paketinhallinta asentaa sen.</translation>
    </message>
    <message>
        <source>Version {version} is available. Your organisation installs it, or says how.</source>
        <translation>Versio {version} on saatavilla. Organisaatiosi asentaa sen tai kertoo, miten se asennetaan.</translation>
    </message>
    <message>
        <source>Version {version} is available…</source>
        <translation>Versio {version} on saatavilla…</translation>
    </message>
    <message>
        <source>Version {version} waits for a new start…</source>
        <translation>Versio {version} odottaa uudelleenkäynnistystä…</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Bad</source>
        <translation>Huono</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Heikko</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Kohtalainen</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Hyvä</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Erinomainen</translation>
    </message>
    <message>
        <source>We expect your call quality to be really terrible</source>
        <translation>Puhelun laadun odotetaan olevan todella huono</translation>
    </message>
    <message>
        <source>You are in a very lossy network</source>
        <translation>Verkossasi häviää hyvin paljon paketteja</translation>
    </message>
    <message>
        <source>Your round trip time seems to be too high for good quality calls, but it might be because you are located far from our test servers</source>
        <translation>Kiertoaika näyttää liian pitkältä hyvälaatuisiin puheluihin, mutta syynä voi olla, että olet kaukana testipalvelimistamme</translation>
    </message>
    <message>
        <source>Your bandwidth is insufficient for both audio and video calls</source>
        <translation>Kaistanleveytesi ei riitä ääni- eikä videopuheluihin</translation>
    </message>
    <message>
        <source>With current bandwidth you can have audio-only and thumbnail video. Your network is unstable and you might experience minor issues</source>
        <translation>Nykyinen kaistanleveys riittää ääneen ja pikkukuvaan. Verkkosi on epävakaa, ja pieniä häiriöitä voi esiintyä</translation>
    </message>
    <message>
        <source>Current bandwidth is enough for good audio quality, but poor video quality or screen sharing. Your network is unstable and you might experience minor issues</source>
        <translation>Nykyinen kaistanleveys riittää hyvään äänenlaatuun, mutta video tai näytön jakaminen on heikkolaatuista. Verkkosi on epävakaa, ja pieniä häiriöitä voi esiintyä</translation>
    </message>
    <message>
        <source>Your bandwidth is enough for good audio and fair video quality, but not enough for screen sharing quality. Your network is unstable and you might experience minor issues</source>
        <translation>Kaistanleveytesi riittää hyvään ääneen ja kohtalaiseen videoon, mutta ei laadukkaaseen näytön jakamiseen. Verkkosi on epävakaa, ja pieniä häiriöitä voi esiintyä</translation>
    </message>
    <message>
        <source>Your network is unstable and you might experience minor issues</source>
        <translation>Verkkosi on epävakaa, ja pieniä häiriöitä voi esiintyä</translation>
    </message>
    <message>
        <source>With current bandwidth you can have audio-only and thumbnail video</source>
        <translation>Nykyinen kaistanleveys riittää ääneen ja pikkukuvaan</translation>
    </message>
    <message>
        <source>Current bandwidth is enough for good audio quality, but poor video quality or screen sharing</source>
        <translation>Nykyinen kaistanleveys riittää hyvään äänenlaatuun, mutta video tai näytön jakaminen on heikkolaatuista</translation>
    </message>
    <message>
        <source>Your bandwidth is enough for good audio and fair video quality, but not enough for screen sharing quality</source>
        <translation>Kaistanleveytesi riittää hyvään ääneen ja kohtalaiseen videoon, mutta ei laadukkaaseen näytön jakamiseen</translation>
    </message>
    <message>
        <source>You are in a good network condition</source>
        <translation>Verkkosi on hyvässä kunnossa</translation>
    </message>
    <message>
        <source>Bad connection</source>
        <translation>Huono yhteys</translation>
    </message>
    <message>
        <source>Lossy network</source>
        <translation>Verkossa häviää paketteja</translation>
    </message>
    <message>
        <source>High latency</source>
        <translation>Suuri viive</translation>
    </message>
    <message>
        <source>Insufficient bandwidth</source>
        <translation>Kaistanleveys ei riitä</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for audio and thumbnail video</source>
        <translation>Kohtalainen: epävakaa, kaista riittää ääneen ja pikkukuvaan</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for good audio, poor video</source>
        <translation>Kohtalainen: epävakaa, kaista riittää hyvään ääneen, heikkoon videoon</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for good audio, fair video</source>
        <translation>Kohtalainen: epävakaa, kaista riittää hyvään ääneen, kohtalaiseen videoon</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth excellent</source>
        <translation>Kohtalainen: epävakaa, kaista erinomainen</translation>
    </message>
    <message>
        <source>Good, bandwidth for audio and thumbnail video</source>
        <translation>Hyvä, kaista riittää ääneen ja pikkukuvaan</translation>
    </message>
    <message>
        <source>Good, bandwidth for good audio, poor video</source>
        <translation>Hyvä, kaista riittää hyvään ääneen, heikkoon videoon</translation>
    </message>
    <message>
        <source>Connection and bandwidth are both good</source>
        <translation>Yhteys ja kaistanleveys ovat molemmat hyvät</translation>
    </message>
    <message>
        <source>Excellent network</source>
        <translation>Erinomainen verkko</translation>
    </message>
    <message>
        <source>No connection: no call can be connected</source>
        <translation>Ei yhteyttä: puhelua ei voi yhdistää</translation>
    </message>
    <message>
        <source>No media device: neither a microphone nor a camera</source>
        <translation>Ei medialaitetta: ei mikrofonia eikä kameraa</translation>
    </message>
    <message>
        <source>A call can be connected</source>
        <translation>Puhelun voi yhdistää</translation>
    </message>
    <message>
        <source>lost packets</source>
        <translation>hävinneet paketit</translation>
    </message>
    <message>
        <source>long round trips</source>
        <translation>pitkät kiertoajat</translation>
    </message>
    <message>
        <source>uneven delay (jitter)</source>
        <translation>epätasainen viive (viivevaihtelu)</translation>
    </message>
    <message>
        <source>too little bandwidth</source>
        <translation>liian pieni kaistanleveys</translation>
    </message>
    <message>
        <source>too little bandwidth for sending</source>
        <translation>liian pieni kaistanleveys lähetykseen</translation>
    </message>
    <message>
        <source>too little bandwidth for receiving</source>
        <translation>liian pieni kaistanleveys vastaanottoon</translation>
    </message>
    <message>
        <source>delay that grows under load (bufferbloat)</source>
        <translation>kuormituksessa kasvava viive (bufferbloat)</translation>
    </message>
    <message>
        <source>UDP is blocked</source>
        <translation>UDP on estetty</translation>
    </message>
    <message>
        <source>no network connection</source>
        <translation>ei verkkoyhteyttä</translation>
    </message>
    <message>
        <source>the call server passes no data on</source>
        <translation>puhelupalvelin ei välitä dataa</translation>
    </message>
    <message>
        <source>the call server can&apos;t be reached</source>
        <translation>puhelupalvelinta ei tavoiteta</translation>
    </message>
    <message>
        <source>the server has no relay left</source>
        <translation>palvelimella ei ole vapaata relettä</translation>
    </message>
    <message>
        <source>the server refuses the credentials</source>
        <translation>palvelin hylkää tunnistetiedot</translation>
    </message>
    <message>
        <source>neither a microphone nor a camera</source>
        <translation>ei mikrofonia eikä kameraa</translation>
    </message>
    <message>
        <source>a sign-in page stands before the network</source>
        <translation>verkon edessä on kirjautumissivu</translation>
    </message>
    <message>
        <source>the Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>the local network</source>
        <translation>lähiverkko</translation>
    </message>
    <message>
        <source>the VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>the network lets no encrypted call through</source>
        <translation>verkko ei päästä salattua puhelua läpi</translation>
    </message>
    <message>
        <source>names of servers are not found</source>
        <translation>palvelinten nimiä ei löydy</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>palvelimen varmenteeseen ei luoteta</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Mobile network</source>
        <translation>Mobiiliverkko</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Kaapeli</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
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
        <translation>Tuntematon verkko</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Ei yhteyttä</translation>
    </message>
    <message>
        <source>packets are lost before your router</source>
        <translation>paketteja häviää ennen reititintäsi</translation>
    </message>
    <message>
        <source>packets are lost behind your router</source>
        <translation>paketteja häviää reitittimesi takana</translation>
    </message>
    <message>
        <source>delay gets uneven before your router</source>
        <translation>viive muuttuu epätasaiseksi ennen reititintäsi</translation>
    </message>
    <message>
        <source>delay gets uneven behind your router</source>
        <translation>viive muuttuu epätasaiseksi reitittimesi takana</translation>
    </message>
    <message>
        <source>packets queue up before your router</source>
        <translation>paketit jonoutuvat ennen reititintäsi</translation>
    </message>
    <message>
        <source>packets queue up behind your router</source>
        <translation>paketit jonoutuvat reitittimesi takana</translation>
    </message>
    <message>
        <source>Almost certain</source>
        <translation>Lähes täysin varma</translation>
    </message>
    <message>
        <source>Quite sure</source>
        <translation>Varma</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>Melko varma</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Epävarma</translation>
    </message>
    <message>
        <source>How sure the program is that the colour is right. Of a hundred verdicts that say {percent}, about {count} get calls of that colour; more tests make it surer.</source>
        <translation>Kuinka varma ohjelma on siitä, että väri on oikein. Sadasta arviosta, joissa lukee {percent}, noin {count} saa tämän värisiä puheluita; testien myötä varmuus kasvaa.</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Esittely</translation>
    </message>
    <message>
        <source>Demonstration relay: this is not your network.</source>
        <translation>Esittelyrele: tämä ei ole sinun verkkosi.</translation>
    </message>
    <message>
        <source>Reaching the servers</source>
        <translation>Otetaan yhteyttä palvelimiin</translation>
    </message>
    <message>
        <source>Measuring the round trip</source>
        <translation>Mitataan kiertoaikaa</translation>
    </message>
    <message>
        <source>Sending packets like a call does</source>
        <translation>Lähetetään paketteja kuten puhelussa</translation>
    </message>
    <message>
        <source>Making a call through the server</source>
        <translation>Soitetaan puhelu palvelimen kautta</translation>
    </message>
    <message>
        <source>Measuring the bandwidth</source>
        <translation>Mitataan kaistanleveyttä</translation>
    </message>
    <message>
        <source>The last test was cancelled.</source>
        <translation>Viimeisin testi keskeytettiin.</translation>
    </message>
    <message>
        <source>The last test broke off by a fault of this program.</source>
        <translation>Viimeisin testi katkesi tämän ohjelman virheeseen.</translation>
    </message>
    <message>
        <source>The last test took too long and was stopped.</source>
        <translation>Viimeisin testi kesti liian kauan ja lopetettiin.</translation>
    </message>
    <message>
        <source>Another test was still running.</source>
        <translation>Toinen testi oli vielä kesken.</translation>
    </message>
    <message>
        <source>Nothing was tested: there is no password for any server.</source>
        <translation>Mitään ei testattu: yhdellekään palvelimelle ei ole salasanaa.</translation>
    </message>
    <message>
        <source>the program started</source>
        <translation>ohjelma käynnistyi</translation>
    </message>
    <message>
        <source>it was due</source>
        <translation>testin aika tuli</translation>
    </message>
    <message>
        <source>the network changed</source>
        <translation>verkko muuttui</translation>
    </message>
    <message>
        <source>the computer woke up</source>
        <translation>kone heräsi</translation>
    </message>
    <message>
        <source>you came back to this computer</source>
        <translation>palasit tämän koneen ääreen</translation>
    </message>
    <message>
        <source>the settings changed</source>
        <translation>asetukset muuttuivat</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>sinä pyysit</translation>
    </message>
    <message>
        <source>to make sure</source>
        <translation>varmistukseksi</translation>
    </message>
    <message>
        <source>asked for by an application</source>
        <translation>sovellus pyysi</translation>
    </message>
    <message>
        <source>full, with bandwidth</source>
        <translation>täysi, kaistanleveys mukana</translation>
    </message>
    <message>
        <source>light, without load</source>
        <translation>kevyt, ilman kuormitusta</translation>
    </message>
    <message>
        <source>{phase}: {server}</source>
        <translation>{phase}: {server}</translation>
    </message>
    <message>
        <source>{doing} ({seconds} s left)</source>
        <translation>{doing} ({seconds} s jäljellä)</translation>
    </message>
    <message>
        <source>{sentence} ({detail})</source>
        <translation>{sentence} ({detail})</translation>
    </message>
    <message>
        <source>No tests during a call</source>
        <translation>Ei testejä puhelun aikana</translation>
    </message>
    <message>
        <source>A light test only, during a call</source>
        <translation>Vain kevyt testi puhelun aikana</translation>
    </message>
    <message>
        <source>Fewer tests: data budget</source>
        <translation>Vähemmän testejä: datakiintiö</translation>
    </message>
    <message>
        <source>Light tests only: data budget</source>
        <translation>Vain kevyitä testejä: datakiintiö</translation>
    </message>
    <message>
        <source>No tests for now: data budget</source>
        <translation>Toistaiseksi ei testejä: datakiintiö</translation>
    </message>
    <message>
        <source>Light tests only: metered connection</source>
        <translation>Vain kevyitä testejä: käytön mukaan laskutettava yhteys</translation>
    </message>
    <message>
        <source>No tests for now: metered connection</source>
        <translation>Toistaiseksi ei testejä: käytön mukaan laskutettava yhteys</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>Se ei vastannut ajoissa.</translation>
    </message>
    <message>
        <source>It refused the connection.</source>
        <translation>Se hylkäsi yhteyden.</translation>
    </message>
    <message>
        <source>Its name was not found.</source>
        <translation>Sen nimeä ei löytynyt.</translation>
    </message>
    <message>
        <source>The secure connection failed; most often the certificate is why.</source>
        <translation>Suojattu yhteys epäonnistui; useimmiten syynä on varmenne.</translation>
    </message>
    <message>
        <source>It does not accept the user name or password.</source>
        <translation>Se ei hyväksy käyttäjätunnusta tai salasanaa.</translation>
    </message>
    <message>
        <source>It does not allow relaying to this test.</source>
        <translation>Se ei salli välitystä tälle testille.</translation>
    </message>
    <message>
        <source>It has no relay left for this user.</source>
        <translation>Sillä ei ole vapaata relettä tälle käyttäjälle.</translation>
    </message>
    <message>
        <source>It gave a relay address, but no data came through.</source>
        <translation>Se antoi releosoitteen, mutta dataa ei tullut läpi.</translation>
    </message>
    <message>
        <source>It answered in a way that is not TURN.</source>
        <translation>Sen vastaus ei ollut TURNia.</translation>
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
        <translation>Ilmoitettiin: ensimmäinen arvio tässä verkossa.</translation>
    </message>
    <message>
        <source>Told: it differs from the last one told here.</source>
        <translation>Ilmoitettiin: poikkeaa täällä viimeksi ilmoitetusta.</translation>
    </message>
    <message>
        <source>Told: the call server let nobody in, so nothing is known of the network.</source>
        <translation>Ilmoitettiin: puhelupalvelin ei päästänyt ketään sisään, joten verkosta ei tiedetä mitään.</translation>
    </message>
    <message>
        <source>Kept quiet: it was good when you were last told, and is better still.</source>
        <translation>Ei ilmoitettu: viimeksi ilmoitettaessa oli hyvä, ja nyt on vielä parempi.</translation>
    </message>
    <message>
        <source>Kept quiet: it is good again, and told when that has lasted for a while.</source>
        <translation>Ei ilmoitettu: on taas hyvä; siitä ilmoitetaan, kun tilanne on jatkunut jonkin aikaa.</translation>
    </message>
    <message>
        <source>Kept quiet: the same was told last time on this network.</source>
        <translation>Ei ilmoitettu: tässä verkossa ilmoitettiin viimeksi samaa.</translation>
    </message>
    <message>
        <source>Kept quiet: notifications are switched off in the settings.</source>
        <translation>Ei ilmoitettu: ilmoitukset on poistettu käytöstä asetuksissa.</translation>
    </message>
    <message>
        <source>Kept quiet: the demonstration says nothing about your network.</source>
        <translation>Ei ilmoitettu: esittely ei kerro verkostasi mitään.</translation>
    </message>
    <message>
        <source>Kept quiet: it was asked for on the command line, and answered there.</source>
        <translation>Ei ilmoitettu: testi pyydettiin komentoriviltä, ja vastaus annettiin siellä.</translation>
    </message>
    <message>
        <source>Kept quiet: it was not sure yet, and tested again.</source>
        <translation>Ei ilmoitettu: tulos ei ollut vielä varma, ja testattiin uudelleen.</translation>
    </message>
    <message>
        <source>Told: something has become unusual for this network.</source>
        <translation>Ilmoitettiin: jokin on muuttunut tässä verkossa epätavalliseksi.</translation>
    </message>
    <message>
        <source>Told: this network is good again.</source>
        <translation>Ilmoitettiin: tämä verkko on taas hyvä.</translation>
    </message>
    <message>
        <source>Told: this network keeps changing.</source>
        <translation>Ilmoitettiin: tämä verkko vaihtelee jatkuvasti.</translation>
    </message>
    <message>
        <source>Kept quiet: it was found once only, and must be found twice in a row.</source>
        <translation>Ei ilmoitettu: havaittiin vain kerran, ja tarvitaan kaksi peräkkäin.</translation>
    </message>
    <message>
        <source>Kept quiet: this network keeps changing, and was not steady for long enough.</source>
        <translation>Ei ilmoitettu: tämä verkko vaihtelee jatkuvasti eikä ole ollut vakaa tarpeeksi kauan.</translation>
    </message>
    <message>
        <source>Kept quiet: you asked for quiet for today.</source>
        <translation>Ei ilmoitettu: pyysit olemaan ilmoittamatta tänään.</translation>
    </message>
    <message>
        <source>Kept quiet: it was within the quiet hours.</source>
        <translation>Ei ilmoitettu: oli hiljainen aika.</translation>
    </message>
    <message>
        <source>Kept quiet: the desktop was set to disturb nobody.</source>
        <translation>Ei ilmoitettu: työpöytä oli Älä häiritse -tilassa.</translation>
    </message>
    <message>
        <source>Kept quiet: a program had the whole screen.</source>
        <translation>Ei ilmoitettu: ohjelma täytti koko näytön.</translation>
    </message>
    <message>
        <source>Kept quiet: something was being presented.</source>
        <translation>Ei ilmoitettu: esitys oli käynnissä.</translation>
    </message>
    <message>
        <source>Shown by the desktop.</source>
        <translation>Työpöydän näyttämä.</translation>
    </message>
    <message>
        <source>Shown by the tray icon.</source>
        <translation>Ilmoitusalueen kuvakkeen näyttämä.</translation>
    </message>
    <message>
        <source>Shown in this window.</source>
        <translation>Näytetty tässä ikkunassa.</translation>
    </message>
    <message>
        <source>Printed in a terminal.</source>
        <translation>Tulostettu päätteeseen.</translation>
    </message>
    <message>
        <source>The desktop could not show it.</source>
        <translation>Työpöytä ei voinut näyttää sitä.</translation>
    </message>
    <message>
        <source>It could not be used.</source>
        <translation>Sitä ei voitu käyttää.</translation>
    </message>
    <message>
        <source>{label} over {transport}</source>
        <translation>{label}, {transport}</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>at least {time}</source>
        <translation>vähintään {time}</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median} ({low}–{high})</translation>
    </message>
    <message>
        <source>below {number} %</source>
        <translation>alle {number}&#xa0;%</translation>
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
        <translation>vähintään {rate}</translation>
    </message>
    <message>
        <source>≥ {rate}</source>
        <translation>≥ {rate}</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} ms (95 % sure).</source>
        <translation>Todellinen arvo on hyvin todennäköisesti {low}–{high} ms (varmuus 95&#xa0;%).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} % (95 % sure).</source>
        <translation>Todellinen arvo on hyvin todennäköisesti {low}–{high}&#xa0;% (varmuus 95&#xa0;%).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} kbit/s (95 % sure).</source>
        <translation>Todellinen arvo on hyvin todennäköisesti {low}–{high} kbit/s (varmuus 95&#xa0;%).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} Mbit/s (95 % sure).</source>
        <translation>Todellinen arvo on hyvin todennäköisesti {low}–{high} Mbit/s (varmuus 95&#xa0;%).</translation>
    </message>
    <message>
        <source>Unusually slow for this network: {now}, usually at least {usual}</source>
        <translation>Tälle verkolle epätavallisen hidas: {now}, tavallisesti vähintään {usual}</translation>
    </message>
    <message>
        <source>Unusually long delay for this network: {now}, usually at most {usual}</source>
        <translation>Tälle verkolle epätavallisen pitkä viive: {now}, tavallisesti enintään {usual}</translation>
    </message>
    <message>
        <source>Unusually long delay under load for this network: {now}, usually at most {usual}</source>
        <translation>Tälle verkolle epätavallisen pitkä viive kuormitettuna: {now}, tavallisesti enintään {usual}</translation>
    </message>
    <message>
        <source>Unusually uneven delay for this network: jitter {now}, usually at most {usual}</source>
        <translation>Tälle verkolle epätavallisen epätasainen viive: viivevaihtelu {now}, tavallisesti enintään {usual}</translation>
    </message>
    <message>
        <source>Unusually many lost packets for this network: {now}, usually below {usual}</source>
        <translation>Tälle verkolle epätavallisen paljon hävinneitä paketteja: {now}, tavallisesti alle {usual}</translation>
    </message>
    <message>
        <source>Unusual for this network: no call server works</source>
        <translation>Tälle verkolle epätavallista: yksikään puhelupalvelin ei toimi</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n day(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>Viimeisin testi tehtiin %n päivä sitten: verkko on voinut muuttua.</numerusform>
            <numerusform>Viimeisin testi tehtiin %n päivää sitten: verkko on voinut muuttua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n minute(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>Viimeisin testi tehtiin %n minuutti sitten: verkko on voinut muuttua.</numerusform>
            <numerusform>Viimeisin testi tehtiin %n minuuttia sitten: verkko on voinut muuttua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n hour(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>Viimeisin testi tehtiin %n tunti sitten: verkko on voinut muuttua.</numerusform>
            <numerusform>Viimeisin testi tehtiin %n tuntia sitten: verkko on voinut muuttua.</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About Call Notifier</source>
        <translation>À propos de Call Notifier</translation>
    </message>
    <message>
        <source>Call Notifier {version}</source>
        <translation>Call Notifier {version}</translation>
    </message>
    <message>
        <source>It tells you, before a call, how the call will go.</source>
        <translation>Il vous dit, avant un appel, comment celui-ci se passera.</translation>
    </message>
    <message>
        <source>&amp;More about it…</source>
        <translation>&amp;En savoir plus…</translation>
    </message>
    <message>
        <source>What it is made of, and under which licences</source>
        <translation>Ses composants et leurs licences</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Installed as a Debian package.</source>
        <translation>Installé sous forme de paquet Debian.</translation>
    </message>
    <message>
        <source>Installed as an RPM package.</source>
        <translation>Installé sous forme de paquet RPM.</translation>
    </message>
    <message>
        <source>Installed by Windows Installer.</source>
        <translation>Installé par Windows Installer.</translation>
    </message>
    <message>
        <source>Installed as a macOS package.</source>
        <translation>Installé sous forme de paquet macOS.</translation>
    </message>
    <message>
        <source>Not installed by a package.</source>
        <translation>Non installé à partir d’un paquet.</translation>
    </message>
    <message>
        <source>Forecasts by the model {name}.</source>
        <translation>Prévisions établies par le modèle {name}.</translation>
    </message>
    <message>
        <source>Under the Apache License, version 2.0.</source>
        <translation>Sous licence Apache, version 2.0.</translation>
    </message>
    <message>
        <source>This licence came without its text.</source>
        <translation>Cette licence a été fournie sans son texte.</translation>
    </message>
</context>
<context>
    <name>AmountStep</name>
    <message>
        <source>Set by your organisation.</source>
        <translation>Défini par votre organisation.</translation>
    </message>
    <message>
        <source>Most tests are tiny. About once an hour, and where something has changed, a larger one measures the bandwidth. During a call nothing is tested.</source>
        <translation>La plupart des tests sont minuscules. Environ une fois par heure, et là où quelque chose a changé, un test plus complet mesure la bande passante. Aucun test n’a lieu pendant un appel.</translation>
    </message>
    <message>
        <source>How often?</source>
        <translation>À quelle fréquence&#x202f;?</translation>
    </message>
    <message>
        <source>{megabytes} MB a day</source>
        <translation>{megabytes} Mo par jour</translation>
    </message>
    <message>
        <source>no tests by themselves</source>
        <translation>aucun test automatique</translation>
    </message>
    <message>
        <source>Tiny tests only</source>
        <translation>Tests minuscules seulement</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Tous les tests</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>Aucun test</translation>
    </message>
    <message>
        <source>Never &amp;more than</source>
        <translation>Jamais plus &amp;de</translation>
    </message>
    <message>
        <source>Where data costs &amp;extra</source>
        <translation>Si les données sont &amp;facturées</translation>
    </message>
    <message>
        <source>Tests you ask for are always made. All of this can be changed in the settings.</source>
        <translation>Les tests que vous demandez ont toujours lieu. Tout ceci se modifie dans les paramètres.</translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>Intervalle de %n seconde&#x202f;: environ {megabytes} Mo par jour</numerusform>
            <numerusform>Intervalle de %n secondes&#x202f;: environ {megabytes} Mo par jour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>Intervalle de %n minute&#x202f;: environ {megabytes} Mo par jour</numerusform>
            <numerusform>Intervalle de %n minutes&#x202f;: environ {megabytes} Mo par jour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>Welcome to Call Notifier</source>
        <translation>Bienvenue dans Call Notifier</translation>
    </message>
    <message>
        <source>Call Notifier</source>
        <translation>Call Notifier</translation>
    </message>
    <message>
        <source>Which server do your calls use?</source>
        <translation>Quel serveur vos appels utilisent-ils&#x202f;?</translation>
    </message>
    <message>
        <source>How often, and how much data?</source>
        <translation>À quelle fréquence, et combien de données&#x202f;?</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>Toujours là</translation>
    </message>
    <message>
        <source>La&amp;ter</source>
        <translation>Plus &amp;tard</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>Étape {number} sur {total}</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>Te&amp;rminer</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>The password of {server} could not be kept: {reason}</source>
        <translation>Le mot de passe de {server} n’a pas pu être conservé&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}.</source>
        <translation>Les paramètres n’ont pas pu être enregistrés&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The settings are saved, but the start at log-in could not be changed: {reason}. Clear that box, or try again.</source>
        <translation>Les paramètres sont enregistrés, mais le lancement à l’ouverture de session n’a pas pu être modifié&#x202f;: {reason}. Décochez cette case ou réessayez.</translation>
    </message>
</context>
<context>
    <name>BrowsersPane</name>
    <message>
        <source>Browsers</source>
        <translation>Navigateurs</translation>
    </message>
    <message>
        <source>The browser&apos;s extension tells of calls on web pages. A browser finds this program once it is registered there.</source>
        <translation>L’extension du navigateur signale les appels passés sur des pages web. Un navigateur ne trouve ce programme qu’une fois celui-ci déclaré auprès de lui.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Déclarer</translation>
    </message>
    <message>
        <source>{action}: {browser}</source>
        <translation>{action}&#x202f;: {browser}</translation>
    </message>
    <message>
        <source>No browser was found that the extension works in.</source>
        <translation>Aucun navigateur compatible avec l’extension n’a été trouvé.</translation>
    </message>
    <message>
        <source>It is a Flatpak, which can&apos;t start other programs. The same browser from a package of the system can.</source>
        <translation>C’est un Flatpak, qui ne peut pas lancer d’autres programmes. Le même navigateur installé comme paquet du système le peut.</translation>
    </message>
    <message>
        <source>Registered wrongly: register it again.</source>
        <translation>Mal déclaré&#x202f;: déclarez-le à nouveau.</translation>
    </message>
    <message>
        <source>Not registered.</source>
        <translation>Non déclaré.</translation>
    </message>
    <message>
        <source>Registered.</source>
        <translation>Déclaré.</translation>
    </message>
    <message>
        <source>Registered by your organisation, for everybody on this computer.</source>
        <translation>Déclaré par votre organisation, pour tous les utilisateurs de cet ordinateur.</translation>
    </message>
    <message>
        <source>It is a snap: only Ubuntu&apos;s Firefox starts other programs, once it is allowed to.</source>
        <translation>C’est un snap&#x202f;: seul le Firefox d’Ubuntu peut lancer d’autres programmes, une fois qu’il y est autorisé.</translation>
    </message>
    <message>
        <source>The file there is from another program, and stays.</source>
        <translation>Le fichier présent vient d’un autre programme&#x202f;; il reste en place.</translation>
    </message>
    <message>
        <source>Now load the extension: open about:debugging#/runtime/this-firefox in Firefox, choose “Load Temporary Add-on…” and the file {file}.</source>
        <translation>Chargez maintenant l’extension&#x202f;: dans Firefox, ouvrez about:debugging#/runtime/this-firefox, choisissez «&#x202f;Charger un module complémentaire temporaire…&#x202f;», puis le fichier {file}.</translation>
    </message>
    <message>
        <source>Now load the extension: open {address} in {browser}, switch on “Developer mode”, choose “Load unpacked” and the folder {folder}.</source>
        <translation>Chargez maintenant l’extension&#x202f;: dans {browser}, ouvrez {address}, activez le «&#x202f;Mode développeur&#x202f;», choisissez «&#x202f;Charger l’extension non empaquetée&#x202f;», puis le dossier {folder}.</translation>
    </message>
    <message>
        <source>Not done: {reason}.</source>
        <translation>Échec&#x202f;: {reason}.</translation>
    </message>
</context>
<context>
    <name>CallDetails</name>
    <message>
        <source>Details of the chosen call</source>
        <translation>Détails de l’appel choisi</translation>
    </message>
    <message>
        <source>&amp;How was it?</source>
        <translation>&amp;Donner un avis…</translation>
    </message>
    <message>
        <source>Delete th&amp;is call</source>
        <translation>Suppri&amp;mer cet appel</translation>
    </message>
    <message>
        <source>Choose a call to see how it went.</source>
        <translation>Choisissez un appel pour voir comment il s’est passé.</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>Qualité inconnue</translation>
    </message>
    <message>
        <source>What it got</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>The call itself</source>
        <translation>L’appel lui-même</translation>
    </message>
    <message>
        <source>{time}, {length}</source>
        <translation>{time}, {length}</translation>
    </message>
    <message>
        <source>It was too short, or said too little, to be judged.</source>
        <translation>Trop court, ou trop peu d’informations pour le juger.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En bref</translation>
    </message>
    <message>
        <source>By the same table as the forecasts, from the figures below.</source>
        <translation>D’après les chiffres ci-dessous, avec le même barème que les prévisions.</translation>
    </message>
    <message>
        <source>Could send</source>
        <translation>Envoi possible</translation>
    </message>
    <message>
        <source>What the sender found to be there for it, half of the time. Below 2 Mbit/s there is not enough for everything, below 0.06 Mbit/s for nothing.</source>
        <translation>Ce dont l’émetteur estimait disposer, la moitié du temps. En dessous de 2 Mbit/s, il n’y en a pas assez pour tout&#x202f;; en dessous de 0,06 Mbit/s, pour rien.</translation>
    </message>
    <message>
        <source>Sound lost</source>
        <translation>Son perdu</translation>
    </message>
    <message>
        <source>What had to be made up because it came too late or not at all.</source>
        <translation>Ce qu’il a fallu reconstituer, parce qu’arrivé trop tard ou jamais.</translation>
    </message>
    <message>
        <source>Picture stood</source>
        <translation>Image figée</translation>
    </message>
    <message>
        <source>How much of the time the picture stood still.</source>
        <translation>La part du temps pendant laquelle l’image est restée figée.</translation>
    </message>
    <message>
        <source>Delay one way</source>
        <translation>Délai (aller)</translation>
    </message>
    <message>
        <source>Half the round trip. From 200 ms on, people talk into each other.</source>
        <translation>La moitié de l’aller-retour. À partir de 200 ms, on se coupe la parole.</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prévision</translation>
    </message>
    <message>
        <source>{forecast} ({percent} sure)</source>
        <translation>{forecast} (sûr à {percent})</translation>
    </message>
    <message>
        <source>What was told of the network when the call began; right where the call had its colour.</source>
        <translation>Ce qui était annoncé pour le réseau au début de l’appel&#x202f;; juste si l’appel a eu cette couleur.</translation>
    </message>
    <message>
        <source>C&amp;hange this…</source>
        <translation>Modi&amp;fier…</translation>
    </message>
    <message>
        <source>What was said of it</source>
        <translation>Avis donné</translation>
    </message>
    <message>
        <source>{stars}: {word}</source>
        <translation>{stars}&#x202f;: {word}</translation>
    </message>
    <message>
        <source>sound {stars}</source>
        <translation>son {stars}</translation>
    </message>
    <message>
        <source>picture {stars}</source>
        <translation>image {stars}</translation>
    </message>
    <message>
        <source>screen {stars}</source>
        <translation>écran {stars}</translation>
    </message>
    <message>
        <source>Connection {number} of {all}: {usage}</source>
        <translation>Connexion {number} sur {all}&#x202f;: {usage}</translation>
    </message>
    <message>
        <source>The connection: {usage}</source>
        <translation>La connexion&#x202f;: {usage}</translation>
    </message>
    <message>
        <source>With {who}</source>
        <translation>Avec {who}</translation>
    </message>
    <message>
        <source>Given up after</source>
        <translation>Abandon après</translation>
    </message>
    <message>
        <source>How long a path was looked for.</source>
        <translation>Combien de temps un chemin a été cherché.</translation>
    </message>
    <message>
        <source>Connected in</source>
        <translation>Connecté en</translation>
    </message>
    <message>
        <source>From the beginning until sound and picture could flow.</source>
        <translation>Du début jusqu’à ce que le son et l’image puissent passer.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>A relay (TURN) carries the call where no direct path is open.</source>
        <translation>Un relais (TURN) achemine l’appel lorsqu’aucun chemin direct n’est ouvert.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>How the connection ended.</source>
        <translation>Comment la connexion s’est terminée.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Coupures</translation>
    </message>
    <message>
        <source>{count}, {length} in all</source>
        <translation>{count}, {length} au total</translation>
    </message>
    <message>
        <source>How often the connection was lost and came back.</source>
        <translation>Combien de fois la connexion a été perdue puis rétablie.</translation>
    </message>
    <message>
        <source>Other paths</source>
        <translation>Autres chemins</translation>
    </message>
    <message>
        <source>How often the call went on over another path.</source>
        <translation>Combien de fois l’appel s’est poursuivi par un autre chemin.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>By bitrate, loss and delay of this stream alone.</source>
        <translation>D’après le débit, les pertes et le délai de ce seul flux.</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Débit binaire</translation>
    </message>
    <message>
        <source>On average; 19 of 20 seconds had no more than the second figure.</source>
        <translation>En moyenne&#x202f;; pendant 19 secondes sur 20, il ne dépassait pas le second chiffre.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pertes</translation>
    </message>
    <message>
        <source>Packets that never arrived; of what you send, as the other end says.</source>
        <translation>Les paquets jamais arrivés&#x202f;; pour ce que vous envoyez, selon l’autre extrémité.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Gigue</translation>
    </message>
    <message>
        <source>How unevenly packets arrived: on average, and 19 of 20 times at most.</source>
        <translation>L’irrégularité d’arrivée des paquets&#x202f;: en moyenne, et au plus 19 fois sur 20.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>To the other end and back, as its reports say.</source>
        <translation>Jusqu’à l’autre extrémité et retour, d’après ses rapports.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>{size}, {rate}</source>
        <translation>{size}, {rate}</translation>
    </message>
    <message>
        <source>The largest picture, and how many came in a second on average.</source>
        <translation>La plus grande image, et combien il en arrivait en moyenne par seconde.</translation>
    </message>
    <message>
        <source>Stood still</source>
        <translation>Figée</translation>
    </message>
    <message>
        <source>{count}, {share} of the time</source>
        <translation>{count}, {share} du temps</translation>
    </message>
    <message>
        <source>How often, and how much of the time, this picture stood still.</source>
        <translation>Combien de fois, et quelle part du temps, cette image est restée figée.</translation>
    </message>
    <message>
        <source>Made up</source>
        <translation>Reconstitué</translation>
    </message>
    <message>
        <source>Sound that had to be made up because it came too late or not at all.</source>
        <translation>Le son qu’il a fallu reconstituer, parce qu’arrivé trop tard ou jamais.</translation>
    </message>
    <message>
        <source>{mean} (up to {high})</source>
        <translation>{mean} (jusqu’à {high})</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln de plus</numerusform>
            <numerusform>et %Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Signalé par</translation>
    </message>
    <message>
        <source>Who reported the call to this program.</source>
        <translation>Qui a signalé l’appel à ce programme.</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Conférence</translation>
    </message>
    <message>
        <source>What the application calls it.</source>
        <translation>Le nom que l’application lui donne.</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Jugé sur</translation>
    </message>
    <message>
        <source>How much of the call the figures are of: all but its beginning.</source>
        <translation>La part de l’appel sur laquelle portent les chiffres&#x202f;: tout sauf le début.</translation>
    </message>
</context>
<context>
    <name>CallGraph</name>
    <message>
        <source>Graph of what goes up and down, and of the round trip</source>
        <translation>Graphique des flux montant et descendant, et de l’aller-retour</translation>
    </message>
    <message>
        <source>{time}: {up} up, {down} down, round trip {rtt}</source>
        <translation>{time}&#x202f;: {up} montant, {down} descendant, aller-retour {rtt}</translation>
    </message>
    <message>
        <source>, {loss} lost</source>
        <translation>, {loss} de pertes</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Rien n’est encore connu.</translation>
    </message>
    <message>
        <source>Up {low} to {high}, at last {last}.</source>
        <translation>Montant&#x202f;: {low} à {high}, en dernier {last}.</translation>
    </message>
    <message>
        <source>Down {low} to {high}, at last {last}.</source>
        <translation>Descendant&#x202f;: {low} à {high}, en dernier {last}.</translation>
    </message>
    <message>
        <source>Round trip {low} to {high}, at last {last}.</source>
        <translation>Aller-retour&#x202f;: {low} à {high}, en dernier {last}.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Down, dashed</source>
        <translation>Descendant (tirets)</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
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
        <translation>il y a {length}</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prévision</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Avis</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Calls, newest first</source>
        <translation>Appels, les plus récents d’abord</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>&amp;Undo</source>
        <translation>Annul&amp;er</translation>
    </message>
    <message>
        <source>The history cannot be opened, so calls are not kept at the moment.</source>
        <translation>L’historique ne peut pas être ouvert&#x202f;; les appels ne sont donc pas conservés pour l’instant.</translation>
    </message>
    <message>
        <source>No call here: choose another time, or all networks.</source>
        <translation>Aucun appel ici&#x202f;: choisissez une autre période, ou tous les réseaux.</translation>
    </message>
    <message>
        <source>No call has been seen yet. Calls in a browser or in another program appear here once it tells Call Notifier of them.</source>
        <translation>Aucun appel n’a encore été vu. Les appels passés dans un navigateur ou un autre programme apparaissent ici dès que celui-ci les signale à Call Notifier.</translation>
    </message>
    <message>
        <source>Choose a call to see how it went.</source>
        <translation>Choisissez un appel pour voir comment il s’est passé.</translation>
    </message>
    <message>
        <source>The history cannot be opened.</source>
        <translation>L’historique ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>Deleted: {call}, with all that was learnt from it.</source>
        <translation>Supprimé&#x202f;: {call}, avec tout ce qui en avait été appris.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>What is compared</source>
        <translation>Éléments comparés</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Le premier</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>Le second</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>face à</translation>
    </message>
    <message>
        <source>There are tests on one network only: there is nothing to compare.</source>
        <translation>Il n’y a de tests que sur un seul réseau&#x202f;: rien à comparer.</translation>
    </message>
    <message>
        <source>There are tests of one server only: there is nothing to compare.</source>
        <translation>Il n’y a de tests que d’un seul serveur&#x202f;: rien à comparer.</translation>
    </message>
    <message>
        <source>Choose two that differ.</source>
        <translation>Choisissez deux éléments différents.</translation>
    </message>
    <message>
        <source>No tests of these two in this time.</source>
        <translation>Aucun test de ces deux éléments pendant cette période.</translation>
    </message>
    <message>
        <source>No test in this time was made with both servers.</source>
        <translation>Aucun test de cette période n’a utilisé les deux serveurs.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Which is better</source>
        <translation>Le meilleur</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Non comparé</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <translation>Pas de différence nette</translation>
    </message>
    <message>
        <source>{name} is better</source>
        <translation>Meilleur&#x202f;: {name}</translation>
    </message>
    <message>
        <source>The middle value of the tests, and between what the middle half of them lies. One is called better where that is most likely no chance.</source>
        <translation>La valeur médiane des tests, et l’intervalle qui contient la moitié centrale d’entre eux. L’un est dit meilleur lorsque ce n’est très probablement pas un hasard.</translation>
    </message>
    <message>
        <source>There are too few tests to tell a difference from chance.</source>
        <translation>Il y a trop peu de tests pour distinguer une différence du hasard.</translation>
    </message>
    <message>
        <source>It rests on the newest tests of this time.</source>
        <translation>Calculé sur les tests les plus récents de cette période.</translation>
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
        <translation>Bons</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mauvais</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pertes</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Gigue</translation>
    </message>
    <message>
        <source>Queue under load</source>
        <translation>File d’attente en charge</translation>
    </message>
    <message>
        <source>Could not connect</source>
        <translation>Connexion impossible</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median} ({low} à {high})</translation>
    </message>
</context>
<context>
    <name>DataUsed</name>
    <message>
        <source>Data used by tests</source>
        <translation>Données utilisées par les tests</translation>
    </message>
    <message>
        <source>What tests have cost is not known.</source>
        <translation>La consommation des tests est inconnue.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount}; by itself no test runs.</source>
        <translation>Ces dernières 24 heures&#x202f;: {amount}&#x202f;; aucun test automatique n’a lieu.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount} of {budget}.</source>
        <translation>Ces dernières 24 heures&#x202f;: {amount} sur {budget}.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount}, more than the budget of {budget}.</source>
        <translation>Ces dernières 24 heures&#x202f;: {amount}, plus que le budget de {budget}.</translation>
    </message>
    <message>
        <source>Today {today}; this month {month}, {average} a day on average.</source>
        <translation>Aujourd’hui&#x202f;: {today}&#x202f;; ce mois-ci&#x202f;: {month}, soit {average} par jour en moyenne.</translation>
    </message>
</context>
<context>
    <name>DiagnosticsWindow</name>
    <message>
        <source>Diagnostics of Call Notifier</source>
        <translation>Données de diagnostic de Call Notifier</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>Collecte en cours…</translation>
    </message>
    <message>
        <source>Nothing is written or sent yet. Look through it, then save it.</source>
        <translation>Rien n’est encore écrit ni envoyé. Parcourez ces données, puis enregistrez-les.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was collected.</source>
        <translation>Annulé&#x202f;: rien n’a été collecté.</translation>
    </message>
    <message>
        <source>Nothing was collected: {reason}</source>
        <translation>Rien n’a été collecté&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Save the diagnostics</source>
        <translation>Enregistrer les données de diagnostic</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>Archive (*.zip)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Enregistré dans {file}</translation>
    </message>
    <message>
        <source>{file}, {size}</source>
        <comment>a row of a list</comment>
        <translation>{file}, {size}</translation>
    </message>
    <message>
        <source>What stands in {file}</source>
        <translation>Contenu de {file}</translation>
    </message>
    <message>
        <source>This is what a help desk gets to see, and nothing else. Passwords, tokens, names and where your calls took place are taken out. It goes nowhere by itself.</source>
        <translation>Voici ce que verra un service d’assistance, et rien d’autre. Les mots de passe, les jetons, les noms et l’endroit où vos appels ont eu lieu en sont retirés. Rien n’est envoyé automatiquement.</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Fichiers</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>What stands in the file</source>
        <translation>Contenu du fichier</translation>
    </message>
    <message>
        <source>Leave &amp;IP addresses in it</source>
        <translation>Y laisser les adresses &amp;IP</translation>
    </message>
    <message>
        <source>Without this, the same number stands in the place of each address.</source>
        <translation>Sinon, chaque adresse est remplacée par un numéro, toujours le même pour une même adresse.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Collect a&amp;gain</source>
        <translation>Collecter à &amp;nouveau</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Show the f&amp;older</source>
        <translation>Afficher le &amp;dossier</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Fer&amp;mer</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln enregistrement</numerusform>
            <numerusform>%Ln enregistrements</numerusform>
        </translation>
    </message>
    <message>
        <source>call-notifier history</source>
        <translation>historique call-notifier</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Exporter l’historique</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Écriture de {file}…</translation>
    </message>
    <message>
        <source>Wrote {records} to {file}.</source>
        <translation>Export terminé&#x202f;: {records} dans {file}.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>{file} n’a pas pu être écrit&#x202f;: {reason}.</translation>
    </message>
</context>
<context>
    <name>FiguresPane</name>
    <message>
        <source>E&amp;xplain the figures</source>
        <translation>E&amp;xpliquer les chiffres</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln test</numerusform>
            <numerusform>%Ln tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln réseau</numerusform>
            <numerusform>%Ln réseaux</numerusform>
        </translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Tous les réseaux</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Tous les serveurs</translation>
    </message>
    <message>
        <source>Show all &amp;tests of this time</source>
        <translation>Afficher tous les &amp;tests de cette période</translation>
    </message>
    <message>
        <source>Go to the newest &amp;test</source>
        <translation>Aller au &amp;test le plus récent</translation>
    </message>
    <message>
        <source>Reading {period}…</source>
        <translation>Lecture&#x202f;: {period}…</translation>
    </message>
    <message>
        <source>No tests, {period}</source>
        <translation>Aucun test, {period}</translation>
    </message>
    <message>
        <source>{tests} on {networks}, {period}</source>
        <translation>{tests} sur {networks}, {period}</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Période affichée</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>A range</source>
        <translation>Un intervalle</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Toda&amp;y</source>
        <translation>Aujourd’&amp;hui</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>Toutes les couleurs</translation>
    </message>
    <message>
        <source>Green: good</source>
        <translation>Vert&#x202f;: bon</translation>
    </message>
    <message>
        <source>Amber: limited</source>
        <translation>Orange&#x202f;: limité</translation>
    </message>
    <message>
        <source>Red: bad</source>
        <translation>Rouge&#x202f;: mauvais</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est affiché</translation>
    </message>
    <message>
        <source>Networ&amp;k:</source>
        <translation>&amp;Réseau&#x202f;:</translation>
    </message>
    <message>
        <source>Ser&amp;ver:</source>
        <translation>Ser&amp;veur&#x202f;:</translation>
    </message>
    <message>
        <source>C&amp;olour:</source>
        <translation>C&amp;ouleur&#x202f;:</translation>
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
        <translation>{tests}, premier&#x202f;: {first}, dernier&#x202f;: {last}</translation>
    </message>
</context>
<context>
    <name>FlowTable</name>
    <message>
        <source>What flows, by kind and direction</source>
        <translation>Ce qui circule, par nature et par sens</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Débit binaire</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Pertes</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Gigue</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Images/s</translation>
    </message>
</context>
<context>
    <name>GraphsPage</name>
    <message>
        <source>Throughput</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pertes</translation>
    </message>
    <message>
        <source>Queue under load</source>
        <translation>File d’attente en charge</translation>
    </message>
</context>
<context>
    <name>HistoryTools</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln test</numerusform>
            <numerusform>%Ln tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln appel</numerusform>
            <numerusform>%Ln appels</numerusform>
        </translation>
    </message>
    <message>
        <source>Ex&amp;port</source>
        <translation>Ex&amp;porter</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>S&amp;upprimer</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>Annu&amp;ler</translation>
    </message>
    <message>
        <source>Tests as a &amp;table (CSV)…</source>
        <translation>&amp;Tests en tableau (CSV)…</translation>
    </message>
    <message>
        <source>Tests with &amp;everything (JSON)…</source>
        <translation>T&amp;ests complets (JSON)…</translation>
    </message>
    <message>
        <source>Calls as a t&amp;able (CSV)…</source>
        <translation>&amp;Appels en tableau (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Calls with everything (JSON)…</source>
        <translation>Appels &amp;complets (JSON)…</translation>
    </message>
    <message>
        <source>&amp;Picture of this page (PNG)…</source>
        <translation>&amp;Image de cette page (PNG)…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Wrote the picture to {file}.</source>
        <translation>L’image a été enregistrée dans {file}.</translation>
    </message>
    <message>
        <source>What is &amp;shown</source>
        <translation>Ce qui est &amp;affiché</translation>
    </message>
    <message>
        <source>All of this &amp;network</source>
        <translation>Tout ce qui concerne ce &amp;réseau</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Tout</translation>
    </message>
    <message>
        <source>It is too late: a part is gone already.</source>
        <translation>Trop tard&#x202f;: une partie a déjà disparu.</translation>
    </message>
    <message>
        <source>There was nothing to delete.</source>
        <translation>Il n’y avait rien à supprimer.</translation>
    </message>
    <message>
        <source>Deleted {tests}.</source>
        <translation>Supprimé&#x202f;: {tests}.</translation>
    </message>
    <message>
        <source>Deleted {tests} and {calls}.</source>
        <translation>Supprimé&#x202f;: {tests} et {calls}.</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History of Call Notifier</source>
        <translation>Historique de Call Notifier</translation>
    </message>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>L’historique ne peut pas être ouvert&#x202f;; les tests ne sont donc pas conservés pour l’instant.</translation>
    </message>
    <message>
        <source>Pages of the history</source>
        <translation>Pages de l’historique</translation>
    </message>
    <message>
        <source>Timeli&amp;ne</source>
        <translation>Chro&amp;nologie</translation>
    </message>
    <message>
        <source>&amp;Graphs</source>
        <translation>&amp;Graphiques</translation>
    </message>
    <message>
        <source>&amp;All tests</source>
        <translation>&amp;Tous les tests</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>&amp;Appels</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
</context>
<context>
    <name>HoursField</name>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>until</source>
        <translation>à</translation>
    </message>
    <message>
        <source>{setting}: begin</source>
        <translation>{setting}&#x202f;: début</translation>
    </message>
    <message>
        <source>{setting}: end</source>
        <translation>{setting}&#x202f;: fin</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>de {begin} à {end}</translation>
    </message>
</context>
<context>
    <name>LanguageField</name>
    <message>
        <source>The system&apos;s language</source>
        <translation>La langue du système</translation>
    </message>
</context>
<context>
    <name>LastCall</name>
    <message>
        <source>No call is on</source>
        <translation>Aucun appel en cours</translation>
    </message>
    <message>
        <source>The last call</source>
        <translation>Le dernier appel</translation>
    </message>
    <message>
        <source>&amp;Details of this call…</source>
        <translation>&amp;Détails de cet appel…</translation>
    </message>
    <message>
        <source>A call that a browser or another program reports appears here by itself.</source>
        <translation>Un appel signalé par un navigateur ou un autre programme apparaît ici de lui-même.</translation>
    </message>
    <message>
        <source>Watching calls is switched off in the settings.</source>
        <translation>Le suivi des appels est désactivé dans les paramètres.</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>Qualité inconnue</translation>
    </message>
    <message>
        <source>It was too short, or said too little, to be judged.</source>
        <translation>Trop court, ou trop peu d’informations pour le juger.</translation>
    </message>
</context>
<context>
    <name>LastStep</name>
    <message>
        <source>&amp;Start when I log in</source>
        <translation>&amp;Lancer à l’ouverture de ma session</translation>
    </message>
    <message>
        <source>It opens no window then: the icon is all that there is to see.</source>
        <translation>Aucune fenêtre ne s’ouvre alors&#x202f;: seule l’icône est visible.</translation>
    </message>
    <message>
        <source>Tell me &amp;when something changes</source>
        <translation>&amp;M’avertir quand quelque chose change</translation>
    </message>
    <message>
        <source>With a notification of the desktop, and never twice for the same.</source>
        <translation>Par une notification du bureau, et jamais deux fois pour la même chose.</translation>
    </message>
    <message>
        <source>Look for the icon</source>
        <translation>Repérez l’icône</translation>
    </message>
    <message>
        <source>It is where your desktop keeps its small icons: at the top or at the bottom of the screen, perhaps behind an arrow. Click it for everything that was found.</source>
        <translation>Elle se trouve là où votre bureau range ses petites icônes&#x202f;: en haut ou en bas de l’écran, peut-être derrière une flèche. Cliquez dessus pour voir tout ce qui a été constaté.</translation>
    </message>
    <message>
        <source>Calls will be good.</source>
        <translation>Les appels seront bons.</translation>
    </message>
    <message>
        <source>Calls will work, but something will suffer.</source>
        <translation>Les appels fonctionneront, mais quelque chose en pâtira.</translation>
    </message>
    <message>
        <source>Calls will be bad, or will not work.</source>
        <translation>Les appels seront mauvais, ou ne fonctionneront pas.</translation>
    </message>
    <message>
        <source>Set by the administrator of this computer.</source>
        <translation>Défini par l’administrateur de cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
</context>
<context>
    <name>LiveWindow</name>
    <message>
        <source>Live call</source>
        <translation>Appel en cours</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>What the call sends, with all that packets need.</source>
        <translation>Ce que l’appel envoie, en-têtes des paquets compris.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendant</translation>
    </message>
    <message>
        <source>What the call receives, with all that packets need.</source>
        <translation>Ce que l’appel reçoit, en-têtes des paquets compris.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>To the other end, or the provider&apos;s server, and back.</source>
        <translation>Jusqu’à l’autre extrémité, ou au serveur du fournisseur, et retour.</translation>
    </message>
    <message>
        <source>May send</source>
        <translation>Envoi possible</translation>
    </message>
    <message>
        <source>What the sender has found to be there for it. It sends no more than this.</source>
        <translation>Ce dont l’émetteur estime disposer. Il n’envoie pas plus que cela.</translation>
    </message>
    <message>
        <source>No sound or picture flows yet.</source>
        <translation>Ni son ni image ne circulent encore.</translation>
    </message>
    <message>
        <source>since {time}, {length}</source>
        <translation>depuis {time}, {length}</translation>
    </message>
</context>
<context>
    <name>LoginSwitch</name>
    <message>
        <source>Start when you log in</source>
        <translation>Lancer à l’ouverture de votre session</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Défini par votre organisation.</translation>
    </message>
    <message>
        <source>It is installed for everybody on this computer; this switch is for you alone.</source>
        <translation>Le programme est installé pour tous les utilisateurs de cet ordinateur&#x202f;; ce réglage ne vaut que pour vous.</translation>
    </message>
    <message>
        <source>The icon is there when your desktop is, and the first test is made then.</source>
        <translation>L’icône apparaît en même temps que votre bureau, et le premier test a lieu à ce moment.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>Non enregistré&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>Saved. The program starts when you log in.</source>
        <translation>Enregistré. Le programme se lance à l’ouverture de votre session.</translation>
    </message>
    <message>
        <source>Saved. The program does not start by itself.</source>
        <translation>Enregistré. Le programme ne se lance pas de lui-même.</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>the whole history</source>
        <translation>tout l’historique</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>du {first} au {last}</translation>
    </message>
</context>
<context>
    <name>RatingWindow</name>
    <message>
        <source>How was the call?</source>
        <translation>Comment s’est passé l’appel&#x202f;?</translation>
    </message>
    <message>
        <source>{stars} of 5: {word}</source>
        <translation>{stars} sur 5&#x202f;: {word}</translation>
    </message>
    <message>
        <source>Do not &amp;ask again</source>
        <translation>Ne plus &amp;demander</translation>
    </message>
    <message>
        <source>Anything to add? (optional)</source>
        <translation>Quelque chose à ajouter&#x202f;? (facultatif)</translation>
    </message>
    <message>
        <source>Comment, optional</source>
        <translation>Commentaire, facultatif</translation>
    </message>
    <message>
        <source>You can change this in the settings.</source>
        <translation>Ce choix se modifie dans les paramètres.</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Envoyer</translation>
    </message>
    <message>
        <source>Kept in your history, on this computer</source>
        <translation>Conservé dans votre historique, sur cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Pas maintenant</translation>
    </message>
    <message>
        <source>{call}, {time}, {length}: {word}</source>
        <translation>{call}, {time}, {length}&#x202f;: {word}</translation>
    </message>
    <message>
        <source>{call}, {time}, {length}</source>
        <translation>{call}, {time}, {length}</translation>
    </message>
    <message>
        <source>There was no forecast for this network before it.</source>
        <translation>Il n’y avait pas de prévision pour ce réseau auparavant.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>Non enregistré&#x202f;: {reason}.</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>Details of the chosen test</source>
        <translation>Détails du test choisi</translation>
    </message>
    <message>
        <source>Choose a test to see what it found.</source>
        <translation>Choisissez un test pour voir ce qu’il a constaté.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Server: {name}</source>
        <translation>Serveur&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Notification</translation>
    </message>
    <message>
        <source>The test itself</source>
        <translation>Le test lui-même</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>How sure the program is of the colour, by what the test could measure.</source>
        <translation>À quel point le programme est sûr de la couleur, d’après ce que le test a pu mesurer.</translation>
    </message>
    <message>
        <source>Held back by</source>
        <translation>Freiné par</translation>
    </message>
    <message>
        <source>What keeps the call from being better, most important first.</source>
        <translation>Ce qui empêche l’appel d’être meilleur, le plus important d’abord.</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Inhabituel</translation>
    </message>
    <message>
        <source>What two tests in a row found worse than it usually is on this network at this hour of the week.</source>
        <translation>Ce que deux tests de suite ont trouvé moins bon que d’habitude sur ce réseau, à cette heure de la semaine.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Adresse publique</translation>
    </message>
    <message>
        <source>Whether a call could be connected at all from this computer.</source>
        <translation>Si cet ordinateur pouvait seulement établir un appel.</translation>
    </message>
    <message>
        <source>Your own network</source>
        <translation>Votre propre réseau</translation>
    </message>
    <message>
        <source>How the computer is connected, and to whom, as far as can be told.</source>
        <translation>Comment l’ordinateur est connecté, et à qui, pour autant qu’on puisse le savoir.</translation>
    </message>
    <message>
        <source>The address under which the server saw this computer.</source>
        <translation>L’adresse sous laquelle le serveur a vu cet ordinateur.</translation>
    </message>
    <message>
        <source>Why then</source>
        <translation>Déclencheur</translation>
    </message>
    <message>
        <source>What made the program test at that moment.</source>
        <translation>Ce qui a amené le programme à tester à ce moment-là.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>A light test sends little; a full one loads the link for some seconds.</source>
        <translation>Un test léger envoie peu&#x202f;; un test complet charge la liaison pendant quelques secondes.</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>{seconds}, {sent} sent, {received} received</source>
        <translation>{seconds}, {sent} envoyés, {received} reçus</translation>
    </message>
    <message>
        <source>What the test cost: all servers together, headers of packets included.</source>
        <translation>Ce que le test a coûté&#x202f;: tous les serveurs réunis, en-têtes des paquets compris.</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Jugé par</translation>
    </message>
    <message>
        <source>The threshold rule</source>
        <translation>La règle des seuils</translation>
    </message>
    <message>
        <source>What made a forecast of the figures: a model that learnt from real calls, or a plain rule where no model could be asked.</source>
        <translation>Ce qui a tiré une prévision des chiffres&#x202f;: un modèle instruit par de vrais appels, ou une simple règle lorsqu’aucun modèle n’a pu être interrogé.</translation>
    </message>
    <message>
        <source>{percent}, not sure yet: tested again</source>
        <translation>{percent}, pas encore sûr&#x202f;: nouveau test</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Joignable</translation>
    </message>
    <message>
        <source>Whether the server gave a relay address, and carried data to the end.</source>
        <translation>Si le serveur a donné une adresse de relais et transmis des données jusqu’au bout.</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>How packets go to the server. Calls are best over UDP; TCP and TLS get through more firewalls but make late packets later.</source>
        <translation>Comment les paquets vont au serveur. L’UDP convient le mieux aux appels&#x202f;; TCP et TLS traversent davantage de pare-feu, mais retardent encore les paquets en retard.</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Mise en place</translation>
    </message>
    <message>
        <source>From the first packet until data came through the relay.</source>
        <translation>Du premier paquet jusqu’à l’arrivée de données par le relais.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>To the server and back on an idle link: the median, with the best case and the 95th percentile. Above about 300 ms people talk into each other.</source>
        <translation>Jusqu’au serveur et retour sur une liaison au repos&#x202f;: la médiane, avec le meilleur cas et le 95e centile. Au-dessus de 300 ms environ, on se coupe la parole.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Gigue</translation>
    </message>
    <message>
        <source>How unevenly packets arrive (RFC 3550). A call has to wait for the late ones, which adds delay.</source>
        <translation>L’irrégularité d’arrivée des paquets (RFC 3550). Un appel doit attendre les retardataires, ce qui ajoute du délai.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pertes</translation>
    </message>
    <message>
        <source>Packets that never came back, out of a stream like a call&apos;s. From a few percent on, voices break up.</source>
        <translation>Les paquets qui ne sont jamais revenus, dans un flux semblable à celui d’un appel. À partir de quelques pour cent, les voix se hachent.</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>What gets up and down again through the link before packets queue or get lost: its narrower direction decides. At least so much where the test ended before the link was full. Good audio needs 0.1 Mbit/s, video 1 to 3 Mbit/s.</source>
        <translation>Ce qui passe par la liaison, à l’aller et au retour, avant que des paquets n’attendent ou ne se perdent&#x202f;: le sens le plus étroit décide. C’est un minimum si le test s’est terminé avant que la liaison soit saturée. Un bon son demande 0,1 Mbit/s, la vidéo 1 à 3 Mbit/s.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>What the uplink alone carries: your voice and picture.</source>
        <translation>Ce que porte la liaison montante seule&#x202f;: votre voix et votre image.</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>What the downlink alone carries: what you hear and see.</source>
        <translation>Ce que porte la liaison descendante seule&#x202f;: ce que vous entendez et voyez.</translation>
    </message>
    <message>
        <source>Under load</source>
        <translation>En charge</translation>
    </message>
    <message>
        <source>The round trip while the link is full: what a call feels while somebody uploads. At least so much where the test ended before the queue was full.</source>
        <translation>L’aller-retour quand la liaison est saturée&#x202f;: ce que ressent un appel pendant que quelqu’un envoie des fichiers. C’est un minimum si le test s’est terminé avant que la file d’attente soit pleine.</translation>
    </message>
    <message>
        <source>Hold-ups</source>
        <translation>Blocages</translation>
    </message>
    <message>
        <source>Over TCP and TLS nothing gets lost, but a packet that has to be sent again holds up all those behind it: in a call, the sound stops and then hurries.</source>
        <translation>Avec TCP et TLS, rien ne se perd, mais un paquet à renvoyer retient tous ceux qui le suivent&#x202f;: pendant un appel, le son s’arrête puis s’accélère.</translation>
    </message>
    <message>
        <source>Measured to</source>
        <translation>Mesuré jusqu’à</translation>
    </message>
    <message>
        <source>This computer&apos;s own address</source>
        <translation>L’adresse de cet ordinateur</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Un autre serveur</translation>
    </message>
    <message>
        <source>The server does not relay to itself, so that the packets of the test took another way back.</source>
        <translation>Le serveur ne relaie pas vers lui-même&#x202f;; les paquets du test sont donc revenus par un autre chemin.</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>Appel d’essai</translation>
    </message>
    <message>
        <source>A real call from this computer to itself through the server, for two seconds. Some firewalls let the other packets of the test through and hold up an encrypted call.</source>
        <translation>Un vrai appel de cet ordinateur à lui-même par le serveur, pendant deux secondes. Certains pare-feu laissent passer les autres paquets du test et bloquent un appel chiffré.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Écartés</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln packet(s): this computer was too busy</source>
        <translation>
            <numerusform>{count} sur %Ln paquet&#x202f;: cet ordinateur était trop occupé</numerusform>
            <numerusform>{count} sur %Ln paquets&#x202f;: cet ordinateur était trop occupé</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer was too busy to send or to read them in time. Their delay says nothing of the network, so it counts for nothing.</source>
        <translation>Cet ordinateur était trop occupé pour les envoyer ou les lire à temps. Leur délai ne dit rien du réseau et n’est donc pas pris en compte.</translation>
    </message>
    <message>
        <source>Not connected: its two ends did not find each other</source>
        <translation>Non connecté&#x202f;: ses deux extrémités ne se sont pas trouvées</translation>
    </message>
    <message>
        <source>Not connected: the encryption could not be agreed on</source>
        <translation>Non connecté&#x202f;: pas d’accord sur le chiffrement</translation>
    </message>
    <message>
        <source>Connected in {time}</source>
        <translation>Connecté en {time}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>{loss} of its sound lost</source>
        <translation>{loss} du son perdu</translation>
    </message>
    <message>
        <source>{time} to the other end and back</source>
        <translation>{time} pour l’aller-retour jusqu’à l’autre extrémité</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Yes, but it failed during the test. {reason}</source>
        <translation>Oui, mais il a cessé de répondre pendant le test. {reason}</translation>
    </message>
    <message>
        <source>No. {reason}</source>
        <translation>Non. {reason}</translation>
    </message>
    <message>
        <source>{loss}, in bursts of {packets} packets</source>
        <translation>{loss}, par rafales de {packets} paquets</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>{count}, the longest {time}</source>
        <translation>{count}, le plus long de {time}</translation>
    </message>
    <message>
        <source>To your own router and back.</source>
        <translation>Jusqu’à votre propre routeur et retour.</translation>
    </message>
    <message>
        <source>Packets lost before they left your own network.</source>
        <translation>Les paquets perdus avant d’avoir quitté votre propre réseau.</translation>
    </message>
    <message>
        <source>How unevenly your own router answers.</source>
        <translation>L’irrégularité des réponses de votre propre routeur.</translation>
    </message>
    <message>
        <source>To your own router and back while the link is full.</source>
        <translation>Jusqu’à votre propre routeur et retour, quand la liaison est saturée.</translation>
    </message>
    <message>
        <source>Where it arises</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Told only where the test could tell the two sides apart.</source>
        <translation>Indiquée seulement si le test a pu distinguer les deux côtés.</translation>
    </message>
    <message>
        <source>Wi-Fi signal</source>
        <translation>Signal Wi-Fi</translation>
    </message>
    <message>
        <source>{number} dBm</source>
        <translation>{number} dBm</translation>
    </message>
    <message>
        <source>Below about -70 dBm a call suffers: move closer to the router.</source>
        <translation>En dessous d’environ -70 dBm, un appel en souffre&#x202f;: rapprochez-vous du routeur.</translation>
    </message>
    <message>
        <source>Wi-Fi rate</source>
        <translation>Débit Wi-Fi</translation>
    </message>
    <message>
        <source>{number} Mbit/s</source>
        <translation>{number} Mbit/s</translation>
    </message>
    <message>
        <source>What your computer last sent with; about half of it is of use.</source>
        <translation>Le dernier débit d’envoi de votre ordinateur&#x202f;; la moitié environ est utilisable.</translation>
    </message>
    <message>
        <source>Wi-Fi repeats</source>
        <translation>Répétitions Wi-Fi</translation>
    </message>
    <message>
        <source>How much had to be sent again. Repeats cost time and bandwidth.</source>
        <translation>La part qu’il a fallu renvoyer. Les répétitions coûtent du temps et de la bande passante.</translation>
    </message>
    <message>
        <source>Nothing was decided: the test was asked for on the command line.</source>
        <translation>Rien n’a été décidé&#x202f;: le test a été demandé en ligne de commande.</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>A light test does not measure the throughput.</source>
        <translation>Un test léger ne mesure pas le débit.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Signification</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pertes</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Débit</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Tests, newest first</source>
        <translation>Tests, les plus récents d’abord</translation>
    </message>
</context>
<context>
    <name>SeriesChart</name>
    <message>
        <source>Graphs of what the tests found</source>
        <translation>Graphiques de ce que les tests ont constaté</translation>
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
        <translation>{name} {value}, de {least} à {most}</translation>
    </message>
    <message>
        <source>{name} from {least} to {most}.</source>
        <translation>{name} de {least} à {most}.</translation>
    </message>
    <message>
        <source>Nothing was measured here.</source>
        <translation>Rien n’a été mesuré ici.</translation>
    </message>
    <message>
        <source>Line: mean. Band: least to most. Wheel, drag, + and - zoom; 0 shows all.</source>
        <translation>Ligne&#x202f;: moyenne. Bande&#x202f;: min. à max. Molette, glissement, + et - pour zoomer&#x202f;; 0 montre tout.</translation>
    </message>
    <message>
        <source>↑ at least so much: the line was not full</source>
        <translation>↑ au moins cette valeur&#x202f;: la ligne n’était pas saturée</translation>
    </message>
    <message>
        <source>▲ higher than is shown, up to {most}</source>
        <translation>▲ au-delà de ce qui est affiché, jusqu’à {most}</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>This system has no key ring.</source>
        <translation>Ce système n’a pas de trousseau de clés.</translation>
    </message>
    <message>
        <source>The key ring is locked. Unlock it and try again.</source>
        <translation>Le trousseau de clés est verrouillé. Déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>The key ring did not answer. Unlock it and try again.</source>
        <translation>Le trousseau de clés n’a pas répondu. Déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>The key ring can&apos;t be used: it did not keep the secret.</source>
        <translation>Le trousseau de clés est inutilisable&#x202f;: il n’a pas conservé le secret.</translation>
    </message>
    <message>
        <source>{why} You can also have the secret read from an environment variable: whatever starts Call Notifier sets it, and nothing is stored here.</source>
        <translation>{why} Le secret peut aussi être lu dans une variable d’environnement&#x202f;: ce qui lance Call Notifier la définit, et rien n’est stocké ici.</translation>
    </message>
    <message>
        <source>Enter the user name, or choose no login.</source>
        <translation>Saisissez le nom d’utilisateur, ou choisissez «&#x202f;Sans identification&#x202f;».</translation>
    </message>
    <message>
        <source>Enter the secret, or name an environment variable.</source>
        <translation>Saisissez le secret, ou indiquez une variable d’environnement.</translation>
    </message>
    <message>
        <source>Enter an address like turn:turn.example.com:3478.</source>
        <translation>Saisissez une adresse comme turn:turn.example.com:3478.</translation>
    </message>
    <message>
        <source>An address holds no user name and no password: they have fields of their own below.</source>
        <translation>Une adresse ne contient ni nom d’utilisateur ni mot de passe&#x202f;: des champs leur sont réservés plus bas.</translation>
    </message>
    <message>
        <source>There are servers with other credentials in it. The first is entered here; add the others one by one in the settings.</source>
        <translation>Certains serveurs y ont d’autres identifiants. Le premier est saisi ici&#x202f;; ajoutez les autres un par un dans les paramètres.</translation>
    </message>
    <message>
        <source>the host name</source>
        <translation>le nom d’hôte</translation>
    </message>
    <message>
        <source>No login</source>
        <translation>Sans identification</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Nom d’utilisateur et mot de passe</translation>
    </message>
    <message>
        <source>User name and shared secret (TURN REST)</source>
        <translation>Nom d’utilisateur et secret partagé (TURN REST)</translation>
    </message>
    <message>
        <source>In the key ring</source>
        <translation>Dans le trousseau de clés</translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation>Dans une variable d’environnement</translation>
    </message>
    <message>
        <source>a file (PEM), where the system&apos;s are not enough</source>
        <translation>un fichier (PEM), si nécessaire</translation>
    </message>
    <message>
        <source>&amp;Paste from a web app</source>
        <translation>C&amp;oller depuis une application web</translation>
    </message>
    <message>
        <source>&amp;Addresses, one a line</source>
        <translation>&amp;Adresses, une par ligne</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;m</translation>
    </message>
    <message>
        <source>&amp;Log in with</source>
        <translation>S’&amp;identifier avec</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nom d’&amp;utilisateur</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Mot &amp;de passe</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Lieu de conservation</translation>
    </message>
    <message>
        <source>Varia&amp;ble</source>
        <translation>Varia&amp;ble</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>Waiting for the key ring. Your desktop may ask for its password.</source>
        <translation>En attente du trousseau de clés. Votre bureau demandera peut-être son mot de passe.</translation>
    </message>
    <message>
        <source>Stop waitin&amp;g</source>
        <translation>Arrêter l’att&amp;ente</translation>
    </message>
    <message>
        <source>S&amp;hared secret</source>
        <translation>Secret parta&amp;gé</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
</context>
<context>
    <name>ServerList</name>
    <message>
        <source>Call servers</source>
        <translation>Serveurs d’appel</translation>
    </message>
    <message>
        <source>Show &amp;addresses and technical reasons</source>
        <translation>Afficher les a&amp;dresses et les motifs techniques</translation>
    </message>
</context>
<context>
    <name>ServerStep</name>
    <message>
        <source>Calls often go through a relay, a TURN server. Your IT department or the provider of your calls knows its address. If you have none at hand, press Later: until you enter one, a demonstration runs, which says nothing about your network.</source>
        <translation>Les appels passent souvent par un relais, un serveur TURN. Votre service informatique ou le fournisseur de vos appels en connaît l’adresse. Si vous n’en avez pas sous la main, cliquez sur «&#x202f;Plus tard&#x202f;»&#x202f;: tant que vous n’en saisissez pas, une démonstration fonctionne, qui ne dit rien de votre réseau.</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>Ouvrir un &amp;fichier…</translation>
    </message>
    <message>
        <source>Were you given a file? Open it, or drop it onto this window.</source>
        <translation>Vous a-t-on remis un fichier&#x202f;? Ouvrez-le, ou déposez-le sur cette fenêtre.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>{file} est inutilisable&#x202f;: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>{file} is read. It has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>{file} est lu. Il contient %n autre serveur, qui sera conservé également.</numerusform>
            <numerusform>{file} est lu. Il contient %n autres serveurs, qui seront conservés également.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is read.</source>
        <translation>{file} est lu.</translation>
    </message>
    <message numerus="yes">
        <source>What was pasted has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>Le texte collé contient %n autre serveur, qui sera conservé également.</numerusform>
            <numerusform>Le texte collé contient %n autres serveurs, qui seront conservés également.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a server&apos;s file</source>
        <translation>Ouvrir le fichier d’un serveur</translation>
    </message>
    <message>
        <source>Servers (*.json *.toml *.txt)</source>
        <translation>Serveurs (*.json *.toml *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default</source>
        <translation>Rétablir la valeur par défaut</translation>
    </message>
    <message>
        <source>{setting}: back to the default</source>
        <translation>{setting}&#x202f;: rétablir la valeur par défaut</translation>
    </message>
    <message>
        <source>Saved. {setting}: {value}.</source>
        <translation>Enregistré. {setting}&#x202f;: {value}.</translation>
    </message>
    <message>
        <source>Saved. {setting}: the default again.</source>
        <translation>Enregistré. {setting}&#x202f;: de nouveau la valeur par défaut.</translation>
    </message>
    <message>
        <source>Not saved. Begin and end are the same.</source>
        <translation>Non enregistré. Le début et la fin sont identiques.</translation>
    </message>
    <message>
        <source>Not saved, for number {number} can&apos;t be used. Expected {expected}.</source>
        <translation>Non enregistré, car le numéro {number} est inutilisable. Attendu&#x202f;: {expected}.</translation>
    </message>
    <message>
        <source>Not saved. Expected {expected}.</source>
        <translation>Non enregistré. Attendu&#x202f;: {expected}.</translation>
    </message>
    <message>
        <source>Set by your organisation ({file}).</source>
        <translation>Défini par votre organisation ({file}).</translation>
    </message>
    <message>
        <source>Proposed by your organisation ({file}); you can change it.</source>
        <translation>Proposé par votre organisation ({file})&#x202f;; vous pouvez le modifier.</translation>
    </message>
    <message>
        <source>Your own, line {line} of the file.</source>
        <translation>Votre propre choix, ligne {line} du fichier.</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings of Call Notifier</source>
        <translation>Paramètres de Call Notifier</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>Ouvrir le fic&amp;hier</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>Annule&amp;r</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>Conservé dans {file}</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Rechercher un paramètre</translation>
    </message>
    <message>
        <source>Settings that were found</source>
        <translation>Paramètres trouvés</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Tests go through these TURN servers. Without one, a demonstration runs on this computer, which says nothing about your network.</source>
        <translation>Les tests passent par ces serveurs TURN. Sans eux, cet ordinateur exécute une démonstration, qui ne dit rien de votre réseau.</translation>
    </message>
    <message>
        <source>TURN servers</source>
        <translation>Serveurs TURN</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>A&amp;jouter…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Enter the pass&amp;word…</source>
        <translation>Saisir le mot de &amp;passe…</translation>
    </message>
    <message>
        <source>Your organisation provides the password of this server.</source>
        <translation>Votre organisation fournit le mot de passe de ce serveur.</translation>
    </message>
    <message>
        <source>Bac&amp;k without saving</source>
        <translation>Retour &amp;sans enregistrer</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Enregis&amp;trer</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Défini par votre organisation</translation>
    </message>
    <message>
        <source>Set by your organisation ({file}).</source>
        <translation>Défini par votre organisation ({file}).</translation>
    </message>
    <message>
        <source>Proposed by your organisation ({file}). Servers that you add or change yourself stand in their place.</source>
        <translation>Proposé par votre organisation ({file}). Les serveurs que vous ajoutez ou modifiez prennent leur place.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>Non enregistré&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The password is not undone: {reason}.</source>
        <translation>Le mot de passe n’a pas été rétabli&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The file was changed by somebody else meanwhile; nothing is undone.</source>
        <translation>Le fichier a été modifié entre-temps par quelqu’un d’autre&#x202f;; rien n’est annulé.</translation>
    </message>
    <message>
        <source>Not undone: {reason}.</source>
        <translation>Non annulé&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Saved: your sentence for {code}.</source>
        <translation>Enregistré&#x202f;: votre phrase pour {code}.</translation>
    </message>
    <message>
        <source>Saved: the built-in sentence for {code}.</source>
        <translation>Enregistré&#x202f;: la phrase intégrée pour {code}.</translation>
    </message>
    <message>
        <source>Removed: {server}.</source>
        <translation>Supprimé&#x202f;: {server}.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Password for {server}, which is kept in the key ring:</source>
        <translation>Mot de passe de {server}, conservé dans le trousseau de clés&#x202f;:</translation>
    </message>
    <message>
        <source>Saved: the password of {server}.</source>
        <translation>Enregistré&#x202f;: le mot de passe de {server}.</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Nouveau serveur</translation>
    </message>
    <message>
        <source>Change the server</source>
        <translation>Modifier le serveur</translation>
    </message>
    <message>
        <source>Saved: {server}.</source>
        <translation>Enregistré&#x202f;: {server}.</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>How the network was in the last 24 hours</source>
        <translation>L’état du réseau ces dernières 24 heures</translation>
    </message>
    <message>
        <source>{time} {state}, during a call</source>
        <translation>{time} {state}, pendant un appel</translation>
    </message>
    <message>
        <source>{time} {state}</source>
        <translation>{time} {state}</translation>
    </message>
    <message>
        <source>{time} not tested</source>
        <translation>{time} non testé</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>non testé</translation>
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
        <translation>&amp;Voir l’appel…</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>I&amp;gnorer</translation>
    </message>
    <message>
        <source>&amp;Open its page…</source>
        <translation>&amp;Ouvrir sa page…</translation>
    </message>
    <message>
        <source>&amp;Enter a server…</source>
        <translation>Saisir un s&amp;erveur…</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>Tell me agai&amp;n</source>
        <translation>&amp;M’avertir à nouveau</translation>
    </message>
    <message>
        <source>Got &amp;it</source>
        <translation>Compr&amp;is</translation>
    </message>
    <message>
        <source>&amp;Got it</source>
        <translation>&amp;Compris</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Ce que vous pouvez faire</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Dernières 24 heures</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Avancement du test</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>&amp;Tester maintenant</translation>
    </message>
    <message>
        <source>Measure the network now (F5)</source>
        <translation>Mesurer le réseau maintenant (F5)</translation>
    </message>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>&amp;Annuler le test</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>Pl&amp;us</translation>
    </message>
    <message>
        <source>More: pause, quiet, quit</source>
        <translation>Plus&#x202f;: suspendre, silence, quitter</translation>
    </message>
    <message>
        <source>&amp;Live call…</source>
        <translation>Appel en &amp;cours…</translation>
    </message>
    <message>
        <source>Q&amp;uiet for today</source>
        <translation>&amp;Silence pour aujourd’hui</translation>
    </message>
    <message>
        <source>Collect &amp;diagnostics…</source>
        <translation>Données de dia&amp;gnostic…</translation>
    </message>
    <message>
        <source>&amp;About…</source>
        <translation>À pr&amp;opos…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Nothing was tested since the start</source>
        <translation>Rien n’a été testé depuis le démarrage</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>Rien n’a encore été testé</translation>
    </message>
    <message>
        <source>Testing your network</source>
        <translation>Test de votre réseau en cours</translation>
    </message>
    <message>
        <source>Testing your network for the first time</source>
        <translation>Premier test de votre réseau en cours</translation>
    </message>
    <message>
        <source>A test takes some seconds and says how a call would go.</source>
        <translation>Un test dure quelques secondes et dit comment se passerait un appel.</translation>
    </message>
    <message>
        <source>tested at {time}</source>
        <translation>test&#x202f;: {time}</translation>
    </message>
    <message>
        <source>{words} ({percent})</source>
        <translation>{words} ({percent})</translation>
    </message>
    <message>
        <source>Held back by: {causes}</source>
        <translation>Freiné par&#x202f;: {causes}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été constaté</translation>
    </message>
    <message>
        <source>Nothing known yet</source>
        <translation>Rien n’est encore connu</translation>
    </message>
    <message>
        <source>Sign in to the network first.</source>
        <translation>Connectez-vous d’abord au réseau.</translation>
    </message>
    <message>
        <source>Neither a microphone nor a camera was found: nobody would hear or see you.</source>
        <translation>Ni microphone ni caméra n’ont été trouvés&#x202f;: personne ne vous entendrait ni ne vous verrait.</translation>
    </message>
    <message>
        <source>No notifications until {time}</source>
        <translation>Pas de notifications (fin&#x202f;: {time})</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon. Call Notifier goes on in the background and opens this window when you start it again. To pause or quit it, press More.</source>
        <translation>Ce bureau n’affiche pas d’icône dans la zone de notification. Call Notifier continue en arrière-plan et ouvre cette fenêtre quand vous le relancez. Pour le suspendre ou le quitter, cliquez sur Plus.</translation>
    </message>
    <message>
        <source>Last call: {sentence}</source>
        <translation>Dernier appel. {sentence}</translation>
    </message>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>L’historique ne peut pas être ouvert&#x202f;; les tests ne sont donc pas conservés pour l’instant.</translation>
    </message>
    <message>
        <source>Next test at {time}</source>
        <translation>Prochain test&#x202f;: {time}</translation>
    </message>
</context>
<context>
    <name>SwitchField</name>
    <message>
        <source>on</source>
        <translation>activé</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
</context>
<context>
    <name>TestsPage</name>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>L’historique ne peut pas être ouvert&#x202f;; les tests ne sont donc pas conservés pour l’instant.</translation>
    </message>
    <message>
        <source>No test has been made yet.</source>
        <translation>Aucun test n’a encore eu lieu.</translation>
    </message>
    <message>
        <source>No test here: choose another time, or all networks.</source>
        <translation>Aucun test ici&#x202f;: choisissez une autre période, ou tous les réseaux.</translation>
    </message>
    <message>
        <source>Choose a test to see what it found.</source>
        <translation>Choisissez un test pour voir ce qu’il a constaté.</translation>
    </message>
    <message>
        <source>The history cannot be opened.</source>
        <translation>L’historique ne peut pas être ouvert.</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>For people who read</source>
        <translation>Langue des lecteurs</translation>
    </message>
    <message>
        <source>Sentences by notification code</source>
        <translation>Phrases par code de notification</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Built-in sentence</source>
        <translation>Phrase intégrée</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>Votre propre phrase</translation>
    </message>
    <message>
        <source>Sentences in bold are set by your organisation.</source>
        <translation>Les phrases en gras sont définies par votre organisation.</translation>
    </message>
    <message>
        <source>Double-click or press F2 in the last column to write a sentence of your own; empty it to have the built-in one again. One for a language comes before one for all.</source>
        <translation>Double-cliquez dans la dernière colonne ou appuyez sur F2 pour y écrire votre propre phrase&#x202f;; videz-la pour retrouver la phrase intégrée. Une phrase propre à une langue l’emporte sur celle de toutes les langues.</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Défini par votre organisation.</translation>
    </message>
    <message>
        <source>None of your own</source>
        <translation>Aucune phrase personnelle</translation>
    </message>
    <message>
        <source>Not saved, {code}: expected {expected}.</source>
        <translation>Non enregistré, {code}&#x202f;: attendu&#x202f;: {expected}.</translation>
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
        <translation>{day}, de {since} à {until}</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln test</numerusform>
            <numerusform>%Ln tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln appel</numerusform>
            <numerusform>%Ln appels</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline of tests and calls</source>
        <translation>Chronologie des tests et des appels</translation>
    </message>
    <message>
        <source>The usual week, by the last {number} weeks</source>
        <translation>La semaine habituelle, d’après les {number} dernières semaines</translation>
    </message>
    <message>
        <source>Hours that are usually bad</source>
        <translation>Heures habituellement mauvaises</translation>
    </message>
    <message>
        <source>What the hours of a week are usually like</source>
        <translation>Comment se passent d’habitude les heures de la semaine</translation>
    </message>
    <message>
        <source>The tests of this time say nothing of a network: see All tests.</source>
        <translation>Les tests de cette période ne disent rien d’un réseau&#x202f;: voir «&#x202f;Tous les tests&#x202f;».</translation>
    </message>
    <message>
        <source>No test here: choose another time, or all networks.</source>
        <translation>Aucun test ici&#x202f;: choisissez une autre période, ou tous les réseaux.</translation>
    </message>
    <message>
        <source>Arrow keys or the mouse read a cell; Enter or a double click opens it.</source>
        <translation>Les flèches ou la souris lisent une case&#x202f;; Entrée ou un double-clic l’ouvre.</translation>
    </message>
    <message>
        <source>{tests}; {calls}.</source>
        <translation>{tests}&#x202f;; {calls}.</translation>
    </message>
    <message>
        <source>{time}: {counts}</source>
        <translation>{time}&#x202f;: {counts}</translation>
    </message>
    <message>
        <source>{weekday} {since} to {until} h: {counts}</source>
        <translation>{weekday} de {since} à {until} h&#x202f;: {counts}</translation>
    </message>
    <message>
        <source>no tests</source>
        <translation>aucun test</translation>
    </message>
    <message>
        <source>{tests}: {green} good, {amber} limited, {red} bad</source>
        <translation>{tests}&#x202f;: {green} bons, {amber} limités, {red} mauvais</translation>
    </message>
    <message>
        <source>{call}, {since} to {until}: {got}; forecast: {forecast}</source>
        <translation>{call}, de {since} à {until}&#x202f;: {got}&#x202f;; prévision&#x202f;: {forecast}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quiet until {time}</source>
        <translation>Silence (fin&#x202f;: {time})</translation>
    </message>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>A&amp;nnuler le test</translation>
    </message>
    <message>
        <source>&amp;Cancel the test — {percent} %</source>
        <translation>A&amp;nnuler le test — {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>&amp;Tester maintenant</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>&amp;Live call…</source>
        <translation>Appel en &amp;cours…</translation>
    </message>
    <message>
        <source>Quiet for t&amp;oday</source>
        <translation>&amp;Silence pour aujourd’hui</translation>
    </message>
    <message>
        <source>Tell me a&amp;gain</source>
        <translation>&amp;M’avertir à nouveau</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>Collect &amp;diagnostics…</source>
        <translation>Données de dia&amp;gnostic…</translation>
    </message>
    <message>
        <source>&amp;About…</source>
        <translation>À pr&amp;opos…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Check the address and its port. If they are right, a firewall is in the way: ask for an address that begins with turns: and ends with :443.</source>
        <translation>Vérifiez l’adresse et son port. S’ils sont corrects, un pare-feu fait obstacle&#x202f;: demandez une adresse qui commence par turns: et se termine par :443.</translation>
    </message>
    <message>
        <source>The computer is there, but nothing listens at this port. Check the port.</source>
        <translation>L’ordinateur est bien là, mais rien n’écoute sur ce port. Vérifiez le port.</translation>
    </message>
    <message>
        <source>Check the name letter by letter. Some names are known only in the network of the company, or over its VPN.</source>
        <translation>Vérifiez le nom lettre par lettre. Certains noms ne sont connus que dans le réseau de l’entreprise, ou par son VPN.</translation>
    </message>
    <message>
        <source>Use the host name that the certificate was made for, not a number. Check the date of this computer. Where a company signs its own certificates, ask for its file and name it above.</source>
        <translation>Utilisez le nom d’hôte pour lequel le certificat a été établi, et non un numéro. Vérifiez la date de cet ordinateur. Si une entreprise signe ses propres certificats, demandez-lui son fichier et indiquez-le ci-dessus.</translation>
    </message>
    <message>
        <source>Check both, also capital letters. A password that was handed out for a short time may have run out. If you were given a shared secret, choose that above.</source>
        <translation>Vérifiez les deux, majuscules comprises. Un mot de passe remis pour une courte durée a peut-être expiré. Si l’on vous a donné un secret partagé, choisissez cette option ci-dessus.</translation>
    </message>
    <message>
        <source>Your login works. Whoever runs the server has to allow relaying back to itself, or calls still work and only the tests can&apos;t.</source>
        <translation>Votre identification fonctionne. L’exploitant du serveur doit autoriser le relais vers le serveur lui-même&#x202f;; sinon, les appels fonctionnent tout de même et seuls les tests échouent.</translation>
    </message>
    <message>
        <source>Your login works. Wait some minutes, or ask whoever runs the server.</source>
        <translation>Votre identification fonctionne. Patientez quelques minutes, ou adressez-vous à l’exploitant du serveur.</translation>
    </message>
    <message>
        <source>Your login works. A firewall before the server may block its relay ports: tell whoever runs it.</source>
        <translation>Votre identification fonctionne. Un pare-feu placé devant le serveur bloque peut-être ses ports de relais&#x202f;: signalez-le à son exploitant.</translation>
    </message>
    <message>
        <source>Something else answers at this address, perhaps a web server or a sign-in page. Check the port.</source>
        <translation>Autre chose répond à cette adresse, peut-être un serveur web ou une page de connexion. Vérifiez le port.</translation>
    </message>
    <message>
        <source>You stopped the test.</source>
        <translation>Vous avez arrêté le test.</translation>
    </message>
    <message>
        <source>The test broke off by a fault of this program.</source>
        <translation>Le test s’est interrompu à cause d’une erreur de ce programme.</translation>
    </message>
    <message>
        <source>The test took too long and was stopped.</source>
        <translation>Le test durait trop longtemps et a été arrêté.</translation>
    </message>
    <message>
        <source>Another test is still running. Try again in a minute.</source>
        <translation>Un autre test est encore en cours. Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>There is no password for this server.</source>
        <translation>Il n’y a pas de mot de passe pour ce serveur.</translation>
    </message>
    <message>
        <source>Test &amp;it</source>
        <translation>&amp;Lancer le test</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Annuler le test</translation>
    </message>
    <message>
        <source>Test of the server</source>
        <translation>Test du serveur</translation>
    </message>
    <message>
        <source>Takes some seconds and a few packets.</source>
        <translation>Demande quelques secondes et quelques paquets.</translation>
    </message>
    <message>
        <source>Waiting for a test that is running…</source>
        <translation>En attente d’un test en cours…</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>Prise de contact avec le serveur</translation>
    </message>
    <message>
        <source>Sending some packets through it ({seconds} s left)</source>
        <translation>Envoi de quelques paquets à travers lui (encore {seconds} s)</translation>
    </message>
    <message>
        <source>Test &amp;it again</source>
        <translation>Re&amp;lancer le test</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Cela fonctionne.</translation>
    </message>
    <message>
        <source>It does not work yet. You can keep the server all the same.</source>
        <translation>Cela ne fonctionne pas encore. Vous pouvez tout de même garder le serveur.</translation>
    </message>
    <message>
        <source>It works, but not over UDP, which this network seems to block: calls connect, with more delay.</source>
        <translation>Cela fonctionne, mais pas par UDP, que ce réseau semble bloquer&#x202f;: les appels s’établissent, avec plus de délai.</translation>
    </message>
    <message>
        <source>It works over some of its addresses.</source>
        <translation>Cela fonctionne avec certaines de ses adresses.</translation>
    </message>
    <message>
        <source>{address}: works, round trip {time}</source>
        <translation>{address}&#x202f;: fonctionne, aller-retour {time}</translation>
    </message>
    <message>
        <source>{address}: {reason}</source>
        <translation>{address}&#x202f;: {reason}</translation>
    </message>
</context>
<context>
    <name>UsualHours</name>
    <message>
        <source>There are too few tests yet to say which hours are usually bad.</source>
        <translation>Il y a encore trop peu de tests pour dire quelles heures sont habituellement mauvaises.</translation>
    </message>
    <message>
        <source>Usually bad: {hours}.</source>
        <translation>Habituellement mauvais&#x202f;: {hours}.</translation>
    </message>
    <message>
        <source>Usually limited: {hours}.</source>
        <translation>Habituellement limité&#x202f;: {hours}.</translation>
    </message>
    <message>
        <source>No hour of the week is usually bad.</source>
        <translation>Aucune heure de la semaine n’est habituellement mauvaise.</translation>
    </message>
    <message>
        <source>{network}: too few tests yet to say.</source>
        <translation>{network}&#x202f;: encore trop peu de tests pour le dire.</translation>
    </message>
    <message>
        <source>{network}: usually bad {bad}; usually limited {limited}.</source>
        <translation>{network}&#x202f;: habituellement mauvais ({bad}) ou limité ({limited}).</translation>
    </message>
    <message>
        <source>{network}: usually bad {bad}.</source>
        <translation>{network}&#x202f;: habituellement mauvais ({bad}).</translation>
    </message>
    <message>
        <source>{network}: usually limited {limited}.</source>
        <translation>{network}&#x202f;: habituellement limité ({limited}).</translation>
    </message>
    <message>
        <source>{network}: no hour of the week is usually bad.</source>
        <translation>{network}&#x202f;: aucune heure de la semaine n’est habituellement mauvaise.</translation>
    </message>
    <message>
        <source>{hours}; and others, see below</source>
        <translation>{hours}&#x202f;; et d’autres, voir ci-dessous</translation>
    </message>
    <message>
        <source>{days}, all day</source>
        <translation>{days}, toute la journée</translation>
    </message>
    <message>
        <source>{days} {hours} h</source>
        <translation>{days} {hours} h</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>tous les jours</translation>
    </message>
    <message>
        <source>weekdays</source>
        <translation>en semaine</translation>
    </message>
    <message>
        <source>weekends</source>
        <translation>le week-end</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>de {first} à {last}</translation>
    </message>
</context>
<context>
    <name>_Key</name>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>limité</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>mauvais</translation>
    </message>
    <message>
        <source>A bar below is a call: what it got; the square at its beginning is the forecast.</source>
        <translation>Une barre en dessous est un appel&#x202f;: son résultat&#x202f;; le carré à son début est la prévision.</translation>
    </message>
</context>
<context>
    <name>address_help</name>
    <message>
        <source>{address} is a STUN server, which passes no calls on. Ask for a TURN server: its address begins with turn: or turns:.</source>
        <translation>{address} est un serveur STUN, qui ne relaie pas d’appels. Demandez un serveur TURN&#x202f;: son adresse commence par turn: ou turns:.</translation>
    </message>
    <message>
        <source>{address} is a web page. The address of a TURN server begins with turn: or turns:, like turn:turn.example.com:3478.</source>
        <translation>{address} est une page web. L’adresse d’un serveur TURN commence par turn: ou turns:, comme turn:turn.example.com:3478.</translation>
    </message>
    <message>
        <source>{address} is no TURN address. Perhaps {meant} is meant?</source>
        <translation>{address} n’est pas une adresse TURN. Peut-être vouliez-vous dire {meant}&#x202f;?</translation>
    </message>
</context>
<context>
    <name>call_wording</name>
    <message numerus="yes">
        <source>%Ln call(s) go on at once. This is the one that began last.</source>
        <translation>
            <numerusform>%Ln appel est en cours. Voici celui qui a commencé en dernier.</numerusform>
            <numerusform>%Ln appels sont en cours à la fois. Voici celui qui a commencé en dernier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln fois</numerusform>
            <numerusform>%Ln fois</numerusform>
        </translation>
    </message>
    <message>
        <source>bad</source>
        <translation>mauvais</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>médiocre</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>moyen</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>excellent</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion en cours</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>déconnecté</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>over</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>Sound you send</source>
        <translation>Son envoyé</translation>
    </message>
    <message>
        <source>Picture you send</source>
        <translation>Image envoyée</translation>
    </message>
    <message>
        <source>Screen you send</source>
        <translation>Écran envoyé</translation>
    </message>
    <message>
        <source>Sound you get</source>
        <translation>Son reçu</translation>
    </message>
    <message>
        <source>Picture you get</source>
        <translation>Image reçue</translation>
    </message>
    <message>
        <source>Screen you get</source>
        <translation>Écran reçu</translation>
    </message>
    <message>
        <source>You hear nothing: no sound arrives, though yours is being sent.</source>
        <translation>Vous n’entendez rien&#x202f;: aucun son n’arrive, alors que le vôtre est envoyé.</translation>
    </message>
    <message>
        <source>You see nothing: no picture arrives, though yours is being sent.</source>
        <translation>Vous ne voyez rien&#x202f;: aucune image n’arrive, alors que la vôtre est envoyée.</translation>
    </message>
    <message>
        <source>No shared screen arrives, though yours is being sent.</source>
        <translation>Aucun écran partagé n’arrive, alors que le vôtre est envoyé.</translation>
    </message>
    <message>
        <source>Nothing arrives, though you are sending.</source>
        <translation>Rien n’arrive, alors que vous envoyez.</translation>
    </message>
    <message>
        <source>Nobody hears you: your sound is not being sent, though theirs arrives.</source>
        <translation>Personne ne vous entend&#x202f;: votre son n’est pas envoyé, alors que celui des autres arrive.</translation>
    </message>
    <message>
        <source>Nobody sees you: your picture is not being sent, though theirs arrives.</source>
        <translation>Personne ne vous voit&#x202f;: votre image n’est pas envoyée, alors que celle des autres arrive.</translation>
    </message>
    <message>
        <source>Your shared screen is not being sent, though theirs arrives.</source>
        <translation>Votre écran partagé n’est pas envoyé, alors que celui des autres arrive.</translation>
    </message>
    <message>
        <source>Nothing is being sent, though the other end&apos;s is arriving.</source>
        <translation>Rien n’est envoyé, alors que les données de l’autre extrémité arrivent.</translation>
    </message>
    <message>
        <source>The other end has stopped sending reports: loss and delay are not known any more.</source>
        <translation>L’autre extrémité n’envoie plus de rapports&#x202f;: les pertes et le délai ne sont plus connus.</translation>
    </message>
    <message>
        <source>No sound arrives any more.</source>
        <translation>Plus aucun son n’arrive.</translation>
    </message>
    <message>
        <source>No picture arrives any more.</source>
        <translation>Plus aucune image n’arrive.</translation>
    </message>
    <message>
        <source>No shared screen arrives any more.</source>
        <translation>Plus aucun écran partagé n’arrive.</translation>
    </message>
    <message>
        <source>Nothing arrives any more.</source>
        <translation>Plus rien n’arrive.</translation>
    </message>
    <message>
        <source>Your sound is not being sent any more.</source>
        <translation>Votre son n’est plus envoyé.</translation>
    </message>
    <message>
        <source>Your picture is not being sent any more.</source>
        <translation>Votre image n’est plus envoyée.</translation>
    </message>
    <message>
        <source>Your shared screen is not being sent any more.</source>
        <translation>Votre écran partagé n’est plus envoyé.</translation>
    </message>
    <message>
        <source>Nothing is being sent any more.</source>
        <translation>Plus rien n’est envoyé.</translation>
    </message>
    <message>
        <source>The sound that arrives is of no use: too much is lost or too late.</source>
        <translation>Le son qui arrive est inutilisable&#x202f;: trop de pertes ou de retard.</translation>
    </message>
    <message>
        <source>The picture that arrives is of no use: too much is lost or too late.</source>
        <translation>L’image qui arrive est inutilisable&#x202f;: trop de pertes ou de retard.</translation>
    </message>
    <message>
        <source>The screen that arrives is of no use: too much is lost or too late.</source>
        <translation>L’écran qui arrive est inutilisable&#x202f;: trop de pertes ou de retard.</translation>
    </message>
    <message>
        <source>Your sound is of no use at the other end: too much is lost or too late.</source>
        <translation>Votre son est inutilisable à l’autre extrémité&#x202f;: trop de pertes ou de retard.</translation>
    </message>
    <message>
        <source>Your picture is of no use at the other end: too much is lost or too late.</source>
        <translation>Votre image est inutilisable à l’autre extrémité&#x202f;: trop de pertes ou de retard.</translation>
    </message>
    <message>
        <source>Your screen is of no use at the other end: too much is lost or too late.</source>
        <translation>Votre écran est inutilisable à l’autre extrémité&#x202f;: trop de pertes ou de retard.</translation>
    </message>
    <message>
        <source>The call is of no use: too much is lost or too late.</source>
        <translation>L’appel est inutilisable&#x202f;: trop de pertes ou de retard.</translation>
    </message>
    <message>
        <source>The other end sends more than the network carries.</source>
        <translation>L’autre extrémité envoie plus que ce que le réseau peut acheminer.</translation>
    </message>
    <message>
        <source>The call sends more than the network carries.</source>
        <translation>L’appel envoie plus que ce que le réseau peut acheminer.</translation>
    </message>
    <message>
        <source>Sound and picture do not go together.</source>
        <translation>Le son et l’image ne sont pas synchronisés.</translation>
    </message>
    <message>
        <source>The other end sends no receiver reports: loss and delay of what you send are unknown.</source>
        <translation>L’autre extrémité n’envoie pas de rapports de réception&#x202f;: les pertes et le délai de ce que vous envoyez sont inconnus.</translation>
    </message>
    <message>
        <source>The connection is lost; the call tries to get it back.</source>
        <translation>La connexion est perdue&#x202f;; l’appel tente de la rétablir.</translation>
    </message>
    <message>
        <source>an unnamed application</source>
        <translation>une application sans nom</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Call on {place}</source>
        <translation>Appel sur {place}</translation>
    </message>
    <message>
        <source>quality not known yet</source>
        <translation>qualité encore inconnue</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>{call}: {quality}, {up} up, {down} down</source>
        <translation>{call}&#x202f;: {quality}, {up} montant, {down} descendant</translation>
    </message>
    <message>
        <source>{call}: {quality}, ↑ {up} ↓ {down}</source>
        <translation>{call}&#x202f;: {quality}, ↑ {up} ↓ {down}</translation>
    </message>
    <message>
        <source>{call}: {state}</source>
        <translation>{call}&#x202f;: {state}</translation>
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
        <translation>{number} par seconde</translation>
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
        <translation>Toutes les connexions ont été établies.</translation>
    </message>
    <message>
        <source>Some connections could not be made.</source>
        <translation>Certaines connexions n’ont pas pu être établies.</translation>
    </message>
    <message>
        <source>No connection could be made.</source>
        <translation>Aucune connexion n’a pu être établie.</translation>
    </message>
    <message>
        <source>The connection was lost, and the call with it.</source>
        <translation>La connexion a été perdue, et l’appel avec elle.</translation>
    </message>
    <message>
        <source>It was ended while it was still connecting.</source>
        <translation>Il a été arrêté pendant l’établissement de la connexion.</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <translation>Personne n’a répondu.</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>Raccroché</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdue</translation>
    </message>
    <message>
        <source>Never made: no path was found</source>
        <translation>Jamais établie&#x202f;: aucun chemin n’a été trouvé</translation>
    </message>
    <message>
        <source>Hung up while connecting</source>
        <translation>Raccroché pendant la connexion</translation>
    </message>
    <message>
        <source>Nothing was heard of it any more</source>
        <translation>Plus aucun signe de vie</translation>
    </message>
    <message>
        <source>Never connected</source>
        <translation>Jamais connectée</translation>
    </message>
    <message>
        <source>sound and picture</source>
        <translation>son et image</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>son</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>écran</translation>
    </message>
    <message>
        <source>data</source>
        <translation>données</translation>
    </message>
    <message>
        <source>sound and picture apart</source>
        <translation>son et image séparés</translation>
    </message>
    <message>
        <source>Direct, or through the provider&apos;s own server</source>
        <translation>Direct, ou par le serveur du fournisseur</translation>
    </message>
    <message>
        <source>Through a relay, over UDP</source>
        <translation>Par un relais, en UDP</translation>
    </message>
    <message>
        <source>Through a relay, over TCP</source>
        <translation>Par un relais, en TCP</translation>
    </message>
    <message>
        <source>Through a relay, over TLS</source>
        <translation>Par un relais, en TLS</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mauvais</translation>
    </message>
    <message>
        <source>The program itself</source>
        <translation>Le programme lui-même</translation>
    </message>
    <message>
        <source>The web page itself</source>
        <translation>La page web elle-même</translation>
    </message>
    <message>
        <source>The browser&apos;s extension</source>
        <translation>L’extension du navigateur</translation>
    </message>
    <message>
        <source>You joined</source>
        <translation>Vous avez rejoint l’appel</translation>
    </message>
    <message>
        <source>You left</source>
        <translation>Vous avez quitté l’appel</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Could not be connected</source>
        <translation>Connexion impossible</translation>
    </message>
    <message>
        <source>The connection was lost for good</source>
        <translation>Connexion définitivement perdue</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Mis en attente</translation>
    </message>
    <message>
        <source>Taken off hold</source>
        <translation>Repris après attente</translation>
    </message>
    <message>
        <source>Went on over another path</source>
        <translation>Poursuivi par un autre chemin</translation>
    </message>
    <message>
        <source>The connection&apos;s state changed</source>
        <translation>L’état de la connexion a changé</translation>
    </message>
    <message>
        <source>Sound muted</source>
        <translation>Son coupé</translation>
    </message>
    <message>
        <source>Sound on again</source>
        <translation>Son rétabli</translation>
    </message>
    <message>
        <source>Picture off</source>
        <translation>Image coupée</translation>
    </message>
    <message>
        <source>Picture on again</source>
        <translation>Image rétablie</translation>
    </message>
    <message>
        <source>Sharing the screen began</source>
        <translation>Début du partage d’écran</translation>
    </message>
    <message>
        <source>Sharing the screen ended</source>
        <translation>Fin du partage d’écran</translation>
    </message>
    <message>
        <source>Somebody else spoke</source>
        <translation>Quelqu’un d’autre a parlé</translation>
    </message>
    <message>
        <source>Other devices in use</source>
        <translation>Autres périphériques utilisés</translation>
    </message>
    <message>
        <source>Devices plugged in</source>
        <translation>Périphériques branchés</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Reconnecté</translation>
    </message>
    <message>
        <source>Disconnected while connecting</source>
        <translation>Déconnecté pendant la connexion</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>Reconnexion en cours</translation>
    </message>
    <message>
        <source>No path was found</source>
        <translation>Aucun chemin trouvé</translation>
    </message>
    <message>
        <source>Ended while connecting</source>
        <translation>Arrêté pendant la connexion</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Connexion fermée</translation>
    </message>
    <message>
        <source>Looked for a path anew</source>
        <translation>Nouvelle recherche de chemin</translation>
    </message>
    <message>
        <source>One direction fell silent</source>
        <translation>Un sens est devenu muet</translation>
    </message>
    <message>
        <source>Both directions were there again</source>
        <translation>Les deux sens étaient de nouveau là</translation>
    </message>
    <message>
        <source>The call had become of no use</source>
        <translation>L’appel était devenu inutilisable</translation>
    </message>
    <message>
        <source>The call was of use again</source>
        <translation>L’appel était de nouveau utilisable</translation>
    </message>
    <message>
        <source>Sound and picture came apart</source>
        <translation>Son et image se sont désynchronisés</translation>
    </message>
    <message>
        <source>Sound and picture were together again</source>
        <translation>Son et image de nouveau synchronisés</translation>
    </message>
    <message>
        <source>The other end sends no receiver reports</source>
        <translation>L’autre extrémité n’envoie pas de rapports de réception</translation>
    </message>
    <message>
        <source>The other end sends receiver reports</source>
        <translation>L’autre extrémité envoie des rapports de réception</translation>
    </message>
    <message>
        <source>The application wrote</source>
        <translation>L’application a écrit</translation>
    </message>
    <message>
        <source>A connection began</source>
        <translation>Une connexion a commencé</translation>
    </message>
    <message>
        <source>The other end stopped sending reports</source>
        <translation>L’autre extrémité a cessé d’envoyer des rapports</translation>
    </message>
    <message>
        <source>The other end sent reports again</source>
        <translation>L’autre extrémité a de nouveau envoyé des rapports</translation>
    </message>
    <message>
        <source>Sound or picture stopped flowing</source>
        <translation>Le son ou l’image a cessé de passer</translation>
    </message>
    <message>
        <source>Sound or picture flowed again</source>
        <translation>Le son ou l’image est passé de nouveau</translation>
    </message>
    <message>
        <source>Too much was lost or too late to be of use</source>
        <translation>Trop de pertes ou de retard pour être utilisable</translation>
    </message>
    <message>
        <source>What arrived was of use again</source>
        <translation>Ce qui arrivait était de nouveau utilisable</translation>
    </message>
    <message>
        <source>More was sent than the network carried</source>
        <translation>Plus de données envoyées que le réseau n’en achemine</translation>
    </message>
    <message>
        <source>The network carried it again</source>
        <translation>Le réseau suffisait de nouveau</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échoué</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqué</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Abandonné</translation>
    </message>
    <message>
        <source>{word}: right</source>
        <translation>{word}&#x202f;: juste</translation>
    </message>
    <message>
        <source>{word}: wrong</source>
        <translation>{word}&#x202f;: faux</translation>
    </message>
    <message>
        <source>{number} of 5</source>
        <translation>{number} sur 5</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>once</source>
        <translation>une fois</translation>
    </message>
    <message>
        <source>{event}: {detail}</source>
        <translation>{event}&#x202f;: {detail}</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call did not connect.</source>
        <translation>La prévision annonçait&#x202f;: {forecast}&#x202f;; l’appel n’a pas pu être établi.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}.</source>
        <translation>La prévision annonçait&#x202f;: {forecast}&#x202f;; résultat de l’appel&#x202f;: {got}.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}.</source>
        <translation>La prévision annonçait&#x202f;: {word}.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}, and was right.</source>
        <translation>La prévision annonçait&#x202f;: {word}. Elle était juste.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}, and was wrong.</source>
        <translation>La prévision annonçait&#x202f;: {word}. Elle était fausse.</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>This computer is not connected to any network. Plug in the network cable or join a Wi-Fi network.</source>
        <translation>Cet ordinateur n’est connecté à aucun réseau. Branchez le câble réseau ou rejoignez un réseau Wi-Fi.</translation>
    </message>
    <message>
        <source>Sign in to the network first: open any web page in your browser, fill in the page that appears, and test again.</source>
        <translation>Connectez-vous d’abord au réseau&#x202f;: ouvrez une page web quelconque dans votre navigateur, remplissez la page qui s’affiche, puis relancez le test.</translation>
    </message>
    <message>
        <source>The call server refused the user name or password. Check them in the settings, or ask whoever gave them to you.</source>
        <translation>Le serveur d’appel a refusé le nom d’utilisateur ou le mot de passe. Vérifiez-les dans les paramètres, ou adressez-vous à la personne qui vous les a donnés.</translation>
    </message>
    <message>
        <source>The secure connection to the call server failed: its certificate is not trusted or has expired. Check this computer&apos;s clock, and tell whoever runs the server.</source>
        <translation>La connexion sécurisée au serveur d’appel a échoué&#x202f;: son certificat n’est pas reconnu ou a expiré. Vérifiez l’heure de cet ordinateur et prévenez l’exploitant du serveur.</translation>
    </message>
    <message>
        <source>The call server has no relay left for this user name. Close other calls and try again, or ask whoever runs it for a higher limit.</source>
        <translation>Le serveur d’appel n’a plus de relais pour ce nom d’utilisateur. Terminez les autres appels et réessayez, ou demandez une limite plus élevée à l’exploitant du serveur.</translation>
    </message>
    <message>
        <source>The name of the call server is not found. Check its spelling in the settings, and that web pages open.</source>
        <translation>Le nom du serveur d’appel est introuvable. Vérifiez son orthographe dans les paramètres, et que des pages web s’ouvrent.</translation>
    </message>
    <message>
        <source>No call server answered, or it stopped answering. Check that web pages open. If they do, a firewall may be in the way: try another network or ask your network&apos;s administrator.</source>
        <translation>Aucun serveur d’appel n’a répondu, ou il a cessé de répondre. Vérifiez que des pages web s’ouvrent. Si c’est le cas, un pare-feu fait peut-être obstacle&#x202f;: essayez un autre réseau ou adressez-vous à votre administrateur réseau.</translation>
    </message>
    <message>
        <source>Something on the way, mostly a firewall, lets no encrypted call through, though the call server can be reached. Ask your network&apos;s administrator to allow WebRTC (DTLS and SRTP), or try another network.</source>
        <translation>Quelque chose sur le trajet, le plus souvent un pare-feu, ne laisse passer aucun appel chiffré, bien que le serveur d’appel soit joignable. Demandez à votre administrateur réseau d’autoriser WebRTC (DTLS et SRTP), ou essayez un autre réseau.</translation>
    </message>
    <message>
        <source>Data gets lost on the way. On Wi-Fi, move closer to the router or use a cable; on a cable, pause large downloads and uploads.</source>
        <translation>Des données se perdent en chemin. En Wi-Fi, rapprochez-vous du routeur ou utilisez un câble&#x202f;; avec un câble, suspendez les gros téléchargements et envois.</translation>
    </message>
    <message>
        <source>Data takes long to the call server and back. Pause large downloads and uploads, and switch off a VPN if you may. On a satellite line this is normal.</source>
        <translation>Les données mettent longtemps à atteindre le serveur d’appel et à en revenir. Suspendez les gros téléchargements et envois, et désactivez le VPN si vous en avez le droit. Sur une liaison par satellite, c’est normal.</translation>
    </message>
    <message>
        <source>Data arrives unevenly. On Wi-Fi, move closer to the router or use a cable, and pause other traffic.</source>
        <translation>Les données arrivent irrégulièrement. En Wi-Fi, rapprochez-vous du routeur ou utilisez un câble, et suspendez le reste du trafic.</translation>
    </message>
    <message>
        <source>The line is slow. Pause downloads, uploads and video streams on every device that shares it, or switch your camera off in the call.</source>
        <translation>La ligne est lente. Suspendez téléchargements, envois et vidéos en streaming sur tous les appareils qui la partagent, ou coupez votre caméra pendant l’appel.</translation>
    </message>
    <message>
        <source>Sending is slow. Pause uploads and cloud backups on every device that shares the line, or switch your camera off in the call.</source>
        <translation>L’envoi est lent. Suspendez les envois et les sauvegardes en ligne sur tous les appareils qui partagent la ligne, ou coupez votre caméra pendant l’appel.</translation>
    </message>
    <message>
        <source>Receiving is slow. Pause downloads and video streams on every device that shares the line, or ask for lower video quality in the call.</source>
        <translation>La réception est lente. Suspendez les téléchargements et les vidéos en streaming sur tous les appareils qui partagent la ligne, ou demandez une qualité vidéo inférieure dans l’appel.</translation>
    </message>
    <message>
        <source>Calls will lag as soon as somebody uploads or downloads. Keep the line free during a call, or switch on smart queue management (SQM) in your router.</source>
        <translation>Les appels subiront un décalage dès que quelqu’un enverra ou téléchargera des fichiers. Gardez la ligne libre pendant un appel, ou activez la gestion intelligente des files d’attente (SQM) de votre routeur.</translation>
    </message>
    <message>
        <source>The Wi-Fi is the weak part of the way. Move closer to the access point, change to its 5 GHz band, or use a cable.</source>
        <translation>Le Wi-Fi est le point faible du trajet. Rapprochez-vous du point d’accès, passez sur sa bande de 5 GHz ou utilisez un câble.</translation>
    </message>
    <message>
        <source>The trouble is between this computer and its router, not on the line behind it. Try another cable or port, pause transfers inside this network, or restart the router.</source>
        <translation>Le problème se situe entre cet ordinateur et son routeur, et non sur la ligne au-delà. Essayez un autre câble ou un autre port, suspendez les transferts à l’intérieur de ce réseau ou redémarrez le routeur.</translation>
    </message>
    <message>
        <source>A firewall lets no UDP through, so calls take a slower way. Ask your network&apos;s administrator to allow UDP to the call server, or try another network.</source>
        <translation>Un pare-feu ne laisse pas passer l’UDP&#x202f;; les appels prennent donc un chemin plus lent. Demandez à votre administrateur réseau d’autoriser l’UDP vers le serveur d’appel, ou essayez un autre réseau.</translation>
    </message>
    <message>
        <source>A VPN carries your calls. If you may, switch it off during a call and test again.</source>
        <translation>Un VPN achemine vos appels. Si vous en avez le droit, désactivez-le pendant un appel et relancez le test.</translation>
    </message>
    <message>
        <source>Plug in a microphone or a camera, or check that the one you have is switched on and not disabled.</source>
        <translation>Branchez un microphone ou une caméra, ou vérifiez que celui ou celle que vous avez est allumé et n’est pas désactivé.</translation>
    </message>
    <message>
        <source>The call server refused the user name or password, which your organisation has set. Tell its help desk; nothing on this computer can fix that.</source>
        <translation>Le serveur d’appel a refusé le nom d’utilisateur ou le mot de passe définis par votre organisation. Prévenez son service d’assistance&#x202f;; rien sur cet ordinateur ne peut y remédier.</translation>
    </message>
    <message>
        <source>{program} can&apos;t be started at log-in: its path holds an equals sign or a character that can&apos;t be printed</source>
        <translation>{program} ne peut pas être lancé à l’ouverture de session&#x202f;: son chemin contient un signe égal ou un caractère non imprimable</translation>
    </message>
    <message>
        <source>the registry can&apos;t be written: {reason}</source>
        <translation>le registre ne peut pas être modifié&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Windows starts no command that is longer than {longest} characters at log-in</source>
        <translation>Windows ne lance à l’ouverture de session aucune commande de plus de {longest} caractères</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}</source>
        <translation>{file} ne peut pas être écrit&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be removed: {reason}</source>
        <translation>{file} ne peut pas être supprimé&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>{folder} is no folder of its own but a link or a file.</source>
        <translation>{folder} n’est pas un vrai dossier, mais un lien ou un fichier.</translation>
    </message>
    <message>
        <source>{folder} belongs to somebody else; remove it.</source>
        <translation>{folder} appartient à quelqu’un d’autre&#x202f;; supprimez-le.</translation>
    </message>
    <message>
        <source>{folder} is open to other users; set its mode to 700.</source>
        <translation>{folder} est accessible à d’autres utilisateurs&#x202f;; réglez ses droits sur 700.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>{file} est inutilisable&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The path {path} is too long for a socket; set XDG_RUNTIME_DIR.</source>
        <translation>Le chemin {path} est trop long pour un socket&#x202f;; définissez XDG_RUNTIME_DIR.</translation>
    </message>
    <message>
        <source>Windows has named pipes for this.</source>
        <translation>Windows dispose pour cela de canaux nommés.</translation>
    </message>
    <message>
        <source>{file} is in the way: it is no socket.</source>
        <translation>{file} fait obstacle&#x202f;: ce n’est pas un socket.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be made: {reason}.</source>
        <translation>{folder} ne peut pas être créé&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be locked: {reason}.</source>
        <translation>{file} ne peut pas être verrouillé&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>This loop has no named pipes.</source>
        <translation>Cette boucle n’a pas de canaux nommés.</translation>
    </message>
    <message>
        <source>The pipe {name} can&apos;t be served: {reason}.</source>
        <translation>Le canal {name} ne peut pas être servi&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The WebSocket needs the Python package {package}.</source>
        <translation>Le WebSocket a besoin du paquet Python {package}.</translation>
    </message>
    <message>
        <source>The WebSocket can&apos;t listen on port {port}: {reason}.</source>
        <translation>Le WebSocket ne peut pas écouter sur le port {port}&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>What this archive is</source>
        <translation>Présentation de cette archive</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Il n’y a pas de dossier {folder}.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}.</source>
        <translation>{file} ne peut pas être écrit&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} est un dossier.</translation>
    </message>
    <message>
        <source>There is a file {file} already.</source>
        <translation>Il existe déjà un fichier {file}.</translation>
    </message>
    <message>
        <source>Versions of the program, its libraries and the system</source>
        <translation>Versions du programme, de ses bibliothèques et du système</translation>
    </message>
    <message>
        <source>Which of the programs run now, and the last crash</source>
        <translation>Les programmes de Call Notifier en cours d’exécution, et le dernier plantage</translation>
    </message>
    <message>
        <source>Tray, notifications and tests as the tray program has them</source>
        <translation>Icône, notifications et tests, vus par le programme de la zone de notification</translation>
    </message>
    <message>
        <source>All settings, and where each comes from</source>
        <translation>Tous les paramètres, et l’origine de chacun</translation>
    </message>
    <message>
        <source>The servers, and whether a password is found; no password</source>
        <translation>Les serveurs, et si un mot de passe est trouvé&#x202f;; aucun mot de passe</translation>
    </message>
    <message>
        <source>Which key ring there is</source>
        <translation>Le trousseau de clés présent</translation>
    </message>
    <message>
        <source>Folders and files of the program: sizes and rights</source>
        <translation>Dossiers et fichiers du programme&#x202f;: tailles et droits</translation>
    </message>
    <message>
        <source>State of the history, networks by number</source>
        <translation>État de l’historique, les réseaux désignés par un numéro</translation>
    </message>
    <message>
        <source>The last tests, and what was told of them</source>
        <translation>Les derniers tests, et ce qui en a été annoncé</translation>
    </message>
    <message>
        <source>The last calls, without where they took place</source>
        <translation>Les derniers appels, sans l’endroit où ils ont eu lieu</translation>
    </message>
    <message>
        <source>Trays and notification services of the desktop</source>
        <translation>Zones de notification et services de notification du bureau</translation>
    </message>
    <message>
        <source>Whether the program starts at log-in</source>
        <translation>Si le programme se lance à l’ouverture de session</translation>
    </message>
    <message>
        <source>Whether browsers find the program</source>
        <translation>Si les navigateurs trouvent le programme</translation>
    </message>
    <message>
        <source>Kind and routes of the network</source>
        <translation>Type et routes du réseau</translation>
    </message>
    <message>
        <source>Whether there are a microphone and a camera</source>
        <translation>Si un microphone et une caméra sont présents</translation>
    </message>
    <message>
        <source>Figures for the organisation: what waits to be sent</source>
        <translation>Chiffres pour l’organisation&#x202f;: ce qui attend d’être envoyé</translation>
    </message>
    <message>
        <source>What is known of newer versions</source>
        <translation>Ce que l’on sait des versions plus récentes</translation>
    </message>
    <message>
        <source>Log of the tray program</source>
        <translation>Journal du programme de la zone de notification</translation>
    </message>
    <message>
        <source>Log of the watch command</source>
        <translation>Journal de la commande watch</translation>
    </message>
    <message>
        <source>What crashes have left</source>
        <translation>Ce que les plantages ont laissé</translation>
    </message>
    <message>
        <source>The process that collects can&apos;t be started: {reason}</source>
        <translation>Le processus de collecte ne peut pas être lancé&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Collecting took longer than {seconds} s.</source>
        <translation>La collecte a duré plus de {seconds} s.</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>mauvais</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>médiocre</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>moyen</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>excellent</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}: {reason}.</source>
        <translation>La prévision annonçait un appel {forecast}&#x202f;; il a été {got}&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>the picture froze for {share} of the time</source>
        <translation>l’image s’est figée pendant {share} du temps</translation>
    </message>
    <message>
        <source>sound and picture took {delay} ms to arrive</source>
        <translation>le son et l’image mettaient {delay} ms à arriver</translation>
    </message>
    <message>
        <source>there were {rate} Mbit/s to send with</source>
        <translation>il y avait {rate} Mbit/s pour l’envoi</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call did not connect.</source>
        <translation>La prévision annonçait un appel {forecast}&#x202f;; il n’a pas pu être établi.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}, and the call was {got}.</source>
        <translation>La prévision annonçait un appel {forecast}, et il a été {got}.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}.</source>
        <translation>La prévision annonçait un appel {forecast}&#x202f;; il a été {got}.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}, and the call was {got}, with a difference: {reason}.</source>
        <translation>La prévision annonçait un appel {forecast}, et il a été {got}, à une différence près&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>{share} of the sound was missing</source>
        <translation>{share} du son manquait</translation>
    </message>
    <message>
        <source>there were {rate} kbit/s to send with</source>
        <translation>il y avait {rate} kbit/s pour l’envoi</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>moins de 1&#xa0;%</translation>
    </message>
    <message>
        <source>The history file {file} is damaged.</source>
        <translation>Le fichier d’historique {file} est endommagé.</translation>
    </message>
    <message>
        <source>The history {file} was written by an older version: start call-notifier once, which brings it up to date.</source>
        <translation>L’historique {file} a été écrit par une version plus ancienne&#x202f;: lancez une fois call-notifier pour le mettre à jour.</translation>
    </message>
    <message>
        <source>The history {file} was written by a newer version of call-notifier (format {format}, this one knows {known}): it is left as it is.</source>
        <translation>L’historique {file} a été écrit par une version plus récente de call-notifier (format {format}, celle-ci connaît {known})&#x202f;: il est laissé tel quel.</translation>
    </message>
    <message>
        <source>The history was damaged and has been set aside as {file}; a new one is begun.</source>
        <translation>L’historique était endommagé et a été mis de côté sous le nom {file}&#x202f;; un nouveau est commencé.</translation>
    </message>
    <message>
        <source>The history file {file} is damaged and cannot be set aside: {reason}.</source>
        <translation>Le fichier d’historique {file} est endommagé et ne peut pas être mis de côté&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>There is no history {file} yet.</source>
        <translation>Il n’y a pas encore d’historique {file}.</translation>
    </message>
    <message>
        <source>The history {file} is being prepared by another program for too long.</source>
        <translation>L’historique {file} est en préparation par un autre programme depuis trop longtemps.</translation>
    </message>
    <message>
        <source>The disk is full: the history {file} cannot be written.</source>
        <translation>Le disque est plein&#x202f;: l’historique {file} ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>The history {file} is in use by another program and did not become free.</source>
        <translation>L’historique {file} est utilisé par un autre programme et ne s’est pas libéré.</translation>
    </message>
    <message>
        <source>Reading the history {file} was stopped.</source>
        <translation>La lecture de l’historique {file} a été arrêtée.</translation>
    </message>
    <message>
        <source>The history {file} cannot be written: permission is missing.</source>
        <translation>L’historique {file} ne peut pas être écrit&#x202f;: l’autorisation manque.</translation>
    </message>
    <message>
        <source>The history {file} cannot be used: {reason}.</source>
        <translation>L’historique {file} est inutilisable&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>There is no call {identity} in the history.</source>
        <translation>Il n’y a pas d’appel {identity} dans l’historique.</translation>
    </message>
    <message>
        <source>The record of call {identity} in the history cannot be read.</source>
        <translation>L’enregistrement de l’appel {identity} dans l’historique est illisible.</translation>
    </message>
    <message>
        <source>The history {file} was taken over by a newer version of call-notifier: restart this one.</source>
        <translation>L’historique {file} a été repris par une version plus récente de call-notifier&#x202f;: redémarrez celle-ci.</translation>
    </message>
    <message>
        <source>the demonstration relay did not start: {reason}</source>
        <translation>le relais de démonstration n’a pas démarré&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>it said nothing for {seconds} s</source>
        <translation>il n’a rien dit pendant {seconds} s</translation>
    </message>
    <message>
        <source>the demonstration relay could not be started: {reason}</source>
        <translation>le relais de démonstration n’a pas pu être lancé&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>il s’est arrêté sans un mot</translation>
    </message>
    <message>
        <source>the test&apos;s process ended with exit status {status}</source>
        <translation>le processus du test s’est terminé avec le code de sortie {status}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended by signal {number}</source>
        <translation>le processus du test a été terminé par le signal {number}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended with exit status {status}: {words}</source>
        <translation>le processus du test s’est terminé avec le code de sortie {status}&#x202f;: {words}</translation>
    </message>
    <message>
        <source>the test&apos;s process cannot be started: {reason}</source>
        <translation>le processus du test ne peut pas être lancé&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>the test&apos;s process did not forecast within {seconds} s</source>
        <translation>le processus du test n’a pas établi de prévision en {seconds} s</translation>
    </message>
    <message>
        <source>the test&apos;s process sent something else than a forecast</source>
        <translation>le processus du test a envoyé autre chose qu’une prévision</translation>
    </message>
    <message>
        <source>the test&apos;s process has no standard output</source>
        <translation>le processus du test n’a pas de sortie standard</translation>
    </message>
    <message>
        <source>the test&apos;s process sent a line without end</source>
        <translation>le processus du test a envoyé une ligne sans fin</translation>
    </message>
    <message>
        <source>the test&apos;s process sent no report: {reason}</source>
        <translation>le processus du test n’a pas envoyé de rapport&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended by signal {number}: {words}</source>
        <translation>le processus du test a été terminé par le signal {number}&#x202f;: {words}</translation>
    </message>
    <message>
        <source>the test&apos;s process did not measure within {seconds} s</source>
        <translation>le processus du test n’a pas terminé ses mesures en {seconds} s</translation>
    </message>
    <message>
        <source>the test&apos;s process forecast what it had not measured</source>
        <translation>le processus du test a établi une prévision sur ce qu’il n’avait pas mesuré</translation>
    </message>
    <message>
        <source>Web applications can&apos;t report their calls. {reason}</source>
        <translation>Les applications web ne peuvent pas signaler leurs appels. {reason}</translation>
    </message>
    <message>
        <source>Calls can&apos;t be watched. {reason}</source>
        <translation>Les appels ne peuvent pas être suivis. {reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read or written: {reason}.</source>
        <translation>{file} ne peut pas être lu ou écrit&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>{file}: {reason}.</source>
        <translation>{file}&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The model that your organisation names can&apos;t be used, so the program&apos;s own judges: {reason}</source>
        <translation>Le modèle indiqué par votre organisation est inutilisable&#x202f;; celui du programme juge donc à sa place&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>it can&apos;t be read ({place}). It should look like {example}</source>
        <translation>lecture impossible ({place}). Forme attendue&#x202f;: {example}</translation>
    </message>
    <message>
        <source>expected {expected}; http:// only of this computer: whoever is on the way could change the page</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; http:// seulement pour cet ordinateur&#x202f;: quiconque se trouve sur le trajet pourrait modifier la page</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>il n’a pas donné de raison</translation>
    </message>
    <message>
        <source>{program} did not answer: {reason}</source>
        <translation>{program} n’a pas répondu&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>{program} did not answer within {limit} seconds</source>
        <translation>{program} n’a pas répondu en {limit} secondes</translation>
    </message>
    <message>
        <source>No model could be asked, so the threshold rule judges: {reason}</source>
        <translation>Aucun modèle n’a pu être interrogé&#x202f;; la règle des seuils juge donc&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>a user name of 1 to {limit} bytes on one line</source>
        <translation>un nom d’utilisateur de 1 à {limit} octets sur une ligne</translation>
    </message>
    <message>
        <source>&quot;password&quot; or &quot;turn-rest&quot;</source>
        <translation>&quot;password&quot; ou &quot;turn-rest&quot;</translation>
    </message>
    <message>
        <source>&quot;light&quot;, &quot;full&quot; or &quot;none&quot;</source>
        <translation>&quot;light&quot;, &quot;full&quot; ou &quot;none&quot;</translation>
    </message>
    <message>
        <source>the name of an environment variable: letters, digits and _</source>
        <translation>le nom d’une variable d’environnement&#x202f;: lettres, chiffres et _</translation>
    </message>
    <message>
        <source>the name of a file: a whole path, one that begins with ~/, or one relative to this file</source>
        <translation>le nom d’un fichier&#x202f;: un chemin complet, un chemin commençant par ~/, ou un chemin relatif à ce fichier</translation>
    </message>
    <message>
        <source>a list of at most {limit} names of files</source>
        <translation>une liste de {limit} noms de fichiers au plus</translation>
    </message>
    <message>
        <source>a TURN address like &quot;turn:turn.example.com:3478&quot;, or a list of 1 to {limit}</source>
        <translation>une adresse TURN comme &quot;turn:turn.example.com:3478&quot;, ou une liste de 1 à {limit} adresses</translation>
    </message>
    <message>
        <source>the address of a page over plain HTTP, like http://check.example.com/generate_204</source>
        <translation>l’adresse d’une page en HTTP simple, comme http://check.example.com/generate_204</translation>
    </message>
    <message>
        <source>two times of day like &quot;22:00-07:00&quot;, or &quot;&quot; for no quiet hours</source>
        <translation>deux heures de la journée comme &quot;22:00-07:00&quot;, ou &quot;&quot; pour aucune heure calme</translation>
    </message>
    <message>
        <source>a language as BCP 47 writes it, like &quot;de&quot; or &quot;pt-BR&quot;, or &quot;&quot; for the system&apos;s</source>
        <translation>une langue au format BCP 47, comme &quot;de&quot; ou &quot;pt-BR&quot;, ou &quot;&quot; pour celle du système</translation>
    </message>
    <message>
        <source>&quot;color&quot; or &quot;monochrome&quot;</source>
        <translation>&quot;color&quot; ou &quot;monochrome&quot;</translation>
    </message>
    <message>
        <source>&quot;all&quot;, &quot;listed&quot; or &quot;none&quot;</source>
        <translation>&quot;all&quot;, &quot;listed&quot; ou &quot;none&quot;</translation>
    </message>
    <message>
        <source>a text of 1 to {limit} characters on one line</source>
        <translation>un texte de 1 à {limit} caractères sur une ligne</translation>
    </message>
    <message>
        <source>number {number}: {problem}</source>
        <translation>n° {number}&#x202f;: {problem}</translation>
    </message>
    <message>
        <source>a list of at most {limit}, each {what}</source>
        <translation>une liste de {limit} éléments au plus, chacun étant {what}</translation>
    </message>
    <message>
        <source>Another program of yours takes reports of calls already.</source>
        <translation>Un autre de vos programmes reçoit déjà les informations sur les appels.</translation>
    </message>
    <message>
        <source>The process that collects ended with exit status {status}.</source>
        <translation>Le processus de collecte s’est terminé avec le code de sortie {status}.</translation>
    </message>
    <message>
        <source>The process that collects ended by signal {number}.</source>
        <translation>Le processus de collecte a été terminé par le signal {number}.</translation>
    </message>
    <message>
        <source>The process that collects ended with exit status {status}: {words}</source>
        <translation>Le processus de collecte s’est terminé avec le code de sortie {status}&#x202f;: {words}</translation>
    </message>
    <message>
        <source>The process that collects ended by signal {number}: {words}</source>
        <translation>Le processus de collecte a été terminé par le signal {number}&#x202f;: {words}</translation>
    </message>
    <message>
        <source>Test {number} is not in the history any more.</source>
        <translation>Le test {number} n’est plus dans l’historique.</translation>
    </message>
    <message>
        <source>The record of test {number} in the history cannot be read.</source>
        <translation>L’enregistrement du test {number} dans l’historique est illisible.</translation>
    </message>
    <message>
        <source>nobody could say within {limit} seconds whether there is a newer version</source>
        <translation>impossible de savoir en {limit} secondes s’il existe une version plus récente</translation>
    </message>
    <message>
        <source>the look for a newer version failed: {reason}</source>
        <translation>la recherche d’une version plus récente a échoué&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>the name of a secret: at most {limit} small letters, digits and -</source>
        <translation>le nom d’un secret&#x202f;: {limit} caractères au plus, minuscules, chiffres et -</translation>
    </message>
    <message>
        <source>&quot;none&quot;, &quot;installation&quot;, &quot;machine&quot; or &quot;person&quot;</source>
        <translation>&quot;none&quot;, &quot;installation&quot;, &quot;machine&quot; ou &quot;person&quot;</translation>
    </message>
    <message>
        <source>a name and a value like &quot;site=Berlin&quot;</source>
        <translation>un nom et une valeur comme &quot;site=Berlin&quot;</translation>
    </message>
    <message>
        <source>expected {expected}, found {found}</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; trouvé&#x202f;: {found}</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}</source>
        <translation>un nombre entier de {minimum} à {maximum}</translation>
    </message>
    <message>
        <source>a number from {minimum} to {maximum}</source>
        <translation>un nombre de {minimum} à {maximum}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>une table</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>data</source>
        <translation>des données binaires</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>une date ou une heure</translation>
    </message>
    <message>
        <source>expected {expected}, found an empty text</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; trouvé&#x202f;: un texte vide</translation>
    </message>
    <message>
        <source>expected {expected}, found one of {count} characters</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; trouvé&#x202f;: {count} caractères</translation>
    </message>
    <message>
        <source>expected {expected}, found a line break or another control character</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; trouvé&#x202f;: un saut de ligne ou un autre caractère de contrôle</translation>
    </message>
    <message>
        <source>expected {expected}, found one of {count} bytes</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; trouvé&#x202f;: {count} octets</translation>
    </message>
    <message>
        <source>expected {expected}, which says of what kind the secret is; the secret itself belongs into the key ring (call-notifier config password URL) or an environment variable (password-env)</source>
        <translation>attendu&#x202f;: {expected}, qui indique la nature du secret&#x202f;; le secret lui-même se range dans le trousseau de clés (call-notifier config password URL) ou dans une variable d’environnement (password-env)</translation>
    </message>
    <message>
        <source>expected {expected}, not the secret itself</source>
        <translation>attendu&#x202f;: {expected}, et non le secret lui-même</translation>
    </message>
    <message>
        <source>expected {expected}</source>
        <translation>attendu&#x202f;: {expected}</translation>
    </message>
    <message>
        <source>expected a whole path, or one that begins with ~/</source>
        <translation>attendu&#x202f;: un chemin complet, ou un chemin commençant par ~/</translation>
    </message>
    <message>
        <source>a TURN address like &quot;turn:turn.example.com:3478&quot;</source>
        <translation>une adresse TURN comme &quot;turn:turn.example.com:3478&quot;</translation>
    </message>
    <message>
        <source>expected a TURN address without user name and password (RFC 7065 has none); the name belongs into username, the password into the key ring or password-env</source>
        <translation>attendu&#x202f;: une adresse TURN sans nom d’utilisateur ni mot de passe (la RFC 7065 n’en prévoit pas)&#x202f;; le nom se met dans username, le mot de passe dans le trousseau de clés ou password-env</translation>
    </message>
    <message>
        <source>expected a TURN address of at most {limit} characters</source>
        <translation>attendu&#x202f;: une adresse TURN de {limit} caractères au plus</translation>
    </message>
    <message>
        <source>expected {expected}, without user name and password</source>
        <translation>attendu&#x202f;: {expected}, sans nom d’utilisateur ni mot de passe</translation>
    </message>
    <message>
        <source>expected {expected}; the last minute of a day is 23:59</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; la dernière minute d’une journée est 23:59</translation>
    </message>
    <message>
        <source>expected {expected}; to be told nothing at all, set enabled to false</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; pour ne rien recevoir du tout, mettez enabled à false</translation>
    </message>
    <message>
        <source>a far larger number</source>
        <translation>un nombre bien plus grand</translation>
    </message>
    <message>
        <source>expected {expected}; whose home directory ~ means is not known</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; on ne sait pas quel dossier personnel ~ désigne</translation>
    </message>
    <message>
        <source>expected {expected}; the name has small letters, digits, _ and . alone</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; le nom ne comporte que des minuscules, des chiffres, . et _</translation>
    </message>
    <message>
        <source>the name stands there already</source>
        <translation>ce nom y figure déjà</translation>
    </message>
    <message>
        <source>{setting} is no setting</source>
        <translation>{setting} n’est pas un paramètre</translation>
    </message>
    <message>
        <source>the servers are set by your organisation</source>
        <translation>les serveurs sont définis par votre organisation</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}&#x202f;: {problem}</translation>
    </message>
    <message>
        <source>server is no list of tables in the file; put that right first</source>
        <translation>server n’est pas une liste de tables dans le fichier&#x202f;; corrigez d’abord cela</translation>
    </message>
    <message>
        <source>the servers in the file stand in the way; change it by hand</source>
        <translation>les serveurs du fichier font obstacle&#x202f;; modifiez-le à la main</translation>
    </message>
    <message>
        <source>put the file right first: {problem}</source>
        <translation>corrigez d’abord le fichier&#x202f;: {problem}</translation>
    </message>
    <message>
        <source>the change would harm other settings; change the file by hand</source>
        <translation>la modification endommagerait d’autres paramètres&#x202f;; modifiez le fichier à la main</translation>
    </message>
    <message>
        <source>the file would be longer than {size} KiB</source>
        <translation>le fichier dépasserait {size} Kio</translation>
    </message>
    <message>
        <source>{setting} can&apos;t be taken out of its table; change it by hand</source>
        <translation>{setting} ne peut pas être retiré de sa table&#x202f;; modifiez cela à la main</translation>
    </message>
    <message>
        <source>{setting} is set by your organisation</source>
        <translation>{setting} est défini par votre organisation</translation>
    </message>
    <message>
        <source>{setting}: only an organisation&apos;s policy can set this</source>
        <translation>{setting}&#x202f;: seule la politique d’une organisation peut définir ce paramètre</translation>
    </message>
    <message>
        <source>the file can&apos;t be written: {reason}</source>
        <translation>le fichier ne peut pas être écrit&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>the file can&apos;t be written: it holds characters that UTF-8 has not</source>
        <translation>le fichier ne peut pas être écrit&#x202f;: il contient des caractères absents d’UTF-8</translation>
    </message>
    <message>
        <source>{table} is no table in the file; put that right first</source>
        <translation>{table} n’est pas une table dans le fichier&#x202f;; corrigez d’abord cela</translation>
    </message>
    <message>
        <source>there is no {table} table in it</source>
        <translation>il ne contient pas de table {table}</translation>
    </message>
    <message>
        <source>the file is empty, or is gone</source>
        <translation>le fichier est vide ou a disparu</translation>
    </message>
    <message>
        <source>it is neither JSON nor TOML</source>
        <translation>ce n’est ni du JSON ni du TOML</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>il se termine trop tôt</translation>
    </message>
    <message>
        <source>nothing was pasted</source>
        <translation>rien n’a été collé</translation>
    </message>
    <message>
        <source>the text is longer than {limit} characters</source>
        <translation>le texte dépasse {limit} caractères</translation>
    </message>
    <message>
        <source>there is no TURN address in it: a URL that begins with turn: or turns:</source>
        <translation>il ne contient pas d’adresse TURN&#x202f;: une URL qui commence par turn: ou turns:</translation>
    </message>
    <message>
        <source>its credentialType is not &quot;password&quot;, the only one supported</source>
        <translation>son credentialType n’est pas &quot;password&quot;, le seul pris en charge</translation>
    </message>
    <message>
        <source>it holds characters that are not Unicode text</source>
        <translation>il contient des caractères qui ne sont pas du texte Unicode</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>il est imbriqué trop profondément</translation>
    </message>
    <message>
        <source>it is not an RTCIceServer: {reason}</source>
        <translation>ce n’est pas un RTCIceServer&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}&#x202f;: {problem}</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, ligne {line}</translation>
    </message>
    <message>
        <source>{place}: {setting}: {problem}</source>
        <translation>{place}&#x202f;: {setting}&#x202f;: {problem}</translation>
    </message>
    <message>
        <source>only an organisation&apos;s policy can set this</source>
        <translation>seule la politique d’une organisation peut définir ce paramètre</translation>
    </message>
    <message>
        <source>{unknown}; expected one of {names}</source>
        <translation>{unknown}&#x202f;; attendu, au choix&#x202f;: {names}</translation>
    </message>
    <message>
        <source>expected a code, or a table for a language like &quot;de&quot; or &quot;pt-BR&quot;</source>
        <translation>attendu&#x202f;: un code, ou une table pour une langue comme &quot;de&quot; ou &quot;pt-BR&quot;</translation>
    </message>
    <message>
        <source>expected tables that begin with [[{table}]], with two brackets</source>
        <translation>attendu&#x202f;: des tables qui commencent par [[{table}]], avec doubles crochets</translation>
    </message>
    <message>
        <source>expected a username beside it; this server is left out</source>
        <translation>un username est attendu à côté&#x202f;; ce serveur est laissé de côté</translation>
    </message>
    <message>
        <source>expected {expected}, found an empty list</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; trouvé&#x202f;: une liste vide</translation>
    </message>
    <message>
        <source>expected at least one address that can be used; this server is left out</source>
        <translation>au moins une adresse utilisable est attendue&#x202f;; ce serveur est laissé de côté</translation>
    </message>
    <message>
        <source>a secret never stands in this file: delete this line, then store the secret with call-notifier config password URL, or name an environment variable in password-env</source>
        <translation>un secret n’a jamais sa place dans ce fichier&#x202f;: supprimez cette ligne, puis stockez le secret avec call-notifier config password URL, ou nommez une variable d’environnement dans password-env</translation>
    </message>
    <message>
        <source>{unknown}; did you mean {name}?</source>
        <translation>{unknown}&#x202f;; vouliez-vous dire {name}&#x202f;?</translation>
    </message>
    <message>
        <source>more than {limit} dots on one line; the file is not used</source>
        <translation>plus de {limit} points sur une ligne&#x202f;; le fichier n’est pas utilisé</translation>
    </message>
    <message>
        <source>values are nested too deeply; the file is not used</source>
        <translation>des valeurs sont imbriquées trop profondément&#x202f;; le fichier n’est pas utilisé</translation>
    </message>
    <message>
        <source>no TOML: {reason}; the file is not used</source>
        <translation>TOML non valide&#x202f;: {reason}&#x202f;; le fichier n’est pas utilisé</translation>
    </message>
    <message>
        <source>a whole number of thousands of digits; the file is not used</source>
        <translation>un nombre entier de plusieurs milliers de chiffres&#x202f;; le fichier n’est pas utilisé</translation>
    </message>
    <message>
        <source>{problem}; the file is not used</source>
        <translation>{problem}&#x202f;; le fichier n’est pas utilisé</translation>
    </message>
    <message>
        <source>longer than {size} KiB</source>
        <translation>plus de {size} Kio</translation>
    </message>
    <message>
        <source>no setting of this name</source>
        <translation>aucun paramètre de ce nom</translation>
    </message>
    <message>
        <source>expected at most {limit} servers; this one and the rest are left out</source>
        <translation>{limit} serveurs au plus sont attendus&#x202f;; celui-ci et les suivants sont laissés de côté</translation>
    </message>
    <message>
        <source>expected urls in it; this server is left out</source>
        <translation>urls y est attendu&#x202f;; ce serveur est laissé de côté</translation>
    </message>
    <message>
        <source>expected at most {limit} addresses; this one and the rest are left out</source>
        <translation>{limit} adresses au plus sont attendues&#x202f;; celle-ci et les suivantes sont laissées de côté</translation>
    </message>
    <message>
        <source>stands in server {number} already; left out here</source>
        <translation>figure déjà dans le serveur {number}&#x202f;; laissé de côté ici</translation>
    </message>
    <message>
        <source>{unknown} here; it belongs into [[{table}]]</source>
        <translation>{unknown} ici&#x202f;; sa place est dans [[{table}]]</translation>
    </message>
    <message>
        <source>no TOML: {reason} (column {column}); the file is not used</source>
        <translation>TOML non valide&#x202f;: {reason} (colonne {column})&#x202f;; le fichier n’est pas utilisé</translation>
    </message>
    <message>
        <source>no TOML: {reason} (end of the file); the file is not used</source>
        <translation>TOML non valide&#x202f;: {reason} (fin du fichier)&#x202f;; le fichier n’est pas utilisé</translation>
    </message>
    <message>
        <source>expected a file, found a directory</source>
        <translation>attendu&#x202f;: un fichier&#x202f;; trouvé&#x202f;: un dossier</translation>
    </message>
    <message>
        <source>expected an ordinary file</source>
        <translation>attendu&#x202f;: un fichier ordinaire</translation>
    </message>
    <message>
        <source>can&apos;t be read: {reason}</source>
        <translation>lecture impossible&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>expected UTF-8 text</source>
        <translation>attendu&#x202f;: du texte UTF-8</translation>
    </message>
    <message>
        <source>the list of versions is longer than {size} KiB</source>
        <translation>la liste des versions dépasse {size} Kio</translation>
    </message>
    <message>
        <source>version in the list of versions is not of the form 0.3.0</source>
        <translation>version, dans la liste des versions, n’est pas de la forme 0.3.0</translation>
    </message>
    <message>
        <source>url in the list of versions is no https address</source>
        <translation>url, dans la liste des versions, n’est pas une adresse https</translation>
    </message>
    <message>
        <source>published in the list of versions is no day like 2026-11-20</source>
        <translation>published, dans la liste des versions, n’est pas une date comme 2026-11-20</translation>
    </message>
    <message>
        <source>summary in the list of versions is no single line of {size} characters at most</source>
        <translation>summary, dans la liste des versions, n’est pas une seule ligne de {size} caractères au plus</translation>
    </message>
    <message>
        <source>the list of versions cannot be read: {reason}</source>
        <translation>la liste des versions est illisible&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>the list of versions cannot be fetched: {reason}</source>
        <translation>la liste des versions ne peut pas être récupérée&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>the address of the list of versions is no https address</source>
        <translation>l’adresse de la liste des versions n’est pas une adresse https</translation>
    </message>
    <message>
        <source>the server of the list of versions sends on to another place</source>
        <translation>le serveur de la liste des versions redirige vers un autre endroit</translation>
    </message>
    <message>
        <source>the server of the list of versions answers with status {number}</source>
        <translation>le serveur de la liste des versions répond avec le code d’état {number}</translation>
    </message>
    <message>
        <source>the certificate of the server of the list of versions: {reason}</source>
        <translation>certificat du serveur de la liste des versions&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>no setting of a server of this name</source>
        <translation>aucun paramètre de serveur de ce nom</translation>
    </message>
    <message>
        <source>{unknown} here; it belongs into [{table}]</source>
        <translation>{unknown} ici&#x202f;; sa place est dans [{table}]</translation>
    </message>
    <message>
        <source>no table of this name</source>
        <translation>aucune table de ce nom</translation>
    </message>
    <message>
        <source>expected a table: [{table}] on a line of its own</source>
        <translation>attendu&#x202f;: une table, [{table}] sur une ligne à part</translation>
    </message>
    <message>
        <source>{problem}; this server is left out</source>
        <translation>{problem}&#x202f;; ce serveur est laissé de côté</translation>
    </message>
    <message>
        <source>more than {limit} files; this one and the rest are not used</source>
        <translation>plus de {limit} fichiers&#x202f;; celui-ci et les suivants ne sont pas utilisés</translation>
    </message>
    <message>
        <source>{name} is no number of JSON</source>
        <translation>{name} n’est pas un nombre en JSON</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>le dossier</translation>
    </message>
    <message>
        <source>{what} does not belong to user {number}</source>
        <translation>{what} n’appartient pas à l’utilisateur {number}</translation>
    </message>
    <message>
        <source>others than its owner can write to {what}; set its mode to go-w</source>
        <translation>d’autres que son propriétaire peuvent écrire dans {what}&#x202f;; réglez ses droits sur go-w</translation>
    </message>
    <message>
        <source>no JSON: {reason} (column {column})</source>
        <translation>JSON non valide&#x202f;: {reason} (colonne {column})</translation>
    </message>
    <message>
        <source>expected an object: {example}</source>
        <translation>attendu&#x202f;: un objet, {example}</translation>
    </message>
    <message>
        <source>a name stands twice in one object</source>
        <translation>un nom figure deux fois dans un même objet</translation>
    </message>
    <message>
        <source>expected mandatory or default; what stands in it is left out</source>
        <translation>attendu&#x202f;: mandatory ou default&#x202f;; ce qui s’y trouve est laissé de côté</translation>
    </message>
    <message>
        <source>{what} does not belong to root</source>
        <translation>{what} n’appartient pas à root</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>le fichier</translation>
    </message>
    <message>
        <source>values are nested too deeply</source>
        <translation>des valeurs sont imbriquées trop profondément</translation>
    </message>
    <message>
        <source>a whole number of thousands of digits</source>
        <translation>un nombre entier de plusieurs milliers de chiffres</translation>
    </message>
    <message>
        <source>expected an object of tables, like {example}</source>
        <translation>attendu&#x202f;: un objet composé de tables, comme {example}</translation>
    </message>
    <message>
        <source>The call server can be reached but passes no data on. Tell whoever runs it; nothing on this computer can fix that.</source>
        <translation>Le serveur d’appel est joignable mais ne transmet pas de données. Prévenez son exploitant&#x202f;; rien sur cet ordinateur ne peut y remédier.</translation>
    </message>
    <message>
        <source>This test went to the demonstration relay on this computer and says nothing about your network. Enter a TURN server in the settings.</source>
        <translation>Ce test s’est adressé au relais de démonstration de cet ordinateur et ne dit rien de votre réseau. Saisissez un serveur TURN dans les paramètres.</translation>
    </message>
    <message>
        <source>it is set for everybody on this computer by its administrator</source>
        <translation>c’est l’administrateur de cet ordinateur qui l’a défini pour tous</translation>
    </message>
    <message>
        <source>The process that collects gave an answer that makes no sense: {reason}</source>
        <translation>Le processus de collecte a donné une réponse incompréhensible&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>another test is running</source>
        <translation>un autre test est en cours</translation>
    </message>
    <message>
        <source>Another version of this program was installed, and cannot be started: {reason}. Nothing is tested until it is installed once more.</source>
        <translation>Une autre version de ce programme a été installée et ne peut pas être lancée&#x202f;: {reason}. Aucun test n’aura lieu avant une nouvelle installation.</translation>
    </message>
    <message>
        <source>it ended with status {status}</source>
        <translation>elle s’est terminée avec le code de sortie {status}</translation>
    </message>
    <message>
        <source>it did not answer within {limit} s</source>
        <translation>elle n’a pas répondu en {limit} s</translation>
    </message>
    <message>
        <source>the test failed for a reason that is in the log</source>
        <translation>le test a échoué pour une raison notée dans le journal</translation>
    </message>
    <message>
        <source>the test was cancelled</source>
        <translation>le test a été annulé</translation>
    </message>
    <message>
        <source>an address like &quot;https://name.example.com/path&quot;; plain http only to this computer itself</source>
        <translation>une adresse comme &quot;https://name.example.com/path&quot;&#x202f;; http simple seulement vers cet ordinateur lui-même</translation>
    </message>
    <message>
        <source>line {number} is not as expected</source>
        <translation>la ligne {number} n’est pas celle attendue</translation>
    </message>
    <message>
        <source>The environment variable {name}</source>
        <translation>La variable d’environnement {name}</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} gave an answer that makes no sense; the administrator has to see that {service} has the version of this program.</source>
        <translation>Le service qui lit le secret {name} a donné une réponse qui n’en est pas une&#x202f;; l’administrateur doit veiller à ce que {service} soit de la même version que ce programme.</translation>
    </message>
    <message>
        <source>The secret in the key ring</source>
        <translation>Le secret du trousseau de clés</translation>
    </message>
    <message>
        <source>No password is stored in the key ring for {names}: store it with call-notifier config password URL, or name an environment variable with password-env.</source>
        <translation>Aucun mot de passe n’est stocké dans le trousseau de clés pour {names}&#x202f;: stockez-le avec call-notifier config password URL, ou nommez une variable d’environnement avec password-env.</translation>
    </message>
    <message>
        <source>{what} is longer than {limit} characters.</source>
        <translation>{what} dépasse {limit} caractères.</translation>
    </message>
    <message>
        <source>{what} holds a line break or another control character.</source>
        <translation>{what} contient un saut de ligne ou un autre caractère de contrôle.</translation>
    </message>
    <message>
        <source>The environment variable {name} is not set.</source>
        <translation>La variable d’environnement {name} n’est pas définie.</translation>
    </message>
    <message>
        <source>expected a dictionary of tables</source>
        <translation>attendu&#x202f;: un dictionnaire de tables</translation>
    </message>
    <message>
        <source>it is no property list</source>
        <translation>ce n’est pas une liste de propriétés</translation>
    </message>
    <message>
        <source>expected the servers&apos; settings in keys 1, 2 and so on below</source>
        <translation>les paramètres des serveurs sont attendus en dessous, dans des clés 1, 2, etc.</translation>
    </message>
    <message>
        <source>expected keys with numbers as names; this one is left out</source>
        <translation>attendu&#x202f;: des clés qui ont un numéro pour nom&#x202f;; celle-ci est laissée de côté</translation>
    </message>
    <message>
        <source>The secret {name} can&apos;t be read: this system has no secrets that only root can read. The administrator has to name an environment variable with password-env instead.</source>
        <translation>Le secret {name} ne peut pas être lu&#x202f;: ce système n’a pas de secrets lisibles par root seulement. L’administrateur doit plutôt nommer une variable d’environnement avec password-env.</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>Le secret</translation>
    </message>
    <message>
        <source>The key ring did not keep the secret. Name an environment variable with password-env instead.</source>
        <translation>Le trousseau de clés n’a pas conservé le secret. Nommez plutôt une variable d’environnement avec password-env.</translation>
    </message>
    <message>
        <source>{what} is empty.</source>
        <translation>{what} ne contient rien.</translation>
    </message>
    <message>
        <source>There is no secret {name} on this computer: the administrator has to write it into {file}, which only root can read.</source>
        <translation>Il n’y a pas de secret {name} sur cet ordinateur&#x202f;: l’administrateur doit l’écrire dans {file}, lisible par root seulement.</translation>
    </message>
    <message>
        <source>Others than root can write to {folder}, so that no secret in it is used: the administrator has to make it root&apos;s, with mode 700.</source>
        <translation>D’autres que root peuvent écrire dans {folder}&#x202f;; aucun secret qui s’y trouve n’est donc utilisé&#x202f;: l’administrateur doit attribuer ce dossier à root, avec les droits 700.</translation>
    </message>
    <message>
        <source>The secret {name} is not used: the administrator has to make {file} an ordinary file that belongs to root, with mode 600.</source>
        <translation>Le secret {name} n’est pas utilisé&#x202f;: l’administrateur doit faire de {file} un fichier ordinaire qui appartient à root, avec les droits 600.</translation>
    </message>
    <message>
        <source>The secret {name} is not used: the administrator has to write one line of at most {limit} characters into {file}.</source>
        <translation>Le secret {name} n’est pas utilisé&#x202f;: l’administrateur doit écrire une seule ligne de {limit} caractères au plus dans {file}.</translation>
    </message>
    <message>
        <source>The secret {name} is not given out: the administrator has to name it as secret-file where it is used, in a policy that this computer has in force.</source>
        <translation>Le secret {name} n’est pas communiqué&#x202f;: l’administrateur doit l’indiquer dans secret-file là où il est utilisé, dans une politique en vigueur sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The secret {name} is not given out, because it is shared with a TURN server: the administrator has to use another one here.</source>
        <translation>Le secret {name} n’est pas communiqué, car il est partagé avec un serveur TURN&#x202f;: l’administrateur doit en utiliser un autre ici.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} is asked too often; the next test asks again.</source>
        <translation>Le service qui lit le secret {name} est interrogé trop souvent&#x202f;; le prochain test l’interrogera à nouveau.</translation>
    </message>
    <message>
        <source>The secret {name} can&apos;t be read: the administrator finds the reason in the log of {service}.</source>
        <translation>Le secret {name} ne peut pas être lu&#x202f;: l’administrateur en trouvera la raison dans le journal de {service}.</translation>
    </message>
    <message>
        <source>There is no key ring on this system. Name an environment variable with password-env instead.</source>
        <translation>Ce système n’a pas de trousseau de clés. Nommez plutôt une variable d’environnement avec password-env.</translation>
    </message>
    <message>
        <source>The key ring did not answer within {seconds} s; it may be locked: unlock it, or name an environment variable with password-env.</source>
        <translation>Le trousseau de clés n’a pas répondu en {seconds} s&#x202f;; il est peut-être verrouillé&#x202f;: déverrouillez-le, ou nommez une variable d’environnement avec password-env.</translation>
    </message>
    <message>
        <source>The key ring can&apos;t be used ({kind}). Name an environment variable with password-env instead.</source>
        <translation>Le trousseau de clés est inutilisable ({kind}). Nommez plutôt une variable d’environnement avec password-env.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} did not answer within {seconds} s; the administrator finds the reason in the log of {service}.</source>
        <translation>Le service qui lit le secret {name} n’a pas répondu en {seconds} s&#x202f;; l’administrateur en trouvera la raison dans le journal de {service}.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} does not run: the administrator has to start {service}.</source>
        <translation>Le service qui lit le secret {name} n’est pas en cours d’exécution&#x202f;: l’administrateur doit lancer {service}.</translation>
    </message>
    <message>
        <source>The key ring is locked or can&apos;t be opened: unlock it, or name an environment variable with password-env.</source>
        <translation>Le trousseau de clés est verrouillé ou ne s’ouvre pas&#x202f;: déverrouillez-le, ou nommez une variable d’environnement avec password-env.</translation>
    </message>
    <message>
        <source>a host name like &quot;meet.example.com&quot; or &quot;*.example.com&quot;</source>
        <translation>un nom d’hôte comme &quot;meet.example.com&quot; ou &quot;*.example.com&quot;</translation>
    </message>
    <message>
        <source>an origin like &quot;https://meet.example.com&quot;, &quot;http://localhost:8080&quot;, &quot;file://&quot; or &quot;app://name&quot;</source>
        <translation>une origine comme &quot;https://meet.example.com&quot;, &quot;http://localhost:8080&quot;, &quot;file://&quot; ou &quot;app://name&quot;</translation>
    </message>
    <message>
        <source>expected {expected}, without scheme, port and path</source>
        <translation>attendu&#x202f;: {expected}, sans schéma, port ni chemin</translation>
    </message>
    <message>
        <source>expected {expected}; every site is watch = &quot;all&quot;</source>
        <translation>attendu&#x202f;: {expected}&#x202f;; pour tous les sites, c’est watch = &quot;all&quot;</translation>
    </message>
    <message>
        <source>expected {expected}: scheme, host and port, without a path</source>
        <translation>attendu&#x202f;: {expected}&#x202f;: schéma, hôte et port, sans chemin</translation>
    </message>
    <message>
        <source>expected {expected}, with a port from 1 to 65535</source>
        <translation>attendu&#x202f;: {expected}, avec un port de 1 à 65535</translation>
    </message>
    <message>
        <source>expected {expected}, other letters in their ASCII form (xn--…)</source>
        <translation>attendu&#x202f;: {expected}, les autres lettres sous leur forme ASCII (xn--…)</translation>
    </message>
    <message>
        <source>expected {expected}, or a whole IP address</source>
        <translation>attendu&#x202f;: {expected}, ou une adresse IP complète</translation>
    </message>
    <message>
        <source>a TURN address holds no user name or password, and no @</source>
        <translation>une adresse TURN ne contient ni nom d’utilisateur, ni mot de passe, ni @</translation>
    </message>
    <message>
        <source>{text} is not a TURN address like turn:host:3478?transport=udp or turns:host:443</source>
        <translation>{text} n’est pas une adresse TURN comme turn:host:3478?transport=udp ou turns:host:443</translation>
    </message>
    <message>
        <source>{text}: the port must be from 1 to 65535</source>
        <translation>{text}&#x202f;: le port doit être compris entre 1 et 65535</translation>
    </message>
    <message>
        <source>{text}: the transport must be udp or tcp, not {transport}</source>
        <translation>{text}&#x202f;: le transport doit être udp ou tcp, et non {transport}</translation>
    </message>
    <message>
        <source>{text}: {host} is not a host name</source>
        <translation>{text}&#x202f;: {host} n’est pas un nom d’hôte</translation>
    </message>
    <message>
        <source>{text}: turns over udp (DTLS) is not supported; use tcp</source>
        <translation>{text}&#x202f;: turns sur udp (DTLS) n’est pas pris en charge&#x202f;; utilisez tcp</translation>
    </message>
    <message>
        <source>{text}: {host} is not an IPv6 address</source>
        <translation>{text}&#x202f;: {host} n’est pas une adresse IPv6</translation>
    </message>
</context>
<context>
    <name>freedesktop</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>headline</name>
    <message>
        <source>Paused until you resume</source>
        <translation>Suspendu jusqu’à la reprise</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>Suspendu (reprise&#x202f;: {time})</translation>
    </message>
    <message>
        <source>{sentence}. Neither a microphone nor a camera was found</source>
        <translation>{sentence}. Ni microphone ni caméra n’ont été trouvés</translation>
    </message>
    <message>
        <source>Demonstration: {sentence}</source>
        <translation>Démonstration&#x202f;: {sentence}</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>Pas encore sûr</translation>
    </message>
    <message>
        <source>Not sure yet, testing again</source>
        <translation>Pas encore sûr, nouveau test en cours</translation>
    </message>
    <message>
        <source>demonstration relay: this is not your network</source>
        <translation>relais de démonstration&#x202f;: ce n’est pas votre réseau</translation>
    </message>
    <message>
        <source>{sentence}, at {time}</source>
        <translation>{sentence} ({time})</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>demain, {time}</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>Rien n’a encore été testé</translation>
    </message>
    <message>
        <source>Testing the network: {percent} %</source>
        <translation>Test du réseau&#x202f;: {percent}&#xa0;%</translation>
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
        <translation>&#x202f;; </translation>
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
        <translation>Rien n’a été testé</translation>
    </message>
    <message>
        <source>{state} {percent}</source>
        <translation>{state} {percent}</translation>
    </message>
    <message>
        <source>Calls: {count}</source>
        <translation>Appels&#x202f;: {count}</translation>
    </message>
    <message>
        <source>Last 24 hours: {states}</source>
        <translation>Dernières 24 heures&#x202f;: {states}</translation>
    </message>
    <message>
        <source>Last 24 hours: {states}; worst at {time}</source>
        <translation>Dernières 24 heures&#x202f;: {states}&#x202f;; le pire à {time}</translation>
    </message>
</context>
<context>
    <name>meaning</name>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Avec des limites</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Good, perhaps minor issues</source>
        <translation>Bien, peut-être de légers défauts</translation>
    </message>
    <message>
        <source>Thumbnail only</source>
        <translation>Vignette seulement</translation>
    </message>
    <message>
        <source>Poor quality</source>
        <translation>Qualité médiocre</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Qualité moyenne</translation>
    </message>
    <message>
        <source>Not in good quality</source>
        <translation>Pas en bonne qualité</translation>
    </message>
    <message>
        <source>Not enough bandwidth</source>
        <translation>Bande passante insuffisante</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Avec du retard</translation>
    </message>
    <message>
        <source>Breaks up</source>
        <translation>Haché</translation>
    </message>
    <message>
        <source>Freezes</source>
        <translation>Se fige</translation>
    </message>
    <message>
        <source>Hardly possible</source>
        <translation>Presque impossible</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Impossible</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Screen sharing</source>
        <translation>Partage d’écran</translation>
    </message>
</context>
<context>
    <name>message</name>
    <message>
        <source>This network keeps changing. You are told again when it has been steady for a while.</source>
        <translation>Ce réseau change sans cesse. Vous recevrez un nouvel avertissement lorsqu’il sera resté stable un moment.</translation>
    </message>
    <message>
        <source>It was not good for {duration}.</source>
        <translation>Pas bon pendant {duration}.</translation>
    </message>
    <message>
        <source>Until then nothing is known of the network.</source>
        <translation>D’ici là, on ne sait rien du réseau.</translation>
    </message>
    <message>
        <source>Quiet for today</source>
        <translation>Silence pour aujourd’hui</translation>
    </message>
    <message>
        <source>What can I do?</source>
        <translation>Que puis-je faire&#x202f;?</translation>
    </message>
    <message>
        <source>The call server has no relay left</source>
        <translation>Le serveur d’appel n’a plus de relais libre</translation>
    </message>
    <message>
        <source>The call server refuses the password</source>
        <translation>Le serveur d’appel refuse le mot de passe</translation>
    </message>
    <message>
        <source>Good again: {summary}</source>
        <translation>De nouveau bon. {summary}</translation>
    </message>
    <message>
        <source>Unstable: {summary}</source>
        <translation>Instable. {summary}</translation>
    </message>
    <message>
        <source>Not connected to any network</source>
        <translation>Aucun réseau connecté</translation>
    </message>
    <message>
        <source>Sign in to the network first</source>
        <translation>Connectez-vous d’abord au réseau</translation>
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
        <translation>S&amp;uspendre</translation>
    </message>
    <message>
        <source>&amp;30 minutes</source>
        <translation>&amp;30 minutes</translation>
    </message>
    <message>
        <source>1 &amp;hour</source>
        <translation>1 &amp;heure</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>Jusqu’à de&amp;main</translation>
    </message>
    <message>
        <source>Until &amp;resumed</source>
        <translation>Jusqu’à la r&amp;eprise</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>The call server refuses the user name or password, so the network could not be tested</source>
        <translation>Le serveur d’appel refuse le nom d’utilisateur ou le mot de passe&#x202f;; le réseau n’a donc pas pu être testé</translation>
    </message>
    <message>
        <source>The call server has no relay left for you, so the network could not be tested</source>
        <translation>Le serveur d’appel n’a plus de relais libre pour vous&#x202f;; le réseau n’a donc pas pu être testé</translation>
    </message>
    <message>
        <source>The call server let nobody in, so the network could not be tested</source>
        <translation>Le serveur d’appel n’a laissé entrer personne&#x202f;; le réseau n’a donc pas pu être testé</translation>
    </message>
</context>
<context>
    <name>server_list</name>
    <message>
        <source>Check that web pages open. If they do, a firewall may hold this way up.</source>
        <translation>Vérifiez que des pages web s’ouvrent. Si c’est le cas, un pare-feu bloque peut-être ce chemin.</translation>
    </message>
    <message>
        <source>Check the address in the settings, or ask whoever runs it.</source>
        <translation>Vérifiez l’adresse dans les paramètres, ou adressez-vous à l’exploitant du serveur.</translation>
    </message>
    <message>
        <source>Check its spelling in the settings.</source>
        <translation>Vérifiez son orthographe dans les paramètres.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, and tell whoever runs the server.</source>
        <translation>Vérifiez l’heure de cet ordinateur et prévenez l’exploitant du serveur.</translation>
    </message>
    <message>
        <source>Check them in the settings, or ask whoever gave them to you.</source>
        <translation>Vérifiez-les dans les paramètres, ou adressez-vous à la personne qui vous les a donnés.</translation>
    </message>
    <message>
        <source>Tell whoever runs it.</source>
        <translation>Prévenez son exploitant.</translation>
    </message>
    <message>
        <source>Close other calls and try again, or ask whoever runs it for more.</source>
        <translation>Terminez les autres appels et réessayez, ou demandez-en davantage à son exploitant.</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>Vérifiez l’adresse dans les paramètres.</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>Pas encore testé</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Fonctionne</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Works, {time} there and back</source>
        <translation>Fonctionne, {time} aller et retour</translation>
    </message>
</context>
<context>
    <name>setting</name>
    <message>
        <source>Time between tests</source>
        <translation>Délai entre les tests</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Longer or shorter by chance</source>
        <translation>Plus long ou plus court au hasard</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Data budget</source>
        <translation>Budget de données</translation>
    </message>
    <message>
        <source> MB a day</source>
        <translation> Mo par jour</translation>
    </message>
    <message>
        <source>nothing by itself</source>
        <translation>rien d’automatique</translation>
    </message>
    <message>
        <source>Where data is paid for by volume</source>
        <translation>Si les données sont facturées au volume</translation>
    </message>
    <message>
        <source>Light tests only</source>
        <translation>Tests légers seulement</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Tous les tests</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>Aucun test</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Afficher les notifications</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>Quiet while the desktop asks for it</source>
        <translation>Silence quand le bureau le demande</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Icons in the panel</source>
        <translation>Icônes de la zone de notification</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>En couleurs</translation>
    </message>
    <message>
        <source>In one colour</source>
        <translation>En une seule couleur</translation>
    </message>
    <message>
        <source>Keep tests and calls for</source>
        <translation>Conserver tests et appels</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>pour toujours</translation>
    </message>
    <message>
        <source>Page that shows whether a sign-in is needed</source>
        <translation>Page indiquant si une connexion est demandée</translation>
    </message>
    <message>
        <source>Learn from calls</source>
        <translation>Apprendre des appels</translation>
    </message>
    <message>
        <source>The organisation&apos;s own model</source>
        <translation>Modèle propre à l’organisation</translation>
    </message>
    <message>
        <source>Watch calls</source>
        <translation>Suivre les appels</translation>
    </message>
    <message>
        <source>Calls in the browser</source>
        <translation>Appels dans le navigateur</translation>
    </message>
    <message>
        <source>All web pages</source>
        <translation>Toutes les pages web</translation>
    </message>
    <message>
        <source>Only those listed</source>
        <translation>Seulement celles de la liste</translation>
    </message>
    <message>
        <source>No web pages</source>
        <translation>Aucune page web</translation>
    </message>
    <message>
        <source>Web pages, one a line</source>
        <translation>Pages web, une par ligne</translation>
    </message>
    <message>
        <source>Applications that report by themselves, one a line</source>
        <translation>Applications qui signalent elles-mêmes leurs appels, une par ligne</translation>
    </message>
    <message>
        <source>Port for those applications</source>
        <translation>Port pour ces applications</translation>
    </message>
    <message>
        <source>Keep session descriptions</source>
        <translation>Conserver les descriptions de session</translation>
    </message>
    <message>
        <source>Ask after a call how it was</source>
        <translation>Demander après un appel comment il s’est passé</translation>
    </message>
    <message>
        <source>Databases of places, one file a line</source>
        <translation>Bases de données de lieux, un fichier par ligne</translation>
    </message>
    <message>
        <source>Tell me of newer versions</source>
        <translation>M’avertir des nouvelles versions</translation>
    </message>
    <message>
        <source>List of versions</source>
        <translation>Liste des versions</translation>
    </message>
    <message>
        <source>Figures are sent to</source>
        <translation>Chiffres envoyés à</translation>
    </message>
    <message>
        <source>Time between two sends</source>
        <translation>Délai entre deux envois</translation>
    </message>
    <message>
        <source>What the figures say of this computer</source>
        <translation>Ce que les chiffres disent de cet ordinateur</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>A random number</source>
        <translation>Un numéro aléatoire</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Son nom</translation>
    </message>
    <message>
        <source>Its name and yours</source>
        <translation>Son nom et le vôtre</translation>
    </message>
    <message>
        <source>Said along with the figures</source>
        <translation>Indications jointes aux chiffres</translation>
    </message>
    <message>
        <source>Variable that holds the token</source>
        <translation>Variable contenant le jeton</translation>
    </message>
    <message>
        <source>Secret that holds the token</source>
        <translation>Secret contenant le jeton</translation>
    </message>
    <message>
        <source>Certificates for the collector</source>
        <translation>Certificats pour le collecteur</translation>
    </message>
    <message>
        <source>Figures are written to the folder</source>
        <translation>Chiffres écrits dans le dossier</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Name of a server</source>
        <translation>Nom d’un serveur</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Password or shared secret</source>
        <translation>Mot de passe ou secret partagé</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Shared secret (TURN REST)</source>
        <translation>Secret partagé (TURN REST)</translation>
    </message>
    <message>
        <source>Variable that holds the password</source>
        <translation>Variable contenant le mot de passe</translation>
    </message>
    <message>
        <source>Secret that holds the password</source>
        <translation>Secret contenant le mot de passe</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>Certificats de confiance</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Tests and data</source>
        <translation>Tests et données</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspect et langue</translation>
    </message>
    <message>
        <source>Your calls</source>
        <translation>Vos appels</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>Lancer à l’ouverture de votre session</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>Navigateurs</translation>
    </message>
    <message>
        <source>Data used by tests</source>
        <translation>Données utilisées par les tests</translation>
    </message>
    <message>
        <source>TURN STUN ICE relay password secret login account host</source>
        <translation>TURN STUN ICE relais mot de passe secret identification compte hôte</translation>
    </message>
    <message>
        <source>how often frequency schedule every minutes</source>
        <translation>combien de fois fréquence horaire toutes les minutes intervalle</translation>
    </message>
    <message>
        <source>traffic volume limit megabytes cost cap</source>
        <translation>trafic volume limite mégaoctets coût plafond</translation>
    </message>
    <message>
        <source>mobile cellular hotspot tethering roaming</source>
        <translation>mobile cellulaire point d’accès partage de connexion itinérance roaming</translation>
    </message>
    <message>
        <source>random jitter variation</source>
        <translation>aléatoire hasard variation</translation>
    </message>
    <message>
        <source>hotel captive portal log-in hotspot</source>
        <translation>hôtel portail captif connexion point d’accès</translation>
    </message>
    <message>
        <source>traffic volume megabytes today this month usage</source>
        <translation>trafic volume mégaoctets aujourd’hui ce mois consommation</translation>
    </message>
    <message>
        <source>mute pop-ups alerts messages silence</source>
        <translation>muet alertes messages fenêtres surgissantes silence</translation>
    </message>
    <message>
        <source>night mute silence evening</source>
        <translation>nuit muet silence soirée</translation>
    </message>
    <message>
        <source>DND focus full screen presentation mute</source>
        <translation>ne pas déranger concentration plein écran présentation muet</translation>
    </message>
    <message>
        <source>update upgrade release</source>
        <translation>mise à jour mise à niveau nouvelle version</translation>
    </message>
    <message>
        <source>translation English locale</source>
        <translation>traduction français anglais paramètres régionaux</translation>
    </message>
    <message>
        <source>tray dark light theme monochrome black white colour color</source>
        <translation>zone de notification sombre clair thème monochrome noir blanc couleur</translation>
    </message>
    <message>
        <source>autostart start-up startup boot automatically login</source>
        <translation>démarrage automatique lancement automatiquement session</translation>
    </message>
    <message>
        <source>privacy monitor meetings extension</source>
        <translation>vie privée confidentialité réunions extension</translation>
    </message>
    <message>
        <source>privacy websites extension add-on</source>
        <translation>vie privée confidentialité sites web extension module</translation>
    </message>
    <message>
        <source>privacy websites domains allow list</source>
        <translation>vie privée confidentialité sites web domaines liste autorisée</translation>
    </message>
    <message>
        <source>extension add-on Firefox Chrome Edge register</source>
        <translation>extension module Firefox Chrome Edge enregistrer</translation>
    </message>
    <message>
        <source>feedback rating stars survey question</source>
        <translation>avis note étoiles sondage question</translation>
    </message>
    <message>
        <source>privacy machine learning</source>
        <translation>vie privée confidentialité apprentissage automatique</translation>
    </message>
    <message>
        <source>texts wording messages notifications language</source>
        <translation>textes formulation messages notifications langue</translation>
    </message>
    <message>
        <source>delete storage privacy disk months</source>
        <translation>supprimer stockage vie privée confidentialité disque mois</translation>
    </message>
    <message>
        <source>GeoIP location city country provider</source>
        <translation>GeoIP lieu ville pays fournisseur</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>The connectivity test that runs by itself.</source>
        <translation>Le test de connectivité qui s’exécute de lui-même.</translation>
    </message>
    <message>
        <source>Time from the end of one test to the start of the next.</source>
        <translation>Temps entre la fin d’un test et le début du suivant.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>How much data tests may cost in any 24 hours, sent and received together. Tests by themselves keep within it: they come less often, then without loading the line, then not at all. Tests you ask for are always made, and count. With 0 no test runs by itself.</source>
        <translation>La quantité de données que les tests peuvent coûter par tranche de 24 heures, envoi et réception réunis. Les tests automatiques s’y tiennent&#x202f;: ils s’espacent, puis ne chargent plus la ligne, puis cessent. Les tests que vous demandez ont toujours lieu, et comptent. Avec 0, aucun test automatique n’a lieu.</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>mégaoctets</translation>
    </message>
    <message>
        <source>What tests by themselves may do where data is paid for by volume: only light ones that do not load the line, full ones too, or none.</source>
        <translation>Ce que les tests automatiques peuvent faire lorsque les données sont facturées au volume&#x202f;: seulement des tests légers qui ne chargent pas la ligne, aussi des tests complets, ou aucun.</translation>
    </message>
    <message>
        <source>What the desktop shows when the network changes.</source>
        <translation>Ce que le bureau affiche lorsque le réseau change.</translation>
    </message>
    <message>
        <source>Whether notifications are shown; icon and history go on without them.</source>
        <translation>Si des notifications s’affichent&#x202f;; l’icône et l’historique continuent sans elles.</translation>
    </message>
    <message>
        <source>A time of each day, by the local clock, in which nothing is told; what changed then is told afterwards, if it still holds.</source>
        <translation>Une plage horaire quotidienne, selon l’horloge locale, pendant laquelle rien n’est annoncé&#x202f;; ce qui change alors est annoncé ensuite, si c’est toujours vrai.</translation>
    </message>
    <message>
        <source>Whether nothing is told while the desktop asks for quiet: do not disturb, a program that fills the screen, a screen that is shared. It is told afterwards.</source>
        <translation>Si rien n’est annoncé tant que le bureau demande le silence&#x202f;: «&#x202f;Ne pas déranger&#x202f;», un programme en plein écran, un écran partagé. C’est annoncé ensuite.</translation>
    </message>
    <message>
        <source>How the program looks.</source>
        <translation>L’apparence du programme.</translation>
    </message>
    <message>
        <source>The language of windows and notifications; without one it is the system&apos;s.</source>
        <translation>La langue des fenêtres et des notifications&#x202f;; à défaut, celle du système.</translation>
    </message>
    <message>
        <source>Icons in colour, or in the one colour that goes with the panel; their shapes tell the states apart in both.</source>
        <translation>Icônes en couleurs, ou dans la seule couleur assortie à la barre où elles se trouvent&#x202f;; dans les deux cas, leurs formes distinguent les états.</translation>
    </message>
    <message>
        <source>What is remembered.</source>
        <translation>Ce qui est mémorisé.</translation>
    </message>
    <message>
        <source>Tests and calls older than this are deleted; 0 keeps them for ever.</source>
        <translation>Les tests et les appels plus anciens sont supprimés&#x202f;; avec 0, ils sont conservés pour toujours.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>A model that was trained on the organisation&apos;s own calls, asked instead of the program&apos;s own; where it can&apos;t be used, that one is.</source>
        <translation>Un modèle entraîné sur les propres appels de l’organisation, interrogé à la place de celui du programme&#x202f;; s’il est inutilisable, c’est celui du programme qui est interrogé.</translation>
    </message>
    <message>
        <source>Whether applications and the browser extension may report calls. Otherwise the program knows of none.</source>
        <translation>Si les applications et l’extension du navigateur peuvent signaler des appels. Sinon, le programme n’en connaît aucun.</translation>
    </message>
    <message>
        <source>Which web pages&apos; calls the browser extension reports: of all sites, of those listed, or of none.</source>
        <translation>Les pages web dont l’extension du navigateur signale les appels&#x202f;: celles de tous les sites, celles de la liste, ou aucune.</translation>
    </message>
    <message>
        <source>Hosts whose pages are watched where only listed ones are; a name that begins with *. stands for all hosts below it, and not for itself.</source>
        <translation>Les hôtes dont les pages sont suivies lorsque seules celles de la liste le sont&#x202f;; un nom qui commence par *. désigne tous les hôtes en dessous de lui, mais pas lui-même.</translation>
    </message>
    <message>
        <source>The port of that WebSocket, on 127.0.0.1.</source>
        <translation>Le port de ce WebSocket, sur 127.0.0.1.</translation>
    </message>
    <message>
        <source>Whether the session descriptions (SDP) that applications send are kept with the call; addresses of both sides stand in them.</source>
        <translation>Si les descriptions de session (SDP) envoyées par les applications sont conservées avec l’appel&#x202f;; elles contiennent les adresses des deux côtés.</translation>
    </message>
    <message>
        <source>Whether a window asks after a call how it was.</source>
        <translation>Si une fenêtre demande après un appel comment il s’est passé.</translation>
    </message>
    <message>
        <source>The sentences of the notifications, by notification code.</source>
        <translation>Les phrases des notifications, par code de notification.</translation>
    </message>
    <message>
        <source>MaxMind DB files; those that do not exist are passed over.</source>
        <translation>Fichiers MaxMind DB&#x202f;; ceux qui n’existent pas sont ignorés.</translation>
    </message>
    <message>
        <source>Whether you are told of newer versions; none is ever installed by itself.</source>
        <translation>Si les nouvelles versions vous sont signalées&#x202f;; aucune ne s’installe jamais d’elle-même.</translation>
    </message>
    <message>
        <source>Whether to look once a day for a newer version, and to tell you where there is one.</source>
        <translation>Si une version plus récente est recherchée une fois par jour, et annoncée s’il y en a une.</translation>
    </message>
    <message>
        <source>The list of versions that an organisation offers, as JSON; without one, what installed the program is asked.</source>
        <translation>La liste des versions qu’une organisation propose, au format JSON&#x202f;; à défaut, le gestionnaire de paquets qui a installé le programme est interrogé.</translation>
    </message>
    <message>
        <source>Figures for an organisation&apos;s own monitoring; without a collector and a folder there are none.</source>
        <translation>Des chiffres pour la supervision propre à une organisation&#x202f;; sans collecteur ni dossier, il n’y en a pas.</translation>
    </message>
    <message>
        <source>The collector that figures are sent to, by OTLP over HTTP; without one none are sent.</source>
        <translation>Le collecteur auquel les chiffres sont envoyés, par OTLP sur HTTP&#x202f;; à défaut, aucun n’est envoyé.</translation>
    </message>
    <message>
        <source>Each wait is made longer or shorter by chance, by at most this part of it, so that many computers do not test at the same moment.</source>
        <translation>Chaque attente est allongée ou raccourcie au hasard, au plus de cette fraction, pour que de nombreux ordinateurs ne testent pas au même moment.</translation>
    </message>
    <message>
        <source>A page that answers 204 (No Content) over plain HTTP. Where no server can be reached, it is fetched to see whether the network wants a sign-in first; without one, only the system is asked what it knows, and nothing is sent.</source>
        <translation>Une page qui répond 204 (No Content) en HTTP simple. Lorsqu’aucun serveur n’est joignable, elle est demandée pour voir si le réseau exige d’abord une connexion&#x202f;; sans elle, on se contente de ce que sait le système, et rien n’est envoyé.</translation>
    </message>
    <message>
        <source>How it is forecast what a call will be like.</source>
        <translation>Comment un appel est prévu.</translation>
    </message>
    <message>
        <source>Whether the next forecasts on a network are corrected by how your calls went there. What is learnt stays on this computer; it never makes a good forecast of a bad one, or the other way round, by itself.</source>
        <translation>Si le résultat de vos appels sur un réseau corrige les prévisions suivantes sur ce réseau. Ce qui est appris reste sur cet ordinateur&#x202f;; cela seul ne change jamais une mauvaise prévision en bonne, ni l’inverse.</translation>
    </message>
    <message>
        <source>Which of your calls the program watches.</source>
        <translation>Les appels que le programme suit.</translation>
    </message>
    <message>
        <source>Web and Electron applications that may report their calls by themselves, over a WebSocket on this computer, are told verdicts and may ask for tests. Without any there is no WebSocket.</source>
        <translation>Les applications web et Electron qui peuvent signaler elles-mêmes leurs appels, par un WebSocket sur cet ordinateur, recevoir les verdicts et demander des tests. Sans aucune d’elles, il n’y a pas de WebSocket.</translation>
    </message>
    <message>
        <source>Databases on this computer that tell provider, city and country from an address.</source>
        <translation>Bases de données de cet ordinateur qui tirent d’une adresse le fournisseur, la ville et le pays.</translation>
    </message>
    <message>
        <source>Time from one sending of figures to the next.</source>
        <translation>Temps entre un envoi de chiffres et le suivant.</translation>
    </message>
    <message>
        <source>What the figures say of where they come from: nothing, a random number of this installation, the computer&apos;s name, or that and the name of who is logged in.</source>
        <translation>Ce que les chiffres disent de leur origine&#x202f;: rien, un numéro aléatoire propre à cette installation, le nom de l’ordinateur, ou ce nom et celui de la personne dont la session est ouverte.</translation>
    </message>
    <message>
        <source>What an organisation says of this computer, sent along with all figures.</source>
        <translation>Ce qu’une organisation indique sur cet ordinateur, joint à tous les chiffres envoyés.</translation>
    </message>
    <message>
        <source>The environment variable that holds the token for the collector.</source>
        <translation>La variable d’environnement qui contient le jeton pour le collecteur.</translation>
    </message>
    <message>
        <source>The secret, which only root can read, that holds the token for the collector.</source>
        <translation>Le secret, lisible par root seulement, qui contient le jeton pour le collecteur.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust for the collector beside the system&apos;s.</source>
        <translation>Certificats (PEM) de confiance pour le collecteur, en plus de ceux du système.</translation>
    </message>
    <message>
        <source>The folder in which a file with the figures is kept for node_exporter&apos;s textfile collector; without one there is no file.</source>
        <translation>Le dossier où un fichier contenant les chiffres est tenu à jour pour le collecteur textfile de node_exporter&#x202f;; à défaut, il n’y a pas de fichier.</translation>
    </message>
    <message>
        <source>A TURN server to test against; there may be several of these tables, each with two brackets.</source>
        <translation>Un serveur TURN à utiliser pour les tests&#x202f;; il peut y avoir plusieurs de ces tables, chacune entre doubles crochets.</translation>
    </message>
    <message>
        <source>Addresses of the server as RFC 7065 writes them, each tested by itself.</source>
        <translation>Les adresses du serveur au format RFC 7065, chacune testée séparément.</translation>
    </message>
    <message>
        <source>The name people read; without one it is the host name.</source>
        <translation>Le nom affiché&#x202f;; à défaut, le nom d’hôte.</translation>
    </message>
    <message>
        <source>The user name for the server; without one no credentials are sent.</source>
        <translation>Le nom d’utilisateur pour le serveur&#x202f;; sans lui, aucun identifiant n’est envoyé.</translation>
    </message>
    <message>
        <source>Whether the secret is the user&apos;s password, or shared with the server to make passwords that last an hour (TURN REST).</source>
        <translation>Si le secret est le mot de passe de l’utilisateur, ou partagé avec le serveur pour former des mots de passe valables une heure (TURN REST).</translation>
    </message>
    <message>
        <source>The environment variable that holds the secret; without one the key ring is asked.</source>
        <translation>La variable d’environnement qui contient le secret&#x202f;; à défaut, le trousseau de clés est interrogé.</translation>
    </message>
    <message>
        <source>The secret, which only root can read, that the password or shared secret is taken from.</source>
        <translation>Le secret, lisible par root seulement, d’où est tiré le mot de passe ou le secret partagé.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust for turns: beside the system&apos;s.</source>
        <translation>Certificats (PEM) de confiance pour turns:, en plus de ceux du système.</translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>Version {version} is installed. Quit Call Notifier and start it again to use it.</source>
        <translation>La version {version} est installée. Quittez Call Notifier et relancez-le pour l’utiliser.</translation>
    </message>
    <message>
        <source>Version {version} is available. Your package manager installs it.</source>
        <translation>La version {version} est disponible. Elle s’installe avec votre gestionnaire de paquets.</translation>
    </message>
    <message>
        <source>Version {version} is available. Your organisation installs it, or says how.</source>
        <translation>La version {version} est disponible. Votre organisation l’installe, ou indique comment faire.</translation>
    </message>
    <message>
        <source>Version {version} is available…</source>
        <translation>La version {version} est disponible…</translation>
    </message>
    <message>
        <source>Version {version} waits for a new start…</source>
        <translation>La version {version} attend le prochain démarrage…</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Bad</source>
        <translation>Mauvais</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Médiocre</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>We expect your call quality to be really terrible</source>
        <translation>La qualité de votre appel risque d’être vraiment catastrophique</translation>
    </message>
    <message>
        <source>You are in a very lossy network</source>
        <translation>Votre réseau perd beaucoup de paquets</translation>
    </message>
    <message>
        <source>Your round trip time seems to be too high for good quality calls, but it might be because you are located far from our test servers</source>
        <translation>Votre temps d’aller-retour semble trop élevé pour des appels de bonne qualité, mais c’est peut-être parce que vous êtes loin de nos serveurs de test</translation>
    </message>
    <message>
        <source>Your bandwidth is insufficient for both audio and video calls</source>
        <translation>Votre bande passante ne suffit ni pour les appels audio ni pour les appels vidéo</translation>
    </message>
    <message>
        <source>With current bandwidth you can have audio-only and thumbnail video. Your network is unstable and you might experience minor issues</source>
        <translation>La bande passante actuelle permet l’audio seul et une vignette vidéo. Votre réseau est instable et de légers problèmes sont possibles</translation>
    </message>
    <message>
        <source>Current bandwidth is enough for good audio quality, but poor video quality or screen sharing. Your network is unstable and you might experience minor issues</source>
        <translation>La bande passante actuelle suffit pour un bon son, mais la vidéo ou le partage d’écran seront médiocres. Votre réseau est instable et de légers problèmes sont possibles</translation>
    </message>
    <message>
        <source>Your bandwidth is enough for good audio and fair video quality, but not enough for screen sharing quality. Your network is unstable and you might experience minor issues</source>
        <translation>Votre bande passante suffit pour un bon son et une vidéo moyenne, mais pas pour un partage d’écran de qualité. Votre réseau est instable et de légers problèmes sont possibles</translation>
    </message>
    <message>
        <source>Your network is unstable and you might experience minor issues</source>
        <translation>Votre réseau est instable et de légers problèmes sont possibles</translation>
    </message>
    <message>
        <source>With current bandwidth you can have audio-only and thumbnail video</source>
        <translation>La bande passante actuelle permet l’audio seul et une vignette vidéo</translation>
    </message>
    <message>
        <source>Current bandwidth is enough for good audio quality, but poor video quality or screen sharing</source>
        <translation>La bande passante actuelle suffit pour un bon son, mais la vidéo ou le partage d’écran seront médiocres</translation>
    </message>
    <message>
        <source>Your bandwidth is enough for good audio and fair video quality, but not enough for screen sharing quality</source>
        <translation>Votre bande passante suffit pour un bon son et une vidéo moyenne, mais pas pour un partage d’écran de qualité</translation>
    </message>
    <message>
        <source>You are in a good network condition</source>
        <translation>Votre réseau est en bon état</translation>
    </message>
    <message>
        <source>Bad connection</source>
        <translation>Mauvaise connexion</translation>
    </message>
    <message>
        <source>Lossy network</source>
        <translation>Réseau avec pertes</translation>
    </message>
    <message>
        <source>High latency</source>
        <translation>Latence élevée</translation>
    </message>
    <message>
        <source>Insufficient bandwidth</source>
        <translation>Bande passante insuffisante</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for audio and thumbnail video</source>
        <translation>Moyen&#x202f;: instable, bande passante pour l’audio et une vignette vidéo</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for good audio, poor video</source>
        <translation>Moyen&#x202f;: instable, bande passante pour un bon son, vidéo médiocre</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for good audio, fair video</source>
        <translation>Moyen&#x202f;: instable, bande passante pour un bon son, vidéo moyenne</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth excellent</source>
        <translation>Moyen&#x202f;: instable, excellente bande passante</translation>
    </message>
    <message>
        <source>Good, bandwidth for audio and thumbnail video</source>
        <translation>Bon, bande passante pour l’audio et une vignette vidéo</translation>
    </message>
    <message>
        <source>Good, bandwidth for good audio, poor video</source>
        <translation>Bon, bande passante pour un bon son, vidéo médiocre</translation>
    </message>
    <message>
        <source>Connection and bandwidth are both good</source>
        <translation>La connexion et la bande passante sont bonnes</translation>
    </message>
    <message>
        <source>Excellent network</source>
        <translation>Excellent réseau</translation>
    </message>
    <message>
        <source>No connection: no call can be connected</source>
        <translation>Pas de connexion&#x202f;: aucun appel ne peut être établi</translation>
    </message>
    <message>
        <source>No media device: neither a microphone nor a camera</source>
        <translation>Aucun périphérique&#x202f;: ni microphone ni caméra</translation>
    </message>
    <message>
        <source>A call can be connected</source>
        <translation>Un appel peut être établi</translation>
    </message>
    <message>
        <source>lost packets</source>
        <translation>pertes de paquets</translation>
    </message>
    <message>
        <source>long round trips</source>
        <translation>longs allers-retours</translation>
    </message>
    <message>
        <source>uneven delay (jitter)</source>
        <translation>délai irrégulier (gigue)</translation>
    </message>
    <message>
        <source>too little bandwidth</source>
        <translation>bande passante trop faible</translation>
    </message>
    <message>
        <source>too little bandwidth for sending</source>
        <translation>bande passante trop faible à l’envoi</translation>
    </message>
    <message>
        <source>too little bandwidth for receiving</source>
        <translation>bande passante trop faible en réception</translation>
    </message>
    <message>
        <source>delay that grows under load (bufferbloat)</source>
        <translation>délai qui augmente en charge (bufferbloat)</translation>
    </message>
    <message>
        <source>UDP is blocked</source>
        <translation>UDP bloqué</translation>
    </message>
    <message>
        <source>no network connection</source>
        <translation>pas de connexion réseau</translation>
    </message>
    <message>
        <source>the call server passes no data on</source>
        <translation>serveur d’appel qui ne transmet pas de données</translation>
    </message>
    <message>
        <source>the call server can&apos;t be reached</source>
        <translation>serveur d’appel injoignable</translation>
    </message>
    <message>
        <source>the server has no relay left</source>
        <translation>plus de relais libre sur le serveur</translation>
    </message>
    <message>
        <source>the server refuses the credentials</source>
        <translation>identifiants refusés par le serveur</translation>
    </message>
    <message>
        <source>neither a microphone nor a camera</source>
        <translation>ni microphone ni caméra</translation>
    </message>
    <message>
        <source>a sign-in page stands before the network</source>
        <translation>page de connexion à l’entrée du réseau</translation>
    </message>
    <message>
        <source>the Wi-Fi</source>
        <translation>le Wi-Fi</translation>
    </message>
    <message>
        <source>the local network</source>
        <translation>le réseau local</translation>
    </message>
    <message>
        <source>the VPN</source>
        <translation>le VPN</translation>
    </message>
    <message>
        <source>the network lets no encrypted call through</source>
        <translation>réseau qui ne laisse passer aucun appel chiffré</translation>
    </message>
    <message>
        <source>names of servers are not found</source>
        <translation>noms de serveurs introuvables</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>certificat du serveur non reconnu</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Mobile network</source>
        <translation>Réseau mobile</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Câble</translation>
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
        <translation>Réseau inconnu</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Pas de connexion</translation>
    </message>
    <message>
        <source>packets are lost before your router</source>
        <translation>des paquets se perdent avant votre routeur</translation>
    </message>
    <message>
        <source>packets are lost behind your router</source>
        <translation>des paquets se perdent après votre routeur</translation>
    </message>
    <message>
        <source>delay gets uneven before your router</source>
        <translation>le délai devient irrégulier avant votre routeur</translation>
    </message>
    <message>
        <source>delay gets uneven behind your router</source>
        <translation>le délai devient irrégulier après votre routeur</translation>
    </message>
    <message>
        <source>packets queue up before your router</source>
        <translation>des paquets s’accumulent avant votre routeur</translation>
    </message>
    <message>
        <source>packets queue up behind your router</source>
        <translation>des paquets s’accumulent après votre routeur</translation>
    </message>
    <message>
        <source>Almost certain</source>
        <translation>Presque certain</translation>
    </message>
    <message>
        <source>Quite sure</source>
        <translation>Très sûr</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>Assez sûr</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Pas sûr</translation>
    </message>
    <message>
        <source>How sure the program is that the colour is right. Of a hundred verdicts that say {percent}, about {count} get calls of that colour; more tests make it surer.</source>
        <translation>À quel point le programme est sûr de la couleur. Sur cent verdicts annoncés à {percent}, environ {count} donnent des appels de cette couleur&#x202f;; davantage de tests le rendent plus sûr.</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Démonstration</translation>
    </message>
    <message>
        <source>Demonstration relay: this is not your network.</source>
        <translation>Relais de démonstration&#x202f;: ce n’est pas votre réseau.</translation>
    </message>
    <message>
        <source>Reaching the servers</source>
        <translation>Prise de contact avec les serveurs</translation>
    </message>
    <message>
        <source>Measuring the round trip</source>
        <translation>Mesure de l’aller-retour</translation>
    </message>
    <message>
        <source>Sending packets like a call does</source>
        <translation>Envoi de paquets comme le fait un appel</translation>
    </message>
    <message>
        <source>Making a call through the server</source>
        <translation>Appel à travers le serveur</translation>
    </message>
    <message>
        <source>Measuring the bandwidth</source>
        <translation>Mesure de la bande passante</translation>
    </message>
    <message>
        <source>The last test was cancelled.</source>
        <translation>Le dernier test a été annulé.</translation>
    </message>
    <message>
        <source>The last test broke off by a fault of this program.</source>
        <translation>Le dernier test s’est interrompu à cause d’une erreur de ce programme.</translation>
    </message>
    <message>
        <source>The last test took too long and was stopped.</source>
        <translation>Le dernier test durait trop longtemps et a été arrêté.</translation>
    </message>
    <message>
        <source>Another test was still running.</source>
        <translation>Un autre test était encore en cours.</translation>
    </message>
    <message>
        <source>Nothing was tested: there is no password for any server.</source>
        <translation>Rien n’a été testé&#x202f;: aucun serveur n’a de mot de passe.</translation>
    </message>
    <message>
        <source>the program started</source>
        <translation>démarrage du programme</translation>
    </message>
    <message>
        <source>it was due</source>
        <translation>échéance prévue</translation>
    </message>
    <message>
        <source>the network changed</source>
        <translation>changement de réseau</translation>
    </message>
    <message>
        <source>the computer woke up</source>
        <translation>sortie de veille de l’ordinateur</translation>
    </message>
    <message>
        <source>you came back to this computer</source>
        <translation>votre retour sur cet ordinateur</translation>
    </message>
    <message>
        <source>the settings changed</source>
        <translation>changement des paramètres</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>à votre demande</translation>
    </message>
    <message>
        <source>to make sure</source>
        <translation>pour s’en assurer</translation>
    </message>
    <message>
        <source>asked for by an application</source>
        <translation>à la demande d’une application</translation>
    </message>
    <message>
        <source>full, with bandwidth</source>
        <translation>complet, avec bande passante</translation>
    </message>
    <message>
        <source>light, without load</source>
        <translation>léger, sans charge</translation>
    </message>
    <message>
        <source>{phase}: {server}</source>
        <translation>{phase}&#x202f;: {server}</translation>
    </message>
    <message>
        <source>{doing} ({seconds} s left)</source>
        <translation>{doing} (encore {seconds} s)</translation>
    </message>
    <message>
        <source>{sentence} ({detail})</source>
        <translation>{sentence} ({detail})</translation>
    </message>
    <message>
        <source>No tests during a call</source>
        <translation>Pas de tests pendant un appel</translation>
    </message>
    <message>
        <source>A light test only, during a call</source>
        <translation>Seulement un test léger, pendant un appel</translation>
    </message>
    <message>
        <source>Fewer tests: data budget</source>
        <translation>Moins de tests&#x202f;: budget de données</translation>
    </message>
    <message>
        <source>Light tests only: data budget</source>
        <translation>Tests légers seulement&#x202f;: budget de données</translation>
    </message>
    <message>
        <source>No tests for now: data budget</source>
        <translation>Pas de tests pour l’instant&#x202f;: budget de données</translation>
    </message>
    <message>
        <source>Light tests only: metered connection</source>
        <translation>Tests légers seulement&#x202f;: connexion facturée au volume</translation>
    </message>
    <message>
        <source>No tests for now: metered connection</source>
        <translation>Pas de tests pour l’instant&#x202f;: connexion facturée au volume</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>Il n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>It refused the connection.</source>
        <translation>Il a refusé la connexion.</translation>
    </message>
    <message>
        <source>Its name was not found.</source>
        <translation>Son nom est introuvable.</translation>
    </message>
    <message>
        <source>The secure connection failed; most often the certificate is why.</source>
        <translation>La connexion sécurisée a échoué&#x202f;; le plus souvent, le certificat en est la cause.</translation>
    </message>
    <message>
        <source>It does not accept the user name or password.</source>
        <translation>Il n’accepte pas le nom d’utilisateur ou le mot de passe.</translation>
    </message>
    <message>
        <source>It does not allow relaying to this test.</source>
        <translation>Il n’autorise pas le relais pour ce test.</translation>
    </message>
    <message>
        <source>It has no relay left for this user.</source>
        <translation>Il n’a plus de relais pour cet utilisateur.</translation>
    </message>
    <message>
        <source>It gave a relay address, but no data came through.</source>
        <translation>Il a donné une adresse de relais, mais aucune donnée n’est passée.</translation>
    </message>
    <message>
        <source>It answered in a way that is not TURN.</source>
        <translation>Sa réponse n’est pas du TURN.</translation>
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
        <translation>Annoncé&#x202f;: le premier verdict sur ce réseau.</translation>
    </message>
    <message>
        <source>Told: it differs from the last one told here.</source>
        <translation>Annoncé&#x202f;: différent du dernier annoncé ici.</translation>
    </message>
    <message>
        <source>Told: the call server let nobody in, so nothing is known of the network.</source>
        <translation>Annoncé&#x202f;: le serveur d’appel n’a laissé entrer personne, on ne sait donc rien du réseau.</translation>
    </message>
    <message>
        <source>Kept quiet: it was good when you were last told, and is better still.</source>
        <translation>Non annoncé&#x202f;: c’était bon lors de la dernière annonce, et c’est encore mieux.</translation>
    </message>
    <message>
        <source>Kept quiet: it is good again, and told when that has lasted for a while.</source>
        <translation>Non annoncé&#x202f;: c’est de nouveau bon, et ce sera annoncé si cela dure un moment.</translation>
    </message>
    <message>
        <source>Kept quiet: the same was told last time on this network.</source>
        <translation>Non annoncé&#x202f;: identique à la dernière annonce sur ce réseau.</translation>
    </message>
    <message>
        <source>Kept quiet: notifications are switched off in the settings.</source>
        <translation>Non annoncé&#x202f;: les notifications sont désactivées dans les paramètres.</translation>
    </message>
    <message>
        <source>Kept quiet: the demonstration says nothing about your network.</source>
        <translation>Non annoncé&#x202f;: la démonstration ne dit rien de votre réseau.</translation>
    </message>
    <message>
        <source>Kept quiet: it was asked for on the command line, and answered there.</source>
        <translation>Non annoncé&#x202f;: demandé en ligne de commande, où la réponse a été donnée.</translation>
    </message>
    <message>
        <source>Kept quiet: it was not sure yet, and tested again.</source>
        <translation>Non annoncé&#x202f;: ce n’était pas encore sûr, et un nouveau test a eu lieu.</translation>
    </message>
    <message>
        <source>Told: something has become unusual for this network.</source>
        <translation>Annoncé&#x202f;: quelque chose est devenu inhabituel pour ce réseau.</translation>
    </message>
    <message>
        <source>Told: this network is good again.</source>
        <translation>Annoncé&#x202f;: ce réseau est de nouveau bon.</translation>
    </message>
    <message>
        <source>Told: this network keeps changing.</source>
        <translation>Annoncé&#x202f;: ce réseau change sans cesse.</translation>
    </message>
    <message>
        <source>Kept quiet: it was found once only, and must be found twice in a row.</source>
        <translation>Non annoncé&#x202f;: constaté une seule fois, il faut deux fois de suite.</translation>
    </message>
    <message>
        <source>Kept quiet: this network keeps changing, and was not steady for long enough.</source>
        <translation>Non annoncé&#x202f;: ce réseau change sans cesse et n’est pas resté stable assez longtemps.</translation>
    </message>
    <message>
        <source>Kept quiet: you asked for quiet for today.</source>
        <translation>Non annoncé&#x202f;: vous avez demandé le silence pour aujourd’hui.</translation>
    </message>
    <message>
        <source>Kept quiet: it was within the quiet hours.</source>
        <translation>Non annoncé&#x202f;: c’était pendant les heures calmes.</translation>
    </message>
    <message>
        <source>Kept quiet: the desktop was set to disturb nobody.</source>
        <translation>Non annoncé&#x202f;: le bureau était réglé sur «&#x202f;Ne pas déranger&#x202f;».</translation>
    </message>
    <message>
        <source>Kept quiet: a program had the whole screen.</source>
        <translation>Non annoncé&#x202f;: un programme occupait tout l’écran.</translation>
    </message>
    <message>
        <source>Kept quiet: something was being presented.</source>
        <translation>Non annoncé&#x202f;: une présentation était en cours.</translation>
    </message>
    <message>
        <source>Shown by the desktop.</source>
        <translation>Affiché par le bureau.</translation>
    </message>
    <message>
        <source>Shown by the tray icon.</source>
        <translation>Affiché par l’icône de la zone de notification.</translation>
    </message>
    <message>
        <source>Shown in this window.</source>
        <translation>Affiché dans cette fenêtre.</translation>
    </message>
    <message>
        <source>Printed in a terminal.</source>
        <translation>Écrit dans un terminal.</translation>
    </message>
    <message>
        <source>The desktop could not show it.</source>
        <translation>Le bureau n’a pas pu l’afficher.</translation>
    </message>
    <message>
        <source>It could not be used.</source>
        <translation>Il n’a pas pu être utilisé.</translation>
    </message>
    <message>
        <source>{label} over {transport}</source>
        <translation>{label} en {transport}</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>at least {time}</source>
        <translation>au moins {time}</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median} ({low} à {high})</translation>
    </message>
    <message>
        <source>below {number} %</source>
        <translation>moins de {number}&#xa0;%</translation>
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
        <translation>au moins {rate}</translation>
    </message>
    <message>
        <source>≥ {rate}</source>
        <translation>≥ {rate}</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} ms (95 % sure).</source>
        <translation>La vraie valeur se situe très probablement entre {low} et {high} ms (sûr à 95&#xa0;%).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} % (95 % sure).</source>
        <translation>La vraie valeur se situe très probablement entre {low} et {high}&#xa0;% (sûr à 95&#xa0;%).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} kbit/s (95 % sure).</source>
        <translation>La vraie valeur se situe très probablement entre {low} et {high} kbit/s (sûr à 95&#xa0;%).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} Mbit/s (95 % sure).</source>
        <translation>La vraie valeur se situe très probablement entre {low} et {high} Mbit/s (sûr à 95&#xa0;%).</translation>
    </message>
    <message>
        <source>Unusually slow for this network: {now}, usually at least {usual}</source>
        <translation>Inhabituellement lent pour ce réseau&#x202f;: {now}, d’habitude au moins {usual}</translation>
    </message>
    <message>
        <source>Unusually long delay for this network: {now}, usually at most {usual}</source>
        <translation>Délai inhabituellement long pour ce réseau&#x202f;: {now}, d’habitude au plus {usual}</translation>
    </message>
    <message>
        <source>Unusually long delay under load for this network: {now}, usually at most {usual}</source>
        <translation>Délai en charge inhabituellement long pour ce réseau&#x202f;: {now}, d’habitude au plus {usual}</translation>
    </message>
    <message>
        <source>Unusually uneven delay for this network: jitter {now}, usually at most {usual}</source>
        <translation>Délai inhabituellement irrégulier pour ce réseau&#x202f;: gigue de {now}, d’habitude au plus {usual}</translation>
    </message>
    <message>
        <source>Unusually many lost packets for this network: {now}, usually below {usual}</source>
        <translation>Pertes de paquets inhabituelles pour ce réseau&#x202f;: {now}, d’habitude moins de {usual}</translation>
    </message>
    <message>
        <source>Unusual for this network: no call server works</source>
        <translation>Inhabituel pour ce réseau&#x202f;: aucun serveur d’appel ne fonctionne</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n day(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>Le dernier test date de %n jour&#x202f;: le réseau a peut-être changé.</numerusform>
            <numerusform>Le dernier test date de %n jours&#x202f;: le réseau a peut-être changé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n minute(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>Le dernier test date de %n minute&#x202f;: le réseau a peut-être changé.</numerusform>
            <numerusform>Le dernier test date de %n minutes&#x202f;: le réseau a peut-être changé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n hour(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>Le dernier test date de %n heure&#x202f;: le réseau a peut-être changé.</numerusform>
            <numerusform>Le dernier test date de %n heures&#x202f;: le réseau a peut-être changé.</numerusform>
        </translation>
    </message>
</context>
</TS>

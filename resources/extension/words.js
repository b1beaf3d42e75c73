// The popup's words in each language: the same that the program's windows use.

export const WORDS = {
  en: {
    looking: "Looking for the program…",
    running: "The program is running, and this browser is connected to it.",
    stopped: "The program is not running. Start Call Notifier to watch calls.",
    unreachable:
      "This browser cannot reach the program. Run “call-notifier browsers install” once, then look " +
      "again. ({trouble})",
    noPage: "Nothing is watched here: this is no web page, or it was open before the extension was.",
    noProgram: "Nothing is watched on {host}: the program is not there.",
    noSite: "Calls on {host} are not watched: the program watches no site.",
    notListed: "Calls on {host} are not watched: the site is not on the program's list.",
    listed: "Calls on {host} are watched: the site is on the program's list.",
    allSites: "Calls on {host} are watched: the program watches calls on all sites.",
    noCall: "No call is watched now.",
    callHere: "1 call is watched now, in this tab.",
    callElsewhere: "1 call is watched now, in another tab.",
    calls: "{count} calls are watched now.",
    page: "1 page reports its calls itself.",
    pages: "{count} pages report their calls themselves.",
    way:
      "Which sites are watched is set in the program: Settings, Your calls. Only figures go there, " +
      "such as loss and delay: no sound, no picture, no text, no addresses.",
    again: "Look again",
  },
  de: {
    looking: "Das Programm wird gesucht…",
    running: "Das Programm läuft, und dieser Browser ist mit ihm verbunden.",
    stopped: "Das Programm läuft nicht. Starten Sie Call Notifier, um Anrufe zu beobachten.",
    unreachable:
      "Dieser Browser erreicht das Programm nicht. Führen Sie einmal „call-notifier browsers " +
      "install“ aus und sehen Sie dann erneut nach. ({trouble})",
    noPage:
      "Hier wird nichts beobachtet: Dies ist keine Webseite, oder sie war schon vor der Erweiterung " +
      "geöffnet.",
    noProgram: "Auf {host} wird nichts beobachtet: Das Programm ist nicht da.",
    noSite: "Anrufe auf {host} werden nicht beobachtet: Das Programm beobachtet keine Webseiten.",
    notListed:
      "Anrufe auf {host} werden nicht beobachtet: Die Webseite steht nicht auf der Liste des " +
      "Programms.",
    listed: "Anrufe auf {host} werden beobachtet: Die Webseite steht auf der Liste des Programms.",
    allSites:
      "Anrufe auf {host} werden beobachtet: Das Programm beobachtet Anrufe auf allen Webseiten.",
    noCall: "Zurzeit wird kein Anruf beobachtet.",
    callHere: "Zurzeit wird 1 Anruf beobachtet, in diesem Tab.",
    callElsewhere: "Zurzeit wird 1 Anruf beobachtet, in einem anderen Tab.",
    calls: "Zurzeit werden {count} Anrufe beobachtet.",
    page: "1 Seite meldet ihre Anrufe selbst.",
    pages: "{count} Seiten melden ihre Anrufe selbst.",
    way:
      "Welche Webseiten beobachtet werden, legen Sie im Programm fest: Einstellungen, Ihre Anrufe. " +
      "Nur Werte wie Verlust und Verzögerung gehen dorthin: kein Ton, kein Bild, kein Text, keine " +
      "Adressen.",
    again: "Erneut nachsehen",
  },
  es: {
    looking: "Buscando el programa…",
    running: "El programa está en ejecución y este navegador está conectado a él.",
    stopped: "El programa no está en ejecución. Inicie Call Notifier para seguir las llamadas.",
    unreachable:
      "Este navegador no puede acceder al programa. Ejecute una vez «call-notifier browsers " +
      "install» y vuelva a mirar. ({trouble})",
    noPage:
      "Aquí no se sigue nada: no es una página web, o ya estaba abierta antes que la extensión.",
    noProgram: "En {host} no se sigue nada: el programa no está.",
    noSite: "No se siguen las llamadas en {host}: el programa no sigue ningún sitio.",
    notListed:
      "No se siguen las llamadas en {host}: el sitio no está en la lista del programa.",
    listed: "Se siguen las llamadas en {host}: el sitio está en la lista del programa.",
    allSites: "Se siguen las llamadas en {host}: el programa las sigue en todos los sitios.",
    noCall: "Ahora no se sigue ninguna llamada.",
    callHere: "Ahora se sigue 1 llamada, en esta pestaña.",
    callElsewhere: "Ahora se sigue 1 llamada, en otra pestaña.",
    calls: "Ahora se siguen {count} llamadas.",
    page: "1 página informa de sus llamadas por sí misma.",
    pages: "{count} páginas informan de sus llamadas por sí mismas.",
    way:
      "Los sitios que se siguen se eligen en el programa: Ajustes, Sus llamadas. Allí solo llegan " +
      "cifras, como la pérdida y el retardo: ni sonido, ni imagen, ni texto, ni direcciones.",
    again: "Volver a mirar",
  },
  fi: {
    looking: "Etsitään ohjelmaa…",
    running: "Ohjelma on käynnissä, ja tämä selain on yhteydessä siihen.",
    stopped: "Ohjelma ei ole käynnissä. Käynnistä Call Notifier, niin puheluita seurataan.",
    unreachable:
      "Tämä selain ei tavoita ohjelmaa. Suorita kerran ”call-notifier browsers install” ja katso " +
      "sitten uudelleen. ({trouble})",
    noPage:
      "Tässä ei seurata mitään: tämä ei ole verkkosivu, tai se oli auki ennen laajennusta.",
    noProgram: "Sivustolla {host} ei seurata mitään: ohjelmaa ei ole.",
    noSite: "Sivuston {host} puheluita ei seurata: ohjelma ei seuraa mitään sivustoa.",
    notListed: "Sivuston {host} puheluita ei seurata: sivusto ei ole ohjelman luettelossa.",
    listed: "Sivuston {host} puheluita seurataan: sivusto on ohjelman luettelossa.",
    allSites: "Sivuston {host} puheluita seurataan: ohjelma seuraa kaikkien sivustojen puheluita.",
    noCall: "Nyt ei seurata mitään puhelua.",
    callHere: "Nyt seurataan 1 puhelua, tässä välilehdessä.",
    callElsewhere: "Nyt seurataan 1 puhelua, toisessa välilehdessä.",
    calls: "Nyt seurataan {count} puhelua.",
    page: "1 sivu ilmoittaa puhelunsa itse.",
    pages: "{count} sivua ilmoittaa puhelunsa itse.",
    way:
      "Seurattavat sivustot valitaan ohjelmassa: Asetukset, Puhelusi. Sinne menee vain lukuja, kuten " +
      "hävikki ja viive: ei ääntä, ei kuvaa, ei tekstiä eikä osoitteita.",
    again: "Katso uudelleen",
  },
  fr: {
    looking: "Recherche du programme…",
    running: "Le programme est en cours d’exécution, et ce navigateur y est connecté.",
    stopped:
      "Le programme n’est pas en cours d’exécution. Lancez Call Notifier pour suivre les appels.",
    unreachable:
      "Ce navigateur ne parvient pas à joindre le programme. Exécutez une fois «\u202fcall-notifier " +
      "browsers install\u202f», puis vérifiez à nouveau. ({trouble})",
    noPage:
      "Rien n’est suivi ici\u202f: ce n’est pas une page web, ou elle était ouverte avant " +
      "l’extension.",
    noProgram: "Rien n’est suivi sur {host}\u202f: le programme n’est pas là.",
    noSite: "Les appels sur {host} ne sont pas suivis\u202f: le programme ne suit aucun site.",
    notListed:
      "Les appels sur {host} ne sont pas suivis\u202f: le site ne figure pas sur la liste du " +
      "programme.",
    listed: "Les appels sur {host} sont suivis\u202f: le site figure sur la liste du programme.",
    allSites:
      "Les appels sur {host} sont suivis\u202f: le programme suit les appels sur tous les sites.",
    noCall: "Aucun appel n’est suivi en ce moment.",
    callHere: "1 appel est suivi en ce moment, dans cet onglet.",
    callElsewhere: "1 appel est suivi en ce moment, dans un autre onglet.",
    calls: "{count} appels sont suivis en ce moment.",
    page: "1 page signale elle-même ses appels.",
    pages: "{count} pages signalent elles-mêmes leurs appels.",
    way:
      "Les sites suivis se choisissent dans le programme\u202f: Paramètres, Vos appels. Seuls des " +
      "chiffres y vont, comme les pertes et le délai\u202f: ni son, ni image, ni texte, ni adresses.",
    again: "Vérifier à nouveau",
  },
  ja: {
    looking: "プログラムを探しています…",
    running: "プログラムは動作中で、このブラウザーと接続されています。",
    stopped: "プログラムが動作していません。通話を検出するには、Call Notifier を起動してください。",
    unreachable:
      "このブラウザーはプログラムに接続できません。「call-notifier browsers install」を一度実行してから、" +
      "もう一度確認してください。（{trouble}）",
    noPage:
      "ここでは通話を検出していません。Web ページではないか、拡張機能より先に開かれたページです。",
    noProgram: "{host} の通話を検出していません。プログラムがありません。",
    noSite: "{host} の通話を検出していません。プログラムはどのサイトも対象にしていません。",
    notListed: "{host} の通話を検出していません。このサイトはプログラムのリストにありません。",
    listed: "{host} の通話を検出します。このサイトはプログラムのリストにあります。",
    allSites: "{host} の通話を検出します。プログラムはすべてのサイトを対象にしています。",
    noCall: "現在、検出中の通話はありません。",
    callHere: "現在、このタブの通話 1 件を検出しています。",
    callElsewhere: "現在、別のタブの通話 1 件を検出しています。",
    calls: "現在、通話 {count} 件を検出しています。",
    page: "1 ページが自分で通話を報告しています。",
    pages: "{count} ページが自分で通話を報告しています。",
    way:
      "対象のサイトは、プログラムの「設定」の「通話」で指定します。送られるのは損失や遅延などの数値だけで、" +
      "音声、映像、テキスト、アドレスは送られません。",
    again: "もう一度確認",
  },
};

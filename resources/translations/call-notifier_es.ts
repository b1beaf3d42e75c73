<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About Call Notifier</source>
        <translation>Acerca de Call Notifier</translation>
    </message>
    <message>
        <source>Call Notifier {version}</source>
        <translation>Call Notifier {version}</translation>
    </message>
    <message>
        <source>It tells you, before a call, how the call will go.</source>
        <translation>Le dice, antes de una llamada, cómo irá esta.</translation>
    </message>
    <message>
        <source>&amp;More about it…</source>
        <translation>&amp;Más información…</translation>
    </message>
    <message>
        <source>What it is made of, and under which licences</source>
        <translation>Sus componentes y las licencias de estos</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Cerr&amp;ar</translation>
    </message>
    <message>
        <source>Installed as a Debian package.</source>
        <translation>Instalado como paquete de Debian.</translation>
    </message>
    <message>
        <source>Installed as an RPM package.</source>
        <translation>Instalado como paquete RPM.</translation>
    </message>
    <message>
        <source>Installed by Windows Installer.</source>
        <translation>Instalado con Windows Installer.</translation>
    </message>
    <message>
        <source>Installed as a macOS package.</source>
        <translation>Instalado como paquete de macOS.</translation>
    </message>
    <message>
        <source>Not installed by a package.</source>
        <translation>No instalado mediante un paquete.</translation>
    </message>
    <message>
        <source>Forecasts by the model {name}.</source>
        <translation>Pronósticos del modelo {name}.</translation>
    </message>
    <message>
        <source>Under the Apache License, version 2.0.</source>
        <translation>Bajo la licencia Apache, versión 2.0.</translation>
    </message>
    <message>
        <source>This licence came without its text.</source>
        <translation>Esta licencia se entregó sin su texto.</translation>
    </message>
</context>
<context>
    <name>AmountStep</name>
    <message>
        <source>Set by your organisation.</source>
        <translation>Lo ha fijado su organización.</translation>
    </message>
    <message>
        <source>Most tests are tiny. About once an hour, and where something has changed, a larger one measures the bandwidth. During a call nothing is tested.</source>
        <translation>La mayoría de las pruebas son diminutas. Más o menos una vez por hora, y cuando algo ha cambiado, una más completa mide el ancho de banda. Durante una llamada no se prueba nada.</translation>
    </message>
    <message>
        <source>How often?</source>
        <translation>¿Con qué frecuencia?</translation>
    </message>
    <message>
        <source>{megabytes} MB a day</source>
        <translation>{megabytes} MB al día</translation>
    </message>
    <message>
        <source>no tests by themselves</source>
        <translation>ninguna prueba automática</translation>
    </message>
    <message>
        <source>Tiny tests only</source>
        <translation>Solo pruebas diminutas</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Todas las pruebas</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>Ninguna prueba</translation>
    </message>
    <message>
        <source>Never &amp;more than</source>
        <translation>Nunca &amp;más de</translation>
    </message>
    <message>
        <source>Where data costs &amp;extra</source>
        <translation>Con datos de &amp;pago</translation>
    </message>
    <message>
        <source>Tests you ask for are always made. All of this can be changed in the settings.</source>
        <translation>Las pruebas que se piden se hacen siempre. Todo esto puede cambiarse en los ajustes.</translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>Cada %n segundo: unos {megabytes} MB al día</numerusform>
            <numerusform>Cada %n segundos: unos {megabytes} MB al día</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>Cada %n minuto: unos {megabytes} MB al día</numerusform>
            <numerusform>Cada %n minutos: unos {megabytes} MB al día</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>Welcome to Call Notifier</source>
        <translation>Le damos la bienvenida a Call Notifier</translation>
    </message>
    <message>
        <source>Call Notifier</source>
        <translation>Call Notifier</translation>
    </message>
    <message>
        <source>Which server do your calls use?</source>
        <translation>¿Qué servidor usan sus llamadas?</translation>
    </message>
    <message>
        <source>How often, and how much data?</source>
        <translation>¿Con qué frecuencia y cuántos datos?</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>Siempre a mano</translation>
    </message>
    <message>
        <source>La&amp;ter</source>
        <translation>Más &amp;tarde</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>Paso {number} de {total}</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Finalizar</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>The password of {server} could not be kept: {reason}</source>
        <translation>No se ha podido guardar la contraseña de {server}: {reason}</translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}.</source>
        <translation>No se han podido guardar los ajustes: {reason}.</translation>
    </message>
    <message>
        <source>The settings are saved, but the start at log-in could not be changed: {reason}. Clear that box, or try again.</source>
        <translation>Los ajustes se han guardado, pero no se ha podido cambiar el inicio al abrir la sesión: {reason}. Desmarque esa casilla o inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>BrowsersPane</name>
    <message>
        <source>Browsers</source>
        <translation>Navegadores</translation>
    </message>
    <message>
        <source>The browser&apos;s extension tells of calls on web pages. A browser finds this program once it is registered there.</source>
        <translation>La extensión del navegador informa de las llamadas en páginas web. Un navegador encuentra este programa una vez que está registrado en él.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>{action}: {browser}</source>
        <translation>{action}: {browser}</translation>
    </message>
    <message>
        <source>No browser was found that the extension works in.</source>
        <translation>No se ha encontrado ningún navegador en el que funcione la extensión.</translation>
    </message>
    <message>
        <source>It is a Flatpak, which can&apos;t start other programs. The same browser from a package of the system can.</source>
        <translation>Es un Flatpak y no puede iniciar otros programas; el mismo navegador instalado como paquete del sistema sí puede.</translation>
    </message>
    <message>
        <source>Registered wrongly: register it again.</source>
        <translation>Mal registrado: regístrelo de nuevo.</translation>
    </message>
    <message>
        <source>Not registered.</source>
        <translation>Sin registrar.</translation>
    </message>
    <message>
        <source>Registered.</source>
        <translation>Registrado.</translation>
    </message>
    <message>
        <source>Registered by your organisation, for everybody on this computer.</source>
        <translation>Registrado por su organización, para todos los usuarios de este equipo.</translation>
    </message>
    <message>
        <source>It is a snap: only Ubuntu&apos;s Firefox starts other programs, once it is allowed to.</source>
        <translation>Es un snap: solo el Firefox de Ubuntu inicia otros programas, una vez que se le permite.</translation>
    </message>
    <message>
        <source>The file there is from another program, and stays.</source>
        <translation>El archivo que hay allí es de otro programa y se conserva.</translation>
    </message>
    <message>
        <source>Now load the extension: open about:debugging#/runtime/this-firefox in Firefox, choose “Load Temporary Add-on…” and the file {file}.</source>
        <translation>Ahora cargue la extensión: abra about:debugging#/runtime/this-firefox en Firefox, elija «Cargar complemento temporal…» y el archivo {file}.</translation>
    </message>
    <message>
        <source>Now load the extension: open {address} in {browser}, switch on “Developer mode”, choose “Load unpacked” and the folder {folder}.</source>
        <translation>Ahora cargue la extensión: abra {address} en {browser}, active el «Modo de desarrollador», elija «Cargar descomprimida» y la carpeta {folder}.</translation>
    </message>
    <message>
        <source>Not done: {reason}.</source>
        <translation>No se ha hecho: {reason}.</translation>
    </message>
</context>
<context>
    <name>CallDetails</name>
    <message>
        <source>Details of the chosen call</source>
        <translation>Detalles de la llamada elegida</translation>
    </message>
    <message>
        <source>&amp;How was it?</source>
        <translation>¿Cómo f&amp;ue?…</translation>
    </message>
    <message>
        <source>Delete th&amp;is call</source>
        <translation>Eli&amp;minar esta llamada</translation>
    </message>
    <message>
        <source>Choose a call to see how it went.</source>
        <translation>Elija una llamada para ver cómo fue.</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>Calidad desconocida</translation>
    </message>
    <message>
        <source>What it got</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>The call itself</source>
        <translation>La llamada en sí</translation>
    </message>
    <message>
        <source>{time}, {length}</source>
        <translation>{time}, {length}</translation>
    </message>
    <message>
        <source>It was too short, or said too little, to be judged.</source>
        <translation>Fue demasiado corta, o hubo muy pocos datos, para valorarla.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En resumen</translation>
    </message>
    <message>
        <source>By the same table as the forecasts, from the figures below.</source>
        <translation>Según la misma tabla que los pronósticos, a partir de las cifras de abajo.</translation>
    </message>
    <message>
        <source>Could send</source>
        <translation>Envío posible</translation>
    </message>
    <message>
        <source>What the sender found to be there for it, half of the time. Below 2 Mbit/s there is not enough for everything, below 0.06 Mbit/s for nothing.</source>
        <translation>Lo que el emisor encontró disponible la mitad del tiempo. Por debajo de 2 Mbit/s no alcanza para todo; por debajo de 0,06 Mbit/s, para nada.</translation>
    </message>
    <message>
        <source>Sound lost</source>
        <translation>Sonido perdido</translation>
    </message>
    <message>
        <source>What had to be made up because it came too late or not at all.</source>
        <translation>Lo que hubo que reconstruir porque llegó demasiado tarde o no llegó.</translation>
    </message>
    <message>
        <source>Picture stood</source>
        <translation>Imagen parada</translation>
    </message>
    <message>
        <source>How much of the time the picture stood still.</source>
        <translation>Qué parte del tiempo estuvo parada la imagen.</translation>
    </message>
    <message>
        <source>Delay one way</source>
        <translation>Retardo (ida)</translation>
    </message>
    <message>
        <source>Half the round trip. From 200 ms on, people talk into each other.</source>
        <translation>La mitad de la ida y vuelta. A partir de 200 ms, las personas se interrumpen al hablar.</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Pronóstico</translation>
    </message>
    <message>
        <source>{forecast} ({percent} sure)</source>
        <translation>{forecast} (certeza: {percent})</translation>
    </message>
    <message>
        <source>What was told of the network when the call began; right where the call had its colour.</source>
        <translation>Lo que se decía de la red al empezar la llamada; acertado si la llamada tuvo ese color.</translation>
    </message>
    <message>
        <source>C&amp;hange this…</source>
        <translation>Cam&amp;biar…</translation>
    </message>
    <message>
        <source>What was said of it</source>
        <translation>Valoración recibida</translation>
    </message>
    <message>
        <source>{stars}: {word}</source>
        <translation>{stars}: {word}</translation>
    </message>
    <message>
        <source>sound {stars}</source>
        <translation>sonido {stars}</translation>
    </message>
    <message>
        <source>picture {stars}</source>
        <translation>imagen {stars}</translation>
    </message>
    <message>
        <source>screen {stars}</source>
        <translation>pantalla {stars}</translation>
    </message>
    <message>
        <source>Connection {number} of {all}: {usage}</source>
        <translation>Conexión {number} de {all}: {usage}</translation>
    </message>
    <message>
        <source>The connection: {usage}</source>
        <translation>La conexión: {usage}</translation>
    </message>
    <message>
        <source>With {who}</source>
        <translation>Con {who}</translation>
    </message>
    <message>
        <source>Given up after</source>
        <translation>Abandono tras</translation>
    </message>
    <message>
        <source>How long a path was looked for.</source>
        <translation>Cuánto tiempo se buscó una ruta.</translation>
    </message>
    <message>
        <source>Connected in</source>
        <translation>Conexión en</translation>
    </message>
    <message>
        <source>From the beginning until sound and picture could flow.</source>
        <translation>Desde el principio hasta que pudieron pasar el sonido y la imagen.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>A relay (TURN) carries the call where no direct path is open.</source>
        <translation>Un retransmisor (TURN) lleva la llamada cuando no hay ninguna ruta directa abierta.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>How the connection ended.</source>
        <translation>Cómo terminó la conexión.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrupciones</translation>
    </message>
    <message>
        <source>{count}, {length} in all</source>
        <translation>{count}, {length} en total</translation>
    </message>
    <message>
        <source>How often the connection was lost and came back.</source>
        <translation>Cuántas veces se perdió la conexión y volvió.</translation>
    </message>
    <message>
        <source>Other paths</source>
        <translation>Otras rutas</translation>
    </message>
    <message>
        <source>How often the call went on over another path.</source>
        <translation>Cuántas veces siguió la llamada por otra ruta.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>By bitrate, loss and delay of this stream alone.</source>
        <translation>Según la tasa de bits, la pérdida y el retardo de este flujo.</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Tasa de bits</translation>
    </message>
    <message>
        <source>On average; 19 of 20 seconds had no more than the second figure.</source>
        <translation>En promedio; 19 de cada 20 segundos no pasaron de la segunda cifra.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Packets that never arrived; of what you send, as the other end says.</source>
        <translation>Paquetes que no llegaron nunca; de lo que usted envía, según el otro extremo.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Fluctuación</translation>
    </message>
    <message>
        <source>How unevenly packets arrived: on average, and 19 of 20 times at most.</source>
        <translation>La irregularidad con que llegaron los paquetes: en promedio y, 19 de cada 20 veces, como máximo.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>To the other end and back, as its reports say.</source>
        <translation>Hasta el otro extremo y de vuelta, según sus informes.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>{size}, {rate}</source>
        <translation>{size}, {rate}</translation>
    </message>
    <message>
        <source>The largest picture, and how many came in a second on average.</source>
        <translation>La imagen más grande y cuántas llegaron por segundo en promedio.</translation>
    </message>
    <message>
        <source>Stood still</source>
        <translation>Parada</translation>
    </message>
    <message>
        <source>{count}, {share} of the time</source>
        <translation>{count}, {share} del tiempo</translation>
    </message>
    <message>
        <source>How often, and how much of the time, this picture stood still.</source>
        <translation>Cuántas veces, y qué parte del tiempo, estuvo parada esta imagen.</translation>
    </message>
    <message>
        <source>Made up</source>
        <translation>Reconstruido</translation>
    </message>
    <message>
        <source>Sound that had to be made up because it came too late or not at all.</source>
        <translation>Sonido que hubo que reconstruir porque llegó demasiado tarde o no llegó.</translation>
    </message>
    <message>
        <source>{mean} (up to {high})</source>
        <translation>{mean} (hasta {high})</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Who reported the call to this program.</source>
        <translation>Quién informó de la llamada a este programa.</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Conferencia</translation>
    </message>
    <message>
        <source>What the application calls it.</source>
        <translation>Cómo la llama la aplicación.</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Base del juicio</translation>
    </message>
    <message>
        <source>How much of the call the figures are of: all but its beginning.</source>
        <translation>De qué parte de la llamada son las cifras: toda salvo el principio.</translation>
    </message>
</context>
<context>
    <name>CallGraph</name>
    <message>
        <source>Graph of what goes up and down, and of the round trip</source>
        <translation>Gráfico de lo que sube y baja, y de la ida y vuelta</translation>
    </message>
    <message>
        <source>{time}: {up} up, {down} down, round trip {rtt}</source>
        <translation>{time}: {up} de subida, {down} de bajada, ida y vuelta {rtt}</translation>
    </message>
    <message>
        <source>, {loss} lost</source>
        <translation>, pérdida {loss}</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Aún no se sabe nada.</translation>
    </message>
    <message>
        <source>Up {low} to {high}, at last {last}.</source>
        <translation>Subida: de {low} a {high}, lo último {last}.</translation>
    </message>
    <message>
        <source>Down {low} to {high}, at last {last}.</source>
        <translation>Bajada: de {low} a {high}, lo último {last}.</translation>
    </message>
    <message>
        <source>Round trip {low} to {high}, at last {last}.</source>
        <translation>Ida y vuelta: de {low} a {high}, lo último {last}.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Down, dashed</source>
        <translation>Bajada (trazos)</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
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
        <translation>hace {length}</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Pronóstico</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Valoración</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Calls, newest first</source>
        <translation>Llamadas, las más recientes primero</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>&amp;Undo</source>
        <translation>De&amp;shacer</translation>
    </message>
    <message>
        <source>The history cannot be opened, so calls are not kept at the moment.</source>
        <translation>No se puede abrir el historial, así que por ahora no se guardan las llamadas.</translation>
    </message>
    <message>
        <source>No call here: choose another time, or all networks.</source>
        <translation>Aquí no hay ninguna llamada: elija otro periodo o todas las redes.</translation>
    </message>
    <message>
        <source>No call has been seen yet. Calls in a browser or in another program appear here once it tells Call Notifier of them.</source>
        <translation>Aún no se ha visto ninguna llamada. Las llamadas de un navegador o de otro programa aparecen aquí en cuanto este informa de ellas a Call Notifier.</translation>
    </message>
    <message>
        <source>Choose a call to see how it went.</source>
        <translation>Elija una llamada para ver cómo fue.</translation>
    </message>
    <message>
        <source>The history cannot be opened.</source>
        <translation>No se puede abrir el historial.</translation>
    </message>
    <message>
        <source>Deleted: {call}, with all that was learnt from it.</source>
        <translation>Eliminada: {call}, con todo lo aprendido de ella.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>What is compared</source>
        <translation>Qué se compara</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Primer elemento</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>Segundo elemento</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>frente a</translation>
    </message>
    <message>
        <source>There are tests on one network only: there is nothing to compare.</source>
        <translation>Solo hay pruebas en una red: no hay nada que comparar.</translation>
    </message>
    <message>
        <source>There are tests of one server only: there is nothing to compare.</source>
        <translation>Solo hay pruebas de un servidor: no hay nada que comparar.</translation>
    </message>
    <message>
        <source>Choose two that differ.</source>
        <translation>Elija dos elementos distintos.</translation>
    </message>
    <message>
        <source>No tests of these two in this time.</source>
        <translation>No hay pruebas de estos dos en este periodo.</translation>
    </message>
    <message>
        <source>No test in this time was made with both servers.</source>
        <translation>Ninguna prueba de este periodo se hizo con ambos servidores.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>Which is better</source>
        <translation>Cuál es mejor</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Sin comparar</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <translation>Sin diferencia clara</translation>
    </message>
    <message>
        <source>{name} is better</source>
        <translation>Mejor: {name}</translation>
    </message>
    <message>
        <source>The middle value of the tests, and between what the middle half of them lies. One is called better where that is most likely no chance.</source>
        <translation>El valor central de las pruebas y entre qué valores está su mitad central. Uno se considera mejor cuando lo más probable es que no sea casualidad.</translation>
    </message>
    <message>
        <source>There are too few tests to tell a difference from chance.</source>
        <translation>Hay muy pocas pruebas para distinguir una diferencia de la casualidad.</translation>
    </message>
    <message>
        <source>It rests on the newest tests of this time.</source>
        <translation>Se basa en las pruebas más recientes de este periodo.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Tests</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buenas</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Malas</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Caudal</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Fluctuación</translation>
    </message>
    <message>
        <source>Queue under load</source>
        <translation>Cola bajo carga</translation>
    </message>
    <message>
        <source>Could not connect</source>
        <translation>Sin poder conectar</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median} ({low} a {high})</translation>
    </message>
</context>
<context>
    <name>DataUsed</name>
    <message>
        <source>Data used by tests</source>
        <translation>Datos usados por las pruebas</translation>
    </message>
    <message>
        <source>What tests have cost is not known.</source>
        <translation>No se sabe cuánto han consumido las pruebas.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount}; by itself no test runs.</source>
        <translation>En las últimas 24 horas, {amount}; no se hace ninguna prueba automática.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount} of {budget}.</source>
        <translation>En las últimas 24 horas, {amount} de {budget}.</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount}, more than the budget of {budget}.</source>
        <translation>En las últimas 24 horas, {amount}, más que el presupuesto de {budget}.</translation>
    </message>
    <message>
        <source>Today {today}; this month {month}, {average} a day on average.</source>
        <translation>Hoy, {today}; este mes, {month}, con un promedio de {average} al día.</translation>
    </message>
</context>
<context>
    <name>DiagnosticsWindow</name>
    <message>
        <source>Diagnostics of Call Notifier</source>
        <translation>Datos de diagnóstico de Call Notifier</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>Recopilando…</translation>
    </message>
    <message>
        <source>Nothing is written or sent yet. Look through it, then save it.</source>
        <translation>Aún no se ha escrito ni enviado nada. Revise los datos y después guárdelos.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was collected.</source>
        <translation>Cancelado: no se ha recopilado nada.</translation>
    </message>
    <message>
        <source>Nothing was collected: {reason}</source>
        <translation>No se ha recopilado nada: {reason}</translation>
    </message>
    <message>
        <source>Save the diagnostics</source>
        <translation>Guardar los datos de diagnóstico</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>Archivo comprimido (*.zip)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Guardado en {file}</translation>
    </message>
    <message>
        <source>{file}, {size}</source>
        <comment>a row of a list</comment>
        <translation>{file}, {size}</translation>
    </message>
    <message>
        <source>What stands in {file}</source>
        <translation>Contenido de {file}</translation>
    </message>
    <message>
        <source>This is what a help desk gets to see, and nothing else. Passwords, tokens, names and where your calls took place are taken out. It goes nowhere by itself.</source>
        <translation>Esto es lo que verá un servicio de asistencia, y nada más. Se han quitado las contraseñas, los tokens, los nombres y dónde tuvieron lugar sus llamadas. Nada se envía por sí solo.</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Archivos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>What stands in the file</source>
        <translation>Contenido del archivo</translation>
    </message>
    <message>
        <source>Leave &amp;IP addresses in it</source>
        <translation>Dejar las direcciones &amp;IP</translation>
    </message>
    <message>
        <source>Without this, the same number stands in the place of each address.</source>
        <translation>Si no, cada dirección se sustituye por un número, siempre el mismo para la misma dirección.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Collect a&amp;gain</source>
        <translation>&amp;Volver a recopilar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Show the f&amp;older</source>
        <translation>Mostrar la carpe&amp;ta</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Guardar como…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Ce&amp;rrar</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln registro</numerusform>
            <numerusform>%Ln registros</numerusform>
        </translation>
    </message>
    <message>
        <source>call-notifier history</source>
        <translation>historial de call-notifier</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Exportar el historial</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportación</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Escribiendo {file}…</translation>
    </message>
    <message>
        <source>Wrote {records} to {file}.</source>
        <translation>Exportado: {records} en {file}.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>No se ha podido escribir {file}: {reason}.</translation>
    </message>
</context>
<context>
    <name>FiguresPane</name>
    <message>
        <source>E&amp;xplain the figures</source>
        <translation>Explicar las ci&amp;fras</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln prueba</numerusform>
            <numerusform>%Ln pruebas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln red</numerusform>
            <numerusform>%Ln redes</numerusform>
        </translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Todas las redes</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Todos los servidores</translation>
    </message>
    <message>
        <source>Show all &amp;tests of this time</source>
        <translation>Mostrar &amp;todas las pruebas de este periodo</translation>
    </message>
    <message>
        <source>Go to the newest &amp;test</source>
        <translation>Ir a la prueba más recien&amp;te</translation>
    </message>
    <message>
        <source>Reading {period}…</source>
        <translation>Leyendo {period}…</translation>
    </message>
    <message>
        <source>No tests, {period}</source>
        <translation>Sin pruebas, {period}</translation>
    </message>
    <message>
        <source>{tests} on {networks}, {period}</source>
        <translation>{tests} en {networks}, {period}</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Periodo mostrado</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>A range</source>
        <translation>Un intervalo</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Toda&amp;y</source>
        <translation>Ho&amp;y</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>Todos los colores</translation>
    </message>
    <message>
        <source>Green: good</source>
        <translation>Verde: buena</translation>
    </message>
    <message>
        <source>Amber: limited</source>
        <translation>Ámbar: limitada</translation>
    </message>
    <message>
        <source>Red: bad</source>
        <translation>Rojo: mala</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Networ&amp;k:</source>
        <translation>&amp;Red:</translation>
    </message>
    <message>
        <source>Ser&amp;ver:</source>
        <translation>Ser&amp;vidor:</translation>
    </message>
    <message>
        <source>C&amp;olour:</source>
        <translation>C&amp;olor:</translation>
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
        <translation>{tests}; la primera, {first}; la última, {last}</translation>
    </message>
</context>
<context>
    <name>FlowTable</name>
    <message>
        <source>What flows, by kind and direction</source>
        <translation>Lo que circula, por tipo y sentido</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Tasa de bits</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Fluctuación</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Fotogramas</translation>
    </message>
</context>
<context>
    <name>GraphsPage</name>
    <message>
        <source>Throughput</source>
        <translation>Caudal</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Queue under load</source>
        <translation>Cola bajo carga</translation>
    </message>
</context>
<context>
    <name>HistoryTools</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln prueba</numerusform>
            <numerusform>%Ln pruebas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln llamada</numerusform>
            <numerusform>%Ln llamadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Ex&amp;port</source>
        <translation>E&amp;xportar</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>Des&amp;hacer</translation>
    </message>
    <message>
        <source>Tests as a &amp;table (CSV)…</source>
        <translation>&amp;Pruebas en tabla (CSV)…</translation>
    </message>
    <message>
        <source>Tests with &amp;everything (JSON)…</source>
        <translation>P&amp;ruebas con todo (JSON)…</translation>
    </message>
    <message>
        <source>Calls as a t&amp;able (CSV)…</source>
        <translation>&amp;Llamadas en tabla (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Calls with everything (JSON)…</source>
        <translation>Llamadas &amp;con todo (JSON)…</translation>
    </message>
    <message>
        <source>&amp;Picture of this page (PNG)…</source>
        <translation>&amp;Imagen de esta página (PNG)…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Guardar la imagen</translation>
    </message>
    <message>
        <source>Wrote the picture to {file}.</source>
        <translation>Imagen guardada en {file}.</translation>
    </message>
    <message>
        <source>What is &amp;shown</source>
        <translation>&amp;Lo que se muestra</translation>
    </message>
    <message>
        <source>All of this &amp;network</source>
        <translation>Todo lo de esta &amp;red</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Todo</translation>
    </message>
    <message>
        <source>It is too late: a part is gone already.</source>
        <translation>Es demasiado tarde: una parte ya no existe.</translation>
    </message>
    <message>
        <source>There was nothing to delete.</source>
        <translation>No había nada que eliminar.</translation>
    </message>
    <message>
        <source>Deleted {tests}.</source>
        <translation>Eliminado: {tests}.</translation>
    </message>
    <message>
        <source>Deleted {tests} and {calls}.</source>
        <translation>Eliminado: {tests} y {calls}.</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History of Call Notifier</source>
        <translation>Historial de Call Notifier</translation>
    </message>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>No se puede abrir el historial, así que por ahora no se guardan las pruebas.</translation>
    </message>
    <message>
        <source>Pages of the history</source>
        <translation>Páginas del historial</translation>
    </message>
    <message>
        <source>Timeli&amp;ne</source>
        <translation>&amp;Cronología</translation>
    </message>
    <message>
        <source>&amp;Graphs</source>
        <translation>&amp;Gráficos</translation>
    </message>
    <message>
        <source>&amp;All tests</source>
        <translation>&amp;Todas las pruebas</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>&amp;Llamadas</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>La&amp;do a lado</translation>
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
        <translation>a</translation>
    </message>
    <message>
        <source>{setting}: begin</source>
        <translation>{setting}: inicio</translation>
    </message>
    <message>
        <source>{setting}: end</source>
        <translation>{setting}: fin</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>de {begin} a {end}</translation>
    </message>
</context>
<context>
    <name>LanguageField</name>
    <message>
        <source>The system&apos;s language</source>
        <translation>El idioma del sistema</translation>
    </message>
</context>
<context>
    <name>LastCall</name>
    <message>
        <source>No call is on</source>
        <translation>No hay ninguna llamada en curso</translation>
    </message>
    <message>
        <source>The last call</source>
        <translation>La última llamada</translation>
    </message>
    <message>
        <source>&amp;Details of this call…</source>
        <translation>&amp;Detalles de esta llamada…</translation>
    </message>
    <message>
        <source>A call that a browser or another program reports appears here by itself.</source>
        <translation>Una llamada de la que informa un navegador u otro programa aparece aquí por sí sola.</translation>
    </message>
    <message>
        <source>Watching calls is switched off in the settings.</source>
        <translation>El seguimiento de llamadas está desactivado en los ajustes.</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>Calidad desconocida</translation>
    </message>
    <message>
        <source>It was too short, or said too little, to be judged.</source>
        <translation>Fue demasiado corta, o hubo muy pocos datos, para valorarla.</translation>
    </message>
</context>
<context>
    <name>LastStep</name>
    <message>
        <source>&amp;Start when I log in</source>
        <translation>&amp;Iniciar al abrir mi sesión</translation>
    </message>
    <message>
        <source>It opens no window then: the icon is all that there is to see.</source>
        <translation>No se abre entonces ninguna ventana: solo se ve el icono.</translation>
    </message>
    <message>
        <source>Tell me &amp;when something changes</source>
        <translation>A&amp;visarme cuando algo cambie</translation>
    </message>
    <message>
        <source>With a notification of the desktop, and never twice for the same.</source>
        <translation>Con una notificación del escritorio, y nunca dos veces por lo mismo.</translation>
    </message>
    <message>
        <source>Look for the icon</source>
        <translation>Busque el icono</translation>
    </message>
    <message>
        <source>It is where your desktop keeps its small icons: at the top or at the bottom of the screen, perhaps behind an arrow. Click it for everything that was found.</source>
        <translation>Está donde su escritorio coloca los iconos pequeños: arriba o abajo en la pantalla, quizá detrás de una flecha. Haga clic en él para ver todo lo que se ha averiguado.</translation>
    </message>
    <message>
        <source>Calls will be good.</source>
        <translation>Las llamadas irán bien.</translation>
    </message>
    <message>
        <source>Calls will work, but something will suffer.</source>
        <translation>Las llamadas funcionarán, pero algo se resentirá.</translation>
    </message>
    <message>
        <source>Calls will be bad, or will not work.</source>
        <translation>Las llamadas irán mal o no funcionarán.</translation>
    </message>
    <message>
        <source>Set by the administrator of this computer.</source>
        <translation>Lo ha fijado el administrador de este equipo.</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
</context>
<context>
    <name>LiveWindow</name>
    <message>
        <source>Live call</source>
        <translation>Llamada en curso</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>What the call sends, with all that packets need.</source>
        <translation>Lo que envía la llamada, con todo lo que necesitan los paquetes.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajada</translation>
    </message>
    <message>
        <source>What the call receives, with all that packets need.</source>
        <translation>Lo que recibe la llamada, con todo lo que necesitan los paquetes.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>To the other end, or the provider&apos;s server, and back.</source>
        <translation>Hasta el otro extremo, o el servidor del proveedor, y de vuelta.</translation>
    </message>
    <message>
        <source>May send</source>
        <translation>Puede enviar</translation>
    </message>
    <message>
        <source>What the sender has found to be there for it. It sends no more than this.</source>
        <translation>Lo que el emisor ha encontrado disponible. No envía más que eso.</translation>
    </message>
    <message>
        <source>No sound or picture flows yet.</source>
        <translation>Aún no circulan ni sonido ni imagen.</translation>
    </message>
    <message>
        <source>since {time}, {length}</source>
        <translation>desde {time}, {length}</translation>
    </message>
</context>
<context>
    <name>LoginSwitch</name>
    <message>
        <source>Start when you log in</source>
        <translation>Iniciar al abrir su sesión</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Lo ha fijado su organización.</translation>
    </message>
    <message>
        <source>It is installed for everybody on this computer; this switch is for you alone.</source>
        <translation>Está instalado para todos los usuarios de este equipo; este ajuste es solo para usted.</translation>
    </message>
    <message>
        <source>The icon is there when your desktop is, and the first test is made then.</source>
        <translation>El icono aparece con el escritorio, y la primera prueba se hace entonces.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>No se ha guardado: {reason}.</translation>
    </message>
    <message>
        <source>Saved. The program starts when you log in.</source>
        <translation>Guardado. El programa se inicia al abrir su sesión.</translation>
    </message>
    <message>
        <source>Saved. The program does not start by itself.</source>
        <translation>Guardado. El programa no se inicia por sí solo.</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>the whole history</source>
        <translation>todo el historial</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} de {year}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>del {first} al {last}</translation>
    </message>
</context>
<context>
    <name>RatingWindow</name>
    <message>
        <source>How was the call?</source>
        <translation>¿Cómo fue la llamada?</translation>
    </message>
    <message>
        <source>{stars} of 5: {word}</source>
        <translation>{stars} de 5: {word}</translation>
    </message>
    <message>
        <source>Do not &amp;ask again</source>
        <translation>No &amp;volver a preguntar</translation>
    </message>
    <message>
        <source>Anything to add? (optional)</source>
        <translation>¿Algo que añadir? (opcional)</translation>
    </message>
    <message>
        <source>Comment, optional</source>
        <translation>Comentario, opcional</translation>
    </message>
    <message>
        <source>You can change this in the settings.</source>
        <translation>Puede cambiarlo en los ajustes.</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Enviar</translation>
    </message>
    <message>
        <source>Kept in your history, on this computer</source>
        <translation>Se guarda en su historial, en este equipo</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Ahora no</translation>
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
        <translation>Antes no había ningún pronóstico para esta red.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>No se ha guardado: {reason}.</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>Details of the chosen test</source>
        <translation>Detalles de la prueba elegida</translation>
    </message>
    <message>
        <source>Choose a test to see what it found.</source>
        <translation>Elija una prueba para ver qué averiguó.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Qué ayuda</translation>
    </message>
    <message>
        <source>Server: {name}</source>
        <translation>Servidor: {name}</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Notificación</translation>
    </message>
    <message>
        <source>The test itself</source>
        <translation>La prueba en sí</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>How sure the program is of the colour, by what the test could measure.</source>
        <translation>Con qué certeza conoce el programa el color, según lo que pudo medir la prueba.</translation>
    </message>
    <message>
        <source>Held back by</source>
        <translation>Limitada por</translation>
    </message>
    <message>
        <source>What keeps the call from being better, most important first.</source>
        <translation>Lo que impide que la llamada sea mejor, lo más importante primero.</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Inusual</translation>
    </message>
    <message>
        <source>What two tests in a row found worse than it usually is on this network at this hour of the week.</source>
        <translation>Lo que dos pruebas seguidas encontraron peor de lo habitual en esta red a esta hora de la semana.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Dirección pública</translation>
    </message>
    <message>
        <source>Whether a call could be connected at all from this computer.</source>
        <translation>Si desde este equipo se podía siquiera conectar una llamada.</translation>
    </message>
    <message>
        <source>Your own network</source>
        <translation>Su propia red</translation>
    </message>
    <message>
        <source>How the computer is connected, and to whom, as far as can be told.</source>
        <translation>Cómo está conectado el equipo, y a quién, hasta donde puede saberse.</translation>
    </message>
    <message>
        <source>The address under which the server saw this computer.</source>
        <translation>La dirección con la que el servidor vio este equipo.</translation>
    </message>
    <message>
        <source>Why then</source>
        <translation>Desencadenante</translation>
    </message>
    <message>
        <source>What made the program test at that moment.</source>
        <translation>Qué llevó al programa a hacer la prueba en ese momento.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>A light test sends little; a full one loads the link for some seconds.</source>
        <translation>Una prueba ligera envía poco; una completa carga el enlace durante unos segundos.</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Consumo</translation>
    </message>
    <message>
        <source>{seconds}, {sent} sent, {received} received</source>
        <translation>{seconds}, {sent} enviados, {received} recibidos</translation>
    </message>
    <message>
        <source>What the test cost: all servers together, headers of packets included.</source>
        <translation>Lo que costó la prueba: todos los servidores juntos, con las cabeceras de los paquetes.</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Juzgada por</translation>
    </message>
    <message>
        <source>The threshold rule</source>
        <translation>La regla de umbrales</translation>
    </message>
    <message>
        <source>What made a forecast of the figures: a model that learnt from real calls, or a plain rule where no model could be asked.</source>
        <translation>Lo que convirtió las cifras en un pronóstico: un modelo que aprendió de llamadas reales, o una regla sencilla cuando no se pudo consultar ningún modelo.</translation>
    </message>
    <message>
        <source>{percent}, not sure yet: tested again</source>
        <translation>{percent}, aún no es seguro: se repitió la prueba</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Accesible</translation>
    </message>
    <message>
        <source>Whether the server gave a relay address, and carried data to the end.</source>
        <translation>Si el servidor dio una dirección de retransmisión y transmitió datos hasta el final.</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>How packets go to the server. Calls are best over UDP; TCP and TLS get through more firewalls but make late packets later.</source>
        <translation>Cómo van los paquetes al servidor. Lo mejor para las llamadas es UDP; TCP y TLS atraviesan más cortafuegos, pero retrasan aún más los paquetes que llegan tarde.</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>From the first packet until data came through the relay.</source>
        <translation>Desde el primer paquete hasta que llegaron datos por el retransmisor.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>To the server and back on an idle link: the median, with the best case and the 95th percentile. Above about 300 ms people talk into each other.</source>
        <translation>Hasta el servidor y de vuelta con el enlace en reposo: la mediana, con el mejor caso y el percentil 95. Por encima de unos 300 ms, las personas se interrumpen al hablar.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Fluctuación</translation>
    </message>
    <message>
        <source>How unevenly packets arrive (RFC 3550). A call has to wait for the late ones, which adds delay.</source>
        <translation>La irregularidad con que llegan los paquetes (RFC 3550). Una llamada tiene que esperar a los rezagados, lo que añade retardo.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Packets that never came back, out of a stream like a call&apos;s. From a few percent on, voices break up.</source>
        <translation>Paquetes que no volvieron nunca, en un flujo como el de una llamada. A partir de un pequeño porcentaje, las voces se entrecortan.</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Caudal</translation>
    </message>
    <message>
        <source>What gets up and down again through the link before packets queue or get lost: its narrower direction decides. At least so much where the test ended before the link was full. Good audio needs 0.1 Mbit/s, video 1 to 3 Mbit/s.</source>
        <translation>Lo que pasa por el enlace, de subida y de bajada, antes de que los paquetes hagan cola o se pierdan: decide el sentido más estrecho. Es un mínimo si la prueba terminó antes de que se llenara el enlace. Un buen sonido necesita 0,1 Mbit/s; el vídeo, de 1 a 3 Mbit/s.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>What the uplink alone carries: your voice and picture.</source>
        <translation>Lo que lleva solo el enlace de subida: su voz y su imagen.</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>What the downlink alone carries: what you hear and see.</source>
        <translation>Lo que lleva solo el enlace de bajada: lo que usted oye y ve.</translation>
    </message>
    <message>
        <source>Under load</source>
        <translation>Bajo carga</translation>
    </message>
    <message>
        <source>The round trip while the link is full: what a call feels while somebody uploads. At least so much where the test ended before the queue was full.</source>
        <translation>La ida y vuelta con el enlace lleno: lo que nota una llamada mientras alguien sube archivos. Es un mínimo si la prueba terminó antes de que se llenara la cola.</translation>
    </message>
    <message>
        <source>Hold-ups</source>
        <translation>Atascos</translation>
    </message>
    <message>
        <source>Over TCP and TLS nothing gets lost, but a packet that has to be sent again holds up all those behind it: in a call, the sound stops and then hurries.</source>
        <translation>Con TCP y TLS no se pierde nada, pero un paquete que hay que reenviar retiene a todos los que le siguen: en una llamada, el sonido se para y luego se acelera.</translation>
    </message>
    <message>
        <source>Measured to</source>
        <translation>Medido hasta</translation>
    </message>
    <message>
        <source>This computer&apos;s own address</source>
        <translation>La dirección de este equipo</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Otro servidor</translation>
    </message>
    <message>
        <source>The server does not relay to itself, so that the packets of the test took another way back.</source>
        <translation>El servidor no retransmite hacia sí mismo, de modo que los paquetes de la prueba volvieron por otro camino.</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>Llamada de prueba</translation>
    </message>
    <message>
        <source>A real call from this computer to itself through the server, for two seconds. Some firewalls let the other packets of the test through and hold up an encrypted call.</source>
        <translation>Una llamada real de este equipo a sí mismo a través del servidor, durante dos segundos. Algunos cortafuegos dejan pasar los demás paquetes de la prueba y retienen una llamada cifrada.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Descartados</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln packet(s): this computer was too busy</source>
        <translation>
            <numerusform>{count} de %Ln paquete: este equipo estaba demasiado ocupado</numerusform>
            <numerusform>{count} de %Ln paquetes: este equipo estaba demasiado ocupado</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer was too busy to send or to read them in time. Their delay says nothing of the network, so it counts for nothing.</source>
        <translation>Este equipo estaba demasiado ocupado para enviarlos o leerlos a tiempo. Su retardo no dice nada de la red, así que no cuenta.</translation>
    </message>
    <message>
        <source>Not connected: its two ends did not find each other</source>
        <translation>Sin conectar: sus dos extremos no se encontraron</translation>
    </message>
    <message>
        <source>Not connected: the encryption could not be agreed on</source>
        <translation>Sin conectar: no hubo acuerdo sobre el cifrado</translation>
    </message>
    <message>
        <source>Connected in {time}</source>
        <translation>Conectada en {time}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectada</translation>
    </message>
    <message>
        <source>{loss} of its sound lost</source>
        <translation>se perdió {loss} de su sonido</translation>
    </message>
    <message>
        <source>{time} to the other end and back</source>
        <translation>{time} hasta el otro extremo y de vuelta</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Yes, but it failed during the test. {reason}</source>
        <translation>Sí, pero falló durante la prueba. {reason}</translation>
    </message>
    <message>
        <source>No. {reason}</source>
        <translation>No. {reason}</translation>
    </message>
    <message>
        <source>{loss}, in bursts of {packets} packets</source>
        <translation>{loss}, en ráfagas de {packets} paquetes</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>{count}, the longest {time}</source>
        <translation>{count}, el más largo de {time}</translation>
    </message>
    <message>
        <source>To your own router and back.</source>
        <translation>Hasta su propio router y de vuelta.</translation>
    </message>
    <message>
        <source>Packets lost before they left your own network.</source>
        <translation>Paquetes perdidos antes de salir de su propia red.</translation>
    </message>
    <message>
        <source>How unevenly your own router answers.</source>
        <translation>La irregularidad con que responde su propio router.</translation>
    </message>
    <message>
        <source>To your own router and back while the link is full.</source>
        <translation>Hasta su propio router y de vuelta con el enlace lleno.</translation>
    </message>
    <message>
        <source>Where it arises</source>
        <translation>Dónde surge</translation>
    </message>
    <message>
        <source>Told only where the test could tell the two sides apart.</source>
        <translation>Solo se indica si la prueba pudo distinguir los dos lados.</translation>
    </message>
    <message>
        <source>Wi-Fi signal</source>
        <translation>Señal Wi-Fi</translation>
    </message>
    <message>
        <source>{number} dBm</source>
        <translation>{number} dBm</translation>
    </message>
    <message>
        <source>Below about -70 dBm a call suffers: move closer to the router.</source>
        <translation>Por debajo de unos -70 dBm, la llamada se resiente: acérquese al router.</translation>
    </message>
    <message>
        <source>Wi-Fi rate</source>
        <translation>Velocidad Wi-Fi</translation>
    </message>
    <message>
        <source>{number} Mbit/s</source>
        <translation>{number} Mbit/s</translation>
    </message>
    <message>
        <source>What your computer last sent with; about half of it is of use.</source>
        <translation>Con la que su equipo envió por última vez; se aprovecha cerca de la mitad.</translation>
    </message>
    <message>
        <source>Wi-Fi repeats</source>
        <translation>Repeticiones Wi-Fi</translation>
    </message>
    <message>
        <source>How much had to be sent again. Repeats cost time and bandwidth.</source>
        <translation>Cuánto hubo que reenviar. Las repeticiones cuestan tiempo y ancho de banda.</translation>
    </message>
    <message>
        <source>Nothing was decided: the test was asked for on the command line.</source>
        <translation>No se decidió nada: la prueba se pidió en la línea de órdenes.</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>A light test does not measure the throughput.</source>
        <translation>Una prueba ligera no mide el caudal.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Qué significa</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Caudal</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Tests, newest first</source>
        <translation>Pruebas, las más recientes primero</translation>
    </message>
</context>
<context>
    <name>SeriesChart</name>
    <message>
        <source>Graphs of what the tests found</source>
        <translation>Gráficos de lo que averiguaron las pruebas</translation>
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
        <translation>{name} {value}, de {least} a {most}</translation>
    </message>
    <message>
        <source>{name} from {least} to {most}.</source>
        <translation>{name}, de {least} a {most}.</translation>
    </message>
    <message>
        <source>Nothing was measured here.</source>
        <translation>Aquí no se midió nada.</translation>
    </message>
    <message>
        <source>Line: mean. Band: least to most. Wheel, drag, + and - zoom; 0 shows all.</source>
        <translation>Línea: media. Banda: de mínimo a máximo. La rueda, arrastrar, + y - amplían o reducen; 0 lo muestra todo.</translation>
    </message>
    <message>
        <source>↑ at least so much: the line was not full</source>
        <translation>↑ al menos tanto: la línea no se llenó</translation>
    </message>
    <message>
        <source>▲ higher than is shown, up to {most}</source>
        <translation>▲ más alto de lo que se muestra, hasta {most}</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>This system has no key ring.</source>
        <translation>Este sistema no tiene depósito de claves.</translation>
    </message>
    <message>
        <source>The key ring is locked. Unlock it and try again.</source>
        <translation>El depósito de claves está bloqueado. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The key ring did not answer. Unlock it and try again.</source>
        <translation>El depósito de claves no ha respondido. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The key ring can&apos;t be used: it did not keep the secret.</source>
        <translation>No se puede usar el depósito de claves: no ha guardado el secreto.</translation>
    </message>
    <message>
        <source>{why} You can also have the secret read from an environment variable: whatever starts Call Notifier sets it, and nothing is stored here.</source>
        <translation>{why} El secreto también puede leerse de una variable de entorno: la define quien inicie Call Notifier, y aquí no se guarda nada.</translation>
    </message>
    <message>
        <source>Enter the user name, or choose no login.</source>
        <translation>Introduzca el nombre de usuario o elija «Sin identificación».</translation>
    </message>
    <message>
        <source>Enter the secret, or name an environment variable.</source>
        <translation>Introduzca el secreto o indique una variable de entorno.</translation>
    </message>
    <message>
        <source>Enter an address like turn:turn.example.com:3478.</source>
        <translation>Introduzca una dirección como turn:turn.example.com:3478.</translation>
    </message>
    <message>
        <source>An address holds no user name and no password: they have fields of their own below.</source>
        <translation>Una dirección no contiene nombre de usuario ni contraseña: tienen sus propios campos más abajo.</translation>
    </message>
    <message>
        <source>There are servers with other credentials in it. The first is entered here; add the others one by one in the settings.</source>
        <translation>Contiene servidores con otras credenciales. El primero se introduce aquí; añada los demás uno a uno en los ajustes.</translation>
    </message>
    <message>
        <source>the host name</source>
        <translation>el nombre del host</translation>
    </message>
    <message>
        <source>No login</source>
        <translation>Sin identificación</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Nombre de usuario y contraseña</translation>
    </message>
    <message>
        <source>User name and shared secret (TURN REST)</source>
        <translation>Nombre de usuario y secreto compartido (TURN REST)</translation>
    </message>
    <message>
        <source>In the key ring</source>
        <translation>En el depósito de claves</translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation>En una variable de entorno</translation>
    </message>
    <message>
        <source>a file (PEM), where the system&apos;s are not enough</source>
        <translation>un archivo (PEM), si no bastan los del sistema</translation>
    </message>
    <message>
        <source>&amp;Paste from a web app</source>
        <translation>&amp;Pegar desde una aplicación web</translation>
    </message>
    <message>
        <source>&amp;Addresses, one a line</source>
        <translation>&amp;Direcciones, una por línea</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;mbre</translation>
    </message>
    <message>
        <source>&amp;Log in with</source>
        <translation>&amp;Identificación con</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nombre de &amp;usuario</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>C&amp;ontraseña</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Dónde se guarda</translation>
    </message>
    <message>
        <source>Varia&amp;ble</source>
        <translation>Varia&amp;ble</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>Waiting for the key ring. Your desktop may ask for its password.</source>
        <translation>Esperando al depósito de claves. Es posible que su escritorio pida la contraseña.</translation>
    </message>
    <message>
        <source>Stop waitin&amp;g</source>
        <translation>De&amp;jar de esperar</translation>
    </message>
    <message>
        <source>S&amp;hared secret</source>
        <translation>Secreto &amp;compartido</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
</context>
<context>
    <name>ServerList</name>
    <message>
        <source>Call servers</source>
        <translation>Servidores de llamadas</translation>
    </message>
    <message>
        <source>Show &amp;addresses and technical reasons</source>
        <translation>Mostrar direcciones y motivos &amp;técnicos</translation>
    </message>
</context>
<context>
    <name>ServerStep</name>
    <message>
        <source>Calls often go through a relay, a TURN server. Your IT department or the provider of your calls knows its address. If you have none at hand, press Later: until you enter one, a demonstration runs, which says nothing about your network.</source>
        <translation>Las llamadas pasan a menudo por un retransmisor, un servidor TURN. Su departamento de informática o el proveedor de sus llamadas conoce la dirección. Si no tiene ninguna a mano, pulse «Más tarde»: mientras no introduzca una, funciona una demostración, que no dice nada de su red.</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>Abrir un arc&amp;hivo…</translation>
    </message>
    <message>
        <source>Were you given a file? Open it, or drop it onto this window.</source>
        <translation>¿Le han dado un archivo? Ábralo o suéltelo en esta ventana.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>No se puede usar {file}: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>{file} is read. It has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>Se ha leído {file}. Contiene %n servidor más, que también se guardará.</numerusform>
            <numerusform>Se ha leído {file}. Contiene %n servidores más, que también se guardarán.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is read.</source>
        <translation>Se ha leído {file}.</translation>
    </message>
    <message numerus="yes">
        <source>What was pasted has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>Lo pegado contiene %n servidor más, que también se guardará.</numerusform>
            <numerusform>Lo pegado contiene %n servidores más, que también se guardarán.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a server&apos;s file</source>
        <translation>Abrir el archivo de un servidor</translation>
    </message>
    <message>
        <source>Servers (*.json *.toml *.txt)</source>
        <translation>Servidores (*.json *.toml *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>{setting}: back to the default</source>
        <translation>{setting}: restablecer el valor predeterminado</translation>
    </message>
    <message>
        <source>Saved. {setting}: {value}.</source>
        <translation>Guardado. {setting}: {value}.</translation>
    </message>
    <message>
        <source>Saved. {setting}: the default again.</source>
        <translation>Guardado. {setting}: de nuevo el valor predeterminado.</translation>
    </message>
    <message>
        <source>Not saved. Begin and end are the same.</source>
        <translation>No se ha guardado. El inicio y el fin son iguales.</translation>
    </message>
    <message>
        <source>Not saved, for number {number} can&apos;t be used. Expected {expected}.</source>
        <translation>No se ha guardado, porque el número {number} no sirve. Se esperaba {expected}.</translation>
    </message>
    <message>
        <source>Not saved. Expected {expected}.</source>
        <translation>No se ha guardado. Se esperaba {expected}.</translation>
    </message>
    <message>
        <source>Set by your organisation ({file}).</source>
        <translation>Lo ha fijado su organización ({file}).</translation>
    </message>
    <message>
        <source>Proposed by your organisation ({file}); you can change it.</source>
        <translation>Propuesto por su organización ({file}); puede cambiarlo.</translation>
    </message>
    <message>
        <source>Your own, line {line} of the file.</source>
        <translation>Suyo propio, línea {line} del archivo.</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings of Call Notifier</source>
        <translation>Ajustes de Call Notifier</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>Abrir e&amp;l archivo</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>Des&amp;hacer</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>Se guarda en {file}</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Cerr&amp;ar</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Buscar un ajuste</translation>
    </message>
    <message>
        <source>Settings that were found</source>
        <translation>Ajustes encontrados</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se ha encontrado nada</translation>
    </message>
    <message>
        <source>Tests go through these TURN servers. Without one, a demonstration runs on this computer, which says nothing about your network.</source>
        <translation>Las pruebas pasan por estos servidores TURN. Si no hay ninguno, funciona en este equipo una demostración, que no dice nada de su red.</translation>
    </message>
    <message>
        <source>TURN servers</source>
        <translation>Servidores TURN</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>Aña&amp;dir…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Editar…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Enter the pass&amp;word…</source>
        <translation>Introducir la co&amp;ntraseña…</translation>
    </message>
    <message>
        <source>Your organisation provides the password of this server.</source>
        <translation>Su organización proporciona la contraseña de este servidor.</translation>
    </message>
    <message>
        <source>Bac&amp;k without saving</source>
        <translation>&amp;Volver sin guardar</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>Fijado por su organización</translation>
    </message>
    <message>
        <source>Set by your organisation ({file}).</source>
        <translation>Lo ha fijado su organización ({file}).</translation>
    </message>
    <message>
        <source>Proposed by your organisation ({file}). Servers that you add or change yourself stand in their place.</source>
        <translation>Propuestos por su organización ({file}). Los servidores que usted añada o cambie ocupan su lugar.</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>No se ha guardado: {reason}.</translation>
    </message>
    <message>
        <source>The password is not undone: {reason}.</source>
        <translation>La contraseña no se ha deshecho: {reason}.</translation>
    </message>
    <message>
        <source>The file was changed by somebody else meanwhile; nothing is undone.</source>
        <translation>Entretanto, alguien más ha cambiado el archivo; no se deshace nada.</translation>
    </message>
    <message>
        <source>Not undone: {reason}.</source>
        <translation>No se ha deshecho: {reason}.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Saved: your sentence for {code}.</source>
        <translation>Guardado: su frase para {code}.</translation>
    </message>
    <message>
        <source>Saved: the built-in sentence for {code}.</source>
        <translation>Guardado: la frase incorporada para {code}.</translation>
    </message>
    <message>
        <source>Removed: {server}.</source>
        <translation>Quitado: {server}.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Password for {server}, which is kept in the key ring:</source>
        <translation>Contraseña de {server}, que se guarda en el depósito de claves:</translation>
    </message>
    <message>
        <source>Saved: the password of {server}.</source>
        <translation>Guardado: la contraseña de {server}.</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Servidor nuevo</translation>
    </message>
    <message>
        <source>Change the server</source>
        <translation>Cambiar el servidor</translation>
    </message>
    <message>
        <source>Saved: {server}.</source>
        <translation>Guardado: {server}.</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>How the network was in the last 24 hours</source>
        <translation>Cómo ha estado la red en las últimas 24 horas</translation>
    </message>
    <message>
        <source>{time} {state}, during a call</source>
        <translation>{time} {state}, durante una llamada</translation>
    </message>
    <message>
        <source>{time} {state}</source>
        <translation>{time} {state}</translation>
    </message>
    <message>
        <source>{time} not tested</source>
        <translation>{time} sin probar</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>sin probar</translation>
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
        <translation>&amp;Ver la llamada…</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>&amp;Open its page…</source>
        <translation>Abrir su pá&amp;gina…</translation>
    </message>
    <message>
        <source>&amp;Enter a server…</source>
        <translation>&amp;Introducir un servidor…</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>Tell me agai&amp;n</source>
        <translation>&amp;Avisarme de nuevo</translation>
    </message>
    <message>
        <source>Got &amp;it</source>
        <translation>E&amp;ntendido</translation>
    </message>
    <message>
        <source>&amp;Got it</source>
        <translation>&amp;Entendido</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Qué se puede hacer</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Progreso de la prueba</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>&amp;Probar ahora</translation>
    </message>
    <message>
        <source>Measure the network now (F5)</source>
        <translation>Medir la red ahora (F5)</translation>
    </message>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>&amp;Cancelar la prueba</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>A&amp;justes…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Más</translation>
    </message>
    <message>
        <source>More: pause, quiet, quit</source>
        <translation>Más: pausar, silenciar, salir</translation>
    </message>
    <message>
        <source>&amp;Live call…</source>
        <translation>&amp;Llamada en curso…</translation>
    </message>
    <message>
        <source>Q&amp;uiet for today</source>
        <translation>Silenci&amp;o por hoy</translation>
    </message>
    <message>
        <source>Collect &amp;diagnostics…</source>
        <translation>Datos de &amp;diagnóstico…</translation>
    </message>
    <message>
        <source>&amp;About…</source>
        <translation>Acerca d&amp;e…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Nothing was tested since the start</source>
        <translation>No se ha probado nada desde el inicio</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>Aún no se ha probado nada</translation>
    </message>
    <message>
        <source>Testing your network</source>
        <translation>Probando su red</translation>
    </message>
    <message>
        <source>Testing your network for the first time</source>
        <translation>Probando su red por primera vez</translation>
    </message>
    <message>
        <source>A test takes some seconds and says how a call would go.</source>
        <translation>Una prueba tarda unos segundos y dice cómo iría una llamada.</translation>
    </message>
    <message>
        <source>tested at {time}</source>
        <translation>prueba: {time}</translation>
    </message>
    <message>
        <source>{words} ({percent})</source>
        <translation>{words} ({percent})</translation>
    </message>
    <message>
        <source>Held back by: {causes}</source>
        <translation>Limitada por: {causes}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Qué se ha averiguado</translation>
    </message>
    <message>
        <source>Nothing known yet</source>
        <translation>Aún no se sabe nada</translation>
    </message>
    <message>
        <source>Sign in to the network first.</source>
        <translation>Primero hay que iniciar sesión en la red.</translation>
    </message>
    <message>
        <source>Neither a microphone nor a camera was found: nobody would hear or see you.</source>
        <translation>No se ha encontrado micrófono ni cámara: nadie podría oírle ni verle.</translation>
    </message>
    <message>
        <source>No notifications until {time}</source>
        <translation>Sin notificaciones (hasta {time})</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon. Call Notifier goes on in the background and opens this window when you start it again. To pause or quit it, press More.</source>
        <translation>Este escritorio no muestra iconos en la bandeja. Call Notifier continúa en segundo plano y abre esta ventana cuando se vuelve a iniciar. Para pausarlo o salir, pulse Más.</translation>
    </message>
    <message>
        <source>Last call: {sentence}</source>
        <translation>Última llamada. {sentence}</translation>
    </message>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>No se puede abrir el historial, así que por ahora no se guardan las pruebas.</translation>
    </message>
    <message>
        <source>Next test at {time}</source>
        <translation>Próxima prueba: {time}</translation>
    </message>
</context>
<context>
    <name>SwitchField</name>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
</context>
<context>
    <name>TestsPage</name>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>No se puede abrir el historial, así que por ahora no se guardan las pruebas.</translation>
    </message>
    <message>
        <source>No test has been made yet.</source>
        <translation>Aún no se ha hecho ninguna prueba.</translation>
    </message>
    <message>
        <source>No test here: choose another time, or all networks.</source>
        <translation>Aquí no hay ninguna prueba: elija otro periodo o todas las redes.</translation>
    </message>
    <message>
        <source>Choose a test to see what it found.</source>
        <translation>Elija una prueba para ver qué averiguó.</translation>
    </message>
    <message>
        <source>The history cannot be opened.</source>
        <translation>No se puede abrir el historial.</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>All languages</source>
        <translation>Todos los idiomas</translation>
    </message>
    <message>
        <source>For people who read</source>
        <translation>Idioma de los lectores</translation>
    </message>
    <message>
        <source>Sentences by notification code</source>
        <translation>Frases por código de notificación</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Built-in sentence</source>
        <translation>Frase incorporada</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>Su propia frase</translation>
    </message>
    <message>
        <source>Sentences in bold are set by your organisation.</source>
        <translation>Las frases en negrita las ha fijado su organización.</translation>
    </message>
    <message>
        <source>Double-click or press F2 in the last column to write a sentence of your own; empty it to have the built-in one again. One for a language comes before one for all.</source>
        <translation>Haga doble clic en la última columna o pulse F2 para escribir una frase propia; vacíela para recuperar la incorporada. La de un idioma tiene preferencia sobre la de todos.</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Lo ha fijado su organización.</translation>
    </message>
    <message>
        <source>None of your own</source>
        <translation>Ninguna propia</translation>
    </message>
    <message>
        <source>Not saved, {code}: expected {expected}.</source>
        <translation>No se ha guardado, {code}: se esperaba {expected}.</translation>
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
        <translation>{day}, de {since} a {until}</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln prueba</numerusform>
            <numerusform>%Ln pruebas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln llamada</numerusform>
            <numerusform>%Ln llamadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline of tests and calls</source>
        <translation>Cronología de pruebas y llamadas</translation>
    </message>
    <message>
        <source>The usual week, by the last {number} weeks</source>
        <translation>La semana habitual, según las últimas {number} semanas</translation>
    </message>
    <message>
        <source>Hours that are usually bad</source>
        <translation>Horas que suelen ser malas</translation>
    </message>
    <message>
        <source>What the hours of a week are usually like</source>
        <translation>Cómo suelen ser las horas de la semana</translation>
    </message>
    <message>
        <source>The tests of this time say nothing of a network: see All tests.</source>
        <translation>Las pruebas de este periodo no dicen nada de una red: vea «Todas las pruebas».</translation>
    </message>
    <message>
        <source>No test here: choose another time, or all networks.</source>
        <translation>Aquí no hay ninguna prueba: elija otro periodo o todas las redes.</translation>
    </message>
    <message>
        <source>Arrow keys or the mouse read a cell; Enter or a double click opens it.</source>
        <translation>Las flechas o el ratón leen una celda; Intro o un doble clic la abre.</translation>
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
        <translation>{weekday} de {since} a {until} h: {counts}</translation>
    </message>
    <message>
        <source>no tests</source>
        <translation>sin pruebas</translation>
    </message>
    <message>
        <source>{tests}: {green} good, {amber} limited, {red} bad</source>
        <translation>{tests}: {green} buenas, {amber} limitadas, {red} malas</translation>
    </message>
    <message>
        <source>{call}, {since} to {until}: {got}; forecast: {forecast}</source>
        <translation>{call}, de {since} a {until}: {got}; pronóstico: {forecast}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quiet until {time}</source>
        <translation>Silencio (hasta {time})</translation>
    </message>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>&amp;Cancelar la prueba</translation>
    </message>
    <message>
        <source>&amp;Cancel the test — {percent} %</source>
        <translation>&amp;Cancelar la prueba — {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>&amp;Probar ahora</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>&amp;Live call…</source>
        <translation>&amp;Llamada en curso…</translation>
    </message>
    <message>
        <source>Quiet for t&amp;oday</source>
        <translation>Silenci&amp;o por hoy</translation>
    </message>
    <message>
        <source>Tell me a&amp;gain</source>
        <translation>&amp;Avisarme de nuevo</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>A&amp;justes…</translation>
    </message>
    <message>
        <source>Collect &amp;diagnostics…</source>
        <translation>Datos de &amp;diagnóstico…</translation>
    </message>
    <message>
        <source>&amp;About…</source>
        <translation>Acerca d&amp;e…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Check the address and its port. If they are right, a firewall is in the way: ask for an address that begins with turns: and ends with :443.</source>
        <translation>Compruebe la dirección y su puerto. Si son correctos, lo impide un cortafuegos: pida una dirección que empiece por turns: y termine en :443.</translation>
    </message>
    <message>
        <source>The computer is there, but nothing listens at this port. Check the port.</source>
        <translation>El equipo existe, pero nada responde en este puerto. Compruebe el puerto.</translation>
    </message>
    <message>
        <source>Check the name letter by letter. Some names are known only in the network of the company, or over its VPN.</source>
        <translation>Compruebe el nombre letra por letra. Algunos nombres solo se conocen en la red de la empresa o a través de su VPN.</translation>
    </message>
    <message>
        <source>Use the host name that the certificate was made for, not a number. Check the date of this computer. Where a company signs its own certificates, ask for its file and name it above.</source>
        <translation>Use el nombre de host para el que se emitió el certificado, no un número. Compruebe la fecha de este equipo. Si una empresa firma sus propios certificados, pida su archivo e indíquelo arriba.</translation>
    </message>
    <message>
        <source>Check both, also capital letters. A password that was handed out for a short time may have run out. If you were given a shared secret, choose that above.</source>
        <translation>Compruebe ambos, también las mayúsculas. Una contraseña entregada por poco tiempo puede haber caducado. Si le han dado un secreto compartido, elija esa opción arriba.</translation>
    </message>
    <message>
        <source>Your login works. Whoever runs the server has to allow relaying back to itself, or calls still work and only the tests can&apos;t.</source>
        <translation>Su identificación funciona. Quien administra el servidor tiene que permitir la retransmisión hacia el propio servidor; si no, las llamadas funcionan igualmente y solo fallan las pruebas.</translation>
    </message>
    <message>
        <source>Your login works. Wait some minutes, or ask whoever runs the server.</source>
        <translation>Su identificación funciona. Espere unos minutos o pregunte a quien administra el servidor.</translation>
    </message>
    <message>
        <source>Your login works. A firewall before the server may block its relay ports: tell whoever runs it.</source>
        <translation>Su identificación funciona. Un cortafuegos delante del servidor puede estar bloqueando sus puertos de retransmisión: avise a quien lo administra.</translation>
    </message>
    <message>
        <source>Something else answers at this address, perhaps a web server or a sign-in page. Check the port.</source>
        <translation>En esta dirección responde otra cosa, quizá un servidor web o una página de inicio de sesión. Compruebe el puerto.</translation>
    </message>
    <message>
        <source>You stopped the test.</source>
        <translation>Ha detenido la prueba.</translation>
    </message>
    <message>
        <source>The test broke off by a fault of this program.</source>
        <translation>La prueba se interrumpió por un fallo de este programa.</translation>
    </message>
    <message>
        <source>The test took too long and was stopped.</source>
        <translation>La prueba tardaba demasiado y se detuvo.</translation>
    </message>
    <message>
        <source>Another test is still running. Try again in a minute.</source>
        <translation>Aún hay otra prueba en curso. Inténtelo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>There is no password for this server.</source>
        <translation>No hay contraseña para este servidor.</translation>
    </message>
    <message>
        <source>Test &amp;it</source>
        <translation>P&amp;robar</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Cancelar la prueba</translation>
    </message>
    <message>
        <source>Test of the server</source>
        <translation>Prueba del servidor</translation>
    </message>
    <message>
        <source>Takes some seconds and a few packets.</source>
        <translation>Requiere unos segundos y unos pocos paquetes.</translation>
    </message>
    <message>
        <source>Waiting for a test that is running…</source>
        <translation>Esperando a una prueba en curso…</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>Contactando con el servidor</translation>
    </message>
    <message>
        <source>Sending some packets through it ({seconds} s left)</source>
        <translation>Enviando algunos paquetes a través de él (quedan {seconds} s)</translation>
    </message>
    <message>
        <source>Test &amp;it again</source>
        <translation>P&amp;robar de nuevo</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Funciona.</translation>
    </message>
    <message>
        <source>It does not work yet. You can keep the server all the same.</source>
        <translation>Aún no funciona. De todos modos, puede conservar el servidor.</translation>
    </message>
    <message>
        <source>It works, but not over UDP, which this network seems to block: calls connect, with more delay.</source>
        <translation>Funciona, pero no por UDP, que esta red parece bloquear: las llamadas se conectan, con más retardo.</translation>
    </message>
    <message>
        <source>It works over some of its addresses.</source>
        <translation>Funciona con algunas de sus direcciones.</translation>
    </message>
    <message>
        <source>{address}: works, round trip {time}</source>
        <translation>{address}: funciona, ida y vuelta {time}</translation>
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
        <translation>Aún hay muy pocas pruebas para decir qué horas suelen ser malas.</translation>
    </message>
    <message>
        <source>Usually bad: {hours}.</source>
        <translation>Suele ser mala: {hours}.</translation>
    </message>
    <message>
        <source>Usually limited: {hours}.</source>
        <translation>Suele ser limitada: {hours}.</translation>
    </message>
    <message>
        <source>No hour of the week is usually bad.</source>
        <translation>Ninguna hora de la semana suele ser mala.</translation>
    </message>
    <message>
        <source>{network}: too few tests yet to say.</source>
        <translation>{network}: aún hay muy pocas pruebas para decirlo.</translation>
    </message>
    <message>
        <source>{network}: usually bad {bad}; usually limited {limited}.</source>
        <translation>{network}: suele ser mala ({bad}) o limitada ({limited}).</translation>
    </message>
    <message>
        <source>{network}: usually bad {bad}.</source>
        <translation>{network}: suele ser mala ({bad}).</translation>
    </message>
    <message>
        <source>{network}: usually limited {limited}.</source>
        <translation>{network}: suele ser limitada ({limited}).</translation>
    </message>
    <message>
        <source>{network}: no hour of the week is usually bad.</source>
        <translation>{network}: ninguna hora de la semana suele ser mala.</translation>
    </message>
    <message>
        <source>{hours}; and others, see below</source>
        <translation>{hours}; y otras, véase abajo</translation>
    </message>
    <message>
        <source>{days}, all day</source>
        <translation>{days}, todo el día</translation>
    </message>
    <message>
        <source>{days} {hours} h</source>
        <translation>{days} {hours} h</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>todos los días</translation>
    </message>
    <message>
        <source>weekdays</source>
        <translation>entre semana</translation>
    </message>
    <message>
        <source>weekends</source>
        <translation>fines de semana</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>de {first} a {last}</translation>
    </message>
</context>
<context>
    <name>_Key</name>
    <message>
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>limitada</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>mala</translation>
    </message>
    <message>
        <source>A bar below is a call: what it got; the square at its beginning is the forecast.</source>
        <translation>Una barra debajo es una llamada: su resultado; el cuadrado del principio es el pronóstico.</translation>
    </message>
</context>
<context>
    <name>address_help</name>
    <message>
        <source>{address} is a STUN server, which passes no calls on. Ask for a TURN server: its address begins with turn: or turns:.</source>
        <translation>{address} es un servidor STUN, que no retransmite llamadas. Pida un servidor TURN: su dirección empieza por turn: o turns:.</translation>
    </message>
    <message>
        <source>{address} is a web page. The address of a TURN server begins with turn: or turns:, like turn:turn.example.com:3478.</source>
        <translation>{address} es una página web. La dirección de un servidor TURN empieza por turn: o turns:, como turn:turn.example.com:3478.</translation>
    </message>
    <message>
        <source>{address} is no TURN address. Perhaps {meant} is meant?</source>
        <translation>{address} no es una dirección TURN. ¿Quizá quería decir {meant}?</translation>
    </message>
</context>
<context>
    <name>call_wording</name>
    <message numerus="yes">
        <source>%Ln call(s) go on at once. This is the one that began last.</source>
        <translation>
            <numerusform>Hay %Ln llamada en curso. Esta es la que empezó la última.</numerusform>
            <numerusform>Hay %Ln llamadas a la vez. Esta es la que empezó la última.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln vez</numerusform>
            <numerusform>%Ln veces</numerusform>
        </translation>
    </message>
    <message>
        <source>bad</source>
        <translation>mala</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>deficiente</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>aceptable</translation>
    </message>
    <message>
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>excelente</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectada</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>desconectada</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>no conectada</translation>
    </message>
    <message>
        <source>over</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>Sound you send</source>
        <translation>Sonido enviado</translation>
    </message>
    <message>
        <source>Picture you send</source>
        <translation>Imagen enviada</translation>
    </message>
    <message>
        <source>Screen you send</source>
        <translation>Pantalla enviada</translation>
    </message>
    <message>
        <source>Sound you get</source>
        <translation>Sonido recibido</translation>
    </message>
    <message>
        <source>Picture you get</source>
        <translation>Imagen recibida</translation>
    </message>
    <message>
        <source>Screen you get</source>
        <translation>Pantalla recibida</translation>
    </message>
    <message>
        <source>You hear nothing: no sound arrives, though yours is being sent.</source>
        <translation>No se oye nada: no llega ningún sonido, aunque el suyo se está enviando.</translation>
    </message>
    <message>
        <source>You see nothing: no picture arrives, though yours is being sent.</source>
        <translation>No se ve nada: no llega ninguna imagen, aunque la suya se está enviando.</translation>
    </message>
    <message>
        <source>No shared screen arrives, though yours is being sent.</source>
        <translation>No llega ninguna pantalla compartida, aunque la suya se está enviando.</translation>
    </message>
    <message>
        <source>Nothing arrives, though you are sending.</source>
        <translation>No llega nada, aunque usted está enviando.</translation>
    </message>
    <message>
        <source>Nobody hears you: your sound is not being sent, though theirs arrives.</source>
        <translation>Nadie le oye: su sonido no se está enviando, aunque el de los demás llega.</translation>
    </message>
    <message>
        <source>Nobody sees you: your picture is not being sent, though theirs arrives.</source>
        <translation>Nadie le ve: su imagen no se está enviando, aunque la de los demás llega.</translation>
    </message>
    <message>
        <source>Your shared screen is not being sent, though theirs arrives.</source>
        <translation>Su pantalla compartida no se está enviando, aunque la de los demás llega.</translation>
    </message>
    <message>
        <source>Nothing is being sent, though the other end&apos;s is arriving.</source>
        <translation>No se está enviando nada, aunque llega lo del otro extremo.</translation>
    </message>
    <message>
        <source>The other end has stopped sending reports: loss and delay are not known any more.</source>
        <translation>El otro extremo ha dejado de enviar informes: ya no se conocen la pérdida ni el retardo.</translation>
    </message>
    <message>
        <source>No sound arrives any more.</source>
        <translation>Ya no llega ningún sonido.</translation>
    </message>
    <message>
        <source>No picture arrives any more.</source>
        <translation>Ya no llega ninguna imagen.</translation>
    </message>
    <message>
        <source>No shared screen arrives any more.</source>
        <translation>Ya no llega ninguna pantalla compartida.</translation>
    </message>
    <message>
        <source>Nothing arrives any more.</source>
        <translation>Ya no llega nada.</translation>
    </message>
    <message>
        <source>Your sound is not being sent any more.</source>
        <translation>Su sonido ya no se está enviando.</translation>
    </message>
    <message>
        <source>Your picture is not being sent any more.</source>
        <translation>Su imagen ya no se está enviando.</translation>
    </message>
    <message>
        <source>Your shared screen is not being sent any more.</source>
        <translation>Su pantalla compartida ya no se está enviando.</translation>
    </message>
    <message>
        <source>Nothing is being sent any more.</source>
        <translation>Ya no se está enviando nada.</translation>
    </message>
    <message>
        <source>The sound that arrives is of no use: too much is lost or too late.</source>
        <translation>El sonido que llega no sirve: se pierde o se retrasa demasiado.</translation>
    </message>
    <message>
        <source>The picture that arrives is of no use: too much is lost or too late.</source>
        <translation>La imagen que llega no sirve: se pierde o se retrasa demasiado.</translation>
    </message>
    <message>
        <source>The screen that arrives is of no use: too much is lost or too late.</source>
        <translation>La pantalla que llega no sirve: se pierde o se retrasa demasiado.</translation>
    </message>
    <message>
        <source>Your sound is of no use at the other end: too much is lost or too late.</source>
        <translation>Su sonido no sirve en el otro extremo: se pierde o se retrasa demasiado.</translation>
    </message>
    <message>
        <source>Your picture is of no use at the other end: too much is lost or too late.</source>
        <translation>Su imagen no sirve en el otro extremo: se pierde o se retrasa demasiado.</translation>
    </message>
    <message>
        <source>Your screen is of no use at the other end: too much is lost or too late.</source>
        <translation>Su pantalla no sirve en el otro extremo: se pierde o se retrasa demasiado.</translation>
    </message>
    <message>
        <source>The call is of no use: too much is lost or too late.</source>
        <translation>La llamada no sirve: se pierde o se retrasa demasiado.</translation>
    </message>
    <message>
        <source>The other end sends more than the network carries.</source>
        <translation>El otro extremo envía más de lo que admite la red.</translation>
    </message>
    <message>
        <source>The call sends more than the network carries.</source>
        <translation>La llamada envía más de lo que admite la red.</translation>
    </message>
    <message>
        <source>Sound and picture do not go together.</source>
        <translation>El sonido y la imagen no van sincronizados.</translation>
    </message>
    <message>
        <source>The other end sends no receiver reports: loss and delay of what you send are unknown.</source>
        <translation>El otro extremo no envía informes de recepción: no se conocen la pérdida ni el retardo de lo que usted envía.</translation>
    </message>
    <message>
        <source>The connection is lost; the call tries to get it back.</source>
        <translation>Se ha perdido la conexión; la llamada intenta recuperarla.</translation>
    </message>
    <message>
        <source>an unnamed application</source>
        <translation>una aplicación sin nombre</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Call on {place}</source>
        <translation>Llamada en {place}</translation>
    </message>
    <message>
        <source>quality not known yet</source>
        <translation>calidad aún desconocida</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Desconocida</translation>
    </message>
    <message>
        <source>{call}: {quality}, {up} up, {down} down</source>
        <translation>{call}: {quality}, {up} de subida, {down} de bajada</translation>
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
        <translation>{number} por segundo</translation>
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
        <translation>Se establecieron todas las conexiones.</translation>
    </message>
    <message>
        <source>Some connections could not be made.</source>
        <translation>Algunas conexiones no se pudieron establecer.</translation>
    </message>
    <message>
        <source>No connection could be made.</source>
        <translation>No se pudo establecer ninguna conexión.</translation>
    </message>
    <message>
        <source>The connection was lost, and the call with it.</source>
        <translation>Se perdió la conexión y, con ella, la llamada.</translation>
    </message>
    <message>
        <source>It was ended while it was still connecting.</source>
        <translation>Se terminó cuando aún se estaba conectando.</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <translation>Nadie respondió.</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>Colgada</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdida</translation>
    </message>
    <message>
        <source>Never made: no path was found</source>
        <translation>Nunca establecida: no se encontró ninguna ruta</translation>
    </message>
    <message>
        <source>Hung up while connecting</source>
        <translation>Colgada al conectar</translation>
    </message>
    <message>
        <source>Nothing was heard of it any more</source>
        <translation>No se supo nada más de ella</translation>
    </message>
    <message>
        <source>Never connected</source>
        <translation>Nunca conectada</translation>
    </message>
    <message>
        <source>sound and picture</source>
        <translation>sonido e imagen</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>sonido</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>pantalla</translation>
    </message>
    <message>
        <source>data</source>
        <translation>datos</translation>
    </message>
    <message>
        <source>sound and picture apart</source>
        <translation>sonido e imagen por separado</translation>
    </message>
    <message>
        <source>Direct, or through the provider&apos;s own server</source>
        <translation>Directa, o por el servidor del proveedor</translation>
    </message>
    <message>
        <source>Through a relay, over UDP</source>
        <translation>Por un retransmisor, con UDP</translation>
    </message>
    <message>
        <source>Through a relay, over TCP</source>
        <translation>Por un retransmisor, con TCP</translation>
    </message>
    <message>
        <source>Through a relay, over TLS</source>
        <translation>Por un retransmisor, con TLS</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excelente</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Aceptable</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mala</translation>
    </message>
    <message>
        <source>The program itself</source>
        <translation>El propio programa</translation>
    </message>
    <message>
        <source>The web page itself</source>
        <translation>La propia página web</translation>
    </message>
    <message>
        <source>The browser&apos;s extension</source>
        <translation>La extensión del navegador</translation>
    </message>
    <message>
        <source>You joined</source>
        <translation>Usted se unió</translation>
    </message>
    <message>
        <source>You left</source>
        <translation>Usted salió</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectada</translation>
    </message>
    <message>
        <source>Could not be connected</source>
        <translation>No se pudo conectar</translation>
    </message>
    <message>
        <source>The connection was lost for good</source>
        <translation>Se perdió la conexión definitivamente</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Puesta en espera</translation>
    </message>
    <message>
        <source>Taken off hold</source>
        <translation>Reanudada tras la espera</translation>
    </message>
    <message>
        <source>Went on over another path</source>
        <translation>Continuó por otra ruta</translation>
    </message>
    <message>
        <source>The connection&apos;s state changed</source>
        <translation>Cambió el estado de la conexión</translation>
    </message>
    <message>
        <source>Sound muted</source>
        <translation>Sonido silenciado</translation>
    </message>
    <message>
        <source>Sound on again</source>
        <translation>Sonido de nuevo activo</translation>
    </message>
    <message>
        <source>Picture off</source>
        <translation>Imagen desactivada</translation>
    </message>
    <message>
        <source>Picture on again</source>
        <translation>Imagen de nuevo activa</translation>
    </message>
    <message>
        <source>Sharing the screen began</source>
        <translation>Empezó la pantalla compartida</translation>
    </message>
    <message>
        <source>Sharing the screen ended</source>
        <translation>Terminó la pantalla compartida</translation>
    </message>
    <message>
        <source>Somebody else spoke</source>
        <translation>Habló otra persona</translation>
    </message>
    <message>
        <source>Other devices in use</source>
        <translation>Se usan otros dispositivos</translation>
    </message>
    <message>
        <source>Devices plugged in</source>
        <translation>Dispositivos conectados</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectada</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Conectada de nuevo</translation>
    </message>
    <message>
        <source>Disconnected while connecting</source>
        <translation>Desconectada al conectar</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>Conectando de nuevo</translation>
    </message>
    <message>
        <source>No path was found</source>
        <translation>No se encontró ninguna ruta</translation>
    </message>
    <message>
        <source>Ended while connecting</source>
        <translation>Terminada al conectar</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Conexión cerrada</translation>
    </message>
    <message>
        <source>Looked for a path anew</source>
        <translation>Se buscó de nuevo una ruta</translation>
    </message>
    <message>
        <source>One direction fell silent</source>
        <translation>Un sentido quedó en silencio</translation>
    </message>
    <message>
        <source>Both directions were there again</source>
        <translation>Volvieron los dos sentidos</translation>
    </message>
    <message>
        <source>The call had become of no use</source>
        <translation>La llamada había dejado de servir</translation>
    </message>
    <message>
        <source>The call was of use again</source>
        <translation>La llamada volvía a servir</translation>
    </message>
    <message>
        <source>Sound and picture came apart</source>
        <translation>Sonido e imagen se desincronizaron</translation>
    </message>
    <message>
        <source>Sound and picture were together again</source>
        <translation>Sonido e imagen volvieron a sincronizarse</translation>
    </message>
    <message>
        <source>The other end sends no receiver reports</source>
        <translation>El otro extremo no envía informes de recepción</translation>
    </message>
    <message>
        <source>The other end sends receiver reports</source>
        <translation>El otro extremo envía informes de recepción</translation>
    </message>
    <message>
        <source>The application wrote</source>
        <translation>La aplicación escribió</translation>
    </message>
    <message>
        <source>A connection began</source>
        <translation>Empezó una conexión</translation>
    </message>
    <message>
        <source>The other end stopped sending reports</source>
        <translation>El otro extremo dejó de enviar informes</translation>
    </message>
    <message>
        <source>The other end sent reports again</source>
        <translation>El otro extremo volvió a enviar informes</translation>
    </message>
    <message>
        <source>Sound or picture stopped flowing</source>
        <translation>El sonido o la imagen dejó de circular</translation>
    </message>
    <message>
        <source>Sound or picture flowed again</source>
        <translation>El sonido o la imagen volvió a circular</translation>
    </message>
    <message>
        <source>Too much was lost or too late to be of use</source>
        <translation>Demasiadas pérdidas o retrasos para servir</translation>
    </message>
    <message>
        <source>What arrived was of use again</source>
        <translation>Lo que llegaba volvía a servir</translation>
    </message>
    <message>
        <source>More was sent than the network carried</source>
        <translation>Se envió más de lo que admitía la red</translation>
    </message>
    <message>
        <source>The network carried it again</source>
        <translation>La red volvió a admitirlo</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Perdida</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Abandonada</translation>
    </message>
    <message>
        <source>{word}: right</source>
        <translation>{word}: acertado</translation>
    </message>
    <message>
        <source>{word}: wrong</source>
        <translation>{word}: erróneo</translation>
    </message>
    <message>
        <source>{number} of 5</source>
        <translation>{number} de 5</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>once</source>
        <translation>una vez</translation>
    </message>
    <message>
        <source>{event}: {detail}</source>
        <translation>{event}: {detail}</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call did not connect.</source>
        <translation>El pronóstico decía «{forecast}»; la llamada no se conectó.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}.</source>
        <translation>El pronóstico decía «{forecast}»; la llamada ha sido {got}.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}.</source>
        <translation>El pronóstico previo decía «{word}».</translation>
    </message>
    <message>
        <source>The forecast before it said {word}, and was right.</source>
        <translation>El pronóstico previo decía «{word}» y acertó.</translation>
    </message>
    <message>
        <source>The forecast before it said {word}, and was wrong.</source>
        <translation>El pronóstico previo decía «{word}» y falló.</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>This computer is not connected to any network. Plug in the network cable or join a Wi-Fi network.</source>
        <translation>Este equipo no está conectado a ninguna red. Conecte el cable de red o únase a una red Wi-Fi.</translation>
    </message>
    <message>
        <source>Sign in to the network first: open any web page in your browser, fill in the page that appears, and test again.</source>
        <translation>Primero hay que iniciar sesión en la red: abra cualquier página web en el navegador, rellene la página que aparezca y repita la prueba.</translation>
    </message>
    <message>
        <source>The call server refused the user name or password. Check them in the settings, or ask whoever gave them to you.</source>
        <translation>El servidor de llamadas ha rechazado el nombre de usuario o la contraseña. Compruébelos en los ajustes o pregunte a quien se los haya dado.</translation>
    </message>
    <message>
        <source>The secure connection to the call server failed: its certificate is not trusted or has expired. Check this computer&apos;s clock, and tell whoever runs the server.</source>
        <translation>La conexión segura con el servidor de llamadas ha fallado: su certificado no es de confianza o ha caducado. Compruebe el reloj de este equipo y avise a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The call server has no relay left for this user name. Close other calls and try again, or ask whoever runs it for a higher limit.</source>
        <translation>Al servidor de llamadas no le quedan retransmisores para este nombre de usuario. Cierre otras llamadas e inténtelo de nuevo, o pida un límite mayor a quien lo administra.</translation>
    </message>
    <message>
        <source>The name of the call server is not found. Check its spelling in the settings, and that web pages open.</source>
        <translation>No se encuentra el nombre del servidor de llamadas. Compruebe cómo está escrito en los ajustes y que se abran páginas web.</translation>
    </message>
    <message>
        <source>No call server answered, or it stopped answering. Check that web pages open. If they do, a firewall may be in the way: try another network or ask your network&apos;s administrator.</source>
        <translation>Ningún servidor de llamadas ha respondido, o ha dejado de responder. Compruebe que se abran páginas web. Si se abren, puede que lo impida un cortafuegos: pruebe otra red o pregunte al administrador de su red.</translation>
    </message>
    <message>
        <source>Something on the way, mostly a firewall, lets no encrypted call through, though the call server can be reached. Ask your network&apos;s administrator to allow WebRTC (DTLS and SRTP), or try another network.</source>
        <translation>Algo en el camino, casi siempre un cortafuegos, no deja pasar llamadas cifradas, aunque se puede acceder al servidor de llamadas. Pida al administrador de su red que permita WebRTC (DTLS y SRTP) o pruebe otra red.</translation>
    </message>
    <message>
        <source>Data gets lost on the way. On Wi-Fi, move closer to the router or use a cable; on a cable, pause large downloads and uploads.</source>
        <translation>Se pierden datos por el camino. Con Wi-Fi, acérquese al router o use un cable; con cable, pause las descargas y subidas grandes.</translation>
    </message>
    <message>
        <source>Data takes long to the call server and back. Pause large downloads and uploads, and switch off a VPN if you may. On a satellite line this is normal.</source>
        <translation>Los datos tardan mucho en ir al servidor de llamadas y volver. Pause las descargas y subidas grandes y desactive la VPN si se le permite. En una línea por satélite, esto es normal.</translation>
    </message>
    <message>
        <source>Data arrives unevenly. On Wi-Fi, move closer to the router or use a cable, and pause other traffic.</source>
        <translation>Los datos llegan de forma irregular. Con Wi-Fi, acérquese al router o use un cable, y pause el resto del tráfico.</translation>
    </message>
    <message>
        <source>The line is slow. Pause downloads, uploads and video streams on every device that shares it, or switch your camera off in the call.</source>
        <translation>La línea es lenta. Pause las descargas, las subidas y los vídeos en todos los dispositivos que la comparten, o apague la cámara en la llamada.</translation>
    </message>
    <message>
        <source>Sending is slow. Pause uploads and cloud backups on every device that shares the line, or switch your camera off in the call.</source>
        <translation>El envío es lento. Pause las subidas y las copias de seguridad en la nube en todos los dispositivos que comparten la línea, o apague la cámara en la llamada.</translation>
    </message>
    <message>
        <source>Receiving is slow. Pause downloads and video streams on every device that shares the line, or ask for lower video quality in the call.</source>
        <translation>La recepción es lenta. Pause las descargas y los vídeos en todos los dispositivos que comparten la línea, o pida menos calidad de vídeo en la llamada.</translation>
    </message>
    <message>
        <source>Calls will lag as soon as somebody uploads or downloads. Keep the line free during a call, or switch on smart queue management (SQM) in your router.</source>
        <translation>Las llamadas sufrirán retardo en cuanto alguien suba o descargue archivos. Mantenga libre la línea durante una llamada, o active la gestión inteligente de colas (SQM) en su router.</translation>
    </message>
    <message>
        <source>The Wi-Fi is the weak part of the way. Move closer to the access point, change to its 5 GHz band, or use a cable.</source>
        <translation>La Wi-Fi es el punto débil del camino. Acérquese al punto de acceso, cambie a su banda de 5 GHz o use un cable.</translation>
    </message>
    <message>
        <source>The trouble is between this computer and its router, not on the line behind it. Try another cable or port, pause transfers inside this network, or restart the router.</source>
        <translation>El problema está entre este equipo y su router, no en la línea que hay detrás. Pruebe otro cable o puerto, pause las transferencias dentro de esta red o reinicie el router.</translation>
    </message>
    <message>
        <source>A firewall lets no UDP through, so calls take a slower way. Ask your network&apos;s administrator to allow UDP to the call server, or try another network.</source>
        <translation>Un cortafuegos no deja pasar UDP, así que las llamadas toman un camino más lento. Pida al administrador de su red que permita UDP hacia el servidor de llamadas, o pruebe otra red.</translation>
    </message>
    <message>
        <source>A VPN carries your calls. If you may, switch it off during a call and test again.</source>
        <translation>Sus llamadas pasan por una VPN. Si se le permite, desactívela durante una llamada y repita la prueba.</translation>
    </message>
    <message>
        <source>Plug in a microphone or a camera, or check that the one you have is switched on and not disabled.</source>
        <translation>Conecte un micrófono o una cámara, o compruebe que el dispositivo que tiene está encendido y no está desactivado.</translation>
    </message>
    <message>
        <source>The call server refused the user name or password, which your organisation has set. Tell its help desk; nothing on this computer can fix that.</source>
        <translation>El servidor de llamadas ha rechazado el nombre de usuario o la contraseña que ha fijado su organización. Avise a su servicio de asistencia; nada en este equipo puede arreglarlo.</translation>
    </message>
    <message>
        <source>{program} can&apos;t be started at log-in: its path holds an equals sign or a character that can&apos;t be printed</source>
        <translation>{program} no puede iniciarse al abrir la sesión: su ruta contiene un signo igual o un carácter no imprimible</translation>
    </message>
    <message>
        <source>the registry can&apos;t be written: {reason}</source>
        <translation>no se puede escribir en el registro: {reason}</translation>
    </message>
    <message>
        <source>Windows starts no command that is longer than {longest} characters at log-in</source>
        <translation>Windows no inicia al abrir la sesión ninguna orden de más de {longest} caracteres</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}</source>
        <translation>no se puede escribir {file}: {reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be removed: {reason}</source>
        <translation>no se puede eliminar {file}: {reason}</translation>
    </message>
    <message>
        <source>{folder} is no folder of its own but a link or a file.</source>
        <translation>{folder} no es una carpeta propia, sino un enlace o un archivo.</translation>
    </message>
    <message>
        <source>{folder} belongs to somebody else; remove it.</source>
        <translation>{folder} pertenece a otra persona; elimínela.</translation>
    </message>
    <message>
        <source>{folder} is open to other users; set its mode to 700.</source>
        <translation>{folder} está abierta a otros usuarios; cambie sus permisos a 700.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>No se puede usar {file}: {reason}.</translation>
    </message>
    <message>
        <source>The path {path} is too long for a socket; set XDG_RUNTIME_DIR.</source>
        <translation>La ruta {path} es demasiado larga para un socket; defina XDG_RUNTIME_DIR.</translation>
    </message>
    <message>
        <source>Windows has named pipes for this.</source>
        <translation>Windows tiene para esto canalizaciones con nombre.</translation>
    </message>
    <message>
        <source>{file} is in the way: it is no socket.</source>
        <translation>{file} lo impide: no es un socket.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be made: {reason}.</source>
        <translation>No se puede crear {folder}: {reason}.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be locked: {reason}.</source>
        <translation>No se puede bloquear {file}: {reason}.</translation>
    </message>
    <message>
        <source>This loop has no named pipes.</source>
        <translation>Este bucle no tiene canalizaciones con nombre.</translation>
    </message>
    <message>
        <source>The pipe {name} can&apos;t be served: {reason}.</source>
        <translation>No se puede atender la canalización {name}: {reason}.</translation>
    </message>
    <message>
        <source>The WebSocket needs the Python package {package}.</source>
        <translation>El WebSocket necesita el paquete de Python {package}.</translation>
    </message>
    <message>
        <source>The WebSocket can&apos;t listen on port {port}: {reason}.</source>
        <translation>El WebSocket no puede escuchar en el puerto {port}: {reason}.</translation>
    </message>
    <message>
        <source>What this archive is</source>
        <translation>Qué es este archivo comprimido</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>No hay ninguna carpeta {folder}.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}.</source>
        <translation>No se puede escribir {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} es una carpeta.</translation>
    </message>
    <message>
        <source>There is a file {file} already.</source>
        <translation>Ya hay un archivo {file}.</translation>
    </message>
    <message>
        <source>Versions of the program, its libraries and the system</source>
        <translation>Versiones del programa, de sus bibliotecas y del sistema</translation>
    </message>
    <message>
        <source>Which of the programs run now, and the last crash</source>
        <translation>Qué programas de Call Notifier se están ejecutando y el último cierre inesperado</translation>
    </message>
    <message>
        <source>Tray, notifications and tests as the tray program has them</source>
        <translation>Bandeja, notificaciones y pruebas, según el programa de la bandeja</translation>
    </message>
    <message>
        <source>All settings, and where each comes from</source>
        <translation>Todos los ajustes y de dónde procede cada uno</translation>
    </message>
    <message>
        <source>The servers, and whether a password is found; no password</source>
        <translation>Los servidores y si se encuentra una contraseña; ninguna contraseña</translation>
    </message>
    <message>
        <source>Which key ring there is</source>
        <translation>Qué depósito de claves hay</translation>
    </message>
    <message>
        <source>Folders and files of the program: sizes and rights</source>
        <translation>Carpetas y archivos del programa: tamaños y permisos</translation>
    </message>
    <message>
        <source>State of the history, networks by number</source>
        <translation>Estado del historial, con las redes designadas por un número</translation>
    </message>
    <message>
        <source>The last tests, and what was told of them</source>
        <translation>Las últimas pruebas y lo que se avisó de ellas</translation>
    </message>
    <message>
        <source>The last calls, without where they took place</source>
        <translation>Las últimas llamadas, sin indicar dónde tuvieron lugar</translation>
    </message>
    <message>
        <source>Trays and notification services of the desktop</source>
        <translation>Bandejas y servicios de notificación del escritorio</translation>
    </message>
    <message>
        <source>Whether the program starts at log-in</source>
        <translation>Si el programa se inicia al abrir la sesión</translation>
    </message>
    <message>
        <source>Whether browsers find the program</source>
        <translation>Si los navegadores encuentran el programa</translation>
    </message>
    <message>
        <source>Kind and routes of the network</source>
        <translation>Tipo y rutas de la red</translation>
    </message>
    <message>
        <source>Whether there are a microphone and a camera</source>
        <translation>Si hay micrófono y cámara</translation>
    </message>
    <message>
        <source>Figures for the organisation: what waits to be sent</source>
        <translation>Cifras para la organización: lo que espera a enviarse</translation>
    </message>
    <message>
        <source>What is known of newer versions</source>
        <translation>Lo que se sabe de versiones más recientes</translation>
    </message>
    <message>
        <source>Log of the tray program</source>
        <translation>Registro del programa de la bandeja</translation>
    </message>
    <message>
        <source>Log of the watch command</source>
        <translation>Registro de la orden watch</translation>
    </message>
    <message>
        <source>What crashes have left</source>
        <translation>Lo que han dejado los cierres inesperados</translation>
    </message>
    <message>
        <source>The process that collects can&apos;t be started: {reason}</source>
        <translation>No se puede iniciar el proceso de recopilación: {reason}</translation>
    </message>
    <message>
        <source>Collecting took longer than {seconds} s.</source>
        <translation>La recopilación tardó más de {seconds} s.</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>mala</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>deficiente</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>aceptable</translation>
    </message>
    <message>
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>excelente</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}: {reason}.</source>
        <translation>El pronóstico decía «{forecast}»; la llamada ha sido {got}: {reason}.</translation>
    </message>
    <message>
        <source>the picture froze for {share} of the time</source>
        <translation>la imagen estuvo parada {share} del tiempo</translation>
    </message>
    <message>
        <source>sound and picture took {delay} ms to arrive</source>
        <translation>el sonido y la imagen tardaron {delay} ms en llegar</translation>
    </message>
    <message>
        <source>there were {rate} Mbit/s to send with</source>
        <translation>había {rate} Mbit/s para enviar</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call did not connect.</source>
        <translation>El pronóstico decía «{forecast}»; la llamada no se conectó.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}, and the call was {got}.</source>
        <translation>El pronóstico decía «{forecast}», y la llamada ha sido {got}.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}.</source>
        <translation>El pronóstico decía «{forecast}»; la llamada ha sido {got}.</translation>
    </message>
    <message>
        <source>The forecast said {forecast}, and the call was {got}, with a difference: {reason}.</source>
        <translation>El pronóstico decía «{forecast}», y la llamada ha sido {got}, con una diferencia: {reason}.</translation>
    </message>
    <message>
        <source>{share} of the sound was missing</source>
        <translation>faltó {share} del sonido</translation>
    </message>
    <message>
        <source>there were {rate} kbit/s to send with</source>
        <translation>había {rate} kbit/s para enviar</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>menos del 1&#xa0;%</translation>
    </message>
    <message>
        <source>The history file {file} is damaged.</source>
        <translation>El archivo del historial {file} está dañado.</translation>
    </message>
    <message>
        <source>The history {file} was written by an older version: start call-notifier once, which brings it up to date.</source>
        <translation>El historial {file} se escribió con una versión anterior: inicie una vez call-notifier, que lo actualiza.</translation>
    </message>
    <message>
        <source>The history {file} was written by a newer version of call-notifier (format {format}, this one knows {known}): it is left as it is.</source>
        <translation>El historial {file} se escribió con una versión más reciente de call-notifier (formato {format}; esta conoce {known}): se deja como está.</translation>
    </message>
    <message>
        <source>The history was damaged and has been set aside as {file}; a new one is begun.</source>
        <translation>El historial estaba dañado y se ha apartado como {file}; se empieza uno nuevo.</translation>
    </message>
    <message>
        <source>The history file {file} is damaged and cannot be set aside: {reason}.</source>
        <translation>El archivo del historial {file} está dañado y no se puede apartar: {reason}.</translation>
    </message>
    <message>
        <source>There is no history {file} yet.</source>
        <translation>Aún no hay historial {file}.</translation>
    </message>
    <message>
        <source>The history {file} is being prepared by another program for too long.</source>
        <translation>Otro programa lleva demasiado tiempo preparando el historial {file}.</translation>
    </message>
    <message>
        <source>The disk is full: the history {file} cannot be written.</source>
        <translation>El disco está lleno: no se puede escribir el historial {file}.</translation>
    </message>
    <message>
        <source>The history {file} is in use by another program and did not become free.</source>
        <translation>Otro programa está usando el historial {file} y no lo ha liberado.</translation>
    </message>
    <message>
        <source>Reading the history {file} was stopped.</source>
        <translation>Se ha detenido la lectura del historial {file}.</translation>
    </message>
    <message>
        <source>The history {file} cannot be written: permission is missing.</source>
        <translation>No se puede escribir el historial {file}: falta el permiso.</translation>
    </message>
    <message>
        <source>The history {file} cannot be used: {reason}.</source>
        <translation>No se puede usar el historial {file}: {reason}.</translation>
    </message>
    <message>
        <source>There is no call {identity} in the history.</source>
        <translation>No hay ninguna llamada {identity} en el historial.</translation>
    </message>
    <message>
        <source>The record of call {identity} in the history cannot be read.</source>
        <translation>No se puede leer el registro de la llamada {identity} en el historial.</translation>
    </message>
    <message>
        <source>The history {file} was taken over by a newer version of call-notifier: restart this one.</source>
        <translation>Una versión más reciente de call-notifier se ha hecho cargo del historial {file}: reinicie esta.</translation>
    </message>
    <message>
        <source>the demonstration relay did not start: {reason}</source>
        <translation>el retransmisor de demostración no se inició: {reason}</translation>
    </message>
    <message>
        <source>it said nothing for {seconds} s</source>
        <translation>no dijo nada durante {seconds} s</translation>
    </message>
    <message>
        <source>the demonstration relay could not be started: {reason}</source>
        <translation>no se pudo iniciar el retransmisor de demostración: {reason}</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>terminó sin decir nada</translation>
    </message>
    <message>
        <source>the test&apos;s process ended with exit status {status}</source>
        <translation>el proceso de la prueba terminó con el código de salida {status}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended by signal {number}</source>
        <translation>el proceso de la prueba terminó por la señal {number}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended with exit status {status}: {words}</source>
        <translation>el proceso de la prueba terminó con el código de salida {status}: {words}</translation>
    </message>
    <message>
        <source>the test&apos;s process cannot be started: {reason}</source>
        <translation>no se puede iniciar el proceso de la prueba: {reason}</translation>
    </message>
    <message>
        <source>the test&apos;s process did not forecast within {seconds} s</source>
        <translation>el proceso de la prueba no dio un pronóstico en {seconds} s</translation>
    </message>
    <message>
        <source>the test&apos;s process sent something else than a forecast</source>
        <translation>el proceso de la prueba envió algo que no es un pronóstico</translation>
    </message>
    <message>
        <source>the test&apos;s process has no standard output</source>
        <translation>el proceso de la prueba no tiene salida estándar</translation>
    </message>
    <message>
        <source>the test&apos;s process sent a line without end</source>
        <translation>el proceso de la prueba envió una línea sin final</translation>
    </message>
    <message>
        <source>the test&apos;s process sent no report: {reason}</source>
        <translation>el proceso de la prueba no envió ningún informe: {reason}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended by signal {number}: {words}</source>
        <translation>el proceso de la prueba terminó por la señal {number}: {words}</translation>
    </message>
    <message>
        <source>the test&apos;s process did not measure within {seconds} s</source>
        <translation>el proceso de la prueba no terminó de medir en {seconds} s</translation>
    </message>
    <message>
        <source>the test&apos;s process forecast what it had not measured</source>
        <translation>el proceso de la prueba pronosticó lo que no había medido</translation>
    </message>
    <message>
        <source>Web applications can&apos;t report their calls. {reason}</source>
        <translation>Las aplicaciones web no pueden informar de sus llamadas. {reason}</translation>
    </message>
    <message>
        <source>Calls can&apos;t be watched. {reason}</source>
        <translation>No se pueden seguir las llamadas. {reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read or written: {reason}.</source>
        <translation>No se puede leer o escribir {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file}: {reason}.</source>
        <translation>{file}: {reason}.</translation>
    </message>
    <message>
        <source>The model that your organisation names can&apos;t be used, so the program&apos;s own judges: {reason}</source>
        <translation>No se puede usar el modelo que indica su organización, así que juzga el del programa: {reason}</translation>
    </message>
    <message>
        <source>it can&apos;t be read ({place}). It should look like {example}</source>
        <translation>no se puede leer ({place}). Debería ser como {example}</translation>
    </message>
    <message>
        <source>expected {expected}; http:// only of this computer: whoever is on the way could change the page</source>
        <translation>se esperaba {expected}; http:// solo de este equipo: quien esté en el camino podría cambiar la página</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>no dio ningún motivo</translation>
    </message>
    <message>
        <source>{program} did not answer: {reason}</source>
        <translation>{program} no ha respondido: {reason}</translation>
    </message>
    <message>
        <source>{program} did not answer within {limit} seconds</source>
        <translation>{program} no ha respondido en {limit} segundos</translation>
    </message>
    <message>
        <source>No model could be asked, so the threshold rule judges: {reason}</source>
        <translation>No se pudo consultar ningún modelo, así que juzga la regla de umbrales: {reason}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>a user name of 1 to {limit} bytes on one line</source>
        <translation>un nombre de usuario de 1 a {limit} bytes en una línea</translation>
    </message>
    <message>
        <source>&quot;password&quot; or &quot;turn-rest&quot;</source>
        <translation>&quot;password&quot; o &quot;turn-rest&quot;</translation>
    </message>
    <message>
        <source>&quot;light&quot;, &quot;full&quot; or &quot;none&quot;</source>
        <translation>&quot;light&quot;, &quot;full&quot; o &quot;none&quot;</translation>
    </message>
    <message>
        <source>the name of an environment variable: letters, digits and _</source>
        <translation>el nombre de una variable de entorno: letras, cifras y _</translation>
    </message>
    <message>
        <source>the name of a file: a whole path, one that begins with ~/, or one relative to this file</source>
        <translation>el nombre de un archivo: una ruta completa, una que empiece por ~/ o una relativa a este archivo</translation>
    </message>
    <message>
        <source>a list of at most {limit} names of files</source>
        <translation>una lista de {limit} nombres de archivo como máximo</translation>
    </message>
    <message>
        <source>a TURN address like &quot;turn:turn.example.com:3478&quot;, or a list of 1 to {limit}</source>
        <translation>una dirección TURN como &quot;turn:turn.example.com:3478&quot;, o una lista de 1 a {limit}</translation>
    </message>
    <message>
        <source>the address of a page over plain HTTP, like http://check.example.com/generate_204</source>
        <translation>la dirección de una página por HTTP sin cifrar, como http://check.example.com/generate_204</translation>
    </message>
    <message>
        <source>two times of day like &quot;22:00-07:00&quot;, or &quot;&quot; for no quiet hours</source>
        <translation>dos horas del día como &quot;22:00-07:00&quot;, o &quot;&quot; para no tener horas de silencio</translation>
    </message>
    <message>
        <source>a language as BCP 47 writes it, like &quot;de&quot; or &quot;pt-BR&quot;, or &quot;&quot; for the system&apos;s</source>
        <translation>un idioma como lo escribe BCP 47, por ejemplo &quot;de&quot; o &quot;pt-BR&quot;, o &quot;&quot; para el del sistema</translation>
    </message>
    <message>
        <source>&quot;color&quot; or &quot;monochrome&quot;</source>
        <translation>&quot;color&quot; o &quot;monochrome&quot;</translation>
    </message>
    <message>
        <source>&quot;all&quot;, &quot;listed&quot; or &quot;none&quot;</source>
        <translation>&quot;all&quot;, &quot;listed&quot; o &quot;none&quot;</translation>
    </message>
    <message>
        <source>a text of 1 to {limit} characters on one line</source>
        <translation>un texto de 1 a {limit} caracteres en una línea</translation>
    </message>
    <message>
        <source>number {number}: {problem}</source>
        <translation>n.º {number}: {problem}</translation>
    </message>
    <message>
        <source>a list of at most {limit}, each {what}</source>
        <translation>una lista de {limit} elementos como máximo, cada uno {what}</translation>
    </message>
    <message>
        <source>Another program of yours takes reports of calls already.</source>
        <translation>Otro programa suyo recibe ya los avisos de llamadas.</translation>
    </message>
    <message>
        <source>The process that collects ended with exit status {status}.</source>
        <translation>El proceso de recopilación terminó con el código de salida {status}.</translation>
    </message>
    <message>
        <source>The process that collects ended by signal {number}.</source>
        <translation>El proceso de recopilación terminó por la señal {number}.</translation>
    </message>
    <message>
        <source>The process that collects ended with exit status {status}: {words}</source>
        <translation>El proceso de recopilación terminó con el código de salida {status}: {words}</translation>
    </message>
    <message>
        <source>The process that collects ended by signal {number}: {words}</source>
        <translation>El proceso de recopilación terminó por la señal {number}: {words}</translation>
    </message>
    <message>
        <source>Test {number} is not in the history any more.</source>
        <translation>La prueba {number} ya no está en el historial.</translation>
    </message>
    <message>
        <source>The record of test {number} in the history cannot be read.</source>
        <translation>No se puede leer el registro de la prueba {number} en el historial.</translation>
    </message>
    <message>
        <source>nobody could say within {limit} seconds whether there is a newer version</source>
        <translation>no se pudo saber en {limit} segundos si hay una versión más reciente</translation>
    </message>
    <message>
        <source>the look for a newer version failed: {reason}</source>
        <translation>falló la búsqueda de una versión más reciente: {reason}</translation>
    </message>
    <message>
        <source>the name of a secret: at most {limit} small letters, digits and -</source>
        <translation>el nombre de un secreto: {limit} caracteres como máximo, minúsculas, cifras y -</translation>
    </message>
    <message>
        <source>&quot;none&quot;, &quot;installation&quot;, &quot;machine&quot; or &quot;person&quot;</source>
        <translation>&quot;none&quot;, &quot;installation&quot;, &quot;machine&quot; o &quot;person&quot;</translation>
    </message>
    <message>
        <source>a name and a value like &quot;site=Berlin&quot;</source>
        <translation>un nombre y un valor como &quot;site=Berlin&quot;</translation>
    </message>
    <message>
        <source>expected {expected}, found {found}</source>
        <translation>se esperaba {expected}, pero hay {found}</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}</source>
        <translation>un número entero de {minimum} a {maximum}</translation>
    </message>
    <message>
        <source>a number from {minimum} to {maximum}</source>
        <translation>un número de {minimum} a {maximum}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>una tabla</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>data</source>
        <translation>datos binarios</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>una fecha o una hora</translation>
    </message>
    <message>
        <source>expected {expected}, found an empty text</source>
        <translation>se esperaba {expected}, pero hay un texto vacío</translation>
    </message>
    <message>
        <source>expected {expected}, found one of {count} characters</source>
        <translation>se esperaba {expected}, pero hay {count} caracteres</translation>
    </message>
    <message>
        <source>expected {expected}, found a line break or another control character</source>
        <translation>se esperaba {expected}, pero hay un salto de línea u otro carácter de control</translation>
    </message>
    <message>
        <source>expected {expected}, found one of {count} bytes</source>
        <translation>se esperaba {expected}, pero hay {count} bytes</translation>
    </message>
    <message>
        <source>expected {expected}, which says of what kind the secret is; the secret itself belongs into the key ring (call-notifier config password URL) or an environment variable (password-env)</source>
        <translation>se esperaba {expected}, que indica de qué tipo es el secreto; el secreto en sí va en el depósito de claves (call-notifier config password URL) o en una variable de entorno (password-env)</translation>
    </message>
    <message>
        <source>expected {expected}, not the secret itself</source>
        <translation>se esperaba {expected}, no el secreto en sí</translation>
    </message>
    <message>
        <source>expected {expected}</source>
        <translation>se esperaba {expected}</translation>
    </message>
    <message>
        <source>expected a whole path, or one that begins with ~/</source>
        <translation>se esperaba una ruta completa o una que empiece por ~/</translation>
    </message>
    <message>
        <source>a TURN address like &quot;turn:turn.example.com:3478&quot;</source>
        <translation>una dirección TURN como &quot;turn:turn.example.com:3478&quot;</translation>
    </message>
    <message>
        <source>expected a TURN address without user name and password (RFC 7065 has none); the name belongs into username, the password into the key ring or password-env</source>
        <translation>se esperaba una dirección TURN sin nombre de usuario ni contraseña (RFC 7065 no los contempla); el nombre va en username, y la contraseña, en el depósito de claves o en password-env</translation>
    </message>
    <message>
        <source>expected a TURN address of at most {limit} characters</source>
        <translation>se esperaba una dirección TURN de {limit} caracteres como máximo</translation>
    </message>
    <message>
        <source>expected {expected}, without user name and password</source>
        <translation>se esperaba {expected}, sin nombre de usuario ni contraseña</translation>
    </message>
    <message>
        <source>expected {expected}; the last minute of a day is 23:59</source>
        <translation>se esperaba {expected}; el último minuto de un día es 23:59</translation>
    </message>
    <message>
        <source>expected {expected}; to be told nothing at all, set enabled to false</source>
        <translation>se esperaba {expected}; para no recibir ningún aviso, ponga enabled en false</translation>
    </message>
    <message>
        <source>a far larger number</source>
        <translation>un número mucho mayor</translation>
    </message>
    <message>
        <source>expected {expected}; whose home directory ~ means is not known</source>
        <translation>se esperaba {expected}; no se sabe a qué carpeta personal se refiere ~</translation>
    </message>
    <message>
        <source>expected {expected}; the name has small letters, digits, _ and . alone</source>
        <translation>se esperaba {expected}; el nombre solo lleva minúsculas, cifras, . y _</translation>
    </message>
    <message>
        <source>the name stands there already</source>
        <translation>el nombre ya figura ahí</translation>
    </message>
    <message>
        <source>{setting} is no setting</source>
        <translation>{setting} no es un ajuste</translation>
    </message>
    <message>
        <source>the servers are set by your organisation</source>
        <translation>los servidores los ha fijado su organización</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}: {problem}</translation>
    </message>
    <message>
        <source>server is no list of tables in the file; put that right first</source>
        <translation>server no es una lista de tablas en el archivo; corríjalo antes</translation>
    </message>
    <message>
        <source>the servers in the file stand in the way; change it by hand</source>
        <translation>los servidores del archivo lo impiden; cámbielo a mano</translation>
    </message>
    <message>
        <source>put the file right first: {problem}</source>
        <translation>corrija antes el archivo: {problem}</translation>
    </message>
    <message>
        <source>the change would harm other settings; change the file by hand</source>
        <translation>el cambio dañaría otros ajustes; cambie el archivo a mano</translation>
    </message>
    <message>
        <source>the file would be longer than {size} KiB</source>
        <translation>el archivo ocuparía más de {size} KiB</translation>
    </message>
    <message>
        <source>{setting} can&apos;t be taken out of its table; change it by hand</source>
        <translation>{setting} no se puede sacar de su tabla; cámbielo a mano</translation>
    </message>
    <message>
        <source>{setting} is set by your organisation</source>
        <translation>{setting} lo ha fijado su organización</translation>
    </message>
    <message>
        <source>{setting}: only an organisation&apos;s policy can set this</source>
        <translation>{setting}: solo la directiva de una organización puede fijar este ajuste</translation>
    </message>
    <message>
        <source>the file can&apos;t be written: {reason}</source>
        <translation>no se puede escribir el archivo: {reason}</translation>
    </message>
    <message>
        <source>the file can&apos;t be written: it holds characters that UTF-8 has not</source>
        <translation>no se puede escribir el archivo: contiene caracteres que no existen en UTF-8</translation>
    </message>
    <message>
        <source>{table} is no table in the file; put that right first</source>
        <translation>{table} no es una tabla en el archivo; corríjalo antes</translation>
    </message>
    <message>
        <source>there is no {table} table in it</source>
        <translation>no contiene ninguna tabla {table}</translation>
    </message>
    <message>
        <source>the file is empty, or is gone</source>
        <translation>el archivo está vacío o ya no existe</translation>
    </message>
    <message>
        <source>it is neither JSON nor TOML</source>
        <translation>no es ni JSON ni TOML</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>termina demasiado pronto</translation>
    </message>
    <message>
        <source>nothing was pasted</source>
        <translation>no se ha pegado nada</translation>
    </message>
    <message>
        <source>the text is longer than {limit} characters</source>
        <translation>el texto tiene más de {limit} caracteres</translation>
    </message>
    <message>
        <source>there is no TURN address in it: a URL that begins with turn: or turns:</source>
        <translation>no contiene ninguna dirección TURN: una URL que empiece por turn: o turns:</translation>
    </message>
    <message>
        <source>its credentialType is not &quot;password&quot;, the only one supported</source>
        <translation>su credentialType no es &quot;password&quot;, el único admitido</translation>
    </message>
    <message>
        <source>it holds characters that are not Unicode text</source>
        <translation>contiene caracteres que no son texto Unicode</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>está anidado a demasiada profundidad</translation>
    </message>
    <message>
        <source>it is not an RTCIceServer: {reason}</source>
        <translation>no es un RTCIceServer: {reason}</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}: {problem}</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, línea {line}</translation>
    </message>
    <message>
        <source>{place}: {setting}: {problem}</source>
        <translation>{place}: {setting}: {problem}</translation>
    </message>
    <message>
        <source>only an organisation&apos;s policy can set this</source>
        <translation>solo la directiva de una organización puede fijar este ajuste</translation>
    </message>
    <message>
        <source>{unknown}; expected one of {names}</source>
        <translation>{unknown}; se esperaba uno de estos: {names}</translation>
    </message>
    <message>
        <source>expected a code, or a table for a language like &quot;de&quot; or &quot;pt-BR&quot;</source>
        <translation>se esperaba un código o una tabla para un idioma como &quot;de&quot; o &quot;pt-BR&quot;</translation>
    </message>
    <message>
        <source>expected tables that begin with [[{table}]], with two brackets</source>
        <translation>se esperaban tablas que empiecen por [[{table}]], con dos corchetes</translation>
    </message>
    <message>
        <source>expected a username beside it; this server is left out</source>
        <translation>se esperaba un username junto a ella; este servidor se descarta</translation>
    </message>
    <message>
        <source>expected {expected}, found an empty list</source>
        <translation>se esperaba {expected}, pero hay una lista vacía</translation>
    </message>
    <message>
        <source>expected at least one address that can be used; this server is left out</source>
        <translation>se esperaba al menos una dirección utilizable; este servidor se descarta</translation>
    </message>
    <message>
        <source>a secret never stands in this file: delete this line, then store the secret with call-notifier config password URL, or name an environment variable in password-env</source>
        <translation>un secreto nunca va en este archivo: elimine esta línea y guarde el secreto con call-notifier config password URL, o indique una variable de entorno en password-env</translation>
    </message>
    <message>
        <source>{unknown}; did you mean {name}?</source>
        <translation>{unknown}; ¿quería decir {name}?</translation>
    </message>
    <message>
        <source>more than {limit} dots on one line; the file is not used</source>
        <translation>más de {limit} puntos en una línea; el archivo no se usa</translation>
    </message>
    <message>
        <source>values are nested too deeply; the file is not used</source>
        <translation>los valores están anidados a demasiada profundidad; el archivo no se usa</translation>
    </message>
    <message>
        <source>no TOML: {reason}; the file is not used</source>
        <translation>TOML no válido: {reason}; el archivo no se usa</translation>
    </message>
    <message>
        <source>a whole number of thousands of digits; the file is not used</source>
        <translation>un número entero de miles de cifras; el archivo no se usa</translation>
    </message>
    <message>
        <source>{problem}; the file is not used</source>
        <translation>{problem}; el archivo no se usa</translation>
    </message>
    <message>
        <source>longer than {size} KiB</source>
        <translation>más de {size} KiB</translation>
    </message>
    <message>
        <source>no setting of this name</source>
        <translation>no hay ningún ajuste con este nombre</translation>
    </message>
    <message>
        <source>expected at most {limit} servers; this one and the rest are left out</source>
        <translation>se esperaban {limit} servidores como máximo; este y los restantes se descartan</translation>
    </message>
    <message>
        <source>expected urls in it; this server is left out</source>
        <translation>se esperaba urls en ella; este servidor se descarta</translation>
    </message>
    <message>
        <source>expected at most {limit} addresses; this one and the rest are left out</source>
        <translation>se esperaban {limit} direcciones como máximo; esta y las restantes se descartan</translation>
    </message>
    <message>
        <source>stands in server {number} already; left out here</source>
        <translation>ya figura en el servidor {number}; se descarta aquí</translation>
    </message>
    <message>
        <source>{unknown} here; it belongs into [[{table}]]</source>
        <translation>{unknown} aquí; su sitio es [[{table}]]</translation>
    </message>
    <message>
        <source>no TOML: {reason} (column {column}); the file is not used</source>
        <translation>TOML no válido: {reason} (columna {column}); el archivo no se usa</translation>
    </message>
    <message>
        <source>no TOML: {reason} (end of the file); the file is not used</source>
        <translation>TOML no válido: {reason} (final del archivo); el archivo no se usa</translation>
    </message>
    <message>
        <source>expected a file, found a directory</source>
        <translation>se esperaba un archivo, pero hay una carpeta</translation>
    </message>
    <message>
        <source>expected an ordinary file</source>
        <translation>se esperaba un archivo normal</translation>
    </message>
    <message>
        <source>can&apos;t be read: {reason}</source>
        <translation>no se puede leer: {reason}</translation>
    </message>
    <message>
        <source>expected UTF-8 text</source>
        <translation>se esperaba texto UTF-8</translation>
    </message>
    <message>
        <source>the list of versions is longer than {size} KiB</source>
        <translation>la lista de versiones ocupa más de {size} KiB</translation>
    </message>
    <message>
        <source>version in the list of versions is not of the form 0.3.0</source>
        <translation>version, en la lista de versiones, no tiene la forma 0.3.0</translation>
    </message>
    <message>
        <source>url in the list of versions is no https address</source>
        <translation>url, en la lista de versiones, no es una dirección https</translation>
    </message>
    <message>
        <source>published in the list of versions is no day like 2026-11-20</source>
        <translation>published, en la lista de versiones, no es una fecha como 2026-11-20</translation>
    </message>
    <message>
        <source>summary in the list of versions is no single line of {size} characters at most</source>
        <translation>summary, en la lista de versiones, no es una sola línea de {size} caracteres como máximo</translation>
    </message>
    <message>
        <source>the list of versions cannot be read: {reason}</source>
        <translation>no se puede leer la lista de versiones: {reason}</translation>
    </message>
    <message>
        <source>the list of versions cannot be fetched: {reason}</source>
        <translation>no se puede obtener la lista de versiones: {reason}</translation>
    </message>
    <message>
        <source>the address of the list of versions is no https address</source>
        <translation>la dirección de la lista de versiones no es una dirección https</translation>
    </message>
    <message>
        <source>the server of the list of versions sends on to another place</source>
        <translation>el servidor de la lista de versiones redirige a otro lugar</translation>
    </message>
    <message>
        <source>the server of the list of versions answers with status {number}</source>
        <translation>el servidor de la lista de versiones responde con el código de estado {number}</translation>
    </message>
    <message>
        <source>the certificate of the server of the list of versions: {reason}</source>
        <translation>certificado del servidor de la lista de versiones: {reason}</translation>
    </message>
    <message>
        <source>no setting of a server of this name</source>
        <translation>no hay ningún ajuste de servidor con este nombre</translation>
    </message>
    <message>
        <source>{unknown} here; it belongs into [{table}]</source>
        <translation>{unknown} aquí; su sitio es [{table}]</translation>
    </message>
    <message>
        <source>no table of this name</source>
        <translation>no hay ninguna tabla con este nombre</translation>
    </message>
    <message>
        <source>expected a table: [{table}] on a line of its own</source>
        <translation>se esperaba una tabla: [{table}] en una línea propia</translation>
    </message>
    <message>
        <source>{problem}; this server is left out</source>
        <translation>{problem}; este servidor se descarta</translation>
    </message>
    <message>
        <source>more than {limit} files; this one and the rest are not used</source>
        <translation>más de {limit} archivos; este y los restantes no se usan</translation>
    </message>
    <message>
        <source>{name} is no number of JSON</source>
        <translation>{name} no es un número en JSON</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>la carpeta</translation>
    </message>
    <message>
        <source>{what} does not belong to user {number}</source>
        <translation>{what} no pertenece al usuario {number}</translation>
    </message>
    <message>
        <source>others than its owner can write to {what}; set its mode to go-w</source>
        <translation>otros usuarios, además del propietario, pueden escribir en {what}; cambie sus permisos a go-w</translation>
    </message>
    <message>
        <source>no JSON: {reason} (column {column})</source>
        <translation>JSON no válido: {reason} (columna {column})</translation>
    </message>
    <message>
        <source>expected an object: {example}</source>
        <translation>se esperaba un objeto: {example}</translation>
    </message>
    <message>
        <source>a name stands twice in one object</source>
        <translation>un nombre aparece dos veces en un mismo objeto</translation>
    </message>
    <message>
        <source>expected mandatory or default; what stands in it is left out</source>
        <translation>se esperaba mandatory o default; lo que contiene se descarta</translation>
    </message>
    <message>
        <source>{what} does not belong to root</source>
        <translation>{what} no pertenece a root</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>el archivo</translation>
    </message>
    <message>
        <source>values are nested too deeply</source>
        <translation>los valores están anidados a demasiada profundidad</translation>
    </message>
    <message>
        <source>a whole number of thousands of digits</source>
        <translation>un número entero de miles de cifras</translation>
    </message>
    <message>
        <source>expected an object of tables, like {example}</source>
        <translation>se esperaba un objeto formado por tablas, como {example}</translation>
    </message>
    <message>
        <source>The call server can be reached but passes no data on. Tell whoever runs it; nothing on this computer can fix that.</source>
        <translation>Se puede acceder al servidor de llamadas, pero no transmite datos. Avise a quien lo administra; nada en este equipo puede arreglarlo.</translation>
    </message>
    <message>
        <source>This test went to the demonstration relay on this computer and says nothing about your network. Enter a TURN server in the settings.</source>
        <translation>Esta prueba fue al retransmisor de demostración de este equipo y no dice nada de su red. Introduzca un servidor TURN en los ajustes.</translation>
    </message>
    <message>
        <source>it is set for everybody on this computer by its administrator</source>
        <translation>lo ha fijado el administrador de este equipo para todos</translation>
    </message>
    <message>
        <source>The process that collects gave an answer that makes no sense: {reason}</source>
        <translation>El proceso de recopilación dio una respuesta incomprensible: {reason}</translation>
    </message>
    <message>
        <source>another test is running</source>
        <translation>hay otra prueba en curso</translation>
    </message>
    <message>
        <source>Another version of this program was installed, and cannot be started: {reason}. Nothing is tested until it is installed once more.</source>
        <translation>Se ha instalado otra versión de este programa y no se puede iniciar: {reason}. No se hará ninguna prueba hasta que se vuelva a instalar.</translation>
    </message>
    <message>
        <source>it ended with status {status}</source>
        <translation>terminó con el código de salida {status}</translation>
    </message>
    <message>
        <source>it did not answer within {limit} s</source>
        <translation>no respondió en {limit} s</translation>
    </message>
    <message>
        <source>the test failed for a reason that is in the log</source>
        <translation>la prueba falló por un motivo que está en el registro</translation>
    </message>
    <message>
        <source>the test was cancelled</source>
        <translation>la prueba se canceló</translation>
    </message>
    <message>
        <source>an address like &quot;https://name.example.com/path&quot;; plain http only to this computer itself</source>
        <translation>una dirección como &quot;https://name.example.com/path&quot;; http sin cifrar solo hacia este mismo equipo</translation>
    </message>
    <message>
        <source>line {number} is not as expected</source>
        <translation>la línea {number} no es la esperada</translation>
    </message>
    <message>
        <source>The environment variable {name}</source>
        <translation>La variable de entorno {name}</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} gave an answer that makes no sense; the administrator has to see that {service} has the version of this program.</source>
        <translation>El servicio que lee el secreto {name} ha dado una respuesta que no es válida; el administrador tiene que comprobar que {service} tenga la misma versión que este programa.</translation>
    </message>
    <message>
        <source>The secret in the key ring</source>
        <translation>El secreto del depósito de claves</translation>
    </message>
    <message>
        <source>No password is stored in the key ring for {names}: store it with call-notifier config password URL, or name an environment variable with password-env.</source>
        <translation>No hay ninguna contraseña guardada en el depósito de claves para {names}: guárdela con call-notifier config password URL, o indique una variable de entorno con password-env.</translation>
    </message>
    <message>
        <source>{what} is longer than {limit} characters.</source>
        <translation>{what} tiene más de {limit} caracteres.</translation>
    </message>
    <message>
        <source>{what} holds a line break or another control character.</source>
        <translation>{what} contiene un salto de línea u otro carácter de control.</translation>
    </message>
    <message>
        <source>The environment variable {name} is not set.</source>
        <translation>La variable de entorno {name} no está definida.</translation>
    </message>
    <message>
        <source>expected a dictionary of tables</source>
        <translation>se esperaba un diccionario de tablas</translation>
    </message>
    <message>
        <source>it is no property list</source>
        <translation>no es una lista de propiedades</translation>
    </message>
    <message>
        <source>expected the servers&apos; settings in keys 1, 2 and so on below</source>
        <translation>se esperaban debajo los ajustes de los servidores, en claves 1, 2, etc.</translation>
    </message>
    <message>
        <source>expected keys with numbers as names; this one is left out</source>
        <translation>se esperaban claves con un número por nombre; esta se descarta</translation>
    </message>
    <message>
        <source>The secret {name} can&apos;t be read: this system has no secrets that only root can read. The administrator has to name an environment variable with password-env instead.</source>
        <translation>No se puede leer el secreto {name}: este sistema no tiene secretos que solo root pueda leer. El administrador tiene que indicar en su lugar una variable de entorno con password-env.</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>El secreto</translation>
    </message>
    <message>
        <source>The key ring did not keep the secret. Name an environment variable with password-env instead.</source>
        <translation>El depósito de claves no ha guardado el secreto. Indique en su lugar una variable de entorno con password-env.</translation>
    </message>
    <message>
        <source>{what} is empty.</source>
        <translation>{what} no contiene nada.</translation>
    </message>
    <message>
        <source>There is no secret {name} on this computer: the administrator has to write it into {file}, which only root can read.</source>
        <translation>No hay ningún secreto {name} en este equipo: el administrador tiene que escribirlo en {file}, que solo root puede leer.</translation>
    </message>
    <message>
        <source>Others than root can write to {folder}, so that no secret in it is used: the administrator has to make it root&apos;s, with mode 700.</source>
        <translation>Otros usuarios, además de root, pueden escribir en {folder}, así que no se usa ningún secreto de esa carpeta: el administrador tiene que asignársela a root, con permisos 700.</translation>
    </message>
    <message>
        <source>The secret {name} is not used: the administrator has to make {file} an ordinary file that belongs to root, with mode 600.</source>
        <translation>No se usa el secreto {name}: el administrador tiene que hacer de {file} un archivo normal que pertenezca a root, con permisos 600.</translation>
    </message>
    <message>
        <source>The secret {name} is not used: the administrator has to write one line of at most {limit} characters into {file}.</source>
        <translation>No se usa el secreto {name}: el administrador tiene que escribir una sola línea de {limit} caracteres como máximo en {file}.</translation>
    </message>
    <message>
        <source>The secret {name} is not given out: the administrator has to name it as secret-file where it is used, in a policy that this computer has in force.</source>
        <translation>No se entrega el secreto {name}: el administrador tiene que indicarlo en secret-file donde se use, en una directiva vigente en este equipo.</translation>
    </message>
    <message>
        <source>The secret {name} is not given out, because it is shared with a TURN server: the administrator has to use another one here.</source>
        <translation>No se entrega el secreto {name} porque se comparte con un servidor TURN: el administrador tiene que usar otro aquí.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} is asked too often; the next test asks again.</source>
        <translation>Se consulta con demasiada frecuencia el servicio que lee el secreto {name}; la próxima prueba volverá a consultarlo.</translation>
    </message>
    <message>
        <source>The secret {name} can&apos;t be read: the administrator finds the reason in the log of {service}.</source>
        <translation>No se puede leer el secreto {name}: el administrador encontrará el motivo en el registro de {service}.</translation>
    </message>
    <message>
        <source>There is no key ring on this system. Name an environment variable with password-env instead.</source>
        <translation>En este sistema no hay depósito de claves. Indique en su lugar una variable de entorno con password-env.</translation>
    </message>
    <message>
        <source>The key ring did not answer within {seconds} s; it may be locked: unlock it, or name an environment variable with password-env.</source>
        <translation>El depósito de claves no ha respondido en {seconds} s; puede que esté bloqueado: desbloquéelo, o indique una variable de entorno con password-env.</translation>
    </message>
    <message>
        <source>The key ring can&apos;t be used ({kind}). Name an environment variable with password-env instead.</source>
        <translation>No se puede usar el depósito de claves ({kind}). Indique en su lugar una variable de entorno con password-env.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} did not answer within {seconds} s; the administrator finds the reason in the log of {service}.</source>
        <translation>El servicio que lee el secreto {name} no ha respondido en {seconds} s; el administrador encontrará el motivo en el registro de {service}.</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} does not run: the administrator has to start {service}.</source>
        <translation>El servicio que lee el secreto {name} no está en ejecución: el administrador tiene que iniciar {service}.</translation>
    </message>
    <message>
        <source>The key ring is locked or can&apos;t be opened: unlock it, or name an environment variable with password-env.</source>
        <translation>El depósito de claves está bloqueado o no se puede abrir: desbloquéelo, o indique una variable de entorno con password-env.</translation>
    </message>
    <message>
        <source>a host name like &quot;meet.example.com&quot; or &quot;*.example.com&quot;</source>
        <translation>un nombre de host como &quot;meet.example.com&quot; o &quot;*.example.com&quot;</translation>
    </message>
    <message>
        <source>an origin like &quot;https://meet.example.com&quot;, &quot;http://localhost:8080&quot;, &quot;file://&quot; or &quot;app://name&quot;</source>
        <translation>un origen como &quot;https://meet.example.com&quot;, &quot;http://localhost:8080&quot;, &quot;file://&quot; o &quot;app://name&quot;</translation>
    </message>
    <message>
        <source>expected {expected}, without scheme, port and path</source>
        <translation>se esperaba {expected}, sin esquema, puerto ni ruta</translation>
    </message>
    <message>
        <source>expected {expected}; every site is watch = &quot;all&quot;</source>
        <translation>se esperaba {expected}; para todos los sitios, watch = &quot;all&quot;</translation>
    </message>
    <message>
        <source>expected {expected}: scheme, host and port, without a path</source>
        <translation>se esperaba {expected}: esquema, host y puerto, sin ruta</translation>
    </message>
    <message>
        <source>expected {expected}, with a port from 1 to 65535</source>
        <translation>se esperaba {expected}, con un puerto de 1 a 65535</translation>
    </message>
    <message>
        <source>expected {expected}, other letters in their ASCII form (xn--…)</source>
        <translation>se esperaba {expected}, con las demás letras en su forma ASCII (xn--…)</translation>
    </message>
    <message>
        <source>expected {expected}, or a whole IP address</source>
        <translation>se esperaba {expected}, o una dirección IP completa</translation>
    </message>
    <message>
        <source>a TURN address holds no user name or password, and no @</source>
        <translation>una dirección TURN no contiene nombre de usuario, contraseña ni @</translation>
    </message>
    <message>
        <source>{text} is not a TURN address like turn:host:3478?transport=udp or turns:host:443</source>
        <translation>{text} no es una dirección TURN como turn:host:3478?transport=udp o turns:host:443</translation>
    </message>
    <message>
        <source>{text}: the port must be from 1 to 65535</source>
        <translation>{text}: el puerto debe estar entre 1 y 65535</translation>
    </message>
    <message>
        <source>{text}: the transport must be udp or tcp, not {transport}</source>
        <translation>{text}: el transporte debe ser udp o tcp, no {transport}</translation>
    </message>
    <message>
        <source>{text}: {host} is not a host name</source>
        <translation>{text}: {host} no es un nombre de host</translation>
    </message>
    <message>
        <source>{text}: turns over udp (DTLS) is not supported; use tcp</source>
        <translation>{text}: turns sobre udp (DTLS) no es compatible; use tcp</translation>
    </message>
    <message>
        <source>{text}: {host} is not an IPv6 address</source>
        <translation>{text}: {host} no es una dirección IPv6</translation>
    </message>
</context>
<context>
    <name>freedesktop</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>headline</name>
    <message>
        <source>Paused until you resume</source>
        <translation>En pausa hasta que se reanude</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>En pausa (hasta {time})</translation>
    </message>
    <message>
        <source>{sentence}. Neither a microphone nor a camera was found</source>
        <translation>{sentence}. No se ha encontrado micrófono ni cámara</translation>
    </message>
    <message>
        <source>Demonstration: {sentence}</source>
        <translation>Demostración: {sentence}</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>Aún no es seguro</translation>
    </message>
    <message>
        <source>Not sure yet, testing again</source>
        <translation>Aún no es seguro, se repite la prueba</translation>
    </message>
    <message>
        <source>demonstration relay: this is not your network</source>
        <translation>retransmisor de demostración: esta no es su red</translation>
    </message>
    <message>
        <source>{sentence}, at {time}</source>
        <translation>{sentence} ({time})</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>mañana, {time}</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>Aún no se ha probado nada</translation>
    </message>
    <message>
        <source>Testing the network: {percent} %</source>
        <translation>Probando la red: {percent}&#xa0;%</translation>
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
        <translation>No se probó nada</translation>
    </message>
    <message>
        <source>{state} {percent}</source>
        <translation>{state} {percent}</translation>
    </message>
    <message>
        <source>Calls: {count}</source>
        <translation>Llamadas: {count}</translation>
    </message>
    <message>
        <source>Last 24 hours: {states}</source>
        <translation>Últimas 24 horas: {states}</translation>
    </message>
    <message>
        <source>Last 24 hours: {states}; worst at {time}</source>
        <translation>Últimas 24 horas: {states}; peor momento: {time}</translation>
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
        <translation>Con límites</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Good, perhaps minor issues</source>
        <translation>Bien, quizá con leves fallos</translation>
    </message>
    <message>
        <source>Thumbnail only</source>
        <translation>Solo miniatura</translation>
    </message>
    <message>
        <source>Poor quality</source>
        <translation>Calidad deficiente</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Calidad aceptable</translation>
    </message>
    <message>
        <source>Not in good quality</source>
        <translation>Sin buena calidad</translation>
    </message>
    <message>
        <source>Not enough bandwidth</source>
        <translation>Ancho de banda insuficiente</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Con retraso</translation>
    </message>
    <message>
        <source>Breaks up</source>
        <translation>Se entrecorta</translation>
    </message>
    <message>
        <source>Freezes</source>
        <translation>Se congela</translation>
    </message>
    <message>
        <source>Hardly possible</source>
        <translation>Apenas posible</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>No es posible</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Screen sharing</source>
        <translation>Pantalla compartida</translation>
    </message>
</context>
<context>
    <name>message</name>
    <message>
        <source>This network keeps changing. You are told again when it has been steady for a while.</source>
        <translation>Esta red cambia continuamente. Se le avisará de nuevo cuando lleve un tiempo estable.</translation>
    </message>
    <message>
        <source>It was not good for {duration}.</source>
        <translation>No ha estado bien durante {duration}.</translation>
    </message>
    <message>
        <source>Until then nothing is known of the network.</source>
        <translation>Hasta entonces no se sabe nada de la red.</translation>
    </message>
    <message>
        <source>Quiet for today</source>
        <translation>Silencio por hoy</translation>
    </message>
    <message>
        <source>What can I do?</source>
        <translation>¿Qué puedo hacer?</translation>
    </message>
    <message>
        <source>The call server has no relay left</source>
        <translation>Al servidor de llamadas no le quedan retransmisores</translation>
    </message>
    <message>
        <source>The call server refuses the password</source>
        <translation>El servidor de llamadas rechaza la contraseña</translation>
    </message>
    <message>
        <source>Good again: {summary}</source>
        <translation>Buena de nuevo. {summary}</translation>
    </message>
    <message>
        <source>Unstable: {summary}</source>
        <translation>Inestable. {summary}</translation>
    </message>
    <message>
        <source>Not connected to any network</source>
        <translation>Sin conexión a ninguna red</translation>
    </message>
    <message>
        <source>Sign in to the network first</source>
        <translation>Primero hay que iniciar sesión en la red</translation>
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
        <translation>Pa&amp;usar</translation>
    </message>
    <message>
        <source>&amp;30 minutes</source>
        <translation>&amp;30 minutos</translation>
    </message>
    <message>
        <source>1 &amp;hour</source>
        <translation>1 &amp;hora</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>Hasta &amp;mañana</translation>
    </message>
    <message>
        <source>Until &amp;resumed</source>
        <translation>Hasta que se rean&amp;ude</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>Not known</source>
        <translation>Desconocida</translation>
    </message>
    <message>
        <source>The call server refuses the user name or password, so the network could not be tested</source>
        <translation>El servidor de llamadas rechaza el nombre de usuario o la contraseña, así que no se pudo probar la red</translation>
    </message>
    <message>
        <source>The call server has no relay left for you, so the network could not be tested</source>
        <translation>Al servidor de llamadas no le quedan retransmisores para usted, así que no se pudo probar la red</translation>
    </message>
    <message>
        <source>The call server let nobody in, so the network could not be tested</source>
        <translation>El servidor de llamadas no dejó entrar a nadie, así que no se pudo probar la red</translation>
    </message>
</context>
<context>
    <name>server_list</name>
    <message>
        <source>Check that web pages open. If they do, a firewall may hold this way up.</source>
        <translation>Compruebe que se abran páginas web. Si se abren, puede que un cortafuegos bloquee este camino.</translation>
    </message>
    <message>
        <source>Check the address in the settings, or ask whoever runs it.</source>
        <translation>Compruebe la dirección en los ajustes o pregunte a quien lo administra.</translation>
    </message>
    <message>
        <source>Check its spelling in the settings.</source>
        <translation>Compruebe cómo está escrito en los ajustes.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, and tell whoever runs the server.</source>
        <translation>Compruebe el reloj de este equipo y avise a quien administra el servidor.</translation>
    </message>
    <message>
        <source>Check them in the settings, or ask whoever gave them to you.</source>
        <translation>Compruébelos en los ajustes o pregunte a quien se los haya dado.</translation>
    </message>
    <message>
        <source>Tell whoever runs it.</source>
        <translation>Avise a quien lo administra.</translation>
    </message>
    <message>
        <source>Close other calls and try again, or ask whoever runs it for more.</source>
        <translation>Cierre otras llamadas e inténtelo de nuevo, o pida más a quien lo administra.</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>Compruebe la dirección en los ajustes.</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>Aún sin probar</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Falla</translation>
    </message>
    <message>
        <source>Works, {time} there and back</source>
        <translation>Funciona, {time} de ida y vuelta</translation>
    </message>
</context>
<context>
    <name>setting</name>
    <message>
        <source>Time between tests</source>
        <translation>Tiempo entre pruebas</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Longer or shorter by chance</source>
        <translation>Más largo o más corto al azar</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Data budget</source>
        <translation>Presupuesto de datos</translation>
    </message>
    <message>
        <source> MB a day</source>
        <translation> MB al día</translation>
    </message>
    <message>
        <source>nothing by itself</source>
        <translation>nada automático</translation>
    </message>
    <message>
        <source>Where data is paid for by volume</source>
        <translation>Cuando se paga por volumen de datos</translation>
    </message>
    <message>
        <source>Light tests only</source>
        <translation>Solo pruebas ligeras</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Todas las pruebas</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>Ninguna prueba</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Mostrar notificaciones</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>Quiet while the desktop asks for it</source>
        <translation>Silencio mientras lo pida el escritorio</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Icons in the panel</source>
        <translation>Iconos en el panel</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>En color</translation>
    </message>
    <message>
        <source>In one colour</source>
        <translation>En un solo color</translation>
    </message>
    <message>
        <source>Keep tests and calls for</source>
        <translation>Conservar pruebas y llamadas</translation>
    </message>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>para siempre</translation>
    </message>
    <message>
        <source>Page that shows whether a sign-in is needed</source>
        <translation>Página que muestra si hay que iniciar sesión</translation>
    </message>
    <message>
        <source>Learn from calls</source>
        <translation>Aprender de las llamadas</translation>
    </message>
    <message>
        <source>The organisation&apos;s own model</source>
        <translation>Modelo propio de la organización</translation>
    </message>
    <message>
        <source>Watch calls</source>
        <translation>Seguir las llamadas</translation>
    </message>
    <message>
        <source>Calls in the browser</source>
        <translation>Llamadas en el navegador</translation>
    </message>
    <message>
        <source>All web pages</source>
        <translation>Todas las páginas web</translation>
    </message>
    <message>
        <source>Only those listed</source>
        <translation>Solo las de la lista</translation>
    </message>
    <message>
        <source>No web pages</source>
        <translation>Ninguna página web</translation>
    </message>
    <message>
        <source>Web pages, one a line</source>
        <translation>Páginas web, una por línea</translation>
    </message>
    <message>
        <source>Applications that report by themselves, one a line</source>
        <translation>Aplicaciones que informan por sí mismas, una por línea</translation>
    </message>
    <message>
        <source>Port for those applications</source>
        <translation>Puerto para esas aplicaciones</translation>
    </message>
    <message>
        <source>Keep session descriptions</source>
        <translation>Conservar las descripciones de sesión</translation>
    </message>
    <message>
        <source>Ask after a call how it was</source>
        <translation>Preguntar tras una llamada cómo fue</translation>
    </message>
    <message>
        <source>Databases of places, one file a line</source>
        <translation>Bases de datos de lugares, un archivo por línea</translation>
    </message>
    <message>
        <source>Tell me of newer versions</source>
        <translation>Avisarme de versiones nuevas</translation>
    </message>
    <message>
        <source>List of versions</source>
        <translation>Lista de versiones</translation>
    </message>
    <message>
        <source>Figures are sent to</source>
        <translation>Las cifras se envían a</translation>
    </message>
    <message>
        <source>Time between two sends</source>
        <translation>Tiempo entre dos envíos</translation>
    </message>
    <message>
        <source>What the figures say of this computer</source>
        <translation>Lo que dicen las cifras de este equipo</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>A random number</source>
        <translation>Un número aleatorio</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>El nombre del equipo</translation>
    </message>
    <message>
        <source>Its name and yours</source>
        <translation>El nombre del equipo y el de usted</translation>
    </message>
    <message>
        <source>Said along with the figures</source>
        <translation>Datos adjuntos a las cifras</translation>
    </message>
    <message>
        <source>Variable that holds the token</source>
        <translation>Variable que contiene el token</translation>
    </message>
    <message>
        <source>Secret that holds the token</source>
        <translation>Secreto que contiene el token</translation>
    </message>
    <message>
        <source>Certificates for the collector</source>
        <translation>Certificados para el recolector</translation>
    </message>
    <message>
        <source>Figures are written to the folder</source>
        <translation>Las cifras se escriben en la carpeta</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>Name of a server</source>
        <translation>Nombre de un servidor</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Password or shared secret</source>
        <translation>Contraseña o secreto compartido</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Shared secret (TURN REST)</source>
        <translation>Secreto compartido (TURN REST)</translation>
    </message>
    <message>
        <source>Variable that holds the password</source>
        <translation>Variable que contiene la contraseña</translation>
    </message>
    <message>
        <source>Secret that holds the password</source>
        <translation>Secreto que contiene la contraseña</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>Certificados de confianza</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Tests and data</source>
        <translation>Pruebas y datos</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspecto e idioma</translation>
    </message>
    <message>
        <source>Your calls</source>
        <translation>Sus llamadas</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>Iniciar al abrir su sesión</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>Navegadores</translation>
    </message>
    <message>
        <source>Data used by tests</source>
        <translation>Datos usados por las pruebas</translation>
    </message>
    <message>
        <source>TURN STUN ICE relay password secret login account host</source>
        <translation>TURN STUN ICE relay retransmisor contraseña clave secreto identificación cuenta host</translation>
    </message>
    <message>
        <source>how often frequency schedule every minutes</source>
        <translation>con qué frecuencia horario cada minutos intervalo</translation>
    </message>
    <message>
        <source>traffic volume limit megabytes cost cap</source>
        <translation>tráfico volumen límite megabytes coste costo tope</translation>
    </message>
    <message>
        <source>mobile cellular hotspot tethering roaming</source>
        <translation>móvil celular datos punto de acceso compartir itinerancia roaming</translation>
    </message>
    <message>
        <source>random jitter variation</source>
        <translation>aleatorio azar variación</translation>
    </message>
    <message>
        <source>hotel captive portal log-in hotspot</source>
        <translation>hotel portal cautivo inicio de sesión punto de acceso</translation>
    </message>
    <message>
        <source>traffic volume megabytes today this month usage</source>
        <translation>tráfico volumen megabytes hoy este mes consumo uso</translation>
    </message>
    <message>
        <source>mute pop-ups alerts messages silence</source>
        <translation>silenciar avisos alertas mensajes emergentes silencio</translation>
    </message>
    <message>
        <source>night mute silence evening</source>
        <translation>noche silenciar silencio tarde</translation>
    </message>
    <message>
        <source>DND focus full screen presentation mute</source>
        <translation>no molestar concentración pantalla completa presentación silenciar</translation>
    </message>
    <message>
        <source>update upgrade release</source>
        <translation>actualización actualizar nueva versión</translation>
    </message>
    <message>
        <source>translation English locale</source>
        <translation>traducción español inglés configuración regional</translation>
    </message>
    <message>
        <source>tray dark light theme monochrome black white colour color</source>
        <translation>bandeja oscuro claro tema monocromo negro blanco color</translation>
    </message>
    <message>
        <source>autostart start-up startup boot automatically login</source>
        <translation>inicio automático arranque automáticamente sesión</translation>
    </message>
    <message>
        <source>privacy monitor meetings extension</source>
        <translation>privacidad supervisar reuniones extensión</translation>
    </message>
    <message>
        <source>privacy websites extension add-on</source>
        <translation>privacidad sitios web extensión complemento</translation>
    </message>
    <message>
        <source>privacy websites domains allow list</source>
        <translation>privacidad sitios web dominios lista de permitidos</translation>
    </message>
    <message>
        <source>extension add-on Firefox Chrome Edge register</source>
        <translation>extensión complemento Firefox Chrome Edge registrar</translation>
    </message>
    <message>
        <source>feedback rating stars survey question</source>
        <translation>opinión valoración estrellas encuesta pregunta</translation>
    </message>
    <message>
        <source>privacy machine learning</source>
        <translation>privacidad aprendizaje automático</translation>
    </message>
    <message>
        <source>texts wording messages notifications language</source>
        <translation>textos redacción mensajes notificaciones idioma</translation>
    </message>
    <message>
        <source>delete storage privacy disk months</source>
        <translation>eliminar borrar almacenamiento privacidad disco meses</translation>
    </message>
    <message>
        <source>GeoIP location city country provider</source>
        <translation>GeoIP ubicación ciudad país proveedor</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>The connectivity test that runs by itself.</source>
        <translation>La prueba de conectividad que se ejecuta por sí sola.</translation>
    </message>
    <message>
        <source>Time from the end of one test to the start of the next.</source>
        <translation>Tiempo desde el final de una prueba hasta el inicio de la siguiente.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>How much data tests may cost in any 24 hours, sent and received together. Tests by themselves keep within it: they come less often, then without loading the line, then not at all. Tests you ask for are always made, and count. With 0 no test runs by itself.</source>
        <translation>Cuántos datos pueden costar las pruebas en cualquier periodo de 24 horas, enviados y recibidos en total. Las pruebas automáticas se mantienen dentro: se hacen con menos frecuencia, luego sin cargar la línea y, por último, dejan de hacerse. Las pruebas que se piden se hacen siempre, y cuentan. Con 0 no se hace ninguna prueba automática.</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>megabytes</translation>
    </message>
    <message>
        <source>What tests by themselves may do where data is paid for by volume: only light ones that do not load the line, full ones too, or none.</source>
        <translation>Qué pueden hacer las pruebas automáticas cuando se paga por volumen de datos: solo las ligeras, que no cargan la línea, también las completas, o ninguna.</translation>
    </message>
    <message>
        <source>What the desktop shows when the network changes.</source>
        <translation>Lo que muestra el escritorio cuando cambia la red.</translation>
    </message>
    <message>
        <source>Whether notifications are shown; icon and history go on without them.</source>
        <translation>Si se muestran notificaciones; el icono y el historial siguen sin ellas.</translation>
    </message>
    <message>
        <source>A time of each day, by the local clock, in which nothing is told; what changed then is told afterwards, if it still holds.</source>
        <translation>Un periodo de cada día, según el reloj local, en el que no se avisa de nada; de lo que cambie entonces se avisa después, si sigue siendo así.</translation>
    </message>
    <message>
        <source>Whether nothing is told while the desktop asks for quiet: do not disturb, a program that fills the screen, a screen that is shared. It is told afterwards.</source>
        <translation>Si no se avisa de nada mientras el escritorio pide silencio: «No molestar», un programa a pantalla completa, una pantalla compartida. Se avisa después.</translation>
    </message>
    <message>
        <source>How the program looks.</source>
        <translation>Qué aspecto tiene el programa.</translation>
    </message>
    <message>
        <source>The language of windows and notifications; without one it is the system&apos;s.</source>
        <translation>El idioma de las ventanas y las notificaciones; si no se indica, el del sistema.</translation>
    </message>
    <message>
        <source>Icons in colour, or in the one colour that goes with the panel; their shapes tell the states apart in both.</source>
        <translation>Iconos en color, o en el único color que combina con el panel; en ambos casos, sus formas distinguen los estados.</translation>
    </message>
    <message>
        <source>What is remembered.</source>
        <translation>Lo que se recuerda.</translation>
    </message>
    <message>
        <source>Tests and calls older than this are deleted; 0 keeps them for ever.</source>
        <translation>Las pruebas y llamadas más antiguas se eliminan; con 0 se conservan para siempre.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>A model that was trained on the organisation&apos;s own calls, asked instead of the program&apos;s own; where it can&apos;t be used, that one is.</source>
        <translation>Un modelo entrenado con las llamadas de la propia organización, que se consulta en lugar del modelo del programa; si no se puede usar, se consulta este último.</translation>
    </message>
    <message>
        <source>Whether applications and the browser extension may report calls. Otherwise the program knows of none.</source>
        <translation>Si las aplicaciones y la extensión del navegador pueden informar de llamadas. De lo contrario, el programa no conoce ninguna.</translation>
    </message>
    <message>
        <source>Which web pages&apos; calls the browser extension reports: of all sites, of those listed, or of none.</source>
        <translation>De las llamadas de qué páginas web informa la extensión del navegador: de todos los sitios, de los de la lista o de ninguno.</translation>
    </message>
    <message>
        <source>Hosts whose pages are watched where only listed ones are; a name that begins with *. stands for all hosts below it, and not for itself.</source>
        <translation>Hosts cuyas páginas se siguen cuando solo se siguen las de la lista; un nombre que empieza por *. representa a todos los hosts por debajo de él, pero no a sí mismo.</translation>
    </message>
    <message>
        <source>The port of that WebSocket, on 127.0.0.1.</source>
        <translation>El puerto de ese WebSocket, en 127.0.0.1.</translation>
    </message>
    <message>
        <source>Whether the session descriptions (SDP) that applications send are kept with the call; addresses of both sides stand in them.</source>
        <translation>Si se conservan con la llamada las descripciones de sesión (SDP) que envían las aplicaciones; contienen direcciones de ambos lados.</translation>
    </message>
    <message>
        <source>Whether a window asks after a call how it was.</source>
        <translation>Si una ventana pregunta tras una llamada cómo fue.</translation>
    </message>
    <message>
        <source>The sentences of the notifications, by notification code.</source>
        <translation>Las frases de las notificaciones, por código de notificación.</translation>
    </message>
    <message>
        <source>MaxMind DB files; those that do not exist are passed over.</source>
        <translation>Archivos MaxMind DB; los que no existen se pasan por alto.</translation>
    </message>
    <message>
        <source>Whether you are told of newer versions; none is ever installed by itself.</source>
        <translation>Si se le avisa de versiones más recientes; ninguna se instala nunca por sí sola.</translation>
    </message>
    <message>
        <source>Whether to look once a day for a newer version, and to tell you where there is one.</source>
        <translation>Si se busca una vez al día una versión más reciente y se avisa cuando la hay.</translation>
    </message>
    <message>
        <source>The list of versions that an organisation offers, as JSON; without one, what installed the program is asked.</source>
        <translation>La lista de versiones que ofrece una organización, en JSON; si no se indica, se consulta el gestor de paquetes que instaló el programa.</translation>
    </message>
    <message>
        <source>Figures for an organisation&apos;s own monitoring; without a collector and a folder there are none.</source>
        <translation>Cifras para la supervisión propia de una organización; si no se indica recolector ni carpeta, no las hay.</translation>
    </message>
    <message>
        <source>The collector that figures are sent to, by OTLP over HTTP; without one none are sent.</source>
        <translation>El recolector al que se envían las cifras, por OTLP sobre HTTP; si no se indica, no se envía ninguna.</translation>
    </message>
    <message>
        <source>Each wait is made longer or shorter by chance, by at most this part of it, so that many computers do not test at the same moment.</source>
        <translation>Cada espera se alarga o acorta al azar, como máximo en esta fracción, para que muchos equipos no hagan la prueba en el mismo momento.</translation>
    </message>
    <message>
        <source>A page that answers 204 (No Content) over plain HTTP. Where no server can be reached, it is fetched to see whether the network wants a sign-in first; without one, only the system is asked what it knows, and nothing is sent.</source>
        <translation>Una página que responde 204 (No Content) por HTTP sin cifrar. Cuando no se puede acceder a ningún servidor, se solicita para ver si la red pide antes iniciar sesión; si no hay ninguna, solo se consulta lo que sabe el sistema y no se envía nada.</translation>
    </message>
    <message>
        <source>How it is forecast what a call will be like.</source>
        <translation>Cómo se determina de antemano cómo irá una llamada.</translation>
    </message>
    <message>
        <source>Whether the next forecasts on a network are corrected by how your calls went there. What is learnt stays on this computer; it never makes a good forecast of a bad one, or the other way round, by itself.</source>
        <translation>Si el resultado de sus llamadas en una red corrige los siguientes pronósticos en ella. Lo aprendido se queda en este equipo; por sí solo nunca convierte un mal pronóstico en uno bueno, ni al revés.</translation>
    </message>
    <message>
        <source>Which of your calls the program watches.</source>
        <translation>De qué llamadas suyas hace el seguimiento el programa.</translation>
    </message>
    <message>
        <source>Web and Electron applications that may report their calls by themselves, over a WebSocket on this computer, are told verdicts and may ask for tests. Without any there is no WebSocket.</source>
        <translation>Aplicaciones web y Electron que pueden informar por sí mismas de sus llamadas por un WebSocket en este equipo, reciben veredictos y pueden pedir pruebas. Si no hay ninguna, no hay WebSocket.</translation>
    </message>
    <message>
        <source>Databases on this computer that tell provider, city and country from an address.</source>
        <translation>Bases de datos de este equipo que indican el proveedor, la ciudad y el país a partir de una dirección.</translation>
    </message>
    <message>
        <source>Time from one sending of figures to the next.</source>
        <translation>Tiempo desde un envío de cifras hasta el siguiente.</translation>
    </message>
    <message>
        <source>What the figures say of where they come from: nothing, a random number of this installation, the computer&apos;s name, or that and the name of who is logged in.</source>
        <translation>Lo que dicen las cifras de su procedencia: nada, un número aleatorio de esta instalación, el nombre del equipo, o este y el de la persona que ha abierto la sesión.</translation>
    </message>
    <message>
        <source>What an organisation says of this computer, sent along with all figures.</source>
        <translation>Lo que una organización indica de este equipo, enviado junto con todas las cifras.</translation>
    </message>
    <message>
        <source>The environment variable that holds the token for the collector.</source>
        <translation>La variable de entorno que contiene el token para el recolector.</translation>
    </message>
    <message>
        <source>The secret, which only root can read, that holds the token for the collector.</source>
        <translation>El secreto, que solo root puede leer, que contiene el token para el recolector.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust for the collector beside the system&apos;s.</source>
        <translation>Certificados (PEM) en los que confiar para el recolector, además de los del sistema.</translation>
    </message>
    <message>
        <source>The folder in which a file with the figures is kept for node_exporter&apos;s textfile collector; without one there is no file.</source>
        <translation>La carpeta en la que se mantiene un archivo con las cifras para el recolector textfile de node_exporter; si no se indica, no hay archivo.</translation>
    </message>
    <message>
        <source>A TURN server to test against; there may be several of these tables, each with two brackets.</source>
        <translation>Un servidor TURN con el que hacer las pruebas; puede haber varias de estas tablas, cada una con dos corchetes.</translation>
    </message>
    <message>
        <source>Addresses of the server as RFC 7065 writes them, each tested by itself.</source>
        <translation>Direcciones del servidor como las escribe RFC 7065, cada una probada por separado.</translation>
    </message>
    <message>
        <source>The name people read; without one it is the host name.</source>
        <translation>El nombre que leen las personas; si no se indica, el nombre del host.</translation>
    </message>
    <message>
        <source>The user name for the server; without one no credentials are sent.</source>
        <translation>El nombre de usuario para el servidor; sin él no se envían credenciales.</translation>
    </message>
    <message>
        <source>Whether the secret is the user&apos;s password, or shared with the server to make passwords that last an hour (TURN REST).</source>
        <translation>Si el secreto es la contraseña del usuario, o se comparte con el servidor para crear contraseñas que duran una hora (TURN REST).</translation>
    </message>
    <message>
        <source>The environment variable that holds the secret; without one the key ring is asked.</source>
        <translation>La variable de entorno que contiene el secreto; si no se indica, se consulta el depósito de claves.</translation>
    </message>
    <message>
        <source>The secret, which only root can read, that the password or shared secret is taken from.</source>
        <translation>El secreto, que solo root puede leer, del que se toma la contraseña o el secreto compartido.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust for turns: beside the system&apos;s.</source>
        <translation>Certificados (PEM) en los que confiar para turns:, además de los del sistema.</translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>Version {version} is installed. Quit Call Notifier and start it again to use it.</source>
        <translation>La versión {version} está instalada. Para usarla, salga de Call Notifier y vuelva a iniciarlo.</translation>
    </message>
    <message>
        <source>Version {version} is available. Your package manager installs it.</source>
        <translation>La versión {version} está disponible. Se instala con su gestor de paquetes.</translation>
    </message>
    <message>
        <source>Version {version} is available. Your organisation installs it, or says how.</source>
        <translation>La versión {version} está disponible. Su organización la instala o indica cómo hacerlo.</translation>
    </message>
    <message>
        <source>Version {version} is available…</source>
        <translation>La versión {version} está disponible…</translation>
    </message>
    <message>
        <source>Version {version} waits for a new start…</source>
        <translation>La versión {version} espera al próximo inicio…</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Bad</source>
        <translation>Mala</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Deficiente</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Aceptable</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buena</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excelente</translation>
    </message>
    <message>
        <source>We expect your call quality to be really terrible</source>
        <translation>Se espera que la calidad de su llamada sea realmente pésima</translation>
    </message>
    <message>
        <source>You are in a very lossy network</source>
        <translation>Está en una red con muchas pérdidas</translation>
    </message>
    <message>
        <source>Your round trip time seems to be too high for good quality calls, but it might be because you are located far from our test servers</source>
        <translation>El tiempo de ida y vuelta parece demasiado alto para llamadas de buena calidad, pero puede deberse a que está lejos de nuestros servidores de prueba</translation>
    </message>
    <message>
        <source>Your bandwidth is insufficient for both audio and video calls</source>
        <translation>Su ancho de banda no basta para llamadas de audio ni de vídeo</translation>
    </message>
    <message>
        <source>With current bandwidth you can have audio-only and thumbnail video. Your network is unstable and you might experience minor issues</source>
        <translation>Con el ancho de banda actual son posibles solo audio y vídeo en miniatura. Su red es inestable y puede haber leves problemas</translation>
    </message>
    <message>
        <source>Current bandwidth is enough for good audio quality, but poor video quality or screen sharing. Your network is unstable and you might experience minor issues</source>
        <translation>El ancho de banda actual basta para un audio de buena calidad, pero el vídeo o la pantalla compartida serán deficientes. Su red es inestable y puede haber leves problemas</translation>
    </message>
    <message>
        <source>Your bandwidth is enough for good audio and fair video quality, but not enough for screen sharing quality. Your network is unstable and you might experience minor issues</source>
        <translation>Su ancho de banda basta para un buen audio y un vídeo aceptable, pero no para compartir la pantalla con calidad. Su red es inestable y puede haber leves problemas</translation>
    </message>
    <message>
        <source>Your network is unstable and you might experience minor issues</source>
        <translation>Su red es inestable y puede haber leves problemas</translation>
    </message>
    <message>
        <source>With current bandwidth you can have audio-only and thumbnail video</source>
        <translation>Con el ancho de banda actual son posibles solo audio y vídeo en miniatura</translation>
    </message>
    <message>
        <source>Current bandwidth is enough for good audio quality, but poor video quality or screen sharing</source>
        <translation>El ancho de banda actual basta para un audio de buena calidad, pero el vídeo o la pantalla compartida serán deficientes</translation>
    </message>
    <message>
        <source>Your bandwidth is enough for good audio and fair video quality, but not enough for screen sharing quality</source>
        <translation>Su ancho de banda basta para un buen audio y un vídeo aceptable, pero no para compartir la pantalla con calidad</translation>
    </message>
    <message>
        <source>You are in a good network condition</source>
        <translation>Su red está en buenas condiciones</translation>
    </message>
    <message>
        <source>Bad connection</source>
        <translation>Mala conexión</translation>
    </message>
    <message>
        <source>Lossy network</source>
        <translation>Red con pérdidas</translation>
    </message>
    <message>
        <source>High latency</source>
        <translation>Latencia alta</translation>
    </message>
    <message>
        <source>Insufficient bandwidth</source>
        <translation>Ancho de banda insuficiente</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for audio and thumbnail video</source>
        <translation>Aceptable: inestable, ancho de banda para audio y vídeo en miniatura</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for good audio, poor video</source>
        <translation>Aceptable: inestable, ancho de banda para buen audio, vídeo deficiente</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for good audio, fair video</source>
        <translation>Aceptable: inestable, ancho de banda para buen audio, vídeo aceptable</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth excellent</source>
        <translation>Aceptable: inestable, ancho de banda excelente</translation>
    </message>
    <message>
        <source>Good, bandwidth for audio and thumbnail video</source>
        <translation>Buena, ancho de banda para audio y vídeo en miniatura</translation>
    </message>
    <message>
        <source>Good, bandwidth for good audio, poor video</source>
        <translation>Buena, ancho de banda para buen audio, vídeo deficiente</translation>
    </message>
    <message>
        <source>Connection and bandwidth are both good</source>
        <translation>La conexión y el ancho de banda son buenos</translation>
    </message>
    <message>
        <source>Excellent network</source>
        <translation>Excelente red</translation>
    </message>
    <message>
        <source>No connection: no call can be connected</source>
        <translation>Sin conexión: no se puede conectar ninguna llamada</translation>
    </message>
    <message>
        <source>No media device: neither a microphone nor a camera</source>
        <translation>Sin dispositivos: ni micrófono ni cámara</translation>
    </message>
    <message>
        <source>A call can be connected</source>
        <translation>Se puede conectar una llamada</translation>
    </message>
    <message>
        <source>lost packets</source>
        <translation>paquetes perdidos</translation>
    </message>
    <message>
        <source>long round trips</source>
        <translation>ida y vuelta larga</translation>
    </message>
    <message>
        <source>uneven delay (jitter)</source>
        <translation>retardo irregular (fluctuación)</translation>
    </message>
    <message>
        <source>too little bandwidth</source>
        <translation>ancho de banda escaso</translation>
    </message>
    <message>
        <source>too little bandwidth for sending</source>
        <translation>ancho de banda escaso para enviar</translation>
    </message>
    <message>
        <source>too little bandwidth for receiving</source>
        <translation>ancho de banda escaso para recibir</translation>
    </message>
    <message>
        <source>delay that grows under load (bufferbloat)</source>
        <translation>retardo que crece bajo carga (bufferbloat)</translation>
    </message>
    <message>
        <source>UDP is blocked</source>
        <translation>UDP bloqueado</translation>
    </message>
    <message>
        <source>no network connection</source>
        <translation>falta de conexión de red</translation>
    </message>
    <message>
        <source>the call server passes no data on</source>
        <translation>el servidor de llamadas no transmite datos</translation>
    </message>
    <message>
        <source>the call server can&apos;t be reached</source>
        <translation>no se puede acceder al servidor de llamadas</translation>
    </message>
    <message>
        <source>the server has no relay left</source>
        <translation>al servidor no le quedan retransmisores</translation>
    </message>
    <message>
        <source>the server refuses the credentials</source>
        <translation>el servidor rechaza las credenciales</translation>
    </message>
    <message>
        <source>neither a microphone nor a camera</source>
        <translation>ni micrófono ni cámara</translation>
    </message>
    <message>
        <source>a sign-in page stands before the network</source>
        <translation>página de inicio de sesión a la entrada de la red</translation>
    </message>
    <message>
        <source>the Wi-Fi</source>
        <translation>la Wi-Fi</translation>
    </message>
    <message>
        <source>the local network</source>
        <translation>la red local</translation>
    </message>
    <message>
        <source>the VPN</source>
        <translation>la VPN</translation>
    </message>
    <message>
        <source>the network lets no encrypted call through</source>
        <translation>la red no deja pasar llamadas cifradas</translation>
    </message>
    <message>
        <source>names of servers are not found</source>
        <translation>no se encuentran los nombres de los servidores</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>el certificado del servidor no es de confianza</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Mobile network</source>
        <translation>Red móvil</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Cable</translation>
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
        <translation>Red desconocida</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>packets are lost before your router</source>
        <translation>se pierden paquetes antes de su router</translation>
    </message>
    <message>
        <source>packets are lost behind your router</source>
        <translation>se pierden paquetes después de su router</translation>
    </message>
    <message>
        <source>delay gets uneven before your router</source>
        <translation>el retardo se vuelve irregular antes de su router</translation>
    </message>
    <message>
        <source>delay gets uneven behind your router</source>
        <translation>el retardo se vuelve irregular después de su router</translation>
    </message>
    <message>
        <source>packets queue up before your router</source>
        <translation>los paquetes hacen cola antes de su router</translation>
    </message>
    <message>
        <source>packets queue up behind your router</source>
        <translation>los paquetes hacen cola después de su router</translation>
    </message>
    <message>
        <source>Almost certain</source>
        <translation>Prácticamente seguro</translation>
    </message>
    <message>
        <source>Quite sure</source>
        <translation>Muy seguro</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>Bastante seguro</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No es seguro</translation>
    </message>
    <message>
        <source>How sure the program is that the colour is right. Of a hundred verdicts that say {percent}, about {count} get calls of that colour; more tests make it surer.</source>
        <translation>Con qué certeza el programa da el color por correcto. De cien veredictos que dicen {percent}, unos {count} tienen llamadas de ese color; más pruebas aumentan la certeza.</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Demostración</translation>
    </message>
    <message>
        <source>Demonstration relay: this is not your network.</source>
        <translation>Retransmisor de demostración: esta no es su red.</translation>
    </message>
    <message>
        <source>Reaching the servers</source>
        <translation>Contactando con los servidores</translation>
    </message>
    <message>
        <source>Measuring the round trip</source>
        <translation>Midiendo la ida y vuelta</translation>
    </message>
    <message>
        <source>Sending packets like a call does</source>
        <translation>Enviando paquetes como en una llamada</translation>
    </message>
    <message>
        <source>Making a call through the server</source>
        <translation>Haciendo una llamada a través del servidor</translation>
    </message>
    <message>
        <source>Measuring the bandwidth</source>
        <translation>Midiendo el ancho de banda</translation>
    </message>
    <message>
        <source>The last test was cancelled.</source>
        <translation>La última prueba se canceló.</translation>
    </message>
    <message>
        <source>The last test broke off by a fault of this program.</source>
        <translation>La última prueba se interrumpió por un fallo de este programa.</translation>
    </message>
    <message>
        <source>The last test took too long and was stopped.</source>
        <translation>La última prueba tardaba demasiado y se detuvo.</translation>
    </message>
    <message>
        <source>Another test was still running.</source>
        <translation>Aún había otra prueba en curso.</translation>
    </message>
    <message>
        <source>Nothing was tested: there is no password for any server.</source>
        <translation>No se probó nada: no hay contraseña para ningún servidor.</translation>
    </message>
    <message>
        <source>the program started</source>
        <translation>se inició el programa</translation>
    </message>
    <message>
        <source>it was due</source>
        <translation>tocaba hacerla</translation>
    </message>
    <message>
        <source>the network changed</source>
        <translation>cambió la red</translation>
    </message>
    <message>
        <source>the computer woke up</source>
        <translation>se reactivó el equipo</translation>
    </message>
    <message>
        <source>you came back to this computer</source>
        <translation>usted volvió a este equipo</translation>
    </message>
    <message>
        <source>the settings changed</source>
        <translation>cambiaron los ajustes</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>usted la pidió</translation>
    </message>
    <message>
        <source>to make sure</source>
        <translation>para asegurarse</translation>
    </message>
    <message>
        <source>asked for by an application</source>
        <translation>la pidió una aplicación</translation>
    </message>
    <message>
        <source>full, with bandwidth</source>
        <translation>completa, con ancho de banda</translation>
    </message>
    <message>
        <source>light, without load</source>
        <translation>ligera, sin carga</translation>
    </message>
    <message>
        <source>{phase}: {server}</source>
        <translation>{phase}: {server}</translation>
    </message>
    <message>
        <source>{doing} ({seconds} s left)</source>
        <translation>{doing} (quedan {seconds} s)</translation>
    </message>
    <message>
        <source>{sentence} ({detail})</source>
        <translation>{sentence} ({detail})</translation>
    </message>
    <message>
        <source>No tests during a call</source>
        <translation>Sin pruebas durante una llamada</translation>
    </message>
    <message>
        <source>A light test only, during a call</source>
        <translation>Solo una prueba ligera, durante una llamada</translation>
    </message>
    <message>
        <source>Fewer tests: data budget</source>
        <translation>Menos pruebas: presupuesto de datos</translation>
    </message>
    <message>
        <source>Light tests only: data budget</source>
        <translation>Solo pruebas ligeras: presupuesto de datos</translation>
    </message>
    <message>
        <source>No tests for now: data budget</source>
        <translation>Sin pruebas por ahora: presupuesto de datos</translation>
    </message>
    <message>
        <source>Light tests only: metered connection</source>
        <translation>Solo pruebas ligeras: conexión de uso medido</translation>
    </message>
    <message>
        <source>No tests for now: metered connection</source>
        <translation>Sin pruebas por ahora: conexión de uso medido</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>No respondió a tiempo.</translation>
    </message>
    <message>
        <source>It refused the connection.</source>
        <translation>Rechazó la conexión.</translation>
    </message>
    <message>
        <source>Its name was not found.</source>
        <translation>No se encontró su nombre.</translation>
    </message>
    <message>
        <source>The secure connection failed; most often the certificate is why.</source>
        <translation>Falló la conexión segura; casi siempre se debe al certificado.</translation>
    </message>
    <message>
        <source>It does not accept the user name or password.</source>
        <translation>No acepta el nombre de usuario o la contraseña.</translation>
    </message>
    <message>
        <source>It does not allow relaying to this test.</source>
        <translation>No permite la retransmisión a esta prueba.</translation>
    </message>
    <message>
        <source>It has no relay left for this user.</source>
        <translation>No le quedan retransmisores para este usuario.</translation>
    </message>
    <message>
        <source>It gave a relay address, but no data came through.</source>
        <translation>Dio una dirección de retransmisión, pero no pasó ningún dato.</translation>
    </message>
    <message>
        <source>It answered in a way that is not TURN.</source>
        <translation>Respondió de un modo que no es TURN.</translation>
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
        <translation>Avisado: el primer veredicto en esta red.</translation>
    </message>
    <message>
        <source>Told: it differs from the last one told here.</source>
        <translation>Avisado: es distinto del último avisado aquí.</translation>
    </message>
    <message>
        <source>Told: the call server let nobody in, so nothing is known of the network.</source>
        <translation>Avisado: el servidor de llamadas no dejó entrar a nadie, así que no se sabe nada de la red.</translation>
    </message>
    <message>
        <source>Kept quiet: it was good when you were last told, and is better still.</source>
        <translation>Sin aviso: en el último aviso ya era buena, y ahora es aún mejor.</translation>
    </message>
    <message>
        <source>Kept quiet: it is good again, and told when that has lasted for a while.</source>
        <translation>Sin aviso: vuelve a ser buena; se avisará cuando lleve así un tiempo.</translation>
    </message>
    <message>
        <source>Kept quiet: the same was told last time on this network.</source>
        <translation>Sin aviso: la última vez se avisó de lo mismo en esta red.</translation>
    </message>
    <message>
        <source>Kept quiet: notifications are switched off in the settings.</source>
        <translation>Sin aviso: las notificaciones están desactivadas en los ajustes.</translation>
    </message>
    <message>
        <source>Kept quiet: the demonstration says nothing about your network.</source>
        <translation>Sin aviso: la demostración no dice nada de su red.</translation>
    </message>
    <message>
        <source>Kept quiet: it was asked for on the command line, and answered there.</source>
        <translation>Sin aviso: se pidió en la línea de órdenes y se respondió allí.</translation>
    </message>
    <message>
        <source>Kept quiet: it was not sure yet, and tested again.</source>
        <translation>Sin aviso: aún no era seguro y se repitió la prueba.</translation>
    </message>
    <message>
        <source>Told: something has become unusual for this network.</source>
        <translation>Avisado: algo se ha vuelto inusual para esta red.</translation>
    </message>
    <message>
        <source>Told: this network is good again.</source>
        <translation>Avisado: esta red vuelve a ser buena.</translation>
    </message>
    <message>
        <source>Told: this network keeps changing.</source>
        <translation>Avisado: esta red cambia continuamente.</translation>
    </message>
    <message>
        <source>Kept quiet: it was found once only, and must be found twice in a row.</source>
        <translation>Sin aviso: se encontró una sola vez, y hacen falta dos seguidas.</translation>
    </message>
    <message>
        <source>Kept quiet: this network keeps changing, and was not steady for long enough.</source>
        <translation>Sin aviso: esta red cambia continuamente y no estuvo estable el tiempo suficiente.</translation>
    </message>
    <message>
        <source>Kept quiet: you asked for quiet for today.</source>
        <translation>Sin aviso: se pidió silencio por hoy.</translation>
    </message>
    <message>
        <source>Kept quiet: it was within the quiet hours.</source>
        <translation>Sin aviso: era durante las horas de silencio.</translation>
    </message>
    <message>
        <source>Kept quiet: the desktop was set to disturb nobody.</source>
        <translation>Sin aviso: el escritorio estaba en «No molestar».</translation>
    </message>
    <message>
        <source>Kept quiet: a program had the whole screen.</source>
        <translation>Sin aviso: un programa ocupaba toda la pantalla.</translation>
    </message>
    <message>
        <source>Kept quiet: something was being presented.</source>
        <translation>Sin aviso: había una presentación en curso.</translation>
    </message>
    <message>
        <source>Shown by the desktop.</source>
        <translation>Mostrado por el escritorio.</translation>
    </message>
    <message>
        <source>Shown by the tray icon.</source>
        <translation>Mostrado por el icono de la bandeja.</translation>
    </message>
    <message>
        <source>Shown in this window.</source>
        <translation>Mostrado en esta ventana.</translation>
    </message>
    <message>
        <source>Printed in a terminal.</source>
        <translation>Escrito en un terminal.</translation>
    </message>
    <message>
        <source>The desktop could not show it.</source>
        <translation>El escritorio no pudo mostrarlo.</translation>
    </message>
    <message>
        <source>It could not be used.</source>
        <translation>No se pudo usar.</translation>
    </message>
    <message>
        <source>{label} over {transport}</source>
        <translation>{label} por {transport}</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>at least {time}</source>
        <translation>al menos {time}</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median} ({low} a {high})</translation>
    </message>
    <message>
        <source>below {number} %</source>
        <translation>menos del {number}&#xa0;%</translation>
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
        <translation>al menos {rate}</translation>
    </message>
    <message>
        <source>≥ {rate}</source>
        <translation>≥ {rate}</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} ms (95 % sure).</source>
        <translation>Lo más probable es que el valor real esté entre {low} y {high} ms (certeza del 95&#xa0;%).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} % (95 % sure).</source>
        <translation>Lo más probable es que el valor real esté entre {low} y {high}&#xa0;% (certeza del 95&#xa0;%).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} kbit/s (95 % sure).</source>
        <translation>Lo más probable es que el valor real esté entre {low} y {high} kbit/s (certeza del 95&#xa0;%).</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} Mbit/s (95 % sure).</source>
        <translation>Lo más probable es que el valor real esté entre {low} y {high} Mbit/s (certeza del 95&#xa0;%).</translation>
    </message>
    <message>
        <source>Unusually slow for this network: {now}, usually at least {usual}</source>
        <translation>Más lenta de lo habitual para esta red: {now}, lo normal es al menos {usual}</translation>
    </message>
    <message>
        <source>Unusually long delay for this network: {now}, usually at most {usual}</source>
        <translation>Retardo inusualmente largo para esta red: {now}, lo normal es como máximo {usual}</translation>
    </message>
    <message>
        <source>Unusually long delay under load for this network: {now}, usually at most {usual}</source>
        <translation>Retardo bajo carga inusualmente largo para esta red: {now}, lo normal es como máximo {usual}</translation>
    </message>
    <message>
        <source>Unusually uneven delay for this network: jitter {now}, usually at most {usual}</source>
        <translation>Retardo inusualmente irregular para esta red: fluctuación de {now}, lo normal es como máximo {usual}</translation>
    </message>
    <message>
        <source>Unusually many lost packets for this network: {now}, usually below {usual}</source>
        <translation>Más paquetes perdidos de lo habitual para esta red: {now}, lo normal es menos de {usual}</translation>
    </message>
    <message>
        <source>Unusual for this network: no call server works</source>
        <translation>Inusual para esta red: no funciona ningún servidor de llamadas</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n day(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>La última prueba se hizo hace %n día: la red puede haber cambiado.</numerusform>
            <numerusform>La última prueba se hizo hace %n días: la red puede haber cambiado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n minute(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>La última prueba se hizo hace %n minuto: la red puede haber cambiado.</numerusform>
            <numerusform>La última prueba se hizo hace %n minutos: la red puede haber cambiado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n hour(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>La última prueba se hizo hace %n hora: la red puede haber cambiado.</numerusform>
            <numerusform>La última prueba se hizo hace %n horas: la red puede haber cambiado.</numerusform>
        </translation>
    </message>
</context>
</TS>

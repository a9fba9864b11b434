<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Application</name>
    <message>
        <source>Starting the sandbox…</source>
        <translation>Iniciando el entorno de pruebas…</translation>
    </message>
    <message>
        <source>There is no saved connection named %1. Start the program without --connection to see the list; sandbox is always there.</source>
        <translation>No hay ninguna conexión guardada llamada %1. Inicie el programa sin --connection para ver la lista; sandbox siempre está disponible.</translation>
    </message>
</context>
<context>
    <name>ConnectionParameters</name>
    <message>
        <source>%1 on %2</source>
        <extracomment>A database and its server: &quot;civicq on db.example.org&quot;</extracomment>
        <translation>%1 en %2</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Not encrypted: others on the network can read what is sent.</source>
        <translation>Sin cifrar: otras personas en la red pueden leer lo que se envía.</translation>
    </message>
    <message>
        <source>Not encrypted, which is fine: the connection does not leave this computer.</source>
        <translation>Sin cifrar, lo cual es aceptable: la conexión no sale de este equipo.</translation>
    </message>
    <message>
        <source>The server offers encryption.</source>
        <translation>El servidor ofrece cifrado.</translation>
    </message>
    <message>
        <source>Encrypted with %1.</source>
        <translation>Cifrada con %1.</translation>
    </message>
    <message>
        <source>This user is a superuser: everything is permitted.</source>
        <translation>Este usuario es superusuario: todo le está permitido.</translation>
    </message>
    <message>
        <source>may not create tables</source>
        <translation>no puede crear tablas</translation>
    </message>
    <message>
        <source>sees only its own sessions and statements</source>
        <translation>solo ve sus propias sesiones y sentencias</translation>
    </message>
    <message>
        <source>This user may read, create and watch.</source>
        <translation>Este usuario puede leer, crear y supervisar.</translation>
    </message>
    <message>
        <source>This user %1.</source>
        <translation>Este usuario %1.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>falta %1</translation>
    </message>
    <message>
        <source>%1 %2 can be installed</source>
        <translation>%1 %2 se puede instalar</translation>
    </message>
    <message>
        <source>The server is on this computer.</source>
        <translation>El servidor está en este equipo.</translation>
    </message>
    <message>
        <source>Through a local socket.</source>
        <translation>A través de un socket local.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 responde.</translation>
    </message>
    <message>
        <source>Accepted.</source>
        <translation>Aceptado.</translation>
    </message>
    <message>
        <source>Accepted as %1.</source>
        <translation>Aceptado como %1.</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 existe.</translation>
    </message>
    <message>
        <source>PostgreSQL %1, which this program was not made for (14 to 18).</source>
        <translation>PostgreSQL %1, una versión para la que no se hizo este programa (de la 14 a la 18).</translation>
    </message>
    <message>
        <source>PostgreSQL %1.</source>
        <translation>PostgreSQL %1.</translation>
    </message>
    <message>
        <source>Have the server&apos;s administrator turn on SSL, then choose the SSL mode require or better.</source>
        <translation>Pida al administrador del servidor que active SSL y elija después el modo SSL require o uno superior.</translation>
    </message>
    <message>
        <source>Most things will work; backups need client tools of the server&apos;s version.</source>
        <translation>Casi todo funcionará; las copias de seguridad necesitan herramientas cliente de la versión del servidor.</translation>
    </message>
    <message>
        <source>Searching for similar texts and slow statements will be missing until the server&apos;s administrator installs them.</source>
        <translation>La búsqueda de textos similares y de sentencias lentas no estará disponible hasta que el administrador del servidor las instale.</translation>
    </message>
    <message>
        <source>Migrations need a user who may create tables.</source>
        <translation>Las migraciones necesitan un usuario que pueda crear tablas.</translation>
    </message>
    <message>
        <source>For the figures of all sessions, have the role pg_monitor granted to it.</source>
        <translation>Para ver las cifras de todas las sesiones, pida que se le conceda el rol pg_monitor.</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>Nombre del servidor</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Server version</source>
        <translation>Versión del servidor</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Extensiones</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>Privilegios</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No alcanzado</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>No connection: %1</source>
        <translation>Sin conexión: %1</translation>
    </message>
    <message>
        <source>The connection works, with something to know.</source>
        <translation>La conexión funciona, con algo que conviene saber.</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>La conexión funciona.</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>Not marked</source>
        <translation>Sin marcar</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Entorno de pruebas</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Desarrollo</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Preproducción</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
    <message>
        <source>Nobody has said yet what this database is used for.</source>
        <translation>Nadie ha indicado todavía para qué se usa esta base de datos.</translation>
    </message>
    <message>
        <source>A database of this program&apos;s own, to try everything on.</source>
        <translation>Una base de datos propia de este programa, para probarlo todo.</translation>
    </message>
    <message>
        <source>A database for development. Nothing here is the city&apos;s.</source>
        <translation>Una base de datos de desarrollo. Nada de lo que contiene es de la ciudad.</translation>
    </message>
    <message>
        <source>A rehearsal of production. Others may be using it.</source>
        <translation>Un ensayo de producción. Puede que otras personas la estén usando.</translation>
    </message>
    <message>
        <source>The city&apos;s own data. Read-only until it is unlocked for one task.</source>
        <translation>Los datos propios de la ciudad. De solo lectura hasta que se desbloquee para una tarea.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>this computer</source>
        <translation>este equipo</translation>
    </message>
    <message>
        <source>There is no computer named %1 on this network.</source>
        <translation>No hay ningún equipo llamado %1 en esta red.</translation>
    </message>
    <message>
        <source>Check the host&apos;s spelling, and that the VPN is up if the server is behind one.</source>
        <translation>Revise cómo está escrito el nombre del servidor y, si está detrás de una VPN, que esta esté conectada.</translation>
    </message>
    <message>
        <source>No PostgreSQL server answers at %1.</source>
        <translation>Ningún servidor PostgreSQL responde en %1.</translation>
    </message>
    <message>
        <source>Check that the server is running, and that host and port are right.</source>
        <translation>Compruebe que el servidor esté en marcha y que su nombre y el puerto sean correctos.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <source>Check the network and the firewall, then try again.</source>
        <translation>Revise la red y el cortafuegos e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>Se perdió la conexión con el servidor.</translation>
    </message>
    <message>
        <source>Nothing more was changed. Check the network, then connect again.</source>
        <translation>No se cambió nada más. Revise la red y vuelva a conectarse.</translation>
    </message>
    <message>
        <source>Something answers at %1, but it is not PostgreSQL.</source>
        <translation>Algo responde en %1, pero no es PostgreSQL.</translation>
    </message>
    <message>
        <source>Check the port: PostgreSQL&apos;s is 5432 unless it was changed.</source>
        <translation>Revise el puerto: el de PostgreSQL es 5432, salvo que se haya cambiado.</translation>
    </message>
    <message>
        <source>The encrypted connection could not be set up.</source>
        <translation>No se pudo establecer la conexión cifrada.</translation>
    </message>
    <message>
        <source>Check the SSL mode and the certificate files of this connection.</source>
        <translation>Revise el modo SSL y los archivos de certificado de esta conexión.</translation>
    </message>
    <message>
        <source>The server refused the login.</source>
        <translation>El servidor rechazó el inicio de sesión.</translation>
    </message>
    <message>
        <source>Check user name and password.</source>
        <translation>Revise el nombre de usuario y la contraseña.</translation>
    </message>
    <message>
        <source>The server has no database of that name.</source>
        <translation>El servidor no tiene ninguna base de datos con ese nombre.</translation>
    </message>
    <message>
        <source>Check the database&apos;s spelling, or create it first.</source>
        <translation>Revise cómo está escrita la base de datos, o créela primero.</translation>
    </message>
    <message>
        <source>The server takes no more connections.</source>
        <translation>El servidor no admite más conexiones.</translation>
    </message>
    <message>
        <source>Close programs that use the database, or ask its administrator to raise max_connections.</source>
        <translation>Cierre programas que usen la base de datos o pida a su administrador que aumente max_connections.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then try again.</source>
        <translation>Libere espacio o elija otra carpeta e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>That is not permitted: %1</source>
        <translation>Eso no está permitido: %1</translation>
    </message>
    <message>
        <source>%1 may not be read or written by you.</source>
        <translation>Usted no puede leer ni escribir %1.</translation>
    </message>
    <message>
        <source>Choose another place, or change its permissions.</source>
        <translation>Elija otro lugar o cambie sus permisos.</translation>
    </message>
    <message>
        <source>There can be no folder %1.</source>
        <translation>No puede haber una carpeta %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another folder.</source>
        <translation>No se ha cambiado nada. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Log in as a user with the rights it needs.</source>
        <translation>Inicie sesión con un usuario que tenga los derechos necesarios.</translation>
    </message>
    <message>
        <source>The program %1 was not found on this computer.</source>
        <translation>No se encontró el programa %1 en este equipo.</translation>
    </message>
    <message>
        <source>The program %1, version %2 or newer, was not found on this computer.</source>
        <translation>No se encontró el programa %1, versión %2 o posterior, en este equipo.</translation>
    </message>
    <message>
        <source>Install the PostgreSQL client tools from https://www.postgresql.org/download/, or name their folder in the settings.</source>
        <translation>Instale las herramientas cliente de PostgreSQL desde https://www.postgresql.org/download/ o indique su carpeta en la configuración.</translation>
    </message>
    <message>
        <source>%1 on this computer is version %2, older than the server: version %3 is needed.</source>
        <translation>En este equipo, %1 es de la versión %2, anterior a la del servidor: se necesita la versión %3.</translation>
    </message>
    <message>
        <source>Install the PostgreSQL %1 client tools from https://www.postgresql.org/download/.</source>
        <translation>Instale las herramientas cliente de PostgreSQL %1 desde https://www.postgresql.org/download/.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Se canceló.</translation>
    </message>
    <message>
        <source>The server does not have the extension %1.</source>
        <translation>El servidor no tiene la extensión %1.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator to install it, then try again.</source>
        <translation>Pida al administrador del servidor que la instale e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>While: %1</source>
        <translation>Durante: %1</translation>
    </message>
    <message>
        <source>This connection requires encryption, and the server does not offer it.</source>
        <translation>Esta conexión exige cifrado y el servidor no lo ofrece.</translation>
    </message>
    <message>
        <source>Have the server&apos;s administrator turn on SSL, or choose the SSL mode prefer on a network you trust.</source>
        <translation>Pida al administrador del servidor que active SSL, o elija el modo SSL prefer en una red de confianza.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not issued by an authority this connection trusts.</source>
        <translation>El certificado del servidor no lo emitió una autoridad en la que esta conexión confíe.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for the root certificate, and name its file here.</source>
        <translation>Pida el certificado raíz al administrador del servidor e indique aquí su archivo.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name than %1.</source>
        <translation>El certificado del servidor es para un nombre distinto de %1.</translation>
    </message>
    <message>
        <source>Use the name the certificate was made for; if that is the right one, ask the administrator before trusting this server.</source>
        <translation>Use el nombre para el que se hizo el certificado; si ese es el correcto, consulte al administrador antes de confiar en este servidor.</translation>
    </message>
    <message>
        <source>The server does not accept this user and database from this computer.</source>
        <translation>El servidor no acepta este usuario y esta base de datos desde este equipo.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator to permit it in pg_hba.conf.</source>
        <translation>Pida al administrador del servidor que lo permita en pg_hba.conf.</translation>
    </message>
    <message>
        <source>The server asks for a password, and none was given.</source>
        <translation>El servidor pide una contraseña y no se indicó ninguna.</translation>
    </message>
    <message>
        <source>Enter the password, or add it to PostgreSQL&apos;s password file.</source>
        <translation>Introduzca la contraseña o añádala al archivo de contraseñas de PostgreSQL.</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain cannot be reached.</source>
        <translation>No se puede acceder al llavero del sistema.</translation>
    </message>
    <message>
        <source>Have the password asked for each time, or keep it in PostgreSQL&apos;s password file.</source>
        <translation>Haga que la contraseña se pida cada vez o guárdela en el archivo de contraseñas de PostgreSQL.</translation>
    </message>
    <message>
        <source>PostgreSQL refuses to run as root, so there can be no sandbox for this account.</source>
        <translation>PostgreSQL se niega a ejecutarse como root, así que esta cuenta no puede tener un entorno de pruebas.</translation>
    </message>
    <message>
        <source>Run this program as an ordinary user.</source>
        <translation>Ejecute este programa como un usuario normal.</translation>
    </message>
    <message>
        <source>The sandbox was made by PostgreSQL %1, which is not on this computer.</source>
        <translation>El entorno de pruebas se creó con PostgreSQL %1, que no está en este equipo.</translation>
    </message>
    <message>
        <source>The sandbox was made by PostgreSQL %1; this computer has PostgreSQL %2, which cannot read it.</source>
        <translation>El entorno de pruebas se creó con PostgreSQL %1; este equipo tiene PostgreSQL %2, que no puede leerlo.</translation>
    </message>
    <message>
        <source>Install PostgreSQL %1 to keep what is in it, or reset the sandbox to get a fresh one.</source>
        <translation>Instale PostgreSQL %1 para conservar su contenido, o restablezca el entorno de pruebas para obtener uno nuevo.</translation>
    </message>
    <message>
        <source>This database does not have the CivicQ schema yet, or only part of it.</source>
        <translation>Esta base de datos aún no tiene el esquema de CivicQ, o solo una parte.</translation>
    </message>
    <message>
        <source>Run the migrations first, then try again.</source>
        <translation>Ejecute primero las migraciones e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 cannot be restored: %2</source>
        <translation>%1 no se puede restaurar: %2</translation>
    </message>
    <message>
        <source>Nothing was changed. Use another backup.</source>
        <translation>No se cambió nada. Use otra copia de seguridad.</translation>
    </message>
    <message>
        <source>%1 is marked as production, and its name was not confirmed.</source>
        <translation>%1 está marcada como producción y no se confirmó su nombre.</translation>
    </message>
    <message>
        <source>Nothing was changed. Type the database&apos;s name to go on.</source>
        <translation>No se cambió nada. Escriba el nombre de la base de datos para continuar.</translation>
    </message>
    <message>
        <source>The passphrase does not open this backup.</source>
        <translation>La frase de contraseña no abre esta copia de seguridad.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the passphrase for capital letters and spaces, and try again. If it is surely the right one, the beginning of the file is damaged: use another backup.</source>
        <translation>No se ha cambiado nada. Revise las mayúsculas y los espacios de la frase de contraseña e inténtelo de nuevo. Si es seguro que es la correcta, el principio del archivo está dañado: use otra copia de seguridad.</translation>
    </message>
    <message>
        <source>This backup is encrypted for another key than the one given.</source>
        <translation>Esta copia de seguridad está cifrada para una clave distinta de la indicada.</translation>
    </message>
    <message>
        <source>Nothing was changed. Bring the secret key %1.</source>
        <translation>No se ha cambiado nada. Traiga la clave secreta %1.</translation>
    </message>
    <message>
        <source>This backup is encrypted, and what opens it was not given.</source>
        <translation>Esta copia de seguridad está cifrada y no se ha indicado lo que la abre.</translation>
    </message>
    <message>
        <source>Nothing was changed. Give its passphrase.</source>
        <translation>No se ha cambiado nada. Indique su frase de contraseña.</translation>
    </message>
    <message>
        <source>Nothing was changed. Give the secret key %1 and its passphrase.</source>
        <translation>No se ha cambiado nada. Indique la clave secreta %1 y su frase de contraseña.</translation>
    </message>
    <message>
        <source>runs a program on the server</source>
        <translation>ejecuta un programa en el servidor</translation>
    </message>
    <message>
        <source>reads or writes a file on the server</source>
        <translation>lee o escribe un archivo en el servidor</translation>
    </message>
    <message>
        <source>calls a function that reaches outside the database</source>
        <translation>llama a una función que alcanza más allá de la base de datos</translation>
    </message>
    <message>
        <source>runs a query, which a backup does not do</source>
        <translation>ejecuta una consulta, cosa que una copia de seguridad no hace</translation>
    </message>
    <message>
        <source>connects to another server</source>
        <translation>se conecta a otro servidor</translation>
    </message>
    <message>
        <source>changes more than the database that is restored</source>
        <translation>cambia más que la base de datos que se restaura</translation>
    </message>
    <message>
        <source>goes on in another database, as files of pg_dump --create and pg_dumpall do</source>
        <translation>continúa en otra base de datos, como hacen los archivos de pg_dump --create y de pg_dumpall</translation>
    </message>
    <message>
        <source>changes how the rest of the file is to be read</source>
        <translation>cambia cómo debe leerse el resto del archivo</translation>
    </message>
    <message>
        <source>runs a program on this computer</source>
        <translation>ejecuta un programa en este equipo</translation>
    </message>
    <message>
        <source>reads or writes a file on this computer</source>
        <translation>lee o escribe un archivo en este equipo</translation>
    </message>
    <message>
        <source>is nothing that pg_dump writes</source>
        <translation>no es nada que pg_dump escriba</translation>
    </message>
    <message>
        <source>The backup was stopped at line %1, which %2: %3</source>
        <translation>La copia de seguridad se detuvo en la línea %1, que %2: %3</translation>
    </message>
    <message>
        <source>%1 was stopped at line %2, which %3: %4</source>
        <translation>%1 se detuvo en la línea %2, que %3: %4</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask whoever made the file what that line is for, or use another backup.</source>
        <translation>No se cambió nada. Pregunte a quien hizo el archivo para qué sirve esa línea, o use otra copia de seguridad.</translation>
    </message>
</context>
<context>
    <name>Meaning</name>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Crítico</translation>
    </message>
</context>
<context>
    <name>MigrationTexts</name>
    <message>
        <source>less than 0.1 s</source>
        <translation>menos de 0,1 s</translation>
    </message>
    <message>
        <source>Something is wrong with the chain of revisions. Nothing is run until it is mended.</source>
        <translation>Hay un problema en la cadena de revisiones. No se ejecuta nada hasta que se corrija.</translation>
    </message>
    <message>
        <source>There are no migrations here.</source>
        <translation>Aquí no hay migraciones.</translation>
    </message>
    <message numerus="yes">
        <source>This database has none of the schema yet: %n revision(s) are pending.</source>
        <translation>
            <numerusform>Esta base de datos aún no tiene nada del esquema: hay %n revisión pendiente.</numerusform>
            <numerusform>Esta base de datos aún no tiene nada del esquema: hay %n revisiones pendientes.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 revisions are pending.</source>
        <translation>%1 de %2 revisiones están pendientes.</translation>
    </message>
    <message numerus="yes">
        <source>The schema is up to date: all %n revision(s) are applied.</source>
        <translation>
            <numerusform>El esquema está al día: la única revisión está aplicada.</numerusform>
            <numerusform>El esquema está al día: las %n revisiones están aplicadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Applied, and its file was changed after that.</source>
        <translation>Aplicada, y su archivo se modificó después.</translation>
    </message>
    <message>
        <source>Pending: this database does not have it yet.</source>
        <translation>Pendiente: esta base de datos aún no la tiene.</translation>
    </message>
    <message>
        <source>Applied in this database.</source>
        <translation>Aplicada en esta base de datos.</translation>
    </message>
    <message>
        <source>Current: the database stands here.</source>
        <translation>Actual: la base de datos está en este punto.</translation>
    </message>
    <message>
        <source>Unknown: the database was brought here by other files than these.</source>
        <translation>Desconocida: la base de datos llegó hasta aquí con otros archivos.</translation>
    </message>
    <message>
        <source>%1, stamped by %2</source>
        <translation>%1, marcada por %2</translation>
    </message>
    <message>
        <source>%1, by %2, in %3</source>
        <translation>%1, por %2, en %3</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, línea %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 was there already: nothing was done.</source>
        <translation>%1 ya estaba en ese punto: no se hizo nada.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was upgraded by %n revision(s) in %2.</source>
        <translation>
            <numerusform>%1 se actualizó con %n revisión en %2.</numerusform>
            <numerusform>%1 se actualizó con %n revisiones en %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was downgraded by %n revision(s) in %2.</source>
        <translation>
            <numerusform>En %1 se revirtió %n revisión en %2.</numerusform>
            <numerusform>En %1 se revirtieron %n revisiones en %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup made before it is %1.</source>
        <translation>La copia de seguridad hecha antes es %1.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Stamp %1</source>
        <translation>Marcar %1</translation>
    </message>
    <message>
        <source>The version table will say %1; it says %2. Nothing is run, and no table is touched.</source>
        <translation>La tabla de versiones dirá %1; ahora dice %2. No se ejecuta nada ni se toca ninguna tabla.</translation>
    </message>
    <message>
        <source>Later upgrades begin there. If the schema is not really that far, they will fail.</source>
        <translation>Las actualizaciones posteriores empiezan ahí. Si el esquema no ha llegado realmente a ese punto, fallarán.</translation>
    </message>
    <message>
        <source>It can be taken back: stamp it with what it says now.</source>
        <translation>Se puede deshacer: márquela con lo que dice ahora.</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>%1 is stamped with %2; it was %3. Nothing was run.</source>
        <translation>%1 queda marcada con %2; antes era %3. No se ejecutó nada.</translation>
    </message>
    <message>
        <source>Blocks reads and writes</source>
        <translation>Bloquea lecturas y escrituras</translation>
    </message>
    <message>
        <source>Blocks writes</source>
        <translation>Bloquea escrituras</translation>
    </message>
    <message>
        <source>Blocks other schema changes</source>
        <translation>Bloquea otros cambios del esquema</translation>
    </message>
    <message>
        <source>Blocks nobody</source>
        <translation>No bloquea a nadie</translation>
    </message>
    <message>
        <source>Catalogue only</source>
        <translation>Solo el catálogo</translation>
    </message>
    <message>
        <source>Empties it</source>
        <translation>La vacía</translation>
    </message>
    <message>
        <source>Reads all of it</source>
        <translation>La lee entera</translation>
    </message>
    <message>
        <source>Builds an index</source>
        <translation>Crea un índice</translation>
    </message>
    <message>
        <source>Its rows</source>
        <translation>Sus filas</translation>
    </message>
    <message>
        <source>Rewrites it</source>
        <translation>La reescribe</translation>
    </message>
    <message>
        <source>Holds others up</source>
        <translation>Hace esperar a otros</translation>
    </message>
    <message>
        <source>Blocks readers of a large table</source>
        <translation>Bloquea a los lectores de una tabla grande</translation>
    </message>
    <message>
        <source>Loses: %1</source>
        <translation>Se pierde: %1</translation>
    </message>
    <message>
        <source>Readers of a table of %1 or more wait while this runs.</source>
        <translation>Quienes leen una tabla de %1 o más esperan mientras esto se ejecuta.</translation>
    </message>
    <message>
        <source>Others wait while this runs, on small tables or for writing alone.</source>
        <translation>Otros esperan mientras esto se ejecuta, en tablas pequeñas o solo para escribir.</translation>
    </message>
    <message>
        <source>Nobody waits for long.</source>
        <translation>Nadie espera mucho.</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) drop or delete something.</source>
        <translation>
            <numerusform>%n instrucción elimina o borra algo.</numerusform>
            <numerusform>%n instrucciones eliminan o borran algo.</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup is running (%1, process %2, for %3) and reads %4: this waits until it is done.</source>
        <translation>Hay una copia de seguridad en curso (%1, proceso %2, desde hace %3) que lee %4: esto espera hasta que termine.</translation>
    </message>
    <message>
        <source>%1 (process %2, in its transaction for %3) holds %4: this waits until it is done.</source>
        <translation>%1 (proceso %2, en su transacción desde hace %3) retiene %4: esto espera hasta que termine.</translation>
    </message>
    <message>
        <source>Work out what would be locked</source>
        <translation>Averiguar qué se bloquearía</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>hace %n min</numerusform>
            <numerusform>hace %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>hace %n hora</numerusform>
            <numerusform>hace %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 of %2 connections in use</source>
        <translation>%1 de %2 conexiones en uso</translation>
    </message>
    <message>
        <source>%1; cache hit %2.</source>
        <translation>%1; aciertos de caché: %2.</translation>
    </message>
    <message>
        <source>%1; no table has been read yet.</source>
        <translation>%1; aún no se ha leído ninguna tabla.</translation>
    </message>
    <message>
        <source>of %1 in use</source>
        <translation>de %1 en uso</translation>
    </message>
    <message>
        <source>%1 active, %2 idle, %3 idle in transaction, %4 other or unknown, %5 of CivicQ Admin.
%6 of the %7 allowed are kept for superusers.</source>
        <translation>%1 activas, %2 inactivas, %3 inactivas en transacción, %4 de otro tipo o desconocidas, %5 de CivicQ Admin.
%6 de las %7 permitidas se reservan para superusuarios.</translation>
    </message>
    <message numerus="yes">
        <source>%n idle in transaction</source>
        <translation>
            <numerusform>%n inactiva en transacción</numerusform>
            <numerusform>%n inactivas en transacción</numerusform>
        </translation>
    </message>
    <message>
        <source>indexes %1</source>
        <translation>índices: %1</translation>
    </message>
    <message>
        <source>nothing read yet</source>
        <translation>aún no se ha leído nada</translation>
    </message>
    <message>
        <source>Too little read to judge</source>
        <translation>Lecturas insuficientes para valorar</translation>
    </message>
    <message>
        <source>Blocks found in the server&apos;s cache, of all blocks of tables asked for; 90% or more is wanted.
Heap: %1 of %2 blocks. Indexes: %3 of %4 blocks.</source>
        <translation>Bloques encontrados en la caché del servidor, de todos los bloques de tablas solicitados; se desea un 90 % o más.
Tabla (heap): %1 de %2 bloques. Índices: %3 de %4 bloques.</translation>
    </message>
    <message>
        <source>your role may not read it</source>
        <translation>su rol no puede leerlo</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n tabla</numerusform>
            <numerusform>%n tablas</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Medido</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>Growing</source>
        <translation>Crece</translation>
    </message>
    <message>
        <source>Shrinking</source>
        <translation>Disminuye</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Estable</translation>
    </message>
    <message>
        <source>%1%2 since %3</source>
        <translation>%1%2 desde %3</translation>
    </message>
    <message>
        <source>the folder cannot be read</source>
        <translation>no se puede leer la carpeta</translation>
    </message>
    <message>
        <source>not looked for yet</source>
        <translation>aún no se ha buscado</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>of this database here</source>
        <translation>de esta base de datos aquí</translation>
    </message>
    <message>
        <source>The backup folder holds no backup of this database. Click to make one.</source>
        <translation>La carpeta de copias de seguridad no contiene ninguna de esta base de datos. Haga clic para hacer una.</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Antigua</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Sin verificar</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificada</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Probada</translation>
    </message>
    <message>
        <source>ago, %1</source>
        <translation>de antigüedad, %1</translation>
    </message>
    <message>
        <source>Cache hit</source>
        <translation>Aciertos de caché</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation>Inactivas en transacción</translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation>Copia de seguridad más reciente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>checks are good</source>
        <translation>comprobaciones correctas</translation>
    </message>
    <message>
        <source>Good so far</source>
        <translation>Bien por ahora</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) unknown</source>
        <translation>
            <numerusform>%n comprobación sin datos</numerusform>
            <numerusform>%n comprobaciones sin datos</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Mírelo</translation>
    </message>
    <message>
        <source>None is proven yet.</source>
        <translation>Aún no hay ninguna probada.</translation>
    </message>
    <message>
        <source>The newest proven one: %1</source>
        <translation>La más reciente probada: %1</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>proven: %1</source>
        <translation>probada %1</translation>
    </message>
    <message>
        <source>ago; proven: %1 ago</source>
        <translation>de antigüedad; probada hace %1</translation>
    </message>
    <message>
        <source>The backup folder cannot be read.</source>
        <translation>No se puede leer la carpeta de copias de seguridad.</translation>
    </message>
    <message>
        <source>There is no backup of this database yet.</source>
        <translation>Aún no hay ninguna copia de seguridad de esta base de datos.</translation>
    </message>
    <message>
        <source>The newest backup was made %1 and is not verified.</source>
        <translation>La copia de seguridad más reciente se hizo %1 y no está verificada.</translation>
    </message>
    <message>
        <source>The newest backup was made %1 and is verified.</source>
        <translation>La copia de seguridad más reciente se hizo %1 y está verificada.</translation>
    </message>
    <message>
        <source>The newest backup was made %1 and is proven.</source>
        <translation>La copia de seguridad más reciente se hizo %1 y está probada.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 filas/s</translation>
    </message>
    <message>
        <source>almost done</source>
        <translation>casi listo</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>quedan %1 s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>Checking the new database</source>
        <translation>Comprobando la nueva base de datos</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparando</translation>
    </message>
    <message>
        <source>Copying data</source>
        <translation>Copiando datos</translation>
    </message>
    <message>
        <source>Copying to the second place</source>
        <translation>Copiando al segundo lugar</translation>
    </message>
    <message>
        <source>Emptying the tables</source>
        <translation>Vaciando las tablas</translation>
    </message>
    <message>
        <source>Filling a new database</source>
        <translation>Llenando una nueva base de datos</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>Reading the backup</source>
        <translation>Leyendo la copia</translation>
    </message>
    <message>
        <source>Reading the backup back</source>
        <translation>Releyendo la copia</translation>
    </message>
    <message>
        <source>Rebuilding the vector index</source>
        <translation>Reconstruyendo el índice vectorial</translation>
    </message>
    <message>
        <source>Safety backup</source>
        <translation>Copia de seguridad previa</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backups of %1 in a row did not happen.</source>
        <translation>
            <numerusform>Una copia de %1 no se hizo.</numerusform>
            <numerusform>No se hicieron %n copias seguidas de %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup of %1 that was due on %2 did not happen.</source>
        <translation>La copia de %1 prevista para el %2 no se hizo.</translation>
    </message>
    <message>
        <source>The computer was off or asleep, or the system did not start it. Back up now.</source>
        <translation>El equipo estaba apagado o en reposo, o el sistema no la inició. Haga una copia ahora.</translation>
    </message>
    <message>
        <source>The backup of %1 on %2 failed: %3</source>
        <translation>La copia de %1 del %2 falló: %3</translation>
    </message>
    <message>
        <source>Earlier backups are as they were. Mend the cause, then back up now.</source>
        <translation>Las copias anteriores siguen igual. Remedie la causa y haga una copia ahora.</translation>
    </message>
    <message>
        <source>The backup of %1 on %2 was interrupted before it was whole.</source>
        <translation>La copia de %1 del %2 se interrumpió antes de estar completa.</translation>
    </message>
    <message>
        <source>Earlier backups are as they were. Back up now.</source>
        <translation>Las copias anteriores siguen igual. Haga una copia ahora.</translation>
    </message>
    <message>
        <source>The backup of %1 has been running for %2.</source>
        <translation>La copia de %1 lleva %2 en marcha.</translation>
    </message>
    <message>
        <source>Something holds it up: look for locks on the database, or for a disk that hangs.</source>
        <translation>Algo la detiene: busque bloqueos en la base de datos, o un disco que no responde.</translation>
    </message>
    <message>
        <source>The newest backup of %1 is %2 old.</source>
        <translation>La copia más reciente de %1 tiene %2.</translation>
    </message>
    <message>
        <source>What was changed since then is in no backup. Back up now.</source>
        <translation>Lo que cambió desde entonces no está en ninguna copia. Haga una copia ahora.</translation>
    </message>
    <message>
        <source>There is no backup of %1, though one was due on %2.</source>
        <translation>No hay ninguna copia de %1, aunque estaba prevista una para el %2.</translation>
    </message>
    <message>
        <source>Back up now.</source>
        <translation>Haga una copia ahora.</translation>
    </message>
    <message>
        <source>The newest backup of %1 has %2; those before it had about %3.</source>
        <translation>La copia más reciente de %1 ocupa %2; las anteriores ocupaban unos %3.</translation>
    </message>
    <message>
        <source>Look whether something is missing from the database before older backups go.</source>
        <translation>Mire si falta algo en la base de datos antes de que se quiten copias más antiguas.</translation>
    </message>
    <message>
        <source>The backup itself is good. Connect the disk or share; the next run copies it.</source>
        <translation>La copia misma es buena. Conecte el disco o la carpeta de red; la próxima vez se duplica.</translation>
    </message>
    <message>
        <source>The daily backup of %1 is no longer in the system&apos;s scheduler.</source>
        <translation>La copia diaria de %1 ya no está en el programador del sistema.</translation>
    </message>
    <message>
        <source>Nothing will start it. Save the schedule once more.</source>
        <translation>Nada la iniciará. Guarde el horario una vez más.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was set back: a run of %1 lies in the future.</source>
        <translation>El reloj de este equipo se atrasó: una copia de %1 está en el futuro.</translation>
    </message>
    <message>
        <source>Check date and time. That run does not count as done.</source>
        <translation>Compruebe la fecha y la hora. Esa copia no cuenta como hecha.</translation>
    </message>
    <message>
        <source>Not yet due</source>
        <translation>Aún no toca</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>A tiempo</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Toca ahora</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Perdida</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>It runs only while you are logged in to this computer.</source>
        <translation>Solo se hace mientras usted tiene la sesión abierta en este equipo.</translation>
    </message>
    <message>
        <source>It runs only while you are logged in; an administrator changes that with &quot;loginctl enable-linger&quot; and your name.</source>
        <translation>Solo se hace mientras usted tiene la sesión abierta; un administrador lo cambia con «loginctl enable-linger» y su nombre.</translation>
    </message>
    <message>
        <source>A run that was missed follows within the hour after the computer is on again.</source>
        <translation>Una copia perdida se recupera antes de una hora desde que el equipo vuelve a estar encendido.</translation>
    </message>
    <message>
        <source>A run that was missed follows at waking, or at the next login.</source>
        <translation>Una copia perdida se recupera al despertar el equipo, o al iniciar la próxima sesión.</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n</source>
        <translation>
            <numerusform>la más reciente</numerusform>
            <numerusform>las %n más recientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daily</source>
        <translation>
            <numerusform>%n diaria</numerusform>
            <numerusform>%n diarias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weekly</source>
        <translation>
            <numerusform>%n semanal</numerusform>
            <numerusform>%n semanales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n monthly</source>
        <translation>
            <numerusform>%n mensual</numerusform>
            <numerusform>%n mensuales</numerusform>
        </translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>The newest backup of %1 was restored to prove it, and is not what it should be: %2</source>
        <translation>La copia de seguridad más reciente de %1 se restauró para probarla y no es lo que debería ser: %2</translation>
    </message>
    <message>
        <source>Take a new backup and prove that. Older ones are kept meanwhile.</source>
        <translation>Haga una copia de seguridad nueva y pruébela. Mientras tanto se conservan las anteriores.</translation>
    </message>
    <message>
        <source>The newest backup of %1 has no copy in the second place: %2.</source>
        <translation>La copia de seguridad más reciente de %1 no tiene copia en el segundo lugar: %2.</translation>
    </message>
</context>
<context>
    <name>SeedPlan</name>
    <message>
        <source>Administrator, moderators, city staff, candidates, voters</source>
        <translation>Administrador, moderadores, personal municipal, candidatos, votantes</translation>
    </message>
    <message>
        <source>San Francisco, Oakland, Berkeley</source>
        <translation>San Francisco, Oakland, Berkeley</translation>
    </message>
    <message>
        <source>How voters proved where they live</source>
        <translation>Cómo demostraron los votantes dónde viven</translation>
    </message>
    <message>
        <source>Who works for which city</source>
        <translation>Quién trabaja para qué ciudad</translation>
    </message>
    <message>
        <source>Invitations, accepted and open</source>
        <translation>Invitaciones, aceptadas y abiertas</translation>
    </message>
    <message>
        <source>One published ballot for each city</source>
        <translation>Una papeleta publicada por cada ciudad</translation>
    </message>
    <message>
        <source>Four races and two measures for each city</source>
        <translation>Cuatro contiendas y dos medidas por cada ciudad</translation>
    </message>
    <message>
        <source>Three for each race</source>
        <translation>Tres por cada contienda</translation>
    </message>
    <message>
        <source>Texts, costs, arguments for and against</source>
        <translation>Textos, costes, argumentos a favor y en contra</translation>
    </message>
    <message>
        <source>With embeddings; many ask the same in other words</source>
        <translation>Con embeddings; muchas preguntan lo mismo con otras palabras</translation>
    </message>
    <message>
        <source>First wordings and edited ones</source>
        <translation>Redacciones iniciales y editadas</translation>
    </message>
    <message>
        <source>Voters&apos; votes on questions of their city</source>
        <translation>Votos de los votantes a preguntas de su ciudad</translation>
    </message>
    <message>
        <source>Candidates&apos; answers with transcripts</source>
        <translation>Respuestas de los candidatos con transcripciones</translation>
    </message>
    <message>
        <source>Replies of their opponents</source>
        <translation>Réplicas de sus oponentes</translation>
    </message>
    <message>
        <source>Statements that were checked</source>
        <translation>Afirmaciones que se comprobaron</translation>
    </message>
    <message>
        <source>Recordings, ready and in progress</source>
        <translation>Grabaciones, listas y en curso</translation>
    </message>
    <message>
        <source>Questions that were reported</source>
        <translation>Preguntas que se denunciaron</translation>
    </message>
    <message>
        <source>What moderators decided</source>
        <translation>Lo que decidieron los moderadores</translation>
    </message>
    <message>
        <source>What happened, and who did it</source>
        <translation>Qué ocurrió y quién lo hizo</translation>
    </message>
    <message>
        <source>Contests, candidates and topics people follow</source>
        <translation>Contiendas, candidatos y temas que sigue la gente</translation>
    </message>
</context>
<context>
    <name>ShellActions</name>
    <message>
        <source>S&amp;witch connection…</source>
        <translation>&amp;Cambiar de conexión…</translation>
    </message>
    <message>
        <source>Start the &amp;sandbox</source>
        <translation>Iniciar el entorno de &amp;pruebas</translation>
    </message>
    <message>
        <source>A database of this program&apos;s own, to try everything on</source>
        <translation>Una base de datos propia de este programa, para probarlo todo</translation>
    </message>
    <message>
        <source>&amp;Add a connection…</source>
        <translation>&amp;Añadir una conexión…</translation>
    </message>
    <message>
        <source>&amp;Manage connections…</source>
        <translation>&amp;Gestionar conexiones…</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Desconectar</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>Con&amp;figuración…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Search pages and actions…</source>
        <translation>&amp;Buscar páginas y acciones…</translation>
    </message>
    <message>
        <source>&amp;Fold the navigation</source>
        <translation>&amp;Plegar la navegación</translation>
    </message>
    <message>
        <source>&amp;Task list</source>
        <translation>Lista de &amp;tareas</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Pantalla &amp;completa</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Siguiente parte de la ventana</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>Parte &amp;anterior de la ventana</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;About CivicQ Admin</source>
        <translation>&amp;Acerca de CivicQ Admin</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Acerca de &amp;Qt</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Según el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>T&amp;ema</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Practise a restore…</source>
        <translation>&amp;Practicar una restauración…</translation>
    </message>
    <message>
        <source>A backup, a loss, a restore: step by step, in a database made for it</source>
        <translation>Una copia, una pérdida, una restauración: paso a paso, en una base de datos hecha para ello</translation>
    </message>
</context>
<context>
    <name>civicq::app::Opener</name>
    <message>
        <source>Sandbox</source>
        <translation>Entorno de pruebas</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>Iniciar el entorno de pruebas</translation>
    </message>
    <message>
        <source>It runs: %1.</source>
        <translation>Está en marcha: %1.</translation>
    </message>
</context>
<context>
    <name>civicq::backups::BackupListModel</name>
    <message numerus="yes">
        <source>%n table(s), without rows</source>
        <translation>
            <numerusform>%n tabla, sin filas</numerusform>
            <numerusform>%n tablas, sin filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s), rows only</source>
        <translation>
            <numerusform>%n tabla, solo filas</numerusform>
            <numerusform>%n tablas, solo filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n tabla</numerusform>
            <numerusform>%n tablas</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Definitions, no rows</source>
        <translation>Definiciones, sin filas</translation>
    </message>
    <message>
        <source>Rows, no definitions</source>
        <translation>Filas, sin definiciones</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>hace %n minuto</numerusform>
            <numerusform>hace %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>hace %n hora</numerusform>
            <numerusform>hace %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>a moment old</source>
        <translation>de hace un momento</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) old</source>
        <translation>
            <numerusform>de hace %n minuto</numerusform>
            <numerusform>de hace %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation>
            <numerusform>de hace %n hora</numerusform>
            <numerusform>de hace %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>de hace %n día</numerusform>
            <numerusform>de hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin comprobar</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Íntegra</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañada</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>Not read to its end on this computer since it last changed; &quot;Verify&quot; does that</source>
        <translation>No se ha leído hasta el final en este equipo desde su último cambio; «Verificar» lo hace</translation>
    </message>
    <message>
        <source>It did not read to its end on %1: it cannot be restored</source>
        <translation>No se pudo leer hasta el final el %1: no se puede restaurar</translation>
    </message>
    <message>
        <source>Read to its end on %1: %2 rows</source>
        <translation>Leída hasta el final el %1: %2 filas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Probada</translation>
    </message>
    <message>
        <source>Proof failed</source>
        <translation>Prueba fallida</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Cifrada</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierta</translation>
    </message>
    <message numerus="yes">
        <source>Here and in %n other place(s)</source>
        <translation>
            <numerusform>Aquí y en otro lugar</numerusform>
            <numerusform>Aquí y en otros %n lugares</numerusform>
        </translation>
    </message>
    <message>
        <source>Here alone</source>
        <translation>Solo aquí</translation>
    </message>
    <message>
        <source>Restored on %1 and found equal: %2 rows</source>
        <translation>Restaurada el %1 e igual: %2 filas</translation>
    </message>
    <message>
        <source>Restored on %1, and not equal: %2</source>
        <translation>Restaurada el %1, y no igual: %2</translation>
    </message>
    <message>
        <source>Only its passphrase or its key opens it</source>
        <translation>Solo la abre su frase de contraseña o su clave</translation>
    </message>
    <message>
        <source>Whoever has the file can read what is in it</source>
        <translation>Quien tenga el archivo puede leer lo que contiene</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Its end is missing or damaged: it cannot be restored</source>
        <translation>Le falta el final o está dañado: no se puede restaurar</translation>
    </message>
</context>
<context>
    <name>civicq::backups::PracticeWalk</name>
    <message>
        <source>Make a database to practise with</source>
        <translation>Hacer una base de datos para practicar</translation>
    </message>
    <message>
        <source>It is there: %1.</source>
        <translation>Está lista: %1.</translation>
    </message>
    <message>
        <source>Delete rows to practise with</source>
        <translation>Borrar filas para practicar</translation>
    </message>
    <message>
        <source>They are gone.</source>
        <translation>Ya no están.</translation>
    </message>
</context>
<context>
    <name>civicq::backups::TableListModel</name>
    <message>
        <source>Estimated by the server, not counted</source>
        <translation>Estimado por el servidor, no contado</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
</context>
<context>
    <name>civicq::backups::TableProgressModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Keys and indexes</source>
        <translation>Claves e índices</translation>
    </message>
    <message>
        <source>Rows are in</source>
        <translation>Filas cargadas</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vacía</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>being worked on</source>
        <translation>en curso</translation>
    </message>
</context>
<context>
    <name>civicq::migrations::MigrationModel</name>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicada</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>The database has this revision, and no file does</source>
        <translation>La base de datos tiene esta revisión y ningún archivo la tiene</translation>
    </message>
    <message>
        <source>Applied, and its file was changed after that</source>
        <translation>Aplicada; su archivo se modificó después</translation>
    </message>
    <message>
        <source>Not applied in this database yet</source>
        <translation>Aún no aplicada en esta base de datos</translation>
    </message>
    <message>
        <source>Applied in this database</source>
        <translation>Aplicada en esta base de datos</translation>
    </message>
    <message>
        <source>The newest revision applied: the database stands here</source>
        <translation>La revisión aplicada más reciente: la base de datos está aquí</translation>
    </message>
    <message>
        <source>Applied from other files than these</source>
        <translation>Aplicada desde otros archivos</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, por %2</translation>
    </message>
    <message>
        <source>Revision %1, %2</source>
        <translation>Revisión %1, %2</translation>
    </message>
    <message>
        <source>What leads to what, newest on top</source>
        <translation>Qué lleva a qué, lo más reciente arriba</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Whether this database has the revision</source>
        <translation>Si esta base de datos tiene la revisión</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What the revision changes</source>
        <translation>Lo que cambia la revisión</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>The revision&apos;s identifier: the first characters are enough to name it</source>
        <translation>El identificador de la revisión: bastan los primeros caracteres para nombrarla</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>When the revision was written</source>
        <translation>Cuándo se escribió la revisión</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrita</translation>
    </message>
    <message>
        <source>When it was applied in this database</source>
        <translation>Cuándo se aplicó en esta base de datos</translation>
    </message>
    <message>
        <source>Applied at</source>
        <translation>Aplicada el</translation>
    </message>
</context>
<context>
    <name>civicq::monitoring::SeriesModel</name>
    <message>
        <source>Blocks found in the cache, of all blocks asked for since the row below</source>
        <translation>Bloques encontrados en la caché, de todos los bloques solicitados desde la fila de abajo</translation>
    </message>
    <message>
        <source>Blocks found in the cache, of all blocks asked for since the statistics were reset</source>
        <translation>Bloques encontrados en la caché, de todos los bloques solicitados desde que se restablecieron las estadísticas</translation>
    </message>
    <message>
        <source>Heap, interval</source>
        <translation>Tabla (heap), intervalo</translation>
    </message>
    <message>
        <source>Index, interval</source>
        <translation>Índice, intervalo</translation>
    </message>
    <message>
        <source>Heap, all time</source>
        <translation>Tabla (heap), todo el tiempo</translation>
    </message>
    <message>
        <source>Index, all time</source>
        <translation>Índice, todo el tiempo</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activas</translation>
    </message>
    <message>
        <source>Running a statement</source>
        <translation>Ejecutando una sentencia</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactivas</translation>
    </message>
    <message>
        <source>Connected and waiting for the next statement</source>
        <translation>Conectada y a la espera de la siguiente sentencia</translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation>Inactivas en transacción</translation>
    </message>
    <message>
        <source>Waiting within a transaction: holds locks and keeps dead rows from being removed</source>
        <translation>En espera dentro de una transacción: retiene bloqueos e impide eliminar las filas muertas</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otras</translation>
    </message>
    <message>
        <source>Starting, in a function call, or not tracked</source>
        <translation>Iniciándose, en una llamada a función o sin seguimiento</translation>
    </message>
    <message>
        <source>State unknown</source>
        <translation>Estado desconocido</translation>
    </message>
    <message>
        <source>Sessions of other roles, whose state your role may not read</source>
        <translation>Sesiones de otros roles, cuyo estado su rol no puede leer</translation>
    </message>
    <message>
        <source>CivicQ Admin</source>
        <translation>CivicQ Admin</translation>
    </message>
    <message>
        <source>This program&apos;s own sessions</source>
        <translation>Las sesiones propias de este programa</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Permitidas</translation>
    </message>
    <message>
        <source>max_connections of the server</source>
        <translation>max_connections del servidor</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Sin medir</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
</context>
<context>
    <name>civicq::monitoring::TableSizesModel</name>
    <message numerus="yes">
        <source>%1 (%n partition(s))</source>
        <translation>
            <numerusform>%1 (%n partición)</numerusform>
            <numerusform>%1 (%n particiones)</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked by another session: its size cannot be read now</source>
        <translation>Bloqueada por otra sesión: ahora no se puede leer su tamaño</translation>
    </message>
    <message>
        <source>Not counted yet: the server estimates rows at ANALYZE or VACUUM</source>
        <translation>Aún sin contar: el servidor estima las filas con ANALYZE o VACUUM</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>The planner&apos;s estimate, of the last ANALYZE or VACUUM</source>
        <translation>La estimación del planificador, del último ANALYZE o VACUUM</translation>
    </message>
    <message>
        <source>Partitions are counted with their table</source>
        <translation>Las particiones se cuentan con su tabla</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Estimated by the server, not counted</source>
        <translation>Estimado por el servidor, no contado</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>The rows themselves</source>
        <translation>Las propias filas</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>Tabla (heap)</translation>
    </message>
    <message>
        <source>All indexes of the table</source>
        <translation>Todos los índices de la tabla</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Índices</translation>
    </message>
    <message>
        <source>Large values, stored apart from their rows</source>
        <translation>Valores grandes, almacenados aparte de sus filas</translation>
    </message>
    <message>
        <source>TOAST</source>
        <translation>TOAST</translation>
    </message>
    <message>
        <source>Heap, indexes and TOAST</source>
        <translation>Tabla (heap), índices y TOAST</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>civicq::sandbox::SnapshotModel</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Instantánea</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tomada</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
</context>
<context>
    <name>civicq::seeds::SeedPlanModel</name>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>To load</source>
        <translation>Por cargar</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::AboutDialog</name>
    <message>
        <source>About CivicQ Admin</source>
        <translation>Acerca de CivicQ Admin</translation>
    </message>
    <message>
        <source>CivicQ Admin %1</source>
        <translation>CivicQ Admin %1</translation>
    </message>
    <message>
        <source>Runs the database of a CivicQ city: migrations, seeds, backups, health.</source>
        <translation>Administra la base de datos de una ciudad CivicQ: migraciones, datos de ejemplo, copias de seguridad, estado.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.
It comes without any warranty.</source>
        <translation>Software libre bajo la GNU General Public License, versión 3 o posterior.
Se ofrece sin garantía alguna.</translation>
    </message>
    <message>
        <source>Built with Qt %1, KDE Frameworks and the Breeze icons.</source>
        <translation>Desarrollado con Qt %1, KDE Frameworks y los iconos Breeze.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::AddressDialog</name>
    <message>
        <source>Database %1</source>
        <translation>Base de datos %1</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>usuario %1</translation>
    </message>
    <message>
        <source>with a password</source>
        <translation>con contraseña</translation>
    </message>
    <message>
        <source>SSL mode %1</source>
        <translation>modo SSL %1</translation>
    </message>
    <message>
        <source>Paste address</source>
        <translation>Pegar dirección</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Use address</source>
        <translation>Usar dirección</translation>
    </message>
    <message>
        <source>The &amp;address, as your provider or a colleague gave it; SQLAlchemy&apos;s form is understood too.</source>
        <translation>La &amp;dirección, tal como se la dio su proveedor o un colega; también se entiende la forma de SQLAlchemy.</translation>
    </message>
    <message>
        <source>This is not understood yet. An address looks like %1.</source>
        <translation>Esto no se entiende todavía. Una dirección tiene esta forma: %1.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupChecks</name>
    <message>
        <source>Verify %1</source>
        <translation>Verificar %1</translation>
    </message>
    <message>
        <source>Whole: read to its end.</source>
        <translation>Íntegra: leída hasta el final.</translation>
    </message>
    <message>
        <source>Damaged: it cannot be restored.</source>
        <translation>Dañada: no se puede restaurar.</translation>
    </message>
    <message>
        <source>%1 is whole: read to its end, %2 rows.</source>
        <translation>%1 está íntegra: leída hasta el final, %2 filas.</translation>
    </message>
    <message>
        <source>Prove %1</source>
        <translation>Probar %1</translation>
    </message>
    <message>
        <source>Proven: restored and found equal.</source>
        <translation>Probada: restaurada y resultó igual.</translation>
    </message>
    <message>
        <source>Not proven: it differs.</source>
        <translation>No probada: es distinta.</translation>
    </message>
    <message>
        <source>%1 could not be proven: %2</source>
        <translation>No se pudo probar %1: %2</translation>
    </message>
    <message>
        <source>%1 is not proven; take a new backup. %2</source>
        <translation>%1 no está probada; haga una copia de seguridad nueva. %2</translation>
    </message>
    <message>
        <source>%1 is proven: restored, read back and found equal, %2 rows.</source>
        <translation>%1 está probada: restaurada, releída y resultó igual, %2 filas.</translation>
    </message>
    <message>
        <source>%1 is proven: restored, read back and found equal, %2 rows. Not compared: %3</source>
        <translation>%1 está probada: restaurada, releída y resultó igual, %2 filas. Sin comparar: %3</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupKeepStep</name>
    <message>
        <source>When and how long</source>
        <translation>Cuándo y cuánto</translation>
    </message>
    <message>
        <source>&amp;Once, now</source>
        <translation>&amp;Una vez, ahora</translation>
    </message>
    <message>
        <source>Nothing happens by itself afterwards.</source>
        <translation>Después no ocurre nada por sí solo.</translation>
    </message>
    <message>
        <source>Now, and then &amp;every day</source>
        <translation>Ahora y después &amp;cada día</translation>
    </message>
    <message>
        <source>The system starts it with this program closed, and after the computer was asleep.</source>
        <translation>El sistema la inicia con este programa cerrado y también después de que el equipo haya estado suspendido.</translation>
    </message>
    <message>
        <source>&amp;All backups</source>
        <translation>&amp;Todas las copias</translation>
    </message>
    <message>
        <source>Nothing is removed; in time the disk fills up.</source>
        <translation>No se elimina nada; con el tiempo el disco se llena.</translation>
    </message>
    <message>
        <source>Only &amp;some</source>
        <translation>Solo al&amp;gunas</translation>
    </message>
    <message>
        <source>Older ones of this database are removed from the folder. The newest whole and the newest proven one always stay.</source>
        <translation>Las más antiguas de esta base de datos se eliminan de la carpeta. La más reciente íntegra y la más reciente probada siempre se conservan.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Se conserva</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock; a time at which it is usually on is best, though a missed run follows by itself</source>
        <translation>Según el reloj de este equipo; lo mejor es una hora en la que suele estar encendido, aunque una ejecución perdida se recupera por sí sola</translation>
    </message>
    <message>
        <source>A&amp;t</source>
        <translation>A &amp;las</translation>
    </message>
    <message>
        <source>The daily backup at %1 goes on as it is.</source>
        <translation>La copia diaria de las %1 sigue como está.</translation>
    </message>
    <message>
        <source>Now, and change the daily backup to &amp;this</source>
        <translation>Ahora, y cambiar la copia diaria a &amp;esto</translation>
    </message>
    <message>
        <source>This connection asks for its password each time, and at night nobody answers. Keep the password in the keychain or in PostgreSQL&apos;s password file first, or back up once.</source>
        <translation>Esta conexión pide la contraseña cada vez y de noche nadie responde. Guarde antes la contraseña en el llavero o en el archivo de contraseñas de PostgreSQL, o haga la copia una sola vez.</translation>
    </message>
    <message>
        <source>Say how many backups stay, or keep all.</source>
        <translation>Indique cuántas copias se conservan o consérvelas todas.</translation>
    </message>
    <message>
        <source>Now, and then every day at %1</source>
        <translation>Ahora y después cada día a las %1</translation>
    </message>
    <message>
        <source>Once, now</source>
        <translation>Una vez, ahora</translation>
    </message>
    <message>
        <source>All backups</source>
        <translation>Todas las copias</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupWhatStep</name>
    <message>
        <source>What</source>
        <translation>Qué incluir</translation>
    </message>
    <message>
        <source>Choose what goes into the backup.</source>
        <translation>Elija qué se incluye en la copia de seguridad.</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Todo</translation>
    </message>
    <message>
        <source>Definitions and all rows: what a restore needs.</source>
        <translation>Definiciones y todas las filas: lo que necesita una restauración.</translation>
    </message>
    <message>
        <source>&amp;Definitions only</source>
        <translation>Solo &amp;definiciones</translation>
    </message>
    <message>
        <source>Tables, types, indexes and functions, without a single row.</source>
        <translation>Tablas, tipos, índices y funciones, sin una sola fila.</translation>
    </message>
    <message>
        <source>&amp;Chosen tables</source>
        <translation>Tablas &amp;elegidas</translation>
    </message>
    <message>
        <source>These tables with their rows, and what they need to be loaded by themselves.</source>
        <translation>Estas tablas con sus filas, y lo que necesitan para poder cargarse por sí solas.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Reading the tables…</source>
        <translation>Leyendo las tablas…</translation>
    </message>
    <message>
        <source>This database has no tables.</source>
        <translation>Esta base de datos no tiene tablas.</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n tabla</numerusform>
            <numerusform>%n tablas</numerusform>
        </translation>
    </message>
    <message>
        <source>Definitions, no rows</source>
        <translation>Definiciones, sin filas</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupWhereStep</name>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>&amp;Packed with gzip, about a third of the size</source>
        <translation>Com&amp;primida con gzip, alrededor de un tercio del tamaño</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nombre de archivo</translation>
    </message>
    <message>
        <source>Left as it is, the name says the day and the second</source>
        <translation>Si se deja como está, el nombre indica el día y el segundo</translation>
    </message>
    <message>
        <source>gunzip unpacks it on every system</source>
        <translation>gunzip la descomprime en cualquier sistema</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Examinar…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Carpeta</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>&amp;Nombre de archivo</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Carpeta para copias de seguridad</translation>
    </message>
    <message>
        <source>A file name has no / or \ in it and does not begin with a dot.</source>
        <translation>Un nombre de archivo no contiene / ni \ y no empieza por un punto.</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, or choose it with Browse.</source>
        <translation>Indique la ruta completa de la carpeta o elíjala con Examinar.</translation>
    </message>
    <message>
        <source>There is a file of that name in the folder already; choose another name.</source>
        <translation>Ya hay un archivo con ese nombre en la carpeta; elija otro nombre.</translation>
    </message>
    <message>
        <source>A backup beside its database goes down with it.</source>
        <translation>Una copia junto a su base de datos se pierde con ella.</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>Segundo lugar</translation>
    </message>
    <message>
        <source>The backup is copied there, read back and compared</source>
        <translation>La copia se duplica allí, se relee y se compara</translation>
    </message>
    <message>
        <source>A folder on another disk or a share</source>
        <translation>Una carpeta en otro disco o en un recurso compartido</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Choose the folder for the copy</source>
        <translation>Elegir la carpeta del duplicado</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Co&amp;py to</source>
        <translation>&amp;Duplicar en</translation>
    </message>
    <message>
        <source>&amp;Archive (recommended)</source>
        <translation>&amp;Archivo propio (recomendado)</translation>
    </message>
    <message>
        <source>&amp;SQL script</source>
        <translation>&amp;Script SQL</translation>
    </message>
    <message>
        <source>What pg_dump writes; psql restores it without this program.</source>
        <translation>Lo que escribe pg_dump; psql lo restaura sin este programa.</translation>
    </message>
    <message>
        <source>Without a copy elsewhere a broken disk takes the backups with it.</source>
        <translation>Sin un duplicado en otro lugar, un disco roto se lleva las copias consigo.</translation>
    </message>
    <message>
        <source>The copy is read back and compared with the backup.</source>
        <translation>El duplicado se relee y se compara con la copia.</translation>
    </message>
    <message>
        <source>Both folders are on the same disk: it takes both with it.</source>
        <translation>Ambas carpetas están en el mismo disco: si falla, se pierden las dos.</translation>
    </message>
    <message>
        <source>The copy needs a folder other than the backup&apos;s own.</source>
        <translation>El duplicado necesita una carpeta distinta de la de la copia.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivo propio</translation>
    </message>
    <message>
        <source>SQL, packed with gzip</source>
        <translation>SQL, comprimido con gzip</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Fastest to take and to restore; each table has its own checksum.</source>
        <translation>El más rápido de crear y de restaurar; cada tabla tiene su propia suma de comprobación.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupWizard</name>
    <message>
        <source>Back up %1</source>
        <translation>Hacer copia de seguridad de %1</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Open the folder the backup is in</source>
        <translation>Abrir la carpeta donde está la copia de seguridad</translation>
    </message>
    <message>
        <source>The database is read and written into one file. Nothing in it changes, and work in it goes on.</source>
        <translation>La base de datos se lee y se escribe en un solo archivo. Nada cambia en ella y se puede seguir trabajando.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>A few seconds</source>
        <translation>Unos segundos</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Alrededor de %1</translation>
    </message>
    <message>
        <source>Free there</source>
        <translation>Libre allí</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer copia ahora</translation>
    </message>
    <message>
        <source>Backed up into %1: %2, read back to its end.</source>
        <translation>Copia de seguridad hecha en %1: %2, releída hasta el final.</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Keep a copy on another computer or disk: a backup beside its database goes down with it.</source>
        <translation>Guarde otra copia en otro equipo o disco: una copia de seguridad junto a su base de datos se pierde con ella.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>De %1 a %2</translation>
    </message>
    <message>
        <source>The copy was not made. %1</source>
        <translation>El duplicado no se hizo. %1</translation>
    </message>
    <message>
        <source>Older backups were not removed. %1</source>
        <translation>No se eliminaron copias antiguas. %1</translation>
    </message>
    <message>
        <source>The daily backup was not set up. %1</source>
        <translation>La copia diaria no se configuró. %1</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Duplicado</translation>
    </message>
    <message>
        <source>None: this backup is in one place alone</source>
        <translation>Ninguno: esta copia está en un solo lugar</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Se conserva</translation>
    </message>
    <message numerus="yes">
        <source>%n older backup(s) will be removed from the folder once this one is whole.</source>
        <translation>
            <numerusform>%n copia más antigua se eliminará de la carpeta cuando esta esté íntegra.</numerusform>
            <numerusform>%n copias más antiguas se eliminarán de la carpeta cuando esta esté íntegra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Size and time</source>
        <translation>Tamaño y tiempo</translation>
    </message>
    <message>
        <source>No estimate yet: this is the first of its kind. The tables hold %1; a backup is usually smaller.</source>
        <translation>Aún no hay estimación: es la primera de su tipo. Las tablas ocupan %1; una copia suele ser menor.</translation>
    </message>
    <message>
        <source>The disk may be too small for this backup. It is taken whole or not at all.</source>
        <translation>El disco puede ser demasiado pequeño para esta copia. Se hace entera o no se hace.</translation>
    </message>
    <message>
        <source>Backed up into %1, but not all of the rest went well.</source>
        <translation>Copiada en %1, pero no todo lo demás salió bien.</translation>
    </message>
    <message>
        <source>%1 is backed up and read back to its end.</source>
        <translation>%1 está copiada y releída hasta el final.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Every byte was read back from the disk and is as it was written.</source>
        <translation>Cada byte se releyó del disco y es igual a lo escrito.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin comprobar</translation>
    </message>
    <message>
        <source>It is not proven yet: no restore of it has been compared with the database.</source>
        <translation>Aún no está probada: ninguna restauración suya se ha comparado con la base de datos.</translation>
    </message>
    <message>
        <source>%1, read back and compared</source>
        <translation>%1, releído y comparado</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Diarias</translation>
    </message>
    <message>
        <source>Every day at %1 from now on</source>
        <translation>Cada día a las %1 desde ahora</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Eliminadas</translation>
    </message>
    <message numerus="yes">
        <source>%n older backup(s), %1</source>
        <translation>
            <numerusform>%n copia más antigua, %1</numerusform>
            <numerusform>%n copias más antiguas, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>But</source>
        <translation>Pero</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>&amp;Prove it</source>
        <translation>&amp;Probarla</translation>
    </message>
    <message>
        <source>Restore it into a scratch database in the sandbox, compare every row, and delete that again</source>
        <translation>Restaurarla en una base de datos temporal del entorno de pruebas, comparar cada fila y volver a eliminarla</translation>
    </message>
    <message>
        <source>Under way: it is restored in the sandbox and compared. It goes on when this window is closed.</source>
        <translation>En curso: se restaura en el entorno de pruebas y se compara. Continúa aunque se cierre esta ventana.</translation>
    </message>
    <message>
        <source>%1 is backed up and proven.</source>
        <translation>%1 está copiada y probada.</translation>
    </message>
    <message>
        <source>%1 is backed up, but the backup is not proven.</source>
        <translation>%1 está copiada, pero la copia no está probada.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Prueba</translation>
    </message>
    <message numerus="yes">
        <source>%1, going by %n earlier backup(s); the tables hold %2</source>
        <translation>
            <numerusform>%1, según %n copia anterior; las tablas ocupan %2</numerusform>
            <numerusform>%1, según %n copias anteriores; las tablas ocupan %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupWords</name>
    <message numerus="yes">
        <source>%1 table(s)</source>
        <translation>
            <numerusform>%1 tabla</numerusform>
            <numerusform>%1 tablas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %1 row(s)</source>
        <translation>
            <numerusform>con %1 fila</numerusform>
            <numerusform>con %1 filas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Take backups, check them, and restore them</source>
        <translation>Hacer copias de seguridad, comprobarlas y restaurarlas</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>copia de seguridad</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>restaurar</translation>
    </message>
    <message>
        <source>dump</source>
        <translation>volcado</translation>
    </message>
    <message>
        <source>recover</source>
        <translation>recuperar</translation>
    </message>
    <message>
        <source>&amp;Back up now…</source>
        <translation>&amp;Hacer copia ahora…</translation>
    </message>
    <message>
        <source>Take a backup of the connected database</source>
        <translation>Hacer una copia de seguridad de la base de datos conectada</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Restaurar…</translation>
    </message>
    <message>
        <source>Restore a backup into a new database, or over the connected one</source>
        <translation>Restaurar una copia de seguridad en una base de datos nueva o sobre la conectada</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Verificar</translation>
    </message>
    <message>
        <source>Read the backup to its end and say whether it is whole</source>
        <translation>Leer la copia de seguridad hasta el final e indicar si está íntegra</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Open the folder this backup is in</source>
        <translation>Abrir la carpeta donde está esta copia de seguridad</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Eliminar…</translation>
    </message>
    <message>
        <source>Delete this backup file</source>
        <translation>Eliminar este archivo de copia de seguridad</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>Buscando copias de seguridad…</translation>
    </message>
    <message>
        <source>No backups yet</source>
        <translation>Aún no hay copias de seguridad</translation>
    </message>
    <message>
        <source>A backup is one file that holds the whole database. Take the first one now; a file that is already there can be restored by dropping it here.</source>
        <translation>Una copia de seguridad es un archivo que contiene toda la base de datos. Haga ahora la primera; un archivo que ya exista se puede restaurar soltándolo aquí.</translation>
    </message>
    <message>
        <source>The newest backup is %1.</source>
        <translation>La copia de seguridad más reciente: %1.</translation>
    </message>
    <message>
        <source>The newest backup of %1 is %2.</source>
        <translation>La copia de seguridad más reciente de %1: %2.</translation>
    </message>
    <message>
        <source>There is no backup of a whole database yet.</source>
        <translation>Aún no hay ninguna copia de seguridad de una base de datos completa.</translation>
    </message>
    <message>
        <source>There is no backup of all of %1 yet.</source>
        <translation>Aún no hay ninguna copia de seguridad completa de %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be restored.</source>
        <translation>
            <numerusform>%n archivo no se puede restaurar.</numerusform>
            <numerusform>%n archivos no se pueden restaurar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete a backup</source>
        <translation>Eliminar una copia de seguridad</translation>
    </message>
    <message>
        <source>%1 will be deleted from the disk.</source>
        <translation>%1 se eliminará del disco.</translation>
    </message>
    <message>
        <source>What it holds of %1, as of %2, cannot be restored from it any more.</source>
        <translation>Lo que contiene de %1, con fecha %2, ya no se podrá restaurar a partir de ella.</translation>
    </message>
    <message>
        <source>Delete backup</source>
        <translation>Eliminar copia de seguridad</translation>
    </message>
    <message>
        <source>&amp;Schedule…</source>
        <translation>&amp;Programar…</translation>
    </message>
    <message>
        <source>When a backup is taken every day, how many are kept, where a copy goes</source>
        <translation>A qué hora se hace cada día una copia de seguridad, cuántas se conservan y dónde va un duplicado</translation>
    </message>
    <message>
        <source>R&amp;un it now</source>
        <translation>&amp;Ejecutar ahora</translation>
    </message>
    <message>
        <source>Take the daily backup now, with its copy, and remove what is too old</source>
        <translation>Hacer ahora la copia diaria, con su duplicado, y quitar lo que es demasiado antiguo</translation>
    </message>
    <message>
        <source>Daily backup of %1</source>
        <translation>Copia diaria de %1</translation>
    </message>
    <message>
        <source>Backed up and read back.</source>
        <translation>Copiado y leído de nuevo.</translation>
    </message>
    <message>
        <source>Backed up, but not all of the rest went well.</source>
        <translation>La copia está hecha, pero no todo lo demás salió bien.</translation>
    </message>
    <message>
        <source>The daily backup is taken: %1, read back to its end.</source>
        <translation>La copia diaria está hecha: %1, leída hasta el final.</translation>
    </message>
    <message>
        <source>The backup is good, but: %1</source>
        <translation>La copia es buena, pero: %1</translation>
    </message>
    <message>
        <source>&amp;Practise a restore…</source>
        <translation>&amp;Practicar una restauración…</translation>
    </message>
    <message>
        <source>A backup, a loss, a restore: step by step, in a database made for it</source>
        <translation>Una copia, una pérdida, una restauración: paso a paso, en una base de datos hecha para ello</translation>
    </message>
    <message>
        <source>what was restored from it differs (%1)</source>
        <translation>lo que se restauró de ella es distinto (%1)</translation>
    </message>
    <message>
        <source>&amp;Prove</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>Restore it into a scratch database in the sandbox, compare every row, and delete that again</source>
        <translation>Restaurarla en una base de datos temporal del entorno de pruebas, comparar cada fila y volver a eliminarla</translation>
    </message>
    <message>
        <source>It is proven.</source>
        <translation>Está probada.</translation>
    </message>
    <message>
        <source>The newest proven one is %1.</source>
        <translation>La más reciente probada: %1.</translation>
    </message>
    <message>
        <source>None is proven yet.</source>
        <translation>Aún no hay ninguna probada.</translation>
    </message>
    <message>
        <source>It is damaged: as it is, it cannot be restored.</source>
        <translation>Está dañada: tal como está, no se puede restaurar.</translation>
    </message>
    <message>
        <source>The daily backup is taken and proven: %1, restored and found equal.</source>
        <translation>La copia diaria está hecha y probada: %1, restaurada e igual.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ChartCard</name>
    <message>
        <source>Show chart</source>
        <translation>Mostrar gráfico</translation>
    </message>
    <message>
        <source>Show table</source>
        <translation>Mostrar tabla</translation>
    </message>
    <message>
        <source>Back to the chart</source>
        <translation>Volver al gráfico</translation>
    </message>
    <message>
        <source>The values behind this chart, to sort, copy and export</source>
        <translation>Los valores de este gráfico, para ordenarlos, copiarlos y exportarlos</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::CoachStrip</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::CommandPalette</name>
    <message>
        <source>Search pages and actions</source>
        <translation>Buscar páginas y acciones</translation>
    </message>
    <message>
        <source>A page, an action, a connection</source>
        <translation>Una página, una acción, una conexión</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Resultados encontrados</translation>
    </message>
    <message>
        <source>Nothing is called that. Try another word.</source>
        <translation>Nada se llama así. Pruebe con otra palabra.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ConfirmationDialog</name>
    <message>
        <source>on %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>To go on, &amp;type the database&apos;s name: %1</source>
        <translation>Para continuar, &amp;escriba el nombre de la base de datos: %1</translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation>Nombre de la base de datos</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ConnectionButton</name>
    <message>
        <source>Connection: %1</source>
        <translation>Conexión: %1</translation>
    </message>
    <message>
        <source>Choose a database</source>
        <translation>Elegir una base de datos</translation>
    </message>
    <message>
        <source>%1: %2
Choose another database</source>
        <translation>%1: %2
Elegir otra base de datos</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ConnectionJobs</name>
    <message>
        <source>Test connection</source>
        <translation>Probar conexión</translation>
    </message>
    <message>
        <source>Say what the database is used for</source>
        <translation>Indicar para qué se usa la base de datos</translation>
    </message>
    <message>
        <source>%1 now says: %2.</source>
        <translation>%1 indica ahora: %2.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ConnectionsPage</name>
    <message>
        <source>Asking the database…</source>
        <translation>Consultando la base de datos…</translation>
    </message>
    <message>
        <source>%1 is saved, but its password is not. %2</source>
        <translation>%1 está guardada, pero su contraseña no. %2</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copia)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>Se guardó %1.</translation>
    </message>
    <message>
        <source>Removed %1. The database itself is as it was.</source>
        <translation>Se quitó %1. La base de datos en sí queda como estaba.</translation>
    </message>
    <message>
        <source>Writing it to the database…</source>
        <translation>Escribiéndolo en la base de datos…</translation>
    </message>
    <message>
        <source>Take production&apos;s protection away</source>
        <translation>Quitar la protección de producción</translation>
    </message>
    <message>
        <source>%1 will no longer be protected as production.</source>
        <translation>%1 dejará de estar protegida como producción.</translation>
    </message>
    <message>
        <source>Every computer that connects may write to it without unlocking.</source>
        <translation>Cualquier equipo que se conecte podrá escribir en ella sin desbloquearla.</translation>
    </message>
    <message>
        <source>Seed data may be loaded into it, and it may be overwritten by a restore.</source>
        <translation>Se podrán cargar en ella datos de ejemplo y una restauración podrá sobrescribirla.</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Quitarla</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Where your databases are, and how to reach them</source>
        <translation>Dónde están sus bases de datos y cómo llegar a ellas</translation>
    </message>
    <message>
        <source>server</source>
        <translation>servidor</translation>
    </message>
    <message>
        <source>login</source>
        <translation>inicio de sesión</translation>
    </message>
    <message>
        <source>password</source>
        <translation>contraseña</translation>
    </message>
    <message>
        <source>production</source>
        <translation>producción</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>entorno</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>conexión</translation>
    </message>
    <message>
        <source>Width of the list</source>
        <translation>Ancho de la lista</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Nueva conexión</translation>
    </message>
    <message>
        <source>Begin with empty fields</source>
        <translation>Empezar con los campos vacíos</translation>
    </message>
    <message>
        <source>Paste address</source>
        <translation>Pegar dirección</translation>
    </message>
    <message>
        <source>Take host, port, database, user and password from a postgresql:// address</source>
        <translation>Tomar servidor, puerto, base de datos, usuario y contraseña de una dirección postgresql://</translation>
    </message>
    <message>
        <source>Take from pg_service.conf</source>
        <translation>Tomar de pg_service.conf</translation>
    </message>
    <message>
        <source>Choose among the entries of PostgreSQL&apos;s connection service file</source>
        <translation>Elegir entre las entradas del archivo de servicios de conexión de PostgreSQL</translation>
    </message>
    <message>
        <source>Duplicate connection</source>
        <translation>Duplicar conexión</translation>
    </message>
    <message>
        <source>Begin a new one with the fields of this one</source>
        <translation>Empezar una nueva con los campos de esta</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Work on this database</source>
        <translation>Trabajar con esta base de datos</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Bring the connection back</source>
        <translation>Recuperar la conexión</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More ways to get a connection</source>
        <translation>Más formas de obtener una conexión</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Forget this connection; its database stays as it is</source>
        <translation>Olvidar esta conexión; su base de datos queda como está</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Probar conexión</translation>
    </message>
    <message>
        <source>Try it step by step, with what the fields say now</source>
        <translation>Probarla paso a paso con lo que indican ahora los campos</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar cambios</translation>
    </message>
    <message>
        <source>Back to what is saved</source>
        <translation>Volver a lo guardado</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Keep this connection</source>
        <translation>Conservar esta conexión</translation>
    </message>
    <message>
        <source>No saved connections yet</source>
        <translation>Aún no hay conexiones guardadas</translation>
    </message>
    <message>
        <source>A connection says where a CivicQ database is and how to log in. Its password stays in this computer&apos;s keychain.</source>
        <translation>Una conexión indica dónde está una base de datos de CivicQ y cómo iniciar sesión en ella. Su contraseña se guarda en el llavero del sistema.</translation>
    </message>
    <message>
        <source>The sandbox, where you can try everything, is open and needs none.</source>
        <translation>El entorno de pruebas, donde puede probarlo todo, está abierto y no necesita ninguna.</translation>
    </message>
    <message>
        <source>To try things without one, start the sandbox from the switcher above.</source>
        <translation>Para probar sin tener ninguna, inicie el entorno de pruebas desde el selector de arriba.</translation>
    </message>
    <message>
        <source>Save and connect</source>
        <translation>Guardar y conectar</translation>
    </message>
    <message>
        <source>Do not add it</source>
        <translation>No añadirla</translation>
    </message>
    <message>
        <source>Where your databases are, and how to reach them.</source>
        <translation>Dónde están sus bases de datos y cómo llegar a ellas.</translation>
    </message>
    <message numerus="yes">
        <source>%n saved connection(s).</source>
        <translation>
            <numerusform>%n conexión guardada.</numerusform>
            <numerusform>%n conexiones guardadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not saved.</source>
        <translation>
            <numerusform>%n sin guardar.</numerusform>
            <numerusform>%n sin guardar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) are not saved.</source>
        <translation>
            <numerusform>%n conexión no está guardada.</numerusform>
            <numerusform>%n conexiones no están guardadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::EnvironmentBadge</name>
    <message>
        <source>Environment: %1</source>
        <translation>Entorno: %1</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::EnvironmentCard</name>
    <message>
        <source>Read from the database</source>
        <translation>Leer de la base de datos</translation>
    </message>
    <message>
        <source>Mark database</source>
        <translation>Marcar base de datos</translation>
    </message>
    <message>
        <source>What this database is used for</source>
        <translation>Para qué se usa esta base de datos</translation>
    </message>
    <message>
        <source>Connects for a moment and asks</source>
        <translation>Se conecta un momento y lo consulta</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
    <message>
        <source>The city works with it. Read-only on the server&apos;s side until unlocked for one task; no seed data; what cannot be undone asks for the database&apos;s name.</source>
        <translation>La ciudad trabaja con ella. De solo lectura en el servidor hasta que se desbloquee para una tarea; sin datos de ejemplo; lo que no se puede deshacer pide el nombre de la base de datos.</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Preproducción</translation>
    </message>
    <message>
        <source>To try a release before the city gets it.</source>
        <translation>Para probar una versión antes de que llegue a la ciudad.</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Desarrollo</translation>
    </message>
    <message>
        <source>To write and test the program.</source>
        <translation>Para escribir y probar el programa.</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>Sin marcar</translation>
    </message>
    <message>
        <source>No mark: nothing is protected.</source>
        <translation>Sin marca: nada está protegido.</translation>
    </message>
    <message>
        <source>Kept in the database itself, so that every computer that connects knows it.</source>
        <translation>Se guarda en la propia base de datos, para que lo sepa cualquier equipo que se conecte.</translation>
    </message>
    <message>
        <source>The database says it itself. Test the connection, or read it from there.</source>
        <translation>Lo indica la propia base de datos. Pruebe la conexión o léalo de allí.</translation>
    </message>
    <message>
        <source>%1 carries the mark (%2) of another database, %3: it was restored from it, or moved to another server. Say what it is used for.</source>
        <translation>%1 lleva la marca (%2) de otra base de datos, %3: se restauró a partir de ella o se trasladó a otro servidor. Indique para qué se usa.</translation>
    </message>
    <message>
        <source>%1 does not say what it is used for.</source>
        <translation>%1 no indica para qué se usa.</translation>
    </message>
    <message>
        <source>%1 says so itself.</source>
        <translation>%1 lo indica por sí misma.</translation>
    </message>
    <message>
        <source>The database could not be asked.</source>
        <translation>No se pudo consultar la base de datos.</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Quitar la marca</translation>
    </message>
    <message>
        <source>Mark as %1</source>
        <translation>Marcar como %1</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ErrorView</name>
    <message>
        <source>Details of the error</source>
        <translation>Detalles del error</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>The server&apos;s own words</source>
        <translation>El mensaje literal del servidor</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the sentence and the details, to send to somebody who can help</source>
        <translation>Copiar la frase y los detalles para enviarlos a quien pueda ayudar</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::FilteredTable</name>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filtrar: %1</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Elegir columnas</translation>
    </message>
    <message>
        <source>Copy and export</source>
        <translation>Copiar y exportar</translation>
    </message>
    <message>
        <source>&amp;Copy with headers</source>
        <translation>&amp;Copiar con encabezados</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>&amp;Exportar como CSV…</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportar %1</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>No se exportó</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>No se pudo escribir %1: %2. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Nothing here matches the filter.</source>
        <translation>Nada coincide aquí con el filtro.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::FolderChoice</name>
    <message>
        <source>Migrations of…</source>
        <translation>Migraciones de…</translation>
    </message>
    <message>
        <source>Choose a folder of SQL migrations, an Alembic project, or the CivicQ schema</source>
        <translation>Elija una carpeta de migraciones SQL, un proyecto de Alembic o el esquema de CivicQ</translation>
    </message>
    <message>
        <source>CivicQ schema</source>
        <translation>Esquema de CivicQ</translation>
    </message>
    <message>
        <source>%1 (Alembic)</source>
        <translation>%1 (Alembic)</translation>
    </message>
    <message>
        <source>CivicQ schema, which comes with this program</source>
        <translation>Esquema de CivicQ, que viene con este programa</translation>
    </message>
    <message>
        <source>Another folder or Alembic project…</source>
        <translation>Otra carpeta o proyecto de Alembic…</translation>
    </message>
    <message>
        <source>Python that runs Alembic…</source>
        <translation>Python que ejecuta Alembic…</translation>
    </message>
    <message>
        <source>Without one, the virtual environment in or above the project&apos;s folder is used, then what is installed</source>
        <translation>Si no se indica, se usa el entorno virtual de la carpeta del proyecto o de una superior y, si no lo hay, lo que esté instalado</translation>
    </message>
    <message>
        <source>The Python, or the alembic, that runs Alembic projects</source>
        <translation>El Python, o el alembic, que ejecuta los proyectos de Alembic</translation>
    </message>
    <message>
        <source>Folder of SQL migrations, or of an Alembic project (with alembic.ini)</source>
        <translation>Carpeta de migraciones SQL o de un proyecto de Alembic (con alembic.ini)</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::HistoryView</name>
    <message>
        <source>Filter revisions</source>
        <translation>Filtrar revisiones</translation>
    </message>
    <message>
        <source>Revisions, newest first</source>
        <translation>Revisiones, las más recientes primero</translation>
    </message>
    <message>
        <source>No revision has “%1”.</source>
        <translation>Ninguna revisión contiene «%1».</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::KeptCard</name>
    <message>
        <source>A restore took their place. They stay on the server, and take its space, until you let go of them.</source>
        <translation>Una restauración ocupó su lugar. Permanecen en el servidor, y ocupan espacio, hasta que usted prescinda de ellas.</translation>
    </message>
    <message>
        <source>Kept from before a restore</source>
        <translation>Conservadas de antes de una restauración</translation>
    </message>
    <message>
        <source>%1 as it was until %2</source>
        <translation>%1 tal como era hasta el %2</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Recuperar…</translation>
    </message>
    <message>
        <source>%1 becomes again what it was; what is in it now is kept in its turn</source>
        <translation>%1 vuelve a ser lo que era; lo que contiene ahora se conserva a su vez</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>Recuperar %1</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Delete this kept database from the server</source>
        <translation>Eliminar del servidor esta base de datos conservada</translation>
    </message>
    <message>
        <source>Delete the kept database %1</source>
        <translation>Eliminar la base de datos conservada %1</translation>
    </message>
    <message>
        <source>Delete a kept database</source>
        <translation>Eliminar una base de datos conservada</translation>
    </message>
    <message>
        <source>%1 is deleted from the server.</source>
        <translation>%1 se elimina del servidor.</translation>
    </message>
    <message>
        <source>%1 cannot be brought back to how it was until %2.</source>
        <translation>%1 ya no podrá volver a ser como era hasta el %2.</translation>
    </message>
    <message>
        <source>%1 itself, as it is now, is not touched.</source>
        <translation>%1, tal como está ahora, no se modifica.</translation>
    </message>
    <message>
        <source>Delete kept database</source>
        <translation>Eliminar base de datos conservada</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Deleted; its space is free again.</source>
        <translation>Eliminada; su espacio vuelve a estar libre.</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 se eliminó.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::LoginCard</name>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Voter</source>
        <translation>Votante</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidato</translation>
    </message>
    <message>
        <source>City staff</source>
        <translation>Personal municipal</translation>
    </message>
    <message>
        <source>Test logins</source>
        <translation>Inicios de sesión de prueba</translation>
    </message>
    <message>
        <source>Copy the address of %1</source>
        <translation>Copiar la dirección de %1</translation>
    </message>
    <message>
        <source>Copy the password of %1</source>
        <translation>Copiar la contraseña de %1</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::MainWindow</name>
    <message>
        <source>CivicQ Admin</source>
        <translation>CivicQ Admin</translation>
    </message>
    <message>
        <source>%1 (%2) – CivicQ Admin</source>
        <translation>%1 (%2) – CivicQ Admin</translation>
    </message>
    <message>
        <source>Nothing to do on this page</source>
        <translation>No hay nada que hacer en esta página</translation>
    </message>
    <message>
        <source>Unfold the navigation</source>
        <translation>Desplegar la navegación</translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation>Plegar la navegación</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::MigrationsPage</name>
    <message>
        <source>Migrations</source>
        <translation>Migraciones</translation>
    </message>
    <message>
        <source>The history of the schema, and bringing this database up to date</source>
        <translation>El historial del esquema y la puesta al día de esta base de datos</translation>
    </message>
    <message>
        <source>schema,upgrade,downgrade,revision,alembic,history,version</source>
        <translation>esquema,actualizar,revertir,revisión,alembic,historial,versión</translation>
    </message>
    <message>
        <source>Upgrade to head…</source>
        <translation>Actualizar a la cabeza (head)…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Read the files and the database&apos;s version again</source>
        <translation>Leer de nuevo los archivos y la versión de la base de datos</translation>
    </message>
    <message>
        <source>Upgrade to here…</source>
        <translation>Actualizar hasta aquí…</translation>
    </message>
    <message>
        <source>Downgrade to here…</source>
        <translation>Revertir hasta aquí…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Connect to a database to see which revisions it has.</source>
        <translation>Conéctese a una base de datos para ver qué revisiones tiene.</translation>
    </message>
    <message>
        <source>No database is connected</source>
        <translation>No hay ninguna base de datos conectada</translation>
    </message>
    <message>
        <source>The history of the schema is shown here, with this database&apos;s place in it.</source>
        <translation>Aquí se muestra el historial del esquema, con el punto en que está esta base de datos.</translation>
    </message>
    <message>
        <source>Reading the migrations…</source>
        <translation>Leyendo las migraciones…</translation>
    </message>
    <message>
        <source>Read the migrations</source>
        <translation>Leer las migraciones</translation>
    </message>
    <message>
        <source>The migrations could not be read.</source>
        <translation>No se pudieron leer las migraciones.</translation>
    </message>
    <message>
        <source>No migrations yet</source>
        <translation>Aún no hay migraciones</translation>
    </message>
    <message numerus="yes">
        <source>%n more problem(s) are waiting behind these.</source>
        <translation>
            <numerusform>Hay %n problema más detrás de estos.</numerusform>
            <numerusform>Hay %n problemas más detrás de estos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is pending, then apply it</source>
        <translation>Mostrar lo que está pendiente y después aplicarlo</translation>
    </message>
    <message>
        <source>The chain of revisions has to be mended first</source>
        <translation>Primero hay que corregir la cadena de revisiones</translation>
    </message>
    <message>
        <source>Nothing is pending</source>
        <translation>No hay nada pendiente</translation>
    </message>
    <message>
        <source>Apply this revision and what comes before it</source>
        <translation>Aplicar esta revisión y las anteriores</translation>
    </message>
    <message>
        <source>Choose a pending revision</source>
        <translation>Elija una revisión pendiente</translation>
    </message>
    <message>
        <source>Take back every revision above this one</source>
        <translation>Revertir todas las revisiones posteriores a esta</translation>
    </message>
    <message>
        <source>Choose an applied revision below the current one</source>
        <translation>Elija una revisión aplicada anterior a la actual</translation>
    </message>
    <message>
        <source>Work out what would run</source>
        <translation>Determinar qué se ejecutaría</translation>
    </message>
    <message>
        <source>Upgrade to %1</source>
        <translation>Actualizar a %1</translation>
    </message>
    <message>
        <source>Downgrade to %1</source>
        <translation>Revertir a %1</translation>
    </message>
    <message>
        <source>Stamp here…</source>
        <translation>Marcar aquí…</translation>
    </message>
    <message>
        <source>New revision…</source>
        <translation>Nueva revisión…</translation>
    </message>
    <message>
        <source>Merge heads…</source>
        <translation>Unir cabezas…</translation>
    </message>
    <message>
        <source>This folder holds no revisions. Write the first one, or choose another folder.</source>
        <translation>Esta carpeta no contiene revisiones. Escriba la primera o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Say that the database stands here, without running anything</source>
        <translation>Declara que la base de datos está aquí, sin ejecutar nada</translation>
    </message>
    <message>
        <source>Choose a revision that is not the current one</source>
        <translation>Elija una revisión que no sea la actual</translation>
    </message>
    <message>
        <source>Write the file of a new revision</source>
        <translation>Escribe el archivo de una nueva revisión</translation>
    </message>
    <message>
        <source>The schema that comes with the program cannot be added to: choose a folder of your own</source>
        <translation>Al esquema que viene con el programa no se le puede añadir nada: elija una carpeta propia</translation>
    </message>
    <message>
        <source>Write one revision that comes after all heads</source>
        <translation>Escribe una revisión que viene después de todas las cabezas</translation>
    </message>
    <message>
        <source>There is only one head</source>
        <translation>Solo hay una cabeza</translation>
    </message>
    <message>
        <source>Stamp with %1</source>
        <translation>Marcar con %1</translation>
    </message>
    <message>
        <source>Write a merge</source>
        <translation>Escribir una unión</translation>
    </message>
    <message>
        <source>Write a revision</source>
        <translation>Escribir una revisión</translation>
    </message>
    <message>
        <source>Wrote %1. Fill in what it does, then read again.</source>
        <translation>Se escribió %1. Complete lo que hace y vuelva a leer.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::OptionsModel</name>
    <message>
        <source>PostgreSQL&apos;s client library knows no option of this name: connections will fail.</source>
        <translation>La biblioteca cliente de PostgreSQL no conoce ninguna opción con este nombre: las conexiones fallarán.</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Opción</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::OptionsTable</name>
    <message>
        <source>Other options</source>
        <translation>Otras opciones</translation>
    </message>
    <message>
        <source>Add option</source>
        <translation>Añadir opción</translation>
    </message>
    <message>
        <source>Remove option</source>
        <translation>Quitar opción</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::OverviewCharts</name>
    <message>
        <source>Cache hit over time</source>
        <translation>Aciertos de caché a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>Tabla (heap)</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>90% wanted</source>
        <translation>90 % deseado</translation>
    </message>
    <message>
        <source>Cache hit</source>
        <translation>Aciertos de caché</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Todo el periodo</translation>
    </message>
    <message>
        <source>Each interval</source>
        <translation>Cada intervalo</translation>
    </message>
    <message>
        <source>Cache hit of which time</source>
        <translation>Periodo de los aciertos de caché</translation>
    </message>
    <message>
        <source>Since the server&apos;s statistics were reset, or between one measurement and the next</source>
        <translation>Desde que se restablecieron las estadísticas del servidor, o entre una medición y la siguiente</translation>
    </message>
    <message>
        <source>Connections over time</source>
        <translation>Conexiones a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Midiendo…</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Sessions of the whole server, by what they do</source>
        <translation>Sesiones de todo el servidor, según lo que hacen</translation>
    </message>
    <message>
        <source>Largest tables</source>
        <translation>Tablas más grandes</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Índices</translation>
    </message>
    <message>
        <source>TOAST</source>
        <translation>TOAST</translation>
    </message>
    <message>
        <source>Table sizes</source>
        <translation>Tamaños de las tablas</translation>
    </message>
    <message>
        <source>This database has no tables yet.</source>
        <translation>Esta base de datos aún no tiene tablas.</translation>
    </message>
    <message>
        <source>Blocks found in the cache; the axis begins at %1</source>
        <translation>Bloques encontrados en la caché; el eje empieza en %1</translation>
    </message>
    <message>
        <source>Blocks found in the cache, of all blocks asked for</source>
        <translation>Bloques encontrados en la caché, de todos los bloques solicitados</translation>
    </message>
    <message>
        <source>no table has been read yet</source>
        <translation>aún no se ha leído ninguna tabla</translation>
    </message>
    <message>
        <source>no table was read in the last interval</source>
        <translation>no se leyó ninguna tabla en el último intervalo</translation>
    </message>
    <message>
        <source>No table has been read since the statistics were reset.</source>
        <translation>No se ha leído ninguna tabla desde que se restablecieron las estadísticas.</translation>
    </message>
    <message>
        <source>No table was read while this page was shown.</source>
        <translation>No se leyó ninguna tabla mientras se mostraba esta página.</translation>
    </message>
    <message>
        <source>of heap blocks, %1 of index blocks</source>
        <translation>de los bloques de tabla (heap), %1 de los bloques de índice</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activas</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactivas</translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation>Inactivas en transacción</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>%1 allowed</source>
        <translation>%1 permitidas</translation>
    </message>
    <message>
        <source>of %1 in use, %2 of them CivicQ Admin&apos;s own</source>
        <translation>de %1 en uso, %2 de ellas del propio CivicQ Admin</translation>
    </message>
    <message>
        <source>%1: %2 (%3 bytes)</source>
        <translation>%1: %2 (%3 bytes)</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloqueada</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>This database has no tables yet. The migrations make CivicQ&apos;s.</source>
        <translation>Esta base de datos aún no tiene tablas. Las migraciones crean las de CivicQ.</translation>
    </message>
    <message numerus="yes">
        <source>in %n table(s), indexes and TOAST included</source>
        <translation>
            <numerusform>en %n tabla, con índices y TOAST incluidos</numerusform>
            <numerusform>en %n tablas, con índices y TOAST incluidos</numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 largest of %2 tables</source>
        <translation>Las %1 tablas más grandes de %2</translation>
    </message>
    <message>
        <source>All tables, the largest first</source>
        <translation>Todas las tablas, las más grandes primero</translation>
    </message>
    <message>
        <source>CivicQ Admin</source>
        <translation>CivicQ Admin</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>How the database is, live</source>
        <translation>Cómo está la base de datos, en vivo</translation>
    </message>
    <message>
        <source>health,cache hit,connections,table sizes,live,charts,dashboard</source>
        <translation>estado,aciertos de caché,conexiones,tamaños de tablas,en vivo,gráficos,panel</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation>Copia de seguridad más reciente</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Cache hit</source>
        <translation>Aciertos de caché</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Show table sizes as a table</source>
        <translation>Mostrar los tamaños de las tablas como tabla</translation>
    </message>
    <message>
        <source>Show connections as a table</source>
        <translation>Mostrar las conexiones como tabla</translation>
    </message>
    <message>
        <source>Show cache hit as a table</source>
        <translation>Mostrar los aciertos de caché como tabla</translation>
    </message>
    <message>
        <source>What happened lately</source>
        <translation>Actividad reciente</translation>
    </message>
    <message>
        <source>How often the figures are read</source>
        <translation>Con qué frecuencia se leen las cifras</translation>
    </message>
    <message>
        <source>How often the figures are read from the server while this page is shown</source>
        <translation>Con qué frecuencia se leen las cifras del servidor mientras se muestra esta página</translation>
    </message>
    <message>
        <source>&amp;Measure every</source>
        <translation>&amp;Medir cada</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>No database is open.</source>
        <translation>No hay ninguna base de datos abierta.</translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation>No hay ninguna base de datos abierta</translation>
    </message>
    <message>
        <source>Choose a connection at the top of the window. The sandbox is always there to try things.</source>
        <translation>Elija una conexión en la parte superior de la ventana. El entorno de pruebas siempre está disponible para probar.</translation>
    </message>
    <message>
        <source>Connecting to %1.</source>
        <translation>Conectando con %1.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>The figures are of %1.</source>
        <translation>Las cifras son de %1.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>El servidor aún no ha respondido.</translation>
    </message>
    <message>
        <source>The server is late with its answer. %1</source>
        <translation>El servidor tarda en responder. %1</translation>
    </message>
    <message>
        <source>%1 Asking again every %2. %3</source>
        <translation>%1 Se vuelve a consultar cada %2. %3</translation>
    </message>
    <message>
        <source>Live. Read at %1.</source>
        <translation>En vivo. Última lectura: %1.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>midiendo…</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>No responde</translation>
    </message>
    <message>
        <source>Waiting for the server.</source>
        <translation>Esperando al servidor.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Midiendo…</translation>
    </message>
    <message>
        <source>Reading the first figures of %1.</source>
        <translation>Leyendo las primeras cifras de %1.</translation>
    </message>
    <message>
        <source>no backup folder is known</source>
        <translation>no se conoce ninguna carpeta de copias de seguridad</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::PageArea</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Conectando con %1…</translation>
    </message>
    <message>
        <source>Not connected to a database</source>
        <translation>Sin conexión a una base de datos</translation>
    </message>
    <message>
        <source>Start the sandbox to try everything on a database of this program&apos;s own, or add the connection to one of yours.</source>
        <translation>Inicie el entorno de pruebas para probarlo todo en una base de datos propia de este programa, o añada la conexión a una de las suyas.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Contraseña:</translation>
    </message>
    <message>
        <source>&amp;Password of %1:</source>
        <translation>&amp;Contraseña de %1:</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::PreviewPane</name>
    <message>
        <source>What each statement locks</source>
        <translation>Qué bloquea cada instrucción</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>In use by</source>
        <translation>En uso por</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Other sessions that use the table at this moment</source>
        <translation>Otras sesiones que usan la tabla en este momento</translation>
    </message>
    <message>
        <source>What a revision in Python does is known to Alembic alone: there is no preview of its locks.</source>
        <translation>Lo que hace una revisión en Python solo lo sabe Alembic: no hay vista previa de sus bloqueos.</translation>
    </message>
    <message>
        <source>Looking at the tables…</source>
        <translation>Mirando las tablas…</translation>
    </message>
    <message>
        <source>What is locked could not be worked out. %1</source>
        <translation>No se pudo averiguar qué se bloquea. %1</translation>
    </message>
    <message>
        <source>Outside a transaction</source>
        <translation>Fuera de una transacción</translation>
    </message>
    <message>
        <source>May take further locks</source>
        <translation>Puede tomar más bloqueos</translation>
    </message>
    <message>
        <source>New: nobody waits</source>
        <translation>Nueva: nadie espera</translation>
    </message>
    <message>
        <source>Not in this database</source>
        <translation>No está en esta base de datos</translation>
    </message>
    <message>
        <source>%1 bytes, about %2 rows</source>
        <translation>%1 bytes, unas %2 filas</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ProfileForm</name>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>For you, and for civicq-db --connection</source>
        <translation>Para usted y para civicq-db --connection</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Grupo</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Name or address of the server; a folder for a local socket; several with commas between</source>
        <translation>Nombre o dirección del servidor; una carpeta para un socket local; varios, separados por comas</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Puerto</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>S&amp;ervidor</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>As the user is called</source>
        <translation>Igual que el nombre del usuario</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>Base de &amp;datos</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>As you are called on this computer</source>
        <translation>Su nombre de usuario en este equipo</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Usuario</translation>
    </message>
    <message>
        <source>Where the password is</source>
        <translation>Dónde está la contraseña</translation>
    </message>
    <message>
        <source>Keep it in this computer&apos;s keychain</source>
        <translation>Guardarla en el llavero del sistema</translation>
    </message>
    <message>
        <source>Ask for it each time</source>
        <translation>Pedirla cada vez</translation>
    </message>
    <message>
        <source>None here: PostgreSQL&apos;s password file or a certificate</source>
        <translation>Ninguna aquí: archivo de contraseñas de PostgreSQL o un certificado</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Con&amp;traseña</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>SSL mode</source>
        <translation>Modo SSL</translation>
    </message>
    <message>
        <source>prefer – encrypt if the server can (the default)</source>
        <translation>prefer – cifrar si el servidor puede (predeterminado)</translation>
    </message>
    <message>
        <source>require – encrypt or do not connect</source>
        <translation>require – cifrar o no conectar</translation>
    </message>
    <message>
        <source>verify-ca – and the certificate must be trusted</source>
        <translation>verify-ca – y el certificado debe ser de confianza</translation>
    </message>
    <message>
        <source>verify-full – and it must be this server&apos;s</source>
        <translation>verify-full – y debe ser el de este servidor</translation>
    </message>
    <message>
        <source>allow – encrypt only if the server insists</source>
        <translation>allow – cifrar solo si el servidor lo exige</translation>
    </message>
    <message>
        <source>disable – never encrypt</source>
        <translation>disable – no cifrar nunca</translation>
    </message>
    <message>
        <source>&amp;SSL mode</source>
        <translation>Modo &amp;SSL</translation>
    </message>
    <message>
        <source>&amp;Root certificate</source>
        <translation>Certificado &amp;raíz</translation>
    </message>
    <message>
        <source>Whom to trust: the authority that issued the server&apos;s certificate</source>
        <translation>En quién confiar: la autoridad que emitió el certificado del servidor</translation>
    </message>
    <message>
        <source>Your &amp;certificate</source>
        <translation>Su &amp;certificado</translation>
    </message>
    <message>
        <source>Only where the server asks for one</source>
        <translation>Solo donde el servidor lo pida</translation>
    </message>
    <message>
        <source>Your &amp;key</source>
        <translation>Su c&amp;lave</translation>
    </message>
    <message>
        <source>The private key of your certificate</source>
        <translation>La clave privada de su certificado</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s usual place</source>
        <translation>La ubicación habitual de PostgreSQL</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Elegir un archivo: %1</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Más opciones</translation>
    </message>
    <message>
        <source>Service, password file, time limit, and every other option of PostgreSQL&apos;s client library</source>
        <translation>Servicio, archivo de contraseñas, tiempo límite y todas las demás opciones de la biblioteca cliente de PostgreSQL</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>An entry of pg_service.conf: it fills in what is left empty above</source>
        <translation>Una entrada de pg_service.conf: completa lo que se deja vacío arriba</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>Ser&amp;vicio</translation>
    </message>
    <message>
        <source>Password file</source>
        <translation>Archivo de contraseñas</translation>
    </message>
    <message>
        <source>Password &amp;file</source>
        <translation>&amp;Archivo de contraseñas</translation>
    </message>
    <message>
        <source>Time limit in seconds</source>
        <translation>Tiempo límite en segundos</translation>
    </message>
    <message>
        <source>How many seconds to wait for the server; 0 for as long as it takes</source>
        <translation>Cuántos segundos esperar al servidor; 0 para esperar lo que haga falta</translation>
    </message>
    <message>
        <source>&amp;Time limit (s)</source>
        <translation>T&amp;iempo límite (s)</translation>
    </message>
    <message>
        <source>&amp;Other options</source>
        <translation>&amp;Otras opciones</translation>
    </message>
    <message>
        <source>As PostgreSQL names them: target_session_attrs, options, hostaddr, …</source>
        <translation>Con los nombres de PostgreSQL: target_session_attrs, options, hostaddr, …</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>desplegado</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>plegado</translation>
    </message>
    <message>
        <source>Kept once the connection is saved</source>
        <translation>Se guardará cuando se guarde la conexión</translation>
    </message>
    <message>
        <source>Type to replace the one that is kept</source>
        <translation>Escriba para reemplazar la guardada</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ProfileList</name>
    <message>
        <source>Saved connections</source>
        <translation>Conexiones guardadas</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Nueva conexión</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1 (sin guardar)</translation>
    </message>
    <message>
        <source>%1
The window works on this one.</source>
        <translation>%1
La ventana trabaja con esta.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ProgressList</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>What is done so far</source>
        <translation>Lo hecho hasta ahora</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ProtectionStep</name>
    <message>
        <source>Protection</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>A backup holds everything the database holds. Choose who can read it.</source>
        <translation>Una copia de seguridad contiene todo lo que contiene la base de datos. Elija quién puede leerla.</translation>
    </message>
    <message>
        <source>&amp;Not encrypted</source>
        <translation>&amp;Sin cifrar</translation>
    </message>
    <message>
        <source>Whoever has the file can read what is in it. For a place that is safe itself.</source>
        <translation>Quien tenga el archivo puede leer lo que contiene. Para un lugar que ya es seguro.</translation>
    </message>
    <message>
        <source>With a &amp;passphrase</source>
        <translation>Con una &amp;frase de contraseña</translation>
    </message>
    <message>
        <source>Whoever knows it can restore the backup, on any computer.</source>
        <translation>Quien la conozca puede restaurar la copia, en cualquier equipo.</translation>
    </message>
    <message>
        <source>For the holders of &amp;keys</source>
        <translation>Para los titulares de &amp;claves</translation>
    </message>
    <message>
        <source>This computer needs the public half alone. Only the secret half, kept in a safe place, restores the backup.</source>
        <translation>Este equipo solo necesita la mitad pública. Solo la mitad secreta, guardada en un lugar seguro, restaura la copia.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Several words that have nothing to do with each other are best</source>
        <translation>Lo mejor son varias palabras que no tengan nada que ver entre sí</translation>
    </message>
    <message>
        <source>Passphrase, again</source>
        <translation>Frase de contraseña, otra vez</translation>
    </message>
    <message>
        <source>The same once more, so that a slip of the finger does not lock the backup</source>
        <translation>La misma otra vez, para que un error al teclear no deje cerrada la copia</translation>
    </message>
    <message>
        <source>Pa&amp;ssphrase</source>
        <translation>Fra&amp;se de contraseña</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>&amp;Otra vez</translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open the backup again: not this program, and not its makers. Keep it in a place that does not burn down with this computer.</source>
        <translation>Sin la frase de contraseña nadie puede volver a abrir la copia: ni este programa ni quienes lo hacen. Guárdela en un lugar que no arda junto con este equipo.</translation>
    </message>
    <message>
        <source>Recovery keys</source>
        <translation>Claves de recuperación</translation>
    </message>
    <message>
        <source>The holder of any of the ticked keys can restore the backup</source>
        <translation>El titular de cualquiera de las claves marcadas puede restaurar la copia</translation>
    </message>
    <message>
        <source>No recovery keys on this computer yet. Add the public key of whoever is to restore: a file that gpg --export --armor wrote, for example.</source>
        <translation>Todavía no hay claves de recuperación en este equipo. Añada la clave pública de quien deba restaurar: por ejemplo, un archivo escrito por gpg --export --armor.</translation>
    </message>
    <message>
        <source>&amp;Add a key…</source>
        <translation>&amp;Añadir una clave…</translation>
    </message>
    <message>
        <source>Choose a file with a public key; it is kept for the next backups</source>
        <translation>Elija un archivo con una clave pública; se conserva para las próximas copias</translation>
    </message>
    <message>
        <source>Four or more words that have nothing to do with each other hold well.</source>
        <translation>Cuatro o más palabras que no tengan nada que ver entre sí resisten bien.</translation>
    </message>
    <message>
        <source>Too short: eight characters at least.</source>
        <translation>Demasiado corta: al menos ocho caracteres.</translation>
    </message>
    <message>
        <source>Weak: a determined thief finds it. Make it longer.</source>
        <translation>Débil: un ladrón decidido la encuentra. Hágala más larga.</translation>
    </message>
    <message>
        <source>Fair: another word would make it strong.</source>
        <translation>Aceptable: otra palabra la haría fuerte.</translation>
    </message>
    <message>
        <source>Strong, unless others can guess it.</source>
        <translation>Fuerte, salvo que otros puedan adivinarla.</translation>
    </message>
    <message>
        <source>Public keys</source>
        <translation>Claves públicas</translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>No se puede usar: %1</translation>
    </message>
    <message>
        <source>Rehearsed on %1: its secret half opens what is encrypted to it</source>
        <translation>Ensayada el %1: su mitad secreta abre lo que se cifra para ella</translation>
    </message>
    <message>
        <source>Never rehearsed: nobody has proven yet that its secret half works</source>
        <translation>Nunca ensayada: nadie ha probado todavía que su mitad secreta funcione</translation>
    </message>
    <message>
        <source>The daily backup cannot ask for a passphrase: nobody is there to type it. Choose keys, or take this backup once.</source>
        <translation>La copia diaria no puede pedir una frase de contraseña: no hay nadie que la escriba. Elija claves, o haga esta copia una sola vez.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Las dos frases de contraseña no son iguales.</translation>
    </message>
    <message>
        <source>That passphrase is too short: eight characters at least.</source>
        <translation>Esa frase de contraseña es demasiado corta: al menos ocho caracteres.</translation>
    </message>
    <message>
        <source>That passphrase is too long: 255 bytes at most.</source>
        <translation>Esa frase de contraseña es demasiado larga: 255 bytes como máximo.</translation>
    </message>
    <message>
        <source>Encrypted with a passphrase</source>
        <translation>Cifrada con una frase de contraseña</translation>
    </message>
    <message>
        <source>Open to whoever has the file</source>
        <translation>Abierta para quien tenga el archivo</translation>
    </message>
    <message>
        <source>Encrypted for %1</source>
        <translation>Cifrada para %1</translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open this backup again.</source>
        <translation>Sin la frase de contraseña nadie podrá volver a abrir esta copia.</translation>
    </message>
    <message>
        <source>Only the secret key opens this backup again.</source>
        <translation>Solo la clave secreta vuelve a abrir esta copia.</translation>
    </message>
    <message>
        <source>Only the secret key opens this backup again, and nobody has rehearsed that yet.</source>
        <translation>Solo la clave secreta vuelve a abrir esta copia, y nadie lo ha ensayado todavía.</translation>
    </message>
    <message>
        <source>&amp;Rehearse…</source>
        <translation>&amp;Ensayar…</translation>
    </message>
    <message>
        <source>Prove that the secret half of the chosen key opens what is encrypted for it</source>
        <translation>Probar que la mitad secreta de la clave elegida abre lo que se cifra para ella</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::QuitQuestion</name>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are still running.</source>
        <translation>
            <numerusform>Aún hay %n tarea en curso.</numerusform>
            <numerusform>Aún hay %n tareas en curso.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quitting stops them. What they have not finished is taken back.</source>
        <translation>Al salir se detienen. Lo que no hayan terminado se deshace.</translation>
    </message>
    <message>
        <source>Quitting loses what was typed and not saved.</source>
        <translation>Al salir se pierde lo escrito que no se haya guardado.</translation>
    </message>
    <message>
        <source>Stop them and quit</source>
        <translation>Detenerlas y salir</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>Salir sin guardar</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Quit without saving?</source>
        <translation>¿Salir sin guardar?</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RecentTasks</name>
    <message>
        <source>What happened lately</source>
        <translation>Actividad reciente</translation>
    </message>
    <message>
        <source>Nothing yet. Backups, restores, migrations and other work show here once they are finished, with what came of them.</source>
        <translation>Aún no hay nada. Las copias de seguridad, restauraciones, migraciones y otras tareas aparecen aquí al terminar, con su resultado.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RehearsalDialog</name>
    <message>
        <source>The passphrase does not open this secret key. Check it for capital letters and spaces, and try again.</source>
        <translation>La frase de contraseña no abre esta clave secreta. Revise las mayúsculas y los espacios e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This secret key has a passphrase. Type it, and try again.</source>
        <translation>Esta clave secreta tiene una frase de contraseña. Escríbala e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This file does not open what is encrypted for the key: it is not its secret half. Backups that are encrypted for it could not be restored with this file.</source>
        <translation>Este archivo no abre lo que se cifra para la clave: no es su mitad secreta. Las copias de seguridad cifradas para ella no podrían restaurarse con este archivo.</translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation>&amp;Ensayar</translation>
    </message>
    <message>
        <source>Encrypt something for the key, and open it with this</source>
        <translation>Cifrar algo para la clave y abrirlo con esto</translation>
    </message>
    <message>
        <source>Something random is encrypted for the key, as a backup would be, and its secret half has to bring it back. Nothing of the secret is kept.</source>
        <translation>Se cifra algo al azar para la clave, como se haría con una copia de seguridad, y su mitad secreta tiene que recuperarlo. Nada del secreto se guarda.</translation>
    </message>
    <message>
        <source>Rehearse a key</source>
        <translation>Ensayar una clave</translation>
    </message>
    <message>
        <source>Does the key of %1 work?</source>
        <translation>¿Funciona la clave de %1?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>It works: its secret half opens what is encrypted for the key. Keep that half, and its passphrase, in a place that does not burn down with this computer.</source>
        <translation>Funciona: su mitad secreta abre lo que se cifra para la clave. Guarde esa mitad, y su frase de contraseña, en un lugar que no arda con este equipo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreContentsStep</name>
    <message>
        <source>What it holds</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>The backup is read to its end before anything is touched.</source>
        <translation>La copia de seguridad se lee hasta el final antes de tocar nada.</translation>
    </message>
    <message>
        <source>Tables in the backup</source>
        <translation>Tablas en la copia de seguridad</translation>
    </message>
    <message>
        <source>No tables.</source>
        <translation>Sin tablas.</translation>
    </message>
    <message>
        <source>Reading the backup to its end…</source>
        <translation>Leyendo la copia de seguridad hasta el final…</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Leer %1</translation>
    </message>
    <message>
        <source>Whole.</source>
        <translation>Íntegra.</translation>
    </message>
    <message>
        <source>Not a whole backup.</source>
        <translation>No es una copia de seguridad íntegra.</translation>
    </message>
    <message numerus="yes">
        <source>%n index(es)</source>
        <translation>
            <numerusform>%n índice</numerusform>
            <numerusform>%n índices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n vista</numerusform>
            <numerusform>%n vistas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n materialized view(s)</source>
        <translation>
            <numerusform>%n vista materializada</numerusform>
            <numerusform>%n vistas materializadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n function(s)</source>
        <translation>
            <numerusform>%n función</numerusform>
            <numerusform>%n funciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trigger(s)</source>
        <translation>
            <numerusform>%n disparador</numerusform>
            <numerusform>%n disparadores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%n secuencia</numerusform>
            <numerusform>%n secuencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n type(s)</source>
        <translation>
            <numerusform>%n tipo</numerusform>
            <numerusform>%n tipos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extension(s)</source>
        <translation>
            <numerusform>%n extensión</numerusform>
            <numerusform>%n extensiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other object(s)</source>
        <translation>
            <numerusform>%n objeto más</numerusform>
            <numerusform>%n objetos más</numerusform>
        </translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>%1, backed up %2 (%3)</source>
        <translation>%1, copiada %2 (%3)</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Hecha en</translation>
    </message>
    <message>
        <source>Schema version</source>
        <translation>Versión del esquema</translation>
    </message>
    <message>
        <source>Whole: read to its end, nothing in it is cut off or damaged.</source>
        <translation>Íntegra: leída hasta el final; nada está cortado ni dañado.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>Also holds</source>
        <translation>También contiene</translation>
    </message>
    <message>
        <source>Whole: read to its end, every part matches its checksum.</source>
        <translation>Íntegra: leída hasta el final; cada parte coincide con su suma de comprobación.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreSourceStep</name>
    <message>
        <source>Which backup</source>
        <translation>Qué copia</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>No backups in the folder; choose a file below.</source>
        <translation>No hay copias de seguridad en la carpeta; elija un archivo abajo.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Examinar…</translation>
    </message>
    <message>
        <source>Choose a backup file</source>
        <translation>Elegir un archivo de copia de seguridad</translation>
    </message>
    <message>
        <source>Backup to restore</source>
        <translation>Copia de seguridad que se restaurará</translation>
    </message>
    <message>
        <source>There is no file of that name.</source>
        <translation>No hay ningún archivo con ese nombre.</translation>
    </message>
    <message>
        <source>Choose one from the list, or any file: an archive, SQL, or what pg_dump made.</source>
        <translation>Elija una de la lista o cualquier archivo: un archivo propio, SQL o lo que hizo pg_dump.</translation>
    </message>
    <message>
        <source>Backups (*.cqbackup *.sql *.sql.gz *.sql.zst *.dump *.backup *.tar *.gpg);;All files (*)</source>
        <translation>Copias (*.cqbackup *.sql *.sql.gz *.sql.zst *.dump *.backup *.tar *.gpg);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>Buscando copias de seguridad…</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreTargetStep</name>
    <message>
        <source>Into what</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>The backup always fills a new database first; nothing else changes until that has been checked.</source>
        <translation>La copia de seguridad siempre llena primero una base de datos nueva; nada más cambia hasta que se haya comprobado.</translation>
    </message>
    <message>
        <source>A &amp;new database</source>
        <translation>Una base de datos n&amp;ueva</translation>
    </message>
    <message>
        <source>Name of the new database</source>
        <translation>Nombre de la nueva base de datos</translation>
    </message>
    <message>
        <source>A name no database of this server has yet</source>
        <translation>Un nombre que aún no tenga ninguna base de datos de este servidor</translation>
    </message>
    <message>
        <source>Beside what is there: look at it in peace, copy from it, drop it again.</source>
        <translation>Junto a lo que ya existe: obsérvela con calma, copie datos de ella, elimínela después.</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>N&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;Replace %1</source>
        <translation>&amp;Reemplazar %1</translation>
    </message>
    <message>
        <source>This server has a database named %1 already; choose another name.</source>
        <translation>Este servidor ya tiene una base de datos llamada %1; elija otro nombre.</translation>
    </message>
    <message>
        <source>That name is too long: PostgreSQL takes 63 bytes.</source>
        <translation>Ese nombre es demasiado largo: PostgreSQL admite 63 bytes.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %2 in %n table(s).</source>
        <translation>
            <numerusform>%1 ocupa %2 en %n tabla.</numerusform>
            <numerusform>%1 ocupa %2 en %n tablas.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is kept under another name until you delete it. Everybody working in it is disconnected.</source>
        <translation>Se conserva con otro nombre hasta que usted la elimine. Se desconecta a quienes trabajan en ella.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreUndo</name>
    <message>
        <source>Undo a restore</source>
        <translation>Deshacer una restauración</translation>
    </message>
    <message>
        <source>%1 becomes again what it was until %2.</source>
        <translation>%1 vuelve a ser lo que era hasta el %2.</translation>
    </message>
    <message>
        <source>What is in it now is kept under another name, and can be brought back too.</source>
        <translation>Lo que contiene ahora se conserva con otro nombre y también puede recuperarse.</translation>
    </message>
    <message>
        <source>Everybody who is connected to it is disconnected and has to connect again.</source>
        <translation>Se desconecta a quienes estén conectados a ella, y deben volver a conectarse.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>Recuperar %1</translation>
    </message>
    <message>
        <source>%1 is again what it was before the restore.</source>
        <translation>%1 vuelve a ser lo que era antes de la restauración.</translation>
    </message>
    <message>
        <source>%1 is again what it was before the restore. What had been restored is kept.</source>
        <translation>%1 vuelve a ser lo que era antes de la restauración. Lo que se había restaurado se conserva.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreWizard</name>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>%1 will be replaced by what the backup holds.</source>
        <translation>%1 se reemplazará por el contenido de la copia de seguridad.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Se conserva</translation>
    </message>
    <message>
        <source>What was entered since the backup is no longer in %1; it stays in the database that is kept.</source>
        <translation>Lo introducido desde la copia de seguridad ya no estará en %1; permanece en la base de datos que se conserva.</translation>
    </message>
    <message>
        <source>Everybody working in %1 is disconnected at the end of the restore.</source>
        <translation>Al final de la restauración se desconecta a todas las personas que trabajan en %1.</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation>Reemplazar %1</translation>
    </message>
    <message>
        <source>A new database is made on the server of %1. No other database changes.</source>
        <translation>Se crea una base de datos nueva en el servidor de %1. Ninguna otra base de datos cambia.</translation>
    </message>
    <message>
        <source>New database</source>
        <translation>Nueva base de datos</translation>
    </message>
    <message>
        <source>Restore now</source>
        <translation>Restaurar ahora</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Restaurar %1</translation>
    </message>
    <message>
        <source>Restored into %1: %2 rows, counted.</source>
        <translation>Restaurada en %1: %2 filas, contadas.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Estado del</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2, %n table(s))</source>
        <translation>
            <numerusform>%1 (%2, %n tabla)</numerusform>
            <numerusform>%1 (%2, %n tablas)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of others are open in %1; all are ended at the end of the restore.</source>
        <translation>
            <numerusform>%n sesión ajena está abierta en %1; se termina al final de la restauración.</numerusform>
            <numerusform>%n sesiones ajenas están abiertas en %1; todas se terminan al final de la restauración.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is restored and checked.</source>
        <translation>%1 está restaurada y comprobada.</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Comprobado</translation>
    </message>
    <message>
        <source>The backup was read to its end; then every table&apos;s rows were counted in the new database and are as many as the backup holds.</source>
        <translation>La copia se leyó hasta el final; después se contaron las filas de cada tabla en la nueva base de datos y son tantas como contiene la copia.</translation>
    </message>
    <message>
        <source>The database as it was, as %1</source>
        <translation>La base de datos como estaba, como %1</translation>
    </message>
    <message>
        <source>&amp;Undo…</source>
        <translation>&amp;Deshacer…</translation>
    </message>
    <message>
        <source>Bring back what was there before; what was restored is kept in its turn</source>
        <translation>Recuperar lo que había antes; lo restaurado se conserva a su vez</translation>
    </message>
    <message>
        <source>Look whether everything is as it should be. If it is not, Undo brings back what was there before, here or later on the page of backups. It takes as much space as before: delete it there once it is no longer needed.</source>
        <translation>Compruebe que todo está como debe. Si no lo está, Deshacer recupera lo que había antes, aquí o más tarde en la página de copias de seguridad. Ocupa tanto espacio como antes: elimínelo allí cuando ya no haga falta.</translation>
    </message>
    <message>
        <source>The restore is undone.</source>
        <translation>La restauración está deshecha.</translation>
    </message>
    <message>
        <source>The restore is not undone.</source>
        <translation>La restauración no está deshecha.</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Tenga en cuenta</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>&amp;Abrirla</translation>
    </message>
    <message>
        <source>The window works on the new database then; the one that is open now stays as it is</source>
        <translation>La ventana trabaja entonces con la base de datos nueva; la que está abierta ahora queda como está</translation>
    </message>
    <message>
        <source>The present database, as %1, until you delete it</source>
        <translation>La base de datos actual, como %1, hasta que usted la elimine</translation>
    </message>
    <message>
        <source>It is on the same server as %1. Open it to look at it; to come back to it later, add a connection to it.</source>
        <translation>Está en el mismo servidor que %1. Ábrala para examinarla; para volver a ella más adelante, añada una conexión.</translation>
    </message>
    <message>
        <source>It could not be opened again: %1 Connect to it anew; undoing is on the page of backups then.</source>
        <translation>No se pudo volver a abrir: %1 Conéctese de nuevo; después puede deshacer en la página de copias de seguridad.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RetentionFields</name>
    <message>
        <source>Newest</source>
        <translation>Más recientes</translation>
    </message>
    <message>
        <source>So many of the newest, whenever they were taken</source>
        <translation>Tantas de las más recientes, sin importar cuándo se hicieron</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Diarias</translation>
    </message>
    <message>
        <source>The newest of each of so many days that have one</source>
        <translation>La más reciente de cada uno de tantos días con copia</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Semanales</translation>
    </message>
    <message>
        <source>The newest of each of so many weeks that have one</source>
        <translation>La más reciente de cada una de tantas semanas con copia</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Mensuales</translation>
    </message>
    <message>
        <source>The newest of each of so many months that have one</source>
        <translation>La más reciente de cada uno de tantos meses con copia</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>últimas</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>diarias</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>semanales</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>mensuales</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RevisionDetails</name>
    <message>
        <source>Revision</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Comes after</source>
        <translation>Posterior a</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrita</translation>
    </message>
    <message>
        <source>Applied at</source>
        <translation>Aplicada el</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>SQL of the upgrade</source>
        <translation>SQL de la actualización</translation>
    </message>
    <message>
        <source>SQL of the downgrade</source>
        <translation>SQL de la reversión</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Downgrade</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>No revision is chosen</source>
        <translation>No hay ninguna revisión elegida</translation>
    </message>
    <message>
        <source>Choose one in the list to see what it changes.</source>
        <translation>Elija una de la lista para ver qué cambia.</translation>
    </message>
    <message>
        <source>A revision that no file has</source>
        <translation>Una revisión que no está en ningún archivo</translation>
    </message>
    <message>
        <source>nothing: it is a first revision</source>
        <translation>nada: es una primera revisión</translation>
    </message>
    <message>
        <source>Comes with this program</source>
        <translation>Incluida en este programa</translation>
    </message>
    <message>
        <source>This revision cannot be downgraded</source>
        <translation>Esta revisión no se puede revertir</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Bloqueos</translation>
    </message>
    <message>
        <source>What the upgrade would lock, for how much work, and what it would lose</source>
        <translation>Qué bloquearía la actualización, con cuánto trabajo, y qué se perdería</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>What the revision does</source>
        <translation>Qué hace la revisión</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RevisionDialog</name>
    <message>
        <source>Merge heads</source>
        <translation>Unir cabezas</translation>
    </message>
    <message>
        <source>New revision</source>
        <translation>Nueva revisión</translation>
    </message>
    <message>
        <source>The history ends in several heads: %1. A merge is one revision that comes after them all and changes nothing itself.</source>
        <translation>El historial termina en varias cabezas: %1. Una unión es una revisión que viene después de todas ellas y que por sí misma no cambia nada.</translation>
    </message>
    <message>
        <source>One file is written, for you to fill in. No database is changed.</source>
        <translation>Se escribe un archivo para que usted lo complete. No se cambia ninguna base de datos.</translation>
    </message>
    <message>
        <source>It goes into %1.</source>
        <translation>Se guarda en %1.</translation>
    </message>
    <message>
        <source>Write the merge</source>
        <translation>Escribir la unión</translation>
    </message>
    <message>
        <source>Write the revision</source>
        <translation>Escribir la revisión</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>Unir %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>Add a table of polling places</source>
        <translation>Añadir una tabla de centros de votación</translation>
    </message>
    <message>
        <source>What it &amp;changes:</source>
        <translation>Qué &amp;cambia:</translation>
    </message>
    <message>
        <source>nothing: it is the first</source>
        <translation>nada: es la primera</translation>
    </message>
    <message>
        <source>After the newest, unless a branch is meant: then choose the revision it leaves from first</source>
        <translation>Después de la más nueva, salvo que se quiera una rama: elija entonces primero la revisión de la que parte</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>A name for the branch that begins here; it can be upgraded by that name</source>
        <translation>Un nombre para la rama que empieza aquí; se puede actualizar por ese nombre</translation>
    </message>
    <message>
        <source>Comes &amp;after:</source>
        <translation>Viene &amp;después de:</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>&amp;Etiqueta:</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RunDialog</name>
    <message>
        <source>Upgrade %1</source>
        <translation>Actualizar %1</translation>
    </message>
    <message>
        <source>Downgrade %1</source>
        <translation>Revertir %1</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s)</source>
        <translation>
            <numerusform>Aplicar %n revisión</numerusform>
            <numerusform>Aplicar %n revisiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n revision(s)</source>
        <translation>
            <numerusform>Revertir %n revisión</numerusform>
            <numerusform>Revertir %n revisiones</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>Revisions in the order they run</source>
        <translation>Revisiones en el orden en que se ejecutan</translation>
    </message>
    <message>
        <source>SQL that the chosen revision runs</source>
        <translation>SQL que ejecuta la revisión elegida</translation>
    </message>
    <message>
        <source>In this order</source>
        <translation>En este orden</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>What these revisions made is dropped, with the data in it. This cannot be undone.</source>
        <translation>Lo que crearon estas revisiones se elimina, con los datos que contiene. Esto no se puede deshacer.</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) drop or delete something. Look at the SQL first.</source>
        <translation>
            <numerusform>%n sentencia elimina o borra algo. Examine primero el SQL.</numerusform>
            <numerusform>%n sentencias eliminan o borran algo. Examine primero el SQL.</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup of the database is made first.</source>
        <translation>Primero se hace una copia de seguridad de la base de datos.</translation>
    </message>
    <message>
        <source>To go on, &amp;type the database&apos;s name: %1</source>
        <translation>Para continuar, &amp;escriba el nombre de la base de datos: %1</translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation>Nombre de la base de datos</translation>
    </message>
    <message numerus="yes">
        <source>Upgrade by %n revision(s)</source>
        <translation>
            <numerusform>Actualizar con %n revisión</numerusform>
            <numerusform>Actualizar con %n revisiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downgrade by %n revision(s)</source>
        <translation>
            <numerusform>Revertir %n revisión</numerusform>
            <numerusform>Revertir %n revisiones</numerusform>
        </translation>
    </message>
    <message>
        <source>What it locks</source>
        <translation>Qué bloquea</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>The project&apos;s own alembic runs them, in this database whatever its configuration names.</source>
        <translation>Las ejecuta el propio alembic del proyecto, en esta base de datos, sea cual sea la que nombre su configuración.</translation>
    </message>
    <message>
        <source>Each revision is applied whole or not at all.</source>
        <translation>Cada revisión se aplica entera o no se aplica.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Longest wait for a lock</source>
        <translation>Espera máxima por un bloqueo</translation>
    </message>
    <message>
        <source>While a statement waits for a lock, everybody who comes after it waits too. Then it is rolled back and tried again a little later.</source>
        <translation>Mientras una sentencia espera un bloqueo, también esperan todos los que llegan después. Luego se revierte y se vuelve a intentar un poco más tarde.</translation>
    </message>
    <message>
        <source>&amp;Hold others up for at most</source>
        <translation>&amp;Retener a los demás como máximo</translation>
    </message>
    <message>
        <source>What the revision does</source>
        <translation>Qué hace la revisión</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SandboxPage</name>
    <message>
        <source>Sandbox</source>
        <translation>Entorno de pruebas</translation>
    </message>
    <message>
        <source>A private database to try things on, with snapshots to return to</source>
        <translation>Una base de datos privada para hacer pruebas, con instantáneas a las que volver</translation>
    </message>
    <message>
        <source>snapshot,try,private,local,test database,reset</source>
        <translation>instantánea,probar,privada,local,base de datos de prueba,restablecer</translation>
    </message>
    <message>
        <source>Work on the sandbox</source>
        <translation>Trabajar en el entorno de pruebas</translation>
    </message>
    <message>
        <source>Make it if there is none, start it, and connect to it</source>
        <translation>Crearlo si no existe, iniciarlo y conectarse a él</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop the sandbox</source>
        <translation>Detener el entorno de pruebas</translation>
    </message>
    <message>
        <source>The sandbox is stopped; what is in it stays.</source>
        <translation>El entorno de pruebas se detiene; su contenido se conserva.</translation>
    </message>
    <message>
        <source>What is in it stays</source>
        <translation>Su contenido se conserva</translation>
    </message>
    <message>
        <source>Start afresh…</source>
        <translation>Empezar de cero…</translation>
    </message>
    <message>
        <source>Delete everything in it, and make a new one</source>
        <translation>Eliminar todo su contenido y crear uno nuevo</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>Tomar instantánea</translation>
    </message>
    <message>
        <source>Keep the database as it is now; its connections are ended for a moment</source>
        <translation>Conservar la base de datos tal como está ahora; sus conexiones se interrumpen un momento</translation>
    </message>
    <message>
        <source>Return to it…</source>
        <translation>Volver a ella…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantáneas</translation>
    </message>
    <message>
        <source>No snapshots yet. Take one before you try something; returning to it takes less than a second.</source>
        <translation>Aún no hay instantáneas. Tome una antes de probar algo; volver a ella lleva menos de un segundo.</translation>
    </message>
    <message>
        <source>Snapshots of the database</source>
        <translation>Instantáneas de la base de datos</translation>
    </message>
    <message>
        <source>Before the new import</source>
        <translation>Antes de la nueva importación</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Look at the sandbox</source>
        <translation>Consultar el entorno de pruebas</translation>
    </message>
    <message>
        <source>Looking at the sandbox…</source>
        <translation>Consultando el entorno de pruebas…</translation>
    </message>
    <message>
        <source>There is no sandbox yet; it is made when you first work on it.</source>
        <translation>Aún no hay entorno de pruebas; se crea la primera vez que se trabaja en él.</translation>
    </message>
    <message>
        <source>The sandbox is stopped.</source>
        <translation>El entorno de pruebas está detenido.</translation>
    </message>
    <message numerus="yes">
        <source>The sandbox runs, with %n snapshot(s).</source>
        <translation>
            <numerusform>El entorno de pruebas está en marcha, con %n instantánea.</numerusform>
            <numerusform>El entorno de pruebas está en marcha, con %n instantáneas.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a snapshot named “%1” already. Choose another name.</source>
        <translation>Ya existe una instantánea llamada «%1». Elija otro nombre.</translation>
    </message>
    <message>
        <source>Take snapshot “%1”</source>
        <translation>Tomar la instantánea «%1»</translation>
    </message>
    <message>
        <source>Snapshot “%1” was taken.</source>
        <translation>Se tomó la instantánea «%1».</translation>
    </message>
    <message>
        <source>Return to snapshot “%1”</source>
        <translation>Volver a la instantánea «%1»</translation>
    </message>
    <message>
        <source>The database becomes what it was when the snapshot was taken.</source>
        <translation>La base de datos vuelve a ser la que era cuando se tomó la instantánea.</translation>
    </message>
    <message>
        <source>What was changed since then is lost, unless you take a snapshot of it first.</source>
        <translation>Lo que se haya cambiado desde entonces se pierde, a menos que antes tome una instantánea de ello.</translation>
    </message>
    <message>
        <source>Programs connected to it are disconnected for a moment.</source>
        <translation>Los programas conectados a ella se desconectan un momento.</translation>
    </message>
    <message>
        <source>the sandbox</source>
        <translation>el entorno de pruebas</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>The database is as it was in snapshot “%1”.</source>
        <translation>La base de datos está tal como en la instantánea «%1».</translation>
    </message>
    <message>
        <source>Delete snapshot “%1”</source>
        <translation>Eliminar la instantánea «%1»</translation>
    </message>
    <message>
        <source>The snapshot is deleted; the database stays as it is.</source>
        <translation>La instantánea se elimina; la base de datos se queda como está.</translation>
    </message>
    <message>
        <source>There is no way back to that state.</source>
        <translation>No hay forma de volver a ese estado.</translation>
    </message>
    <message>
        <source>Delete snapshot</source>
        <translation>Eliminar instantánea</translation>
    </message>
    <message>
        <source>Snapshot “%1” was deleted.</source>
        <translation>Se eliminó la instantánea «%1».</translation>
    </message>
    <message>
        <source>Start the sandbox afresh</source>
        <translation>Empezar de cero con el entorno de pruebas</translation>
    </message>
    <message>
        <source>Everything in the sandbox is deleted and an empty one is made.</source>
        <translation>Se elimina todo el contenido del entorno de pruebas y se crea uno vacío.</translation>
    </message>
    <message>
        <source>Its databases and all snapshots are lost.</source>
        <translation>Se pierden sus bases de datos y todas las instantáneas.</translation>
    </message>
    <message>
        <source>Its password changes; programs that read it from the file go on working.</source>
        <translation>Su contraseña cambia; los programas que la leen del archivo siguen funcionando.</translation>
    </message>
    <message>
        <source>Delete and start afresh</source>
        <translation>Eliminar y empezar de cero</translation>
    </message>
    <message>
        <source>Make a fresh sandbox</source>
        <translation>Crear un entorno de pruebas nuevo</translation>
    </message>
    <message>
        <source>The sandbox is new and empty. Run the migrations, then load development data.</source>
        <translation>El entorno de pruebas es nuevo y está vacío. Ejecute las migraciones y después cargue los datos de desarrollo.</translation>
    </message>
    <message>
        <source>The sandbox runs; it has no snapshots yet.</source>
        <translation>El entorno de pruebas está en marcha; aún no tiene instantáneas.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ScheduleCard</name>
    <message>
        <source>Today, %1</source>
        <translation>Hoy, %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Mañana, %1</translation>
    </message>
    <message>
        <source>Daily backup</source>
        <translation>Copia diaria</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Schedule…</source>
        <translation>&amp;Programar…</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Próxima</translation>
    </message>
    <message>
        <source>Started by %1</source>
        <translation>La inicia %1</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Última</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>Every one of the last %n day(s) has its backup.</source>
        <translation>
            <numerusform>El último día tiene su copia.</numerusform>
            <numerusform>Cada uno de los últimos %n días tiene su copia.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %n day(s) have no backup.</source>
        <translation>
            <numerusform>%1 de %n día no tiene copia.</numerusform>
            <numerusform>%1 de los últimos %n días no tienen copia.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Conserva</translation>
    </message>
    <message>
        <source>The newest whole and the newest proven backup always stay</source>
        <translation>La copia íntegra más reciente y la probada más reciente siempre quedan</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>Segundo lugar</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>A backup beside its database goes down with it</source>
        <translation>Una copia junto a su base de datos se pierde con ella</translation>
    </message>
    <message>
        <source>No backup is taken by itself yet. A daily one runs with this program closed, follows after the computer was asleep, and says so when it fails.</source>
        <translation>Todavía ninguna copia se hace sola. Una copia diaria se hace con este programa cerrado, se recupera cuando el equipo estuvo en reposo y avisa cuando falla.</translation>
    </message>
    <message>
        <source>The daily backups are encrypted for %1, and nobody has proven yet that this key opens them again.</source>
        <translation>Las copias diarias se cifran para %1, y nadie ha probado aún que esta clave las abra.</translation>
    </message>
    <message>
        <source>Rehearse…</source>
        <translation>Ensayar…</translation>
    </message>
    <message>
        <source>Prove it with the secret half of the key</source>
        <translation>Probarlo con la mitad secreta de la clave</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Of each backup</source>
        <translation>De cada copia</translation>
    </message>
    <message>
        <source>None by itself</source>
        <translation>Ninguna automática</translation>
    </message>
    <message>
        <source>Each is restored into a scratch database in the sandbox and compared</source>
        <translation>Cada una se restaura en una base de datos provisional del entorno de pruebas y se compara</translation>
    </message>
    <message>
        <source>Nobody has seen yet that these backups can be restored, unless they are proven by hand</source>
        <translation>Nadie ha visto aún que estas copias puedan restaurarse, salvo que se prueben a mano</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Cifrada</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>Con una frase de contraseña</translation>
    </message>
    <message>
        <source>%1: rehearsed on %2</source>
        <translation>%1: ensayada el %2</translation>
    </message>
    <message>
        <source>%1: never rehearsed</source>
        <translation>%1: nunca ensayada</translation>
    </message>
    <message numerus="yes">
        <source>For %n key(s)</source>
        <translation>
            <numerusform>Para %n clave</numerusform>
            <numerusform>Para %n claves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ScheduleDialog</name>
    <message>
        <source>Daily backup</source>
        <translation>Copia diaria</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock; a time at which it is usually on is best, though a missed run follows by itself</source>
        <translation>Según el reloj de este equipo; lo mejor es una hora en que suele estar encendido, aunque una copia perdida se recupera sola</translation>
    </message>
    <message>
        <source>&amp;Every day at</source>
        <translation>Cada &amp;día a las</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Second &amp;place</source>
        <translation>Segundo &amp;lugar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Back up every day</source>
        <translation>&amp;Copiar cada día</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Remove schedule</source>
        <translation>&amp;Quitar el horario</translation>
    </message>
    <message>
        <source>No daily backup any more; the backups there are stay</source>
        <translation>Ya no habrá copia diaria; las copias que hay se quedan</translation>
    </message>
    <message>
        <source>The system starts the backup of %1 with this program closed, and after the computer was asleep or off.</source>
        <translation>El sistema inicia la copia de %1 con este programa cerrado, y también después de que el equipo estuviera en reposo o apagado.</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>Segundo lugar</translation>
    </message>
    <message>
        <source>Each backup is copied there, read back and compared</source>
        <translation>Cada copia se duplica allí, se lee de nuevo y se compara</translation>
    </message>
    <message>
        <source>A folder on another disk or a share</source>
        <translation>Una carpeta en otro disco o en la red</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>This connection asks for its password each time, and at night nobody answers. Keep the password in the keychain or in PostgreSQL&apos;s password file first.</source>
        <translation>Esta conexión pide su contraseña cada vez, y de noche nadie responde. Guarde antes la contraseña en el llavero o en el archivo de contraseñas de PostgreSQL.</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, or choose it with Browse.</source>
        <translation>Indique la ruta completa de la carpeta, o elíjala con Examinar.</translation>
    </message>
    <message>
        <source>Without a second place a broken disk takes the backups with it.</source>
        <translation>Sin un segundo lugar, un disco roto se lleva las copias consigo.</translation>
    </message>
    <message>
        <source>Nothing is ever removed: the disk fills up in time.</source>
        <translation>Nunca se quita nada: con el tiempo el disco se llena.</translation>
    </message>
    <message>
        <source>The password is in the keychain, which may be closed while nobody is logged in. PostgreSQL&apos;s password file is always there.</source>
        <translation>La contraseña está en el llavero, que puede estar cerrado cuando no hay nadie en la sesión. El archivo de contraseñas de PostgreSQL está siempre.</translation>
    </message>
    <message>
        <source>The newest whole and the newest proven backup always stay.</source>
        <translation>La copia íntegra más reciente y la probada más reciente siempre quedan.</translation>
    </message>
    <message>
        <source>Telling the system&apos;s scheduler…</source>
        <translation>Avisando al programador del sistema…</translation>
    </message>
    <message>
        <source>Pro&amp;ve each backup</source>
        <translation>&amp;Probar cada copia</translation>
    </message>
    <message>
        <source>Each is restored into a scratch database in the sandbox of this computer, compared row by row, and the scratch database is deleted again</source>
        <translation>Cada una se restaura en una base de datos provisional del entorno de pruebas de este equipo, se compara fila por fila y la base provisional se vuelve a eliminar</translation>
    </message>
    <message>
        <source>It is encrypted for keys alone, and nobody is there at night to open it: prove it from the list</source>
        <translation>Se cifra solo para claves, y de noche no hay nadie que la abra: pruébela desde la lista</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SeedChecks</name>
    <message>
        <source>The CivicQ schema is there.</source>
        <translation>El esquema de CivicQ está presente.</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) of the CivicQ schema are missing.</source>
        <translation>
            <numerusform>Falta %n tabla del esquema de CivicQ.</numerusform>
            <numerusform>Faltan %n tablas del esquema de CivicQ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its tables can be looked at once they are there.</source>
        <translation>Sus tablas se podrán consultar cuando existan.</translation>
    </message>
    <message>
        <source>Its tables are empty.</source>
        <translation>Sus tablas están vacías.</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) hold rows; they would have to be emptied.</source>
        <translation>
            <numerusform>%n tabla contiene filas; habría que vaciarla.</numerusform>
            <numerusform>%n tablas contienen filas; habría que vaciarlas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The database is marked as production. Development data never go there.</source>
        <translation>La base de datos está marcada como producción. Los datos de desarrollo nunca se cargan ahí.</translation>
    </message>
    <message>
        <source>The database is marked as staging. Make sure nobody counts on it.</source>
        <translation>La base de datos está marcada como preproducción. Asegúrese de que nadie cuente con ella.</translation>
    </message>
    <message>
        <source>The database does not say what it is used for. Make sure it is not in use.</source>
        <translation>La base de datos no indica para qué se usa. Asegúrese de que no esté en uso.</translation>
    </message>
    <message>
        <source>The database is marked as %1.</source>
        <translation>La base de datos está marcada como %1.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SeedsPage</name>
    <message>
        <source>Seed data</source>
        <translation>Datos de ejemplo</translation>
    </message>
    <message>
        <source>Fill a development database with three cities</source>
        <translation>Llenar una base de datos de desarrollo con tres ciudades</translation>
    </message>
    <message>
        <source>development data,test logins,example,fixtures,fill,reset</source>
        <translation>datos de desarrollo,inicios de sesión de prueba,ejemplo,datos de prueba,llenar,restablecer</translation>
    </message>
    <message>
        <source>Load development data</source>
        <translation>Cargar datos de desarrollo</translation>
    </message>
    <message>
        <source>Empty and load again…</source>
        <translation>Vaciar y cargar de nuevo…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Look again at what the database holds</source>
        <translation>Volver a consultar lo que contiene la base de datos</translation>
    </message>
    <message>
        <source>Go to migrations</source>
        <translation>Ir a las migraciones</translation>
    </message>
    <message>
        <source>The tables of the CivicQ schema are missing, or some of them. Run the migrations first.</source>
        <translation>Faltan las tablas del esquema de CivicQ, o algunas de ellas. Ejecute primero las migraciones.</translation>
    </message>
    <message>
        <source>Tables to fill</source>
        <translation>Tablas que se llenarán</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>Lo que se creará</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>Before loading</source>
        <translation>Antes de cargar</translation>
    </message>
    <message>
        <source>Read what the tables hold</source>
        <translation>Leer lo que contienen las tablas</translation>
    </message>
    <message>
        <source>Reading the tables…</source>
        <translation>Leyendo las tablas…</translation>
    </message>
    <message>
        <source>What the database holds could not be read.</source>
        <translation>No se pudo leer lo que contiene la base de datos.</translation>
    </message>
    <message>
        <source>%1 is a production database: development data never goes there.</source>
        <translation>%1 es una base de datos de producción: los datos de desarrollo nunca se cargan ahí.</translation>
    </message>
    <message>
        <source>%1 does not have the CivicQ schema yet.</source>
        <translation>%1 aún no tiene el esquema de CivicQ.</translation>
    </message>
    <message>
        <source>%1 is empty and ready: %2 rows will go into its %3 tables.</source>
        <translation>%1 está vacía y lista: se cargarán %2 filas en sus %3 tablas.</translation>
    </message>
    <message>
        <source>%1 holds %2 rows already; loading again would empty its tables first.</source>
        <translation>%1 ya contiene %2 filas; cargar de nuevo vaciaría primero sus tablas.</translation>
    </message>
    <message>
        <source>Never on a production database</source>
        <translation>Nunca en una base de datos de producción</translation>
    </message>
    <message>
        <source>The schema must be there first</source>
        <translation>El esquema debe existir antes</translation>
    </message>
    <message>
        <source>Only into empty tables; use “Empty and load again”</source>
        <translation>Solo en tablas vacías; use «Vaciar y cargar de nuevo»</translation>
    </message>
    <message>
        <source>Into %1</source>
        <translation>En %1</translation>
    </message>
    <message>
        <source>Delete what the CivicQ tables hold, then load the development data</source>
        <translation>Eliminar lo que contienen las tablas de CivicQ y después cargar los datos de desarrollo</translation>
    </message>
    <message>
        <source>Empty and load again</source>
        <translation>Vaciar y cargar de nuevo</translation>
    </message>
    <message>
        <source>All rows of the %1 CivicQ tables are deleted, then the development data are loaded.</source>
        <translation>Se eliminan todas las filas de las %1 tablas de CivicQ y después se cargan los datos de desarrollo.</translation>
    </message>
    <message>
        <source>%1 rows will be lost.</source>
        <translation>Se perderán %1 filas.</translation>
    </message>
    <message>
        <source>Other tables stay as they are.</source>
        <translation>Las demás tablas se quedan como están.</translation>
    </message>
    <message>
        <source>Empty and load</source>
        <translation>Vaciar y cargar</translation>
    </message>
    <message>
        <source>%1 rows in %2 tables, in %3.</source>
        <translation>%1 filas en %2 tablas, en %3.</translation>
    </message>
    <message>
        <source>%1 rows were loaded into %2 tables of %3 in %4. The test logins are ready to use.</source>
        <translation>Se cargaron %1 filas en %2 tablas de %3 en %4. Los inicios de sesión de prueba están listos para usarse.</translation>
    </message>
    <message>
        <source>Nothing was changed in %1.</source>
        <translation>No se cambió nada en %1.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ServerCard</name>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Copy the address, for psql and other programs; no password is in it, but the file that has it</source>
        <translation>Copiar la dirección, para psql y otros programas; no contiene la contraseña, sino la ruta del archivo que la guarda</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>Not made yet</source>
        <translation>Aún no creado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Running since %1; stays when this program ends</source>
        <translation>En marcha desde %1; sigue en marcha cuando este programa termina</translation>
    </message>
    <message>
        <source>Running since %1; stops with the last program that uses it</source>
        <translation>En marcha desde %1; se detiene con el último programa que lo usa</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ServiceDialog</name>
    <message>
        <source>Take from pg_service.conf</source>
        <translation>Tomar de pg_service.conf</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Add chosen</source>
        <translation>Añadir las elegidas</translation>
    </message>
    <message>
        <source>There is no connection service file with entries in it. PostgreSQL looks for one here:
%1</source>
        <translation>No hay ningún archivo de servicios de conexión con entradas. PostgreSQL lo busca aquí:
%1</translation>
    </message>
    <message>
        <source>Each one chosen becomes a connection that refers to its entry: a change of the file still counts.</source>
        <translation>Cada entrada elegida se convierte en una conexión que remite a ella: los cambios del archivo siguen teniendo efecto.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Según el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Tema:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Idioma:</translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation>A partir del próximo inicio</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>Se detecta automáticamente</translation>
    </message>
    <message>
        <source>&amp;Backup folder:</source>
        <translation>Carpeta de co&amp;pias de seguridad:</translation>
    </message>
    <message>
        <source>Choose the folder for backups</source>
        <translation>Elegir la carpeta para las copias de seguridad</translation>
    </message>
    <message>
        <source>Where backups go unless another folder is chosen</source>
        <translation>Dónde se guardan las copias de seguridad si no se elige otra carpeta</translation>
    </message>
    <message>
        <source>Client &amp;tools:</source>
        <translation>&amp;Herramientas cliente:</translation>
    </message>
    <message>
        <source>Choose the folder of pg_dump and pg_restore</source>
        <translation>Elegir la carpeta de pg_dump y pg_restore</translation>
    </message>
    <message>
        <source>Where pg_dump and its kin are looked for first</source>
        <translation>Dónde se buscan primero pg_dump y programas afines</translation>
    </message>
    <message>
        <source>&amp;Stop the sandbox when the window closes</source>
        <translation>&amp;Detener el entorno de pruebas al cerrar la ventana</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Live figures &amp;every:</source>
        <translation>Cifras en vivo &amp;cada:</translation>
    </message>
    <message>
        <source>How often the charts ask the server; nothing is asked while they are hidden</source>
        <translation>Con qué frecuencia consultan los gráficos al servidor; no se consulta nada mientras están ocultos</translation>
    </message>
    <message>
        <source>Give up &amp;connecting after:</source>
        <translation>Desistir de co&amp;nectar tras:</translation>
    </message>
    <message>
        <source>Connections &amp;kept open:</source>
        <translation>Conexiones que se &amp;mantienen abiertas:</translation>
    </message>
    <message>
        <source>&amp;More for a rush:</source>
        <translation>&amp;Adicionales para picos de carga:</translation>
    </message>
    <message>
        <source>&amp;Renew a connection after:</source>
        <translation>&amp;Renovar una conexión tras:</translation>
    </message>
    <message>
        <source>&amp;Ask a kept connection whether it is alive before it is used</source>
        <translation>C&amp;omprobar que una conexión mantenida sigue activa antes de usarla</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::Spinner</name>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SqlView</name>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::StatePane</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SummaryPage</name>
    <message>
        <source>on %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>To go on, &amp;type the database&apos;s name: %1</source>
        <translation>Para continuar, &amp;escriba el nombre de la base de datos: %1</translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation>Nombre de la base de datos</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TableProgressView</name>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n table(s) done</source>
        <translation>
            <numerusform>%1 de %n tabla terminada</numerusform>
            <numerusform>%1 de %n tablas terminadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n table(s) done, the rows of %2 are in</source>
        <translation>
            <numerusform>%1 de %n tabla terminada, con sus filas cargadas %2</numerusform>
            <numerusform>%1 de %n tablas terminadas, con sus filas cargadas %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TaskPanel</name>
    <message>
        <source>Clear finished</source>
        <translation>Quitar las terminadas</translation>
    </message>
    <message>
        <source>Backups, migrations and other jobs appear here while they run and after.</source>
        <translation>Las copias de seguridad, migraciones y otras tareas aparecen aquí mientras se ejecutan y después.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Show or hide the list of tasks</source>
        <translation>Mostrar u ocultar la lista de tareas</translation>
    </message>
    <message>
        <source>Show or hide the list of tasks (F8)</source>
        <translation>Mostrar u ocultar la lista de tareas (F8)</translation>
    </message>
    <message>
        <source>Progress of the newest task</source>
        <translation>Progreso de la tarea más reciente</translation>
    </message>
    <message>
        <source>Take finished tasks off this list. Nothing they did is changed.</source>
        <translation>Quitar de esta lista las tareas terminadas. No cambia nada de lo que hicieron.</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>No hay nada en curso</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(y %n más)</numerusform>
            <numerusform>(y %n más)</numerusform>
        </translation>
    </message>
    <message>
        <source>Height of the list of tasks</source>
        <translation>Altura de la lista de tareas</translation>
    </message>
    <message>
        <source>Draw the list higher or lower. A double click makes it as high as its rows.</source>
        <translation>Arrastre para ajustar la altura de la lista. Con un doble clic se ajusta a sus filas.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TaskRow</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progreso de %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>Cancelar %1</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Detalles de %1</translation>
    </message>
    <message>
        <source>Copy the details of %1</source>
        <translation>Copiar los detalles de %1</translation>
    </message>
    <message>
        <source>Waiting for another job to end</source>
        <translation>Esperando a que termine otra tarea</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Trabajando…</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Listo.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing half done was left behind.</source>
        <translation>Cancelada. No quedó nada a medias.</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>Inicio: %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Fin: %1</translation>
    </message>
    <message>
        <source>It took %1</source>
        <translation>Duró %1</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TestCard</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Prueba de conexión</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the test</source>
        <translation>Cerrar la prueba</translation>
    </message>
    <message>
        <source>Everything found, with the server&apos;s own words, for whoever helps you</source>
        <translation>Todo lo encontrado, con los mensajes literales del servidor, para quien le ayude</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>La prueba se detuvo.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TimeChart</name>
    <message>
        <source>Nothing measured yet</source>
        <translation>Aún no se ha medido nada</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, a las %2</translation>
    </message>
    <message>
        <source>One reading so far. The lines begin with the next.</source>
        <translation>Una sola lectura por ahora. Las líneas empiezan con la siguiente.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TopBar</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find a page, an action or a connection (%1)</source>
        <translation>Buscar una página, una acción o una conexión (%1)</translation>
    </message>
    <message>
        <source>Search pages and actions</source>
        <translation>Buscar páginas y acciones</translation>
    </message>
    <message>
        <source>&amp;Manage connections…</source>
        <translation>&amp;Gestionar conexiones…</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Desconectar</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Not connected: %1</source>
        <translation>Sin conexión: %1</translation>
    </message>
    <message>
        <source>Unlocked for one task</source>
        <translation>Desbloqueada para una tarea</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>One task may write to this database; it is locked again when that task ends.</source>
        <translation>Una tarea puede escribir en esta base de datos; se bloquea de nuevo cuando esa tarea termina.</translation>
    </message>
    <message>
        <source>The server refuses every change until you unlock it for one task.</source>
        <translation>El servidor rechaza todos los cambios hasta que se desbloquee para una tarea.</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::UnlockDialog</name>
    <message>
        <source>Open a backup</source>
        <translation>Abrir una copia de seguridad</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::UnlockPane</name>
    <message>
        <source>&amp;Open the backup</source>
        <translation>&amp;Abrir la copia</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Secret key&apos;s file</source>
        <translation>Archivo de la clave secreta</translation>
    </message>
    <message>
        <source>Only for a backup that was encrypted for a key; the file is read and not kept</source>
        <translation>Solo para una copia cifrada para una clave; el archivo se lee y no se conserva</translation>
    </message>
    <message>
        <source>Read the backup to its end with this</source>
        <translation>Leer la copia hasta el final con esto</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Choose the file of the secret key</source>
        <translation>Elegir el archivo de la clave secreta</translation>
    </message>
    <message>
        <source>Secret &amp;key</source>
        <translation>Cla&amp;ve secreta</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>Frase de &amp;contraseña</translation>
    </message>
    <message>
        <source>The passphrase is the backup&apos;s own, or the secret key&apos;s where a key opens it. Nothing of it is kept.</source>
        <translation>La frase de contraseña es la de la copia, o la de la clave secreta si la abre una clave. Nada de ello se conserva.</translation>
    </message>
    <message>
        <source>%1 is encrypted</source>
        <translation>%1 está cifrada</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Clave secreta</translation>
    </message>
    <message>
        <source>The key&apos;s file cannot be read: %1</source>
        <translation>No se puede leer el archivo de la clave: %1</translation>
    </message>
    <message>
        <source>It is encrypted for the key %1.</source>
        <translation>Está cifrada para la clave %1.</translation>
    </message>
    <message>
        <source>What gpg --export-secret-keys wrote, for example; the file is read and not kept</source>
        <translation>Lo que escribió gpg --export-secret-keys, por ejemplo; el archivo se lee y no se guarda</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::Walkthrough</name>
    <message>
        <source>Practice</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 está vacía</translation>
    </message>
    <message>
        <source>%1 has %2 rows</source>
        <translation>%1 tiene %2 filas</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>Sal&amp;ir</translation>
    </message>
    <message>
        <source>End the practice and clear it away</source>
        <translation>Terminar la práctica y borrarla</translation>
    </message>
    <message>
        <source>&amp;Tidy up and close</source>
        <translation>&amp;Limpiar y cerrar</translation>
    </message>
    <message>
        <source>&amp;Leave the practice</source>
        <translation>Sal&amp;ir de la práctica</translation>
    </message>
    <message>
        <source>The practice database and its backup are removed; nothing else changes</source>
        <translation>Se eliminan la base de datos de práctica y su copia; nada más cambia</translation>
    </message>
    <message>
        <source>&amp;Back to the practice</source>
        <translation>&amp;Volver a la práctica</translation>
    </message>
    <message>
        <source>Open the practice database again</source>
        <translation>Abrir de nuevo la base de datos de práctica</translation>
    </message>
    <message>
        <source>Show the &amp;page</source>
        <translation>Mostrar la &amp;página</translation>
    </message>
    <message>
        <source>Go to Backups</source>
        <translation>Ir a Copias de seguridad</translation>
    </message>
    <message>
        <source>&amp;Delete all rows of %1</source>
        <translation>&amp;Borrar todas las filas de %1</translation>
    </message>
    <message>
        <source>In the practice database alone</source>
        <translation>Solo en la base de datos de práctica</translation>
    </message>
    <message>
        <source>The practice cannot go on</source>
        <translation>La práctica no puede continuar</translation>
    </message>
    <message>
        <source>The window works on another database now</source>
        <translation>La ventana trabaja ahora con otra base de datos</translation>
    </message>
    <message>
        <source>The practice waits where it was; what you do here has nothing to do with it.</source>
        <translation>La práctica espera donde estaba; lo que haga aquí no tiene nada que ver con ella.</translation>
    </message>
    <message>
        <source>Practise a restore</source>
        <translation>Practicar una restauración</translation>
    </message>
    <message>
        <source>A copy of the sandbox is being made to practise with. No other database is touched.</source>
        <translation>Se está haciendo una copia del entorno de pruebas para practicar. No se toca ninguna otra base de datos.</translation>
    </message>
    <message>
        <source>This is %1, a database to practise with; in it %2. Press Back up now.</source>
        <translation>Esta es %1, una base de datos para practicar; en ella, %2. Pulse Hacer copia ahora.</translation>
    </message>
    <message>
        <source>The backup is there. Now the worst happens: press &quot;Delete all rows of %1&quot;, and they are gone.</source>
        <translation>La copia está hecha. Ahora ocurre lo peor: pulse «Borrar todas las filas de %1» y desaparecen.</translation>
    </message>
    <message>
        <source>%1: its rows are lost. Press Restore to bring them back from your backup.</source>
        <translation>%1: sus filas se han perdido. Pulse Restaurar para recuperarlas de su copia.</translation>
    </message>
    <message>
        <source>The rows are being counted…</source>
        <translation>Se están contando las filas…</translation>
    </message>
    <message>
        <source>You did it</source>
        <translation>Lo ha conseguido</translation>
    </message>
    <message>
        <source>%1 again, as before the loss. On the day it is needed, these are the steps.</source>
        <translation>%1 otra vez, como antes de la pérdida. El día que haga falta, estos son los pasos.</translation>
    </message>
    <message>
        <source>Everything is chosen already: that is what a restore needs. Press Next.</source>
        <translation>Ya está elegido todo: es lo que una restauración necesita. Pulse Siguiente.</translation>
    </message>
    <message>
        <source>Where the file goes is filled in. Press Next.</source>
        <translation>El destino del archivo ya está indicado. Pulse Siguiente.</translation>
    </message>
    <message>
        <source>Once is enough to practise. Press Next.</source>
        <translation>Una vez basta para practicar. Pulse Siguiente.</translation>
    </message>
    <message>
        <source>Before anything happens you read what will. Press Back up now.</source>
        <translation>Antes de que ocurra nada, lea lo que va a ocurrir. Pulse Hacer copia ahora.</translation>
    </message>
    <message>
        <source>Each table is copied; then the file is read back from the disk to its end.</source>
        <translation>Se copia cada tabla; después el archivo se relee del disco hasta el final.</translation>
    </message>
    <message>
        <source>The backup is there</source>
        <translation>La copia está hecha</translation>
    </message>
    <message>
        <source>The verdict says what was checked. Press Close.</source>
        <translation>El resultado dice qué se comprobó. Pulse Cerrar.</translation>
    </message>
    <message>
        <source>It did not work; below you read why. Go back, or close and try again.</source>
        <translation>No ha funcionado; abajo se explica por qué. Vuelva atrás, o cierre e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Leave this as it is and press Next.</source>
        <translation>Déjelo como está y pulse Siguiente.</translation>
    </message>
    <message>
        <source>The backup you took is chosen. Press Next.</source>
        <translation>La copia que hizo está elegida. Pulse Siguiente.</translation>
    </message>
    <message>
        <source>It is read to its end before anything is touched, and you see what it holds. Press Next.</source>
        <translation>Se lee hasta el final antes de tocar nada, y se ve lo que contiene. Pulse Siguiente.</translation>
    </message>
    <message>
        <source>What is there now will be kept under another name. Press Next.</source>
        <translation>Lo que hay ahora se conservará con otro nombre. Pulse Siguiente.</translation>
    </message>
    <message>
        <source>Choose Replace: the database gets its rows back, and what is there now is kept.</source>
        <translation>Elija Reemplazar: la base de datos recupera sus filas y lo que hay ahora se conserva.</translation>
    </message>
    <message>
        <source>Type %1, so that it cannot happen by accident.</source>
        <translation>Escriba %1, para que no pueda ocurrir por accidente.</translation>
    </message>
    <message>
        <source>Read what will happen, then press the red button.</source>
        <translation>Lea lo que va a ocurrir y pulse el botón rojo.</translation>
    </message>
    <message>
        <source>A new database is filled and checked first; only then it takes the old one&apos;s place.</source>
        <translation>Primero se llena y se comprueba una nueva base de datos; solo entonces ocupa el lugar de la anterior.</translation>
    </message>
    <message>
        <source>It is restored</source>
        <translation>Está restaurada</translation>
    </message>
    <message>
        <source>%1 still. Close this and restore again, choosing Replace.</source>
        <translation>%1 todavía. Cierre esto y restaure de nuevo, eligiendo Reemplazar.</translation>
    </message>
    <message>
        <source>Take a backup</source>
        <translation>Haga una copia</translation>
    </message>
    <message>
        <source>Lose something</source>
        <translation>Pierda algo</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>Restaure la copia</translation>
    </message>
    <message>
        <source>See that it is back</source>
        <translation>Vea que ha vuelto</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::WizardFrame</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>This is not done yet.</source>
        <translation>Esto aún no ha terminado.</translation>
    </message>
    <message>
        <source>It can go on in the background: the task panel shows how far it is.</source>
        <translation>Puede continuar en segundo plano: el panel de tareas muestra el avance.</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Continuar en segundo plano</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>civicq::widgets::WizardSteps</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Runs the database of a CivicQ city.</source>
        <translation>Administra la base de datos de una ciudad CivicQ.</translation>
    </message>
    <message>
        <source>Open this saved connection; &quot;sandbox&quot; is always there</source>
        <translation>Abrir esta conexión guardada; «sandbox» siempre está disponible</translation>
    </message>
    <message>
        <source>light or dark, for this run</source>
        <translation>light o dark, para esta ejecución</translation>
    </message>
    <message>
        <source>--theme is light or dark, not %1.</source>
        <translation>--theme es light o dark, no %1.</translation>
    </message>
</context>
</TS>

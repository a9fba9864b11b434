<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name></name>
    <message>
        <source>less than 0.1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong with the chain of revisions. Nothing is run until it is mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no migrations here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This database has none of the schema yet: %n revision(s) are pending.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 revisions are pending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The schema is up to date: all %n revision(s) are applied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Applied, and its file was changed after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending: this database does not have it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current: the database stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: the database was brought here by other files than these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, stamped by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by %2, in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was there already: nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 was upgraded by %n revision(s) in %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was downgraded by %n revision(s) in %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The backup made before it is %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Starting the sandbox…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no saved connection named %1. Start the program without --connection to see the list; sandbox is always there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Not encrypted: others on the network can read what is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted, which is fine: the connection does not leave this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server offers encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user is a superuser: everything is permitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may not create tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees only its own sessions and statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may read, create and watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 can be installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through a local socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL %1, which this program was not made for (14 to 18).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the server&apos;s administrator turn on SSL, then choose the SSL mode require or better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most things will work; backups need client tools of the server&apos;s version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching for similar texts and slow statements will be missing until the server&apos;s administrator installs them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrations need a user who may create tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the figures of all sessions, have the role pg_monitor granted to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection works, with something to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>Not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Development</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said yet what this database is used for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database of this program&apos;s own, to try everything on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database for development. Nothing here is the city&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rehearsal of production. Others may be using it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The city&apos;s own data. Read-only until it is unlocked for one task.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no computer named %1 on this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host&apos;s spelling, and that the VPN is up if the server is behind one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PostgreSQL server answers at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server is running, and that host and port are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the firewall, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more was changed. Check the network, then connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers at %1, but it is not PostgreSQL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port: PostgreSQL&apos;s is 5432 unless it was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted connection could not be set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the SSL mode and the certificate files of this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check user name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no database of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the database&apos;s spelling, or create it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server takes no more connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close programs that use the database, or ask its administrator to raise max_connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not permitted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not be read or written by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place, or change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in as a user with the rights it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1 was not found on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1, version %2 or newer, was not found on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the PostgreSQL client tools from https://www.postgresql.org/download/, or name their folder in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on this computer is version %2, older than the server: version %3 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the PostgreSQL %1 client tools from https://www.postgresql.org/download/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not have the extension %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator to install it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection requires encryption, and the server does not offer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the server&apos;s administrator turn on SSL, or choose the SSL mode prefer on a network you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not issued by an authority this connection trusts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for the root certificate, and name its file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the name the certificate was made for; if that is the right one, ask the administrator before trusting this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept this user and database from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator to permit it in pg_hba.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a password, and none was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password, or add it to PostgreSQL&apos;s password file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s keychain cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the password asked for each time, or keep it in PostgreSQL&apos;s password file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL refuses to run as root, so there can be no sandbox for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this program as an ordinary user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox was made by PostgreSQL %1, which is not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox was made by PostgreSQL %1; this computer has PostgreSQL %2, which cannot read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install PostgreSQL %1 to keep what is in it, or reset the sandbox to get a fresh one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database does not have the CivicQ schema yet, or only part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the migrations first, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be restored: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Use another backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is marked as production, and its name was not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Type the database&apos;s name to go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Meaning</name>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 connections in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; cache hit %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; no table has been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 active, %2 idle, %3 idle in transaction, %4 other or unknown, %5 of CivicQ Admin.
%6 of the %7 allowed are kept for superusers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n idle in transaction</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>indexes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little read to judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks found in the server&apos;s cache, of all blocks of tables asked for; 90% or more is wanted.
Heap: %1 of %2 blocks. Indexes: %3 of %4 blocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your role may not read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 since %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not looked for yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this database here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup folder holds no backup of this database. Click to make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ago, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checks are good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>almost done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedPlan</name>
    <message>
        <source>Administrator, moderators, city staff, candidates, voters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>San Francisco, Oakland, Berkeley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How voters proved where they live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works for which city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitations, accepted and open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One published ballot for each city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four races and two measures for each city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three for each race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts, costs, arguments for and against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With embeddings; many ask the same in other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First wordings and edited ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voters&apos; votes on questions of their city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates&apos; answers with transcripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies of their opponents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements that were checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings, ready and in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions that were reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moderators decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, and who did it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contests, candidates and topics people follow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShellActions</name>
    <message>
        <source>S&amp;witch connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the &amp;sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database of this program&apos;s own, to try everything on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manage connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search pages and actions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fold the navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Task list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About CivicQ Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::app::Opener</name>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::backups::BackupListModel</name>
    <message numerus="yes">
        <source>%n table(s), without rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s), rows only</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definitions, no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows, no definitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>a moment old</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read to its end on this computer since it last changed; &quot;Verify&quot; does that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not read to its end on %1: it cannot be restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read to its end on %1: %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::backups::TableListModel</name>
    <message>
        <source>Estimated by the server, not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::migrations::MigrationModel</name>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has this revision, and no file does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied, and its file was changed after that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applied in this database yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied in this database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest revision applied: the database stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied from other files than these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leads to what, newest on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether this database has the revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the revision changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The revision&apos;s identifier: the first characters are enough to name it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the revision was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was applied in this database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::monitoring::SeriesModel</name>
    <message>
        <source>Blocks found in the cache, of all blocks asked for since the row below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks found in the cache, of all blocks asked for since the statistics were reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heap, interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index, interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heap, all time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index, all time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running a statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected and waiting for the next statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting within a transaction: holds locks and keeps dead rows from being removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting, in a function call, or not tracked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of other roles, whose state your role may not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CivicQ Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program&apos;s own sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max_connections of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::monitoring::TableSizesModel</name>
    <message numerus="yes">
        <source>%1 (%n partition(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Locked by another session: its size cannot be read now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted yet: the server estimates rows at ANALYZE or VACUUM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The planner&apos;s estimate, of the last ANALYZE or VACUUM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partitions are counted with their table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated by the server, not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All indexes of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large values, stored apart from their rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heap, indexes and TOAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::sandbox::SnapshotModel</name>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::seeds::SeedPlanModel</name>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::AboutDialog</name>
    <message>
        <source>About CivicQ Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CivicQ Admin %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the database of a CivicQ city: migrations, seeds, backups, health.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.
It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with Qt %1, KDE Frameworks and the Breeze icons.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::AddressDialog</name>
    <message>
        <source>Database %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSL mode %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;address, as your provider or a colleague gave it; SQLAlchemy&apos;s form is understood too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not understood yet. An address looks like postgresql://user@host:5432/database.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupWhatStep</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what goes into the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definitions and all rows: what a restore needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Definitions only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables, types, indexes and functions, without a single row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Chosen tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These tables with their rows, and what they need to be loaded by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the tables…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database has no tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Definitions, no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupWhereStep</name>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder that is itself backed up, or on another disk, is best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Packed with gzip, about a third of the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left as it is, the name says the day and the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gunzip unpacks it on every system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file name has no / or \ in it and does not begin with a dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path of the folder, or choose it with Browse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of that name in the folder already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupWizard</name>
    <message>
        <source>Back up %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder the backup is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is read and written into one file. Nothing in it changes, and work in it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1, from %2 of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk may be too small for this backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up into %1: %2, read back to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is backed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables: %1; rows: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back from the disk to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a copy on another computer or disk: a backup beside its database goes down with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take backups, check them, and restore them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a backup of the connected database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup into a new database, or over the connected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the backup to its end and say whether it is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder this backup is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this backup file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backups yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is one file that holds the whole database. Take the first one now; a file that is already there can be restored by dropping it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest backup is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest backup of %1 is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup of a whole database yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup of all of %1 yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be restored.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole: read to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged: it cannot be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is whole: read to its end, %2 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will be deleted from the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it holds of %1, as of %2, cannot be restored from it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ChartCard</name>
    <message>
        <source>Show chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values behind this chart, to sort, copy and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::CommandPalette</name>
    <message>
        <source>Search pages and actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page, an action, a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called that. Try another word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ConfirmationDialog</name>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To go on, &amp;type the database&apos;s name: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ConnectionButton</name>
    <message>
        <source>Connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2
Choose another database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ConnectionJobs</name>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the database is used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now says: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ConnectionsPage</name>
    <message>
        <source>Asking the database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is saved, but its password is not. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed %1. The database itself is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing it to the database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take production&apos;s protection away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will no longer be protected as production.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every computer that connects may write to it without unlocking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed data may be loaded into it, and it may be overwritten by a restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where your databases are, and how to reach them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with empty fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take host, port, database, user and password from a postgresql:// address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take from pg_service.conf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose among the entries of PostgreSQL&apos;s connection service file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new one with the fields of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on this database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the connection back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ways to get a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this connection; its database stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it step by step, with what the fields say now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No saved connections yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection says where a CivicQ database is and how to log in. Its password stays in this computer&apos;s keychain. To try things without one, start the sandbox from the switcher above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where your databases are, and how to reach them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n saved connection(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not saved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::EnvironmentBadge</name>
    <message>
        <source>Environment: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::EnvironmentCard</name>
    <message>
        <source>Read from the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this database is used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects for a moment and asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The city works with it. Read-only on the server&apos;s side until unlocked for one task; no seed data; what cannot be undone asks for the database&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To try a release before the city gets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Development</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To write and test the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mark: nothing is protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the database itself, so that every computer that connects knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database says it itself. Test the connection, or read it from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 carries the mark (%2) of another database, %3: it was restored from it, or moved to another server. Say what it is used for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not say what it is used for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says so itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database could not be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ErrorView</name>
    <message>
        <source>Details of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the sentence and the details, to send to somebody who can help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::FilteredTable</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy with headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::HistoryView</name>
    <message>
        <source>Filter revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revision has “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::LoginCard</name>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test logins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the password of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::MainWindow</name>
    <message>
        <source>CivicQ Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) – CivicQ Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold the navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are still running.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Quitting stops them. What they have not finished is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop them and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::MigrationsPage</name>
    <message>
        <source>Migrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history of the schema, and bringing this database up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schema,upgrade,downgrade,revision,alembic,history,version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade to head…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the files and the database&apos;s version again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade to here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade to here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a database to see which revisions it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history of the schema is shown here, with this database&apos;s place in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the migrations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the migrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migrations could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No migrations yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder holds no SQL migrations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more problem(s) are waiting behind these.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is pending, then apply it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain of revisions has to be mended first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply this revision and what comes before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a pending revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back every revision above this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an applied revision below the current one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work out what would run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::Navigation</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::OptionsModel</name>
    <message>
        <source>PostgreSQL&apos;s client library knows no option of this name: connections will fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::OptionsTable</name>
    <message>
        <source>Other options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove option</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::OverviewCharts</name>
    <message>
        <source>Cache hit over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90% wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache hit of which time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the server&apos;s statistics were reset, or between one measurement and the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of the whole server, by what they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database has no tables yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks found in the cache; the axis begins at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks found in the cache, of all blocks asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no table has been read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no table was read in the last interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No table has been read since the statistics were reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No table was read while this page was shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of heap blocks, %1 of index blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 in use, %2 of them CivicQ Admin&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (%3 bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database has no tables yet. The migrations make CivicQ&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n table(s), indexes and TOAST included</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 largest of %2 tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tables, the largest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the database is, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>health,cache hit,connections,table sizes,live,charts,dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show table sizes as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show connections as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show cache hit as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the figures are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the figures are read from the server while this page is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measure every</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a connection at the top of the window. The sandbox is always there to try things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is late with its answer. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Asking again every %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live. Read at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the first figures of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no backup folder is known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::PageArea</name>
    <message>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected to a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the sandbox to try everything on a database of this program&apos;s own, or add the connection to one of yours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password of %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ProfileForm</name>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For you, and for civicq-db --connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or address of the server; a folder for a local socket; several with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the user is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you are called on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the password is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in this computer&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for it each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None here: PostgreSQL&apos;s password file or a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSL mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefer – encrypt if the server can (the default)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>require – encrypt or do not connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify-ca – and the certificate must be trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify-full – and it must be this server&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allow – encrypt only if the server insists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disable – never encrypt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;SSL mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Root certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to trust: the authority that issued the server&apos;s certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where the server asks for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The private key of your certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s usual place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service, password file, time limit, and every other option of PostgreSQL&apos;s client library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of pg_service.conf: it fills in what is left empty above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many seconds to wait for the server; 0 for as long as it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time limit (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As PostgreSQL names them: target_session_attrs, options, hostaddr, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept once the connection is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to replace the one that is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ProfileList</name>
    <message>
        <source>Saved connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
The window works on this one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ProgressList</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RecentTasks</name>
    <message>
        <source>What happened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet. Backups, restores, migrations and other work show here once they are finished, with what came of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreContentsStep</name>
    <message>
        <source>What it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is read to its end before anything is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables in the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the backup to its end…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a whole backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, backed up %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on PostgreSQL %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Whole: %1 rows in %n table(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreSourceStep</name>
    <message>
        <source>Which backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list, or any file: .sql, .sql.gz, or what pg_dump made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backups in the folder; choose a file below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a backup file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup to restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*.sql *.sql.gz *.dump *.backup *.tar);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file of that name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreTargetStep</name>
    <message>
        <source>Into what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup always fills a new database first; nothing else changes until that has been checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;new database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name no database of this server has yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside what is there: look at it in peace, copy from it, drop it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the place of the database you are connected to. That one is kept under another name, and everybody working in it is disconnected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has a database named %1 already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That name is too long: PostgreSQL takes 63 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreWizard</name>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables: %1; rows: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will be replaced by what the backup holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present database, as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>_before_restore_… </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was entered since the backup is no longer in %1; it stays in the database that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody working in %1 is disconnected at the end of the restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new database is made on the server of %1. No other database changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored into %1: %2 rows, counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, counted after the restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether everything is as it should be. The database as it was before is %1; drop it when it is no longer needed, since it takes as much space as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on the same server: add a connection to %1 to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RevisionDetails</name>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL of the upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL of the downgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revision is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list to see what it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revision that no file has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: it is a first revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This revision cannot be downgraded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RunDialog</name>
    <message>
        <source>Upgrade %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downgrade %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n revision(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n revision(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions in the order they run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL that the chosen revision runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What these revisions made is dropped, with the data in it. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) drop or delete something. Look at the SQL first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A backup of the database is made first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each revision is applied whole or not at all. Readers are not held up for more than a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To go on, &amp;type the database&apos;s name: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Upgrade by %n revision(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downgrade by %n revision(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SandboxPage</name>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private database to try things on, with snapshots to return to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot,try,private,local,test database,reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it if there is none, start it, and connect to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox is stopped; what is in it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in it stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start afresh…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything in it, and make a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the database as it is now; its connections are ended for a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No snapshots yet. Take one before you try something; returning to it takes less than a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the new import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the sandbox…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sandbox yet; it is made when you first work on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The sandbox runs, with %n snapshot(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is a snapshot named “%1” already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take snapshot “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot “%1” was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to snapshot “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database becomes what it was when the snapshot was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was changed since then is lost, unless you take a snapshot of it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs connected to it are disconnected for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is as it was in snapshot “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete snapshot “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is deleted; the database stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way back to that state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot “%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the sandbox afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the sandbox is deleted and an empty one is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its databases and all snapshots are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its password changes; programs that read it from the file go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete and start afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a fresh sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox is new and empty. Run the migrations, then load development data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SeedChecks</name>
    <message>
        <source>The CivicQ schema is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) of the CivicQ schema are missing.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Its tables can be looked at once they are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tables are empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) hold rows; they would have to be emptied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The database is marked as production. Development data never go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is marked as staging. Make sure nobody counts on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database does not say what it is used for. Make sure it is not in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is marked as %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SeedsPage</name>
    <message>
        <source>Seed data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill a development database with three cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>development data,test logins,example,fixtures,fill,reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load development data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty and load again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again at what the database holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to migrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of the CivicQ schema are missing, or some of them. Run the migrations first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables to fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what the tables hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the tables…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the database holds could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a production database: development data never goes there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not have the CivicQ schema yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty and ready: %2 rows will go into its %3 tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 rows already; loading again would empty its tables first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never on a production database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema must be there first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only into empty tables; use “Empty and load again”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete what the CivicQ tables hold, then load the development data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty and load again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows of the %1 CivicQ tables are deleted, then the development data are loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows will be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other tables stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty and load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows in %2 tables, in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows were loaded into %2 tables of %3 in %4. The test logins are ready to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ServerCard</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address, for psql and other programs; no password is in it, but the file that has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not made yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running since %1; stays when this program ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running since %1; stops with the last program that uses it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ServiceDialog</name>
    <message>
        <source>Take from pg_service.conf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection service file with entries in it. PostgreSQL looks for one here:
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each one chosen becomes a connection that refers to its entry: a change of the file still counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Backup folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder for backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where backups go unless another folder is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client &amp;tools:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of pg_dump and pg_restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where pg_dump and its kin are looked for first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop the sandbox when the window closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live figures &amp;every:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the charts ask the server; nothing is asked while they are hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up &amp;connecting after:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections &amp;kept open:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More for a rush:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Renew a connection after:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask a kept connection whether it is alive before it is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::Spinner</name>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SqlView</name>
    <message>
        <source>SQL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::StatePane</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SummaryPage</name>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To go on, &amp;type the database&apos;s name: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TaskPanel</name>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups, migrations and other jobs appear here while they run and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list of tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list of tasks (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the newest task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take finished tasks off this list. Nothing they did is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TaskRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another job to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing half done was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TestCard</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything found, with the server&apos;s own words, for whoever helps you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TimeChart</name>
    <message>
        <source>Nothing measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TopBar</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a page, an action or a connection (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search pages and actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manage connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked for one task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One task may write to this database; it is locked again when that task ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses every change until you unlock it for one task.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::WizardFrame</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not done yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can go on in the background: the task panel shows how far it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>civicq::widgets::WizardSteps</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Runs the database of a CivicQ city.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this saved connection; &quot;sandbox&quot; is always there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark, for this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme is light or dark, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

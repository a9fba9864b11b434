<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
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
</context>
</TS>

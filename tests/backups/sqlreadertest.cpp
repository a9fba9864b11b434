// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sqlrules.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::backups;
using core::ErrorCode;
using Item = SqlReader::Item;

namespace {

// Hands the text over in pieces of a given size, so that every border is once in the middle of everything.
class TextSource final : public ByteSource
{
public:
    TextSource(QByteArray text, qsizetype piece) : m_text(std::move(text)), m_piece(piece) {}
    core::Result<QByteArray> read() override
    {
        const QByteArray piece = m_text.mid(m_at, m_piece);
        m_at += piece.size();
        return piece;
    }

private:
    QByteArray m_text;
    qsizetype m_piece;
    qsizetype m_at = 0;
};

SqlReader readerOf(const QByteArray &text, qsizetype piece = 1'000'000)
{
    return SqlReader(std::make_unique<TextSource>(text, piece));
}

class SqlReaderTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void splitsAsPsqlDoes_data();
    void splitsAsPsqlDoes();
    void readsRowsOfCopy();
    void knowsWhereAScriptIsCutOff_data();
    void knowsWhereAScriptIsCutOff();
    void seesTheMarks();
    void refusesWhatReachesOutside_data();
    void refusesWhatReachesOutside();
    void programsAreAllowedInSoManyWords();
    void takesWhatPgDumpWrites_data();
    void takesWhatPgDumpWrites();
    void takesNamesThatSoundLikeCommands_data();
    void takesNamesThatSoundLikeCommands();
    void zeroBytesEndNothing();
};

void SqlReaderTest::splitsAsPsqlDoes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("statements");
    QTest::newRow("two") << QByteArray("SELECT 1; SELECT 2;") << QByteArrayList{"SELECT 1", "SELECT 2"};
    QTest::newRow("quotes") << QByteArray("SELECT ';''', \"a;\"\"b\";") << QByteArrayList{"SELECT ';''', \"a;\"\"b\""};
    QTest::newRow("escape string") << QByteArray("SELECT E'\\';'; SELECT 2;")
                                   << QByteArrayList{"SELECT E'\\';'", "SELECT 2"};
    QTest::newRow("plain backslash") << QByteArray("SELECT '\\'; SELECT 2;")
                                     << QByteArrayList{"SELECT '\\'", "SELECT 2"};
    QTest::newRow("old strings") << QByteArray("SET standard_conforming_strings = off; SELECT '\\';'; SELECT 2;")
                                 << QByteArrayList{"SET standard_conforming_strings = off", "SELECT '\\';'",
                                                   "SELECT 2"};
    QTest::newRow("dollar") << QByteArray("SELECT $a$ ; $b$ $ $a$; SELECT $$;$$;")
                            << QByteArrayList{"SELECT $a$ ; $b$ $ $a$", "SELECT $$;$$"};
    QTest::newRow("parameter is no quote")
        << QByteArray("SELECT $1; SELECT a$b$c;") << QByteArrayList{"SELECT $1", "SELECT a$b$c"};
    QTest::newRow("comments") << QByteArray("-- a; b\nSELECT 1; /* ; /* ; */ ' */ SELECT 2;")
                              << QByteArrayList{"SELECT 1", "SELECT 2"};
    QTest::newRow("rule") << QByteArray("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3;")
                          << QByteArrayList{"CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)", "SELECT 3"};
    QTest::newRow("old national strings")
        << QByteArray("SET standard_conforming_strings = off; SELECT N'\\'; SELECT 3;'; SELECT 2;")
        << QByteArrayList{"SET standard_conforming_strings = off", "SELECT N'\\'; SELECT 3;'", "SELECT 2"};
    // One string to the server: its second piece is read by the rules of the first.
    QTest::newRow("a string in two pieces") << QByteArray("SELECT E'a'\n '\\'; SELECT 3;'; SELECT 2;")
                                            << QByteArrayList{"SELECT E'a'\n '\\'; SELECT 3;'", "SELECT 2"};
    QTest::newRow("two strings") << QByteArray("SELECT E'a' '\\'; SELECT 2;")
                                 << QByteArrayList{"SELECT E'a' '\\'", "SELECT 2"};
    QTest::newRow("a string in two pieces, a comment between")
        << QByteArray("SELECT 'a' -- '\n '\\', 'b'; SELECT 2;")
        << QByteArrayList{"SELECT 'a'  \n '\\', 'b'", "SELECT 2"};
    QTest::newRow("a comment ends with the line, however lines end")
        << QByteArray("-- a\rSELECT 1;\r\n-- b\r\nSELECT 2;") << QByteArrayList{"SELECT 1", "SELECT 2"};
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbfSELECT 1;") << QByteArrayList{"SELECT 1"};
    QTest::newRow("a function named begin")
        << QByteArray("CREATE FUNCTION begin() RETURNS int LANGUAGE sql AS $$SELECT 1$$; SELECT 2;")
        << QByteArrayList{"CREATE FUNCTION begin() RETURNS int LANGUAGE sql AS $$SELECT 1$$", "SELECT 2"};
    const QByteArray body =
        "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END";
    QTest::newRow("atomic body") << QByteArray(body + "; SELECT 3;") << QByteArrayList{body, "SELECT 3"};
}

void SqlReaderTest::splitsAsPsqlDoes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArrayList, statements);
    for (const qsizetype piece : {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(7), qsizetype(1000)}) {
        SqlReader reader = readerOf(text, piece);
        QByteArrayList found;
        for (auto item = reader.next(); item.value() != Item::End; item = reader.next())
            found.append(reader.statement().text.trimmed());
        QCOMPARE(found, statements);
    }
}

void SqlReaderTest::readsRowsOfCopy()
{
    const QByteArray text =
        "COPY public.\"t;\" (a) FROM stdin;\n1\n\\\\.\n;'\n\\.\nSELECT 1;\nCOPY e FROM stdin;\n\\.\n";
    for (const qsizetype piece : {qsizetype(1), qsizetype(2), qsizetype(5), qsizetype(1000)}) {
        SqlReader reader = readerOf(text, piece);
        QCOMPARE(reader.next().value(), Item::Copy);
        qsizetype at = 1;
        const QByteArrayList words = reader.statement().words();
        QCOMPARE(tableNameAt(words, at).display(), u"public.t;"_s);
        QByteArray rows;
        for (auto some = reader.readRows(); !some.value().isEmpty(); some = reader.readRows())
            rows += *some;
        QCOMPARE(rows, "1\n\\\\.\n;'\n");
        QCOMPARE(reader.rowCount(), 3);
        QCOMPARE(reader.next().value(), Item::Statement);
        QCOMPARE(reader.statement().text, "SELECT 1");
        QCOMPARE(reader.next().value(), Item::Copy);
        QCOMPARE(reader.next().value(), Item::End); // rows that nobody reads are passed over
    }
}

void SqlReaderTest::knowsWhereAScriptIsCutOff_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"SELECT 1", "SELECT 'a", "SELECT \"a", "SELECT $x$ a; $x", "/* a", "COPY t FROM stdin;\n1\n2",
          "COPY t FROM stdin;\n1\n\\", "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;", "SELECT (1;", "\\restric"})
        QTest::newRow(text) << QByteArray(text);
}

void SqlReaderTest::knowsWhereAScriptIsCutOff()
{
    QFETCH(const QByteArray, text);
    SqlReader reader = readerOf(text);
    auto item = reader.next();
    if (item && *item == Item::Copy)
        item = reader.next();
    QVERIFY(!item.has_value());
    QCOMPARE(item.error().code, ErrorCode::Truncated);
}

void SqlReaderTest::seesTheMarks()
{
    SqlReader reader =
        readerOf("-- CivicQ backup {}\n--\n-- PostgreSQL database dump\n--\n\n\\restrict abc\n\n"
                 "-- Dumped from database version 16.2\nSELECT 1;\n--\n-- PostgreSQL database dump complete\n--\n\n"
                 "\\unrestrict abc\n");
    QCOMPARE(reader.next().value(), Item::Command);
    QCOMPARE(reader.statement().text, "\\restrict abc");
    QCOMPARE(reader.next().value(), Item::Statement);
    QVERIFY(!reader.marks().endsComplete);
    QCOMPARE(reader.next().value(), Item::Command);
    QCOMPARE(reader.next().value(), Item::End);
    QVERIFY(reader.marks().endsComplete);
    QCOMPARE(reader.marks().serverVersion, "16.2");
    QVERIFY(reader.marks().civicq.startsWith("-- CivicQ backup"));
}

// The name of the first objection to a script, or what is wrong with reading it.
QString objectionTo(const QByteArray &text, Programs programs = Programs::Stop)
{
    SqlReader reader = readerOf(text + '\n');
    for (;;) {
        const auto item = reader.next();
        if (!item)
            return item.error().message;
        if (*item == Item::End)
            return {};
        if (const auto found = objection(*item, reader.statement(), programs))
            return objectionName(*found).mid(QString(u"forbidden-"_s).size());
    }
}

void SqlReaderTest::refusesWhatReachesOutside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    const auto all = [](const char *name, std::initializer_list<const char *> texts) {
        for (const char *text : texts)
            QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(name);
    };
    all("local-program", {"\\! rm -rf /", "\\!rm", "\\copy t from program 'x'", "\\COPY t FROM PROGRAM 'x'", "\\o |sh",
                          "\\g |sh", "SELECT 'x' \\g |sh", "\\set x `id`", "\\w |sh", "\\restrict a\n\\! id"});
    all("local-file", {"\\i file", "\\ir file", "\\o file", "\\copy t from 'x'", "\\lo_import '/etc/passwd'",
                       "\\include x", "\\cd /"});
    all("other-database", {"\\connect other", "\\c other", "\\C other"});
    all("psql-command", {"\\gexec", "SELECT 1 \\gexec", "\\setenv PATH /x", "\\set x y", "\\if true", "\\.",
                         "SELECT 1 \\restrict a", "\\restricted a", "\\password"});
    all("program",
        {"COPY t FROM PROGRAM 'id';", "CoPy/**/t/**/FROM/**/PROGRAM/**/$$id$$;", "COPY (SELECT 1) TO PROGRAM 'sh';",
         "copy\nt\n(a)\nfrom\nprogram\n'id';", "COPY stdin FROM PROGRAM 'id';", "COPY \"a;b\" FROM PROGRAM 'id';",
         "/* ' */ COPY t FROM PROGRAM 'id'; --'", "COPY t -- stdin\nFROM PROGRAM 'id';", "COPY t TO PROGRAM E'id';",
         "COPY (SELECT ')') TO PROGRAM $a$id$a$;", "COPY a.b.c FROM PROGRAM 'id' WITH (NULL stdin);",
         "COPY BINARY t FROM PROGRAM 'id';", "SELECT pg_catalog.setval('a', 1); COPY t FROM PROGRAM 'id';",
         "CREATE FUNCTION begin() RETURNS int LANGUAGE sql AS ''; COPY t FROM PROGRAM 'id';",
         "SET standard_conforming_strings = off;\nINSERT INTO t VALUES ('\\', '); COPY t FROM PROGRAM $$id$$; --');",
         "INSERT INTO t VALUES (E'a'\n'\\'); COPY t FROM PROGRAM $$a$$; --');\nCOPY t FROM PROGRAM 'id';",
         "-- a comment\rCOPY t FROM PROGRAM 'id';"});
    all("server-file",
        {"copy t to 'file';", "COPY t FROM '/etc/passwd';", "COPY t FROM $$/etc/passwd$$;", "COPY stdin FROM 'x';",
         "COPY t FROM '/etc/passwd' WITH (NULL stdin);", "COPY (SELECT 1 FROM stdin) TO '/x' (NULL stdin);",
         "COPY t FROM E'\\x2fetc';", "CREATE FUNCTION f() RETURNS int LANGUAGE c AS '/tmp/x.so', 'f';",
         "CREATE FUNCTION f() RETURNS int LANGUAGE C AS $$/tmp/x$$;",
         "CREATE FUNCTION f(a text DEFAULT ' as ' AS 'a') RETURNS int AS E'/tmp/x.so' LANGUAGE 'c';",
         "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE \"c\" AS '../x', 'f';"});
    all("outside-call",
        {"SELECT pg_read_file('/etc/passwd');", "SELECT lo_import('/etc/passwd');",
         "SELECT PG_CATALOG.LO_EXPORT(1,'x');", "SELECT \"pg_read_file\"('x');",
         "SELECT * FROM pg_catalog.pg_ls_dir('/');", "SELECT dblink_exec('x', 'y');",
         "CREATE TABLE t (a text DEFAULT pg_read_file('x'));", "CREATE TABLE t AS SELECT pg_read_file('x');",
         "CREATE TABLE t (a text DEFAULT U&\"pg\\005fread_file\"('x'));",
         "ALTER TABLE t ADD CHECK (\"lo_import\"('x') > 0);", "CREATE INDEX i ON t USING btree (pg_stat_file(a));",
         "CREATE MATERIALIZED VIEW v AS SELECT * FROM public.dblink('a', 'b') WITH NO DATA;"});
    all("query", {"SELECT f();", "SELECT 1;", "SELECT setval('a', (SELECT 1));", "SELECT setval('a', f());",
                  "SELECT pg_catalog.setval('a', \"f\"('x')::int);", "SELECT pg_catalog.setval('a', U&\"f\"('x'));",
                  "SELECT setval('a', 1), pg_terminate_backend(1);", "INSERT INTO t SELECT pg_ls_dir('/');",
                  "INSERT INTO t TABLE u;", "INSERT INTO t VALUES (f());", "INSERT INTO t (a) VALUES ((SELECT 1));",
                  "INSERT INTO t VALUES (1), (\"pg_read_file\"('x'));", "CREATE TABLE t AS SELECT 1;",
                  "CREATE TEMP TABLE t (a, b) AS TABLE u;", "CREATE UNLOGGED TABLE t WITH (x = 1) AS EXECUTE p;",
                  "CREATE MATERIALIZED VIEW v AS SELECT f();", "CREATE MATERIALIZED VIEW v AS SELECT f() WITH DATA;"});
    all("unknown-statement",
        {"DO $$ BEGIN END $$;", "CALL f();", "LOAD 'x';", "WITH a AS (SELECT 1) SELECT 2;", "garbage;", "EXECUTE p;",
         "PREPARE p AS SELECT 1;", "IMPORT FOREIGN SCHEMA x FROM SERVER s INTO y;", "VALUES (f());", "TABLE t;"});
    all("other-server", {"CREATE SUBSCRIPTION s CONNECTION 'host=evil' PUBLICATION p;",
                         "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (connect = true);"});
    all("server-wide", {"ALTER SYSTEM SET x = 1;", "CREATE DATABASE x;", "DROP DATABASE x;",
                        "ALTER DATABASE x SET a = 1;", "CREATE ROLE x;", "CREATE USER x;", "ALTER ROLE x SUPERUSER;",
                        "DROP OWNED BY x;", "CREATE TABLESPACE x LOCATION '/';", "COMMENT ON DATABASE x IS 'y';",
                        "SECURITY LABEL ON ROLE x IS 'y';", "GRANT pg_execute_server_program TO x;", "REVOKE a FROM b;",
                        "GRANT ALL ON DATABASE x TO y;", "GRANT SET ON PARAMETER x TO y;"});
    all("misreading",
        {"SET standard_conforming_strings TO off;", "SET standard_conforming_strings = 'off';",
         "SET SESSION standard_conforming_strings = off;", "SET LOCAL standard_conforming_strings = off;",
         "SET \"standard_conforming_strings\" = off;", "SET U&\"standard\\005fconforming_strings\" = off;",
         "SELECT pg_catalog.set_config('standard_conforming_strings', 'off', false);", "RESET ALL;",
         "RESET standard_conforming_strings;", "SET client_encoding = 'SJIS';", "SET client_encoding TO 'x';",
         "SET NAMES 'BIG5';", "SET dynamic_library_path = '/tmp';", "COPY t TO stdout;", "COPY (SELECT 1) TO STDOUT;",
         "COPY U&\"t\" FROM stdin;"});
}

void SqlReaderTest::refusesWhatReachesOutside()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, name);
    QCOMPARE(objectionTo(text), name);
    // In any case of letters, and behind something harmless.
    const bool insideQuotes = text.contains('"');
    QCOMPARE(objectionTo("CREATE TABLE x (a text);\n\t" + (insideQuotes ? text : text.toUpper())), name);
}

// What stays forbidden whatever is allowed, and what the allowance is for.
void SqlReaderTest::programsAreAllowedInSoManyWords()
{
    for (const char *text : {"COPY t FROM PROGRAM 'id';", "COPY t TO '/tmp/x';", "SELECT lo_import('x');",
                             "SELECT f();", "DO $$ BEGIN END $$;", "CREATE TABLE t AS SELECT 1;"})
        QCOMPARE(objectionTo(text, Programs::Allow), QString());
    for (const char *text : {"\\! id", "\\i x", "\\connect x", "\\set x `id`", "DROP DATABASE x;",
                             "ALTER SYSTEM SET a = 1;", "SET standard_conforming_strings TO off;", "COPY t TO stdout;"})
        QVERIFY2(!objectionTo(text, Programs::Allow).isEmpty(), text);
    SqlReader reader = readerOf("SELECT setval('a', 1);\n\n  COPY t FROM PROGRAM\n 'id';\n");
    (void)reader.next();
    (void)reader.next();
    const core::Error error = forbidden(Objection::Program, reader.statement());
    QVERIFY(isForbidden(error));
    QCOMPARE(error.message, u"line 3 runs a program on the server: COPY t FROM PROGRAM 'id'"_s);
    QVERIFY(mayBeAllowed(error));
    QVERIFY(!mayBeAllowed(forbidden(Objection::LocalProgram, reader.statement())));
}

void SqlReaderTest::takesWhatPgDumpWrites_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"\\restrict abc",
          "\\unrestrict abc",
          "SET statement_timeout = 0;",
          "SET client_encoding = 'UTF8';",
          "SET client_encoding = 'EUC_JP';",
          "SET standard_conforming_strings = on;",
          "SET standard_conforming_strings = off;",
          "SET SESSION AUTHORIZATION 'x y';",
          "RESET SESSION AUTHORIZATION;",
          "SET default_tablespace = '';",
          "SET search_path = public, pg_catalog;",
          "SET row_security = off;",
          "SELECT pg_catalog.set_config('search_path', '', false);",
          "CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;",
          "CREATE EXTENSION IF NOT EXISTS dblink WITH SCHEMA public;",
          "COMMENT ON EXTENSION dblink IS 'x';",
          "SELECT pg_catalog.setval('public.a_seq', 1, false);",
          "GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_file(text) TO x;",
          "GRANT SELECT(a),UPDATE(\"on\") ON TABLE public.t TO x;",
          "GRANT USAGE ON SCHEMA public TO x;",
          "ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA b GRANT SELECT ON TABLES TO c;",
          "COMMENT ON TABLE t IS 'COPY t FROM PROGRAM';",
          "INSERT INTO t VALUES ('\\! rm; COPY x TO PROGRAM');",
          "INSERT INTO public.program (id, stdin) OVERRIDING SYSTEM VALUE VALUES (1, 'a'), (-2.5, NULL);",
          "INSERT INTO t DEFAULT VALUES;",
          "INSERT INTO t VALUES (true, B'101') ON CONFLICT DO NOTHING;",
          "CREATE USER MAPPING FOR a SERVER b;",
          "SELECT pg_catalog.lo_create('123');",
          "BEGIN;",
          "COMMIT;",
          "SELECT pg_catalog.lowrite(0, '\\x00');",
          "SELECT pg_catalog.lo_unlink('123');",
          "SELECT pg_catalog.lo_unlink(oid) FROM pg_catalog.pg_largeobject_metadata WHERE oid = '123';",
          "ALTER TABLE ONLY t ADD CONSTRAINT c CHECK (a <> 'program');",
          "SELECT * FROM pg_catalog.pg_restore_relation_stats('version', '180000'::integer, 'reltuples', '1'::real);",
          "SELECT * FROM pg_catalog.pg_restore_attribute_stats('a', '{1,2}'::real[]);",
          "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (connect = false, slot_name = 's');",
          "CREATE MATERIALIZED VIEW v AS SELECT count(*) FROM t WITH NO DATA;",
          "REFRESH MATERIALIZED VIEW v;",
          "CREATE FUNCTION f() RETURNS int LANGUAGE c STRICT AS '$libdir/thing', 'f';",
          "CREATE FUNCTION f(language text) RETURNS int LANGUAGE sql AS $$SELECT 1$$;",
          "\xef\xbb\xbf-- a mark first"})
        QTest::newRow(text) << QByteArray(text);
}

void SqlReaderTest::takesWhatPgDumpWrites()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(objectionTo(text), QString());
}

// A city's own names and texts: none of them is a command.
void SqlReaderTest::takesNamesThatSoundLikeCommands_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"COPY public.program (id, stdin, stdout) FROM stdin;\n1\t2\t3\n\\.\n",
          "COPY public.stdin (a) FROM stdin;\n\\.\n",
          "COPY public.t (program, file) FROM stdin;\n\\! rm -rf /\tCOPY t FROM PROGRAM 'id';\n\\\\.\n\\.\n",
          "COPY public.t (a) FROM stdin;\nDROP DATABASE x;\n\\copy t from program 'x'\n\\connect y\n\\.\n",
          "CREATE TABLE public.program (id integer, \"copy\" text, stdin text);",
          "CREATE TABLE public.dblink (id integer);",
          "CREATE TABLE IF NOT EXISTS lo_import (id integer);",
          "ALTER TABLE ONLY public.a ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES public.dblink(id);",
          "CREATE TABLE public.execute (pg_read_file text, lo_export integer);",
          "CREATE FOREIGN TABLE f (a integer) SERVER s OPTIONS (program 'id');",
          "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $_$ BEGIN COPY t FROM PROGRAM 'id'; "
          "PERFORM pg_read_file('x'); EXECUTE '\\! rm'; END $_$;",
          "CREATE FUNCTION f() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT pg_read_file('x'); SELECT 1; END;",
          "CREATE VIEW v AS SELECT * FROM public.dblink('a', 'b') t(x text);",
          "CREATE POLICY p ON t USING (lo_import(a) > 0);",
          "CREATE TABLE t (a integer DEFAULT 5, b text DEFAULT 'COPY');",
          "COMMENT ON FUNCTION f IS 'pg_read_file(''x'')';",
          "-- \\! rm\n/* COPY t FROM PROGRAM 'id'; */\nBEGIN;",
          "GRANT SELECT ON TABLE public.database TO x;",
          "CREATE TABLE t (a text) PARTITION BY RANGE (a);",
          "CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY, b integer GENERATED ALWAYS AS ((a + 1)) STORED);"})
        QTest::newRow(text) << QByteArray(text);
}

void SqlReaderTest::takesNamesThatSoundLikeCommands()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(objectionTo(text), QString());
}

void SqlReaderTest::zeroBytesEndNothing()
{
    SqlReader reader = readerOf(QByteArray("INSERT INTO t VALUES ('a\0'); --');\nSELECT 1;", 44));
    QCOMPARE(reader.next().error().code, ErrorCode::Corrupt);
}

} // namespace

QTEST_GUILESS_MAIN(SqlReaderTest)
#include "sqlreadertest.moc"

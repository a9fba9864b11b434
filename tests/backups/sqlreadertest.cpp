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
    void takesWhatPgDumpWrites_data();
    void takesWhatPgDumpWrites();
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

QString objectionTo(const QByteArray &text)
{
    SqlReader reader = readerOf(text + '\n');
    const auto item = reader.next();
    return item ? objection(*item, reader.statement()) : item.error().message;
}

void SqlReaderTest::refusesWhatReachesOutside_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"\\! rm -rf /",
                             "\\connect other",
                             "\\c other",
                             "\\copy t from program 'x'",
                             "\\i file",
                             "\\o file",
                             "\\g |sh",
                             "\\gexec",
                             "SELECT 'x' \\g |sh",
                             "COPY t FROM PROGRAM 'id';",
                             "copy t to 'file';",
                             "COPY t FROM '/etc/passwd';",
                             "CoPy/**/t/**/FROM/**/PROGRAM/**/$$id$$;",
                             "COPY (SELECT 1) TO PROGRAM 'sh';",
                             "ALTER SYSTEM SET x = 1;",
                             "CREATE DATABASE x;",
                             "DROP DATABASE x;",
                             "ALTER DATABASE x SET a = 1;",
                             "CREATE ROLE x;",
                             "DROP OWNED BY x;",
                             "CREATE TABLESPACE x LOCATION '/';",
                             "DO $$ BEGIN END $$;",
                             "CALL f();",
                             "LOAD 'x';",
                             "SELECT pg_read_file('/etc/passwd');",
                             "SELECT lo_import('/etc/passwd');",
                             "SELECT f();",
                             "CREATE TABLE t AS SELECT pg_read_file('x');",
                             "INSERT INTO t SELECT pg_ls_dir('/');",
                             "COMMENT ON DATABASE x IS 'y';",
                             "SELECT setval('a', 1), pg_terminate_backend(1);",
                             "WITH a AS (SELECT 1) SELECT 2;",
                             "garbage;"})
        QTest::newRow(text) << QByteArray(text);
}

void SqlReaderTest::refusesWhatReachesOutside()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!objectionTo(text).isEmpty());
}

void SqlReaderTest::takesWhatPgDumpWrites_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"\\restrict abc", "\\unrestrict abc", "SET statement_timeout = 0;",
          "SELECT pg_catalog.set_config('search_path', '', false);",
          "CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;",
          "SELECT pg_catalog.setval('public.a_seq', 1, false);", "COPY public.t (a) FROM stdin;\n\\.\n",
          "GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_file(text) TO x;",
          "COMMENT ON TABLE t IS 'COPY t FROM PROGRAM';", "INSERT INTO t VALUES ('\\! rm; COPY x TO PROGRAM');",
          "CREATE USER MAPPING FOR a SERVER b;", "SELECT pg_catalog.lo_create('123');", "BEGIN;", "COMMIT;",
          "SELECT pg_catalog.lowrite(0, '\\x00');", "ALTER TABLE ONLY t ADD CONSTRAINT c CHECK (a <> 'program');",
          "SELECT * FROM pg_catalog.pg_restore_relation_stats('version', '180000'::integer);"})
        QTest::newRow(text) << QByteArray(text);
}

void SqlReaderTest::takesWhatPgDumpWrites()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(objectionTo(text), QString());
}

} // namespace

QTEST_GUILESS_MAIN(SqlReaderTest)
#include "sqlreadertest.moc"

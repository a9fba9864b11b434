// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationfolder.h"
#include "migrations/migrationplan.h"
#include "migrations/scriptparser.h"
#include "migrations/sqlstatements.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace {

// REUSE-IgnoreStart: the text below is a file as the parser meets it
constexpr auto whole = "-- SPDX-License-Identifier: GPL-3.0-or-later\n"
                       // REUSE-IgnoreEnd
                       "--\n"
                       "-- revision: 2f8b6d13ac57\n"
                       "-- parents: 7c1e4a9d02b6, b90e35f7c4d1\n"
                       "-- labels: questions\n"
                       "-- depends-on: none\n"
                       "-- message: Élodie's table: her own\n"
                       "-- date: 2026-11-22T13:31:00Z\n"
                       "-- transactional: no\n"
                       "-- Free words, as many as one likes.\n"
                       "\n"
                       "-- ==== up ====\n"
                       "\n"
                       "CREATE TABLE a (b text);\n"
                       "-- ==== down ====\n"
                       "DROP TABLE a;\n";

class ScriptParserTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAHeader();
    void readsLineEndsOfWindows();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void takesStatementsApart();
    void saysWhereSqlIsWrong();
    void refusesTransactionsOfTheirOwn();
    void theBuiltInSchemaIsSound();
};

void ScriptParserTest::readsAHeader()
{
    const auto parsed = parseScript(whole, u"x.sql"_s);
    QVERIFY(parsed.problems.isEmpty());
    const Revision &revision = *parsed.revision;
    QCOMPARE(revision.id, u"2f8b6d13ac57"_s);
    QCOMPARE(revision.idLine, 3);
    QCOMPARE(revision.parents, (QStringList{u"7c1e4a9d02b6"_s, u"b90e35f7c4d1"_s}));
    QCOMPARE(revision.parentsLine, 4);
    QCOMPARE(revision.labels, QStringList{u"questions"_s});
    QVERIFY(revision.dependsOn.isEmpty());
    QCOMPARE(revision.message, u"Élodie's table: her own"_s);
    QCOMPARE(revision.date, QDateTime(QDate(2026, 11, 22), QTime(13, 31), QTimeZone::UTC));
    QVERIFY(!revision.transactional);
    QCOMPARE(revision.up.firstLine, 13);
    QCOMPARE(revision.up.text, QByteArray("\nCREATE TABLE a (b text);\n"));
    QCOMPARE(revision.down->firstLine, 16);
    QCOMPARE(revision.down->text, QByteArray("DROP TABLE a;\n"));
    QCOMPARE(revision.checksum().size(), 64);
}

void ScriptParserTest::readsLineEndsOfWindows()
{
    const auto parsed = parseScript("\xEF\xBB\xBF" + QByteArray(whole).replace("\n", "\r\n"), u"x.sql"_s);
    QVERIFY(parsed.problems.isEmpty());
    QCOMPARE(parsed.revision->id, u"2f8b6d13ac57"_s);
    QCOMPARE(parsed.revision->up.firstLine, 13);
    QVERIFY(!parsed.revision->transactional);
}

void ScriptParserTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("says");
    const auto changed = [](const char *name, const char *before, const char *after, int line, const char *says) {
        QTest::newRow(name) << QByteArray(whole).replace(before, after) << line << QString::fromLatin1(says);
    };
    changed("no revision", "-- revision: 2f8b6d13ac57\n", "", 1, "does not say \"revision\"");
    changed("no parents", "-- parents: 7c1e4a9d02b6, b90e35f7c4d1\n", "", 1, "does not say \"parents\"");
    changed("unknown entry", "labels:", "label:", 5, "no entry \"label\"");
    changed("twice", "-- labels: questions", "-- revision: aaaa", 5, "stands twice");
    changed("bad identifier", "2f8b6d13ac57", "2f8b-6d", 3, "cannot be an identifier");
    changed("long identifier", "2f8b6d13ac57", "a23456789012345678901234567890123", 3, "longer than 32");
    changed("reserved identifier", "2f8b6d13ac57", "head", 3, "meaning of its own");
    changed("bad date", "2026-11-22T13:31:00Z", "last Sunday", 8, "not a date");
    changed("date without zone", "2026-11-22T13:31:00Z", "2026-11-22T13:31:00", 8, "not a date");
    changed("bad list", "7c1e4a9d02b6, b90e35f7c4d1", "7c1e4a9d02b6 b90e35f7c4d1", 4, "not a list");
    changed("neither yes nor no", "transactional: no", "transactional: perhaps", 9, "neither yes nor no");
    changed("no up part", "-- ==== up ====\n", "", 13, "SQL stands before the up part");
    changed("two up parts", "-- ==== down ====", "-- ==== up ====", 15, "does not belong here");
    changed("unknown part", "-- ==== down ====", "-- ==== sideways ====", 15, "\"sideways\"");
    QTest::newRow("not text") << QByteArray("-- revision: a\xff\xfe\n") << 0 << u"not UTF-8"_s;
    QTest::newRow("empty") << QByteArray() << 1 << u"does not say \"revision\""_s;
}

void ScriptParserTest::namesWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QString, says);
    const auto parsed = parseScript(text, u"/a/folder/x.sql"_s);
    QVERIFY(!parsed.problems.isEmpty());
    const Problem &first = parsed.problems.constFirst();
    QVERIFY2(first.message.contains(says), qPrintable(first.message));
    QCOMPARE(first.line, line);
    QCOMPARE(first.file, u"/a/folder/x.sql"_s);
    QVERIFY(!first.mend.isEmpty());
}

void ScriptParserTest::takesStatementsApart()
{
    const auto statements = splitStatements("-- first\nSELECT ';' /* ; /* nested ; */ */;\n\n"
                                            "/* a comment */ DO $body$\nBEGIN\n  PERFORM 1; -- ;\nEND $body$;\n"
                                            "CREATE INDEX CONCURRENTLY é ON t (a);;\n"
                                            "REINDEX (VERBOSE, CONCURRENTLY) TABLE t;\nREINDEX TABLE t;\n"
                                            "SELECT 'no semicolon'\n-- the end\n",
                                            10);
    QVERIFY(statements.has_value());
    QCOMPARE(statements->size(), 6);
    QCOMPARE(statements->at(0).text, QByteArray("SELECT ';' /* ; /* nested ; */ */"));
    QCOMPARE(statements->at(0).line, 11);
    QCOMPARE(statements->at(0).kind, u"SelectStmt"_s);
    QCOMPARE(statements->at(1).line, 13);
    QVERIFY(statements->at(1).text.startsWith("DO $body$"));
    QVERIFY(statements->at(1).text.endsWith("END $body$"));
    QCOMPARE(statements->at(2).kind, u"IndexStmt"_s);
    QCOMPARE(statements->at(2).line, 17);
    QVERIFY(statements->at(2).concurrent);
    QVERIFY(statements->at(3).concurrent);
    QVERIFY(!statements->at(4).concurrent);
    QCOMPARE(statements->at(5).line, 20);
    QVERIFY(splitStatements("-- nothing but words\n").value().isEmpty());
}

void ScriptParserTest::saysWhereSqlIsWrong()
{
    const auto wrong = splitStatements("SELECT 1;\nSELECT 'été';\nCREATE TABEL x ();\n", 5);
    QVERIFY(!wrong.has_value());
    QCOMPARE(wrong.error().arguments.value(0), u"7"_s);
    QVERIFY(wrong.error().message.contains(u"TABEL"_s));
}

void ScriptParserTest::refusesTransactionsOfTheirOwn()
{
    auto parsed = parseScript(QByteArray(whole).replace("DROP TABLE a;", "DROP TABLE a;\nCOMMIT;"), u"0002_x.sql"_s);
    const auto statements = statementsOf(*parsed.revision, Direction::Down);
    QVERIFY(!statements.has_value());
    QVERIFY2(statements.error().message.startsWith(u"0002_x.sql:17: \"COMMIT\""_s),
             qPrintable(statements.error().message));
    parsed.revision->down.reset();
    QVERIFY(statementsOf(*parsed.revision, Direction::Down).error().message.contains(u"has no down part"_s));
}

void ScriptParserTest::theBuiltInSchemaIsSound()
{
    const auto folder = readFolder(builtInFolder());
    QVERIFY(folder.has_value());
    QVERIFY(folder->problems.isEmpty());
    QCOMPARE(folder->graph.size(), 10);
    QCOMPARE(folder->graph.heads().size(), 1);
    for (const Revision &revision : folder->graph.revisions()) {
        QVERIFY(!statementsOf(revision, Direction::Up)->isEmpty());
        QVERIFY(!statementsOf(revision, Direction::Down)->isEmpty());
        QVERIFY(!revision.message.isEmpty());
        QVERIFY(revision.date.isValid());
    }
    QCOMPARE(readFolder(u"/no such folder"_s).error().code, civicq::core::ErrorCode::NotFound);
}

} // namespace

QTEST_GUILESS_MAIN(ScriptParserTest)
#include "scriptparsertest.moc"

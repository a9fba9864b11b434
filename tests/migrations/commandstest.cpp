// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/commandline.h"
#include "fixtures/testserver.h"
#include "migrations/scratchfolder.h"
#include "postgres/environment.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using civicq::core::SilentTask;
using civicq::postgres::Environment;
using civicq::tests::CommandLine;
using civicq::tests::Ran;
using civicq::tests::ScratchFolder;

namespace {

// The migration commands of civicq-db, as somebody types them.
class CommandsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void migratesAndTellsInJson();
    void goesDownByStepsAndBacksUpFirst();
    void printsSqlThatPsqlRuns();
    void showsHistory();
    void productionAsksForTheName();
    void writesRevisionsAndMerges();
    void runsAlembicProjects();
    void checksFoldersAndDatabases();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    Ran run(QStringList arguments) const { return m_civicq.run(arguments << u"--json"_s); }
    [[nodiscard]] QString stand() const;

    CommandLine m_civicq;
    civicq::tests::TestServer m_server;
    QString m_database;
    SilentTask m_task;
};

void CommandsTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
}

void CommandsTest::init()
{
    auto parameters = m_server.createDatabase();
    m_database = parameters.database;
    m_civicq.environment = {{u"CIVICQ_DATABASE_URL"_s, parameters.toUri()},
                            {u"PGPASSWORD"_s, QString::fromLatin1(civicq::tests::TestServer::password)}};
}

QString CommandsTest::stand() const
{
    const QJsonArray current = run({u"current"_s}).json().value(u"current"_s).toArray();
    return current.isEmpty() ? QString() : current.first().toObject().value(u"revision"_s).toString();
}

void CommandsTest::migratesAndTellsInJson()
{
    const Ran first = run({u"migrate"_s, u"+3"_s});
    QVERIFY2(first.status == 0, first.all().constData());
    QCOMPARE(first.json().value(u"from"_s), u"base"_s);
    QCOMPARE(first.json().value(u"to"_s), u"b90e35f7c4d1"_s);
    const QJsonArray applied = first.json().value(u"applied"_s).toArray();
    QCOMPARE(applied.size(), 3);
    QCOMPARE(applied.at(1).toObject().value(u"revision"_s), u"2f8b6d13ac57"_s);
    QVERIFY(applied.at(1).toObject().value(u"seconds"_s).isDouble());

    QCOMPARE(run({u"migrate"_s}).json().value(u"applied"_s).toArray().size(), 7);
    const Ran again = run({u"migrate"_s});
    QCOMPARE(again.status, 0);
    QVERIFY(again.json().value(u"applied"_s).toArray().isEmpty());
    QCOMPARE(stand(), u"a3f51e8b79c0"_s);
}

void CommandsTest::goesDownByStepsAndBacksUpFirst()
{
    QCOMPARE(run({u"migrate"_s}).status, 0);
    const Ran down = run({u"downgrade"_s, u"-2"_s});
    QVERIFY2(down.status == 0, down.all().constData());
    QCOMPARE(down.json().value(u"to"_s), u"c82a6e1f5d03"_s);
    const QString backup = down.json().value(u"backup"_s).toString();
    QVERIFY2(QFile::exists(backup), qPrintable(backup));
    QCOMPARE(m_civicq.run({u"restore"_s, u"--verify"_s, backup}).status, 0);

    const Ran rest = run({u"downgrade"_s, u"base"_s, u"--no-backup"_s});
    QCOMPARE(rest.json().value(u"applied"_s).toArray().size(), 8);
    QVERIFY(rest.json().value(u"backup"_s).isNull());
    QCOMPARE(stand(), QString());
}

void CommandsTest::printsSqlThatPsqlRuns()
{
    const Ran sql = m_civicq.run({u"migrate"_s, u"base:head"_s, u"--sql"_s});
    QCOMPARE(sql.status, 0);
    const QString byHand = m_server.createDatabase().database;
    QByteArray err;
    const QStringList psql{u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, byHand};
    QVERIFY2(m_server.run(u"psql"_s, psql, nullptr, &err, sql.out) == 0, err.constData());

    QCOMPARE(run({u"migrate"_s}).status, 0);
    const QStringList kind{u"--schema-only"_s, u"--exclude-schema=civicq_admin"_s};
    QCOMPARE(m_server.dump(byHand, kind), m_server.dump(m_database, kind));

    m_civicq.environment[u"CIVICQ_DATABASE_URL"_s] = m_server.parameters(byHand).toUri();
    QCOMPARE(stand(), u"a3f51e8b79c0"_s);
    const Ran down = m_civicq.run({u"downgrade"_s, u"base"_s, u"--sql"_s});
    QVERIFY2(m_server.run(u"psql"_s, psql, nullptr, &err, down.out) == 0, err.constData());
    QVERIFY(!m_server.dump(byHand, {u"--schema-only"_s}).contains("CREATE TABLE"));
}

void CommandsTest::showsHistory()
{
    QCOMPARE(run({u"migrate"_s, u"+2"_s}).status, 0);
    const QJsonArray revisions = run({u"history"_s, u"-i"_s}).json().value(u"revisions"_s).toArray();
    QCOMPARE(revisions.size(), 10);
    QCOMPARE(revisions.at(0).toObject().value(u"head"_s), true);
    QCOMPARE(revisions.at(8).toObject().value(u"current"_s), true);
    QCOMPARE(revisions.at(9).toObject().value(u"applied"_s), true);
    QCOMPARE(revisions.at(7).toObject().value(u"applied"_s), false);

    const Ran ranged = m_civicq.run({u"history"_s, u"-r"_s, u"current:+"_s});
    QCOMPARE(ranged.status, 1);
    QCOMPARE(run({u"history"_s, u"-r"_s, u"current:b90e"_s}).json().value(u"revisions"_s).toArray().size(), 2);
    QCOMPARE(m_civicq.run({u"heads"_s}).out, QByteArray("a3f51e8b79c0 (civicq) (head)\n"));
    QVERIFY(m_civicq.run({u"show"_s, u"2f8b"_s}).out.contains("CREATE TABLE users"));
    QCOMPARE(run({u"show"_s, u"head-1"_s}).json().value(u"revisions"_s).toArray().size(), 1);
}

void CommandsTest::productionAsksForTheName()
{
    const auto connection = m_server.connect(m_database);
    QVERIFY(civicq::postgres::writeEnvironment(m_task, *connection, Environment::Production).has_value());
    const Ran up = run({u"migrate"_s});
    QVERIFY2(up.status == 0, up.all().constData());
    QVERIFY(QFile::exists(up.json().value(u"backup"_s).toString()));
    const Ran refused = run({u"downgrade"_s, u"-1"_s});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("--confirm"), refused.all().constData());
    QCOMPARE(run({u"downgrade"_s, u"-1"_s, u"--confirm"_s, u"another"_s}).status, 1);
    QCOMPARE(run({u"stamp"_s, u"base"_s}).status, 1);
    QCOMPARE(stand(), u"a3f51e8b79c0"_s);
    QCOMPARE(run({u"downgrade"_s, u"-1"_s, u"--confirm"_s, m_database}).status, 0);
    QCOMPARE(stand(), u"6ba9d04c17f2"_s);
}

void CommandsTest::writesRevisionsAndMerges()
{
    const ScratchFolder folder;
    const QStringList dir{u"--dir"_s, folder.path()};
    const Ran first = run(QStringList{u"revision"_s, u"-m"_s, u"Add été's table"_s} + dir);
    QVERIFY2(first.status == 0, first.all().constData());
    QVERIFY(first.json().value(u"file"_s).toString().endsWith(u"0001_add_ete_s_table.sql"_s));
    const QString base = first.json().value(u"revision"_s).toString();
    QCOMPARE(run(QStringList{u"revision"_s, u"-m"_s, u"Left"_s} + dir).status, 0);
    QCOMPARE(run(QStringList{u"revision"_s, u"-m"_s, u"Right"_s, u"--head"_s, base} + dir).status, 0);
    QCOMPARE(run(QStringList{u"migrate"_s} + dir).status, 2); // head is two
    QCOMPARE(run(QStringList{u"revision"_s, u"-m"_s, u"More"_s} + dir).status, 2);
    const Ran merged = run(QStringList{u"merge"_s} + dir);
    QCOMPARE(merged.json().value(u"parents"_s).toArray().size(), 2);
    const Ran up = run(QStringList{u"migrate"_s} + dir);
    QVERIFY2(up.status == 0, up.all().constData());
    QCOMPARE(up.json().value(u"applied"_s).toArray().size(), 4);
    QCOMPARE(run({u"revision"_s, u"-m"_s, u"x"_s}).status, 2); // the built-in schema stays as it is
    QCOMPARE(run(QStringList{u"merge"_s} + dir).status, 2);
}

void CommandsTest::runsAlembicProjects()
{
    const QTemporaryDir project;
    const auto alembic = [&](const QStringList &words) {
        QProcess process;
        process.setWorkingDirectory(project.path());
        process.start(u"alembic"_s, words);
        QVERIFY(process.waitForFinished(60'000) && process.exitCode() == 0);
    };
    alembic({u"init"_s, u"migrations"_s});
    QFile ini(project.filePath(u"alembic.ini"_s));
    QVERIFY(ini.open(QIODevice::ReadWrite));
    const QByteArray text =
        ini.readAll().replace("driver://user:pass@localhost/dbname", "postgresql://nobody@nowhere/no");
    ini.resize(0);
    ini.write(text);
    ini.close();
    const QStringList dir{u"--dir"_s, project.path()};
    const Ran first = run(QStringList{u"revision"_s, u"-m"_s, u"First"_s, u"--rev-id"_s, u"aaaa"_s} + dir);
    QVERIFY2(first.status == 0, first.all().constData());
    QCOMPARE(run(QStringList{u"revision"_s, u"-m"_s, u"Second"_s} + dir).json().value(u"parents"_s).toArray().size(),
             1);
    const Ran up = run(QStringList{u"migrate"_s} + dir);
    QVERIFY2(up.status == 0, up.all().constData());
    QCOMPARE(up.json().value(u"applied"_s).toArray().size(), 2);
    QVERIFY2(up.err.contains("names nowhere:5432/no"), up.all().constData());
    QVERIFY(m_civicq.run(QStringList{u"migrate"_s, u"aaaa:head"_s, u"--sql"_s} + dir)
                .out.contains("UPDATE alembic_version"));
    const Ran down = run(QStringList{u"downgrade"_s, u"-1"_s} + dir);
    QVERIFY2(down.status == 0 && QFile::exists(down.json().value(u"backup"_s).toString()), down.all().constData());
    const Ran stamped = run(QStringList{u"stamp"_s, u"base"_s} + dir);
    QCOMPARE(stamped.json().value(u"to"_s), u"base"_s);
    const Ran without = m_civicq.run(QStringList{u"migrate"_s, u"--alembic"_s, u"/no/such/python"_s} + dir);
    QVERIFY2(without.status == 1 && without.err.contains("--alembic"), without.all().constData());
}

void CommandsTest::checksFoldersAndDatabases()
{
    QCOMPARE(run({u"check"_s}).status, 0);
    ScratchFolder folder;
    folder.add(u"one"_s, u"none"_s, "CREATE TABEL one ();", "DROP TABLE one;");
    folder.add(u"two"_s, u"onn"_s, "SELECT 1;", "SELECT 1;");
    const Ran checked = run({u"check"_s, u"--dir"_s, folder.path()});
    QCOMPARE(checked.status, 1);
    const QJsonArray problems = checked.json().value(u"problems"_s).toArray();
    QCOMPARE(problems.size(), 2);
    QCOMPARE(problems.at(0).toObject().value(u"kind"_s), u"missing-parent"_s);
    QCOMPARE(problems.at(0).toObject().value(u"line"_s), 2);
    QCOMPARE(problems.at(1).toObject().value(u"kind"_s), u"bad-sql"_s);
    QCOMPARE(problems.at(1).toObject().value(u"line"_s), 6);
    QCOMPARE(run({u"migrate"_s, u"--dir"_s, folder.path()}).status, 1);
    QCOMPARE(run({u"check"_s, u"--files-only"_s, u"--dir"_s, folder.path()}).status, 1);
}

void CommandsTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no such revision") << QStringList{u"migrate"_s, u"a3f51e8b79c1"_s} << 1
                                      << QByteArray("a3f51e8b79c0");
    QTest::newRow("file name") << QStringList{u"migrate"_s, u"0003_cities.sql"_s} << 1 << QByteArray("b90e35f7c4d1");
    QTest::newRow("too far") << QStringList{u"migrate"_s, u"+11"_s} << 2 << QByteArray("goes past the end");
    QTest::newRow("wrong way") << QStringList{u"downgrade"_s, u"+1"_s} << 2 << QByteArray("leads up");
    QTest::newRow("no target") << QStringList{u"downgrade"_s} << 2 << QByteArray("REV is required");
    QTest::newRow("not an option") << QStringList{u"downgrade"_s, u"-x"_s} << 2 << QByteArray("-x");
    QTest::newRow("no folder") << QStringList{u"migrate"_s, u"--dir"_s, u"/no such folder"_s} << 1
                               << QByteArray("There is no folder");
    QTest::newRow("bad range") << QStringList{u"history"_s, u"-r"_s, u"head"_s} << 2 << QByteArray("OLDER:NEWER");
}

void CommandsTest::saysWhatIsWrong()
{
    QFETCH(QStringList, words);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const Ran ran = m_civicq.run(words);
    QVERIFY2(ran.status == status, ran.all().constData());
    QVERIFY2(ran.err.contains(says), ran.all().constData());
    QVERIFY(!m_server.dump(m_database, {u"--schema-only"_s}).contains("CREATE TABLE"));
}

} // namespace

QTEST_GUILESS_MAIN(CommandsTest)
#include "commandstest.moc"

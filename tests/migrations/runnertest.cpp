// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "migrations/migrationrunner.h"
#include "migrations/scratchfolder.h"

#include <QtTest/QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::SilentTask;
using civicq::core::TaskContext;
using civicq::tests::ScratchFolder;

namespace {

class RunnerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void goesUpAndDownByName();
    void aFailureLeavesTheRevisionUndone();
    void cancelRollsBack();
    void runsConcurrentIndexesOutsideATransaction();
    void saysWhatStaysOfARevisionWithoutTransaction();
    void refusesABrokenChain();
    void refusesADatabaseThatMoved();
    void noticesAVersionTableChangedDuringTheRun();
    void backsUpFirst();
    void keepsARecord();
    void stamps();
    void namesAndSchemasWithQuotesAndAccents();
    void saysThatPgvectorIsMissing();

private:
    Result<RunReport> up(const QString &target = u"head"_s, const RunOptions &options = {});
    Result<RunReport> down(const QString &target, const RunOptions &options = {});
    bool exists(const QString &table);
    QStringList versions() { return readState(*m_connection, m_task)->versions; }

    civicq::tests::TestServer m_server;
    std::unique_ptr<civicq::postgres::Connection> m_connection;
    std::unique_ptr<ScratchFolder> m_folder;
    SilentTask m_task;
};

void RunnerTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
}

void RunnerTest::init()
{
    m_connection = m_server.connect(m_server.createDatabase().database);
    m_folder = std::make_unique<ScratchFolder>();
    m_folder->add(u"one"_s, u"none"_s, "CREATE TABLE one (a int);", "DROP TABLE one;");
    m_folder->add(u"two"_s, u"one"_s, "CREATE TABLE two (a int);\n\nCREATE INDEX ON two (a);", "DROP TABLE two;");
}

Result<RunReport> RunnerTest::up(const QString &target, const RunOptions &options)
{
    return migrate(*m_connection, m_task, m_folder->read(), Direction::Up, target, options);
}

Result<RunReport> RunnerTest::down(const QString &target, const RunOptions &options)
{
    return migrate(*m_connection, m_task, m_folder->read(), Direction::Down, target, options);
}

bool RunnerTest::exists(const QString &table)
{
    const auto found = m_connection->query(m_task, u"SELECT to_regclass($1) IS NOT NULL"_s, {table});
    return found && found->boolean(0, 0);
}

void RunnerTest::goesUpAndDownByName()
{
    QCOMPARE(up(u"+1"_s)->to, QStringList{u"one"_s});
    QVERIFY(exists(u"one"_s) && !exists(u"two"_s));
    QCOMPARE(up()->applied.size(), 1);
    QVERIFY(exists(u"two"_s));
    QVERIFY(up()->applied.isEmpty());
    QCOMPARE(down(u"-1"_s)->to, QStringList{u"one"_s});
    QVERIFY(!exists(u"two"_s));
    QCOMPARE(down(u"base"_s)->to, QStringList());
    QVERIFY(!exists(u"one"_s) && !exists(u"alembic_version"_s));
    QVERIFY(down(u"base"_s)->applied.isEmpty());
    QCOMPARE(down(u"-1"_s).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(up(u"three"_s).error().code, ErrorCode::NotFound);
}

void RunnerTest::aFailureLeavesTheRevisionUndone()
{
    m_folder->add(u"three"_s, u"two"_s,
                  "CREATE TABLE three (a int);\nINSERT INTO three VALUES (1);\nALTER TABLE three\n  ADD CHECK (a > 1);",
                  "DROP TABLE three;");
    const auto report = up();
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().sqlState, u"23514"_s);
    QCOMPARE(report.error().doing, u"running three.sql:8: ALTER TABLE three"_s);
    QVERIFY(report.error().message.contains(u"violated by some row"_s));
    QVERIFY(report.error().detail.contains(u"ADD CHECK (a > 1)"_s));
    QVERIFY2(report.error().hint.endsWith(u"the database stands at two."_s), qPrintable(report.error().hint));
    // What came before it stands, of itself nothing does.
    QCOMPARE(versions(), QStringList{u"two"_s});
    QVERIFY(exists(u"two"_s) && !exists(u"three"_s));
    m_folder->add(u"three"_s, u"two"_s, "CREATE TABLE three (a int);", "DROP TABLE three;");
    QCOMPARE(up()->to, QStringList{u"three"_s});
}

void RunnerTest::cancelRollsBack()
{
    m_folder->add(u"three"_s, u"two"_s, "CREATE TABLE three (a int);\nSELECT pg_sleep(60);", "DROP TABLE three;");
    SilentTask task;
    std::thread canceller([&] {
        const auto watcher = m_server.connect();
        SilentTask watching;
        const auto asleep = [&] {
            return !watcher
                        ->query(watching, u"SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'PgSleep'"_s,
                                {m_connection->backendPid()})
                        ->isEmpty();
        };
        while (!asleep()) {}
        task.cancel();
    });
    const auto report = migrate(*m_connection, task, m_folder->read(), Direction::Up, u"head"_s, {});
    canceller.join();
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(versions(), QStringList{u"two"_s});
    QVERIFY(!exists(u"three"_s));
    // The lock has been let go of.
    const auto other = m_server.connect(m_connection->database());
    QCOMPARE(migrate(*other, m_task, m_folder->read(), Direction::Down, u"base"_s, {})->applied.size(), 2);
}

void RunnerTest::runsConcurrentIndexesOutsideATransaction()
{
    m_folder->add(u"three"_s, u"two"_s, "CREATE INDEX CONCURRENTLY IF NOT EXISTS three ON two (a);",
                  "DROP INDEX CONCURRENTLY IF EXISTS three;", "-- transactional: no\n");
    QCOMPARE(up()->to, QStringList{u"three"_s});
    QVERIFY(exists(u"three"_s));
    QCOMPARE(m_connection->query(m_task, u"SHOW lock_timeout"_s)->text(0, 0), u"0"_s);
    QCOMPARE(down(u"-1"_s)->to, QStringList{u"two"_s});
    QVERIFY(!exists(u"three"_s));
}

void RunnerTest::saysWhatStaysOfARevisionWithoutTransaction()
{
    m_folder->add(u"three"_s, u"two"_s, "CREATE TABLE IF NOT EXISTS three (a int);\nSELECT 1/0;", "DROP TABLE three;",
                  "-- transactional: no\n");
    const auto report = up();
    QCOMPARE(report.error().sqlState, u"22012"_s);
    QVERIFY2(report.error().hint.contains(u"1 of its 2 statements"_s), qPrintable(report.error().hint));
    QCOMPARE(versions(), QStringList{u"two"_s});
    QVERIFY(exists(u"three"_s));
    QCOMPARE(m_connection->query(m_task, u"SHOW lock_timeout"_s)->text(0, 0), u"0"_s);
}

void RunnerTest::refusesABrokenChain()
{
    QVERIFY(up().has_value());
    m_folder->add(u"four"_s, u"three"_s, "CREATE TABLE four (a int);", "DROP TABLE four;");
    const auto report = up(u"two"_s);
    QCOMPARE(report.error().code, ErrorCode::Corrupt);
    QVERIFY2(report.error().message.startsWith(u"four.sql:2: "_s), qPrintable(report.error().message));
    QVERIFY(!down(u"base"_s).has_value());
    QVERIFY(exists(u"two"_s));
    m_folder->remove(u"four"_s);
    m_folder->remove(u"two"_s);
    const auto unknown = up();
    QVERIFY2(unknown.error().message.contains(u"no file has that revision"_s), qPrintable(unknown.error().message));
}

void RunnerTest::refusesADatabaseThatMoved()
{
    QVERIFY(up().has_value());
    RunOptions options;
    options.expectedVersions = QStringList{u"one"_s};
    QCOMPARE(down(u"base"_s, options).error().code, ErrorCode::VersionMismatch);
    QVERIFY(exists(u"two"_s));
    options.expectedVersions = QStringList{u"two"_s};
    QVERIFY(down(u"base"_s, options).has_value());
}

void RunnerTest::noticesAVersionTableChangedDuringTheRun()
{
    QVERIFY(up(u"one"_s).has_value());
    RunOptions options;
    options.production = true;
    options.safetyBackup = [this](TaskContext &) -> Result<QString> {
        const auto other = m_server.connect(m_connection->database());
        std::ignore = other->query(m_task, u"INSERT INTO alembic_version VALUES ('elsewhere')"_s);
        return u"there"_s;
    };
    QCOMPARE(up(u"head"_s, options).error().code, ErrorCode::VersionMismatch);
    QVERIFY(!exists(u"two"_s));
}

void RunnerTest::backsUpFirst()
{
    int made = 0;
    RunOptions options;
    options.safetyBackup = [&made](TaskContext &) -> Result<QString> {
        ++made;
        return u"/backups/one.sql.gz"_s;
    };
    QCOMPARE(up(u"one"_s, options)->backup, QString());
    QCOMPARE(made, 0);
    options.production = true;
    QCOMPARE(up(u"two"_s, options)->backup, u"/backups/one.sql.gz"_s);
    QCOMPARE(made, 1);
    QVERIFY(up(u"two"_s, options)->backup.isEmpty()); // nothing to do, nothing to save
    QCOMPARE(made, 1);
    options.production = false;
    QCOMPARE(down(u"one"_s, options)->backup, u"/backups/one.sql.gz"_s);
    QCOMPARE(made, 2);
    options.safetyBackup = [](TaskContext &) -> Result<QString> {
        return civicq::core::fail(ErrorCode::NoSpace, u"no space left"_s);
    };
    QCOMPARE(down(u"base"_s, options).error().code, ErrorCode::NoSpace);
    QVERIFY(exists(u"one"_s));
}

void RunnerTest::keepsARecord()
{
    QVERIFY(up().has_value());
    auto state = readState(*m_connection, m_task).value();
    QCOMPARE(state.applied.size(), 2);
    const AppliedRecord record = state.applied.value(u"two"_s);
    QCOMPARE(record.by, u"postgres"_s);
    QVERIFY(qAbs(record.at.secsTo(QDateTime::currentDateTimeUtc())) < 600);
    const MigrationFolder folder = m_folder->read();
    QCOMPARE(record.checksum, folder.graph.at(folder.graph.indexOf(u"two"_s)).checksum());
    QVERIFY(down(u"one"_s).has_value());
    state = readState(*m_connection, m_task).value();
    QVERIFY(!state.applied.contains(u"two"_s) && state.applied.contains(u"one"_s));
}

void RunnerTest::stamps()
{
    const MigrationFolder folder = m_folder->read();
    QCOMPARE(stamp(*m_connection, m_task, folder, {u"head"_s}, false, {})->to, QStringList{u"two"_s});
    QVERIFY(!exists(u"two"_s));
    QVERIFY(readState(*m_connection, m_task)->applied.value(u"two"_s).checksum.isEmpty());
    QVERIFY(m_connection->query(m_task, u"UPDATE alembic_version SET version_num = 'lost'"_s).has_value());
    QCOMPARE(stamp(*m_connection, m_task, folder, {u"one"_s}, false, {}).error().code, ErrorCode::Corrupt);
    QCOMPARE(stamp(*m_connection, m_task, folder, {u"one"_s}, true, {})->to, QStringList{u"one"_s});
    QCOMPARE(versions(), QStringList{u"one"_s});
    QCOMPARE(stamp(*m_connection, m_task, folder, {u"base"_s}, false, {})->to, QStringList());
    QVERIFY(!exists(u"alembic_version"_s));
}

void RunnerTest::namesAndSchemasWithQuotesAndAccents()
{
    const QString name = u"Élodie's \"été\""_s;
    std::ignore = m_server.createDatabase(name);
    m_connection = m_server.connect(name);
    QVERIFY(m_connection->script(m_task, "CREATE SCHEMA \"L'été\"; SET search_path = \"L'été\"").has_value());
    QVERIFY(up().has_value());
    const auto place = m_connection->query(m_task, u"SELECT relnamespace::regnamespace::text FROM pg_class "
                                                   "WHERE relname = 'alembic_version'"_s);
    QCOMPARE(place->text(0, 0), u"\"L'été\""_s);
    QCOMPARE(down(u"base"_s)->applied.size(), 2);
}

void RunnerTest::saysThatPgvectorIsMissing()
{
    QVERIFY(m_connection
                ->script(m_task, "CREATE SCHEMA bare; CREATE VIEW bare.pg_available_extensions AS "
                                 "SELECT * FROM pg_catalog.pg_available_extensions WHERE name <> 'vector';"
                                 "SET search_path = bare, pg_catalog, public")
                .has_value());
    const auto schema = readFolder(builtInFolder()).value();
    const auto report = migrate(*m_connection, m_task, schema, Direction::Up, u"head"_s, {});
    QVERIFY(report.error().message.contains(u"pgvector"_s));
    QVERIFY(report.error().hint.contains(u"Install pgvector"_s));
    QVERIFY(report.error().doing.contains(u"0001_extensions.sql:17"_s));
    QVERIFY(!exists(u"alembic_version"_s));
}

} // namespace

QTEST_GUILESS_MAIN(RunnerTest)
#include "runnertest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "migrations/migrationrunner.h"
#include "migrations/scratchfolder.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtTest/QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace civicq::migrations;
using civicq::core::ErrorCode;
using civicq::core::SilentTask;
using civicq::tests::ScratchFolder;

namespace {

constexpr int stopKey = 7'000; // the advisory locks at which a test makes a run wait

// A run meets others: another runner, readers, and its own sudden end.
class RunnerMeetingTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void twoRunnersDoTheWorkOnce();
    void anImpatientRunnerSaysWhoRuns();
    void readersAreNeverHeldUpForLong();
    void goesOnWhenTheReaderIsGone();
    void survivesKillAtAnyStatement();
    void goesOnAfterKillWithoutTransaction_data();
    void goesOnAfterKillWithoutTransaction();

private:
    void killAtStop(int key, bool endSession = false);

    void waitUntil(const QString &condition, const QVariantList &parameters = {});
    void hold(int key) { QVERIFY(m_admin->query(m_task, u"SELECT pg_advisory_lock($1)"_s, {key}).has_value()); }
    void release(int key) { QVERIFY(m_admin->query(m_task, u"SELECT pg_advisory_unlock($1)"_s, {key}).has_value()); }

    civicq::tests::TestServer m_server;
    QTemporaryDir m_home;
    QString m_database;
    std::unique_ptr<civicq::postgres::Connection> m_admin;
    std::unique_ptr<ScratchFolder> m_folder;
    SilentTask m_task;
};

QByteArray waitAt(int key)
{
    return "SELECT pg_advisory_xact_lock(" + QByteArray::number(key) + ");\n";
}

void RunnerMeetingTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
}

void RunnerMeetingTest::init()
{
    m_database = m_server.createDatabase().database;
    m_admin = m_server.connect(m_database);
    m_folder = std::make_unique<ScratchFolder>();
}

void RunnerMeetingTest::waitUntil(const QString &condition, const QVariantList &parameters)
{
    const QDeadlineTimer deadline(30s);
    for (;;) {
        const auto rows = m_admin->query(m_task, u"SELECT "_s + condition, parameters);
        QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().toString()));
        if (rows->boolean(0, 0))
            return;
        QVERIFY2(!deadline.hasExpired(), qPrintable(condition));
    }
}

void RunnerMeetingTest::twoRunnersDoTheWorkOnce()
{
    m_folder->add(u"one"_s, u"none"_s, waitAt(stopKey) + "CREATE TABLE one (a int);", "DROP TABLE one;");
    const MigrationFolder folder = m_folder->read();
    hold(stopKey);
    RunOptions options;
    options.lockTimeout = 60s;
    options.runnerPatience = 60s;
    std::array<qsizetype, 2> applied{-1, -1};
    const auto runner = [&](std::size_t number) {
        SilentTask task;
        const auto connection = m_server.connect(m_database);
        const auto report = migrate(*connection, task, folder, Direction::Up, u"head"_s, options);
        if (report)
            applied[number] = report->applied.size();
    };
    std::thread first(runner, 0);
    std::thread second(runner, 1);
    // One waits inside the migration, the other keeps asking for the runners' lock.
    waitUntil(u"count(*) = 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"_s);
    waitUntil(u"count(*) = 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_try_advisory_lock%'"_s);
    release(stopKey);
    first.join();
    second.join();
    std::sort(applied.begin(), applied.end());
    QCOMPARE(applied[0], 0);
    QCOMPARE(applied[1], 1);
}

void RunnerMeetingTest::anImpatientRunnerSaysWhoRuns()
{
    m_folder->add(u"one"_s, u"none"_s, waitAt(stopKey) + "CREATE TABLE one (a int);", "DROP TABLE one;");
    const MigrationFolder folder = m_folder->read();
    hold(stopKey);
    int pid = 0;
    std::thread first([&] {
        SilentTask task;
        RunOptions options;
        options.lockTimeout = 60s;
        const auto connection = m_server.connect(m_database);
        pid = connection->backendPid();
        std::ignore = migrate(*connection, task, folder, Direction::Up, u"head"_s, options);
    });
    waitUntil(u"count(*) = 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"_s);
    const auto second = m_server.connect(m_database);
    RunOptions options;
    options.runnerPatience = 0ms;
    const auto report = migrate(*second, m_task, folder, Direction::Up, u"head"_s, options);
    release(stopKey);
    first.join();
    QCOMPARE(report.error().code, ErrorCode::Busy);
    QVERIFY2(report.error().detail.startsWith(u"Process %1, role postgres"_s.arg(pid)),
             qPrintable(report.error().detail));
}

void RunnerMeetingTest::readersAreNeverHeldUpForLong()
{
    QVERIFY(m_admin->script(m_task, "CREATE TABLE busy (a int)").has_value());
    m_folder->add(u"one"_s, u"none"_s, "CREATE TABLE one (a int);\nALTER TABLE busy ADD b int;", "SELECT 1;");
    const auto holder = m_server.connect(m_database);
    QVERIFY(holder->query(m_task, u"BEGIN"_s).has_value());
    QVERIFY(holder->query(m_task, u"SELECT * FROM busy"_s).has_value());

    std::atomic<bool> over = false;
    qint64 longest = 0;
    std::thread reader([&] {
        SilentTask task;
        const auto connection = m_server.connect(m_database);
        while (!over) {
            QElapsedTimer clock;
            clock.start();
            std::ignore = connection->query(task, u"SELECT count(*) FROM busy"_s);
            longest = std::max(longest, clock.elapsed());
        }
    });
    RunOptions options;
    options.lockTimeout = 400ms;
    options.lockPause = 300ms;
    options.lockAttempts = 3;
    const auto connection = m_server.connect(m_database);
    const auto report = migrate(*connection, m_task, m_folder->read(), Direction::Up, u"head"_s, options);
    over = true;
    reader.join();
    QCOMPARE(report.error().code, ErrorCode::Busy);
    QCOMPARE(report.error().sqlState, u"55P03"_s);
    QVERIFY2(report.error().detail.contains(u"process %1,"_s.arg(holder->backendPid())),
             qPrintable(report.error().detail));
    QVERIFY2(report.error().doing.contains(u"one.sql:7"_s), qPrintable(report.error().doing));
    QVERIFY2(longest >= 300 && longest < 1'200, qPrintable(QString::number(longest))); // it did wait, and not for long
    QVERIFY(readState(*connection, m_task)->versions.isEmpty());
    QVERIFY(m_admin->query(m_task, u"SELECT to_regclass('one')"_s)->isNull(0, 0));
}

void RunnerMeetingTest::goesOnWhenTheReaderIsGone()
{
    QVERIFY(m_admin->script(m_task, "CREATE TABLE busy (a int)").has_value());
    m_folder->add(u"one"_s, u"none"_s, "ALTER TABLE busy ADD b int;", "SELECT 1;");
    auto holder = m_server.connect(m_database);
    QVERIFY(holder->query(m_task, u"BEGIN"_s).has_value());
    QVERIFY(holder->query(m_task, u"SELECT * FROM busy"_s).has_value());
    std::thread leaver([&] {
        const auto watcher = m_server.connect(m_database);
        SilentTask task;
        const auto waits = [&] {
            return watcher
                       ->query(task,
                               u"SELECT count(*) FROM pg_locks WHERE relation = 'busy'::regclass AND NOT granted"_s)
                       ->integer(0, 0)
                   > 0;
        };
        while (!waits()) {} // first attempt
        while (waits()) {}  // given up
        holder.reset();
    });
    RunOptions options;
    options.lockTimeout = 200ms;
    options.lockPause = 200ms;
    const auto connection = m_server.connect(m_database);
    const auto report = migrate(*connection, m_task, m_folder->read(), Direction::Up, u"head"_s, options);
    leaver.join();
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(report->to, QStringList{u"one"_s});
}

// A civicq-db that migrates, killed when it waits for the advisory lock `key`; with `endSession` the server stops at once
// too, else it finishes the statement for nobody.
void RunnerMeetingTest::killAtStop(int key, bool endSession)
{
    hold(key);
    QProcess child;
    auto parameters = m_server.parameters(m_database);
    parameters.extra.insert(u"application_name"_s, u"killed runner"_s);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CIVICQ_HOME"_s, m_home.path());
    environment.insert(u"PGPASSWORD"_s, QString::fromLatin1(civicq::tests::TestServer::password));
    child.setProcessEnvironment(environment);
    child.start(
        qEnvironmentVariable("CIVICQ_TEST_BIN") + u"/civicq-db"_s,
        {u"--url"_s, parameters.toUri(), u"migrate"_s, u"--lock-timeout"_s, u"60"_s, u"--dir"_s, m_folder->path()});
    waitUntil(u"count(*) = 1 FROM pg_locks l WHERE locktype = 'advisory' AND NOT granted AND objid = $1"_s, {key});
    child.kill();
    QVERIFY(child.waitForFinished());
    const QString ours = u"FROM pg_stat_activity WHERE application_name = 'killed runner'"_s;
    if (endSession) {
        QVERIFY(m_admin->query(m_task, u"SELECT pg_terminate_backend(pid) "_s + ours).has_value());
        waitUntil(u"count(*) = 0 "_s + ours);
    }
    release(key);
    waitUntil(u"count(*) = 0 FROM pg_stat_activity WHERE application_name = 'killed runner'"_s);
}

void RunnerMeetingTest::survivesKillAtAnyStatement()
{
    constexpr int revisions = 3;
    constexpr int stops = 3; // in each
    for (int i = 0; i < revisions; ++i) {
        const QByteArray table = "t" + QByteArray::number(i);
        const int key = stopKey + i * stops;
        m_folder->add(u"step%1"_s.arg(i), i == 0 ? u"none"_s : u"step%1"_s.arg(i - 1),
                      waitAt(key) + "CREATE TABLE " + table + " (a int);\n" + waitAt(key + 1) + "INSERT INTO " + table
                          + " VALUES (1);\n" + waitAt(key + 2),
                      "DROP TABLE " + table + ';');
    }
    for (int stop = 0; stop < revisions * stops; ++stop) {
        killAtStop(stopKey + stop);
        const int applied = stop / stops;
        const auto state = readState(*m_admin, m_task);
        QCOMPARE(state->versions, applied == 0 ? QStringList() : QStringList{u"step%1"_s.arg(applied - 1)});
        for (int i = 0; i < revisions; ++i)
            QCOMPARE(m_admin->query(m_task, u"SELECT to_regclass($1)"_s, {u"t%1"_s.arg(i)})->isNull(0, 0),
                     i >= applied);
    }
    const auto report = migrate(*m_admin, m_task, m_folder->read(), Direction::Up, u"head"_s, {});
    QCOMPARE(report->to, QStringList{u"step2"_s});
}

// Killed in each statement of a revision without a transaction, also while an index is made CONCURRENTLY: the next run
// goes on there, no statement is run twice, none is left out, and no invalid index stays.
void RunnerMeetingTest::goesOnAfterKillWithoutTransaction_data()
{
    QTest::addColumn<bool>("endSession");
    QTest::newRow("the server finishes the statement") << false;
    QTest::newRow("the server stops too") << true;
}

void RunnerMeetingTest::goesOnAfterKillWithoutTransaction()
{
    QFETCH(bool, endSession);
    constexpr int stops = 3;
    QVERIFY(m_admin
                ->script(m_task, "CREATE TABLE t (a int); INSERT INTO t SELECT generate_series(1, 100);"
                                 "CREATE FUNCTION stop(a int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS "
                                 "$$BEGIN PERFORM pg_advisory_xact_lock(7001); RETURN a; END$$;")
                .has_value());
    m_folder->add(u"one"_s, u"none"_s,
                  "CREATE TABLE first (a int);\n" + waitAt(stopKey)
                      + "CREATE INDEX CONCURRENTLY made ON t (stop(a));\nINSERT INTO first VALUES (1);\n"
                      + waitAt(stopKey + 2) + "CREATE TABLE last (a int);",
                  "DROP TABLE first;", "-- transactional: no\n");
    for (int stop = 0; stop < stops; ++stop) {
        killAtStop(stopKey + stop, endSession);
        QVERIFY(readState(*m_admin, m_task)->versions.isEmpty());
        QVERIFY(m_admin->query(m_task, u"SELECT to_regclass('last')"_s)->isNull(0, 0));
        if (stop == 1) // what a kill leaves behind
            QCOMPARE(m_admin->query(m_task, u"SELECT indisvalid FROM pg_index WHERE indexrelid = 'made'::regclass"_s)
                         ->boolean(0, 0),
                     !endSession);
    }
    const auto report = migrate(*m_admin, m_task, m_folder->read(), Direction::Up, u"head"_s, {});
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(readState(*m_admin, m_task)->versions, QStringList{u"one"_s});
    const auto found = m_admin->query(m_task, u"SELECT (SELECT count(*) FROM first), "
                                              "(SELECT count(*) FROM pg_index WHERE NOT indisvalid), "
                                              "(SELECT count(*) FROM pg_index WHERE indrelid = 't'::regclass), "
                                              "to_regclass('last') IS NOT NULL, "
                                              "to_regclass('civicq_admin.migration_progress') IS NULL"_s);
    QCOMPARE(found->integer(0, 0), 1);
    QCOMPARE(found->integer(0, 1), 0);
    QCOMPARE(found->integer(0, 2), 1);
    QVERIFY(found->boolean(0, 3) && found->boolean(0, 4));
}

} // namespace

QTEST_GUILESS_MAIN(RunnerMeetingTest)
#include "runnermeetingtest.moc"

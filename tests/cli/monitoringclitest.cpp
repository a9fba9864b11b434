// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;

namespace {

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

class MonitoringCliTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cacheHit();
    void connections();
    void tables();
    void oneTable();
    void badInput();
    void emptyDatabase();

private:
    Outcome run(const QStringList &arguments, const QString &database = u"city"_s) const;

    tests::TestServer m_server;
    QTemporaryDir m_home;
    core::SilentTask m_task;
    std::unique_ptr<postgres::Connection> m_session;
};

void MonitoringCliTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    auto parameters = m_server.createDatabase(u"city"_s);
    parameters.extra.insert(u"application_name"_s, u"city website"_s);
    m_session = std::move(postgres::Connection::open(m_task, parameters).value());
    QVERIFY(m_session
                ->script(m_task, "create table votes (a int primary key, b text);"
                                 "insert into votes select g, repeat('x', 100) from generate_series(1, 20000) g;"
                                 "create table \"\xC3\x89lodie's \"\"\xC3\xA9t\xC3\xA9\"\"\" (a int);"
                                 "create schema old; create table old.votes (a int); create table old.log (a int);"
                                 "analyze; select pg_stat_force_next_flush()")
                .has_value());
}

Outcome MonitoringCliTest::run(const QStringList &arguments, const QString &database) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CIVICQ_HOME"_s, m_home.path());
    environment.insert(u"PGPASSWORD"_s, QString::fromLatin1(tests::TestServer::password));
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("CIVICQ_TEST_BIN") + u"/civicq-db"_s,
                  QStringList{u"--url"_s, m_server.parameters(database).toUri()} + arguments);
    process.closeWriteChannel();
    Outcome outcome;
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
        outcome.status = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

void MonitoringCliTest::cacheHit()
{
    const Outcome outcome = run({u"cache-hit"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const auto sums = m_session->query(m_task, u"select sum(heap_blks_hit), sum(heap_blks_read), sum(idx_blks_hit), "
                                               "sum(idx_blks_read) from pg_statio_user_tables"_s);
    const QJsonObject json = outcome.json();
    QCOMPARE(json.value("heap_blocks_hit"_L1).toInteger(), sums->integer(0, 0));
    QCOMPARE(json.value("heap_blocks_read"_L1).toInteger(), sums->integer(0, 1));
    const auto percent = [&](int hit, int read) {
        return 100.0 * sums->real(0, hit) / (sums->real(0, hit) + sums->real(0, read));
    };
    QCOMPARE(json.value("cache_hit_ratio"_L1).toDouble(), percent(0, 1));
    QCOMPARE(json.value("index_cache_hit_ratio"_L1).toDouble(), percent(2, 3));
    QVERIFY(run({u"cache-hit"_s}).out.contains("Tables:"));
}

void MonitoringCliTest::connections()
{
    QVERIFY(m_session->script(m_task, "begin").has_value());
    // The server takes its time over the session of a program that has ended.
    const auto isAlone = [this] {
        const auto cleared = m_session->script(m_task, "select pg_stat_clear_snapshot()");
        const auto others = m_session->query(m_task, u"select count(*) from pg_stat_activity where backend_type = "
                                                     "'client backend' and pid <> pg_backend_pid()"_s);
        return cleared && others && others->integer(0, 0) == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAlone(), 30'000);
    const Outcome outcome = run({u"connections"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const QJsonObject json = outcome.json();
    QCOMPARE(json.value("idle_in_transaction"_L1).toInt(), 1);
    QCOMPARE(json.value("own"_L1).toInt(), 1);
    QCOMPARE(json.value("total"_L1).toInt(), 2);
    QCOMPARE(json.value("max_connections"_L1).toInt(), 100);
    QTRY_VERIFY_WITH_TIMEOUT(isAlone(), 30'000);
    const Outcome words = run({u"connections"_s});
    QVERIFY2(words.out.contains("2 of 100 connections in use"), words.out.constData());
    QVERIFY(m_session->script(m_task, "rollback").has_value());
}

void MonitoringCliTest::tables()
{
    const Outcome outcome = run({u"tables"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const QJsonArray tables = outcome.json().value("tables"_L1).toArray();
    QCOMPARE(tables.size(), 4);
    QCOMPARE(tables.first().toObject().value("table"_L1).toString(), u"votes"_s);
    for (const auto &value : tables) {
        const QJsonObject table = value.toObject();
        const auto size =
            m_session->query(m_task, u"select pg_total_relation_size(format('%I.%I', $1::text, $2::text)::regclass)"_s,
                             {table.value("schema"_L1).toString(), table.value("table"_L1).toString()});
        QCOMPARE(table.value("total_bytes"_L1).toInteger(), size->integer(0, 0));
    }
    QVERIFY(run({u"tables"_s}).out.contains("public.votes"));
}

void MonitoringCliTest::oneTable()
{
    QCOMPARE(run({u"tables"_s, u"public.votes"_s, u"--json"_s}).json().value("rows_estimate"_L1).toInteger(), 20'000);
    QCOMPARE(run({u"tables"_s, u"log"_s, u"--json"_s}).json().value("schema"_L1).toString(), u"old"_s);
    const Outcome odd = run({u"tables"_s, u"Élodie's \"été\""_s, u"--json"_s});
    QVERIFY2(odd.status == 0, odd.err.constData());
    QCOMPARE(odd.json().value("table"_L1).toString(), u"Élodie's \"été\""_s);
}

void MonitoringCliTest::badInput()
{
    const Outcome missing = run({u"tables"_s, u"nothing"_s});
    QCOMPARE(missing.status, 1);
    QVERIFY2(missing.err.contains("nothing") && missing.out.isEmpty(), missing.err.constData());
    const Outcome ambiguous = run({u"tables"_s, u"votes"_s});
    QCOMPARE(ambiguous.status, 2);
    QVERIFY2(ambiguous.err.contains("old.votes") && ambiguous.err.contains("public.votes"), ambiguous.err.constData());
    const Outcome nowhere = run({u"cache-hit"_s, u"--json"_s}, u"no such database"_s);
    QCOMPARE(nowhere.status, 1);
    QCOMPARE(nowhere.json().value("error"_L1).toObject().value("code"_L1).toString(), u"database-missing"_s);
    QCOMPARE(run({u"connections"_s, u"--nonsense"_s}).status, 2);
}

void MonitoringCliTest::emptyDatabase()
{
    const QString database = m_server.createDatabase(u"empty"_s).database;
    const Outcome cache = run({u"cache-hit"_s, u"--json"_s}, database);
    QCOMPARE(cache.status, 0);
    QVERIFY(cache.json().value("cache_hit_ratio"_L1).isNull());
    const Outcome tables = run({u"tables"_s, u"--json"_s}, database);
    QCOMPARE(tables.status, 0);
    QVERIFY(tables.json().value("tables"_L1).toArray().isEmpty());
    QVERIFY(tables.json().value("database_bytes"_L1).toInteger() > 1'000'000);
}

} // namespace

QTEST_GUILESS_MAIN(MonitoringCliTest)
#include "monitoringclitest.moc"

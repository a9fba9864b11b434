// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "monitoring/sampler.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::monitoring;
using civicq::core::ErrorCode;
using civicq::core::SilentTask;
using civicq::postgres::Connection;
using civicq::postgres::ConnectionParameters;
using Session = std::unique_ptr<Connection>;

namespace {

class SamplerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure())); }
    void emptyDatabase();
    void cacheCountersAreTheServersSums();
    void resetOfStatisticsIsAGap();
    void droppedTableIsAGap();
    void connectionsByState();
    void roleWithoutPrivileges();
    void sizesAreTheServersSums();
    void partitionsBelongToTheirTable();
    void lockedTableIsNotWaitedFor();
    void namesWithQuotesSpacesAndAccents();
    void silentServerEndsInATimeout();

private:
    Session open(ConnectionParameters parameters, const QString &applicationName);
    void run(Connection &connection, const QByteArray &sql);
    qint64 number(Connection &connection, const QString &sql);

    civicq::tests::TestServer m_server;
    SilentTask m_task;
};

Session SamplerTest::open(ConnectionParameters parameters, const QString &applicationName)
{
    if (!applicationName.isEmpty())
        parameters.extra.insert(u"application_name"_s, applicationName);
    auto opened = Connection::open(m_task, parameters);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().toString()));
    return std::move(*opened);
}

void SamplerTest::run(Connection &connection, const QByteArray &sql)
{
    const auto done = connection.script(m_task, sql);
    if (!done)
        qFatal("%s: %s", sql.constData(), qPrintable(done.error().toString()));
}

qint64 SamplerTest::number(Connection &connection, const QString &sql)
{
    const auto rows = connection.query(m_task, sql);
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().toString()));
    return rows->integer(0, 0);
}

void SamplerTest::emptyDatabase()
{
    const Session session = open(m_server.createDatabase(), {});
    const auto counters = readCacheCounters(m_task, *session);
    QVERIFY2(counters.has_value(), counters ? "" : qPrintable(counters.error().toString()));
    QCOMPARE(cacheRatio(*counters), CacheRatio{});
    QCOMPARE(cacheRatioBetween(*counters, *counters), CacheRatio{});
    const auto sizes = readSizes(m_task, *session);
    QVERIFY(sizes.has_value());
    QVERIFY(sizes->tables.isEmpty());
    QCOMPARE(sizes->database.value(), number(*session, u"select pg_database_size(current_database())"_s));
}

void SamplerTest::cacheCountersAreTheServersSums()
{
    const auto parameters = m_server.createDatabase();
    const Session session = open(parameters, {});
    run(*session, "create table t (a int primary key, b text); insert into t select g, repeat('x', 500) from "
                  "generate_series(1, 5000) g");
    run(*session, "analyze t; create temp table scratch as select * from t; select count(*) from scratch");
    run(*session, "set enable_seqscan = off; select count(b) from t where a between 10 and 2000; select "
                  "pg_stat_force_next_flush()");
    const auto before = readCacheCounters(m_task, *session);
    const QString sum = u"select sum(%1) from pg_statio_user_tables where relname = 't'"_s;
    QVERIFY(before->heapHit > 0 && before->indexHit > 0);
    QCOMPARE(before->heapHit, number(*session, sum.arg(u"heap_blks_hit"_s)));
    QCOMPARE(before->heapRead, number(*session, sum.arg(u"heap_blks_read"_s)));
    QCOMPARE(before->indexHit, number(*session, sum.arg(u"idx_blks_hit"_s)));
    QCOMPARE(before->indexRead, number(*session, sum.arg(u"idx_blks_read"_s)));

    // Between two samples only what was asked for between them counts: here all of it is in the cache.
    run(*session, "select count(*) from t; select count(b) from t where a < 100; select pg_stat_force_next_flush()");
    const auto after = readCacheCounters(m_task, *session);
    QVERIFY(after->heapHit > before->heapHit);
    const auto between = cacheRatioBetween(*before, *after);
    QCOMPARE(between->heap.value(), 1.0);
    const double lifetime = static_cast<double>(after->heapHit) / static_cast<double>(after->heapHit + after->heapRead);
    QCOMPARE(cacheRatio(*after).heap.value(), lifetime);
}

void SamplerTest::resetOfStatisticsIsAGap()
{
    const Session session = open(m_server.createDatabase(), {});
    run(*session,
        "create table t as select generate_series(1, 1000); select count(*) from t; select pg_stat_force_next_flush()");
    const auto before = readCacheCounters(m_task, *session);
    run(*session, "select pg_stat_reset()");
    // So much more that the sums are larger than before the reset: only the reset's time gives it away.
    run(*session, "do $$ begin for i in 1..200 loop perform count(*) from t; end loop; end $$; select "
                  "pg_stat_force_next_flush()");
    const auto after = readCacheCounters(m_task, *session);
    QVERIFY(after->heapHit > before->heapHit);
    QVERIFY(after->statsReset.isValid());
    QVERIFY(!cacheRatioBetween(*before, *after).has_value());
}

void SamplerTest::droppedTableIsAGap()
{
    const Session session = open(m_server.createDatabase(), {});
    run(*session, "create table a as select 1 x; create table b as select 1 x; select pg_stat_force_next_flush()");
    const auto before = readCacheCounters(m_task, *session);
    run(*session, "drop table b; do $$ begin for i in 1..50 loop perform * from a; end loop; end $$; select "
                  "pg_stat_force_next_flush()");
    const auto dropped = readCacheCounters(m_task, *session);
    QVERIFY(dropped->heapHit > before->heapHit);
    QVERIFY(!cacheRatioBetween(*before, *dropped).has_value());
    run(*session, "create table c as select 1 x; select pg_stat_force_next_flush()");
    QVERIFY(cacheRatioBetween(*dropped, readCacheCounters(m_task, *session).value()).has_value());
}

void SamplerTest::connectionsByState()
{
    const auto parameters = m_server.createDatabase();
    const Session own = open(parameters, {});
    const Session ownToo = open(parameters, {});
    std::vector<Session> sessions;
    const auto add = [&](int count, const QByteArray &sql) {
        for (int i = 0; i < count; ++i) {
            sessions.push_back(open(parameters, u"city website"_s));
            run(*sessions.back(), sql);
        }
    };
    add(5, "begin; select 1");
    add(3, "select 1");
    sessions.push_back(open(parameters, u"city website"_s));
    run(*sessions.back(), "begin");
    QVERIFY(!sessions.back()->script(m_task, "select 1/0").has_value()); // idle in transaction (aborted)

    // The server shows a session's new state once its answer is out: wait for it, not for a time.
    ConnectionCounts counts;
    QTRY_COMPARE((counts = readConnectionCounts(m_task, *own).value()).idleInTransaction, 6);
    QCOMPARE(counts.idle, 3);
    QCOMPARE(counts.active, 0);
    QCOMPARE(counts.own, 2);
    QCOMPARE(counts.hidden, 0);
    QCOMPARE(counts.other, 0);
    QCOMPARE(counts.total(), 11);
    QCOMPARE(counts.maxConnections, 100);
    QCOMPARE(counts.reserved, number(*own, u"show superuser_reserved_connections"_s));
}

void SamplerTest::roleWithoutPrivileges()
{
    const auto parameters = m_server.createDatabase();
    const Session super = open(parameters, u"city website"_s);
    run(*super, "create table secret as select generate_series(1, 1000) a; revoke all on secret from public;"
                "create role clerk login password 'clerk'; create role auditor login password 'auditor';"
                "grant pg_monitor to auditor; select pg_stat_force_next_flush()");
    run(*super, "begin");
    auto clerkParameters = parameters;
    clerkParameters.user = u"clerk"_s;
    clerkParameters.password = civicq::core::Secret(u"clerk"_s);
    const Session onlooker = open(parameters, u"other"_s);
    const Session clerk = open(clerkParameters, {});
    const Session clerkElsewhere = open(clerkParameters, u"psql"_s);

    // What the clerk may not see is counted as hidden: not as idle, and not left out.
    ConnectionCounts counts;
    QTRY_COMPARE((counts = readConnectionCounts(m_task, *clerk).value()).idle, 1);
    QCOMPARE(counts.own, 1);
    QCOMPARE(counts.hidden, 2);
    QCOMPARE(counts.idleInTransaction, 0);
    QCOMPARE(counts.total(), 4);
    const auto sizes = readSizes(m_task, *clerk);
    QVERIFY2(sizes.has_value(), sizes ? "" : qPrintable(sizes.error().toString()));
    QCOMPARE(sizes->tables.value(0).total(), number(*onlooker, u"select pg_total_relation_size('secret')"_s));
    QVERIFY(sizes->database.has_value());
    QVERIFY(readCacheCounters(m_task, *clerk)->heapHit > 0);

    auto auditorParameters = clerkParameters;
    auditorParameters.user = u"auditor"_s;
    auditorParameters.password = civicq::core::Secret(u"auditor"_s);
    const Session auditor = open(auditorParameters, {});
    counts = readConnectionCounts(m_task, *auditor).value();
    QCOMPARE(counts.hidden, 0);
    QCOMPARE(counts.idleInTransaction, 1);

    run(*super, "rollback; revoke connect on database " + parameters.database.toUtf8() + " from public");
    QVERIFY(!readSizes(m_task, *clerk)->database.has_value());
    QVERIFY(readSizes(m_task, *auditor)->database.has_value());
}

void SamplerTest::sizesAreTheServersSums()
{
    const Session session = open(m_server.createDatabase(), {});
    run(*session,
        "create table small (a int);"
        "create table wide (a int primary key, b text, c int); create index on wide (c); create index on wide (a, c);"
        "alter table wide alter b set storage external;"
        "insert into wide select g, repeat('x', 5000), g from generate_series(1, 500) g; analyze wide");
    run(*session, "vacuum wide");
    run(*session, "create materialized view summary as select c from wide; create unlogged table log (a int)");
    const auto sizes = readSizes(m_task, *session);
    QCOMPARE(sizes->tables.size(), 4);
    const TableSize &wide = sizes->tables.first();
    QCOMPARE(wide.name, u"wide"_s);
    QCOMPARE(wide.rows.value(), 500);
    QCOMPARE(wide.total(), number(*session, u"select pg_total_relation_size('wide')"_s));
    QCOMPARE(wide.indexes, number(*session, u"select pg_indexes_size('wide')"_s));
    QCOMPARE(wide.toast,
             number(*session, u"select pg_total_relation_size(reltoastrelid) from pg_class where relname = 'wide'"_s));
    QVERIFY(wide.toast > 0 && wide.heap > 0);
    for (const TableSize &table : sizes->tables) {
        QCOMPARE(table.total(), number(*session, u"select pg_total_relation_size('%1')"_s.arg(table.name)));
        if (table.name == "small"_L1)
            QVERIFY(!table.rows.has_value()); // never counted: not 0
    }
}

void SamplerTest::partitionsBelongToTheirTable()
{
    const Session session = open(m_server.createDatabase(), {});
    run(*session, "create table log (day int, text text) partition by range (day); create index on log (day);"
                  "create table log_1 partition of log for values from (0) to (10);"
                  "create table log_2 partition of log for values from (10) to (20) partition by range (day);"
                  "create table log_2a partition of log_2 for values from (10) to (20);"
                  "insert into log select g % 20, 'x' from generate_series(1, 2000) g; analyze log");
    const auto sizes = readSizes(m_task, *session);
    QCOMPARE(sizes->tables.size(), 1);
    const TableSize &log = sizes->tables.first();
    QCOMPARE(log.name, u"log"_s);
    QCOMPARE(log.partitions, 2);
    QCOMPARE(log.rows.value(), 2000);
    QCOMPARE(log.total(),
             number(*session, u"select sum(pg_total_relation_size(relid)) from pg_partition_tree('log')"_s));
}

void SamplerTest::lockedTableIsNotWaitedFor()
{
    const auto parameters = m_server.createDatabase();
    const Session session = open(parameters, {});
    run(*session, "create table held as select generate_series(1, 1000) a; create table free as select 1 b; create "
                  "index held_a on held (a)");
    const Session holder = open(parameters, u"city website"_s);
    for (const char *lock : {"begin; lock table held in access exclusive mode", "begin; reindex index held_a"}) {
        run(*holder, lock);
        const auto sizes = readSizes(m_task, *session);
        QVERIFY2(sizes.has_value(), sizes ? "" : qPrintable(sizes.error().toString()));
        QCOMPARE(sizes->tables.size(), 2);
        QCOMPARE(sizes->tables.at(0).name, u"free"_s);
        QVERIFY(!sizes->tables.at(0).locked);
        QVERIFY(sizes->tables.at(1).locked);
        run(*holder, "rollback");
    }
    QCOMPARE(readSizes(m_task, *session)->tables.first().name, u"held"_s);
}

void SamplerTest::namesWithQuotesSpacesAndAccents()
{
    const Session session = open(m_server.createDatabase(u"Élodie's \"été\""_s), {});
    run(*session,
        "create schema \"l'\"\"été\"; create table \"l'\"\"été\".\"Élodie's \"\"été\"\"\" (a int primary key)");
    const auto sizes = readSizes(m_task, *session);
    QCOMPARE(sizes->tables.first().schema, u"l'\"été"_s);
    QCOMPARE(sizes->tables.first().name, u"Élodie's \"été\""_s);
    QVERIFY(readLiveSample(m_task, *session).has_value());
}

void SamplerTest::silentServerEndsInATimeout()
{
    const auto parameters = m_server.createDatabase();
    const Session session = open(parameters, {});
    const Session holder = open(parameters, u"city website"_s);
    // A catalogue locked away stands for a server that says nothing.
    run(*holder, "begin; lock table pg_catalog.pg_namespace in access exclusive mode");
    const AnswerTimeout limit(*session, std::chrono::milliseconds(300));
    const auto sample = readLiveSample(m_task, *session);
    QVERIFY(!sample.has_value());
    QCOMPARE(sample.error().code, ErrorCode::Timeout);
    QVERIFY(!session->isUsable());
}

} // namespace

QTEST_GUILESS_MAIN(SamplerTest)
#include "samplertest.moc"

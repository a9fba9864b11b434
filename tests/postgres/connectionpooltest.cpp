// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/faultproxy.h"
#include "fixtures/testserver.h"
#include "postgres/connectionpool.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using civicq::core::ErrorCode;
using civicq::core::PoolSettings;
using civicq::core::SilentTask;
using civicq::postgres::ConnectionPool;
using civicq::tests::FaultProxy;

namespace {

PoolSettings settings(int size, int overflow, std::chrono::seconds timeout = 30s)
{
    PoolSettings pool;
    pool.size = size;
    pool.maxOverflow = overflow;
    pool.acquireTimeout = timeout;
    return pool;
}

class ConnectionPoolTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure())); }
    void keepsSessionsOpen();
    void closesWhatIsBeyondItsSize();
    void refusesMoreThanItsLimit();
    void waitsForAPlace();
    void cancelsWhileWaiting();
    void neverOpensMoreThanItsLimit();
    void survivesARestartOfTheServer();
    void recyclesOldSessions();
    void undoesWhatTheLastUserSet();
    void closesASessionLeftInATransaction();
    void stopsWaitingForASilentLine();
    void opensNothingOnceRetired();
    void staysReadOnly();

private:
    std::shared_ptr<ConnectionPool> pool(const PoolSettings &with)
    {
        return ConnectionPool::create(m_server.parameters(), with);
    }
    int pidOf(const std::shared_ptr<ConnectionPool> &pool)
    {
        const auto lease = pool->acquire(m_task);
        return lease ? (*lease)->backendPid() : -1;
    }

    civicq::tests::TestServer m_server;
    SilentTask m_task;
};

void ConnectionPoolTest::keepsSessionsOpen()
{
    const auto sessions = pool(settings(2, 1));
    const int first = pidOf(sessions);
    QVERIFY(first > 0);
    QCOMPARE(pidOf(sessions), first);
    QCOMPARE(sessions->stats().checkedIn, 1);
    QCOMPARE(sessions->stats().checkedOut, 0);
}

void ConnectionPoolTest::closesWhatIsBeyondItsSize()
{
    const auto sessions = pool(settings(1, 2));
    {
        const auto a = sessions->acquire(m_task);
        const auto b = sessions->acquire(m_task);
        const auto c = sessions->acquire(m_task);
        QVERIFY(a && b && c);
        const auto stats = sessions->stats();
        QCOMPARE(stats.checkedOut, 3);
        QCOMPARE(stats.overflow, 2);
        QCOMPARE(stats.total(), 3);
        QCOMPARE(stats.utilizationPercent(), 100.0);
    }
    QCOMPARE(sessions->stats().checkedIn, 1);
    QCOMPARE(sessions->stats().overflow, 0);
}

void ConnectionPoolTest::refusesMoreThanItsLimit()
{
    const auto sessions = pool(settings(1, 1, 0s));
    const auto a = sessions->acquire(m_task);
    const auto b = sessions->acquire(m_task);
    const auto c = sessions->acquire(m_task);
    QVERIFY(a && b);
    QCOMPARE(c.error().code, ErrorCode::Timeout);
    QVERIFY2(c.error().message.contains(u"size 1, overflow 1"_s), qPrintable(c.error().message));
    QVERIFY(!c.error().hint.isEmpty());
}

void ConnectionPoolTest::waitsForAPlace()
{
    const auto sessions = pool(settings(1, 0));
    auto held = std::make_unique<civicq::core::Result<ConnectionPool::Lease>>(sessions->acquire(m_task));
    QVERIFY(held->has_value());
    const int pid = (**held)->backendPid();
    std::atomic<bool> started = false;
    std::atomic<int> got = 0;
    std::thread waiter([&] {
        SilentTask task;
        started = true;
        started.notify_one();
        const auto lease = sessions->acquire(task);
        got = lease ? (*lease)->backendPid() : -1;
    });
    started.wait(false);
    QCOMPARE(got.load(), 0);
    held.reset();
    waiter.join();
    QCOMPARE(got.load(), pid);
}

void ConnectionPoolTest::cancelsWhileWaiting()
{
    const auto sessions = pool(settings(1, 0));
    const auto held = sessions->acquire(m_task);
    QVERIFY(held.has_value());
    SilentTask waiting;
    std::atomic<bool> started = false;
    ErrorCode code = ErrorCode::Unknown;
    std::thread waiter([&] {
        started = true;
        started.notify_one();
        code = sessions->acquire(waiting).error().code;
    });
    started.wait(false);
    QElapsedTimer clock;
    clock.start();
    waiting.cancel();
    waiter.join();
    QCOMPARE(code, ErrorCode::Cancelled);
    QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(sessions->stats().checkedOut, 1);
}

void ConnectionPoolTest::neverOpensMoreThanItsLimit()
{
    FaultProxy proxy(m_server.port());
    auto parameters = m_server.parameters();
    parameters.port = proxy.port();
    const auto sessions = ConnectionPool::create(parameters, settings(2, 2));
    std::atomic<int> inUse = 0;
    std::atomic<int> most = 0;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 12; ++i) {
        threads.emplace_back([&] {
            SilentTask task;
            for (int round = 0; round < 10; ++round) {
                const auto lease = sessions->acquire(task);
                if (!lease) {
                    ++failures;
                    continue;
                }
                const int now = ++inUse;
                int seen = most;
                while (now > seen && !most.compare_exchange_weak(seen, now)) {}
                if (!(*lease)->query(task, u"select 1"_s))
                    ++failures;
                --inUse;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QVERIFY(most.load() <= 4);
    QVERIFY(sessions->stats().checkedIn <= 2);
    QCOMPARE(sessions->stats().checkedOut, 0);
}

void ConnectionPoolTest::survivesARestartOfTheServer()
{
    const auto sessions = pool(settings(3, 0));
    {
        const auto a = sessions->acquire(m_task);
        const auto b = sessions->acquire(m_task);
        QVERIFY(a && b);
    }
    QCOMPARE(sessions->stats().checkedIn, 2);
    m_server.stop(u"immediate"_s);
    QVERIFY(!sessions->acquire(m_task).has_value());
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    {
        const auto lease = sessions->acquire(m_task);
        QVERIFY2(lease.has_value(), qPrintable(lease ? QString() : lease.error().toString()));
        QVERIFY((*lease)->query(m_task, u"select 1"_s).has_value());
    }
    QCOMPARE(sessions->stats().checkedIn, 1);
}

void ConnectionPoolTest::recyclesOldSessions()
{
    PoolSettings with = settings(2, 0);
    with.recycle = 0s; // everything is too old
    const auto sessions = pool(with);
    const int first = pidOf(sessions);
    QVERIFY(pidOf(sessions) != first);
}

void ConnectionPoolTest::undoesWhatTheLastUserSet()
{
    const auto sessions = pool(settings(1, 0));
    int pid = 0;
    {
        const auto lease = sessions->acquire(m_task);
        pid = (*lease)->backendPid();
        QVERIFY((*lease)->query(m_task, u"set statement_timeout = 4711"_s).has_value());
        QVERIFY((*lease)->query(m_task, u"create temp table left_over (a int)"_s).has_value());
    }
    const auto lease = sessions->acquire(m_task);
    QCOMPARE((*lease)->backendPid(), pid);
    QCOMPARE((*lease)->query(m_task, u"show statement_timeout"_s)->text(0, 0), u"0"_s);
    QVERIFY((*lease)->query(m_task, u"select to_regclass('left_over')"_s)->isNull(0, 0));
}

void ConnectionPoolTest::closesASessionLeftInATransaction()
{
    const auto sessions = pool(settings(1, 0));
    int pid = 0;
    {
        const auto lease = sessions->acquire(m_task);
        pid = (*lease)->backendPid();
        QVERIFY((*lease)->query(m_task, u"begin"_s).has_value());
    }
    QCOMPARE(sessions->stats().checkedIn, 0);
    QVERIFY(pidOf(sessions) != pid);
}

void ConnectionPoolTest::stopsWaitingForASilentLine()
{
    FaultProxy proxy(m_server.port());
    auto parameters = m_server.parameters();
    parameters.port = proxy.port();
    parameters.connectTimeoutSeconds = 1;
    const auto sessions = ConnectionPool::create(parameters, settings(1, 0));
    QVERIFY(pidOf(sessions) > 0);
    proxy.setMode(FaultProxy::Mode::Swallow);
    SilentTask task;
    QElapsedTimer clock;
    clock.start();
    std::thread canceller([&] {
        const qint64 before = proxy.bytesToServer();
        while (proxy.bytesToServer() == before && clock.elapsed() < 10'000) {} // the ping is on its way
        task.cancel();
    });
    const auto lease = sessions->acquire(task);
    canceller.join();
    QCOMPARE(lease.error().code, ErrorCode::Cancelled);
    QVERIFY2(clock.elapsed() < 6'000, qPrintable(QString::number(clock.elapsed())));
    // And without a cancel: the silent session is given up, and so is the attempt at a new one.
    QCOMPARE(sessions->stats().checkedOut, 0);
    QCOMPARE(sessions->acquire(m_task).error().code, ErrorCode::Timeout);
    proxy.setMode(FaultProxy::Mode::Pass);
    QVERIFY(pidOf(sessions) > 0);
}

void ConnectionPoolTest::opensNothingOnceRetired()
{
    const auto sessions = pool(settings(2, 0));
    {
        const auto lease = sessions->acquire(m_task);
        QVERIFY(lease.has_value());
        sessions->retire();
        QVERIFY((*lease)->query(m_task, u"select 1"_s).has_value());
    }
    QCOMPARE(sessions->stats().checkedIn, 0);
    QCOMPARE(sessions->acquire(m_task).error().code, ErrorCode::ConnectionLost);
}

void ConnectionPoolTest::staysReadOnly()
{
    const auto sessions = ConnectionPool::create(
        m_server.parameters().withSetting(u"default_transaction_read_only"_s, u"on"_s), settings(1, 0));
    {
        const auto lease = sessions->acquire(m_task);
        const auto refused = (*lease)->query(m_task, u"create table not_here (a int)"_s);
        QCOMPARE(refused.error().sqlState, u"25006"_s);
        // What one user of the session does on purpose does not stay for the next.
        QVERIFY((*lease)->query(m_task, u"set default_transaction_read_only = off"_s).has_value());
    }
    const auto lease = sessions->acquire(m_task);
    QCOMPARE((*lease)->query(m_task, u"create table not_here (a int)"_s).error().sqlState, u"25006"_s);
}

} // namespace

QTEST_GUILESS_MAIN(ConnectionPoolTest)
#include "connectionpooltest.moc"

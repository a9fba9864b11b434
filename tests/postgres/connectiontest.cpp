// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "postgres/identifier.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <thread>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::SilentTask;

namespace {

class ConnectionTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure())); }
    void readsValues();
    void reportsTheServersWords();
    void namesWithQuotesSpacesAndAccents();
    void copiesOutAndIn();
    void cancelsARunningStatement();
    void rollsBackAFailedTransaction();
    void wrongPassword();
    void serverDown();
    void missingDatabase();
    void serverRefusesWithAReasonOfItsOwn();

private:
    civicq::tests::TestServer m_server;
    SilentTask m_task;
};

void ConnectionTest::readsValues()
{
    const auto connection = m_server.connect();
    const auto rows = connection->query(
        m_task, u"select $1::int as n, $2::text as t, $3::bool, null::text, 2.5::float8"_s, {42, u"é\\\"x"_s, true});
    QVERIFY(rows.has_value());
    QCOMPARE(rows->count(), 1);
    QCOMPARE(rows->integer(0, "n"), 42);
    QCOMPARE(rows->text(0, "t"), u"é\\\"x"_s);
    QVERIFY(rows->boolean(0, 2));
    QVERIFY(rows->isNull(0, 3));
    QCOMPARE(rows->real(0, 4), 2.5);
    QCOMPARE(connection->serverMajor() >= 14, true);
}

void ConnectionTest::reportsTheServersWords()
{
    const auto connection = m_server.connect();
    const auto rows = connection->query(m_task, u"select nothing from nowhere"_s);
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().sqlState, u"42P01"_s);
    QVERIFY(rows.error().message.contains(u"nowhere"_s));
    QVERIFY(connection->isUsable());
}

void ConnectionTest::namesWithQuotesSpacesAndAccents()
{
    const QString name = u"Élodie's \"été\""_s;
    const auto parameters = m_server.createDatabase(name);
    const auto connection = m_server.connect(name);
    QCOMPARE(connection->database(), name);
    const QString table = civicq::postgres::Identifier(name).sql();
    QVERIFY(connection->query(m_task, u"create table "_s + table + u"(a int)"_s).has_value());
    const auto found = connection->query(m_task, u"select count(*) from pg_class where relname = "_s
                                                     + civicq::postgres::literal(name));
    QCOMPARE(found->integer(0, 0), 1);
}

void ConnectionTest::copiesOutAndIn()
{
    const auto connection = m_server.connect();
    QVERIFY(connection
                ->script(m_task, "create temp table source as select g, 'row '||g from generate_series(1,50000) g;"
                                 "create temp table target (like source)")
                .has_value());
    QByteArrayList pieces;
    const auto out = connection->copyOut(m_task, u"copy source to stdout"_s, [&](QByteArrayView row) {
        pieces.append(row.toByteArray());
        return civicq::core::Result<>();
    });
    QCOMPARE(out.value(), 50000);
    qsizetype next = 0;
    const auto in = connection->copyIn(m_task, u"copy target from stdin"_s, [&]() -> civicq::core::Result<QByteArray> {
        return next < pieces.size() ? pieces.at(next++) : QByteArray();
    });
    QCOMPARE(in.value(), 50000);
    const auto same = connection->query(m_task, u"select count(*) from (table source except table target) d"_s);
    QCOMPARE(same->integer(0, 0), 0);
}

void ConnectionTest::cancelsARunningStatement()
{
    const auto connection = m_server.connect();
    SilentTask task;
    QElapsedTimer clock;
    std::thread canceller([&] {
        // Cancel once the server runs the statement, not after some time.
        const auto watcher = m_server.connect();
        SilentTask watching;
        for (;;) {
            const auto rows =
                watcher->query(watching, u"select 1 from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'"_s,
                               {connection->backendPid()});
            if (!rows->isEmpty())
                break;
        }
        clock.start();
        task.cancel();
    });
    const auto rows = connection->query(task, u"select pg_sleep(60)"_s);
    const qint64 taken = clock.elapsed();
    canceller.join();
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().code, ErrorCode::Cancelled);
    QVERIFY2(taken < 2'000, qPrintable(QString::number(taken)));
    SilentTask other;
    QVERIFY(connection->query(other, u"select 1"_s).has_value());
}

void ConnectionTest::rollsBackAFailedTransaction()
{
    const auto connection = m_server.connect();
    const auto done = connection->transaction(m_task, QString(), [&]() -> civicq::core::Result<> {
        if (const auto made = connection->query(m_task, u"create table left_over (a int)"_s); !made)
            return civicq::core::fail(made.error());
        const auto broken = connection->query(m_task, u"select 1/0"_s);
        return broken ? civicq::core::Result<>() : civicq::core::fail(broken.error());
    });
    QCOMPARE(done.error().sqlState, u"22012"_s);
    const auto left = connection->query(m_task, u"select to_regclass('left_over')"_s);
    QVERIFY(left->isNull(0, 0));
}

void ConnectionTest::wrongPassword()
{
    auto parameters = m_server.parameters();
    parameters.password = civicq::core::Secret(u"wrong"_s);
    const auto opened = civicq::postgres::Connection::open(m_task, parameters);
    QCOMPARE(opened.error().code, ErrorCode::AuthenticationFailed);
    QVERIFY(!opened.error().toString().contains(u"wrong\""_s));
}

void ConnectionTest::serverDown()
{
    auto parameters = m_server.parameters();
    parameters.port = 1;
    const auto opened = civicq::postgres::Connection::open(m_task, parameters);
    QCOMPARE(opened.error().code, ErrorCode::ConnectionRefused);
}

void ConnectionTest::missingDatabase()
{
    const auto opened = civicq::postgres::Connection::open(m_task, m_server.parameters(u"not there"_s));
    QCOMPARE(opened.error().code, ErrorCode::DatabaseMissing);
}

// No code of ours, but not "no server answers" either: there is one, and it says what the matter is.
void ConnectionTest::serverRefusesWithAReasonOfItsOwn()
{
    const auto session = m_server.connect();
    QVERIFY(session->script(m_task, "CREATE DATABASE closed ALLOW_CONNECTIONS false").has_value());
    const auto opened = civicq::postgres::Connection::open(m_task, m_server.parameters(u"closed"_s));
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, ErrorCode::Unknown);
    QVERIFY2(opened.error().message.contains(u"not currently accepting connections"_s),
             qPrintable(opened.error().message));
}

} // namespace

QTEST_GUILESS_MAIN(ConnectionTest)
#include "connectiontest.moc"

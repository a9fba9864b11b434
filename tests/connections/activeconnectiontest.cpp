// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/activeconnection.h"
#include "fixtures/faultproxy.h"
#include "fixtures/testserver.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace civicq;
using connections::ActiveConnection;
using connections::Profile;
using core::ErrorCode;
using core::Secret;
using core::SilentTask;
using postgres::Connection;
using postgres::Environment;
using tests::FaultProxy;

namespace {

class ActiveConnectionTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure())); }
    void opensAndCloses();
    void tellsWhyItFailed();
    void newestOpeningWins();
    void productionIsReadOnly();
    void productionUnlocksForOneTask();
    void grantMayEndOnAnyThread();
    void grantOutlivesTheConnection();
    void markedDatabaseIsLockedAfterReopening();
    void copyOfProductionIsLockedUntilSaidOtherwise();
    void neverBlocksTheEventLoop();

private:
    Profile profileOf(const postgres::ConnectionParameters &parameters) const
    {
        Profile profile;
        profile.id = QUuid::createUuid();
        profile.name = u"x"_s;
        profile.parameters = parameters;
        profile.parameters.password = {};
        return profile;
    }
    postgres::ConnectionParameters production()
    {
        const auto parameters = m_server.createDatabase();
        if (!postgres::writeEnvironment(m_task, *m_server.connect(parameters.database), Environment::Production))
            qFatal("cannot mark");
        return parameters;
    }
    // Opens and waits for the end of it.
    void open(ActiveConnection &connection, const postgres::ConnectionParameters &parameters)
    {
        connection.open(profileOf(parameters), m_password);
        QCOMPARE(connection.state(), ActiveConnection::State::Opening);
        QTRY_VERIFY(connection.state() != ActiveConnection::State::Opening);
    }
    QString tryToWrite(const postgres::ConnectionParameters &parameters)
    {
        const auto session = Connection::open(m_task, parameters);
        const auto done = (*session)->query(m_task, u"create table t%1 (a int)"_s.arg(++m_tables));
        return done ? QString() : done.error().sqlState;
    }

    tests::TestServer m_server;
    core::TaskRunner m_tasks;
    const Secret m_password{QString::fromLatin1(tests::TestServer::password)};
    SilentTask m_task;
    int m_tables = 0;
};

void ActiveConnectionTest::opensAndCloses()
{
    ActiveConnection connection(m_tasks, {});
    const QSignalSpy changes(&connection, &ActiveConnection::changed);
    const auto parameters = m_server.createDatabase(u"Élodie's \"été\""_s);
    open(connection, parameters);
    QVERIFY2(connection.isOpen(), qPrintable(connection.error().toString()));
    QCOMPARE(connection.facts().database, parameters.database);
    QCOMPARE(connection.facts().user, u"postgres"_s);
    QVERIFY(connection.facts().superuser);
    QVERIFY(connection.facts().versionNumber >= 140000);
    QVERIFY(!connection.facts().version.contains(u' '));
    QCOMPARE(connection.facts().environment, Environment::Unknown);
    QVERIFY(!connection.needsUnlock());
    QCOMPARE(tryToWrite(connection.grantWrite()->parameters()), QString());
    const auto pool = connection.pool();
    QVERIFY(pool->acquire(m_task).has_value());
    connection.close();
    QCOMPARE(connection.state(), ActiveConnection::State::Closed);
    QVERIFY(!connection.pool());
    QVERIFY(!connection.grantWrite());
    QCOMPARE(pool->acquire(m_task).error().code, ErrorCode::ConnectionLost);
    QCOMPARE(changes.count(), 3);
}

void ActiveConnectionTest::tellsWhyItFailed()
{
    ActiveConnection connection(m_tasks, {});
    connection.open(profileOf(m_server.parameters()), Secret(u"wrong"_s));
    QTRY_COMPARE(connection.state(), ActiveConnection::State::Failed);
    QCOMPARE(connection.error().code, ErrorCode::AuthenticationFailed);
    QVERIFY(!connection.grantWrite());
}

void ActiveConnectionTest::newestOpeningWins()
{
    const auto other = m_server.createDatabase();
    FaultProxy proxy(m_server.port());
    proxy.setMode(FaultProxy::Mode::Swallow);
    auto silent = m_server.parameters();
    silent.port = proxy.port();
    ActiveConnection connection(m_tasks, {});
    connection.open(profileOf(silent), m_password);
    open(connection, other);
    QVERIFY(connection.isOpen());
    QCOMPARE(connection.facts().database, other.database);
}

void ActiveConnectionTest::productionIsReadOnly()
{
    ActiveConnection connection(m_tasks, {});
    open(connection, production());
    QCOMPARE(connection.facts().environment, Environment::Production);
    QVERIFY(connection.needsUnlock());
    QCOMPARE(tryToWrite(connection.readParameters()), u"25006"_s);
    const auto lease = connection.pool()->acquire(m_task);
    for (const QString &sql : {u"create table x (a int)"_s, u"select nextval('s')"_s})
        QVERIFY(!(*lease)->query(m_task, sql).has_value());
    // The usual ways a session is set back do not lift it.
    for (const QString &sql : {u"reset all"_s, u"discard all"_s, u"reset default_transaction_read_only"_s})
        QVERIFY((*lease)->query(m_task, sql).has_value());
    QCOMPARE((*lease)->query(m_task, u"create table x (a int)"_s).error().sqlState, u"25006"_s);
    const auto inTransaction = (*lease)->transaction(m_task, u"ISOLATION LEVEL REPEATABLE READ"_s, [&] {
        const auto done = (*lease)->query(m_task, u"create table x (a int)"_s);
        return done ? core::Result<>() : core::fail(done.error());
    });
    QCOMPARE(inTransaction.error().sqlState, u"25006"_s);
}

void ActiveConnectionTest::productionUnlocksForOneTask()
{
    ActiveConnection connection(m_tasks, {});
    const auto parameters = production();
    open(connection, parameters);
    for (const QString &wrong : {QString(), u"x"_s, parameters.database.toUpper(), parameters.database + u' '})
        QVERIFY(!connection.grantWrite(wrong));
    QVERIFY(!connection.isUnlocked());
    {
        const auto grant = connection.grantWrite(parameters.database);
        QVERIFY(grant.has_value());
        const auto copy = grant;
        QVERIFY(connection.isUnlocked());
        QCOMPARE(tryToWrite(grant->parameters()), QString());
        QCOMPARE(tryToWrite(connection.readParameters()), u"25006"_s);
    }
    QTRY_VERIFY(!connection.isUnlocked());
}

void ActiveConnectionTest::grantMayEndOnAnyThread()
{
    ActiveConnection connection(m_tasks, {});
    const auto parameters = production();
    open(connection, parameters);
    auto grant = connection.grantWrite(parameters.database);
    std::thread([held = std::move(*grant)] {}).join();
    grant.reset();
    QTRY_VERIFY(!connection.isUnlocked());
}

void ActiveConnectionTest::grantOutlivesTheConnection()
{
    const auto parameters = production();
    auto connection = std::make_unique<ActiveConnection>(m_tasks, core::PoolSettings());
    open(*connection, parameters);
    auto earlier = connection->grantWrite(parameters.database);
    QVERIFY(earlier.has_value());
    // Of an earlier opening: its end does not lock the present one.
    open(*connection, parameters);
    QVERIFY(!connection->isUnlocked());
    auto grant = connection->grantWrite(parameters.database);
    earlier.reset();
    QCoreApplication::processEvents();
    QVERIFY(connection->isUnlocked());
    connection.reset();
    grant.reset();
    QCoreApplication::processEvents();
}

void ActiveConnectionTest::markedDatabaseIsLockedAfterReopening()
{
    ActiveConnection connection(m_tasks, {});
    const auto parameters = m_server.createDatabase();
    open(connection, parameters);
    QVERIFY(!connection.needsUnlock());
    QVERIFY(postgres::writeEnvironment(m_task, *m_server.connect(parameters.database), Environment::Production)
                .has_value());
    connection.reopen();
    QTRY_VERIFY(connection.isOpen());
    QVERIFY(connection.needsUnlock());
}

void ActiveConnectionTest::copyOfProductionIsLockedUntilSaidOtherwise()
{
    const auto parameters = m_server.createDatabase();
    QVERIFY(m_server.connect()
                ->script(m_task, u"ALTER DATABASE %1 SET civicq.environment = 'production';"
                                 "ALTER DATABASE %1 SET civicq.environment_of = '1/2/civicq'"_s.arg(parameters.database)
                                     .toUtf8())
                .has_value());
    ActiveConnection connection(m_tasks, {});
    open(connection, parameters);
    QCOMPARE(connection.facts().environment, Environment::Unknown);
    QCOMPARE(connection.facts().environmentOf, u"civicq"_s);
    QVERIFY(connection.needsUnlock());
    const auto grant = connection.grantWrite(parameters.database);
    const auto session = Connection::open(m_task, grant->parameters());
    QVERIFY(postgres::writeEnvironment(m_task, **session, Environment::Development).has_value());
    connection.reopen();
    QTRY_VERIFY(connection.isOpen());
    QVERIFY(!connection.needsUnlock());
    QCOMPARE(connection.facts().environment, Environment::Development);
}

void ActiveConnectionTest::neverBlocksTheEventLoop()
{
    FaultProxy proxy(m_server.port());
    auto parameters = m_server.parameters();
    parameters.port = proxy.port();
    parameters.connectTimeoutSeconds = 2;
    ActiveConnection connection(m_tasks, {});
    open(connection, parameters);
    QVERIFY(connection.isOpen());
    proxy.setMode(FaultProxy::Mode::Swallow);
    // A beat every 10 ms: the longest gap between two is the longest stall.
    QElapsedTimer sinceBeat;
    qint64 longest = 0;
    QTimer heart;
    QObject::connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceBeat.restart()); });
    sinceBeat.start();
    heart.start(10);
    connection.reopen();
    QTRY_COMPARE(connection.state(), ActiveConnection::State::Failed);
    QCOMPARE(connection.error().code, ErrorCode::Timeout);
    connection.reopen();
    connection.close();
    QVERIFY2(longest < 500, qPrintable(QString::number(longest)));
}

} // namespace

QTEST_GUILESS_MAIN(ActiveConnectionTest)
#include "activeconnectiontest.moc"

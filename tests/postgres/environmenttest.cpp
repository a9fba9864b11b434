// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "postgres/environment.h"
#include "postgres/identifier.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Secret;
using civicq::core::SilentTask;
using civicq::postgres::Connection;
using civicq::postgres::ConnectionParameters;
using civicq::postgres::Environment;
using civicq::postgres::EnvironmentMark;
using civicq::postgres::Identifier;
using civicq::postgres::readEnvironment;
using civicq::postgres::writeEnvironment;

namespace {

const QString oddName = u"Élodie's \"été\" a/b"_s;

class EnvironmentTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingIsUnknown();
    void superuserWritesTheSetting();
    void everybodyReadsIt();
    void ownerWritesTheTable();
    void grantedRoleWritesTheSetting();
    void nobodyWithoutRightsWritesIt();
    void ownerCannotUndoASuperusersMark();
    void takesItAway();
    void copyOfTheTableDoesNotPass();
    void copyOfTheSettingDoesNotPass();
    void copyCanBeMarkedAnew();
    void renamedDatabaseKeepsIt();
    void sessionCannotFakeIt();
    void markedByHand();
    void refusedInAReadOnlySession();

private:
    std::unique_ptr<Connection> as(const QString &role, const QString &database)
    {
        ConnectionParameters parameters = m_server.parameters(database);
        parameters.user = role;
        parameters.password = Secret(u"secret"_s);
        auto opened = Connection::open(m_task, parameters);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        return std::move(*opened);
    }
    void run(const QString &database, const QString &sql)
    {
        const auto done = m_server.connect(database)->script(m_task, sql.toUtf8());
        if (!done)
            qFatal("%s", qPrintable(done.error().toString()));
    }
    EnvironmentMark read(const QString &database)
    {
        const auto mark = readEnvironment(m_task, *m_server.connect(database));
        if (!mark)
            qFatal("%s", qPrintable(mark.error().toString()));
        return *mark;
    }
    QString ownedDatabase()
    {
        const QString name = u"owned_%1"_s.arg(++m_count);
        run(u"postgres"_s, u"CREATE DATABASE "_s + name + u" OWNER owner"_s);
        return name;
    }

    civicq::tests::TestServer m_server;
    SilentTask m_task;
    int m_count = 0;
};

void EnvironmentTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    run(u"postgres"_s, u"CREATE ROLE owner LOGIN PASSWORD 'secret'; CREATE ROLE reader LOGIN PASSWORD 'secret'"_s);
}

void EnvironmentTest::nothingIsUnknown()
{
    const auto parameters = m_server.createDatabase();
    QCOMPARE(read(parameters.database), EnvironmentMark());
}

void EnvironmentTest::superuserWritesTheSetting()
{
    const auto parameters = m_server.createDatabase(oddName);
    const auto written = writeEnvironment(m_task, *m_server.connect(oddName), Environment::Production);
    QVERIFY2(written.has_value(), qPrintable(written ? QString() : written.error().toString()));
    QCOMPARE(written->environment, Environment::Production);
    QCOMPARE(written->place, EnvironmentMark::Place::Setting);
    QVERIFY(!written->isOfCopy());
    QCOMPARE(m_server.connect(oddName)->query(m_task, u"show civicq.environment"_s)->text(0, 0), u"production"_s);
}

void EnvironmentTest::everybodyReadsIt()
{
    const QString byTable = ownedDatabase();
    const QString bySetting = m_server.createDatabase().database;
    QVERIFY(writeEnvironment(m_task, *as(u"owner"_s, byTable), Environment::Staging).has_value());
    QVERIFY(writeEnvironment(m_task, *m_server.connect(bySetting), Environment::Production).has_value());
    run(u"postgres"_s, u"REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC"_s);
    for (const bool mayAskTheSystem : {true, false}) {
        for (const QString &database : {byTable, bySetting}) {
            run(database, mayAskTheSystem ? u"GRANT EXECUTE ON FUNCTION pg_control_system() TO reader"_s
                                          : u"REVOKE EXECUTE ON FUNCTION pg_control_system() FROM reader, PUBLIC"_s);
        }
        QCOMPARE(readEnvironment(m_task, *as(u"reader"_s, byTable))->environment, Environment::Staging);
        QCOMPARE(readEnvironment(m_task, *as(u"reader"_s, bySetting))->environment, Environment::Production);
    }
}

void EnvironmentTest::ownerWritesTheTable()
{
    const QString database = ownedDatabase();
    const auto written = writeEnvironment(m_task, *as(u"owner"_s, database), Environment::Production);
    QVERIFY2(written.has_value(), qPrintable(written ? QString() : written.error().toString()));
    QCOMPARE(written->place, EnvironmentMark::Place::Table);
    QCOMPARE(written->environment, Environment::Production);
    const auto changed = writeEnvironment(m_task, *as(u"owner"_s, database), Environment::Development);
    QCOMPARE(changed->environment, Environment::Development);
}

void EnvironmentTest::grantedRoleWritesTheSetting()
{
    if (m_server.connect()->serverMajor() < 15)
        return; // no privileges on parameters there
    const QString database = ownedDatabase();
    run(database, u"CREATE ROLE granted LOGIN PASSWORD 'secret';"
                  "GRANT SET ON PARAMETER civicq.environment, civicq.environment_of TO granted;"
                  "ALTER DATABASE %1 OWNER TO granted"_s.arg(database));
    const auto written = writeEnvironment(m_task, *as(u"granted"_s, database), Environment::Staging);
    QVERIFY2(written.has_value(), qPrintable(written ? QString() : written.error().toString()));
    QCOMPARE(written->place, EnvironmentMark::Place::Setting);
}

void EnvironmentTest::nobodyWithoutRightsWritesIt()
{
    const QString database = ownedDatabase();
    const auto refused = writeEnvironment(m_task, *as(u"reader"_s, database), Environment::Sandbox);
    QCOMPARE(refused.error().code, ErrorCode::PermissionDenied);
    QCOMPARE(read(database), EnvironmentMark());
}

void EnvironmentTest::ownerCannotUndoASuperusersMark()
{
    const QString database = ownedDatabase();
    QVERIFY(writeEnvironment(m_task, *m_server.connect(database), Environment::Production).has_value());
    const auto changed = writeEnvironment(m_task, *as(u"owner"_s, database), Environment::Development);
    QVERIFY(!changed.has_value());
    QCOMPARE(changed.error().code, ErrorCode::PermissionDenied);
    const auto removed = writeEnvironment(m_task, *as(u"owner"_s, database), Environment::Unknown);
    QVERIFY(!removed.has_value());
    QCOMPARE(removed.error().code, ErrorCode::PermissionDenied);
    QCOMPARE(read(database).environment, Environment::Production);
}

void EnvironmentTest::takesItAway()
{
    const QString database = ownedDatabase();
    QVERIFY(writeEnvironment(m_task, *as(u"owner"_s, database), Environment::Production).has_value());
    // A superuser's mark takes the row's place: there is never more than one.
    QVERIFY(writeEnvironment(m_task, *m_server.connect(database), Environment::Staging).has_value());
    QCOMPARE(
        m_server.connect(database)->query(m_task, u"select count(*) from civicq_admin.environment"_s)->integer(0, 0),
        0);
    QCOMPARE(writeEnvironment(m_task, *m_server.connect(database), Environment::Unknown).value(), EnvironmentMark());
}

void EnvironmentTest::copyOfTheTableDoesNotPass()
{
    const QString original = ownedDatabase();
    QVERIFY(writeEnvironment(m_task, *as(u"owner"_s, original), Environment::Production).has_value());
    const QString copy = u"copy \"1\""_s;
    run(u"postgres"_s, u"CREATE DATABASE \"copy \"\"1\"\"\" TEMPLATE %1"_s.arg(original));
    const EnvironmentMark mark = read(copy);
    QCOMPARE(mark.environment, Environment::Unknown);
    QCOMPARE(mark.recorded, Environment::Production);
    QCOMPARE(mark.writtenFor, original);
    QCOMPARE(read(original).environment, Environment::Production);
}

void EnvironmentTest::copyOfTheSettingDoesNotPass()
{
    const QString original = m_server.createDatabase(u"with setting"_s).database;
    QVERIFY(writeEnvironment(m_task, *m_server.connect(original), Environment::Production).has_value());
    const QByteArray dump = m_server.dump(original, {u"--create"_s});
    QVERIFY(dump.contains("civicq.environment")); // --create takes the setting along
    run(u"postgres"_s, u"ALTER DATABASE \"with setting\" RENAME TO \"the original\""_s);
    QCOMPARE(m_server.run(u"psql"_s, {u"-qX"_s, u"-d"_s, u"postgres"_s}, nullptr, nullptr, dump), 0);
    const EnvironmentMark mark = read(original);
    QCOMPARE(mark.environment, Environment::Unknown);
    QCOMPARE(mark.recorded, Environment::Production);
    QCOMPARE(mark.writtenFor, u"with setting"_s);
    QCOMPARE(read(u"the original"_s).environment, Environment::Production);
}

void EnvironmentTest::copyCanBeMarkedAnew()
{
    const QString original = ownedDatabase();
    QVERIFY(writeEnvironment(m_task, *as(u"owner"_s, original), Environment::Production).has_value());
    const QString copy = original + u"_copy"_s;
    run(u"postgres"_s, u"CREATE DATABASE %1 TEMPLATE %2 OWNER owner"_s.arg(copy, original));
    QVERIFY(read(copy).isOfCopy());
    const auto marked = writeEnvironment(m_task, *as(u"owner"_s, copy), Environment::Development);
    QVERIFY2(marked.has_value(), qPrintable(marked ? QString() : marked.error().toString()));
    QCOMPARE(marked->environment, Environment::Development);
    QVERIFY(!marked->isOfCopy());
}

void EnvironmentTest::renamedDatabaseKeepsIt()
{
    const QString database = ownedDatabase();
    QVERIFY(writeEnvironment(m_task, *as(u"owner"_s, database), Environment::Production).has_value());
    run(u"postgres"_s, u"ALTER DATABASE %1 RENAME TO %1_renamed"_s.arg(database));
    QCOMPARE(read(database + u"_renamed"_s).environment, Environment::Production);
}

void EnvironmentTest::sessionCannotFakeIt()
{
    const QString database = m_server.createDatabase().database;
    QVERIFY(writeEnvironment(m_task, *m_server.connect(database), Environment::Production).has_value());
    const auto parameters = m_server.parameters(database).withSetting(u"civicq.environment"_s, u"sandbox"_s);
    const auto connection = Connection::open(m_task, parameters);
    QCOMPARE(readEnvironment(m_task, **connection)->environment, Environment::Production);
}

void EnvironmentTest::markedByHand()
{
    const QString database = m_server.createDatabase().database;
    run(database, u"ALTER DATABASE %1 SET civicq.environment = 'Production'"_s.arg(database));
    const EnvironmentMark mark = read(database);
    QCOMPARE(mark.environment, Environment::Production);
    QVERIFY(!mark.isOfCopy());
}

void EnvironmentTest::refusedInAReadOnlySession()
{
    const QString database = m_server.createDatabase().database;
    const auto connection = Connection::open(
        m_task, m_server.parameters(database).withSetting(u"default_transaction_read_only"_s, u"on"_s));
    QCOMPARE(readEnvironment(m_task, **connection).value(), EnvironmentMark());
    QCOMPARE(writeEnvironment(m_task, **connection, Environment::Sandbox).error().sqlState, u"25006"_s);
}

} // namespace

QTEST_GUILESS_MAIN(EnvironmentTest)
#include "environmenttest.moc"

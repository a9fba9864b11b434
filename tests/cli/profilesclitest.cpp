// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "postgres/environment.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;

namespace {

const QString oddName = u"Élodie's \"été\""_s;
const QByteArray password = tests::TestServer::password;

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

class ProfilesCliTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure())); }
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void savesListsShowsAndRemoves();
    void refusesBadInput_data();
    void refusesBadInput();
    void keychainThatIsNotThere();
    void asksForAPasswordOnlyOnATerminal();
    void testsStepByStep();
    void marksTheDatabase();
    void productionNeedsItsName();

private:
    Outcome run(const QStringList &arguments, const QMap<QString, QString> &environment = {}) const
    {
        QProcess process;
        QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
        own.insert(u"CIVICQ_HOME"_s, m_home->path());
        own.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s); // no keychain, whatever runs here
        for (const auto &[name, value] : environment.asKeyValueRange())
            own.insert(name, value);
        process.setProcessEnvironment(own);
#if defined(Q_OS_UNIX)
        process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession); // no terminal
#endif
        process.start(qEnvironmentVariable("CIVICQ_TEST_BIN") + u"/civicq-db"_s, arguments);
        process.closeWriteChannel();
        Outcome outcome;
        if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
            outcome.status = process.exitCode();
        outcome.out = process.readAllStandardOutput();
        outcome.err = process.readAllStandardError();
        if (outcome.out.contains(password) || outcome.err.contains(password))
            qFatal("the password was printed");
        return outcome;
    }
    QString urlOf(const QString &database) const { return m_server.parameters(database).toUri(); }
    void saveAs(const QString &name, const QString &database) const
    {
        const auto added =
            run({u"profiles"_s, u"add"_s, name, u"--url"_s, urlOf(database), u"--password"_s, u"libpq"_s});
        QVERIFY2(added.status == 0, added.err.constData());
    }
    QMap<QString, QString> withPassword() const { return {{u"PGPASSWORD"_s, QString::fromUtf8(password)}}; }

    tests::TestServer m_server;
    std::unique_ptr<QTemporaryDir> m_home;
    core::SilentTask m_task;
};

void ProfilesCliTest::savesListsShowsAndRemoves()
{
    const auto added =
        run({u"profiles"_s, u"add"_s, oddName, u"--group"_s, u"Côte"_s, u"--password"_s, u"ask"_s, u"--url"_s,
             u"postgresql+psycopg2://clerk:test%20password@db.example.org:6543/%C3%A9t%C3%A9?sslmode=require"_s,
             u"--json"_s});
    QVERIFY2(added.status == 0, added.err.constData());
    const auto list = run({u"profiles"_s, u"list"_s, u"--json"_s}).json().value("profiles"_L1).toArray();
    QCOMPARE(list.size(), 1);
    const QJsonObject shown = run({u"profiles"_s, u"show"_s, oddName, u"--json"_s}).json();
    QCOMPARE(shown, list.at(0).toObject());
    QCOMPARE(shown.value("database"_L1).toString(), u"été"_s);
    QCOMPARE(shown.value("sslMode"_L1).toString(), u"require"_s);
    QCOMPARE(shown.value("port"_L1).toInt(), 6543);
    QCOMPARE(run({u"profiles"_s, u"remove"_s, oddName}).status, 0);
    QCOMPARE(run({u"profiles"_s, u"remove"_s, oddName}).status, 1);
    QVERIFY(run({u"profiles"_s, u"list"_s, u"--json"_s}).json().value("profiles"_L1).toArray().isEmpty());
}

void ProfilesCliTest::refusesBadInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString url = u"postgresql://u@h/d"_s;
    QTest::newRow("no address") << QStringList{u"add"_s, u"x"_s};
    QTest::newRow("no name") << QStringList{u"add"_s, u" "_s, u"--url"_s, url};
    QTest::newRow("no such address") << QStringList{u"add"_s, u"x"_s, u"--url"_s, u"https://example.org"_s};
    QTest::newRow("the sandbox's name") << QStringList{u"add"_s, u"Sandbox"_s, u"--url"_s, url};
    QTest::newRow("no such place") << QStringList{u"add"_s, u"x"_s, u"--url"_s, url, u"--password"_s, u"paper"_s};
    QTest::newRow("no such environment") << QStringList{u"mark"_s, u"x"_s, u"--environment"_s, u"holiday"_s};
    QTest::newRow("unknown connection") << QStringList{u"mark"_s, u"nope"_s};
}

void ProfilesCliTest::refusesBadInput()
{
    QFETCH(QStringList, arguments);
    const auto outcome = run(QStringList{u"profiles"_s} + arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(!QFile::exists(m_home->filePath(u"config/connections.json"_s)));
}

void ProfilesCliTest::keychainThatIsNotThere()
{
#if defined(Q_OS_LINUX)
    const auto outcome = run({u"profiles"_s, u"add"_s, u"x"_s, u"--url"_s, u"postgresql://u:test%20password@h/d"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("keychain"), outcome.err.constData());
    QVERIFY(!QFile::exists(m_home->filePath(u"config/connections.json"_s)));
#endif
}

void ProfilesCliTest::asksForAPasswordOnlyOnATerminal()
{
    QCOMPARE(run({u"profiles"_s, u"add"_s, u"x"_s, u"--url"_s, urlOf(u"postgres"_s), u"--password"_s, u"ask"_s}).status,
             0);
    const auto refused = run({u"test"_s, u"--connection"_s, u"x"_s});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("PGPASSWORD"), refused.err.constData());
    QCOMPARE(run({u"test"_s, u"--connection"_s, u"X"_s}, withPassword()).status, 0);
}

void ProfilesCliTest::testsStepByStep()
{
    const QString database = m_server.createDatabase(oddName).database;
    saveAs(u"x"_s, database);
    const auto passed = run({u"test"_s, u"--connection"_s, u"x"_s, u"--json"_s}, withPassword());
    QCOMPARE(passed.status, 0);
    QVERIFY(passed.json().value("passed"_L1).toBool());
    QCOMPARE(passed.json().value("stages"_L1).toArray().size(), 8);
    const auto failed = run({u"test"_s, u"--connection"_s, u"x"_s}, {{u"PGPASSWORD"_s, u"wrong"_s}});
    QCOMPARE(failed.status, 1);
    QVERIFY2(failed.out.contains("refused the login"), failed.out.constData());
}

void ProfilesCliTest::marksTheDatabase()
{
    const QString database = m_server.createDatabase().database;
    saveAs(u"x"_s, database);
    const auto unmarked = run({u"profiles"_s, u"mark"_s, u"x"_s, u"--json"_s}, withPassword());
    QCOMPARE(unmarked.json().value("environment"_L1).toString(), u"unknown"_s);
    const auto marked = run({u"profiles"_s, u"mark"_s, u"x"_s, u"--environment"_s, u"staging"_s}, withPassword());
    QVERIFY2(marked.status == 0, marked.err.constData());
    const auto found = postgres::readEnvironment(m_task, *m_server.connect(database));
    QCOMPARE(found->environment, postgres::Environment::Staging);
}

void ProfilesCliTest::productionNeedsItsName()
{
    const QString database = m_server.createDatabase().database;
    saveAs(u"x"_s, database);
    const QStringList mark{u"profiles"_s, u"mark"_s, u"x"_s, u"--environment"_s};
    QCOMPARE(run(QStringList(mark) << u"production"_s, withPassword()).status, 0);
    for (const QString &name : {u"none"_s, u"development"_s}) {
        const auto refused = run(QStringList(mark) << name << u"--yes"_s, withPassword());
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("--confirm"), refused.err.constData());
        QCOMPARE(postgres::readEnvironment(m_task, *m_server.connect(database))->environment,
                 postgres::Environment::Production);
    }
    QCOMPARE(run(QStringList(mark) << u"none"_s << u"--confirm"_s << database, withPassword()).status, 0);
    QCOMPARE(postgres::readEnvironment(m_task, *m_server.connect(database))->environment,
             postgres::Environment::Unknown);
}

} // namespace

QTEST_GUILESS_MAIN(ProfilesCliTest)
#include "profilesclitest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connectiontest.h"
#include "connections/servicefile.h"
#include "fixtures/faultproxy.h"
#include "fixtures/testserver.h"
#include "postgres/identifier.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QSemaphore>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace civicq;
using connections::ConnectionTestReport;
using connections::StageOutcome;
using connections::StageResult;
using connections::TestStage;
using core::ErrorCode;
using core::Secret;
using core::SilentTask;
using postgres::ConnectionParameters;
using tests::FaultProxy;

namespace {

// Something else on the port: answers a line with a page, as a web server does, or greets first, as SSH does.
class OtherServer final : public QThread
{
public:
    explicit OtherServer(QByteArray greeting) : m_greeting(std::move(greeting))
    {
        start();
        m_ready.acquire();
    }
    ~OtherServer() override
    {
        quit();
        wait();
    }
    int port = 0;

protected:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost, 0);
        port = server.serverPort();
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            if (!m_greeting.isEmpty())
                socket->write(m_greeting);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->peek(4096).contains('\n'))
                    socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            });
        });
        m_ready.release();
        exec();
    }

private:
    QByteArray m_greeting;
    QSemaphore m_ready;
};

class StagedTestTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void passes();
    void wrongHost();
    void refused();
    void notPostgres_data();
    void notPostgres();
    void tlsRequiredButOff();
    void tlsOn();
    void certificateNotTrusted();
    void wrongPassword();
    void noSuchUser();
    void missingDatabase();
    void mayNotConnect();
    void unknownVersion_data();
    void unknownVersion();
    void missingExtension();
    void noPrivileges();
    void fewPrivileges();
    void swallowedPackets();
    void serverGoesSilentDuringLogin();
    void cancels();
    void listOfHosts();
    void serviceFile();
    void serverDown();

private:
    ConnectionTestReport run(const ConnectionParameters &parameters)
    {
        m_seen.clear();
        const auto report = connections::testConnection(m_task, parameters,
                                                        [this](const StageResult &result) { m_seen.append(result); });
        if (!report)
            qFatal("%s", qPrintable(report.error().toString()));
        return *report;
    }
    // That exactly this stage failed, with this error; every one before it was well, none after it was reached.
    static void compareFailure(const ConnectionTestReport &report, TestStage stage, ErrorCode code)
    {
        for (const StageResult &result : report.stages) {
            const QString name = connections::testStageName(result.stage) + u": "_s
                                 + connections::stageOutcomeName(result.outcome)
                                 + (result.error ? u' ' + result.error->toString() : QString());
            if (result.stage < stage)
                QVERIFY2(result.outcome == StageOutcome::Ok || result.outcome == StageOutcome::Warning,
                         qPrintable(name));
            else if (result.stage == stage)
                QVERIFY2(result.outcome == StageOutcome::Failed && result.error->code == code, qPrintable(name));
            else
                QVERIFY2(result.outcome == StageOutcome::NotReached, qPrintable(name));
        }
        QVERIFY(!report.passed());
        QCOMPARE(report.failure()->stage, stage);
    }
    ConnectionParameters through(const FaultProxy &proxy, int seconds = 2) const
    {
        ConnectionParameters parameters = m_server.parameters();
        parameters.port = proxy.port();
        parameters.connectTimeoutSeconds = seconds;
        return parameters;
    }
    ConnectionParameters as(const QString &user, const QString &database) const
    {
        ConnectionParameters parameters = m_server.parameters(database);
        parameters.user = user;
        parameters.password = Secret(u"secret"_s);
        return parameters;
    }
    void sql(const QString &database, const QByteArray &text)
    {
        const auto done = m_server.connect(database)->script(m_task, text);
        QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().toString()));
    }

    tests::TestServer m_server;
    SilentTask m_task;
    QList<StageResult> m_seen;
};

void StagedTestTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    sql(u"postgres"_s, "CREATE ROLE clerk LOGIN PASSWORD 'secret'");
}

void StagedTestTest::passes()
{
    const QString name = u"Élodie's \"été\""_s;
    const auto report = run(m_server.createDatabase(name));
    for (const StageResult &result : report.stages) {
        QVERIFY2(result.outcome == StageOutcome::Ok,
                 qPrintable(connections::testStageName(result.stage) + result.facts.join(u", "_s)));
        QVERIFY(result.time.count() >= 0);
    }
    QVERIFY(report.passed());
    QVERIFY(!report.hasWarnings());
    QCOMPARE(report.at(TestStage::Database).facts, QStringList{name});
    QCOMPARE(report.at(TestStage::Privileges).facts, QStringList{u"superuser"_s});
    // Each stage was told of as it began and as it ended, in order.
    QList<StageResult> expected;
    for (int i = 0; i < connections::testStageCount; ++i) {
        expected.append({static_cast<TestStage>(i), StageOutcome::Running, {}, {}, {}});
        expected.append({static_cast<TestStage>(i), StageOutcome::Ok, {}, {}, {}});
    }
    QCOMPARE(m_seen, expected);
}

void StagedTestTest::wrongHost()
{
    auto parameters = m_server.parameters();
    parameters.host = u"no-such-host.invalid"_s;
    const auto report = run(parameters);
    compareFailure(report, TestStage::Name, ErrorCode::HostNotFound);
    QCOMPARE(report.failure()->error->arguments, QStringList{u"no-such-host.invalid"_s});
}

void StagedTestTest::refused()
{
    FaultProxy proxy(m_server.port());
    proxy.setMode(FaultProxy::Mode::Refuse);
    compareFailure(run(through(proxy)), TestStage::Tcp, ErrorCode::ConnectionRefused);
}

void StagedTestTest::notPostgres_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::newRow("web server") << QByteArray();
    QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("mysql") << QByteArray("\x4a\x00\x00\x00\x0a", 5);
}

void StagedTestTest::notPostgres()
{
    QFETCH(QByteArray, greeting);
    const OtherServer other(greeting);
    auto parameters = m_server.parameters();
    parameters.port = other.port;
    parameters.connectTimeoutSeconds = 2;
    compareFailure(run(parameters), TestStage::Tls, ErrorCode::NotPostgres);
}

void StagedTestTest::tlsRequiredButOff()
{
    auto parameters = m_server.parameters();
    parameters.sslMode = u"require"_s;
    compareFailure(run(parameters), TestStage::Tls, ErrorCode::TlsFailed);
}

void StagedTestTest::tlsOn()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"openssl"_s).isEmpty(), "openssl makes the test's certificate");
    const QString folder = m_server.dataFolder();
    QCOMPARE(QProcess::execute(u"openssl"_s,
                               {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-subj"_s, u"/CN=localhost"_s,
                                u"-keyout"_s, folder + u"/server.key"_s, u"-out"_s, folder + u"/server.crt"_s}),
             0);
    QVERIFY(QFile::setPermissions(folder + u"/server.key"_s, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(m_server.connect()->query(m_task, u"ALTER SYSTEM SET ssl = on"_s).has_value());
    QVERIFY(m_server.connect()->query(m_task, u"SELECT pg_reload_conf()"_s).has_value());
    auto parameters = m_server.parameters();
    parameters.sslMode = u"require"_s;
    QTRY_VERIFY(run(parameters).passed()); // the reload takes a moment
    QVERIFY(run(parameters).at(TestStage::Tls).facts.first().startsWith(u"TLSv1."_s));
}

void StagedTestTest::certificateNotTrusted()
{
    auto parameters = m_server.parameters();
    parameters.sslMode = u"verify-full"_s;
    parameters.sslRootCert = m_server.dataFolder() + u"/PG_VERSION"_s; // no certificate in it
    compareFailure(run(parameters), TestStage::Tls, ErrorCode::TlsFailed);
    parameters.sslRootCert = m_server.dataFolder() + u"/server.crt"_s;
    parameters.host = u"127.0.0.1"_s; // the certificate is localhost's
    compareFailure(run(parameters), TestStage::Tls, ErrorCode::TlsFailed);
    parameters.host = u"localhost"_s;
    QVERIFY(run(parameters).passed());
    sql(u"postgres"_s, "ALTER SYSTEM SET ssl = off");
    sql(u"postgres"_s, "SELECT pg_reload_conf()");
}

void StagedTestTest::wrongPassword()
{
    auto parameters = m_server.parameters();
    parameters.password = Secret(u"hush-hush"_s);
    const auto report = run(parameters);
    compareFailure(report, TestStage::Login, ErrorCode::AuthenticationFailed);
    QVERIFY(!report.failure()->error->toString().contains(u"hush-hush"_s));
}

void StagedTestTest::noSuchUser()
{
    compareFailure(run(as(u"nobody \"at\" all"_s, u"postgres"_s)), TestStage::Login, ErrorCode::AuthenticationFailed);
}

void StagedTestTest::missingDatabase()
{
    compareFailure(run(m_server.parameters(u"not there"_s)), TestStage::Database, ErrorCode::DatabaseMissing);
}

void StagedTestTest::mayNotConnect()
{
    const QString database = m_server.createDatabase().database;
    sql(database, "REVOKE CONNECT ON DATABASE " + database.toUtf8() + " FROM PUBLIC");
    compareFailure(run(as(u"clerk"_s, database)), TestStage::Database, ErrorCode::PermissionDenied);
}

void StagedTestTest::unknownVersion_data()
{
    QTest::addColumn<QByteArray>("major");
    QTest::addColumn<bool>("warns");
    QTest::newRow("too old") << QByteArray("13") << true;
    QTest::newRow("oldest") << QByteArray("14") << false;
    QTest::newRow("newest") << QByteArray("18") << false;
    QTest::newRow("too new") << QByteArray("19") << true;
}

void StagedTestTest::unknownVersion()
{
    QFETCH(QByteArray, major);
    QFETCH(bool, warns);
    FaultProxy proxy(m_server.port());
    const QByteArray own = QByteArray::number(m_server.connect()->serverMajor());
    const QByteArray name("server_version\0", 15);
    proxy.setReplacement(name + own + '.', name + major + '.');
    auto parameters = through(proxy);
    parameters.sslMode = u"disable"_s;
    const auto report = run(parameters);
    QCOMPARE(report.at(TestStage::Version).outcome, warns ? StageOutcome::Warning : StageOutcome::Ok);
    QVERIFY(report.at(TestStage::Version).facts.first().startsWith(QString::fromLatin1(major) + u'.'));
    QVERIFY(report.passed());
}

void StagedTestTest::missingExtension()
{
    // The server's answer as that of one without pgvector: the row's default version becomes NULL.
    FaultProxy proxy(m_server.port());
    const auto rows = m_server.connect()->query(
        m_task, u"SELECT default_version FROM pg_available_extensions WHERE name = 'vector'"_s);
    QVERIFY2(!rows->isEmpty(), "the test needs pgvector");
    const QByteArray version = rows->text(0, 0).toUtf8();
    const auto number = [](qsizetype value) { return QByteArray("\0\0\0", 3) + static_cast<char>(value); };
    const QByteArray null("\xff\xff\xff\xff", 4);
    const auto dataRow = [&](const QByteArray &lastField) {
        const QByteArray fields = QByteArray("\0\3", 2) + number(6) + "vector" + null + lastField;
        return 'D' + number(4 + fields.size()) + fields;
    };
    proxy.setReplacement(dataRow(number(version.size()) + version), dataRow(null));
    auto parameters = through(proxy);
    parameters.sslMode = u"disable"_s;
    parameters.database = m_server.createDatabase().database;
    const auto report = run(parameters);
    compareFailure(report, TestStage::Extensions, ErrorCode::ExtensionMissing);
    QCOMPARE(report.failure()->error->arguments, QStringList{u"vector"_s});
}

void StagedTestTest::noPrivileges()
{
    const QString database = m_server.createDatabase().database;
    sql(database, "CREATE TABLE voters (a int)");
    compareFailure(run(as(u"clerk"_s, database)), TestStage::Privileges, ErrorCode::PermissionDenied);
}

void StagedTestTest::fewPrivileges()
{
    const QString database = m_server.createDatabase().database;
    sql(database, "CREATE TABLE voters (a int); GRANT SELECT ON voters TO clerk;"
                  "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    const auto report = run(as(u"clerk"_s, database));
    QVERIFY(report.passed());
    QCOMPARE(report.at(TestStage::Privileges).outcome, StageOutcome::Warning);
    QCOMPARE(report.at(TestStage::Privileges).facts, (QStringList{u"create"_s, u"monitor"_s}));
    sql(database, "GRANT pg_monitor TO clerk; GRANT CREATE ON SCHEMA public TO clerk");
    QCOMPARE(run(as(u"clerk"_s, database)).at(TestStage::Privileges).outcome, StageOutcome::Ok);
}

void StagedTestTest::swallowedPackets()
{
    FaultProxy proxy(m_server.port());
    proxy.setMode(FaultProxy::Mode::Swallow);
    QElapsedTimer clock;
    clock.start();
    compareFailure(run(through(proxy, 1)), TestStage::Tls, ErrorCode::Timeout);
    QVERIFY2(clock.elapsed() < 4'000, qPrintable(QString::number(clock.elapsed())));
}

void StagedTestTest::serverGoesSilentDuringLogin()
{
    FaultProxy proxy(m_server.port());
    auto parameters = through(proxy, 1);
    const auto report = connections::testConnection(m_task, parameters, [&](const StageResult &result) {
        if (result.stage == TestStage::Login && result.outcome == StageOutcome::Running)
            proxy.setMode(FaultProxy::Mode::Swallow);
    });
    compareFailure(*report, TestStage::Login, ErrorCode::Timeout);
}

void StagedTestTest::cancels()
{
    FaultProxy proxy(m_server.port());
    proxy.setMode(FaultProxy::Mode::Swallow);
    const auto parameters = through(proxy, 60);
    SilentTask task;
    QElapsedTimer clock;
    std::thread canceller([&] {
        while (proxy.bytesToServer() == 0) {}
        clock.start();
        task.cancel();
    });
    const auto report = connections::testConnection(task, parameters);
    const qint64 taken = clock.elapsed();
    canceller.join();
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QVERIFY2(taken < 1'000, qPrintable(QString::number(taken)));
}

void StagedTestTest::listOfHosts()
{
    auto parameters = m_server.parameters();
    parameters.host = u"no-such-host.invalid,127.0.0.1"_s;
    QVERIFY(run(parameters).passed());
}

void StagedTestTest::serviceFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"services"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# a comment\n[other]\nhost=x\n\n[city hall]\nhost=127.0.0.1\nport="
               + QByteArray::number(m_server.port()) + "\ndbname=postgres\nuser=postgres\npassword=never read\n");
    file.close();
    qputenv("PGSERVICEFILE", file.fileName().toLocal8Bit());
    const auto entries = connections::serviceEntries({file.fileName()});
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(1).name, u"city hall"_s);
    QCOMPARE(entries.at(1).parameters.port, m_server.port());
    QVERIFY(entries.at(1).parameters.password.isEmpty());
    ConnectionParameters parameters;
    parameters.service = u"city hall"_s;
    parameters.password = m_server.parameters().password;
    const auto report = run(parameters);
    QVERIFY2(report.passed(), qPrintable(report.failure() ? report.failure()->error->toString() : QString()));
    parameters.service = u"not there"_s;
    compareFailure(run(parameters), TestStage::Name, ErrorCode::NotFound);
    qunsetenv("PGSERVICEFILE");
}

void StagedTestTest::serverDown()
{
    m_server.stop();
    compareFailure(run(m_server.parameters()), TestStage::Tcp, ErrorCode::ConnectionRefused);
}

} // namespace

QTEST_GUILESS_MAIN(StagedTestTest)
#include "stagedtesttest.moc"

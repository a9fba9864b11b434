// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxfixture.h"

#include "core/platform.h"
#include "postgres/environment.h"

#include <QtCore/QDirIterator>
#include <QtCore/QProcess>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace civicq;
using core::ErrorCode;
using sandbox::Lifetime;
using sandbox::Presence;
using tests::SandboxFixture;

namespace {

class SandboxTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isMadeOnDemand();
    void psqlUsesItsAddress();
    void keepsDataAndPort();
    void survivesAKilledServer();
    void survivesAPidFileFromBeforeAPowerCut();
    void survivesAProgramKilledDuringInitdb();
    void isStartedOnceByTwoAtOnce();
    void refusesAnotherMajorVersion();
    void movesFromATakenPort();
    void startsWithoutThePreloadedLibrary();
    void isFreshAfterReset();
    void stopsWithTheLastProgram();
    void saysThatItsFolderCannotBeMade();
    void saysThatTheDiskIsFull();
    void leavesNothingWhenCancelled();
    void saysThatItsPasswordIsGone();
};

void SandboxTest::isMadeOnDemand()
{
    SandboxFixture fixture;
    QCOMPARE(fixture.sandbox.status().presence, Presence::Missing);
    auto connection = fixture.startAndConnect();
    QVERIFY(connection);
    QCOMPARE(connection->database(), u"civicq"_s);
    const auto rows = connection->query(
        fixture.task, u"SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories'), "
                      "(SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules), lower('ÉTÉ')"_s);
    QVERIFY(rows.has_value());
    QCOMPARE(rows->text(0, 0), u"127.0.0.1"_s);
    QCOMPARE(rows->text(0, 1), QString());
    QCOMPARE(rows->text(0, 2), u"scram-sha-256"_s);
    QCOMPARE(rows->text(0, 3), u"été"_s);
    const auto mark = postgres::readEnvironment(fixture.task, *connection);
    QVERIFY(mark.has_value());
    QCOMPARE(mark->environment, postgres::Environment::Sandbox);
    const sandbox::Status status = fixture.sandbox.status();
    QCOMPARE(status.presence, Presence::Running);
    QCOMPARE(status.port, fixture.sandbox.parameters().port);
    QVERIFY(status.pid > 0);
#ifndef Q_OS_WIN
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(fixture.folder() + u"/pgpass"_s) & others));
#endif
    QVERIFY(!QFile::exists(fixture.folder() + u"/initdb-password"_s));
}

void SandboxTest::psqlUsesItsAddress()
{
    SandboxFixture fixture(u"Élodie's \"été\""_s); // also a folder no shell would like
    QVERIFY(fixture.startAndConnect());
    const QString uri = fixture.sandbox.parameters().toUri();
    QCOMPARE(fixture.cliOutput({u"sandbox"_s, u"url"_s}), uri.toUtf8());
    QVERIFY(!fixture.sandbox.status().keepRunning); // asking for it changes nothing
    QFile passFile(fixture.folder() + u"/pgpass"_s);
    QVERIFY(passFile.open(QIODevice::ReadOnly));
    const QString password = QString::fromLatin1(passFile.readAll().trimmed()).section(u':', -1);
    QCOMPARE(password.size(), 32);
    QVERIFY(!uri.contains(password));
    QProcess psql;
    psql.start(fixture.program(u"psql"_s), {u"-XAtw"_s, u"-d"_s, uri, u"-c"_s, u"SELECT current_database()"_s});
    QVERIFY(psql.waitForFinished());
    QCOMPARE(psql.readAllStandardOutput().trimmed(), "civicq");
    // And not without the password.
    QProcess uninvited;
    uninvited.start(fixture.program(u"psql"_s),
                    {u"-XAtw"_s, u"-d"_s, uri.section(u'?', 0, 0) + u"?passfile=none"_s, u"-c"_s, u"SELECT 1"_s});
    QVERIFY(uninvited.waitForFinished());
    QVERIFY(uninvited.exitCode() != 0);
}

void SandboxTest::keepsDataAndPort()
{
    SandboxFixture fixture;
    QVERIFY(fixture.startAndConnect()->script(fixture.task, "CREATE TABLE kept AS SELECT 42 AS n").has_value());
    const int port = fixture.sandbox.status().port;
    QVERIFY(fixture.sandbox.stop(fixture.task).has_value());
    QCOMPARE(fixture.sandbox.status().presence, Presence::Stopped);
    QVERIFY(fixture.sandbox.stop(fixture.task).has_value()); // twice is no error
    auto connection = fixture.startAndConnect();
    QCOMPARE(fixture.sandbox.status().port, port);
    QCOMPARE(connection->query(fixture.task, u"SELECT n FROM kept"_s)->integer(0, 0), 42);
}

void SandboxTest::survivesAKilledServer()
{
    SandboxFixture fixture;
    QVERIFY(fixture.startAndConnect()->script(fixture.task, "CREATE TABLE kept AS SELECT 42 AS n").has_value());
    const qint64 pid = fixture.sandbox.status().pid;
    QVERIFY(tests::killHard(pid));
    QTRY_VERIFY(fixture.sandbox.status().presence == Presence::Stopped);
    auto connection = fixture.startAndConnect();
    QVERIFY(connection);
    QVERIFY(fixture.sandbox.status().pid != pid);
    QCOMPARE(connection->query(fixture.task, u"SELECT n FROM kept"_s)->integer(0, 0), 42);
}

void SandboxTest::survivesAPidFileFromBeforeAPowerCut()
{
    SandboxFixture fixture;
    QVERIFY(fixture.startAndConnect());
    QVERIFY(fixture.sandbox.stop(fixture.task).has_value());
    // The process of that number is another one now; "sort" waits for its input on every system.
    QProcess stranger;
    stranger.start(u"sort"_s);
    QVERIFY(stranger.waitForStarted());
    QFile file(fixture.folder() + u"/data/postmaster.pid"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::number(stranger.processId()) + "\n" + fixture.folder().toUtf8() + "/data\n1700000000\n"
               + QByteArray::number(fixture.sandbox.parameters().port)
               + "\n\n127.0.0.1\n  1234567         0\nready   \n");
    file.close();
    QCOMPARE(fixture.sandbox.status().presence, Presence::Stopped);
    QVERIFY(fixture.startAndConnect());
    QCOMPARE(stranger.state(), QProcess::Running); // and nobody has harmed it
    stranger.kill();
    stranger.waitForFinished();
}

void SandboxTest::survivesAProgramKilledDuringInitdb()
{
    SandboxFixture fixture;
    QProcess program;
    fixture.runCli(program, {u"sandbox"_s, u"start"_s});
    const auto unfinished = [&] { return QDir(fixture.folder()).entryList({u"data.new-*"_s}, QDir::Dirs); };
    QTRY_VERIFY_WITH_TIMEOUT(!unfinished().isEmpty(), 30'000);
    program.kill();
    QVERIFY(program.waitForFinished());
    QVERIFY(!QDir(fixture.folder() + u"/data"_s).exists());
    QVERIFY(fixture.startAndConnect());
    // The first one's initdb may still be giving up; the next start clears what it leaves.
    QVERIFY(fixture.startAndConnect());
    QTRY_VERIFY((void(fixture.sandbox.start(fixture.task, Lifetime::WithPrograms)), unfinished().isEmpty()));
}

void SandboxTest::isStartedOnceByTwoAtOnce()
{
    SandboxFixture fixture;
    QProcess first;
    QProcess second;
    fixture.runCli(first, {u"sandbox"_s, u"start"_s, u"--json"_s});
    fixture.runCli(second, {u"sandbox"_s, u"start"_s, u"--json"_s});
    // And a thread of this program's besides.
    auto third = std::async(std::launch::async, [&] {
        core::SilentTask task;
        return fixture.sandbox.start(task, Lifetime::UntilStopped).has_value();
    });
    QVERIFY(first.waitForFinished(120'000));
    QVERIFY(second.waitForFinished(120'000));
    QVERIFY(third.get());
    QCOMPARE(first.exitCode(), 0);
    QCOMPARE(second.exitCode(), 0);
    const auto pid = [](QProcess &process) {
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object().value("pid"_L1).toInteger();
    };
    const qint64 running = fixture.sandbox.status().pid;
    QCOMPARE(pid(first), running);
    QCOMPARE(pid(second), running);
}

void SandboxTest::refusesAnotherMajorVersion()
{
    SandboxFixture fixture;
    QVERIFY(fixture.startAndConnect()->script(fixture.task, "CREATE TABLE gone ()").has_value());
    QVERIFY(fixture.sandbox.stop(fixture.task).has_value());
    QFile version(fixture.folder() + u"/data/PG_VERSION"_s);
    QVERIFY(version.open(QIODevice::WriteOnly));
    version.write("12\n");
    version.close();
    const auto started = fixture.sandbox.start(fixture.task, Lifetime::WithPrograms);
    QVERIFY(!started.has_value());
    QCOMPARE(started.error().code, ErrorCode::DataFolderVersion);
    QCOMPARE(started.error().arguments.value(1), u"12"_s);
    QVERIFY(started.error().arguments.value(2).toInt() >= 14);
    // What the message advises works.
    QVERIFY(fixture.sandbox.reset(fixture.task, Lifetime::WithPrograms).has_value());
    QVERIFY(fixture.sandbox.status().major >= 14);
    QVERIFY(fixture.startAndConnect()->query(fixture.task, u"SELECT to_regclass('gone') IS NULL"_s)->boolean(0, 0));
}

void SandboxTest::movesFromATakenPort()
{
    SandboxFixture fixture;
    QVERIFY(fixture.startAndConnect());
    QVERIFY(fixture.sandbox.stop(fixture.task).has_value());
    const int port = fixture.sandbox.parameters().port;
    QTcpServer thief;
    QVERIFY(thief.listen(QHostAddress::LocalHost, static_cast<quint16>(port)));
    QVERIFY(fixture.startAndConnect());
    const int moved = fixture.sandbox.status().port;
    QVERIFY(moved != port);
    QVERIFY(fixture.sandbox.stop(fixture.task).has_value());
    thief.close();
    QVERIFY(fixture.startAndConnect());
    QCOMPARE(fixture.sandbox.status().port, moved); // kept from now on
}

void SandboxTest::startsWithoutThePreloadedLibrary()
{
    SandboxFixture fixture;
    // As where the server came without that library: its name is one that is not there.
    fixture.processes.before = [&fixture](const core::ProcessRequest &request) {
        QFile settings(fixture.folder() + u"/data/civicq.conf"_s);
        if (!request.arguments.contains(u"start"_s) || !settings.open(QIODevice::ReadWrite))
            return;
        const QByteArray text = settings.readAll();
        settings.resize(0);
        settings.write(QByteArray(text).replace("'pg_stat_statements'", "'no_such_pg_stat_statements'"));
    };
    auto connection = fixture.startAndConnect();
    QVERIFY(connection);
    QCOMPARE(connection->query(fixture.task, u"SHOW shared_preload_libraries"_s)->text(0, 0), QString());
}

void SandboxTest::isFreshAfterReset()
{
    SandboxFixture fixture;
    QVERIFY(fixture.startAndConnect()->script(fixture.task, "CREATE TABLE gone ()").has_value());
    QVERIFY(fixture.sandbox.takeSnapshot(fixture.task, u"before"_s, false).has_value());
    const qint64 pid = fixture.sandbox.status().pid;
    QVERIFY(fixture.sandbox.reset(fixture.task, Lifetime::WithPrograms).has_value());
    QVERIFY(fixture.sandbox.status().pid != pid);
    QVERIFY(fixture.startAndConnect()->query(fixture.task, u"SELECT to_regclass('gone') IS NULL"_s)->boolean(0, 0));
    QVERIFY(fixture.sandbox.snapshots(fixture.task)->isEmpty());
    QVERIFY(QDir(fixture.folder()).entryList({u"data.*"_s}).isEmpty());
}

void SandboxTest::stopsWithTheLastProgram()
{
    SandboxFixture fixture;
    QVERIFY(fixture.sandbox.start(fixture.task, Lifetime::WithPrograms).has_value());
    {
        sandbox::Sandbox other(fixture.folder(), fixture.tools, fixture.processes);
        QVERIFY(other.start(fixture.task, Lifetime::WithPrograms).has_value());
        QVERIFY(fixture.sandbox.leave(fixture.task).has_value());
        QCOMPARE(fixture.sandbox.status().presence, Presence::Running); // the other one uses it
        QVERIFY(other.leave(fixture.task).has_value());
        QCOMPARE(fixture.sandbox.status().presence, Presence::Stopped);
    }
    QVERIFY(fixture.sandbox.start(fixture.task, Lifetime::UntilStopped).has_value());
    QVERIFY(fixture.sandbox.leave(fixture.task).has_value());
    QCOMPARE(fixture.sandbox.status().presence, Presence::Running); // told to stay
}

void SandboxTest::saysThatItsFolderCannotBeMade()
{
    QTemporaryDir place;
    QFile inTheWay(place.filePath(u"sandbox"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    SandboxFixture fixture;
    sandbox::Sandbox sandbox(inTheWay.fileName(), fixture.tools, fixture.processes);
    const auto started = sandbox.start(fixture.task, Lifetime::WithPrograms);
    QVERIFY(!started.has_value());
    QCOMPARE(started.error().code, ErrorCode::PermissionDenied);
    QVERIFY(started.error().arguments.value(0).contains(u"sandbox"_s));
}

void SandboxTest::saysThatTheDiskIsFull()
{
    SandboxFixture fixture;
    fixture.processes.answer = [](const core::ProcessRequest &request) -> std::optional<core::ProcessResult> {
        if (!request.program.endsWith("initdb"_L1) || request.arguments.contains(u"--version"_s))
            return std::nullopt;
        return core::ProcessResult{1, {}, u"initdb: error: could not write file: No space left on device\n"_s};
    };
    const auto started = fixture.sandbox.start(fixture.task, Lifetime::WithPrograms);
    QVERIFY(!started.has_value());
    QCOMPARE(started.error().code, ErrorCode::NoSpace);
    QCOMPARE(fixture.sandbox.status().presence, Presence::Missing);
}

void SandboxTest::leavesNothingWhenCancelled()
{
    SandboxFixture fixture;
    fixture.processes.before = [&fixture](const core::ProcessRequest &request) {
        if (request.arguments.contains(u"-E"_s)) // initdb itself
            fixture.task.cancel();
    };
    const auto started = fixture.sandbox.start(fixture.task, Lifetime::WithPrograms);
    QVERIFY(!started.has_value());
    QCOMPARE(started.error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(fixture.folder()).entryList({u"data*"_s}).isEmpty());
    QVERIFY(!QFile::exists(fixture.folder() + u"/initdb-password"_s));
}

void SandboxTest::saysThatItsPasswordIsGone()
{
    SandboxFixture fixture;
    QVERIFY(fixture.startAndConnect());
    QVERIFY(fixture.sandbox.stop(fixture.task).has_value());
    QVERIFY(QFile::remove(fixture.folder() + u"/pgpass"_s));
    const auto started = fixture.sandbox.start(fixture.task, Lifetime::WithPrograms);
    QVERIFY(!started.has_value());
    QCOMPARE(started.error().code, ErrorCode::Corrupt);
}

} // namespace

QTEST_GUILESS_MAIN(SandboxTest)
#include "sandboxtest.moc"

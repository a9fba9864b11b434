// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db killed at random moments of a backup or a restore (a few here, a hundred with CIVICQ_TEST_KILLS=102): never a file that looks finished and is not, never
// a live database that is half of anything, and nothing left that the next start does not clean. On Linux the moments are
// spread over what the program does to files and sockets (fixtures/killat_linux.cpp), so that a sync, a renaming and a
// swap are reached as well as the long stretches between; elsewhere over the time it takes.

#include "backups/sampledatabase.h"
#include "fixtures/commandline.h"
#include "fixtures/faultproxy.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;

namespace {

constexpr int kindsOfWork = 6;
constexpr int usualKills = 4 * kindsOfWork;
constexpr int roundsAKill = 4; // some are through before their moment has come
constexpr double tail = 0.15;  // the last part of the work, in which files and databases get their names
constexpr auto usersRows = "SELECT md5(string_agg(u::text, ',' ORDER BY id)) FROM users u";

class KillTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void backups_data();
    void backups();
    void restores_data();
    void restores();
    void twoAtOnceLeaveEachOtherAlone();

private:
    // Runs civicq-db, killed at `share` of its work; whether it was.
    bool killedRun(const QStringList &arguments, double share);
    // Runs it to its end, to know how much there is to do.
    void measure(const QStringList &arguments);
    void setKill(const QString &at, const QString &count);
    [[nodiscard]] double moment();
    [[nodiscard]] QStringList withUrl(const QStringList &arguments) const
    {
        const QString secret = QString::fromLatin1(QUrl::toPercentEncoding(QLatin1StringView(TestServer::password)));
        return QStringList(arguments) << u"--url"_s
                                      << u"postgresql://postgres:%1@127.0.0.1:%2/city"_s.arg(secret).arg(
                                             m_server.port());
    }
    [[nodiscard]] QByteArray fingerprint(const QString &database);
    void putBack();
    void waitForSessionsToGo();
    void verifyLive();
    void verifyFolder();
    void verifyNothingLeft();

    TestServer m_server;
    CommandLine m_civicq;
    Tools m_tools;
    core::SilentTask m_task;
    QTemporaryDir m_folder;    // of backups
    QTemporaryDir m_temporary; // TMPDIR
    QRandomGenerator m_random;
    int m_killsOfEach = 0;
    qint64 m_operations = 0; // of the work, where they are counted
    qint64 m_milliseconds = 0;
    QByteArray m_old;                    // fingerprint of the live database
    QByteArray m_other;                  // and of what is restored
    QMap<QString, QByteArray> m_earlier; // backups that were there before, by name
};

void KillTest::setKill(const QString &at, const QString &count)
{
    m_civicq.environment[u"CIVICQ_TEST_KILL_AT"_s] = at;
    m_civicq.environment[u"CIVICQ_TEST_COUNT"_s] = count;
}

void KillTest::measure(const QStringList &arguments)
{
    const QString count = m_temporary.filePath(u"count"_s);
    setKill(u"0"_s, count);
    QElapsedTimer clock;
    clock.start();
    const Ran ran = m_civicq.run(withUrl(arguments));
    m_milliseconds = clock.elapsed();
    setKill({}, {});
    QVERIFY2(ran.status == 0, ran.all().constData());
    m_operations = contentOf(count).trimmed().toLongLong();
    QFile::remove(count);
}

bool KillTest::killedRun(const QStringList &arguments, double share)
{
    if (m_operations > 0 && m_random.bounded(4) > 0) {
        setKill(QString::number(std::max<qint64>(1, qRound64(share * static_cast<double>(m_operations)))), {});
        const Ran ran = m_civicq.run(withUrl(arguments));
        setKill({}, {});
        return ran.status == -1;
    }
    const auto process = m_civicq.start(withUrl(arguments));
    if (process->waitForFinished(static_cast<int>(share * static_cast<double>(m_milliseconds))))
        return false;
    process->kill();
    return CommandLine::finish(*process).status == -1;
}

// Between 0 and 1; every second one in the tail.
double KillTest::moment()
{
    return m_random.bounded(2) == 0 ? m_random.bounded(1.0) : 1.0 - tail + m_random.bounded(tail);
}

QByteArray KillTest::fingerprint(const QString &database)
{
    const auto session = m_server.connect(database);
    const auto tables = session->query(m_task, u"SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'i')"_s);
    const auto users = session->query(m_task, QString::fromLatin1(usersRows));
    const auto votes = session->query(m_task, u"SELECT count(*), sum(value) FROM votes"_s);
    if (!tables || !users || !votes)
        return "no tables";
    return (tables->text(0, 0) + u' ' + users->text(0, 0) + u' ' + votes->text(0, 0) + u' ' + votes->text(0, 1))
        .toUtf8();
}

void KillTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    m_server.createDatabase(u"city"_s);
    fillSample(m_server, u"city"_s);
    m_civicq.environment[u"TMPDIR"_s] = m_temporary.path();
#ifdef Q_OS_LINUX
    m_civicq.environment[u"LD_PRELOAD"_s] = QCoreApplication::applicationDirPath() + u"/killat.so"_s;
    m_civicq.environment[u"ASAN_OPTIONS"_s] = u"verify_asan_link_order=0"_s;
#endif
    bool given = false;
    const uint seed = qEnvironmentVariable("CIVICQ_TEST_SEED").toUInt(&given);
    const uint used = given ? seed : QRandomGenerator::global()->generate();
    qInfo("CIVICQ_TEST_SEED=%u", used);
    m_random.seed(used);
    const int kills = qEnvironmentVariable("CIVICQ_TEST_KILLS").toInt(&given);
    m_killsOfEach = ((given ? kills : usualKills) + kindsOfWork - 1) / kindsOfWork;
    QVERIFY2(m_killsOfEach > 0, "CIVICQ_TEST_KILLS is no number of kills");
    m_other = fingerprint(u"city"_s);
}

// Every file by a backup's name is whole, and the earlier ones are what they were.
void KillTest::verifyFolder()
{
    for (const QString &name : filesIn(m_folder.path())) {
        const QString path = m_folder.filePath(name);
        if (name.startsWith(".civicq-"_L1))
            continue;
        if (m_earlier.contains(name)) {
            QVERIFY2(contentOf(path) == m_earlier.value(name), qPrintable(name));
            continue;
        }
        const auto verified = backups::verify(m_task, m_tools.box, path);
        QVERIFY2(verified.has_value() && verified->valid(), qPrintable(name));
        m_earlier.insert(name, contentOf(path));
    }
    for (const QString &name : m_earlier.keys())
        QVERIFY2(QFile::exists(m_folder.filePath(name)), qPrintable(name));
}

void KillTest::verifyNothingLeft()
{
    for (const QString &name : filesIn(m_folder.path()))
        QVERIFY2(!name.startsWith(u'.'), qPrintable(name));
    QCOMPARE(filesIn(m_temporary.path()), QStringList());
    for (const QString &name : databasesOf(m_server))
        QVERIFY2(!name.startsWith("civicq_restore_"_L1), qPrintable(name));
    for (const QString &name : filesIn(m_civicq.home() + u"/data/backup-runs"_s))
        QVERIFY2(!name.endsWith(".lock"_L1), qPrintable(name));
}

void KillTest::backups_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("archive") << u"archive"_s;
    QTest::newRow("sql.gz") << u"sql"_s;
}

void KillTest::backups()
{
    QFETCH(const QString, format);
    const QByteArray before = fingerprint(u"city"_s);
    const QStringList command{u"backup"_s, u"--format"_s, format, u"--dir"_s, m_folder.path()};
    measure(command);
    verifyFolder();
    int killed = 0;
    for (int round = 0; killed < m_killsOfEach && round < roundsAKill * m_killsOfEach; ++round) {
        const double share = moment();
        killed += killedRun(command, share) ? 1 : 0;
        verifyFolder();
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(u"killed at %1"_s.arg(share)));
    }
    qInfo("%s: %lld operations, killed %d times, %lld files", qPrintable(format), static_cast<long long>(m_operations),
          killed, static_cast<long long>(m_earlier.size()));
    QCOMPARE(killed, m_killsOfEach);
    measure(command); // the next start
    verifyFolder();
    verifyNothingLeft();
    QCOMPARE(fingerprint(u"city"_s), before);
}

void KillTest::restores_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("over");
    for (const QString &format : {u"archive"_s, u"sql"_s}) {
        QTest::newRow(qPrintable(format + u" into a new database"_s)) << format << false;
        QTest::newRow(qPrintable(format + u" over the live one"_s)) << format << true;
    }
}

// The live database as it was: where the restored one took its place, the one that was kept takes it back.
void KillTest::putBack()
{
    const auto session = m_server.connect();
    for (const QString &name : databasesOf(m_server)) {
        if (!name.startsWith("live_before_restore_"_L1))
            continue;
        QCOMPARE(fingerprint(name), m_old);
        QVERIFY(session->query(m_task, u"DROP DATABASE live"_s).has_value());
        QVERIFY(session->query(m_task, u"ALTER DATABASE "_s + name + u" RENAME TO live"_s).has_value());
    }
    QVERIFY(session->query(m_task, u"DROP DATABASE IF EXISTS fresh"_s).has_value());
}

// The server still works for a while at what a killed program had sent: a renaming, for one.
void KillTest::waitForSessionsToGo()
{
    const auto session = m_server.connect();
    const auto others = [&] {
        const auto rows = session->query(m_task, u"SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client "
                                                 "backend' AND pid <> pg_backend_pid()"_s);
        return rows ? rows->integer(0, 0) : -1;
    };
    QTRY_COMPARE_WITH_TIMEOUT(others(), 0, 30'000);
}

void KillTest::verifyLive()
{
    waitForSessionsToGo();
    const QStringList databases = databasesOf(m_server);
    const bool swapped =
        std::ranges::any_of(databases, [](const QString &name) { return name.startsWith("live_before_restore_"_L1); });
    QCOMPARE(fingerprint(u"live"_s), swapped ? m_other : m_old);
    if (databases.contains(u"fresh"_s))
        QCOMPARE(fingerprint(u"fresh"_s), m_other);
}

void KillTest::restores()
{
    QFETCH(const QString, format);
    QFETCH(const bool, over);
    const QString name = u"source "_s + format;
    const Ran backup = m_civicq.run(
        withUrl({u"backup"_s, u"--format"_s, format, u"--dir"_s, m_temporary.path(), u"--name"_s, name, u"--json"_s}));
    QVERIFY2(backup.status == 0, backup.all().constData());
    const QString source = m_folder.filePath(name);
    QFile::remove(source);
    QVERIFY(QFile::rename(backup.json().value("path"_L1).toString(), source));
    m_earlier.insert(name, contentOf(source));
    waitForSessionsToGo();
    QVERIFY(m_server.connect()->query(m_task, u"CREATE DATABASE live TEMPLATE city"_s).has_value());
    QVERIFY(m_server.connect(u"live"_s)
                ->script(m_task, "DELETE FROM votes WHERE value > 0; DROP INDEX users_mail_trgm")
                .has_value());
    m_old = fingerprint(u"live"_s);
    QVERIFY(m_old != m_other);
    const QStringList command{u"restore"_s, source, u"--into"_s, over ? u"live"_s : u"fresh"_s, u"--clean"_s};
    measure(command);
    verifyLive();
    putBack();
    int killed = 0;
    for (int round = 0; killed < m_killsOfEach && round < roundsAKill * m_killsOfEach; ++round) {
        const double share = moment();
        killed += killedRun(command, share) ? 1 : 0;
        verifyLive();
        putBack();
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(u"killed at %1"_s.arg(share)));
    }
    qInfo("%lld operations, killed %d times", static_cast<long long>(m_operations), killed);
    QCOMPARE(killed, m_killsOfEach);
    measure(command); // the next start
    verifyLive();
    putBack();
    verifyNothingLeft();
    verifyFolder();
    QVERIFY(m_server.connect()->query(m_task, u"DROP DATABASE live"_s).has_value());
}

// What another one is still at is no leftover.
void KillTest::twoAtOnceLeaveEachOtherAlone()
{
    FaultProxy proxy(m_server.port());
    const auto slowly = [&](QStringList arguments) {
        arguments = withUrl(arguments);
        arguments.last().replace(u":%1/"_s.arg(m_server.port()), u":%1/"_s.arg(proxy.port()));
        return m_civicq.start(arguments);
    };
    const auto partThere = [this] {
        return std::ranges::any_of(filesIn(m_folder.path()),
                                   [](const QString &name) { return name.endsWith(".part"_L1); });
    };
    const auto newThere = [this] {
        return std::ranges::any_of(databasesOf(m_server),
                                   [](const QString &name) { return name.startsWith("civicq_restore_"_L1); });
    };
    const QString source = m_folder.filePath(u"source archive"_s);
    proxy.setDelay(std::chrono::milliseconds(100));
    const auto backup = slowly({u"backup"_s, u"--dir"_s, m_folder.path(), u"--name"_s, u"slow"_s});
    const auto restore = slowly({u"restore"_s, source, u"--into"_s, u"slow"_s});
    QTRY_VERIFY_WITH_TIMEOUT(partThere(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(newThere(), 20'000);
    const Ran quickBackup = m_civicq.run(withUrl({u"backup"_s, u"--dir"_s, m_folder.path(), u"--name"_s, u"quick"_s}));
    QVERIFY2(quickBackup.status == 0, quickBackup.all().constData());
    const Ran quickRestore = m_civicq.run(withUrl({u"restore"_s, source, u"--into"_s, u"quick"_s}));
    QVERIFY2(quickRestore.status == 0, quickRestore.all().constData());
    QVERIFY(partThere() && newThere());
    proxy.setDelay(std::chrono::milliseconds(0));
    for (QProcess *process : {backup.get(), restore.get()}) {
        const Ran ran = CommandLine::finish(*process);
        QVERIFY2(ran.status == 0, ran.all().constData());
    }
    QCOMPARE(fingerprint(u"slow"_s), m_other);
    QCOMPARE(fingerprint(u"quick"_s), m_other);
    verifyFolder();
    verifyNothingLeft();
}

} // namespace

int main(int argc, char **argv)
{
    // The hundred take longer than a test function is given.
    if (qEnvironmentVariableIsSet("CIVICQ_TEST_KILLS") && !qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");
    const QCoreApplication app(argc, argv);
    KillTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "killtest.moc"

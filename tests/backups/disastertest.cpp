// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What civicq-db does when the world around it breaks in the middle of a backup or a restore: the server dies, the line is
// cut, a disk is full. One clear sentence, exit status 1, nothing half, earlier backups untouched, and the next run works
// and cleans.

#include "backups/sampledatabase.h"
#include "fixtures/commandline.h"
#include "fixtures/faultproxy.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRandomGenerator>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;

namespace {

class DisasterTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void serverLost_data();
    void serverLost();
    void lineCut_data();
    void lineCut();
    void diskFull_data();
    void diskFull();
    void serversDiskFull();

private:
    [[nodiscard]] QString url(int port, const QString &database = u"city"_s) const
    {
        const QString secret = QString::fromLatin1(QUrl::toPercentEncoding(QLatin1StringView(TestServer::password)));
        return u"postgresql://postgres:%1@127.0.0.1:%2/%3"_s.arg(secret).arg(port).arg(database);
    }
    [[nodiscard]] QStringList command(const QString &work, int port) const;
    [[nodiscard]] QByteArray fingerprint(const QString &database);
    void addWorks();
    void verifyFailure(const Ran &ran, const QByteArray &words);
    void verifyUntouched();
    // What a run that is left alone sends and receives.
    struct Traffic
    {
        qint64 fromServer = 0;
        qint64 toServer = 0;
    };
    Traffic trafficOf(const QString &work);
    // A run from beginning to end, after which nothing is left of the ones before.
    void verifyNextRun(const QString &work);

    TestServer m_server;
    CommandLine m_civicq;
    core::SilentTask m_task;
    QTemporaryDir m_folder; // of backups
    QTemporaryDir m_temporary;
    QMap<QString, Traffic> m_traffic;
    QByteArray m_live;
    QMap<QString, QByteArray> m_earlier; // files that must stay as they are
    QStringList m_databases;
};

QStringList DisasterTest::command(const QString &work, int port) const
{
    const QString format = work.section(u' ', 1);
    if (work.startsWith("backup"_L1))
        return {u"backup"_s, u"--format"_s, format, u"--dir"_s, m_folder.path(), u"--url"_s, url(port)};
    return {u"restore"_s, m_folder.filePath(u"earlier "_s + format), u"--into"_s, u"city"_s, u"--clean"_s, u"--url"_s,
            url(port)};
}

QByteArray DisasterTest::fingerprint(const QString &database)
{
    const auto rows = m_server.connect(database)->query(
        m_task,
        u"SELECT (SELECT md5(string_agg(u::text, ',' ORDER BY id)) FROM users u), (SELECT count(*) FROM votes), "
        "(SELECT oid FROM pg_database WHERE datname = current_database())"_s);
    return rows ? (rows->text(0, 0) + rows->text(0, 1) + u' ' + rows->text(0, 2)).toUtf8() : QByteArray("none");
}

void DisasterTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    m_server.createDatabase(u"city"_s);
    fillSample(m_server, u"city"_s);
    m_civicq.environment[u"TMPDIR"_s] = m_temporary.path();
    for (const QString &format : {u"archive"_s, u"sql"_s}) {
        const Ran ran = m_civicq.run({u"backup"_s, u"--format"_s, format, u"--dir"_s, m_folder.path(), u"--json"_s,
                                      u"--url"_s, url(m_server.port())});
        QVERIFY2(ran.status == 0, ran.all().constData());
        const QString path = m_folder.filePath(u"earlier "_s + format);
        QVERIFY(QFile::rename(ran.json().value("path"_L1).toString(), path));
        m_earlier.insert(u"earlier "_s + format, contentOf(path));
    }
    m_live = fingerprint(u"city"_s);
    m_databases = databasesOf(m_server);
}

void DisasterTest::addWorks()
{
    QTest::addColumn<QString>("work");
    for (const QString &work : {u"backup archive"_s, u"backup sql"_s, u"restore archive"_s, u"restore sql"_s})
        QTest::newRow(qPrintable(work)) << work;
}

void DisasterTest::verifyFailure(const Ran &ran, const QByteArray &words)
{
    QVERIFY2(ran.status == 1, ran.all().constData());
    const QByteArray first = ran.err.split('\n').value(0).trimmed();
    QVERIFY2(first.endsWith('.') && first.contains(words), ran.all().constData());
    QVERIFY2(!ran.err.contains(TestServer::password), ran.all().constData());
}

void DisasterTest::verifyUntouched()
{
    QCOMPARE(fingerprint(u"city"_s), m_live);
    // It ended by itself: nothing is left for the next run to clean.
    QCOMPARE(filesIn(m_folder.path()), m_earlier.keys());
    QCOMPARE(filesIn(m_temporary.path()), QStringList());
    for (const auto &[name, content] : m_earlier.asKeyValueRange())
        QVERIFY2(contentOf(m_folder.filePath(name)) == content, qPrintable(name));
}

DisasterTest::Traffic DisasterTest::trafficOf(const QString &work)
{
    if (m_traffic.contains(work))
        return m_traffic.value(work);
    FaultProxy proxy(m_server.port());
    const Ran clean = m_civicq.run(command(work, proxy.port()) + QStringList{u"--json"_s});
    if (clean.status != 0)
        qFatal("%s", clean.all().constData());
    if (work.startsWith("backup"_L1))
        QFile::remove(clean.json().value("path"_L1).toString());
    else
        (void)m_server.connect()->query(m_task, u"DROP DATABASE "_s + clean.json().value("kept_as"_L1).toString());
    m_live = fingerprint(u"city"_s);
    m_traffic.insert(work, {proxy.bytesFromServer(), proxy.bytesToServer()});
    return m_traffic.value(work);
}

void DisasterTest::verifyNextRun(const QString &work)
{
    QStringList words = command(work, m_server.port());
    const bool restore = words.first() == "restore"_L1;
    if (restore)
        words[3] = u"again"_s;
    const Ran ran = m_civicq.run(QStringList(words) << u"--json"_s);
    QVERIFY2(ran.status == 0, ran.all().constData());
    if (restore) {
        QCOMPARE(fingerprint(u"again"_s).split(' ').first(), m_live.split(' ').first());
        QVERIFY(m_server.connect()->query(m_task, u"DROP DATABASE again"_s).has_value());
    } else {
        QVERIFY(QFile::remove(ran.json().value("path"_L1).toString()));
    }
    QCOMPARE(filesIn(m_folder.path()), m_earlier.keys());
    QCOMPARE(filesIn(m_temporary.path()), QStringList());
    QCOMPARE(databasesOf(m_server), m_databases);
}

void DisasterTest::serverLost_data()
{
    QTest::addColumn<QString>("work");
    QTest::addColumn<bool>("killed");
    for (const QString &work : {u"backup archive"_s, u"backup sql"_s, u"restore archive"_s, u"restore sql"_s}) {
        QTest::newRow(qPrintable(work + u", stopped at once"_s)) << work << false;
        QTest::newRow(qPrintable(work + u", killed"_s)) << work << true;
    }
}

void DisasterTest::serverLost()
{
    QFETCH(const QString, work);
    QFETCH(const bool, killed);
    FaultProxy proxy(m_server.port());
    const auto moved = [&] { return proxy.bytesFromServer() + proxy.bytesToServer(); };
    const Traffic whole = trafficOf(work);
    proxy.setDelay(std::chrono::milliseconds(5));
    const auto process = m_civicq.start(command(work, proxy.port()));
    QTRY_VERIFY_WITH_TIMEOUT(moved() > (whole.fromServer + whole.toServer) / 2, 30'000);
    QCOMPARE(process->state(), QProcess::Running);
    if (killed)
        QCOMPARE(QProcess::execute(m_server.program(u"pg_ctl"_s),
                                   {u"kill"_s, u"KILL"_s, QString::number(m_server.postmasterPid())}),
                 0);
    m_server.stop(u"immediate"_s);
    verifyFailure(CommandLine::finish(*process), "server");
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    QCOMPARE(proxy.port() != m_server.port(), true);
    verifyUntouched();
    verifyNextRun(work);
}

void DisasterTest::lineCut_data()
{
    addWorks();
}

void DisasterTest::lineCut()
{
    QFETCH(const QString, work);
    FaultProxy proxy(m_server.port());
    const qint64 whole = trafficOf(work).fromServer;
    const uint seed = QRandomGenerator::global()->generate();
    qInfo("seed %u, %lld bytes", seed, static_cast<long long>(whole));
    QRandomGenerator random(seed);
    for (int round = 0; round < 5; ++round) {
        const qint64 at = static_cast<qint64>((0.05 + random.bounded(0.85)) * static_cast<double>(whole));
        proxy.cutAfter(at);
        verifyFailure(m_civicq.run(command(work, proxy.port())), "server");
        proxy.cutAfter(-1);
        verifyUntouched();
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(u"cut after %1 bytes"_s.arg(at)));
    }
    verifyNextRun(work);
}

void DisasterTest::diskFull_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("room"); // beside the earlier backup
    for (const QString &format : {u"archive"_s, u"sql"_s}) {
        for (const int kilobytes : {4, 12, format == "sql"_L1 ? 20 : 48})
            QTest::newRow(qPrintable(u"%1, %2k"_s.arg(format).arg(kilobytes))) << format << QString::number(kilobytes);
    }
}

// In one process's own small disk: an earlier backup, a failing one, then room, and one that works.
void DisasterTest::diskFull()
{
    QFETCH(const QString, format);
    QFETCH(const QString, room);
    const QString disk = m_folder.filePath(u"small"_s);
    QVERIFY(QDir().mkpath(disk));
    const QString script = uR"(
cd "$1"; shift
cp "$1" earlier; dd if=/dev/zero of=filler bs=1k 2>/dev/null
truncate -s -"$2"k filler; shift 2
"$@"; echo "status $?"
ls -A | sed 's/^/left /'
rm filler
"$@" --quiet; echo "status $?"
cmp earlier "$EARLIER" && echo same
ls -A | grep -c '^\.'
exit 0)"_s;
    CommandLine civicq;
    const QString earlier = m_folder.filePath(u"earlier "_s + format);
    civicq.environment[u"EARLIER"_s] = earlier;
    civicq.before = {QCoreApplication::applicationDirPath() + u"/smalldisk"_s,
                     u"4m"_s,
                     disk,
                     u"sh"_s,
                     u"-c"_s,
                     script,
                     u"sh"_s,
                     disk,
                     earlier,
                     room};
    const Ran ran =
        civicq.run({u"backup"_s, u"--format"_s, format, u"--dir"_s, disk, u"--url"_s, url(m_server.port())});
    QDir().rmdir(disk);
    QCOMPARE(ran.status, 0);
    const QByteArrayList lines = ran.out.split('\n');
    QVERIFY2(lines.contains("status 1") && lines.contains("status 0"), ran.all().constData());
    QVERIFY2(ran.err.startsWith("The disk is full."), ran.all().constData());
    QVERIFY2(lines.contains("left earlier") && lines.contains("left filler"), ran.all().constData());
    QVERIFY2(std::ranges::count_if(lines, [](const QByteArray &line) { return line.startsWith("left "); }) == 2,
             ran.all().constData());
    QVERIFY2(lines.contains("same") && lines.contains("0"), ran.all().constData());
}

// The server's own disk: its databases on a small one, a backup that does not fit, the live database as it was.
void DisasterTest::serversDiskFull()
{
    const QString disk = m_temporary.filePath(u"databases"_s);
    const QString data = m_temporary.filePath(u"data"_s);
    QVERIFY(QDir().mkpath(disk));
    const auto session = m_server.connect(u"city"_s);
    QVERIFY(session
                ->script(m_task, "CREATE TABLE filler AS SELECT md5(i::text) || repeat(md5((i*7)::text), 20) AS a "
                                 "FROM generate_series(1, 60000) i")
                .has_value());
    const Ran backup = m_civicq.run({u"backup"_s, u"--format"_s, u"archive"_s, u"--dir"_s, m_temporary.path(),
                                     u"--name"_s, u"large"_s, u"--url"_s, url(m_server.port())});
    QVERIFY2(backup.status == 0, backup.all().constData());
    QVERIFY(session->script(m_task, "DROP TABLE filler").has_value());
    const QString script = uR"(
bin="$1"; disk="$2"; data="$3"; port="$4"; shift 4
"$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
cp -a "$data/base/." "$disk"; rm -r "$data/base"; ln -s "$disk" "$data/base"
"$bin/pg_ctl" -D "$data" -w -l "$data/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" start >/dev/null </dev/null 2>&1
sql() { "$bin/psql" -h 127.0.0.1 -p $port -U postgres -XAtc "$1" "$2"; }
sql "CREATE DATABASE city" postgres; sql "CREATE TABLE precious AS SELECT 42 AS answer" city
"$@" --clean; echo "status $?"
sql "SELECT answer FROM precious" city
sql "SELECT count(*) || ' databases' FROM pg_database" postgres
"$bin/pg_ctl" -D "$data" -m immediate stop >/dev/null
exit 0)"_s;
    FaultProxy spare(m_server.port()); // for a port that is free
    spare.setMode(FaultProxy::Mode::Refuse);
    CommandLine civicq;
    civicq.before = {QCoreApplication::applicationDirPath() + u"/smalldisk"_s,
                     u"48m"_s,
                     disk,
                     u"sh"_s,
                     u"-c"_s,
                     script,
                     u"sh"_s,
                     QFileInfo(m_server.program(u"initdb"_s)).path(),
                     disk,
                     data,
                     QString::number(spare.port())};
    const Ran ran = civicq.run({u"restore"_s, m_temporary.filePath(u"large.cqbackup"_s), u"--into"_s, u"city"_s,
                                u"--url"_s, u"postgresql://postgres@127.0.0.1:%1/city"_s.arg(spare.port())});
    QVERIFY2(ran.out.contains("status 1\n42\n4 databases"), ran.all().constData());
    QVERIFY2(ran.err.contains("disk is full"), ran.all().constData());
    QDir(data).removeRecursively();
    QDir().rmdir(disk);
    QFile::remove(m_temporary.filePath(u"large.cqbackup"_s));
}

} // namespace

QTEST_GUILESS_MAIN(DisasterTest)
#include "disastertest.moc"

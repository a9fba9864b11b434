// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archiveformat.h"
#include "archive/manifestjson.h"
#include "archive/rowhash.h"
#include "archive/sha256.h"
#include "backups/sampledatabase.h"
#include "fixtures/faultproxy.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <thread>

#ifndef Q_OS_WIN
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using archive::RowEncoding;
using backups::BackupFormat;
using backups::BackupReport;
using backups::BackupRequest;
using backups::Part;
using core::ErrorCode;

namespace {

// What dumps go wrong on beyond the sample: tables large enough to be read in pieces, with rows of every length; types
// that may and that may not travel as binary; inheritance; what has no column; names that need care.
constexpr auto moreSql = R"sql(
CREATE SCHEMA "other place";
CREATE TABLE large (id int PRIMARY KEY, filler text, number numeric, at timestamptz, tags text[]);
INSERT INTO large SELECT g, repeat(md5(g::text), 1 + g % 60), g / 7.0, timestamptz '2026-01-01' + g * interval '1 s',
  ARRAY['a', NULL, g::text] FROM generate_series(1, 60000) g;
CREATE TABLE huge_row (t text);
INSERT INTO huge_row SELECT repeat('0123456789abcdef', 700000);
INSERT INTO huge_row SELECT md5(g::text) FROM generate_series(1, 10) g;
CREATE TABLE "other place"."a
b ""c"" %1" ("odd
name" int, "b" regclass, x xml);
INSERT INTO "other place"."a
b ""c"" %1" VALUES (1, 'pg_class', '<a/>'), (NULL, NULL, NULL);
CREATE TABLE no_columns ();
INSERT INTO no_columns DEFAULT VALUES;
INSERT INTO no_columns DEFAULT VALUES;
CREATE TABLE parent (a int);
CREATE TABLE child (b int) INHERITS (parent);
INSERT INTO parent VALUES (1), (2);
INSERT INTO child VALUES (3, 4);
CREATE UNLOGGED TABLE unlogged_one (a int);
INSERT INTO unlogged_one VALUES (5);
CREATE MATERIALIZED VIEW b_first AS SELECT a FROM parent;
CREATE VIEW between_them AS SELECT a FROM b_first;
CREATE MATERIALIZED VIEW a_second AS SELECT a FROM between_them;
CREATE MATERIALIZED VIEW unpopulated AS SELECT 1 AS one WITH NO DATA;
CREATE SEQUENCE never_called;
CREATE SEQUENCE counted_down INCREMENT -2 START -5;
SELECT nextval('counted_down'), nextval('counted_down');
CREATE TABLE gone (a int, b int, c int);
INSERT INTO gone VALUES (1, 2, 3);
ALTER TABLE gone DROP COLUMN b;
)sql";

class ArchiveBackupTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void restoresByHandAsItsReadmeSays();
    void theManifestIsTrue();
    void schemaOnlyAndDataOnly();
    void chosenTables();
    void latin1();
    void isOneSnapshotUnderLoad();
    void somebodyWaitsToChangeATable();
    void missingTable();
    void fullDisk();
    void cutLine();
    void killedServerProcess();
    void cancelLeavesNothing();
    void progressNeverRunsBackwards();

private:
    [[nodiscard]] BackupRequest request(const QString &database = u"sample"_s) const
    {
        BackupRequest wanted;
        wanted.parameters = m_server.parameters(database);
        wanted.folder = m_folder->path();
        wanted.format = BackupFormat::Archive;
        wanted.level = 1;
        wanted.jobs = 3;
        return wanted;
    }
    core::Result<BackupReport> take(const BackupRequest &wanted)
    {
        return backups::backup(m_task, m_tools.box, wanted, nullptr);
    }
    // Unpacks it with tar; the folder.
    QString unpack(const QString &path);
    // As README.txt says, with tar, zstd and psql.
    void restoreByHand(const QString &path, const QString &database);
    // The server does not put every row behind the one before it: the order of lines does not count.
    [[nodiscard]] QByteArrayList sortedDump(const QString &database, const QStringList &extra = {}) const
    {
        QByteArrayList lines = m_server.dump(database, extra).split('\n');
        std::ranges::sort(lines);
        return lines;
    }
    void runIn(const QString &folder, const QString &database, const QStringList &arguments);
    [[nodiscard]] archive::Manifest manifestOf(const QString &path);

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_unpacked = 0;
};

void ArchiveBackupTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"sample"_s);
    fillSample(m_server, u"sample"_s);
    const auto more = m_server.connect(u"sample"_s)->script(m_task, moreSql);
    QVERIFY2(more.has_value(), more ? "" : qPrintable(more.error().toString()));
}

QString ArchiveBackupTest::unpack(const QString &path)
{
    const QString folder = m_folder->filePath(u"unpacked_%1"_s.arg(++m_unpacked));
    QDir().mkpath(folder);
    if (QProcess::execute(u"tar"_s, {u"--no-same-owner"_s, u"-xf"_s, path, u"-C"_s, folder}) != 0)
        qFatal("tar does not read it");
    return folder;
}

archive::Manifest ArchiveBackupTest::manifestOf(const QString &path)
{
    const auto manifest = archive::manifestFromJson(contentOf(unpack(path) + u"/manifest.json"_s));
    if (!manifest)
        qFatal("%s", qPrintable(manifest.error().toString()));
    return *manifest;
}

void ArchiveBackupTest::runIn(const QString &folder, const QString &database, const QStringList &arguments)
{
    // \copy runs zstd in psql's current folder.
    const QString before = QDir::currentPath();
    QDir::setCurrent(folder);
    QByteArray errors;
    const int status = m_server.run(
        u"psql"_s,
        QStringList{u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-o"_s, QProcess::nullDevice(), u"-d"_s, database}
            + arguments,
        nullptr, &errors);
    QDir::setCurrent(before);
    QVERIFY2(status == 0, errors.constData());
}

void ArchiveBackupTest::restoreByHand(const QString &path, const QString &database)
{
    const QString folder = unpack(path);
    (void)m_server.createDatabase(database);
    for (const QString &script :
         {u"schema/pre-data.sql"_s, u"load.sql"_s, u"sequences.sql"_s, u"schema/post-data.sql"_s, u"refresh.sql"_s}) {
        QVERIFY2(contentOf(folder + u"/README.txt"_s).contains(script.toUtf8()), qPrintable(script));
        if (QFile::exists(folder + u'/' + script))
            runIn(folder, database, {u"-f"_s, script});
        if (script != "load.sql"_L1 || !QFile::exists(folder + u"/largeobjects"_s))
            continue;
        QByteArray dump;
        for (const QString &part : QDir(folder + u"/largeobjects"_s).entryList(QDir::Files, QDir::Name))
            dump += contentOf(folder + u"/largeobjects/"_s + part);
        QByteArray errors;
        QVERIFY2(m_server.run(u"pg_restore"_s, {u"-d"_s, database}, nullptr, &errors, dump) == 0, errors.constData());
    }
}

void ArchiveBackupTest::restoresByHandAsItsReadmeSays()
{
    const auto report = take(request());
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QVERIFY(report->path.endsWith(u".cqbackup"_s));
    QCOMPARE(report->format, u"archive"_s);
    QCOMPARE(report->bytes, QFileInfo(report->path).size());
    QCOMPARE(report->sha256, archive::Sha256::of(contentOf(report->path)).toHex());
    QVERIFY(contentOf(report->path).first(archive::tarBlock + 14).endsWith("CivicQ backup "));
    restoreByHand(report->path, u"by_hand"_s);
    QCOMPARE(sortedDump(u"by_hand"_s), sortedDump(u"sample"_s));
}

void ArchiveBackupTest::theManifestIsTrue()
{
    const auto report = take(request());
    QVERIFY(report.has_value());
    const QString folder = unpack(report->path);
    const archive::Manifest manifest = manifestOf(report->path);
    QCOMPARE(manifest.rows(), report->rows);
    QCOMPARE(manifest.database.name, u"sample"_s);
    QCOMPARE(manifest.database.encoding, u"UTF8"_s);
    QCOMPARE(manifest.largeObjectCount, 1);
    // Hashed here as FORMAT.md says, a line for its only MiB.
    const auto object =
        m_server.connect(u"sample"_s)->query(m_task, u"SELECT oid::text FROM pg_largeobject_metadata"_s);
    archive::RowHash objects;
    objects.addRow(object->text(0, 0).toLatin1() + "\t0\t" + archive::Sha256::of("a large object").toHex() + '\n');
    QCOMPARE(manifest.largeObjectHash.value().toHex(), objects.toHex());
    for (const archive::ManifestMember &member : manifest.members)
        QCOMPARE(archive::Sha256::of(contentOf(folder + u'/' + member.name)), member.sha256);
    QCOMPARE(manifest.table(u"public"_s, u"large"_s)->rows, 60000);
    QVERIFY(manifest.table(u"public"_s, u"large"_s)->members.size() > 4); // in pieces of pages, those in chunks
    QCOMPARE(manifest.table(u"public"_s, u"large"_s)->encoding, RowEncoding::Binary);
    QCOMPARE(manifest.table(u"public"_s, u"users"_s)->encoding, RowEncoding::Text); // an array of an enum
    QCOMPARE(manifest.table(u"other place"_s, u"a\nb \"c\" %1"_s)->encoding, RowEncoding::Text);
    QCOMPARE(manifest.table(u"public"_s, u"questions"_s)->columns, (QStringList{u"id"_s, u"author_id"_s, u"text"_s}));
    QVERIFY(!manifest.table(u"public"_s, u"events"_s)); // its rows are its partitions'
    QCOMPARE(manifest.table(u"public"_s, u"parent"_s)->rows, 2);
    // A text table's rows hashed here, line by line.
    const archive::ManifestTable *users = manifest.table(u"public"_s, u"users"_s);
    archive::RowHash hash;
    qint64 bytes = 0;
    for (const QString &name : users->members) {
        QProcess zstd;
        zstd.start(u"zstd"_s, {u"-dcq"_s, folder + u'/' + name});
        QVERIFY(zstd.waitForFinished());
        const QByteArray rows = zstd.readAllStandardOutput();
        bytes += rows.size();
        for (qsizetype at = 0; at < rows.size();) {
            const qsizetype end = rows.indexOf('\n', at) + 1;
            hash.addRow(QByteArrayView(rows).sliced(at, end - at));
            at = end;
        }
    }
    QCOMPARE(hash, users->hash);
    QCOMPARE(bytes, users->bytes);
    // The same rows give the same hash, whoever read which piece.
    const archive::Manifest again = manifestOf(take(request())->path);
    for (const archive::ManifestTable &table : again.tables)
        QCOMPARE(table.hash, manifest.table(table.schema, table.name)->hash);
}

void ArchiveBackupTest::schemaOnlyAndDataOnly()
{
    BackupRequest wanted = request();
    wanted.part = Part::SchemaOnly;
    const auto schema = take(wanted);
    QVERIFY(schema.has_value());
    QCOMPARE(schema->rows, 0);
    QVERIFY(!QFile::exists(unpack(schema->path) + u"/data"_s));
    wanted.part = Part::DataOnly;
    wanted.name = u"rows"_s;
    const auto data = take(wanted);
    QVERIFY(data.has_value());
    const QString folder = unpack(data->path);
    QVERIFY(!QFile::exists(folder + u"/schema.dump"_s));
    // One into the other, by hand: all of it.
    (void)m_server.createDatabase(u"two_halves"_s);
    const QString definitions = unpack(schema->path);
    runIn(definitions, u"two_halves"_s, {u"-f"_s, u"schema/pre-data.sql"_s});
    runIn(folder, u"two_halves"_s, {u"-f"_s, u"load.sql"_s, u"-f"_s, u"sequences.sql"_s});
    runIn(definitions, u"two_halves"_s, {u"-f"_s, u"schema/post-data.sql"_s});
    runIn(folder, u"two_halves"_s, {u"-f"_s, u"refresh.sql"_s});
    QCOMPARE(sortedDump(u"two_halves"_s, {u"--no-blobs"_s}), sortedDump(u"sample"_s, {u"--no-blobs"_s}));
}

void ArchiveBackupTest::chosenTables()
{
    BackupRequest wanted = request();
    wanted.tables = {u"users"_s, u"questions"_s};
    const auto report = take(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(report->tables, 2);
    const archive::Manifest manifest = manifestOf(report->path);
    QCOMPARE(manifest.chosenTables, (QStringList{u"public.users"_s, u"public.questions"_s}));
    QVERIFY(manifest.member(u"schema.list"_s));
    restoreByHand(report->path, u"two_tables"_s);
    const QStringList both{u"--data-only"_s, u"--table=users"_s, u"--table=questions"_s, u"--table=ticket"_s};
    QCOMPARE(m_server.dump(u"two_tables"_s, both), m_server.dump(u"sample"_s, both));
}

void ArchiveBackupTest::latin1()
{
    const auto made =
        m_server.connect()->query(m_task, u"CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'"_s);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().toString()));
    QVERIFY(m_server.connect(u"latin"_s)
                ->script(m_task, "CREATE TABLE \"été\" (\"ß\" text); INSERT INTO \"été\" VALUES ('Müller'), ('x');")
                .has_value());
    const auto report = take(request(u"latin"_s));
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(manifestOf(report->path).database.encoding, u"LATIN1"_s);
    QVERIFY(m_server.connect()
                ->query(m_task, u"CREATE DATABASE latin_again TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'"_s)
                .has_value());
    const QString folder = unpack(report->path);
    runIn(folder, u"latin_again"_s, {u"-f"_s, u"schema/pre-data.sql"_s, u"-f"_s, u"load.sql"_s});
    QCOMPARE(m_server.dump(u"latin_again"_s), m_server.dump(u"latin"_s));
}

// Money goes from accounts of one table to accounts of the other all the time. Each moment's sum is the same; one that is
// read of two moments is not.
void ArchiveBackupTest::isOneSnapshotUnderLoad()
{
    (void)m_server.createDatabase(u"bank"_s);
    QVERIFY(m_server.connect(u"bank"_s)
                ->script(m_task,
                         "CREATE TABLE here (id int PRIMARY KEY, balance int, filler text);"
                         "CREATE TABLE there (LIKE here INCLUDING ALL);"
                         "INSERT INTO here SELECT g, 100, repeat(md5(g::text), 60) FROM generate_series(1, 20000) g;"
                         "INSERT INTO there SELECT * FROM here;")
                .has_value());
    std::atomic<bool> stop = false;
    std::atomic<int> transfers = 0;
    const auto transfer = [&](int seed) {
        core::SilentTask task;
        const auto session = m_server.connect(u"bank"_s);
        for (int i = seed; !stop; i += 7) {
            const QByteArray from = QByteArray::number(1 + i * 31 % 20000);
            const QByteArray to = QByteArray::number(1 + i * 17 % 20000);
            if (session->script(task, "BEGIN; UPDATE here SET balance = balance - 1 WHERE id = " + from
                                          + "; UPDATE there SET balance = balance + 1 WHERE id = " + to + "; COMMIT"))
                ++transfers;
        }
    };
    std::vector<std::thread> writers;
    for (int i = 0; i < 3; ++i)
        writers.emplace_back(transfer, i);
    for (int round = 0; round < 2; ++round) {
        const int before = transfers;
        const auto report = take(request(u"bank"_s));
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
        QVERIFY(transfers > before); // money moved meanwhile
        const QString copy = u"bank_%1"_s.arg(round);
        restoreByHand(report->path, copy);
        const auto sum = m_server.connect(copy)->query(
            m_task, u"SELECT (SELECT sum(balance) FROM here) + (SELECT sum(balance) FROM there)"_s);
        QCOMPARE(sum->integer(0, 0), 4'000'000);
    }
    stop = true;
    for (std::thread &writer : writers)
        writer.join();
}

// ALTER TABLE waits for the dump's lock; the dump's other sessions and pg_dump would wait behind it for ever.
void ArchiveBackupTest::somebodyWaitsToChangeATable()
{
    (void)m_server.createDatabase(u"changing"_s);
    QVERIFY(m_server.connect(u"changing"_s)
                ->script(m_task, "CREATE TABLE t (a int, filler text);"
                                 "INSERT INTO t SELECT g, repeat('x', 1000) FROM generate_series(1, 50000) g;")
                .has_value());
    std::thread altering;
    RecordingTask task;
    task.onReport([&](const core::Progress &progress) {
        if (altering.joinable() || progress.step != "Copying data"_L1)
            return;
        altering = std::thread([this] {
            core::SilentTask quiet;
            (void)m_server.connect(u"changing"_s)->script(quiet, "ALTER TABLE t ADD COLUMN added int");
        });
        const auto watching = m_server.connect();
        QTRY_COMPARE(watching->query(m_task, u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s)->integer(0, 0), 1);
    });
    const auto report = backups::backup(task, m_tools.box, request(u"changing"_s), nullptr);
    altering.join();
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    const archive::Manifest manifest = manifestOf(report->path);
    QCOMPARE(manifest.table(u"public"_s, u"t"_s)->rows, 50000);
    QCOMPARE(manifest.table(u"public"_s, u"t"_s)->columns.size(), 3);
    QVERIFY(task.messages().join(u' ').contains(u"beginning again"_s));
}

void ArchiveBackupTest::missingTable()
{
    BackupRequest wanted = request();
    wanted.tables = {u"nosuchtable"_s};
    QCOMPARE(take(wanted).error().code, ErrorCode::NotFound);
    QCOMPARE(filesIn(m_folder->path()), QStringList());
}

void ArchiveBackupTest::fullDisk()
{
#ifdef Q_OS_WIN
    QFAIL("a file's size cannot be limited here");
#else
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before = {};
    getrlimit(RLIMIT_FSIZE, &before);
    for (const rlim_t size : {rlim_t(2'000), rlim_t(100'000), rlim_t(400'000)}) {
        const rlimit small = {size, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const auto report = take(request());
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!report.has_value());
        QCOMPARE(filesIn(m_folder->path()), QStringList());
    }
#endif
}

void ArchiveBackupTest::cutLine()
{
    for (const qint64 after : {qint64(3'000), qint64(300'000), qint64(20'000'000)}) {
        FaultProxy proxy(m_server.port());
        BackupRequest wanted = request();
        wanted.parameters.port = proxy.port();
        proxy.cutAfter(after);
        const auto report = take(wanted);
        QVERIFY(!report.has_value());
        QVERIFY2(report.error().code == ErrorCode::ConnectionLost || report.error().code == ErrorCode::ProcessFailed,
                 qPrintable(report.error().toString()));
        QCOMPARE(filesIn(m_folder->path()), QStringList());
    }
}

void ArchiveBackupTest::killedServerProcess()
{
    RecordingTask task;
    bool killed = false;
    task.onReport([&](const core::Progress &progress) {
        if (killed || progress.done < progress.total / 4 || progress.step != "Copying data"_L1)
            return;
        killed =
            m_server.connect()
                ->query(m_task, u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'COPY %'"_s)
                .has_value();
    });
    const auto report = backups::backup(task, m_tools.box, request(), nullptr);
    QVERIFY(killed);
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().code == ErrorCode::ConnectionLost, qPrintable(report.error().toString()));
    QCOMPARE(filesIn(m_folder->path()), QStringList());
}

void ArchiveBackupTest::cancelLeavesNothing()
{
    for (const QString &step : {u"Copying"_s, u"Reading"_s}) {
        RecordingTask task;
        task.cancelAtStep(step);
        const auto report = backups::backup(task, m_tools.box, request(), nullptr);
        QVERIFY(!report.has_value());
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(filesIn(m_folder->path()), QStringList());
    }
    // Nothing goes on reading on the server.
    const auto watching = m_server.connect();
    QTRY_COMPARE(
        watching->query(m_task, u"SELECT count(*) FROM pg_stat_activity WHERE datname = 'sample'"_s)->integer(0, 0), 0);
}

void ArchiveBackupTest::progressNeverRunsBackwards()
{
    RecordingTask task;
    const auto report = backups::backup(task, m_tools.box, request(), nullptr);
    QVERIFY(report.has_value());
    QVERIFY(!task.wentBack());
    QVERIFY(task.last().total > 0);
    QCOMPARE(task.last().done, task.last().total);
    QVERIFY(task.objects().contains(u"public.large"_s));
}

} // namespace

QTEST_GUILESS_MAIN(ArchiveBackupTest)
#include "archivebackuptest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the backup wizard rests on: the job with its copy and its retention, the estimate from earlier backups, and the
// board that says how far each table is.
#include "backups/backupjob.h"
#include "backups/backupoutlook.h"
#include "backups/restore.h"
#include "backups/sampledatabase.h"
#include "backups/tableprogressmodel.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using namespace std::chrono_literals;
using backups::BackupFormat;
using backups::BackupJob;
using backups::BackupRequest;
using backups::TableBoard;
using backups::TableStanding;

namespace {

using Standing = TableStanding::State;

class BackupJobTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void copiesRemovesAndSaysSo();
    void copyThatFailsLeavesTheBackup();
    void scheduleThatFailsLeavesTheBackup();
    void failureDoesNothingElse();
    void estimateComesFromEarlierOnes();
    void estimateOfTheRealThing();
    void boardFollowsBackupAndRestore_data();
    void boardFollowsBackupAndRestore();
    void boardOrdersTables();

private:
    [[nodiscard]] BackupJob job() const
    {
        BackupJob job;
        job.request.parameters = m_server.parameters(u"civicq"_s);
        job.request.folder = m_folder->path();
        job.request.format = BackupFormat::Archive;
        job.request.level = 1;
        return job;
    }
    // Where no scheduler is: its programs are not to be found.
    [[nodiscard]] backups::Scheduling noScheduler()
    {
        return {m_tools.processes, m_data->filePath(u"config"_s), u"/nowhere/civicq-db"_s, {}};
    }
    [[nodiscard]] core::Result<backups::BackupJobReport> run(const BackupJob &job)
    {
        core::SilentTask task;
        return backups::runBackupJob(task, m_tools.box, job, m_data->path(), noScheduler());
    }

    TestServer m_server;
    Tools m_tools;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_second;
    std::unique_ptr<QTemporaryDir> m_data;
};

QByteArray sumOf(const QString &path)
{
    return QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256);
}

void BackupJobTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"civicq"_s);
    fillSample(m_server, u"civicq"_s);
    core::SilentTask task;
    QVERIFY(m_server.connect(u"civicq"_s)->query(task, u"ANALYZE"_s).has_value());
}

void BackupJobTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_second = std::make_unique<QTemporaryDir>();
    m_data = std::make_unique<QTemporaryDir>();
}

void BackupJobTest::copiesRemovesAndSaysSo()
{
    BackupJob wanted = job();
    for (int earlier = 0; earlier < 3; ++earlier)
        QVERIFY(run(wanted).has_value());
    wanted.secondPlace = m_second->path() + u"/share"_s;
    wanted.retention.newest = 2;

    core::SilentTask task;
    const auto before = backups::listBackups(task, m_folder->path(), backups::BackupCatalogue(m_data->path()));
    backups::BackupHeader coming = before->first().header;
    coming.made = QDateTime::currentDateTimeUtc();
    const QStringList going = backups::wouldRemove(*before, coming, wanted.retention);
    QCOMPARE(going.size(), 2);

    const auto report = run(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QVERIFY(report->isWell());
    QCOMPARE(QSet<QString>(report->removed.removed.begin(), report->removed.removed.end()),
             QSet<QString>(going.begin(), going.end()));
    QCOMPARE(filesIn(m_folder->path()).size(), 2);
    // One copy, of this one alone, and the catalogue knows of both.
    QCOMPARE(QFileInfo(report->copy).path(), wanted.secondPlace);
    QCOMPARE(sumOf(report->copy), sumOf(report->backup.path));
    QCOMPARE(QDir(wanted.secondPlace).entryList(QDir::Files).size(), 1); // beside it the mark, whose name has a dot
    const auto known = backups::BackupCatalogue(m_data->path()).find(report->backup.path);
    QVERIFY(known && known->valid);
    QCOMPARE(known->copies, QStringList{report->copy});
    QCOMPARE(backups::RunLog(m_data->path()).newest(1)->first().path, report->backup.path);
}

void BackupJobTest::copyThatFailsLeavesTheBackup()
{
    BackupJob wanted = job();
    wanted.secondPlace = m_second->path() + u"/not/there"_s;
    wanted.retention.newest = 1;
    const auto report = run(wanted);
    QVERIFY(report.has_value());
    QVERIFY(report->copyError.has_value());
    QCOMPARE(report->copyError->code, core::ErrorCode::NotFound);
    QVERIFY(!report->cleanupError.has_value());
    QVERIFY(QFileInfo::exists(report->backup.path));
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
}

void BackupJobTest::scheduleThatFailsLeavesTheBackup()
{
    // The system's schedulers refuse: scripts in their place, for the machine's own are not the test's.
    const QTemporaryDir scripts;
    for (const QString &name : {u"systemctl"_s, u"loginctl"_s, u"crontab"_s}) {
        writeFile(scripts.filePath(name), "#!/bin/sh\nexit 1\n");
        QFile::setPermissions(scripts.filePath(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", scripts.path().toLocal8Bit() + ':' + path);
    qputenv("XDG_CONFIG_HOME", scripts.filePath(u"config"_s).toLocal8Bit());
    BackupJob wanted = job();
    wanted.daily.emplace();
    wanted.daily->connection = u"Oakland"_s;
    wanted.daily->profile = QUuid(u"{7f3c1d52-8d0b-4f0e-9a55-3d1f2f0c7a11}"_s);
    const auto report = run(wanted);
    qputenv("PATH", path);
    QVERIFY(report.has_value());
    QVERIFY(report->dailyError.has_value());
    QVERIFY(!report->daily.has_value());
    QVERIFY(QFileInfo::exists(report->backup.path));
    QVERIFY(backups::PlanStore(noScheduler().configFolder).load()->isEmpty());
}

void BackupJobTest::failureDoesNothingElse()
{
    BackupJob wanted = job();
    QVERIFY(run(wanted).has_value());
    wanted.request.tables = {u"no_such_table"_s};
    wanted.secondPlace = m_second->path();
    wanted.retention.newest = 1;
    const QStringList before = filesIn(m_folder->path());
    QVERIFY(!run(wanted).has_value());
    QCOMPARE(filesIn(m_folder->path()), before);
    QCOMPARE(filesIn(m_second->path()), QStringList());
}

backups::CatalogueEntry earlier(const QString &path, qint64 bytes, qint64 rows, const QString &system = u"7"_s)
{
    backups::KnownBackup known;
    known.valid = true;
    known.database = u"civicq"_s;
    known.system = system;
    known.format = u"archive"_s;
    known.bytes = bytes;
    known.rows = rows;
    return {path, known};
}

backups::BackupRun ran(const QString &path, std::chrono::seconds took)
{
    backups::BackupRun run;
    run.path = path;
    run.outcome = backups::RunOutcome::Done;
    run.begun = QDateTime(QDate(2026, 1, 1), QTime(2, 0), QTimeZone::UTC);
    run.ended = run.begun.addSecs(took.count());
    return run;
}

void BackupJobTest::estimateComesFromEarlierOnes()
{
    BackupRequest request;
    request.format = BackupFormat::Archive;
    backups::BackupOutlook outlook;
    outlook.server.system = u"7"_s;
    outlook.server.tables = {{{u"public"_s, u"votes"_s}, 1, 900'000, 1500, true},
                             {{u"public"_s, u"users"_s}, 2, 100'000, 500, true}};
    QCOMPARE(backups::tableBytes(outlook, request), 1'000'000);
    QVERIFY(!backups::estimate(outlook, u"civicq"_s, request));
    // Another server's, another format's, a damaged one and one of chosen tables say nothing.
    outlook.backups = {earlier(u"a"_s, 1, 1, u"8"_s), earlier(u"b"_s, 1, 1), earlier(u"c"_s, 1, 1),
                       earlier(u"d"_s, 1, 1)};
    outlook.backups[1].known.format = u"sql.gz"_s;
    outlook.backups[2].known.valid = false;
    outlook.backups[3].known.chosen = QStringList{u"public.votes"_s};
    QVERIFY(!backups::estimate(outlook, u"civicq"_s, request));
    QVERIFY(!backups::estimate(outlook, u"another"_s, request));
    // There were 1000 rows, now there are 2000.
    outlook.backups = {earlier(u"e"_s, 100'000, 1000), earlier(u"f"_s, 110'000, 1000)};
    auto found = backups::estimate(outlook, u"civicq"_s, request);
    QVERIFY(found.has_value());
    QCOMPARE(found->backups, 2);
    QVERIFY(found->fewestBytes > 170'000 && found->fewestBytes < 200'000);
    QVERIFY(found->mostBytes > 220'000 && found->mostBytes < 260'000);
    QCOMPARE(found->longest, 0ms); // no run of them is in the log
    outlook.runs = {ran(u"e"_s, 10s), ran(u"f"_s, 14s)};
    found = backups::estimate(outlook, u"civicq"_s, request);
    QVERIFY(found->shortest > 10s && found->shortest < 20s);
    QVERIFY(found->longest > 28s && found->longest < 40s);
    // A tenth of the tables: about a tenth, and more room for error.
    request.tables = {u"users"_s};
    found = backups::estimate(outlook, u"civicq"_s, request);
    QVERIFY(found->fewestBytes < 20'000 && found->mostBytes > 22'000);
    QVERIFY(found->mostBytes < 60'000);
    // A table that was never analyzed: no growth is claimed.
    outlook.server.tables[0].rows = -1;
    request.tables.clear();
    found = backups::estimate(outlook, u"civicq"_s, request);
    QVERIFY(found->mostBytes < 130'000);
}

void BackupJobTest::estimateOfTheRealThing()
{
    const auto made = run(job());
    QVERIFY(made.has_value());
    core::SilentTask task;
    const auto outlook = backups::readOutlook(task, job().request.parameters, m_data->path());
    QVERIFY(outlook.has_value());
    const auto found = backups::estimate(*outlook, u"civicq"_s, job().request);
    QVERIFY(found.has_value());
    const auto again = run(job());
    QVERIFY(again.has_value());
    QVERIFY2(
        again->backup.bytes >= found->fewestBytes && again->backup.bytes <= found->mostBytes,
        qPrintable(
            u"%1 is not between %2 and %3"_s.arg(again->backup.bytes).arg(found->fewestBytes).arg(found->mostBytes)));
}

void BackupJobTest::boardFollowsBackupAndRestore_data()
{
    QTest::addColumn<BackupFormat>("format");
    QTest::addColumn<bool>("gzip");
    QTest::newRow("archive") << BackupFormat::Archive << true;
    QTest::newRow("sql.gz") << BackupFormat::Sql << true;
}

// Every table with rows stands on it, and at the end all of them are done, in both directions.
void BackupJobTest::boardFollowsBackupAndRestore()
{
    QFETCH(const BackupFormat, format);
    QFETCH(const bool, gzip);
    const auto board = std::make_shared<TableBoard>();
    const auto check = [&board](const QString &what) {
        const QList<TableStanding> tables = board->standings();
        QVERIFY2(!tables.isEmpty(), qPrintable(what));
        QVERIFY(std::ranges::contains(tables, u"public.votes"_s, &TableStanding::table));
        for (const TableStanding &table : tables) {
            QVERIFY2(table.state == Standing::Done && !table.active, qPrintable(what + u": "_s + table.table));
            QVERIFY2(table.done >= table.total, qPrintable(what + u": "_s + table.table));
        }
    };
    BackupRequest request = job().request;
    request.format = format;
    request.gzip = gzip;
    request.board = board;
    core::SilentTask task;
    const auto made = backups::backup(task, m_tools.box, request, nullptr);
    QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().toString()));
    check(u"backup"_s);

    const int seen = board->version();
    backups::RestoreRequest back;
    back.server = m_server.parameters();
    back.source = made->path;
    back.database = u"back_"_s + QString::fromLatin1(QTest::currentDataTag());
    back.board = board;
    const auto restored = backups::restore(task, m_tools.box, back);
    QVERIFY2(restored.has_value(), qPrintable(restored ? QString() : restored.error().toString()));
    QVERIFY(board->version() > seen);
    check(u"restore"_s);
}

void BackupJobTest::boardOrdersTables()
{
    TableBoard board;
    board.begin({{u"small"_s, 10}, {u"large"_s, 1000}, {u"middle"_s, 100}, {u"empty"_s, 0}});
    backups::TableProgressModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto shown = [&board, &model] {
        model.setStandings(board.standings());
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row).data().toString());
        return names.join(u' ');
    };
    QCOMPARE(shown(), u"large middle small empty"_s);
    board.startRows(u"middle"_s);
    board.advance(u"middle"_s, 60);
    QCOMPARE(shown(), u"middle large small empty"_s);
    QCOMPARE(model.index(0).data(backups::TableProgressModel::FractionRole).toDouble(), 0.6);
    board.startRows(u"large"_s);
    QCOMPARE(shown(), u"middle large small empty"_s); // who is at work keeps its place
    board.advance(u"middle"_s, 40);
    board.startRows(u"empty"_s);
    board.advance(u"empty"_s, 0);
    QCOMPARE(shown(), u"large empty middle small"_s); // what is done follows, the latest first
    QCOMPARE(model.doneCount(), 2);
    QCOMPARE(model.rowsInCount(), 2);
    board.advance(u"no such table"_s, 5);
    QCOMPARE(model.doneCount(), 2);
    board.pause(u"large"_s);
    QCOMPARE(shown(), u"empty middle large small"_s);
    QCOMPARE(model.index(2).data(backups::TableProgressModel::AmountRole).toString(), u"Rows are in"_s);
    QCOMPARE(model.doneCount(), 2);
    QCOMPARE(model.rowsInCount(), 3);
}

} // namespace

QTEST_GUILESS_MAIN(BackupJobTest)
#include "backupjobtest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From each supported server into itself and every newer one: a restore gives what pg_dump | psql gives there.
#include "backups/compare.h"
#include "backups/everyobject.h"
#include "backups/restore.h"
#include "backups/sampledatabase.h"

#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <map>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::BackupFormat;
using backups::BackupRequest;

namespace {

constexpr int newestDumped = 17; // of the pg_dump the build environment has
constexpr int newest = 18;

class VersionMatrixTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void intoThisAndLater_data();
    void intoThisAndLater();
    void subscriptionThatAnOlderServerCannotHave();
    void newerThanItsTools();

private:
    [[nodiscard]] TestServer &server(int major);
    [[nodiscard]] QString take(int from, BackupFormat format, const QString &database = u"every"_s);
    // The entries of pg_dump, or of the server's catalogue where it is too new for that; and the rows.
    [[nodiscard]] QByteArrayList describe(int major, const QString &database);
    void copyWithPsql(const QByteArray &dump, int into, const QString &database);
    // Several at once: each waits for its own pg_restore and sessions.
    [[nodiscard]] std::vector<core::Result<backups::RestoreReport>> restoreAll(
        const std::vector<backups::RestoreRequest> &wanted);

    std::map<int, std::unique_ptr<TestServer>> m_servers;
    Tools m_tools;
    core::SilentTask m_task;
    QTemporaryDir m_folder;
};

TestServer &VersionMatrixTest::server(int major)
{
    std::unique_ptr<TestServer> &one = m_servers[major];
    if (!one) {
        TestServer::Options options;
        options.binFolder = u"%1/%2/bin"_s.arg(qEnvironmentVariable("CIVICQ_TEST_SERVERS")).arg(major);
        options.settings = {u"wal_level=logical"_s};
        one = std::make_unique<TestServer>(options);
        if (!one->isRunning())
            qFatal("%s", qPrintable(one->failure()));
        if (one->connect()->serverMajor() != major) // programs that are not there are sought on PATH
            qFatal("the server of version %d is not in %s", major, qPrintable(options.binFolder));
        makeRoles(*one);
    }
    return *one;
}

void VersionMatrixTest::initTestCase()
{
    const auto tool = m_tools.tools.find(m_task, u"pg_dump"_s, 0);
    QVERIFY(tool.has_value());
    QCOMPARE(tool->major(), newestDumped);
}

QString VersionMatrixTest::take(int from, BackupFormat format, const QString &database)
{
    BackupRequest wanted;
    wanted.parameters = server(from).parameters(database);
    wanted.folder = m_folder.path();
    wanted.format = format;
    wanted.level = 1;
    const auto report = backups::backup(m_task, m_tools.box, wanted, nullptr);
    if (!report)
        qFatal("backup: %s", qPrintable(report.error().toString()));
    return report->path;
}

QByteArrayList VersionMatrixTest::describe(int major, const QString &database)
{
    if (major <= newestDumped)
        return dumpEntries(server(major).dump(database));
    QByteArrayList entries = catalogueEntries(server(major), database);
    const auto sums = backups::tableSums(m_task, server(major).parameters(database));
    if (!sums)
        qFatal("rows: %s", qPrintable(sums.error().toString()));
    for (const backups::TableSum &sum : *sums)
        entries.append(u"rows of %1: %2 %3"_s.arg(sum.table).arg(sum.rows).arg(sum.hash).toUtf8());
    std::ranges::sort(entries);
    return entries;
}

void VersionMatrixTest::copyWithPsql(const QByteArray &dump, int into, const QString &database)
{
    QByteArray errors;
    (void)server(into).createDatabase(database);
    (void)server(into).run(u"psql"_s, {u"-Xq"_s, u"-o"_s, QProcess::nullDevice(), u"-d"_s, database}, nullptr, &errors,
                           dump);
    for (const QByteArray &line : errors.split('\n'))
        QVERIFY2(!line.contains("ERROR") || line.contains("transaction_timeout"), line.constData());
}

std::vector<core::Result<backups::RestoreReport>> VersionMatrixTest::restoreAll(
    const std::vector<backups::RestoreRequest> &wanted)
{
    std::vector<core::Result<backups::RestoreReport>> reports(wanted.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        threads.emplace_back([&wanted, &reports, i] {
            core::SilentTask task;
            Tools tools;
            reports[i] = backups::restore(task, tools.box, wanted[i]);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return reports;
}

void VersionMatrixTest::intoThisAndLater_data()
{
    QTest::addColumn<int>("from");
    for (int from = 14; from <= newestDumped; ++from)
        QTest::addRow("%d", from) << from;
}

void VersionMatrixTest::intoThisAndLater()
{
    QFETCH(const int, from);
    (void)server(from).createDatabase(u"every"_s);
    fillEveryObject(server(from), u"every"_s);
    const QByteArrayList original = describe(from, u"every"_s);
    const QStringList files{take(from, BackupFormat::Archive), take(from, BackupFormat::Sql)};
    QByteArray dump;
    QByteArray errors;
    QVERIFY2(server(from).run(u"pg_dump"_s, {u"-d"_s, u"every"_s}, &dump, &errors) == 0, errors.constData());
    for (int into = from; into <= newest; ++into) {
        const QString reference = u"psql_%1"_s.arg(from);
        if (into != from)
            copyWithPsql(dump, into, reference);
        const QByteArrayList expected = into == from ? original : describe(into, reference);
        std::vector<backups::RestoreRequest> wanted(2);
        for (qsizetype i = 0; i < files.size(); ++i) {
            wanted[i].server = server(into).parameters();
            wanted[i].source = files.at(i);
            wanted[i].database = QFileInfo(files.at(i)).fileName() + QString::number(from);
        }
        const auto reports = restoreAll(wanted);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto &report = reports[i];
            const QByteArray where = u"%1 of %2 into %3: "_s.arg(wanted[i].source).arg(from).arg(into).toUtf8();
            QVERIFY2(report.has_value(),
                     (where + (report ? QString() : report.error().toString()).toUtf8()).constData());
            QVERIFY2(report->notes.isEmpty(), (where + report->notes.join(u'\n').toUtf8()).constData());
            const QByteArray differs = difference(expected, describe(into, wanted[i].database));
            QVERIFY2(differs.isEmpty(), (where + differs).constData());
        }
    }
}

// pg_dump 17 writes of a subscription what servers before 16 do not take. It carries no rows: the restore goes on.
void VersionMatrixTest::subscriptionThatAnOlderServerCannotHave()
{
    (void)server(14).createDatabase(u"reading"_s);
    QVERIFY(server(14)
                .connect(u"reading"_s)
                ->script(m_task, "CREATE TABLE t (a int); INSERT INTO t VALUES (1);"
                                 "CREATE SUBSCRIPTION reader CONNECTION 'host=nowhere.invalid' PUBLICATION news "
                                 "WITH (connect = false, slot_name = NONE)")
                .has_value());
    for (const BackupFormat format : {BackupFormat::Archive, BackupFormat::Sql}) {
        backups::RestoreRequest wanted;
        wanted.server = server(14).parameters();
        wanted.source = take(14, format, u"reading"_s);
        wanted.database = QFileInfo(wanted.source).fileName();
        const auto report = backups::restore(m_task, m_tools.box, wanted);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
        QCOMPARE(report->notes.size(), 1);
        QVERIFY2(report->notes.first().contains(u"subscription"_s), qPrintable(report->notes.first()));
        QCOMPARE(report->rows, 1);
    }
}

// A dump by an older pg_dump would leave out what it does not know: refused before a file is begun.
void VersionMatrixTest::newerThanItsTools()
{
    (void)server(newest).createDatabase(u"every"_s);
    fillEveryObject(server(newest), u"every"_s);
    for (const BackupFormat format : {BackupFormat::Archive, BackupFormat::Sql}) {
        BackupRequest wanted;
        wanted.parameters = server(newest).parameters(u"every"_s);
        wanted.folder = m_folder.filePath(u"of the newest"_s);
        wanted.format = format;
        const auto report = backups::backup(m_task, m_tools.box, wanted, nullptr);
        QVERIFY(!report.has_value());
        QCOMPARE(report.error().code, core::ErrorCode::ToolTooOld);
        QCOMPARE(report.error().arguments.value(2), QString::number(newest));
        QCOMPARE(filesIn(wanted.folder), QStringList());
    }
}

} // namespace

QTEST_GUILESS_MAIN(VersionMatrixTest)
#include "versionmatrixtest.moc"

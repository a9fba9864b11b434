// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backuplistmodel.h"
#include "backups/cleanup.h"
#include "backups/gzip.h"
#include "backups/sampledatabase.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTimeZone>
#include <QtTest/QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::BackupHeader;
using backups::Part;
using core::ErrorCode;

namespace {

class CleanupTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void listsOnlyOurs();
    void newestFirst();
    void keepsTheNewest();
    void schemaOnlyDoesNotCount();
    void databasesAreCountedApart();
    void damagedNeitherCountsNorGoes();
    void theOnlyWholeOneStays();
    void atLeastOneIsKept();
    void strangersAreNotTouched();
    void missingFolder();
    void provenOneStays();
    void serversAreCountedApart();
    void catalogueForgetsWhatChanged();
    void modelShowsThem();

private:
    // A small backup as ours are, `age` days old.
    QString make(const QString &name, int age, Part part = Part::Everything, const QStringList &tables = {},
                 const QString &database = u"city"_s, const QString &system = {}) const;
    core::Result<backups::CleanupReport> clean(int keep)
    {
        return backups::cleanup(m_task, m_tools.box, m_folder->path(), {}, {keep}, *m_catalogue);
    }

    Tools m_tools;
    core::SilentTask m_task;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<backups::BackupCatalogue> m_catalogue;
};

void CleanupTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_data = std::make_unique<QTemporaryDir>();
    m_catalogue = std::make_unique<backups::BackupCatalogue>(m_data->path());
}

QString CleanupTest::make(const QString &name, int age, Part part, const QStringList &tables, const QString &database,
                          const QString &system) const
{
    BackupHeader header;
    header.system = system;
    header.database = database;
    header.part = part;
    header.tables = tables;
    header.made = QDateTime(QDate(2026, 6, 30), QTime(2, 0), QTimeZone::UTC).addDays(-age);
    const QByteArray sql = header.toLine()
                           + "--\n-- PostgreSQL database dump\n--\n\nCREATE TABLE public.a (b int);\n"
                             "--\n-- PostgreSQL database dump complete\n--\n\n";
    QByteArray packed;
    backups::GzipWriter gzip(6, [&packed](QByteArrayView bytes) {
        packed.append(bytes);
        return core::Result<>();
    });
    if (!gzip.write(sql) || !gzip.finish())
        qFatal("gzip");
    const QString path = m_folder->filePath(name + u".sql.gz"_s);
    writeFile(path, packed);
    return path;
}

void CleanupTest::listsOnlyOurs()
{
    make(u"civicq_backup_20260101_020000"_s, 1);
    writeFile(m_folder->filePath(u"civicq_backup_20200101_020000.sql"_s), "-- somebody else's\n");
    writeFile(m_folder->filePath(u"notes.sql.gz"_s), "x");
    writeFile(m_folder->filePath(u"letter.txt"_s), "x");
    const auto list = backups::listBackups(m_task, m_folder->path(), *m_catalogue);
    QCOMPARE(list->size(), 1);
    QCOMPARE(list->first().header.database, u"city"_s);
    QVERIFY(!list->first().known);
}

void CleanupTest::newestFirst()
{
    const QString second = make(u"z"_s, 5);
    const QString first = make(u"a"_s, 1);
    const auto list = backups::listBackups(m_task, m_folder->path(), *m_catalogue);
    QCOMPARE(list->at(0).path, first);
    QCOMPARE(list->at(1).path, second);
}

void CleanupTest::keepsTheNewest()
{
    for (int age = 0; age < 5; ++age)
        make(u"day%1"_s.arg(age), age);
    const auto report = clean(2);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(filesIn(m_folder->path()), QStringList({u"day0.sql.gz"_s, u"day1.sql.gz"_s}));
    QCOMPARE(report->removed.size(), 3);
    QVERIFY(report->bytesFreed > 0);
    QCOMPARE(clean(2)->removed.size(), 0);
}

void CleanupTest::schemaOnlyDoesNotCount()
{
    make(u"full"_s, 9);
    for (int age = 0; age < 4; ++age) {
        make(u"schema%1"_s.arg(age), age, Part::SchemaOnly);
        make(u"tables%1"_s.arg(age), age, Part::Everything, {u"public.a"_s});
    }
    QVERIFY(clean(3).has_value());
    QVERIFY(QFile::exists(m_folder->filePath(u"full.sql.gz"_s)));
    QCOMPARE(filesIn(m_folder->path()).size(), 7);
}

void CleanupTest::databasesAreCountedApart()
{
    make(u"oakland"_s, 9, Part::Everything, {}, u"oakland"_s);
    for (int age = 0; age < 3; ++age)
        make(u"city%1"_s.arg(age), age);
    QVERIFY(clean(1).has_value());
    QCOMPARE(filesIn(m_folder->path()), QStringList({u"city0.sql.gz"_s, u"oakland.sql.gz"_s}));
    make(u"city5"_s, 5);
    QVERIFY(backups::cleanup(m_task, m_tools.box, m_folder->path(), u"oakland"_s, {1}, *m_catalogue).has_value());
    QCOMPARE(filesIn(m_folder->path()).size(), 3);
}

void CleanupTest::damagedNeitherCountsNorGoes()
{
    const QString damaged = make(u"newest"_s, 0);
    QByteArray content = contentOf(damaged);
    writeFile(damaged, content.chopped(6));
    make(u"good"_s, 1);
    make(u"older"_s, 2);
    const auto report = clean(1);
    QCOMPARE(report->damaged, QStringList{damaged});
    QCOMPARE(filesIn(m_folder->path()), QStringList({u"good.sql.gz"_s, u"newest.sql.gz"_s}));
}

void CleanupTest::theOnlyWholeOneStays()
{
    make(u"good"_s, 30);
    for (int age = 0; age < 3; ++age) {
        const QString path = make(u"bad%1"_s.arg(age), age);
        writeFile(path, contentOf(path).chopped(1));
    }
    QCOMPARE(clean(1)->removed, QStringList());
    QVERIFY(QFile::exists(m_folder->filePath(u"good.sql.gz"_s)));
}

void CleanupTest::atLeastOneIsKept()
{
    make(u"a"_s, 1);
    for (const int keep : {0, -1})
        QCOMPARE(clean(keep).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
}

void CleanupTest::strangersAreNotTouched()
{
    const QStringList strangers{u"civicq_backup_20200101_020000.sql.gz"_s, u"civicq_backup_20200102_020000.sql"_s,
                                u"a.txt"_s};
    for (const QString &name : strangers)
        writeFile(m_folder->filePath(name), "not ours");
    for (int age = 0; age < 3; ++age)
        make(u"day%1"_s.arg(age), age);
    QVERIFY(clean(1).has_value());
    for (const QString &name : strangers)
        QCOMPARE(contentOf(m_folder->filePath(name)), "not ours");
    QCOMPARE(filesIn(m_folder->path()).size(), 4);
}

void CleanupTest::provenOneStays()
{
    QString oldest;
    for (int age = 0; age < 5; ++age)
        oldest = make(u"day%1"_s.arg(age), age);
    QVERIFY(backups::check(m_task, m_tools.box, oldest, *m_catalogue).has_value());
    QVERIFY(m_catalogue->recordProof(oldest, QDateTime::currentDateTimeUtc(), {}).has_value());
    QCOMPARE(clean(1)->removed.size(), 3);
    QCOMPARE(filesIn(m_folder->path()), QStringList({u"day0.sql.gz"_s, u"day4.sql.gz"_s}));
    // A proof that failed protects nothing.
    QVERIFY(m_catalogue->recordProof(oldest, QDateTime::currentDateTimeUtc(), u"rows differ"_s).has_value());
    QCOMPARE(clean(1)->removed, QStringList{oldest});
}

// A sandbox and production may both have a database civicq.
void CleanupTest::serversAreCountedApart()
{
    const QString production = make(u"production"_s, 9, Part::Everything, {}, u"civicq"_s, u"7412"_s);
    for (int age = 0; age < 3; ++age)
        make(u"sandbox%1"_s.arg(age), age, Part::Everything, {}, u"civicq"_s, u"9931"_s);
    QVERIFY(clean(1).has_value());
    QCOMPARE(filesIn(m_folder->path()), QStringList({u"production.sql.gz"_s, u"sandbox0.sql.gz"_s}));
}

void CleanupTest::missingFolder()
{
    const auto report = backups::cleanup(m_task, m_tools.box, m_folder->filePath(u"gone"_s), {}, {1}, *m_catalogue);
    QCOMPARE(report.error().code, ErrorCode::NotFound);
}

void CleanupTest::catalogueForgetsWhatChanged()
{
    const QString path = make(u"a"_s, 1);
    QVERIFY(clean(1).has_value()); // reads it, and remembers
    QVERIFY(m_catalogue->find(path)->valid);
    QCOMPARE(m_catalogue->find(path)->tables, 1);
    writeFile(path, contentOf(path) + "x");
    QVERIFY(!m_catalogue->find(path));
}

void CleanupTest::modelShowsThem()
{
    make(u"a"_s, 1);
    make(u"b"_s, 0, Part::SchemaOnly);
    QVERIFY(clean(1).has_value());
    make(u"c"_s, 2, Part::Everything, {u"public.users"_s, u"public.votes"_s});
    backups::BackupListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setBackups(backups::listBackups(m_task, m_folder->path(), *m_catalogue).value());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.at(0).header.part, Part::SchemaOnly);
    QCOMPARE(model.index(1, backups::BackupListModel::Database).data().toString(), u"city"_s);
    QCOMPARE(model.index(2, backups::BackupListModel::Size).data(backups::BackupListModel::SortRole).toLongLong(),
             model.at(2).bytes);
    QCOMPARE(model.index(1, backups::BackupListModel::Checked).data(backups::BackupListModel::StateRole).toInt(),
             static_cast<int>(backups::CheckState::Whole));
    QCOMPARE(model.index(2, backups::BackupListModel::Checked).data(backups::BackupListModel::StateRole).toInt(),
             static_cast<int>(backups::CheckState::NotChecked));
    model.setBackups({});
    QCOMPARE(model.rowCount(), 0);
}

} // namespace

QTEST_GUILESS_MAIN(CleanupTest)
#include "cleanuptest.moc"

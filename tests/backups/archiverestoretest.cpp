// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archiveformat.h"
#include "backups/archivemaker.h"
#include "backups/backupfolder.h"
#include "backups/restore.h"
#include "backups/sampledatabase.h"
#include "fixtures/faultproxy.h"

#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::RestoreReport;
using backups::RestoreRequest;
using core::ErrorCode;

namespace {

class ArchiveRestoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void roundTrip_data();
    void roundTrip();
    void verifiesAndLists();
    void knownBytesAreVerifiedByTheirFingerprint();
    void isListedAmongBackups();
    void definitionsAlone();
    void chosenTables();
    void rowsThatBreakAConstraint();
    void otherRowsThanBackedUp();
    void otherLargeObjectsThanBackedUp();
    void forbiddenStatements();
    void damagedFiles();
    void cancelLeavesTheLiveDatabase();
    void cutLineLeavesTheLiveDatabase();
    void ownUserMayRestore();
    void progressNeverRunsBackwards();

private:
    [[nodiscard]] RestoreRequest request(const QString &database) const
    {
        RestoreRequest wanted;
        wanted.server = m_server.parameters();
        wanted.source = m_backup;
        wanted.database = database;
        return wanted;
    }
    core::Result<RestoreReport> put(const RestoreRequest &wanted)
    {
        return backups::restore(m_task, m_tools.box, wanted);
    }
    [[nodiscard]] qint64 number(const QString &database, const QString &sql)
    {
        const auto rows = m_server.connect(database)->query(m_task, sql);
        return rows ? rows->integer(0, 0) : -1;
    }
    // A bent archive, and what is said when it is restored.
    [[nodiscard]] core::Error refusal(const MadeArchive &bent)
    {
        RestoreRequest wanted = request(u"never"_s);
        wanted.source = m_folder.filePath(u"bent"_s);
        bent.write(wanted.source);
        const auto report = put(wanted);
        return report ? core::Error() : report.error();
    }

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    QTemporaryDir m_folder;
    MadeArchive m_made;
    QString m_backup;
    QStringList m_databases;
};

void ArchiveRestoreTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"sample"_s);
    fillSample(m_server, u"sample"_s);
    m_made = makeArchive(m_server, u"sample"_s);
    m_backup = m_folder.filePath(u"Élodie's \"été\".cqbackup"_s);
    m_made.write(m_backup);
    const auto first = put(request(u"live"_s));
    QVERIFY2(first.has_value(), qPrintable(first ? QString() : first.error().toString()));
}

void ArchiveRestoreTest::init()
{
    m_databases = databasesOf(m_server);
}

// No test leaves a half-made database behind.
void ArchiveRestoreTest::cleanup()
{
    for (const QString &name : databasesOf(m_server))
        QVERIFY2(!name.startsWith(u"civicq_restore_"_s), qPrintable(name));
}

void ArchiveRestoreTest::roundTrip_data()
{
    QTest::addColumn<int>("jobs");
    for (const int jobs : {1, 2, 7})
        QTest::newRow(qPrintable(QString::number(jobs))) << jobs;
}

void ArchiveRestoreTest::roundTrip()
{
    QFETCH(const int, jobs);
    RestoreRequest wanted = request(u"again %1"_s.arg(jobs));
    wanted.jobs = jobs;
    const auto report = put(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(report->notes, QStringList());
    QCOMPARE(report->rows, m_made.manifest.rows());
    QCOMPARE(m_server.dump(wanted.database), m_server.dump(u"sample"_s));
    QCOMPARE(number(wanted.database, u"SELECT count(*) FROM pg_index WHERE NOT indisvalid"_s), 0);
    QVERIFY(number(wanted.database, u"SELECT count(*) FROM pg_stats WHERE schemaname = 'public'"_s) > 5);
}

void ArchiveRestoreTest::verifiesAndLists()
{
    const auto verified = backups::verify(m_task, m_tools.box, m_backup);
    QVERIFY2(verified && verified->valid(), qPrintable(verified ? verified->problems.value(0).toString() : QString()));
    QCOMPARE(backups::contentKindName(verified->contents.kind), u"archive"_s);
    QCOMPARE(verified->contents.rows, m_made.manifest.rows());
    QCOMPARE(verified->sha256, QCryptographicHash::hash(contentOf(m_backup), QCryptographicHash::Sha256).toHex());
    const auto contents = backups::listContents(m_task, m_tools.box, m_backup);
    QCOMPARE(contents->header->database, u"sample"_s);
    QCOMPARE(contents->find({u"public"_s, u"votes"_s})->rows, 5000);
    QVERIFY(contents->find({u"public"_s, u"events"_s})->defined);
    QVERIFY(!contents->find({u"public"_s, u"events"_s})->hasRows);
    QCOMPARE(contents->objects.value(u"view"_s), 2);
}

void ArchiveRestoreTest::knownBytesAreVerifiedByTheirFingerprint()
{
    const QTemporaryDir data;
    backups::BackupCatalogue catalogue(data.path());
    const auto byFingerprint = [&] { return backups::verifyKnown(m_task, m_tools.box, m_backup, catalogue); };
    QVERIFY(byFingerprint().has_value());
    QVERIFY(!byFingerprint()->has_value()); // nobody has read it yet
    const auto taken = backups::check(m_task, m_tools.box, m_backup, catalogue);
    QVERIFY(taken && taken->valid());
    const auto known = byFingerprint();
    QVERIFY(known && *known);
    QVERIFY((*known)->valid());
    QCOMPARE((*known)->sha256, taken->sha256);
    QCOMPARE((*known)->contents.rows, taken->contents.rows);
    QCOMPARE((*known)->contents.tables.size(), taken->contents.tables.size());
    // A disk that lies: another byte, the same size and time.
    const QByteArray whole = contentOf(m_backup);
    const QDateTime modified = QFileInfo(m_backup).lastModified();
    QByteArray flipped = whole;
    flipped[flipped.size() / 2] = static_cast<char>(flipped.at(flipped.size() / 2) ^ 4);
    const auto put = [&](const QByteArray &content) {
        writeFile(m_backup, content);
        QFile file(m_backup);
        return file.open(QIODevice::ReadWrite) && file.setFileTime(modified, QFileDevice::FileModificationTime);
    };
    QVERIFY(put(flipped));
    const bool believed = catalogue.find(m_backup)->valid;
    const auto other = byFingerprint();
    const auto damaged = backups::check(m_task, m_tools.box, m_backup, catalogue);
    QVERIFY(put(whole)); // before anything can fail: other tests restore it
    QVERIFY(believed);
    QVERIFY(other && !*other);
    QVERIFY(damaged && !damaged->valid());
    QVERIFY(!byFingerprint()->has_value()); // as last seen it was damaged
}

void ArchiveRestoreTest::isListedAmongBackups()
{
    backups::BackupCatalogue catalogue(m_folder.filePath(u"data"_s));
    const auto listed = backups::listBackups(m_task, m_folder.path(), catalogue);
    QVERIFY(listed.has_value());
    QCOMPARE(listed->size(), 1);
    QCOMPARE(listed->first().header.database, u"sample"_s);
    QVERIFY(listed->first().header.isFull());
    const QString copy = m_folder.filePath(u"copy.cqbackup"_s);
    QVERIFY(QFile::copy(m_backup, copy));
    QVERIFY(backups::removeBackup(copy, catalogue).has_value());
    QVERIFY(!QFile::exists(copy));
}

void ArchiveRestoreTest::definitionsAlone()
{
    RestoreRequest wanted = request(u"definitions"_s);
    wanted.schemaOnly = true;
    const auto report = put(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(report->rows, 0);
    const QStringList schema{u"--schema-only"_s};
    QCOMPARE(m_server.dump(u"definitions"_s, schema), m_server.dump(u"sample"_s, schema));
}

void ArchiveRestoreTest::chosenTables()
{
    RestoreRequest wanted = request(u"some"_s);
    wanted.tables = {u"votes"_s, u"nosuch"_s};
    QCOMPARE(put(wanted).error().code, ErrorCode::NotFound);
    wanted.tables = {u"votes"_s};
    const auto report = put(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(report->rows, 5000);
    QCOMPARE(number(u"some"_s, u"SELECT count(*) FROM users"_s), 0);
    QVERIFY(!report->notes.isEmpty()); // its foreign keys point at rows that are not there
}

void ArchiveRestoreTest::rowsThatBreakAConstraint()
{
    MadeArchive bent = m_made;
    setRows(bent, u"votes"_s, {"1\t1\t1\n", "1\t99999\t1\n"});
    const core::Error error = refusal(bent);
    QCOMPARE(error.sqlState, u"23503"_s);
    QVERIFY2(error.doing.contains(u"votes"_s), qPrintable(error.doing));
    bent = m_made;
    setRows(bent, u"votes"_s, {"1\t1\t1\n", "1\t1\t1\n"});
    QCOMPARE(refusal(bent).sqlState, u"23505"_s);
    bent = m_made;
    setRows(bent, u"votes"_s, {"1\tone\t1\n"});
    QCOMPARE(refusal(bent).sqlState, u"22P02"_s);
    QCOMPARE(databasesOf(m_server), m_databases);
}

void ArchiveRestoreTest::otherRowsThanBackedUp()
{
    MadeArchive bent = m_made;
    bent.manifest.tables.first().hash = bent.manifest.tables.last().hash;
    const core::Error error = refusal(bent);
    QCOMPARE(error.code, ErrorCode::Corrupt);
    QVERIFY2(error.message.contains(bent.manifest.tables.first().name), qPrintable(error.message));
    QCOMPARE(databasesOf(m_server), m_databases);
}

void ArchiveRestoreTest::otherLargeObjectsThanBackedUp()
{
    MadeArchive bent = m_made;
    bent.manifest.largeObjectHash = bent.manifest.tables.first().hash;
    core::Error error = refusal(bent);
    QCOMPARE(error.code, ErrorCode::Corrupt);
    QVERIFY2(error.message.contains(u"with other content"_s), qPrintable(error.message));
    ++bent.manifest.largeObjectCount;
    error = refusal(bent);
    QCOMPARE(error.code, ErrorCode::Corrupt);
    QVERIFY2(error.message.contains(u"the backup holds 2"_s), qPrintable(error.message));
    QCOMPARE(databasesOf(m_server), m_databases);
}

void ArchiveRestoreTest::forbiddenStatements()
{
    MadeArchive bent = m_made;
    bent.content(archive::sequencesMember) += "COPY users TO PROGRAM 'id';\n";
    bent.list();
    const core::Error error = refusal(bent);
    QVERIFY2(backups::isForbidden(error), qPrintable(error.toString()));
    QCOMPARE(error.arguments.first(), m_folder.filePath(u"bent"_s));
    QCOMPARE(databasesOf(m_server), m_databases);
}

void ArchiveRestoreTest::damagedFiles()
{
    const QByteArray whole = contentOf(m_backup);
    const QString path = m_folder.filePath(u"damaged"_s);
    QByteArray flipped = whole;
    flipped[flipped.size() / 2] = static_cast<char>(flipped.at(flipped.size() / 2) ^ 4);
    for (const QByteArray &content : {whole.first(whole.size() / 2), whole.chopped(1), whole + 'x', flipped}) {
        writeFile(path, content);
        RestoreRequest wanted = request(u"never"_s);
        wanted.source = path;
        const auto report = put(wanted);
        QVERIFY(!report.has_value());
        QVERIFY(report.error().code == ErrorCode::Corrupt || report.error().code == ErrorCode::Truncated);
        QCOMPARE(report.error().arguments, QStringList{path}); // people know the file, not its members
        QCOMPARE(databasesOf(m_server), m_databases);
    }
}

void ArchiveRestoreTest::cancelLeavesTheLiveDatabase()
{
    for (const QString &step : {u"Reading"_s, u"Filling"_s, u"Checking"_s}) {
        RecordingTask task;
        task.cancelAtStep(step);
        RestoreRequest wanted = request(u"live"_s);
        wanted.replace = true;
        const auto report = backups::restore(task, m_tools.box, wanted);
        QVERIFY2(!report.has_value(), qPrintable(step));
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QTRY_COMPARE(databasesOf(m_server), m_databases); // the server was told to drop the new one, not waited for
        QCOMPARE(number(u"live"_s, u"SELECT count(*) FROM votes"_s), 5000);
    }
}

void ArchiveRestoreTest::cutLineLeavesTheLiveDatabase()
{
    FaultProxy proxy(m_server.port());
    RestoreRequest wanted = request(u"live"_s);
    wanted.server.port = proxy.port();
    wanted.replace = true;
    RecordingTask task;
    bool cut = false;
    task.onReport([&](const core::Progress &progress) {
        if (!cut && progress.step.contains(u"Filling"_s) && !progress.object.isEmpty()) {
            cut = true;
            proxy.cut();
        }
    });
    const auto report = backups::restore(task, m_tools.box, wanted);
    QVERIFY(cut);
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().code == ErrorCode::ConnectionLost, qPrintable(report.error().toString()));
    QCOMPARE(databasesOf(m_server), m_databases);
    QCOMPARE(number(u"live"_s, u"SELECT count(*) FROM votes"_s), 5000);
}

void ArchiveRestoreTest::ownUserMayRestore()
{
    QVERIFY(m_server.connect()->script(m_task, "CREATE ROLE city LOGIN CREATEDB PASSWORD 'city'").has_value());
    RestoreRequest wanted = request(u"of the city"_s);
    wanted.server.user = u"city"_s;
    wanted.server.password = core::Secret(u"city"_s);
    const auto report = put(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QVERIFY(!report->notes.isEmpty()); // the owner was the superuser
    QCOMPARE(report->rows, m_made.manifest.rows());
}

void ArchiveRestoreTest::progressNeverRunsBackwards()
{
    RecordingTask task;
    const auto report = backups::restore(task, m_tools.box, request(u"watched"_s));
    QVERIFY(report.has_value());
    QVERIFY(!task.wentBack());
    QVERIFY(task.last().done > task.last().total * 8 / 10);
}

} // namespace

QTEST_GUILESS_MAIN(ArchiveRestoreTest)
#include "archiverestoretest.moc"

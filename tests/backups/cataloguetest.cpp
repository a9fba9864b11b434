// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupfolder.h"
#include "backups/sampledatabase.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimeZone>

#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::BackupCatalogue;
using backups::KnownBackup;
using backups::Origin;
using backups::Part;

namespace {

constexpr int entriesPerWriter = 60;
const QDateTime noon(QDate(2026, 6, 30), QTime(12, 0), QTimeZone::UTC);

KnownBackup known(const QByteArray &sha256)
{
    KnownBackup out{sha256, 6'410, 8, true, noon};
    out.database = u"Élodie's \"été\""_s;
    out.system = u"7412345678901234567"_s;
    out.format = u"sql.gz"_s;
    out.made = noon.addSecs(-60);
    out.origin = Origin::Schedule;
    return out;
}

// The whole work of one writer: entries of its own, one after the other.
bool writeEntries(const QString &data, const QString &folder, const QString &writer)
{
    BackupCatalogue catalogue(data);
    for (int number = 0; number < entriesPerWriter; ++number) {
        const QString path = folder + u"/%1-%2"_s.arg(writer).arg(number);
        writeFile(path, "x");
        if (const auto recorded = catalogue.record(path, known("sum of " + path.toUtf8())); !recorded) {
            std::fprintf(stderr, "%s\n", qPrintable(recorded.error().toString()));
            return false;
        }
    }
    return true;
}

class CatalogueTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsWhatWasSaid();
    void checkingAgainKeepsTheRest();
    void changedFileIsNotKnown();
    void proofHoldsForEveryCopy();
    void proofOfOtherContentIsNotKept();
    void takesOverTheEarlierList();
    void takesOverEarlierTables();
    void lossLosesOnlyKnowledge();
    void manyWriters();

private:
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<BackupCatalogue> m_catalogue;
};

void CatalogueTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_data = std::make_unique<QTemporaryDir>();
    m_catalogue = std::make_unique<BackupCatalogue>(m_data->path());
    m_path = m_folder->filePath(u"a backup"_s);
    writeFile(m_path, "content");
}

void CatalogueTest::keepsWhatWasSaid()
{
    KnownBackup told = known("abc");
    told.part = Part::DataOnly;
    told.chosen = {u"public.users"_s, u"public.\"Été, [x]\""_s};
    told.encrypted = true;
    QVERIFY(m_catalogue->record(m_path, told).has_value());
    const auto found = BackupCatalogue(m_data->path()).find(m_path);
    QVERIFY(found.has_value());
    QCOMPARE(found->sha256, "abc");
    QCOMPARE(found->rows, 6'410);
    QCOMPARE(found->tables, 8);
    QVERIFY(found->valid);
    QCOMPARE(found->checked, told.checked);
    QCOMPARE(found->database, told.database);
    QCOMPARE(found->system, told.system);
    QCOMPARE(found->format, told.format);
    QCOMPARE(found->part, told.part);
    QCOMPARE(found->chosen, told.chosen);
    QCOMPARE(found->made, told.made);
    QCOMPARE(found->bytes, 7);
    QVERIFY(found->encrypted);
    QCOMPARE(found->origin, Origin::Schedule);
    QVERIFY(!found->isProven());
    QVERIFY(!found->isFull());
    m_catalogue->forget(m_path);
    QVERIFY(!m_catalogue->find(m_path));
}

void CatalogueTest::checkingAgainKeepsTheRest()
{
    QVERIFY(m_catalogue->record(m_path, known("abc")).has_value());
    QVERIFY(m_catalogue->recordProof(m_path, noon, {}).has_value());
    QVERIFY(m_catalogue->record(m_path, KnownBackup{"abc", 6'410, 8, true, noon.addDays(1)}).has_value());
    const auto found = m_catalogue->find(m_path);
    QCOMPARE(found->checked, noon.addDays(1));
    QCOMPARE(found->origin, Origin::Schedule);
    QCOMPARE(found->database, known("abc").database);
    QVERIFY(found->isProven());
}

void CatalogueTest::changedFileIsNotKnown()
{
    QVERIFY(m_catalogue->record(m_path, known("abc")).has_value());
    writeFile(m_path, "content, longer");
    QVERIFY(!m_catalogue->find(m_path));
    QFile::remove(m_path);
    QVERIFY(!m_catalogue->find(m_path));
    QCOMPARE(m_catalogue->all()->size(), 1); // on a disk that is away, it would still be known
}

void CatalogueTest::proofHoldsForEveryCopy()
{
    const QString copy = m_folder->filePath(u"copy"_s);
    writeFile(copy, "content");
    QVERIFY(m_catalogue->record(m_path, known("abc")).has_value());
    QVERIFY(m_catalogue->record(copy, KnownBackup{"abc", 6'410, 8, true, noon}).has_value());
    QCOMPARE(m_catalogue->find(copy)->origin, Origin::Schedule);
    QCOMPARE(m_catalogue->find(m_path)->copies, QStringList{copy});
    QVERIFY(m_catalogue->recordProof(copy, noon, {}).has_value());
    QVERIFY(m_catalogue->find(m_path)->isProven());
    QVERIFY(m_catalogue->recordProof(m_path, noon.addDays(1), u"table votes: 3 rows differ"_s).has_value());
    QVERIFY(!m_catalogue->find(copy)->isProven());
    QCOMPARE(m_catalogue->find(copy)->proofProblem, u"table votes: 3 rows differ"_s);
    QCOMPARE(m_catalogue->recordProof(m_folder->filePath(u"stranger"_s), noon, {}).error().code,
             core::ErrorCode::NotFound);
}

void CatalogueTest::proofOfOtherContentIsNotKept()
{
    QVERIFY(m_catalogue->record(m_path, known("abc")).has_value());
    QVERIFY(m_catalogue->recordProof(m_path, noon, {}).has_value());
    writeFile(m_path, "other content");
    QVERIFY(m_catalogue->record(m_path, KnownBackup{"def", 1, 1, true, noon}).has_value());
    QVERIFY(!m_catalogue->find(m_path)->isProven());
    QCOMPARE(m_catalogue->find(m_path)->database, QString());
}

void CatalogueTest::takesOverTheEarlierList()
{
    const QString modified = QFileInfo(m_path).lastModified().toUTC().toString(Qt::ISODateWithMs);
    const QJsonObject earlier{{m_path, QJsonObject{{u"bytes"_s, 7},
                                                   {u"modified"_s, modified},
                                                   {u"sha256"_s, u"abc"_s},
                                                   {u"rows"_s, 12},
                                                   {u"tables"_s, 3},
                                                   {u"valid"_s, true},
                                                   {u"checked"_s, u"2026-06-30T12:00:00Z"_s}}},
                              {u"/nonsense"_s, 7}};
    writeFile(m_data->filePath(u"backups.json"_s), QJsonDocument(earlier).toJson());
    const auto found = m_catalogue->find(m_path);
    QVERIFY(found.has_value());
    QCOMPARE(found->rows, 12);
    QCOMPARE(found->tables, 3);
    QVERIFY(found->valid);
    QCOMPARE(found->checked, noon);
    QVERIFY(!QFile::exists(m_data->filePath(u"backups.json"_s)));
    QCOMPARE(BackupCatalogue(m_data->path()).all()->size(), 1);
}

// As the first version of this program made them: what it knew is kept.
void CatalogueTest::takesOverEarlierTables()
{
    {
        const auto opened =
            store::Store::open(m_data->filePath(u"civicq-admin.sqlite"_s), backups::BackupStore::schema().first(1));
        QVERIFY(opened.has_value());
        const auto added = opened->store->execute(
            u"INSERT INTO backup VALUES (?, ?, 7, 'abc', 12, 3, 1, 0, 'city', '', 'archive', 'everything', '[]', 0, 0, "
            "'by-hand', 0, '')"_s,
            {m_path, QFileInfo(m_path).lastModified().toMSecsSinceEpoch()});
        QVERIFY2(added.has_value(), qPrintable(added ? QString() : added.error().toString()));
    }
    const auto found = m_catalogue->find(m_path);
    QVERIFY(found.has_value());
    QCOMPARE(found->database, u"city"_s);
    QVERIFY(found->isProven());
    QVERIFY(found->fingerprint.isEmpty());
    KnownBackup again = known("abc");
    again.fingerprint = "f1";
    QVERIFY(m_catalogue->record(m_path, again).has_value());
    QVERIFY(m_catalogue->record(m_path, known("abc")).has_value()); // by one who did not look for it
    QCOMPARE(m_catalogue->find(m_path)->fingerprint, "f1");
    QVERIFY(m_catalogue->record(m_path, known("def")).has_value()); // other content
    QVERIFY(m_catalogue->find(m_path)->fingerprint.isEmpty());
}

void CatalogueTest::lossLosesOnlyKnowledge()
{
    backups::BackupHeader header;
    header.database = u"city"_s;
    header.made = noon;
    writeFile(m_folder->filePath(u"one.sql"_s), header.toLine() + "SELECT 1;\n");
    core::SilentTask task;
    QCOMPARE(backups::listBackups(task, m_folder->path(), *m_catalogue)->size(), 1);
    m_catalogue.reset();
    writeFile(m_data->filePath(u"civicq-admin.sqlite"_s), QByteArray("rubbish ").repeated(1000));
    const BackupCatalogue again(m_data->path());
    const auto list = backups::listBackups(task, m_folder->path(), again);
    QCOMPARE(list->size(), 1);
    QCOMPARE(list->first().header.database, u"city"_s);
}

void CatalogueTest::manyWriters()
{
    QProcess other;
    other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    other.start(QCoreApplication::applicationFilePath(), {u"--write"_s, m_data->path(), m_folder->path()});
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int number = 0; number < 3; ++number) {
        threads.emplace_back([this, &failed, number] {
            failed += writeEntries(m_data->path(), m_folder->path(), u"thread%1"_s.arg(number)) ? 0 : 1;
            // One catalogue, asked from every thread.
            failed += m_catalogue->find(m_folder->filePath(u"thread%1-0"_s.arg(number))) ? 0 : 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(other.waitForFinished(60'000));
    QCOMPARE(other.exitCode(), 0);
    QCOMPARE(failed.load(), 0);
    QCOMPARE(m_catalogue->all()->size(), 4 * entriesPerWriter);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == "--write"_L1)
        return writeEntries(words.value(2), words.value(3), u"process"_s) ? 0 : 1;
    CatalogueTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "cataloguetest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::store::SchemaStep;
using civicq::store::Store;

namespace {

const QList<SchemaStep> notes{
    {u"notes"_s, 1, {u"CREATE TABLE note (id INTEGER PRIMARY KEY, writer TEXT NOT NULL, text TEXT)"_s}},
    {u"notes"_s, 2, {u"ALTER TABLE note ADD COLUMN length INTEGER"_s, u"UPDATE note SET length = length(text)"_s}},
};
constexpr int notesPerWriter = 300;

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

class StoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsValues();
    void takesEachStepOnce();
    void failedStepLeavesNothing();
    void failedTransactionLeavesNothing();
    void newerFileIsRefused();
    void foreignFileIsRefused();
    void rubbishIsPutAside();
    void damagedPageIsPutAside();
    void unreadableFileIsLeftAlone();
    void twoProcessesWriteAtOnce();
    void killedWriterLosesNothingCommitted();
    void eachThreadOpensItsOwn();
    void aLockThatNamesNobodyIsTakenOver();

private:
    std::unique_ptr<Store> open(const QList<SchemaStep> &steps = notes);
    std::unique_ptr<QProcess> startWriter(const QString &name, int count);
    [[nodiscard]] QStringList kept() const { return QDir(m_folder->path()).entryList({u"*.damaged-*"_s}, QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void StoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"Élodie's \"été\"/store.sqlite"_s);
#ifdef Q_OS_WIN
    m_path.remove(u'"');
#endif
}

std::unique_ptr<Store> StoreTest::open(const QList<SchemaStep> &steps)
{
    auto opened = Store::open(m_path, steps);
    if (!opened || opened->putAside)
        qFatal("%s", qPrintable(opened ? opened->putAside->toString() : opened.error().toString()));
    return std::move(opened->store);
}

// This program again, as a second process on the same file.
std::unique_ptr<QProcess> StoreTest::startWriter(const QString &name, int count)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(), {u"--write"_s, m_path, name, QString::number(count)});
    return process;
}

void StoreTest::keepsValues()
{
    const QVariantList values{u"Élodie's \"été\""_s, QVariant(), qint64(1'234'567'890'123), QByteArray("\0\xff", 2)};
    {
        const auto store = open({{u"things"_s, 1, {u"CREATE TABLE thing (a TEXT, b TEXT, c INTEGER, d BLOB)"_s}}});
        QCOMPARE(store->execute(u"INSERT INTO thing VALUES (?, ?, ?, ?)"_s, values).value(), 1);
    }
    const auto store = open({});
    const auto rows = store->query(u"SELECT a, b, c, d FROM thing WHERE a = ?"_s, {values.first()});
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().at(0), values.at(0));
    QVERIFY(rows->first().at(1).isNull());
    QCOMPARE(rows->first().at(2).toLongLong(), 1'234'567'890'123);
    QCOMPARE(rows->first().at(3), values.at(3));
    QCOMPARE(store->query(u"PRAGMA journal_mode"_s)->first().first().toString(), u"wal"_s);
    QVERIFY(!store->query(u"SELECT nothing FROM nowhere"_s).has_value());
}

void StoreTest::takesEachStepOnce()
{
    {
        const auto store = open(notes.first(1));
        QCOMPARE(store->version(u"notes"_s), 1);
        QVERIFY(store->execute(u"INSERT INTO note (writer, text) VALUES ('a', 'four')"_s).has_value());
    }
    const auto store = open();
    QCOMPARE(store->version(u"notes"_s), 2);
    QCOMPARE(store->query(u"SELECT length FROM note"_s)->first().first().toInt(), 4);
    open();
    const auto holes = Store::open(m_path, {{u"notes"_s, 2, {}}});
    QCOMPARE(holes.error().code, ErrorCode::InvalidArgument);
}

void StoreTest::failedStepLeavesNothing()
{
    const auto broken =
        Store::open(m_path, {notes.at(0), {u"notes"_s, 2, {u"CREATE TABLE extra (a)"_s, u"NONSENSE"_s}}});
    QVERIFY(!broken.has_value());
    QVERIFY(broken.error().doing.contains(u"notes"_s));
    const auto store = open({});
    QCOMPARE(store->version(u"notes"_s), 0);
    QCOMPARE(store->query(u"SELECT name FROM sqlite_master WHERE name IN ('note', 'extra')"_s)->size(), 0);
}

void StoreTest::failedTransactionLeavesNothing()
{
    const auto store = open();
    const auto done = store->transaction([&]() -> Result<> {
        const auto inserted = store->execute(u"INSERT INTO note (writer) VALUES ('a')"_s);
        return inserted ? civicq::core::fail(ErrorCode::Cancelled, u"enough"_s) : civicq::core::fail(inserted.error());
    });
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(store->query(u"SELECT count(*) FROM note"_s)->first().first().toInt(), 0);
    QVERIFY(store->execute(u"INSERT INTO note (writer) VALUES ('b')"_s).has_value());
}

void StoreTest::newerFileIsRefused()
{
    open();
    const QByteArray before = content(m_path);
    const auto opened = Store::open(m_path, notes.first(1));
    QCOMPARE(opened.error().code, ErrorCode::VersionMismatch);
    QCOMPARE(opened.error().arguments, QStringList({m_path, u"notes"_s, u"2"_s, u"1"_s}));
    QCOMPARE(content(m_path), before);
}

void StoreTest::foreignFileIsRefused()
{
    {
        const auto store = open({});
        QVERIFY(store->execute(u"PRAGMA application_id = 7"_s).has_value());
    }
    const QByteArray before = content(m_path);
    const auto opened = Store::open(m_path, notes);
    QCOMPARE(opened.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(content(m_path), before);
}

void StoreTest::rubbishIsPutAside()
{
    open();
    const QByteArray rubbish = QByteArray("not a database at all, but a good many bytes of it. ").repeated(200);
    QFile::remove(m_path);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(rubbish) == rubbish.size());
    file.close();
    const auto opened = Store::open(m_path, notes);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().toString()));
    QVERIFY(opened->putAside.has_value());
    QCOMPARE(opened->putAside->code, ErrorCode::Corrupt);
    QCOMPARE(opened->putAside->arguments.value(0), m_path);
    QCOMPARE(content(opened->putAside->arguments.value(1)), rubbish);
    QVERIFY(opened->store->execute(u"INSERT INTO note (writer) VALUES ('a')"_s).has_value());
}

void StoreTest::damagedPageIsPutAside()
{
    {
        const auto store = open();
        QVERIFY(store
                    ->execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                              "INSERT INTO note (writer, text) SELECT 'a', printf('%0100d', i) FROM n"_s)
                    .has_value());
    }
    overwrite(m_path, 8 * 4096, QByteArray(3 * 4096, '\x5a'));
    const auto opened = Store::open(m_path, notes);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().toString()));
    QVERIFY(opened->putAside.has_value());
    QVERIFY(QFile::exists(opened->putAside->arguments.value(1)));
    QCOMPARE(opened->store->query(u"SELECT count(*) FROM note"_s)->first().first().toInt(), 0);
}

void StoreTest::unreadableFileIsLeftAlone()
{
    // A folder of that name: nobody, whatever their rights, opens it as a file.
    QVERIFY(QDir().mkpath(m_path));
    const auto opened = Store::open(m_path, notes);
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, ErrorCode::PermissionDenied);
    QVERIFY(opened.error().arguments.contains(m_path));
    QVERIFY(QFileInfo(m_path).isDir());
}

void StoreTest::twoProcessesWriteAtOnce()
{
    // Neither the file nor its tables are there when both start.
    const auto first = startWriter(u"first"_s, notesPerWriter);
    const auto second = startWriter(u"second"_s, notesPerWriter);
    for (QProcess *process : {first.get(), second.get()}) {
        QVERIFY(process->waitForFinished(60'000));
        QCOMPARE(process->exitCode(), 0);
    }
    const auto store = open();
    const auto rows = store->query(u"SELECT writer, count(*) FROM note GROUP BY writer ORDER BY writer"_s);
    QCOMPARE(rows->size(), 2);
    for (const QVariantList &row : *rows)
        QCOMPARE(row.at(1).toInt(), notesPerWriter);
}

void StoreTest::killedWriterLosesNothingCommitted()
{
    const auto writer = startWriter(u"killed"_s, 1'000'000);
    int told = 0; // the last row the writer said it had committed
    while (told < 50) {
        QVERIFY(writer->waitForReadyRead(60'000));
        while (writer->canReadLine())
            told = writer->readLine().trimmed().toInt();
    }
    writer->kill();
    QVERIFY(writer->waitForFinished(60'000));
    while (writer->canReadLine())
        told = std::max(told, writer->readLine().trimmed().toInt());
    const auto store = open();
    const int found = store->query(u"SELECT count(*) FROM note"_s)->first().first().toInt();
    QVERIFY2(found == told || found == told + 1, qPrintable(u"%1 of %2"_s.arg(found).arg(told)));
    QCOMPARE(store->query(u"PRAGMA integrity_check"_s)->first().first().toString(), u"ok"_s);
}

void StoreTest::eachThreadOpensItsOwn()
{
    const auto store = open();
    std::thread other([this] {
        const auto mine = open();
        QVERIFY(mine->execute(u"INSERT INTO note (writer) VALUES ('thread')"_s).has_value());
    });
    other.join();
    QCOMPARE(store->query(u"SELECT writer FROM note"_s)->first().first().toString(), u"thread"_s);
}

// As a power cut leaves it, or a kill before the name was written.
void StoreTest::aLockThatNamesNobodyIsTakenOver()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QFile lock(m_path + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    const auto opened = Store::open(m_path, notes);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().toString()));
}

int write(const QStringList &arguments)
{
    auto opened = Store::open(arguments.at(2), notes);
    if (!opened || opened->putAside) {
        std::fprintf(stderr, "%s\n", qPrintable(opened ? opened->putAside->toString() : opened.error().toString()));
        return 1;
    }
    for (int i = 1; i <= arguments.at(4).toInt(); ++i) {
        const auto done =
            opened->store->execute(u"INSERT INTO note (writer, text) VALUES (?, ?)"_s, {arguments.at(3), i});
        if (!done) {
            std::fprintf(stderr, "%s\n", qPrintable(done.error().toString()));
            return 1;
        }
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == "--write"_L1)
        return write(QCoreApplication::arguments());
    StoreTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "storetest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/checkedpart.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using backups::CheckedPart;
using core::ErrorCode;
using core::PartFile;

class CheckedPartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void sumIsThatOfTheFile_data();
    void sumIsThatOfTheFile();
    void otherBytesAreCaught_data();
    void otherBytesAreCaught();
    void shorterFileIsCaught();
    void cancels();
    void abandonedLeavesNothing();

private:
    [[nodiscard]] core::Result<PartFile> begin() const { return PartFile::begin(m_folder->filePath(u"backup"_s)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    core::SilentTask m_task;
};

namespace {

constexpr qsizetype piece = 1'000'003;

// Bytes that repeat nowhere near each other, `size` of them.
QByteArray content(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 12345;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

core::Result<> writeAll(CheckedPart &checked, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        if (const auto written =
                checked.write(QByteArrayView(bytes).sliced(at).first(std::min(piece, bytes.size() - at)));
            !written)
            return written;
    }
    return {};
}

} // namespace

void CheckedPartTest::sumIsThatOfTheFile_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("empty") << qsizetype(0);
    QTest::newRow("one byte") << qsizetype(1);
    QTest::newRow("read at its end") << qsizetype(5 << 20);
    QTest::newRow("read while it is written") << qsizetype(101 << 20);
}

void CheckedPartTest::sumIsThatOfTheFile()
{
    QFETCH(qsizetype, size);
    auto part = begin();
    QVERIFY(part);
    const QByteArray bytes = content(size);
    CheckedPart checked(*part);
    QVERIFY(writeAll(checked, bytes));
    const auto sum = checked.finish(m_task);
    QVERIFY2(sum, sum ? "" : qPrintable(sum.error().toString()));
    QCOMPARE(*sum, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    QFile file(part->path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void CheckedPartTest::otherBytesAreCaught_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("at");
    QTest::newRow("first") << qsizetype(9 << 20) << qsizetype(0);
    QTest::newRow("middle") << qsizetype(9 << 20) << qsizetype(4'321'098);
    QTest::newRow("last") << qsizetype(9 << 20) << qsizetype((9 << 20) - 1);
}

void CheckedPartTest::otherBytesAreCaught()
{
    QFETCH(qsizetype, size);
    QFETCH(qsizetype, at);
    auto part = begin();
    QVERIFY(part);
    const QByteArray bytes = content(size);
    CheckedPart checked(*part);
    QVERIFY(writeAll(checked, bytes));
    QFile disk(part->path()); // that keeps something else
    QVERIFY(disk.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QVERIFY(disk.seek(at));
    QVERIFY(disk.putChar(static_cast<char>(bytes.at(at) ^ 1)));
    disk.close();
    const auto sum = checked.finish(m_task);
    QVERIFY(!sum);
    QCOMPARE(sum.error().code, ErrorCode::Corrupt);
}

void CheckedPartTest::shorterFileIsCaught()
{
    auto part = begin();
    QVERIFY(part);
    CheckedPart checked(*part);
    QVERIFY(writeAll(checked, content(3 << 20)));
    QVERIFY(QFile::resize(part->path(), (3 << 20) - 1));
    const auto sum = checked.finish(m_task);
    QVERIFY(!sum);
    QCOMPARE(sum.error().code, ErrorCode::Corrupt);
}

void CheckedPartTest::cancels()
{
    auto part = begin();
    QVERIFY(part);
    CheckedPart checked(*part);
    QVERIFY(writeAll(checked, content(3 << 20)));
    core::SilentTask cancelled;
    cancelled.cancel();
    const auto sum = checked.finish(cancelled);
    QVERIFY(!sum);
    QCOMPARE(sum.error().code, ErrorCode::Cancelled);
}

void CheckedPartTest::abandonedLeavesNothing()
{
    {
        auto part = begin();
        QVERIFY(part);
        CheckedPart checked(*part);
        QVERIFY(writeAll(checked, content(40 << 20)));
    }
    QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files | QDir::Hidden));
}

QTEST_GUILESS_MAIN(CheckedPartTest)

#include "checkedparttest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/fingerprint.h"

#include "archive/archivefile.h"
#include "archive/archiveverify.h"
#include "archive/samplearchive.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::archive;
using namespace civicq::tests;
using core::ErrorCode;

namespace {

// Is cancelled when it hears of the first member's content.
class ImpatientTask final : public core::TaskContext
{
public:
    [[nodiscard]] bool isCancelled() const override { return m_cancelled; }
    void report(const core::Progress &) override { m_cancelled = true; }
    void message(const QString &) override {}

private:
    bool m_cancelled = false;
};

class FingerprintTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_whole = written(sample(), &m_fingerprint); }
    void isOneHoweverItIsTold();
    void everyFlippedBitIsAnotherFile();
    void everyTruncationIsAnotherFile();
    void anotherArchiveIsAnotherFile();
    void anotherTimeOnTheSealIsAnotherFile();
    void errors();

private:
    ArchiveVerification verified(const QByteArray &file)
    {
        bool read = false;
        auto result = verifyArchive(
            m_task, [&]() -> core::Result<QByteArray> { return std::exchange(read, true) ? QByteArray() : file; });
        if (!result)
            qFatal("%s", qPrintable(result.error().toString()));
        return std::move(*result);
    }
    QString onDisk(const QByteArray &file)
    {
        const QString path = m_folder.filePath(u"a file"_s);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(file) != file.size())
            qFatal("cannot write");
        return path;
    }
    bool isSame(const QByteArray &file)
    {
        const auto same = hasFingerprint(m_task, onDisk(file), m_fingerprint);
        if (!same)
            qFatal("%s", qPrintable(same.error().toString()));
        return *same;
    }

    core::SilentTask m_task;
    QTemporaryDir m_folder;
    QByteArray m_whole;
    QByteArray m_fingerprint;
};

void FingerprintTest::isOneHoweverItIsTold()
{
    QCOMPARE(m_fingerprint, QCryptographicHash::hash(m_whole.last(2048), QCryptographicHash::Sha256).toHex());
    QCOMPARE(verified(m_whole).fingerprint, m_fingerprint);
    QCOMPARE(*ArchivePlan::of(onDisk(m_whole))->checkSeal(m_task), m_fingerprint);
    QVERIFY(isSame(m_whole));
}

void FingerprintTest::everyFlippedBitIsAnotherFile()
{
    const qsizetype end = m_whole.size() - 3072; // where a check is easily forgotten
    for (qsizetype at = 0; at < m_whole.size(); at += at < end ? 13 : 1) {
        QByteArray file = m_whole;
        file[at] = static_cast<char>(file.at(at) ^ static_cast<char>(1 << at % 8));
        QVERIFY2(!isSame(file), qPrintable(u"byte %1"_s.arg(at)));
    }
}

void FingerprintTest::everyTruncationIsAnotherFile()
{
    for (qsizetype length = 0; length < m_whole.size(); length += 97)
        QVERIFY2(!isSame(m_whole.first(length)), qPrintable(QString::number(length)));
    QVERIFY(!isSame(m_whole.chopped(1)));
    QVERIFY(!isSame(m_whole.chopped(512)));
    QVERIFY(!isSame(m_whole + 'x'));
}

// Each is whole in itself.
void FingerprintTest::anotherArchiveIsAnotherFile()
{
    Parts parts = sample();
    parts.content(sequencesMember) += "SELECT 1;\n";
    parts.list();
    QVERIFY(verified(Forger::file(parts)).valid());
    QVERIFY(verified(Forger::file(parts)).fingerprint != m_fingerprint);
    QVERIFY(!isSame(Forger::file(parts)));
}

// The seal's own header is not under the seal: it may differ in nothing.
void FingerprintTest::anotherTimeOnTheSealIsAnotherFile()
{
    const QByteArray later = Forger::withHeader(sample(), [](QByteArray &header) {
        if (header.startsWith(sealMember.latin1()))
            setField(header, 136, "17777777777");
    });
    QVERIFY(!verified(later).valid());
    QVERIFY(!isSame(later));
}

void FingerprintTest::errors()
{
    ImpatientTask impatient;
    QCOMPARE(hasFingerprint(impatient, onDisk(m_whole), m_fingerprint).error().code, ErrorCode::Cancelled);
    QCOMPARE(hasFingerprint(m_task, m_folder.filePath(u"nosuch"_s), m_fingerprint).error().code, ErrorCode::NotFound);
    QByteArray broken = m_whole;
    broken[600] = static_cast<char>(broken.at(600) ^ 1);
    QVERIFY(verified(broken).fingerprint.isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(FingerprintTest)
#include "fingerprinttest.moc"

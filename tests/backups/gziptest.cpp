// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/bytesource.h"
#include "backups/gzip.h"

#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace civicq;
using core::ErrorCode;

namespace {

constexpr qsizetype mebi = 1024 * 1024;

class PieceSource final : public backups::ByteSource
{
public:
    PieceSource(QByteArray bytes, qsizetype piece) : m_bytes(std::move(bytes)), m_piece(piece) {}
    [[nodiscard]] core::Result<QByteArray> read() override
    {
        const QByteArray piece = m_bytes.mid(m_at, m_piece);
        m_at += piece.size();
        return piece;
    }

private:
    QByteArray m_bytes;
    qsizetype m_piece;
    qsizetype m_at = 0;
};

// Rows as a dump has them: words that come again, figures that do not.
QByteArray rows(qsizetype size, quint32 seed = 7)
{
    QRandomGenerator random(seed);
    QByteArray text;
    text.reserve(size + 64);
    while (text.size() < size)
        text += QByteArray::number(random.generate()) + "\tWhat will you do about the roads?\t\\N\n";
    text.truncate(size);
    return text;
}

core::Result<QByteArray> pack(const QByteArray &plain, int level = 6, qsizetype piece = 100'000)
{
    QByteArray packed;
    backups::GzipWriter writer(level, [&packed](QByteArrayView bytes) -> core::Result<> {
        packed.append(bytes);
        return {};
    });
    for (qsizetype at = 0; at < plain.size(); at += piece) {
        if (const auto written = writer.write(QByteArrayView(plain).sliced(at, std::min(piece, plain.size() - at)));
            !written)
            return core::fail(written.error());
    }
    if (const auto finished = writer.finish(); !finished)
        return core::fail(finished.error());
    return packed;
}

core::Result<QByteArray> unpack(const QByteArray &packed, qsizetype piece = 256 * 1024)
{
    const auto source = backups::gunzip(std::make_unique<PieceSource>(packed, piece));
    QByteArray plain;
    for (;;) {
        const auto read = source->read();
        if (!read)
            return core::fail(read.error());
        if (read->isEmpty())
            return plain;
        plain.append(*read);
    }
}

QByteArray through(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return program.toUtf8() + " failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

class GzipTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySizeComesBack_data();
    void everySizeComesBack();
    void everyLevel();
    void readsWhatGzipWrites();
    void mixedMembers();
    void emptyMembersEndNothing();
    void truncationsAreSeen();
    void flipsAreSeen();
    void lengthsThatLieAreSeen();
    void sinkEndsTheWriting();
    void readingErrorComesAfterWhatWasWhole();
};

void GzipTest::everySizeComesBack_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {qsizetype(0), qsizetype(1), mebi - 1, mebi, mebi + 1, 2 * mebi, 21 * mebi + 12'345})
        QTest::newRow(qPrintable(QString::number(size))) << size;
}

void GzipTest::everySizeComesBack()
{
    QFETCH(const qsizetype, size);
    const QByteArray plain = rows(size);
    const auto packed = pack(plain);
    QVERIFY(packed.has_value());
    QVERIFY(unpack(*packed).value() == plain);
    QVERIFY(unpack(*packed, 7'001).value() == plain);
    QVERIFY(through(u"gzip"_s, {u"-dc"_s}, *packed) == plain);
    const QString python = u"import sys,gzip;sys.stdout.buffer.write(gzip.decompress(sys.stdin.buffer.read()))"_s;
    QVERIFY(through(u"python3"_s, {u"-c"_s, python}, *packed) == plain);
}

void GzipTest::everyLevel()
{
    const QByteArray plain = rows(3 * mebi);
    for (int level = 1; level <= 9; ++level)
        QVERIFY(unpack(pack(plain, level).value()).value() == plain);
    QCOMPARE_LT(pack(plain, 9)->size(), pack(plain, 1)->size());
    // As small as gzip's own, or nearly.
    QCOMPARE_LT(pack(plain, 6)->size(), through(u"gzip"_s, {u"-6c"_s}, plain).size() * 1.1);
}

void GzipTest::readsWhatGzipWrites()
{
    const QByteArray plain = rows(5 * mebi);
    const QByteArray packed = through(u"gzip"_s, {u"-c"_s}, plain);
    QVERIFY(unpack(packed).value() == plain);
    QVERIFY(unpack(packed, 10).value() == plain);
    QCOMPARE(unpack(packed.chopped(1)).error().code, ErrorCode::Truncated);
    QCOMPARE(unpack({}).error().code, ErrorCode::Truncated);
    QCOMPARE(unpack("no gzip at all, but longer than a header").error().code, ErrorCode::Corrupt);
}

void GzipTest::mixedMembers()
{
    const QByteArray first = rows(3 * mebi, 1);
    const QByteArray second = rows(2 * mebi, 2);
    const QByteArray ours = pack(first).value();
    const QByteArray theirs = through(u"gzip"_s, {u"-c"_s}, second);
    QVERIFY(unpack(ours + theirs).value() == first + second);
    QVERIFY(unpack(theirs + ours).value() == second + first);
    QVERIFY(unpack(ours + theirs + ours).value() == first + second + first);
    QCOMPARE(unpack(ours + "rubbish").error().code, ErrorCode::Corrupt);
    QCOMPARE(unpack(ours + "rubbish that is longer than a header").error().code, ErrorCode::Corrupt);
}

void GzipTest::emptyMembersEndNothing()
{
    const QByteArray nothing = pack({}).value();
    const QByteArray some = pack("some").value();
    QCOMPARE(unpack(nothing + some + nothing + nothing + some).value(), "somesome"_ba);
    QCOMPARE(unpack(nothing).value(), QByteArray());
}

void GzipTest::truncationsAreSeen()
{
    const QByteArray plain = rows(4 * mebi);
    const QByteArray packed = pack(plain).value();
    QRandomGenerator random(11);
    for (int i = 0; i < 200; ++i) {
        const auto read = unpack(packed.first(random.bounded(static_cast<int>(packed.size()))));
        // What ends between two members is whole for gzip; the dump's closing mark tells that one.
        QVERIFY(!read || (read->size() < plain.size() && read->size() % mebi == 0));
    }
}

void GzipTest::flipsAreSeen()
{
    const QByteArray plain = rows(2 * mebi + 500);
    const QByteArray packed = pack(plain).value();
    QRandomGenerator random(12);
    for (int i = 0; i < 500; ++i) {
        QByteArray damaged = packed;
        const qsizetype at = random.bounded(static_cast<int>(damaged.size()));
        damaged[at] = static_cast<char>(damaged.at(at) ^ (1 << random.bounded(8)));
        const auto read = unpack(damaged);
        QVERIFY2(!read || *read == plain, qPrintable(QString::number(at)));
    }
}

void GzipTest::lengthsThatLieAreSeen()
{
    const QByteArray plain = rows(2 * mebi);
    const QByteArray packed = pack(plain).value();
    for (const char value : {'\0', '\1', '\x7f', '\xff'}) {
        for (qsizetype at = 16; at < 20; ++at) {
            QByteArray lying = packed;
            lying[at] = value;
            const auto read = unpack(lying);
            QVERIFY(!read || *read == plain);
        }
    }
}

void GzipTest::sinkEndsTheWriting()
{
    int calls = 0;
    backups::GzipWriter writer(1, [&calls](QByteArrayView) -> core::Result<> {
        ++calls;
        return core::fail(ErrorCode::NoSpace, u"full"_s);
    });
    core::Result<> written;
    for (int i = 0; i < 200 && written; ++i)
        written = writer.write(rows(mebi));
    QCOMPARE(written.error().code, ErrorCode::NoSpace);
    QCOMPARE(calls, 1);
}

void GzipTest::readingErrorComesAfterWhatWasWhole()
{
    class Failing final : public backups::ByteSource
    {
    public:
        explicit Failing(QByteArray bytes) : m_bytes(std::move(bytes)) {}
        [[nodiscard]] core::Result<QByteArray> read() override
        {
            if (m_bytes.isEmpty())
                return core::fail(ErrorCode::Io, u"the disk"_s);
            return std::exchange(m_bytes, {});
        }

    private:
        QByteArray m_bytes;
    };
    const QByteArray plain = rows(3 * mebi);
    const auto source = backups::gunzip(std::make_unique<Failing>(pack(plain).value()));
    QByteArray seen;
    auto read = source->read();
    for (; read && !read->isEmpty(); read = source->read())
        seen.append(*read);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Io);
    QVERIFY(seen == plain);
}

} // namespace

QTEST_GUILESS_MAIN(GzipTest)
#include "gziptest.moc"

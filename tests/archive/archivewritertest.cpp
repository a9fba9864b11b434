// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archiveformat.h"
#include "archive/archivewriter.h"
#include "archive/manifestjson.h"
#include "archive/sha256.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::archive;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace {

const QDateTime time(QDate(2026, 11, 25), QTime(2, 0), QTimeZone::UTC);

ManifestMember named(const QString &name)
{
    return {name, 0, {}, {}, {}};
}

// An archive of three members, one of them longer than a tar block and written in pieces, one with the longest name.
QByteArray sampleArchive(QByteArray &big)
{
    QByteArray bytes;
    ArchiveWriter writer(
        [&bytes](QByteArrayView piece) {
            bytes.append(piece);
            return Result<>();
        },
        time);
    big = QByteArray(1000, 'x') + QByteArray(2000, 'y');
    Manifest manifest;
    const bool done = writer.add(named(u"README.txt"_s), "read me").has_value()
                      && writer.begin(u"schema.dump"_s, big.size()).has_value()
                      && writer.write(QByteArrayView(big).first(1000)).has_value()
                      && writer.write(QByteArrayView(big).sliced(1000)).has_value() && writer.end().has_value()
                      && writer.add(named(QString(99, u'n')), QByteArray(512, 'z')).has_value()
                      && writer.finish(manifest).has_value();
    return done ? bytes : QByteArray();
}

QByteArray tar(const QStringList &arguments)
{
    QProcess process;
    process.start(u"tar"_s, arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAllStandardOutput()
                                   : process.readAllStandardError().prepend("FAILED: ");
}

struct TarMember
{
    QByteArray name;
    QByteArray header;
    QByteArray content;
    QByteArray padding;
};

// A reader of its own, so that writer and reader cannot agree on an error.
QList<TarMember> members(const QByteArray &bytes, qsizetype &end)
{
    QList<TarMember> found;
    qsizetype at = 0;
    while (at + 512 <= bytes.size() && bytes.at(at) != '\0') {
        const QByteArray header = bytes.mid(at, 512);
        const qsizetype size = header.mid(124, 12).trimmed().toLongLong(nullptr, 8);
        const qsizetype padded = (size + 511) / 512 * 512;
        found.append({header.left(100).split('\0').first(), header, bytes.mid(at + 512, size),
                      bytes.mid(at + 512 + size, padded - size)});
        at += 512 + padded;
    }
    end = at;
    return found;
}

class ArchiveWriterTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void systemTarReadsIt();
    void theSealCoversEveryByte();
    void theSealsHeaderIsTheManifests();
    void theManifestListsWhatIsThere();
    void isTheSameEveryTime();
    void refusesWrongSizes();
    void refusesBadNames();
    void aFailingSinkEndsIt();
};

void ArchiveWriterTest::systemTarReadsIt()
{
    QByteArray big;
    const QByteArray bytes = sampleArchive(big);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.cqbackup"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QCOMPARE(tar({u"-tf"_s, path}), "README.txt\nschema.dump\n" + QByteArray(99, 'n') + "\nmanifest.json\nseal\n");
    const QByteArray listed = tar({u"--utc"_s, u"-tvf"_s, path});
    QVERIFY2(listed.startsWith("-rw-r--r-- root/root         7 2026-11-25 02:00 README.txt\n"), listed.constData());
    QCOMPARE(tar({u"--no-same-owner"_s, u"-xf"_s, path, u"-C"_s, folder.path()}), "");
    QFile extracted(folder.filePath(u"schema.dump"_s));
    QVERIFY(extracted.open(QIODevice::ReadOnly));
    QCOMPARE(extracted.readAll(), big);
}

void ArchiveWriterTest::theSealCoversEveryByte()
{
    QByteArray big;
    const QByteArray bytes = sampleArchive(big);
    qsizetype end = 0;
    const QList<TarMember> all = members(bytes, end);
    QCOMPARE(all.size(), 5);
    QCOMPARE(bytes.size() - end, tarEnd);
    QCOMPARE(bytes.sliced(end), QByteArray(tarEnd, '\0'));
    Sha256 seal;
    for (const TarMember &member : all.first(4)) {
        seal.add(member.header);
        seal.add(Sha256::of(member.content));
        seal.add(member.padding);
    }
    QCOMPARE(all.last().name, "seal");
    QCOMPARE(all.last().content, seal.result().toHex() + '\n');
    QCOMPARE(all.last().content.size(), sealSize);
}

void ArchiveWriterTest::theSealsHeaderIsTheManifests()
{
    QByteArray big;
    qsizetype end = 0;
    const QList<TarMember> all = members(sampleArchive(big), end);
    const auto without = [](QByteArray header) {
        return header.replace(0, 100, QByteArray()).remove(24, 12).remove(36, 8); // name, size, checksum
    };
    QCOMPARE(all[4].header.size(), tarBlock);
    QCOMPARE(without(all[4].header), without(all[3].header));
}

void ArchiveWriterTest::theManifestListsWhatIsThere()
{
    QByteArray big;
    qsizetype end = 0;
    const QList<TarMember> all = members(sampleArchive(big), end);
    const auto manifest = manifestFromJson(all[3].content);
    QVERIFY2(manifest.has_value(), manifest ? "" : qPrintable(manifest.error().toString()));
    QCOMPARE(manifest->created, time);
    QCOMPARE(manifest->members.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(manifest->members[i].name.toLatin1(), all[i].name);
        QCOMPARE(manifest->members[i].bytes, all[i].content.size());
        QCOMPARE(manifest->members[i].sha256, Sha256::of(all[i].content));
    }
}

void ArchiveWriterTest::isTheSameEveryTime()
{
    QByteArray big;
    QCOMPARE(sampleArchive(big), sampleArchive(big));
}

void ArchiveWriterTest::refusesWrongSizes()
{
    const auto writer = [] { return std::make_unique<ArchiveWriter>([](QByteArrayView) { return Result<>(); }, time); };
    const auto more = writer();
    QVERIFY(more->begin(u"x"_s, 3).has_value());
    QCOMPARE(more->write("four").error().code, ErrorCode::InvalidArgument);
    const auto less = writer();
    QVERIFY(less->begin(u"x"_s, 3).has_value());
    QVERIFY(less->write("tw").has_value());
    QCOMPARE(less->end().error().code, ErrorCode::InvalidArgument);
}

void ArchiveWriterTest::refusesBadNames()
{
    ArchiveWriter writer([](QByteArrayView) { return Result<>(); }, time);
    QCOMPARE(writer.add(named(u"../x"_s), "x").error().code, ErrorCode::InvalidArgument);
    QCOMPARE(writer.begin(u"/x"_s, 1).error().code, ErrorCode::InvalidArgument);
    QVERIFY(writer.members().isEmpty());
    // Nothing to read it by: no archive.
    QCOMPARE(writer.finish({}).error().code, ErrorCode::Corrupt);
}

void ArchiveWriterTest::aFailingSinkEndsIt()
{
    QByteArray big;
    const qint64 whole = sampleArchive(big).size();
    for (const qint64 room : {qint64(0), qint64(600), qint64(1100), whole - 1}) {
        qint64 taken = 0;
        ArchiveWriter writer(
            [&](QByteArrayView piece) -> Result<> {
                taken += piece.size();
                return taken <= room ? Result<>() : civicq::core::fail(ErrorCode::NoSpace, u"full"_s);
            },
            time);
        Result<> done = writer.add(named(u"README.txt"_s), "read me");
        if (done)
            done = writer.add(named(u"schema.dump"_s), big);
        if (done)
            done = writer.add(named(QString(99, u'n')), QByteArray(512, 'z'));
        if (done)
            done = writer.finish({});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::NoSpace);
    }
}

} // namespace

QTEST_GUILESS_MAIN(ArchiveWriterTest)
#include "archivewritertest.moc"

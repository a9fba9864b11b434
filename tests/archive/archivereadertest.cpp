// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivefile.h"
#include "archive/archiveverify.h"
#include "archive/bombs.h"
#include "archive/samplearchive.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::archive;
using namespace civicq::tests;
using core::ErrorCode;

namespace {

ManifestMember &memberOf(Parts &parts, const QString &name)
{
    return *std::ranges::find(parts.manifest.members, name, &ManifestMember::name);
}

class ArchiveReaderTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeIsWhole();
    void forgerIsHonest();
    void everyFlippedBitIsCaught();
    void everyTruncationIsCaught();
    void everyFlippedBitIsCaughtByPosition();
    void misleading_data();
    void misleading();
    void manifestFromTheEnd();
    void membersByName();
    void rowsOfBothEncodings();
    void cancels();
    void brokenSourceIsAnError();

private:
    ArchiveVerification verified(const QByteArray &file, qsizetype piece = 4096)
    {
        qsizetype at = 0;
        auto result = verifyArchive(m_task, [&]() -> core::Result<QByteArray> {
            const QByteArray next = file.mid(at, piece);
            at += next.size();
            return next;
        });
        if (!result)
            qFatal("%s", qPrintable(result.error().toString()));
        return std::move(*result);
    }
    // As a restore reads that takes its chunks by position: an empty word, or what stopped it.
    QString stoppedByPosition(const QByteArray &file)
    {
        const QString path = onDisk(file);
        const auto opened = verifyWithoutRows(m_task, path);
        if (!opened)
            return opened.error().message;
        if (!opened->valid())
            return opened->problems.value(0).message;
        auto reader = MemberReader::open(std::make_shared<const ArchivePlan>(*ArchivePlan::of(path)));
        for (const ManifestTable &table : opened->manifest->tables) {
            ChunkFacts sum;
            for (const QString &name : table.members) {
                const auto chunk = reader->chunk(table, name);
                if (!chunk)
                    return chunk.error().message;
                sum.rows += chunk->facts.rows;
                sum.rowBytes += chunk->facts.rowBytes;
                sum.hash += chunk->facts.hash;
            }
            if (sum.rows != table.rows || sum.rowBytes != table.bytes || sum.hash != table.hash)
                return u"the rows of a table are others"_s;
        }
        for (const ManifestMember &member : opened->manifest->members) {
            if (const auto content = reader->read(member.name); !content)
                return content.error().message;
        }
        return {};
    }
    QString onDisk(const QByteArray &file)
    {
        const QString path = m_folder.filePath(u"a file"_s);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(file) != file.size())
            qFatal("cannot write");
        return path;
    }
    core::SilentTask m_task;
    QTemporaryDir m_folder;
};

void ArchiveReaderTest::wholeIsWhole()
{
    const Parts parts = sample();
    const QByteArray file = written(parts);
    for (const qsizetype piece : {1, 511, 4096, 1 << 20}) {
        const auto result = verified(file, piece);
        QVERIFY2(result.valid(), qPrintable(result.problems.value(0).toString()));
        QCOMPARE(*result.manifest, parts.manifest);
        QCOMPARE(result.schema.size(), 705);
    }
}

// Else every "misleading" row would be caught for the wrong reason.
void ArchiveReaderTest::forgerIsHonest()
{
    QCOMPARE(Forger::file(sample()), written(sample()));
}

void ArchiveReaderTest::everyFlippedBitIsCaught()
{
    const QByteArray whole = written(sample());
    QRandomGenerator random(20261125);
    for (int i = 0; i < 2000; ++i) {
        QByteArray file = whole;
        const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(file.size())));
        file[at] = static_cast<char>(file.at(at) ^ static_cast<char>(1 + random.bounded(255)));
        QVERIFY2(!verified(file).valid(), qPrintable(u"byte %1"_s.arg(at)));
    }
    // The end is where a check is easily forgotten.
    for (qsizetype at = whole.size() - 3072; at < whole.size(); ++at) {
        QByteArray file = whole;
        file[at] = static_cast<char>(file.at(at) ^ 1);
        QVERIFY2(!verified(file).valid(), qPrintable(u"byte %1"_s.arg(at)));
    }
}

void ArchiveReaderTest::everyFlippedBitIsCaughtByPosition()
{
    const QByteArray whole = written(sample());
    QCOMPARE(stoppedByPosition(whole), QString());
    const qsizetype end = whole.size() - 3072;
    for (qsizetype at = 0; at < whole.size(); at += at < end ? 7 : 1) {
        QByteArray file = whole;
        file[at] = static_cast<char>(file.at(at) ^ static_cast<char>(1 << at % 8));
        QVERIFY2(!stoppedByPosition(file).isEmpty(), qPrintable(u"byte %1"_s.arg(at)));
    }
}

void ArchiveReaderTest::everyTruncationIsCaught()
{
    const QByteArray whole = written(sample());
    QRandomGenerator random(1125);
    for (int i = 0; i < 500; ++i) {
        const auto length = static_cast<qsizetype>(random.bounded(static_cast<quint32>(whole.size())));
        const auto result = verified(whole.first(length));
        QVERIFY2(!result.valid(), qPrintable(QString::number(length)));
        QVERIFY(!ArchivePlan::of(onDisk(whole.first(length))).has_value());
    }
    QVERIFY(!verified(whole.chopped(1)).valid());
    QVERIFY(!verified(whole.chopped(512)).valid());
}

void ArchiveReaderTest::misleading_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("words");
    const Parts whole = sample();
    const QString chunk = u"data/2/0002.text.zst"_s;

    Parts parts = whole;
    parts.content(chunk) = packed(QByteArray("word 7\n").repeated(60));
    parts.list();
    QTest::newRow("other rows, everything else made to fit") << Forger::file(parts) << u"rows of table public.words"_s;

    parts = whole;
    parts.manifest.tables[1].rows -= 1;
    QTest::newRow("fewer rows in the manifest") << Forger::file(parts) << u"contradicts itself"_s;

    parts = whole;
    memberOf(parts, chunk).rows = 59;
    QTest::newRow("fewer rows in the list of members") << Forger::file(parts) << u"contradicts itself"_s;

    parts = whole;
    memberOf(parts, chunk).rows = 59;
    parts.manifest.tables[1].rows -= 1;
    QTest::newRow("fewer rows in both") << Forger::file(parts) << u"holds 60 rows, the manifest says 59"_s;

    parts = whole;
    memberOf(parts, chunk).rawBytes = *memberOf(parts, chunk).rawBytes - 7;
    parts.manifest.tables[1].bytes -= 7;
    QTest::newRow("a chunk that unpacks to more than is said") << Forger::file(parts) << u"holds 60 rows"_s;

    parts = whole;
    std::swap(parts.manifest.tables[0].members[0], parts.manifest.tables[1].members[0]);
    QTest::newRow("chunks of two tables exchanged") << Forger::file(parts) << u""_s;

    parts = whole;
    parts.manifest.tables[1].members[1] = parts.manifest.tables[1].members.at(0);
    QTest::newRow("a chunk used twice") << Forger::file(parts) << u""_s;

    parts = whole;
    parts.manifest.tables[1].hash = parts.manifest.tables[0].hash;
    QTest::newRow("another table's hash") << Forger::file(parts) << u"rows of table public.words"_s;

    parts = whole;
    parts.manifest.tables.append(parts.manifest.tables.at(0));
    QTest::newRow("a table twice") << Forger::file(parts) << u""_s;

    parts = whole;
    parts.manifest.tables[0].columns.append(u"more"_s);
    QTest::newRow("a column more") << Forger::file(parts) << u"columns"_s;

    parts = whole;
    parts.members.removeAt(3);
    QTest::newRow("member missing") << Forger::file(parts) << u"the manifest lists"_s;

    parts = whole;
    parts.members.removeLast();
    QTest::newRow("last member missing") << Forger::file(parts) << u"sequences.sql is missing"_s;

    parts = whole;
    parts.members.append(parts.members.at(2));
    QTest::newRow("member twice") << Forger::file(parts) << u"is not in the manifest"_s;

    parts = whole;
    parts.members.append(parts.members.at(2));
    parts.list();
    QTest::newRow("member twice, listed twice") << Forger::file(parts) << u"stands twice"_s;

    parts = whole;
    parts.add(u"data/1/0009.binary.zst"_s, parts.members.at(2).second);
    parts.list();
    QTest::newRow("a chunk of no table") << Forger::file(parts) << u"belongs to nothing"_s;

    parts = whole;
    parts.content(sequencesMember) += "DROP TABLE a;";
    QTest::newRow("a member altered") << Forger::file(parts) << u"sequences.sql is not what the manifest says"_s;

    QByteArray file = written(whole);
    file.replace("\"name\": \"city\"", "\"name\": \"cita\"");
    QTest::newRow("manifest edited") << file << u"seal"_s;

    parts = whole;
    parts.content(readmeMember) = "Something else\n";
    parts.list();
    QTest::newRow("another README") << Forger::file(parts) << u"README"_s;

    for (const QString &name : {u"../escape"_s, u"/etc/passwd"_s, u"a/../../b"_s, u"C:evil"_s, u"a\\b"_s, u"a//b"_s,
                                u"./a"_s, u"a/."_s, u"a b"_s}) {
        parts = whole;
        parts.add(name, "x");
        parts.list();
        QTest::newRow(qPrintable(u"name "_s + name)) << Forger::file(parts) << u"not allowed"_s;
    }
    const auto onFirst = [&whole](const std::function<void(QByteArray &)> &bend) {
        bool first = true;
        return Forger::withHeader(whole, [&](QByteArray &header) {
            if (std::exchange(first, false))
                return;
            bend(header);
        });
    };
    for (const char type : {'1', '2', '5', 'L', 'x', 'g', '\0'}) {
        QTest::newRow(qPrintable(u"type %1"_s.arg(int(type))))
            << onFirst([type](QByteArray &header) { header[156] = type; }) << u"not that of a plain file"_s;
    }
    QTest::newRow("a link's target") << onFirst([](QByteArray &header) { header[157] = 'x'; }) << u"plain file"_s;
    QTest::newRow("an owner of its own") << onFirst([](QByteArray &header) { header[265] = 'x'; }) << u"others"_s;
    QTest::newRow("a gigantic size") << onFirst([](QByteArray &header) { setField(header, 124, "77777777777"); })
                                     << u"not allowed"_s;
    QTest::newRow("a negative size") << onFirst([](QByteArray &header) { setField(header, 124, "-0000000001"); })
                                     << u"no number"_s;

    const auto withChunk = [&](const QByteArray &content) {
        Parts bent = whole;
        bent.content(chunk) = content;
        bent.list();
        return Forger::file(bent);
    };
    const auto withBinaryChunk = [&](const QByteArray &content) {
        Parts bent = whole;
        bent.content(u"data/1/0002.binary.zst"_s) = content;
        bent.list();
        return Forger::file(bent);
    };
    QTest::newRow("bomb of rows") << withChunk(packed(QByteArray("word\n").repeated(4 << 20))) << u"more rows"_s;
    QTest::newRow("a large bomb of rows") << withChunk(packedMany("word\n", qsizetype(60) << 20)) << u"more rows"_s;
    QTest::newRow("a large bomb of tuples")
        << withBinaryChunk(packedMany(tuple(1, "a"), qsizetype(20) << 20)) << u"more rows"_s;
    QTest::newRow("a bomb of nothing") << withChunk(packedMany(QByteArray(1, '\0'), qsizetype(200) << 20))
                                       << u"does not end"_s;
    QTest::newRow("two frames") << withChunk(packed("a\n") + packed("b\n")) << u"one zstd frame"_s;
    QTest::newRow("bytes behind the frame") << withChunk(packed("a\n") + "b") << u"one zstd frame"_s;
    QTest::newRow("no zstd") << withChunk("a\n") << u"one zstd frame"_s;
    QTest::newRow("a bomb that claims too much") << withChunk(
        QByteArray::fromHex("28b52ffde0") + QByteArray::fromHex("0000000000040000") + QByteArray::fromHex("010000"))
                                                 << u"too large"_s;
    QTest::newRow("half a row") << withChunk(packed("a\nb")) << u"does not end"_s;
    QTest::newRow("a hidden end") << withChunk(packed("a\n\\.\nb\n")) << u"hide"_s;
    parts = whole;
    parts.content(u"data/1/0002.binary.zst"_s) =
        packed(binaryStart + tuple(1, "a") + tuple(2, "b").chopped(1) + binaryEnd);
    parts.list();
    QTest::newRow("half a tuple") << Forger::file(parts) << u"data/1/0002.binary.zst is damaged"_s;
    parts.content(u"data/1/0002.binary.zst"_s) =
        packed(binaryStart + tuple(1, "a") + binaryEnd + tuple(2, "b") + binaryEnd);
    parts.list();
    QTest::newRow("tuples after the trailer") << Forger::file(parts) << u"data/1/0002.binary.zst is damaged"_s;

    file = written(whole);
    QTest::newRow("bytes after the end") << file + "x" << u"after the archive's end"_s;
    QTest::newRow("zeros after the end") << file + QByteArray(512, '\0') << u"after the archive's end"_s;
    QTest::newRow("two archives") << file + file << u"after the archive's end"_s;
    const qsizetype seal = file.size() - 2048;
    QTest::newRow("no seal") << file.first(seal) + QByteArray(1024, '\0') << u"without its seal"_s;
    const qsizetype second = 1024; // the second member's header
    QTest::newRow("an early end") << file.first(second) + QByteArray(1024, '\0') << u"without its seal"_s;
    QTest::newRow("an early seal") << file.first(second) + file.sliced(seal) << u"stands where it should not"_s;
    QTest::newRow("empty") << QByteArray() << u"too early"_s;
}

void ArchiveReaderTest::misleading()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, words);
    const auto result = verified(file);
    QVERIFY(!result.valid());
    QStringList messages;
    for (const core::Error &problem : result.problems)
        messages.append(problem.message);
    QVERIFY2(messages.join(u'\n').contains(words), qPrintable(messages.join(u'\n')));
    QVERIFY(!stoppedByPosition(file).isEmpty());
}

void ArchiveReaderTest::manifestFromTheEnd()
{
    const Parts parts = sample();
    const QByteArray file = written(parts);
    QVERIFY(ArchivePlan::looksLikeOne(file));
    const auto plan = ArchivePlan::of(onDisk(file));
    QVERIFY2(plan.has_value(), qPrintable(plan ? QString() : plan.error().toString()));
    QCOMPARE(plan->manifest, parts.manifest);
    for (const QByteArray &other :
         {file + "x", file.chopped(512), QByteArray(), QByteArray(4096, '\0'), file.sliced(512)})
        QVERIFY(!ArchivePlan::of(onDisk(other)).has_value());
    QCOMPARE(ArchivePlan::of(m_folder.filePath(u"nothing"_s)).error().code, ErrorCode::NotFound);
    // Larger than one step of the search.
    Parts large = parts;
    large.manifest.application = QString(300'000, u'x');
    const auto found = ArchivePlan::of(onDisk(written(large)));
    QVERIFY2(found.has_value(), qPrintable(found ? QString() : found.error().toString()));
    QCOMPARE(found->manifest.application, large.manifest.application);
}

void ArchiveReaderTest::membersByName()
{
    const Parts parts = sample();
    const QByteArray file = written(parts);
    const auto plan = ArchivePlan::of(onDisk(file));
    QVERIFY(plan.has_value());
    auto reader = MemberReader::open(std::make_shared<const ArchivePlan>(*plan));
    QVERIFY(reader.has_value());
    for (const auto &[name, content] : parts.members)
        QCOMPARE(reader->read(name).value_or("(error)"), content);
    QVERIFY(!reader->read(u"nothing"_s).has_value());
    QByteArray damaged = file;
    const qsizetype at = damaged.indexOf("setval");
    damaged[at] = 'S';
    (void)onDisk(damaged);
    const auto altered = reader->read(sequencesMember);
    QCOMPARE(altered.error().code, ErrorCode::Corrupt);
    QCOMPARE(altered.error().arguments, QStringList{sequencesMember});
}

void ArchiveReaderTest::rowsOfBothEncodings()
{
    RowHash hash;
    hash.addRow("a\tb\n");
    hash.addRow("\n");
    const auto text = readRows("a\tb\n\n", RowEncoding::Text);
    QCOMPARE(text->rows, 2);
    QCOMPARE(text->hash, hash);
    QCOMPARE(readRows("", RowEncoding::Text)->rows, 0);
    RowHash tuples;
    tuples.addRow(tuple(1, "x"));
    tuples.addRow(tuple(2, QByteArray()));
    const auto binary = readRows(binaryStart + tuple(2, QByteArray()) + tuple(1, "x") + binaryEnd, RowEncoding::Binary);
    QCOMPARE(binary->rows, 2);
    QCOMPARE(binary->columns, 2);
    QCOMPARE(binary->hash, tuples);
    QCOMPARE(binary->rowBytes, 29);
    QCOMPARE(readRows(binaryStart + binaryEnd, RowEncoding::Binary)->rows, 0);
    // A single row may be as large as it likes; the next one may not begin behind it.
    const QByteArray large(chunkSize + 100, 'x');
    QCOMPARE(readRows(large + '\n', RowEncoding::Text)->rows, 1);
    QVERIFY(!readRows(large + "\nb\n", RowEncoding::Text).has_value());
}

void ArchiveReaderTest::cancels()
{
    core::SilentTask task;
    const QByteArray file = written(sample());
    qsizetype at = 0;
    const auto result = verifyArchive(task, [&]() -> core::Result<QByteArray> {
        const QByteArray next = file.mid(at, 1000);
        at += next.size();
        if (at > file.size() / 2)
            task.cancel();
        return next;
    });
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

void ArchiveReaderTest::brokenSourceIsAnError()
{
    const auto result = verifyArchive(
        m_task, []() -> core::Result<QByteArray> { return core::fail(ErrorCode::Io, u"the disk is gone"_s); });
    QCOMPARE(result.error().code, ErrorCode::Io);
}

} // namespace

QTEST_GUILESS_MAIN(ArchiveReaderTest)
#include "archivereadertest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is left out of the packing of rows for speed costs little, whatever the rows are like.
#include "backups/chunkworker.h"

#include "archive/rows.h"
#include "backups/dumpsession.h"
#include "backups/dumptables.h"
#include "backups/sampledatabase.h"

#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;

namespace {

class ChunkWorkerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void speedCostsLittle_data();
    void speedCostsLittle();

private:
    TestServer m_server;
    core::SilentTask m_task;
};

struct Packed
{
    qint64 raw = 0;
    qint64 packed = 0;
    qint64 fully = 0; // packed with nothing left out
};

// As level 1 packs, but for the size of its table of repeats.
qint64 fullyPacked(const QByteArray &raw)
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 1);
    ZSTD_CCtx_setParameter(context, ZSTD_c_hashLog, 11);
    ZSTD_CCtx_setParameter(context, ZSTD_c_literalCompressionMode, ZSTD_ps_enable);
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(raw.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress2(context, packed.data(), static_cast<size_t>(packed.size()), raw.constData(),
                                       static_cast<size_t>(raw.size()));
    ZSTD_freeCCtx(context);
    return static_cast<qint64>(size);
}

void ChunkWorkerTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"rows"_s);
    const auto session = m_server.connect(u"rows"_s);
    const auto made = session->script(m_task, R"sql(
        SELECT setseed(0.5);
        CREATE TABLE votes AS SELECT i AS id, i * 7919 % 200000 AS voter, CASE WHEN random() < 0.7 THEN 1 ELSE -1 END AS value,
                                     timestamp '2026-01-01' + i * interval '9 second' AS at, random() AS risk
                                FROM generate_series(1, 200000) i;
        CREATE TABLE words AS SELECT i AS id, 'How will you address ' || md5(i::text) || ' in district ' || i % 11 AS question
                                FROM generate_series(1, 60000) i;
        CREATE TABLE noise AS SELECT i AS id, sha512(i::text::bytea) AS bytes FROM generate_series(1, 60000) i;
        CREATE TABLE few AS SELECT i AS id FROM generate_series(1, 100) i;)sql");
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().toString()));
}

void ChunkWorkerTest::speedCostsLittle_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<bool>("leavesOut");
    QTest::newRow("numbers") << u"votes"_s << true;
    QTest::newRow("words and hexadecimal digits") << u"words"_s << true;
    QTest::newRow("bytes that never repeat, which are stored") << u"noise"_s << false;
    QTest::newRow("too few rows to tell") << u"few"_s << false;
}

void ChunkWorkerTest::speedCostsLittle()
{
    QFETCH(QString, table);
    QFETCH(bool, leavesOut);
    const auto session = m_server.connect(u"rows"_s);
    QVERIFY(backups::beginSnapshot(m_task, *session).has_value());
    auto tables = backups::dumpTables(m_task, *session, QList<backups::TableName>{{u"public"_s, table}});
    QVERIFY2(tables.has_value() && tables->size() == 1, qPrintable(table));
    QVERIFY(backups::measureTables(m_task, *session, *tables).has_value());
    Packed sum;
    backups::ChunkWorker worker(*tables, u"UTF8"_s, 1,
                                [&sum](const backups::DumpPiece &, const archive::ManifestMember &,
                                       const QByteArray &packed) -> core::Result<QByteArray> {
                                    const auto raw = archive::unpackChunk(packed, std::nullopt);
                                    if (!raw)
                                        return core::fail(raw.error());
                                    sum.raw += raw->size();
                                    sum.packed += packed.size();
                                    sum.fully += fullyPacked(*raw);
                                    return QByteArray();
                                });
    backups::DumpTask task(m_task, tables->first().bytes, nullptr);
    const auto rows = worker.copy(task, *session, {0, 0, -1, tables->first().bytes});
    QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().toString()));
    QVERIFY(sum.raw > rows->bytes);
    // A hundredth of the rows is what may be given away of a sample; all of them are a little unlike it.
    QVERIFY2(sum.packed <= sum.fully + sum.raw / 70, qPrintable(u"%1, %2"_s.arg(sum.packed).arg(sum.fully)));
    QCOMPARE(sum.packed != sum.fully, leavesOut);
}

} // namespace

QTEST_GUILESS_MAIN(ChunkWorkerTest)

#include "chunkworkertest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/chunkworker.h"

#include "archive/archiveformat.h"

#include <QtCore/QtEndian>

#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h> // with literalCompressionMode

using namespace Qt::StringLiterals;
using civicq::archive::RowEncoding;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

// What stands before the rows of a binary COPY without options, and after them.
constexpr QByteArrayView binaryHeader("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
constexpr QByteArrayView binaryTrailer("\377\377", 2);
constexpr qint64 reportEvery = qint64(1) << 20;
// Level 1 looks for repeats with a table of 2^14 places. What repeats in rows is near: 2^11 stay in the first cache, and
// of the CivicQ tables' binary rows they find as much or more (measured: 5 to 20 % less time, 0 to 8 % fewer bytes).
constexpr int nearHashLog = 11;
// What level 1 may leave out of a table's rows for speed, where a sample of them says that it costs little: compressing the
// bytes that repeat nowhere (measured on votes: a seventh less time), or looking at every place for a repeat instead of
// every third (on all others: a fourteenth). Little is a hundredth of the rows as they come.
constexpr qsizetype sampleSize = qsizetype(128) << 10;
constexpr qsizetype littleCost = sampleSize / 100;
constexpr int everyPlace = 0;
constexpr int everyThird = 2;

struct FreeContext
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};

std::unexpected<core::Error> broken(const QString &what)
{
    return core::fail(ErrorCode::Corrupt, u"the server's COPY is not as it should be: %1"_s.arg(what));
}

// A binary stream's header goes before the first row, in its message or in one of its own. What is left is the row.
Result<QByteArrayView> withoutHeader(QByteArrayView message)
{
    if (!message.startsWith(binaryHeader.first(11)) || message.size() < binaryHeader.size())
        return broken(u"it begins with another header"_s);
    const auto extension = qFromBigEndian<quint32>(message.data() + 15);
    if (extension > message.size() - binaryHeader.size())
        return broken(u"its header is cut"_s);
    return message.sliced(binaryHeader.size() + qsizetype(extension));
}

} // namespace

// The rows gathered so far, and the memory they and their compressed form need, kept from chunk to chunk.
class ChunkWorker::Chunk
{
public:
    explicit Chunk(int level) : m_context(ZSTD_createCCtx())
    {
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, level);
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 0);
        if (level == 1) {
            ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_hashLog, nearHashLog);
            // A zstd of another make may not know it: then all is done.
            m_mayChoose = set(ZSTD_ps_enable, everyPlace);
        }
        m_raw.reserve(archive::chunkSize + (archive::chunkSize >> 3));
    }

    void begin(qsizetype table, RowEncoding encoding)
    {
        m_chosen = m_chosen && table == m_table;
        m_table = table;
        m_binary = encoding == RowEncoding::Binary;
        clear();
    }
    [[nodiscard]] bool isFull(qsizetype next) const { return m_rows > 0 && m_raw.size() + next > archive::chunkSize; }
    [[nodiscard]] bool isEmpty() const { return m_rows == 0; }
    void add(QByteArrayView row)
    {
        m_raw.append(row);
        ++m_rows;
    }

    Result<> close(const std::function<Result<QByteArray>(archive::ManifestMember, QByteArray)> &take)
    {
        if (m_binary)
            m_raw.append(binaryTrailer);
        const std::size_t bound = ZSTD_compressBound(static_cast<std::size_t>(m_raw.size()));
        if (static_cast<std::size_t>(m_packed.size()) < bound)
            m_packed.resizeForOverwrite(static_cast<qsizetype>(bound));
        if (m_mayChoose && !m_chosen)
            choose();
        const std::size_t size = pack(m_raw.size());
        if (ZSTD_isError(size))
            return core::fail(ErrorCode::Unknown, u"zstd: %1"_s.arg(QString::fromLatin1(ZSTD_getErrorName(size))));
        m_packed.resize(static_cast<qsizetype>(size));
        archive::ManifestMember facts;
        facts.rawBytes = m_raw.size();
        facts.rows = m_rows;
        auto taken = take(std::move(facts), std::move(m_packed));
        m_packed = taken ? std::move(*taken) : QByteArray();
        clear();
        return taken ? Result<>() : core::fail(taken.error());
    }

private:
    // The first `bytes` of the rows; the size, or zstd's error.
    std::size_t pack(qsizetype bytes)
    {
        return ZSTD_compress2(m_context.get(), m_packed.data(), static_cast<std::size_t>(m_packed.size()),
                              m_raw.constData(), static_cast<std::size_t>(bytes));
    }
    bool set(ZSTD_ParamSwitch_e literals, int places)
    {
        return ZSTD_isError(ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_literalCompressionMode, literals)) == 0
               && ZSTD_isError(ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_targetLength, places)) == 0;
    }
    std::size_t sample(ZSTD_ParamSwitch_e literals, int places)
    {
        set(literals, places);
        return pack(sampleSize);
    }
    // From the first rows of the table that are enough to tell by; what saves more is tried first.
    void choose()
    {
        if (m_raw.size() < sampleSize) {
            set(ZSTD_ps_enable, everyPlace);
            return;
        }
        m_chosen = true;
        const std::size_t most = sample(ZSTD_ps_enable, everyPlace) + littleCost;
        if (sample(ZSTD_ps_disable, everyPlace) > most && sample(ZSTD_ps_enable, everyThird) > most)
            set(ZSTD_ps_enable, everyPlace);
    }
    void clear()
    {
        // After one huge row the memory is given back.
        if (m_raw.capacity() > 4 * archive::chunkSize) {
            m_raw = QByteArray();
            m_packed = QByteArray();
        }
        m_raw.resize(0);
        m_rows = 0;
        if (m_binary)
            m_raw.append(binaryHeader);
    }
    std::unique_ptr<ZSTD_CCtx, FreeContext> m_context;
    QByteArray m_raw;
    QByteArray m_packed;
    qint64 m_rows = 0;
    qsizetype m_table = -1;
    bool m_binary = false;
    bool m_mayChoose = false;
    bool m_chosen = false; // for this table
};

ChunkWorker::ChunkWorker(const QList<DumpTable> &tables, QString databaseEncoding, int zstdLevel, Deliver deliver)
    : m_tables(tables), m_encoding(std::move(databaseEncoding)), m_deliver(std::move(deliver)),
      m_chunk(std::make_unique<Chunk>(zstdLevel))
{}

ChunkWorker::~ChunkWorker() = default;

Result<RowTotals> ChunkWorker::copy(DumpTask &task, postgres::Connection &session, const DumpPiece &piece)
{
    const DumpTable &table = m_tables.at(piece.table);
    const bool binary = table.encoding == RowEncoding::Binary;
    const QString shown = table.table.display();
    const auto deliver = [&](archive::ManifestMember facts, QByteArray packed) {
        return m_deliver(piece, std::move(facts), std::move(packed));
    };
    RowTotals totals;
    qint64 unreported = 0;
    qint64 reported = 0;
    bool begun = !binary;
    m_chunk->begin(piece.table, table.encoding);
    const auto message = [&](QByteArrayView row) -> Result<> {
        if (!begun) {
            const auto rest = withoutHeader(row);
            if (!rest)
                return core::fail(rest.error());
            begun = true;
            row = *rest;
            if (row.isEmpty())
                return {};
        }
        if (binary && row == binaryTrailer)
            return {};
        totals.hash.addRow(row);
        totals.bytes += row.size();
        ++totals.rows;
        if (m_chunk->isFull(row.size())) {
            if (const auto closed = m_chunk->close(deliver); !closed)
                return closed;
        }
        m_chunk->add(row);
        unreported += row.size();
        if (unreported >= reportEvery && reported + unreported <= piece.bytes) {
            task.advance(unreported, shown);
            reported += unreported;
            unreported = 0;
        }
        return {};
    };
    const auto copied = session.copyOut(task, copyStatement(table, m_encoding, piece.first, piece.end), message);
    if (!copied)
        return core::fail(copied.error().during(u"reading table %1"_s.arg(shown)));
    if (*copied != totals.rows)
        return broken(u"table %1 came as %2 rows, the server counts %3"_s.arg(shown).arg(totals.rows).arg(*copied));
    if (!m_chunk->isEmpty()) {
        if (const auto closed = m_chunk->close(deliver); !closed)
            return core::fail(closed.error());
    }
    task.advance(piece.bytes - reported, shown);
    return totals;
}

} // namespace civicq::backups

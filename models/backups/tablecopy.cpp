// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tablecopy.h"

#include "backups/dumpsession.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

using namespace std::chrono_literals;

constexpr qint64 mostReady = qint64(96) << 20; // bytes in memory while pg_dump is at the definitions
constexpr auto lockNotAvailable = "55P03"_L1;

qint64 sizeOf(const QList<DumpTable> &tables)
{
    qint64 bytes = 0;
    for (const DumpTable &table : tables)
        bytes += table.bytes;
    return bytes;
}

QList<archive::ManifestTable> describe(const QList<DumpTable> &tables)
{
    QList<archive::ManifestTable> described;
    for (const DumpTable &table : tables) {
        archive::ManifestTable facts;
        facts.number = static_cast<int>(described.size()) + 1;
        facts.schema = table.table.schema;
        facts.name = table.table.name;
        facts.columns = table.columns;
        facts.encoding = table.encoding;
        facts.condition = table.condition;
        described.append(std::move(facts));
    }
    return described;
}

QList<TableStanding> waiting(const QList<DumpTable> &tables)
{
    QList<TableStanding> standings;
    for (const DumpTable &table : tables)
        standings.append({table.table.display(), table.bytes});
    return standings;
}

} // namespace

TableCopy::TableCopy(core::TaskContext &context, const TableCopyOptions &options, const QList<DumpTable> &tables,
                     archive::ArchiveWriter &writer)
    : m_options(options), m_tables(tables), m_writer(writer), m_task(context, sizeOf(tables), options.board),
      m_queue(tables), m_described(describe(tables)), m_chunks(tables.size())
{}

TableCopy::~TableCopy()
{
    (void)stop();
}

Result<> TableCopy::stop()
{
    const auto before = m_task.verdict();
    m_task.stop(core::TaskContext::cancelled().error());
    join();
    return before;
}

void TableCopy::start(postgres::Connection &session)
{
    if (m_options.board)
        m_options.board->begin(waiting(m_tables));
    m_threads.emplace_back([this, &session] { work(session, true); });
    const auto useful = std::min(static_cast<qsizetype>(m_options.jobs), m_queue.size());
    for (qsizetype i = 1; i < useful; ++i)
        m_threads.emplace_back([this] { work(); });
}

Result<> TableCopy::open(const std::function<Result<>()> &before)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto written = before(); !written)
        return written;
    for (Waiting &chunk : m_waiting) {
        if (const auto added = add(chunk.piece, std::move(chunk.facts), chunk.packed); !added)
            return added;
    }
    m_waiting.clear();
    m_open = true;
    m_opened.notify_all();
    return {};
}

Result<> TableCopy::finish(postgres::Connection &session)
{
    join();
    // What the others could not get at.
    work(session, true);
    return m_task.verdict();
}

void TableCopy::join()
{
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void TableCopy::work()
{
    const auto session = postgres::Connection::open(m_task, m_options.parameters);
    if (!session) {
        if (!m_task.isCancelled())
            m_task.message(u"Going on with fewer sessions: %1"_s.arg(session.error().message));
        return;
    }
    if (const auto joined = joinSnapshot(m_task, **session, m_options.snapshot); !joined)
        return m_task.stop(joined.error());
    work(**session, false);
}

void TableCopy::work(postgres::Connection &session, bool holdsLocks)
{
    ChunkWorker worker(m_tables, m_options.encoding, m_options.zstdLevel,
                       [this](const DumpPiece &done, archive::ManifestMember facts, QByteArrayView packed) {
                           return deliver(done, std::move(facts), packed);
                       });
    while (!m_task.isCancelled()) {
        const auto piece = m_queue.take(holdsLocks);
        if (!piece)
            return;
        if (m_options.board)
            m_options.board->startRows(m_tables.at(piece->table).table.display());
        const auto totals = worker.copy(m_task, session, *piece);
        if (totals) {
            const std::scoped_lock lock(m_mutex);
            archive::ManifestTable &table = m_described[piece->table];
            table.rows += totals->rows;
            table.bytes += totals->bytes;
            table.hash += totals->hash;
        } else if (!holdsLocks && totals.error().sqlState == lockNotAvailable) {
            m_queue.giveBack(*piece);
            if (const auto again = joinSnapshot(m_task, session, m_options.snapshot); !again)
                return m_task.stop(again.error());
        } else {
            return m_task.stop(totals.error());
        }
    }
}

Result<> TableCopy::deliver(const DumpPiece &piece, archive::ManifestMember facts, QByteArrayView packed)
{
    std::unique_lock lock(m_mutex);
    if (!m_open && m_waitingBytes + packed.size() <= mostReady) {
        m_waitingBytes += packed.size();
        m_waiting.push_back({piece, std::move(facts), packed.toByteArray()});
        return {};
    }
    while (!m_open && !m_task.isCancelled())
        m_opened.wait_for(lock, 50ms);
    if (m_task.isCancelled())
        return core::TaskContext::cancelled();
    return add(piece, std::move(facts), packed);
}

// Under the mutex.
Result<> TableCopy::add(const DumpPiece &piece, archive::ManifestMember facts, QByteArrayView packed)
{
    const archive::ManifestTable &table = m_described.at(piece.table);
    QList<Chunk> &chunks = m_chunks[piece.table];
    facts.name = archive::chunkName(table.number, static_cast<int>(chunks.size()) + 1, table.encoding);
    chunks.append({piece.first, facts.name});
    return m_writer.add(std::move(facts), packed);
}

QList<archive::ManifestTable> TableCopy::tables() const
{
    QList<archive::ManifestTable> tables = m_described;
    for (qsizetype i = 0; i < tables.size(); ++i) {
        QList<Chunk> chunks = m_chunks.at(i);
        std::ranges::stable_sort(chunks, std::less(), &Chunk::firstPage);
        for (const Chunk &chunk : std::as_const(chunks))
            tables[i].members.append(chunk.name);
    }
    return tables;
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tablecopy.h"

#include "archive/archiveformat.h"
#include "backups/dumpsession.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

using namespace std::chrono_literals;

// What waits in memory while pg_dump is at the definitions, or the disk is slow.
constexpr qint64 mostReady = qint64(96) << 20;
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

void TableCopy::begin(std::function<void()> worker)
{
    {
        const std::scoped_lock lock(m_mutex);
        ++m_working;
    }
    m_threads.emplace_back([this, worker = std::move(worker)] {
        worker();
        const std::scoped_lock lock(m_mutex);
        --m_working;
        m_changed.notify_all();
    });
}

void TableCopy::start(postgres::Connection &session)
{
    if (m_options.board)
        m_options.board->begin(waiting(m_tables));
    begin([this, &session] { work(session, true); });
    const auto useful = std::min(static_cast<qsizetype>(m_options.jobs), m_queue.size());
    for (qsizetype i = 1; i < useful; ++i)
        begin([this] { work(); });
}

Result<> TableCopy::finish(postgres::Connection &session)
{
    writeAll();
    join();
    // What the others could not get at.
    begin([this, &session] { work(session, true); });
    writeAll();
    join();
    return m_task.verdict();
}

// Until no worker works and nothing is left.
void TableCopy::writeAll()
{
    while (auto chunk = next()) {
        if (const auto added = add(*chunk); !added)
            return m_task.stop(added.error());
        const std::scoped_lock lock(m_mutex);
        m_readyBytes -= chunk->packed.size();
        if (chunk->packed.capacity() <= 2 * archive::chunkSize) // that of one huge row is given back
            m_spare.append(std::move(chunk->packed));
        m_changed.notify_all();
    }
}

std::optional<TableCopy::Ready> TableCopy::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_ready.empty() || m_working == 0; });
    if (m_ready.empty() || m_task.isCancelled())
        return std::nullopt;
    Ready chunk = std::move(m_ready.front());
    m_ready.pop_front();
    return chunk;
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
                       [this](const DumpPiece &done, archive::ManifestMember facts, QByteArray packed) {
                           return deliver({done, std::move(facts), std::move(packed)});
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

Result<QByteArray> TableCopy::deliver(Ready chunk)
{
    std::unique_lock lock(m_mutex);
    const qint64 size = chunk.packed.size();
    while (m_readyBytes > 0 && m_readyBytes + size > mostReady && !m_task.isCancelled())
        m_changed.wait_for(lock, 50ms);
    if (m_task.isCancelled())
        return core::fail(core::TaskContext::cancelled().error());
    m_readyBytes += size;
    m_ready.push_back(std::move(chunk));
    m_changed.notify_all();
    return m_spare.isEmpty() ? QByteArray() : m_spare.takeLast();
}

Result<> TableCopy::add(Ready &chunk)
{
    const qsizetype table = chunk.piece.table;
    QList<Chunk> &chunks = m_chunks[table];
    chunk.facts.name = archive::chunkName(static_cast<int>(table) + 1, static_cast<int>(chunks.size()) + 1,
                                          m_tables.at(table).encoding);
    chunks.append({chunk.piece.first, chunk.facts.name});
    return m_writer.add(std::move(chunk.facts), chunk.packed);
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

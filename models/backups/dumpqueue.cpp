// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/dumpqueue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::backups {

namespace {

// Large enough that beginning one costs nothing; those at the end small enough that all workers end together.
constexpr qint64 pieceBytes = qint64(24) << 20;
constexpr qint64 lastPieceBytes = qint64(5) << 20;
constexpr qint64 theEnd = qint64(48) << 20; // of all bytes, so many are in small pieces

void split(const DumpTable &table, qsizetype index, qint64 size, std::deque<DumpPiece> &pieces)
{
    const qint64 count = table.splits ? std::min(table.bytes / size + 1, std::max(table.pages, qint64(1))) : 1;
    for (qint64 i = 0; i < count; ++i) {
        const qint64 first = table.pages * i / count;
        // The last has no end: nothing can be behind it unseen.
        const qint64 end = i + 1 < count ? table.pages * (i + 1) / count : -1;
        pieces.push_back({index, first, end, table.bytes * (i + 1) / count - table.bytes * i / count});
    }
}

} // namespace

DumpQueue::DumpQueue(const QList<DumpTable> &tables)
{
    QList<qsizetype> order;
    for (qsizetype i = 0; i < tables.size(); ++i)
        order.append(i);
    std::ranges::stable_sort(order, std::greater(), [&tables](qsizetype i) { return tables.at(i).bytes; });
    qint64 left = 0;
    for (const DumpTable &table : tables)
        left += table.bytes;
    for (const qsizetype index : std::as_const(order)) {
        split(tables.at(index), index, left <= theEnd ? lastPieceBytes : pieceBytes, m_pieces);
        left -= tables.at(index).bytes;
    }
}

std::optional<DumpPiece> DumpQueue::take(bool holdsLocks)
{
    const std::scoped_lock lock(m_mutex);
    std::deque<DumpPiece> &from = holdsLocks && !m_forHolder.empty() ? m_forHolder : m_pieces;
    if (from.empty())
        return std::nullopt;
    const DumpPiece piece = from.front();
    from.pop_front();
    return piece;
}

void DumpQueue::giveBack(const DumpPiece &piece)
{
    const std::scoped_lock lock(m_mutex);
    m_forHolder.push_back(piece);
}

qsizetype DumpQueue::size() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<qsizetype>(m_pieces.size() + m_forHolder.size());
}

void DumpTask::message(const QString &line)
{
    const std::scoped_lock lock(m_mutex);
    m_outer.message(line);
}

void DumpTask::advance(qint64 bytes, const QString &table)
{
    const std::scoped_lock lock(m_mutex);
    m_done += bytes;
    if (m_board)
        m_board->advance(table, bytes);
    m_outer.report({u"Copying data"_s, table, m_done, m_total, core::Unit::Bytes});
}

void DumpTask::stop(const core::Error &error)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_error)
        m_error = error;
    m_stopped = true;
}

core::Result<> DumpTask::verdict() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_error)
        return core::fail(*m_error);
    return m_outer.isCancelled() ? core::Result<>(cancelled()) : core::Result<>();
}

} // namespace civicq::backups

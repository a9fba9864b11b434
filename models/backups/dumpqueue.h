// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pieces of the tables on their way to the workers, largest table first, and the one verdict all workers share: the
// first error ends everybody. Any thread. A table that somebody wants to change between our lock and a worker's own can
// only be read by the session that holds the lock: its pieces are given back for that one.

#include "backups/dumptables.h"
#include "backups/tableboard.h"
#include "core/task.h"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace civicq::backups {

struct DumpPiece
{
    qsizetype table = 0; // index in the list of tables
    qint64 first = 0;    // page
    qint64 end = -1;     // page behind the last; -1: to the end
    qint64 bytes = 0;    // its share of the table's size
};

class DumpQueue
{
public:
    explicit DumpQueue(const QList<DumpTable> &tables);

    // None: nothing is left for this worker. The holder of the locks also takes what was given back; it asks once more
    // when the others have ended.
    [[nodiscard]] std::optional<DumpPiece> take(bool holdsLocks);
    void giveBack(const DumpPiece &piece);
    [[nodiscard]] qsizetype size() const;

private:
    mutable std::mutex m_mutex; // guards what follows
    std::deque<DumpPiece> m_pieces;
    std::deque<DumpPiece> m_forHolder;
};

// A worker's context: cancelled when the whole is, or when another worker has failed. Progress adds up over all workers.
class DumpTask final : public core::TaskContext
{
public:
    // `board` may be null.
    DumpTask(core::TaskContext &outer, qint64 totalBytes, std::shared_ptr<TableBoard> board)
        : m_outer(outer), m_total(totalBytes), m_board(std::move(board))
    {}

    [[nodiscard]] bool isCancelled() const override
    {
        return m_stopped.load(std::memory_order_relaxed) || m_outer.isCancelled();
    }
    void report(const core::Progress &progress) override { m_outer.report(progress); }
    void message(const QString &line) override;
    // `bytes` more of the tables' size are through; `table` is being read.
    void advance(qint64 bytes, const QString &table);

    // The first error is the one that counts.
    void stop(const core::Error &error);
    [[nodiscard]] core::Result<> verdict() const;

private:
    core::TaskContext &m_outer;
    const qint64 m_total;
    const std::shared_ptr<TableBoard> m_board;
    std::atomic<bool> m_stopped = false;
    mutable std::mutex m_mutex; // guards what follows
    qint64 m_done = 0;
    std::optional<core::Error> m_error;
};

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/streamedrows.h"

#include "backups/tablerows.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr std::chrono::milliseconds chunkTurn{50};
constexpr qsizetype mostPacked = qsizetype(32) << 20; // waiting to be loaded; a larger chunk goes alone

} // namespace

// Who does what; guarded by its mutex but for `stop`.
struct StreamedRows::Board
{
    std::mutex mutex;
    std::condition_variable changed;
    std::atomic<bool> stop = false;
    std::deque<std::pair<qsizetype, QByteArray>> waiting;
    qsizetype bytes = 0; // of those waiting
    int working = 0;
    bool ended = false; // nothing more will be given
    std::map<qsizetype, archive::ChunkFacts> sums;
    std::optional<core::Error> error;
    std::vector<std::thread> threads;

    void fail(const core::Error &cause) // the mutex is held
    {
        // What the others say once they are stopped is no news.
        if (!error)
            error = cause;
        stop = true;
        changed.notify_all();
    }
};

// Cancelled with everybody; who gives the chunks reports for all.
class StreamedRows::ChunkTask final : public core::TaskContext
{
public:
    ChunkTask(const Board &board, const core::TaskContext &outer) : m_board(board), m_outer(outer) {}
    [[nodiscard]] bool isCancelled() const override { return m_board.stop || m_outer.isCancelled(); }
    void report(const core::Progress &) override {}
    void message(const QString &) override {}

private:
    const Board &m_board;
    const core::TaskContext &m_outer;
};

StreamedRows::StreamedRows(core::TaskContext &context, const archive::Manifest &manifest, Connect connect, int sessions)
    : m_context(context), m_manifest(manifest), m_connect(std::move(connect)), m_board(std::make_unique<Board>())
{
    for (int i = 0; i < sessions; ++i)
        m_board->threads.emplace_back([this] { work(); });
}

StreamedRows::~StreamedRows()
{
    m_board->stop = true;
    m_board->changed.notify_all();
    for (std::thread &thread : m_board->threads)
        thread.join();
}

Result<> StreamedRows::give(qsizetype table, QByteArray packed)
{
    std::unique_lock lock(m_board->mutex);
    while (!m_board->stop && m_board->bytes > 0 && m_board->bytes + packed.size() > mostPacked) {
        m_board->changed.wait_for(lock, chunkTurn);
        if (m_context.isCancelled())
            return core::TaskContext::cancelled();
    }
    if (m_board->error)
        return core::fail(*m_board->error);
    m_board->bytes += packed.size();
    m_board->waiting.emplace_back(table, std::move(packed));
    m_board->changed.notify_all();
    return {};
}

Result<> StreamedRows::finish()
{
    std::unique_lock lock(m_board->mutex);
    m_board->ended = true;
    m_board->changed.notify_all();
    while (!m_board->stop && (!m_board->waiting.empty() || m_board->working > 0)) {
        m_board->changed.wait_for(lock, chunkTurn);
        if (m_context.isCancelled())
            return core::TaskContext::cancelled();
    }
    if (m_board->error)
        return core::fail(*m_board->error);
    for (const auto &[table, sum] : m_board->sums) {
        if (const auto same = compareWithManifest(m_manifest.tables.at(table), sum, sum.rows); !same)
            return same;
    }
    return {};
}

void StreamedRows::work()
{
    Board &board = *m_board;
    ChunkTask task(board, m_context);
    const auto session = m_connect(task);
    std::unique_lock lock(board.mutex);
    if (!session)
        board.fail(session.error());
    while (!board.stop && !(board.ended && board.waiting.empty())) {
        if (board.waiting.empty()) {
            board.changed.wait_for(lock, chunkTurn);
            continue;
        }
        const auto [table, packed] = std::move(board.waiting.front());
        board.waiting.pop_front();
        board.bytes -= packed.size();
        ++board.working;
        lock.unlock();
        board.changed.notify_all();
        const auto loaded = loadChunk(task, **session, m_manifest.tables.at(table), packed);
        lock.lock();
        --board.working;
        if (loaded) {
            archive::ChunkFacts &sum = board.sums[table];
            sum.rows += loaded->rows;
            sum.rowBytes += loaded->rowBytes;
            sum.hash += loaded->hash;
        } else {
            board.fail(loaded.error());
        }
        board.changed.notify_all();
    }
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/parallelrestore.h"

#include "backups/restoreschedule.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr std::chrono::milliseconds turn{50};

} // namespace

// Who does what; guarded by its mutex but for `stop`.
struct ParallelRestore::Board
{
    std::mutex mutex;
    std::condition_variable changed;
    std::atomic<bool> stop = false;
    RestoreSchedule schedule;
    std::optional<core::Error> error;
    qint64 doneCost = 0;
    QString object;
    QStringList messages;
    int working = 0;

    [[nodiscard]] bool isOver() const { return stop || schedule.isOver(); }

    void fail(const core::Error &cause)
    {
        const std::scoped_lock lock(mutex);
        // What the others say once they are stopped is no news.
        if (!error)
            error = cause;
        stop = true;
        changed.notify_all();
    }
};

// What a worker is handed: cancelled with everybody, heard through the board.
class ParallelRestore::WorkerTask final : public core::TaskContext
{
public:
    WorkerTask(Board &board, const core::TaskContext &outer) : m_board(board), m_outer(outer) {}

    [[nodiscard]] bool isCancelled() const override { return m_board.stop || m_outer.isCancelled(); }
    void report(const core::Progress &progress) override
    {
        const std::scoped_lock lock(m_board.mutex);
        m_board.doneCost += progress.done - std::exchange(m_reported, progress.done);
        m_board.object = progress.object;
    }
    void message(const QString &line) override
    {
        const std::scoped_lock lock(m_board.mutex);
        m_board.messages.append(line);
    }
    // The step is over; it counts in full whatever was reported of it.
    void finish(qint64 cost) // the mutex is held
    {
        m_board.doneCost += cost - std::exchange(m_reported, 0);
    }

private:
    Board &m_board;
    const core::TaskContext &m_outer;
    qint64 m_reported = 0; // guarded by the board's mutex
};

ParallelRestore::ParallelRestore(core::TaskContext &context, Worker worker, int workers)
    : m_context(context), m_worker(std::move(worker)), m_workers(std::max(workers, 1)),
      m_board(std::make_unique<Board>())
{}

ParallelRestore::~ParallelRestore() = default;

Result<> ParallelRestore::run(QList<RestoreStep> steps)
{
    Board &board = *m_board;
    board.schedule = RestoreSchedule(std::move(steps));
    board.working = static_cast<int>(std::min<std::size_t>(m_workers, board.schedule.size()));
    std::vector<std::thread> threads;
    for (int i = board.working; i > 0; --i)
        threads.emplace_back([this] { work(); });
    std::unique_lock lock(board.mutex);
    while (board.working > 0) {
        board.changed.wait_for(lock, turn);
        const core::Progress progress{{}, board.object, board.doneCost, board.schedule.cost(), core::Unit::Bytes};
        const QStringList messages = std::exchange(board.messages, {});
        if (m_context.isCancelled())
            board.stop = true;
        lock.unlock();
        m_context.report(progress);
        for (const QString &line : messages)
            m_context.message(line);
        if (m_context.isCancelled())
            board.changed.notify_all();
        lock.lock();
    }
    lock.unlock();
    for (std::thread &thread : threads)
        thread.join();
    for (const QString &line : std::as_const(board.messages))
        m_context.message(line);
    if (m_context.isCancelled())
        return core::TaskContext::cancelled();
    return board.error ? Result<>(core::fail(*board.error)) : Result<>();
}

void ParallelRestore::work()
{
    Board &board = *m_board;
    WorkerTask task(board, m_context);
    auto session = m_worker.connect(task);
    if (!session)
        board.fail(session.error());
    std::unique_lock lock(board.mutex);
    while (session && !board.isOver()) {
        const auto index = board.schedule.begin();
        if (!index) {
            board.changed.wait_for(lock, turn);
            continue;
        }
        const RestoreStep &step = board.schedule.step(*index);
        board.object = step.table().display();
        lock.unlock();
        const auto done = m_worker.run(task, **session, step);
        if (!done)
            board.fail(done.error());
        lock.lock();
        task.finish(step.cost);
        board.schedule.end(*index);
        board.changed.notify_all();
    }
    --board.working;
    board.changed.notify_all();
}

} // namespace civicq::backups

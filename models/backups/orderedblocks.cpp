// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/orderedblocks.h"

#include <QtCore/QThread>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

using civicq::core::Result;

namespace civicq::backups {

namespace {

struct Block
{
    QByteArray bytes;
    std::optional<Result<QByteArray>> result;
};

} // namespace

struct OrderedBlocks::Shared
{
    mutable std::mutex mutex;
    std::condition_variable given;
    std::condition_variable done;
    std::deque<std::shared_ptr<Block>> toDo;
    std::deque<std::shared_ptr<Block>> inOrder;
    bool stop = false;
    std::vector<std::thread> threads;

    void run(const Work &work)
    {
        std::unique_lock lock(mutex);
        for (;;) {
            given.wait(lock, [this] { return stop || !toDo.empty(); });
            if (stop)
                return;
            const std::shared_ptr<Block> block = std::move(toDo.front());
            toDo.pop_front();
            lock.unlock();
            auto result = work(block->bytes);
            block->bytes.clear();
            lock.lock();
            block->result = std::move(result);
            done.notify_one();
        }
    }
};

OrderedBlocks::OrderedBlocks(int threads, const std::function<Work()> &makeWork) : m_shared(std::make_unique<Shared>())
{
    for (int i = 0; i < std::max(1, threads); ++i)
        m_shared->threads.emplace_back([shared = m_shared.get(), work = makeWork()] { shared->run(work); });
}

OrderedBlocks::~OrderedBlocks()
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->stop = true;
    }
    m_shared->given.notify_all();
    for (std::thread &thread : m_shared->threads)
        thread.join();
}

void OrderedBlocks::give(QByteArray block)
{
    const auto item = std::make_shared<Block>(std::move(block), std::nullopt);
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->toDo.push_back(item);
        m_shared->inOrder.push_back(item);
    }
    m_shared->given.notify_one();
}

qsizetype OrderedBlocks::waiting() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return static_cast<qsizetype>(m_shared->inOrder.size());
}

bool OrderedBlocks::isReady() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return !m_shared->inOrder.empty() && m_shared->inOrder.front()->result.has_value();
}

Result<QByteArray> OrderedBlocks::take()
{
    std::unique_lock lock(m_shared->mutex);
    const std::shared_ptr<Block> oldest = m_shared->inOrder.front();
    m_shared->done.wait(lock, [&oldest] { return oldest->result.has_value(); });
    m_shared->inOrder.pop_front();
    return std::move(*oldest->result);
}

int OrderedBlocks::usualThreads()
{
    constexpr int most = 8; // beyond that the server or the disk is what one waits for
    return std::clamp(QThread::idealThreadCount(), 1, most);
}

} // namespace civicq::backups

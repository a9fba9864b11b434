// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/connectionpool.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::TaskContext;
using std::chrono::milliseconds;

namespace civicq::postgres {

namespace {
constexpr milliseconds cancelSlice{50};     // a waiting task sees its cancel within this time
constexpr milliseconds pingPatience{5'000}; // a line that is silent for longer is taken for dead
} // namespace

struct ConnectionPool::Private
{
    using Clock = Lease::Clock;
    struct Idle
    {
        std::unique_ptr<Connection> connection;
        Clock::time_point opened;
    };

    ConnectionParameters parameters;
    core::PoolSettings settings;
    mutable std::mutex mutex;
    std::condition_variable freed;
    std::vector<Idle> idle; // guarded; the most recently used last
    int inUse = 0;          // guarded: leased or being opened
    bool retired = false;   // guarded

    [[nodiscard]] int limit() const { return settings.size + settings.maxOverflow; }
    [[nodiscard]] bool hasPlace() const { return !idle.empty() || inUse < limit(); }

    // Takes a place, and the most recently used idle session with it if there is one.
    Result<Idle> takePlace(TaskContext &context)
    {
        const auto deadline = Clock::now() + settings.acquireTimeout;
        std::unique_lock lock(mutex);
        for (;;) {
            if (retired)
                return core::fail(ErrorCode::ConnectionLost, u"this connection has been closed"_s);
            if (context.isCancelled())
                return TaskContext::cancelled();
            if (hasPlace())
                break;
            if (Clock::now() >= deadline)
                return exhausted();
            freed.wait_for(lock, cancelSlice);
        }
        ++inUse;
        Idle taken;
        if (!idle.empty()) {
            taken = std::move(idle.back());
            idle.pop_back();
        }
        return taken;
    }

    void leavePlace()
    {
        {
            const std::scoped_lock lock(mutex);
            --inUse;
        }
        freed.notify_one();
    }

    [[nodiscard]] std::unexpected<core::Error> exhausted() const
    {
        core::Error error;
        error.code = ErrorCode::Timeout;
        error.message =
            u"all %1 sessions of the pool (size %2, overflow %3) are in use, and none came free within %4 s"_s
                .arg(limit())
                .arg(settings.size)
                .arg(settings.maxOverflow)
                .arg(settings.acquireTimeout.count());
        error.hint = u"Wait for running tasks to end, or raise the pool's size and overflow in the settings."_s;
        error.doing = u"waiting for a session of the pool"_s;
        return core::fail(std::move(error));
    }

    [[nodiscard]] bool isFresh(const Idle &session) const
    {
        return session.connection->isUsable() && Clock::now() - session.opened < settings.recycle;
    }

    // Whether the line still stands, with what the session's last user had set undone. Cancelled is the only error.
    static Result<bool> ping(TaskContext &context, Connection &connection)
    {
        connection.setAnswerTimeout(pingPatience);
        const auto answer = connection.query(context, u"DISCARD ALL"_s);
        connection.setAnswerTimeout(milliseconds(0));
        if (!answer && answer.error().code == ErrorCode::Cancelled)
            return core::fail(answer.error());
        return answer.has_value();
    }

    // After one session was found dead the others most likely are (the server was restarted): do not wait for each.
    void dropIdle()
    {
        std::vector<Idle> dropped;
        const std::scoped_lock lock(mutex);
        dropped.swap(idle);
    }
};

double PoolStats::utilizationPercent() const
{
    const int places = poolSize + maxOverflow;
    return places > 0 ? 100.0 * checkedOut / places : 0.0;
}

ConnectionPool::Lease::Lease(std::shared_ptr<ConnectionPool> pool, std::unique_ptr<Connection> connection,
                             Clock::time_point opened)
    : m_pool(std::move(pool)), m_connection(std::move(connection)), m_opened(opened)
{}

ConnectionPool::Lease::~Lease()
{
    if (m_pool && m_connection)
        m_pool->giveBack(std::move(m_connection), m_opened);
}

ConnectionPool::ConnectionPool(ConnectionParameters parameters, core::PoolSettings settings)
    : d(std::make_unique<Private>())
{
    d->parameters = std::move(parameters);
    d->settings = settings;
    d->settings.size = std::max(1, settings.size);
    d->settings.maxOverflow = std::max(0, settings.maxOverflow);
}

ConnectionPool::~ConnectionPool() = default;

std::shared_ptr<ConnectionPool> ConnectionPool::create(ConnectionParameters parameters, core::PoolSettings settings)
{
    return std::shared_ptr<ConnectionPool>(new ConnectionPool(std::move(parameters), settings));
}

Result<ConnectionPool::Lease> ConnectionPool::acquire(TaskContext &context)
{
    auto place = d->takePlace(context);
    if (!place)
        return core::fail(place.error());
    if (place->connection && d->isFresh(*place)) {
        const Result<bool> good = d->settings.prePing ? Private::ping(context, *place->connection) : Result<bool>(true);
        if (good && *good)
            return Lease(shared_from_this(), std::move(place->connection), place->opened);
        if (!good) {
            place->connection.reset();
            d->leavePlace();
            return core::fail(good.error());
        }
        d->dropIdle();
    }
    place->connection.reset();
    auto opened = Connection::open(context, d->parameters);
    if (!opened) {
        d->leavePlace();
        return core::fail(opened.error());
    }
    return Lease(shared_from_this(), std::move(*opened), Lease::Clock::now());
}

void ConnectionPool::giveBack(std::unique_ptr<Connection> connection, Lease::Clock::time_point opened)
{
    connection->setNoticeHandler({});
    connection->setAnswerTimeout(milliseconds(0));
    const bool clean = connection->isUsable() && !connection->inTransaction();
    {
        const std::scoped_lock lock(d->mutex);
        --d->inUse;
        // What is open beyond the pool's size is closed as soon as it comes back.
        const bool overflowing = static_cast<int>(d->idle.size()) + d->inUse >= d->settings.size;
        if (clean && !d->retired && !overflowing)
            d->idle.push_back({std::move(connection), opened});
    }
    d->freed.notify_one();
}

PoolStats ConnectionPool::stats() const
{
    const std::scoped_lock lock(d->mutex);
    PoolStats stats;
    stats.poolSize = d->settings.size;
    stats.maxOverflow = d->settings.maxOverflow;
    stats.checkedIn = static_cast<int>(d->idle.size());
    stats.checkedOut = d->inUse;
    stats.overflow = std::max(0, stats.total() - stats.poolSize);
    return stats;
}

const ConnectionParameters &ConnectionPool::parameters() const
{
    return d->parameters;
}

void ConnectionPool::retire()
{
    std::vector<Private::Idle> closing; // closed after the lock is gone
    {
        const std::scoped_lock lock(d->mutex);
        d->retired = true;
        closing.swap(d->idle);
    }
    d->freed.notify_all();
}

} // namespace civicq::postgres

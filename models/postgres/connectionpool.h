// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sessions with one database, kept open between uses, with the guide's parameters (size, overflow, pre-ping, recycle).
// Shared by worker threads (thread-safe); a Lease is used by one thread and gives its session back when it goes. The
// pool must outlive its leases: hold it by shared_ptr. Sessions are opened with `parameters` as they stand, so a pool
// made with default_transaction_read_only=on gives read-only sessions. The pre-ping is a DISCARD ALL: it finds out
// whether the line still stands and undoes what the last user of the session had set, in one round trip.

#include "core/settings.h"
#include "postgres/connection.h"

#include <chrono>
#include <memory>

namespace civicq::postgres {

struct PoolStats // names as CivicQ's own tools print them
{
    int poolSize = 0;
    int checkedIn = 0;  // open and idle in the pool
    int checkedOut = 0; // in use
    int overflow = 0;   // open beyond poolSize
    int maxOverflow = 0;
    [[nodiscard]] int total() const { return checkedIn + checkedOut; }
    [[nodiscard]] double utilizationPercent() const; // checkedOut of poolSize + maxOverflow
};

class ConnectionPool : public std::enable_shared_from_this<ConnectionPool>
{
public:
    class Lease
    {
    public:
        Lease(Lease &&other) noexcept = default;
        Lease &operator=(Lease &&) = delete;
        ~Lease(); // back to the pool, or closed when broken or in a transaction
        Connection *operator->() const { return m_connection.get(); }
        Connection &operator*() const { return *m_connection; }

    private:
        friend class ConnectionPool;
        using Clock = std::chrono::steady_clock;
        Lease(std::shared_ptr<ConnectionPool> pool, std::unique_ptr<Connection> connection, Clock::time_point opened);
        std::shared_ptr<ConnectionPool> m_pool;
        std::unique_ptr<Connection> m_connection;
        Clock::time_point m_opened;
    };

    [[nodiscard]] static std::shared_ptr<ConnectionPool> create(ConnectionParameters parameters,
                                                                core::PoolSettings settings);
    ~ConnectionPool();

    // Waits for a free place at most settings.acquireTimeout; Error Timeout names the guide's remedy.
    [[nodiscard]] core::Result<Lease> acquire(core::TaskContext &context);
    [[nodiscard]] PoolStats stats() const;
    [[nodiscard]] const ConnectionParameters &parameters() const;
    // Closes what is idle now, and every other session when it comes back; acquire() fails from now on.
    void retire();

private:
    struct Private;
    ConnectionPool(ConnectionParameters parameters, core::PoolSettings settings);
    void giveBack(std::unique_ptr<Connection> connection, Lease::Clock::time_point opened);
    std::unique_ptr<Private> d;
};

} // namespace civicq::postgres

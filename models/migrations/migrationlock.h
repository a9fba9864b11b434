// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Held while migrations run in a database, so that two runners cannot meet: an advisory lock of the session, which the
// server lets go of by itself when the session ends, however it ends. Worker thread; must not outlive the connection.
// When somebody else holds it for longer than `patience`, Error Busy says who.

#include "core/task.h"

#include <chrono>

namespace civicq::postgres {
class Connection;
}

namespace civicq::migrations {

class MigrationLock
{
public:
    [[nodiscard]] static core::Result<MigrationLock> take(postgres::Connection &connection, core::TaskContext &context,
                                                          std::chrono::milliseconds patience);
    ~MigrationLock();
    MigrationLock(MigrationLock &&other) noexcept;
    MigrationLock &operator=(MigrationLock &&) = delete;

private:
    explicit MigrationLock(postgres::Connection &connection) : m_connection(&connection) {}

    postgres::Connection *m_connection;
};

// Sleeps unless cancelled meanwhile.
[[nodiscard]] core::Result<> pause(core::TaskContext &context, std::chrono::milliseconds duration);

// Sessions with an open transaction that holds locks on tables here, the oldest first, a line each; only those
// older than `age`.
[[nodiscard]] QStringList sessionsInTheWay(postgres::Connection &connection, core::TaskContext &context,
                                           std::chrono::seconds age);

} // namespace civicq::migrations

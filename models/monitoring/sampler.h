// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks a server for its figures. Plain functions on a worker thread, over a session of the caller's; PostgreSQL 14 to 18,
// any role: what a role may not see is absent or counted as hidden. They change nothing and take no lock that waits.
// Give the session an answer timeout first (AnswerTimeout), so that a silent line ends in Error Timeout.
//
// Cache hit: the formula of the CivicQ guide and of the PostgreSQL manual's pg_statio views, hit / (hit + read) over
// user tables, heap and indexes apart. pg_stat_database cannot tell heap from index and counts the catalogues too.

#include "core/task.h"
#include "monitoring/samples.h"
#include "postgres/connection.h"

namespace civicq::monitoring {

[[nodiscard]] core::Result<CacheCounters> readCacheCounters(core::TaskContext &context,
                                                            postgres::Connection &connection);
[[nodiscard]] core::Result<ConnectionCounts> readConnectionCounts(core::TaskContext &context,
                                                                  postgres::Connection &connection);
// Both, in two short statements: a few milliseconds, for every couple of seconds.
[[nodiscard]] core::Result<LiveSample> readLiveSample(core::TaskContext &context, postgres::Connection &connection);

// Looks at every file of the database: for every ten seconds or more (10,000 tables with 20,000 indexes take seconds). A table somebody holds exclusively is not waited
// for but marked `locked`; Error Busy in the rare case that it was taken just then.
[[nodiscard]] core::Result<SizeSample> readSizes(core::TaskContext &context, postgres::Connection &connection);

// While it lives, a statement on the session that goes unanswered for `limit` fails with Error Timeout.
class AnswerTimeout
{
public:
    AnswerTimeout(postgres::Connection &connection, std::chrono::milliseconds limit) : m_connection(connection)
    {
        connection.setAnswerTimeout(limit);
    }
    ~AnswerTimeout() { m_connection.setAnswerTimeout(std::chrono::milliseconds(0)); }
    AnswerTimeout(const AnswerTimeout &) = delete;
    AnswerTimeout &operator=(const AnswerTimeout &) = delete;

private:
    postgres::Connection &m_connection;
};

} // namespace civicq::monitoring

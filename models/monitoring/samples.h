// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the live figures are made of: plain values, any thread. A figure the server did not or may not tell is absent
// (std::optional), never 0. Ratios are 0 to 1, sizes are bytes, counts are sessions. Times are UTC, taken here when the
// answer arrived.

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace civicq::monitoring {

// Block counters of all user tables and their indexes since `statsReset`.
struct CacheCounters
{
    qint64 heapHit = 0;
    qint64 heapRead = 0;
    qint64 indexHit = 0;
    qint64 indexRead = 0;
    QDateTime statsReset;       // invalid: never reset
    qint64 relations = 0;       // how many relations the sums are over, and the sum of their OIDs: a sum over fewer or
    qint64 relationsDigest = 0; // other relations than before cannot be compared with the one before

    bool operator==(const CacheCounters &) const = default;
};

// hit / (hit + read); absent where no block was asked for.
struct CacheRatio
{
    std::optional<double> heap;
    std::optional<double> index;

    bool operator==(const CacheRatio &) const = default;
};

// Client sessions of the whole server, by what they do. This program's own are counted apart, so that looking changes
// nothing in the figures.
struct ConnectionCounts
{
    int active = 0;
    int idle = 0;
    int idleInTransaction = 0; // with those whose transaction has failed
    int other = 0;             // fast-path call, starting, or not tracked (track_activities off)
    int hidden = 0;            // of other roles, whose state this role may not read; may hold their parallel workers
    int own = 0;               // same role and application_name as the session that asked
    int maxConnections = 0;
    int reserved = 0; // of maxConnections, kept for superusers and pg_use_reserved_connections

    [[nodiscard]] int total() const { return active + idle + idleInTransaction + other + hidden + own; }
    bool operator==(const ConnectionCounts &) const = default;
};

struct LiveSample
{
    QDateTime at;
    CacheCounters cache;
    ConnectionCounts connections;
};

// A table, or a partitioned table with all its partitions.
struct TableSize
{
    QString schema;
    QString name;
    qint64 heap = 0; // with free-space and visibility map
    qint64 indexes = 0;
    qint64 toast = 0;           // with its index
    int partitions = 0;         // 0: not partitioned
    std::optional<qint64> rows; // the planner's estimate; absent before the first ANALYZE or VACUUM
    bool locked = false;        // somebody holds it (or a part of it) exclusively: the sizes leave that part out

    // heap + indexes + TOAST: what pg_total_relation_size says, partitions together.
    [[nodiscard]] qint64 total() const { return heap + indexes + toast; }
    bool operator==(const TableSize &) const = default;
};

struct SizeSample
{
    QDateTime at;
    std::optional<qint64> database; // absent without the privilege to CONNECT or pg_read_all_stats
    QList<TableSize> tables;        // largest first
};

// The counters' life-long ratio.
[[nodiscard]] CacheRatio cacheRatio(const CacheCounters &counters);
// The ratio between two samples; nothing at all (a gap) when the counters were reset between them or are sums over
// other relations.
[[nodiscard]] std::optional<CacheRatio> cacheRatioBetween(const CacheCounters &before, const CacheCounters &after);

} // namespace civicq::monitoring

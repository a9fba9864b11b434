// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/sampler.h"

#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;
using civicq::core::Result;
using civicq::core::TaskContext;
using civicq::postgres::Connection;

namespace civicq::monitoring {

namespace {

// What pg_statio_user_tables sums, from the same functions, without the view's joins: with 10,000 tables it takes two
// thirds of the time. Temporary tables are left out: they do not use the shared cache, and
// come and go with their sessions.
constexpr auto cacheSql = uR"(
SELECT coalesce(sum(hit) FILTER (WHERE NOT is_index), 0)::int8 AS heap_hit,
       coalesce(sum(fetched - hit) FILTER (WHERE NOT is_index), 0)::int8 AS heap_read,
       coalesce(sum(hit) FILTER (WHERE is_index), 0)::int8 AS index_hit,
       coalesce(sum(fetched - hit) FILTER (WHERE is_index), 0)::int8 AS index_read,
       count(*) AS relations,
       coalesce(sum(oid::int8), 0)::int8 AS digest,
       (extract(epoch FROM (SELECT stats_reset FROM pg_catalog.pg_stat_database
                            WHERE datname = pg_catalog.current_database())) * 1000)::int8 AS stats_reset
FROM (SELECT c.oid,
             c.relkind = 'i' AS is_index,
             pg_catalog.pg_stat_get_blocks_fetched(c.oid) AS fetched,
             pg_catalog.pg_stat_get_blocks_hit(c.oid) AS hit
      FROM pg_catalog.pg_class c
      WHERE c.relkind IN ('r', 'm', 'i')
        AND c.relpersistence <> 't'
        AND c.relnamespace NOT IN (SELECT oid FROM pg_catalog.pg_namespace
                                   WHERE nspname IN ('pg_catalog', 'information_schema')
                                      OR nspname LIKE 'pg\_toast%')) AS relation
)";

// A role without pg_read_all_stats sees neither state nor kind of other roles' sessions; of those, the ones that have
// both a database and a user are clients.
constexpr auto connectionsSql = uR"(
WITH client AS (
    SELECT state, backend_type IS NULL AS hidden,
           usesysid = (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user)
               AND application_name = pg_catalog.current_setting('application_name') AS own
    FROM pg_catalog.pg_stat_activity
    WHERE backend_type = 'client backend'
       OR (backend_type IS NULL AND usesysid IS NOT NULL AND datid IS NOT NULL))
SELECT count(*) FILTER (WHERE own) AS own,
       count(*) FILTER (WHERE hidden AND NOT own) AS hidden,
       count(*) FILTER (WHERE NOT own AND NOT hidden AND state = 'active') AS active,
       count(*) FILTER (WHERE NOT own AND NOT hidden AND state = 'idle') AS idle,
       count(*) FILTER (WHERE NOT own AND NOT hidden
                          AND state IN ('idle in transaction', 'idle in transaction (aborted)')) AS in_transaction,
       count(*) FILTER (WHERE NOT own AND NOT hidden
                          AND (state IS NULL OR state NOT IN ('active', 'idle', 'idle in transaction',
                                                              'idle in transaction (aborted)'))) AS other,
       pg_catalog.current_setting('max_connections')::int AS max_connections,
       pg_catalog.current_setting('superuser_reserved_connections')::int
           + coalesce(pg_catalog.current_setting('reserved_connections', true)::int, 0) AS reserved
FROM client
)";

} // namespace

Result<CacheCounters> readCacheCounters(TaskContext &context, Connection &connection)
{
    const auto rows = connection.query(context, QString(cacheSql));
    if (!rows)
        return core::fail(rows.error().during(u"reading the cache counters"_s));
    CacheCounters counters;
    counters.heapHit = rows->integer(0, "heap_hit");
    counters.heapRead = rows->integer(0, "heap_read");
    counters.indexHit = rows->integer(0, "index_hit");
    counters.indexRead = rows->integer(0, "index_read");
    counters.relations = rows->integer(0, "relations");
    counters.relationsDigest = rows->integer(0, "digest");
    if (!rows->isNull(0, "stats_reset"))
        counters.statsReset = QDateTime::fromMSecsSinceEpoch(rows->integer(0, "stats_reset"), QTimeZone::UTC);
    return counters;
}

Result<ConnectionCounts> readConnectionCounts(TaskContext &context, Connection &connection)
{
    const auto rows = connection.query(context, QString(connectionsSql));
    if (!rows)
        return core::fail(rows.error().during(u"reading the connections"_s));
    const auto count = [&](const char *name) { return static_cast<int>(rows->integer(0, name)); };
    ConnectionCounts counts;
    counts.active = count("active");
    counts.idle = count("idle");
    counts.idleInTransaction = count("in_transaction");
    counts.other = count("other");
    counts.hidden = count("hidden");
    counts.own = count("own");
    counts.maxConnections = count("max_connections");
    counts.reserved = count("reserved");
    return counts;
}

Result<LiveSample> readLiveSample(TaskContext &context, Connection &connection)
{
    auto cache = readCacheCounters(context, connection);
    if (!cache)
        return core::fail(cache.error());
    auto connections = readConnectionCounts(context, connection);
    if (!connections)
        return core::fail(connections.error());
    return LiveSample{QDateTime::currentDateTimeUtc(), *cache, *connections};
}

} // namespace civicq::monitoring

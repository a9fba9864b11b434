// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/sampler.h"

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::TaskContext;
using civicq::postgres::Connection;
using civicq::postgres::Rows;

namespace civicq::monitoring {

namespace {

// The size functions take a share lock on each relation and would wait behind a VACUUM FULL for as long as it takes. So
// what somebody holds or awaits exclusively is found first (a table, one of its indexes, its TOAST table or that one's
// index) and left out. Should one be taken between, lock_timeout ends the wait.
constexpr auto sizesSql = uR"(
WITH held AS MATERIALIZED (
    SELECT relation FROM pg_catalog.pg_locks
    WHERE locktype = 'relation' AND mode = 'AccessExclusiveLock' AND pid <> pg_catalog.pg_backend_pid()
      AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())),
held_or_index AS (
    SELECT relation FROM held
    UNION SELECT i.indrelid FROM pg_catalog.pg_index i JOIN held ON i.indexrelid = held.relation),
locked AS MATERIALIZED (
    SELECT relation FROM held_or_index
    UNION SELECT c.oid FROM pg_catalog.pg_class c JOIN held_or_index ON c.reltoastrelid = held_or_index.relation),
part AS MATERIALIZED (
    SELECT c.oid, c.relkind, c.reltoastrelid, c.reltuples,
           c.oid IN (SELECT relation FROM locked) AS locked,
           CASE WHEN c.relispartition THEN coalesce(pg_catalog.pg_partition_root(c.oid)::oid, c.oid)
                ELSE c.oid END AS root
    FROM pg_catalog.pg_class c
    WHERE c.relkind IN ('r', 'm', 'p') AND c.relpersistence <> 't'
      AND c.relnamespace NOT IN (SELECT oid FROM pg_catalog.pg_namespace
                                 WHERE nspname IN ('pg_catalog', 'information_schema')
                                    OR nspname LIKE 'pg\_toast%' OR nspname LIKE 'pg\_temp%')),
sized AS (
    SELECT root, relkind, reltuples, locked,
           CASE WHEN locked OR relkind = 'p' THEN 0 ELSE pg_catalog.pg_table_size(oid) END AS whole,
           CASE WHEN locked OR relkind = 'p' THEN 0 ELSE pg_catalog.pg_indexes_size(oid) END AS indexes,
           CASE WHEN locked OR reltoastrelid = 0 THEN 0
                ELSE pg_catalog.pg_total_relation_size(reltoastrelid) END AS toast
    FROM part)
SELECT n.nspname AS schema, c.relname AS name, s.*
FROM (SELECT root,
             greatest(sum(coalesce(whole, 0) - coalesce(toast, 0)), 0)::int8 AS heap,
             sum(coalesce(indexes, 0))::int8 AS indexes,
             sum(coalesce(toast, 0))::int8 AS toast,
             sum(reltuples::float8) FILTER (WHERE relkind <> 'p' AND reltuples >= 0) AS rows,
             bool_or(relkind = 'p') AS partitioned,
             count(*) FILTER (WHERE relkind <> 'p') AS parts,
             bool_or(locked) AS locked
      FROM sized GROUP BY root) AS s
JOIN pg_catalog.pg_class c ON c.oid = s.root
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
ORDER BY s.heap + s.indexes + s.toast DESC, n.nspname, c.relname
)";

constexpr auto databaseSql = uR"(
SELECT CASE WHEN pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CONNECT')
              OR pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
            THEN pg_catalog.pg_database_size(pg_catalog.current_database()) END AS size
)";

QList<TableSize> toTables(const Rows &rows)
{
    QList<TableSize> tables;
    tables.reserve(rows.count());
    for (int row = 0; row < rows.count(); ++row) {
        TableSize table;
        table.schema = rows.text(row, "schema");
        table.name = rows.text(row, "name");
        table.heap = rows.integer(row, "heap");
        table.indexes = rows.integer(row, "indexes");
        table.toast = rows.integer(row, "toast");
        if (rows.boolean(row, "partitioned"))
            table.partitions = static_cast<int>(rows.integer(row, "parts"));
        if (!rows.isNull(row, "rows"))
            table.rows = qRound64(rows.real(row, "rows"));
        table.locked = rows.boolean(row, "locked");
        tables.append(table);
    }
    return tables;
}

} // namespace

Result<SizeSample> readSizes(TaskContext &context, Connection &connection)
{
    SizeSample sample;
    const auto read = connection.transaction(context, u"READ ONLY"_s, [&]() -> Result<> {
        if (const auto set = connection.query(context, u"SET LOCAL lock_timeout = '300ms'"_s); !set)
            return core::fail(set.error());
        const auto tables = connection.query(context, QString(sizesSql));
        if (!tables)
            return core::fail(tables.error());
        sample.tables = toTables(*tables);
        const auto database = connection.query(context, QString(databaseSql));
        if (!database)
            return core::fail(database.error());
        if (!database->isNull(0, "size"))
            sample.database = database->integer(0, "size");
        return {};
    });
    if (!read) {
        core::Error error = read.error();
        if (error.sqlState == "55P03"_L1) // lock_not_available
            error.code = ErrorCode::Busy;
        return core::fail(error.during(u"reading the table sizes"_s));
    }
    sample.at = QDateTime::currentDateTimeUtc();
    return sample;
}

} // namespace civicq::monitoring

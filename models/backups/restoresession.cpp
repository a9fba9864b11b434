// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restoresession.h"

#include "backups/tablerows.h"

#include <QtCore/QThread>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::Result;
using civicq::postgres::Connection;

namespace civicq::backups {

namespace {

// A gin index gathers its keys in a tree before it writes them. A tree of a few megabytes stays in the processor's cache,
// one of a gigabyte misses it at every step (measured on 17: a fifth more time, and an index larger by a third). Where the
// index may not fit into the server's buffers, what counts is to write seldom; from 18 on little memory would keep the
// server from sharing the work among its processes.
constexpr auto ginMemorySql = R"sql(
SELECT set_config('maintenance_work_mem', '4MB', false) FROM pg_settings
 WHERE name = 'shared_buffers' AND setting::bigint * current_setting('block_size')::bigint / 2 >= $1
   AND current_setting('server_version_num')::int < 180000)sql";

// A btree's rows are sorted in pieces that stay in the processor's cache, and merged: a quarter less time than one piece of
// a gigabyte takes (measured on 17: two million rows in no order). The pieces lie in temporary files for a second or so,
// which hardly reach the disk. With more than these bytes they would be merged more than once; where the server may share
// the work among its processes, or bounds its temporary files, the memory stays.
constexpr qint64 sortedAtOnce = qint64(8) << 20;
constexpr qint64 mergedAtOnce = qint64(256) << 20;
constexpr auto sortMemorySql = R"sql(
SELECT set_config('maintenance_work_mem', '8MB', false)
 WHERE current_setting('max_parallel_maintenance_workers')::int = 0 AND current_setting('temp_file_limit') = '-1')sql";

// Bytes of the database's encoding, of which no byte of a longer character is a quote. Backslashes are themselves: so says
// the script of every restore.
QByteArray literal(QByteArray text)
{
    return '\'' + text.replace('\'', "''") + '\'';
}

// Rows just loaded are frozen, and both keys can be read from their indexes alone, in order: side by side they are compared
// in a third of the time that a hash table takes (measured: 2 million rows, 0.10 s and 0.26 to 0.45 s). The planner would
// choose the hash table, as it takes each page of an index to be read on its own from a disk.
QByteArray mergeKeysSql(const QByteArray &table, const QByteArray &constraint)
{
    return R"sql(
SELECT set_config('enable_hashjoin', 'off', false)
  FROM pg_constraint c JOIN pg_index i ON i.indrelid = c.conrelid AND i.indisvalid AND i.indpred IS NULL
  JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am a ON a.oid = x.relam AND a.amname = 'btree'
 WHERE (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
   AND c.conrelid = )sql"
           + literal(table) + "::regclass AND c.conname = (parse_ident(" + literal(constraint) + "))[1] LIMIT 1";
}

// To sample vectors (pgvector's types) takes longer than all other columns together, and the planner asks for no statistics
// of theirs: of such a table the other columns. Autovacuum still holds it for not analyzed, and within a minute adds what
// is missing, those of index expressions too; where it is off, all are gathered at once (no row).
constexpr auto analyzedColumnsSql = R"sql(
SELECT string_agg(quote_ident(a.attname), ', ') FILTER (WHERE t.typname NOT IN ('vector', 'halfvec', 'sparsevec'))
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
 WHERE a.attrelid = (SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                      WHERE n.nspname = $1 AND c.relname = $2) AND a.attnum > 0 AND NOT a.attisdropped
   AND current_setting('autovacuum')::bool AND current_setting('track_counts')::bool
HAVING bool_or(t.typname IN ('vector', 'halfvec', 'sparsevec')))sql";

bool isAsciiName(const QString &name)
{
    return std::ranges::all_of(name, [](QChar c) { return c.unicode() < 128; });
}

} // namespace

Result<> RestoreSession::set(core::TaskContext &context, Connection &session) const
{
    for (const QString &setting : settings()) {
        const auto done = session.query(context, setting);
        if (!done && (done.error().code == core::ErrorCode::Cancelled || !session.isUsable()))
            return core::fail(done.error());
    }
    return {};
}

// Building an index wants memory; by effective_cache_size a server says how much it has. Parallel workers are for
// processors that no session of ours keeps busy: where the server is this computer these can be counted, and each worker
// too many costs (measured: 20 to 40 % more processor time for a btree).
QStringList RestoreSession::settings() const
{
    const int spare = std::max(QThread::idealThreadCount() / std::max(m_jobs, 1) - 1, 0);
    return {u"SELECT set_config('max_parallel_maintenance_workers', "
            "least(current_setting('max_parallel_maintenance_workers')::int, %1)::text, false) "
            "WHERE coalesce(inet_server_addr() <<= '127.0.0.0/8' OR inet_server_addr() = '::1', true)"_s.arg(spare),
            u"SET client_encoding = '%1'"_s.arg(m_encoding),
            u"SELECT set_config('maintenance_work_mem', greatest("
            "(SELECT setting::bigint FROM pg_settings WHERE name = 'maintenance_work_mem'), least(1048576, "
            "(SELECT setting::bigint * current_setting('block_size')::bigint / 1024 FROM pg_settings "
            "WHERE name = 'effective_cache_size') / %1))::text || 'kB', false)"_s.arg(4 * m_jobs)};
}

Result<> RestoreSession::makeIndex(core::TaskContext &context, Connection &session, const RestoreStep &step,
                                   const std::function<Result<>()> &make) const
{
    const bool gin = step.build == RestoreStep::Build::Gin;
    const bool sorts =
        step.build == RestoreStep::Build::Sort && step.rowBytes > sortedAtOnce && step.rowBytes <= mergedAtOnce;
    if (!gin && !sorts)
        return make();
    const auto limited = gin ? session.query(context, QString::fromLatin1(ginMemorySql), {step.rowBytes})
                             : session.query(context, QString::fromLatin1(sortMemorySql));
    if (!limited)
        return core::fail(limited.error());
    if (const auto made = make(); !made)
        return made;
    const auto reset = session.query(context, u"RESET maintenance_work_mem"_s);
    return reset ? set(context, session) : core::fail(reset.error());
}

Result<> RestoreSession::validate(core::TaskContext &context, Connection &session, const QByteArray &table,
                                  const QByteArray &constraint, const std::function<Result<>()> &check)
{
    if (const auto chosen = session.statement(context, mergeKeysSql(table, constraint)); !chosen)
        return core::fail(chosen.error());
    if (const auto checked = check(); !checked)
        return checked;
    const auto reset = session.query(context, u"RESET enable_hashjoin"_s);
    return reset ? Result<>() : core::fail(reset.error());
}

Result<> RestoreSession::analyze(core::TaskContext &context, Connection &session, const TableName &table)
{
    QString sql = u"ANALYZE "_s + asciiName(table.schema, table.name);
    // The session speaks the database's encoding, of which names in ASCII alone are safe.
    if (isAsciiName(table.schema + table.name)) {
        const auto columns =
            session.query(context, QString::fromLatin1(analyzedColumnsSql), {table.schema, table.name});
        if (!columns)
            return core::fail(columns.error());
        const QString chosen = columns->isEmpty() ? QString() : columns->text(0, 0);
        if (!chosen.isEmpty() && isAsciiName(chosen))
            sql += u" ("_s + chosen + u')';
    }
    const auto done = session.query(context, sql);
    return done ? Result<>() : core::fail(done.error());
}

} // namespace civicq::backups

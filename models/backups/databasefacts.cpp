// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/databasefacts.h"

#include <QtCore/QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::postgres::Connection;
using civicq::postgres::Rows;

namespace civicq::backups {

namespace {

// The objects a chosen table drags along. "needed" walks pg_depend two ways: from everything it has to what that needs,
// and from a chosen table to what belongs to it (defaults, constraints, indexes, triggers, policies, sequences). Not
// followed: a foreign key to a table that was not chosen; a sequence to the table that owns it; a publication.
constexpr auto closureSql = R"sql(
WITH RECURSIVE chosen(oid) AS (
    SELECT unnest($1::oid[])
    UNION
    SELECT i.inhrelid FROM pg_inherits i JOIN chosen c ON c.oid = i.inhparent
      JOIN pg_class k ON k.oid = i.inhrelid AND k.relispartition
), foreign_keys(oid) AS (
    SELECT oid FROM pg_constraint
     WHERE contype = 'f' AND conrelid IN (SELECT oid FROM chosen) AND confrelid NOT IN (SELECT oid FROM chosen)
), needed(classid, objid) AS (
    SELECT 'pg_class'::regclass::oid, oid FROM chosen
    UNION
    SELECT next.classid, next.objid FROM needed n CROSS JOIN LATERAL (
        SELECT d.refclassid AS classid, d.refobjid AS objid
          FROM pg_depend d LEFT JOIN pg_class s ON n.classid = 'pg_class'::regclass AND s.oid = n.objid
         WHERE d.classid = n.classid AND d.objid = n.objid AND d.refobjid >= 16384
           AND NOT (s.relkind IS NOT DISTINCT FROM 'S' AND d.deptype IN ('a', 'i'))
        UNION ALL
        SELECT d.classid, d.objid FROM pg_depend d
         WHERE n.classid = 'pg_class'::regclass AND n.objid IN (SELECT oid FROM chosen)
           AND d.refclassid = n.classid AND d.refobjid = n.objid AND d.deptype IN ('a', 'i')
           AND d.classid NOT IN ('pg_publication_rel'::regclass)
           AND NOT (d.classid = 'pg_constraint'::regclass AND d.objid IN (SELECT oid FROM foreign_keys))
    ) next
)
SELECT n.classid::int8, n.objid::int8, k.relkind, s.nspname, k.relname, k.oid IN (SELECT oid FROM chosen) AS chosen
  FROM needed n
  LEFT JOIN pg_class k ON n.classid = 'pg_class'::regclass AND k.oid = n.objid
  LEFT JOIN pg_namespace s ON s.oid = k.relnamespace
 ORDER BY s.nspname, k.relname)sql";

constexpr auto leftOutSql = R"sql(
SELECT c.conrelid::regclass || '.' || quote_ident(c.conname) || ' (' || c.confrelid::regclass || ')'
  FROM pg_constraint c
 WHERE c.contype = 'f' AND c.conrelid = ANY($1::oid[]) AND c.confrelid <> ALL($1::oid[]) ORDER BY 1)sql";

constexpr auto tablesSql = R"sql(
SELECT n.nspname, c.relname, c.oid::int8 AS oid, %1 AS bytes, c.reltuples::int8 AS rows, c.relkind <> 'p' AS has_rows
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
 WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
   AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
 ORDER BY 1, 2)sql";
constexpr auto pagesSql =
    "greatest(c.relpages + coalesce(t.relpages, 0), 0)::int8 * current_setting('block_size')::int8";

QString oidArray(const QList<TableFacts> &tables)
{
    QStringList oids;
    for (const TableFacts &table : tables)
        oids.append(QString::number(table.oid));
    return u'{' + oids.join(u',') + u'}';
}

void addObject(TableClosure &closure, const Rows &rows, int row)
{
    closure.objects.insert(
        {static_cast<unsigned int>(rows.integer(row, 0)), static_cast<unsigned int>(rows.integer(row, 1))});
    const QString kind = rows.text(row, 2);
    if (kind.isEmpty())
        return;
    const TableName name{rows.text(row, 3), rows.text(row, 4)};
    if (kind == "S"_L1)
        closure.sequences.append(name);
    else if (kind == "r"_L1 && rows.boolean(row, 5))
        closure.rowTables.append(name);
    else if ((kind == "r"_L1 || kind == "p"_L1) && !rows.boolean(row, 5))
        closure.definitionsOnly.append(name.display());
}

} // namespace

// Measuring a table waits for whoever has it locked: after a moment, what the last VACUUM or ANALYZE counted must do.
Result<QList<TableFacts>> userTables(core::TaskContext &context, Connection &connection)
{
    if (const auto set = connection.query(context, u"SET lock_timeout = '300ms'"_s); !set)
        return core::fail(set.error());
    auto rows = connection.query(context, QString::fromLatin1(tablesSql).arg(u"pg_table_size(c.oid)"_s));
    if (!rows && rows.error().sqlState == "55P03"_L1)
        rows = connection.query(context, QString::fromLatin1(tablesSql).arg(QString::fromLatin1(pagesSql)));
    if (!rows)
        return core::fail(rows.error().during(u"listing the tables"_s));
    if (const auto reset = connection.query(context, u"RESET lock_timeout"_s); !reset)
        return core::fail(reset.error());
    QList<TableFacts> tables;
    for (int row = 0; row < rows->count(); ++row)
        tables.append({{rows->text(row, 0), rows->text(row, 1)},
                       static_cast<unsigned int>(rows->integer(row, 2)),
                       rows->integer(row, 3),
                       rows->integer(row, 4),
                       rows->boolean(row, 5)});
    return tables;
}

Result<QList<TableFacts>> chosenTables(const QList<TableFacts> &tables, const QStringList &typed)
{
    QList<TableFacts> chosen;
    QStringList missing;
    for (const QString &name : typed) {
        QList<TableFacts> found;
        for (const TableFacts &table : tables) {
            if (table.table.display() == name) {
                found = {table};
                break;
            }
            if (table.table.matches(name))
                found.append(table);
        }
        if (found.isEmpty())
            missing.append(name);
        else if (found.size() > 1)
            return core::fail(
                ErrorCode::InvalidArgument,
                u"there is a table %1 in more than one schema; write %2"_s.arg(name, found.first().table.display()),
                {name});
        else if (!std::ranges::contains(chosen, found.first().oid, &TableFacts::oid))
            chosen.append(found.first());
    }
    if (!missing.isEmpty())
        return core::fail(ErrorCode::NotFound,
                          missing.size() == 1
                              ? u"there is no table %1 in this database"_s.arg(missing.first())
                              : u"these tables are not in this database: %1"_s.arg(missing.join(u", "_s)),
                          missing);
    return chosen;
}

// This program's own sessions are not other people's.
constexpr auto databaseUseSql = R"sql(
SELECT pg_database_size(current_database()),
       (SELECT count(*) FROM pg_stat_activity
         WHERE datname = current_database() AND coalesce(backend_type, 'client backend') = 'client backend'
           AND coalesce(application_name, '') NOT LIKE 'CivicQ%'))sql";

Result<ServerListing> listServer(core::TaskContext &context, const postgres::ConnectionParameters &parameters)
{
    const auto session = Connection::open(context, parameters);
    if (!session)
        return core::fail(session.error());
    auto tables = userTables(context, **session);
    if (!tables)
        return core::fail(tables.error());
    const auto names = (*session)->query(
        context, u"SELECT datname FROM pg_database WHERE NOT datistemplate AND datallowconn ORDER BY 1"_s);
    if (!names)
        return core::fail(names.error().during(u"listing the databases"_s));
    ServerListing listing{std::move(*tables), {}, systemIdentifier(context, **session)};
    for (int row = 0; row < names->count(); ++row)
        listing.databases.append(names->text(row, 0));
    const auto sizes = (*session)->query(context, QString::fromLatin1(databaseUseSql));
    if (!sizes)
        return core::fail(sizes.error().during(u"asking how large the database is"_s));
    listing.bytes = sizes->integer(0, 0);
    listing.sessions = static_cast<int>(sizes->integer(0, 1));
    return listing;
}

Result<DatabaseLocale> databaseLocale(core::TaskContext &context, Connection &connection, const QString &database)
{
    // The column's name: none before 15, daticulocale in 15 and 16, datlocale since 17.
    const QString provider = connection.serverMajor() >= 15 ? u"datlocprovider"_s : u"'c'"_s;
    const QString locale = connection.serverMajor() >= 17   ? u"datlocale"_s
                           : connection.serverMajor() >= 15 ? u"daticulocale"_s
                                                            : u"NULL"_s;
    const auto rows = connection.query(
        context,
        u"SELECT pg_encoding_to_char(encoding), %1, datcollate, datctype, %2 FROM pg_database WHERE datname = $1"_s.arg(
            provider, locale),
        {database});
    if (!rows)
        return core::fail(rows.error().during(u"reading the database's locale"_s));
    if (rows->isEmpty())
        return core::fail(ErrorCode::DatabaseMissing, u"there is no database %1"_s.arg(database), {database});
    return DatabaseLocale{rows->text(0, 0), rows->text(0, 1), rows->text(0, 2), rows->text(0, 3), rows->text(0, 4)};
}

QString systemIdentifier(core::TaskContext &context, Connection &connection)
{
    const auto rows = connection.query(context, u"SELECT system_identifier FROM pg_control_system()"_s);
    return rows && !rows->isEmpty() ? rows->text(0, 0) : QString();
}

Result<TableClosure> tableClosure(core::TaskContext &context, Connection &connection, const QList<TableFacts> &chosen)
{
    TableClosure closure;
    const auto rows = connection.query(context, QString::fromLatin1(closureSql), {oidArray(chosen)});
    if (!rows)
        return core::fail(rows.error().during(u"finding what the tables need"_s));
    for (int row = 0; row < rows->count(); ++row)
        addObject(closure, *rows, row);
    const auto keys = connection.query(context, QString::fromLatin1(leftOutSql), {oidArray(chosen)});
    if (!keys)
        return core::fail(keys.error().during(u"finding the foreign keys"_s));
    for (int row = 0; row < keys->count(); ++row)
        closure.leftOut.append(keys->text(row, 0));
    return closure;
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/dumptables.h"

#include "postgres/identifier.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::archive::RowEncoding;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::postgres::Connection;

namespace civicq::backups {

namespace {

// Of each column the type under its domains. Binary travels safely where that is built in with an OID of its own for all
// time (below 10000) and sends no OID of something else, is an enum, or is pgvector's. Arrays of built-in types count as
// built in and are judged by their element.
constexpr auto dumpTablesSql = R"sql(
WITH RECURSIVE domains(oid, base) AS (
    SELECT oid, oid FROM pg_type WHERE typtype <> 'd'
    UNION ALL
    SELECT t.oid, d.base FROM pg_type t JOIN domains d ON t.typtype = 'd' AND t.typbasetype = d.oid
), unsafe(oid) AS (
    SELECT oid FROM pg_type
     WHERE typtype NOT IN ('b', 'e', 'r', 'm') OR typsend = 0 OR typreceive = 0 OR oid = 'xml'::regtype
        OR typname IN ('regclass', 'regtype', 'regproc', 'regprocedure', 'regoper', 'regoperator', 'regconfig',
                       'regdictionary', 'regnamespace', 'regrole', 'regcollation', 'regdatabase')
        OR (oid >= 10000 AND typtype <> 'e'
            AND NOT (typname IN ('vector', 'halfvec', 'sparsevec')
                     AND EXISTS (SELECT FROM pg_depend p JOIN pg_extension x ON x.oid = p.refobjid AND x.extname = 'vector'
                                  WHERE p.classid = 'pg_type'::regclass AND p.objid = pg_type.oid AND p.deptype = 'e')))
), configuration(oid, condition) AS (
    SELECT c.oid, c.condition FROM pg_extension x
      CROSS JOIN LATERAL unnest(x.extconfig, x.extcondition) AS c(oid, condition)
     WHERE x.oid >= 16384
)
SELECT c.oid::int8, n.nspname, c.relname, k.condition,
       coalesce(a.names, '[]'), coalesce(a.safe, true),
       k.oid IS NULL AND EXISTS (SELECT FROM pg_am m WHERE m.oid = c.relam AND m.amname = 'heap')
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN configuration k ON k.oid = c.oid
  LEFT JOIN (
      SELECT a.attrelid, json_agg(a.attname ORDER BY a.attnum) AS names, bool_and(u.oid IS NULL AND v.oid IS NULL) AS safe
        FROM pg_attribute a JOIN domains d ON d.oid = a.atttypid JOIN pg_type e ON e.oid = d.base
        LEFT JOIN unsafe u ON u.oid = d.base LEFT JOIN unsafe v ON v.oid = e.typelem
       WHERE a.attrelid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       GROUP BY a.attrelid
  ) a ON a.attrelid = c.oid
 WHERE c.relkind = 'r' AND c.relpersistence <> 't'
   AND (k.oid IS NOT NULL
        OR (n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
            AND NOT EXISTS (SELECT FROM pg_depend d
                             WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')))
 ORDER BY 2, 3)sql";

constexpr qsizetype lockedAtOnce = 200; // tables in a LOCK statement

QStringList namesOf(const QByteArray &json)
{
    QStringList names;
    for (const QJsonValue &name : QJsonDocument::fromJson(json).array())
        names.append(name.toString());
    return names;
}

QString nameOf(const DumpTable &table)
{
    return postgres::Identifier(table.table.schema, table.table.name).sql();
}

} // namespace

Result<QList<DumpTable>> dumpTables(core::TaskContext &context, Connection &connection,
                                    const std::optional<QList<TableName>> &only)
{
    const auto rows = connection.query(context, QString::fromLatin1(dumpTablesSql));
    if (!rows)
        return core::fail(rows.error().during(u"listing the tables"_s));
    const bool unicode = connection.reported("server_encoding") == "UTF8"_L1;
    QList<DumpTable> tables;
    for (int row = 0; row < rows->count(); ++row) {
        DumpTable table;
        table.oid = static_cast<unsigned int>(rows->integer(row, 0));
        table.table = {rows->text(row, 1), rows->text(row, 2)};
        if (!rows->isNull(row, 3))
            table.condition = rows->text(row, 3);
        table.columns = namesOf(rows->bytes(row, 4));
        table.encoding = unicode && rows->boolean(row, 5) ? RowEncoding::Binary : RowEncoding::Text;
        table.splits = rows->boolean(row, 6);
        if (!only || only->contains(table.table))
            tables.append(std::move(table));
    }
    return tables;
}

Result<> lockTables(core::TaskContext &context, Connection &connection, const QList<DumpTable> &tables)
{
    for (qsizetype at = 0; at < tables.size(); at += lockedAtOnce) {
        QStringList names;
        for (const DumpTable &table : tables.sliced(at, std::min(lockedAtOnce, tables.size() - at)))
            names.append(u"ONLY "_s + nameOf(table));
        const QString sql = u"LOCK TABLE "_s + names.join(u", "_s) + u" IN ACCESS SHARE MODE"_s;
        if (const auto locked = connection.query(context, sql); !locked)
            return core::fail(locked.error().during(u"waiting for tables that somebody is changing"_s));
    }
    return {};
}

Result<> measureTables(core::TaskContext &context, Connection &connection, QList<DumpTable> &tables)
{
    QStringList oids;
    for (const DumpTable &table : std::as_const(tables))
        oids.append(QString::number(table.oid));
    const auto rows = connection.query(
        context,
        u"SELECT t.oid::int8, pg_table_size(t.oid), "
        "pg_relation_size(t.oid) / current_setting('block_size')::int8 FROM unnest($1::oid[]) AS t(oid)"_s,
        {QVariant(u'{' + oids.join(u',') + u'}')});
    if (!rows)
        return core::fail(rows.error().during(u"measuring the tables"_s));
    QHash<unsigned int, int> at;
    for (int row = 0; row < rows->count(); ++row)
        at.insert(static_cast<unsigned int>(rows->integer(row, 0)), row);
    for (DumpTable &table : tables) {
        table.bytes = rows->integer(at.value(table.oid), 1);
        table.pages = rows->integer(at.value(table.oid), 2);
    }
    return {};
}

QString columnList(const QStringList &columns)
{
    QStringList names;
    for (const QString &column : columns)
        names.append(postgres::Identifier(column).sql());
    return names.isEmpty() ? QString() : u" ("_s + names.join(u", "_s) + u')';
}

QString copyStatement(const DumpTable &table, const QString &databaseEncoding, qint64 first, qint64 end)
{
    const QString options = table.encoding == RowEncoding::Binary
                                ? u"(FORMAT binary)"_s
                                : u"(FORMAT text, ENCODING %1)"_s.arg(postgres::literal(databaseEncoding));
    if (first == 0 && end < 0 && table.condition.value_or(QString()).isEmpty())
        return u"COPY %1%2 TO STDOUT WITH %3"_s.arg(nameOf(table), columnList(table.columns), options);
    QStringList columns;
    for (const QString &column : table.columns)
        columns.append(postgres::Identifier(column).sql());
    QString where = table.condition.value_or(QString());
    if (first > 0 || end >= 0) {
        where = u"WHERE ctid >= '(%1,0)'"_s.arg(first);
        if (end >= 0)
            where += u" AND ctid < '(%1,0)'"_s.arg(end);
    }
    return u"COPY (SELECT "_s + columns.join(u", "_s) + u" FROM ONLY "_s + nameOf(table) + u' ' + where
           + u") TO STDOUT WITH "_s + options;
}

} // namespace civicq::backups

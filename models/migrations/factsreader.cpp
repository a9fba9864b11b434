// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/factsreader.h"

#include "postgres/connection.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Result;
using postgres::Rows;

namespace {

// No pg_get_expr() and its kin here: they open the table, and would wait behind whoever has locked it.

constexpr auto session = R"(
    SELECT array_to_string(current_schemas(false), E'\x1f'),
           current_setting('TimeZone') IN ('UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'UCT', 'Zulu', 'Universal'))";

constexpr auto relations = R"(
    SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpages::bigint * current_setting('block_size')::bigint AS bytes,
           c.reltuples::bigint AS rows,
           EXISTS (SELECT FROM pg_partitioned_table p WHERE p.partdefid = c.oid) AS is_default
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'i', 'I', 'c')
      AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg\_temp\_%')";

constexpr auto columns = R"(
    SELECT a.attrelid, a.attname, format_type(a.atttypid, NULL), a.atttypmod, a.attnotnull
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'm', 'f', 'c')
      AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
    ORDER BY a.attrelid, a.attnum)";

constexpr auto indexes = R"(
    SELECT i.indexrelid, i.indrelid,
           (SELECT string_agg(a.attname, E'\x1f') FROM pg_attribute a
            WHERE a.attrelid = i.indrelid AND (a.attnum = ANY (i.indkey::smallint[]) OR EXISTS (
                SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
                    AND d.refclassid = 'pg_class'::regclass AND d.refobjid = i.indrelid AND d.refobjsubid = a.attnum)))
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast'))";

constexpr auto constraints = R"(
    SELECT t.conrelid, t.conname, t.contype, t.convalidated, t.conindid, t.confrelid,
           coalesce(t.conbin::text ~ '^\{NULLTEST :arg \{VAR .*:nulltesttype 1 :argisrow false', false) AS proves,
           (SELECT string_agg(a.attname, E'\x1f') FROM pg_attribute a
            WHERE a.attrelid = t.conrelid AND a.attnum = ANY (t.conkey)) AS columns
    FROM pg_constraint t JOIN pg_namespace n ON n.oid = t.connamespace
    WHERE t.conrelid <> 0 AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast'))";

constexpr auto inheritance = "SELECT inhparent, inhrelid FROM pg_inherits ORDER BY inhparent, inhseqno, inhrelid";

constexpr auto ownedSequences = R"(
    SELECT d.objid, d.refobjid, a.attname
    FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
    JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))";

constexpr auto viewSources = R"(
    SELECT DISTINCT r.ev_class, d.refobjid
    FROM pg_rewrite r JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
    JOIN pg_class v ON v.oid = r.ev_class AND v.relkind IN ('v', 'm')
    WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class AND r.ev_class >= 16384)";

constexpr auto types = R"(
    SELECT t.typname, format_type(t.oid, NULL), CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, NULL) END,
           t.typtype = 'd' AND (t.typnotnull OR EXISTS (SELECT FROM pg_constraint WHERE contypid = t.oid))
    FROM pg_type t
    WHERE t.typtype IN ('b', 'd', 'e', 'r', 'm') AND t.typcategory <> 'A')";

constexpr auto functions = "SELECT proname, bool_or(provolatile = 'v') FROM pg_proc GROUP BY proname";

constexpr auto casts = R"(
    SELECT format_type(castsource, NULL), format_type(casttarget, NULL) FROM pg_cast WHERE castmethod = 'b')";

constexpr auto holders = R"(
    SELECT l.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''),
           coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::bigint, l.relation, l.mode
    FROM pg_locks l JOIN pg_stat_activity a USING (pid)
    WHERE l.locktype = 'relation' AND l.granted AND l.relation >= 16384 AND l.pid <> pg_backend_pid()
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ORDER BY 4 DESC, 1)";

// pg_table_size() opens the table: not where somebody holds, or waits for, ACCESS EXCLUSIVE.
constexpr auto sizes = R"(
    SELECT c.oid, pg_table_size(c.oid)
    FROM pg_class c
    WHERE c.oid = ANY ($1::oid[]) AND c.relkind IN ('r', 'm', 'i', 'S')
      AND c.oid <> ALL (ARRAY(SELECT relation FROM pg_locks
                              WHERE locktype = 'relation' AND mode = 'AccessExclusiveLock')))";

constexpr QChar separator(0x1f);

RelationId idAt(const Rows &rows, int row, int column)
{
    return static_cast<RelationId>(rows.integer(row, column));
}

QStringList listAt(const Rows &rows, int row, int column)
{
    return rows.isNull(row, column) ? QStringList() : rows.text(row, column).split(separator, Qt::SkipEmptyParts);
}

ConstraintFacts::Kind constraintKind(const QString &letter)
{
    using Kind = ConstraintFacts::Kind;
    switch (letter.isEmpty() ? u' ' : letter.front().unicode()) {
    case u'c': return Kind::Check;
    case u'f': return Kind::ForeignKey;
    case u'p': return Kind::PrimaryKey;
    case u'u': return Kind::Unique;
    case u'x': return Kind::Exclusion;
    case u'n': return Kind::NotNull;
    default: return Kind::Other;
    }
}

class Reader
{
public:
    Reader(postgres::Connection &connection, core::TaskContext &context) : m_connection(connection), m_context(context)
    {
        m_facts.serverMajor = connection.serverMajor();
    }

    // Each row of one query.
    Result<> each(const char *sql, const std::function<void(const Rows &, int)> &take)
    {
        const auto rows = m_connection.query(m_context, QString::fromLatin1(sql));
        if (!rows)
            return core::fail(rows.error().during(u"reading the catalogue"_s));
        for (int row = 0; row < rows->count(); ++row)
            take(*rows, row);
        return {};
    }

    RelationFacts *at(const Rows &rows, int row, int column) { return m_facts.find(idAt(rows, row, column)); }

    void takeRelation(const Rows &rows, int row);
    void takeConstraint(const Rows &rows, int row);
    void takeIndex(const Rows &rows, int row);
    Result<> readParts();
    Result<> readLanguage();

    DatabaseFacts m_facts;

private:
    postgres::Connection &m_connection;
    core::TaskContext &m_context;
};

void Reader::takeRelation(const Rows &rows, int row)
{
    RelationFacts relation;
    relation.id = idAt(rows, row, 0);
    relation.schema = rows.text(row, 1);
    relation.name = rows.text(row, 2);
    relation.kind = rows.text(row, 3).front();
    relation.bytes = rows.integer(row, 4);
    relation.rows = rows.integer(row, 5);
    relation.isDefaultPartition = rows.boolean(row, 6);
    m_facts.add(std::move(relation));
}

void Reader::takeIndex(const Rows &rows, int row)
{
    RelationFacts *index = at(rows, row, 0);
    RelationFacts *table = at(rows, row, 1);
    if (!index || !table)
        return;
    index->table = table->id;
    index->keys = listAt(rows, row, 2);
    table->indexes.append(index->id);
}

void Reader::takeConstraint(const Rows &rows, int row)
{
    RelationFacts *table = at(rows, row, 0);
    if (!table)
        return;
    ConstraintFacts constraint;
    constraint.name = rows.text(row, 1);
    constraint.kind = constraintKind(rows.text(row, 2));
    constraint.valid = rows.boolean(row, 3);
    constraint.index = idAt(rows, row, 4);
    constraint.referenced = idAt(rows, row, 5);
    constraint.provesNotNull = rows.boolean(row, 6);
    constraint.columns = listAt(rows, row, 7);
    table->constraints.append(constraint);
    if (RelationFacts *referenced = m_facts.find(constraint.referenced))
        referenced->referencedBy.append(table->id);
}

Result<> Reader::readParts()
{
    const auto isOneOf = [this](const Rows &rows, int row, auto join) {
        RelationFacts *one = at(rows, row, 0);
        RelationFacts *other = at(rows, row, 1);
        if (one && other)
            join(*one, *other);
    };
    return each(relations, [this](const Rows &rows, int row) { takeRelation(rows, row); })
        .and_then([&] {
            return each(columns, [this](const Rows &rows, int row) {
                if (RelationFacts *table = at(rows, row, 0))
                    table->columns.append({rows.text(row, 1), rows.text(row, 2), static_cast<int>(rows.integer(row, 3)),
                                           rows.boolean(row, 4)});
            });
        })
        .and_then([&] { return each(indexes, [this](const Rows &rows, int row) { takeIndex(rows, row); }); })
        .and_then([&] { return each(constraints, [this](const Rows &rows, int row) { takeConstraint(rows, row); }); })
        .and_then([&] {
            return each(inheritance, [&](const Rows &rows, int row) {
                isOneOf(rows, row, [](RelationFacts &parent, RelationFacts &child) {
                    parent.children.append(child.id);
                    child.parents.append(parent.id);
                });
            });
        })
        .and_then([&] {
            return each(ownedSequences, [&](const Rows &rows, int row) {
                isOneOf(rows, row, [&](RelationFacts &sequence, RelationFacts &table) {
                    sequence.table = table.id;
                    sequence.keys = {rows.text(row, 2)};
                    table.sequences.append(sequence.id);
                });
            });
        })
        .and_then([&] {
            return each(viewSources, [&](const Rows &rows, int row) {
                isOneOf(rows, row, [](RelationFacts &view, RelationFacts &source) {
                    view.sources.append(source.id);
                    source.views.append(view.id);
                });
            });
        });
}

// What the statements' words mean: types, functions, casts.
Result<> Reader::readLanguage()
{
    return each(types,
                [this](const Rows &rows, int row) {
                    m_facts.types.insert(rows.text(row, 0),
                                         {rows.text(row, 1), rows.text(row, 2), rows.boolean(row, 3)});
                })
        .and_then([&] {
            return each(functions, [this](const Rows &rows, int row) {
                m_facts.isVolatile.insert(rows.text(row, 0), rows.boolean(row, 1));
            });
        })
        .and_then([&] {
            return each(casts, [this](const Rows &rows, int row) {
                m_facts.sameBits.insert({rows.text(row, 0), rows.text(row, 1)});
            });
        });
}

} // namespace

Result<QList<LockHolder>> readHolders(postgres::Connection &connection, core::TaskContext &context)
{
    const auto rows = connection.query(context, QString::fromLatin1(holders));
    if (!rows)
        return core::fail(rows.error().during(u"reading who holds locks"_s));
    QList<LockHolder> found;
    for (int row = 0; row < rows->count(); ++row)
        found.append({static_cast<int>(rows->integer(row, 0)), rows->text(row, 1), rows->text(row, 2),
                      rows->integer(row, 3), idAt(*rows, row, 4), lockModeOf(rows->text(row, 5))});
    return found;
}

Result<DatabaseFacts> readFacts(postgres::Connection &connection, core::TaskContext &context)
{
    Reader reader(connection, context);
    auto done = reader.each(session, [&reader](const Rows &rows, int row) {
        reader.m_facts.searchPath = listAt(rows, row, 0);
        reader.m_facts.timeZoneIsUtc = rows.boolean(row, 1);
    });
    done = done.and_then([&] { return reader.readParts(); }).and_then([&] { return reader.readLanguage(); });
    if (!done)
        return core::fail(done.error());
    auto held = readHolders(connection, context);
    if (!held)
        return core::fail(held.error());
    reader.m_facts.holders = std::move(*held);
    return std::move(reader.m_facts);
}

Result<> readSizes(postgres::Connection &connection, core::TaskContext &context, const QList<RelationId> &wanted,
                   DatabaseFacts &facts)
{
    QStringList ids;
    for (const RelationId id : wanted)
        ids.append(QString::number(id));
    const auto rows = connection.query(context, QString::fromLatin1(sizes), {QString(u'{' + ids.join(u',') + u'}')});
    if (!rows)
        return core::fail(rows.error().during(u"reading the sizes of tables"_s));
    for (int row = 0; row < rows->count(); ++row) {
        if (RelationFacts *relation = facts.find(idAt(*rows, row, 0)))
            relation->bytes = rows->integer(row, 1);
    }
    return {};
}

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/dumpscripts.h"

#include "backups/dumptables.h"
#include "postgres/identifier.h"

#include <QtCore/QMap>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::Result;
using civicq::postgres::Connection;
using civicq::postgres::Identifier;

namespace civicq::backups {

namespace {

constexpr auto sequencesSql = R"sql(
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'S' AND c.relpersistence <> 't'
   AND (c.oid IN (SELECT unnest(extconfig) FROM pg_extension WHERE oid >= 16384)
        OR (n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
            AND NOT EXISTS (SELECT FROM pg_depend d
                             WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')))
 ORDER BY 1, 2)sql";
constexpr qsizetype sequencesAtOnce = 200;

// What each view or materialized view reads of others. Extensions' own come with them.
constexpr auto viewsSql = R"sql(
SELECT c.oid::int8, n.nspname, c.relname, c.relkind, c.relispopulated,
       (SELECT string_agg(DISTINCT d.refobjid::text, ',') FROM pg_rewrite w
          JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
           AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid
         WHERE w.ev_class = c.oid)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('m', 'v') AND n.nspname <> 'information_schema' AND n.nspname <> 'pg_catalog'
   AND NOT (c.relkind = 'm' AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                                           AND d.objid = c.oid AND d.deptype = 'e'))
 ORDER BY 2, 3)sql";

struct View
{
    QString name;
    bool materialized = false;
    bool populated = false;
    QList<qint64> reads;
    bool visited = false;
};

// Depth first: what a view reads comes before it. One that reads an unpopulated one cannot be refreshed.
bool visit(QMap<qint64, View> &views, qint64 oid, QByteArray &script)
{
    const auto found = views.find(oid);
    if (found == views.end())
        return true; // a table
    View &view = *found;
    if (view.visited)
        return view.populated;
    view.visited = true;
    for (const qint64 read : std::as_const(view.reads))
        view.populated = visit(views, read, script) && view.populated;
    if (view.materialized && view.populated)
        script += "REFRESH MATERIALIZED VIEW " + view.name.toUtf8() + ";\n";
    return view.populated;
}

bool hasLineBreak(const QString &name)
{
    return name.contains(u'\n') || name.contains(u'\r');
}

// psql's \copy is one line and takes no escapes: what has a line break in its name gets another one meanwhile. Without a
// list of columns COPY takes all that are not generated, which are the same in a table made from this archive.
QString loadTable(const archive::ManifestTable &table, const QString &options)
{
    const QString stage = u"civicq_loading"_s;
    QString before;
    QString after;
    QString schema = Identifier(table.schema).sql();
    QString name = Identifier(table.name).sql();
    if (hasLineBreak(table.schema)) {
        before += u"ALTER SCHEMA %1 RENAME TO %2;\n"_s.arg(schema, stage);
        after.prepend(u"ALTER SCHEMA %2 RENAME TO %1;\n"_s.arg(schema, stage));
        schema = stage;
    }
    if (hasLineBreak(table.name)) {
        before += u"ALTER TABLE %1.%2 RENAME TO %3;\n"_s.arg(schema, name, stage);
        after.prepend(u"ALTER TABLE %1.%3 RENAME TO %2;\n"_s.arg(schema, name, stage));
        name = stage;
    }
    const QString columns = std::ranges::any_of(table.columns, hasLineBreak) ? QString() : columnList(table.columns);
    QString script = before;
    for (const QString &member : table.members)
        script += u"\\copy "_s + schema + u'.' + name + columns + u" FROM PROGRAM 'zstd -dcq "_s + member + u"' WITH "_s
                  + options + u'\n';
    return script + after;
}

QString databaseWords(const archive::ManifestDatabase &database)
{
    QString words = u"createdb --template=template0 --encoding=%1"_s.arg(database.encoding);
    if (database.provider == "i"_L1)
        words += u" --locale-provider=icu --icu-locale='%1'"_s.arg(database.locale);
    else if (database.provider == "b"_L1)
        words += u" --locale-provider=builtin --builtin-locale='%1'"_s.arg(database.locale);
    return words + u" --lc-collate='%1' --lc-ctype='%2' NAME"_s.arg(database.collate, database.ctype);
}

} // namespace

Result<SequenceScript> sequenceScript(core::TaskContext &context, Connection &connection,
                                      const std::optional<QList<TableName>> &only)
{
    const auto listed = connection.query(context, QString::fromLatin1(sequencesSql));
    if (!listed)
        return core::fail(listed.error().during(u"listing the sequences"_s));
    QStringList questions;
    for (int row = 0; row < listed->count(); ++row) {
        const TableName name{listed->text(row, 0), listed->text(row, 1)};
        if (only && !only->contains(name))
            continue;
        const QString sql = Identifier(name.schema, name.name).sql();
        questions.append(u"SELECT %1, last_value, is_called FROM %2"_s.arg(postgres::literal(sql), sql));
    }
    SequenceScript script;
    script.count = questions.size();
    for (qsizetype at = 0; at < questions.size(); at += sequencesAtOnce) {
        const auto values = connection.query(
            context, questions.sliced(at, std::min(sequencesAtOnce, questions.size() - at)).join(u" UNION ALL "_s));
        if (!values)
            return core::fail(values.error().during(u"reading the sequences"_s));
        for (int row = 0; row < values->count(); ++row)
            script.sql += u"SELECT pg_catalog.setval(%1, %2, %3);\n"_s
                              .arg(postgres::literal(values->text(row, 0)), values->text(row, 1),
                                   values->boolean(row, 2) ? u"true"_s : u"false"_s)
                              .toUtf8();
    }
    return script;
}

Result<QByteArray> refreshScript(core::TaskContext &context, Connection &connection)
{
    const auto rows = connection.query(context, QString::fromLatin1(viewsSql));
    if (!rows)
        return core::fail(rows.error().during(u"listing the materialized views"_s));
    QMap<qint64, View> views;
    QList<qint64> order; // by name: the same database always gives the same file
    for (int row = 0; row < rows->count(); ++row) {
        View view;
        view.name = Identifier(rows->text(row, 1), rows->text(row, 2)).sql();
        view.materialized = rows->text(row, 3) == "m"_L1;
        view.populated = rows->boolean(row, 4);
        for (const QString &oid : rows->text(row, 5).split(u',', Qt::SkipEmptyParts))
            view.reads.append(oid.toLongLong());
        order.append(rows->integer(row, 0));
        views.insert(order.last(), view);
    }
    QByteArray script;
    for (const qint64 oid : std::as_const(order))
        visit(views, oid, script);
    return script;
}

QByteArray loadScript(const archive::Manifest &manifest)
{
    // The script's own encoding is UTF-8; a text file's is the database's.
    QString script = u"-- For psql, in the folder this archive was unpacked in; needs the program zstd.\n"
                     "\\set ON_ERROR_STOP on\n\\encoding UTF8\n"_s;
    const QString text = u"(FORMAT text, ENCODING %1)"_s.arg(postgres::literal(manifest.database.encoding));
    for (const archive::ManifestTable &table : manifest.tables) {
        if (!table.members.isEmpty())
            script += loadTable(table, table.encoding == archive::RowEncoding::Binary ? u"(FORMAT binary)"_s : text);
    }
    return script.toUtf8();
}

QByteArray readme(const archive::Manifest &manifest)
{
    return u"CivicQ backup of the database %1, taken %2 (UTC)\n"
           "from PostgreSQL %3.\n"
           "\n"
           "To restore it: civicq-db restore FILE, or the page Backups of CivicQ Admin. Both check every\n"
           "byte of it first.\n"
           "\n"
           "Without that program, with tar, zstd and the PostgreSQL client programs alone, in an empty\n"
           "folder:\n"
           "\n"
           "  tar -xf FILE\n"
           "  %4\n"
           "  psql -d NAME -f schema/pre-data.sql       the definitions of tables and types\n"
           "  psql -d NAME -f load.sql                  the rows\n"
           "  cat largeobjects/*.part | pg_restore -d NAME    only if there is such a folder\n"
           "  psql -d NAME -f sequences.sql             how far the sequences have counted\n"
           "  psql -d NAME -f schema/post-data.sql      indexes, keys, triggers\n"
           "  psql -d NAME -f refresh.sql               the materialized views\n"
           "  psql -d NAME -c 'ANALYZE'\n"
           "\n"
           "A file named here that is not in the archive is one there was nothing for. schema.dump holds\n"
           "the same definitions for pg_restore. manifest.json lists every table with its number of rows,\n"
           "and every file with its size and SHA-256 (sha256sum FILE).\n"_s
               .arg(manifest.database.name.simplified(), manifest.created.toUTC().toString(u"yyyy-MM-dd HH:mm"_s),
                    manifest.serverVersion, databaseWords(manifest.database))
               .toUtf8();
}

} // namespace civicq::backups

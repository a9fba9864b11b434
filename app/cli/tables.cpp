// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db tables [TABLE]: sizes and estimated rows of all tables, or of one.
#include "cli/figures.h"
#include "core/units.h"
#include "monitoring/sampler.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::monitoring::SizeSample;
using civicq::monitoring::TableSize;

namespace civicq::cli {

namespace {

QString qualified(const TableSize &table)
{
    return table.schema + u'.' + table.name;
}

QJsonObject document(const TableSize &table)
{
    return {{u"schema"_s, table.schema},
            {u"table"_s, table.name},
            {u"rows_estimate"_s, table.rows ? QJsonValue(*table.rows) : QJsonValue()},
            {u"heap_bytes"_s, table.locked ? QJsonValue() : QJsonValue(table.heap)},
            {u"index_bytes"_s, table.locked ? QJsonValue() : QJsonValue(table.indexes)},
            {u"toast_bytes"_s, table.locked ? QJsonValue() : QJsonValue(table.toast)},
            {u"total_bytes"_s, table.locked ? QJsonValue() : QJsonValue(table.total())},
            {u"partitions"_s, table.partitions},
            {u"locked"_s, table.locked}};
}

QJsonObject document(const SizeSample &sizes)
{
    QJsonArray tables;
    for (const TableSize &table : sizes.tables)
        tables.append(document(table));
    return {{u"database_bytes"_s, sizes.database ? QJsonValue(*sizes.database) : QJsonValue()}, {u"tables"_s, tables}};
}

QString text(const QList<TableSize> &tables)
{
    QList<QStringList> rows{{u"Table"_s, u"Rows (estimate)"_s, u"Heap"_s, u"Indexes"_s, u"TOAST"_s, u"Total"_s}};
    for (const TableSize &table : tables) {
        const auto size = [&](qint64 bytes) { return table.locked ? u"locked"_s : core::formatBytes(bytes); };
        rows.append({qualified(table), table.rows ? core::formatCount(*table.rows) : u"unknown"_s, size(table.heap),
                     size(table.indexes), size(table.toast), size(table.total())});
    }
    return Output::table(rows);
}

// By its name, or by schema and name. A name in several schemas is not guessed at.
core::Result<TableSize> find(const QList<TableSize> &tables, const QString &name)
{
    QList<TableSize> found;
    for (const TableSize &table : tables) {
        if (qualified(table) == name)
            return table;
        if (table.name == name)
            found.append(table);
    }
    if (found.isEmpty())
        return core::fail(ErrorCode::NotFound, u"there is no table %1 in this database"_s.arg(name), {name});
    if (found.size() > 1) {
        QStringList names;
        for (const TableSize &table : found)
            names.append(qualified(table));
        return core::fail(ErrorCode::InvalidArgument,
                          u"several schemas have a table %1; name one of %2"_s.arg(name, names.join(u", "_s)), {name});
    }
    return found.first();
}

QString words(const SizeSample &sizes)
{
    const QString total =
        sizes.database ? u"\nThe database takes %1 on disk."_s.arg(core::formatBytes(*sizes.database)) : QString();
    return (sizes.tables.isEmpty() ? u"This database has no tables."_s : text(sizes.tables)) + total;
}

int showAll(Context &context)
{
    return showFigures(context, monitoring::readSizes, [](const SizeSample &sizes) { return document(sizes); }, words);
}

int showOne(Context &context, const QString &name)
{
    const auto read = [&name](core::TaskContext &task, postgres::Connection &session) -> core::Result<TableSize> {
        const auto sizes = monitoring::readSizes(task, session);
        return sizes ? find(sizes->tables, name) : core::fail(sizes.error());
    };
    return showFigures(
        context, read, [](const TableSize &table) { return document(table); },
        [](const TableSize &table) { return text({table}); });
}

} // namespace

void addTables(CLI::App &app, Context &context)
{
    CLI::App *command = app.add_subcommand("tables", "Sizes of all tables, or of one, with indexes and TOAST");
    auto name = std::make_shared<QString>();
    command->add_option_function<std::string>(
        "table", [name](const std::string &value) { *name = text(value); }, "A table by name, or SCHEMA.NAME");
    command->callback(
        [&context, name] { context.status = name->isEmpty() ? showAll(context) : showOne(context, *name); });
}

} // namespace civicq::cli

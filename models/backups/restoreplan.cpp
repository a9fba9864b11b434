// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restoreplan.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

// Guesses of how long an index takes, in bytes of rows that are loaded meanwhile; only their order matters. Measured on
// CivicQ's own indexes: gin and gist by the row (jsonb, text), ivfflat as long as loading, hnsw many times as long.
constexpr qint64 wordsOfARow = 1200;
constexpr qint64 graphCost = 16;
constexpr qint64 statisticsShare = 8; // a sample, not every row
constexpr qint64 leastCost = 8192;    // a page: an empty table costs something too

struct TableSize
{
    qint64 bytes = 0;
    qint64 rows = 0;
};
using TableSizes = std::map<TableName, TableSize>;

TableSizes sizesOf(const archive::Manifest &manifest)
{
    TableSizes sizes;
    for (const archive::ManifestTable &table : manifest.tables)
        sizes.emplace(TableName{table.schema, table.name}, TableSize{std::max(table.bytes, leastCost), table.rows});
    return sizes;
}

qint64 indexCost(const QByteArray &method, const TableSize &size)
{
    if (method == "gin" || method == "gist" || method == "spgist")
        return size.bytes + wordsOfARow * size.rows;
    return method == "hnsw" ? graphCost * size.bytes : size.bytes;
}

// CREATE [UNIQUE] INDEX name ON schema.table USING method (...)
std::optional<RestoreStep> asIndex(const QByteArrayList &words, const TableSizes &sizes)
{
    const qsizetype create = words.value(1) == "unique" ? 2 : 1;
    const qsizetype on = words.indexOf("on", create);
    if (words.value(0) != "create" || words.value(create) != "index" || on < 0 || words.value(on + 1) == "only")
        return std::nullopt;
    qsizetype at = on + 1;
    const TableName table = tableNameAt(words, at);
    const auto found = sizes.find(table);
    if (found == sizes.end())
        return std::nullopt;
    RestoreStep step;
    step.stage = RestoreStep::Stage::Index;
    step.alone = false;
    step.tables = {table};
    step.cost = indexCost(words.value(at + 1), found->second);
    return step;
}

// ALTER TABLE ONLY schema.table ADD CONSTRAINT name PRIMARY KEY | UNIQUE | EXCLUDE | FOREIGN KEY ...
std::optional<RestoreStep> asConstraint(const QByteArrayList &words, const TableSizes &sizes)
{
    if (words.value(0) != "alter" || words.value(1) != "table" || words.value(2) != "only")
        return std::nullopt;
    qsizetype at = 3;
    const TableName table = tableNameAt(words, at);
    const auto found = sizes.find(table);
    if (found == sizes.end() || words.value(at) != "add" || words.value(at + 1) != "constraint")
        return std::nullopt;
    const QByteArray kind = words.value(at + 3);
    RestoreStep step;
    step.tables = {table};
    step.cost = found->second.bytes;
    if (kind == "primary" || kind == "unique" || kind == "exclude") {
        step.stage = RestoreStep::Stage::Index;
        return step;
    }
    const qsizetype references = words.indexOf("references", at + 3);
    if (kind != "foreign" || references < 0)
        return std::nullopt;
    at = references + 1;
    const TableName other = tableNameAt(words, at);
    if (!sizes.contains(other)) // partitioned: its index is made whole only later
        return std::nullopt;
    step.stage = RestoreStep::Stage::ForeignKey;
    if (other != table)
        step.tables.append(other);
    return step;
}

bool isSetting(const SqlStatement &statement)
{
    return statement.startsWith("set") || statement.startsWith("select pg_catalog . set_config")
           || statement.startsWith("select pg_catalog.set_config");
}

} // namespace

Result<PostData> readPostData(SqlReader &reader, const archive::Manifest &manifest, Programs programs)
{
    const TableSizes sizes = sizesOf(manifest);
    PostData post;
    QByteArray tablespace;
    bool begun = false;
    for (;;) {
        const auto item = reader.next();
        if (!item)
            return core::fail(item.error());
        if (*item == SqlReader::Item::End)
            return post;
        if (const auto found = objection(*item, reader.statement(), programs))
            return core::fail(forbidden(*found, reader.statement()));
        if (*item == SqlReader::Item::Copy)
            return core::fail(ErrorCode::Corrupt, u"the definitions in schema.dump hold rows"_s);
        if (*item == SqlReader::Item::Command)
            continue;
        const SqlStatement &statement = reader.statement();
        const QByteArrayList words = statement.words();
        if (words.value(0) == "set" && words.value(1) == "default_tablespace")
            tablespace = statement.text;
        if (isSetting(statement) && !begun) {
            post.prelude.append(statement);
            continue;
        }
        begun = true;
        auto step = asIndex(words, sizes);
        if (!step)
            step = asConstraint(words, sizes);
        if (!step) {
            post.rest.append(statement);
            continue;
        }
        step->setting = tablespace;
        step->statement = statement;
        post.steps.append(std::move(*step));
    }
}

QList<RestoreStep> rowSteps(const archive::Manifest &manifest, const std::function<bool(const TableName &)> &wanted)
{
    QList<RestoreStep> steps;
    for (qsizetype i = 0; i < manifest.tables.size(); ++i) {
        const archive::ManifestTable &table = manifest.tables.at(i);
        RestoreStep step;
        step.tables = {TableName{table.schema, table.name}};
        step.cost = std::max(table.bytes, leastCost);
        step.manifestTable = i;
        if (!wanted(step.table()))
            continue;
        steps.append(step);
        step.stage = RestoreStep::Stage::Statistics;
        step.cost = std::max(table.bytes / statisticsShare, leastCost);
        steps.append(step);
    }
    return steps;
}

bool isPrivilege(const SqlStatement &statement)
{
    return statement.startsWith("grant") || statement.startsWith("revoke")
           || statement.startsWith("alter default privileges");
}

bool isEventTrigger(const SqlStatement &statement)
{
    return statement.startsWith("create event trigger") || statement.startsWith("alter event trigger")
           || statement.startsWith("comment on event trigger");
}

} // namespace civicq::backups

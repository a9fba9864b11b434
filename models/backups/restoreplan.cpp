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

// Guesses of how long a step takes, in bytes of rows that are loaded meanwhile. Measured on CivicQ's own tables (a second
// for 100 MB): gin and gist by the row (jsonb, text), ivfflat as long as loading, hnsw many times as long; sorting for a
// btree and looking up what a foreign key points at by the row, too, and reading the table is the smallest part of it.
constexpr qint64 wordsOfARow = 1000;
constexpr qint64 graphCost = 16;
constexpr qint64 sortedRow = 100;
constexpr qint64 lookedUpRow = 40;
constexpr qint64 readShare = 20;
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

qint64 byRow(const TableSize &size, qint64 row)
{
    return std::max(size.bytes / readShare + row * size.rows, leastCost);
}

qint64 indexCost(const QByteArray &method, const TableSize &size)
{
    if (method == "gin" || method == "gist" || method == "spgist")
        return size.bytes + wordsOfARow * size.rows;
    if (method == "hnsw" || method == "ivfflat")
        return (method == "hnsw" ? graphCost : 1) * size.bytes;
    return byRow(size, method == "brin" ? 0 : sortedRow);
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
    step.stage = create == 2 ? RestoreStep::Stage::Key : RestoreStep::Stage::Index;
    step.alone = false;
    step.tables = {table};
    step.cost = indexCost(words.value(at + 1), found->second);
    // USING stands there always.
    const QByteArray method = words.value(at + 1);
    step.build = method == "gin"     ? RestoreStep::Build::Gin
                 : method == "btree" ? RestoreStep::Build::Sort
                                     : RestoreStep::Build::Other;
    step.rowBytes = found->second.bytes;
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
    const qsizetype nameAt = at + 2;
    const QByteArray kind = words.value(at + 3);
    RestoreStep step;
    step.tables = {table};
    if (kind == "primary" || kind == "unique" || kind == "exclude") {
        step.stage = RestoreStep::Stage::Key;
        step.cost = byRow(found->second, sortedRow);
        if (kind == "unique")
            step.build = RestoreStep::Build::Sort;
        step.rowBytes = found->second.bytes;
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
    step.cost = byRow(found->second, lookedUpRow);
    // One that was never checked, or (18) never is, stays so.
    const QByteArrayList end = words.last(2);
    if (end != QByteArrayList{"not", "valid"} && end != QByteArrayList{"not", "enforced"})
        step.constraint = words.at(nameAt);
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

QList<RestoreStep> withValidation(const QList<RestoreStep> &steps)
{
    QList<RestoreStep> result;
    for (RestoreStep step : steps) {
        if (step.constraint.isEmpty()) {
            result.append(std::move(step));
            continue;
        }
        RestoreStep check = step;
        check.stage = RestoreStep::Stage::Validation;
        check.tables = {step.table()};
        const QByteArrayList words = step.statement.words();
        qsizetype at = 3; // alter table only NAME
        (void)tableNameAt(words, at);
        const QByteArrayList name = words.sliced(3, at - 3);
        check.tableText = name.join();
        check.statement.text = "ALTER TABLE ONLY " + check.tableText + " VALIDATE CONSTRAINT " + step.constraint;
        check.statement.skeleton = "alter table only " + name.join(' ') + " validate constraint " + step.constraint;
        step.statement.text += " NOT VALID";
        step.statement.skeleton += " not valid";
        step.cost = leastCost;
        result.append(std::move(step));
        result.append(std::move(check));
    }
    return result;
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

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/compare.h"

#include "backups/databasefacts.h"
#include "backups/toolwords.h"
#include "postgres/identifier.h"
#include "postgres/toolconnection.h"

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::postgres::ConnectionParameters;

namespace civicq::backups {

namespace {

constexpr qsizetype mostDifferences = 20;

// The definitions, without the lines that differ from dump to dump.
Result<QStringList> definitions(core::TaskContext &context, const Toolbox &toolbox,
                                const ConnectionParameters &parameters)
{
    const auto session = postgres::Connection::open(context, parameters);
    if (!session)
        return core::fail(session.error());
    const auto tool = toolbox.tools.find(context, u"pg_dump"_s, (*session)->serverMajor());
    if (!tool)
        return core::fail(tool.error());
    const auto connection = postgres::toolConnection(parameters, u"CivicQ comparison"_s);
    core::ProcessRequest request;
    request.program = tool->path;
    request.arguments = {u"--schema-only"_s, u"--no-password"_s, connection.argument};
    request.environment = connection.environment;
    request.environment.insert(plainWords());
    const auto done = toolbox.processes.run(context, request);
    if (!done)
        return core::fail(done.error());
    if (done->exitCode != 0)
        return core::fail(toolFailure(ErrorCode::ProcessFailed, tool->path, done->errorText));
    QStringList lines;
    for (const QString &line : QString::fromUtf8(done->output).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith("\\restrict"_L1) && !line.startsWith("\\unrestrict"_L1)
            && !line.startsWith("-- Dumped"_L1))
            lines.append(line.trimmed());
    }
    return lines;
}

void compareDefinitions(const QStringList &first, const QStringList &second, QStringList &differences)
{
    if (first == second)
        return;
    const qsizetype common = std::min(first.size(), second.size());
    qsizetype at = 0;
    while (at < common && first.at(at) == second.at(at))
        ++at;
    differences.append(u"The definitions differ, first at: %1 / %2"_s.arg(first.value(at), second.value(at)));
}

void compareSums(const QList<TableSum> &first, const QList<TableSum> &second, QStringList &differences)
{
    QHash<QString, TableSum> others;
    for (const TableSum &sum : second)
        others.insert(sum.table, sum);
    for (const TableSum &sum : first) {
        if (differences.size() >= mostDifferences)
            return;
        const auto other = others.constFind(sum.table);
        if (other == others.constEnd())
            differences.append(u"%1 is missing in the second database"_s.arg(sum.table));
        else if (other->rows != sum.rows)
            differences.append(u"%1 has %2 rows and %3"_s.arg(sum.table).arg(sum.rows).arg(other->rows));
        else if (other->hash != sum.hash)
            differences.append(u"%1 has other content"_s.arg(sum.table));
        others.remove(sum.table);
    }
    for (const QString &left : others.keys())
        differences.append(u"%1 is only in the second database"_s.arg(left));
}

Result<QStringList> sequenceStates(core::TaskContext &context, const ConnectionParameters &parameters)
{
    const auto session = postgres::Connection::open(context, parameters);
    if (!session)
        return core::fail(session.error());
    const auto rows = (*session)->query(
        context,
        u"SELECT schemaname || '.' || sequencename, coalesce(last_value::text, '') FROM pg_sequences ORDER BY 1"_s);
    if (!rows)
        return core::fail(rows.error());
    QStringList states;
    for (int row = 0; row < rows->count(); ++row)
        states.append(rows->text(row, 0) + u" = "_s + rows->text(row, 1));
    return states;
}

} // namespace

Result<QList<TableSum>> tableSums(core::TaskContext &context, const ConnectionParameters &parameters)
{
    // The same text for the same value on both sides, whatever the databases' own settings are.
    const auto session = postgres::Connection::open(context, parameters.withSetting(u"extra_float_digits"_s, u"1"_s)
                                                                 .withSetting(u"DateStyle"_s, u"ISO"_s)
                                                                 .withSetting(u"TimeZone"_s, u"UTC"_s));
    if (!session)
        return core::fail(session.error());
    const auto tables = userTables(context, **session);
    if (!tables)
        return core::fail(tables.error());
    QList<TableSum> sums;
    for (const TableFacts &table : *tables) {
        if (!table.hasRows)
            continue;
        const QString name = table.table.display();
        context.report({u"Comparing"_s, name, sums.size(), tables->size(), core::Unit::Objects});
        const auto row = (*session)->query(
            context,
            u"SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text FROM ONLY %1 AS t"_s.arg(
                postgres::Identifier(table.table.schema, table.table.name).sql()));
        if (!row)
            return core::fail(row.error().during(u"reading table %1"_s.arg(name)));
        sums.append({name, row->integer(0, 0), row->text(0, 1)});
    }
    return sums;
}

Result<Comparison> compare(core::TaskContext &context, const Toolbox &toolbox, const ConnectionParameters &first,
                           const ConnectionParameters &second)
{
    const auto firstDefinitions = definitions(context, toolbox, first);
    if (!firstDefinitions)
        return core::fail(firstDefinitions.error());
    const auto secondDefinitions = definitions(context, toolbox, second);
    if (!secondDefinitions)
        return core::fail(secondDefinitions.error());
    const auto firstSums = tableSums(context, first);
    if (!firstSums)
        return core::fail(firstSums.error());
    const auto secondSums = tableSums(context, second);
    if (!secondSums)
        return core::fail(secondSums.error());
    const auto firstSequences = sequenceStates(context, first);
    const auto secondSequences = sequenceStates(context, second);
    if (!firstSequences || !secondSequences)
        return core::fail(firstSequences ? secondSequences.error() : firstSequences.error());
    Comparison comparison;
    compareDefinitions(*firstDefinitions, *secondDefinitions, comparison.differences);
    compareSums(*firstSums, *secondSums, comparison.differences);
    if (*firstSequences != *secondSequences)
        comparison.differences.append(u"The sequences stand differently"_s);
    comparison.tables = firstSums->size();
    for (const TableSum &sum : *firstSums)
        comparison.rows += sum.rows;
    return comparison;
}

} // namespace civicq::backups

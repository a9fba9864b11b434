// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationplan.h"

#include "migrations/chaincheck.h"
#include "migrations/revisionpath.h"

#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Result;

namespace {

std::unexpected<core::Error> refusal(const Problem &problem)
{
    core::Error error;
    error.code = core::ErrorCode::Corrupt;
    const QString place = problem.place();
    error.message = place.isEmpty() ? problem.message : place + u": "_s + problem.message;
    error.hint = problem.mend;
    error.arguments = {kindName(problem.kind), problem.subject};
    return core::fail(std::move(error));
}

Result<> refuseErrors(const QList<Problem> &problems)
{
    for (const Problem &problem : problems) {
        if (problem.severity == Problem::Severity::Error)
            return refusal(problem);
    }
    return {};
}

Problem badSql(const Revision &revision, int line, const QString &message, const QString &mend)
{
    return {Problem::Kind::BadSql, Problem::Severity::Error, revision.file, line, revision.id, message, mend};
}

std::expected<QList<Statement>, Problem> takeApart(const Revision &revision, const SqlPart &part)
{
    const auto statements = splitStatements(part.text, part.firstLine);
    if (!statements)
        return std::unexpected(
            badSql(revision, statements.error().arguments.value(0).toInt(),
                   u"PostgreSQL's parser does not understand this: %1."_s.arg(statements.error().message),
                   u"Correct the SQL of this file."_s));
    for (const Statement &statement : *statements) {
        if (statement.kind == "TransactionStmt"_L1)
            return std::unexpected(
                badSql(revision, statement.line,
                       u"\"%1\" does not belong in a migration."_s.arg(QString::fromUtf8(statement.text)),
                       u"Leave it out: each revision runs in a transaction of its own."_s));
    }
    return *statements;
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

// Where the database stands in a chain that hangs together.
Result<QList<int>> knownVersions(const MigrationFolder &folder, const QStringList &versions)
{
    if (const auto sound = refuseErrors(folder.problems); !sound)
        return core::fail(sound.error());
    if (const auto known = refuseErrors(checkDatabase(folder.graph, versions, {})); !known)
        return core::fail(known.error());
    QList<int> current;
    for (const QString &version : versions)
        current.append(folder.graph.indexOf(version));
    return current;
}

} // namespace

qsizetype MigrationPlan::statementCount() const
{
    qsizetype count = 0;
    for (const PlannedRevision &step : steps)
        count += step.statements.size();
    return count;
}

qsizetype MigrationPlan::destructiveCount() const
{
    qsizetype count = 0;
    for (const PlannedRevision &step : steps)
        count += std::count_if(step.statements.begin(), step.statements.end(),
                               [](const Statement &statement) { return statement.destructive; });
    return count;
}

QString placeOf(const Revision &revision, int line)
{
    return u"%1:%2"_s.arg(QFileInfo(revision.file).fileName()).arg(line);
}

Result<QList<Statement>> statementsOf(const Revision &revision, Direction direction)
{
    if (direction == Direction::Down && !revision.down)
        return refusal(badSql(revision, revision.idLine,
                              u"Revision %1 has no down part: it cannot be downgraded."_s.arg(revision.id),
                              u"Write a down part, or restore a backup from before it."_s));
    auto statements = takeApart(revision, direction == Direction::Up ? revision.up : *revision.down);
    if (!statements)
        return refusal(statements.error());
    return std::move(*statements);
}

QList<Problem> checkSql(const RevisionGraph &graph)
{
    QList<Problem> problems;
    for (const Revision &revision : graph.revisions()) {
        if (const auto up = takeApart(revision, revision.up); !up)
            problems.append(up.error());
        if (!revision.down)
            continue;
        if (const auto down = takeApart(revision, *revision.down); !down)
            problems.append(down.error());
    }
    return problems;
}

Result<MigrationPlan> planMigration(const MigrationFolder &folder, const QStringList &versions, Direction direction,
                                    const QString &target)
{
    const RevisionGraph &graph = folder.graph;
    const auto known = knownVersions(folder, versions);
    if (!known)
        return core::fail(known.error());
    QList<int> current = *known;
    const auto path =
        direction == Direction::Up ? upgradePath(graph, current, target) : downgradePath(graph, current, target);
    if (!path)
        return core::fail(path.error());

    MigrationPlan plan;
    plan.direction = direction;
    plan.from = sorted(versions);
    plan.to = plan.from;
    for (const int index : *path) {
        // What an Alembic revision does, only its Python knows.
        auto statements = folder.kind == MigrationFolder::Kind::Alembic ? Result<QList<Statement>>()
                                                                        : statementsOf(graph.at(index), direction);
        if (!statements)
            return core::fail(statements.error());
        current = direction == Direction::Up ? versionsAfterUpgrade(graph, current, index)
                                             : versionsAfterDowngrade(graph, current, index);
        const QStringList after = sorted(graph.identifiers(current));
        plan.steps.append({index, std::move(*statements), plan.to, after});
        plan.to = after;
    }
    return plan;
}

Result<QStringList> planStamp(const MigrationFolder &folder, const QStringList &versions, const QStringList &targets)
{
    const auto current = knownVersions(folder, versions);
    if (!current)
        return core::fail(current.error());
    const auto after = versionsAfterStamp(folder.graph, *current, targets);
    if (!after)
        return core::fail(after.error());
    return sorted(folder.graph.identifiers(*after));
}

} // namespace civicq::migrations

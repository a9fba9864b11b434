// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationrunner.h"

#include "migrations/alembicmigration.h"
#include "migrations/chaincheck.h"
#include "migrations/failures.h"
#include "migrations/migrationlock.h"
#include "migrations/migrationpreview.h"
#include "migrations/revisionrun.h"
#include "migrations/revisionpath.h"
#include "migrations/versionsql.h"
#include "postgres/connection.h"

#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Result;

namespace {

std::unexpected<core::Error> movedMeanwhile(const QStringList &expected, const QStringList &found)
{
    const auto named = [](const QStringList &versions) {
        return versions.isEmpty() ? u"base"_s : versions.join(u", "_s);
    };
    core::Error error;
    error.code = core::ErrorCode::VersionMismatch;
    error.message = u"The database stood at %1 and now stands at %2: somebody else has migrated it."_s.arg(
        named(expected), named(found));
    error.hint = u"Nothing was done. Look again at what is pending."_s;
    return core::fail(std::move(error));
}

// A dump, or a transaction that has been open for longer than a lock is waited for. No reason to stop: it may be done
// when its table's turn comes.
void warnOfSessionsInTheWay(postgres::Connection &connection, core::TaskContext &context, const RevisionGraph &graph,
                            const MigrationPlan &plan, const RunOptions &options)
{
    const auto previewed = readPreview(connection, context, graph, plan);
    if (!previewed)
        return;
    for (const LockConflict &conflict : previewed->conflicts) {
        if (conflict.holder.isDump())
            context.message(u"A dump holds what a migration needs: %1."_s.arg(conflictLine(conflict)));
        else if (std::chrono::seconds(conflict.holder.seconds) >= options.lockTimeout)
            context.message(u"A long transaction holds what a migration needs: %1."_s.arg(conflictLine(conflict)));
    }
}

Result<QString> backUpFirst(core::TaskContext &context, Direction direction, const RunOptions &options)
{
    if (!options.safetyBackup || (direction == Direction::Up && !options.production))
        return QString();
    context.report({u"Safety backup"_s, {}, 0, 0, core::Unit::Steps});
    auto made = options.safetyBackup(context);
    if (!made)
        return core::fail(made.error().during(u"making the safety backup"_s));
    return made;
}

} // namespace

Result<RunReport> migrate(postgres::Connection &connection, core::TaskContext &context, const MigrationFolder &folder,
                          Direction direction, const QString &target, const RunOptions &options)
{
    const auto lock = MigrationLock::take(connection, context, options.runnerPatience);
    if (!lock)
        return core::fail(lock.error());
    const auto state = readState(connection, context);
    if (!state)
        return core::fail(state.error());
    if (options.expectedVersions && *options.expectedVersions != state->versions)
        return movedMeanwhile(*options.expectedVersions, state->versions);
    const auto plan = planMigration(folder, state->versions, direction, target);
    if (!plan)
        return core::fail(plan.error());

    RunReport report;
    report.from = plan->from;
    report.to = plan->from;
    if (plan->isEmpty())
        return report;
    const bool byAlembic = folder.kind == MigrationFolder::Kind::Alembic;
    if (byAlembic && !options.alembic.processes)
        return alembicRunsItself({direction == Direction::Up ? u"upgrade"_s : u"downgrade"_s, target});
    warnOfSessionsInTheWay(connection, context, folder.graph, *plan, options);
    const auto backup = backUpFirst(context, direction, options);
    if (!backup)
        return core::fail(backup.error());
    report.backup = *backup;
    if (byAlembic) {
        const auto ran = runPlanWithAlembic(connection, context, folder, *plan, target, options, report);
        return ran ? Result<RunReport>(std::move(report)) : core::fail(ran.error());
    }

    RevisionRun run(connection, context, folder.graph, *state, options, plan->direction, plan->statementCount());
    for (const PlannedRevision &step : plan->steps) {
        QElapsedTimer clock;
        clock.start();
        if (const auto ran = run.carryOut(step); !ran)
            return core::fail(ran.error());
        const Revision &revision = folder.graph.at(step.index);
        report.applied.append({revision.id, revision.message, static_cast<double>(clock.elapsed()) / 1000.0});
        report.to = step.versionsAfter;
        context.message(direction == Direction::Up ? u"Upgraded to %1: %2"_s.arg(revision.id, revision.message)
                                                   : u"Downgraded %1: %2"_s.arg(revision.id, revision.message));
    }
    return report;
}

Result<RunReport> stamp(postgres::Connection &connection, core::TaskContext &context, const MigrationFolder &folder,
                        const QStringList &targets, bool purge, const RunOptions &options)
{
    const auto lock = MigrationLock::take(connection, context, options.runnerPatience);
    if (!lock)
        return core::fail(lock.error());
    const auto state = readState(connection, context);
    if (!state)
        return core::fail(state.error());
    if (options.expectedVersions && *options.expectedVersions != state->versions)
        return movedMeanwhile(*options.expectedVersions, state->versions);
    const auto after = planStamp(folder, purge ? QStringList() : state->versions, targets);
    if (!after)
        return core::fail(after.error());

    RunReport report;
    report.from = state->versions;
    report.to = *after;
    if (report.from == report.to)
        return report;
    RevisionRun run(connection, context, folder.graph, *state, options, Direction::Up, 0);
    if (const auto done = run.stamp(report.from, report.to); !done)
        return core::fail(done.error());
    return report;
}

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/alembicmigration.h"

#include "migrations/alembicfailure.h"
#include "migrations/alembicprocess.h"
#include "migrations/migrationlock.h"
#include "migrations/revisionrun.h"
#include "postgres/connection.h"

#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Error;
using core::Result;

namespace {

constexpr auto endSessions = R"(
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid())";

QString named(const QStringList &versions)
{
    return versions.isEmpty() ? u"base"_s : versions.join(u", "_s);
}

class AlembicRun
{
public:
    AlembicRun(postgres::Connection &connection, core::TaskContext &context, const MigrationFolder &folder,
               const MigrationPlan &plan, const RunOptions &options)
        : m_connection(connection), m_context(context), m_folder(folder), m_plan(plan), m_options(options)
    {}

    Result<QByteArray> attempt(const QString &target)
    {
        m_done.clear();
        m_clock.start();
        report();
        AlembicCommand command;
        command.arguments = {isUpgrade() ? u"upgrade"_s : u"downgrade"_s, target};
        command.target = m_target;
        command.stepDone = [this](const QString &revision) { stepDone(revision); };
        auto ran = runAlembic(m_context, m_options.alembic, m_folder, command);
        if (!ran)
            endItsSessions();
        return ran;
    }

    Result<> begin()
    {
        auto target = alembicTarget(m_connection, m_context, m_options.alembicParameters);
        if (!target)
            return core::fail(target.error());
        m_target = *target;
        m_target.lockTimeout = m_options.lockTimeout;
        return {};
    }

    [[nodiscard]] const QList<RanRevision> &done() const { return m_done; }

private:
    [[nodiscard]] bool isUpgrade() const { return m_plan.direction == Direction::Up; }

    void stepDone(const QString &id)
    {
        const int index = m_folder.graph.indexOf(id);
        const QString message = index == RevisionGraph::none ? QString() : m_folder.graph.at(index).message;
        m_done.append({id, message, static_cast<double>(m_clock.restart()) / 1000.0});
        report();
    }

    void report()
    {
        const auto next = m_done.size() < m_plan.steps.size() ? m_plan.steps.at(m_done.size()).index : -1;
        const QString object =
            next < 0 ? QString() : m_folder.graph.at(next).id + u' ' + m_folder.graph.at(next).message;
        m_context.report({isUpgrade() ? u"Upgrading with Alembic"_s : u"Downgrading with Alembic"_s, object,
                          m_done.size(), m_plan.steps.size(), core::Unit::Steps});
    }

    // A statement goes on in the server when its program is gone: what was cancelled must not finish later.
    void endItsSessions()
    {
        if (!m_connection.isUsable())
            return;
        core::SilentTask ending; // also after a cancel
        std::ignore = m_connection.query(ending, QString::fromLatin1(endSessions), {m_target.applicationName});
    }

    postgres::Connection &m_connection;
    core::TaskContext &m_context;
    const MigrationFolder &m_folder;
    const MigrationPlan &m_plan;
    const RunOptions &m_options;
    AlembicTarget m_target;
    QList<RanRevision> m_done;
    QElapsedTimer m_clock;
};

// What a failure means for the database, from the database itself.
Error withStand(Error error, postgres::Connection &connection, const QStringList &before)
{
    core::SilentTask asking;
    const auto state = connection.isUsable() ? readState(connection, asking) : core::fail(error);
    if (!state)
        return error;
    const QString stand = state->versions == before ? u"The database stands at %1, as before."_s.arg(named(before))
                                                    : u"The database stands at %1 now."_s.arg(named(state->versions));
    error.hint += error.hint.isEmpty() ? stand : u' ' + stand;
    return error;
}

Error elsewhere(const QStringList &found, const QStringList &planned)
{
    Error error;
    error.code = core::ErrorCode::VersionMismatch;
    error.message = u"Alembic ended without an error, and the version table here says %1 instead of %2."_s.arg(
        named(found), named(planned));
    error.hint = u"Look at version_table and version_table_schema in the project's env.py: this program reads "
                 "alembic_version along the search path."_s;
    return error;
}

} // namespace

Result<> runPlanWithAlembic(postgres::Connection &connection, core::TaskContext &context, const MigrationFolder &folder,
                            const MigrationPlan &plan, const QString &target, const RunOptions &options,
                            RunReport &report)
{
    AlembicRun run(connection, context, folder, plan, options);
    if (auto begun = run.begin(); !begun)
        return begun;
    for (int tries = 1;; ++tries) {
        const auto ran = run.attempt(target);
        if (ran)
            break;
        if (ran.error().code == core::ErrorCode::Cancelled)
            return core::fail(ran.error());
        const auto now = readState(connection, context);
        const bool untouched = now && now->versions == plan.from;
        if (!isLockTimeout(ran.error()) || tries >= options.lockAttempts || !untouched)
            return core::fail(withStand(ran.error(), connection, plan.from));
        context.message(u"A lock was not free, trying again."_s);
        if (auto waited = pause(context, options.lockPause); !waited)
            return waited;
    }
    const auto state = readState(connection, context);
    if (!state)
        return core::fail(state.error());
    if (state->versions != plan.to)
        return core::fail(elsewhere(state->versions, plan.to));
    report.applied = run.done();
    report.to = state->versions;
    RevisionRun record(connection, context, folder.graph, *state, options, plan.direction, 0);
    if (const auto kept = record.record(report.applied); !kept) // it was done all the same
        context.message(u"The record of migrations could not be kept: %1"_s.arg(kept.error().message));
    return {};
}

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/runlog.h"

#include "core/lockfile.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::store::Store;

namespace civicq::backups {

namespace {

const QString runColumns =
    u"id, asked_by, plan, database, begun, ended, outcome, error_code, error, path, bytes, second_place"_s;

RunBy byOf(const QString &name)
{
    for (const RunBy by : {RunBy::Schedule, RunBy::CommandLine}) {
        if (runByName(by) == name)
            return by;
    }
    return RunBy::App;
}

RunOutcome outcomeOf(const QString &name)
{
    for (const RunOutcome outcome :
         {RunOutcome::Running, RunOutcome::Done, RunOutcome::Failed, RunOutcome::Cancelled}) {
        if (outcomeName(outcome) == name)
            return outcome;
    }
    return RunOutcome::Interrupted;
}

BackupRun runOf(const QVariantList &values)
{
    BackupRun run;
    run.id = values.at(0).toLongLong();
    run.by = byOf(values.at(1).toString());
    run.plan = values.at(2).toString();
    run.database = values.at(3).toString();
    run.begun = timeOf(values.at(4));
    run.ended = timeOf(values.at(5));
    run.outcome = outcomeOf(values.at(6).toString());
    run.errorCode = values.at(7).toString();
    run.error = values.at(8).toString();
    run.path = values.at(9).toString();
    run.bytes = values.at(10).toLongLong();
    run.secondPlaceError = values.at(11).toString();
    return run;
}

} // namespace

QString runByName(RunBy by)
{
    switch (by) {
    case RunBy::Schedule: return u"schedule"_s;
    case RunBy::App: return u"app"_s;
    case RunBy::CommandLine: return u"command-line"_s;
    }
    return {};
}

QString outcomeName(RunOutcome outcome)
{
    switch (outcome) {
    case RunOutcome::Running: return u"running"_s;
    case RunOutcome::Done: return u"done"_s;
    case RunOutcome::Failed: return u"failed"_s;
    case RunOutcome::Cancelled: return u"cancelled"_s;
    case RunOutcome::Interrupted: return u"interrupted"_s;
    }
    return {};
}

RunLog::RunLog(const QString &dataFolder) : m_store(dataFolder) {}

QString RunLog::lockPath(const QString &name) const
{
    return m_store.dataFolder() + u"/backup-runs/"_s + name + u".lock"_s;
}

bool RunLog::lasts(qint64 id) const
{
    const QString path = lockPath(QString::number(id));
    return !core::takeOverLock(path) && QFileInfo::exists(path);
}

Result<RunLog::Running> RunLog::begin(RunBy by, const QString &plan, const QString &database)
{
    const QString folder = m_store.dataFolder() + u"/backup-runs"_s;
    if (!QDir().mkpath(folder))
        return core::fail(ErrorCode::Io, u"the folder %1 cannot be made"_s.arg(folder), {folder});
    removeDeadLocks();
    Running running;
    if (!plan.isEmpty()) {
        running.m_plan = core::takeOverLock(lockPath(u"plan-"_s + plan));
        if (!running.m_plan)
            return core::fail(ErrorCode::Busy, u"this backup is being taken already"_s, {database});
    }
    const auto begun = m_store.use([&](Store &store) -> Result<> {
        if (const auto settled = settle(store); !settled)
            return settled;
        return store.transaction([&]() -> Result<> {
            const auto added = store.execute(
                u"INSERT INTO backup_run (asked_by, plan, database, begun, outcome, error_code, error, path, bytes, "
                "second_place) VALUES (?, ?, ?, ?, 'running', '', '', '', 0, '')"_s,
                {runByName(by), notNull(plan), notNull(database), storedTime(QDateTime::currentDateTimeUtc())});
            if (!added)
                return core::fail(added.error());
            const auto id = store.query(u"SELECT last_insert_rowid()"_s);
            if (!id)
                return core::fail(id.error());
            running.m_id = id->first().first().toLongLong();
            // Before the row is seen: a run without its lock would be taken for interrupted.
            running.m_run = core::takeOverLock(lockPath(QString::number(running.m_id)));
            if (!running.m_run)
                return core::fail(ErrorCode::Io, u"the folder %1 does not take lock files"_s.arg(folder), {folder});
            return {};
        });
    });
    return begun ? Result<Running>(std::move(running)) : core::fail(begun.error());
}

Result<> RunLog::end(const Running &running, const BackupRun &run)
{
    return m_store.use([&](Store &store) -> Result<> {
        const auto changed = store.execute(
            u"UPDATE backup_run SET ended = ?, outcome = ?, error_code = ?, error = ?, path = ?, bytes = ?, "
            "second_place = ?, database = ? WHERE id = ?"_s,
            {storedTime(QDateTime::currentDateTimeUtc()), outcomeName(run.outcome), notNull(run.errorCode),
             notNull(run.error), notNull(run.path), run.bytes, notNull(run.secondPlaceError), notNull(run.database),
             running.m_id});
        return changed ? Result<>() : core::fail(changed.error());
    });
}

Result<> RunLog::setSecondPlaceError(qint64 id, const QString &error)
{
    return m_store.use([&](Store &store) -> Result<> {
        const auto changed =
            store.execute(u"UPDATE backup_run SET second_place = ? WHERE id = ?"_s, {notNull(error), id});
        return changed ? Result<>() : core::fail(changed.error());
    });
}

Result<> RunLog::settle(Store &store) const
{
    const auto rows = store.query(u"SELECT id FROM backup_run WHERE outcome = 'running'"_s);
    if (!rows)
        return core::fail(rows.error());
    for (const QVariantList &values : *rows) {
        if (lasts(values.first().toLongLong()))
            continue;
        // It may have ended between the two looks: only one that is still said to run was interrupted.
        const auto changed = store.execute(
            u"UPDATE backup_run SET outcome = 'interrupted' WHERE id = ? AND outcome = 'running'"_s, {values.first()});
        if (!changed)
            return core::fail(changed.error());
    }
    return {};
}

// Of runs that were killed with their line written. A plan's own lock is left to its next run: to look at it is to hold it
// for a moment, and that run would be told that it lasts.
void RunLog::removeDeadLocks() const
{
    const QDir folder(m_store.dataFolder() + u"/backup-runs"_s);
    for (const QString &name : folder.entryList({u"[0-9]*.lock"_s}, QDir::Files))
        (void)core::takeOverLock(folder.filePath(name)); // it goes with the object
    core::removeDeadTakeovers(folder.path(), u"*.lock"_s);
}

Result<QList<BackupRun>> RunLog::newest(int count, const QString &plan) const
{
    QList<BackupRun> runs;
    const auto read = m_store.use([&](Store &store) -> Result<> {
        if (const auto settled = settle(store); !settled)
            return settled;
        const auto rows = store.query(
            u"SELECT %1 FROM backup_run WHERE ? = '' OR plan = ? ORDER BY begun DESC, id DESC LIMIT ?"_s.arg(
                runColumns),
            {notNull(plan), notNull(plan), count});
        if (!rows)
            return core::fail(rows.error());
        for (const QVariantList &values : *rows)
            runs.append(runOf(values));
        return {};
    });
    return read ? Result<QList<BackupRun>>(std::move(runs)) : core::fail(read.error());
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The log of backup runs: who asked, when it began and ended, what came of it. In the app's store, for both programs at
// once; any thread. A run holds a lock while it lasts, so one whose program is gone is known as interrupted, however it
// ended. Errors: those of store::Store; Busy where another run of the same plan lasts.

#include "backups/backupstore.h"

#include <QtCore/QDateTime>
#include <QtCore/QLockFile>

#include <memory>

namespace civicq::backups {

enum class RunBy { Schedule, App, CommandLine };
enum class RunOutcome { Running, Done, Failed, Cancelled, Interrupted };
[[nodiscard]] QString runByName(RunBy by);             // "schedule", "app", "command-line"
[[nodiscard]] QString outcomeName(RunOutcome outcome); // "running", "done", "failed", "cancelled", "interrupted"

struct BackupRun
{
    qint64 id = 0;
    RunBy by = RunBy::App;
    QString plan; // BackupPlan::id; empty: no plan's
    QString database;
    QDateTime begun; // UTC
    QDateTime ended; // UTC; invalid while it runs, and where it was interrupted
    RunOutcome outcome = RunOutcome::Running;
    QString errorCode; // core::errorCodeName()
    QString error;
    QString path; // of the backup
    qint64 bytes = 0;
    QString secondPlaceError; // the backup is good, but its copy elsewhere could not be made
};

class RunLog
{
public:
    explicit RunLog(const QString &dataFolder);

    // A run that lasts; dropped without end() it counts as interrupted.
    class Running
    {
    public:
        [[nodiscard]] qint64 id() const { return m_id; }

    private:
        friend class RunLog;
        qint64 m_id = 0;
        std::unique_ptr<QLockFile> m_plan; // no second run of the same plan
        std::unique_ptr<QLockFile> m_run;
    };

    [[nodiscard]] core::Result<Running> begin(RunBy by, const QString &plan, const QString &database);
    // `run`: as it ended; id, by, plan and begun are those of begin().
    [[nodiscard]] core::Result<> end(const Running &running, const BackupRun &run);
    // Newest first. `plan` empty: of all.
    [[nodiscard]] core::Result<QList<BackupRun>> newest(int count, const QString &plan = {}) const;
    // The copy that was missing has been made, or failed again.
    [[nodiscard]] core::Result<> setSecondPlaceError(qint64 id, const QString &error);

private:
    [[nodiscard]] QString lockPath(const QString &name) const;
    [[nodiscard]] bool lasts(qint64 id) const;
    // Runs whose program is gone are said to have been interrupted.
    [[nodiscard]] core::Result<> settle(store::Store &store) const;
    void removeDeadLocks() const;

    BackupStore m_store;
};

} // namespace civicq::backups

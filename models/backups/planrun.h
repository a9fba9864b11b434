// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries out a plan: the backup, its copy in the second place, then retention in both, with an entry in the log; and how
// a plan stands. What the system's scheduler starts, and "run it now". Worker threads. Errors: Busy (this plan's backup
// is being taken already), those of connecting and of backup(): then there is no new backup, and none was removed. What
// goes wrong after the backup is in the report: the backup itself is good.

#include "backups/assessment.h"
#include "backups/backupplan.h"
#include "backups/prove.h"
#include "backups/secondplace.h"

namespace civicq::backups {

struct PlanPlaces
{
    QString dataFolder;   // of the catalogue and the log
    QString backupFolder; // where a plan says none of its own
    QString configFolder; // of the recovery keys
};

struct PlanRun
{
    Toolbox toolbox;
    PlanPlaces places;
    RunBy by = RunBy::Schedule;
    bool onlyIfDue = false; // the system may ask too often: a run that is done, or lasts, is not repeated
    // Opens the plan's connection as far as its parameters go: profile, password.
    std::function<core::Result<postgres::ConnectionParameters>()> connect;
    // The server a proof's scratch database is made on, for a plan that wants one.
    std::function<core::Result<postgres::ConnectionParameters>(core::TaskContext &)> scratchServer = {};
};

struct PlanReport
{
    bool ran = false;                   // false: nothing was due
    std::optional<BackupReport> backup; // none where only the copy was due
    std::optional<Proof> proof;
    std::optional<SecondPlaceReport> copy;
    CleanupReport cleaned;
    std::optional<core::Error> copyError;    // the backup is good, its copy was not made: tried again with the next run
    std::optional<core::Error> cleanupError; // more than wanted was kept
    std::optional<core::Error> proofError;   // it could not be tried; the backup was read back all the same
    [[nodiscard]] bool isProven() const { return proof && proof->valid(); }
    [[nodiscard]] bool isWell() const { return !copyError && !cleanupError && !proofError && (!proof || isProven()); }
};

[[nodiscard]] core::Result<PlanReport> runPlan(core::TaskContext &context, const PlanRun &how, const BackupPlan &plan);

// How the plan stands now. `installed`: whether the system's scheduler has the job, as far as that was asked.
[[nodiscard]] core::Result<Assessment> assessPlan(const BackupPlan &plan, const PlanPlaces &places, bool installed,
                                                  const QDateTime &now = QDateTime::currentDateTimeUtc());

[[nodiscard]] QString folderOf(const BackupPlan &plan, const PlanPlaces &places);

// A backup outside any plan, entered in the log.
[[nodiscard]] core::Result<BackupReport> backupLogged(core::TaskContext &context, const Toolbox &toolbox,
                                                      const BackupRequest &request, const QString &dataFolder,
                                                      RunBy by);

} // namespace civicq::backups

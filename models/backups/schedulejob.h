// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A plan and the system's job that carries it out, kept in step: both are there, or neither. Worker threads. Errors:
// those of PlanStore, of scheduler::SystemScheduler and of prepareSecondPlace().

#include "backups/backupplan.h"
#include "scheduler/systemscheduler.h"

namespace civicq::backups {

struct Scheduling
{
    core::ProcessRunner &processes;
    QString configFolder;
    QString program; // civicq-db, its whole path
    QString home;    // CIVICQ_HOME where it is set: a job has no environment of the user's own
};

[[nodiscard]] scheduler::Job jobOf(const BackupPlan &plan, const Scheduling &scheduling);
// Saves the plan (of its connection; an earlier one is replaced), marks the second place, installs the job.
[[nodiscard]] core::Result<BackupPlan> schedulePlan(core::TaskContext &context, const Scheduling &scheduling,
                                                    BackupPlan plan);
[[nodiscard]] core::Result<> unschedulePlan(core::TaskContext &context, const Scheduling &scheduling,
                                            const BackupPlan &plan);
// What the system's scheduler says of it, and the scheduler's name.
struct JobReport
{
    QString scheduler;
    scheduler::JobState state;
};
[[nodiscard]] core::Result<JobReport> jobReport(core::TaskContext &context, const Scheduling &scheduling,
                                                const BackupPlan &plan);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// civicq-db schedule: the daily backup. What its commands share (schedule.cpp, scheduleinstall.cpp). Main thread.

#include "backups/planrun.h"
#include "backups/schedulejob.h"
#include "cli/command.h"

namespace civicq::cli {

[[nodiscard]] backups::PlanPlaces placesOf(const Context &context);
[[nodiscard]] backups::Scheduling schedulingOf(Context &context);
// The connection a plan names, with the password as the plan or the connection says.
[[nodiscard]] core::Result<postgres::ConnectionParameters> planParameters(Context &context,
                                                                          const backups::BackupPlan &plan);
// The plan of --plan, else of --connection, else the only one. NotFound says what there is.
[[nodiscard]] core::Result<backups::BackupPlan> choosePlan(const Context &context, const QString &id);

void addSchedule(CLI::App &app, Context &context);
void addScheduleInstall(CLI::App &schedule, Context &context);

} // namespace civicq::cli

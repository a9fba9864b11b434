// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the daily backup of the open connection stands: what the card shows. A value, read by readSchedule() on a worker
// thread, shown on the GUI thread.

#include "backups/backupservices.h"
#include "backups/planrun.h"
#include "backups/schedulejob.h"
#include "openpgp/keyfolder.h"

#include <optional>

namespace civicq::widgets {

struct ScheduleView
{
    std::optional<backups::BackupPlan> plan; // none: no daily backup
    backups::Assessment stands;
    std::optional<backups::JobReport> job; // none: the system's scheduler could not be asked
    QList<openpgp::RecoveryKey> keys;      // of this computer that the plan encrypts for
};

// What to look for, taken from the services on the GUI thread.
struct ScheduleQuestion
{
    backups::Scheduling scheduling;
    backups::PlanPlaces places;
    QUuid profile; // null: the sandbox
};
[[nodiscard]] ScheduleQuestion scheduleQuestion(const BackupServices &services);
[[nodiscard]] core::Result<ScheduleView> readSchedule(core::TaskContext &context, const ScheduleQuestion &question);

} // namespace civicq::widgets

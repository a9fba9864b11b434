// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/scheduleview.h"

#include <algorithm>

namespace civicq::widgets {

ScheduleQuestion scheduleQuestion(const BackupServices &services)
{
    const connections::Profile &profile = services.connection.profile();
    return {{services.toolbox.processes, services.configFolder, services.program, qEnvironmentVariable("CIVICQ_HOME")},
            {services.dataFolder, services.folder(), services.configFolder},
            profile.isSandbox ? QUuid() : profile.id};
}

core::Result<ScheduleView> readSchedule(core::TaskContext &context, const ScheduleQuestion &question)
{
    const auto plans = backups::PlanStore(question.scheduling.configFolder).load();
    if (!plans)
        return core::fail(plans.error());
    ScheduleView view;
    const auto plan = std::ranges::find(*plans, question.profile, &backups::BackupPlan::profile);
    if (plan == plans->end())
        return view;
    view.plan = *plan;
    if (!plan->encryptTo.isEmpty())
        view.keys = openpgp::KeyFolder::below(question.scheduling.configFolder).list();
    view.keys.removeIf([&plan](const auto &key) { return !plan->encryptTo.contains(key.key.fingerprint); });
    if (const auto job = backups::jobReport(context, question.scheduling, *plan))
        view.job = *job;
    auto stands = backups::assessPlan(*plan, question.places, view.job && view.job->state.active);
    if (!stands)
        return core::fail(stands.error());
    view.stands = std::move(*stands);
    return view;
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/schedulejob.h"

#include "backups/secondplace.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::backups {

scheduler::Job jobOf(const BackupPlan &plan, const Scheduling &scheduling)
{
    scheduler::Job job;
    job.id = plan.jobId();
    job.description = u"CivicQ Admin: daily backup of %1"_s.arg(plan.connection);
    job.program = scheduling.program;
    job.arguments = {u"--quiet"_s, u"schedule"_s, u"run"_s, u"--due"_s, u"--plan"_s, plan.id};
    if (!scheduling.home.isEmpty())
        job.arguments << u"--home"_s << scheduling.home;
    job.at = plan.at;
    return job;
}

Result<BackupPlan> schedulePlan(core::TaskContext &context, const Scheduling &scheduling, BackupPlan plan)
{
    PlanStore store(scheduling.configFolder);
    const auto plans = store.load();
    if (!plans)
        return core::fail(plans.error());
    auto system = scheduler::systemScheduler(context, scheduling.processes);
    if (!system)
        return core::fail(system.error());
    if (!plan.secondPlace.isEmpty()) {
        if (const auto marked = prepareSecondPlace(plan.secondPlace); !marked)
            return core::fail(marked.error());
    }
    const auto earlier = std::ranges::find(*plans, plan.profile, &BackupPlan::profile);
    // Of a plan that only changed, what was due stays due; a new time begins anew.
    plan.since = earlier != plans->end() && earlier->at == plan.at ? earlier->since : QDateTime::currentDateTimeUtc();
    auto saved = store.save(std::move(plan));
    if (!saved)
        return saved;
    const auto installed = (*system)->install(context, jobOf(*saved, scheduling));
    if (installed)
        return saved;
    if (earlier == plans->end()) {
        (void)store.remove(saved->id);
    } else {
        (void)store.save(*earlier);
        (void)(*system)->install(context, jobOf(*earlier, scheduling));
    }
    return core::fail(installed.error());
}

Result<> unschedulePlan(core::TaskContext &context, const Scheduling &scheduling, const BackupPlan &plan)
{
    auto system = scheduler::systemScheduler(context, scheduling.processes);
    if (!system)
        return core::fail(system.error());
    if (const auto gone = (*system)->remove(context, plan.jobId()); !gone)
        return gone;
    return PlanStore(scheduling.configFolder).remove(plan.id);
}

Result<JobReport> jobReport(core::TaskContext &context, const Scheduling &scheduling, const BackupPlan &plan)
{
    auto system = scheduler::systemScheduler(context, scheduling.processes);
    if (!system)
        return core::fail(system.error());
    const auto state = (*system)->state(context, plan.jobId());
    if (!state)
        return core::fail(state.error());
    return JobReport{(*system)->name(), *state};
}

} // namespace civicq::backups

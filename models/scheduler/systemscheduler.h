// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The system's own scheduler: Task Scheduler, launchd, systemd's user timers, cron where there is nothing else. Runs a job
// of this user with the app closed, and catches up what fell into sleep. Worker threads; each call runs one to four short
// programs. Errors: NotFound (no scheduler on this computer), PermissionDenied, ProcessFailed with the tool's words.

#include "core/process.h"
#include "scheduler/scheduledjob.h"

#include <memory>

namespace civicq::scheduler {

class SystemScheduler
{
public:
    virtual ~SystemScheduler() = default;
    // "systemd", "launchd", "Task Scheduler", "cron": names, the same in every language.
    [[nodiscard]] virtual QString name() const = 0;
    // Installs the job, or replaces the one of the same id.
    [[nodiscard]] virtual core::Result<> install(core::TaskContext &context, const Job &job) = 0;
    [[nodiscard]] virtual core::Result<JobState> state(core::TaskContext &context, const QString &id) = 0;
    // None there is no error.
    [[nodiscard]] virtual core::Result<> remove(core::TaskContext &context, const QString &id) = 0;
};

// The one of this computer. `processes` outlives it.
[[nodiscard]] core::Result<std::unique_ptr<SystemScheduler>> systemScheduler(core::TaskContext &context,
                                                                             core::ProcessRunner &processes);

} // namespace civicq::scheduler

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// cron: a block of lines of our own in the user's crontab, everything else in it left as it is. cron catches nothing up, so
// the job runs every hour and the program itself decides whether a run is due.

#include "scheduler/systemscheduler.h"

namespace civicq::scheduler {

// The crontab with the job's block in it (replaced, or added at the end), or without it.
[[nodiscard]] QString crontabWith(const QString &crontab, const Job &job);
[[nodiscard]] QString crontabWithout(const QString &crontab, const QString &id);

class CronScheduler final : public SystemScheduler
{
public:
    explicit CronScheduler(core::ProcessRunner &processes);
    [[nodiscard]] static bool isThere(core::TaskContext &context, core::ProcessRunner &processes);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] core::Result<> install(core::TaskContext &context, const Job &job) override;
    [[nodiscard]] core::Result<JobState> state(core::TaskContext &context, const QString &id) override;
    [[nodiscard]] core::Result<> remove(core::TaskContext &context, const QString &id) override;

private:
    [[nodiscard]] core::Result<QString> read(core::TaskContext &context);
    [[nodiscard]] core::Result<> write(core::TaskContext &context, const QString &crontab);

    core::ProcessRunner &m_processes;
};

} // namespace civicq::scheduler

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// launchd: a LaunchAgent of the user. A time that fell into sleep runs at waking; one that fell into a shutdown runs at the
// next login (RunAtLoad). Agents run only while the user is logged in.

#include "scheduler/systemscheduler.h"

namespace civicq::scheduler {

[[nodiscard]] QByteArray launchAgent(const Job &job);

class LaunchdScheduler final : public SystemScheduler
{
public:
    LaunchdScheduler(core::ProcessRunner &processes, QString agentFolder);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] core::Result<> install(core::TaskContext &context, const Job &job) override;
    [[nodiscard]] core::Result<JobState> state(core::TaskContext &context, const QString &id) override;
    [[nodiscard]] core::Result<> remove(core::TaskContext &context, const QString &id) override;

private:
    [[nodiscard]] QString agentPath(const QString &id) const;
    // "gui/501": where agents of a person at the screen live.
    [[nodiscard]] core::Result<QString> domain(core::TaskContext &context);

    core::ProcessRunner &m_processes;
    QString m_folder;
};

} // namespace civicq::scheduler

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// systemd's user manager: a service and a timer in the user's own unit folder. Persistent, so that a run that fell into
// sleep or a shutdown follows; a failed one is tried again a few times. Runs with nobody logged in where lingering is on.

#include "scheduler/systemscheduler.h"

namespace civicq::scheduler {

[[nodiscard]] QByteArray systemdService(const Job &job);
[[nodiscard]] QByteArray systemdTimer(const Job &job);

class SystemdScheduler final : public SystemScheduler
{
public:
    SystemdScheduler(core::ProcessRunner &processes, QString unitFolder);
    [[nodiscard]] static bool isThere(core::TaskContext &context, core::ProcessRunner &processes);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] core::Result<> install(core::TaskContext &context, const Job &job) override;
    [[nodiscard]] core::Result<JobState> state(core::TaskContext &context, const QString &id) override;
    [[nodiscard]] core::Result<> remove(core::TaskContext &context, const QString &id) override;

private:
    [[nodiscard]] QString unitPath(const QString &id, const QString &kind) const;
    [[nodiscard]] bool lingers(core::TaskContext &context);

    core::ProcessRunner &m_processes;
    QString m_folder;
};

} // namespace civicq::scheduler

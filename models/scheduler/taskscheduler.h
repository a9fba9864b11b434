// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Windows' Task Scheduler: a task below "CivicQ Admin", as XML for schtasks. Runs as soon as possible after a missed start,
// on battery too, whether or not the user is logged in where the account may ask for that (else only while logged in).
// The XML's rules: https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema

#include "scheduler/systemscheduler.h"

namespace civicq::scheduler {

enum class Logon {
    WithoutUser, // S4U: no password is kept, and none for the network is had
    Interactive,
};

// `user`: DOMAIN\\name. UTF-16 with a byte-order mark, as schtasks wants it.
[[nodiscard]] QByteArray taskXml(const Job &job, const QString &user, Logon logon);
// One command line as the C runtime takes it apart again.
[[nodiscard]] QString windowsCommandLine(const QStringList &words);

class TaskScheduler final : public SystemScheduler
{
public:
    TaskScheduler(core::ProcessRunner &processes, QString user);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] core::Result<> install(core::TaskContext &context, const Job &job) override;
    [[nodiscard]] core::Result<JobState> state(core::TaskContext &context, const QString &id) override;
    [[nodiscard]] core::Result<> remove(core::TaskContext &context, const QString &id) override;

private:
    [[nodiscard]] core::Result<> create(core::TaskContext &context, const Job &job, Logon logon);

    core::ProcessRunner &m_processes;
    QString m_user;
};

} // namespace civicq::scheduler

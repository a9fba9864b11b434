// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduler/systemscheduler.h"

#include "scheduler/cronscheduler.h"
#include "scheduler/launchdscheduler.h"
#include "scheduler/systemdscheduler.h"
#include "scheduler/taskscheduler.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::scheduler {

Result<std::unique_ptr<SystemScheduler>> systemScheduler(core::TaskContext &context, core::ProcessRunner &processes)
{
#if defined(Q_OS_WIN)
    Q_UNUSED(context)
    const QString user = qEnvironmentVariable("USERDOMAIN") + u'\\' + qEnvironmentVariable("USERNAME");
    return std::make_unique<TaskScheduler>(processes, user);
#elif defined(Q_OS_MACOS)
    Q_UNUSED(context)
    return std::make_unique<LaunchdScheduler>(processes, QDir::homePath() + u"/Library/LaunchAgents"_s);
#else
    if (SystemdScheduler::isThere(context, processes)) {
        const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
        return std::make_unique<SystemdScheduler>(processes, config + u"/systemd/user"_s);
    }
    if (CronScheduler::isThere(context, processes))
        return std::make_unique<CronScheduler>(processes);
    if (context.isCancelled())
        return core::TaskContext::cancelled();
    core::Error error;
    error.code = core::ErrorCode::NotFound;
    error.message = u"neither systemd's user manager nor cron answers on this computer"_s;
    error.hint = u"Install cron, or have a scheduler of your own run civicq-db schedule run --due every hour."_s;
    return core::fail(std::move(error));
#endif
}

} // namespace civicq::scheduler

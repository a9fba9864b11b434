// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrases/schedulewords.h"

#include "core/units.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;
using civicq::backups::AlertKind;
using civicq::backups::ScheduleAlert;
using civicq::backups::ScheduleState;

namespace civicq::phrases {

namespace {

struct ScheduleTexts
{
    Q_DECLARE_TR_FUNCTIONS(Schedule)
};

QString date(const QDateTime &when)
{
    return QLocale().toString(when.toLocalTime(), QLocale::ShortFormat);
}

QString age(const QDateTime &since, const QDateTime &now)
{
    const qint64 hours = since.secsTo(now) / 3600;
    return hours < 48 ? ScheduleTexts::tr("%n hour(s)", nullptr, static_cast<int>(hours))
                      : ScheduleTexts::tr("%n day(s)", nullptr, static_cast<int>(hours / 24));
}

Explanation aboutRuns(const ScheduleAlert &alert, const QString &what, const QDateTime &now)
{
    Explanation out;
    out.details = alert.detail;
    switch (alert.kind) {
    case AlertKind::MissedRun:
        out.what =
            alert.count > 1
                ? ScheduleTexts::tr("%n backups of %1 in a row did not happen.", nullptr, alert.count).arg(what)
                : ScheduleTexts::tr("The backup of %1 that was due on %2 did not happen.").arg(what, date(alert.since));
        out.remedy = ScheduleTexts::tr("The computer was off or asleep, or the system did not start it. Back up now.");
        break;
    case AlertKind::FailedRun:
        out.what = ScheduleTexts::tr("The backup of %1 on %2 failed: %3").arg(what, date(alert.since), alert.detail);
        out.remedy = ScheduleTexts::tr("Earlier backups are as they were. Mend the cause, then back up now.");
        break;
    case AlertKind::InterruptedRun:
        out.what = ScheduleTexts::tr("The backup of %1 on %2 was interrupted before it was whole.")
                       .arg(what, date(alert.since));
        out.remedy = ScheduleTexts::tr("Earlier backups are as they were. Back up now.");
        break;
    case AlertKind::LongRun:
        out.what = ScheduleTexts::tr("The backup of %1 has been running for %2.").arg(what, age(alert.since, now));
        out.remedy =
            ScheduleTexts::tr("Something holds it up: look for locks on the database, or for a disk that hangs.");
        break;
    default: break;
    }
    return out;
}

} // namespace

Explanation explain(const ScheduleAlert &alert, const QString &what, const QDateTime &now)
{
    Explanation out;
    out.details = alert.detail;
    switch (alert.kind) {
    case AlertKind::OldBackup:
        out.what = ScheduleTexts::tr("The newest backup of %1 is %2 old.").arg(what, age(alert.since, now));
        out.remedy = ScheduleTexts::tr("What was changed since then is in no backup. Back up now.");
        break;
    case AlertKind::NoBackup:
        out.what =
            ScheduleTexts::tr("There is no backup of %1, though one was due on %2.").arg(what, date(alert.since));
        out.remedy = ScheduleTexts::tr("Back up now.");
        break;
    case AlertKind::SmallBackup:
        out.what = ScheduleTexts::tr("The newest backup of %1 has %2; those before it had about %3.")
                       .arg(what, core::formatBytes(alert.bytes), core::formatBytes(alert.usualBytes));
        out.remedy = ScheduleTexts::tr("Look whether something is missing from the database before older backups go.");
        break;
    case AlertKind::ProofFailed:
        out.what =
            ScheduleTexts::tr("The newest backup of %1 was restored to prove it, and is not what it should be: %2")
                .arg(what, alert.detail);
        out.remedy = ScheduleTexts::tr("Take a new backup and prove that. Older ones are kept meanwhile.");
        break;
    case AlertKind::SecondPlace:
        out.what =
            ScheduleTexts::tr("The newest backup of %1 has no copy in the second place: %2.").arg(what, alert.detail);
        out.remedy = ScheduleTexts::tr("The backup itself is good. Connect the disk or share; the next run copies it.");
        break;
    case AlertKind::NotInstalled:
        out.what = ScheduleTexts::tr("The daily backup of %1 is no longer in the system's scheduler.").arg(what);
        out.remedy = ScheduleTexts::tr("Nothing will start it. Save the schedule once more.");
        break;
    case AlertKind::ClockWentBack:
        out.what = ScheduleTexts::tr("This computer's clock was set back: a run of %1 lies in the future.").arg(what);
        out.remedy = ScheduleTexts::tr("Check date and time. That run does not count as done.");
        break;
    default: out = aboutRuns(alert, what, now);
    }
    return out;
}

QString stateWord(ScheduleState state)
{
    switch (state) {
    case ScheduleState::Waiting: return ScheduleTexts::tr("Not yet due");
    case ScheduleState::OnTime: return ScheduleTexts::tr("On time");
    case ScheduleState::Running: return ScheduleTexts::tr("Running");
    case ScheduleState::Due: return ScheduleTexts::tr("Due now");
    case ScheduleState::Missed: return ScheduleTexts::tr("Missed");
    case ScheduleState::Failed: return ScheduleTexts::tr("Failed");
    }
    return {};
}

QString noteSentence(scheduler::Note note)
{
    switch (note) {
    case scheduler::Note::RunsOnlyLoggedIn:
        return ScheduleTexts::tr("It runs only while you are logged in to this computer.");
    case scheduler::Note::NeedsLinger:
        return ScheduleTexts::tr("It runs only while you are logged in; an administrator changes that with "
                                 "\"loginctl enable-linger\" and your name.");
    case scheduler::Note::ChecksEveryHour:
        return ScheduleTexts::tr("A run that was missed follows within the hour after the computer is on again.");
    case scheduler::Note::AfterShutdownAtLogin:
        return ScheduleTexts::tr("A run that was missed follows at waking, or at the next login.");
    }
    return {};
}

QString policyText(const backups::RetentionPolicy &policy)
{
    QStringList parts;
    if (policy.newest > 0)
        parts.append(ScheduleTexts::tr("the newest %n", nullptr, policy.newest));
    if (policy.daily > 0)
        parts.append(ScheduleTexts::tr("%n daily", nullptr, policy.daily));
    if (policy.weekly > 0)
        parts.append(ScheduleTexts::tr("%n weekly", nullptr, policy.weekly));
    if (policy.monthly > 0)
        parts.append(ScheduleTexts::tr("%n monthly", nullptr, policy.monthly));
    return parts.isEmpty() ? ScheduleTexts::tr("all of them") : parts.join(u", "_s);
}

} // namespace civicq::phrases

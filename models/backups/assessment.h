// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a daily backup stands, from its schedule, its runs and the files there are: pure, any thread. What is wrong is an
// alert by default; the thresholds say where each figure comes from. Times are UTC; days are those of the given zone.

#include "backups/runlog.h"

#include <QtCore/QList>
#include <QtCore/QTime>
#include <QtCore/QTimeZone>

#include <chrono>
#include <optional>

namespace civicq::backups {

struct ScheduleThresholds
{
    // A run may begin late or take long before it counts as missed.
    std::chrono::minutes grace{120};
    // A day and the grace; Barman's last_backup_maximum_age, which is off there unless somebody sets it.
    std::chrono::hours oldWarning{26};
    // Two runs that did not happen, and the grace.
    std::chrono::hours oldCritical{50};
    // Of the median of the seven before it; Barman's last_backup_minimum_size, as a share because cities differ in size.
    double smallShare = 0.5;
    // No database of a city takes so long; something hangs.
    std::chrono::hours longRun{12};
    // After a failed try, before the next one.
    std::chrono::minutes retryAfter{10};
};

struct ScheduleFacts
{
    QTime at;
    QDateTime since; // nothing was due before
    QTimeZone zone = QTimeZone::systemTimeZone();
    bool wantsSecondPlace = false;
    bool installed = true; // the system's scheduler still has the job
};

// A file that is there and is not known to be damaged, of the plan's database and kind.
struct BackupFact
{
    QDateTime made;
    qint64 bytes = 0;
    QString kind;              // format and encryption: only files alike are compared in size
    QString proofProblem = {}; // what a restore of it gave that was not in the database
};

enum class ScheduleState {
    Waiting, // the first run is still to come
    OnTime,
    Running,
    Due, // should have begun, and still may without being late
    Missed,
    Failed,
};

enum class AlertKind {
    MissedRun,
    FailedRun,
    InterruptedRun,
    OldBackup, // the newest is older than it should be
    NoBackup,
    SmallBackup,
    LongRun,
    ProofFailed, // the newest backup was restored and is not what it should be
    SecondPlace,
    NotInstalled,
    ClockWentBack, // a run is from the future
};

struct ScheduleAlert
{
    AlertKind kind = AlertKind::MissedRun;
    bool critical = false;
    QDateTime since;       // when the run was due, when the backup was made, since when it runs
    int count = 0;         // of runs missed
    qint64 bytes = 0;      // SmallBackup: its size
    qint64 usualBytes = 0; // SmallBackup: the median it is compared with
    QString detail;        // the error's own words
};

struct Assessment
{
    ScheduleState state = ScheduleState::Waiting;
    bool due = false;            // a run should begin now
    bool secondPlaceDue = false; // the newest backup is still without its copy
    QDateTime nextRun;
    std::optional<BackupRun> lastRun;
    std::optional<BackupRun> lastGood;
    std::optional<BackupFact> newest;
    int daysWithout = 0; // of the last 14 days (fewer where the schedule is younger): without a good run
    int daysSeen = 0;
    QList<ScheduleAlert> alerts; // the worst first

    [[nodiscard]] bool isCritical() const { return !alerts.isEmpty() && alerts.first().critical; }
};

// `runs`: of this plan, newest first. `backups`: newest first.
[[nodiscard]] Assessment assess(const ScheduleFacts &schedule, const QList<BackupRun> &runs,
                                const QList<BackupFact> &backups, const QDateTime &now,
                                const ScheduleThresholds &thresholds = {});

// The last time a run was due at or before `when`, and the first after it.
[[nodiscard]] QDateTime slotBefore(const ScheduleFacts &schedule, const QDateTime &when);
[[nodiscard]] QDateTime slotAfter(const ScheduleFacts &schedule, const QDateTime &when);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/assessment.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::backups {

namespace {

constexpr int comparedBackups = 7;
constexpr int fewestCompared = 2;
constexpr int daysLookedAt = 14;
// A clock that is set right moves by less than this; more, and runs from the future must not count as done.
constexpr std::chrono::minutes clockTolerance{10};

QDateTime slotOn(const ScheduleFacts &schedule, const QDate &date)
{
    // A time that summer time leaps over is the one it leaps to.
    return QDateTime(date, schedule.at, schedule.zone).toUTC();
}

// A run from the future says nothing: a clock that was wrong once would silence every alert until it comes true.
bool counts(const BackupRun &run, const QDateTime &now)
{
    return run.begun <= now.addDuration(clockTolerance);
}

class Assessor
{
public:
    Assessor(ScheduleFacts schedule, const QList<BackupRun> &runs, const QList<BackupFact> &backups,
             const QDateTime &now, const ScheduleThresholds &thresholds)
        : m_schedule(std::move(schedule)), m_backups(backups), m_now(now), m_thresholds(thresholds),
          m_slot(slotBefore(m_schedule, now))
    {
        // A schedule from the future would be due only then: it is taken for one of two days ago.
        if (m_schedule.since > now.addDuration(clockTolerance)) {
            m_future = true;
            m_schedule.since = now.addDays(-2);
        }
        m_first = slotAfter(m_schedule, m_schedule.since);
        for (const BackupRun &run : runs) {
            if (counts(run, now))
                m_runs.append(run);
            else
                m_future = true;
        }
    }

    Assessment assess()
    {
        m_out.nextRun = slotAfter(m_schedule, std::max(m_now, m_schedule.since));
        if (!m_runs.isEmpty())
            m_out.lastRun = m_runs.first();
        const auto good = std::ranges::find(m_runs, RunOutcome::Done, &BackupRun::outcome);
        if (good != m_runs.end())
            m_out.lastGood = *good;
        if (!m_backups.isEmpty())
            m_out.newest = m_backups.first();
        m_out.secondPlaceDue =
            m_schedule.wantsSecondPlace && m_out.lastGood && !m_out.lastGood->secondPlaceError.isEmpty();
        decideState();
        countDays();
        addAlerts();
        std::ranges::stable_sort(m_out.alerts, std::ranges::greater(), &ScheduleAlert::critical);
        return m_out;
    }

private:
    [[nodiscard]] bool hasBegun() const { return m_first <= m_now; }

    void decideState()
    {
        const auto running = std::ranges::find(m_runs, RunOutcome::Running, &BackupRun::outcome);
        if (running != m_runs.end()) {
            m_out.state = ScheduleState::Running;
            return;
        }
        if (!hasBegun()) {
            m_out.state = ScheduleState::Waiting;
            return;
        }
        if (m_out.lastGood && m_out.lastGood->begun >= m_slot) {
            m_out.state = ScheduleState::OnTime;
            return;
        }
        const bool tried = m_out.lastRun && m_out.lastRun->begun >= m_slot;
        m_out.due = !tried || m_out.lastRun->begun.addDuration(m_thresholds.retryAfter) <= m_now;
        m_out.state = tried                                             ? ScheduleState::Failed
                      : m_now <= m_slot.addDuration(m_thresholds.grace) ? ScheduleState::Due
                                                                        : ScheduleState::Missed;
    }

    // A day's run is good when one that began between its time and the next day's is done.
    void countDays()
    {
        if (!hasBegun())
            return;
        QDateTime begin = m_slot;
        QDateTime end = m_out.nextRun;
        for (int day = 0; day < daysLookedAt && begin >= m_first; ++day) {
            const bool stillComes = day == 0 && m_out.state != ScheduleState::Missed
                                    && m_out.state != ScheduleState::Failed && m_out.state != ScheduleState::OnTime;
            const bool good = std::ranges::any_of(m_runs, [&](const BackupRun &run) {
                return run.outcome == RunOutcome::Done && run.begun >= begin && run.begun < end;
            });
            if (!stillComes) {
                ++m_out.daysSeen;
                m_out.daysWithout += good ? 0 : 1;
            }
            end = begin;
            begin = slotBefore(m_schedule, begin.addMSecs(-1));
        }
    }

    void add(AlertKind kind, bool critical, const QDateTime &since, const QString &detail = {})
    {
        ScheduleAlert alert;
        alert.kind = kind;
        alert.critical = critical;
        alert.since = since;
        alert.detail = detail;
        m_out.alerts.append(alert);
    }

    void addAlerts()
    {
        if (!m_schedule.installed)
            add(AlertKind::NotInstalled, true, m_schedule.since);
        if (m_future)
            add(AlertKind::ClockWentBack, false, m_now);
        addRunAlerts();
        addAgeAlert();
        addSizeAlert();
        if (m_out.newest && !m_out.newest->proofProblem.isEmpty())
            add(AlertKind::ProofFailed, true, m_out.newest->made, m_out.newest->proofProblem);
        if (m_out.secondPlaceDue)
            add(AlertKind::SecondPlace, false, m_out.lastGood->begun, m_out.lastGood->secondPlaceError);
    }

    void addRunAlerts()
    {
        const bool longAgo = !m_out.lastGood ? m_first.addDuration(m_thresholds.oldCritical) < m_now
                                             : m_out.lastGood->begun.addDuration(m_thresholds.oldCritical) < m_now;
        if (m_out.state == ScheduleState::Missed) {
            add(AlertKind::MissedRun, longAgo, m_slot);
            m_out.alerts.last().count = missedInARow();
        } else if (m_out.state == ScheduleState::Failed) {
            const BackupRun &run = *m_out.lastRun;
            add(run.outcome == RunOutcome::Interrupted ? AlertKind::InterruptedRun : AlertKind::FailedRun, longAgo,
                run.begun, run.error);
        } else if (m_out.state == ScheduleState::Running) {
            const auto running = std::ranges::find(m_runs, RunOutcome::Running, &BackupRun::outcome);
            if (running->begun.addDuration(m_thresholds.longRun) < m_now)
                add(AlertKind::LongRun, longAgo, running->begun);
        }
    }

    [[nodiscard]] int missedInARow() const
    {
        int missed = 0;
        for (QDateTime slot = m_slot; slot >= m_first; slot = slotBefore(m_schedule, slot.addMSecs(-1))) {
            if (m_out.lastGood && m_out.lastGood->begun >= slot)
                break;
            ++missed;
        }
        return missed;
    }

    void addAgeAlert()
    {
        if (!m_out.newest) {
            if (m_first.addDuration(m_thresholds.grace) < m_now)
                add(AlertKind::NoBackup, true, m_first);
            return;
        }
        // A backup from before the schedule may be as old as it likes until the first run was due.
        const QDateTime made = m_out.newest->made;
        if (m_first.addDuration(m_thresholds.grace) < m_now && made.addDuration(m_thresholds.oldWarning) < m_now)
            add(AlertKind::OldBackup, made.addDuration(m_thresholds.oldCritical) < m_now, made);
    }

    void addSizeAlert()
    {
        if (!m_out.newest)
            return;
        QList<qint64> sizes;
        for (qsizetype place = 1; place < m_backups.size() && sizes.size() < comparedBackups; ++place) {
            if (m_backups.at(place).kind == m_out.newest->kind)
                sizes.append(m_backups.at(place).bytes);
        }
        if (sizes.size() < fewestCompared)
            return;
        std::ranges::sort(sizes);
        const qint64 median = sizes.at(sizes.size() / 2);
        if (static_cast<double>(m_out.newest->bytes) >= m_thresholds.smallShare * static_cast<double>(median))
            return;
        add(AlertKind::SmallBackup, false, m_out.newest->made);
        m_out.alerts.last().bytes = m_out.newest->bytes;
        m_out.alerts.last().usualBytes = median;
    }

    ScheduleFacts m_schedule;
    QList<BackupRun> m_runs;
    const QList<BackupFact> &m_backups;
    const QDateTime m_now;
    const ScheduleThresholds &m_thresholds;
    const QDateTime m_slot;
    QDateTime m_first;
    bool m_future = false;
    Assessment m_out;
};

} // namespace

QDateTime slotBefore(const ScheduleFacts &schedule, const QDateTime &when)
{
    const QDate today = when.toTimeZone(schedule.zone).date();
    const QDateTime slot = slotOn(schedule, today);
    return slot <= when ? slot : slotOn(schedule, today.addDays(-1));
}

QDateTime slotAfter(const ScheduleFacts &schedule, const QDateTime &when)
{
    const QDate today = when.toTimeZone(schedule.zone).date();
    const QDateTime slot = slotOn(schedule, today);
    return slot > when ? slot : slotOn(schedule, today.addDays(1));
}

Assessment assess(const ScheduleFacts &schedule, const QList<BackupRun> &runs, const QList<BackupFact> &backups,
                  const QDateTime &now, const ScheduleThresholds &thresholds)
{
    return Assessor(schedule, runs, backups, now, thresholds).assess();
}

} // namespace civicq::backups

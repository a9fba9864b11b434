// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thirty days of a clerk's laptop, many times over: it sleeps, is switched off, crashes; backups fail, disks rot; the
// system's scheduler forgets its job. Whoever looks is told what is wrong, and the newest proven backup is never gone.
#include "backups/assessment.h"
#include "backups/retention.h"

#include <QtTest/QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace civicq::backups;
using State = RetentionCandidate::State;

namespace {

constexpr unsigned seeds = 300;
constexpr int days = 30;
constexpr int stepMinutes = 5;
const QTimeZone pacific("America/Los_Angeles");
// Over the night of 8 March, when 2:30 does not exist.
const QDateTime beginning(QDate(2026, 2, 20), QTime(15, 0), pacific);

enum class Power { On, Asleep, Off };
enum class System { Persistent, Hourly }; // systemd, launchd and Task Scheduler; cron

struct Look
{
    QDateTime when;
    Assessment stands;
};

class Month
{
public:
    explicit Month(unsigned seed) : m_random(seed)
    {
        m_schedule = ScheduleFacts{QTime(2, 30), beginning.toUTC(), pacific};
        m_system = chance(3) ? System::Hourly : System::Persistent;
        m_forgotten = chance(4) ? beginning.addDays(below(days)).toUTC() : QDateTime();
        m_forgetsSilently = chance(2);
        m_policy = {1 + below(4), below(8), below(3), below(2)};
        m_nextSlot = slotAfter(m_schedule, m_schedule.since);
    }

    QByteArray live()
    {
        for (m_now = beginning.toUTC(); m_wrong.isEmpty() && m_now < beginning.addDays(days).toUTC();
             m_now = m_now.addSecs(60 * stepMinutes)) {
            changePower();
            if (m_power != Power::On)
                continue;
            finishRun();
            if (systemAsks())
                startIfDue();
            if (chance(60))
                look();
        }
        return m_wrong;
    }

    int looks = 0;
    int alerts = 0;
    int removed = 0;

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    bool chance(int outOf) { return below(outOf) == 0; }

    void changePower()
    {
        if (m_now < m_untilPower)
            return;
        const int what = below(10);
        const Power next = m_power != Power::On ? Power::On
                           : what < 6           ? Power::Asleep
                           : what < 8           ? Power::Off
                                                : Power::On;
        if (next == Power::Off && m_running) {
            m_runs.first().outcome = RunOutcome::Interrupted;
            m_running = false;
        }
        if (next == Power::On && m_power == Power::Off)
            m_retries = 0;
        m_power = next;
        const int longest = next == Power::On ? 14 : chance(8) ? 90 : 12; // hours; now and then a long weekend
        m_untilPower = m_now.addSecs(60 * (10 + below(longest * 60)));
    }

    bool systemAsks()
    {
        if (m_forgotten.isValid() && m_now >= m_forgotten)
            return false;
        if (m_system == System::Hourly)
            return m_now.time().minute() == 30;
        if (m_retries > 0 && m_now >= m_retryAt) {
            --m_retries;
            m_retryAt = m_now.addSecs(15 * 60);
            return true;
        }
        if (m_now < m_nextSlot)
            return false;
        m_nextSlot = slotAfter(m_schedule, m_now); // several that were slept through are one
        return true;
    }

    void startIfDue()
    {
        const Assessment stands = assess(m_schedule, m_runs, facts(), m_now);
        if (!stands.due)
            return;
        if (m_running)
            m_wrong = "a second run began while one lasts";
        BackupRun run;
        run.begun = m_now;
        run.outcome = RunOutcome::Running;
        m_runs.prepend(run);
        m_running = true;
        m_runEnds = m_now.addSecs(60 * (5 + below(120)));
    }

    void finishRun()
    {
        if (!m_running || m_now < m_runEnds)
            return;
        m_running = false;
        BackupRun &run = m_runs.first();
        run.ended = m_now;
        if (chance(4)) {
            run.outcome = RunOutcome::Failed;
            m_retries = m_retries > 0 ? m_retries : 3;
            m_retryAt = m_now.addSecs(15 * 60);
            return;
        }
        m_retries = 0;
        run.outcome = RunOutcome::Done;
        RetentionCandidate file;
        file.path = u"%1"_s.arg(++m_number);
        file.group = u"city"_s;
        file.made = file.modified = run.begun;
        file.state = State::Whole;
        file.proven = chance(5);
        m_files.append(file);
        if (chance(12)) // a disk rots, and somebody has read it
            m_files[below(static_cast<int>(m_files.size()))].state = State::Damaged;
        keep();
    }

    void keep()
    {
        const RetentionCandidate *proven = nullptr;
        const RetentionCandidate *whole = nullptr;
        for (const RetentionCandidate &file : std::as_const(m_files)) {
            if (file.state != State::Whole)
                continue;
            whole = !whole || file.made > whole->made ? &file : whole;
            if (file.proven)
                proven = !proven || file.made > proven->made ? &file : proven;
        }
        const QString provenPath = proven ? proven->path : QString();
        const QString wholePath = whole ? whole->path : QString();
        const RetentionPlan plan = planRetention(m_files, m_policy, pacific);
        for (const RetentionDecision &decision : plan.decisions) {
            if (!decision.goes())
                continue;
            ++removed;
            if (decision.candidate.path == provenPath)
                m_wrong = "the newest proven backup was removed";
            if (decision.candidate.path == wholePath)
                m_wrong = "the newest whole backup was removed";
            m_files.removeIf([&](const RetentionCandidate &file) { return file.path == decision.candidate.path; });
        }
    }

    [[nodiscard]] QList<BackupFact> facts() const
    {
        QList<BackupFact> out;
        for (const RetentionCandidate &file : m_files) {
            if (file.state == State::Whole)
                out.prepend({file.made, 1'000, u"archive"_s});
        }
        return out;
    }

    // What must be said, found without assess(): slot by slot.
    void look()
    {
        ++looks;
        ScheduleFacts schedule = m_schedule;
        schedule.installed = !m_forgotten.isValid() || m_now < m_forgotten || m_forgetsSilently;
        const Assessment stands = assess(schedule, m_runs, facts(), m_now);
        alerts += stands.alerts.isEmpty() ? 0 : 1;
        bool missed = false;
        for (QDate day = beginning.date(); day <= m_now.toTimeZone(pacific).date(); day = day.addDays(1)) {
            const QDateTime slot(day, m_schedule.at, pacific);
            if (slot <= beginning || slot.addSecs(2 * 3600) >= m_now)
                continue;
            missed = std::ranges::none_of(
                m_runs, [&](const BackupRun &run) { return run.outcome == RunOutcome::Done && run.begun >= slot; });
        }
        const bool lasts = m_running && m_runs.first().begun.secsTo(m_now) <= 12 * 3600;
        const QList<BackupFact> there = facts();
        const bool old = there.isEmpty() || there.first().made.secsTo(m_now) > 26 * 3600;
        const bool pastFirst = slotAfter(m_schedule, m_schedule.since).addSecs(2 * 3600) < m_now;
        if (missed && !lasts && stands.alerts.isEmpty())
            m_wrong = "a missed run was not told at " + m_now.toString(Qt::ISODate).toLatin1();
        if (old && pastFirst && stands.alerts.isEmpty())
            m_wrong = "an old backup was not told at " + m_now.toString(Qt::ISODate).toLatin1();
        const bool tried = !m_runs.isEmpty() && m_runs.first().outcome != RunOutcome::Done;
        if (!missed && !old && !tried && schedule.installed && !stands.alerts.isEmpty())
            m_wrong = "a false alarm at " + m_now.toString(Qt::ISODate).toLatin1();
    }

    std::mt19937 m_random;
    ScheduleFacts m_schedule;
    System m_system;
    RetentionPolicy m_policy;
    QDateTime m_forgotten;
    bool m_forgetsSilently = false;
    QDateTime m_now;
    Power m_power = Power::On;
    QDateTime m_untilPower = beginning.addSecs(3600);
    QDateTime m_nextSlot;
    QDateTime m_retryAt;
    int m_retries = 0;
    bool m_running = false;
    QDateTime m_runEnds;
    QList<BackupRun> m_runs; // newest first
    QList<RetentionCandidate> m_files;
    int m_number = 0;
    QByteArray m_wrong;
};

class ThirtyDaysTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noSilentMissAndTheProvenOneStays();
};

void ThirtyDaysTest::noSilentMissAndTheProvenOneStays()
{
    int looks = 0;
    int alerts = 0;
    int removed = 0;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        Month month(seed);
        const QByteArray wrong = month.live();
        QVERIFY2(wrong.isEmpty(), ("seed " + QByteArray::number(seed) + ": " + wrong).constData());
        looks += month.looks;
        alerts += month.alerts;
        removed += month.removed;
    }
    // The months had something to tell, and something to remove.
    QVERIFY(looks > 10 * static_cast<int>(seeds));
    QVERIFY(alerts > static_cast<int>(seeds) && alerts < looks);
    QVERIFY(removed > static_cast<int>(seeds));
    qInfo("%u months: %d looks, %d with alerts, %d backups removed", seeds, looks, alerts, removed);
}

} // namespace

QTEST_GUILESS_MAIN(ThirtyDaysTest)
#include "thirtydaystest.moc"

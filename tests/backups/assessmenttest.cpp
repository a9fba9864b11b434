// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/assessment.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace civicq::backups;

namespace {

const QTimeZone pacific("America/Los_Angeles");

QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 6, day), QTime(hour, minute), QTimeZone::UTC);
}

BackupRun run(const QDateTime &begun, RunOutcome outcome)
{
    BackupRun run;
    run.begun = begun;
    run.outcome = outcome;
    run.ended = outcome == RunOutcome::Running ? QDateTime() : begun.addSecs(600);
    run.error = outcome == RunOutcome::Failed ? u"the disk is full"_s : QString();
    return run;
}

class AssessmentTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void firstRunIsStillToCome();
    void onTime();
    void dueThenMissed();
    void manyMissedAreCounted();
    void failedIsToldAndTriedAgain();
    void interruptedIsToldApart();
    void runningIsNotRepeated();
    void longRunIsAnAlert();
    void oldBackup();
    void noBackupAtAll();
    void muchSmallerThanUsual();
    void otherKindsAreNotCompared();
    void theNewestIsNotWhatItShouldBe();
    void secondPlaceIsStillDue();
    void lostJobIsAnAlert();
    void futureSilencesNothing();
    void summerTimeHasEverySlotOnce();

private:
    [[nodiscard]] Assessment look(const QDateTime &now) const { return assess(m_schedule, m_runs, m_backups, now); }
    [[nodiscard]] static QList<AlertKind> kinds(const Assessment &stands)
    {
        QList<AlertKind> out;
        for (const ScheduleAlert &alert : stands.alerts)
            out.append(alert.kind);
        return out;
    }

    ScheduleFacts m_schedule;
    QList<BackupRun> m_runs;
    QList<BackupFact> m_backups;
};

void AssessmentTest::init()
{
    m_schedule = ScheduleFacts{QTime(2, 0), at(1, 12), QTimeZone(QTimeZone::UTC)};
    m_runs.clear();
    m_backups.clear();
}

void AssessmentTest::firstRunIsStillToCome()
{
    const Assessment stands = look(at(1, 18));
    QCOMPARE(stands.state, ScheduleState::Waiting);
    QVERIFY(!stands.due);
    QCOMPARE(stands.nextRun, at(2, 2));
    QVERIFY(stands.alerts.isEmpty());
}

void AssessmentTest::onTime()
{
    m_runs = {run(at(3, 2), RunOutcome::Done), run(at(2, 2), RunOutcome::Done)};
    m_backups = {{at(3, 2), 100, u"archive"_s}, {at(2, 2), 100, u"archive"_s}};
    const Assessment stands = look(at(4, 1, 59));
    QCOMPARE(stands.state, ScheduleState::OnTime);
    QVERIFY(!stands.due && stands.alerts.isEmpty());
    QCOMPARE(stands.daysSeen, 2);
    QCOMPARE(stands.daysWithout, 0);
}

void AssessmentTest::dueThenMissed()
{
    QCOMPARE(look(at(2, 2)).state, ScheduleState::Due);
    QVERIFY(look(at(2, 2)).due && look(at(2, 4)).alerts.isEmpty());
    const Assessment late = look(at(2, 4, 1));
    QCOMPARE(late.state, ScheduleState::Missed);
    QVERIFY(late.due);
    QVERIFY(kinds(late).contains(AlertKind::MissedRun));
    // Caught up, however late: on time again until the next.
    m_runs = {run(at(2, 20), RunOutcome::Done)};
    m_backups = {{at(2, 20), 100, u"archive"_s}};
    QCOMPARE(look(at(2, 21)).state, ScheduleState::OnTime);
}

void AssessmentTest::manyMissedAreCounted()
{
    m_runs = {run(at(2, 2), RunOutcome::Done)};
    m_backups = {{at(2, 2), 100, u"archive"_s}};
    const Assessment stands = look(at(9, 12));
    const auto missed = std::ranges::find(stands.alerts, AlertKind::MissedRun, &ScheduleAlert::kind);
    QCOMPARE(missed->count, 7);
    QVERIFY(missed->critical && stands.isCritical());
    QCOMPARE(stands.daysSeen, 8);
    QCOMPARE(stands.daysWithout, 7);
}

void AssessmentTest::failedIsToldAndTriedAgain()
{
    m_runs = {run(at(3, 2), RunOutcome::Failed), run(at(2, 2), RunOutcome::Done)};
    m_backups = {{at(2, 2), 100, u"archive"_s}};
    const Assessment soon = look(at(3, 2, 5));
    QCOMPARE(soon.state, ScheduleState::Failed);
    QCOMPARE(kinds(soon), QList{AlertKind::FailedRun});
    QCOMPARE(soon.alerts.first().detail, u"the disk is full"_s);
    QVERIFY(!soon.due);
    QVERIFY(look(at(3, 2, 10)).due);
    m_runs.prepend(run(at(3, 2, 15), RunOutcome::Done));
    QCOMPARE(look(at(3, 3)).state, ScheduleState::OnTime);
}

void AssessmentTest::interruptedIsToldApart()
{
    m_runs = {run(at(2, 2), RunOutcome::Interrupted)};
    m_backups = {{at(1, 11), 100, u"archive"_s}};
    QCOMPARE(kinds(look(at(2, 3))), QList{AlertKind::InterruptedRun});
    QVERIFY(look(at(2, 3)).due);
}

void AssessmentTest::runningIsNotRepeated()
{
    m_runs = {run(at(2, 2), RunOutcome::Running)};
    m_backups = {{at(1, 11), 100, u"archive"_s}};
    const Assessment stands = look(at(2, 3));
    QCOMPARE(stands.state, ScheduleState::Running);
    QVERIFY(!stands.due && stands.alerts.isEmpty());
}

void AssessmentTest::longRunIsAnAlert()
{
    m_runs = {run(at(2, 2), RunOutcome::Running)};
    m_backups = {{at(2, 1), 100, u"archive"_s}};
    QCOMPARE(kinds(look(at(2, 14, 1))), QList{AlertKind::LongRun});
}

void AssessmentTest::oldBackup()
{
    m_runs = {run(at(3, 2), RunOutcome::Done)};
    m_backups = {{at(2, 1), 100, u"archive"_s}}; // the newer file was deleted, or is damaged
    QCOMPARE(kinds(look(at(3, 3))), QList<AlertKind>{});
    QCOMPARE(kinds(look(at(3, 5))), QList{AlertKind::OldBackup});
    QVERIFY(!look(at(3, 5)).isCritical());
    m_runs = {run(at(4, 2), RunOutcome::Done)};
    QVERIFY(look(at(4, 5)).isCritical());
}

void AssessmentTest::noBackupAtAll()
{
    QCOMPARE(kinds(look(at(2, 5))), QList({AlertKind::NoBackup, AlertKind::MissedRun}));
    QVERIFY(look(at(2, 5)).isCritical());
}

void AssessmentTest::muchSmallerThanUsual()
{
    m_runs = {run(at(9, 2), RunOutcome::Done)};
    for (int day = 9; day > 2; --day)
        m_backups.append({at(day, 2), day == 9 ? 499 : 1'000, u"archive"_s});
    const Assessment stands = look(at(9, 3));
    QCOMPARE(kinds(stands), QList{AlertKind::SmallBackup});
    QCOMPARE(stands.alerts.first().usualBytes, 1'000);
    m_backups.first().bytes = 500;
    QVERIFY(look(at(9, 3)).alerts.isEmpty());
}

void AssessmentTest::otherKindsAreNotCompared()
{
    m_runs = {run(at(9, 2), RunOutcome::Done)};
    m_backups.append({at(9, 2), 10, u"archive"_s});
    for (int day = 8; day > 2; --day)
        m_backups.append({at(day, 2), 1'000, u"sql"_s});
    QVERIFY(look(at(9, 3)).alerts.isEmpty());
}

void AssessmentTest::theNewestIsNotWhatItShouldBe()
{
    m_runs = {run(at(2, 2), RunOutcome::Done)};
    m_backups = {{at(2, 2), 100, u"archive"_s, u"table votes has 0 rows"_s}, {at(1, 2), 100, u"archive"_s}};
    const Assessment stands = look(at(2, 3));
    QCOMPARE(kinds(stands), QList{AlertKind::ProofFailed});
    QVERIFY(stands.isCritical());
    std::ranges::swap(m_backups[0].proofProblem, m_backups[1].proofProblem); // an older one, that was taken anew
    QVERIFY(look(at(2, 3)).alerts.isEmpty());
}

void AssessmentTest::secondPlaceIsStillDue()
{
    m_schedule.wantsSecondPlace = true;
    m_runs = {run(at(2, 2), RunOutcome::Done)};
    m_runs.first().secondPlaceError = u"not there"_s;
    m_backups = {{at(2, 2), 100, u"archive"_s}};
    const Assessment stands = look(at(2, 3));
    QVERIFY(stands.secondPlaceDue && !stands.due);
    QCOMPARE(kinds(stands), QList{AlertKind::SecondPlace});
    m_schedule.wantsSecondPlace = false;
    QVERIFY(look(at(2, 3)).alerts.isEmpty());
}

void AssessmentTest::lostJobIsAnAlert()
{
    m_schedule.installed = false;
    QCOMPARE(kinds(look(at(1, 13))), QList{AlertKind::NotInstalled});
}

// A clock that was wrong once must not keep the next years silent.
void AssessmentTest::futureSilencesNothing()
{
    m_runs = {run(QDateTime(QDate(2031, 1, 1), QTime(2, 0), QTimeZone::UTC), RunOutcome::Done)};
    const Assessment stands = look(at(3, 12));
    QCOMPARE(stands.state, ScheduleState::Missed);
    QVERIFY(stands.due);
    QVERIFY(kinds(stands).contains(AlertKind::ClockWentBack));
    m_runs.clear();
    m_schedule.since = QDateTime(QDate(2031, 1, 1), QTime(2, 0), QTimeZone::UTC);
    QVERIFY(look(at(3, 12)).due);
}

void AssessmentTest::summerTimeHasEverySlotOnce()
{
    m_schedule.zone = pacific;
    m_schedule.at = QTime(2, 30); // leapt over in March, there twice in November with 1:30
    for (const QTime time : {QTime(2, 30), QTime(1, 30)}) {
        m_schedule.at = time;
        QDateTime slot = slotAfter(m_schedule, QDateTime(QDate(2026, 1, 1), QTime(12, 0), pacific));
        QDate day = slot.toTimeZone(pacific).date();
        for (int number = 0; number < 364; ++number) {
            QCOMPARE(slotBefore(m_schedule, slot), slot);
            const QDateTime next = slotAfter(m_schedule, slot);
            const QDate nextDay = next.toTimeZone(pacific).date();
            QCOMPARE(nextDay, day.addDays(1));
            slot = next;
            day = nextDay;
        }
    }
}

} // namespace

QTEST_GUILESS_MAIN(AssessmentTest)
#include "assessmenttest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/retention.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace civicq::backups;
using State = RetentionCandidate::State;

namespace {

constexpr int seeds = 400;
constexpr int longestHistory = 60;
const QDateTime newYear(QDate(2026, 1, 1), QTime(2, 0), QTimeZone::UTC);

RetentionCandidate candidate(const QString &path, const QDateTime &made, State state = State::Whole,
                             bool proven = false, const QString &group = u"city"_s)
{
    return {path, group, made, made, state, proven};
}

QStringList kept(const RetentionPlan &plan)
{
    QStringList paths;
    for (const RetentionDecision &decision : plan.decisions) {
        if (!decision.goes())
            paths.append(decision.candidate.path);
    }
    return paths;
}

QList<RetentionCandidate> randomHistory(std::mt19937 &random)
{
    const auto below = [&random](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    QList<RetentionCandidate> history;
    QDateTime when = newYear;
    const int length = below(longestHistory);
    for (int number = 0; number < length; ++number) {
        when =
            when.addSecs(below(4) == 0 ? below(40) * 86'400 : below(90'000)); // days without any, bursts, same second
        RetentionCandidate one = candidate(u"%1"_s.arg(number), when);
        one.group = u"group%1"_s.arg(below(3));
        one.state = below(6) == 0 ? State::Damaged : below(3) == 0 ? State::NotRead : State::Whole;
        one.proven = one.state == State::Whole && below(5) == 0;
        history.append(one);
    }
    std::ranges::shuffle(history, random);
    return history;
}

RetentionPolicy randomPolicy(std::mt19937 &random)
{
    const auto count = [&random](unsigned limit) { return static_cast<int>(random() % limit); };
    RetentionPolicy policy{count(5), count(8), count(5), count(4)};
    if (policy.keepsEverything())
        policy.newest = 1;
    return policy;
}

class RetentionTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newestN();
    void dailyKeepsTheLastOfEachDay();
    void weeksAndMonths();
    void daysAreThoseOfTheClockOnTheWall();
    void rulesAddUp();
    void withoutARuleNothingGoes();
    void negativeCountIsRefused();
    void propertiesHold();
    void unreadOnesAreReadFirst();
};

void RetentionTest::newestN()
{
    QList<RetentionCandidate> history;
    for (int day = 0; day < 6; ++day)
        history.append(candidate(u"day%1"_s.arg(day), newYear.addDays(day)));
    QCOMPARE(kept(planRetention(history, {.newest = 2})), QStringList({u"day5"_s, u"day4"_s}));
}

void RetentionTest::dailyKeepsTheLastOfEachDay()
{
    QList<RetentionCandidate> history;
    for (const int hour : {0, 8, 20, 24, 30, 24 * 40})
        history.append(candidate(u"h%1"_s.arg(hour), newYear.addSecs(3600 * hour)));
    // Forty days without one take nothing away: three days that have one, not the last three of the calendar.
    const auto plan = planRetention(history, {.daily = 3}, QTimeZone::UTC);
    QCOMPARE(kept(plan), QStringList({u"h960"_s, u"h30"_s, u"h20"_s}));
}

void RetentionTest::weeksAndMonths()
{
    QList<RetentionCandidate> history;
    for (int day = 0; day < 365; ++day)
        history.append(candidate(newYear.addDays(day).date().toString(Qt::ISODate), newYear.addDays(day)));
    QCOMPARE(kept(planRetention(history, {.weekly = 3}, QTimeZone::UTC)),
             QStringList({u"2026-12-31"_s, u"2026-12-27"_s, u"2026-12-20"_s})); // Sundays, and the week begun
    QCOMPARE(kept(planRetention(history, {.monthly = 4}, QTimeZone::UTC)),
             QStringList({u"2026-12-31"_s, u"2026-11-30"_s, u"2026-10-31"_s, u"2026-09-30"_s}));
    // The week that both years share is one: 2025-12-29 to 2026-01-04.
    const QList<RetentionCandidate> turn{candidate(u"old"_s, newYear.addDays(-2)), candidate(u"new"_s, newYear)};
    QCOMPARE(kept(planRetention(turn, {.weekly = 2}, QTimeZone::UTC)), QStringList{u"new"_s});
}

void RetentionTest::daysAreThoseOfTheClockOnTheWall()
{
    const QTimeZone pacific("America/Los_Angeles");
    // Either side of midnight in Los Angeles, the same day in Greenwich.
    const QList<RetentionCandidate> history{candidate(u"evening"_s, newYear.addSecs(5 * 3600)),
                                            candidate(u"night"_s, newYear.addSecs(7 * 3600))};
    QCOMPARE(kept(planRetention(history, {.daily = 2}, QTimeZone::UTC)), QStringList{u"night"_s});
    QCOMPARE(kept(planRetention(history, {.daily = 2}, pacific)).size(), 2);
}

void RetentionTest::rulesAddUp()
{
    QList<RetentionCandidate> history;
    for (int day = 0; day < 100; ++day)
        history.append(candidate(u"%1"_s.arg(day), newYear.addDays(day)));
    const auto plan = planRetention(history, {.newest = 3, .daily = 7, .weekly = 4, .monthly = 3}, QTimeZone::UTC);
    QVERIFY(plan.decisions.first().reasons.contains(KeptBecause::Newest));
    QVERIFY(plan.decisions.first().reasons.contains(KeptBecause::Monthly));
    QVERIFY(kept(plan).size() >= 7 && kept(plan).size() <= 14);
}

void RetentionTest::withoutARuleNothingGoes()
{
    QCOMPARE(kept(planRetention({candidate(u"a"_s, newYear), candidate(u"b"_s, newYear)}, {})).size(), 2);
}

void RetentionTest::negativeCountIsRefused()
{
    QVERIFY(RetentionPolicy{.newest = 1}.check().has_value());
    QVERIFY(!RetentionPolicy{.weekly = -1}.check().has_value());
}

void RetentionTest::propertiesHold()
{
    for (unsigned seed = 0; seed < seeds; ++seed) {
        std::mt19937 random(seed);
        const QList<RetentionCandidate> history = randomHistory(random);
        const RetentionPolicy policy = randomPolicy(random);
        const RetentionPlan plan = planRetention(history, policy, QTimeZone::UTC);
        const QByteArray context = "seed " + QByteArray::number(seed);
        QVERIFY2(plan.decisions.size() == history.size(), context.constData());
        std::map<QString, QList<RetentionDecision>> groups;
        for (const RetentionDecision &decision : plan.decisions) {
            QVERIFY2(decision.candidate.state != State::Damaged || !decision.goes(), context.constData());
            if (decision.candidate.state != State::Damaged)
                groups[decision.candidate.group].append(decision);
        }
        for (const auto &[name, group] : groups) {
            // The newest one, and the newest proven one, of each group stay; the newest N with them.
            QVERIFY2(!group.first().goes(), context.constData());
            const auto proven = std::ranges::find_if(group, [](const auto &one) { return one.candidate.proven; });
            QVERIFY2(proven == group.end() || !proven->goes(), context.constData());
            std::set<QDate> days;
            for (qsizetype place = 0; place < group.size(); ++place) {
                QVERIFY2(place >= policy.newest || !group.at(place).goes(), context.constData());
                const QDate day = group.at(place).candidate.made.date();
                const bool firstOfDay = days.insert(day).second;
                if (firstOfDay && static_cast<int>(days.size()) <= policy.daily)
                    QVERIFY2(!group.at(place).goes(), context.constData());
            }
            // Never more than the rules ask for, and the two that always stay.
            const auto stay = std::ranges::count_if(group, [](const auto &one) { return !one.goes(); });
            QVERIFY2(stay <= policy.newest + policy.daily + policy.weekly + policy.monthly + 2, context.constData());
        }
        // What one run left, the next leaves too.
        QList<RetentionCandidate> left;
        for (const RetentionDecision &decision : plan.decisions) {
            if (!decision.goes())
                left.append(decision.candidate);
        }
        QVERIFY2(kept(planRetention(left, policy, QTimeZone::UTC)).size() == left.size(), context.constData());
    }
}

void RetentionTest::unreadOnesAreReadFirst()
{
    QList<RetentionCandidate> history{candidate(u"old"_s, newYear), candidate(u"middle"_s, newYear.addDays(1)),
                                      candidate(u"new"_s, newYear.addDays(2), State::NotRead)};
    RetentionPlan plan = planRetention(history, {.newest = 1});
    QCOMPARE(plan.toRead, QStringList{u"new"_s});
    history.last().state = State::Damaged;
    plan = planRetention(history, {.newest = 1});
    QVERIFY(plan.toRead.isEmpty());
    QCOMPARE(kept(plan), QStringList({u"new"_s, u"middle"_s}));
}

} // namespace

QTEST_GUILESS_MAIN(RetentionTest)
#include "retentiontest.moc"

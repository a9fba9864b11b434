// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progressmeter.h"

#include <QtTest/QTest>

using namespace civicq::core;
using std::chrono::milliseconds;

namespace {

Progress bytes(qint64 done, qint64 total = 1000)
{
    return {{}, {}, done, total, Unit::Bytes};
}

class ProgressMeterTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsNothingAtFirst();
    void rateAndTimeLeft();
    void followsTheLastTenSeconds();
    void aNewStepCountsFromItsBeginning();
    void unknownTotalHasNoTimeLeft();
};

void ProgressMeterTest::knowsNothingAtFirst()
{
    ProgressMeter meter;
    QVERIFY(!meter.fraction());
    meter.add(bytes(10), milliseconds(0));
    meter.add(bytes(20), milliseconds(500));
    QCOMPARE(*meter.fraction(), 0.02);
    QVERIFY(!meter.perSecond()); // less than a second seen
    QVERIFY(!meter.left());
}

void ProgressMeterTest::rateAndTimeLeft()
{
    ProgressMeter meter;
    meter.add(bytes(0), milliseconds(0));
    meter.add(bytes(200), milliseconds(2000));
    QCOMPARE(*meter.perSecond(), 100.0);
    QCOMPARE(meter.left()->count(), 8000);
}

void ProgressMeterTest::followsTheLastTenSeconds()
{
    ProgressMeter meter;
    for (int second = 0; second <= 20; ++second)
        meter.add(bytes(second, 100'000), milliseconds(second * 1000)); // slow: 1 a second
    for (int second = 21; second <= 40; ++second)
        meter.add(bytes(20 + (second - 20) * 100, 100'000), milliseconds(second * 1000)); // then 100 a second
    QCOMPARE(*meter.perSecond(), 100.0);
}

void ProgressMeterTest::aNewStepCountsFromItsBeginning()
{
    ProgressMeter meter;
    meter.add(bytes(0), milliseconds(0));
    meter.add(bytes(900), milliseconds(9000));
    meter.add(bytes(0, 50), milliseconds(10'000));
    QVERIFY(!meter.perSecond());
    meter.add(bytes(10, 50), milliseconds(12'000));
    QCOMPARE(*meter.perSecond(), 5.0);
}

void ProgressMeterTest::unknownTotalHasNoTimeLeft()
{
    ProgressMeter meter;
    meter.add(bytes(0, 0), milliseconds(0));
    meter.add(bytes(500, 0), milliseconds(5000));
    QCOMPARE(*meter.perSecond(), 100.0);
    QVERIFY(!meter.fraction());
    QVERIFY(!meter.left());
}

} // namespace

QTEST_GUILESS_MAIN(ProgressMeterTest)
#include "progressmetertest.moc"

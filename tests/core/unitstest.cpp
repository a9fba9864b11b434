// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units.h"

#include "core/secret.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::core;
using std::chrono::milliseconds;

namespace {

class UnitsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bytes_data();
    void bytes();
    void durations_data();
    void durations();
    void percentNeverRoundsUpToPerfect();
    void followsTheLocale();
    void secretsDoNotPrint();
};

void UnitsTest::bytes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << u"0 bytes"_s;
    QTest::newRow("few") << qint64(999) << u"999 bytes"_s;
    QTest::newRow("a kilobyte, nearly") << qint64(1000) << u"0.98 kB"_s;
    QTest::newRow("a kilobyte") << qint64(1024) << u"1.00 kB"_s;
    QTest::newRow("two digits") << qint64(12'595) << u"12.3 kB"_s;
    QTest::newRow("three digits") << qint64(873) * 1024 * 1024 << u"873 MB"_s;
    QTest::newRow("never four digits") << qint64(1023) * 1024 << u"1.00 MB"_s;
    QTest::newRow("large") << qint64(3) * 1024 * 1024 * 1024 * 1024 << u"3.00 TB"_s;
    QTest::newRow("shrunk") << qint64(-2048) << u"-2.00 kB"_s;
}

void UnitsTest::bytes()
{
    QFETCH(qint64, size);
    QTEST(formatBytes(size, QLocale::c()), "text");
}

void UnitsTest::durations_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << qint64(840) << u"0.8 s"_s;
    QTest::newRow("seconds") << qint64(12'400) << u"12 s"_s;
    QTest::newRow("no sixty seconds") << qint64(59'700) << u"1 min 0 s"_s;
    QTest::newRow("minutes") << qint64(200'000) << u"3 min 20 s"_s;
    QTest::newRow("hours") << qint64(7'500'000) << u"2 h 5 min"_s;
}

void UnitsTest::durations()
{
    QFETCH(qint64, time);
    QTEST(formatDuration(milliseconds(time), QLocale::c()), "text");
}

void UnitsTest::percentNeverRoundsUpToPerfect()
{
    QCOMPARE(formatPercent(0.99996, QLocale::c()), u"99.9%"_s);
    QCOMPARE(formatPercent(1.0, QLocale::c()), u"100.0%"_s);
    QCOMPARE(formatPercent(0.0, QLocale::c()), u"0.0%"_s);
}

void UnitsTest::followsTheLocale()
{
    const QLocale spanish(QLocale::Spanish, QLocale::Spain);
    QCOMPARE(formatBytes(12'595, spanish), u"12,3 kB"_s);
}

void UnitsTest::secretsDoNotPrint()
{
    const Secret secret(u"hunter2"_s);
    QString text;
    QDebug(&text) << secret;
    QVERIFY(!text.contains("hunter2"_L1));
    QCOMPARE(secret.reveal(), u"hunter2"_s);
}

} // namespace

QTEST_GUILESS_MAIN(UnitsTest)
#include "unitstest.moc"

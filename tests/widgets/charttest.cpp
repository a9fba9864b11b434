// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/chartscale.h"
#include "common/crosshairgroup.h"
#include "common/stackedbars.h"
#include "common/timechart.h"
#include "common/typography.h"
#include "core/units.h"

#include <QtCharts/QLineSeries>
#include <QtCore/QDateTime>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace civicq::widgets;

namespace {

const double gap = std::numeric_limits<double>::quiet_NaN();

QString plain(double value)
{
    return QString::number(value);
}

TimeChart::Data data(const QList<double> &values, const QList<qsizetype> &breaks = {})
{
    TimeChart::Data out;
    const auto start = static_cast<double>(QDateTime(QDate(2026, 11, 3), QTime(9, 0)).toMSecsSinceEpoch());
    for (qsizetype i = 0; i < values.size(); ++i)
        out.times.append(start + static_cast<double>(i) * 2000);
    out.values = {values};
    out.breaks = breaks;
    return out;
}

// The runs a line is drawn in.
QList<QList<double>> runs(const TimeChart &chart)
{
    QList<QList<double>> out;
    for (const QAbstractSeries *series : chart.chart()->series()) {
        QList<double> run;
        for (const QPointF &point : static_cast<const QLineSeries *>(series)->points())
            run.append(point.y());
        if (!run.isEmpty())
            out.append(run);
    }
    return out;
}

class ChartTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scalesAreRound();
    void ratioScaleSaysWhereItBegins();
    void byteScaleIsRoundInItsUnit();
    void timeTicksAreFullMinutes();
    void labelsKeepApart();
    void gapsStayOpen();
    void aLineOnAnotherHidesNeither();
    void oneReadingSaysThatTheLinesBeginLater();
    void crosshairReadsAllCharts();
    void leapingScaleIsQuick();
    void everyPartIsNamed();
    void barsForManyTables();
};

void ChartTest::scalesAreRound()
{
    QCOMPARE(countScale(0, 4).ticks, QList<double>({0, 1}));
    QCOMPARE(countScale(3, 4).ticks, QList<double>({0, 1, 2, 3}));
    QCOMPARE(countScale(97, 4).ticks, QList<double>({0, 50, 100}));
    QCOMPARE(countScale(100, 4).maximum, 100.0);
    QCOMPARE(countScale(12'345, 4).minimum, 0.0);
}

void ChartTest::ratioScaleSaysWhereItBegins()
{
    QCOMPARE(ratioScale(0.93).minimum, 0.8);
    QCOMPARE(ratioScale(0.7).minimum, 0.5);
    QCOMPARE(ratioScale(0.0).minimum, 0.0);
    for (const double smallest : {0.0, 0.6, 0.9}) {
        const Scale scale = ratioScale(smallest);
        QVERIFY(scale.maximum > 1.0 && scale.minimum <= smallest);
        QVERIFY(std::abs(scale.ticks.last() - 1.0) < 1e-6);
    }
}

void ChartTest::byteScaleIsRoundInItsUnit()
{
    const double mega = 1024.0 * 1024.0;
    QCOMPARE(byteScale(8.7 * mega, 4).ticks, QList<double>({0, 5 * mega, 10 * mega}));
    QCOMPARE(byteScale(0, 4).maximum, 1.0);
    QVERIFY(byteScale(3e15, 4).ticks.size() < 7);
}

void ChartTest::timeTicksAreFullMinutes()
{
    const auto nine = static_cast<double>(QDateTime(QDate(2026, 11, 3), QTime(9, 0, 17)).toMSecsSinceEpoch());
    const auto ticks = timeTicks(nine, nine + 10 * 60'000, 4);
    QVERIFY(ticks.size() >= 2 && ticks.size() <= 5);
    QCOMPARE(ticks.first().text, u"09:05"_s);
    QCOMPARE(timeTicks(nine, nine + 30'000, 3).first().text, u"09:00:20"_s);
}

void ChartTest::labelsKeepApart()
{
    QCOMPARE(spread({10, 50, 90}, 16, 0, 100), QList<double>({10, 50, 90}));
    QCOMPARE(spread({50, 50, 50}, 16, 0, 100), QList<double>({50, 66, 82}));
    QCOMPARE(spread({100, 99, 98}, 16, 0, 100), QList<double>({100, 84, 68}));
}

void ChartTest::gapsStayOpen()
{
    CrosshairGroup group;
    TimeChart chart(u"Connections"_s, plain, &group);
    chart.setLines({{u"Idle"_s, series::idle}});
    chart.setData(data({1, 2, gap, 4, 5}), countScale(5, 4));
    QCOMPARE(runs(chart), QList<QList<double>>({{1, 2}, {4, 5}}));
    chart.setData(data({1, 2, 3, 4}, {2}), countScale(5, 4)); // the counters began again
    QCOMPARE(runs(chart), QList<QList<double>>({{1, 2}, {3, 4}}));
    chart.setData(data({1, 2, 3}), countScale(5, 4));
    QCOMPARE(runs(chart), QList<QList<double>>({{1, 2, 3}}));
    chart.setData(data({gap, gap}), countScale(5, 4));
    QVERIFY(runs(chart).isEmpty());
    chart.resize(420, 220);
    chart.grab(); // painted without a value
}

void ChartTest::aLineOnAnotherHidesNeither()
{
    CrosshairGroup crosshair;
    TimeChart chart(u"Cache hit"_s, plain, &crosshair);
    chart.resize(480, 240);
    chart.setLines({{u"Heap"_s, series::heap, true}, {u"Index"_s, series::indexes}});
    TimeChart::Data both = data(QList<double>(20, 1.0)); // longer than the shortest span: from edge to edge
    both.values.append(both.values.first());
    chart.setData(both, countScale(2, 4));
    const QImage drawn = chart.grab().toImage();
    QHash<QRgb, int> seen; // along the lines' middle, away from the names at their end
    for (int y = 0; y < drawn.height(); ++y)
        ++seen[drawn.pixel(drawn.width() / 3, y)];
    QVERIFY(seen.value(seriesColor(series::heap, chart.palette()).rgb()) >= 2);
    QVERIFY(seen.value(seriesColor(series::indexes, chart.palette()).rgb()) >= 1);
}

void ChartTest::oneReadingSaysThatTheLinesBeginLater()
{
    CrosshairGroup crosshair;
    TimeChart chart(u"Connections"_s, plain, &crosshair);
    chart.setLines({{u"In use"_s}});
    chart.setData(data({3}), countScale(4, 4));
    QVERIFY(chart.accessibleDescription().startsWith(u"In use 3, at "_s));
    QVERIFY(chart.accessibleDescription().contains(u"One reading so far."_s));
    chart.setData(data({3, 3}), countScale(4, 4));
    QVERIFY(!chart.accessibleDescription().contains(u"One reading so far."_s));
}

void ChartTest::crosshairReadsAllCharts()
{
    CrosshairGroup group;
    TimeChart one(u"One"_s, plain, &group);
    TimeChart other(u"Other"_s, plain, &group);
    for (TimeChart *chart : {&one, &other}) {
        chart->setLines({{u"Idle"_s, series::idle}});
        chart->resize(420, 220);
        chart->show();
    }
    one.setData(data({1, 2, gap, 4}), countScale(4, 4));
    other.setData(data({10, 20, 30, 40}), countScale(40, 4));
    QCOMPARE(one.accessibleDescription(), u"Idle 4, at 09:00:06"_s);
    QTest::keyClick(&one, Qt::Key_Left); // the newest
    QTest::keyClick(&one, Qt::Key_Left);
    QCOMPARE(one.accessibleDescription(), u"Idle –, at 09:00:04"_s);
    QCOMPARE(other.accessibleDescription(), u"Idle 30, at 09:00:04"_s);
    QTest::keyClick(&one, Qt::Key_Home);
    QCOMPARE(other.accessibleDescription(), u"Idle 10, at 09:00:00"_s);
    QTest::keyClick(&one, Qt::Key_Escape);
    QVERIFY(!group.time());
    QTest::mouseMove(other.viewport(), QPoint(200, 100));
    QTRY_VERIFY(group.time().has_value());
    one.grab();
}

void ChartTest::leapingScaleIsQuick()
{
    CrosshairGroup group;
    TimeChart chart(u"Size"_s, plain, &group);
    StackedBars bars(u"Sizes"_s, {{u"Heap"_s, series::heap}}, plain);
    chart.setLines({{u"Size"_s, series::heap}});
    chart.resize(420, 220);
    bars.resize(420, 220);
    QElapsedTimer clock;
    clock.start();
    for (const double largest : {1.0, 1e13, 3.0, 1e9}) {
        chart.setData(data({0, largest}), byteScale(largest, 4));
        bars.setBars({{u"t"_s, {largest}, u"t"_s, u"t"_s}});
        chart.grab();
        bars.grab();
    }
    QVERIFY2(clock.elapsed() < 3'000, qPrintable(QString::number(clock.elapsed())));
}

// Beside long names, in a narrow card, and where the parts' own names are longer than in English.
void ChartTest::everyPartIsNamed()
{
    StackedBars bars(u"Sizes"_s,
                     {{u"Tabla (heap)"_s, series::heap}, {u"Índices"_s, series::indexes}, {u"TOAST"_s, series::toast}},
                     plain);
    bars.setBars({{u"moderation_actions"_s, {1, 1, 0}, u"2"_s, u"2"_s}}); // nothing of the last one is in a bar
    bars.resize(280, 160);
    const QImage drawn = bars.grab().toImage();
    const QColor last = seriesColor(series::toast, bars.palette());
    int right = -1;
    for (int x = 0; x < drawn.width(); ++x) {
        for (int y = 0; y < 24; ++y)
            right = drawn.pixelColor(x, y) == last ? x : right;
    }
    QVERIFY(right > 0);
    const QFontMetrics metrics(tabular(typeFont(Type::Small)));
    QVERIFY(right + metrics.horizontalAdvance(u"TOAST"_s) < drawn.width());
}

void ChartTest::barsForManyTables()
{
    StackedBars bars(u"Table sizes"_s, {{u"Heap"_s, series::heap}, {u"Indexes"_s, series::indexes}}, plain);
    QList<StackedBars::Bar> all;
    for (int i = 0; i < 300; ++i)
        all.append({u"a table with rather a long name, number %1"_s.arg(i),
                    {3000.0 - i, 10.0},
                    u"3 kB"_s,
                    u"Heap: 3,000 bytes"_s});
    bars.resize(420, 260);
    bars.show();
    bars.setBars(all);
    QVERIFY(bars.barsShown() >= 4 && bars.barsShown() <= 12);
    QTest::keyClick(&bars, Qt::Key_Down);
    QTest::keyClick(&bars, Qt::Key_Down);
    QVERIFY2(bars.accessibleDescription().startsWith(all.at(1).name), qPrintable(bars.accessibleDescription()));
    bars.resize(420, 600);
    QTRY_VERIFY(bars.barsShown() > 12);
    bars.grab();
    bars.setBars({});
    QCOMPARE(bars.barsShown(), 0);
    bars.grab();
}

} // namespace

QTEST_MAIN(ChartTest)
#include "charttest.moc"

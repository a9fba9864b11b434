// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/seriesmodel.h"
#include "monitoring/tablesizesmodel.h"

#include <QtCore/QTimeZone>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::monitoring;

namespace {

QDateTime at(int second)
{
    return QDateTime(QDate(2026, 11, 3), QTime(9, 0), QTimeZone::UTC).addSecs(second);
}

LiveSample sample(int second, qint64 hit, qint64 read, int active = 1)
{
    LiveSample sample;
    sample.at = at(second);
    sample.cache.heapHit = hit;
    sample.cache.heapRead = read;
    sample.connections.active = active;
    sample.connections.maxConnections = 100;
    return sample;
}

TableSize table(const QString &name, qint64 heap)
{
    TableSize size;
    size.schema = u"public"_s;
    size.name = name;
    size.heap = heap;
    return size;
}

class SeriesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void intervalsAndGaps();
    void resetRestarts();
    void staysBounded();
    void clockSetBack();
    void modelsFollowTheSeries();
    void tableSizesMerge();
    void tableSizesInHumanUnits();
};

void SeriesTest::intervalsAndGaps()
{
    SampleSeries series;
    series.appendGap(at(0)); // nothing to separate yet
    QVERIFY(series.points().isEmpty());
    series.append(sample(0, 90, 10));
    QVERIFY(!series.newest()->interval.heap.has_value()); // nothing before it
    QCOMPARE(series.newest()->lifetime.heap.value(), 0.9);
    series.append(sample(2, 190, 10));
    QCOMPARE(series.newest()->interval.heap.value(), 1.0);
    series.append(sample(4, 190, 10)); // idle
    QVERIFY(!series.newest()->interval.heap.has_value());
    QVERIFY(!series.newest()->restarted);
    series.appendGap(at(6));
    series.appendGap(at(8));
    QCOMPARE(series.points().size(), 4);
    QCOMPARE(series.newest(), nullptr);
    series.append(sample(10, 290, 10));
    QVERIFY(!series.newest()->interval.heap.has_value()); // not across a gap
}

void SeriesTest::resetRestarts()
{
    SampleSeries series;
    series.append(sample(0, 90, 10));
    series.append(sample(2, 5, 5));
    QVERIFY(series.newest()->restarted);
    QVERIFY(!series.newest()->interval.heap.has_value());
    QCOMPARE(series.newest()->lifetime.heap.value(), 0.5);
}

void SeriesTest::staysBounded()
{
    SampleSeries series(10);
    QSignalSpy spy(&series, &SampleSeries::appended);
    for (int i = 0; i < 25; ++i)
        series.append(sample(i, i, 0, i));
    QCOMPARE(series.points().size(), 10);
    QCOMPARE(series.points().first().connections.active, 15);
    QCOMPARE(spy.last().first().toInt(), 1);
}

void SeriesTest::clockSetBack()
{
    SampleSeries series;
    series.append(sample(100, 1, 0));
    series.append(sample(40, 2, 0));
    QCOMPARE(series.points().last().at, at(100));
}

void SeriesTest::modelsFollowTheSeries()
{
    SampleSeries series(5);
    auto *cache = SeriesModel::cacheHit(&series, &series);
    auto *connections = SeriesModel::connections(&series, &series);
    const QAbstractItemModelTester cacheTester(cache, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester tester(connections, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 12; ++i)
        series.append(sample(i, i * 100, i, i));
    QCOMPARE(connections->rowCount(), 5);
    QCOMPARE(connections->index(0, 1).data().toString(), u"11"_s); // newest first
    QCOMPARE(cache->index(0, 1).data().toString(), u"99.0%"_s);
    QCOMPARE(cache->index(0, 2).data().toString(), u"–"_s);
    QCOMPARE(connections->index(0, 1).data(SeriesModel::SortRole).toInt(), 11);
    series.appendGap(at(20));
    QCOMPARE(connections->index(0, 1).data().toString(), u"–"_s);
    series.clear();
    QCOMPARE(cache->rowCount(), 0);
}

void SeriesTest::tableSizesMerge()
{
    TableSizesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTables({table(u"c"_s, 30), table(u"a"_s, 10), table(u"b"_s, 20)});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex b = model.index(1, TableSizesModel::Table);
    model.setTables({table(u"aa"_s, 1), table(u"b"_s, 25), table(u"c"_s, 30), table(u"d"_s, 5)});
    QCOMPARE(b.data().toString(), u"b"_s);
    QCOMPARE(b.row(), 1);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(inserts.size(), 2);
    QCOMPARE(removals.size(), 1);
    model.setTables({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!b.isValid());
    QCOMPARE(resets.size(), 0);
}

void SeriesTest::tableSizesInHumanUnits()
{
    TableSizesModel model;
    TableSize votes = table(u"votes"_s, 123 * 1024 * 1024);
    votes.schema = u"archive"_s;
    votes.partitions = 3;
    TableSize held = table(u"held"_s, 0);
    held.locked = true;
    model.setTables({votes, held});
    QCOMPARE(model.index(0, TableSizesModel::Table).data().toString(), u"archive.votes (3 partition(s))"_s);
    QCOMPARE(model.index(0, TableSizesModel::Heap).data().toString(), u"123 MB"_s);
    QCOMPARE(model.index(0, TableSizesModel::Heap).data(Qt::ToolTipRole).toString(), u"128974848 bytes"_s);
    QCOMPARE(model.index(0, TableSizesModel::Total).data(TableSizesModel::ShareRole).toDouble(), 1.0);
    QCOMPARE(model.index(0, TableSizesModel::RowEstimate).data().toString(), u"–"_s);
    QCOMPARE(model.index(1, TableSizesModel::Heap).data().toString(), u"–"_s);
    QVERIFY(model.index(1, TableSizesModel::Heap).data(Qt::ToolTipRole).toString().contains(u"Locked"_s));
}

} // namespace

QTEST_GUILESS_MAIN(SeriesTest)
#include "seriestest.moc"

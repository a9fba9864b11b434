// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/overviewcharts.h"

#include "common/chartcard.h"
#include "common/crosshairgroup.h"
#include "common/filteredtable.h"
#include "common/seriescolors.h"
#include "common/stackedbars.h"
#include "common/timechart.h"
#include "core/units.h"
#include "monitoring/overviewtexts.h"
#include "monitoring/seriesmodel.h"
#include "monitoring/thresholds.h"
#include "phrases/explanation.h"

#include <QtCore/QLocale>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using civicq::monitoring::ConnectionCounts;
using civicq::monitoring::LivePoint;
using civicq::monitoring::SeriesModel;
using civicq::monitoring::TableSizesModel;

namespace civicq::widgets {

namespace {

constexpr int wantedTicks = 4;
constexpr double scaleShare = 0.25; // fewer sessions than this part of those allowed get a scale of their own
constexpr double smallestScale = 8; // so that one session more or less is no cliff
constexpr qsizetype barsAtMost = 40;
enum RatioOf { AllTime, EachInterval };

const double notMeasured = std::numeric_limits<double>::quiet_NaN();

QString percent(double ratio)
{
    return core::formatPercent(ratio);
}

QString axisPercent(double ratio)
{
    return QLocale().toString(qRound(ratio * 100)) + u'%';
}

QString count(double value)
{
    return core::formatCount(qRound64(value));
}

QString bytes(double value)
{
    return value > 0 ? core::formatBytes(qRound64(value)) : u"0"_s;
}

FilteredTable *makeTable(const QString &objectName, const QString &name, QAbstractItemModel *model, int sortRole)
{
    auto *table = new FilteredTable(objectName, name);
    table->setModel(model);
    table->setSortRole(sortRole);
    table->sizeToContents();
    return table;
}

} // namespace

OverviewCharts::OverviewCharts(LiveFeed &feed, QObject *parent)
    : QObject(parent), m_feed(feed), m_crosshair(new CrosshairGroup(this))
{
    makeCache();
    makeConnections();
    makeSizes();
    connect(feed.series(), &monitoring::SampleSeries::appended, this, [this] {
        refreshCache();
        refreshConnections();
    });
    connect(feed.series(), &monitoring::SampleSeries::cleared, this, [this] {
        refreshCache();
        refreshConnections();
        refreshSizes();
    });
    connect(&feed, &LiveFeed::sized, this, &OverviewCharts::refreshSizes);
    refreshCache();
    refreshConnections();
    refreshSizes();
}

void OverviewCharts::makeCache()
{
    m_cache = new TimeChart(tr("Cache hit over time"), percent, m_crosshair);
    m_cache->setObjectName(u"cacheChart"_s);
    m_cache->setAxisFormat(axisPercent);
    m_cache->setLines({{tr("Heap"), series::heap, true}, {tr("Index"), series::indexes}});
    m_cache->setThreshold(TimeChart::Threshold{monitoring::cacheHitWanted, tr("90% wanted")});
    m_cacheCard = new ChartCard(tr("Cache hit"), {}, m_cache, [this] {
        FilteredTable *table = makeTable(u"cacheTable"_s, tr("Cache hit"), SeriesModel::cacheHit(m_feed.series(), this),
                                         SeriesModel::SortRole);
        table->sortBy(0, Qt::DescendingOrder); // newest first
        return table;
    });
    m_cacheCard->setObjectName(u"cacheCard"_s);
    m_ratioOf = new QComboBox;
    m_ratioOf->addItem(tr("All time"));
    m_ratioOf->addItem(tr("Each interval"));
    m_ratioOf->setAccessibleName(tr("Cache hit of which time"));
    m_ratioOf->setToolTip(tr("Since the server's statistics were reset, or between one measurement and the next"));
    connect(m_ratioOf, &QComboBox::currentIndexChanged, this, &OverviewCharts::refreshCache);
    m_cacheCard->addTool(m_ratioOf);
}

void OverviewCharts::makeConnections()
{
    m_connections = new TimeChart(tr("Connections over time"), count, m_crosshair);
    m_connections->setObjectName(u"connectionsChart"_s);
    m_connections->setEmptyText(tr("Measuring…"));
    m_connectionsCard =
        new ChartCard(tr("Connections"), tr("Sessions of the whole server, by what they do"), m_connections, [this] {
            FilteredTable *table = makeTable(u"connectionsTable"_s, tr("Connections"),
                                             SeriesModel::connections(m_feed.series(), this), SeriesModel::SortRole);
            table->sortBy(0, Qt::DescendingOrder);
            return table;
        });
    m_connectionsCard->setObjectName(u"connectionsCard"_s);
}

void OverviewCharts::makeSizes()
{
    m_sizes = new StackedBars(
        tr("Largest tables"),
        {{tr("Heap"), series::heap}, {tr("Indexes"), series::indexes}, {tr("TOAST"), series::toast}}, bytes);
    m_sizes->setObjectName(u"sizesChart"_s);
    m_sizesCard = new ChartCard(tr("Table sizes"), {}, m_sizes, [this] {
        FilteredTable *table =
            makeTable(u"sizesTable"_s, tr("Table sizes"), m_feed.tables(), TableSizesModel::SortRole);
        table->sortBy(TableSizesModel::Total, Qt::DescendingOrder);
        table->setStretchColumn(TableSizesModel::Table);
        table->setBarColumn(TableSizesModel::Total, TableSizesModel::SortRole);
        table->setEmptyText(tr("This database has no tables yet."));
        return table;
    });
    m_sizesCard->setObjectName(u"sizesCard"_s);
    connect(m_sizes, &StackedBars::barsShownChanged, this, &OverviewCharts::sayHowMany);
}

void OverviewCharts::refreshCache()
{
    const bool allTime = m_ratioOf->currentIndex() == AllTime;
    const QList<LivePoint> &points = m_feed.series()->points();
    TimeChart::Data data;
    data.values.resize(2);
    double smallest = monitoring::cacheHitWanted;
    for (const LivePoint &point : points) {
        const auto &ratio = allTime ? point.lifetime : point.interval;
        if (allTime && point.restarted)
            data.breaks.append(data.times.size());
        data.times.append(static_cast<double>(point.at.toMSecsSinceEpoch()));
        data.values[0].append(ratio.heap.value_or(notMeasured));
        data.values[1].append(ratio.index.value_or(notMeasured));
        smallest = std::min({smallest, ratio.heap.value_or(1.0), ratio.index.value_or(1.0)});
    }
    const Scale scale = ratioScale(smallest);
    m_cache->setData(std::move(data), scale);
    m_cacheCard->setUnit(scale.minimum > 0
                             ? tr("Blocks found in the cache; the axis begins at %1").arg(axisPercent(scale.minimum))
                             : tr("Blocks found in the cache, of all blocks asked for"));
    const LivePoint *now = m_feed.series()->newest();
    const monitoring::CacheRatio ratio = !now ? monitoring::CacheRatio{} : allTime ? now->lifetime : now->interval;
    const QString nothing = allTime ? tr("no table has been read yet") : tr("no table was read in the last interval");
    m_cache->setEmptyText(m_feed.sample() ? allTime ? tr("No table has been read since the statistics were reset.")
                                                    : tr("No table was read while this page was shown.")
                                          : tr("Measuring…"));
    m_cacheCard->setFigure(texts::ratio(ratio.heap),
                           ratio.heap ? tr("of heap blocks, %1 of index blocks").arg(texts::ratio(ratio.index))
                           : now      ? nothing
                                      : QString());
}

void OverviewCharts::refreshConnections()
{
    const QList<LivePoint> &points = m_feed.series()->points();
    const bool unknown = std::any_of(points.cbegin(), points.cend(), [](const LivePoint &point) {
        return point.connections.hidden + point.connections.other > 0;
    });
    // Every session that is counted is in one of the lines below the broad one.
    QList<TimeChart::Line> lines{{tr("In use"), series::total, true},
                                 {tr("Active"), series::active},
                                 {tr("Idle"), series::idle},
                                 {tr("Idle in transaction"), series::idleInTransaction},
                                 {tr("CivicQ Admin"), series::own}};
    if (unknown)
        lines.append({tr("Unknown"), series::unknown});
    if (unknown != m_showsUnknown || points.size() < 2)
        m_connections->setLines(lines);
    m_showsUnknown = unknown;

    TimeChart::Data data;
    data.values.resize(lines.size());
    double largest = 0;
    int allowed = 0;
    for (const LivePoint &point : points) {
        const ConnectionCounts &counts = point.connections;
        QList<int> values{counts.total(), counts.active, counts.idle, counts.idleInTransaction, counts.own};
        if (unknown)
            values.append(counts.hidden + counts.other);
        data.times.append(static_cast<double>(point.at.toMSecsSinceEpoch()));
        for (qsizetype line = 0; line < lines.size(); ++line)
            data.values[line].append(point.gap ? notMeasured : values.at(line));
        largest = std::max(largest, static_cast<double>(counts.total()));
        allowed = point.gap ? allowed : counts.maxConnections;
    }
    const bool whole = largest >= allowed * scaleShare;
    m_connections->setData(std::move(data),
                           countScale(whole ? allowed : std::max(largest * 1.25, smallestScale), wantedTicks));
    m_connections->setThreshold(allowed > 0 ? std::optional(TimeChart::Threshold{static_cast<double>(allowed),
                                                                                 tr("%1 allowed").arg(count(allowed))})
                                            : std::nullopt);
    const LivePoint *now = m_feed.series()->newest();
    m_connectionsCard->setFigure(now ? count(now->connections.total()) : u"–"_s,
                                 now ? tr("of %1 in use, %2 of them CivicQ Admin's own")
                                           .arg(count(now->connections.maxConnections), count(now->connections.own))
                                     : QString());
}

void OverviewCharts::refreshSizes()
{
    QList<StackedBars::Bar> bars;
    qint64 total = 0;
    if (const auto &sizes = m_feed.sizes()) {
        for (const monitoring::TableSize &table : sizes->tables) {
            total += table.total();
            if (bars.size() >= barsAtMost)
                continue;
            const auto exact = [](const QString &name, qint64 size) {
                return tr("%1: %2 (%3 bytes)").arg(name, core::formatBytes(size), core::formatCount(size));
            };
            StackedBars::Bar bar;
            bar.name = TableSizesModel::displayName(table);
            bar.values = {static_cast<double>(table.heap), static_cast<double>(table.indexes),
                          static_cast<double>(table.toast)};
            bar.total = table.locked ? tr("locked") : core::formatBytes(table.total());
            bar.toolTip = QStringList{exact(tr("Heap"), table.heap), exact(tr("Indexes"), table.indexes),
                                      exact(tr("TOAST"), table.toast), exact(tr("Total"), table.total())}
                              .join(u'\n');
            bars.append(bar);
        }
        m_sizes->setEmptyText(tr("This database has no tables yet. The migrations make CivicQ's."));
    } else {
        m_sizes->setEmptyText(m_feed.sizesError() ? phrases::explain(*m_feed.sizesError()).oneLine()
                                                  : tr("Measuring…"));
    }
    m_sizes->setBars(bars);
    const int tables = m_feed.sizes() ? static_cast<int>(m_feed.sizes()->tables.size()) : 0;
    m_sizesCard->setFigure(m_feed.sizes() ? core::formatBytes(total) : u"–"_s,
                           m_feed.sizes() ? tr("in %n table(s), indexes and TOAST included", nullptr, tables)
                                          : QString());
    sayHowMany();
}

void OverviewCharts::sayHowMany()
{
    const qsizetype tables = m_feed.sizes() ? m_feed.sizes()->tables.size() : 0;
    m_sizesCard->setUnit(tables == 0 ? QString()
                         : tables > m_sizes->barsShown()
                             ? tr("The %1 largest of %2 tables").arg(m_sizes->barsShown()).arg(tables)
                             : tr("All tables, the largest first"));
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/seriesmodel.h"

#include "core/units.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace civicq::monitoring {

namespace {

QVariant fromRatio(const std::optional<double> &ratio)
{
    return ratio ? QVariant(*ratio) : QVariant();
}

QString display(const QVariant &value)
{
    if (!value.isValid())
        return u"–"_s;
    return value.typeId() == QMetaType::Double ? core::formatPercent(value.toDouble())
                                               : core::formatCount(value.toLongLong());
}

} // namespace

SeriesModel::SeriesModel(SampleSeries *series, QList<Column> columns, QObject *parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)), m_rows(series->points())
{
    connect(series, &SampleSeries::appended, this, [this, series](int dropped) {
        follow(dropped);
        beginInsertRows({}, 0, 0);
        m_rows.append(series->points().last());
        endInsertRows();
    });
    connect(series, &SampleSeries::cleared, this, [this] {
        beginResetModel();
        m_rows.clear();
        endResetModel();
    });
}

SeriesModel *SeriesModel::cacheHit(SampleSeries *series, QObject *parent)
{
    const QString interval = tr("Blocks found in the cache, of all blocks asked for since the row below");
    const QString lifetime = tr("Blocks found in the cache, of all blocks asked for since the statistics were reset");
    return new SeriesModel(
        series,
        {{tr("Heap, interval"), interval, [](const LivePoint &p) { return fromRatio(p.interval.heap); }},
         {tr("Index, interval"), interval, [](const LivePoint &p) { return fromRatio(p.interval.index); }},
         {tr("Heap, all time"), lifetime, [](const LivePoint &p) { return fromRatio(p.lifetime.heap); }},
         {tr("Index, all time"), lifetime, [](const LivePoint &p) { return fromRatio(p.lifetime.index); }}},
        parent);
}

SeriesModel *SeriesModel::connections(SampleSeries *series, QObject *parent)
{
    const auto count = [](int ConnectionCounts::*member) {
        return [member](const LivePoint &p) { return QVariant(p.connections.*member); };
    };
    return new SeriesModel(
        series,
        {{tr("Active"), tr("Running a statement"), count(&ConnectionCounts::active)},
         {tr("Idle"), tr("Connected and waiting for the next statement"), count(&ConnectionCounts::idle)},
         {tr("Idle in transaction"),
          tr("Waiting within a transaction: holds locks and keeps dead rows from being removed"),
          count(&ConnectionCounts::idleInTransaction)},
         {tr("Other"), tr("Starting, in a function call, or not tracked"), count(&ConnectionCounts::other)},
         {tr("State unknown"), tr("Sessions of other roles, whose state your role may not read"),
          count(&ConnectionCounts::hidden)},
         {tr("CivicQ Admin"), tr("This program's own sessions"), count(&ConnectionCounts::own)},
         {tr("In use"), tr("All of them"), [](const LivePoint &p) { return QVariant(p.connections.total()); }},
         {tr("Allowed"), tr("max_connections of the server"), count(&ConnectionCounts::maxConnections)}},
        parent);
}

int SeriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SeriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant SeriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LivePoint &point = m_rows.at(m_rows.size() - 1 - index.row());
    if (index.column() == 0) {
        if (role == Qt::DisplayRole)
            return QLocale().toString(point.at.toLocalTime().time(), u"HH:mm:ss"_s);
        if (role == Qt::ToolTipRole)
            return QLocale().toString(point.at.toLocalTime(), QLocale::LongFormat);
        return role == SortRole ? QVariant(point.at) : QVariant();
    }
    const QVariant value = point.gap ? QVariant() : m_columns.at(index.column() - 1).value(point);
    switch (role) {
    case Qt::DisplayRole: return display(value);
    case Qt::ToolTipRole: return point.gap ? QVariant(tr("Not measured")) : QVariant();
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    case SortRole: return value;
    default: return {};
    }
}

QVariant SeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole && section > 0)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::DisplayRole)
        return section == 0 ? tr("Time") : m_columns.at(section - 1).title;
    return role == Qt::ToolTipRole && section > 0 ? QVariant(m_columns.at(section - 1).toolTip) : QVariant();
}

void SeriesModel::follow(int dropped)
{
    if (dropped == 0)
        return;
    const int last = static_cast<int>(m_rows.size()) - 1;
    beginRemoveRows({}, last - dropped + 1, last);
    m_rows.remove(0, dropped);
    endRemoveRows();
}

} // namespace civicq::monitoring

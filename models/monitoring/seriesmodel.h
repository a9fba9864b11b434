// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table behind a live chart: a row a measurement, newest first, in human units; the raw value under SortRole. GUI
// thread; follows its series, which must outlive it.

#include "monitoring/sampleseries.h"

#include <QtCore/QAbstractTableModel>

#include <functional>

namespace civicq::monitoring {

class SeriesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole };

    // Ratios of heap and indexes, of each interval and since the statistics were reset.
    [[nodiscard]] static SeriesModel *cacheHit(SampleSeries *series, QObject *parent);
    // Sessions by state.
    [[nodiscard]] static SeriesModel *connections(SampleSeries *series, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Column
    {
        QString title;
        QString toolTip;
        std::function<QVariant(const LivePoint &)> value; // double: a ratio; int: a count; invalid: not measured
    };
    SeriesModel(SampleSeries *series, QList<Column> columns, QObject *parent);
    void follow(int dropped);

    QList<Column> m_columns; // after the time
    QList<LivePoint> m_rows; // oldest first, as in the series
};

} // namespace civicq::monitoring

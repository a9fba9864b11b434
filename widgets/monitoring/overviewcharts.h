// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The overview's three charts, each in its card, reading one crosshair. Follows the feed. GUI thread.

#include "monitoring/livefeed.h"

class QComboBox;

namespace civicq::widgets {

class ChartCard;
class CrosshairGroup;
class StackedBars;
class TimeChart;

class OverviewCharts final : public QObject
{
    Q_OBJECT
public:
    explicit OverviewCharts(LiveFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] ChartCard *cache() const { return m_cacheCard; }
    [[nodiscard]] ChartCard *connections() const { return m_connectionsCard; }
    [[nodiscard]] ChartCard *sizes() const { return m_sizesCard; }

private:
    void makeCache();
    void makeConnections();
    void makeSizes();
    void refreshCache();
    void refreshConnections();
    void refreshSizes();
    void sayHowMany();

    LiveFeed &m_feed;
    CrosshairGroup *m_crosshair;
    ChartCard *m_cacheCard = nullptr;
    ChartCard *m_connectionsCard = nullptr;
    ChartCard *m_sizesCard = nullptr;
    TimeChart *m_cache = nullptr;
    TimeChart *m_connections = nullptr;
    StackedBars *m_sizes = nullptr;
    QComboBox *m_ratioOf = nullptr;
    bool m_showsUnknown = false;
};

} // namespace civicq::widgets

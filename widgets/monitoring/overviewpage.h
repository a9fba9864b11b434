// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the open database is, at a glance: five verdicts, three live charts, what happened lately. Asks the server only
// while it is shown. GUI thread.

#include "common/page.h"
#include "connections/activeconnection.h"
#include "core/settings.h"
#include "monitoring/newestbackup.h"

#include <QtCore/QTimer>

class QComboBox;
class QGridLayout;
class QLabel;

namespace civicq::widgets {

class ChartCard;
class LiveFeed;
class MessageStrip;
class OverviewCharts;
class RecentTasks;
class StatePane;
class VerdictTile;

class OverviewPage final : public Page
{
    Q_OBJECT
public:
    OverviewPage(core::TaskRunner &tasks, connections::ActiveConnection &connection, const core::Settings &settings,
                 FindNewestBackup findNewestBackup = {}, QWidget *parent = nullptr);
    ~OverviewPage() override;

    [[nodiscard]] static PageInfo describe(); // for the navigation, before the page is made
    void setInterval(std::chrono::milliseconds interval);
    void setFindNewestBackup(FindNewestBackup find);

    void setShown(bool shown) override;
    [[nodiscard]] QList<QAction *> commands() const override;
    [[nodiscard]] LiveFeed &feed() { return *m_feed; }

Q_SIGNALS:
    // A person chose another sampling interval: for the settings.
    void intervalChosen(std::chrono::milliseconds interval);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeStatusRow();
    void fillIntervals();
    void placeTiles();
    void followConnection();
    void showState();
    void showFigures();
    void searchBackup();
    void revealChart(ChartCard *card);

    core::TaskRunner &m_tasks;
    connections::ActiveConnection &m_connection;
    FindNewestBackup m_findNewestBackup;
    BackupSearch m_backup;
    LiveFeed *m_feed;
    OverviewCharts *m_charts;
    RecentTasks *m_recent;
    StatePane *m_pane = nullptr;
    MessageStrip *m_strip = nullptr;
    QLabel *m_status = nullptr;
    QComboBox *m_interval = nullptr;
    QGridLayout *m_tileGrid = nullptr;
    VerdictTile *m_health;
    VerdictTile *m_backupTile;
    VerdictTile *m_connectionsTile;
    VerdictTile *m_cacheTile;
    VerdictTile *m_sizeTile;
    QTimer m_backupTimer;
    QList<QAction *> m_commands;
    int m_tileColumns = 0;
    bool m_shown = false;
};

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Loads development data: what will be made in which database, whether that is possible, progress by table, and the
// logins to copy. GUI thread. Object names: seeds, actions loadSeeds, resetSeeds, readSeeds; seedPlan, seedStrip,
// seedProgress, copyEmail0..3, copyPassword0..3.

#include "common/page.h"
#include "connections/activeconnection.h"
#include "seeds/seedplanmodel.h"

#include <optional>

class QStackedWidget;

namespace civicq::widgets {

class MessageStrip;
class ProgressList;
class StatePane;
class SeedChecks;

class SeedsPage final : public Page
{
    Q_OBJECT
public:
    [[nodiscard]] static PageInfo describe();
    SeedsPage(core::TaskRunner &tasks, connections::ActiveConnection &connection, QWidget *parent = nullptr);

    void setShown(bool shown) override;
    [[nodiscard]] QList<QAction *> commands() const override;

private:
    void makeActions();
    [[nodiscard]] QWidget *makeContent();
    void refresh();
    void display(const seeds::SeedSurvey &survey);
    void followActions();
    void askReset();
    void load(bool reset);
    void finished(const core::Result<seeds::SeedReport> &result);
    [[nodiscard]] QString databaseName() const;

    core::TaskRunner &m_tasks;
    connections::ActiveConnection &m_connection;
    seeds::SeedPlanModel m_model;
    std::optional<seeds::SeedSurvey> m_survey;
    QAction *m_load = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_read = nullptr;
    QAction *m_migrations = nullptr;
    StatePane *m_pane = nullptr;
    MessageStrip *m_strip = nullptr;
    MessageStrip *m_schemaStrip = nullptr;
    QStackedWidget *m_left = nullptr;
    ProgressList *m_progress = nullptr;
    SeedChecks *m_checks = nullptr;
    core::TaskHandle m_reading;
    bool m_shown = false;
    bool m_loading = false;
};

} // namespace civicq::widgets

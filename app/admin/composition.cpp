// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window, in the order of the navigation: a function for each, which hands it what it needs. A page is
// made when it is first wanted; its PageInfo is given here, so that the navigation knows it before.

#include "admin/application.h"

#include "monitoring/overviewpage.h"

namespace civicq::app {

namespace {

widgets::Page *makeOverview(Application &app)
{
    using widgets::OverviewPage;
    auto *page = new OverviewPage(app.tasks, app.connection, app.settings);
    QObject::connect(page, &OverviewPage::intervalChosen, page, [&app](std::chrono::milliseconds interval) {
        app.settings.sampleInterval = interval;
        app.file.setSettings(app.settings);
    });
    QObject::connect(&app.window, &widgets::MainWindow::preferencesChanged, page,
                     [page](const widgets::Preferences &changed) { page->setInterval(changed.core.sampleInterval); });
    return page;
}

} // namespace

void addPages(Application &app)
{
    app.window.addPage(widgets::OverviewPage::describe(), [&app] { return makeOverview(app); });
}

} // namespace civicq::app

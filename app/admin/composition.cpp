// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window, in the order of the navigation: a function for each, which hands it what it needs. A page is
// made when it is first wanted; its PageInfo is given here, so that the navigation knows it before.

#include "admin/application.h"
#include "admin/newestbackup.h"
#include "backups/backup.h"
#include "backups/backupspage.h"
#include "migrations/migrationfolder.h"
#include "migrations/migrationspage.h"
#include "connections/connectionspage.h"
#include "monitoring/overviewpage.h"
#include "sandbox/sandboxpage.h"
#include "seeds/seedspage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace civicq::app {

namespace {

widgets::Page *makeOverview(Application &app)
{
    using widgets::OverviewPage;
    const auto newestBackup = [&app](const core::Settings &settings) {
        return newestBackupIn(settings.backupFolder.isEmpty() ? app.paths.backups : settings.backupFolder, app.paths);
    };
    auto *page = new OverviewPage(app.tasks, app.connection, app.settings, newestBackup(app.settings));
    QObject::connect(page, &OverviewPage::intervalChosen, page, [&app](std::chrono::milliseconds interval) {
        app.settings.sampleInterval = interval;
        app.file.setSettings(app.settings);
    });
    QObject::connect(&app.window, &widgets::MainWindow::preferencesChanged, page,
                     [page, newestBackup](const widgets::Preferences &changed) {
                         page->setInterval(changed.core.sampleInterval);
                         page->setFindNewestBackup(newestBackup(changed.core));
                     });
    return page;
}

// Into the folder of backups, as any other.
widgets::MakeSafetyBackup safetyBackups(Application &app)
{
    return [&app](const postgres::ConnectionParameters &parameters) -> migrations::SafetyBackup {
        backups::BackupRequest request;
        request.parameters = parameters;
        request.origin = backups::Origin::Safety;
        request.folder = app.settings.backupFolder.isEmpty() ? app.paths.backups : app.settings.backupFolder;
        return [&app, request](core::TaskContext &context) -> core::Result<QString> {
            backups::BackupCatalogue catalogue(app.paths.data);
            const auto made = backups::backup(context, {app.processes, app.tools}, request, &catalogue);
            if (!made)
                return core::fail(made.error());
            return made->path;
        };
    };
}

widgets::Page *makeMigrations(Application &app)
{
    auto *page = new widgets::MigrationsPage(app.tasks, app.connection, safetyBackups(app));
    page->setAlembicTools(
        [&app] { return migrations::AlembicTools{&app.processes, app.file.text(QStringLiteral("alembicProgram"))}; });
    const auto key = [](const QUuid &profile) {
        return QStringLiteral("migrations/folder-") + profile.toString(QUuid::WithoutBraces);
    };
    page->setRememberedFolders(
        {[&app, key](const QUuid &profile) { return app.windowState.value(key(profile)).toString(); },
         [&app, key](const QUuid &profile, const QString &folder) { app.windowState.setValue(key(profile), folder); },
         [&app](const QString &program) { app.file.write(QStringLiteral("alembicProgram"), program); }});
    return page;
}

widgets::Page *makeBackups(Application &app)
{
    const auto folder = [&app] {
        return app.settings.backupFolder.isEmpty() ? app.paths.backups : app.settings.backupFolder;
    };
    // Beside this program, under the same suffix.
    const QFileInfo self(QCoreApplication::applicationFilePath());
    const QString suffix = self.suffix() == "exe"_L1 ? u".exe"_s : QString();
    const auto scratchServer = [&app](core::TaskContext &context) {
        return app.sandbox.start(context, sandbox::Lifetime::WithPrograms);
    };
    auto *page = new widgets::BackupsPage({app.tasks,
                                           app.connection,
                                           {app.processes, app.tools},
                                           app.paths.data,
                                           folder,
                                           app.paths.config,
                                           self.path() + u"/civicq-db"_s + suffix,
                                           scratchServer,
                                           migrations::builtInRevisions});
    app.walkthrough.setPage(page);
    return page;
}

widgets::Page *makeConnections(Application &app)
{
    using widgets::ConnectionsPage;
    auto *page = new ConnectionsPage({app.tasks, app.profiles, app.secrets, app.connection});
    QObject::connect(page, &ConnectionsPage::openRequested, &app.opener, &Opener::open);
    QObject::connect(&app.window, &widgets::MainWindow::addConnectionRequested, page, &ConnectionsPage::newConnection);
    return page;
}

widgets::Page *makeSeeds(Application &app)
{
    return new widgets::SeedsPage(app.tasks, app.connection);
}

widgets::Page *makeSandbox(Application &app)
{
    auto *page = new widgets::SandboxPage(app.tasks, app.sandbox, app.connection);
    QObject::connect(page, &widgets::SandboxPage::openRequested, &app.opener, &Opener::openSandbox);
    return page;
}

} // namespace

widgets::WalkthroughParts walkthroughParts(Application &app)
{
    return {app.tasks,
            app.connection,
            {app.processes, app.tools},
            app.paths.data,
            [&app](QObject *owner, auto started) { app.opener.startSandbox(owner, std::move(started)); },
            [&app](const connections::Profile &profile) { app.opener.open(profile); },
            [&app](QWidget *strip) { app.window.setGuide(strip); },
            [&app] { app.window.showPage(u"backups"_s); }};
}

void addPages(Application &app)
{
    app.window.addPage(widgets::OverviewPage::describe(), [&app] { return makeOverview(app); });
    app.window.addPage(widgets::MigrationsPage::describe(), [&app] { return makeMigrations(app); });
    app.window.addPage(widgets::BackupsPage::describe(), [&app] { return makeBackups(app); });
    app.window.addPage(widgets::SeedsPage::describe(), [&app] { return makeSeeds(app); });
    app.window.addPage(widgets::SandboxPage::describe(), [&app] { return makeSandbox(app); });
    app.window.addPage(widgets::ConnectionsPage::describe(), [&app] { return makeConnections(app); });
}

} // namespace civicq::app

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tour: civicq-admin's real window worked from another process, on a sandbox of its own, as a person would from the
// first start to a backup that is back. A line a step with what was checked; exit status 0 only if every step held.
//
//   civicq-tour --pictures FOLDER

#include "production.h"
#include "walk.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace civicq::tests;

namespace {

void firstStart(Tour &tour)
{
    tour.step(u"First start"_s, [&] {
        tour.require(tour.window().waitVisible(u"startSandboxButton"_s, slow));
        tour.picture(u"01-first-start"_s);
        return u"no database yet, and two ways to one are offered"_s;
    });
    tour.step(u"The sandbox starts"_s, [&] {
        tour.require(tour.window().click(u"startSandboxButton"_s));
        tour.require(tour.window().waitVisible(u"environmentBadge"_s, slow));
        tour.require(tour.ask(u"select current_database()"_s) == "civicq"_L1, u"the sandbox has no database civicq"_s);
        return u"a PostgreSQL of its own runs, psql reaches it, the window says which environment it is"_s;
    });
}

void migrate(Tour &tour)
{
    tour.step(u"Migrations"_s, [&] {
        goTo(tour, u"migrations"_s);
        tour.require(tour.window().click(u"upgradeToHeadButton"_s, slow));
        tour.require(tour.window().waitVisible(u"runAccept"_s));
        tour.picture(u"02-migrations-before-running"_s);
        tour.require(tour.window().click(u"runAccept"_s));
        tour.require(tour.window().waitGone(u"runDialog"_s));
        tour.require(tour.window().waitVisible(u"migrationVerdict"_s, slow));
        const QString tables = tour.ask(u"select count(*) from pg_tables where schemaname = 'public' "
                                        "and tablename <> 'alembic_version'"_s);
        tour.require(tables == "20"_L1, u"there are %1 tables, not 20"_s.arg(tables));
        tour.picture(u"03-migrations"_s);
        return u"upgraded to the head: 20 tables, version %1"_s.arg(
            tour.ask(u"select version_num from alembic_version"_s));
    });
}

void seed(Tour &tour)
{
    tour.step(u"Development data"_s, [&] {
        goTo(tour, u"seeds"_s);
        tour.require(tour.window().waitFor(
            u"loadSeedsButton"_s, [](const QJsonObject &now) { return now.value("enabled"_L1).toBool(); },
            u"to be ready"_s, slow));
        tour.picture(u"04-seed-data-before-loading"_s);
        tour.require(tour.window().click(u"loadSeedsButton"_s));
        tour.require(tour.window().waitFor(
            u"resetSeedsButton"_s, [](const QJsonObject &now) { return now.value("enabled"_L1).toBool(); },
            u"to be over"_s, slow));
        const QString empty = tour.ask(
            u"select count(*) from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace "
            "and relname <> 'alembic_version' and (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' "
            "|| c.oid::regclass, false, true, '')))[1]::text = '0'"_s);
        tour.require(empty == "0"_L1, empty + u" tables are empty"_s);
        tour.picture(u"05-seed-data"_s);
        return u"%1 users, %2 questions, rows in all 20 tables"_s.arg(tour.ask(u"select count(*) from users"_s),
                                                                      tour.ask(u"select count(*) from questions"_s));
    });
}

void testConnection(Tour &tour)
{
    tour.step(u"Test connection"_s, [&] {
        goTo(tour, u"connections"_s);
        // The sandbox as any other server: by its address.
        const QString address = QString::fromUtf8(tour.civicqDb({u"sandbox"_s, u"url"_s}));
        tour.require(tour.window().clickLater(u"pasteAddressButton"_s));
        tour.require(tour.window().type(u"addressField"_s,
                                        QJsonDocument::fromJson(address.toUtf8()).object().value("url"_L1).toString()));
        tour.picture(u"06-paste-address"_s);
        tour.require(tour.window().click(u"addressAccept"_s));
        tour.require(tour.window().type(u"profileName"_s, u"Clerk's office"_s));
        tour.require(tour.window().click(u"testConnection"_s));
        tour.require(tour.window().waitFor(
            u"cancelTest"_s, [](const QJsonObject &now) { return !now.value("visible"_L1).toBool(); }, u"to be over"_s,
            slow));
        tour.require(tour.window().waitVisible(u"testVerdict"_s, slow));
        tour.picture(u"06-connection-tested"_s);
        const QString verdict = tour.window().text(u"testVerdict"_s);
        tour.require(tour.window().triggerLater(u"quit"_s));
        tour.require(tour.window().waitVisible(u"quitQuestion"_s));
        tour.picture(u"06-quit-without-saving"_s);
        tour.require(tour.window().click(u"quitStay"_s));
        tour.require(tour.window().waitGone(u"quitQuestion"_s));
        tour.require(tour.window().click(u"discardChanges"_s));
        return verdict + u" Quitting asks before the connection that is not saved is lost."_s;
    });
}

void watchCharts(Tour &tour)
{
    tour.step(u"Overview"_s, [&] {
        goTo(tour, u"overview"_s);
        tour.require(tour.window().waitText(u"liveStatus"_s, u"Live"_s, slow));
        const QString first = tour.window().text(u"liveStatus"_s);
        tour.require(tour.window().waitFor(
            u"liveStatus"_s,
            [&first](const QJsonObject &now) {
                return now.value("text"_L1).toString().contains("Live"_L1) && now.value("text"_L1).toString() != first;
            },
            u"to read again"_s, slow));
        tour.picture(u"07-overview"_s);
        return tour.window().text(u"overview/pageSentence"_s);
    });
}

void backUp(Tour &tour, const QString &home, const QString &number)
{
    tour.step(u"Back up"_s, [&] {
        goTo(tour, u"backups"_s);
        tour.picture(number + u"-backups-before"_s);
        tour.require(tour.window().clickLater(u"backupNowButton"_s, slow));
        walkWizard(tour, number,
                   {{u"backupWhat"_s, {}}, {u"backupWhere"_s, {}}, {u"backupKeep"_s, {}}, {u"backupProtection"_s, {}}});
        const QString verdict = finishWizard(tour, number, [&] {
            tour.require(tour.window().click(u"backupProveIt"_s));
            tour.require(tour.window().waitText(u"wizardHeadline"_s, u"backed up and proven"_s, slow));
            tour.picture(number + u"-proven"_s);
        });
        const QByteArray verified = tour.civicqDb({u"restore"_s, u"--verify"_s, newestBackup(home)});
        tour.require(QJsonDocument::fromJson(verified).object().value("valid"_L1).toBool(), u"the file is not valid"_s);
        tour.picture(number + u"-backups-after"_s);
        return verdict + u" Verified by civicq-db."_s;
    });
}

void restore(Tour &tour, const QString &home, const QString &number, const QString &database)
{
    tour.step(u"Restore into a second database"_s, [&] {
        goTo(tour, u"backups"_s);
        tour.require(tour.window().select(u"backupListView"_s, QFileInfo(newestBackup(home)).fileName(), slow));
        tour.require(tour.window().clickLater(u"backupRestoreButton"_s, slow));
        walkWizard(
            tour, number,
            {{u"restoreSource"_s, waitForList},
             {u"restoreContents"_s, {}},
             {u"restoreTarget"_s, [&database](DriverClient &window) { window.type(u"restoreName"_s, database); }}});
        const QString verdict = finishWizard(tour, number);
        tour.require(tour.dump(database) == tour.dump(u"civicq"_s), u"the two databases differ"_s);
        return verdict + u" pg_dump of both is equal."_s;
    });
}

// The walkthrough, from the menu's entry to "You did it", with pictures of each step; then everything of it is gone.
// `titles`: what the strip says of the four steps, in the window's language.
void practise(Tour &tour, const QStringList &titles)
{
    tour.step(u"Practise a restore"_s, [&] {
        tour.require(tour.window().trigger(u"practise"_s));
        tour.require(tour.window().waitText(u"coachTitle"_s, titles.at(0), slow));
        const QString practice = u"civicq_practice"_s;
        tour.require(tour.window().waitVisible(u"backupNowButton"_s, slow));
        tour.picture(u"10-practise-1"_s);
        tour.require(tour.window().clickLater(u"backupNowButton"_s, slow));
        walkWizard(tour, u"10-practise-1"_s,
                   {{u"backupWhat"_s, {}}, {u"backupWhere"_s, {}}, {u"backupKeep"_s, {}}, {u"backupProtection"_s, {}}});
        (void)finishWizard(tour, u"10-practise-1"_s);
        tour.require(tour.window().waitText(u"coachTitle"_s, titles.at(1), slow));
        tour.picture(u"10-practise-2"_s);
        tour.require(tour.window().click(u"coachAction"_s));
        tour.require(tour.window().waitText(u"coachTitle"_s, titles.at(2), slow));
        tour.picture(u"10-practise-3"_s);
        tour.require(tour.window().clickLater(u"backupRestoreButton"_s, slow));
        walkWizard(tour, u"10-practise-3"_s,
                   {{u"restoreSource"_s, waitForList},
                    {u"restoreContents"_s, {}},
                    {u"restoreTarget"_s, [](DriverClient &window) { window.click(u"restoreReplace"_s); }}});
        tour.require(tour.window().type(u"wizardTypedName"_s, practice));
        (void)finishWizard(tour, u"10-practise-3"_s);
        tour.require(tour.window().waitText(u"coachTitle"_s, titles.at(3), slow));
        tour.picture(u"10-practise-4"_s);
        const QString said = tour.window().text(u"coachText"_s);
        tour.require(tour.window().click(u"coachLeave"_s));
        tour.require(tour.window().waitGone(u"coachStrip"_s));
        tour.require(tour.window().waitVisible(u"environmentBadge"_s, slow));
        return said;
    });
}

void visitPages(Tour &tour, const QString &live)
{
    for (const QString &page :
         {u"overview"_s, u"migrations"_s, u"backups"_s, u"seeds"_s, u"sandbox"_s, u"connections"_s}) {
        tour.step(u"Page "_s + page, [&] {
            goTo(tour, page);
            if (page == "overview"_L1)
                tour.require(tour.window().waitText(u"liveStatus"_s, live, slow));
            if (page == "sandbox"_L1)
                tour.require(tour.window().waitFor(
                    u"stopSandboxButton"_s, [](const QJsonObject &now) { return now.value("enabled"_L1).toBool(); },
                    u"to know that the sandbox runs"_s, slow));
            if (page == "seeds"_L1)
                tour.require(tour.window().waitFor(
                    u"resetSeedsButton"_s, [](const QJsonObject &now) { return now.value("enabled"_L1).toBool(); },
                    u"to know what the tables hold"_s, slow));
            if (page == "overview"_L1)
                tour.require(tour.window().waitFor(
                    u"sizesCard/figure"_s,
                    [](const QJsonObject &now) { return now.value("text"_L1).toString().size() > 1; },
                    u"to be measured"_s, slow));
            if (page == "migrations"_L1)
                tour.require(tour.window().waitVisible(u"revisionTitle"_s, slow)
                             && tour.window().waitFor(
                                 u"revisionTitle"_s,
                                 [](const QJsonObject &now) { return !now.value("text"_L1).toString().isEmpty(); },
                                 u"to show a revision"_s, slow));
            tour.picture(u"page-"_s + page);
            if (page == "overview"_L1) {
                tour.require(tour.window().scrollToEnd(page));
                tour.picture(u"page-overview-end"_s);
            }
            return u"nothing cut off"_s;
        });
    }
}

// What opens over a page and is closed again.
void openDialogs(Tour &tour)
{
    const auto dialog = [&tour](const QString &name, const QString &what) {
        tour.require(tour.window().waitVisible(name));
        tour.picture(u"dialog-"_s + what);
        tour.require(tour.window().key(u"Esc"_s, name));
        tour.require(tour.window().waitGone(name));
    };
    tour.step(u"Dialogs"_s, [&] {
        tour.require(tour.window().triggerLater(u"settings"_s));
        dialog(u"settingsDialog"_s, u"settings"_s);
        tour.require(tour.window().triggerLater(u"search"_s));
        dialog(u"commandPalette"_s, u"search"_s);
        tour.require(tour.window().triggerLater(u"about"_s));
        dialog(u"aboutDialog"_s, u"about"_s);
        tour.require(tour.window().clickLater(u"connectionButton"_s));
        dialog(u"connectionMenu"_s, u"switch-connection"_s);
        goTo(tour, u"backups"_s);
        tour.require(tour.window().clickLater(u"scheduleChangeButton"_s, slow));
        dialog(u"scheduleDialog"_s, u"schedule"_s);
        goTo(tour, u"seeds"_s);
        tour.require(tour.window().clickLater(u"resetSeedsButton"_s, slow));
        dialog(u"confirmationDialog"_s, u"confirmation"_s);
        goTo(tour, u"connections"_s);
        tour.require(tour.window().click(u"newConnectionButton"_s));
        tour.require(tour.window().waitVisible(u"profileName"_s));
        tour.picture(u"dialog-new-connection"_s);
        tour.require(tour.window().click(u"discardChanges"_s));
        tour.require(tour.window().click(u"taskToggle"_s));
        tour.require(tour.window().waitVisible(u"taskList"_s));
        tour.picture(u"dialog-tasks"_s);
        tour.require(tour.window().click(u"taskToggle"_s));
        return u"settings, search, about, connections, a confirmation, a new connection, the task list"_s;
    });
}

void closeWindow(Tour &tour)
{
    tour.step(u"The window closes"_s, [&] {
        tour.require(tour.window().quit() == 0, u"it did not end with status 0"_s);
        return u"exit status 0"_s;
    });
}

void openOnSandbox(Tour &tour, const QString &name, const Look &look)
{
    tour.step(name, [&] {
        tour.require(tour.openWindow(look, {u"--connection"_s, u"sandbox"_s}));
        tour.require(tour.window().waitVisible(u"environmentBadge"_s, slow));
        return u"opened on the sandbox"_s;
    });
}

// The same window in another look: every page and every wizard step again.
void again(Tour &tour, const QString &home, const Look &look, const QString &database)
{
    openOnSandbox(tour, u"%1 theme at %2%"_s.arg(look.theme).arg(look.scale * 100), look);
    visitPages(tour, u"Live"_s);
    openDialogs(tour);
    backUp(tour, home, u"08"_s);
    restore(tour, home, u"09"_s, database);
    closeWindow(tour);
}

// As small as the window gets, and in Spanish, whose words are longer: the pages once more.
void small(Tour &tour)
{
    openOnSandbox(tour, u"Spanish at 960 × 600"_s, {.language = u"es"_s, .prefix = u"small-es-"_s});
    tour.step(u"The window is made small"_s, [&] {
        tour.require(tour.window().resize(u"mainWindow"_s, 960, 600));
        return u"960 × 600"_s;
    });
    visitPages(tour, u"En vivo"_s);
    openDialogs(tour);
    practise(tour, {u"Haga una copia"_s, u"Pierda algo"_s, u"Restaure la copia"_s, u"Lo ha conseguido"_s});
    closeWindow(tour);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption folder(u"pictures"_s, u"Where the pictures go."_s, u"folder"_s, u"tour"_s);
    parser.addOption(folder);
    parser.addHelpOption();
    parser.process(application);

    const QTemporaryDir home;
    const QString pictures = QDir(parser.value(folder)).absolutePath();
    Tour tour(home.path(), pictures);
    if (!tour.openWindow({.prefix = u"light-"_s})) {
        qCritical("%s", qPrintable(tour.window().failure()));
        return 1;
    }
    firstStart(tour);
    migrate(tour);
    seed(tour);
    testConnection(tour);
    watchCharts(tour);
    backUp(tour, home.path(), u"08"_s);
    restore(tour, home.path(), u"09"_s, u"civicq_restored"_s);
    practise(tour, {u"Take a backup"_s, u"Lose something"_s, u"Restore the backup"_s, u"You did it"_s});
    visitPages(tour, u"Live"_s);
    openDialogs(tour);
    closeWindow(tour);
    visitProduction(tour, home.path(), {.prefix = u"light-"_s}, u"civicq_restored"_s);
    again(tour, home.path(), {.theme = u"dark"_s, .prefix = u"dark-100-"_s}, u"civicq_dark"_s);
    visitProduction(tour, home.path(), {.theme = u"dark"_s, .prefix = u"dark-100-"_s}, u"civicq_dark"_s);
    again(tour, home.path(), {.scale = 2, .prefix = u"light-200-"_s}, u"civicq_large"_s);
    again(tour, home.path(), {.theme = u"dark"_s, .scale = 2, .prefix = u"dark-200-"_s}, u"civicq_large_dark"_s);
    small(tour);
    return tour.failures() == 0 ? 0 : 1;
}

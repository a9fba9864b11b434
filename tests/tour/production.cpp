// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "production.h"

#include "fixtures/faultproxy.h"
#include "walk.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;

namespace civicq::tests {

namespace {

constexpr qint64 someTablesIn = 450'000; // bytes to the server: a part of the rows of a restore

// The sandbox's address as another server's: its database `database`, through the proxy.
QString addressOf(Tour &tour, const QString &database, int port)
{
    QUrl address(tour.url(database));
    address.setPort(port);
    return QString::fromUtf8(address.toEncoded());
}

void openProduction(Tour &tour, const Look &look, const QString &name)
{
    tour.step(u"Production, %1"_s.arg(look.theme), [&] {
        tour.require(tour.openWindow(look, {u"--connection"_s, name}));
        tour.require(tour.window().waitText(u"lockState"_s, u"Read-only"_s, slow));
        goTo(tour, u"overview"_s);
        tour.require(tour.window().waitText(u"liveStatus"_s, u"Live"_s, slow));
        tour.picture(u"11-production-locked"_s);
        return u"the window says that it is production, and that it is locked"_s;
    });
}

void seeWhatGoesWrong(Tour &tour, const QString &home)
{
    tour.step(u"A damaged backup"_s, [&] {
        const QString damaged = home + u"/damaged.cqbackup"_s;
        QFile::remove(damaged);
        QFile file(damaged);
        tour.require(QFile::copy(newestBackup(home), damaged) && file.resize(file.size() * 2 / 3),
                     u"no damaged file could be made"_s);
        goTo(tour, u"backups"_s);
        tour.require(tour.window().clickLater(u"backupRestoreButton"_s, slow));
        tour.require(tour.window().waitVisible(u"restoreSource"_s, slow));
        tour.require(tour.window().type(u"restoreFile"_s, damaged));
        tour.require(tour.window().click(u"wizardNext"_s));
        tour.require(tour.window().waitVisible(u"restoreContents/errorView"_s, slow));
        tour.require(!isReady(tour.window().describe(u"wizardNext"_s)), u"one can go on with it"_s);
        tour.picture(u"11-restore-damaged"_s);
        tour.require(tour.window().click(u"wizardCancel"_s));
        tour.require(tour.window().waitGone(u"wizardCancel"_s));
        return u"the wizard goes no further, and says why"_s;
    });
    tour.step(u"A backup that fails"_s, [&] {
        tour.require(tour.window().clickLater(u"backupNowButton"_s, slow));
        // A folder below what is a file: it cannot be made.
        const QString nowhere = home + u"/damaged.cqbackup/backups"_s;
        for (const QString &step : {u"backupWhat"_s, u"backupWhere"_s, u"backupKeep"_s, u"backupProtection"_s}) {
            tour.require(tour.window().waitVisible(step, slow));
            if (step == "backupWhere"_L1)
                tour.require(tour.window().type(u"backupFolder"_s, nowhere));
            tour.require(tour.window().click(u"wizardNext"_s));
        }
        tour.require(tour.window().waitVisible(u"wizardSummary"_s, slow));
        tour.require(tour.window().click(u"wizardNext"_s));
        tour.require(tour.window().waitVisible(u"wizardVerdict/errorView"_s, slow));
        tour.picture(u"11-backup-failed"_s);
        tour.require(tour.window().click(u"wizardNext"_s));
        tour.require(tour.window().waitGone(u"wizardNext"_s));
        return u"one verdict, and the way back to what was asked for"_s;
    });
}

void restoreBeside(Tour &tour, const QString &home, FaultProxy &proxy, const QString &name, const QString &wanted)
{
    tour.step(u"A restore while it runs"_s, [&] {
        tour.require(tour.window().select(u"backupListView"_s, QFileInfo(newestBackup(home)).fileName(), slow));
        tour.require(tour.window().clickLater(u"backupRestoreButton"_s, slow));
        walkWizard(tour, u"11-restore"_s,
                   {{u"restoreSource"_s, waitForList},
                    {u"restoreContents"_s, {}},
                    {u"restoreTarget"_s, [&wanted](DriverClient &window) { window.type(u"restoreName"_s, wanted); }}});
        tour.require(tour.window().type(u"wizardTypedName"_s, name));
        proxy.holdAfter(someTablesIn);
        tour.require(tour.window().click(u"wizardNext"_s));
        tour.require(tour.window().waitFor(
            u"tableProgressCount"_s,
            [&proxy](const QJsonObject &now) {
                return proxy.isHolding() && !now.value("text"_L1).toString().isEmpty();
            },
            u"to be half way"_s, slow));
        tour.picture(u"11-restore-progress"_s);
        tour.require(tour.window().waitText(u"lockState"_s, u"Unlocked"_s));
        tour.picture(u"11-production-unlocked"_s, u"mainWindow"_s);
        const QString howFar = tour.window().text(u"tableProgressCount"_s);
        proxy.letGo();
        tour.require(tour.window().waitVisible(u"wizardHeadline"_s, slow));
        tour.require(tour.window().waitText(u"lockState"_s, u"Read-only"_s));
        tour.picture(u"11-restore-verdict"_s);
        tour.require(tour.window().click(u"restoreOpen"_s));
        tour.require(tour.window().waitGone(u"wizardNext"_s));
        tour.require(tour.window().waitFor(
            u"connectionButton"_s,
            [&wanted](const QJsonObject &now) { return now.value("accessibleName"_L1).toString().contains(wanted); },
            u"to name the new database"_s, slow));
        tour.require(tour.window().waitVisible(u"environmentBadge"_s, slow));
        tour.picture(u"11-restored-opened"_s);
        return howFar + u"; unlocked for as long; then the new database is opened"_s;
    });
}

} // namespace

void visitProduction(Tour &tour, const QString &home, const Look &look, const QString &database)
{
    const QString name = u"Oakland "_s + look.theme;
    std::unique_ptr<FaultProxy> proxy;
    tour.step(u"A database becomes production"_s, [&] {
        proxy = std::make_unique<FaultProxy>(QUrl(tour.url(database)).port());
        const QString address = addressOf(tour, database, proxy->port());
        (void)tour.civicqDb({u"profiles"_s, u"add"_s, name, u"--password"_s, u"libpq"_s}, {u"--url"_s, address});
        (void)tour.civicqDb({u"profiles"_s, u"mark"_s, u"--environment"_s, u"production"_s}, {u"--url"_s, address});
        return database + u" is marked as production"_s;
    });
    if (!proxy)
        return;
    openProduction(tour, look, name);
    seeWhatGoesWrong(tour, home);
    restoreBeside(tour, home, *proxy, database, database + u'_' + look.theme);
    tour.step(u"The window closes"_s, [&] {
        tour.require(tour.window().quit() == 0, u"it did not end with status 0"_s);
        return u"exit status 0"_s;
    });
}

} // namespace civicq::tests

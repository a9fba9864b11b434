// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace civicq::tests {

void goTo(Tour &tour, const QString &page)
{
    tour.require(tour.window().trigger(u"go_"_s + page));
    tour.require(tour.window().waitVisible(page));
}

bool isReady(const QJsonObject &now)
{
    return now.value("enabled"_L1).toBool();
}

void waitForList(DriverClient &window)
{
    (void)window.waitFor(
        u"restoreListView"_s, [](const QJsonObject &now) { return !now.value("rows"_L1).toArray().isEmpty(); },
        u"to be filled"_s, slow);
}

void walkWizard(Tour &tour, const QString &number, const QList<WizardWalk> &steps)
{
    for (const WizardWalk &walk : steps) {
        tour.require(tour.window().waitVisible(walk.step, slow));
        if (walk.fill)
            walk.fill(tour.window());
        tour.require(tour.window().waitFor(u"wizardNext"_s, isReady, u"to be ready"_s, slow));
        tour.picture(number + u'-' + walk.step);
        tour.require(tour.window().click(u"wizardNext"_s));
    }
    tour.require(tour.window().waitGone(steps.constLast().step));
    tour.picture(number + u"-summary"_s);
}

QString finishWizard(Tour &tour, const QString &number, const std::function<void()> &more)
{
    tour.require(tour.window().click(u"wizardNext"_s));
    tour.require(tour.window().waitVisible(u"wizardHeadline"_s, slow));
    tour.picture(number + u"-verdict"_s);
    if (more)
        more();
    const QString headline = tour.window().text(u"wizardHeadline"_s);
    tour.require(tour.window().click(u"wizardNext"_s));
    tour.require(tour.window().waitGone(u"wizardNext"_s));
    return headline;
}

QString newestBackup(const QString &home)
{
    const QFileInfoList files = QDir(home + u"/backups"_s).entryInfoList({u"*.cqbackup"_s}, QDir::Files, QDir::Time);
    return files.isEmpty() ? QString() : files.constFirst().absoluteFilePath();
}

} // namespace civicq::tests

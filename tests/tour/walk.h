// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ways through the window that several of the tour's steps take.

#include "tour.h"

namespace civicq::tests {

constexpr int slow = 120'000; // ms: what may take long on a busy machine

void goTo(Tour &tour, const QString &page);
[[nodiscard]] bool isReady(const QJsonObject &now); // for DriverClient::waitFor: it can be clicked

// Clicks through a wizard: a picture of each step, then of the summary; `fill` fills its fields before Next.
struct WizardWalk
{
    QString step; // object name of its page
    std::function<void(DriverClient &)> fill;
};

void waitForList(DriverClient &window); // of backups, in the restore's wizard
void walkWizard(Tour &tour, const QString &number, const QList<WizardWalk> &steps);
// The last click, and the verdict. `more`: what is done with that before it is closed.
QString finishWizard(Tour &tour, const QString &number, const std::function<void()> &more = {});
[[nodiscard]] QString newestBackup(const QString &home);

} // namespace civicq::tests

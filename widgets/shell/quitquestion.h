// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asked before the window closes on jobs that run or on what was typed and not saved; staying is the default, and Esc.
// GUI thread; deletes itself when closed. Object names: quitQuestion, quitAllTheSame, quitStay.

#include <QtWidgets/QMessageBox>

namespace civicq::widgets {

class QuitQuestion final : public QMessageBox
{
    Q_OBJECT
public:
    // `unsaved`: what would be lost, a sentence each.
    QuitQuestion(int runningJobs, const QStringList &unsaved, QWidget *parent);

Q_SIGNALS:
    void quitChosen();
};

} // namespace civicq::widgets

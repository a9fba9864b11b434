// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asked before the window closes on jobs that run or on what was typed and not saved, each of them named; staying is the
// default, and Esc. GUI thread; deletes itself when closed. Object names: quitQuestion, quitAllTheSame, quitStay.

#include "common/confirmation.h"

namespace civicq::core {
class TaskModel;
}

namespace civicq::widgets {

class QuitQuestion final : public ConfirmationDialog
{
    Q_OBJECT
public:
    // `unsaved`: what would be lost, a sentence each.
    QuitQuestion(const core::TaskModel &tasks, const QStringList &unsaved, QWidget *parent);

Q_SIGNALS:
    void quitChosen();
};

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/quitquestion.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

QuitQuestion::QuitQuestion(int runningJobs, const QStringList &unsaved, QWidget *parent)
    : QMessageBox(QMessageBox::NoIcon, tr("Quit"), {}, QMessageBox::NoButton, parent)
{
    setObjectName(u"quitQuestion"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    QStringList what;
    QStringList means;
    if (runningJobs > 0) {
        what.append(tr("%n job(s) are still running.", nullptr, runningJobs));
        means.append(tr("Quitting stops them. What they have not finished is taken back."));
    }
    if (!unsaved.isEmpty()) {
        what.append(unsaved);
        means.append(tr("Quitting loses what was typed and not saved."));
    }
    setText(what.join(u' '));
    setInformativeText(means.join(u' '));
    QPushButton *quit =
        addButton(runningJobs > 0 ? tr("Stop them and quit") : tr("Quit without saving"), QMessageBox::DestructiveRole);
    quit->setObjectName(u"quitAllTheSame"_s);
    quit->setProperty("danger", true);
    QPushButton *stay = addButton(tr("Stay"), QMessageBox::RejectRole);
    stay->setObjectName(u"quitStay"_s);
    setDefaultButton(stay);
    setEscapeButton(stay);
    connect(quit, &QPushButton::clicked, this, &QuitQuestion::quitChosen);
}

} // namespace civicq::widgets

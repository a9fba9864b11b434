// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/quitquestion.h"

#include "core/taskmodel.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using civicq::core::TaskRecord;
using civicq::core::TaskState;

namespace civicq::widgets {

namespace {

constexpr qsizetype mostNamed = 4; // jobs; of more, how many

QStringList namesOfRunning(const core::TaskModel &tasks)
{
    QStringList names;
    for (int row = 0; row < tasks.rowCount(); ++row) {
        const TaskRecord &task = tasks.at(row);
        if (task.state == TaskState::Running || task.state == TaskState::Queued)
            names.append(task.subject.isEmpty() ? task.title : task.title + u" – "_s + task.subject);
    }
    return names;
}

Confirmation question(const QStringList &running, const QStringList &unsaved)
{
    Confirmation what;
    QStringList means;
    if (!running.isEmpty())
        means.append(QuitQuestion::tr("Quitting stops them. What they have not finished is taken back."));
    if (!unsaved.isEmpty())
        means.append(QuitQuestion::tr("Quitting loses what was typed and not saved."));
    what.title = running.isEmpty()
                     ? QuitQuestion::tr("Quit without saving?")
                     : QuitQuestion::tr("%n job(s) are still running.", nullptr, static_cast<int>(running.size()));
    what.text = means.join(u' ');
    what.consequences = running.mid(0, mostNamed);
    if (running.size() > mostNamed)
        what.consequences.append(
            QuitQuestion::tr("and %n more", nullptr, static_cast<int>(running.size() - mostNamed)));
    what.consequences += unsaved;
    what.actionText =
        running.isEmpty() ? QuitQuestion::tr("Quit without saving") : QuitQuestion::tr("Stop them and quit");
    what.refusalText = QuitQuestion::tr("Stay");
    return what;
}

} // namespace

QuitQuestion::QuitQuestion(const core::TaskModel &tasks, const QStringList &unsaved, QWidget *parent)
    : ConfirmationDialog(question(namesOfRunning(tasks), unsaved), parent)
{
    setObjectName(u"quitQuestion"_s);
    setWindowTitle(tr("Quit"));
    setAttribute(Qt::WA_DeleteOnClose);
    findChild<QPushButton *>(u"confirmationAccept"_s)->setObjectName(u"quitAllTheSame"_s);
    findChild<QPushButton *>(u"confirmationCancel"_s)->setObjectName(u"quitStay"_s);
    connect(this, &QDialog::accepted, this, &QuitQuestion::quitChosen);
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A wizard's frame: steps at the left, then a summary of what will happen and to which database, then progress from the
// task itself, then one verdict. GUI thread; deletes itself when closed. A capability derives or composes: it adds its
// steps, gives a plan and a start, and calls succeed() or fail() when its task is done. Closing while the task runs asks
// whether to stop it or let it go on in the background (the task belongs to the wizard, which then only hides).
//
// Object names to act on: wizardBack, wizardNext (also the last click and, at the end, Close), wizardCancel,
// wizardTypedName, wizardHeadline, progressBar, progressLines.

#include "common/wizardpages.h"
#include "core/taskrunner.h"

#include <QtWidgets/QDialog>

#include <functional>

class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace civicq::widgets {

class MessageStrip;
class ProgressList;
class WizardSteps;

class WizardFrame : public QDialog
{
    Q_OBJECT
public:
    WizardFrame(const QString &objectName, const QString &title, core::TaskRunner &tasks, QWidget *parent = nullptr);

    void addStep(WizardStep *step);
    void setPlan(std::function<WizardPlan()> plan);
    // Starts the task with this wizard as its owner. `typedName` is for ActiveConnection::grantWrite. Where it cannot even
    // start, call fail() and return an empty handle.
    void setStart(std::function<core::TaskHandle(const QString &typedName)> start);

    void succeed(const WizardVerdict &verdict);
    void fail(const core::Error &error);
    // After succeed(): more is known now.
    void amend(const WizardVerdict &verdict);
    // What stands below the progress bar instead of a line an object. Takes ownership.
    void setProgressDetail(QWidget *detail);
    // A button on the verdict page ("Open folder"); shown when the wizard succeeded, enabled and seen as the action is.
    // `isDefault`: it is what is done next by most, and Return does it instead of closing.
    void addResultAction(QAction *action, bool isDefault = false);

    // Above the steps, for whoever leads a person through them. Takes ownership.
    void setCoach(QWidget *coach);
    // Which page is in view: a step's object name, "wizardSummary", "progress", "verdict".
    [[nodiscard]] QString pageName() const;

    [[nodiscard]] bool isRunning() const { return m_stage == Stage::Running; }
    void reject() override; // Esc, Cancel, the window's own button

Q_SIGNALS:
    void ended(bool well);
    void pageChanged(); // another page is in view, or what is filled in there has changed

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Stage { Steps, Summary, Running, Ended };

    void layOut();
    void next();
    void back();
    void showStep(int index);
    void showSummary();
    void run();
    void end(bool well);
    void askWhetherToStop();
    void setPage(QWidget *page);
    void refreshButtons();

    core::TaskRunner &m_tasks;
    QList<WizardStep *> m_steps;
    std::function<WizardPlan()> m_planFor;
    std::function<core::TaskHandle(const QString &)> m_start;
    WizardPlan m_plan;
    core::TaskHandle m_task;
    Stage m_stage = Stage::Steps;
    bool m_mendable = false; // it failed, and there are steps to go back to
    int m_index = 0;

    WizardSteps *m_rail;
    QStackedWidget *m_pages;
    SummaryPage *m_summary;
    ProgressList *m_progress;
    VerdictPage *m_verdict;
    MessageStrip *m_refusal;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
    QList<QAction *> m_resultActions;
    QAction *m_defaultResult = nullptr;
    QBoxLayout *m_buttons;
    QBoxLayout *m_coach;
};

} // namespace civicq::widgets

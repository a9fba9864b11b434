// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wizardframe.h"

#include "common/messagestrip.h"
#include "common/progresslist.h"
#include "common/typography.h"
#include "common/wizardsteps.h"

#include <QtGui/QAction>
#include <QtGui/QScreen>
#include <QtGui/QShowEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

// Every step stands in it without being scrolled, also with its fields shown; the name of a backup is read whole.
constexpr QSize wizardSize(960, 620);

// A step of a few fields fits; at a large font or a small screen it can be scrolled instead of being cut off.
QScrollArea *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return area;
}

QPushButton *makeButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

WizardFrame::WizardFrame(const QString &objectName, const QString &title, core::TaskRunner &tasks, QWidget *parent)
    : QDialog(parent), m_tasks(tasks), m_rail(new WizardSteps), m_pages(new QStackedWidget), m_summary(new SummaryPage),
      m_progress(new ProgressList(tasks)), m_verdict(new VerdictPage), m_refusal(new MessageStrip(Meaning::Warning)),
      m_back(makeButton(tr("&Back"), u"wizardBack"_s)), m_next(makeButton(tr("&Next"), u"wizardNext"_s)),
      m_cancel(makeButton(tr("Cancel"), u"wizardCancel"_s)), m_buttons(new QHBoxLayout), m_coach(new QVBoxLayout)
{
    setObjectName(objectName);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(wizardSize);
    layOut();
    connect(m_next, &QPushButton::clicked, this, &WizardFrame::next);
    connect(m_back, &QPushButton::clicked, this, &WizardFrame::back);
    connect(m_cancel, &QPushButton::clicked, this, &WizardFrame::reject);
    connect(m_summary, &WizardStep::completeChanged, this, &WizardFrame::refreshButtons);
}

void WizardFrame::layOut()
{
    auto *content = new QVBoxLayout;
    content->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::gap);
    content->setSpacing(12);
    content->addWidget(m_pages, 1);
    m_refusal->hide();
    content->addWidget(m_refusal);
    m_buttons->setSpacing(grid::unit);
    m_buttons->addWidget(m_cancel);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_back);
    m_buttons->addWidget(m_next);
    content->addLayout(m_buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(m_coach);
    right->addLayout(content, 1);
    layout->addLayout(right, 1);
    for (QWidget *page : {static_cast<QWidget *>(m_summary), static_cast<QWidget *>(m_verdict)})
        m_pages->addWidget(scrolled(page));
    m_pages->addWidget(m_progress);
}

void WizardFrame::addStep(WizardStep *step)
{
    m_steps.append(step);
    m_pages->addWidget(scrolled(step));
    connect(step, &WizardStep::completeChanged, this, [this] {
        m_refusal->hide(); // it spoke of what was there before
        // What a step learns late, an estimate, still belongs on the summary; what is being typed there is not lost.
        if (m_stage == Stage::Summary && m_summary->typedName().isEmpty())
            m_summary->setPlan(m_plan = m_planFor());
        refreshButtons();
    });
}

void WizardFrame::setPlan(std::function<WizardPlan()> plan)
{
    m_planFor = std::move(plan);
}

void WizardFrame::setStart(std::function<core::TaskHandle(const QString &)> start)
{
    m_start = std::move(start);
}

void WizardFrame::setProgressDetail(QWidget *detail)
{
    m_progress->setDetail(detail);
}

void WizardFrame::setCoach(QWidget *coach)
{
    m_coach->addWidget(coach);
}

QString WizardFrame::pageName() const
{
    switch (m_stage) {
    case Stage::Steps: return m_steps.isEmpty() ? QString() : m_steps.at(m_index)->objectName();
    case Stage::Summary: return m_summary->objectName();
    case Stage::Running: return u"progress"_s;
    case Stage::Ended: return u"verdict"_s;
    }
    return {};
}

void WizardFrame::addResultAction(QAction *action, bool isDefault)
{
    m_resultActions.append(action);
    if (isDefault)
        m_defaultResult = action;
}

void WizardFrame::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_stage != Stage::Steps || event->spontaneous())
        return;
    resize(size().boundedTo(screen()->availableSize()));
    QStringList titles;
    for (const WizardStep *step : std::as_const(m_steps))
        titles.append(step->title());
    m_rail->setSteps(titles << tr("Summary") << tr("Progress") << tr("Result"));
    if (m_steps.isEmpty())
        showSummary();
    else
        showStep(0);
}

void WizardFrame::setPage(QWidget *page)
{
    // Steps stand in a scroll area (page, viewport, area); progress stands by itself.
    const int own = m_pages->indexOf(page);
    m_pages->setCurrentWidget(own >= 0 ? page : page->parentWidget()->parentWidget());
    m_refusal->hide();
    refreshButtons();
}

void WizardFrame::showStep(int index)
{
    m_stage = Stage::Steps;
    m_index = index;
    m_rail->setCurrent(index);
    m_steps.at(index)->enter();
    setPage(m_steps.at(index));
    // The first field has the keyboard at once.
    for (QWidget *field = m_steps.at(index)->nextInFocusChain(); m_steps.at(index)->isAncestorOf(field);
         field = field->nextInFocusChain()) {
        if (field->isEnabled() && field->isVisible() && (field->focusPolicy() & Qt::TabFocus) != 0) {
            field->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    m_next->setFocus();
}

void WizardFrame::showSummary()
{
    m_stage = Stage::Summary;
    m_plan = m_planFor();
    m_summary->setPlan(m_plan);
    m_rail->setCurrent(static_cast<int>(m_steps.size()));
    setPage(m_summary);
}

void WizardFrame::next()
{
    if (m_stage == Stage::Ended) {
        accept();
    } else if (m_stage == Stage::Summary) {
        run();
    } else {
        const QString refusal = m_steps.at(m_index)->refusal();
        m_refusal->setMessage(Meaning::Warning, refusal);
        m_refusal->setVisible(!refusal.isEmpty());
        if (!refusal.isEmpty())
            return;
        if (m_index + 1 < m_steps.size())
            showStep(m_index + 1);
        else
            showSummary();
    }
}

void WizardFrame::back()
{
    const int last = static_cast<int>(m_steps.size()) - 1;
    // After a failure the answers are still there: mend one and try again.
    showStep(m_stage == Stage::Steps ? std::max(0, m_index - 1) : last);
}

void WizardFrame::run()
{
    m_stage = Stage::Running;
    m_rail->setCurrent(static_cast<int>(m_steps.size()) + 1);
    setPage(m_progress);
    m_task = m_start(m_summary->typedName());
    if (m_stage == Stage::Running)
        m_progress->follow(m_task.id());
}

void WizardFrame::succeed(const WizardVerdict &verdict)
{
    m_verdict->showVerdict(verdict);
    for (QAction *action : std::as_const(m_resultActions)) {
        QPushButton *button = makeButton(action->text(), action->objectName());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        if (action == m_defaultResult)
            m_buttons->addWidget(button); // where the hand is by now
        else
            m_buttons->insertWidget(m_buttons->indexOf(m_back), button);
        const auto follow = [button, action] {
            button->setToolTip(action->toolTip());
            button->setEnabled(action->isEnabled());
            button->setVisible(action->isVisible());
        };
        connect(action, &QAction::changed, button, follow);
        follow();
    }
    end(true);
    if (!m_defaultResult || !m_defaultResult->isVisible())
        return;
    m_next->setDefault(false);
    m_next->setAutoDefault(false);
    auto *button = findChild<QPushButton *>(m_defaultResult->objectName());
    button->setDefault(true);
    button->setFocus();
}

void WizardFrame::amend(const WizardVerdict &verdict)
{
    m_verdict->showVerdict(verdict);
    Q_EMIT pageChanged();
}

void WizardFrame::fail(const core::Error &error)
{
    m_verdict->showError(error);
    end(false);
}

void WizardFrame::end(bool well)
{
    const bool hidden = m_stage == Stage::Running && !isVisible();
    m_stage = Stage::Ended;
    m_mendable = !well && !m_steps.isEmpty();
    m_rail->setCurrent(static_cast<int>(m_steps.size()) + 2);
    setPage(m_verdict);
    Q_EMIT ended(well);
    if (hidden)
        deleteLater(); // it went on in the background; the task panel has its verdict
}

void WizardFrame::reject()
{
    if (m_stage == Stage::Running)
        askWhetherToStop();
    else
        QDialog::reject();
}

void WizardFrame::askWhetherToStop()
{
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, windowTitle(), tr("This is not done yet."), QMessageBox::NoButton, this);
    question->setObjectName(u"wizardStopQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("It can go on in the background: the task panel shows how far it is."));
    QPushButton *background = question->addButton(tr("Go on in the background"), QMessageBox::AcceptRole);
    QPushButton *stop = question->addButton(tr("Stop it"), QMessageBox::DestructiveRole);
    stop->setProperty("danger", true);
    question->setEscapeButton(question->addButton(tr("Back"), QMessageBox::RejectRole));
    question->setDefaultButton(background);
    connect(background, &QPushButton::clicked, this, [this] {
        // Not closed, or the task would lose its owner and be cancelled.
        if (m_stage == Stage::Running)
            hide();
    });
    connect(stop, &QPushButton::clicked, this, [this] { m_task.cancel(); });
    question->open();
}

void WizardFrame::refreshButtons()
{
    const bool steps = m_stage == Stage::Steps;
    const bool summary = m_stage == Stage::Summary;
    const bool ended = m_stage == Stage::Ended;
    // After a failure too: what was asked for can be mended. Whatever a step still has to say then.
    m_back->setVisible(steps || summary || (ended && m_mendable));
    m_back->setEnabled(steps ? m_index > 0 : !m_steps.isEmpty());
    m_next->setVisible(m_stage != Stage::Running);
    m_next->setText(summary ? m_plan.actionText : ended ? tr("Close") : tr("&Next"));
    m_next->setEnabled(ended || (summary ? m_summary->isComplete() : steps && m_steps.at(m_index)->isComplete()));
    const bool danger = summary && m_plan.dangerous;
    m_next->setProperty("danger", danger);
    m_next->setDefault(!danger);
    m_next->setAutoDefault(!danger);
    m_cancel->setVisible(!ended);
    m_cancel->setDefault(danger);
    m_cancel->setProperty("quiet", danger); // Return cancels; the eye is not led there
    Q_EMIT pageChanged();
}

} // namespace civicq::widgets

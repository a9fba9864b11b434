// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/taskpanel.h"

#include "common/iconlabel.h"
#include "common/palette.h"
#include "common/progresstext.h"
#include "common/spinner.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "shell/paneledge.h"
#include "shell/taskrow.h"

#include <KSqueezedTextLabel>

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using civicq::core::TaskModel;
using civicq::core::TaskRecord;
using civicq::core::TaskState;

namespace civicq::widgets {

namespace {
constexpr int lineHeight = 40;
constexpr int leastHeight = 64; // of the list
constexpr int barWidth = 160;
constexpr int barSteps = 1000;
} // namespace

TaskPanel::TaskPanel(core::TaskRunner &tasks, QWidget *parent)
    : QWidget(parent), m_tasks(tasks), m_toggle(new QToolButton), m_spinner(new Spinner(16)), m_icon(new IconLabel(16)),
      m_summary(new KSqueezedTextLabel), m_bar(new QProgressBar), m_left(makeLabel({}, Type::Small, true)),
      m_clear(new QPushButton(tr("Clear finished"))), m_edge(new PanelEdge), m_area(new QScrollArea), m_rows(nullptr),
      m_nothing(
          makeLabel(tr("Backups, migrations and other jobs appear here while they run and after."), Type::Text, true))
{
    setObjectName(u"taskPanel"_s);
    setAccessibleName(tr("Tasks"));
    makeList();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_edge);
    layout->addWidget(makeLine());
    layout->addWidget(m_area);

    const TaskModel *model = tasks.model();
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { addRows(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TaskPanel::removeGone);
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        for (int row = first.row(); row <= last.row(); ++row)
            refreshRow(m_tasks.model()->at(row));
        refreshLine();
    });
    if (model->rowCount() > 0)
        addRows(0, model->rowCount() - 1);
    refreshLine();
}

void TaskPanel::makeList()
{
    auto *list = new QWidget;
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMinimumHeight(leastHeight);
    m_rows->addWidget(m_nothing);
    m_rows->addStretch(1);
    m_area->setObjectName(u"taskList"_s);
    m_area->setAccessibleName(tr("Tasks"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(list);
    m_area->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    list->installEventFilter(this);
    m_area->hide();
    m_edge->setObjectName(u"taskEdge"_s);
    m_edge->setAccessibleName(tr("Height of the list of tasks"));
    m_edge->setToolTip(tr("Draw the list higher or lower. A double click makes it as high as its rows."));
    m_edge->hide();
    connect(m_edge, &PanelEdge::moved, this, &TaskPanel::draw);
    connect(m_edge, &PanelEdge::reset, this, [this] { setDrawnHeight(0); });
    fit();
}

QWidget *TaskPanel::makeLine()
{
    auto *line = new QWidget;
    line->setFixedHeight(lineHeight);
    m_toggle->setObjectName(u"taskToggle"_s);
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_toggle->setAccessibleName(tr("Show or hide the list of tasks"));
    m_toggle->setToolTip(tr("Show or hide the list of tasks (F8)"));
    m_summary->setProperty("elides", true); // the whole of it is in the tooltip and in the list
    m_summary->setObjectName(u"taskSummary"_s);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long verdict must not widen the window
    m_summary->setTextElideMode(Qt::ElideRight);                            // the rest in its tooltip
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setFont(typeFont(Type::Text));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(barWidth, grid::unit);
    m_bar->setAccessibleName(tr("Progress of the newest task"));
    m_left->setObjectName(u"taskLeft"_s);
    m_left->setFont(tabular(m_left->font()));
    m_clear->setObjectName(u"taskClear"_s);
    m_clear->setAutoDefault(false);
    m_clear->setToolTip(tr("Take finished tasks off this list. Nothing they did is changed."));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(12, 0, grid::gap, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_toggle);
    layout->addWidget(m_spinner);
    layout->addWidget(m_icon);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_left);
    layout->addWidget(m_clear);
    connect(m_toggle, &QToolButton::clicked, this, [this] { setUnfolded(!isUnfolded()); });
    connect(m_clear, &QPushButton::clicked, m_tasks.model(), &TaskModel::removeFinished);
    return line;
}

bool TaskPanel::isUnfolded() const
{
    return m_area->isVisibleTo(this);
}

void TaskPanel::setUnfolded(bool unfolded)
{
    m_area->setVisible(unfolded);
    m_edge->setVisible(unfolded);
    fit();
    refreshLine();
}

void TaskPanel::setRoom(int usual, int most)
{
    m_usual = usual;
    m_most = most;
    fit();
}

void TaskPanel::setDrawnHeight(int height)
{
    m_drawn = height > 0 ? std::max(height, leastHeight) : 0;
    fit();
}

int TaskPanel::rowsHeight() const
{
    return m_rows->hasHeightForWidth() ? m_rows->heightForWidth(m_area->viewport()->width())
                                       : m_rows->sizeHint().height();
}

void TaskPanel::fit()
{
    const int bound = std::max(leastHeight, std::min(m_drawn > 0 ? m_drawn : m_usual, m_most));
    m_area->setFixedHeight(std::clamp(rowsHeight(), leastHeight, bound));
}

void TaskPanel::draw(int up)
{
    // Above the last row there is nothing to uncover: the bound stays what it was.
    if (up < 0 || rowsHeight() > m_area->height())
        setDrawnHeight(std::clamp(m_area->height() + up, leastHeight, std::max(leastHeight, m_most)));
}

void TaskPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool TaskPanel::eventFilter(QObject *watched, QEvent *event)
{
    // A row has come or gone, or has more to say.
    if (watched == m_area->widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::eventFilter(watched, event);
}

void TaskPanel::addRows(int first, int last)
{
    for (int row = last; row >= first; --row) {
        const TaskRecord &record = m_tasks.model()->at(row);
        auto *widget = new TaskRow(record);
        connect(widget, &TaskRow::cancelRequested, &m_tasks, &core::TaskRunner::cancel);
        m_rowOf.insert(record.id, widget);
        m_rows->insertWidget(first, widget);
    }
    refreshLine();
}

void TaskPanel::removeGone()
{
    for (auto row = m_rowOf.begin(); row != m_rowOf.end();) {
        if (m_tasks.model()->find(row.key())) {
            ++row;
        } else {
            row.value()->hide();
            row.value()->deleteLater();
            row = m_rowOf.erase(row);
        }
    }
    refreshLine();
}

void TaskPanel::refreshRow(const TaskRecord &record)
{
    if (TaskRow *row = m_rowOf.value(record.id))
        row->showRecord(record);
}

void TaskPanel::refreshLine()
{
    const TaskModel *model = m_tasks.model();
    const int running = model->runningCount();
    m_toggle->setIcon(icon(isUnfolded() ? u"arrow-down"_s : u"arrow-up"_s));
    m_nothing->setVisible(model->rowCount() == 0);
    m_clear->setVisible(isUnfolded() && model->rowCount() > running);
    m_spinner->setVisible(running > 0);
    m_icon->setVisible(running == 0 && model->rowCount() > 0);
    m_bar->setVisible(running > 0 && !isUnfolded());
    m_left->setVisible(running > 0 && !isUnfolded());
    for (int row = 0; row < model->rowCount(); ++row) {
        const TaskState state = model->at(row).state;
        if (running > 0 && (state == TaskState::Queued || state == TaskState::Running)) {
            showRunning(model->at(row), running);
            return;
        }
    }
    if (model->rowCount() > 0)
        showLast(model->at(0));
    else
        summarise(tr("Nothing is running"));
}

void TaskPanel::summarise(const QString &text)
{
    m_summary->setText(text);
    m_summary->setAccessibleName(text); // whole, where only its beginning is seen
}

void TaskPanel::showRunning(const TaskRecord &record, int running)
{
    QString text = record.title;
    if (const QString step = stepText(record.meter); !step.isEmpty())
        text += u" – "_s + step;
    if (running > 1)
        text += u"  "_s + tr("(and %n more)", nullptr, running - 1);
    summarise(text);
    const auto fraction = record.meter.fraction();
    m_bar->setRange(0, fraction ? barSteps : 0);
    if (fraction)
        m_bar->setValue(static_cast<int>(std::lround(*fraction * barSteps)));
    const QString left = leftText(record.meter);
    m_left->setText(left.isEmpty() ? amountText(record.meter) : left);
}

void TaskPanel::showLast(const TaskRecord &record)
{
    const Meaning meaning = record.state == TaskState::Succeeded ? Meaning::Good
                            : record.state == TaskState::Failed  ? Meaning::Critical
                                                                 : Meaning::Neutral;
    const QString name = record.state == TaskState::Cancelled ? u"dialog-cancel"_s : meaningIconName(meaning);
    m_icon->setIcon(icon(name, meaning));
    summarise(record.title + u" – "_s + TaskRow::sentence(record));
}

void TaskPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), cardColor(palette()));
    painter.fillRect(QRect(0, 0, width(), 1), hairlineColor(palette()));
}

} // namespace civicq::widgets

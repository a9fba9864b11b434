// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/progresslist.h"

#include "common/progresstext.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QProgressBar>

#include <cmath>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int barSteps = 1000;
}

ProgressList::ProgressList(core::TaskRunner &tasks, QWidget *parent)
    : QWidget(parent), m_tasks(tasks), m_step(makeLabel({}, Type::Section)), m_bar(new QProgressBar),
      m_amount(makeLabel({}, Type::Text, true)), m_left(makeLabel({}, Type::Text, true)),
      m_note(makeLabel({}, Type::Text, true)), m_lines(new QListWidget)
{
    m_bar->setObjectName(u"progressBar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    m_amount->setFont(tabular(m_amount->font()));
    m_left->setFont(tabular(m_left->font()));
    m_left->setAlignment(Qt::AlignRight);
    m_lines->setObjectName(u"progressLines"_s);
    m_lines->setAccessibleName(tr("What is done so far"));
    m_lines->setSelectionMode(QAbstractItemView::NoSelection);
    m_lines->setUniformItemSizes(true);

    auto *figures = new QHBoxLayout;
    figures->addWidget(m_amount, 1);
    figures->addWidget(m_left);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_step);
    layout->addWidget(m_bar);
    layout->addLayout(figures);
    m_note->setWordWrap(true);
    m_note->hide();
    layout->addWidget(m_note);
    layout->addSpacing(grid::unit);
    layout->addWidget(m_lines, 1);
    connect(tasks.model(), &QAbstractItemModel::dataChanged, this, &ProgressList::refresh);
}

void ProgressList::follow(core::TaskId id)
{
    m_id = id;
    m_messagesShown = 0;
    m_object.clear();
    m_lines->clear();
    refresh();
}

void ProgressList::setDetail(QWidget *detail)
{
    m_detail = detail;
    qobject_cast<QVBoxLayout *>(layout())->addWidget(detail, 1);
    m_lines->hide();
}

void ProgressList::refresh()
{
    const core::TaskRecord *record = m_tasks.model()->find(m_id);
    if (!record)
        return;
    const QString step = record->cancelRequested ? tr("Stopping…") : stepText(record->meter);
    m_step->setText(step.isEmpty() ? record->title : step);
    const auto fraction = record->meter.fraction();
    m_bar->setRange(0, fraction ? barSteps : 0);
    if (fraction)
        m_bar->setValue(static_cast<int>(std::lround(*fraction * barSteps)));
    QStringList amount{amountText(record->meter), rateText(record->meter)};
    amount.removeAll(QString());
    m_amount->setText(amount.join(u" · "_s));
    m_left->setText(leftText(record->meter));
    showLines(*record);
}

void ProgressList::showLines(const core::TaskRecord &record)
{
    if (m_detail) {
        m_note->setText(record.messages.isEmpty() ? QString() : record.messages.last());
        m_note->setVisible(!record.messages.isEmpty());
        return;
    }
    for (; m_messagesShown < record.messages.size(); ++m_messagesShown)
        addLine(record.messages.at(m_messagesShown), true);
    const QString &object = record.meter.latest().object;
    if (!record.messages.isEmpty() || object.isEmpty() || object == m_object)
        return;
    finishLastLine();
    m_object = object;
    addLine(object, false);
}

void ProgressList::addLine(const QString &text, bool done)
{
    const QIcon mark = done ? icon(u"dialog-ok"_s, Meaning::Good) : icon(u"media-playback-start"_s, Meaning::Notice);
    m_lines->addItem(new QListWidgetItem(mark, text));
    m_lines->scrollToBottom();
}

void ProgressList::finishLastLine()
{
    if (m_lines->count() > 0)
        m_lines->item(m_lines->count() - 1)->setIcon(icon(u"dialog-ok"_s, Meaning::Good));
}

} // namespace civicq::widgets

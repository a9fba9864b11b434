// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/taskrow.h"

#include "common/iconlabel.h"
#include "common/palette.h"
#include "common/progresstext.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "core/units.h"
#include "phrases/explanation.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

#include <cmath>

using namespace Qt::StringLiterals;
using civicq::core::TaskRecord;
using civicq::core::TaskState;

namespace civicq::widgets {

namespace {

constexpr int rowBarSteps = 1000;
constexpr int detailLines = 7;

QIcon stateIcon(TaskState state)
{
    switch (state) {
    case TaskState::Queued: return icon(u"chronometer"_s, Meaning::Neutral);
    case TaskState::Running: return icon(u"media-playback-start"_s, Meaning::Notice);
    case TaskState::Succeeded: return icon(u"dialog-positive"_s, Meaning::Good);
    case TaskState::Failed: return icon(u"dialog-error"_s, Meaning::Critical);
    case TaskState::Cancelled: return icon(u"dialog-cancel"_s, Meaning::Neutral);
    }
    return {};
}

bool isOver(const TaskRecord &record)
{
    return record.state != TaskState::Queued && record.state != TaskState::Running;
}

QPushButton *makeButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

TaskRow::TaskRow(const TaskRecord &record, QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(22)), m_title(makeLabel(record.title)),
      m_subject(makeLabel(record.subject, Type::Small, true)), m_when(makeLabel({}, Type::Small, true)),
      m_bar(new QProgressBar), m_sentence(makeLabel({}, Type::Small, true)),
      m_cancel(makeButton(tr("Cancel"), u"taskCancel%1"_s.arg(record.id))),
      m_toggle(makeButton(tr("Details"), u"taskDetails%1"_s.arg(record.id))),
      m_copy(makeButton(tr("Copy"), u"taskCopy%1"_s.arg(record.id))), m_details(new QPlainTextEdit)
{
    setObjectName(u"task%1"_s.arg(record.id));
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_sentence->setFont(tabular(m_sentence->font()));
    m_sentence->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(grid::unit);
    m_bar->setAccessibleName(tr("Progress of %1").arg(record.title));
    m_cancel->setAccessibleName(tr("Cancel %1").arg(record.title));
    m_toggle->setAccessibleName(tr("Details of %1").arg(record.title));
    m_copy->setAccessibleName(tr("Copy the details of %1").arg(record.title));
    m_toggle->setCheckable(true);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFont(typeFont(Type::Code));
    m_details->setAccessibleName(m_toggle->accessibleName());
    m_details->setFixedHeight(QFontMetrics(m_details->font()).lineSpacing() * detailLines);

    auto *head = new QHBoxLayout;
    head->setSpacing(grid::unit);
    head->addWidget(m_title);
    head->addWidget(m_subject);
    head->addStretch(1);
    head->addWidget(m_when);
    auto *text = new QVBoxLayout;
    text->setSpacing(grid::half);
    text->addLayout(head);
    text->addWidget(m_bar);
    text->addWidget(m_sentence);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::unit);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addLayout(text, 1);
    for (QPushButton *button : {m_copy, m_toggle, m_cancel})
        line->addWidget(button, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::gap, grid::unit, grid::gap, grid::unit + 1);
    layout->setSpacing(grid::unit);
    layout->addLayout(line);
    layout->addWidget(m_details);
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(m_record.id); });
    connect(m_toggle, &QPushButton::toggled, this, &TaskRow::showDetails);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(details(m_record)); });
    showDetails(false);
    showRecord(record);
}

QString TaskRow::sentence(const TaskRecord &record)
{
    switch (record.state) {
    case TaskState::Queued: return tr("Waiting for another job to end");
    case TaskState::Running: {
        if (record.cancelRequested)
            return tr("Stopping…");
        QStringList parts{stepText(record.meter), progressText(record.meter)};
        parts.removeAll(QString());
        return parts.isEmpty() ? tr("Working…") : parts.join(u" · "_s);
    }
    case TaskState::Succeeded: return record.verdict.isEmpty() ? tr("Done.") : record.verdict;
    case TaskState::Failed: return phrases::explain(record.error).oneLine();
    case TaskState::Cancelled: return tr("Cancelled. Nothing half done was left behind.");
    }
    return {};
}

QString TaskRow::details(const TaskRecord &record)
{
    QStringList lines{record.title + (record.subject.isEmpty() ? QString() : u" ("_s + record.subject + u')'),
                      tr("Started %1").arg(QLocale().toString(record.started, QLocale::ShortFormat))};
    if (record.finished.isValid())
        lines << tr("Ended %1").arg(QLocale().toString(record.finished, QLocale::ShortFormat));
    lines << sentence(record);
    if (record.state == TaskState::Failed)
        lines << phrases::explain(record.error).details;
    return (lines + record.messages).join(u'\n');
}

void TaskRow::showRecord(const TaskRecord &record)
{
    const bool over = isOver(record);
    const bool stateChanged = m_record.id == 0 || m_record.state != record.state;
    const bool moreToTell = stateChanged || m_record.messages.size() != record.messages.size();
    m_record = record;
    if (stateChanged) {
        m_icon->setIcon(stateIcon(record.state));
        m_when->setText(over ? QLocale().toString(record.finished.time(), QLocale::ShortFormat) : QString());
        m_when->setToolTip(tr("It took %1")
                               .arg(core::formatDuration(
                                   std::chrono::milliseconds(over ? record.started.msecsTo(record.finished) : 0))));
        m_bar->setVisible(!over);
        m_cancel->setVisible(!over);
    }
    m_cancel->setEnabled(!over && !record.cancelRequested);
    const auto fraction = record.meter.fraction();
    m_bar->setRange(0, fraction ? rowBarSteps : 0);
    if (fraction)
        m_bar->setValue(static_cast<int>(std::lround(*fraction * rowBarSteps)));
    m_sentence->setText(sentence(record));
    setAccessibleName(record.title + u": "_s + m_sentence->text());
    if (moreToTell && m_details->isVisibleTo(this))
        m_details->setPlainText(details(record));
}

void TaskRow::showDetails(bool shown)
{
    if (shown)
        m_details->setPlainText(details(m_record));
    m_details->setVisible(shown);
    m_copy->setVisible(shown);
}

void TaskRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), hairlineColor(palette()));
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/recenttasks.h"

#include "common/themeicons.h"
#include "common/typography.h"
#include "core/taskmodel.h"
#include "monitoring/overviewtexts.h"
#include "phrases/explanation.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>

using namespace Qt::StringLiterals;
using civicq::core::TaskRecord;
using civicq::core::TaskState;

namespace civicq::widgets {

namespace {

constexpr int rowsShown = 8;
constexpr int oneMinute = 60'000;

bool hasEnded(const TaskRecord &record)
{
    return record.state != TaskState::Queued && record.state != TaskState::Running;
}

} // namespace

RecentTasks::RecentTasks(core::TaskModel *tasks, QWidget *parent)
    : QWidget(parent), m_tasks(tasks), m_list(new QListWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    m_list->setObjectName(u"recentTasks"_s);
    m_list->setAccessibleName(tr("What happened lately"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setWordWrap(true);
    m_list->setIconSize({16, 16});
    m_list->setSpacing(2);
    m_list->viewport()->setAutoFillBackground(false);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    m_minute.setInterval(oneMinute);
    connect(&m_soon, &QTimer::timeout, this, &RecentTasks::refresh);
    connect(&m_minute, &QTimer::timeout, this, &RecentTasks::refresh);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(tasks, change, &m_soon, [this] { m_soon.start(); });
    connect(tasks, &QAbstractItemModel::dataChanged, &m_soon, [this](const QModelIndex &first) {
        if (hasEnded(m_tasks->at(first.row())))
            m_soon.start();
    });
    refresh();
}

void RecentTasks::setShown(bool shown)
{
    if (!shown) {
        m_minute.stop();
        return;
    }
    refresh();
    m_minute.start();
}

void RecentTasks::refresh()
{
    const int current = m_list->currentRow();
    m_list->clear();
    for (int row = 0; row < m_tasks->rowCount() && m_list->count() < rowsShown; ++row) {
        if (hasEnded(m_tasks->at(row)))
            addRow(m_tasks->at(row));
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    if (m_list->count() == 0) {
        auto *item = new QListWidgetItem(tr("Nothing yet. Backups, restores, migrations and other work show here once "
                                            "they are finished, with what came of them."));
        item->setFlags(Qt::ItemIsEnabled);
        item->setForeground(secondaryTextColor(palette()));
        m_list->addItem(item);
    }
}

void RecentTasks::addRow(const TaskRecord &record)
{
    Meaning meaning = Meaning::Good;
    QString verdict = record.verdict;
    if (record.state == TaskState::Cancelled) {
        meaning = Meaning::Neutral;
        verdict = tr("Cancelled");
    } else if (record.state == TaskState::Failed) {
        meaning = Meaning::Critical;
        verdict = phrases::explain(record.error).what;
    } else if (verdict.isEmpty()) {
        verdict = tr("Done");
    }
    auto *item = new QListWidgetItem(meaningIcon(meaning),
                                     record.title + u" · "_s + texts::ago(record.finished, QDateTime::currentDateTime())
                                         + u'\n' + verdict);
    item->setToolTip(record.subject + u'\n' + QLocale().toString(record.finished, QLocale::LongFormat));
    item->setData(Qt::AccessibleDescriptionRole, meaningWord(meaning));
    m_list->addItem(item);
}

} // namespace civicq::widgets

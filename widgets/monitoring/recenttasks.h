// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happened lately: the newest finished tasks, each with its verdict and how long ago. GUI thread.

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QListWidget;

namespace civicq::core {
class TaskModel;
struct TaskRecord;
} // namespace civicq::core

namespace civicq::widgets {

class RecentTasks final : public QWidget
{
    Q_OBJECT
public:
    explicit RecentTasks(core::TaskModel *tasks, QWidget *parent = nullptr);
    void setShown(bool shown); // "2 min ago" grows older only while somebody looks

private:
    void refresh();
    void addRow(const core::TaskRecord &record);

    core::TaskModel *m_tasks;
    QListWidget *m_list;
    QTimer m_soon; // many changes, one refresh
    QTimer m_minute;
};

} // namespace civicq::widgets

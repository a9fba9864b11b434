// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The progress of one task, large: step, bar, amount, rate, time left, and a line an object (table, file). The lines are
// the task's messages where it writes any, else the objects it reported. Follows the task in the runner's model.

#include "core/taskrunner.h"

#include <QtWidgets/QWidget>

class QLabel;
class QListWidget;
class QProgressBar;

namespace civicq::widgets {

class ProgressList : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressList(core::TaskRunner &tasks, QWidget *parent = nullptr);
    void follow(core::TaskId id);
    // Shown instead of the lines: a capability's own view of the parts. Takes ownership.
    void setDetail(QWidget *detail);

private:
    void refresh();
    void showLines(const core::TaskRecord &record);
    void addLine(const QString &text, bool done);
    void finishLastLine();

    core::TaskRunner &m_tasks;
    core::TaskId m_id = 0;
    QLabel *m_step;
    QProgressBar *m_bar;
    QLabel *m_amount;
    QLabel *m_left;
    QLabel *m_note; // the newest message, where a detail has the place of the lines
    QListWidget *m_lines;
    QWidget *m_detail = nullptr;
    qsizetype m_messagesShown = 0;
    QString m_object;
};

} // namespace civicq::widgets

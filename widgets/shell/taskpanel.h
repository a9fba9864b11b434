// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What runs and what ran. Folded to one line (what, how far, how long still); unfolded a row a job with progress, rate,
// time left, cancel, verdict and details to copy. Follows the runner's model; GUI thread. Object names: taskPanel,
// taskToggle, taskSummary, taskLeft, taskList, taskClear; of a row: task<ID>, taskCancel<ID>, taskDetails<ID>.

#include "core/taskrunner.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class KSqueezedTextLabel;
class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace civicq::widgets {

class IconLabel;
class Spinner;
class TaskRow;

class TaskPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit TaskPanel(core::TaskRunner &tasks, QWidget *parent = nullptr);
    [[nodiscard]] bool isUnfolded() const;
    void setUnfolded(bool unfolded);
    void setListHeight(int height);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeLine();
    void addRows(int first, int last);
    void removeGone();
    void refreshRow(const core::TaskRecord &record);
    void refreshLine();
    void summarise(const QString &text);
    void showRunning(const core::TaskRecord &record, int running);
    void showLast(const core::TaskRecord &record);

    core::TaskRunner &m_tasks;
    QToolButton *m_toggle;
    Spinner *m_spinner;
    IconLabel *m_icon;
    KSqueezedTextLabel *m_summary;
    QProgressBar *m_bar;
    QLabel *m_left;
    QPushButton *m_clear;
    QScrollArea *m_area;
    QBoxLayout *m_rows;
    QLabel *m_nothing;
    QHash<core::TaskId, TaskRow *> m_rowOf;
};

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What runs and what ran. Folded to one line (what, how far, how long still); unfolded a row a job with progress, rate,
// time left, cancel, verdict and details to copy. As high as its rows up to a bound, which is the window's until a person
// draws the edge elsewhere. Follows the runner's model; GUI thread. Object names: taskPanel, taskToggle, taskSummary,
// taskLeft, taskList, taskEdge, taskClear; of a row: task<ID>, taskCancel<ID>, taskDetails<ID>.

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
class PanelEdge;
class Spinner;
class TaskRow;

class TaskPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit TaskPanel(core::TaskRunner &tasks, QWidget *parent = nullptr);
    [[nodiscard]] bool isUnfolded() const;
    void setUnfolded(bool unfolded);
    // How high the list may be: of itself, and when a person wants it higher. Pixels.
    void setRoom(int usual, int most);
    // The bound a person has drawn; 0: none.
    [[nodiscard]] int drawnHeight() const { return m_drawn; }
    void setDrawnHeight(int height);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeLine();
    void makeList();
    [[nodiscard]] int rowsHeight() const;
    void fit();
    void draw(int up);
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
    PanelEdge *m_edge;
    QScrollArea *m_area;
    QBoxLayout *m_rows;
    QLabel *m_nothing;
    QHash<core::TaskId, TaskRow *> m_rowOf;
    int m_usual = 240;
    int m_most = 240;
    int m_drawn = 0;
};

} // namespace civicq::widgets

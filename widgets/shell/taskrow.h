// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One job in the task panel. Shows a record; says when a person wants it cancelled.

#include "core/taskmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace civicq::widgets {

class IconLabel;

class TaskRow final : public QWidget
{
    Q_OBJECT
public:
    explicit TaskRow(const core::TaskRecord &record, QWidget *parent = nullptr);
    void showRecord(const core::TaskRecord &record);

    // In one sentence: how it ended, or how far it is.
    [[nodiscard]] static QString sentence(const core::TaskRecord &record);
    // Everything there is to know, ready to copy.
    [[nodiscard]] static QString details(const core::TaskRecord &record);

Q_SIGNALS:
    void cancelRequested(civicq::core::TaskId id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showDetails(bool shown);

    core::TaskRecord m_record;
    IconLabel *m_icon;
    QLabel *m_title;
    QLabel *m_subject;
    QLabel *m_when;
    QProgressBar *m_bar;
    QLabel *m_sentence;
    QPushButton *m_cancel;
    QPushButton *m_toggle;
    QPushButton *m_copy;
    QPlainTextEdit *m_details;
};

} // namespace civicq::widgets

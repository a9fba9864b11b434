// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When a backup is taken every day, how many are kept, and where a copy goes. Saving is a task; the dialog stays until it
// went well. GUI thread; deletes itself when closed. Object names: scheduleTime; keepNewest, keepDaily, keepWeekly,
// keepMonthly; secondPlace, secondPlaceBrowse; scheduleSave, scheduleRemove, scheduleCancel.

#include "backups/scheduleview.h"

#include <QtWidgets/QDialog>

class QLineEdit;
class QPushButton;
class QCheckBox;
class QTimeEdit;

namespace civicq::widgets {

class MessageStrip;
class RetentionFields;

class ScheduleDialog final : public QDialog
{
    Q_OBJECT
public:
    ScheduleDialog(BackupServices services, std::optional<backups::BackupPlan> plan, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void layOut();
    [[nodiscard]] QWidget *makeSecondPlace();
    void fill();
    void judge();
    void browse();
    void save();
    void remove();
    void finish(const core::Result<core::Nothing> &done);
    void setBusy(bool busy);
    [[nodiscard]] backups::BackupPlan plan() const;

    BackupServices m_services;
    std::optional<backups::BackupPlan> m_plan;
    QTimeEdit *m_time;
    RetentionFields *m_counts;
    QLineEdit *m_secondPlace;
    QCheckBox *m_prove;
    MessageStrip *m_strip;
    QPushButton *m_save = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace civicq::widgets

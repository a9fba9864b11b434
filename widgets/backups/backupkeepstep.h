// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The backup wizard's step that says when, once or every day, and how many backups stay. GUI thread; the folder's backups
// and the schedule are read by a task. Object names: backupOnce, backupDaily, backupTime; keepAll, keepSome, those of
// RetentionFields.

#include "backups/backupjob.h"
#include "backups/backupservices.h"
#include "common/wizardpages.h"

class QRadioButton;
class QTimeEdit;

namespace civicq::widgets {

class BackupWhereStep;
class ChoiceCards;
class RetentionFields;

class BackupKeepStep final : public WizardStep
{
    Q_OBJECT
public:
    BackupKeepStep(BackupServices services, const BackupWhereStep *where);

    void enter() override;
    [[nodiscard]] QString refusal() override;

    // Retention, and the daily plan where one is wanted, made of job.request.
    void apply(backups::BackupJob &job) const;
    [[nodiscard]] QString whenText() const;
    [[nodiscard]] QString keptText() const;
    [[nodiscard]] qint64 freeBytes() const { return m_known.free; } // where the backup goes; -1 not known
    // What would be removed from the folder once a backup of `header` is there.
    [[nodiscard]] QStringList wouldGo(const backups::BackupHeader &header) const;

private:
    struct Known
    {
        QList<backups::BackupEntry> folder;
        std::optional<backups::BackupPlan> plan; // of the open connection
        qint64 free = -1;                        // on the folder's disk; -1 not known
    };
    [[nodiscard]] QWidget *makeTimeRow();
    void fill(const Known &known);
    void read();
    void followDaily();
    [[nodiscard]] backups::RetentionPolicy policy() const;

    BackupServices m_services;
    const BackupWhereStep *m_where;
    Known m_known;
    bool m_filled = false;
    QTimeEdit *m_time;
    RetentionFields *m_counts;
    ChoiceCards *m_when;
    ChoiceCards *m_kept;
    QRadioButton *m_once;
    QRadioButton *m_daily;
    QRadioButton *m_keepAll;
    QRadioButton *m_keepSome;
};

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The wizard that takes a backup: what, where to, when and how long kept; a summary with an estimate from earlier backups;
// progress by table; one verdict, in which a proof can be asked for. GUI thread; deletes itself when closed.

#include "backups/backupservices.h"
#include "backups/backupsteps.h"
#include "common/wizardframe.h"

namespace civicq::backups {
struct BackupJob;
struct BackupJobReport;
} // namespace civicq::backups

namespace civicq::widgets {

class BackupChecks;
class BackupKeepStep;
class BackupWhereStep;
class ProtectionStep;
class TableProgressView;

class BackupWizard final : public WizardFrame
{
    Q_OBJECT
public:
    // `checks` proves what was taken, where that is asked for; outlives the wizard.
    BackupWizard(BackupServices services, BackupChecks *checks, QWidget *parent = nullptr);

Q_SIGNALS:
    void backupMade(const QString &path, const QString &database);

private:
    [[nodiscard]] backups::BackupJob job() const;
    [[nodiscard]] WizardPlan plan() const;
    void addEstimate(WizardPlan &plan, const backups::BackupRequest &request) const;
    [[nodiscard]] core::TaskHandle start();
    void finish(const core::Result<backups::BackupJobReport> &report);
    void prove();
    void followProof();
    void showProof(const QString &sentence);

    BackupServices m_services;
    BackupWhatStep *m_what;
    BackupWhereStep *m_where;
    BackupKeepStep *m_keep;
    ProtectionStep *m_protection;
    TableProgressView *m_tables;
    BackupChecks *m_checks;
    QAction *m_show;
    QAction *m_prove;
    QString m_path;     // of what was taken
    QString m_database; // the one it is of
    WizardVerdict m_verdict;
};

} // namespace civicq::widgets

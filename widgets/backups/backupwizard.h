// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The wizard that takes a backup: what, where, summary with an estimate, progress by table, verdict. GUI thread; deletes
// itself when closed.

#include "backups/backupservices.h"
#include "backups/backupsteps.h"
#include "common/wizardframe.h"

namespace civicq::widgets {

class BackupWizard final : public WizardFrame
{
    Q_OBJECT
public:
    explicit BackupWizard(BackupServices services, QWidget *parent = nullptr);

Q_SIGNALS:
    void backupMade(const QString &path);

private:
    [[nodiscard]] WizardPlan plan() const;
    [[nodiscard]] core::TaskHandle start();
    void finish(const core::Result<backups::BackupReport> &report);

    BackupServices m_services;
    BackupWhatStep *m_what;
    BackupWhereStep *m_where;
    QAction *m_show;
    QString m_path;
};

} // namespace civicq::widgets

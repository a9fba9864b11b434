// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The wizard that restores a backup: which, what it holds, into what, summary with what will be lost, progress, verdict.
// GUI thread; deletes itself when closed. On production it asks for the database's name, and holds the leave to write
// only while the task runs.

#include "backups/backupservices.h"
#include "backups/keptdatabases.h"
#include "backups/restoresteps.h"
#include "common/wizardframe.h"

namespace civicq::widgets {

class RestoreUndo;
class TableProgressView;

class RestoreWizard final : public WizardFrame
{
    Q_OBJECT
public:
    // `path` empty: the newest of the list is proposed. `undo` brings back what was replaced; outlives the wizard.
    RestoreWizard(BackupServices services, RestoreUndo *undo, const QString &path, QWidget *parent = nullptr);

Q_SIGNALS:
    void restored(const QString &database);

private:
    [[nodiscard]] WizardPlan plan() const;
    void planReplacing(WizardPlan &plan) const;
    [[nodiscard]] core::TaskHandle start(const QString &typedName);
    void finish(const core::Result<backups::RestoreReport> &report);
    void showVerdict(const backups::RestoreReport &report);
    void openNew();
    void followUndo();
    void followConnection();
    void refreshResults();

    BackupServices m_services;
    RestoreSourceStep *m_source;
    RestoreContentsStep *m_contents;
    RestoreTargetStep *m_target;
    TableProgressView *m_tables;
    RestoreUndo *m_undo;
    QAction *m_undoIt;
    QAction *m_openIt;
    QString m_new;                                   // the database that was made; empty: one was replaced
    std::optional<backups::RestoreReport> m_pending; // the verdict that waits for the connection
    backups::KeptDatabase m_kept;                    // what was replaced; without a name: nothing was
    bool m_undoing = false;
};

} // namespace civicq::widgets

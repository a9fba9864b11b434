// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The backups this program made, and what can be done with them. GUI thread; the folder is read by a quiet task when the
// page comes into view and when something changed. A file dropped on the page opens the restore wizard.
// Above the list, the daily backup of the open connection: how it stands, and what is wrong with it.
// Object names: backupNow, backupRestore, backupVerify, backupProve, backupShowInFolder, backupDelete, scheduleChange,
// scheduleRun (actions), backupList, scheduleCard.

#include "backups/backuplistmodel.h"
#include "backups/backupservices.h"
#include "backups/scheduleview.h"
#include "common/page.h"
#include "common/palette.h"

namespace civicq::widgets {

class BackupChecks;
class FilteredTable;
class KeptCard;
class MessageStrip;
class RestoreUndo;
class ScheduleCard;
class StatePane;
class WizardFrame;

class BackupsPage final : public Page
{
    Q_OBJECT
public:
    explicit BackupsPage(BackupServices services, QWidget *parent = nullptr);
    [[nodiscard]] static PageInfo describe();

    void setShown(bool shown) override;
    [[nodiscard]] QList<QAction *> commands() const override;

public Q_SLOTS:
    void openBackupWizard();
    void openRestoreWizard(const QString &path = {});
    void openSchedule();
    void refresh();

Q_SIGNALS:
    void wizardOpened(civicq::widgets::WizardFrame *wizard);
    void seen(); // the page came into view, or went
    void practiceRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QAction *makeAction(const QString &name, const QString &text, const QString &iconName, const QString &toolTip);
    void makeActions();
    void layOut();
    void forgetWhatWasSaid();
    void say(Meaning meaning, const QString &sentence);
    void refreshSchedule();
    void showSchedule(const core::Result<ScheduleView> &view);
    void rehearse(const openpgp::RecoveryKey &key);
    void runPlan();
    void showPlanReport(const core::Result<backups::PlanReport> &report);
    void showEntries(core::Result<QList<backups::BackupEntry>> entries);
    void hideWhatSaysNothing();
    void showSentence();
    void followSelection();
    void deleteCurrent();
    void remove(const QString &path);
    [[nodiscard]] const backups::BackupEntry *current() const;

    BackupServices m_services;
    backups::BackupListModel m_model;
    FilteredTable *m_list;
    StatePane *m_pane;
    MessageStrip *m_strip;
    ScheduleCard *m_schedule = nullptr;
    BackupChecks *m_checks = nullptr;
    RestoreUndo *m_undo = nullptr;
    KeptCard *m_kept = nullptr;
    QString m_place; // whose the strip is
    QString m_taken; // by the wizard, and not yet in the list
    std::optional<backups::BackupPlan> m_plan;
    QAction *m_backup = nullptr;
    QAction *m_restore = nullptr;
    QAction *m_verify = nullptr;
    QAction *m_prove = nullptr;
    QAction *m_show = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_practise = nullptr;
    QAction *m_changeSchedule = nullptr;
    QAction *m_runPlan = nullptr;
    bool m_shown = false;
};

} // namespace civicq::widgets

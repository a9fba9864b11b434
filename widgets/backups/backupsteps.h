// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The backup wizard's first step: what goes into the file. GUI thread; the tables, and what earlier backups took, are read
// by a task. Object names: backupEverything, backupSchema, backupTables, backupTableList.

#include "backups/backupoutlook.h"
#include "backups/backupservices.h"
#include "backups/tablelistmodel.h"
#include "common/wizardpages.h"

class QRadioButton;

namespace civicq::widgets {

class FilteredTable;
class StatePane;

class BackupWhatStep final : public WizardStep
{
    Q_OBJECT
public:
    explicit BackupWhatStep(BackupServices services);

    void enter() override;
    [[nodiscard]] bool isComplete() const override;

    void apply(backups::BackupRequest &request) const;
    [[nodiscard]] QString sentencePart() const; // "everything", "3 tables"
    // None before the server has answered.
    [[nodiscard]] const std::optional<backups::BackupOutlook> &outlook() const { return m_outlook; }

private:
    [[nodiscard]] QWidget *makeList();
    void showTables(core::Result<backups::BackupOutlook> outlook);

    BackupServices m_services;
    backups::TableListModel m_tables;
    std::optional<backups::BackupOutlook> m_outlook;
    QRadioButton *m_schema = nullptr;
    QRadioButton *m_chosen = nullptr;
    FilteredTable *m_list = nullptr;
    StatePane *m_pane = nullptr;
};

} // namespace civicq::widgets

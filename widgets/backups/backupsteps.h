// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The backup wizard's two steps: what goes into the file, and where the file goes. GUI thread; the tables are read by a
// task. Object names: backupEverything, backupSchema, backupTables, backupTableList; backupFolder, backupName, backupPacked.

#include "backups/backup.h"
#include "backups/backupservices.h"
#include "backups/tablelistmodel.h"
#include "common/wizardpages.h"

class QCheckBox;
class QLineEdit;
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
    [[nodiscard]] qint64 bytes() const;         // of table data, as the server counts

private:
    void showTables(const core::Result<backups::ServerListing> &listing);
    QRadioButton *addChoice(QBoxLayout *layout, const QString &name, const QString &title, const QString &text);

    BackupServices m_services;
    backups::TableListModel m_tables;
    qint64 m_allBytes = 0;
    bool m_read = false;
    QRadioButton *m_everything = nullptr;
    QRadioButton *m_schema = nullptr;
    QRadioButton *m_chosen = nullptr;
    FilteredTable *m_list = nullptr;
    StatePane *m_pane = nullptr;
};

class BackupWhereStep final : public WizardStep
{
    Q_OBJECT
public:
    explicit BackupWhereStep(BackupServices services);

    void enter() override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString refusal() override;

    void apply(backups::BackupRequest &request) const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] bool isPacked() const;

private:
    void browse();

    BackupServices m_services;
    QLineEdit *m_folder;
    QLineEdit *m_name;
    QCheckBox *m_packed;
};

} // namespace civicq::widgets

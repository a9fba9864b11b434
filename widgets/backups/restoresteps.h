// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The restore wizard's three steps: which backup, what it holds (read to its end), into what. GUI thread; folder, file
// and server are read by tasks. Object names: restoreList, restoreFile, restoreBrowse; restoreContents; restoreNew,
// restoreName, restoreReplace.

#include "backups/backuplistmodel.h"
#include "backups/backupservices.h"
#include "backups/restore.h"
#include "backups/tablelistmodel.h"
#include "common/wizardpages.h"

class QLabel;
class QLineEdit;
class QRadioButton;

namespace civicq::widgets {

class FilteredTable;
class StatePane;

class RestoreSourceStep final : public WizardStep
{
    Q_OBJECT
public:
    RestoreSourceStep(BackupServices services, const QString &path);

    void enter() override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString refusal() override;
    [[nodiscard]] QString path() const;

private:
    void browse();
    void choose(int row);

    BackupServices m_services;
    backups::BackupListModel m_backups;
    FilteredTable *m_list;
    QLineEdit *m_file;
};

class RestoreContentsStep final : public WizardStep
{
    Q_OBJECT
public:
    RestoreContentsStep(BackupServices services, RestoreSourceStep *source);

    void enter() override;
    [[nodiscard]] bool isComplete() const override { return m_verified.has_value(); }
    [[nodiscard]] const backups::Contents &contents() const { return m_verified->contents; } // when complete

private:
    void showResult(const core::Result<backups::Verification> &result);

    BackupServices m_services;
    RestoreSourceStep *m_source;
    QString m_path; // that was read
    core::TaskHandle m_reading;
    std::optional<backups::Verification> m_verified;
    backups::TableListModel m_tables{backups::TableListModel::Kind::Reading};
    QLabel *m_about;
    FilteredTable *m_list;
    StatePane *m_pane;
};

class RestoreTargetStep final : public WizardStep
{
    Q_OBJECT
public:
    RestoreTargetStep(BackupServices services, RestoreContentsStep *contents);

    void enter() override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString refusal() override;
    [[nodiscard]] bool replaces() const;
    [[nodiscard]] QString database() const;

private:
    BackupServices m_services;
    RestoreContentsStep *m_contents;
    QStringList m_taken; // databases of the server
    QRadioButton *m_new;
    QRadioButton *m_replace;
    QLineEdit *m_name;
};

} // namespace civicq::widgets

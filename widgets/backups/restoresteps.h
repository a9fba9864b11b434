// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The restore wizard's three steps: which backup, what it holds (read to its end), into what. GUI thread; folder, file
// and server are read by tasks. Object names: restoreList, restoreFile, restoreBrowse; restoreWhole,
// restoreTables; restoreNew,
// restoreName, restoreReplace.

#include "backups/backuplistmodel.h"
#include "backups/backupservices.h"
#include "backups/restore.h"
#include "backups/tablelistmodel.h"
#include "common/wizardpages.h"

class QBoxLayout;
class QLineEdit;
class QRadioButton;
class QStackedWidget;

namespace civicq::widgets {

class ChoiceCards;
class FilteredTable;
class MessageStrip;
class StatePane;
class UnlockPane;

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
    void choose();
    void take(int row);

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
    [[nodiscard]] const openpgp::Unlock &unlock() const { return m_unlock; } // what opened it, where it is encrypted

private:
    void read();
    void showResult(const core::Result<backups::Verification> &result);

    BackupServices m_services;
    RestoreSourceStep *m_source;
    QString m_path; // that was read
    core::TaskHandle m_reading;
    std::optional<backups::Verification> m_verified;
    backups::TableListModel m_tables{backups::TableListModel::Kind::Reading};
    MessageStrip *m_whole;
    QBoxLayout *m_facts;
    QWidget *m_factTable = nullptr;
    FilteredTable *m_list;
    StatePane *m_pane;
    UnlockPane *m_lock;
    QStackedWidget *m_stack; // what the backup holds, or what is needed to open it
    openpgp::Unlock m_unlock;
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
    // How things stand on the server; none before it has answered.
    [[nodiscard]] const std::optional<backups::ServerListing> &server() const { return m_server; }

private:
    void describePresent();

    BackupServices m_services;
    RestoreContentsStep *m_contents;
    std::optional<backups::ServerListing> m_server; // none before it has answered
    ChoiceCards *m_cards;
    QRadioButton *m_new;
    QRadioButton *m_replace;
    QLineEdit *m_name;
};

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The backup wizard's step that says where the file goes, in which format, and where a copy goes. GUI thread. Object names:
// backupFolder, backupBrowse, backupName; backupArchive, backupSql, backupPacked; backupSecondPlace, backupSecondBrowse.

#include "backups/backup.h"
#include "backups/backupservices.h"
#include "common/wizardpages.h"

class QCheckBox;
class QLineEdit;
class QRadioButton;

namespace civicq::widgets {

class MessageStrip;

class BackupWhereStep final : public WizardStep
{
    Q_OBJECT
public:
    explicit BackupWhereStep(BackupServices services);

    void enter() override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString refusal() override;

    void apply(backups::BackupRequest &request) const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString formatText() const;
    [[nodiscard]] QString secondPlace() const; // empty: none

private:
    [[nodiscard]] QWidget *makeFormats();
    void browse(QLineEdit *into, const QString &title);
    void judge();
    void askWhetherSameDisk();

    BackupServices m_services;
    QLineEdit *m_folder;
    QLineEdit *m_name;
    QRadioButton *m_archive = nullptr;
    QCheckBox *m_packed;
    QLineEdit *m_secondPlace;
    MessageStrip *m_strip;
    core::TaskHandle m_asking;
};

} // namespace civicq::widgets

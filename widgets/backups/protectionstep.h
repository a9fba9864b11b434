// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The backup wizard's step that says who can read the file: anybody, whoever knows a passphrase, or the holders of keys.
// GUI thread; keys are read and added by tasks. Object names: protectionNone, protectionPassphrase, protectionKeys;
// protectionFirst, protectionSecond, protectionStrength; protectionKeyList, protectionAddKey,
// protectionRehearse.

#include "backups/backup.h"
#include "backups/backupservices.h"
#include "common/wizardpages.h"
#include "openpgp/keyfolder.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QRadioButton;

namespace civicq::widgets {

class MessageStrip;

class ProtectionStep final : public WizardStep
{
    Q_OBJECT
public:
    // `isDaily`: whether the same is to be done every day, when nobody is there to type.
    ProtectionStep(BackupServices services, std::function<bool()> isDaily);

    void enter() override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString refusal() override;

    void apply(backups::BackupRequest &request) const;
    [[nodiscard]] bool isEncrypted() const;
    [[nodiscard]] QStringList fingerprints() const; // of the keys it is encrypted for
    [[nodiscard]] QString sentencePart() const; // "Open to whoever has the file", "With a passphrase", "For City Clerk"
    // What goes on the summary, so that nobody can say they were not told; empty where there is nothing.
    [[nodiscard]] QString warning() const;
    // Keeps the keys of these files and ticks them.
    void addKeyFiles(const QStringList &paths);

private:
    using Keys = QList<openpgp::RecoveryKey>;
    [[nodiscard]] QWidget *makePassphrase();
    [[nodiscard]] QWidget *makeKeys();
    void showStrength();
    void readKeys();
    void addKeys();
    void rehearseCurrent();
    void refreshRehearse();
    void showKeys(const Keys &keys, const QStringList &chosen);
    void showFailure(const core::Error &error);
    [[nodiscard]] Keys chosenKeys() const;

    BackupServices m_services;
    std::function<bool()> m_isDaily;
    Keys m_keys;
    QRadioButton *m_none = nullptr;
    QRadioButton *m_byPassphrase = nullptr;
    QRadioButton *m_byKeys = nullptr;
    QLineEdit *m_first = nullptr;
    QLineEdit *m_second = nullptr;
    QLabel *m_strength = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_noKeys = nullptr;
    QPushButton *m_rehearse = nullptr;
    MessageStrip *m_strip = nullptr;
};

} // namespace civicq::widgets

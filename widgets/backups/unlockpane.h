// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks for what opens an encrypted backup: its passphrase, or a secret key's file and that key's passphrase. Shown in
// place of what the backup holds until it opens; and where a key is rehearsed. GUI thread; the key's file is read by a task. Object names:
// unlockPassphrase, unlockKeyFile, unlockBrowse, unlockOpen.

#include "backups/backupservices.h"
#include "common/palette.h"
#include "core/error.h"
#include "openpgp/protection.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace civicq::widgets {

class MessageStrip;

class UnlockPane final : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString open;          // the button's text
        QString toolTip;       // of the button
        QString meaning;       // what is asked for, and what becomes of it
        bool keyAlone = false; // nothing can be done without a secret key
    };
    explicit UnlockPane(BackupServices services) : UnlockPane(std::move(services), ofBackup()) {}
    UnlockPane(BackupServices services, const Words &words);

    // Whether this is an error that the pane can help with.
    [[nodiscard]] static bool canAnswer(const core::Error &error);
    // What was tried last did not open `path`, for this reason; the first time nothing was tried.
    void ask(const QString &path, const core::Error &error);
    void setTitle(const QString &title);
    void setAsking(bool asking);                        // false: nothing can be typed now
    void say(Meaning meaning, const QString &sentence); // below the fields

Q_SIGNALS:
    void answered(const openpgp::Unlock &unlock);

private:
    [[nodiscard]] static Words ofBackup();
    void browse();
    void answer();
    void refreshButton();

    BackupServices m_services;
    QLabel *m_title;
    MessageStrip *m_strip;
    QWidget *m_fields;
    QLineEdit *m_passphrase;
    QLineEdit *m_keyFile;
    QPushButton *m_open;
    bool m_keyAlone;
    bool m_tried = false;
};

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Proves, before the day it is needed, that a recovery key works: asks for the file of its secret half, has that open
// what was encrypted for the key, says in place what came of it, and has it remembered when it did. Nothing secret is
// kept. Window-modal; GUI thread, the work is done by a task; deletes itself when closed. Object names: rehearsalDialog,
// rehearsalCancel, and those of the pane (unlockpane.h).

#include "backups/backupservices.h"
#include "common/growingdialog.h"
#include "openpgp/keyfolder.h"

class QPushButton;

namespace civicq::widgets {

class UnlockPane;

class RehearsalDialog final : public GrowingDialog
{
    Q_OBJECT
public:
    RehearsalDialog(BackupServices services, const openpgp::RecoveryKey &key, QWidget *parent);

Q_SIGNALS:
    void rehearsed(const QString &fingerprint, const QDateTime &when);

private:
    void rehearse(const openpgp::Unlock &unlock);
    void finish(const core::Result<QDateTime> &when);

    BackupServices m_services;
    openpgp::RecoveryKey m_key;
    UnlockPane *m_pane;
    QPushButton *m_cancel;
};

} // namespace civicq::widgets

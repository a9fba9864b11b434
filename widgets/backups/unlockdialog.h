// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks for what opens an encrypted backup, and goes away once it does: what does not is said in place, and asked again.
// Window-modal; GUI thread; deletes itself when closed. Object name: unlockDialog, and those of the pane.

#include "backups/backupservices.h"
#include "common/growingdialog.h"
#include "openpgp/protection.h"

namespace civicq::widgets {

class UnlockPane;

class UnlockDialog final : public GrowingDialog
{
    Q_OBJECT
public:
    UnlockDialog(BackupServices services, const QString &path, QWidget *parent);

Q_SIGNALS:
    // It begins to open with this; whether it is whole is still to be seen.
    void opened(const openpgp::Unlock &unlock);

private:
    void look(const openpgp::Unlock &unlock);

    BackupServices m_services;
    QString m_path;
    UnlockPane *m_pane;
};

} // namespace civicq::widgets

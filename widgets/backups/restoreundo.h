// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Undoes a restore of the open database: asks first, brings the kept one back as a task that goes on when the window it
// was asked from is closed, and opens the connection again. For the page and the restore's wizard. GUI thread.

#include "backups/backupservices.h"
#include "backups/keptdatabases.h"
#include "common/palette.h"

class QWidget;

namespace civicq::widgets {

class RestoreUndo final : public QObject
{
    Q_OBJECT
public:
    explicit RestoreUndo(BackupServices services, QObject *parent = nullptr);

    // `before`: the window that the question stands before.
    void ask(QWidget *before, const backups::KeptDatabase &kept);

Q_SIGNALS:
    void begun(const QString &kept);
    void ended(const QString &kept, civicq::widgets::Meaning meaning, const QString &sentence); // Good: it is back

private:
    void bringBack(const backups::KeptDatabase &kept, const QString &typedName);

    BackupServices m_services;
};

// The name that production asks for was not given. `what`: "undo", "release".
[[nodiscard]] core::Error nameNotConfirmed(const QString &database, const QString &what);

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Proves a backup from the page: in the sandbox of this computer, so that no other server is loaded or touched, as a task
// of the task panel; then says in a sentence what came of it. GUI thread.

#include "backups/backupservices.h"
#include "backups/prove.h"
#include "common/palette.h"

namespace civicq::widgets {

class Proving final : public QObject
{
    Q_OBJECT
public:
    explicit Proving(BackupServices services, QObject *parent = nullptr);

    // Whether there is a sandbox to do it in.
    [[nodiscard]] bool isPossible() const { return static_cast<bool>(m_services.scratchServer); }
    void prove(const QString &path);

Q_SIGNALS:
    void said(civicq::widgets::Meaning meaning, const QString &sentence);
    void ended(); // the catalogue knows more

private:
    void tell(const QString &name, const core::Result<backups::Proof> &proof);

    BackupServices m_services;
};

} // namespace civicq::widgets

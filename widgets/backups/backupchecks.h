// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Verifies and proves a backup for the page and its wizards, each as a task of the task panel that goes on when the
// wizard is closed, and says in a sentence what came of it. A proof is done in the sandbox of this computer, so that no
// other server is loaded or touched. An encrypted backup is asked for what opens it first, in a dialog; but to verify one
// that this computer knows by its hash, nothing is needed. GUI thread.

#include "backups/backupservices.h"
#include "backups/prove.h"
#include "common/palette.h"

class QWidget;

namespace civicq::widgets {

class BackupChecks final : public QObject
{
    Q_OBJECT
public:
    explicit BackupChecks(BackupServices services, QObject *parent = nullptr);

    // Whether there is a sandbox to prove in.
    [[nodiscard]] bool canProve() const { return static_cast<bool>(m_services.scratchServer); }
    // `before`: the window that a question stands before.
    void verify(QWidget *before, const QString &path);
    // `unlock`: what opens it, where that is known already.
    void prove(QWidget *before, const QString &path, const openpgp::Unlock &unlock = {});

Q_SIGNALS:
    void said(civicq::widgets::Meaning meaning, const QString &sentence);
    void proofBegun(const QString &path);
    void proofEnded(const QString &path, civicq::widgets::Meaning meaning, const QString &sentence);
    void ended(); // the catalogue knows more

private:
    using Run = std::function<void(const openpgp::Unlock &unlock)>;

    // Goes on with nothing where nothing is needed, else with what opens it; not at all where that is not given.
    void whenOpen(QWidget *before, const QString &path, const std::function<bool(core::TaskContext &)> &needsUnlock,
                  const Run &run);
    void startVerifying(const QString &path, const openpgp::Unlock &unlock);
    void startProving(const QString &path, const openpgp::Unlock &unlock);
    void tellVerified(const QString &path, const core::Result<backups::Verification> &read);
    void tellProven(const QString &path, const core::Result<backups::Proof> &proof);

    BackupServices m_services;
};

} // namespace civicq::widgets

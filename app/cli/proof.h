// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Proving a backup, for the commands that do: where the scratch database goes and what is said of the result. Main thread.

#include "backups/prove.h"
#include "cli/protection.h"

namespace civicq::cli {

// The server of a saved connection, or the sandbox's where `connection` is empty or "sandbox".
[[nodiscard]] core::Result<postgres::ConnectionParameters> proofServer(Context &context, const QString &connection);

[[nodiscard]] QJsonObject proofDocument(const QString &path, const backups::Proof &proof);
[[nodiscard]] QString proofSentence(const QString &path, const backups::Proof &proof);

// restore --prove FILE: on the server the command line names, else in the sandbox. Never where only the environment says:
// that would be a database somebody works with.
void proveFile(Context &context, const QString &path, int jobs, const UnlockOptions &options);

} // namespace civicq::cli

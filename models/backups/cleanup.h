// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Removes the older backups of a folder as a policy says (retention.h). Only files that are ours; an encrypted one that
// the catalogue does not know, by its hash where it has moved, is left alone. Worker threads. Errors:
// InvalidArgument (the policy), those of listBackups() and of the disk; what was removed before an error stays removed.

#include "backups/backupfolder.h"
#include "backups/retention.h"

namespace civicq::backups {

// What retention decides on, of a file in a list.
[[nodiscard]] RetentionCandidate candidateOf(const BackupEntry &entry);

struct CleanupReport
{
    QStringList removed;
    QStringList kept;
    QStringList damaged; // neither counted nor removed
    qint64 bytesFreed = 0;
};

// A file that is not known to be whole is read to its end before it counts. `database` empty: of every database.
[[nodiscard]] core::Result<CleanupReport> cleanup(core::TaskContext &context, const Toolbox &toolbox,
                                                  const QString &folder, const QString &database,
                                                  const RetentionPolicy &policy, BackupCatalogue &catalogue);

} // namespace civicq::backups

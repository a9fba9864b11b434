// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// backup() for the archive format: the dump into a file under a temporary name, forced to the disk, read back, renamed.
// Worker threads; errors as backup() has them.

#include "backups/backup.h"
#include "backups/databasefacts.h"
#include "postgres/connection.h"

namespace civicq::backups {

struct TakenBackup
{
    BackupReport report;
    BackupHeader header;
};

// `path`: the final name. `session`: open, outside a transaction.
[[nodiscard]] core::Result<TakenBackup> archiveBackup(core::TaskContext &context, const Toolbox &toolbox,
                                                      const BackupRequest &request, postgres::Connection &session,
                                                      const QList<TableFacts> &chosen, const QString &path);

} // namespace civicq::backups

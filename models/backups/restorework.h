// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two steps that restoring a backup and proving it share: a new database filled from the file, and looked over once it
// is full. Worker threads. Errors: those of restoreArchive and SqlLoader; Corrupt where what is there now is not what the
// file holds.

#include "backups/databaseswap.h"
#include "backups/restore.h"
#include "backups/sqlloader.h"

namespace civicq::backups {

// As the file says, else as the database has it that is to be replaced.
[[nodiscard]] DatabaseLocale wantedLocale(const Contents &contents, const std::optional<ExistingDatabase> &existing);
[[nodiscard]] int sessionsFor(const RestoreRequest &request);

[[nodiscard]] core::Result<LoadReport> fillDatabase(core::TaskContext &context, const Toolbox &toolbox,
                                                    const RestoreRequest &request, const Contents &contents,
                                                    const DatabaseSwap &swap);
// Every table is there with as many rows as the file holds (their content was held against the archive's hashes as they
// went in), and every constraint holds that held before. Gathers statistics. The number of rows.
[[nodiscard]] core::Result<qint64> checkDatabase(core::TaskContext &context, const RestoreRequest &request,
                                                 const Contents &contents, const DatabaseSwap &swap);
// All large objects are there, with the content the archive says. A proof asks for itself.
[[nodiscard]] core::Result<> checkLargeObjects(core::TaskContext &context, const RestoreRequest &request,
                                               const Contents &contents, const DatabaseSwap &swap);

// A sentence where the restored database stands at a migration the program does not know.
[[nodiscard]] core::Result<QStringList> revisionNotes(core::TaskContext &context, const RestoreRequest &request,
                                                      const DatabaseSwap &swap);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The backups in a folder: those this program made, known by their first line, never by name alone. Files of others are
// neither listed nor touched. Worker threads (reads the beginning of each file). Errors: NotFound where the folder is
// not there, PermissionDenied, InvalidArgument.

#include "backups/catalogue.h"
#include "backups/contents.h"

namespace civicq::backups {

struct BackupEntry
{
    QString path;
    BackupHeader header;
    qint64 bytes = 0;
    std::optional<KnownBackup> known; // none: not read to its end on this computer since it last changed
};

// Newest first.
[[nodiscard]] core::Result<QList<BackupEntry>> listBackups(core::TaskContext &context, const QString &folder,
                                                           const BackupCatalogue &catalogue);

// Reads a backup to its end and enters what was found in the catalogue.
[[nodiscard]] core::Result<Verification> check(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                                               BackupCatalogue &catalogue);
// Deletes one of ours; InvalidArgument for any other file.
[[nodiscard]] core::Result<> removeBackup(const QString &path, BackupCatalogue &catalogue);

} // namespace civicq::backups

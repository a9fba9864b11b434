// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/newestbackup.h"

#include "backups/backupfolder.h"

using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::widgets::NewestBackup;

namespace civicq::app {

widgets::FindNewestBackup newestBackupIn(const QString &folder, const QString &dataFolder)
{
    return [folder, dataFolder](core::TaskContext &context,
                                const QString &database) -> Result<std::optional<NewestBackup>> {
        const auto entries = backups::listBackups(context, folder, backups::BackupCatalogue(dataFolder));
        if (!entries) {
            if (entries.error().code == ErrorCode::NotFound) // made with the first backup
                return std::nullopt;
            return core::fail(entries.error());
        }
        for (const backups::BackupEntry &entry : *entries) {
            const bool damaged = entry.known && !entry.known->valid;
            if (entry.header.database != database || !entry.header.isFull() || damaged)
                continue;
            return NewestBackup{entry.header.made, entry.bytes, entry.path,
                                entry.known ? widgets::Assurance::Verified : widgets::Assurance::Made};
        }
        return std::nullopt;
    };
}

} // namespace civicq::app

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/newestbackup.h"

#include "backups/backupfolder.h"
#include "backups/planrun.h"
#include "phrases/schedulewords.h"

using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::widgets::NewestBackup;

namespace civicq::app {

namespace {

// Whether the system's scheduler still has the job is asked on the backups' page.
void addAlert(NewestBackup &newest, const QString &database, const QString &folder, const core::Paths &paths)
{
    const auto plans = backups::PlanStore(paths.config).load();
    if (!plans)
        return;
    for (const backups::BackupPlan &plan : *plans) {
        if (plan.database != database)
            continue;
        const auto stands = backups::assessPlan(plan, {paths.data, folder, paths.config}, true);
        if (!stands || stands->alerts.isEmpty())
            continue;
        newest.alert = phrases::explain(stands->alerts.first(), plan.connection).oneLine();
        newest.critical = stands->isCritical();
    }
}

NewestBackup newestOf(const backups::BackupEntry &entry)
{
    return {entry.header.made, entry.bytes, entry.path,
            !entry.known              ? widgets::Assurance::Made
            : entry.known->isProven() ? widgets::Assurance::Proven
                                      : widgets::Assurance::Verified};
}

} // namespace

widgets::FindNewestBackup newestBackupIn(const QString &folder, const core::Paths &paths)
{
    return [folder, paths](core::TaskContext &context, const QString &database) -> Result<std::optional<NewestBackup>> {
        const auto entries = backups::listBackups(context, folder, backups::BackupCatalogue(paths.data));
        if (!entries) {
            if (entries.error().code == ErrorCode::NotFound) // made with the first backup
                return std::nullopt;
            return core::fail(entries.error());
        }
        std::optional<NewestBackup> found;
        for (const backups::BackupEntry &entry : *entries) {
            if (!entry.ours || entry.header.database != database || !entry.header.isFull() || entry.isDamaged())
                continue;
            const bool proven = entry.known && entry.known->isProven();
            if (!found)
                found = newestOf(entry);
            if (!proven)
                continue;
            found->provenAt = entry.header.made;
            break;
        }
        if (found)
            addAlert(*found, database, folder, paths);
        return found;
    };
}

} // namespace civicq::app

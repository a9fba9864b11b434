// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A backup with everything a person asked for at once: taken and entered in the log, copied to a second place, older ones
// removed by what is to be kept, and from now on taken every day. Worker threads. An Error means that there is no new
// backup, and then nothing else was done either; what goes wrong afterwards is in the report: the backup itself is good.

#include "backups/planrun.h"
#include "backups/schedulejob.h"

namespace civicq::backups {

struct BackupJob
{
    BackupRequest request;
    QString secondPlace;             // empty: none
    RetentionPolicy retention;       // without a rule nothing is removed
    std::optional<BackupPlan> daily; // taken every day from now on
};

struct BackupJobReport
{
    BackupReport backup;
    QString copy; // in the second place; empty: none
    CleanupReport removed;
    std::optional<BackupPlan> daily; // as it was saved
    std::optional<core::Error> copyError;
    std::optional<core::Error> cleanupError;
    std::optional<core::Error> dailyError;
    [[nodiscard]] bool isWell() const { return !copyError && !cleanupError && !dailyError; }
};

[[nodiscard]] core::Result<BackupJobReport> runBackupJob(core::TaskContext &context, const Toolbox &toolbox,
                                                         const BackupJob &job, const QString &dataFolder,
                                                         const Scheduling &scheduling);

// Those in the folder that retention would remove once a backup of `header` has been added: for saying so beforehand.
[[nodiscard]] QStringList wouldRemove(const QList<BackupEntry> &folder, const BackupHeader &header,
                                      const RetentionPolicy &policy);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be said of a backup before it is taken: the tables there are, and from earlier backups of the same database
// how large this one will be and how long it will take. readOutlook() on a worker thread (a session of its own, the
// catalogue, the log); estimate() is pure. Errors: those of the connection; a catalogue or a log that cannot be read is
// none, it only knows nothing.

#include "backups/backup.h"
#include "backups/databasefacts.h"
#include "backups/runlog.h"

#include <chrono>
#include <optional>

namespace civicq::backups {

struct BackupOutlook
{
    ServerListing server;
    QList<CatalogueEntry> backups; // newest first
    QList<BackupRun> runs;         // newest first
};

[[nodiscard]] core::Result<BackupOutlook> readOutlook(core::TaskContext &context,
                                                      const postgres::ConnectionParameters &parameters,
                                                      const QString &dataFolder);

// From the least to the most that the earlier ones let expect, with room for what they do not tell.
struct BackupEstimate
{
    qint64 fewestBytes = 0;
    qint64 mostBytes = 0;
    std::chrono::milliseconds shortest{0}; // 0 with `longest`: no run of them is in the log
    std::chrono::milliseconds longest{0};
    int backups = 0; // that it rests on
};

// None where there is no earlier backup of the database in this format to go by.
[[nodiscard]] std::optional<BackupEstimate> estimate(const BackupOutlook &outlook, const QString &database,
                                                     const BackupRequest &request);

// Of the tables the request reads, as the server counts.
[[nodiscard]] qint64 tableBytes(const BackupOutlook &outlook, const BackupRequest &request);

} // namespace civicq::backups

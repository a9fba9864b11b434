// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes a backup: pg_dump's SQL, packed on the way, under a temporary name; read back to its end; only then renamed. On
// any failure or cancel no file is left and no earlier one is touched. Worker threads. Progress in bytes of table data.
// Errors: NotFound (arguments: the missing tables), AlreadyExists (the name), those of core::PartFile, of the connection
// and of Dumper; Corrupt or Truncated when what was written does not read back.

#include "backups/catalogue.h"
#include "backups/contents.h"
#include "postgres/connectionparameters.h"

namespace civicq::backups {

struct BackupRequest
{
    postgres::ConnectionParameters parameters;
    QString folder;
    QString name; // without suffix; empty: civicq_backup_YYYYMMDD_HHMMSS
    Part part = Part::Everything;
    QStringList tables; // "users" or "public.users"; empty: all
    bool gzip = true;
    int level = 6; // 1 to 9
    Origin origin = Origin::ByHand;
};

struct BackupReport
{
    QString path;
    QString database;
    QString format; // "sql.gz", "sql"
    qint64 bytes = 0;
    qint64 tables = 0;
    qint64 rows = 0;
    double seconds = 0.0;
    QByteArray sha256; // hex
    bool encrypted = false;
    bool proven = false;
};

// `catalogue` (may be null) is told of the new file.
[[nodiscard]] core::Result<BackupReport> backup(core::TaskContext &context, const Toolbox &toolbox,
                                                const BackupRequest &request, BackupCatalogue *catalogue);

} // namespace civicq::backups

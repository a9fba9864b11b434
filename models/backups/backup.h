// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes a backup, as an archive of ours or as pg_dump's SQL, packed on the way and encrypted where that is asked for
// (protectedfile.h: nothing in the clear reaches the disk), under a temporary name; read back to its end as far as that
// can be done here; only then renamed. On any failure or cancel no file is left and no earlier one is touched. Worker threads. Progress
// in bytes of table data.
// Errors: InvalidArgument (a key or passphrase that cannot be used), NotFound (arguments: the missing tables), AlreadyExists (the name), those of core::PartFile, of the connection
// and of Dumper; Corrupt or Truncated when what was written does not read back.

#include "backups/catalogue.h"
#include "backups/contents.h"
#include "backups/tableboard.h"
#include "openpgp/protection.h"
#include "postgres/connectionparameters.h"

namespace civicq::backups {

enum class BackupFormat {
    Archive, // .cqbackup, compressed with zstd
    Sql,     // pg_dump's script, plain or with gzip
};

struct BackupRequest
{
    postgres::ConnectionParameters parameters;
    QString folder;
    QString name; // without suffix; empty: civicq_backup_YYYYMMDD_HHMMSS
    Part part = Part::Everything;
    QStringList tables; // "users" or "public.users"; empty: all
    BackupFormat format = BackupFormat::Sql;
    bool gzip = true; // of SQL
    int level = 6;    // gzip: 1 to 9; an archive's zstd: 1 to 19
    int jobs = 0;     // sessions that read an archive's rows at once; 0: as many as processors, at most 4
    Origin origin = Origin::ByHand;
    openpgp::Protection protection = {};    // none: whoever has the file can read it
    std::shared_ptr<TableBoard> board = {}; // told of each table, where somebody looks on
};

struct BackupReport
{
    QString path;
    QString database;
    QString format; // "archive", "sql.gz", "sql"
    qint64 bytes = 0;
    qint64 tables = 0;
    qint64 rows = 0;
    double seconds = 0.0;
    QByteArray sha256;      // hex
    QByteArray fingerprint; // archive/fingerprint.h; of an archive that is not encrypted
    bool encrypted = false;
    bool proven = false;
};

// `catalogue` (may be null) is told of the new file.
[[nodiscard]] core::Result<BackupReport> backup(core::TaskContext &context, const Toolbox &toolbox,
                                                const BackupRequest &request, BackupCatalogue *catalogue);

} // namespace civicq::backups

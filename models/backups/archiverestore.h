// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fills a new, empty database from an archive: definitions as pg_restore prints them and this program runs them, rows by
// several sessions at once, indexes of a table as soon as its rows are in, the rest in pg_dump's order. An encrypted
// archive is read once from its beginning to its end, its rows are loaded as they come, and indexes are made after that.
// Worker threads. Progress in bytes of rows, or of the file. Errors: those of StatementRunner and of loadTable; the database is then of no use.

#include "archive/archivefile.h"
#include "backups/sqlloader.h"
#include "backups/sqlsource.h"
#include "backups/tableboard.h"

namespace civicq::backups {

struct ArchiveRestore
{
    std::shared_ptr<const archive::Manifest> manifest; // proven by reading the archive to its end, or by its seal
    std::shared_ptr<const archive::ArchivePlan> plan;  // none: it cannot be read by position, but only in order:
    std::function<core::Result<std::unique_ptr<ByteSource>>()> stream;
    QStringList tables; // rows of these only ("users", "public.users"); empty: all
    bool schemaOnly = false;
    Programs programs = Programs::Stop;
    int jobs = 2; // sessions at once
    std::shared_ptr<TableBoard> board = {};
    // A session with the new database; called from several threads.
    std::function<core::Result<std::unique_ptr<postgres::Connection>>(core::TaskContext &)> connect;
};

[[nodiscard]] core::Result<LoadReport> restoreArchive(core::TaskContext &context, const Toolbox &toolbox,
                                                      const ArchiveRestore &request);

// The definitions of an archive: what pg_dump wrote, and of chosen tables the list of the entries that count.
struct ArchiveSchema
{
    QByteArray dump;
    QByteArray list;   // empty: all
    int toolMajor = 0; // of the pg_dump that wrote it; 0: not known
};

// What pg_restore prints of one section ("pre-data", "post-data"; empty: all) of definitions that are in memory.
[[nodiscard]] core::Result<std::unique_ptr<ByteSource>> sectionSql(core::TaskContext &context, const Toolbox &toolbox,
                                                                   const QString &section, const ArchiveSchema &schema);

} // namespace civicq::backups

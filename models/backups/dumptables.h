// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which tables have rows to copy into an archive, and how: columns, binary or text, how large. Worker threads; one query
// each, in the transaction whose snapshot counts. Locks are taken as pg_dump takes them. Errors: Busy where somebody holds
// a table for longer than the lock timeout of the session (arguments: the tables), those of the connection.

#include "archive/manifest.h"
#include "backups/databasefacts.h"

#include <optional>

namespace civicq::backups {

struct DumpTable
{
    unsigned int oid = 0;
    TableName table;
    QStringList columns; // in their order, without generated ones
    archive::RowEncoding encoding = archive::RowEncoding::Text;
    qint64 bytes = 0;                 // heap and TOAST
    qint64 pages = 0;                 // of the heap alone
    bool splits = false;              // rows can be asked for by ranges of pages
    std::optional<QString> condition; // an extension's configuration table: "WHERE ..." or ""
};

// Everything pg_dump would write rows of; `only`: no others than these.
[[nodiscard]] core::Result<QList<DumpTable>> dumpTables(core::TaskContext &context, postgres::Connection &connection,
                                                        const std::optional<QList<TableName>> &only);
// LOCK TABLE ... IN ACCESS SHARE MODE, until the transaction ends.
[[nodiscard]] core::Result<> lockTables(core::TaskContext &context, postgres::Connection &connection,
                                        const QList<DumpTable> &tables);
// The table's size now that nobody can rewrite it.
[[nodiscard]] core::Result<> measureTables(core::TaskContext &context, postgres::Connection &connection,
                                           QList<DumpTable> &tables);

// COPY ... TO STDOUT of the pages from `first` up to (not with) `end`; an `end` of -1: to the last there is.
[[nodiscard]] QString copyStatement(const DumpTable &table, const QString &databaseEncoding, qint64 first, qint64 end);
// ("id", "text"), or nothing for a table without columns.
[[nodiscard]] QString columnList(const QStringList &columns);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of a restored database, read back from its tables by several sessions at once and held against what the backup
// says of each: their number, and where that is known, the hash of their content. Worker threads; progress in bytes of
// rows. An Error means that it could not be read; what differs is a list of sentences.

#include "backups/parallelrestore.h"

namespace civicq::backups {

struct ExpectedRows
{
    archive::ManifestTable table; // name, columns, encoding, condition, rows, bytes, hash
    bool rowsKnown = true;        // else they are only counted
    bool hashKnown = false;
};

struct RowsRead
{
    qint64 rows = 0;
    qint64 hashed = 0; // tables whose content was compared
    QStringList differences;
};

// `encoding`: the database's. `connect` is called from several threads.
[[nodiscard]] core::Result<RowsRead> readRowsBack(
    core::TaskContext &context, const QList<ExpectedRows> &expected, const QString &encoding, int jobs,
    const std::function<core::Result<ParallelRestore::Session>(core::TaskContext &)> &connect);

} // namespace civicq::backups

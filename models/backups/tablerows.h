// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of one table from an archive into a database that has it, empty: unpacked, hashed on the way, and held against
// the manifest with what the server counted. Worker threads; memory for one chunk. Errors: Corrupt (rows that are not
// those that were backed up; arguments: the table), those of the archive and the session.

#include "archive/archivefile.h"
#include "archive/rows.h"
#include "postgres/connection.h"

#include <functional>

namespace civicq::backups {

// `onBytes` hears how many bytes of rows are in.
[[nodiscard]] core::Result<> loadTable(core::TaskContext &context, postgres::Connection &connection,
                                       archive::MemberReader &reader, const archive::ManifestTable &table,
                                       const std::function<void(qint64)> &onBytes);

// One packed chunk by itself; the same table's others may be on their way in other sessions. What it held.
[[nodiscard]] core::Result<archive::ChunkFacts> loadChunk(core::TaskContext &context, postgres::Connection &connection,
                                                          const archive::ManifestTable &table, QByteArrayView packed);
// All chunks of a table added up.
[[nodiscard]] core::Result<> compareWithManifest(const archive::ManifestTable &table, const archive::ChunkFacts &sum,
                                                 qint64 counted);

// "schema"."name" in ASCII alone, so that it means the same in every client encoding.
[[nodiscard]] QString asciiName(const QString &schema, const QString &name);

} // namespace civicq::backups

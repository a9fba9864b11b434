// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the large objects of a database hold, as one number that two databases are compared by: the archive's manifest has
// that of the snapshot it was taken from (archive/FORMAT.md says how it is made). The server hashes: no content travels.
// Worker threads; the session's transaction decides what is seen. Errors: the session's.

#include "archive/manifest.h"
#include "postgres/connection.h"

namespace civicq::backups {

[[nodiscard]] core::Result<archive::RowHash> largeObjectHash(core::TaskContext &context, postgres::Connection &session);

// A sentence where the database does not hold the large objects that an archive of everything says. An archive from before
// there was a hash says only how many there are.
[[nodiscard]] core::Result<QStringList> largeObjectDifferences(core::TaskContext &context,
                                                               postgres::Connection &session,
                                                               const archive::Manifest &manifest);

} // namespace civicq::backups

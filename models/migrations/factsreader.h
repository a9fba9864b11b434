// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a DatabaseFacts from a server. Worker thread. Reads only the catalogue and pg_locks, never opens a table of the
// user, so it waits behind nobody and needs no rights beyond a login's. Errors are the connection's.

#include "core/task.h"
#include "migrations/databasefacts.h"

namespace civicq::postgres {
class Connection;
}

namespace civicq::migrations {

[[nodiscard]] core::Result<DatabaseFacts> readFacts(postgres::Connection &connection, core::TaskContext &context);

// Sizes as they are now instead of as VACUUM and ANALYZE left them in the catalogue, for these relations. One that is
// locked against reading keeps the catalogue's.
[[nodiscard]] core::Result<> readSizes(postgres::Connection &connection, core::TaskContext &context,
                                       const QList<RelationId> &relations, DatabaseFacts &facts);

// Who holds which lock on tables at this moment; also part of readFacts().
[[nodiscard]] core::Result<QList<LockHolder>> readHolders(postgres::Connection &connection, core::TaskContext &context);

} // namespace civicq::migrations

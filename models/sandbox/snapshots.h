// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Named copies of the sandbox's database civicq, each a database of its own that nobody can connect to, made from a
// template by the server. Private to models/sandbox: the caller holds the operation lock. `connection` is a superuser's,
// to the database postgres. The name a person gave, any text at all, is kept in the database's comment.

#include "postgres/connection.h"
#include "sandbox/sandbox.h"

namespace civicq::sandbox {

// The database is there, can be connected to, and no half-made copy lies beside it.
[[nodiscard]] core::Result<> ensureDatabase(core::TaskContext &context, postgres::Connection &connection);

[[nodiscard]] core::Result<Snapshot> takeSnapshot(core::TaskContext &context, postgres::Connection &connection,
                                                  const QString &name, bool replace);
// Leaves `connection` unusable: it has been told to drop the old database, and is not waited for.
[[nodiscard]] core::Result<> returnToSnapshot(core::TaskContext &context, postgres::Connection &connection,
                                              const QString &name);
[[nodiscard]] core::Result<QList<Snapshot>> listSnapshots(core::TaskContext &context, postgres::Connection &connection);
[[nodiscard]] core::Result<> deleteSnapshot(core::TaskContext &context, postgres::Connection &connection,
                                            const QString &name);

} // namespace civicq::sandbox

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Named copies of the sandbox's database civicq, each a database of its own that nobody can connect to, made from a
// template by the server. Private to models/sandbox: the caller holds the operation lock. `connection` is a superuser's,
// to the database postgres. The name a person gave, any text at all, is kept in the database's comment.

#include "postgres/connection.h"
#include "sandbox/sandbox.h"

namespace civicq::sandbox {

// The database is there and can be connected to; half-made and replaced copies beside it are being dropped.
[[nodiscard]] core::Result<> ensureDatabase(core::TaskContext &context, postgres::Connection &connection);

[[nodiscard]] core::Result<Snapshot> takeSnapshot(core::TaskContext &context, postgres::Connection &connection,
                                                  const QString &name, bool replace);
[[nodiscard]] core::Result<> returnToSnapshot(core::TaskContext &context, postgres::Connection &connection,
                                              const QString &name);
[[nodiscard]] core::Result<QList<Snapshot>> listSnapshots(core::TaskContext &context, postgres::Connection &connection);
[[nodiscard]] core::Result<> deleteSnapshot(core::TaskContext &context, postgres::Connection &connection,
                                            const QString &name);

} // namespace civicq::sandbox

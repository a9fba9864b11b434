// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A session that reads for a dump: settings as pg_dump has them, so that what is read means the same everywhere, in a
// read-only transaction on one snapshot. Worker threads; the session keeps the settings.

#include "postgres/connection.h"

namespace civicq::backups {

// Begins a transaction of its own, for whoever reads alone.
[[nodiscard]] core::Result<> beginReading(core::TaskContext &context, postgres::Connection &session);
// Begins the transaction whose snapshot the others share; returns its name.
[[nodiscard]] core::Result<QString> beginSnapshot(core::TaskContext &context, postgres::Connection &session);
// Begins one on that snapshot. Waits no more than a moment for a table's lock.
[[nodiscard]] core::Result<> joinSnapshot(core::TaskContext &context, postgres::Connection &session,
                                          const QString &snapshot);
// How long a statement of this session waits for a lock; 0: for ever.
[[nodiscard]] core::Result<> setLockTimeout(core::TaskContext &context, postgres::Connection &session,
                                            std::chrono::milliseconds timeout);

} // namespace civicq::backups

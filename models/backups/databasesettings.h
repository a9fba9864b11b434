// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What belongs to a database and is not in its dump: owner, privileges, settings, connection limit, comment. Worker
// threads. Private to models/backups.

#include "postgres/connection.h"

namespace civicq::backups {

// Nothing of a user's in it: no table, view, sequence, type or function outside extensions.
[[nodiscard]] core::Result<bool> isEmptyDatabase(core::TaskContext &context, postgres::Connection &connection);
// Gives `to` what `from` has. What this user may not set is a message, not an error.
[[nodiscard]] core::Result<> adoptSettings(core::TaskContext &context, postgres::Connection &session,
                                           const QString &from, const QString &to);
// The comment of `from` (none when empty) instead of the one that marked an unfinished restore.
[[nodiscard]] core::Result<> finishComment(core::TaskContext &context, postgres::Connection &session,
                                           const QString &database, const QString &from);
[[nodiscard]] bool isPermissionDenied(const core::Error &error);

} // namespace civicq::backups

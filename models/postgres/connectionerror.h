// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Turns what libpq and the server say into an Error with a code to decide on. Private to models/postgres.

#include "core/result.h"

struct pg_conn;
struct pg_result;

namespace civicq::postgres {

// Of a connection that could not be made.
[[nodiscard]] core::Error connectError(pg_conn *connection, const QString &host);
// Of a statement the server refused, or of a line that broke during it.
[[nodiscard]] core::Error statementError(pg_conn *connection, pg_result *result);
// What a SQLSTATE means for the caller.
[[nodiscard]] core::ErrorCode codeOfSqlState(const QString &sqlState);

} // namespace civicq::postgres

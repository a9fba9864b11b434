// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What SQLite says, as an Error. Private to models/store.

#include "core/error.h"

class QSqlError;

namespace civicq::store {

[[nodiscard]] core::Error sqliteError(const QSqlError &error, const QString &path);

} // namespace civicq::store

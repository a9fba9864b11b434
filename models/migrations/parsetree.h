// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one call of PostgreSQL's parser (libpg_query): SQL in, its tree as JSON out. Private to models/migrations; pure,
// thread-safe. UTF-8. SQL it does not understand is an Error with the line in it, counted on from `firstLine`.

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

namespace civicq::migrations {

[[nodiscard]] core::Result<QJsonObject> parseSql(const QByteArray &sql, int firstLine = 1);

// The line at a byte of the text.
[[nodiscard]] int lineOf(const QByteArray &sql, qsizetype at, int firstLine);

} // namespace civicq::migrations

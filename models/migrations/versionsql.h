// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The SQL that keeps the version table and the app's own record of runs, as text that a run executes and that the
// offline mode prints. Private to models/migrations; pure functions.

#include "migrations/migrationplan.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace civicq::migrations {

// Alembic's own definition. `table` is quoted and qualified.
[[nodiscard]] QString createVersionTable(const QString &table);
// Statements that turn one content into the other, each changing exactly one row.
[[nodiscard]] QStringList changeVersions(const QString &table, const QStringList &before, const QStringList &after);

// Makes civicq_admin.migration_history where the role may; does nothing where it may not.
[[nodiscard]] QString createHistoryTable();
[[nodiscard]] QString mayWriteHistory();
// $1 revision, $2 direction (up, down, stamp), $3 seconds, $4 checksum.
[[nodiscard]] QString recordRun();
// Away with the record, and with the schema where nothing else of the app's lives in it.
[[nodiscard]] QString dropHistoryTable();

} // namespace civicq::migrations

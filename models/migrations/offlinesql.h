// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A plan as one SQL script that psql runs, for those who hand SQL to somebody else. Pure function, any thread. Each
// revision is a transaction with its change of the version table, as the runner does it; the app's own record of runs is
// not kept.

#include "migrations/migrationplan.h"

namespace civicq::migrations {

// `versionTable` quoted; `exists` when it is there already.
[[nodiscard]] QString offlineSql(const MigrationFolder &folder, const MigrationPlan &plan,
                                 const QString &versionTable = QStringLiteral("alembic_version"), bool exists = false);

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs what a plan over an Alembic project says, with the project's own alembic, in the connected database and no other.
// Private to models/migrations: migrationrunner.h is the way in. Worker thread. `connection` watches and keeps the record;
// afterwards the version table has to say what was planned, or it is an Error.

#include "migrations/migrationrunner.h"

namespace civicq::migrations {

[[nodiscard]] core::Result<> runPlanWithAlembic(postgres::Connection &connection, core::TaskContext &context,
                                                const MigrationFolder &folder, const MigrationPlan &plan,
                                                const QString &target, const RunOptions &options, RunReport &report);

} // namespace civicq::migrations

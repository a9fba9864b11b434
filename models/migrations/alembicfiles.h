// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a project's own alembic writes: SQL for somebody else to run, and the files of new revisions, from the project's
// own template. Worker thread. Errors as runAlembic() gives them.

#include "migrations/alembicprocess.h"
#include "migrations/migrationplan.h"
#include "migrations/newrevision.h"

namespace civicq::migrations {

// What `alembic upgrade FROM:TO --sql` prints; no database is reached. `from` sorted versions, empty: base.
[[nodiscard]] core::Result<QString> alembicSql(core::TaskContext &context, const AlembicTools &tools,
                                               const MigrationFolder &folder, Direction direction,
                                               const QStringList &from, const QString &to);

// `database`: compare with it, as `alembic revision --autogenerate` does.
[[nodiscard]] core::Result<WrittenRevision> writeAlembicRevision(core::TaskContext &context, const AlembicTools &tools,
                                                                 const MigrationFolder &folder, NewRevision wanted,
                                                                 const std::optional<AlembicTarget> &database = {});
[[nodiscard]] core::Result<WrittenRevision> writeAlembicMerge(core::TaskContext &context, const AlembicTools &tools,
                                                              const MigrationFolder &folder, NewRevision wanted);

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A database to practise a restore on: a copy of the sandbox's, made with a backup and a restore of our own, whose rows may
// be deleted. Nothing here touches a database that is not the practice's own: called civicq_practice, or put aside for it
// by a restore, and marked as sandbox. Worker threads; each function opens sessions of its own. Errors: those of
// connecting, of backup() and restore(); InvalidArgument where the database asked for is not a sandbox's, and where one
// that is not the practice's own has its name.

#include "backups/restore.h"

namespace civicq::backups {

inline constexpr QLatin1StringView practiceName("civicq_practice");

struct Practice
{
    postgres::ConnectionParameters parameters; // of the practice database
    TableName table;                           // whose rows are deleted and come back
    qint64 rows = 0;                           // that it has to begin with; never 0
};

// `sandbox`: its database civicq. One that an earlier practice left is made anew. Where the sandbox is empty, the copy gets
// a few tables to practise with.
[[nodiscard]] core::Result<Practice> preparePractice(core::TaskContext &context, const Toolbox &toolbox,
                                                     const postgres::ConnectionParameters &sandbox,
                                                     const QString &scratchFolder);
// How many rows were deleted: all of the table's.
[[nodiscard]] core::Result<qint64> deletePracticeRows(core::TaskContext &context, const Practice &practice);
[[nodiscard]] core::Result<qint64> countPracticeRows(core::TaskContext &context, const Practice &practice);
// Drops what a practice left that the program did not survive, unless somebody is connected to it; how many. `sandbox` as
// above. A practice under way in this program must not be disturbed: ask only when there is none.
[[nodiscard]] core::Result<int> clearLeftPractice(core::TaskContext &context,
                                                  const postgres::ConnectionParameters &sandbox);
// Drops the practice database and what restores kept of it, and removes the backups that were taken of it.
[[nodiscard]] core::Result<> endPractice(core::TaskContext &context, const postgres::ConnectionParameters &sandbox,
                                         const QStringList &backups, const QString &dataFolder);

} // namespace civicq::backups

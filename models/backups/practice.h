// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A database to practise a restore on: a copy of the sandbox's, made with a backup and a restore of our own, whose rows may
// be deleted. Nothing here touches a database that is not called civicq_practice and marked as sandbox. Worker threads;
// each function opens sessions of its own. Errors: those of connecting, of backup() and restore(); InvalidArgument where
// the database asked for is not a sandbox's.

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
// Drops the practice database and what restores kept of it, and removes the backups that were taken of it.
[[nodiscard]] core::Result<> endPractice(core::TaskContext &context, const postgres::ConnectionParameters &sandbox,
                                         const QStringList &backups, const QString &dataFolder);

} // namespace civicq::backups

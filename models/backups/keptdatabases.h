// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The databases that restores replaced: kept under another name until somebody lets go of them, each with a comment that
// says whose place it had and since when it is kept. Undoing a restore exchanges the two names in one transaction, and what was restored is
// kept in its turn: nothing is dropped unasked. Worker threads. Errors: NotFound (no such kept database; arguments: the
// name), ProductionProtected (arguments: the database whose name must be typed, "undo" or "release"), PermissionDenied,
// Busy (somebody keeps using it), those of the connection.

#include "core/task.h"
#include "postgres/connection.h"

#include <QtCore/QDateTime>

namespace civicq::backups {

struct KeptDatabase
{
    QString name;
    QString of;       // the database it was
    QDateTime since;  // UTC
    qint64 bytes = 0; // on the server; -1: this user may not ask
};

// Newest first. `server`: any database of it is connected to but never a kept one.
[[nodiscard]] core::Result<QList<KeptDatabase>> keptDatabases(core::TaskContext &context,
                                                              const postgres::ConnectionParameters &server);

struct UndoRequest
{
    postgres::ConnectionParameters server;
    QString database;      // a kept one, or the name it had: then the newest kept of that
    QString confirmedName; // as typed by a person; must be the database's own name where that is production
};

struct UndoReport
{
    QString database; // the name that changed hands
    QString wasKept;  // under which what is back now was kept
    QString keptAs;   // what was there; empty: nothing was
};

[[nodiscard]] core::Result<UndoReport> undoRestore(core::TaskContext &context, const UndoRequest &request);

// Drops a kept database. `confirmedName` must be its name where it is marked production.
[[nodiscard]] core::Result<> releaseKept(core::TaskContext &context, const postgres::ConnectionParameters &server,
                                         const QString &kept, const QString &confirmedName);

// For whoever puts a database aside: says so of it, in the transaction that renames it to `name`.
[[nodiscard]] core::Result<> markKept(core::TaskContext &context, postgres::Connection &session, const QString &name,
                                      const QString &of);
// A session with a database of the server that is none of `others`.
[[nodiscard]] core::Result<std::unique_ptr<postgres::Connection>> connectBeside(
    core::TaskContext &context, const postgres::ConnectionParameters &server, const QStringList &others);

} // namespace civicq::backups

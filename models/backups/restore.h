// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Restores a backup: looks at it before anything is touched (reads it to its end; of a file that isReadByPosition() all but
// the rows, each chunk of which is proven when it is loaded), fills a new database, checks it, and only then gives it the
// wanted name. Chosen tables or definitions alone can be had of an archive whose other rows are damaged. A replaced database is kept under another name. On failure or cancel no database of the user's has
// changed. Worker threads. Progress in bytes of the file. Errors: Truncated, Corrupt, forbidden() (the file); AlreadyExists (the
// database is there and replacing was not asked for); ProductionProtected (arguments: database, "restore"); PermissionDenied;
// AuthenticationFailed (openpgp/protection.h: what opens it was not given); ExtensionMissing; Sql; NotFound (arguments: the tables that are not in the file).

#include "backups/contents.h"
#include "backups/tableboard.h"
#include "postgres/connectionparameters.h"
#include "postgres/environment.h"

namespace civicq::backups {

struct RestoreRequest
{
    postgres::ConnectionParameters server; // may write; its database is not looked at
    QString source;                        // a file, or the folder of pg_dump -Fd
    openpgp::Unlock unlock;                // what opens it, where it is encrypted
    QString database;                      // the one to restore into; never guessed
    QStringList tables;                    // rows of these only; empty: all. Only into a new database
    bool schemaOnly = false;               // definitions without any rows; of an archive only
    int jobs = 0;                       // sessions at once, for an archive; 0: as many as there are processors, up to 4
    Programs programs = Programs::Stop; // what a script may have the server do; see sqlrules.h
    bool replace = false;               // an existing database may be replaced
    std::shared_ptr<TableBoard> board = {}; // told of each table, where somebody looks on
    QString confirmedName;                  // as typed by a person; must be `database` where that is marked production
    // What a database that is new is for; it is marked so before it gets its name. One that is replaced keeps its mark.
    postgres::Environment environment = postgres::Environment::Unknown;
    // Of the migrations that come with the program; where the restored database stands at another one, a note says so.
    std::optional<QStringList> knownRevisions = {};
};

struct RestoreReport
{
    QString database;
    qint64 tables = 0;
    qint64 rows = 0;
    double seconds = 0.0;
    QString keptAs;    // the replaced database; empty when there was none
    QStringList notes; // what was left out and why
};

[[nodiscard]] core::Result<RestoreReport> restore(core::TaskContext &context, const Toolbox &toolbox,
                                                  const RestoreRequest &request);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an archive's restore does side by side, and what in order: the rows of each table, then its indexes and keys as
// soon as its rows are in, foreign keys once both tables are ready, checked in a step of its own; everything else of the
// post-data section afterwards, in pg_dump's order. Pure functions over the script pg_restore prints, any thread. Errors: forbidden(), Corrupt (a
// script that holds rows).

#include "archive/manifest.h"
#include "backups/sqlreader.h"
#include "backups/sqlrules.h"

#include <QtCore/QList>

#include <functional>

namespace civicq::backups {

struct RestoreStep
{
    // What waits for what says comesBefore() of restoreschedule.h: never for a later one of these.
    enum class Stage {
        Rows,
        Key, // what a foreign key may point at
        Index,
        Statistics,
        ForeignKey, // made: checked too, or with `constraint` left to a step of its own,
        Validation, // for which only the table that has it need be kept from other work
    };

    // How an index is built, where that asks for memory of its own (restoresession.h).
    enum class Build {
        Other,
        Gin,
        Sort, // a btree, but for a primary key: its rows mostly come in its order
    };

    Stage stage = Stage::Rows;
    bool alone = true;       // nothing else may work on these tables meanwhile
    QList<TableName> tables; // that it locks
    qint64 cost = 0;         // a guess, in bytes of rows that are handled
    Build build = Build::Other;
    qint64 rowBytes = 0;    // of an index that is built by gin or sorting: its table's rows
    QByteArray setting;     // SET default_tablespace ... that holds for the statement; may be empty
    SqlStatement statement; // not of Rows and Statistics
    QByteArray constraint;  // of a foreign key made in two steps: its name, as the statement has it
    QByteArray tableText;   // of a validation: its table, the same
    qsizetype manifestTable = -1;
    [[nodiscard]] const TableName &table() const { return tables.first(); }
};

struct PostData
{
    QList<SqlStatement> prelude; // SET ..., for every session
    QList<RestoreStep> steps;    // indexes, keys, foreign keys of tables with rows of their own
    QList<SqlStatement> rest;    // in order, with the SET ... that hold for them
};

[[nodiscard]] core::Result<PostData> readPostData(SqlReader &reader, const archive::Manifest &manifest,
                                                  Programs programs);
// Foreign keys in two steps, where they are not to be left unchecked: other tables, and the one that is pointed at, are
// worked on while one is checked.
[[nodiscard]] QList<RestoreStep> withValidation(const QList<RestoreStep> &steps);
// Loads every table of `manifest` that `wanted` says yes to; adds gathering statistics.
[[nodiscard]] QList<RestoreStep> rowSteps(const archive::Manifest &manifest,
                                          const std::function<bool(const TableName &)> &wanted);

// GRANT, REVOKE, ALTER DEFAULT PRIVILEGES: run last, as pg_restore does, so that an owner who took his own rights away
// can still be restored.
[[nodiscard]] bool isPrivilege(const SqlStatement &statement);
// Would fire at what comes after it.
[[nodiscard]] bool isEventTrigger(const SqlStatement &statement);

} // namespace civicq::backups

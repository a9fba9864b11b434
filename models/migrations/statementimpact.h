// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one statement does to those who use the database meanwhile: the lock it takes on each relation that is there
// already, the work done under it, and what is lost. Pure functions, any thread; nothing is run. Weak locks (up to ROW
// EXCLUSIVE) on indexes and sequences are left out: their table has a stronger one. The rules are PostgreSQL's, versions 14
// to 18: AlterTableGetLockLevel() and the ATExec* functions in src/backend/commands/tablecmds.c, DefineIndex() and
// ReindexIndex() in indexcmds.c, the documentation's "Explicit Locking" and ALTER TABLE.

#include "migrations/databasefacts.h"
#include "migrations/sqlstatements.h"

namespace civicq::migrations {

enum class Work {
    None,     // the catalogue alone
    Truncate, // every row goes, in no time
    Scan,     // reads the whole table
    Build,    // reads it to make an index
    Rows,     // reads or changes rows, as the statement says
    Rewrite,  // writes table and indexes anew
};
// Takes the longer the larger the table is.
[[nodiscard]] constexpr bool growsWithSize(Work work)
{
    return work >= Work::Scan;
}
[[nodiscard]] QString workName(Work work); // "rewrite": for JSON

enum class Loss {
    None,
    Definition, // can be made again from its text: a view, a function
    Data,       // only a backup has it
};

struct RelationImpact
{
    RelationId relation = 0;
    LockMode lock = LockMode::None;
    Work work = Work::None;
};

struct StatementImpact
{
    QList<RelationImpact> relations; // the strongest lock first
    QStringList creates;             // relations it makes
    QStringList missing;             // relations it names and the database does not have
    bool outsideTransaction = false; // refuses to run in a transaction block
    bool runsOtherCode = false;      // a DO block, a function: may take locks that nobody can tell from here
    Loss loss = Loss::None;
    QStringList loses;      // what is lost: "table votes", "column votes.weight"
    bool reversible = true; // another statement can bring back what was, without a backup

    [[nodiscard]] const RelationImpact *on(RelationId id) const;
    [[nodiscard]] LockMode strongest() const;
};

[[nodiscard]] StatementImpact impactOf(const Statement &statement, const DatabaseFacts &facts);

// The facts as they are once the statement has run, for the statements that come after it.
void foresee(const Statement &statement, DatabaseFacts &facts);

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a plan would do to those who use the database meanwhile, statement by statement, and who is in its way at this
// moment. preview() is pure; the readers run on a worker thread and change nothing. Sizes in bytes, rows estimated (-1:
// never counted). Errors are the connection's.

#include "core/task.h"
#include "migrations/migrationplan.h"
#include "migrations/statementimpact.h"

namespace civicq::postgres {
class Connection;
}

namespace civicq::migrations {

// A table of size: what a modest disk (100 MB/s) takes longer than a second to read, and a second is what readers may be
// made to wait (RunOptions::lockTimeout).
inline constexpr qint64 tableOfSize = 100'000'000;

enum class Alarm {
    None,
    Warning,  // reads wait for work on a small table, or writes on one of size
    Critical, // reads wait on a table of size
};

struct PreviewedRelation
{
    QString name; // qualified
    QChar kind;   // pg_class.relkind
    LockMode lock = LockMode::None;
    Work work = Work::None;
    qint64 bytes = 0;
    qint64 rows = -1;
    int sessions = 0; // others that hold a lock on it now
    bool isNew = false;
    Alarm alarm = Alarm::None;

    // An index or a sequence: a part of a table, which is listed too.
    [[nodiscard]] bool isPart() const { return kind == u'i' || kind == u'I' || kind == u'S'; }
};

struct PreviewedStatement
{
    QByteArray sql;
    int line = 0;
    StatementImpact impact;
    QList<PreviewedRelation> relations; // the strongest lock first
    Alarm alarm = Alarm::None;
};

struct PreviewedRevision
{
    QString revision;
    QString message;
    QString file;
    bool transactional = true; // every lock is then held until the revision's end
    QList<PreviewedStatement> statements;
    Alarm alarm = Alarm::None;
};

// A session that holds what the plan needs.
struct LockConflict
{
    LockHolder holder;
    QString relation;
    LockMode needed = LockMode::None;
    QString revision; // the first that needs it
    int line = 0;
};

struct MigrationPreview
{
    int serverMajor = 0;
    QList<PreviewedRevision> revisions;
    QList<LockConflict> conflicts; // a session and table once, dumps first, then the oldest transaction

    [[nodiscard]] Alarm alarm() const;
    [[nodiscard]] int losing() const;        // statements that drop, narrow or delete something
    [[nodiscard]] QStringList loses() const; // what: "column votes.note"
};

[[nodiscard]] MigrationPreview preview(const RevisionGraph &graph, const MigrationPlan &plan, DatabaseFacts facts);
[[nodiscard]] core::Result<MigrationPreview> readPreview(postgres::Connection &connection, core::TaskContext &context,
                                                         const RevisionGraph &graph, const MigrationPlan &plan);
// One revision by itself, wherever the database stands.
[[nodiscard]] core::Result<MigrationPreview> readPreviewOf(postgres::Connection &connection, core::TaskContext &context,
                                                           const RevisionGraph &graph, int index, Direction direction);

// A line for a log: "pg_dump (process 71, role backup, for 312 s) holds ACCESS SHARE on public.votes; …".
[[nodiscard]] QString conflictLine(const LockConflict &conflict);
[[nodiscard]] QString alarmName(Alarm alarm); // "critical": for JSON
[[nodiscard]] QString lossName(Loss loss);    // "data": for JSON

} // namespace civicq::migrations

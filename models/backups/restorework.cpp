// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restorework.h"

#include "backups/archiverestore.h"
#include "backups/largeobjects.h"
#include "backups/readback.h"

#include <QtCore/QThread>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr int usualSessions = 4;

bool isWanted(const RestoreRequest &request, const TableContent &table)
{
    return !request.schemaOnly
           && (request.tables.isEmpty() || std::ranges::any_of(request.tables, [&](const QString &typed) {
                   return table.table.matches(typed);
               }));
}

QList<ExpectedRows> expectedRows(const RestoreRequest &request, const Contents &contents)
{
    QList<ExpectedRows> expected;
    for (const TableContent &table : contents.tables) {
        if (table.foreign) // its rows are not in the backup, and their server need not be there
            continue;
        ExpectedRows rows;
        rows.table.schema = table.table.schema;
        rows.table.name = table.table.name;
        rows.table.rows = isWanted(request, table) ? table.rows : 0;
        rows.rowsKnown = table.rowsKnown;
        expected.append(rows);
    }
    return expected;
}

// A constraint that held before the backup holds now, or the backup says that it was never checked. What a child has from
// its parent goes with the parent.
constexpr auto unheldSql = R"sql(
SELECT coalesce(conrelid, 0)::regclass || '.' || quote_ident(conname) FROM pg_constraint
 WHERE NOT convalidated AND conislocal AND oid >= 16384 ORDER BY 1)sql";

Result<> checkConstraints(core::TaskContext &context, const Contents &contents, postgres::Connection &connection)
{
    const auto unheld = connection.query(context, QString::fromLatin1(unheldSql));
    if (!unheld)
        return core::fail(unheld.error().during(u"looking at the constraints"_s));
    if (unheld->count() <= contents.notValid)
        return {};
    QStringList names;
    for (int row = 0; row < unheld->count(); ++row)
        names.append(unheld->text(row, 0));
    // How many were never checked the backup says, not which.
    const QString which =
        contents.notValid == 0 ? QString() : u"%1 of these: "_s.arg(unheld->count() - contents.notValid);
    return core::fail(ErrorCode::Corrupt,
                      u"constraints that held when the backup was taken do not hold after the restore: %1%2"_s.arg(
                          which, names.join(u", "_s)),
                      names);
}

// Since version 15 not everybody may create in the schema public, and pg_dump since then writes privileges as what differs
// from that, of whatever server. On an older one, what the dump takes for granted is done first.
Result<> closePublicSchema(core::TaskContext &context, const Contents &contents, const DatabaseSwap &swap)
{
    constexpr int closed = 15;
    const auto session = swap.connect(context);
    if (!session)
        return core::fail(session.error());
    if ((*session)->serverMajor() >= closed || contents.toolMajor() < closed)
        return {};
    const auto done = (*session)->query(context, u"REVOKE CREATE ON SCHEMA public FROM PUBLIC"_s);
    return done ? Result<>() : core::fail(done.error());
}

// How large they are, an SQL file does not say.
QList<TableStanding> waitingTables(const RestoreRequest &request, const Contents &contents)
{
    QList<TableStanding> standings;
    for (const TableContent &table : contents.tables) {
        if (table.hasRows && isWanted(request, table))
            standings.append({table.table.display()});
    }
    return standings;
}

Result<LoadReport> fillFromSql(core::TaskContext &context, const Toolbox &toolbox, const RestoreRequest &request,
                               const Contents &contents, const DatabaseSwap &swap)
{
    auto connection = swap.connect(context);
    if (!connection)
        return core::fail(connection.error());
    auto source = openSql(context, toolbox, request.source, contents.kind, request.unlock);
    if (!source)
        return core::fail(source.error());
    SqlReader reader(std::move(*source));
    SqlLoader loader(context, **connection, reader, request.tables, request.programs);
    if (request.board) {
        request.board->begin(waitingTables(request, contents));
        loader.setBoard(request.board);
    }
    return loader.load();
}

// What the restore of an archive has not analyzed with each table's own rows.
constexpr auto notAnalyzedSql = R"sql(
SELECT c.oid::regclass::text FROM pg_class c
 WHERE c.relkind IN ('m', 'p') AND c.relispopulated AND c.oid >= 16384
    OR c.oid IN (SELECT stxrelid FROM pg_statistic_ext))sql";

// Without statistics the first queries of the morning are slow ones.
Result<> analyze(core::TaskContext &context, const Contents &contents, postgres::Connection &connection)
{
    QStringList statements{u"ANALYZE"_s};
    if (contents.manifest) {
        const auto left = connection.query(context, QString::fromLatin1(notAnalyzedSql));
        if (!left)
            return core::fail(left.error());
        statements.clear();
        for (int row = 0; row < left->count(); ++row)
            statements.append(u"ANALYZE "_s + left->text(row, 0));
    }
    for (const QString &statement : statements) {
        if (const auto analyzed = connection.query(context, statement); !analyzed)
            return core::fail(analyzed.error().during(u"gathering statistics"_s));
    }
    return {};
}

} // namespace

DatabaseLocale wantedLocale(const Contents &contents, const std::optional<ExistingDatabase> &existing)
{
    if (contents.header && !contents.header->locale.encoding.isEmpty())
        return contents.header->locale;
    return existing ? existing->locale : DatabaseLocale{u"UTF8"_s, {}, {}, {}, {}};
}

int sessionsFor(const RestoreRequest &request)
{
    return request.jobs > 0 ? request.jobs : std::clamp(QThread::idealThreadCount(), 1, usualSessions);
}

Result<LoadReport> fillDatabase(core::TaskContext &context, const Toolbox &toolbox, const RestoreRequest &request,
                                const Contents &contents, const DatabaseSwap &swap)
{
    if (const auto prepared = closePublicSchema(context, contents, swap); !prepared)
        return core::fail(prepared.error());
    if (!contents.manifest)
        return fillFromSql(context, toolbox, request, contents, swap);
    ArchiveRestore restore;
    restore.manifest = contents.manifest;
    if (contents.kind.encrypted) {
        restore.stream = [&request, &contents] { return openInside(request.source, contents.kind, request.unlock); };
    } else {
        auto plan = archive::ArchivePlan::of(request.source);
        if (!plan)
            return core::fail(plan.error());
        if (plan->manifest != *contents.manifest)
            return core::fail(ErrorCode::Corrupt, u"the backup was changed while it was read"_s, {request.source});
        restore.plan = std::make_shared<const archive::ArchivePlan>(std::move(*plan));
    }
    restore.tables = request.tables;
    restore.schemaOnly = request.schemaOnly;
    restore.programs = request.programs;
    restore.jobs = sessionsFor(request);
    restore.board = request.board;
    restore.connect = [&swap](core::TaskContext &task) { return swap.connect(task); };
    auto report = restoreArchive(context, toolbox, restore);
    // Whatever member it was: to people it is the backup that is damaged.
    if (!report && (report.error().code == ErrorCode::Corrupt || report.error().code == ErrorCode::Truncated))
        report.error().arguments = {request.source};
    return report;
}

// On sessions of their own: that of a dump has an empty search path and other settings.
Result<qint64> checkDatabase(core::TaskContext &context, const RestoreRequest &request, const Contents &contents,
                             const DatabaseSwap &swap)
{
    const auto connect = [&swap](core::TaskContext &task) { return swap.connect(task); };
    const auto read = readRowsBack(context, expectedRows(request, contents), {}, sessionsFor(request), connect);
    if (!read)
        return core::fail(read.error());
    if (!read->differences.isEmpty())
        return core::fail(ErrorCode::Corrupt, read->differences.join(u"; "_s));
    const auto connection = swap.connect(context);
    if (!connection)
        return core::fail(connection.error());
    // Of chosen tables a foreign key may point at rows that were not wanted; the notes say so.
    if (request.tables.isEmpty()) {
        if (const auto held = checkConstraints(context, contents, **connection); !held)
            return core::fail(held.error());
    }
    if (const auto analyzed = analyze(context, contents, **connection); !analyzed)
        return core::fail(analyzed.error());
    return read->rows;
}

Result<> checkLargeObjects(core::TaskContext &context, const RestoreRequest &request, const Contents &contents,
                           const DatabaseSwap &swap)
{
    if (!contents.manifest || request.schemaOnly || !request.tables.isEmpty())
        return {};
    const auto session = swap.connect(context);
    if (!session)
        return core::fail(session.error());
    const auto differences = largeObjectDifferences(context, **session, *contents.manifest);
    if (!differences)
        return core::fail(differences.error());
    return differences->isEmpty() ? Result<>() : core::fail(ErrorCode::Corrupt, differences->join(u"; "_s));
}

Result<QStringList> revisionNotes(core::TaskContext &context, const RestoreRequest &request, const DatabaseSwap &swap)
{
    if (!request.knownRevisions || request.schemaOnly || !request.tables.isEmpty())
        return QStringList();
    const auto session = swap.connect(context);
    if (!session)
        return core::fail(session.error());
    const auto table = (*session)->query(
        context, u"SELECT c.oid::regclass::text FROM pg_class c WHERE c.oid = to_regclass('alembic_version') "
                 "AND has_table_privilege(c.oid, 'SELECT')"_s);
    if (!table || table->isEmpty())
        return table ? QStringList() : Result<QStringList>(core::fail(table.error()));
    const auto rows =
        (*session)->query(context, u"SELECT version_num::text FROM %1 ORDER BY 1"_s.arg(table->text(0, 0)));
    if (!rows)
        return core::fail(rows.error().during(u"reading the migration revision"_s));
    QStringList notes;
    for (int row = 0; row < rows->count(); ++row) {
        if (!request.knownRevisions->contains(rows->text(row, 0)))
            notes.append(u"The restored database stands at migration %1, which does not come with this program: look "
                         "at Migrations before it is used"_s.arg(rows->text(row, 0)));
    }
    return notes;
}

} // namespace civicq::backups

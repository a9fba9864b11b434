// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restore.h"

#include "backups/archiverestore.h"
#include "backups/databaseswap.h"
#include "backups/sqlloader.h"
#include "backups/stagedtask.h"
#include "postgres/identifier.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QThread>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

// Shares of the whole by which each step is through.
constexpr double readShare = 0.15;
constexpr double loadShare = 0.9;
constexpr double checkShare = 1.0;
constexpr qsizetype longestDatabaseName = 63;
constexpr int usualSessions = 4;

Result<> checkRequest(const RestoreRequest &request)
{
    static const QStringList maintenance{u"postgres"_s, u"template0"_s, u"template1"_s};
    if (request.database.isEmpty())
        return core::fail(ErrorCode::InvalidArgument, u"no database was named to restore into"_s);
    if (request.database.toUtf8().size() > longestDatabaseName)
        return core::fail(ErrorCode::InvalidArgument,
                          u"the name %1 is too long: PostgreSQL takes 63 bytes"_s.arg(request.database),
                          {request.database});
    if (maintenance.contains(request.database))
        return core::fail(ErrorCode::InvalidArgument,
                          u"%1 is the server's own database; name another one"_s.arg(request.database),
                          {request.database});
    return {};
}

Result<> checkContents(const RestoreRequest &request, const Contents &contents)
{
    // An extension makes tables of its own, so single ones may have rows here and no definition.
    if (!contents.definesTables() && std::ranges::any_of(contents.tables, &TableContent::hasRows))
        return core::fail(
            ErrorCode::InvalidArgument,
            u"%1 holds rows without the tables they belong to, so no database can be made from it; load it with "
            "psql into a database that has the tables"_s.arg(request.source),
            {request.source});
    if (request.schemaOnly && !contents.manifest)
        return core::fail(ErrorCode::InvalidArgument,
                          u"%1 is SQL; the definitions alone are restored only from an archive"_s.arg(request.source),
                          {request.source});
    QStringList missing;
    for (const QString &typed : request.tables) {
        if (std::ranges::none_of(contents.tables, [&](const TableContent &t) { return t.table.matches(typed); }))
            missing.append(typed);
    }
    if (!missing.isEmpty())
        return core::fail(ErrorCode::NotFound, u"not in this backup: %1"_s.arg(missing.join(u", "_s)), missing);
    return {};
}

Result<> checkTarget(const RestoreRequest &request, const std::optional<ExistingDatabase> &existing)
{
    if (!existing)
        return {};
    if (existing->environment == postgres::Environment::Production && request.confirmedName != request.database)
        return core::fail(
            ErrorCode::ProductionProtected,
            u"database %1 is marked as production; confirm its name to replace it"_s.arg(request.database),
            {request.database, u"restore"_s});
    if (existing->empty)
        return {};
    if (!request.tables.isEmpty())
        return core::fail(ErrorCode::InvalidArgument,
                          u"chosen tables are restored into a new database; %1 exists already"_s.arg(request.database),
                          {request.database});
    if (!request.replace)
        return core::fail(ErrorCode::AlreadyExists,
                          u"database %1 exists already and holds data"_s.arg(request.database), {request.database});
    return {};
}

QList<TableContent> expectedTables(const RestoreRequest &request, const Contents &contents)
{
    QList<TableContent> expected;
    for (TableContent table : contents.tables) {
        const auto wanted = [&table](const QString &typed) { return table.table.matches(typed); };
        if (request.schemaOnly || (!request.tables.isEmpty() && std::ranges::none_of(request.tables, wanted))) {
            table.hasRows = false;
            table.rows = 0;
        }
        expected.append(table);
    }
    return expected;
}

// Every table of the file is there with as many rows as the file holds.
Result<qint64> checkRows(core::TaskContext &context, postgres::Connection &connection,
                         const QList<TableContent> &expected)
{
    qint64 rows = 0;
    qint64 done = 0;
    for (const TableContent &table : expected) {
        context.report({QString(), table.table.display(), done++, expected.size(), core::Unit::Objects});
        if (table.foreign) // its rows are not in the backup, and their server need not be there
            continue;
        // Not ONLY: a partitioned table counts its partitions' rows, whose own entries were filled.
        const QString name = table.table.schema.isEmpty()
                                 ? postgres::Identifier(table.table.name).sql()
                                 : postgres::Identifier(table.table.schema, table.table.name).sql();
        const auto counted = connection.query(context, u"SELECT count(*) FROM ONLY "_s + name);
        if (!counted)
            return core::fail(counted.error().during(u"counting the rows of %1"_s.arg(table.table.display())));
        const qint64 found = counted->integer(0, 0);
        rows += found;
        if (table.rowsKnown && found != table.rows)
            return core::fail(ErrorCode::Corrupt, u"table %1 has %2 rows after the restore, the backup holds %3"_s
                                                      .arg(table.table.display())
                                                      .arg(found)
                                                      .arg(table.rows));
    }
    return rows;
}

// How large they are, an SQL file does not say.
QList<TableStanding> waitingTables(const QList<TableContent> &tables)
{
    QList<TableStanding> standings;
    for (const TableContent &table : tables) {
        if (table.hasRows)
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
    auto source = openSql(context, toolbox, request.source, contents.kind);
    if (!source)
        return core::fail(source.error());
    SqlReader reader(std::move(*source));
    SqlLoader loader(context, **connection, reader, request.tables, request.programs);
    if (request.board) {
        request.board->begin(waitingTables(expectedTables(request, contents)));
        loader.setBoard(request.board);
    }
    return loader.load();
}

Result<LoadReport> fill(core::TaskContext &context, const Toolbox &toolbox, const RestoreRequest &request,
                        const Contents &contents, const DatabaseSwap &swap)
{
    if (!contents.manifest)
        return fillFromSql(context, toolbox, request, contents, swap);
    auto plan = archive::ArchivePlan::of(request.source);
    if (!plan)
        return core::fail(plan.error());
    ArchiveRestore restore;
    restore.plan = std::make_shared<const archive::ArchivePlan>(std::move(*plan));
    restore.tables = request.tables;
    restore.schemaOnly = request.schemaOnly;
    restore.programs = request.programs;
    restore.jobs = request.jobs > 0 ? request.jobs : std::clamp(QThread::idealThreadCount(), 1, usualSessions);
    restore.board = request.board;
    restore.connect = [&swap](core::TaskContext &task) { return swap.connect(task); };
    return restoreArchive(context, toolbox, restore);
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

// On a session of its own: that of a dump has an empty search path and other settings.
Result<qint64> check(core::TaskContext &context, const RestoreRequest &request, const Contents &contents,
                     const DatabaseSwap &swap)
{
    const auto connection = swap.connect(context);
    if (!connection)
        return core::fail(connection.error());
    auto rows = checkRows(context, **connection, expectedTables(request, contents));
    if (!rows)
        return rows;
    if (const auto analyzed = analyze(context, contents, **connection); !analyzed)
        return core::fail(analyzed.error());
    return rows;
}

DatabaseLocale wantedLocale(const Contents &contents, const std::optional<ExistingDatabase> &existing)
{
    if (contents.header && !contents.header->locale.encoding.isEmpty())
        return contents.header->locale;
    return existing ? existing->locale : DatabaseLocale{u"UTF8"_s, {}, {}, {}, {}};
}

Result<RestoreReport> intoNewDatabase(StagedTask &staged, const Toolbox &toolbox, const RestoreRequest &request,
                                      const Contents &contents)
{
    auto opened = DatabaseSwap::open(staged, request.server, request.database);
    if (!opened)
        return core::fail(opened.error());
    DatabaseSwap &swap = **opened;
    const auto existing = swap.existing(staged);
    if (!existing)
        return core::fail(existing.error());
    if (const auto allowed = checkTarget(request, *existing); !allowed)
        return core::fail(allowed.error());
    if (const auto rights = swap.checkRights(staged, *existing); !rights)
        return core::fail(rights.error());

    staged.stage(u"Filling a new database"_s, loadShare);
    if (const auto created = swap.create(staged, wantedLocale(contents, *existing)); !created)
        return core::fail(created.error());
    auto loaded = fill(staged, toolbox, request, contents, swap);
    if (!loaded)
        return core::fail(loaded.error());
    staged.stage(u"Checking the new database"_s, checkShare);
    const auto rows = check(staged, request, contents, swap);
    if (!rows)
        return core::fail(rows.error());
    if (*existing) {
        if (const auto adopted = swap.adopt(staged, **existing); !adopted)
            return core::fail(adopted.error());
    }
    if (staged.isCancelled())
        return core::TaskContext::cancelled();
    const auto keptAs = swap.swap(staged, *existing);
    if (!keptAs)
        return core::fail(keptAs.error());
    RestoreReport report;
    report.database = request.database;
    report.tables = contents.tables.size();
    report.rows = *rows;
    report.keptAs = *keptAs;
    report.notes = loaded->notes;
    return report;
}

} // namespace

Result<RestoreReport> restore(core::TaskContext &context, const Toolbox &toolbox, const RestoreRequest &request)
{
    QElapsedTimer clock;
    clock.start();
    if (const auto sound = checkRequest(request); !sound)
        return core::fail(sound.error());
    StagedTask staged(context, QFileInfo(request.source).size(), core::Unit::Bytes);
    staged.stage(u"Reading the backup"_s, readShare);
    const auto contents = listContents(staged, toolbox, request.source, request.programs);
    if (!contents)
        return core::fail(contents.error());
    if (const auto sound = checkContents(request, *contents); !sound)
        return core::fail(sound.error());
    auto report = intoNewDatabase(staged, toolbox, request, *contents);
    if (report)
        report->seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    else if (isForbidden(report.error()))
        report.error().arguments.replace(0, request.source);
    return report;
}

} // namespace civicq::backups

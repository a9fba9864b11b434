// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restore.h"

#include "backups/databaseswap.h"
#include "backups/restorework.h"
#include "backups/stagedtask.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>

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
constexpr double openShare = 0.01; // of a file whose rows are not read before they are loaded
constexpr double loadShare = 0.9;
constexpr double checkShare = 1.0;
constexpr qsizetype longestDatabaseName = 63;

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
    auto loaded = fillDatabase(staged, toolbox, request, contents, swap);
    if (!loaded)
        return core::fail(loaded.error());
    staged.stage(u"Checking the new database"_s, checkShare);
    const auto rows = checkDatabase(staged, request, contents, swap);
    if (!rows)
        return core::fail(rows.error());
    if (const auto whole = checkLargeObjects(staged, request, contents, swap); !whole)
        return core::fail(whole.error());
    const auto revisions = revisionNotes(staged, request, swap);
    if (!revisions)
        return core::fail(revisions.error());
    const auto adopted = *existing ? swap.adopt(staged, **existing) : swap.mark(staged, request.environment);
    if (!adopted)
        return core::fail(adopted.error());
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
    report.notes = loaded->notes + *revisions;
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
    staged.stage(u"Reading the backup"_s, isReadByPosition(request.source) ? openShare : readShare);
    const auto contents = listContents(staged, toolbox, request.source, request.unlock, request.programs);
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

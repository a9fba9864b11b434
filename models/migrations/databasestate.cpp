// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/databasestate.h"

#include "postgres/connection.h"
#include "postgres/identifier.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Result;

namespace {

constexpr auto whereIsIt = R"(
    SELECT n.nspname, c.oid IS NOT NULL AS present, coalesce(has_table_privilege(c.oid, 'SELECT'), false) AS readable
    FROM (SELECT to_regclass('alembic_version') AS oid) found
    LEFT JOIN pg_class c ON c.oid = found.oid
    JOIN pg_namespace n ON n.nspname = coalesce((SELECT nspname FROM pg_namespace WHERE oid = c.relnamespace),
                                                current_schema()))";

// Asked of the catalogue: naming a table in a schema one may not use is an error.
constexpr auto isHistoryReadable = R"(
    SELECT has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'civicq_admin' AND c.relname = 'migration_history')";

constexpr auto lastRuns = R"(
    SELECT DISTINCT ON (revision) revision, direction, at AT TIME ZONE 'UTC' AS at, by_role, seconds, checksum
    FROM civicq_admin.migration_history
    ORDER BY revision, id DESC)";

Result<> readHistory(postgres::Connection &connection, core::TaskContext &context, DatabaseState &state)
{
    const auto readable = connection.query(context, QString::fromLatin1(isHistoryReadable));
    if (!readable)
        return core::fail(readable.error());
    if (readable->isEmpty() || !readable->boolean(0, 0))
        return {};
    const auto rows = connection.query(context, QString::fromLatin1(lastRuns));
    if (!rows)
        return core::fail(rows.error());
    for (int row = 0; row < rows->count(); ++row) {
        if (rows->text(row, "direction") == "down"_L1)
            continue;
        AppliedRecord record;
        record.at = QDateTime::fromString(rows->text(row, "at"), Qt::ISODateWithMs);
        record.at.setTimeZone(QTimeZone::UTC);
        record.by = rows->text(row, "by_role");
        record.seconds = rows->isNull(row, "seconds") ? 0 : rows->real(row, "seconds");
        record.checksum = rows->text(row, "checksum").toLatin1();
        state.applied.insert(rows->text(row, "revision"), record);
    }
    return {};
}

} // namespace

QHash<QString, QByteArray> DatabaseState::checksums() const
{
    QHash<QString, QByteArray> sums;
    for (auto it = applied.begin(); it != applied.end(); ++it)
        sums.insert(it.key(), it->checksum);
    return sums;
}

Result<DatabaseState> readState(postgres::Connection &connection, core::TaskContext &context)
{
    const auto place = connection.query(context, QString::fromLatin1(whereIsIt));
    if (!place)
        return core::fail(place.error().during(u"looking for the version table"_s));
    DatabaseState state;
    if (place->isEmpty())
        return core::fail(core::ErrorCode::NotFound, u"No schema of the search path exists in this database."_s);
    state.versionTable = postgres::Identifier(place->text(0, "nspname"), u"alembic_version"_s).sql();
    state.hasVersionTable = place->boolean(0, "present");
    if (state.hasVersionTable) {
        const auto rows = connection.query(context, u"SELECT version_num FROM %1 ORDER BY 1"_s.arg(state.versionTable));
        if (!rows)
            return core::fail(rows.error().during(u"reading the version table"_s));
        for (int row = 0; row < rows->count(); ++row)
            state.versions.append(rows->text(row, 0));
        state.versions.sort();
    }
    if (const auto read = readHistory(connection, context, state); !read)
        return core::fail(read.error().during(u"reading the migration history"_s));
    return state;
}

} // namespace civicq::migrations

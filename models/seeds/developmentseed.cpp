// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds/developmentseed.h"

#include "postgres/connection.h"
#include "postgres/identifier.h"
#include "seeds/developmentdata.h"

#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::TaskContext;
using civicq::postgres::Connection;
using civicq::postgres::ConnectionParameters;
using civicq::postgres::Identifier;

namespace civicq::seeds {

namespace {

constexpr qsizetype pieceBytes = 64 * 1024;

QString nameOf(const SeedTable &table)
{
    return QString::fromLatin1(table.name);
}

Result<> execute(TaskContext &context, Connection &connection, const QString &sql)
{
    const auto done = connection.query(context, sql);
    if (!done)
        return core::fail(done.error());
    return {};
}

Result<SeedSurvey> survey(TaskContext &context, Connection &connection, const QList<SeedTable> &tables)
{
    SeedSurvey survey;
    const auto mark = postgres::readEnvironment(context, connection);
    if (!mark)
        return core::fail(mark.error());
    survey.environment = mark->environment;
    QStringList counts;
    for (const SeedTable &table : tables) {
        const QString name = nameOf(table);
        const auto there = connection.query(context, u"SELECT to_regclass($1) IS NOT NULL"_s, {name});
        if (!there)
            return core::fail(there.error());
        if (there->boolean(0, 0))
            counts.append(u"SELECT %1, count(*) FROM %2"_s.arg(postgres::literal(name), Identifier(name).sql()));
        else
            survey.missingTables.append(name);
    }
    if (!survey.isMigrated())
        return survey;
    const auto rows = connection.query(context, counts.join(u" UNION ALL "_s));
    if (!rows)
        return core::fail(rows.error());
    for (int row = 0; row < rows->count(); ++row) {
        if (rows->integer(row, 1) > 0)
            survey.present.append({rows->text(row, 0), rows->integer(row, 1)});
    }
    return survey;
}

Result<> refuse(const SeedSurvey &survey, const SeedOptions &options, const QString &database)
{
    if (survey.isProduction()) {
        return core::fail(ErrorCode::ProductionProtected,
                          u"\"%1\" is marked as production; development data never goes there"_s.arg(database),
                          {database});
    }
    if (!survey.isMigrated()) {
        return core::fail(ErrorCode::NotMigrated,
                          u"the tables of the CivicQ schema are missing: %1"_s.arg(survey.missingTables.join(u", "_s)),
                          survey.missingTables);
    }
    if (!survey.isEmpty() && !options.reset) {
        QStringList names;
        for (const TableCount &one : survey.present)
            names.append(one.table);
        auto refused =
            core::fail(ErrorCode::NotEmpty,
                       u"\"%1\" is not empty: there are rows in %2"_s.arg(database, names.join(u", "_s)), names);
        refused.error().hint = u"choose an empty database, or load with reset, which deletes those rows first"_s;
        return refused;
    }
    return {};
}

Result<> copyTable(TaskContext &context, Connection &connection, const SeedTable &table)
{
    qsizetype offset = 0;
    const QString sql =
        u"COPY %1 (%2) FROM STDIN"_s.arg(Identifier(nameOf(table)).sql(), QString::fromLatin1(table.columns));
    const auto copied = connection.copyIn(context, sql, [&]() -> Result<QByteArray> {
        const QByteArray piece = table.rows.sliced(offset, std::min(pieceBytes, table.rows.size() - offset));
        offset += piece.size();
        return piece;
    });
    if (!copied)
        return core::fail(copied.error().during(u"loading %1"_s.arg(nameOf(table))));
    // The next row the application makes takes the next number.
    const auto set = connection.query(context, u"SELECT setval(pg_get_serial_sequence($1, 'id'), $2)"_s,
                                      {nameOf(table), table.count});
    if (!set)
        return core::fail(set.error());
    return {};
}

// The centroids of an ivfflat index are those of the rows there were when it was built: none.
Result<> rebuildVectorIndexes(TaskContext &context, Connection &connection)
{
    const auto indexes = connection.query(
        context, u"SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
                 "JOIN pg_am a ON a.oid = c.relam WHERE i.indrelid = 'questions'::regclass AND a.amname = 'ivfflat'"_s);
    if (!indexes)
        return core::fail(indexes.error());
    for (int row = 0; row < indexes->count(); ++row) {
        if (const auto built = execute(context, connection, u"REINDEX INDEX "_s + indexes->text(row, 0)); !built)
            return built;
    }
    return {};
}

Result<> load(TaskContext &context, Connection &connection, const QList<SeedTable> &tables, const SeedOptions &options,
              SeedReport &report)
{
    QStringList names;
    qint64 total = 0;
    for (const SeedTable &table : tables) {
        names.append(Identifier(nameOf(table)).sql());
        total += table.count;
    }
    if (options.reset) {
        context.report({u"Emptying the tables"_s, QString(), 0, total, core::Unit::Rows});
        if (const auto emptied =
                execute(context, connection, u"TRUNCATE %1 RESTART IDENTITY"_s.arg(names.join(u", "_s)));
            !emptied)
            return emptied;
    }
    qint64 done = 0;
    for (const SeedTable &table : tables) {
        context.report({u"Loading"_s, nameOf(table), done, total, core::Unit::Rows});
        if (const auto copied = copyTable(context, connection, table); !copied)
            return copied;
        done += table.count;
        report.tables.append({nameOf(table), table.count});
    }
    context.report({u"Rebuilding the vector index"_s, u"questions"_s, done, total, core::Unit::Rows});
    if (const auto built = rebuildVectorIndexes(context, connection); !built)
        return built;
    return execute(context, connection, u"ANALYZE %1"_s.arg(names.join(u", "_s)));
}

} // namespace

qint64 SeedReport::rows() const
{
    qint64 sum = 0;
    for (const TableCount &table : tables)
        sum += table.rows;
    return sum;
}

QList<TestLogin> developmentLogins()
{
    return {{u"admin"_s, u"admin@civicq.com"_s, u"admin123"_s},
            {u"voter"_s, u"voter1@example.com"_s, u"password123"_s},
            {u"candidate"_s, u"candidate1@example.com"_s, u"password123"_s},
            {u"city_staff"_s, u"clerk@san-francisco.gov"_s, u"password123"_s}};
}

Result<QList<TableCount>> developmentPlan()
{
    const auto tables = DevelopmentData::make();
    if (!tables)
        return core::fail(tables.error());
    QList<TableCount> plan;
    for (const SeedTable &table : *tables)
        plan.append({nameOf(table), table.count});
    return plan;
}

Result<SeedSurvey> surveyForSeeds(TaskContext &context, const ConnectionParameters &parameters)
{
    const auto tables = DevelopmentData::make();
    if (!tables)
        return core::fail(tables.error());
    const auto connection = Connection::open(context, parameters);
    if (!connection)
        return core::fail(connection.error());
    return survey(context, **connection, *tables);
}

Result<SeedReport> seedDevelopment(TaskContext &context, const ConnectionParameters &parameters,
                                   const SeedOptions &options)
{
    QElapsedTimer clock;
    clock.start();
    const auto tables = DevelopmentData::make();
    if (!tables)
        return core::fail(tables.error());
    const auto connection = Connection::open(context, parameters);
    if (!connection)
        return core::fail(connection.error());
    SeedReport report;
    const auto seeded = (*connection)->transaction(context, QString(), [&]() -> Result<> {
        // Somebody else's open transaction is an error, not a wait without end; already the counting may meet one.
        if (const auto limited = execute(context, **connection, u"SET LOCAL lock_timeout = '5s'"_s); !limited)
            return limited;
        // Two at once would both find it empty: the second waits here, then sees what the first has done.
        if (const auto locked = execute(context, **connection, u"SELECT pg_advisory_xact_lock(7310112026)"_s); !locked)
            return locked;
        const auto found = survey(context, **connection, *tables);
        if (!found)
            return core::fail(found.error());
        if (const auto refused = refuse(*found, options, (*connection)->database()); !refused)
            return refused;
        return load(context, **connection, *tables, options, report);
    });
    if (!seeded)
        return core::fail(seeded.error().during(u"loading development data"_s));
    report.milliseconds = clock.elapsed();
    return report;
}

} // namespace civicq::seeds

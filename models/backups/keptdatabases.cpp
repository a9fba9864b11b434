// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/keptdatabases.h"

#include "backups/databasesettings.h"
#include "backups/databaseswap.h"
#include "postgres/environment.h"
#include "postgres/identifier.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::postgres::Connection;
using civicq::postgres::ConnectionParameters;
using civicq::postgres::Identifier;

namespace civicq::backups {

namespace {

constexpr int exchangeAttempts = 5; // each waits up to 5 s in the server for sessions to end
// The first line of the kept database's comment: every owner may write that, and whoever lists the databases reads it.
// Its own comment follows. The name's line breaks and percent signs are encoded.
constexpr auto keptPrefix = "Kept by CivicQ Admin since "_L1;
constexpr auto keptBetween = ", when a restore took the place of "_L1;

QString encoded(QString name)
{
    return name.replace(u'%', u"%25"_s).replace(u'\n', u"%0A"_s);
}

QString decoded(QString name)
{
    return name.replace(u"%0A"_s, u"\n"_s).replace(u"%25"_s, u"%"_s);
}

std::optional<KeptDatabase> keptFrom(const QString &comment)
{
    const QString line = comment.section(u'\n', 0, 0);
    const qsizetype between = line.indexOf(keptBetween);
    if (!line.startsWith(keptPrefix) || between < 0)
        return std::nullopt;
    KeptDatabase kept;
    kept.since = QDateTime::fromString(line.sliced(keptPrefix.size(), between - keptPrefix.size()), Qt::ISODate);
    kept.of = decoded(line.sliced(between + keptBetween.size()));
    return kept.since.isValid() && !kept.of.isEmpty() ? std::optional(kept) : std::nullopt;
}

Result<QString> commentOf(core::TaskContext &context, Connection &session, const QString &database)
{
    const auto rows = session.query(
        context, u"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = $1"_s, {database});
    if (!rows)
        return core::fail(rows.error());
    return rows->isEmpty() || rows->isNull(0, 0) ? QString() : rows->text(0, 0);
}

Result<> setComment(core::TaskContext &context, Connection &session, const QString &database, const QString &comment)
{
    const auto done = session.query(
        context, u"COMMENT ON DATABASE %1 IS %2"_s.arg(Identifier(database).sql(),
                                                       comment.isEmpty() ? u"NULL"_s : postgres::literal(comment)));
    return done ? Result<>() : core::fail(done.error());
}

Result<> unmarkKept(core::TaskContext &context, Connection &session, const QString &database)
{
    const auto comment = commentOf(context, session, database);
    return comment ? setComment(context, session, database, comment->section(u'\n', 1)) : core::fail(comment.error());
}

Result<QList<KeptDatabase>> listKept(core::TaskContext &context, Connection &session)
{
    const auto rows =
        session.query(context,
                      u"SELECT datname, shobj_description(oid, 'pg_database'), CASE WHEN "
                      "has_database_privilege(oid, 'CONNECT') OR pg_has_role('pg_read_all_stats', 'USAGE') "
                      "THEN pg_database_size(oid) END FROM pg_database WHERE NOT datistemplate "
                      "AND starts_with(shobj_description(oid, 'pg_database'), $1)"_s,
                      {QString(keptPrefix)});
    if (!rows)
        return core::fail(rows.error().during(u"looking for kept databases"_s));
    QList<KeptDatabase> all;
    for (int row = 0; row < rows->count(); ++row) {
        auto kept = keptFrom(rows->text(row, 1));
        if (!kept)
            continue;
        kept->name = rows->text(row, 0);
        kept->bytes = rows->isNull(row, 2) ? -1 : rows->integer(row, 2);
        all.append(*kept);
    }
    std::ranges::sort(all, std::ranges::greater(), &KeptDatabase::since);
    return all;
}

Result<KeptDatabase> findKept(core::TaskContext &context, Connection &session, const QString &named)
{
    const auto all = listKept(context, session);
    if (!all)
        return core::fail(all.error());
    for (const auto &name : {&KeptDatabase::name, &KeptDatabase::of}) { // the newest of a database comes first
        const auto found = std::ranges::find(*all, named, name);
        if (found != all->end())
            return *found;
    }
    return core::fail(ErrorCode::NotFound, u"no restore has put a database %1 aside"_s.arg(named), {named});
}

// Of a database that may be there or not.
Result<std::optional<postgres::Environment>> environmentOf(core::TaskContext &context, Connection &session,
                                                           const QString &database)
{
    const auto rows = session.query(context, u"SELECT 1 FROM pg_database WHERE datname = $1"_s, {database});
    if (!rows)
        return core::fail(rows.error());
    if (rows->isEmpty())
        return std::nullopt;
    const auto inside = Connection::open(context, session.parameters().withDatabase(database));
    if (!inside)
        return core::fail(inside.error().during(u"looking into database %1"_s.arg(database)));
    const auto mark = postgres::readEnvironment(context, **inside);
    return mark ? Result<std::optional<postgres::Environment>>(mark->environment) : core::fail(mark.error());
}

Error mustBeTyped(const QString &database, const QString &what)
{
    return core::fail(ErrorCode::ProductionProtected,
                      u"database %1 is marked as production; confirm its name to %2"_s.arg(
                          database, what == "undo"_L1 ? u"undo its restore"_s : u"delete it"_s),
                      {database, what})
        .error();
}

Result<QString> unusedName(core::TaskContext &context, Connection &session, const QString &wanted)
{
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? wanted : databaseNameWith(wanted, u"_%1"_s.arg(number));
        const auto rows = session.query(context, u"SELECT 1 FROM pg_database WHERE datname = $1"_s, {name});
        if (!rows)
            return core::fail(rows.error());
        if (rows->isEmpty())
            return name;
    }
}

Result<> endSessionsOf(core::TaskContext &context, Connection &session, const QStringList &databases)
{
    const auto ended = session.query(context,
                                     u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                     "WHERE datname = ANY($1) AND pid <> pg_backend_pid()"_s,
                                     {databases});
    return ended ? Result<>() : core::fail(ended.error().during(u"ending the sessions with the databases"_s));
}

Result<> renameTo(core::TaskContext &context, Connection &session, const QString &from, const QString &to)
{
    const auto done =
        session.query(context, u"ALTER DATABASE %1 RENAME TO %2"_s.arg(Identifier(from).sql(), Identifier(to).sql()));
    return done ? Result<>() : core::fail(done.error());
}

// At no moment is there no database of the name, nor two that say they are kept.
Result<> exchange(core::TaskContext &context, Connection &session, const UndoReport &names)
{
    Result<> done;
    for (int attempt = 0; attempt < exchangeAttempts; ++attempt) {
        if (const auto ended = endSessionsOf(context, session, {names.database, names.wasKept}); !ended)
            return ended;
        done = session.transaction(context, QString(), [&]() -> Result<> {
            Result<> step;
            if (!names.keptAs.isEmpty()) {
                step = renameTo(context, session, names.database, names.keptAs);
                if (step)
                    step = markKept(context, session, names.keptAs, names.database);
            }
            if (step)
                step = renameTo(context, session, names.wasKept, names.database);
            return step ? unmarkKept(context, session, names.database) : step;
        });
        if (done || done.error().sqlState != "55006"_L1) // object_in_use: somebody was quicker
            break;
    }
    return done;
}

} // namespace

Result<> markKept(core::TaskContext &context, Connection &session, const QString &name, const QString &of)
{
    const auto comment = commentOf(context, session, name);
    if (!comment)
        return core::fail(comment.error());
    QString marked = keptPrefix + QDateTime::currentDateTimeUtc().toString(Qt::ISODate) + keptBetween + encoded(of);
    if (!comment->isEmpty())
        marked += u'\n' + *comment;
    return setComment(context, session, name, marked);
}

Result<std::unique_ptr<Connection>> connectBeside(core::TaskContext &context, const ConnectionParameters &server,
                                                  const QStringList &others)
{
    Result<std::unique_ptr<Connection>> session =
        core::fail(ErrorCode::DatabaseMissing, u"no database to connect to"_s);
    for (const QString &database : {u"postgres"_s, server.database, u"template1"_s}) {
        if (others.contains(database) || database.isEmpty())
            continue;
        session = Connection::open(context, server.withDatabase(database));
        const bool elsewhere =
            !session && (session.error().code == ErrorCode::DatabaseMissing || isPermissionDenied(session.error()));
        if (!elsewhere)
            break;
    }
    return session;
}

Result<QList<KeptDatabase>> keptDatabases(core::TaskContext &context, const ConnectionParameters &server)
{
    const auto session = connectBeside(context, server, {});
    return session ? listKept(context, **session) : core::fail(session.error());
}

Result<UndoReport> undoRestore(core::TaskContext &context, const UndoRequest &request)
{
    const ConnectionParameters server = request.server.withSetting(u"default_transaction_read_only"_s, u"off"_s);
    auto session = connectBeside(context, server, {request.database});
    if (!session)
        return core::fail(session.error());
    const auto kept = findKept(context, **session, request.database);
    if (!kept)
        return core::fail(kept.error());
    if ((*session)->database() == kept->name || (*session)->database() == kept->of) {
        session = connectBeside(context, server, {kept->name, kept->of});
        if (!session)
            return core::fail(session.error());
    }
    const auto present = environmentOf(context, **session, kept->of);
    const auto former = present ? environmentOf(context, **session, kept->name) : present;
    if (!former)
        return core::fail(former.error());
    const bool production =
        *present == postgres::Environment::Production || *former == postgres::Environment::Production;
    if (production && request.confirmedName != kept->of)
        return core::fail(mustBeTyped(kept->of, u"undo"_s));
    UndoReport report{kept->of, kept->name, {}};
    if (*present) {
        const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd_HHmmss"_s);
        auto aside = unusedName(context, **session, databaseNameWith(kept->of, u"_before_undo_"_s + stamp));
        if (!aside)
            return core::fail(aside.error());
        report.keptAs = *aside;
    }
    if (context.isCancelled())
        return core::TaskContext::cancelled();
    if (const auto done = exchange(context, **session, report); !done)
        return core::fail(done.error().during(u"bringing %1 back"_s.arg(kept->name)));
    return report;
}

Result<> releaseKept(core::TaskContext &context, const ConnectionParameters &server, const QString &kept,
                     const QString &confirmedName)
{
    const auto session =
        connectBeside(context, server.withSetting(u"default_transaction_read_only"_s, u"off"_s), {kept});
    if (!session)
        return core::fail(session.error());
    const auto found = findKept(context, **session, kept);
    if (!found)
        return core::fail(found.error());
    // Only under its own name: that of the live database would be one letter from a disaster.
    if (found->name != kept)
        return core::fail(ErrorCode::NotFound,
                          u"%1 is in use and no kept database; the kept one is named %2"_s.arg(kept, found->name),
                          {kept});
    const auto environment = environmentOf(context, **session, kept);
    if (!environment)
        return core::fail(environment.error());
    if (*environment == postgres::Environment::Production && confirmedName != kept)
        return core::fail(mustBeTyped(kept, u"release"_s));
    // A subscription in it is refused by the server: giving it up is a matter of the other server too.
    const auto dropped = (*session)->query(context, u"DROP DATABASE %1 WITH (FORCE)"_s.arg(Identifier(kept).sql()));
    return dropped ? Result<>() : core::fail(dropped.error().during(u"deleting the kept database %1"_s.arg(kept)));
}

} // namespace civicq::backups

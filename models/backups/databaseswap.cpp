// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/databaseswap.h"

#include "backups/databasefacts.h"
#include "backups/databasesettings.h"
#include "backups/keptdatabases.h"
#include "postgres/identifier.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QThread>

#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::postgres::Connection;
using civicq::postgres::Identifier;
using civicq::postgres::literal;

namespace civicq::backups {

namespace {

constexpr qsizetype longestName = 63; // bytes, NAMEDATALEN - 1
constexpr int renameAttempts = 5;     // each waits up to 5 s in the server for sessions to end
constexpr auto commentOfNew = "CivicQ restore in progress";
constexpr std::chrono::milliseconds dropPatience{20}; // after a cancel

// By name, comment and lock: whoever restores holds one on the name, looked for in every database of the server as
// another's session may be with another one than ours. Between being made and having its comment a database has none.
constexpr auto leftoversSql = R"sql(
SELECT d.datname FROM pg_database d
 WHERE d.datname ~ '^civicq_restore_[0-9a-f]{16}$' AND pg_has_role(d.datdba, 'USAGE')
   AND coalesce(shobj_description(d.oid, 'pg_database'), $1) = $1
   AND NOT EXISTS (SELECT FROM pg_locks l
                    WHERE l.locktype = 'advisory' AND l.objsubid = 1
                      AND (l.classid::int8 << 32) | l.objid::int8 = hashtextextended(d.datname, 0)))sql";

QString databaseSql(const QString &name, const DatabaseLocale &locale)
{
    QString sql = u"CREATE DATABASE "_s + Identifier(name).sql() + u" TEMPLATE template0"_s;
    if (!locale.encoding.isEmpty())
        sql += u" ENCODING "_s + literal(locale.encoding);
    if (!locale.collate.isEmpty())
        sql += u" LC_COLLATE "_s + literal(locale.collate) + u" LC_CTYPE "_s + literal(locale.ctype);
    if (locale.provider == "i"_L1 && !locale.locale.isEmpty())
        sql += u" LOCALE_PROVIDER icu ICU_LOCALE "_s + literal(locale.locale);
    else if (locale.provider == "b"_L1 && !locale.locale.isEmpty())
        sql += u" LOCALE_PROVIDER builtin BUILTIN_LOCALE "_s + literal(locale.locale);
    return sql;
}

bool isLocaleTrouble(const Error &error)
{
    // unknown locale, provider or encoding; a combination of them that does not go; syntax of a newer version
    static const QStringList states{u"42809"_s, u"22023"_s, u"42601"_s, u"0A000"_s, u"42704"_s};
    return states.contains(error.sqlState);
}

// Each stays as it is on the publisher's side: it never was this database's.
Result<> giveUpSubscriptions(core::TaskContext &context, Connection &session)
{
    const auto names = session.query(context, u"SELECT subname FROM pg_subscription s JOIN pg_database d ON d.oid = "
                                              "s.subdbid WHERE d.datname = current_database()"_s);
    if (!names)
        return core::fail(names.error());
    for (int row = 0; row < names->count(); ++row) {
        const QString name = Identifier(names->text(row, 0)).sql();
        for (const QString &sql : {u"ALTER SUBSCRIPTION %1 DISABLE"_s,
                                   u"ALTER SUBSCRIPTION %1 SET (slot_name = NONE)"_s, u"DROP SUBSCRIPTION %1"_s}) {
            if (const auto done = session.query(context, sql.arg(name)); !done)
                return core::fail(done.error());
        }
    }
    return {};
}

} // namespace

QString databaseNameWith(const QString &name, const QString &ending)
{
    QString start = name;
    while (!start.isEmpty() && (start + ending).toUtf8().size() > longestName)
        start.chop(start.back().isLowSurrogate() ? 2 : 1);
    return start + ending;
}

Result<> dropDatabase(core::TaskContext &context, Connection &session, const QString &database)
{
    const QString sql = u"DROP DATABASE IF EXISTS "_s + Identifier(database).sql() + u" WITH (FORCE)"_s;
    auto dropped = session.query(context, sql);
    if (!dropped && dropped.error().sqlState == "55006"_L1) { // a subscription holds it
        const auto inside = Connection::open(context, session.parameters().withDatabase(database));
        const auto given = inside ? giveUpSubscriptions(context, **inside) : core::fail(inside.error());
        if (!given)
            return given;
        dropped = session.query(context, sql);
    }
    return dropped ? Result<>() : core::fail(dropped.error());
}

DatabaseSwap::DatabaseSwap(core::TaskContext &context, postgres::ConnectionParameters server, QString target)
    : m_context(context), m_server(std::move(server)), m_target(std::move(target))
{}

Result<std::unique_ptr<DatabaseSwap>> DatabaseSwap::open(core::TaskContext &context,
                                                         const postgres::ConnectionParameters &server,
                                                         const QString &target)
{
    std::unique_ptr<DatabaseSwap> swap(
        new DatabaseSwap(context, server.withSetting(u"default_transaction_read_only"_s, u"off"_s), target));
    auto session = connectBeside(context, swap->m_server, {target});
    if (!session)
        return core::fail(session.error());
    swap->m_session = std::move(*session);
    return swap;
}

DatabaseSwap::~DatabaseSwap()
{
    if (m_temporary.isEmpty() || !m_session)
        return;
    const QString sql = u"DROP DATABASE IF EXISTS "_s + Identifier(m_temporary).sql() + u" WITH (FORCE)"_s;
    core::SilentTask undo;
    // With a subscription in it the server would refuse; that is given up first, however long it takes.
    const auto subscribes = m_session->query(undo,
                                             u"SELECT 1 FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid "
                                             "WHERE d.datname = $1"_s,
                                             {m_temporary});
    if (m_context.isCancelled() && m_session->isUsable() && (!subscribes || subscribes->isEmpty())) {
        m_session->leaveRunning(sql.toUtf8(), dropPatience);
        return;
    }
    if (dropDatabase(undo, *m_session, m_temporary) || m_session->isUsable())
        return;
    // The line broke: once more on another one; where that fails too, the next restore removes it.
    if (const auto again = Connection::open(undo, m_session->parameters()))
        (void)dropDatabase(undo, **again, m_temporary);
}

Result<std::optional<ExistingDatabase>> DatabaseSwap::existing(core::TaskContext &context)
{
    const auto rows = m_session->query(
        context, u"SELECT pg_get_userbyid(datdba), datallowconn, datistemplate FROM pg_database WHERE datname = $1"_s,
        {m_target});
    if (!rows)
        return core::fail(rows.error().during(u"looking for database %1"_s.arg(m_target)));
    if (rows->isEmpty())
        return std::nullopt;
    ExistingDatabase found;
    found.name = m_target;
    found.owner = rows->text(0, 0);
    auto locale = databaseLocale(context, *m_session, m_target);
    if (!locale)
        return core::fail(locale.error());
    found.locale = std::move(*locale);
    const auto session = Connection::open(context, m_server.withDatabase(m_target));
    if (!session)
        return core::fail(session.error().during(u"looking into database %1"_s.arg(m_target)));
    const auto empty = isEmptyDatabase(context, **session);
    if (!empty)
        return core::fail(empty.error());
    found.empty = *empty;
    const auto mark = postgres::readEnvironment(context, **session);
    if (!mark)
        return core::fail(mark.error());
    found.environment = mark->environment;
    return found;
}

Result<> DatabaseSwap::checkRights(core::TaskContext &context, const std::optional<ExistingDatabase> &existing)
{
    const auto rows =
        m_session->query(context,
                         u"SELECT rolsuper OR rolcreatedb, rolsuper OR coalesce(pg_has_role(oid, $1, 'USAGE'), false) "
                         "FROM pg_roles WHERE rolname = current_user"_s,
                         {existing ? existing->owner : m_session->user()});
    if (!rows)
        return core::fail(rows.error());
    const auto refuse = [](const QString &message) -> Result<> {
        Error error = core::fail(ErrorCode::PermissionDenied, message).error();
        error.sqlState = u"42501"_s;
        return core::fail(std::move(error));
    };
    if (!rows->boolean(0, 0))
        return refuse(u"user %1 may not create databases (CREATEDB), which a restore needs"_s.arg(m_session->user()));
    if (!rows->boolean(0, 1))
        return refuse(u"user %1 may not replace database %2, which belongs to %3"_s.arg(m_session->user(), m_target,
                                                                                        existing->owner));
    return {};
}

void DatabaseSwap::dropLeftovers(core::TaskContext &context)
{
    const auto rows = m_session->query(context, QString::fromLatin1(leftoversSql), {QString::fromLatin1(commentOfNew)});
    for (int row = 0; rows && row < rows->count(); ++row) {
        const QString name = rows->text(row, 0);
        const auto lock = m_session->query(context, u"SELECT pg_try_advisory_lock(hashtextextended($1, 0))"_s, {name});
        if (!lock || !lock->boolean(0, 0))
            continue;
        if (dropDatabase(context, *m_session, name))
            context.message(u"Removed %1, which an interrupted restore had left"_s.arg(name));
        (void)m_session->query(context, u"SELECT pg_advisory_unlock(hashtextextended($1, 0))"_s, {name});
    }
}

Result<QString> DatabaseSwap::lockedName(core::TaskContext &context)
{
    const QString name = u"civicq_restore_%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0'));
    const auto locked = m_session->query(context, u"SELECT pg_advisory_lock(hashtextextended($1, 0))"_s, {name});
    return locked ? Result<QString>(name) : core::fail(locked.error());
}

Result<> DatabaseSwap::create(core::TaskContext &context, const DatabaseLocale &locale)
{
    dropLeftovers(context);
    const auto locked = lockedName(context);
    if (!locked)
        return core::fail(locked.error());
    const QString name = *locked;
    m_temporary = name;
    auto made = m_session->query(context, databaseSql(name, locale));
    if (!made && isLocaleTrouble(made.error())) {
        context.message(
            u"This server cannot sort as the original did (%1); its own locale is used"_s.arg(made.error().message));
        made = m_session->query(context, databaseSql(name, DatabaseLocale{locale.encoding, {}, {}, {}, {}}));
    }
    if (!made && isLocaleTrouble(made.error()))
        made = m_session->query(context, databaseSql(name, DatabaseLocale{u"UTF8"_s, {}, u"C"_s, u"C"_s, {}}));
    if (!made)
        return core::fail(made.error().during(u"creating the new database"_s));
    const auto marked = m_session->query(context, u"COMMENT ON DATABASE "_s + Identifier(name).sql() + u" IS "_s
                                                      + literal(QString::fromLatin1(commentOfNew)));
    return marked ? Result<>() : core::fail(marked.error());
}

postgres::ConnectionParameters DatabaseSwap::parameters() const
{
    return m_server.withDatabase(m_temporary);
}

Result<std::unique_ptr<Connection>> DatabaseSwap::connect(core::TaskContext &context) const
{
    return Connection::open(context, parameters().withSetting(u"synchronous_commit"_s, u"off"_s));
}

Result<> DatabaseSwap::mark(core::TaskContext &context, postgres::Environment environment)
{
    if (environment == postgres::Environment::Unknown)
        return {};
    const auto session = Connection::open(context, m_server.withDatabase(m_temporary));
    if (!session)
        return core::fail(session.error());
    const auto marked = postgres::writeEnvironment(context, **session, environment);
    return marked ? Result<>()
                  : core::fail(marked.error().during(
                        u"marking the new database as %1"_s.arg(postgres::environmentName(environment))));
}

Result<> DatabaseSwap::adopt(core::TaskContext &context, const ExistingDatabase &existing)
{
    if (const auto marked = mark(context, existing.environment); !marked)
        return marked;
    return adoptSettings(context, *m_session, existing.name, m_temporary);
}

Result<> DatabaseSwap::endSessions(core::TaskContext &context, const QString &database)
{
    const auto ended = m_session->query(
        context,
        u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()"_s,
        {database});
    return ended ? Result<>() : core::fail(ended.error().during(u"ending the sessions with %1"_s.arg(database)));
}

Result<QString> DatabaseSwap::freeName(core::TaskContext &context, const QString &wanted)
{
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? wanted : databaseNameWith(wanted, u"_%1"_s.arg(number));
        const auto rows = m_session->query(context, u"SELECT 1 FROM pg_database WHERE datname = $1"_s, {name});
        if (!rows)
            return core::fail(rows.error());
        if (rows->isEmpty())
            return name;
    }
}

Result<bool> DatabaseSwap::isStillEmpty(core::TaskContext &context, const std::optional<ExistingDatabase> &existing)
{
    if (!existing || !existing->empty)
        return false;
    const auto session = Connection::open(context, m_server.withDatabase(m_target));
    return session ? isEmptyDatabase(context, **session) : core::fail(session.error());
}

Result<> DatabaseSwap::rename(core::TaskContext &context, const QString &aside, bool keepAside)
{
    // Names and comments change in one transaction: at no moment is there no database of the target's name, or one that
    // a crash would leave and nobody know.
    return m_session->transaction(context, QString(), [&]() -> Result<> {
        if (const auto done = finishComment(context, *m_session, m_temporary, aside.isEmpty() ? QString() : m_target);
            !done)
            return core::fail(done.error());
        if (!aside.isEmpty()) {
            if (!keepAside) {
                const auto marked =
                    m_session->query(context, u"COMMENT ON DATABASE "_s + Identifier(m_target).sql() + u" IS "_s
                                                  + literal(QString::fromLatin1(commentOfNew)));
                if (!marked)
                    return core::fail(marked.error());
            }
            const auto away = m_session->query(context, u"ALTER DATABASE "_s + Identifier(m_target).sql()
                                                            + u" RENAME TO "_s + Identifier(aside).sql());
            if (!away)
                return core::fail(away.error());
            if (const auto marked = keepAside ? markKept(context, *m_session, aside, m_target) : Result<>(); !marked)
                return marked;
        }
        const auto into = m_session->query(context, u"ALTER DATABASE "_s + Identifier(m_temporary).sql()
                                                        + u" RENAME TO "_s + Identifier(m_target).sql());
        return into ? Result<>() : core::fail(into.error());
    });
}

Result<QString> DatabaseSwap::swap(core::TaskContext &context, const std::optional<ExistingDatabase> &existing)
{
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd_HHmmss"_s);
    const auto empty = isStillEmpty(context, existing);
    if (!empty)
        return core::fail(empty.error());
    QString aside;
    if (existing) {
        // An empty one is not kept: it gets the name and the comment of what a restore leaves.
        const auto name =
            *empty ? lockedName(context) : freeName(context, databaseNameWith(m_target, u"_before_restore_"_s + stamp));
        if (!name)
            return core::fail(name.error());
        aside = *name;
    }
    Result<> renamed;
    for (int attempt = 0; attempt < renameAttempts; ++attempt) {
        if (existing) {
            if (const auto ended = endSessions(context, m_target); !ended)
                return core::fail(ended.error());
        }
        renamed = rename(context, aside, !*empty);
        if (renamed || renamed.error().sqlState != "55006"_L1) // object_in_use: somebody was quicker
            break;
    }
    if (!renamed)
        return core::fail(renamed.error().during(u"putting the restored database in place"_s));
    m_temporary.clear();
    core::SilentTask after; // the new one is in its place: a cancel comes too late
    if (*empty)
        (void)m_session->query(after, u"DROP DATABASE "_s + Identifier(aside).sql() + u" WITH (FORCE)"_s);
    // Of a restore that was killed while its session was busy, and is not any more.
    dropLeftovers(after);
    return *empty ? QString() : aside;
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/practice.h"

#include "backups/backup.h"
#include "backups/backupfolder.h"
#include "postgres/connection.h"
#include "postgres/environment.h"
#include "postgres/identifier.h"

#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::postgres::Connection;
using civicq::postgres::Environment;

namespace civicq::backups {

namespace {

constexpr auto objectInUse = "55006"_L1;
using PracticeSession = std::unique_ptr<Connection>;

// For a sandbox that nothing has been put into yet.
constexpr auto practiceTablesSql = R"sql(
CREATE TABLE residents (id int PRIMARY KEY, name text NOT NULL, district text NOT NULL, registered date NOT NULL);
INSERT INTO residents SELECT g, 'Resident ' || g, 'District ' || 1 + g % 7, date '2024-01-01' + g % 700
  FROM generate_series(1, 240) g;
CREATE TABLE service_requests (id int PRIMARY KEY, resident_id int NOT NULL REFERENCES residents, subject text NOT NULL);
INSERT INTO service_requests SELECT g, 1 + g % 240, 'Request ' || g FROM generate_series(1, 600) g;
ANALYZE)sql";

// The largest table that no other one refers to: its rows can go without taking others along.
constexpr auto practiceTableSql = R"sql(
SELECT n.nspname, c.relname
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'r' AND NOT c.relispartition AND c.reltuples > 0 AND c.relname <> 'alembic_version'
   AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'civicq_admin') AND n.nspname NOT LIKE 'pg\_%'
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
   AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.confrelid = c.oid AND k.contype = 'f' AND k.conrelid <> c.oid)
 ORDER BY c.reltuples DESC, 1, 2 LIMIT 1)sql";

core::Error notPractice(const QString &database)
{
    return core::fail(ErrorCode::InvalidArgument,
                      u"%1 is not the practice database; nothing was changed"_s.arg(database), {database})
        .error();
}

// A session with the practice database, and with no other one whatever the parameters say.
Result<PracticeSession> practiceSession(core::TaskContext &context, const postgres::ConnectionParameters &parameters)
{
    auto session = Connection::open(context, parameters);
    if (!session)
        return session;
    const auto mark = postgres::readEnvironment(context, **session);
    if (!mark)
        return core::fail(mark.error());
    if ((*session)->database() != practiceName || mark->environment != Environment::Sandbox)
        return core::fail(notPractice((*session)->database()));
    return session;
}

Result<PracticeSession> sandboxSession(core::TaskContext &context, const postgres::ConnectionParameters &parameters)
{
    auto session = Connection::open(context, parameters);
    if (!session)
        return session;
    const auto mark = postgres::readEnvironment(context, **session);
    if (!mark)
        return core::fail(mark.error());
    if (mark->environment != Environment::Sandbox)
        return core::fail(ErrorCode::InvalidArgument,
                          u"%1 is not a sandbox; a restore is practised nowhere else"_s.arg((*session)->database()),
                          {(*session)->database()});
    return session;
}

constexpr auto practiceDatabasesSql = R"sql(
SELECT datname, datconnlimit = -2,
       EXISTS (SELECT FROM pg_db_role_setting s, unnest(s.setconfig) c
                WHERE s.setdatabase = d.oid AND s.setrole = 0 AND c = 'civicq.environment=sandbox')
  FROM pg_database d
 WHERE datallowconn AND (datname = $1 OR starts_with(datname, $1 || '_before_restore_'))
   AND ($2 = '' OR NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid))
 ORDER BY 1)sql";

// Whether it says of itself that it is a sandbox. One that cannot be looked into is nobody's of ours.
bool saysSandbox(core::TaskContext &context, const postgres::ConnectionParameters &database)
{
    const auto session = Connection::open(context, database);
    const auto mark = session ? postgres::readEnvironment(context, **session) : core::fail(session.error());
    return mark && mark->environment == Environment::Sandbox;
}

// The practice database and those that a restore has put aside for it; not one of somebody else's that is called so.
Result<QStringList> practiceDatabases(core::TaskContext &context, Connection &server,
                                      const postgres::ConnectionParameters &parameters, bool unused)
{
    const auto found = server.query(context, QString::fromLatin1(practiceDatabasesSql),
                                    {QString(practiceName), unused ? u"unused"_s : QString()});
    if (!found)
        return core::fail(found.error());
    QStringList own;
    for (int row = 0; row < found->count(); ++row) {
        const QString name = found->text(row, 0);
        // A deletion that was broken off: nobody gets into it any more, and its mark is read from outside.
        const bool half = found->boolean(row, 1);
        if (half ? found->boolean(row, 2) : saysSandbox(context, parameters.withDatabase(name)))
            own.append(name);
    }
    if (context.isCancelled())
        return core::TaskContext::cancelled();
    return own;
}

Result<> dropAll(core::TaskContext &context, Connection &server, const postgres::ConnectionParameters &parameters)
{
    const auto own = practiceDatabases(context, server, parameters, false);
    if (!own)
        return core::fail(own.error());
    for (const QString &name : *own) {
        const auto dropped =
            server.query(context, u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(postgres::Identifier(name).sql()));
        if (!dropped)
            return core::fail(dropped.error().during(u"removing the practice database"_s));
    }
    return {};
}

// What the sandbox holds, by a backup and a restore as everybody's are.
Result<> copySandbox(core::TaskContext &context, const Toolbox &toolbox, const postgres::ConnectionParameters &sandbox,
                     const QString &scratchFolder)
{
    const QTemporaryDir folder(scratchFolder + u"/practice-XXXXXX"_s);
    if (!folder.isValid())
        return core::fail(ErrorCode::Io, folder.errorString(), {scratchFolder});
    BackupRequest out;
    out.parameters = sandbox;
    out.folder = folder.path();
    out.format = BackupFormat::Archive;
    out.level = 1;
    const auto taken = backup(context, toolbox, out, nullptr);
    if (!taken)
        return core::fail(taken.error());
    RestoreRequest in;
    in.server = sandbox;
    in.source = taken->path;
    in.database = practiceName;
    in.environment = Environment::Sandbox; // so that it is known for what it is, whenever the program ends
    const auto back = restore(context, toolbox, in);
    return back ? Result<>() : core::fail(back.error());
}

Result<TableName> tableToLose(core::TaskContext &context, Connection &session)
{
    for (const bool again : {true, false}) {
        const auto found = session.query(context, QString::fromLatin1(practiceTableSql));
        if (!found)
            return core::fail(found.error());
        if (!found->isEmpty())
            return TableName{found->text(0, 0), found->text(0, 1)};
        if (!again)
            break;
        if (const auto made = session.script(context, practiceTablesSql); !made)
            return core::fail(made.error());
    }
    return core::fail(ErrorCode::NotFound, u"there is no table to practise with"_s);
}

Result<qint64> countRows(core::TaskContext &context, Connection &session, const TableName &table)
{
    const auto rows =
        session.query(context, u"SELECT count(*) FROM "_s + postgres::Identifier(table.schema, table.name).sql());
    return rows ? Result<qint64>(rows->integer(0, 0)) : core::fail(rows.error());
}

} // namespace

Result<Practice> preparePractice(core::TaskContext &context, const Toolbox &toolbox,
                                 const postgres::ConnectionParameters &sandbox, const QString &scratchFolder)
{
    const auto server = sandboxSession(context, sandbox);
    if (!server)
        return core::fail(server.error());
    if (const auto gone = dropAll(context, **server, sandbox); !gone)
        return core::fail(gone.error());
    const auto taken =
        (*server)->query(context, u"SELECT FROM pg_database WHERE datname = $1"_s, {QString(practiceName)});
    if (!taken || !taken->isEmpty())
        return core::fail(taken ? notPractice(practiceName) : taken.error());
    if (const auto copied = copySandbox(context, toolbox, sandbox, scratchFolder); !copied)
        return core::fail(copied.error());
    Practice practice;
    practice.parameters = sandbox.withDatabase(practiceName);
    auto session = Connection::open(context, practice.parameters);
    if (!session)
        return core::fail(session.error());
    auto table = tableToLose(context, **session);
    if (!table)
        return core::fail(table.error());
    practice.table = std::move(*table);
    const auto rows = countRows(context, **session, practice.table);
    if (!rows)
        return core::fail(rows.error());
    practice.rows = *rows;
    return practice;
}

Result<qint64> deletePracticeRows(core::TaskContext &context, const Practice &practice)
{
    const auto session = practiceSession(context, practice.parameters);
    if (!session)
        return core::fail(session.error());
    const auto gone =
        (*session)->query(context, u"WITH gone AS (DELETE FROM %1 RETURNING 1) SELECT count(*) FROM gone"_s.arg(
                                       postgres::Identifier(practice.table.schema, practice.table.name).sql()));
    return gone ? Result<qint64>(gone->integer(0, 0)) : core::fail(gone.error());
}

Result<qint64> countPracticeRows(core::TaskContext &context, const Practice &practice)
{
    const auto session = practiceSession(context, practice.parameters);
    return session ? countRows(context, **session, practice.table) : core::fail(session.error());
}

Result<int> clearLeftPractice(core::TaskContext &context, const postgres::ConnectionParameters &sandbox)
{
    const auto server = sandboxSession(context, sandbox);
    const auto own =
        server ? practiceDatabases(context, **server, sandbox, true) : Result<QStringList>(core::fail(server.error()));
    if (!own)
        return core::fail(own.error());
    int cleared = 0;
    for (const QString &name : *own) {
        // Without force: one that somebody has connected to meanwhile stays.
        const auto dropped =
            (*server)->query(context, u"DROP DATABASE IF EXISTS "_s + postgres::Identifier(name).sql());
        if (!dropped && dropped.error().sqlState != objectInUse)
            return core::fail(dropped.error().during(u"removing a practice database that was left"_s));
        cleared += dropped ? 1 : 0;
    }
    return cleared;
}

Result<> endPractice(core::TaskContext &context, const postgres::ConnectionParameters &sandbox,
                     const QStringList &backups, const QString &dataFolder)
{
    BackupCatalogue catalogue(dataFolder);
    for (const QString &path : backups) {
        const auto header = BackupHeader::ofFile(path);
        if (header && header->database == practiceName)
            (void)removeBackup(path, catalogue); // one that stays is a file more, and no harm
    }
    const auto server = sandboxSession(context, sandbox);
    return server ? dropAll(context, **server, sandbox) : core::fail(server.error());
}

} // namespace civicq::backups

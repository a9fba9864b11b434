// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/piecemeal.h"

#include "postgres/identifier.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <pg_query.h>

#include <optional>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Result;

namespace {

constexpr auto createTable = R"(DO $$
BEGIN
    IF to_regclass('civicq_admin.migration_progress') IS NULL THEN
        CREATE SCHEMA IF NOT EXISTS civicq_admin;
        CREATE TABLE civicq_admin.migration_progress (
            revision varchar(32) NOT NULL,
            direction text NOT NULL,
            statement integer NOT NULL,
            checksum text NOT NULL,
            done boolean NOT NULL,
            PRIMARY KEY (revision, direction, statement)
        );
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'How far this revision comes is not remembered: this role may not create a table for it.';
END
$$)";

constexpr auto mayWrite = R"(
    SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                   WHERE n.nspname = 'civicq_admin' AND c.relname = 'migration_progress'
                     AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'INSERT, UPDATE')))";

constexpr auto readRows = R"(
    SELECT statement, checksum, done FROM civicq_admin.migration_progress
    WHERE revision = $1 AND direction = $2 ORDER BY statement)";

constexpr auto writeRow = R"(
    INSERT INTO civicq_admin.migration_progress (revision, direction, statement, checksum, done)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (revision, direction, statement) DO UPDATE SET checksum = excluded.checksum, done = excluded.done)";

constexpr auto indexState = R"(
    SELECT i.indisvalid, x.oid::regclass::text
    FROM pg_class t JOIN pg_class x ON x.relnamespace = t.relnamespace AND x.relname = $2
    JOIN pg_index i ON i.indexrelid = x.oid
    WHERE t.oid = to_regclass($1))";

QString checksumOf(const Statement &statement)
{
    return QString::fromLatin1(QCryptographicHash::hash(statement.text, QCryptographicHash::Sha256).toHex());
}

// The server refuses these in a transaction.
bool standsAlone(const Statement &statement)
{
    static const QStringList kinds{u"VacuumStmt"_s,           u"ReindexStmt"_s,        u"CreatedbStmt"_s,
                                   u"DropdbStmt"_s,           u"AlterSystemStmt"_s,    u"CreateTableSpaceStmt"_s,
                                   u"ClusterStmt"_s,          u"DropTableSpaceStmt"_s, u"CreateSubscriptionStmt"_s,
                                   u"DropSubscriptionStmt"_s, u"AlterDatabaseStmt"_s};
    return statement.concurrent || kinds.contains(statement.kind);
}

QString qualified(const QString &schema, const QString &name)
{
    return schema.isEmpty() ? postgres::Identifier(name).sql() : postgres::Identifier(schema, name).sql();
}

struct ConcurrentIndex
{
    QString table; // of a CREATE, quoted
    QString name;  // bare for a CREATE, quoted and qualified for a DROP
    bool creates = false;
};

std::optional<ConcurrentIndex> concurrentIndex(const Statement &statement)
{
    const PgQueryParseResult parsed = pg_query_parse(statement.text.constData());
    const QJsonObject document = QJsonDocument::fromJson(parsed.parse_tree).object();
    pg_query_free_parse_result(parsed);
    const QJsonObject root = document["stmts"_L1].toArray().at(0).toObject()["stmt"_L1].toObject();
    if (const QJsonObject index = root["IndexStmt"_L1].toObject(); !index["idxname"_L1].toString().isEmpty()) {
        const QJsonObject table = index["relation"_L1].toObject();
        return ConcurrentIndex{qualified(table["schemaname"_L1].toString(), table["relname"_L1].toString()),
                               index["idxname"_L1].toString(), true};
    }
    const QJsonArray objects = root["DropStmt"_L1].toObject()["objects"_L1].toArray();
    if (objects.size() != 1) // CONCURRENTLY drops one index at a time
        return std::nullopt;
    QStringList parts;
    for (const QJsonValue &part : objects.at(0).toObject()["List"_L1].toObject()["items"_L1].toArray())
        parts.append(part.toObject()["String"_L1].toObject()["sval"_L1].toString());
    return ConcurrentIndex{
        {}, qualified(parts.size() > 1 ? parts.at(parts.size() - 2) : QString(), parts.value(parts.size() - 1)), false};
}

} // namespace

PiecemealProgress::PiecemealProgress(postgres::Connection &connection, core::TaskContext &context,
                                     const Revision &revision, Direction direction)
    : m_connection(connection), m_context(context), m_revision(revision.id),
      m_direction(direction == Direction::Up ? u"up"_s : u"down"_s)
{}

Result<> PiecemealProgress::execute(const QString &sql, const QVariantList &values)
{
    const auto done = m_connection.query(m_context, sql, values);
    return done ? Result<>() : core::fail(done.error().during(u"remembering how far the revision has come"_s));
}

Result<int> PiecemealProgress::begin(const QList<Statement> &statements)
{
    if (auto created = execute(QString::fromLatin1(createTable)); !created)
        return core::fail(created.error());
    const auto allowed = m_connection.query(m_context, QString::fromLatin1(mayWrite));
    if (!allowed)
        return core::fail(allowed.error());
    m_remembers = allowed->boolean(0, 0);
    if (!m_remembers)
        return 0;
    const auto rows = m_connection.query(m_context, QString::fromLatin1(readRows), {m_revision, m_direction});
    if (!rows)
        return core::fail(rows.error());
    int number = 0;
    for (; number < rows->count() && number < statements.size(); ++number) {
        const Statement &statement = statements.at(number);
        if (rows->integer(number, 0) != number || rows->text(number, 1) != checksumOf(statement))
            break;
        if (rows->boolean(number, 2))
            continue;
        const auto finished = isFinished(statement);
        if (!finished)
            return core::fail(finished.error());
        if (!*finished)
            break;
    }
    if (number > 0)
        m_context.message(u"%1: %2 of its %3 statements were carried out by an earlier run."_s.arg(m_revision)
                              .arg(number)
                              .arg(statements.size()));
    return number;
}

// A statement that was begun and not reported done: the database itself says how it ended.
Result<bool> PiecemealProgress::isFinished(const Statement &statement)
{
    const auto index = concurrentIndex(statement);
    if (!index)
        return false; // VACUUM and its kin may run twice
    if (!index->creates) {
        const auto gone = m_connection.query(m_context, u"SELECT to_regclass($1) IS NULL"_s, {index->name});
        return gone ? Result<bool>(gone->boolean(0, 0)) : core::fail(gone.error());
    }
    const auto state = m_connection.query(m_context, QString::fromLatin1(indexState), {index->table, index->name});
    if (!state)
        return core::fail(state.error());
    if (state->isEmpty())
        return false;
    if (state->boolean(0, 0))
        return true;
    m_context.message(u"The index %1 was left invalid by an earlier run and is made anew."_s.arg(state->text(0, 1)));
    const auto dropped = execute(u"DROP INDEX CONCURRENTLY %1"_s.arg(state->text(0, 1)));
    return dropped ? Result<bool>(false) : core::fail(dropped.error());
}

Result<> PiecemealProgress::remember(int number, const Statement &statement, bool done)
{
    if (!m_remembers)
        return {};
    return execute(QString::fromLatin1(writeRow), {m_revision, m_direction, number, checksumOf(statement), done});
}

Result<> PiecemealProgress::carryOut(int number, const Statement &statement, const std::function<Result<>()> &limit,
                                     const std::function<Result<>()> &work)
{
    if (standsAlone(statement)) {
        if (auto begun = remember(number, statement, false); !begun)
            return begun;
        if (auto limited = limit(); !limited)
            return limited;
        if (auto worked = work(); !worked)
            return worked;
        return remember(number, statement, true);
    }
    return m_connection.transaction(m_context, {}, [&]() -> Result<> {
        if (auto limited = limit(); !limited)
            return limited;
        if (auto worked = work(); !worked)
            return worked;
        return remember(number, statement, true);
    });
}

Result<> PiecemealProgress::forget()
{
    return m_remembers ? execute(u"DROP TABLE civicq_admin.migration_progress"_s) : Result<>();
}

} // namespace civicq::migrations

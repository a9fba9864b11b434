// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/snapshots.h"

#include "postgres/identifier.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUuid>

#include <chrono>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::TaskContext;
using civicq::postgres::Connection;
using civicq::postgres::Identifier;

namespace civicq::sandbox {

namespace {

// How names of ours on the server begin; a copy bears an unfinished name until it is whole.
constexpr auto prefix = "civicq_snapshot_"_L1;
constexpr auto unfinishedPrefix = "civicq_unfinished_"_L1;
constexpr auto replacedPrefix = "civicq_replaced_"_L1;

QString uniqueName(QLatin1StringView start)
{
    return start + QUuid::createUuid().toString(QUuid::Id128).first(12);
}

Identifier database()
{
    return Identifier(QString::fromLatin1(Sandbox::databaseName));
}

// Names of any length and any letters onto the 63 bytes the server allows.
QString databaseFor(const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    return prefix + QString::fromLatin1(hash.toHex().first(24));
}

Result<> execute(TaskContext &context, Connection &connection, const QString &sql)
{
    const auto done = connection.query(context, sql);
    if (!done)
        return core::fail(done.error());
    return {};
}

Result<> drop(TaskContext &context, Connection &connection, const QString &name)
{
    return execute(context, connection, u"DROP DATABASE IF EXISTS "_s + Identifier(name).sql() + u" WITH (FORCE)"_s);
}

// Dropping ends with a checkpoint, which may take seconds on a busy disk, and nobody needs to sit through: the server goes
// on with it when we have left. Should it not get to the end, ensureDatabase() asks again next time.
void dropUnattended(TaskContext &context, const Connection &connection, const QStringList &names)
{
    for (const QString &name : names) {
        const auto session = Connection::open(context, connection.parameters());
        if (!session)
            return;
        (*session)->setAnswerTimeout(std::chrono::milliseconds(20));
        (void)drop(context, **session, name);
    }
}

Result<> allowConnections(TaskContext &context, Connection &connection, bool allow)
{
    return execute(context, connection,
                   u"ALTER DATABASE "_s + database().sql() + u" ALLOW_CONNECTIONS "_s
                       + (allow ? u"true"_s : u"false"_s));
}

// Nobody in civicq while `body` runs, and nobody able to come in.
Result<> withoutConnections(TaskContext &context, Connection &connection, const std::function<Result<>()> &body)
{
    if (const auto closed = allowConnections(context, connection, false); !closed)
        return closed;
    // Waits until each is gone; those that do not go in 5 s make the copy fail with the server's own words.
    Result<> done = execute(context, connection,
                            u"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = "_s
                                + postgres::literal(QString::fromLatin1(Sandbox::databaseName)));
    if (done)
        done = body();
    core::SilentTask unhurried; // also after a cancel: the database must not stay closed
    const auto opened = allowConnections(unhurried, connection, true);
    return done ? opened : done;
}

// WAL_LOG copies through shared buffers; FILE_COPY would force two checkpoints, which on a small database take longer
// than the copy. For large ones it is the other way round.
Result<> copy(TaskContext &context, Connection &connection, const QString &from, const QString &to)
{
    const auto size = connection.query(context, u"SELECT pg_database_size($1)"_s, {from});
    if (!size)
        return core::fail(size.error());
    constexpr qint64 largest = 256LL * 1024 * 1024;
    const bool small = size->integer(0, 0) <= largest;
    // Until version 15 there was only the copy of files.
    const QString strategy = connection.serverMajor() < 15 ? QString()
                             : small                       ? u" STRATEGY wal_log"_s
                                                           : u" STRATEGY file_copy"_s;
    return execute(context, connection,
                   u"CREATE DATABASE "_s + Identifier(to).sql() + u" TEMPLATE "_s + Identifier(from).sql() + strategy);
}

std::optional<Snapshot> fromComment(const QString &comment)
{
    const QJsonObject document = QJsonDocument::fromJson(comment.toUtf8()).object();
    Snapshot snapshot;
    snapshot.name = document.value("snapshot"_L1).toString();
    snapshot.takenAt = QDateTime::fromString(document.value("taken"_L1).toString(), Qt::ISODateWithMs);
    if (snapshot.name.isEmpty())
        return std::nullopt;
    return snapshot;
}

Result<Snapshot> find(TaskContext &context, Connection &connection, const QString &name)
{
    const auto all = listSnapshots(context, connection);
    if (!all)
        return core::fail(all.error());
    for (const Snapshot &snapshot : *all) {
        if (snapshot.name == name)
            return snapshot;
    }
    auto missing = core::fail(ErrorCode::NotFound, u"there is no snapshot named \"%1\""_s.arg(name), {name});
    missing.error().hint = all->isEmpty() ? u"none has been taken yet"_s : u"list them to see what they are called"_s;
    return missing;
}

} // namespace

Result<> ensureDatabase(TaskContext &context, Connection &connection)
{
    const auto left = connection.query(
        context, u"SELECT datname FROM pg_database WHERE starts_with(datname, $1) OR starts_with(datname, $2)"_s,
        {QString(unfinishedPrefix), QString(replacedPrefix)});
    if (!left)
        return core::fail(left.error());
    QStringList names;
    for (int row = 0; row < left->count(); ++row)
        names.append(left->text(row, 0));
    dropUnattended(context, connection, names);
    const auto there = connection.query(context, u"SELECT datallowconn FROM pg_database WHERE datname = $1"_s,
                                        {QString::fromLatin1(Sandbox::databaseName)});
    if (!there)
        return core::fail(there.error());
    if (there->isEmpty())
        return execute(context, connection, u"CREATE DATABASE "_s + database().sql());
    if (!there->boolean(0, 0)) // a program died while it copied
        return allowConnections(context, connection, true);
    return {};
}

Result<Snapshot> takeSnapshot(TaskContext &context, Connection &connection, const QString &name, bool replace)
{
    if (name.trimmed().isEmpty())
        return core::fail(ErrorCode::InvalidArgument, u"a snapshot needs a name"_s);
    const auto before = find(context, connection, name);
    if (!before && before.error().code != ErrorCode::NotFound)
        return core::fail(before.error());
    if (before && !replace)
        return core::fail(ErrorCode::AlreadyExists, u"there is a snapshot named \"%1\" already"_s.arg(name), {name});
    const QString unfinished = uniqueName(unfinishedPrefix);
    const auto copied = withoutConnections(context, connection, [&] {
        return copy(context, connection, QString::fromLatin1(Sandbox::databaseName), unfinished);
    });
    if (!copied)
        return core::fail(copied.error());
    const QString target = databaseFor(name);
    const QJsonObject about{{u"snapshot"_s, name},
                            {u"taken"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    const QString comment = QString::fromUtf8(QJsonDocument(about).toJson(QJsonDocument::Compact));
    if (before) {
        if (const auto dropped = drop(context, connection, target); !dropped)
            return core::fail(dropped.error());
    }
    const auto named = connection.transaction(context, {}, [&]() -> Result<> {
        for (const QString &sql :
             {u"COMMENT ON DATABASE "_s + Identifier(unfinished).sql() + u" IS "_s + postgres::literal(comment),
              u"ALTER DATABASE "_s + Identifier(unfinished).sql() + u" ALLOW_CONNECTIONS false"_s,
              u"ALTER DATABASE "_s + Identifier(unfinished).sql() + u" RENAME TO "_s + Identifier(target).sql()}) {
            if (const auto done = execute(context, connection, sql); !done)
                return done;
        }
        return {};
    });
    if (!named)
        return core::fail(named.error());
    return find(context, connection, name);
}

Result<> returnToSnapshot(TaskContext &context, Connection &connection, const QString &name)
{
    if (const auto there = find(context, connection, name); !there)
        return core::fail(there.error());
    const QString unfinished = uniqueName(unfinishedPrefix);
    const QString replaced = uniqueName(replacedPrefix);
    if (const auto copied = copy(context, connection, databaseFor(name), unfinished); !copied)
        return copied;
    const auto swapped = withoutConnections(context, connection, [&] {
        // Renaming is transactional: there is a database civicq at every moment, the one or the other.
        return connection.transaction(context, {}, [&]() -> Result<> {
            for (const QString &sql :
                 {u"ALTER DATABASE "_s + database().sql() + u" RENAME TO "_s + Identifier(replaced).sql(),
                  u"ALTER DATABASE "_s + Identifier(unfinished).sql() + u" RENAME TO "_s + database().sql()}) {
                if (const auto done = execute(context, connection, sql); !done)
                    return done;
            }
            return {};
        });
    });
    if (!swapped)
        return swapped;
    dropUnattended(context, connection, {replaced});
    return {};
}

Result<QList<Snapshot>> listSnapshots(TaskContext &context, Connection &connection)
{
    const auto rows =
        connection.query(context,
                         u"SELECT shobj_description(oid, 'pg_database'), pg_database_size(oid) FROM pg_database "
                         "WHERE starts_with(datname, $1)"_s,
                         {QString(prefix)});
    if (!rows)
        return core::fail(rows.error());
    QList<Snapshot> all;
    for (int row = 0; row < rows->count(); ++row) {
        if (auto snapshot = fromComment(rows->text(row, 0))) {
            snapshot->bytes = rows->integer(row, 1);
            all.append(*snapshot);
        }
    }
    std::ranges::sort(all, std::ranges::greater(), &Snapshot::takenAt);
    return all;
}

Result<> deleteSnapshot(TaskContext &context, Connection &connection, const QString &name)
{
    if (const auto there = find(context, connection, name); !there)
        return core::fail(there.error());
    return drop(context, connection, databaseFor(name));
}

} // namespace civicq::sandbox

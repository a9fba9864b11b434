// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationlock.h"

#include "postgres/connection.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QThread>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Result;
using std::chrono::milliseconds;

namespace {

constexpr qint64 lockKey = 0x43697669634D6967; // "CivicMig"
constexpr milliseconds tryAgainAfter{200};
constexpr milliseconds slice{50};

constexpr auto lockHolder = R"(
    SELECT a.pid, a.usename, coalesce(nullif(a.application_name, ''), 'an unnamed program'),
           to_char(a.backend_start, 'YYYY-MM-DD HH24:MI')
    FROM pg_locks l JOIN pg_stat_activity a USING (pid)
    WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.classid = ($1::bigint >> 32)::int::oid AND l.objid = ($1::bigint & 4294967295)::oid)";

constexpr auto openTransactions = R"(
    SELECT a.pid, a.usename, coalesce(nullif(a.application_name, ''), 'an unnamed program'),
           date_trunc('second', clock_timestamp() - a.xact_start)::text
    FROM pg_stat_activity a
    WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
      AND a.xact_start < clock_timestamp() - make_interval(secs => $1)
      AND EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'relation' AND l.granted
                                           AND l.relation >= 16384)
    ORDER BY a.xact_start LIMIT 3)";

std::unexpected<core::Error> heldByAnother(postgres::Connection &connection, core::TaskContext &context)
{
    core::Error error;
    error.code = core::ErrorCode::Busy;
    error.message = u"Another migration is running in this database."_s;
    error.hint = u"Wait until it is done, then try again."_s;
    const auto holder = connection.query(context, QString::fromLatin1(lockHolder), {lockKey});
    if (holder && !holder->isEmpty())
        error.detail = u"Process %1, role %2, %3, connected since %4."_s.arg(holder->text(0, 0), holder->text(0, 1),
                                                                             holder->text(0, 2), holder->text(0, 3));
    return core::fail(std::move(error));
}

} // namespace

Result<MigrationLock> MigrationLock::take(postgres::Connection &connection, core::TaskContext &context,
                                          milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        const auto taken = connection.query(context, u"SELECT pg_try_advisory_lock($1)"_s, {lockKey});
        if (!taken)
            return core::fail(taken.error().during(u"taking the migration lock"_s));
        if (taken->boolean(0, 0))
            return MigrationLock(connection);
        if (deadline.hasExpired())
            return heldByAnother(connection, context);
        if (const auto waited = pause(context, tryAgainAfter); !waited)
            return core::fail(waited.error());
    }
}

MigrationLock::MigrationLock(MigrationLock &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr))
{}

MigrationLock::~MigrationLock()
{
    if (!m_connection || !m_connection->isUsable())
        return;
    core::SilentTask unlocking; // a cancelled task must still let go
    std::ignore = m_connection->query(unlocking, u"SELECT pg_advisory_unlock($1)"_s, {lockKey});
}

Result<> pause(core::TaskContext &context, milliseconds duration)
{
    const QDeadlineTimer deadline(duration);
    while (!deadline.hasExpired()) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        QThread::sleep(std::min<std::chrono::nanoseconds>(slice, deadline.remainingTimeAsDuration()));
    }
    return {};
}

QStringList sessionsInTheWay(postgres::Connection &connection, core::TaskContext &context, std::chrono::seconds age)
{
    QStringList lines;
    const auto rows =
        connection.query(context, QString::fromLatin1(openTransactions), {static_cast<double>(age.count())});
    if (!rows)
        return lines;
    for (int row = 0; row < rows->count(); ++row)
        lines.append(u"process %1, role %2, %3, in its transaction for %4"_s.arg(
            rows->text(row, 0), rows->text(row, 1), rows->text(row, 2), rows->text(row, 3)));
    return lines;
}

} // namespace civicq::migrations

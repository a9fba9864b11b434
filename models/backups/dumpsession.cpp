// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/dumpsession.h"

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::backups {

namespace {

using namespace std::chrono_literals;

// A worker that meets somebody's waiting ALTER TABLE must not wait behind it: that one waits for us.
constexpr auto workerPatience = 1s;

} // namespace

Result<> beginReading(core::TaskContext &context, postgres::Connection &session)
{
    QByteArray sql = "SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3;"
                     "SET synchronize_seqscans = off; SET statement_timeout = 0; SET lock_timeout = 0;"
                     "SET idle_in_transaction_session_timeout = 0; SET row_security = off; SET search_path = '';"
                     "SET bytea_output = 'hex'; SET xmloption = 'content'; SET jit = off;"
                     "SET max_parallel_workers_per_gather = 0;";
    if (session.serverMajor() >= 17)
        sql += "SET transaction_timeout = 0;";
    // libpq's buffer grows with the longest message and stays so: rows then come with a thirtieth of the system calls.
    sql += "SELECT pg_catalog.repeat(' ', 262144);";
    if (const auto set = session.script(context, sql); !set)
        return core::fail(set.error().during(u"setting up a session for the backup"_s));
    if (const auto begun = session.script(context, "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"); !begun)
        return core::fail(begun.error().during(u"beginning to read"_s));
    return {};
}

Result<QString> beginSnapshot(core::TaskContext &context, postgres::Connection &session)
{
    if (const auto begun = beginReading(context, session); !begun)
        return core::fail(begun.error());
    const auto exported = session.query(context, u"SELECT pg_catalog.pg_export_snapshot()"_s);
    if (!exported)
        return core::fail(exported.error().during(u"exporting a snapshot"_s));
    return exported->text(0, 0);
}

Result<> joinSnapshot(core::TaskContext &context, postgres::Connection &session, const QString &snapshot)
{
    if (session.inTransaction()) {
        if (const auto undone = session.script(context, "ROLLBACK"); !undone)
            return undone;
    }
    if (const auto begun = beginReading(context, session); !begun)
        return begun;
    // The name is the server's own: hexadecimal digits and dashes.
    const QByteArray join = "SET TRANSACTION SNAPSHOT '" + snapshot.toLatin1() + '\'';
    if (const auto joined = session.script(context, join); !joined)
        return core::fail(joined.error().during(u"sharing the snapshot"_s));
    return setLockTimeout(context, session, workerPatience);
}

Result<> setLockTimeout(core::TaskContext &context, postgres::Connection &session, std::chrono::milliseconds timeout)
{
    return session.script(context, "SET lock_timeout = " + QByteArray::number(qint64(timeout.count())));
}

} // namespace civicq::backups

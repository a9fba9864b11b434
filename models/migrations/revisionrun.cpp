// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/revisionrun.h"

#include "migrations/migrationlock.h"
#include "migrations/piecemeal.h"
#include "migrations/versionsql.h"

#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Error;
using core::Result;

namespace {

bool isWorthAnotherTry(const Error &error)
{
    return error.sqlState == "55P03"_L1     // lock_not_available: lock_timeout has run out
           || error.sqlState == "40P01"_L1; // deadlock_detected
}

// What the server advises first, then what it means for the database.
Error withHint(Error error, const QString &hint)
{
    error.hint += error.hint.isEmpty() ? hint : u' ' + hint;
    return error;
}

QString firstLine(const QByteArray &statement)
{
    constexpr qsizetype most = 60;
    const QString line = QString::fromUtf8(statement).section(u'\n', 0, 0).trimmed();
    return line.size() > most ? line.left(most) + u"…"_s : line;
}

} // namespace

RevisionRun::RevisionRun(postgres::Connection &connection, core::TaskContext &context, const RevisionGraph &graph,
                         const DatabaseState &state, const RunOptions &options, Direction direction,
                         qsizetype statements)
    : m_connection(connection), m_context(context), m_graph(graph), m_options(options), m_direction(direction),
      m_versionTable(state.versionTable), m_hasVersionTable(state.hasVersionTable), m_total(statements)
{
    m_connection.setNoticeHandler([&context](const postgres::Notice &notice) {
        context.message(u"%1: %2"_s.arg(notice.severity, notice.message));
    });
}

RevisionRun::~RevisionRun()
{
    m_connection.setNoticeHandler({});
}

Result<> RevisionRun::carryOut(const PlannedRevision &step)
{
    const Revision &revision = m_graph.at(step.index);
    return revision.transactional ? carryOutWhole(step) : carryOutPiecemeal(step);
}

Result<> RevisionRun::carryOutWhole(const PlannedRevision &step)
{
    const Revision &revision = m_graph.at(step.index);
    const qint64 doneBefore = m_done;
    const bool hadVersionTable = m_hasVersionTable;
    const auto body = [&]() -> Result<> {
        QElapsedTimer clock;
        clock.start();
        if (auto limited = limitLockWait(true, true); !limited)
            return limited;
        if (auto expected = expectVersions(step.versionsBefore); !expected)
            return expected;
        for (const Statement &statement : step.statements) {
            if (auto ran = runStatement(revision, statement); !ran)
                return ran;
        }
        return enter(step.versionsBefore, step.versionsAfter, m_direction == Direction::Up ? u"up"_s : u"down"_s,
                     {{revision.id, {}, static_cast<double>(clock.elapsed()) / 1000.0}});
    };
    const auto done = withRetries(revision.id, [&]() -> Result<> {
        m_done = doneBefore;
        m_hasVersionTable = hadVersionTable;
        return m_connection.transaction(m_context, {}, body);
    });
    if (done || done.error().code == core::ErrorCode::Cancelled || !m_connection.isUsable())
        return done;
    return core::fail(
        withHint(done.error(), u"Nothing of this revision was kept: the database stands at %1."_s.arg(
                                   step.versionsBefore.isEmpty() ? u"base"_s : step.versionsBefore.join(u", "_s))));
}

Result<> RevisionRun::carryOutPiecemeal(const PlannedRevision &step)
{
    const Revision &revision = m_graph.at(step.index);
    QElapsedTimer clock;
    clock.start();
    PiecemealProgress progress(m_connection, m_context, revision, m_direction);
    const auto begun = progress.begin(step.statements);
    if (!begun)
        return core::fail(begun.error());
    int carriedOut = *begun;
    m_done += carriedOut;
    Result<> done;
    while (done && carriedOut < step.statements.size()) {
        const Statement &statement = step.statements.at(carriedOut);
        done = withRetries(revision.id, [&] {
            // CONCURRENTLY waits for older transactions, maybe long, and holds nobody up meanwhile.
            return progress.carryOut(
                carriedOut, statement, [&] { return limitLockWait(false, !statement.concurrent); },
                [&] { return runStatement(revision, statement); });
        });
        carriedOut += done ? 1 : 0;
    }
    if (m_connection.isUsable()) {
        core::SilentTask resetting; // also after a cancel
        std::ignore = m_connection.query(resetting, u"RESET lock_timeout"_s);
    }
    if (!done) {
        return core::fail(
            withHint(done.error(),
                     u"This revision does not run in a transaction: %1 of its %2 statements were carried out and stay. "
                     "Mend what stopped it and run it again: it goes on with the next."_s.arg(carriedOut)
                         .arg(step.statements.size())));
    }
    return withRetries(revision.id, [&]() -> Result<> {
        return m_connection.transaction(m_context, {}, [&]() -> Result<> {
            if (auto limited = limitLockWait(true, true); !limited)
                return limited;
            if (auto expected = expectVersions(step.versionsBefore); !expected)
                return expected;
            if (auto forgotten = progress.forget(); !forgotten)
                return forgotten;
            return enter(step.versionsBefore, step.versionsAfter, m_direction == Direction::Up ? u"up"_s : u"down"_s,
                         {{revision.id, {}, static_cast<double>(clock.elapsed()) / 1000.0}});
        });
    });
}

Result<> RevisionRun::stamp(const QStringList &before, const QStringList &after)
{
    QList<RanRevision> entered;
    for (const QString &version : after) {
        if (!before.contains(version))
            entered.append({version, {}, 0});
    }
    return withRetries(u"stamp"_s, [&]() -> Result<> {
        return m_connection.transaction(m_context, {}, [&]() -> Result<> {
            if (auto limited = limitLockWait(true, true); !limited)
                return limited;
            if (auto expected = expectVersions(before); !expected)
                return expected;
            return enter(before, after, u"stamp"_s, entered);
        });
    });
}

Result<> RevisionRun::withRetries(const QString &what, const Work &attempt)
{
    for (int tries = 1;; ++tries) {
        const Result<> done = attempt();
        if (done || !isWorthAnotherTry(done.error()))
            return done;
        const QStringList busy = sessionsInTheWay(m_connection, m_context, std::chrono::seconds(0));
        if (tries >= m_options.lockAttempts) {
            Error error = done.error();
            error.detail = busy.isEmpty() ? error.detail : u"In the way: %1."_s.arg(busy.join(u"; "_s));
            error.hint = u"%1 attempts were made. Try again when those sessions are done; nothing they read was "
                         "held up for longer than %2 ms at a time."_s.arg(tries)
                             .arg(m_options.lockTimeout.count());
            return core::fail(std::move(error));
        }
        m_context.message(
            busy.isEmpty() ? u"%1: a lock was not free, trying again."_s.arg(what)
                           : u"%1: a lock was not free, trying again. In the way: %2."_s.arg(what, busy.join(u"; "_s)));
        if (auto waited = pause(m_context, m_options.lockPause); !waited)
            return waited;
    }
}

Result<> RevisionRun::runStatement(const Revision &revision, const Statement &statement)
{
    report(revision);
    const auto ran = m_connection.query(m_context, QString::fromUtf8(statement.text));
    if (ran) {
        ++m_done;
        return {};
    }
    Error error = ran.error();
    if (error.code == core::ErrorCode::Cancelled)
        return core::fail(std::move(error));
    const QString place = placeOf(revision, statement.line);
    error.doing = u"running %1: %2"_s.arg(place, firstLine(statement.text));
    if (!error.detail.isEmpty())
        error.detail += u'\n';
    error.detail += u"The statement: %1"_s.arg(QString::fromUtf8(statement.text));
    return core::fail(std::move(error));
}

Result<> RevisionRun::execute(const QString &sql)
{
    const auto done = m_connection.query(m_context, sql);
    return done ? Result<>() : core::fail(done.error().during(u"keeping the version table"_s));
}

// Alembic knows nothing of our advisory lock. Within the transaction nobody but us changes the version table, and it
// says what it said when the run was planned.
Result<> RevisionRun::expectVersions(const QStringList &versions)
{
    if (!m_hasVersionTable)
        return {};
    if (auto locked = execute(u"LOCK TABLE %1 IN SHARE ROW EXCLUSIVE MODE"_s.arg(m_versionTable)); !locked)
        return locked;
    const auto rows = m_connection.query(m_context, u"SELECT version_num FROM %1"_s.arg(m_versionTable));
    if (!rows)
        return core::fail(rows.error());
    QStringList found;
    for (int row = 0; row < rows->count(); ++row)
        found.append(rows->text(row, 0));
    found.sort();
    if (found == versions)
        return {};
    return core::fail(core::ErrorCode::VersionMismatch,
                      u"The version table was changed by somebody else during the run: it has %1 instead of %2."_s.arg(
                          found.join(u", "_s), versions.join(u", "_s)));
}

Result<> RevisionRun::enter(const QStringList &before, const QStringList &after, const QString &direction,
                            const QList<RanRevision> &revisions)
{
    if (!m_hasVersionTable) {
        if (auto created = execute(createVersionTable(m_versionTable)); !created)
            return created;
        m_hasVersionTable = true;
    }
    const QStringList changes = changeVersions(m_versionTable, before, after);
    for (const QString &change : changes) {
        const auto changed = m_connection.query(m_context, change);
        if (!changed)
            return core::fail(changed.error().during(u"keeping the version table"_s));
        if (changed->affected() != 1)
            return core::fail(core::ErrorCode::VersionMismatch,
                              u"The version table does not have the one row that was expected."_s);
    }
    if (after.isEmpty()) {
        m_hasVersionTable = false;
        if (auto dropped = execute(u"DROP TABLE %1"_s.arg(m_versionTable)); !dropped)
            return dropped;
        return execute(dropHistoryTable());
    }
    return keepHistory(direction, revisions);
}

Result<> RevisionRun::keepHistory(const QString &direction, const QList<RanRevision> &revisions)
{
    if (auto created = execute(createHistoryTable()); !created)
        return created;
    const auto allowed = m_connection.query(m_context, mayWriteHistory());
    if (!allowed)
        return core::fail(allowed.error());
    for (const RanRevision &ran : revisions) {
        const int index = m_graph.indexOf(ran.revision);
        if (!allowed->boolean(0, 0) || index == RevisionGraph::none)
            continue;
        const QVariant checksum =
            direction == "up"_L1 ? QVariant(QString::fromLatin1(m_graph.at(index).checksum())) : QVariant();
        const auto kept = m_connection.query(m_context, recordRun(), {ran.revision, direction, ran.seconds, checksum});
        if (!kept)
            return core::fail(kept.error().during(u"keeping the record of migrations"_s));
    }
    return {};
}

Result<> RevisionRun::record(const QList<RanRevision> &revisions)
{
    return m_connection.transaction(m_context, {}, [&]() -> Result<> {
        if (auto limited = limitLockWait(true, true); !limited)
            return limited;
        return keepHistory(m_direction == Direction::Up ? u"up"_s : u"down"_s, revisions);
    });
}

Result<> RevisionRun::limitLockWait(bool forTransaction, bool limited)
{
    return execute(u"SET %1 lock_timeout = %2"_s.arg(forTransaction ? u"LOCAL"_s : u"SESSION"_s)
                       .arg(limited ? m_options.lockTimeout.count() : 0));
}

void RevisionRun::report(const Revision &revision)
{
    m_context.report({m_direction == Direction::Up ? u"Upgrading"_s : u"Downgrading"_s,
                      revision.id + u' ' + revision.message, m_done, m_total, core::Unit::Steps});
}

} // namespace civicq::migrations

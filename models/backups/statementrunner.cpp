// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/statementrunner.h"

#include "backups/sqlrules.h"

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr qsizetype shownStatement = 300;

bool isPermission(const Error &error)
{
    return error.sqlState == "42501"_L1;
}

// undefined table, object, function, schema, column: there is nothing to drop in a new database
bool isUndefined(const Error &error)
{
    static const QStringList states{u"42P01"_s, u"42704"_s, u"42883"_s, u"3F000"_s, u"42703"_s};
    return states.contains(error.sqlState);
}

} // namespace

void RestoreNotes::add(const QString &sentence)
{
    const std::scoped_lock lock(m_mutex);
    if (m_sentences.contains(sentence))
        return;
    m_sentences.append(sentence);
    m_context.message(sentence);
}

void RestoreNotes::leaveOut(const SqlStatement &statement)
{
    const std::scoped_lock lock(m_mutex);
    m_leftOut.append(statement);
}

QList<SqlStatement> RestoreNotes::leftOut() const
{
    const std::scoped_lock lock(m_mutex);
    return m_leftOut;
}

QStringList RestoreNotes::sentences() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sentences;
}

Result<> StatementRunner::run(const SqlStatement &statement)
{
    const auto done = m_connection.statement(m_context, statement.text);
    return done ? done : judge(done.error(), statement);
}

Result<> StatementRunner::judge(const Error &error, const SqlStatement &statement)
{
    if (error.code == ErrorCode::Cancelled || !m_connection.isUsable() || m_connection.inTransaction())
        return core::fail(placed(error, statement));
    if (isLeftOut(error, statement)) {
        m_notes.leaveOut(statement);
        return {};
    }
    // With the rows of chosen tables only, a foreign key may point at rows that were not wanted.
    if (m_someTables && error.sqlState == "23503"_L1 && statement.startsWith("alter table")) {
        m_notes.add(u"A foreign key points at rows that were not restored; it holds for new rows only: %1"_s.arg(
            error.message));
        const auto again = m_connection.statement(m_context, statement.text + " NOT VALID");
        return again ? again : core::fail(placed(again.error(), statement));
    }
    return core::fail(placed(error, statement));
}

bool StatementRunner::isLeftOut(const Error &error, const SqlStatement &statement)
{
    const QByteArrayList words = statement.words();
    const bool missingRole = error.sqlState == "42704"_L1;
    if (statement.startsWith("set session authorization")) {
        m_notes.add(u"Objects belong to the user who restores: %1"_s.arg(error.message));
    } else if (words.value(0) == "set" && words.value(1) == "transaction_timeout" && missingRole) {
        return true; // a time limit that this server does not have needs no lifting
    } else if (statement.startsWith("set") && missingRole) {
        m_notes.add(u"Left out a setting of a newer version: %1"_s.arg(error.message));
    } else if (words.value(0) == "alter" && words.value(1) == "subscription" && missingRole) {
        return true; // the one that was left out
    } else if (words.value(0) == "alter" && words.contains("owner") && (missingRole || isPermission(error))) {
        m_notes.add(u"Left out the owner %1: %2"_s.arg(unquoted(words.last()), error.message));
    } else if ((words.value(0) == "grant" || words.value(0) == "revoke"
                || statement.startsWith("alter default privileges"))
               && (missingRole || isPermission(error))) {
        m_notes.add(u"Left out privileges: %1"_s.arg(error.message));
    } else if (statement.startsWith("create subscription") && (isPermission(error) || error.sqlState == "42601"_L1)) {
        m_notes.add(u"Left out a subscription, which has to be made by hand: %1"_s.arg(error.message));
    } else if (missingRole && (statement.startsWith("create policy") || statement.startsWith("create user mapping"))) {
        // Without the policy its table shows nobody but its owner a row: the safe side.
        m_notes.add(u"Left out what is for a role that is not on this server: %1"_s.arg(
            QString::fromUtf8(statement.text.left(shownStatement)).simplified()));
    } else if (words.value(0) == "comment" && (isPermission(error) || missingRole)) {
        m_notes.add(u"Left out a comment: %1"_s.arg(error.message));
    } else if (statement.skeleton == "create schema public" && error.sqlState == "42P06"_L1) {
        return true;
    } else {
        // A dump made with pg_dump --clean begins by dropping what the new database never had.
        const bool drops = words.value(0) == "drop" || words.contains("lo_unlink")
                           || (words.value(0) == "alter" && words.contains("drop"));
        return drops && isUndefined(error);
    }
    return true;
}

Error StatementRunner::placed(Error error, const SqlStatement &statement)
{
    if (statement.startsWith("create extension") && (error.sqlState == "0A000"_L1 || error.sqlState == "58P01"_L1)) {
        const QByteArrayList words = statement.words();
        error.code = ErrorCode::ExtensionMissing;
        error.arguments = {unquoted(words.value(words.value(2) == "if" ? 5 : 2))};
    }
    error.doing = u"restoring line %1: %2"_s.arg(statement.line)
                      .arg(QString::fromUtf8(statement.text.left(shownStatement)).simplified());
    return error;
}

} // namespace civicq::backups

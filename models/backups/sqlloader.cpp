// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sqlloader.h"

#include <algorithm>
#include <utility>

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

SqlLoader::SqlLoader(core::TaskContext &context, postgres::Connection &connection, SqlReader &reader,
                     QStringList tables)
    : m_context(context), m_connection(connection), m_reader(reader), m_tables(std::move(tables))
{}

Result<LoadReport> SqlLoader::load()
{
    for (;;) {
        if (m_context.isCancelled())
            return core::TaskContext::cancelled();
        const auto item = m_reader.next();
        if (!item)
            return core::fail(item.error());
        if (*item == SqlReader::Item::End)
            return std::move(m_report);
        const QString why = objection(*item, m_reader.statement());
        if (!why.isEmpty())
            return core::fail(placed(core::fail(ErrorCode::Corrupt, why).error()));
        Result<> done;
        if (*item == SqlReader::Item::Statement)
            done = runStatement();
        else if (*item == SqlReader::Item::Copy)
            done = runCopy();
        if (!done)
            return core::fail(done.error());
    }
}

Result<> SqlLoader::runStatement()
{
    const SqlStatement &statement = m_reader.statement();
    const QByteArrayList words = statement.words();
    QString object;
    if (words.value(0) == "create" || words.value(0) == "alter") {
        const auto on = words.indexOf("on");
        qsizetype at = on > 0 && words.contains("index") ? on + 1 : words.indexOf("only") + 1;
        object = at > 0 && at < words.size() ? tableNameAt(words, at).display() : QString();
    }
    report(object);
    if (words.value(0) == "insert" && !m_tables.isEmpty()) {
        qsizetype at = 2;
        const TableName table = tableNameAt(words, at);
        if (std::ranges::none_of(m_tables, [&](const QString &typed) { return table.matches(typed); }))
            return {};
    }
    const auto done = m_connection.script(m_context, statement.text);
    return done ? done : judge(done.error());
}

Result<> SqlLoader::runCopy()
{
    const SqlStatement statement = m_reader.statement();
    const QByteArrayList words = statement.words();
    qsizetype at = 1;
    const TableName table = tableNameAt(words, at);
    const auto matches = [&table](const QString &typed) { return table.matches(typed); };
    if (!m_tables.isEmpty() && std::ranges::none_of(m_tables, matches))
        return {};
    const auto copied = m_connection.copyIn(m_context, QString::fromUtf8(statement.text), [&]() -> Result<QByteArray> {
        report(table.display());
        return m_reader.readRows();
    });
    if (!copied)
        return core::fail(placed(copied.error()));
    m_report.rows[table.display()] += *copied;
    return {};
}

Result<> SqlLoader::judge(const Error &error)
{
    if (error.code == ErrorCode::Cancelled || !m_connection.isUsable() || m_connection.inTransaction())
        return core::fail(placed(error));
    const SqlStatement &statement = m_reader.statement();
    if (isLeftOut(error))
        return {};
    // With the rows of chosen tables only, a foreign key may point at rows that were not wanted.
    if (!m_tables.isEmpty() && error.sqlState == "23503"_L1 && statement.startsWith("alter table")) {
        note(u"A foreign key points at rows that were not restored; it holds for new rows only: %1"_s.arg(
            error.message));
        const auto again = m_connection.script(m_context, statement.text + " NOT VALID");
        return again ? again : core::fail(placed(again.error()));
    }
    return core::fail(placed(error));
}

bool SqlLoader::isLeftOut(const Error &error)
{
    const SqlStatement &statement = m_reader.statement();
    const QByteArrayList words = statement.words();
    const bool missingRole = error.sqlState == "42704"_L1;
    if (statement.startsWith("set session authorization")) {
        note(u"Objects belong to the user who restores: %1"_s.arg(error.message));
    } else if (statement.startsWith("set") && missingRole) {
        note(u"Left out a setting of a newer version: %1"_s.arg(error.message));
    } else if (words.value(0) == "alter" && words.contains("owner") && (missingRole || isPermission(error))) {
        note(u"Left out the owner %1: %2"_s.arg(unquoted(words.last()), error.message));
    } else if ((words.value(0) == "grant" || words.value(0) == "revoke"
                || statement.startsWith("alter default privileges"))
               && (missingRole || isPermission(error))) {
        note(u"Left out privileges: %1"_s.arg(error.message));
    } else if (words.value(0) == "comment" && isPermission(error)) {
        note(u"Left out a comment: %1"_s.arg(error.message));
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

Error SqlLoader::placed(Error error) const
{
    const SqlStatement &statement = m_reader.statement();
    if (statement.startsWith("create extension") && (error.sqlState == "0A000"_L1 || error.sqlState == "58P01"_L1)) {
        const QByteArrayList words = statement.words();
        error.code = ErrorCode::ExtensionMissing;
        error.arguments = {unquoted(words.value(words.value(2) == "if" ? 5 : 2))};
    }
    error.doing = u"restoring line %1: %2"_s.arg(statement.line)
                      .arg(QString::fromUtf8(statement.text.left(shownStatement)).simplified());
    return error;
}

void SqlLoader::note(const QString &sentence)
{
    if (!m_noted.insert(sentence).second)
        return;
    m_report.notes.append(sentence);
    m_context.message(sentence);
}

void SqlLoader::report(const QString &object)
{
    m_context.report({QString(), object, m_reader.position(), m_reader.size(), core::Unit::Bytes});
}

} // namespace civicq::backups

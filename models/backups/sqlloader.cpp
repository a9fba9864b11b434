// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sqlloader.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

SqlLoader::SqlLoader(core::TaskContext &context, postgres::Connection &connection, SqlReader &reader,
                     QStringList tables, Programs programs)
    : m_context(context), m_connection(connection), m_reader(reader), m_tables(std::move(tables)), m_programs(programs),
      m_notes(context), m_runner(context, connection, m_notes, !m_tables.isEmpty())
{}

Result<LoadReport> SqlLoader::load()
{
    for (;;) {
        if (m_context.isCancelled())
            return core::TaskContext::cancelled();
        const auto item = m_reader.next();
        if (!item)
            return core::fail(item.error());
        if (*item == SqlReader::Item::End) {
            m_report.notes = m_notes.sentences();
            m_report.leftOut = m_notes.leftOut();
            return std::move(m_report);
        }
        if (const auto found = objection(*item, m_reader.statement(), m_programs))
            return core::fail(forbidden(*found, m_reader.statement()));
        Result<> done;
        if (*item == SqlReader::Item::Statement && !(m_keep && m_keep(m_reader.statement())))
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
    return m_runner.run(statement);
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
    const QString shown = table.display();
    const qint64 begin = m_reader.position();
    if (m_board)
        m_board->startRows(shown);
    const auto copied = m_connection.copyIn(m_context, QString::fromUtf8(statement.text), [&]() -> Result<QByteArray> {
        report(shown);
        if (m_board)
            m_board->reach(shown, m_reader.position() - begin);
        return m_reader.readRows();
    });
    if (!copied)
        return core::fail(StatementRunner::placed(copied.error(), statement));
    if (m_board)
        m_board->finish(shown);
    m_report.rows[shown] += *copied;
    return {};
}

void SqlLoader::report(const QString &object)
{
    m_context.report({QString(), object, m_reader.position(), m_reader.size(), core::Unit::Bytes});
}

} // namespace civicq::backups

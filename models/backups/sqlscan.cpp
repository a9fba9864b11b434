// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sqlscan.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr qsizetype mostProblems = 20;

class Scan
{
public:
    Scan(core::TaskContext &context, SqlReader &reader, Programs programs, Verification &result,
         const StatementSink &onStatement)
        : m_context(context), m_reader(reader), m_programs(programs), m_result(result), m_onStatement(onStatement)
    {}

    Result<> run()
    {
        for (;;) {
            if (m_context.isCancelled())
                return core::TaskContext::cancelled();
            const auto item = m_reader.next();
            if (!item)
                return take(item.error());
            if (*item == SqlReader::Item::End)
                break;
            judge(*item);
            if (*item == SqlReader::Item::Copy) {
                if (const auto read = copy(); !read)
                    return take(read.error());
            } else if (*item == SqlReader::Item::Statement) {
                statement();
            }
            report();
        }
        judgeEnd();
        return {};
    }

    void finish()
    {
        Contents &contents = m_result.contents;
        contents.serverVersion = QString::fromUtf8(m_reader.marks().serverVersion);
        contents.toolVersion = QString::fromUtf8(m_reader.marks().toolVersion);
        contents.header = BackupHeader::fromLine(m_reader.marks().civicq);
        contents.rows = 0;
        for (const TableContent &table : contents.tables)
            contents.rows += table.rows;
    }

private:
    // What is wrong with the content is a finding; what is wrong with the reading is an error.
    Result<> take(const Error &error)
    {
        if (error.code != ErrorCode::Truncated && error.code != ErrorCode::Corrupt)
            return core::fail(error);
        m_result.problems.append(error);
        return {};
    }

    void judge(SqlReader::Item item)
    {
        const auto found = objection(item, m_reader.statement(), m_programs);
        if (found && m_result.problems.size() < mostProblems)
            m_result.problems.append(forbidden(*found, m_reader.statement()));
    }

    void judgeEnd()
    {
        const SqlMarks &marks = m_reader.marks();
        if (marks.beginnings == 0)
            m_result.problems.append(core::fail(ErrorCode::Corrupt, u"it is not a dump of a database: pg_dump's marks "
                                                                    "are missing"_s)
                                         .error());
        else if (!marks.endsComplete || marks.completions != marks.beginnings)
            m_result.problems.append(
                core::fail(ErrorCode::Truncated, u"it ends before pg_dump's closing mark"_s).error());
    }

    Result<> copy()
    {
        const QByteArrayList words = m_reader.statement().words();
        qsizetype at = 1;
        const TableName name = tableNameAt(words, at);
        archive::RowHash hash;
        for (;;) {
            if (m_context.isCancelled())
                return core::TaskContext::cancelled();
            const auto rows = m_reader.readRows();
            if (!rows)
                return core::fail(rows.error());
            if (rows->isEmpty())
                break;
            addLines(*rows, hash);
            report(name.display());
        }
        TableContent &table = entry(name);
        table.hasRows = true;
        table.rows += m_reader.rowCount();
        table.hash = table.hash ? *table.hash += hash : hash;
        for (; at < words.size() && words.at(at) != "from"; ++at) {
            if (words.at(at) != "(" && words.at(at) != "," && words.at(at) != ")")
                table.columns.append(unquoted(words.at(at)));
        }
        return {};
    }

    // Whole rows come at a time.
    static void addLines(QByteArrayView rows, archive::RowHash &hash)
    {
        while (!rows.isEmpty()) {
            const qsizetype newline = rows.indexOf('\n');
            const qsizetype end = newline < 0 ? rows.size() : newline + 1;
            hash.addRow(rows.first(end));
            rows = rows.sliced(end);
        }
    }

    void statement()
    {
        const QByteArrayList words = m_reader.statement().words();
        const QByteArray &first = words.value(0);
        if (m_onStatement && first != "insert")
            m_onStatement(m_reader.statement());
        if (first == "create" || first == "alter")
            m_result.contents.notValid += unchecked(words);
        if (first == "create") {
            created(words);
        } else if (first == "insert") {
            qsizetype at = 2;
            TableContent &table = entry(tableNameAt(words, at));
            table.hasRows = true;
            table.rowsKnown = false;
            ++table.rows;
        }
    }

    static int unchecked(const QByteArrayList &words)
    {
        int count = 0;
        for (qsizetype at = words.indexOf("not"); at >= 0; at = words.indexOf("not", at + 1)) {
            const QByteArray what = words.value(at + 1);
            count += what == "valid" || what == "enforced" ? 1 : 0;
        }
        return count;
    }

    void created(const QByteArrayList &words)
    {
        static const QSet<QByteArray> passedOver{"or",           "replace",    "unique",  "unlogged",   "foreign",
                                                 "materialized", "constraint", "trusted", "procedural", "recursive"};
        qsizetype at = 1;
        bool foreign = false;
        for (; passedOver.contains(words.value(at)); ++at)
            foreign = foreign || words.at(at) == "foreign";
        const QByteArray what = words.value(at++);
        if (words.value(at) == "if")
            at += 3; // IF NOT EXISTS
        if (what == "table") {
            TableContent &table = entry(tableNameAt(words, at));
            table.defined = true;
            table.foreign = foreign;
        } else {
            ++m_result.contents.objects[QString::fromUtf8(what)];
        }
    }

    TableContent &entry(const TableName &name)
    {
        QList<TableContent> &tables = m_result.contents.tables;
        const auto known = m_index.constFind(name.display());
        if (known != m_index.constEnd())
            return tables[known.value()];
        m_index.insert(name.display(), tables.size());
        TableContent fresh;
        fresh.table = name;
        tables.append(std::move(fresh));
        return tables.last();
    }

    void report(const QString &object = {})
    {
        m_context.report({u"Reading the backup"_s, object, m_reader.position(), m_reader.size(), core::Unit::Bytes});
    }

    core::TaskContext &m_context;
    SqlReader &m_reader;
    Programs m_programs;
    Verification &m_result;
    const StatementSink &m_onStatement;
    QHash<QString, qsizetype> m_index;
};

} // namespace

Result<> scanSql(core::TaskContext &context, SqlReader &reader, Programs programs, Verification &result,
                 const StatementSink &onStatement)
{
    Scan scan(context, reader, programs, result, onStatement);
    if (const auto read = scan.run(); !read)
        return read;
    scan.finish();
    return {};
}

} // namespace civicq::backups

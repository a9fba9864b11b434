// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/readback.h"

#include "backups/dumpsession.h"
#include "backups/dumptables.h"
#include "postgres/identifier.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::archive::RowEncoding;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr qint64 leastReadCost = 8192; // an empty table costs something too
constexpr qint64 reportEveryRead = qint64(1) << 20;
constexpr qsizetype copyHeader = 19; // signature, flags, length of the extension
constexpr QByteArrayView copySignature("PGCOPY\n\377\r\n\0", 11);

QString displayOf(const archive::ManifestTable &table)
{
    return TableName{table.schema, table.name}.display();
}

class ReadBack
{
public:
    ReadBack(const QList<ExpectedRows> &expected, QString encoding)
        : m_expected(expected), m_encoding(std::move(encoding)), m_found(expected.size())
    {}

    Result<> read(core::TaskContext &task, postgres::Connection &session, const RestoreStep &step)
    {
        const ExpectedRows &expected = m_expected.at(step.manifestTable);
        const auto done = expected.hashKnown ? hash(task, session, expected, m_found[step.manifestTable])
                                             : count(task, session, expected, m_found[step.manifestTable]);
        return done ? Result<>()
                    : core::fail(done.error().during(u"reading table %1"_s.arg(displayOf(expected.table))));
    }

    [[nodiscard]] RowsRead result() const
    {
        RowsRead read;
        for (qsizetype i = 0; i < m_expected.size(); ++i) {
            const ExpectedRows &expected = m_expected.at(i);
            const Found &found = m_found.at(i);
            const QString name = displayOf(expected.table);
            read.rows += found.rows;
            read.hashed += expected.hashKnown ? 1 : 0;
            if (expected.rowsKnown && found.rows != expected.table.rows)
                read.differences.append(u"table %1 has %2 rows after the restore, the backup holds %3"_s.arg(name)
                                            .arg(found.rows)
                                            .arg(expected.table.rows));
            else if (expected.hashKnown && found.hash != expected.table.hash)
                read.differences.append(u"table %1 has as many rows as the backup, but not the same ones"_s.arg(name));
        }
        return read;
    }

private:
    struct Found
    {
        qint64 rows = 0;
        archive::RowHash hash;
    };

    // The statement the rows were taken with, so the same rows give the same bytes.
    Result<> hash(core::TaskContext &task, postgres::Connection &session, const ExpectedRows &expected, Found &found)
    {
        DumpTable table;
        table.table = {expected.table.schema, expected.table.name};
        table.columns = expected.table.columns;
        table.encoding = expected.table.encoding;
        table.condition = expected.table.condition;
        qint64 bytes = 0;
        qint64 reported = 0;
        bool begun = table.encoding == RowEncoding::Text;
        const auto take = [&](QByteArrayView row) -> Result<> {
            if (!begun && !row.startsWith(copySignature))
                return core::fail(ErrorCode::Corrupt, u"the server's COPY begins with another header"_s);
            if (!begun)
                row = row.sliced(copyHeader);
            begun = true;
            // The header may come alone; the end is a count of columns that no row has.
            if (row.isEmpty() || (table.encoding == RowEncoding::Binary && row == QByteArrayView("\377\377", 2)))
                return {};
            found.hash.addRow(row);
            ++found.rows;
            bytes += row.size();
            if (bytes - reported >= reportEveryRead) {
                reported = bytes;
                task.report({{}, displayOf(expected.table), bytes, expected.table.bytes, core::Unit::Bytes});
            }
            return {};
        };
        const auto copied = session.copyOut(task, copyStatement(table, m_encoding, 0, -1), take);
        return copied ? Result<>() : core::fail(copied.error());
    }

    Result<> count(core::TaskContext &task, postgres::Connection &session, const ExpectedRows &expected, Found &found)
    {
        const QString name = expected.table.schema.isEmpty()
                                 ? postgres::Identifier(expected.table.name).sql()
                                 : postgres::Identifier(expected.table.schema, expected.table.name).sql();
        // ONLY: a partitioned table's rows are its partitions', which have entries of their own.
        const auto counted = session.query(task, u"SELECT count(*) FROM ONLY "_s + name);
        if (!counted)
            return core::fail(counted.error());
        found.rows = counted->integer(0, 0);
        return {};
    }

    const QList<ExpectedRows> &m_expected;
    const QString m_encoding;
    std::vector<Found> m_found; // each written by the one thread that has its table
};

} // namespace

Result<RowsRead> readRowsBack(core::TaskContext &context, const QList<ExpectedRows> &expected, const QString &encoding,
                              int jobs,
                              const std::function<Result<ParallelRestore::Session>(core::TaskContext &)> &connect)
{
    ReadBack work(expected, encoding);
    QList<RestoreStep> steps;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const archive::ManifestTable &table = expected.at(i).table;
        RestoreStep step;
        step.tables = {TableName{table.schema, table.name}};
        step.cost = std::max(table.bytes, leastReadCost);
        step.manifestTable = i;
        steps.append(std::move(step));
    }
    ParallelRestore::Worker worker;
    const bool hashes = std::ranges::any_of(expected, &ExpectedRows::hashKnown);
    worker.connect = [&](core::TaskContext &task) -> Result<ParallelRestore::Session> {
        auto session = connect(task);
        // As a dump reads; where rows are only counted, the search path finds what an old script names without schema.
        if (session && hashes) {
            if (const auto ready = beginReading(task, **session); !ready)
                return core::fail(ready.error());
        }
        return session;
    };
    worker.run = [&](core::TaskContext &task, postgres::Connection &session, const RestoreStep &step) {
        return work.read(task, session, step);
    };
    if (const auto read = ParallelRestore(context, std::move(worker), jobs).run(std::move(steps)); !read)
        return core::fail(read.error());
    return work.result();
}

} // namespace civicq::backups

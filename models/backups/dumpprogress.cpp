// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/dumpprogress.h"

#include "postgres/connection.h"

#include <QtCore/QVariant>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace civicq::backups {

namespace {

constexpr std::chrono::milliseconds interval{250};
constexpr std::chrono::milliseconds answerTimeout{2'000};
constexpr qint64 smallestTable = 8192; // an empty one takes its moment too

qint64 weightOf(const TableFacts &table)
{
    return table.hasRows ? std::max(table.bytes, smallestTable) : 0;
}

// Ends the session's waiting with the object, not with the user's cancel alone.
class Quiet final : public core::TaskContext
{
public:
    explicit Quiet(std::mutex &mutex, const bool &stop) : m_mutex(mutex), m_stop(stop) {}
    [[nodiscard]] bool isCancelled() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_stop;
    }
    void report(const core::Progress &) override {}
    void message(const QString &) override {}

private:
    std::mutex &m_mutex;
    const bool &m_stop;
};

} // namespace

DumpProgress::DumpProgress(core::TaskContext &context, postgres::ConnectionParameters parameters,
                           QString applicationName, const QList<TableFacts> &tables, std::shared_ptr<TableBoard> board)
    : m_context(context), m_parameters(std::move(parameters)), m_applicationName(std::move(applicationName)),
      m_board(std::move(board))
{
    QList<TableStanding> standings;
    for (const TableFacts &table : tables) {
        m_tables.insert(table.table.display(), table);
        m_total += weightOf(table);
        if (table.hasRows)
            standings.append({table.table.display(), table.bytes});
    }
    if (m_board)
        m_board->begin(std::move(standings));
    m_thread = std::thread([this] { poll(); });
}

DumpProgress::~DumpProgress()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool DumpProgress::readLine(const QString &line)
{
    static const QString mark = u"dumping contents of table \""_s;
    const qsizetype at = line.indexOf(mark);
    if (at < 0)
        return false;
    const QString name = line.sliced(at + mark.size()).chopped(1);
    {
        const std::scoped_lock lock(m_mutex);
        m_finished += m_current.oid != 0 ? weightOf(m_current) : 0;
        if (m_board)
            m_board->finish(m_current.table.display());
        m_current = m_tables.value(name);
        m_current.table = m_current.oid != 0 ? m_current.table : TableName{QString(), name};
        m_inside = 0.0;
        if (m_board)
            m_board->startRows(m_current.table.display());
    }
    report();
    return true;
}

void DumpProgress::finish()
{
    const std::scoped_lock lock(m_mutex);
    if (m_board)
        m_board->finish(m_current.table.display());
}

void DumpProgress::poll()
{
    Quiet quiet(m_mutex, m_stop);
    auto connection = postgres::Connection::open(quiet, m_parameters);
    if (!connection)
        return;
    (*connection)->setAnswerTimeout(answerTimeout);
    std::unique_lock lock(m_mutex);
    while (!m_stop && (*connection)->isUsable()) {
        lock.unlock();
        ask(quiet, **connection);
        report();
        lock.lock();
        m_changed.wait_for(lock, interval, [this] { return m_stop; });
    }
}

void DumpProgress::ask(core::TaskContext &quiet, postgres::Connection &connection)
{
    const auto rows =
        connection.query(quiet,
                         u"SELECT p.relid::int8, p.tuples_processed, p.bytes_processed FROM pg_stat_progress_copy p "
                         "JOIN pg_stat_activity a USING (pid) WHERE a.application_name = $1"_s,
                         {m_applicationName});
    if (!rows || rows->isEmpty())
        return;
    const std::scoped_lock lock(m_mutex);
    if (rows->integer(0, 0) != m_current.oid)
        return; // between two tables
    // The planner's row count is the better measure: text is larger or smaller than pages.
    const auto part = m_current.rows > 0
                          ? static_cast<double>(rows->integer(0, 1)) / static_cast<double>(m_current.rows)
                          : static_cast<double>(rows->integer(0, 2)) / static_cast<double>(weightOf(m_current));
    m_inside = std::max(m_inside, std::min(part, 0.99));
}

void DumpProgress::report()
{
    core::Progress progress;
    {
        const std::scoped_lock lock(m_mutex);
        progress.object = m_current.table.display();
        const double share = m_inside;
        progress.done = m_finished + static_cast<qint64>(share * static_cast<double>(weightOf(m_current)));
        if (m_board && m_current.oid != 0)
            m_board->reach(progress.object, static_cast<qint64>(share * static_cast<double>(m_current.bytes)));
    }
    progress.total = m_total;
    progress.unit = core::Unit::Bytes;
    m_context.report(progress);
}

} // namespace civicq::backups

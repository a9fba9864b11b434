// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tableboard.h"

#include <algorithm>

namespace civicq::backups {

using Standing = TableStanding::State;

void TableBoard::begin(QList<TableStanding> tables)
{
    const std::scoped_lock lock(m_mutex);
    m_tables = std::move(tables);
    m_places.clear();
    for (qsizetype place = 0; place < m_tables.size(); ++place)
        m_places.insert(m_tables.at(place).table, place);
    ++m_version;
}

template<typename Change>
void TableBoard::change(const QString &table, Change how)
{
    const std::scoped_lock lock(m_mutex);
    const auto place = m_places.constFind(table);
    if (place == m_places.constEnd())
        return; // not one of those that were asked for
    TableStanding &standing = m_tables[*place];
    const auto before = std::pair(standing.state, standing.active);
    how(standing);
    ++m_version;
    if (before != std::pair(standing.state, standing.active))
        standing.order = m_version;
}

void TableBoard::startRows(const QString &table)
{
    change(table, [](TableStanding &standing) {
        standing.state = Standing::Rows;
        standing.active = true;
    });
}

void TableBoard::advance(const QString &table, qint64 bytes)
{
    change(table, [bytes](TableStanding &standing) {
        standing.done += bytes;
        // The pieces of a table add up to its size: with the last of them all its rows are through.
        const bool through = standing.done >= standing.total;
        standing.state = through ? Standing::Done : Standing::Rows;
        standing.active = !through;
    });
}

void TableBoard::reach(const QString &table, qint64 bytes)
{
    change(table, [bytes](TableStanding &standing) { standing.done = std::max(standing.done, bytes); });
}

void TableBoard::startBuilding(const QString &table)
{
    change(table, [](TableStanding &standing) {
        standing.state = Standing::Building;
        standing.active = true;
    });
}

void TableBoard::pause(const QString &table)
{
    change(table, [](TableStanding &standing) {
        standing.state = Standing::Building;
        standing.done = std::max(standing.done, standing.total);
        standing.active = false;
    });
}

void TableBoard::finish(const QString &table)
{
    change(table, [](TableStanding &standing) {
        standing.state = Standing::Done;
        standing.done = std::max(standing.done, standing.total);
        standing.active = false;
    });
}

int TableBoard::version() const
{
    const std::scoped_lock lock(m_mutex);
    return m_version;
}

QList<TableStanding> TableBoard::standings() const
{
    const std::scoped_lock lock(m_mutex);
    return m_tables;
}

} // namespace civicq::backups

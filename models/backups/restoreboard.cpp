// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restoreboard.h"

namespace civicq::backups {

void RestoreBoard::begin(const QList<RestoreStep> &steps, const archive::Manifest &manifest)
{
    if (!m_board)
        return;
    QList<TableStanding> tables;
    for (const RestoreStep &step : steps) {
        const QString table = step.table().display();
        if (m_left[table]++ == 0)
            tables.append({table});
        if (step.stage == RestoreStep::Stage::Rows)
            tables.last().total = manifest.tables.at(step.manifestTable).bytes;
    }
    m_board->begin(std::move(tables));
}

void RestoreBoard::started(const RestoreStep &step)
{
    if (!m_board)
        return;
    if (step.stage == RestoreStep::Stage::Rows)
        m_board->startRows(step.table().display());
    else
        m_board->startBuilding(step.table().display());
}

void RestoreBoard::reached(const RestoreStep &step, qint64 bytes)
{
    if (m_board)
        m_board->reach(step.table().display(), bytes);
}

void RestoreBoard::ended(const RestoreStep &step)
{
    if (!m_board)
        return;
    const QString table = step.table().display();
    const std::scoped_lock lock(m_mutex);
    if (--m_left[table] == 0)
        m_board->finish(table);
    else
        m_board->pause(table);
}

} // namespace civicq::backups

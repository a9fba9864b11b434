// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/stagedtask.h"

#include <algorithm>

namespace civicq::backups {

StagedTask::StagedTask(core::TaskContext &outer, qint64 total, core::Unit unit) : m_outer(outer)
{
    m_shown.total = total;
    m_shown.unit = unit;
}

void StagedTask::stage(const QString &step, double share)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_from = m_to;
        m_to = share;
        m_shown.step = step;
        m_shown.object.clear();
    }
    report({});
}

void StagedTask::setTotal(qint64 total)
{
    const std::scoped_lock lock(m_mutex);
    m_shown.total = total;
}

void StagedTask::report(const core::Progress &progress)
{
    const std::scoped_lock lock(m_mutex);
    const double inside =
        progress.total > 0
            ? std::clamp(static_cast<double>(progress.done) / static_cast<double>(progress.total), 0.0, 1.0)
            : 0.0;
    m_reached = std::max(m_reached, m_from + inside * (m_to - m_from));
    m_shown.object = progress.object;
    m_shown.done = static_cast<qint64>(m_reached * static_cast<double>(m_shown.total));
    m_outer.report(m_shown);
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restoreschedule.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <ranges>
#include <utility>

namespace civicq::backups {

bool comesBefore(const RestoreStep &earlier, const RestoreStep &later)
{
    using enum RestoreStep::Stage;
    switch (earlier.stage) {
    case Rows: return later.stage != Rows;
    // A foreign key points at a key; checking it looks there.
    case Key: return later.stage == Statistics || later.stage == ForeignKey || later.stage == Validation;
    // Of an index over an expression statistics are gathered too.
    case Index: return later.stage == Statistics;
    case ForeignKey: return later.stage == Validation && later.constraint == earlier.constraint;
    case Statistics:
    case Validation: break;
    }
    return false;
}

RestoreSchedule::RestoreSchedule(QList<RestoreStep> steps)
{
    m_steps.reserve(static_cast<std::size_t>(steps.size()));
    std::map<TableName, std::vector<std::size_t>> ofTable;
    for (RestoreStep &step : steps) {
        const std::size_t index = m_steps.size();
        m_cost += step.cost;
        m_steps.push_back({std::move(step)});
        std::set<std::size_t> others;
        for (const TableName &table : std::as_const(m_steps.back().step.tables)) {
            others.insert(ofTable[table].begin(), ofTable[table].end());
            ofTable[table].push_back(index);
        }
        for (const std::size_t other : others) {
            if (other != index)
                link(other, index);
        }
    }
    measure();
    for (std::size_t index = 0; index < m_steps.size(); ++index) {
        if (m_steps[index].before == 0)
            m_ready.emplace(m_steps[index].chain, index);
    }
}

void RestoreSchedule::link(std::size_t a, std::size_t b)
{
    if (comesBefore(m_steps[b].step, m_steps[a].step))
        std::swap(a, b);
    if (comesBefore(m_steps[a].step, m_steps[b].step)) {
        m_steps[a].after.push_back(b);
        ++m_steps[b].before;
        return;
    }
    m_steps[a].beside.push_back(b);
    m_steps[b].beside.push_back(a);
}

// From the last stage to the first: what waits for a step is of a later one.
void RestoreSchedule::measure()
{
    std::vector<std::size_t> order(m_steps.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater{}, [this](std::size_t index) { return m_steps[index].step.stage; });
    for (const std::size_t index : order) {
        Entry &entry = m_steps[index];
        for (const std::size_t later : entry.after)
            entry.chain = std::max(entry.chain, m_steps[later].chain);
        entry.chain += entry.step.cost;
    }
}

bool RestoreSchedule::isHeldUp(const Entry &entry) const
{
    return std::ranges::any_of(entry.beside, [&](std::size_t index) {
        const Entry &other = m_steps[index];
        return other.running && (entry.step.alone || other.step.alone);
    });
}

std::optional<std::size_t> RestoreSchedule::begin()
{
    for (const auto &[chain, index] : m_ready | std::views::reverse) {
        if (isHeldUp(m_steps[index]))
            continue;
        const std::size_t found = index;
        m_steps[found].running = true;
        m_ready.erase({chain, found});
        return found;
    }
    return std::nullopt;
}

void RestoreSchedule::end(std::size_t index)
{
    Entry &entry = m_steps[index];
    entry.running = false;
    ++m_ended;
    for (const std::size_t later : entry.after) {
        if (--m_steps[later].before == 0)
            m_ready.emplace(m_steps[later].chain, later);
    }
}

} // namespace civicq::backups

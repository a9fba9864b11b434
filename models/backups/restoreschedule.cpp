// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restoreschedule.h"

#include <algorithm>
#include <array>
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

namespace {

constexpr std::size_t stages = 6;
using OfTable = std::array<std::vector<std::size_t>, stages>; // its steps, by stage

} // namespace

// By tables and stages: of ten thousand foreign keys to one table none waits for another.
RestoreSchedule::RestoreSchedule(QList<RestoreStep> steps)
{
    m_steps.reserve(static_cast<std::size_t>(steps.size()));
    std::map<TableName, std::size_t> places;
    std::vector<OfTable> ofTables;
    for (RestoreStep &step : steps) {
        const std::size_t index = m_steps.size();
        m_cost += step.cost;
        m_steps.push_back({std::move(step)});
        Entry &entry = m_steps.back();
        for (const TableName &table : std::as_const(entry.step.tables)) {
            const std::size_t place = places.try_emplace(table, places.size()).first->second;
            ofTables.resize(places.size());
            ofTables[place][static_cast<std::size_t>(entry.step.stage)].push_back(index);
            entry.tables.push_back(place);
        }
    }
    m_tables.resize(places.size());
    for (const OfTable &table : ofTables) {
        for (std::size_t later = 1; later < stages; ++later) {
            for (std::size_t earlier = 0; earlier < later; ++earlier)
                link(table[earlier], table[later]);
        }
    }
    measure();
    for (std::size_t index = 0; index < m_steps.size(); ++index) {
        if (m_steps[index].before == 0)
            m_ready.emplace(m_steps[index].chain, index);
    }
}

void RestoreSchedule::link(const std::vector<std::size_t> &earlier, const std::vector<std::size_t> &later)
{
    for (const std::size_t first : earlier) {
        for (const std::size_t second : later) {
            if (!comesBefore(m_steps[first].step, m_steps[second].step))
                continue;
            m_steps[first].after.push_back(second);
            ++m_steps[second].before;
        }
    }
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
    return std::ranges::any_of(entry.tables, [&](std::size_t place) {
        const Table &table = m_tables[place];
        return entry.step.alone ? table.running > 0 : table.alone > 0;
    });
}

void RestoreSchedule::count(const Entry &entry, int change)
{
    for (const std::size_t place : entry.tables) {
        m_tables[place].running += change;
        m_tables[place].alone += entry.step.alone ? change : 0;
    }
}

std::optional<std::size_t> RestoreSchedule::begin()
{
    for (const auto &[chain, index] : m_ready | std::views::reverse) {
        if (isHeldUp(m_steps[index]))
            continue;
        const std::size_t found = index;
        count(m_steps[found], 1);
        m_ready.erase({chain, found});
        return found;
    }
    return std::nullopt;
}

void RestoreSchedule::end(std::size_t index)
{
    const Entry &entry = m_steps[index];
    count(entry, -1);
    ++m_ended;
    for (const std::size_t later : entry.after) {
        if (--m_steps[later].before == 0)
            m_ready.emplace(m_steps[later].chain, later);
    }
}

} // namespace civicq::backups

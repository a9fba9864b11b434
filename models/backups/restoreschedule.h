// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which step of a restore may begin, and which of those should: the one with the longest chain of steps behind it, so
// that what must follow one after the other is not left for the end (list scheduling by critical path). Which steps wait
// for which says comesBefore(); those on one table of which either works alone never run together. Plain value; whoever
// shares it between threads guards it. Costs are as in RestoreStep.

#include "backups/restoreplan.h"

#include <optional>
#include <set>
#include <vector>

namespace civicq::backups {

// Whether `later` may begin only when `earlier` has ended.
[[nodiscard]] bool comesBefore(const RestoreStep &earlier, const RestoreStep &later);

class RestoreSchedule
{
public:
    explicit RestoreSchedule(QList<RestoreStep> steps = {});

    [[nodiscard]] std::size_t size() const { return m_steps.size(); }
    [[nodiscard]] const RestoreStep &step(std::size_t index) const { return m_steps[index].step; }
    [[nodiscard]] qint64 cost() const { return m_cost; } // of all
    // The step to work on now, taken; none: what could be begun has been, for as long as nothing ends.
    [[nodiscard]] std::optional<std::size_t> begin();
    void end(std::size_t index);
    [[nodiscard]] bool isOver() const { return m_ended == m_steps.size(); }

private:
    struct Entry
    {
        RestoreStep step;
        std::vector<std::size_t> tables = {}; // of m_tables
        std::vector<std::size_t> after = {};  // those that wait for it
        qint64 chain = 0;                     // its cost and that of the costliest chain of steps that wait for it
        int before = 0;                       // steps that it still waits for
    };
    struct Table
    {
        int running = 0; // steps on it
        int alone = 0;   // of these, that work alone
    };
    void link(const std::vector<std::size_t> &earlier, const std::vector<std::size_t> &later);
    void measure();
    [[nodiscard]] bool isHeldUp(const Entry &entry) const;
    void count(const Entry &entry, int change); // what runs on its tables

    std::vector<Entry> m_steps;
    std::vector<Table> m_tables;
    std::set<std::pair<qint64, std::size_t>> m_ready; // by chain, those that wait for nothing and have not begun
    std::size_t m_ended = 0;
    qint64 m_cost = 0;
};

} // namespace civicq::backups

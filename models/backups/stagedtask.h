// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Several pieces of work as one progress that never runs backwards: each stage has its share of the whole, and what is
// reported inside it is scaled to that share. Cancel and messages pass through. report() from any thread, stage() from
// the worker that owns it; outlives its stages.

#include "core/task.h"

#include <mutex>

namespace civicq::backups {

class StagedTask final : public core::TaskContext
{
public:
    StagedTask(core::TaskContext &outer, qint64 total, core::Unit unit);

    // From here to `share` (0 to 1) of the whole; `step` is what people read.
    void stage(const QString &step, double share);
    void setTotal(qint64 total);

    [[nodiscard]] bool isCancelled() const override { return m_outer.isCancelled(); }
    void report(const core::Progress &progress) override;
    void message(const QString &line) override { m_outer.message(line); }

private:
    core::TaskContext &m_outer;
    std::mutex m_mutex;
    core::Progress m_shown; // guarded
    double m_from = 0.0;
    double m_to = 0.0;
    double m_reached = 0.0; // 0 to 1, only ever more
};

} // namespace civicq::backups

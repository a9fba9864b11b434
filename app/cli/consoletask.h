// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The task context of civicq-db: a progress bar with rate and time left on a terminal, a line every 10 s elsewhere,
// nothing with --quiet; Ctrl-C asks the work to stop. report() may be called from any thread.

#include "cli/output.h"
#include "core/progressmeter.h"
#include "core/task.h"

#include <QtCore/QElapsedTimer>

#include <mutex>

namespace civicq::cli {

class ConsoleTask final : public core::TaskContext
{
public:
    explicit ConsoleTask(Output &output);

    [[nodiscard]] bool isCancelled() const override { return m_cancelled.load(std::memory_order_relaxed); }
    void report(const core::Progress &progress) override;
    void message(const QString &line) override;
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    // Removes the bar before the result is printed.
    void clear();

private:
    [[nodiscard]] QString describe() const;
    void draw();

    Output &m_output;
    std::atomic<bool> m_cancelled = false;
    std::mutex m_mutex;
    core::ProgressMeter m_meter;
    QElapsedTimer m_clock;
    qint64 m_drawn = -1'000'000;
    bool m_terminal = false;
    bool m_barShown = false;
};

} // namespace civicq::cli

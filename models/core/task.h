// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a long piece of work is handed: where it says how far it is, and learns that it should stop. The work is a plain
// function `Result<T> f(TaskContext &, ...)` on whichever thread calls it: core::TaskRunner in the desktop program, the
// main thread in civicq-db. It looks at isCancelled() at least every 100 ms and then returns an Error Cancelled with
// nothing half done. report() is cheap: call it as often as is natural.

#include "core/result.h"

#include <QtCore/QString>

#include <atomic>

namespace civicq::core {

enum class Unit { Steps, Bytes, Rows, Objects };

struct Progress
{
    QString step;   // "Copying data"
    QString object; // what is worked on now: a table, a file
    qint64 done = 0;
    qint64 total = 0; // 0: not known
    Unit unit = Unit::Steps;
};

class TaskContext
{
public:
    virtual ~TaskContext() = default;
    [[nodiscard]] virtual bool isCancelled() const = 0;
    virtual void report(const Progress &progress) = 0;
    // A line for the task's details: what a person might want to read afterwards. No secrets.
    virtual void message(const QString &line) = 0;

    // The error to return once cancelled.
    [[nodiscard]] static std::unexpected<Error> cancelled();
};

// For work whose progress interests nobody, and for tests; cancel() may be called from any thread.
class SilentTask final : public TaskContext
{
public:
    [[nodiscard]] bool isCancelled() const override { return m_cancelled.load(std::memory_order_relaxed); }
    void report(const Progress &) override {}
    void message(const QString &) override {}
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }

private:
    std::atomic<bool> m_cancelled = false;
};

} // namespace civicq::core

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs the steps of a restore on several sessions at once, in the order of RestoreSchedule. Called by one worker thread,
// which waits, reports progress and notices a cancel while others work. The first error stops everybody: running
// statements are cancelled on the server and the error is returned once every thread has ended.

#include "backups/restoreplan.h"
#include "core/task.h"
#include "postgres/connection.h"

#include <memory>

namespace civicq::backups {

class ParallelRestore
{
public:
    using Session = std::unique_ptr<postgres::Connection>;
    struct Worker
    {
        // The context is cancelled when anybody failed; what is reported to it counts in bytes of rows.
        std::function<core::Result<Session>(core::TaskContext &)> connect;
        std::function<core::Result<>(core::TaskContext &, postgres::Connection &, const RestoreStep &)> run;
    };

    ParallelRestore(core::TaskContext &context, Worker worker, int workers);
    ~ParallelRestore();
    [[nodiscard]] core::Result<> run(QList<RestoreStep> steps);

private:
    struct Board;
    class WorkerTask;
    void work();

    core::TaskContext &m_context;
    Worker m_worker;
    int m_workers;
    std::unique_ptr<Board> m_board;
};

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How far pg_dump is: which table from its own log, how far in that table from pg_stat_progress_copy, asked on a session
// of its own by a thread of its own (begins and ends with the object). Bytes of table sizes; never backwards. Where the
// second session is not to be had, whole tables count.

#include "backups/databasefacts.h"
#include "backups/tableboard.h"
#include "core/task.h"
#include "postgres/connectionparameters.h"

#include <QtCore/QHash>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace civicq::backups {

class DumpProgress
{
public:
    DumpProgress(core::TaskContext &context, postgres::ConnectionParameters parameters, QString applicationName,
                 const QList<TableFacts> &tables, std::shared_ptr<TableBoard> board);
    ~DumpProgress();
    DumpProgress(const DumpProgress &) = delete;
    DumpProgress &operator=(const DumpProgress &) = delete;

    // A line of pg_dump --verbose; true when it was about progress.
    bool readLine(const QString &line);
    // The last table is through too.
    void finish();

private:
    void poll();
    void ask(core::TaskContext &quiet, postgres::Connection &connection);
    void report();

    core::TaskContext &m_context;
    const postgres::ConnectionParameters m_parameters;
    const QString m_applicationName;
    QHash<QString, TableFacts> m_tables;
    qint64 m_total = 0;
    const std::shared_ptr<TableBoard> m_board; // may be null

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    bool m_stop = false;
    TableFacts m_current;
    qint64 m_finished = 0; // bytes of the tables that are through
    double m_inside = 0.0; // share of the current one
    std::thread m_thread;
};

} // namespace civicq::backups

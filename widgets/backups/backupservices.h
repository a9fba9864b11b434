// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the backup page and its wizards work with, handed down by app/; everything in it outlives them. GUI thread, but
// for the toolbox and the catalogue, which the workers use.

#include "backups/catalogue.h"
#include "backups/sqlsource.h"
#include "connections/activeconnection.h"
#include "core/taskrunner.h"

#include <functional>
#include <optional>

namespace civicq::widgets {

struct BackupServices
{
    core::TaskRunner &tasks;
    connections::ActiveConnection &connection;
    backups::Toolbox toolbox;
    QString dataFolder;              // of the catalogue
    std::function<QString()> folder; // where backups go, as set now
    QString configFolder = {};       // of the schedule
    QString program = {};            // civicq-db, which the system's scheduler starts
    // The server a proof's scratch database is made on: the sandbox, started. On a worker thread; null: there is none.
    std::function<core::Result<postgres::ConnectionParameters>(core::TaskContext &)> scratchServer = {};
    // The revisions of the migrations that come with the program. On a worker thread; null: nothing is said of them.
    std::function<std::optional<QStringList>()> knownRevisions = {};
};

} // namespace civicq::widgets

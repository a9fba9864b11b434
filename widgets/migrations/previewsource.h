// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads previews from the database that is connected, as quiet tasks. GUI thread; outlives who asks. What it was made of
// outlives it.

#include "connections/activeconnection.h"
#include "core/taskrunner.h"
#include "migrations/historysnapshot.h"
#include "migrations/migrationpreview.h"

namespace civicq::widgets {

class PreviewSource
{
public:
    using Done = std::function<void(core::Result<migrations::MigrationPreview>)>;

    PreviewSource(core::TaskRunner &tasks, connections::ActiveConnection &connection);

    core::TaskHandle read(QObject *owner, migrations::HistorySnapshotPtr snapshot, migrations::MigrationPlan plan,
                          Done done);

private:
    core::TaskRunner &m_tasks;
    connections::ActiveConnection &m_connection;
};

} // namespace civicq::widgets

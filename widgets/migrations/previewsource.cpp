// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/previewsource.h"

#include "postgres/connectionpool.h"

#include <QtCore/QCoreApplication>

using namespace civicq::migrations;
using civicq::core::Result;
using civicq::core::TaskContext;

namespace civicq::widgets {

PreviewSource::PreviewSource(core::TaskRunner &tasks, connections::ActiveConnection &connection)
    : m_tasks(tasks), m_connection(connection)
{}

core::TaskHandle PreviewSource::read(QObject *owner, HistorySnapshotPtr snapshot, MigrationPlan plan, Done done)
{
    core::TaskSpec<MigrationPreview> spec;
    spec.title = QCoreApplication::translate("MigrationTexts", "Work out what would be locked");
    spec.quiet = true;
    spec.run = [pool = m_connection.isOpen() ? m_connection.pool() : nullptr, snapshot = std::move(snapshot),
                plan = std::move(plan)](TaskContext &context) -> Result<MigrationPreview> {
        if (!pool)
            return TaskContext::cancelled();
        auto lease = pool->acquire(context);
        if (!lease)
            return core::fail(lease.error());
        return readPreview(**lease, context, snapshot->folder.graph, plan);
    };
    return m_tasks.start<MigrationPreview>(owner, std::move(spec), std::move(done));
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/historysnapshot.h"

#include "migrations/chaincheck.h"
#include "migrations/revisionnames.h"
#include "migrations/revisionpath.h"

#include <QtCore/QSet>

namespace civicq::migrations {

namespace {

QSet<QString> changedRevisions(const QList<Problem> &problems)
{
    QSet<QString> changed;
    for (const Problem &problem : problems) {
        if (problem.kind == Problem::Kind::ChangedAfterApplied)
            changed.insert(problem.subject);
    }
    return changed;
}

} // namespace

HistorySnapshotPtr makeSnapshot(MigrationFolder folder, DatabaseState state)
{
    auto snapshot = std::make_shared<HistorySnapshot>();
    snapshot->folder = std::move(folder);
    snapshot->state = std::move(state);
    const RevisionGraph &graph = snapshot->folder.graph;
    snapshot->problems =
        snapshot->folder.problems + checkDatabase(graph, snapshot->state.versions, snapshot->state.checksums());

    QList<int> versions;
    for (const QString &version : std::as_const(snapshot->state.versions)) {
        const int index = graph.indexOf(version);
        if (index == RevisionGraph::none)
            snapshot->rows.append({RevisionGraph::none, version, RevisionStatus::Unknown, false});
        else
            versions.append(index);
    }
    const QBitArray applied = graph.ancestors(versions, RevisionGraph::Edges::ParentsAndDependencies);
    const QList<int> current = RevisionNames(graph).allCurrent(versions);
    const QSet<QString> changed = changedRevisions(snapshot->problems);
    const QList<int> order = displayOrder(graph);
    for (const int index : order) {
        const RevisionStatus status = current.contains(index)  ? RevisionStatus::Current
                                      : applied.testBit(index) ? RevisionStatus::Applied
                                                               : RevisionStatus::Pending;
        const QString &id = graph.at(index).id;
        snapshot->rows.append({index, id, status, changed.contains(id)});
    }
    snapshot->lanes = layOutLanes(graph, order);
    snapshot->applied = static_cast<int>(applied.count(true));
    snapshot->pending = graph.size() - snapshot->applied;
    return snapshot;
}

core::Result<HistorySnapshotPtr> readSnapshot(postgres::Connection &connection, core::TaskContext &context,
                                              const QString &folder)
{
    auto read = readFolder(folder);
    if (!read)
        return core::fail(read.error());
    auto state = readState(connection, context);
    if (!state)
        return core::fail(state.error());
    return makeSnapshot(std::move(*read), std::move(*state));
}

} // namespace civicq::migrations

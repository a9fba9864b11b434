// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which revisions a move runs, in which order, and what the version table holds after each. The order is
// Alembic's own: the same graph gives the same list. For sound graphs only (RevisionGraph::isSound).
// Free functions over a graph that must outlive the call; any thread. A name that does not fit, or a target that
// cannot be reached from where the database stands, is an Error.

#include "migrations/revisiongraph.h"

#include "core/result.h"

namespace civicq::migrations {

// Revisions, each after everything above it, beginning at the heads given.
QList<int> newestFirst(const RevisionGraph &graph, const QBitArray &wanted, const QList<int> &heads);

// In the order they are to run: oldest first for an upgrade, newest first for a downgrade.
core::Result<QList<int>> upgradePath(const RevisionGraph &graph, const QList<int> &current, const QString &target);
core::Result<QList<int>> downgradePath(const RevisionGraph &graph, const QList<int> &current, const QString &target);

// Newest first, both ends included; empty names stand for base and heads.
core::Result<QList<int>> history(const RevisionGraph &graph, const QString &from = {}, const QString &to = {});
// Everything there is, newest first, also where the chain is broken.
QList<int> displayOrder(const RevisionGraph &graph);

// What the version table holds once `revision` has been upgraded or downgraded.
QList<int> versionsAfterUpgrade(const RevisionGraph &graph, const QList<int> &versions, int revision);
QList<int> versionsAfterDowngrade(const RevisionGraph &graph, const QList<int> &versions, int revision);
// The same for a stamp. Targets move the branches they lie on; base clears, LABEL@base clears a branch.
core::Result<QList<int>> versionsAfterStamp(const RevisionGraph &graph, const QList<int> &versions,
                                            const QStringList &targets);

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What names a revision, by Alembic's rules: an identifier or a unique beginning of one (four
// characters at least for the identifier it names), a label, head, heads, base, LABEL@head, LABEL@REV, and
// relative ones: +N, -N, REV+N, REV-N, LABEL@+N, LABEL@-N.
// Reads a graph that it does not own and that must outlive it; any thread. A name that fits nothing or
// several things is an Error that says which, with the nearest names as its hint.

#include "migrations/revisiongraph.h"

#include "core/result.h"

#include <QtCore/QStringView>

namespace civicq::migrations {

class RevisionNames
{
public:
    // Below every base: where a database without revisions stands.
    static constexpr int base = -1;

    struct DowngradeTarget
    {
        QString branch; // a label or an identifier; empty: no branch was meant
        int revision = base;
    };

    explicit RevisionNames(const RevisionGraph &graph) : m_graph(graph) {}

    // All that a name stands for; nothing for base.
    core::Result<QList<int>> revisions(const QString &name) const;
    // The one revision that a name stands for, or base.
    core::Result<int> revision(const QString &name) const;
    core::Result<QList<int>> revisions(const QStringList &names) const;

    core::Result<QList<int>> upgradeTargets(const QString &name, const QList<int> &current) const;
    core::Result<DowngradeTarget> downgradeTarget(const QString &name, const QList<int> &current) const;

    // The revision that a branch is known by.
    core::Result<int> branch(const QString &label) const;
    // Those of `candidates` that lie above or below the named branch, or on it.
    core::Result<QList<int>> inLineage(const QList<int> &candidates, const QString &label,
                                       RevisionGraph::Edges edges = RevisionGraph::Edges::Parents) const;
    // The heads of every branch that the current revisions imply, dependencies included.
    QList<int> allCurrent(const QList<int> &current) const;

    // Identifiers and labels most like a mistaken name, best first, three at most.
    QStringList nearest(const QString &name) const;

private:
    struct Relative;

    core::Result<int> byIdentifier(const QString &id, const QString &label) const;
    core::Result<int> byBeginning(const QString &id, const QString &label) const;
    core::Result<QList<int>> named(const QString &name, const QString &label) const;
    core::Result<int> oneHead(const QString &label) const;
    core::Result<int> walkUp(int from, int steps, const QString &label, const QString &name) const;
    core::Result<int> walkDown(int from, int steps, const QString &name) const;
    core::Result<QList<int>> startOfUpgrade(const QString &label, const QList<int> &current) const;
    core::Result<int> startOfDowngrade(const QString &label, const QList<int> &current, const QString &name) const;

    const RevisionGraph &m_graph;
};

} // namespace civicq::migrations

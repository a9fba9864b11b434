// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The revisions of a history and what leads where. Built once from the files, then never changed:
// copies are cheap and may be read from any thread. Building cannot fail: what is broken (a parent that
// no file has, an identifier twice, a cycle) is recorded, and the rest of the graph stands.
// A revision is known here by its index, in the order the files were read. Terms are Alembic's:
// a head has no child, a base no parent; the "real" ones count dependencies as parents too.

#include "migrations/revision.h"

#include <QtCore/QBitArray>
#include <QtCore/QHash>
#include <QtCore/QList>

namespace civicq::migrations {

class RevisionGraph
{
public:
    static constexpr int none = -1;

    enum class Edges { Parents, ParentsAndDependencies };

    struct BrokenEdge
    {
        int from = none;
        QString name; // what no file has
        bool dependency = false;
    };
    struct Duplicate
    {
        int first = none;
        int second = none;
        QString name; // the identifier or label they share
        bool label = false;
    };

    RevisionGraph() = default;
    explicit RevisionGraph(QList<Revision> revisions);

    int size() const { return static_cast<int>(m_revisions.size()); }
    const Revision &at(int index) const { return m_revisions.at(index); }
    const QList<Revision> &revisions() const { return m_revisions; }

    // By whole identifier, or by label; none where there is no such.
    int indexOf(const QString &id) const { return m_byId.value(id, none); }
    int labelled(const QString &label) const { return m_byLabel.value(label, none); }
    QStringList identifiers(const QList<int> &indexes) const;

    const QList<int> &parents(int index) const { return m_parents.at(index); }
    const QList<int> &dependencies(int index) const { return m_dependencies.at(index); }
    // Parents, then the dependencies that no ancestor has already.
    const QList<int> &down(int index) const { return m_down.at(index); }
    const QList<int> &children(int index) const { return m_children.at(index); }
    const QList<int> &allChildren(int index) const { return m_allChildren.at(index); }
    // Own labels and those of the branch it lies on, sorted.
    const QStringList &labels(int index) const { return m_labels.at(index); }

    const QList<int> &heads() const { return m_heads; }
    const QList<int> &realHeads() const { return m_realHeads; }
    const QList<int> &bases() const { return m_bases; }
    bool isBranchPoint(int index) const { return m_children.at(index).size() > 1; }
    bool isMergePoint(int index) const { return m_parents.at(index).size() > 1; }

    // The revisions themselves are in the answer.
    QBitArray ancestors(const QList<int> &of, Edges edges) const;
    QBitArray descendants(const QList<int> &of, Edges edges) const;

    const QList<BrokenEdge> &brokenEdges() const { return m_brokenEdges; }
    const QList<Duplicate> &duplicates() const { return m_duplicates; }
    // Each a closed walk, every revision once.
    const QList<QList<int>> &cycles() const { return m_cycles; }
    bool isSound() const { return m_brokenEdges.isEmpty() && m_duplicates.isEmpty() && m_cycles.isEmpty(); }

private:
    void indexNames();
    void connectEdges();
    int resolveDependency(const QString &name) const;
    void normalizeDependencies();
    void findEnds();
    void findCycles();
    void spreadLabels();
    void spreadLabelDown(int from, const QString &label);
    void labelBelow(int from, const QString &label);

    QList<Revision> m_revisions;
    QHash<QString, int> m_byId;
    QHash<QString, int> m_byLabel;
    QList<QList<int>> m_parents;
    QList<QList<int>> m_dependencies;
    QList<QList<int>> m_down;
    QList<QList<int>> m_children;
    QList<QList<int>> m_allChildren;
    QList<QStringList> m_labels;
    QList<int> m_heads;
    QList<int> m_realHeads;
    QList<int> m_bases;
    QList<BrokenEdge> m_brokenEdges;
    QList<Duplicate> m_duplicates;
    QList<QList<int>> m_cycles;
};

// The set bits, lowest first.
QList<int> indexesIn(const QBitArray &set);

} // namespace civicq::migrations

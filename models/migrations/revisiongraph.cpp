// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/revisiongraph.h"

#include <QtCore/QSet>

#include <utility>

namespace civicq::migrations {

namespace {

QBitArray reach(const QList<int> &from, const QList<QList<int>> &next)
{
    QBitArray seen(next.size());
    QList<int> todo = from;
    while (!todo.isEmpty()) {
        const int index = todo.takeLast();
        if (seen.testBit(index))
            continue;
        seen.setBit(index);
        for (const int neighbour : next.at(index)) {
            if (!seen.testBit(neighbour))
                todo.append(neighbour);
        }
    }
    return seen;
}

void appendOnce(QList<int> &list, int index)
{
    if (!list.contains(index))
        list.append(index);
}

// What is left when every revision without a predecessor in `next`'s direction has been taken away,
// again and again: the cycles, and what can be reached only through one.
void peel(QBitArray &left, const QList<QList<int>> &next, const QList<QList<int>> &previous)
{
    QList<qsizetype> waitsFor(next.size());
    QList<int> free;
    for (int i = 0; i < next.size(); ++i) {
        for (const int before : previous.at(i))
            waitsFor[i] += left.testBit(before) ? 1 : 0;
        if (left.testBit(i) && waitsFor.at(i) == 0)
            free.append(i);
    }
    while (!free.isEmpty()) {
        const int index = free.takeLast();
        left.clearBit(index);
        for (const int after : next.at(index)) {
            if (left.testBit(after) && --waitsFor[after] == 0)
                free.append(after);
        }
    }
}

} // namespace

RevisionGraph::RevisionGraph(QList<Revision> revisions) : m_revisions(std::move(revisions))
{
    indexNames();
    connectEdges();
    findCycles();
    normalizeDependencies();
    findEnds();
    spreadLabels();
}

QStringList RevisionGraph::identifiers(const QList<int> &indexes) const
{
    QStringList names;
    for (const int index : indexes)
        names.append(at(index).id);
    return names;
}

QBitArray RevisionGraph::ancestors(const QList<int> &of, Edges edges) const
{
    return reach(of, edges == Edges::Parents ? m_parents : m_down);
}

QBitArray RevisionGraph::descendants(const QList<int> &of, Edges edges) const
{
    return reach(of, edges == Edges::Parents ? m_children : m_allChildren);
}

void RevisionGraph::indexNames()
{
    for (int i = 0; i < size(); ++i) {
        const QString &id = at(i).id;
        if (const int before = indexOf(id); before != none)
            m_duplicates.append({before, i, id, false});
        m_byId.insert(id, i);
    }
    for (int i = 0; i < size(); ++i) {
        for (const QString &label : at(i).labels) {
            const int byLabel = labelled(label);
            const int before = byLabel != none ? byLabel : indexOf(label);
            if (before != none)
                m_duplicates.append({before, i, label, true});
            else
                m_byLabel.insert(label, i);
        }
    }
}

int RevisionGraph::resolveDependency(const QString &name) const
{
    const int byId = indexOf(name);
    return byId != none ? byId : labelled(name);
}

void RevisionGraph::connectEdges()
{
    m_parents.resize(size());
    m_dependencies.resize(size());
    m_children.resize(size());
    m_allChildren.resize(size());
    for (int i = 0; i < size(); ++i) {
        for (const QString &name : at(i).parents) {
            const int parent = indexOf(name);
            if (parent == none) {
                m_brokenEdges.append({i, name, false});
                continue;
            }
            appendOnce(m_parents[i], parent);
            appendOnce(m_children[parent], i);
            appendOnce(m_allChildren[parent], i);
        }
        for (const QString &name : at(i).dependsOn) {
            const int dependency = resolveDependency(name);
            if (dependency == none) {
                m_brokenEdges.append({i, name, true});
                continue;
            }
            appendOnce(m_dependencies[i], dependency);
            appendOnce(m_allChildren[dependency], i);
        }
    }
}

void RevisionGraph::normalizeDependencies()
{
    m_down = m_parents;
    for (int i = 0; i < size(); ++i) {
        if (m_dependencies.at(i).isEmpty())
            continue;
        QSet<int> inherited;
        for (const int ancestor : indexesIn(ancestors({i}, Edges::Parents))) {
            if (ancestor == i)
                continue;
            for (const int dependency : m_dependencies.at(ancestor))
                inherited.insert(dependency);
        }
        for (const int dependency : m_dependencies.at(i)) {
            if (!inherited.contains(dependency))
                appendOnce(m_down[i], dependency);
        }
    }
}

void RevisionGraph::findEnds()
{
    for (int i = 0; i < size(); ++i) {
        if (m_children.at(i).isEmpty())
            m_heads.append(i);
        if (m_allChildren.at(i).isEmpty())
            m_realHeads.append(i);
        if (at(i).parents.isEmpty())
            m_bases.append(i);
    }
}

void RevisionGraph::findCycles()
{
    QList<QList<int>> back = m_parents;
    for (int i = 0; i < size(); ++i) {
        for (const int dependency : m_dependencies.at(i))
            appendOnce(back[i], dependency);
    }
    QBitArray left(size(), true);
    peel(left, m_allChildren, back);
    peel(left, back, m_allChildren);

    // Every revision left has a predecessor that is left too, so walking back must come round.
    for (int start = 0; start < size(); ++start) {
        if (!left.testBit(start))
            continue;
        QList<int> walk;
        int index = start;
        while (!walk.contains(index)) {
            walk.append(index);
            for (const int before : std::as_const(back[index])) {
                if (left.testBit(before)) {
                    index = before;
                    break;
                }
            }
        }
        m_cycles.append(walk.mid(walk.indexOf(index)));
        for (const int seen : std::as_const(walk))
            left.clearBit(seen);
        peel(left, m_allChildren, back);
        peel(left, back, m_allChildren);
    }
}

void RevisionGraph::spreadLabels()
{
    m_labels.resize(size());
    for (int i = 0; i < size(); ++i) {
        for (const QString &label : at(i).labels) {
            for (const int below : indexesIn(descendants({i}, Edges::Parents)))
                m_labels[below].append(label);
            spreadLabelDown(i, label);
        }
    }
    for (QStringList &labels : m_labels) {
        labels.removeDuplicates();
        labels.sort();
    }
}

// A label names its whole branch: where the line above it neither forks nor merges, it also reaches
// down to where the branch began, as Alembic has it.
void RevisionGraph::spreadLabelDown(int from, const QString &label)
{
    if (!m_cycles.isEmpty())
        return;
    for (int above = from; m_allChildren.at(above).size() <= 1; above = m_children.at(above).constFirst()) {
        if (above != from && isMergePoint(above))
            return;
        if (m_children.at(above).isEmpty()) {
            labelBelow(from, label);
            return;
        }
    }
}

void RevisionGraph::labelBelow(int from, const QString &label)
{
    int index = from;
    while (m_allChildren.at(index).size() <= 1 && !isMergePoint(index)) {
        m_labels[index].append(label);
        if (m_parents.at(index).isEmpty())
            return;
        index = m_parents.at(index).constFirst();
    }
}

QList<int> indexesIn(const QBitArray &set)
{
    QList<int> indexes;
    for (qsizetype i = 0; i < set.size(); ++i) {
        if (set.testBit(i))
            indexes.append(static_cast<int>(i));
    }
    return indexes;
}

} // namespace civicq::migrations

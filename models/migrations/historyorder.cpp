// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/revisionpath.h"

#include <algorithm>

namespace civicq::migrations {

namespace {

using Edges = RevisionGraph::Edges;

// Walks from the heads down, one line of revisions at a time, and leaves a line where another one still has to
// come down to the same revision. What each line can still reach is kept beside its tip.
class DownwardWalk
{
public:
    DownwardWalk(const RevisionGraph &graph, const QBitArray &wanted, const QList<int> &heads)
        : m_graph(graph), m_todo(wanted), m_isTip(graph.size())
    {
        QList<int> inOrder = heads;
        std::sort(inOrder.begin(), inOrder.end());
        for (const int head : std::as_const(inOrder)) {
            if (wanted.testBit(head) && !m_isTip.testBit(head))
                addTip(head);
        }
    }

    QList<int> run()
    {
        QList<int> order;
        order.reserve(m_todo.count(true));
        while (!m_tips.isEmpty()) {
            if (const qsizetype other = lineAbove(m_tips.at(m_at).revision); other >= 0) {
                m_at = other;
                continue;
            }
            const int revision = m_tips.at(m_at).revision;
            if (m_todo.testBit(revision)) {
                order.append(revision);
                m_todo.clearBit(revision);
            }
            goDown(revision);
        }
        return order;
    }

private:
    struct Tip
    {
        int revision;
        QBitArray reachable;
    };

    void addTip(int revision)
    {
        m_tips.append({revision, m_graph.ancestors({revision}, Edges::ParentsAndDependencies)});
        m_isTip.setBit(revision);
    }

    qsizetype lineAbove(int revision) const
    {
        for (qsizetype i = 0; i < m_tips.size(); ++i) {
            if (i != m_at && m_tips.at(i).reachable.testBit(revision))
                return i;
        }
        return -1;
    }

    void goDown(int revision)
    {
        QList<int> next;
        for (const int below : m_graph.down(revision)) {
            if (m_todo.testBit(below) && !m_isTip.testBit(below))
                next.append(below);
        }
        m_isTip.clearBit(revision);
        if (next.isEmpty()) {
            m_tips.removeAt(m_at);
            m_at = std::max<qsizetype>(m_at - 1, 0);
            return;
        }
        Tip &tip = m_tips[m_at];
        tip.revision = next.constFirst();
        m_isTip.setBit(tip.revision);
        if (m_graph.down(revision).size() == 1)
            tip.reachable.clearBit(revision);
        else
            tip.reachable = m_graph.ancestors({tip.revision}, Edges::ParentsAndDependencies);
        for (const int further : next.mid(1))
            addTip(further);
    }

    const RevisionGraph &m_graph;
    QBitArray m_todo;
    QBitArray m_isTip;
    QList<Tip> m_tips;
    qsizetype m_at = 0;
};

} // namespace

QList<int> newestFirst(const RevisionGraph &graph, const QBitArray &wanted, const QList<int> &heads)
{
    return DownwardWalk(graph, wanted, heads).run();
}

QList<int> displayOrder(const RevisionGraph &graph)
{
    if (graph.cycles().isEmpty()) {
        return newestFirst(graph, QBitArray(graph.size(), true), graph.realHeads());
    }
    // A cycle has no newest revision: the files are read oldest first, so their order is the next best.
    QList<int> order(graph.size());
    for (int i = 0; i < graph.size(); ++i)
        order[i] = graph.size() - 1 - i;
    return order;
}

} // namespace civicq::migrations

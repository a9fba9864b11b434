// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/lanes.h"

#include <algorithm>

namespace civicq::migrations {

namespace {

class Layout
{
public:
    explicit Layout(const RevisionGraph &graph) : m_graph(graph), m_seen(graph.size())
    {
        for (const auto &edge : graph.brokenEdges())
            m_broken.append(edge.from);
    }

    LaneRow next(int revision)
    {
        LaneRow row;
        row.lane = laneOf(revision);
        row.broken = m_broken.contains(revision);
        m_seen.setBit(revision);
        for (int lane = 0; lane < m_lanes.size(); ++lane) {
            Awaited &awaited = m_lanes[lane];
            if (awaited.revision == RevisionGraph::none)
                continue;
            if (awaited.revision == revision) {
                row.above.append({lane, awaited.dependency});
                awaited = {};
            } else {
                row.through.append({lane, awaited.dependency});
            }
        }
        const auto &parents = m_graph.parents(revision);
        for (const int below : m_graph.down(revision))
            leave(row, below, !parents.contains(below));
        while (!m_lanes.isEmpty() && m_lanes.constLast().revision == RevisionGraph::none)
            m_lanes.removeLast();
        return row;
    }

    [[nodiscard]] int width() const { return m_width; }

private:
    struct Awaited
    {
        int revision = RevisionGraph::none;
        bool dependency = false;
    };

    int freeLane(int preferred)
    {
        int lane = preferred;
        if (lane >= m_lanes.size() || m_lanes.at(lane).revision != RevisionGraph::none) {
            const auto free = std::find_if(m_lanes.begin(), m_lanes.end(),
                                           [](const Awaited &a) { return a.revision == RevisionGraph::none; });
            lane = static_cast<int>(std::distance(m_lanes.begin(), free));
        }
        if (lane == m_lanes.size())
            m_lanes.append(Awaited{});
        m_width = std::max(m_width, static_cast<int>(m_lanes.size()));
        return lane;
    }

    int laneOf(int revision)
    {
        const auto awaiting = std::find_if(m_lanes.begin(), m_lanes.end(),
                                           [revision](const Awaited &a) { return a.revision == revision; });
        if (awaiting != m_lanes.end())
            return static_cast<int>(std::distance(m_lanes.begin(), awaiting));
        return freeLane(static_cast<int>(m_lanes.size()));
    }

    // The first way down keeps the revision's own lane; a lane that leads there already is joined.
    void leave(LaneRow &row, int below, bool dependency)
    {
        if (m_seen.testBit(below)) // a cycle's way back: nothing below will meet it
            return;
        for (int lane = 0; lane < m_lanes.size(); ++lane) {
            if (m_lanes.at(lane).revision == below && m_lanes.at(lane).dependency == dependency) {
                row.below.append({lane, dependency});
                return;
            }
        }
        const int lane = freeLane(row.lane);
        m_lanes[lane] = {below, dependency};
        row.below.append({lane, dependency});
    }

    const RevisionGraph &m_graph;
    QList<Awaited> m_lanes;
    QBitArray m_seen;
    QList<int> m_broken;
    int m_width = 0;
};

} // namespace

Lanes layOutLanes(const RevisionGraph &graph, const QList<int> &order)
{
    Layout layout(graph);
    Lanes lanes;
    lanes.rows.reserve(order.size());
    for (const int revision : order)
        lanes.rows.append(layout.next(revision));
    lanes.width = layout.width();
    return lanes;
}

} // namespace civicq::migrations

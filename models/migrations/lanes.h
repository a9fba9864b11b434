// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the lines of a history run when it is drawn as a version-control log draws it: a row a revision, newest on top,
// lanes counted from 0 at the left. Pure function, any thread, linear in rows times lanes. Whatever order is given is laid
// out; a parent that no file has gets a stub.

#include "migrations/revisiongraph.h"

namespace civicq::migrations {

struct LaneRow
{
    struct Line
    {
        int lane = 0;
        bool dependency = false;
        bool operator==(const Line &) const = default;
    };

    int lane = 0;        // of the revision itself
    QList<Line> above;   // lanes that come down to it from the row above
    QList<Line> through; // lanes that pass by
    QList<Line> below;   // lanes that leave it downwards
    bool broken = false; // it names a parent or dependency that no file has
    bool operator==(const LaneRow &) const = default;
};

struct Lanes
{
    QList<LaneRow> rows; // one for each revision of the order
    int width = 0;       // lanes in use at the widest place
};

[[nodiscard]] Lanes layOutLanes(const RevisionGraph &graph, const QList<int> &order);

} // namespace civicq::migrations

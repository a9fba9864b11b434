// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/revisionpath.h"

#include "migrations/failures.h"
#include "migrations/relativename.h"
#include "migrations/revisionnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Result;
using Edges = RevisionGraph::Edges;

namespace {

// One current revision that has another among its ancestors says nothing new: the version table has been
// edited by hand, or the target names one branch twice.
Result<QBitArray> ancestorsApart(const RevisionGraph &graph, const QList<int> &of)
{
    for (const int one : of) {
        const QBitArray below = graph.ancestors({one}, Edges::ParentsAndDependencies);
        for (const int other : of) {
            if (other != one && below.testBit(other))
                return overlapping(graph.at(one).id, graph.at(other).id);
        }
    }
    return graph.ancestors(of, Edges::ParentsAndDependencies);
}

void keepAncestorsOf(const RevisionGraph &graph, QList<int> &roots, int tip)
{
    const QBitArray below = graph.ancestors({tip}, Edges::Parents);
    roots.removeIf([&below](int root) { return !below.testBit(root); });
}

} // namespace

Result<QList<int>> upgradePath(const RevisionGraph &graph, const QList<int> &current, const QString &target)
{
    const RevisionNames names(graph);
    const auto targets = names.upgradeTargets(target, current);
    if (!targets)
        return targets;
    auto required = ancestorsApart(graph, *targets);
    if (!required)
        return std::unexpected(required.error());
    const auto applied = ancestorsApart(graph, current);
    if (!applied)
        return std::unexpected(applied.error());
    QList<int> path = newestFirst(graph, *required & ~*applied, *targets);
    std::reverse(path.begin(), path.end());
    return path;
}

Result<QList<int>> downgradePath(const RevisionGraph &graph, const QList<int> &current, const QString &target)
{
    const RevisionNames names(graph);
    const auto to = names.downgradeTarget(target, current);
    if (!to)
        return std::unexpected(to.error());
    QList<int> roots = to->revision == RevisionNames::base ? graph.bases() : graph.children(to->revision);
    if (!to->branch.isEmpty() && roots.size() > 1) {
        const auto tip = names.branch(to->branch);
        if (!tip)
            return std::unexpected(tip.error());
        keepAncestorsOf(graph, roots, *tip);
        if (roots.isEmpty())
            return notBelowCurrent(target);
    }
    const QBitArray affected = graph.descendants(roots, Edges::ParentsAndDependencies)
                               & graph.ancestors(current, Edges::ParentsAndDependencies);
    if (to->revision != RevisionNames::base && affected.count(true) == 0 && !current.contains(to->revision))
        return notBelowCurrent(target);
    return newestFirst(graph, affected, current);
}

Result<QList<int>> history(const RevisionGraph &graph, const QString &from, const QString &to)
{
    const RevisionNames names(graph);
    const auto tops = names.revisions(to.isEmpty() ? u"heads"_s : to);
    if (!tops)
        return tops;
    const auto bottoms = names.revisions(from.isEmpty() ? u"base"_s : from);
    if (!bottoms)
        return bottoms;
    QBitArray wanted = graph.ancestors(*tops, Edges::ParentsAndDependencies);
    if (!bottoms->isEmpty()) {
        for (const int bottom : *bottoms) {
            if (!wanted.testBit(bottom))
                return notBelow(from, to);
        }
        wanted &= ~graph.ancestors(*bottoms, Edges::ParentsAndDependencies);
        for (const int bottom : *bottoms)
            wanted.setBit(bottom);
        wanted &= graph.descendants(*bottoms, Edges::Parents);
    }
    return newestFirst(graph, wanted, *tops);
}

QList<int> versionsAfterUpgrade(const RevisionGraph &graph, const QList<int> &versions, int revision)
{
    QList<int> after = versions;
    const auto &below = graph.down(revision);
    after.removeIf([&below](int version) { return below.contains(version); });
    after.append(revision);
    return after;
}

QList<int> versionsAfterDowngrade(const RevisionGraph &graph, const QList<int> &versions, int revision)
{
    QList<int> after = versions;
    after.removeAll(revision);
    // What another version implies, or another of the revisions below, needs no row of its own.
    const QBitArray implied = graph.ancestors(after, Edges::ParentsAndDependencies);
    const auto &below = graph.down(revision);
    for (const int index : below) {
        const bool underAnother = std::any_of(below.begin(), below.end(), [&](int other) {
            return other != index && graph.ancestors({other}, Edges::ParentsAndDependencies).testBit(index);
        });
        if (!implied.testBit(index) && !underAnother)
            after.append(index);
    }
    return after;
}

Result<QList<int>> versionsAfterStamp(const RevisionGraph &graph, const QList<int> &versions,
                                      const QStringList &targets)
{
    const RevisionNames names(graph);
    QList<int> after = versions;
    for (const QString &target : targets) {
        const auto destinations = names.revisions(target);
        if (!destinations)
            return destinations;
        if (destinations->isEmpty()) {
            const QString branch = splitBranch(target).branch;
            const auto cleared = branch.isEmpty() ? Result<QList<int>>(after)
                                                  : names.inLineage(after, branch, Edges::ParentsAndDependencies);
            if (!cleared)
                return cleared;
            after.removeIf([&cleared](int version) { return cleared->contains(version); });
        }
        for (const int destination : *destinations) {
            const QBitArray line = graph.ancestors({destination}, Edges::ParentsAndDependencies)
                                   | graph.descendants({destination}, Edges::ParentsAndDependencies);
            after.removeIf([&line](int version) { return line.testBit(version); });
            after.append(destination);
        }
    }
    return after;
}

} // namespace civicq::migrations

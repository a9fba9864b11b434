// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/revisionnames.h"

#include "migrations/failures.h"
#include "migrations/nearestnames.h"
#include "migrations/relativename.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Result;
using Edges = RevisionGraph::Edges;

Result<QList<int>> RevisionNames::revisions(const QString &name) const
{
    const auto [label, symbol] = splitBranch(name);
    if (const auto steps = stepsDown(symbol)) {
        QList<int> reached;
        for (const int head : m_graph.realHeads()) {
            if (!label.isEmpty() && !m_graph.labels(head).contains(label))
                continue;
            const auto target = walkDown(head, *steps, name);
            if (!target)
                return std::unexpected(target.error());
            if (*target != base)
                reached.append(*target);
        }
        return reached;
    }
    return named(symbol, label);
}

Result<QList<int>> RevisionNames::revisions(const QStringList &names) const
{
    QList<int> all;
    for (const QString &name : names) {
        const auto found = revisions(name);
        if (!found)
            return found;
        all += *found;
    }
    return all;
}

Result<int> RevisionNames::revision(const QString &name) const
{
    const auto [label, symbol] = splitBranch(name);
    const auto found = named(symbol, label);
    if (!found)
        return std::unexpected(found.error());
    if (found->size() > 1)
        return severalHeads(name, m_graph.identifiers(*found));
    return found->isEmpty() ? base : found->constFirst();
}

Result<QList<int>> RevisionNames::named(const QString &name, const QString &label) const
{
    if (name == u"heads")
        return label.isEmpty() ? Result<QList<int>>(m_graph.realHeads()) : inLineage(m_graph.heads(), label);
    if (name == u"base")
        return QList<int>();
    const auto one = name == u"head" ? oneHead(label) : byIdentifier(name, label);
    if (!one)
        return std::unexpected(one.error());
    return *one == base ? QList<int>() : QList<int>{*one};
}

Result<int> RevisionNames::oneHead(const QString &label) const
{
    QList<int> heads = m_graph.heads();
    if (!label.isEmpty()) {
        const auto onBranch = inLineage(heads, label);
        if (!onBranch)
            return std::unexpected(onBranch.error());
        heads = *onBranch;
    }
    if (heads.size() > 1)
        return severalHeads(label.isEmpty() ? u"head"_s : label + u"@head"_s, m_graph.identifiers(heads));
    return heads.isEmpty() ? base : heads.constFirst();
}

Result<int> RevisionNames::byIdentifier(const QString &id, const QString &label) const
{
    int index = m_graph.indexOf(id);
    if (index == RevisionGraph::none)
        index = m_graph.labelled(id);
    if (index == RevisionGraph::none) {
        const auto begun = byBeginning(id, label);
        if (!begun)
            return begun;
        index = *begun;
    }
    if (label.isEmpty())
        return index;
    const auto related = inLineage({index}, label);
    if (!related)
        return std::unexpected(related.error());
    if (related->isEmpty())
        return notOnBranch(m_graph.at(index).id, label);
    return index;
}

Result<int> RevisionNames::byBeginning(const QString &id, const QString &label) const
{
    QList<int> candidates;
    const auto begins = [&id](const QString &whole) { return whole.size() > 3 && whole.startsWith(id); };
    for (int i = 0; i < m_graph.size(); ++i) {
        const Revision &revision = m_graph.at(i);
        const auto &labels = revision.labels;
        if (begins(revision.id) || std::any_of(labels.begin(), labels.end(), begins))
            candidates.append(i);
    }
    if (!label.isEmpty() && !candidates.isEmpty()) {
        const auto related = inLineage(candidates, label);
        if (!related)
            return std::unexpected(related.error());
        candidates = *related;
    }
    if (id.isEmpty() || candidates.isEmpty())
        return noSuchRevision(id, nearest(id));
    if (candidates.size() > 1)
        return ambiguousBeginning(id, m_graph.identifiers(candidates));
    return candidates.constFirst();
}

Result<int> RevisionNames::branch(const QString &label) const
{
    if (const int index = m_graph.labelled(label); index != RevisionGraph::none)
        return index;
    return byIdentifier(label, {});
}

Result<QList<int>> RevisionNames::inLineage(const QList<int> &candidates, const QString &label, Edges edges) const
{
    const auto named = revisions(label);
    if (!named)
        return std::unexpected(named.error());
    if (named->isEmpty())
        return candidates;
    const QBitArray related = m_graph.ancestors(*named, edges) | m_graph.descendants(*named, edges);
    QList<int> kept;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(kept),
                 [&related](int index) { return related.testBit(index); });
    return kept;
}

QList<int> RevisionNames::allCurrent(const QList<int> &current) const
{
    const QBitArray applied = m_graph.ancestors(current, Edges::ParentsAndDependencies);
    QList<int> tips;
    for (const int index : indexesIn(applied)) {
        const auto &children = m_graph.children(index);
        if (std::none_of(children.begin(), children.end(), [&](int child) { return applied.testBit(child); }))
            tips.append(index);
    }
    return tips;
}

Result<int> RevisionNames::walkUp(int from, int steps, const QString &label, const QString &name) const
{
    int index = from;
    for (int step = 0; step < steps; ++step) {
        QList<int> next = index == base ? m_graph.bases() : m_graph.children(index);
        if (!label.isEmpty() && !next.isEmpty()) {
            const auto onBranch = inLineage(next, label);
            if (!onBranch)
                return std::unexpected(onBranch.error());
            next = *onBranch;
        }
        if (next.isEmpty())
            return tooFar(name, step);
        if (next.size() > 1)
            return ambiguousWalk(name, m_graph.identifiers(next));
        index = next.constFirst();
    }
    return index;
}

Result<int> RevisionNames::walkDown(int from, int steps, const QString &name) const
{
    int index = from;
    for (int step = 0; step < steps; ++step) {
        if (index == base)
            return tooFar(name, step);
        const auto &parents = m_graph.parents(index);
        if (parents.size() > 1)
            return ambiguousWalk(name, m_graph.identifiers(parents));
        index = parents.isEmpty() ? base : parents.constFirst();
    }
    return index;
}

Result<QList<int>> RevisionNames::upgradeTargets(const QString &name, const QList<int> &current) const
{
    const auto relative = parseRelative(name);
    if (!relative)
        return revisions(name);
    const QString from = relative->symbol.isEmpty() ? QString() : relative->start();
    Result<int> target = base;
    if (from.isEmpty()) {
        if (relative->steps <= 0)
            return wrongDirection(name, true);
        const auto start = startOfUpgrade(relative->branch, current);
        if (!start)
            return start;
        if (start->size() > 1)
            return severalCurrent(name, m_graph.identifiers(*start));
        target = walkUp(start->constFirst(), relative->steps, relative->branch, name);
    } else if (relative->steps > 0) {
        const auto start = revision(relative->symbol);
        target = start ? walkUp(*start, relative->steps, relative->branch, name) : start;
    } else {
        const auto start = revision(from);
        target = start ? walkDown(*start, -relative->steps, name) : start;
        if (target && *target == base)
            return tooFar(name, -relative->steps - 1);
    }
    if (!target)
        return std::unexpected(target.error());
    return QList<int>{*target};
}

// Where +N counts from: the one current revision; on a branch, the current revision that lies on it, or
// else the newest applied revisions below it, or else base.
Result<QList<int>> RevisionNames::startOfUpgrade(const QString &label, const QList<int> &current) const
{
    if (current.isEmpty())
        return QList<int>{base};
    if (label.isEmpty())
        return current;
    const auto onBranch = inLineage(current, label);
    if (!onBranch || !onBranch->isEmpty())
        return onBranch;

    const auto applied = inLineage(indexesIn(m_graph.ancestors(current, Edges::ParentsAndDependencies)), label);
    if (!applied)
        return applied;
    QList<int> tips = *applied;
    for (const int index : *applied) {
        for (const int below : m_graph.down(index))
            tips.removeAll(below);
    }
    return tips.isEmpty() ? QList<int>{base} : tips;
}

Result<RevisionNames::DowngradeTarget> RevisionNames::downgradeTarget(const QString &name,
                                                                      const QList<int> &current) const
{
    const auto relative = parseRelative(name);
    if (!relative) {
        const qsizetype at = name.lastIndexOf(u'@');
        const auto target = revision(name.mid(at + 1));
        if (!target)
            return std::unexpected(target.error());
        return DowngradeTarget{name.left(std::max<qsizetype>(at, 0)), *target};
    }
    if (relative->steps >= 0) {
        if (relative->symbol.isEmpty())
            return wrongDirection(name, false);
        const auto start = revision(relative->symbol);
        const auto target = start ? walkUp(*start, relative->steps, relative->branch, name) : start;
        if (!target)
            return std::unexpected(target.error());
        return DowngradeTarget{relative->branch, *target};
    }
    QString branch = relative->branch;
    Result<int> start = base;
    if (relative->symbol.isEmpty()) {
        start = startOfDowngrade(branch, current, name);
        if (start && branch.isEmpty())
            branch = m_graph.at(*start).id;
    } else {
        start = revision(relative->start());
    }
    const auto target = start ? walkDown(*start, -relative->steps, name) : start;
    if (!target)
        return std::unexpected(target.error());
    return DowngradeTarget{branch, *target};
}

Result<int> RevisionNames::startOfDowngrade(const QString &label, const QList<int> &current, const QString &name) const
{
    if (current.isEmpty())
        return tooFar(name, 0);
    QList<int> starts = current;
    if (!label.isEmpty()) {
        auto onBranch = inLineage(current, label);
        if (onBranch && onBranch->isEmpty())
            onBranch = inLineage(allCurrent(current), label);
        if (!onBranch)
            return std::unexpected(onBranch.error());
        starts = *onBranch;
    }
    if (starts.isEmpty())
        return notOnBranch(m_graph.identifiers(current).join(u", "_s), label);
    if (starts.size() > 1)
        return severalCurrent(name, m_graph.identifiers(starts));
    return starts.constFirst();
}

QStringList RevisionNames::nearest(const QString &name) const
{
    QStringList names;
    for (const Revision &revision : m_graph.revisions()) {
        if (isFileNameOf(name, revision.file))
            return {revision.id};
        names.append(revision.id);
        names.append(revision.labels);
    }
    return nearestNames(name, names, 3);
}

} // namespace civicq::migrations

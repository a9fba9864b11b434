// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/chaincheck.h"

#include "migrations/nearestnames.h"
#include "migrations/revisionnames.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using Kind = Problem::Kind;
using Severity = Problem::Severity;

Problem brokenEdge(const RevisionGraph &graph, const RevisionGraph::BrokenEdge &edge)
{
    const Revision &revision = graph.at(edge.from);
    Problem problem;
    problem.file = revision.file;
    problem.line = edge.dependency ? revision.dependsOnLine : revision.parentsLine;
    problem.subject = edge.name;
    const QString role = edge.dependency ? u"dependency"_s : u"parent"_s;

    for (const Revision &other : graph.revisions()) {
        if (!isFileNameOf(edge.name, other.file))
            continue;
        problem.kind = Kind::FileNameAsRevision;
        problem.message =
            u"Revision %1 names the file \"%2\" as its %3, not a revision."_s.arg(revision.id, edge.name, role);
        problem.mend = u"That file's identifier is %1: write that."_s.arg(other.id);
        return problem;
    }
    problem.kind = edge.dependency ? Kind::MissingDependency : Kind::MissingParent;
    problem.message =
        u"Revision %1 names %2 as its %3, and no file has that revision."_s.arg(revision.id, edge.name, role);
    QStringList near = RevisionNames(graph).nearest(edge.name);
    near.removeAll(revision.id);
    problem.mend = near.isEmpty()
                       ? u"Bring the missing file back, or name the revision that comes before this one."_s
                       : u"Bring the missing file back, or name another; the nearest is %1."_s.arg(near.constFirst());
    return problem;
}

Problem duplicate(const RevisionGraph &graph, const RevisionGraph::Duplicate &twice)
{
    const Revision &first = graph.at(twice.first);
    const Revision &second = graph.at(twice.second);
    Problem problem;
    problem.kind = twice.label ? Kind::DuplicateLabel : Kind::DuplicateRevision;
    problem.file = second.file;
    problem.line = twice.label ? second.labelsLine : second.idLine;
    problem.subject = twice.name;
    problem.message = u"%1 %2 stands in %3 already."_s.arg(twice.label ? u"The label"_s : u"The identifier"_s,
                                                           twice.name, QFileInfo(first.file).fileName());
    problem.mend = twice.label ? u"Give one of the two another label."_s
                               : u"Give the newer of the two files another identifier, and name that in "
                                 "the revisions that follow it."_s;
    return problem;
}

Problem cycle(const RevisionGraph &graph, const QList<int> &walk)
{
    const Revision &last = graph.at(walk.constFirst());
    QStringList names = graph.identifiers(walk);
    names.append(last.id);
    Problem problem;
    problem.kind = Kind::Cycle;
    problem.file = last.file;
    problem.line = last.parentsLine;
    problem.subject = last.id;
    problem.message = u"The revisions lead round in a circle: %1."_s.arg(names.join(u" → "_s));
    problem.mend = u"One of them names a parent or dependency that comes after it: correct that one."_s;
    return problem;
}

Problem severalHeads(const RevisionGraph &graph)
{
    const Revision &newest = graph.at(graph.heads().constLast());
    Problem problem;
    problem.kind = Kind::SeveralHeads;
    problem.severity = Severity::Warning;
    problem.file = newest.file;
    problem.line = newest.idLine;
    problem.subject = newest.id;
    const QString names = graph.identifiers(graph.heads()).join(u", "_s);
    problem.message = u"There are several heads: %1."_s.arg(names);
    problem.mend = u"Merge them into one, or upgrade to \"heads\" if the branches are meant to stay apart."_s;
    return problem;
}

Problem unknownVersion(const RevisionGraph &graph, const QString &version)
{
    Problem problem;
    problem.kind = Kind::UnknownVersion;
    problem.subject = version;
    problem.message = u"The database stands at revision %1, and no file has that revision."_s.arg(version);
    const QStringList near = RevisionNames(graph).nearest(version);
    problem.mend = near.isEmpty() ? u"Use the folder of migrations that this database was made with, or stamp it with "
                                    "the revision its schema really has."_s
                                  : u"If %1 is meant, stamp the database with it; else use the folder of migrations "
                                    "that this database was made with."_s.arg(near.constFirst());
    return problem;
}

void checkOverlaps(const RevisionGraph &graph, const QList<int> &current, QList<Problem> &problems)
{
    for (const int above : current) {
        const QBitArray below = graph.ancestors({above}, RevisionGraph::Edges::ParentsAndDependencies);
        for (const int other : current) {
            if (other == above || !below.testBit(other))
                continue;
            Problem problem;
            problem.kind = Kind::OverlappingVersions;
            problem.subject = graph.at(other).id;
            problem.message = u"The version table has %1 and also %2, which comes after it."_s.arg(graph.at(other).id,
                                                                                                   graph.at(above).id);
            problem.mend = u"Stamp the database with %1 alone, if its schema is that far."_s.arg(graph.at(above).id);
            problems.append(problem);
        }
    }
}

} // namespace

QList<Problem> checkChain(const RevisionGraph &graph, const QList<Problem> &ofFiles)
{
    QList<Problem> problems;
    for (const auto &edge : graph.brokenEdges())
        problems.append(brokenEdge(graph, edge));
    for (const auto &twice : graph.duplicates())
        problems.append(duplicate(graph, twice));
    for (const auto &walk : graph.cycles())
        problems.append(cycle(graph, walk));
    const bool allRead = std::ranges::none_of(ofFiles, [](const Problem &p) { return p.kind == Kind::BadHeader; });
    if (graph.isSound() && allRead && graph.heads().size() > 1)
        problems.append(severalHeads(graph));
    return problems;
}

QList<Problem> checkDatabase(const RevisionGraph &graph, const QStringList &versions,
                             const QHash<QString, QByteArray> &applied)
{
    QList<Problem> problems;
    QList<int> current;
    for (const QString &version : versions) {
        const int index = graph.indexOf(version);
        if (index == RevisionGraph::none)
            problems.append(unknownVersion(graph, version));
        else
            current.append(index);
    }
    if (graph.cycles().isEmpty())
        checkOverlaps(graph, current, problems);

    const QBitArray reached = graph.ancestors(current, RevisionGraph::Edges::ParentsAndDependencies);
    for (const int index : indexesIn(reached)) {
        const Revision &revision = graph.at(index);
        const QByteArray then = applied.value(revision.id);
        if (then.isEmpty() || then == revision.checksum())
            continue;
        problems.append({Kind::ChangedAfterApplied, Severity::Warning, revision.file, revision.idLine, revision.id,
                         u"The file of revision %1 was changed after it was applied here."_s.arg(revision.id),
                         u"Bring the file back as it was, and put the change into a new revision."_s});
    }
    return problems;
}

} // namespace civicq::migrations

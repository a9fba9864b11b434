// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/randomhistory.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::tests {

using migrations::Revision;
using migrations::RevisionGraph;

namespace {

int below(QRandomGenerator &random, qsizetype limit)
{
    return static_cast<int>(random.bounded(static_cast<quint32>(limit)));
}

bool chance(QRandomGenerator &random, double probability)
{
    return random.generateDouble() < probability;
}

// Some revision that is neither above nor below any of `apartFrom`; none if there is no such.
int unrelated(QRandomGenerator &random, const RevisionGraph &graph, const QList<int> &apartFrom)
{
    using Edges = RevisionGraph::Edges;
    const QBitArray related = graph.ancestors(apartFrom, Edges::ParentsAndDependencies)
                              | graph.descendants(apartFrom, Edges::ParentsAndDependencies);
    const QList<int> candidates = migrations::indexesIn(~related);
    return candidates.isEmpty() ? RevisionGraph::none : candidates.at(below(random, candidates.size()));
}

void addParents(QRandomGenerator &random, const RevisionGraph &graph, Revision &revision)
{
    if (graph.size() == 0 || chance(random, 0.08))
        return;
    const auto &heads = graph.heads();
    QList<int> parents{chance(random, 0.8) ? heads.at(below(random, heads.size())) : below(random, graph.size())};
    while (parents.size() < 3 && chance(random, 0.2)) {
        const int other = unrelated(random, graph, parents);
        if (other == RevisionGraph::none)
            break;
        parents.append(other);
    }
    revision.parents = graph.identifiers(parents);
}

void addDependency(QRandomGenerator &random, const RevisionGraph &graph, Revision &revision)
{
    if (!chance(random, 0.15) || graph.size() == 0)
        return;
    QList<int> parents;
    for (const QString &parent : std::as_const(revision.parents))
        parents.append(graph.indexOf(parent));
    const int on = unrelated(random, graph, parents);
    if (on == RevisionGraph::none)
        return;
    const Revision &target = graph.at(on);
    revision.dependsOn = {!target.labels.isEmpty() && chance(random, 0.5) ? target.labels.constFirst() : target.id};
}

QString python(const QStringList &names)
{
    if (names.isEmpty())
        return u"None"_s;
    if (names.size() == 1)
        return u"'%1'"_s.arg(names.constFirst());
    return u"('%1')"_s.arg(names.join(u"', '"_s));
}

} // namespace

QList<Revision> randomHistory(QRandomGenerator &random, int size)
{
    QList<Revision> revisions;
    for (int i = 0; i < size; ++i) {
        const RevisionGraph graph(revisions);
        Revision revision;
        revision.id = QString::number(random.generate64(), 16).rightJustified(12, u'0').right(12);
        revision.message = u"step %1"_s.arg(i);
        addParents(random, graph, revision);
        addDependency(random, graph, revision);
        if (chance(random, 0.12))
            revision.labels = {u"branch%1"_s.arg(i)};
        revisions.append(revision);
    }
    // Files are read by name, which has nothing to do with what leads where.
    for (qsizetype i = revisions.size() - 1; i > 0; --i)
        revisions.swapItemsAt(i, below(random, i + 1));
    return revisions;
}

bool writeAlembicFiles(const QList<Revision> &revisions, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return false;
    for (qsizetype i = 0; i < revisions.size(); ++i) {
        const Revision &revision = revisions.at(i);
        QFile file(u"%1/%2_%3.py"_s.arg(folder).arg(i, 5, 10, QChar(u'0')).arg(revision.id));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write(u"\"\"\"%1\"\"\"\nrevision = '%2'\ndown_revision = %3\nbranch_labels = %4\ndepends_on = %5\n\n\n"
                   "def upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n"_s
                       .arg(revision.message, revision.id, python(revision.parents), python(revision.labels),
                            python(revision.dependsOn))
                       .toUtf8());
    }
    return true;
}

} // namespace civicq::tests

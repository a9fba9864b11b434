// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/chaincheck.h"
#include "migrations/revisionnames.h"
#include "migrations/revisionpath.h"
#include "migrations/scriptparser.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace {

// "d: b, c [label] <dep>" a line: a revision, its parents, labels, dependency.
RevisionGraph graphOf(const char *text)
{
    QList<Revision> revisions;
    const QStringList lines = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        Revision revision;
        const auto between = [&line](QChar open, QChar close) {
            return line.section(open, 1).section(close, 0, 0).split(u',', Qt::SkipEmptyParts);
        };
        revision.id = line.section(u':', 0, 0).trimmed();
        const QString parents = line.section(u':', 1).section(u'[', 0, 0).section(u'<', 0, 0).trimmed();
        revision.parents = parents.split(u", "_s, Qt::SkipEmptyParts);
        revision.labels = between(u'[', u']');
        revision.dependsOn = between(u'<', u'>');
        revision.file = u"/there/0001_about_%1.sql"_s.arg(revision.id);
        revision.idLine = 3;
        revision.parentsLine = 4;
        revision.labelsLine = 5;
        revision.dependsOnLine = 6;
        revision.fileHash = "as it is";
        revisions.append(revision);
    }
    return RevisionGraph(revisions);
}

class RevisionGraphTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsFaults_data();
    void findsFaults();
    void healthyChainsHaveNone();
    void databaseFaults();
    void refusesAmbiguousDowngrade();
    void nearestNames();
    void stamps();
    void showsABrokenGraph();
};

void RevisionGraphTest::findsFaults_data()
{
    using Kind = Problem::Kind;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("mend");
    const auto fault = [](const char *name, const char *text, Kind kind, const char *place, const char *subject,
                          const char *mend) {
        QTest::newRow(name) << QByteArray(text) << kindName(kind) << QString::fromLatin1(place)
                            << QString::fromLatin1(subject) << QString::fromLatin1(mend);
    };
    fault("missing parent", "aaaa1:\nbbbb2: aaab1\n", Kind::MissingParent, "0001_about_bbbb2.sql:4", "aaab1",
          "nearest is aaaa1");
    fault("missing parent, nothing near", "aaaa1:\nbbbb2: zzzzzzz\n", Kind::MissingParent, "0001_about_bbbb2.sql:4",
          "zzzzzzz", "Bring the missing file back");
    fault("missing dependency", "aaaa1:\nbbbb2: aaaa1 <gone>\n", Kind::MissingDependency, "0001_about_bbbb2.sql:6",
          "gone", "Bring the missing file back");
    fault("file name as parent", "aaaa1:\nbbbb2: 0001_about_aaaa1\n", Kind::FileNameAsRevision,
          "0001_about_bbbb2.sql:4", "0001_about_aaaa1", "identifier is aaaa1");
    fault("slug as parent", "aaaa1:\nbbbb2: about_aaaa1\n", Kind::FileNameAsRevision, "0001_about_bbbb2.sql:4",
          "about_aaaa1", "identifier is aaaa1");
    fault("identifier twice", "aaaa1:\nbbbb2: aaaa1\nbbbb2: aaaa1\n", Kind::DuplicateRevision, "0001_about_bbbb2.sql:3",
          "bbbb2", "another identifier");
    fault("label twice", "aaaa1: [x]\nbbbb2: aaaa1 [x]\n", Kind::DuplicateLabel, "0001_about_bbbb2.sql:5", "x",
          "another label");
    fault("label like an identifier", "aaaa1: [bbbb2]\nbbbb2: aaaa1\n", Kind::DuplicateLabel, "0001_about_aaaa1.sql:5",
          "bbbb2", "another label");
    fault("cycle", "aaaa1: bbbb2\nbbbb2: aaaa1\n", Kind::Cycle, "0001_about_aaaa1.sql:4", "aaaa1", "comes after it");
    fault("parent of itself", "aaaa1:\nbbbb2: bbbb2\n", Kind::Cycle, "0001_about_bbbb2.sql:4", "bbbb2",
          "comes after it");
    fault("cycle through a dependency", "aaaa1: <bbbb2>\nbbbb2: aaaa1\n", Kind::Cycle, "0001_about_aaaa1.sql:4",
          "aaaa1", "comes after it");
    fault("two heads", "aaaa1:\nbbbb2: aaaa1\ncccc3: aaaa1\n", Kind::SeveralHeads, "0001_about_cccc3.sql:3", "cccc3",
          "Merge them");
}

void RevisionGraphTest::findsFaults()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, kind);
    QFETCH(QString, place);
    QFETCH(QString, subject);
    QFETCH(QString, mend);
    const auto problems = checkChain(graphOf(text.constData()), {});
    QCOMPARE(problems.size(), 1);
    const Problem &problem = problems.constFirst();
    QCOMPARE(kindName(problem.kind), kind);
    QCOMPARE(problem.place(), place);
    QCOMPARE(problem.subject, subject);
    QVERIFY2(problem.mend.contains(mend), qPrintable(problem.mend));
    QCOMPARE(problem.severity == Problem::Severity::Warning, problem.kind == Problem::Kind::SeveralHeads);
}

void RevisionGraphTest::healthyChainsHaveNone()
{
    for (const char *text : {"", "a:\n", "a:\nb: a\nc: b\n", "a:\nb: a\nc: a\nd: b, c\n", "b: a\na:\n",
                             "a: [x]\nb: a <c>\nc: a\nd: b, c\n"}) {
        const auto problems = checkChain(graphOf(text), {});
        QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems.constFirst().message));
    }
}

void RevisionGraphTest::databaseFaults()
{
    const RevisionGraph graph = graphOf("aaaa1:\nbbbb2: aaaa1\n");
    QVERIFY(checkDatabase(graph, {u"bbbb2"_s}, {{u"bbbb2"_s, "as it is"}, {u"aaaa1"_s, ""}}).isEmpty());

    const auto unknown = checkDatabase(graph, {u"bbbb3"_s}, {});
    QCOMPARE(unknown.size(), 1);
    QCOMPARE(unknown.constFirst().kind, Problem::Kind::UnknownVersion);
    QVERIFY(unknown.constFirst().mend.contains(u"If bbbb2 is meant"_s));

    const auto overlap = checkDatabase(graph, {u"aaaa1"_s, u"bbbb2"_s}, {});
    QCOMPARE(overlap.size(), 1);
    QCOMPARE(overlap.constFirst().kind, Problem::Kind::OverlappingVersions);
    QVERIFY(overlap.constFirst().mend.contains(u"bbbb2 alone"_s));

    const auto changed = checkDatabase(graph, {u"bbbb2"_s}, {{u"aaaa1"_s, "as it was"}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().kind, Problem::Kind::ChangedAfterApplied);
    QCOMPARE(changed.constFirst().place(), u"0001_about_aaaa1.sql:3"_s);
    QVERIFY(!hasErrors(changed));
    // What is not applied may change.
    QVERIFY(checkDatabase(graph, {u"aaaa1"_s}, {{u"bbbb2"_s, "as it was"}}).isEmpty());
}

void RevisionGraphTest::refusesAmbiguousDowngrade()
{
    const RevisionGraph graph = graphOf("aaaa1:\nbbbb2: aaaa1\ncccc3: aaaa1\n");
    const auto path = downgradePath(graph, {1, 2}, u"-1"_s);
    QVERIFY(!path.has_value());
    QVERIFY2(path.error().hint.contains(u"BRANCH@-1"_s), qPrintable(path.error().hint));
    QCOMPARE(downgradePath(graph, {1, 2}, u"bbbb2@-1"_s).value(), QList<int>{1});
}

void RevisionGraphTest::nearestNames()
{
    const RevisionGraph graph = graphOf("7c1e4a9d02b6: [civicq]\n2f8b6d13ac57: 7c1e4a9d02b6\n");
    const RevisionNames names(graph);
    QCOMPARE(names.nearest(u"7c1e4a9d02b5"_s), QStringList{u"7c1e4a9d02b6"_s});
    QCOMPARE(names.nearest(u"civiq"_s), QStringList{u"civicq"_s});
    QCOMPARE(names.nearest(u"0001_about_2f8b6d13ac57.sql"_s), QStringList{u"2f8b6d13ac57"_s});
    QCOMPARE(names.nearest(u"nothing"_s), QStringList());
    const auto wrong = names.revision(u"7c1e4a9d02b5"_s);
    QVERIFY(wrong.error().hint.contains(u"7c1e4a9d02b6"_s));
    QCOMPARE(names.revision(u"7c1"_s).value(), 0);
    QVERIFY(names.revision(u"7c1e4a9d02b6@zzz"_s).error().message.contains(u"zzz"_s));
}

void RevisionGraphTest::stamps()
{
    const RevisionGraph graph = graphOf("a1: [x]\nb2: a1\nc3: a1\nd4: b2, c3\ne5: [other]\n");
    const auto stamped = [&graph](const QList<int> &from, const QString &to) {
        return graph.identifiers(versionsAfterStamp(graph, from, {to}).value());
    };
    QCOMPARE(stamped({}, u"b2"_s), QStringList{u"b2"_s});
    QCOMPARE(stamped({1, 2}, u"d4"_s), QStringList{u"d4"_s});
    QCOMPARE(stamped({1, 2}, u"a1"_s), QStringList{u"a1"_s});
    QCOMPARE(stamped({1}, u"c3"_s), (QStringList{u"b2"_s, u"c3"_s}));
    QCOMPARE(stamped({1, 4}, u"base"_s), QStringList());
    QCOMPARE(stamped({1, 4}, u"other@base"_s), QStringList{u"b2"_s});
    QCOMPARE(stamped({}, u"heads"_s), (QStringList{u"d4"_s, u"e5"_s}));
}

void RevisionGraphTest::showsABrokenGraph()
{
    const RevisionGraph graph = graphOf("a1:\nb2: gone\nc3: b2\nd4: e5\ne5: d4\n");
    QVERIFY(!graph.isSound());
    QCOMPARE(graph.brokenEdges().size(), 1);
    QCOMPARE(graph.cycles().size(), 1);
    QCOMPARE(displayOrder(graph).size(), 5);
    const RevisionGraph twice = graphOf("a1:\nb2: a1\nb2: a1\n");
    QCOMPARE(displayOrder(twice).size(), 3);
}

} // namespace

QTEST_GUILESS_MAIN(RevisionGraphTest)
#include "revisiongraphtest.moc"

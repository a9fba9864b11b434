// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/chaincheck.h"
#include "migrations/migrationfolder.h"
#include "migrations/migrationplan.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace {

using Kind = Problem::Kind;

// The folder faults/: one fault each, named exactly, or none at all.
class MigrationFaultsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesEachFault_data();
    void namesEachFault();
    void coversTheFolder();
    void raisesNoFalseAlarm_data();
    void raisesNoFalseAlarm();

private:
    static QString folder(const QString &name) { return QFINDTESTDATA(u"faults/"_s + name); }
    static QList<Problem> problemsOf(const MigrationFolder &read, const QStringList &versions,
                                     const QHash<QString, QByteArray> &applied = {})
    {
        return read.problems + (read.kind == MigrationFolder::Kind::Sql ? checkSql(read.graph) : QList<Problem>())
               + checkDatabase(read.graph, versions, applied);
    }
};

void MigrationFaultsTest::namesEachFault_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("mend");
    QTest::addColumn<int>("revisions"); // the graph still shows what there is
    const auto row = [](const char *name, Kind kind, const QString &place, const QString &subject, const QString &mend,
                        int revisions) { QTest::newRow(name) << kind << place << subject << mend << revisions; };
    row("missing-parent", Kind::MissingParent, u"0002_second.sql:5"_s, u"a11112"_s, u"the nearest is a11111"_s, 2);
    row("missing-dependency", Kind::MissingDependency, u"0002_second.sql:7"_s, u"c33333"_s, u"missing file"_s, 2);
    row("several-heads", Kind::SeveralHeads, u"0003_right.sql:4"_s, u"c33333"_s, u"Merge them"_s, 3);
    row("cycle", Kind::Cycle, u"0002_second.sql:5"_s, u"b22222"_s, u"correct that one"_s, 3);
    row("duplicate-revision", Kind::DuplicateRevision, u"0002_second.sql:4"_s, u"a11111"_s, u"another identifier"_s, 2);
    row("duplicate-label", Kind::DuplicateLabel, u"0002_second.sql:6"_s, u"roads"_s, u"another label"_s, 2);
    row("file-name-as-revision", Kind::FileNameAsRevision, u"0002_second.sql:5"_s, u"0001_first"_s,
        u"That file's identifier is a11111"_s, 2);
    row("bad-sql", Kind::BadSql, u"0002_second.sql:13"_s, u"b22222"_s, u"Correct the SQL"_s, 2);
    row("unknown-version", Kind::UnknownVersion, QString(), u"b22223"_s, u"If b22222 is meant, stamp"_s, 2);
    row("changed-after-applied", Kind::ChangedAfterApplied, u"0002_second.sql:4"_s, u"b22222"_s,
        u"into a new revision"_s, 2);
    row("alembic-missing-parent", Kind::MissingParent, u"0002_second.py:8"_s, u"a11112"_s, u"the nearest is a11111"_s,
        2);
    row("alembic-file-name", Kind::FileNameAsRevision, u"002_second.py:8"_s, u"001_first"_s, u"identifier is a11111"_s,
        2);
    row("alembic-three-heads", Kind::SeveralHeads, u"0004_right.py:7"_s, u"d44444"_s, u"Merge them"_s, 4);
    row("alembic-worked-out", Kind::BadHeader, u"0002_second.py:8"_s, u"b22222"_s, u"Write it down"_s, 2);
}

void MigrationFaultsTest::namesEachFault()
{
    QFETCH(Kind, kind);
    QFETCH(QString, place);
    QFETCH(QString, subject);
    QFETCH(QString, mend);
    QFETCH(int, revisions);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const auto read = readFolder(folder(name));
    QVERIFY(read.has_value());
    const QStringList versions = kind == Kind::UnknownVersion        ? QStringList{u"b22223"_s}
                                 : kind == Kind::ChangedAfterApplied ? QStringList{u"b22222"_s}
                                                                     : QStringList();
    const QList<Problem> problems = problemsOf(*read, versions, {{u"b22222"_s, "another sum"}});
    for (const Problem &problem : problems)
        qInfo("%s", qPrintable(problem.place() + u": "_s + problem.message + u' ' + problem.mend));
    QCOMPARE(problems.size(), 1);
    const Problem &problem = problems.constFirst();
    QCOMPARE(problem.kind, kind);
    QCOMPARE(problem.place(), place);
    QCOMPARE(problem.subject, subject);
    QVERIFY2(problem.mend.contains(mend), qPrintable(problem.mend));
    QVERIFY(problem.message.contains(subject) || kind == Kind::BadSql || kind == Kind::BadHeader);
    QCOMPARE(read->graph.size(), revisions);
    // Nothing is ever run over a broken chain; two heads are no broken chain.
    if (problem.severity == Problem::Severity::Error)
        QVERIFY(!planMigration(*read, versions, Direction::Up, u"heads"_s).has_value());
}

void MigrationFaultsTest::coversTheFolder()
{
    const QStringList names = QDir(QFINDTESTDATA("faults")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(names.size(), 17);
}

void MigrationFaultsTest::raisesNoFalseAlarm_data()
{
    QTest::addColumn<QStringList>("versions");
    QTest::newRow("healthy-line") << QStringList{u"a11111"_s};
    QTest::newRow("healthy-merge") << QStringList{u"c33333"_s};
    QTest::newRow("healthy-alembic") << QStringList{u"c33333"_s};
}

void MigrationFaultsTest::raisesNoFalseAlarm()
{
    QFETCH(QStringList, versions);
    const auto read = readFolder(folder(QString::fromLatin1(QTest::currentDataTag())));
    QHash<QString, QByteArray> applied;
    for (const Revision &revision : read->graph.revisions())
        applied.insert(revision.id, revision.checksum());
    const QList<Problem> problems = problemsOf(*read, versions, applied);
    for (const Problem &problem : problems)
        qInfo("%s", qPrintable(problem.message));
    QVERIFY(problems.isEmpty());
    QVERIFY(planMigration(*read, versions, Direction::Up, u"head"_s).has_value());
    QVERIFY(planMigration(*read, {}, Direction::Up, u"head"_s)->steps.size() == read->graph.size());
}

} // namespace

QTEST_GUILESS_MAIN(MigrationFaultsTest)
#include "faultstest.moc"

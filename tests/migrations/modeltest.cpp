// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationmodel.h"
#include "migrations/randomhistory.h"
#include "migrations/revisionpath.h"
#include "migrations/scratchfolder.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;
using civicq::tests::ScratchFolder;

namespace {

class MigrationModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsStatusApart();
    void keepsItsRowsWhereTheyAreTheSame();
    void laysOutBranches();
    void linesMeetBetweenRows();
};

HistorySnapshotPtr snapshotOf(const ScratchFolder &folder, const QStringList &versions,
                              const QHash<QString, AppliedRecord> &applied = {})
{
    DatabaseState state;
    state.versions = versions;
    state.applied = applied;
    return makeSnapshot(folder.read(), state);
}

void addDiamond(ScratchFolder &folder)
{
    folder.add(u"aaaa"_s, u"none"_s, "SELECT 1;", "SELECT 1;");
    folder.add(u"bbbb"_s, u"aaaa"_s, "SELECT 1;", "SELECT 1;");
    folder.add(u"cccc"_s, u"aaaa"_s, "SELECT 1;", "SELECT 1;");
    folder.add(u"dddd"_s, u"bbbb, cccc"_s, "SELECT 1;", "SELECT 1;");
}

void MigrationModelTest::tellsStatusApart()
{
    ScratchFolder folder;
    addDiamond(folder);
    MigrationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSnapshot(snapshotOf(folder, {u"bbbb"_s, u"lost"_s},
                                 {{u"aaaa"_s, {QDateTime::currentDateTimeUtc(), u"anna"_s, 1, "other"}}}));
    QMap<QString, QString> words;
    for (int row = 0; row < model.rowCount(); ++row)
        words.insert(model.index(row, MigrationModel::Identifier).data().toString(),
                     model.index(row, MigrationModel::Status).data().toString());
    const QMap<QString, QString> expected{{u"lost"_s, u"Unknown"_s},
                                          {u"dddd"_s, u"Pending"_s},
                                          {u"cccc"_s, u"Pending"_s},
                                          {u"bbbb"_s, u"Current"_s},
                                          {u"aaaa"_s, u"Applied"_s}};
    QCOMPARE(words, expected);
    QCOMPARE(model.row(0).id, u"lost"_s);
    QVERIFY(!model.index(0, 0).data(MigrationModel::LanesRole).value<const LaneRow *>());
    QVERIFY(!model.snapshot()->isRunnable());
    const int last = model.rowCount() - 1;
    QVERIFY(model.row(last).changedAfterApplied);
    QVERIFY(model.index(last, MigrationModel::AppliedAt).data(Qt::ToolTipRole).toString().endsWith(u"anna"_s));
    QCOMPARE(model.snapshot()->applied, 2);
    QCOMPARE(model.snapshot()->pending, 2);
}

void MigrationModelTest::keepsItsRowsWhereTheyAreTheSame()
{
    ScratchFolder folder;
    addDiamond(folder);
    MigrationModel model;
    model.setSnapshot(snapshotOf(folder, {}));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setSnapshot(snapshotOf(folder, {u"dddd"_s}));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(0, MigrationModel::Status).data(), u"Current"_s);
    model.setSnapshot({});
    QCOMPARE(model.rowCount(), 0);
}

void MigrationModelTest::laysOutBranches()
{
    ScratchFolder folder;
    addDiamond(folder);
    const RevisionGraph graph = folder.read().graph;
    const Lanes lanes = layOutLanes(graph, displayOrder(graph));
    QCOMPARE(lanes.width, 2);
    QCOMPARE(lanes.rows.at(0).below.size(), 2); // the merge
    // The second to come down to the fork joins the lane of the first.
    QCOMPARE(lanes.rows.at(2).below, lanes.rows.at(1).below);
    QCOMPARE(lanes.rows.at(3).above, lanes.rows.at(1).below);
    QVERIFY(lanes.rows.at(1).lane != lanes.rows.at(2).lane);
    folder.add(u"eeee"_s, u"gone"_s, "SELECT 1;", "SELECT 1;");
    const RevisionGraph broken = folder.read().graph;
    const Lanes shown = layOutLanes(broken, displayOrder(broken));
    QCOMPARE(std::count_if(shown.rows.begin(), shown.rows.end(), [](const LaneRow &row) { return row.broken; }), 1);
}

// What leaves a row downwards comes into the next one from above, in the same lanes and the same kind.
void MigrationModelTest::linesMeetBetweenRows()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 40; ++round) {
        const RevisionGraph graph(civicq::tests::randomHistory(random, 30));
        const Lanes lanes = layOutLanes(graph, displayOrder(graph));
        QMap<int, bool> open;
        for (const LaneRow &row : lanes.rows) {
            QMap<int, bool> coming;
            for (const auto &line : row.above + row.through)
                coming.insert(line.lane, line.dependency);
            QCOMPARE(coming, open);
            open.clear();
            for (const auto &line : row.through + row.below)
                open.insert(line.lane, line.dependency);
            QVERIFY(row.lane < lanes.width);
        }
        QVERIFY(open.isEmpty());
    }
}

} // namespace

QTEST_GUILESS_MAIN(MigrationModelTest)
#include "modeltest.moc"

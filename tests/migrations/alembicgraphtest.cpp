// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/randomhistory.h"
#include "migrations/revisionnames.h"
#include "migrations/revisionpath.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace {

struct Query
{
    QString direction; // up, down, names
    QStringList current;
    QString target;
    QJsonObject ours;
};

struct History
{
    RevisionGraph graph;
    QList<Query> queries;
};

QJsonArray toJson(const QStringList &names)
{
    return QJsonArray::fromStringList(names);
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

// 200 random histories: what we say of heads, order, names and moves is what Alembic says.
class AlembicGraphTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithAlembic();

private:
    static QStringList targetsFor(QRandomGenerator &random, const RevisionGraph &graph);
    static QJsonObject answer(const RevisionGraph &graph, const Query &query, QStringList &versions);
    static QList<Query> wander(QRandomGenerator &random, const RevisionGraph &graph);
    static void compare(const History &history, const QJsonObject &alembic, int number);
};

QStringList AlembicGraphTest::targetsFor(QRandomGenerator &random, const RevisionGraph &graph)
{
    QStringList targets{u"head"_s, u"heads"_s, u"base"_s, u"+1"_s,     u"+2"_s,     u"-1"_s,
                        u"-2"_s,   u"+9"_s,    u"-30"_s,  u"head-1"_s, u"nothing"_s};
    const auto someone = [&] {
        return graph.at(static_cast<int>(random.bounded(static_cast<quint32>(graph.size())))).id;
    };
    targets += {someone(),
                someone().left(5),
                someone() + u"+1"_s,
                someone() + u"-1"_s,
                someone() + u"@+1"_s,
                someone() + u"@head"_s,
                someone() + u"@heads"_s};
    for (const Revision &revision : graph.revisions()) {
        for (const QString &label : revision.labels) {
            targets += {label,
                        label + u"@head"_s,
                        label + u"@base"_s,
                        label + u"@+1"_s,
                        label + u"@-1"_s,
                        label + u"@"_s + someone(),
                        label + u"@heads"_s,
                        label + u"@"_s + someone() + u"-1"_s};
        }
    }
    return targets;
}

QJsonObject AlembicGraphTest::answer(const RevisionGraph &graph, const Query &query, QStringList &versions)
{
    const RevisionNames names(graph);
    if (query.direction == u"names"_s) {
        const auto found = names.revisions(query.target);
        return found ? QJsonObject{{u"ran"_s, toJson(sorted(graph.identifiers(*found)))}}
                     : QJsonObject{{u"error"_s, found.error().message}};
    }
    QList<int> current = names.revisions(query.current).value();
    const bool up = query.direction == u"up"_s;
    const auto path = up ? upgradePath(graph, current, query.target) : downgradePath(graph, current, query.target);
    if (!path)
        return {{u"error"_s, path.error().message}};
    for (const int index : *path)
        current = up ? versionsAfterUpgrade(graph, current, index) : versionsAfterDowngrade(graph, current, index);
    versions = sorted(graph.identifiers(current));
    return {{u"ran"_s, toJson(graph.identifiers(*path))}, {u"versions"_s, toJson(versions)}};
}

// Up and down through the history, each question asked where the last one led.
QList<Query> AlembicGraphTest::wander(QRandomGenerator &random, const RevisionGraph &graph)
{
    QList<Query> queries;
    QStringList versions;
    for (int round = 0; round < 4; ++round) {
        const QStringList targets = targetsFor(random, graph);
        for (const QString &target : targets) {
            for (const QString &direction : {u"names"_s, u"up"_s, u"down"_s}) {
                // Alembic takes any one of several current revisions here, and says it will stop doing so.
                if (direction == u"down"_s && target.startsWith(u'-') && versions.size() > 1)
                    continue;
                Query query{direction, versions, target, {}};
                QStringList after = versions;
                query.ours = answer(graph, query, after);
                queries.append(query);
                if (random.bounded(3) == 0)
                    versions = after;
            }
        }
    }
    return queries;
}

void AlembicGraphTest::compare(const History &history, const QJsonObject &alembic, int number)
{
    const RevisionGraph &graph = history.graph;
    QCOMPARE(toJson(graph.identifiers(graph.heads())), alembic.value(u"heads"_s).toArray());
    QCOMPARE(toJson(graph.identifiers(civicq::migrations::history(graph).value())),
             alembic.value(u"history"_s).toArray());
    const QJsonObject labels = alembic.value(u"labels"_s).toObject();
    for (int i = 0; i < graph.size(); ++i)
        QCOMPARE(toJson(graph.labels(i)), labels.value(graph.at(i).id).toArray());
    const QJsonArray answers = alembic.value(u"queries"_s).toArray();
    QCOMPARE(answers.size(), history.queries.size());
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Query &query = history.queries.at(i);
        const QJsonObject theirs = answers.at(i).toObject();
        const QString where = u"history %1: %2 %3 from (%4)\nours   %5\ntheirs %6"_s.arg(
            QString::number(number), query.direction, query.target, query.current.join(u' '),
            QString::fromUtf8(QJsonDocument(query.ours).toJson(QJsonDocument::Compact)),
            QString::fromUtf8(QJsonDocument(theirs).toJson(QJsonDocument::Compact)));
        QVERIFY2(query.ours.contains(u"error"_s) == theirs.contains(u"error"_s), qPrintable(where));
        if (!theirs.contains(u"error"_s))
            QVERIFY2(query.ours == theirs, qPrintable(where));
    }
}

void AlembicGraphTest::agreesWithAlembic()
{
    constexpr int histories = 200;
    QTemporaryDir folder;
    QRandomGenerator random(20261122);
    QList<History> all;
    QJsonArray questions;
    for (int i = 0; i < histories; ++i) {
        const auto revisions = civicq::tests::randomHistory(random, 1 + static_cast<int>(random.bounded(24U)));
        const QString path = folder.filePath(QString::number(i));
        QVERIFY(civicq::tests::writeAlembicFiles(revisions, path));
        History history{RevisionGraph(revisions), {}};
        QVERIFY(history.graph.isSound());
        history.queries = wander(random, history.graph);
        QJsonArray asked;
        for (const Query &query : std::as_const(history.queries))
            asked.append(QJsonObject{
                {u"direction"_s, query.direction}, {u"current"_s, toJson(query.current)}, {u"target"_s, query.target}});
        questions.append(QJsonObject{{u"folder"_s, path}, {u"queries"_s, asked}});
        all.append(history);
    }

    QProcess python;
    python.start(u"python3"_s, {QFINDTESTDATA("alembic_answers.py")});
    QVERIFY(python.waitForStarted());
    python.write(QJsonDocument(questions).toJson(QJsonDocument::Compact));
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished(120'000));
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    const QJsonArray answers = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    QCOMPARE(answers.size(), histories);
    for (int i = 0; i < histories; ++i) {
        compare(all.at(i), answers.at(i).toObject(), i);
        if (QTest::currentTestFailed())
            return;
    }
}

} // namespace

QTEST_GUILESS_MAIN(AlembicGraphTest)
#include "alembicgraphtest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restoreschedule.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace civicq::backups;
using Stage = RestoreStep::Stage;

namespace {

TableName table(const QString &name)
{
    return {u"public"_s, name};
}

RestoreStep step(Stage stage, const QString &name, qint64 cost, bool alone = true)
{
    RestoreStep made;
    made.stage = stage;
    made.tables = {table(name)};
    made.cost = cost;
    made.alone = alone;
    return made;
}

RestoreStep reference(Stage stage, const QString &from, const QString &to, const QByteArray &constraint, qint64 cost)
{
    RestoreStep made = step(stage, from, cost);
    if (stage == Stage::ForeignKey && from != to)
        made.tables.append(table(to));
    made.constraint = constraint;
    return made;
}

// Two tables, one pointing at the other and at itself.
QList<RestoreStep> city()
{
    return {step(Stage::Rows, u"users"_s, 20),
            step(Stage::Rows, u"votes"_s, 100),
            step(Stage::Key, u"users"_s, 5),
            step(Stage::Key, u"votes"_s, 50),
            step(Stage::Index, u"users"_s, 300, false),
            step(Stage::Index, u"votes"_s, 90, false),
            step(Stage::Index, u"votes"_s, 80, false),
            step(Stage::Statistics, u"users"_s, 3),
            step(Stage::Statistics, u"votes"_s, 9),
            reference(Stage::ForeignKey, u"votes"_s, u"users"_s, "votes_user"_ba, 1),
            reference(Stage::Validation, u"votes"_s, u"users"_s, "votes_user"_ba, 70),
            reference(Stage::ForeignKey, u"votes"_s, u"votes"_s, "votes_self"_ba, 1),
            reference(Stage::Validation, u"votes"_s, u"votes"_s, "votes_self"_ba, 60)};
}

class RestoreScheduleTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepOnceAndInOrder_data();
    void everyStepOnceAndInOrder();
    void longestChainFirst();
    void checkedBesideOtherTables();
    void oneAfterTheOther();
    void manyTables();
    void manyReferences();
    void foreignKeysInTwoSteps();
    void nothingToDo();
};

void RestoreScheduleTest::everyStepOnceAndInOrder_data()
{
    QTest::addColumn<int>("workers");
    for (const int workers : {1, 2, 3, 9})
        QTest::newRow(qPrintable(QString::number(workers))) << workers;
}

// Whoever began first ends first; what PostgreSQL's locks would hold up never runs together.
void RestoreScheduleTest::everyStepOnceAndInOrder()
{
    QFETCH(const int, workers);
    RestoreSchedule schedule(city());
    QList<std::size_t> running;
    QList<std::size_t> ended;
    while (!schedule.isOver()) {
        while (running.size() < workers) {
            const auto begun = schedule.begin();
            if (!begun)
                break;
            const RestoreStep &now = schedule.step(*begun);
            QVERIFY(!running.contains(*begun) && !ended.contains(*begun));
            for (std::size_t other = 0; other < schedule.size(); ++other) {
                const RestoreStep &that = schedule.step(other);
                const bool share = std::ranges::any_of(
                    now.tables, [&that](const TableName &name) { return that.tables.contains(name); });
                if (other == *begun || !share)
                    continue;
                if (comesBefore(that, now))
                    QVERIFY(ended.contains(other));
                if (running.contains(other))
                    QVERIFY(!now.alone && !that.alone);
            }
            running.append(*begun);
        }
        QVERIFY(!running.isEmpty()); // else nothing will ever end
        ended.append(running.first());
        schedule.end(running.takeFirst());
    }
    QCOMPARE(ended.size(), qsizetype(schedule.size()));
    QCOMPARE(QSet<std::size_t>(ended.begin(), ended.end()).size(), ended.size());
    QVERIFY(!schedule.begin());
    QCOMPARE(schedule.cost(), qint64(789));
}

// users: 20 + 300 + 3; votes: 100 + 50 + 1 + 70.
void RestoreScheduleTest::longestChainFirst()
{
    RestoreSchedule schedule(city());
    const auto first = schedule.begin();
    QVERIFY(first);
    QCOMPARE(schedule.step(*first).table(), table(u"users"_s));
    const auto second = schedule.begin();
    QVERIFY(second);
    QCOMPARE(schedule.step(*second).table(), table(u"votes"_s));
    QVERIFY(!schedule.begin());
    schedule.end(*first);
    const auto third = schedule.begin();
    QVERIFY(third);
    QCOMPARE(schedule.step(*third).stage, Stage::Index);
}

// A foreign key is checked while an index of the table it points at is made.
void RestoreScheduleTest::checkedBesideOtherTables()
{
    RestoreSchedule schedule(
        QList<RestoreStep>{step(Stage::Index, u"users"_s, 300, false),
                           reference(Stage::ForeignKey, u"votes"_s, u"users"_s, "votes_user"_ba, 1000),
                           reference(Stage::Validation, u"votes"_s, u"users"_s, "votes_user"_ba, 70)});
    const auto made = schedule.begin();
    QVERIFY(made);
    QCOMPARE(schedule.step(*made).stage, Stage::ForeignKey);
    QVERIFY(!schedule.begin()); // both tables are locked
    schedule.end(*made);
    QVERIFY(schedule.begin());
    QVERIFY(schedule.begin());
}

// The locks of two checks of one table exclude each other.
void RestoreScheduleTest::oneAfterTheOther()
{
    RestoreSchedule schedule(QList<RestoreStep>{reference(Stage::Validation, u"votes"_s, u"users"_s, "a"_ba, 70),
                                                reference(Stage::Validation, u"votes"_s, u"votes"_s, "b"_ba, 60)});
    const auto first = schedule.begin();
    QVERIFY(first);
    QCOMPARE(schedule.step(*first).cost, qint64(70));
    QVERIFY(!schedule.begin());
    schedule.end(*first);
    QVERIFY(schedule.begin());
}

// Ten thousand tables and thirty thousand indexes are planned by what they share, not each against each.
void RestoreScheduleTest::manyTables()
{
    QList<RestoreStep> steps;
    for (int i = 0; i < 10'000; ++i) {
        const QString name = u"t%1"_s.arg(i);
        steps.append(step(Stage::Rows, name, 100 + i % 7));
        for (int index = 0; index < 3; ++index)
            steps.append(step(Stage::Index, name, 10, false));
        steps.append(step(Stage::Statistics, name, 1));
    }
    RestoreSchedule schedule(std::move(steps));
    qsizetype ended = 0;
    while (const auto begun = schedule.begin()) {
        schedule.end(*begun);
        ++ended;
    }
    QCOMPARE(ended, qsizetype(50'000));
    QVERIFY(schedule.isOver());
}

// All point at one table.
void RestoreScheduleTest::manyReferences()
{
    constexpr int tables = 10'000;
    QList<RestoreStep> steps{step(Stage::Rows, u"users"_s, 100), step(Stage::Key, u"users"_s, 10)};
    for (int i = 0; i < tables; ++i) {
        const QString name = u"t%1"_s.arg(i);
        const QByteArray constraint = name.toLatin1() + "_user";
        steps.append(step(Stage::Rows, name, 100));
        steps.append(reference(Stage::ForeignKey, name, u"users"_s, constraint, 1));
        steps.append(reference(Stage::Validation, name, u"users"_s, constraint, 10));
    }
    RestoreSchedule schedule(std::move(steps));
    qsizetype ended = 0;
    while (const auto begun = schedule.begin()) {
        schedule.end(*begun);
        ++ended;
    }
    QCOMPARE(ended, qsizetype(2 + 3 * tables));
}

void RestoreScheduleTest::foreignKeysInTwoSteps()
{
    const QByteArray script = R"sql(
ALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX votes_once ON public.votes USING btree (user_id, question_id);
CREATE INDEX votes_tags ON public.votes USING gin (tags);
ALTER TABLE ONLY public.votes ADD CONSTRAINT voter FOREIGN KEY (user_id) REFERENCES public.users(id) DEFERRABLE;
ALTER TABLE ONLY public."add" ADD CONSTRAINT "Élodie's ""key""" FOREIGN KEY (user_id) REFERENCES public.users(id);
ALTER TABLE ONLY public.votes ADD CONSTRAINT never FOREIGN KEY (a) REFERENCES public.users(id) NOT VALID;
ALTER TABLE ONLY public.votes ADD CONSTRAINT aside FOREIGN KEY (b) REFERENCES public.users(id) NOT ENFORCED;
)sql";
    civicq::archive::Manifest manifest;
    for (const QString &name : {u"users"_s, u"votes"_s, u"add"_s}) {
        civicq::archive::ManifestTable entry;
        entry.schema = u"public"_s;
        entry.name = name;
        entry.bytes = 100'000;
        entry.rows = 1'000;
        manifest.tables.append(entry);
    }
    SqlReader reader(openBytes(script));
    const auto post = readPostData(reader, manifest, Programs::Stop);
    QVERIFY(post.has_value());
    QStringList told;
    for (const RestoreStep &made : withValidation(post->steps)) {
        if (made.stage == Stage::ForeignKey || made.stage == Stage::Validation)
            told.append(QString::fromUtf8(made.statement.text));
    }
    const QStringList expected{
        u"ALTER TABLE ONLY public.votes ADD CONSTRAINT voter FOREIGN KEY (user_id) REFERENCES public.users(id) DEFERRABLE NOT VALID"_s,
        u"ALTER TABLE ONLY public.votes VALIDATE CONSTRAINT voter"_s,
        u"ALTER TABLE ONLY public.\"add\" ADD CONSTRAINT \"Élodie's \"\"key\"\"\" FOREIGN KEY (user_id) REFERENCES public.users(id) NOT VALID"_s,
        u"ALTER TABLE ONLY public.\"add\" VALIDATE CONSTRAINT \"Élodie's \"\"key\"\"\""_s,
        u"ALTER TABLE ONLY public.votes ADD CONSTRAINT never FOREIGN KEY (a) REFERENCES public.users(id) NOT VALID"_s,
        u"ALTER TABLE ONLY public.votes ADD CONSTRAINT aside FOREIGN KEY (b) REFERENCES public.users(id) NOT ENFORCED"_s};
    QCOMPARE(told, expected);
    QCOMPARE(post->steps.at(0).stage, Stage::Key);
    QCOMPARE(post->steps.at(1).stage, Stage::Key);
    QVERIFY(!post->steps.at(1).alone);
    QCOMPARE(post->steps.at(2).stage, Stage::Index);
    QCOMPARE(post->steps.at(2).build, RestoreStep::Build::Gin);
    QCOMPARE(post->steps.at(2).rowBytes, qint64(100'000));
    QCOMPARE(post->rest.size(), qsizetype(0));
}

void RestoreScheduleTest::nothingToDo()
{
    RestoreSchedule schedule;
    QVERIFY(schedule.isOver());
    QVERIFY(!schedule.begin());
}

} // namespace

QTEST_GUILESS_MAIN(RestoreScheduleTest)
#include "restorescheduletest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "postgres/environment.h"
#include "seeds/developmentseed.h"
#include "seeds/migrateddatabase.h"

#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using core::ErrorCode;

namespace {

// Stops its task when it reports the table named.
class CancelAt final : public core::TaskContext
{
public:
    explicit CancelAt(QString table) : m_table(std::move(table)) {}
    [[nodiscard]] bool isCancelled() const override { return m_cancelled; }
    void report(const core::Progress &progress) override { m_cancelled = m_cancelled || progress.object == m_table; }
    void message(const QString &) override {}

private:
    QString m_table;
    bool m_cancelled = false;
};

class SeedsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fillsEveryTable();
    void isTheSameEveryTime();
    void doesNotDependOnTheSession();
    void loginsWork();
    void nearDuplicatesAreNearestNeighbours();
    void totalsAgree();
    void referencesHold();
    void nextRowsTakeNextNumbers();
    void vectorIndexIsBuiltAfterTheRows();
    void refusesWhatIsNotEmpty();
    void resetsExactlyItsOwnTables();
    void refusesProductionAlways();
    void refusesWithoutSchema();
    void cancelLeavesNothing();
    void waitsForNobodyForEver();

private:
    postgres::ConnectionParameters migrated() { return tests::migratedDatabase(m_server); }
    qint64 number(const QString &database, const QString &sql);

    tests::TestServer m_server;
    core::SilentTask m_task;
    QString m_seeded; // loaded once, for the tests that only look
};

qint64 SeedsTest::number(const QString &database, const QString &sql)
{
    const auto rows = m_server.connect(database)->query(m_task, sql);
    if (!rows)
        qFatal("%s", qPrintable(rows.error().toString()));
    return rows->integer(0, 0);
}

void SeedsTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    const auto parameters = migrated();
    const auto report = seeds::seedDevelopment(m_task, parameters, {});
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().toString()));
    m_seeded = parameters.database;
    qInfo("%lld rows in %lld ms", report->rows(), report->milliseconds);
}

void SeedsTest::fillsEveryTable()
{
    const auto plan = seeds::developmentPlan();
    QVERIFY(plan.has_value());
    QCOMPARE(plan->size(), 20);
    for (const seeds::TableCount &table : *plan) {
        QVERIFY2(table.rows > 0, qPrintable(table.table));
        QCOMPARE(number(m_seeded, u"SELECT count(*) FROM "_s + table.table), table.rows);
    }
    // Nothing of the schema is left out.
    QCOMPARE(number(m_seeded,
                    u"SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"_s),
             20);
    QCOMPARE(number(m_seeded, u"SELECT count(DISTINCT role) FROM users"_s), 5);
    QVERIFY(number(m_seeded, u"SELECT count(*) FROM users"_s) >= 30);
    QVERIFY(number(m_seeded, u"SELECT count(*) FROM questions"_s) >= 60);
    QCOMPARE(number(m_seeded, u"SELECT count(*) FROM cities WHERE name IN ('San Francisco', 'Oakland', 'Berkeley')"_s),
             3);
    // No placeholder has stayed.
    QCOMPARE(number(m_seeded, u"SELECT (SELECT count(*) FROM questions WHERE question_text ~ '[{}]') + "
                              "(SELECT count(*) FROM contests WHERE title || coalesce(description, '') ~ '[{}]') + "
                              "(SELECT count(*) FROM measures WHERE measure_text ~ '[{}]')"_s),
             0);
}

void SeedsTest::isTheSameEveryTime()
{
    const auto second = migrated();
    QVERIFY(seeds::seedDevelopment(m_task, second, {}).has_value());
    const QByteArray first = m_server.dump(m_seeded, {u"--data-only"_s});
    QVERIFY(first.size() > 100'000);
    QCOMPARE(m_server.dump(second.database, {u"--data-only"_s}), first);
    // And after a reset of what was changed.
    QVERIFY(m_server.connect(second.database)->script(m_task, "DELETE FROM votes; DELETE FROM claims").has_value());
    QVERIFY(seeds::seedDevelopment(m_task, second, {.reset = true}).has_value());
    QCOMPARE(m_server.dump(second.database, {u"--data-only"_s}), first);
}

void SeedsTest::doesNotDependOnTheSession()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    const auto other = migrated();
    const auto report = seeds::seedDevelopment(
        m_task, other.withSetting(u"datestyle"_s, u"German, DMY"_s).withSetting(u"timezone"_s, u"Asia/Tokyo"_s), {});
    QLocale::setDefault(before);
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(m_server.dump(other.database, {u"--data-only"_s}), m_server.dump(m_seeded, {u"--data-only"_s}));
}

void SeedsTest::loginsWork()
{
    const auto connection = m_server.connect(m_seeded);
    QVERIFY(connection->script(m_task, "CREATE SCHEMA checks; CREATE EXTENSION pgcrypto SCHEMA checks").has_value());
    QCOMPARE(seeds::developmentLogins().size(), 4);
    for (const seeds::TestLogin &login : seeds::developmentLogins()) {
        const auto rows = connection->query(
            m_task,
            u"SELECT checks.crypt($2, hashed_password) = hashed_password AND role::text = $3 AND is_active "
            "AND checks.crypt('wrong', hashed_password) <> hashed_password FROM users WHERE email = $1"_s,
            {login.email, login.password, login.role});
        QVERIFY(rows.has_value());
        QCOMPARE(rows->count(), 1);
        QVERIFY2(rows->boolean(0, 0), qPrintable(login.email));
    }
    QVERIFY(connection->script(m_task, "DROP SCHEMA checks CASCADE").has_value());
}

void SeedsTest::nearDuplicatesAreNearestNeighbours()
{
    // The index answers approximately: here it is the truth that is asked for.
    const auto rows = m_server.connect(m_seeded)->query(
        m_task,
        u"WITH neighbours AS (SELECT q.id, q.cluster_id, n.cluster_id AS nearest, n.distance "
        "FROM questions q CROSS JOIN LATERAL (SELECT o.cluster_id, (o.embedding <=> q.embedding) + 0 AS distance "
        "FROM questions o WHERE o.id <> q.id ORDER BY 2 LIMIT 1) n) "
        "SELECT count(*) FILTER (WHERE nearest <> cluster_id), count(*), max(distance) FROM neighbours "
        "WHERE cluster_id IN (SELECT cluster_id FROM questions GROUP BY 1 HAVING count(*) > 1)"_s);
    QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().toString()));
    QCOMPARE(rows->integer(0, 0), 0);
    QVERIFY(rows->integer(0, 1) >= 60);
    QVERIFY2(rows->real(0, 2) < 0.15, qPrintable(rows->text(0, 2)));
    QCOMPARE(number(m_seeded, u"SELECT count(*) FROM questions WHERE vector_dims(embedding) <> 384"_s), 0);
}

void SeedsTest::totalsAgree()
{
    QCOMPARE(number(m_seeded,
                    u"SELECT count(*) FROM questions q WHERE "
                    "upvotes <> (SELECT count(*) FROM votes v WHERE v.question_id = q.id AND value = 1) OR "
                    "downvotes <> (SELECT count(*) FROM votes v WHERE v.question_id = q.id AND value = -1)"_s),
             0);
    QCOMPARE(number(m_seeded,
                    u"SELECT count(*) FROM cities c WHERE "
                    "total_voters <> (SELECT count(*) FROM users WHERE city_id = c.slug AND role = 'voter') OR "
                    "total_ballots <> (SELECT count(*) FROM ballots WHERE city_id = c.slug) OR "
                    "total_questions <> (SELECT count(*) FROM questions q JOIN contests t ON t.id = q.contest_id "
                    "JOIN ballots b ON b.id = t.ballot_id WHERE b.city_id = c.slug)"_s),
             0);
    QCOMPARE(number(m_seeded, u"SELECT count(*) FROM questions q LEFT JOIN question_versions v "
                              "ON v.id = q.current_version_id AND v.question_id = q.id "
                              "AND v.question_text = q.question_text WHERE v.id IS NULL"_s),
             0);
    QVERIFY(number(m_seeded, u"SELECT count(*) FROM votes"_s) > 300);
}

void SeedsTest::referencesHold()
{
    // Those a foreign key does not watch over.
    QCOMPARE(number(m_seeded, u"SELECT (SELECT count(*) FROM users WHERE city_id NOT IN (SELECT slug FROM cities)) + "
                              "(SELECT count(*) FROM ballots WHERE city_id NOT IN (SELECT slug FROM cities)) + "
                              "(SELECT count(*) FROM audit_logs WHERE city_scope NOT IN (SELECT slug FROM cities)) + "
                              "(SELECT count(*) FROM follows WHERE target_type = 'candidate' "
                              "AND target_id NOT IN (SELECT id FROM candidates)) + "
                              "(SELECT count(*) FROM reports WHERE target_type = 'question' "
                              "AND target_id NOT IN (SELECT id FROM questions))"_s),
             0);
    // Those it does, on data that came in with triggers on: dropped and made again, each must hold.
    const auto connection = m_server.connect(m_seeded);
    const auto checked = connection->script(
        m_task, "DO $$ DECLARE c record; BEGIN FOR c IN SELECT conrelid::regclass AS t, conname, "
                "pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE contype = 'f' AND connamespace = "
                "'public'::regnamespace LOOP EXECUTE format('ALTER TABLE %s ADD CONSTRAINT checked %s', c.t, c.def); "
                "EXECUTE format('ALTER TABLE %s DROP CONSTRAINT checked', c.t); END LOOP; END $$");
    QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().toString()));
}

void SeedsTest::nextRowsTakeNextNumbers()
{
    const auto connection = m_server.connect(m_seeded);
    const auto row = connection->query(
        m_task, u"WITH before AS (SELECT max(id) AS top FROM cities) INSERT INTO cities (name, slug, state, "
                "primary_contact_name, primary_contact_email) VALUES ('Albany', 'albany', 'CA', 'A', 'a@example.com') "
                "RETURNING id - (SELECT top FROM before)"_s);
    QVERIFY2(row.has_value(), row ? "" : qPrintable(row.error().toString()));
    QCOMPARE(row->integer(0, 0), 1);
    QVERIFY(connection->script(m_task, "DELETE FROM cities WHERE slug = 'albany'; SELECT setval('cities_id_seq', 3)")
                .has_value());
}

void SeedsTest::vectorIndexIsBuiltAfterTheRows()
{
    const auto database = migrated();
    const QString file = u"SELECT pg_relation_filenode(indexrelid) FROM pg_index i JOIN pg_class c "
                         "ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'ivfflat'"_s;
    const qint64 before = number(database.database, file);
    QVERIFY(before > 0);
    QVERIFY(seeds::seedDevelopment(m_task, database, {}).has_value());
    QVERIFY(number(database.database, file) != before);
    QCOMPARE(number(database.database, u"SELECT reltuples FROM pg_class WHERE oid = 'votes'::regclass"_s),
             number(database.database, u"SELECT count(*) FROM votes"_s)); // analyzed
}

void SeedsTest::refusesWhatIsNotEmpty()
{
    const auto database = migrated();
    QVERIFY(m_server.connect(database.database)
                ->script(m_task, "INSERT INTO users (email, hashed_password) VALUES ('a@b.c', 'x')")
                .has_value());
    const QByteArray before = m_server.dump(database.database);
    const auto refused = seeds::seedDevelopment(m_task, database, {});
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::NotEmpty);
    QCOMPARE(refused.error().arguments, QStringList{u"users"_s});
    QCOMPARE(m_server.dump(database.database), before);
    const auto survey = seeds::surveyForSeeds(m_task, database);
    QVERIFY(survey.has_value());
    QCOMPARE(survey->present, (QList<seeds::TableCount>{{u"users"_s, 1}}));
    QVERIFY(survey->isMigrated());
}

void SeedsTest::resetsExactlyItsOwnTables()
{
    const auto database = migrated();
    QVERIFY(m_server.connect(database.database)
                ->script(m_task, "INSERT INTO users (email, hashed_password) VALUES ('a@b.c', 'x');"
                                 "CREATE TABLE notes AS SELECT 'keep me' AS t")
                .has_value());
    QVERIFY(seeds::seedDevelopment(m_task, database, {.reset = true}).has_value());
    QCOMPARE(number(database.database, u"SELECT count(*) FROM notes"_s), 1);
    QCOMPARE(number(database.database, u"SELECT count(*) FROM users WHERE email = 'a@b.c'"_s), 0);
}

void SeedsTest::refusesProductionAlways()
{
    const auto database = migrated();
    const auto connection = m_server.connect(database.database);
    QVERIFY(postgres::writeEnvironment(m_task, *connection, postgres::Environment::Production).has_value());
    for (const bool reset : {false, true}) {
        const auto refused = seeds::seedDevelopment(m_task, database, {.reset = reset});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::ProductionProtected);
    }
    QCOMPARE(number(database.database, u"SELECT count(*) FROM users"_s), 0);
    QVERIFY(seeds::surveyForSeeds(m_task, database)->isProduction());
}

void SeedsTest::refusesWithoutSchema()
{
    const auto empty = m_server.createDatabase(u"Élodie's \"été\""_s);
    const auto refused = seeds::seedDevelopment(m_task, empty, {});
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::NotMigrated);
    QCOMPARE(refused.error().arguments.size(), 20);
    const auto part = migrated();
    QVERIFY(m_server.connect(part.database)->script(m_task, "DROP TABLE follows").has_value());
    const auto alsoRefused = seeds::seedDevelopment(m_task, part, {.reset = true});
    QCOMPARE(alsoRefused.error().arguments, QStringList{u"follows"_s});
    QCOMPARE(number(part.database, u"SELECT count(*) FROM users"_s), 0);
}

void SeedsTest::cancelLeavesNothing()
{
    const auto database = migrated();
    for (const QString &table : {u"users"_s, u"votes"_s, u"follows"_s}) {
        CancelAt task(table);
        const auto cancelled = seeds::seedDevelopment(task, database, {});
        QVERIFY(!cancelled.has_value());
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        QVERIFY(seeds::surveyForSeeds(m_task, database)->isEmpty());
    }
    // With rows to lose.
    QVERIFY(seeds::seedDevelopment(m_task, database, {}).has_value());
    const QByteArray before = m_server.dump(database.database);
    CancelAt task(u"votes"_s);
    QVERIFY(!seeds::seedDevelopment(task, database, {.reset = true}).has_value());
    QCOMPARE(m_server.dump(database.database), before);
}

void SeedsTest::waitsForNobodyForEver()
{
    const auto database = migrated();
    const auto other = m_server.connect(database.database);
    QVERIFY(other->script(m_task, "BEGIN; LOCK TABLE votes").has_value());
    const auto blocked =
        seeds::seedDevelopment(m_task, database.withSetting(u"lock_timeout"_s, u"1h"_s), {.reset = true});
    QVERIFY(!blocked.has_value());
    QCOMPARE(blocked.error().sqlState, u"55P03"_s);
    QVERIFY(other->script(m_task, "ROLLBACK").has_value());
    QVERIFY(seeds::seedDevelopment(m_task, database, {}).has_value());
}

} // namespace

QTEST_GUILESS_MAIN(SeedsTest)
#include "seedstest.moc"

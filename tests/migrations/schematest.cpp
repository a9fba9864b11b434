// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "migrations/migrationrunner.h"
#include "postgres/environment.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;
using civicq::core::SilentTask;
using civicq::postgres::Connection;
using civicq::postgres::Environment;

namespace {

// The schema itself, carried out on a real server by the runner.
class SchemaTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void hasTheTwentyTables();
    void hasTheGuidesIndexes_data();
    void hasTheGuidesIndexes();
    void everyForeignKeyHasAnIndex();
    void upAndDownLeavesNothingBehind();
    void whatTheDatabaseIsForOutlivesTheSchema();
    void everyStepGoesDownAndUpAgain();
    void leavesAloneWhatWasThereBefore();
    void rolesWithoutPrivilegesGoWithoutTheRecord();

private:
    MigrationFolder folder() const { return readFolder(builtInFolder()).value(); }
    RunReport run(const QString &database, Direction direction, const QString &target);
    QStringList column(const QString &database, const QString &sql);

    civicq::tests::TestServer m_server;
    QString m_migrated;
    SilentTask m_task;
};

void SchemaTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    m_migrated = m_server.createDatabase().database;
    const RunReport report = run(m_migrated, Direction::Up, u"head"_s);
    QCOMPARE(report.applied.size(), 10);
    QVERIFY(report.from.isEmpty());
    QCOMPARE(report.to, QStringList{u"a3f51e8b79c0"_s});
}

RunReport SchemaTest::run(const QString &database, Direction direction, const QString &target)
{
    const auto connection = m_server.connect(database);
    const auto report = migrate(*connection, m_task, folder(), direction, target, {});
    if (!report)
        qFatal("%s", qPrintable(report.error().toString()));
    return *report;
}

QStringList SchemaTest::column(const QString &database, const QString &sql)
{
    const auto connection = m_server.connect(database);
    const auto rows = connection->query(m_task, sql);
    if (!rows)
        qFatal("%s", qPrintable(rows.error().toString()));
    QStringList values;
    for (int row = 0; row < rows->count(); ++row)
        values.append(rows->text(row, 0));
    return values;
}

void SchemaTest::hasTheTwentyTables()
{
    const QStringList expected{u"audit_logs"_s,
                               u"ballots"_s,
                               u"candidates"_s,
                               u"cities"_s,
                               u"city_invitations"_s,
                               u"city_staff"_s,
                               u"claims"_s,
                               u"contests"_s,
                               u"follows"_s,
                               u"measures"_s,
                               u"moderation_actions"_s,
                               u"question_versions"_s,
                               u"questions"_s,
                               u"rebuttals"_s,
                               u"reports"_s,
                               u"users"_s,
                               u"verification_records"_s,
                               u"video_answers"_s,
                               u"videos"_s,
                               u"votes"_s};
    QCOMPARE(column(m_migrated, u"SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
                                "AND tablename <> 'alembic_version' ORDER BY 1"_s),
             expected);
}

void SchemaTest::hasTheGuidesIndexes_data()
{
    QTest::addColumn<QString>("definition");
    const auto index = [](const char *name, const char *definition) {
        QTest::newRow(name) << QString::fromLatin1(definition);
    };
    index("idx_users_city_role", "ON public.users USING btree (city_id, role)");
    index("idx_questions_contest_status", "ON public.questions USING btree (contest_id, status)");
    index("idx_ballots_city_election", "ON public.ballots USING btree (city_id, election_date)");
    index("idx_users_active", "ON public.users USING btree (id) WHERE (is_active = true)");
    index("idx_ballots_published",
          "ON public.ballots USING btree (city_id, election_date) WHERE (is_published = true)");
    index("idx_questions_contest_rank",
          "ON public.questions USING btree (contest_id, rank_score) WHERE (status = 'approved'::questionstatus)");
    index("idx_questions_issue_tags", "ON public.questions USING gin (issue_tags)");
    index("idx_audit_logs_event_data", "ON public.audit_logs USING gin (event_data)");
    index("idx_questions_text_search",
          "ON public.questions USING gin (to_tsvector('english'::regconfig, question_text))");
    index("idx_video_answers_transcript_search",
          "ON public.video_answers USING gin (to_tsvector('english'::regconfig, transcript_text)) "
          "WHERE (transcript_text IS NOT NULL)");
    index("idx_questions_embedding",
          "ON public.questions USING ivfflat (embedding vector_cosine_ops) WITH (lists='100')");
    index("idx_questions_text_trgm", "ON public.questions USING gin (question_text gin_trgm_ops)");
}

void SchemaTest::hasTheGuidesIndexes()
{
    QFETCH(QString, definition);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QStringList found = column(m_migrated, u"SELECT pg_get_indexdef(to_regclass('%1'))"_s.arg(name));
    QCOMPARE(found, QStringList{u"CREATE INDEX %1 %2"_s.arg(name, definition)});
}

void SchemaTest::everyForeignKeyHasAnIndex()
{
    const QString bare = u"SELECT c.conrelid::regclass || '.' || a.attname FROM pg_constraint c "
                         "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] "
                         "WHERE c.contype = 'f' AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid "
                         "AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL)"_s;
    QCOMPARE(column(m_migrated, bare), QStringList());
    QCOMPARE(column(m_migrated, u"SELECT count(*) FROM pg_constraint WHERE contype = 'f'"_s), QStringList{u"31"_s});
}

void SchemaTest::upAndDownLeavesNothingBehind()
{
    const QString database = m_server.createDatabase().database;
    const QByteArray empty = m_server.dump(database, {u"--schema-only"_s});
    run(database, Direction::Up, u"head"_s);
    const QByteArray full = m_server.dump(database, {u"--schema-only"_s});
    QVERIFY(full.contains("CREATE TABLE public.users"));
    QVERIFY(full.contains("migration_history"));
    const RunReport down = run(database, Direction::Down, u"base"_s);
    QCOMPARE(down.applied.size(), 10);
    QCOMPARE(m_server.dump(database, {u"--schema-only"_s}), empty);
    run(database, Direction::Up, u"head"_s);
    QCOMPARE(m_server.dump(database, {u"--schema-only"_s}), full);
}

void SchemaTest::whatTheDatabaseIsForOutlivesTheSchema()
{
    const auto admin = m_server.connect();
    QVERIFY(admin->query(m_task, u"CREATE ROLE owner LOGIN PASSWORD 'secret'"_s));
    QVERIFY(admin->query(m_task, u"CREATE DATABASE marked OWNER owner"_s));
    const QByteArray empty = m_server.dump(u"marked"_s, {u"--schema-only"_s});
    auto parameters = m_server.parameters(u"marked"_s);
    parameters.user = u"owner"_s;
    parameters.password = civicq::core::Secret(u"secret"_s);
    const auto owner = Connection::open(m_task, parameters);
    QVERIFY(writeEnvironment(m_task, **owner, Environment::Production));
    QVERIFY(m_server.dump(u"marked"_s).contains("civicq_admin.environment"));
    run(u"marked"_s, Direction::Up, u"head"_s);
    run(u"marked"_s, Direction::Down, u"base"_s);
    QCOMPARE(readEnvironment(m_task, **owner)->environment, Environment::Production);
    QVERIFY(writeEnvironment(m_task, **owner, Environment::Unknown));
    run(u"marked"_s, Direction::Up, u"head"_s);
    run(u"marked"_s, Direction::Down, u"base"_s);
    QCOMPARE(m_server.dump(u"marked"_s, {u"--schema-only"_s}), empty);
}

void SchemaTest::everyStepGoesDownAndUpAgain()
{
    const QString database = m_server.createDatabase().database;
    const auto dump = [&] { return m_server.dump(database, {u"--schema-only"_s, u"--exclude-schema=civicq_admin"_s}); };
    QList<QByteArray> states;
    for (int step = 0; step < 10; ++step) {
        run(database, Direction::Up, u"+1"_s);
        states.append(dump());
        QCOMPARE(run(database, Direction::Down, u"-1"_s).applied.size(), 1);
        if (step > 0)
            QCOMPARE(dump(), states.at(step - 1));
        run(database, Direction::Up, u"+1"_s);
        QCOMPARE(dump(), states.at(step));
    }
}

void SchemaTest::leavesAloneWhatWasThereBefore()
{
    const QString database = m_server.createDatabase().database;
    const auto connection = m_server.connect(database);
    QVERIFY(connection
                ->script(m_task, "CREATE EXTENSION vector; CREATE TABLE mine (a vector(3));"
                                 "CREATE SCHEMA civicq_admin; CREATE TABLE civicq_admin.environment (name text)")
                .has_value());
    const QByteArray before = m_server.dump(database, {u"--schema-only"_s});
    run(database, Direction::Up, u"head"_s);
    run(database, Direction::Down, u"base"_s);
    QCOMPARE(m_server.dump(database, {u"--schema-only"_s}), before);
}

void SchemaTest::rolesWithoutPrivilegesGoWithoutTheRecord()
{
    const QString database = m_server.createDatabase().database;
    const auto admin = m_server.connect(database);
    QVERIFY(admin
                ->script(m_task, "CREATE EXTENSION vector; CREATE ROLE modest LOGIN PASSWORD 'modest';"
                                 "GRANT CREATE ON SCHEMA public TO modest")
                .has_value());
    auto parameters = m_server.parameters(database);
    parameters.user = u"modest"_s;
    parameters.password = civicq::core::Secret(u"modest"_s);
    const auto modest = civicq::postgres::Connection::open(m_task, parameters);
    QVERIFY(modest.has_value());
    const auto report = migrate(**modest, m_task, folder(), Direction::Up, u"head"_s, {});
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    const auto state = readState(**modest, m_task);
    QCOMPARE(state->versions, report->to);
    QVERIFY(state->applied.isEmpty());
    QVERIFY(migrate(**modest, m_task, folder(), Direction::Down, u"base"_s, {}).has_value());
}

} // namespace

QTEST_GUILESS_MAIN(SchemaTest)
#include "schematest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/commandline.h"
#include "fixtures/testserver.h"
#include "migrations/migrationpreview.h"
#include "migrations/migrationrunner.h"
#include "migrations/scratchfolder.h"
#include "postgres/environment.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;
using civicq::core::SilentTask;
using civicq::tests::CommandLine;
using civicq::tests::Ran;
using civicq::tests::ScratchFolder;

namespace {

// The preview of a plan: by civicq-db, and the marks it gives.
class PreviewTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void marksTablesOfSize();
    void previewsWhatIsPending();
    void namesTheDumpInTheWay();
    void productionConfirmsWhatIsLost();
    void warnsBeforeRunning();
    void waitsForNobody();
    void showsOneRevision();

private:
    Ran run(QStringList arguments) const
    {
        return m_civicq.run(arguments << u"--dir"_s << m_folder->path() << u"--json"_s);
    }

    CommandLine m_civicq;
    civicq::tests::TestServer m_server;
    QString m_database;
    std::unique_ptr<civicq::postgres::Connection> m_admin;
    std::unique_ptr<ScratchFolder> m_folder;
    SilentTask m_task;
};

void PreviewTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
}

void PreviewTest::init()
{
    const auto parameters = m_server.createDatabase();
    m_database = parameters.database;
    m_admin = m_server.connect(m_database);
    m_folder = std::make_unique<ScratchFolder>();
    m_civicq.environment = {{u"CIVICQ_DATABASE_URL"_s, parameters.toUri()},
                            {u"PGPASSWORD"_s, QString::fromLatin1(civicq::tests::TestServer::password)}};
}

void PreviewTest::marksTablesOfSize()
{
    DatabaseFacts facts;
    facts.searchPath = {u"public"_s};
    RelationFacts votes;
    votes.id = 20'000;
    votes.schema = u"public"_s;
    votes.name = u"votes"_s;
    const auto alarmOf = [&](const QByteArray &sql, qint64 bytes) {
        votes.bytes = bytes;
        facts.add(votes);
        m_folder->add(u"one"_s, u"none"_s, sql, "SELECT 1;");
        const MigrationFolder folder = m_folder->read();
        const auto plan = planMigration(folder, {}, Direction::Up, u"head"_s);
        return preview(folder.graph, *plan, facts).alarm();
    };
    QCOMPARE(alarmOf("ALTER TABLE votes ADD x int;", tableOfSize), Alarm::Critical);
    QCOMPARE(alarmOf("ALTER TABLE votes ADD x int;", tableOfSize - 1), Alarm::None);
    QCOMPARE(alarmOf("ALTER TABLE votes ADD x uuid DEFAULT nosuch();", tableOfSize - 1), Alarm::Warning);
    QCOMPARE(alarmOf("CREATE INDEX i ON votes (x);", tableOfSize), Alarm::Warning);
    QCOMPARE(alarmOf("CREATE INDEX CONCURRENTLY i ON votes (x);", tableOfSize), Alarm::None);
    QCOMPARE(alarmOf("CREATE TABLE v (a int); ALTER TABLE v ADD x uuid DEFAULT nosuch();", tableOfSize), Alarm::None);
}

void PreviewTest::previewsWhatIsPending()
{
    QVERIFY(m_admin
                ->script(m_task, "CREATE TABLE votes (id int PRIMARY KEY, note text);"
                                 "INSERT INTO votes SELECT n, repeat('x', 1000) FROM generate_series(1, 1000) n")
                .has_value());
    m_folder->add(u"one"_s, u"none"_s, "CREATE TABLE fresh (vote int REFERENCES votes);\nALTER TABLE votes DROP note;",
                  "SELECT 1;");
    m_folder->add(u"two"_s, u"one"_s, "CREATE INDEX fresh_vote ON fresh (vote);", "DROP INDEX fresh_vote;");
    const Ran ran = run({u"migrate"_s, u"--preview"_s});
    QVERIFY2(ran.status == 0, ran.all().constData());
    const QJsonObject document = ran.json();
    QCOMPARE(document.value(u"revisions"_s).toArray().size(), 2);
    QCOMPARE(document.value(u"destructive"_s), 1);
    const QJsonArray statements =
        document.value(u"revisions"_s).toArray().at(0).toObject().value(u"statements"_s).toArray();
    const QJsonObject reference = statements.at(0).toObject().value(u"relations"_s).toArray().at(0).toObject();
    QCOMPARE(reference.value(u"relation"_s), u"public.votes"_s);
    QCOMPARE(reference.value(u"lock"_s), u"SHARE ROW EXCLUSIVE"_s);
    QVERIFY(reference.value(u"bytes"_s).toInteger() > 1'000'000); // never analyzed: the size is the real one
    const QJsonObject drop = statements.at(1).toObject();
    QCOMPARE(drop.value(u"loss"_s), u"data"_s);
    QCOMPARE(drop.value(u"loses"_s).toArray().at(0), u"column votes.note"_s);
    QCOMPARE(drop.value(u"reversible"_s), false);
    QVERIFY(m_civicq.run({u"migrate"_s, u"--preview"_s, u"--dir"_s, m_folder->path()}).out.contains("DESTRUCTIVE"));
    QVERIFY(m_admin->query(m_task, u"SELECT to_regclass('fresh')"_s)->isNull(0, 0)); // nothing was run
}

void PreviewTest::namesTheDumpInTheWay()
{
    QVERIFY(m_admin->script(m_task, "CREATE TABLE votes (id int)").has_value());
    m_folder->add(u"one"_s, u"none"_s, "ALTER TABLE votes ADD x int;", "SELECT 1;");
    QVERIFY(run({u"migrate"_s, u"--preview"_s}).json().value(u"conflicts"_s).toArray().isEmpty());

    const auto dump = m_server.connect(m_database);
    QVERIFY(dump->script(m_task, "SET application_name = 'pg_dump'; BEGIN; LOCK TABLE votes IN ACCESS SHARE MODE")
                .has_value());
    const Ran ran = run({u"migrate"_s, u"--preview"_s});
    const QJsonArray conflicts = ran.json().value(u"conflicts"_s).toArray();
    QVERIFY2(conflicts.size() == 1, ran.all().constData());
    const QJsonObject conflict = conflicts.first().toObject();
    QCOMPARE(conflict.value(u"pid"_s), dump->backendPid());
    QCOMPARE(conflict.value(u"dump"_s), true);
    QCOMPARE(conflict.value(u"needed"_s), u"ACCESS EXCLUSIVE"_s);
    QVERIFY(
        m_civicq.run({u"migrate"_s, u"--preview"_s, u"--dir"_s, m_folder->path()}).out.contains("pg_dump (process"));
}

void PreviewTest::productionConfirmsWhatIsLost()
{
    using civicq::postgres::Environment;
    QVERIFY(m_admin->script(m_task, "CREATE TABLE votes (id int, name varchar(9))").has_value());
    QVERIFY(civicq::postgres::writeEnvironment(m_task, *m_admin, Environment::Production).has_value());
    m_folder->add(u"one"_s, u"none"_s, "ALTER TABLE votes ALTER name TYPE varchar(12);", "SELECT 1;");
    m_folder->add(u"two"_s, u"one"_s, "ALTER TABLE votes ALTER name TYPE varchar(4);", "SELECT 1;");
    const Ran wider = run({u"migrate"_s, u"one"_s, u"--no-backup"_s}); // nothing can be lost: nothing is asked
    QVERIFY2(wider.status == 0, wider.all().constData());
    const Ran narrower = run({u"migrate"_s, u"two"_s, u"--no-backup"_s});
    QCOMPARE(narrower.status, 1);
    QVERIFY2(narrower.err.contains("what does not fit the new type of votes.name"), narrower.all().constData());
    QCOMPARE(run({u"migrate"_s, u"two"_s, u"--no-backup"_s, u"--confirm"_s, m_database}).status, 0);
}

// Before it runs, and while there is still something to be done about it.
void PreviewTest::warnsBeforeRunning()
{
    QVERIFY(m_admin->script(m_task, "CREATE TABLE votes (id int)").has_value());
    m_folder->add(u"one"_s, u"none"_s, "ALTER TABLE votes ADD x int;", "SELECT 1;");
    const auto dump = m_server.connect(m_database);
    QVERIFY(dump->script(m_task, "SET application_name = 'pg_dump'; BEGIN; LOCK TABLE votes IN ACCESS SHARE MODE")
                .has_value());
    class Told final : public civicq::core::TaskContext
    {
    public:
        bool isCancelled() const override { return false; }
        void report(const civicq::core::Progress &) override {}
        void message(const QString &line) override { lines.append(line); }
        QStringList lines;
    } told;
    RunOptions options;
    options.lockTimeout = std::chrono::milliseconds(50);
    options.lockAttempts = 1;
    const auto report = migrate(*m_admin, told, m_folder->read(), Direction::Up, u"head"_s, options);
    QCOMPARE(report.error().sqlState, u"55P03"_s);
    QVERIFY2(told.lines.value(0).contains("A dump holds what a migration needs: pg_dump (process"_L1),
             qPrintable(told.lines.join(u'\n')));
}

// Somebody holds ACCESS EXCLUSIVE: asking for the preview must not queue behind.
void PreviewTest::waitsForNobody()
{
    QVERIFY(m_admin->script(m_task, "CREATE TABLE votes (id int CHECK (id > 0)); CREATE VIEW v AS SELECT * FROM votes")
                .has_value());
    m_folder->add(u"one"_s, u"none"_s, "ALTER TABLE votes ADD x int;", "SELECT 1;");
    const auto holder = m_server.connect(m_database);
    QVERIFY(holder->script(m_task, "BEGIN; LOCK TABLE votes IN ACCESS EXCLUSIVE MODE").has_value());
    QVERIFY(m_admin->query(m_task, u"SET lock_timeout = 1"_s).has_value()); // any wait is an error
    const MigrationFolder folder = m_folder->read();
    const auto plan = planMigration(folder, {}, Direction::Up, u"head"_s);
    const auto previewed = readPreview(*m_admin, m_task, folder.graph, *plan);
    QVERIFY2(previewed.has_value(), previewed ? "" : qPrintable(previewed.error().toString()));
    QCOMPARE(previewed->conflicts.size(), 1);
    QCOMPARE(previewed->revisions.first().statements.first().relations.first().sessions, 1);
}

void PreviewTest::showsOneRevision()
{
    QVERIFY(m_admin->script(m_task, "CREATE TABLE votes (id int)").has_value());
    m_folder->add(u"one"_s, u"none"_s, "VACUUM votes;", "SELECT 1;", "-- transactional: no\n");
    const QJsonObject document = run({u"show"_s, u"one"_s, u"--preview"_s}).json();
    const QJsonObject revision = document.value(u"revisions"_s).toArray().at(0).toObject();
    QCOMPARE(revision.value(u"transactional"_s), false);
    const QJsonObject statement = revision.value(u"statements"_s).toArray().at(0).toObject();
    QCOMPARE(statement.value(u"outside_transaction"_s), true);
    QCOMPARE(statement.value(u"relations"_s).toArray().at(0).toObject().value(u"lock"_s), u"SHARE UPDATE EXCLUSIVE"_s);
}

} // namespace

QTEST_GUILESS_MAIN(PreviewTest)
#include "previewtest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "migrations/factsreader.h"
#include "migrations/lockpreviewschema.h"
#include "migrations/statementimpact.h"

#include <QtCore/QDeadlineTimer>
#include <QtTest/QTest>

#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace civicq::migrations;
using civicq::core::SilentTask;

namespace {

// What the preview says against what the server does.
class LockPreviewTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void predictsWhatTheServerDoes_data();
    void predictsWhatTheServerDoes();
    void predictsWhatRunsOutsideTransactions_data();
    void predictsWhatRunsOutsideTransactions();
    void tellsLosses_data();
    void tellsLosses();
    void foreseesEarlierStatements();

private:
    using Locks = QMap<QString, QString>; // relation, mode
    Locks predictedLocks(const DatabaseFacts &facts, const StatementImpact &impact, bool indexes = true) const;
    Locks locksOf(const DatabaseFacts &facts, int pid, bool indexes = true);
    QMap<QString, qint64> fileNumbers(civicq::postgres::Connection &connection);
    QStringList scanned(civicq::postgres::Connection &connection);
    const DatabaseFacts &facts();
    static Statement statement(const QString &sql);

    std::unique_ptr<civicq::tests::TestServer> m_server;
    QString m_database;
    std::unique_ptr<civicq::postgres::Connection> m_admin;
    std::optional<DatabaseFacts> m_facts; // as long as the database is as it was
    SilentTask m_task;
};

Statement LockPreviewTest::statement(const QString &sql)
{
    const auto statements = splitStatements(sql.toUtf8());
    return statements ? statements->first() : Statement();
}

void LockPreviewTest::initTestCase()
{
    civicq::tests::TestServer::Options options;
    options.binFolder = qEnvironmentVariable("CIVICQ_TEST_SERVER"); // another major version's programs
    options.settings = {u"autovacuum=off"_s};
    m_server = std::make_unique<civicq::tests::TestServer>(options);
    QVERIFY2(m_server->isRunning(), qPrintable(m_server->failure()));
    m_database = m_server->createDatabase().database;
    m_admin = m_server->connect(m_database);
    const auto made = m_admin->script(m_task, civicq::tests::lockPreviewSchema);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().toString()));
}

const DatabaseFacts &LockPreviewTest::facts()
{
    if (!m_facts) {
        auto read = readFacts(*m_admin, m_task);
        if (!read)
            qFatal("%s", qPrintable(read.error().toString()));
        m_facts = std::move(*read);
    }
    return *m_facts;
}

bool isCounted(const RelationFacts &relation, LockMode mode, bool indexes)
{
    const bool isPart = relation.kind == u'i' || relation.kind == u'I' || relation.kind == u'S';
    return isPart ? indexes && mode >= LockMode::ShareUpdateExclusive : true;
}

LockPreviewTest::Locks LockPreviewTest::predictedLocks(const DatabaseFacts &facts, const StatementImpact &impact,
                                                       bool indexes) const
{
    Locks locks;
    for (const RelationImpact &each : impact.relations) {
        const RelationFacts *relation = facts.find(each.relation);
        if (isCounted(*relation, each.lock, indexes))
            locks.insert(relation->name, lockModeName(each.lock));
    }
    return locks;
}

// The strongest on each relation that was there before.
LockPreviewTest::Locks LockPreviewTest::locksOf(const DatabaseFacts &facts, int pid, bool indexes)
{
    const auto rows = m_admin->query(
        m_task, u"SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid = $1"_s, {pid});
    QMap<RelationId, LockMode> strongest;
    for (int row = 0; row < rows->count(); ++row) {
        const auto id = static_cast<RelationId>(rows->integer(row, 0));
        strongest[id] = std::max(strongest.value(id), lockModeOf(rows->text(row, 1)));
    }
    Locks locks;
    for (auto it = strongest.begin(); it != strongest.end(); ++it) {
        const RelationFacts *relation = facts.find(it.key());
        if (relation && isCounted(*relation, it.value(), indexes))
            locks.insert(relation->name, lockModeName(it.value()));
    }
    return locks;
}

QMap<QString, qint64> LockPreviewTest::fileNumbers(civicq::postgres::Connection &connection)
{
    const auto rows = connection.query(
        m_task, u"SELECT oid, pg_relation_filenode(oid) FROM pg_class WHERE relkind IN ('r', 'm') AND oid >= 16384"_s);
    QMap<QString, qint64> numbers;
    for (int row = 0; row < rows->count(); ++row)
        numbers.insert(rows->text(row, 0), rows->integer(row, 1));
    return numbers;
}

QStringList LockPreviewTest::scanned(civicq::postgres::Connection &connection)
{
    const auto rows = connection.query(
        m_task,
        u"SELECT relid FROM pg_stat_xact_all_tables WHERE relid >= 16384 AND seq_scan + coalesce(idx_scan, 0) > 0"_s);
    QStringList ids;
    for (int row = 0; row < rows->count(); ++row)
        ids.append(rows->text(row, 0));
    return ids;
}

void LockPreviewTest::predictsWhatTheServerDoes_data()
{
    QTest::addColumn<QString>("sql");
    const auto add = [](const char *sql) { QTest::newRow(sql) << QString::fromLatin1(sql); };
    // ALTER TABLE, columns
    add("ALTER TABLE voter ADD COLUMN x int");
    add("ALTER TABLE voter ADD COLUMN x int DEFAULT 5");
    add("ALTER TABLE voter ADD COLUMN x int NOT NULL DEFAULT 5");
    add("ALTER TABLE voter ADD COLUMN x timestamptz DEFAULT now()");
    add("ALTER TABLE voter ADD COLUMN x timestamptz DEFAULT clock_timestamp()");
    add("ALTER TABLE voter ADD COLUMN x uuid DEFAULT gen_random_uuid()");
    add("ALTER TABLE voter ADD COLUMN x serial");
    add("ALTER TABLE voter ADD COLUMN x int GENERATED ALWAYS AS IDENTITY");
    add("ALTER TABLE voter ADD COLUMN x int GENERATED ALWAYS AS (age + 1) STORED");
    add("ALTER TABLE voter ADD COLUMN x int CHECK (x > 0)");
    add("ALTER TABLE voter ADD COLUMN x int UNIQUE");
    add("ALTER TABLE voter ADD COLUMN x int REFERENCES city (id)");
    add("ALTER TABLE voter ADD COLUMN x int DEFAULT 1 REFERENCES city (id)");
    add("ALTER TABLE log ADD COLUMN x int");
    add("ALTER TABLE log ADD COLUMN x int DEFAULT random()");
    add("ALTER TABLE voter DROP COLUMN age");
    add("ALTER TABLE voter DROP COLUMN city_id CASCADE");
    add("ALTER TABLE voter DROP COLUMN email");
    add("ALTER TABLE voter DROP COLUMN IF EXISTS nosuch");
    add("ALTER TABLE city DROP COLUMN name CASCADE");
    add("ALTER TABLE log DROP COLUMN what");
    add("ALTER TABLE city ALTER COLUMN note TYPE varchar");
    add("ALTER TABLE city ALTER COLUMN note TYPE varchar(10)");
    add("ALTER TABLE city ALTER COLUMN code TYPE char(4)");
    add("ALTER TABLE city ALTER COLUMN population TYPE bigint");
    add("ALTER TABLE city ALTER COLUMN population TYPE bigint USING population * 2");
    add("ALTER TABLE city ALTER COLUMN area TYPE numeric(12, 2)");
    add("ALTER TABLE city ALTER COLUMN area TYPE numeric(12, 3)");
    add("ALTER TABLE city ALTER COLUMN area TYPE numeric");
    add("ALTER TABLE city ALTER COLUMN opened TYPE timestamp(3)");
    add("ALTER TABLE city ALTER COLUMN opened TYPE timestamptz");
    add("ALTER TABLE city ALTER COLUMN kind TYPE text");
    add("ALTER TABLE city ALTER COLUMN note TYPE zip");
    add("ALTER TABLE voter ALTER COLUMN home TYPE text");
    add("ALTER TABLE voter ALTER COLUMN email TYPE varchar");
    add("ALTER TABLE visit ALTER COLUMN city TYPE bigint");
    add("ALTER TABLE visit ALTER COLUMN n TYPE bigint");
    add("ALTER TABLE visit ALTER COLUMN why TYPE text");
    add("ALTER TABLE voter ALTER COLUMN age SET DEFAULT 18");
    add("ALTER TABLE voter ALTER COLUMN age DROP DEFAULT");
    add("ALTER TABLE voter ALTER COLUMN age SET NOT NULL");
    add("ALTER TABLE voter ALTER COLUMN email SET NOT NULL");
    add("ALTER TABLE city ALTER COLUMN name SET NOT NULL");
    add("ALTER TABLE city ALTER COLUMN name DROP NOT NULL");
    add("ALTER TABLE log ALTER COLUMN what SET NOT NULL");
    add("ALTER TABLE voter ALTER COLUMN age SET STATISTICS 500");
    add("ALTER TABLE voter ALTER COLUMN email SET STORAGE EXTERNAL");
    add("ALTER TABLE voter ALTER COLUMN age SET (n_distinct = 50)");
    // ALTER TABLE, constraints
    add("ALTER TABLE voter ADD CONSTRAINT c CHECK (age < 200000)");
    add("ALTER TABLE voter ADD CONSTRAINT c CHECK (age < 200000) NOT VALID");
    add("ALTER TABLE voter VALIDATE CONSTRAINT age_ok");
    add("ALTER TABLE voter VALIDATE CONSTRAINT city_again");
    add("ALTER TABLE voter VALIDATE CONSTRAINT email_there");
    add("ALTER TABLE voter ADD CONSTRAINT f FOREIGN KEY (age) REFERENCES city (id) NOT VALID");
    add("ALTER TABLE voter ADD CONSTRAINT f FOREIGN KEY (city_id) REFERENCES city (id)");
    add("ALTER TABLE event ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES city (id)");
    add("ALTER TABLE voter ADD CONSTRAINT u UNIQUE (age)");
    add("ALTER TABLE plain ADD PRIMARY KEY (a)");
    add("ALTER TABLE city ADD CONSTRAINT k UNIQUE USING INDEX city_code");
    add("ALTER TABLE voter ADD CONSTRAINT e EXCLUDE (email WITH =)");
    add("ALTER TABLE voter DROP CONSTRAINT age_ok");
    add("ALTER TABLE voter DROP CONSTRAINT city_again");
    add("ALTER TABLE voter DROP CONSTRAINT voter_email_key");
    add("ALTER TABLE city DROP CONSTRAINT city_pkey CASCADE");
    add("ALTER TABLE voter RENAME CONSTRAINT age_ok TO age_fine");
    // ALTER TABLE, the rest
    add("ALTER TABLE voter SET (fillfactor = 80)");
    add("ALTER TABLE voter SET (autovacuum_vacuum_scale_factor = 0.1, parallel_workers = 2)");
    add("ALTER TABLE voter RESET (fillfactor)");
    add("ALTER TABLE voter SET (user_catalog_table = true)");
    add("ALTER TABLE voter SET UNLOGGED");
    add("ALTER TABLE voter CLUSTER ON voter_pkey");
    add("ALTER TABLE voter SET WITHOUT CLUSTER");
    add("ALTER TABLE voter REPLICA IDENTITY FULL");
    add("ALTER TABLE voter DISABLE TRIGGER old_trigger");
    add("ALTER TABLE voter ENABLE ROW LEVEL SECURITY");
    add("ALTER TABLE voter OWNER TO pg_monitor");
    add("ALTER TABLE voter RENAME TO elector");
    add("ALTER TABLE voter RENAME COLUMN age TO years");
    add("ALTER TABLE log RENAME COLUMN what TO content");
    add("ALTER TABLE voter SET SCHEMA other");
    add("ALTER TABLE voter ADD COLUMN x int, ALTER COLUMN age SET STATISTICS 10");
    add("ALTER TABLE log ATTACH PARTITION log_old FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')");
    add("ALTER TABLE log DETACH PARTITION log_2025");
    add("ALTER INDEX city_name RENAME TO city_named");
    add("ALTER INDEX city_name SET (fillfactor = 70)");
    add("ALTER VIEW city_names RENAME TO names");
    add("ALTER VIEW city_names SET (security_barrier = true)");
    add("ALTER SEQUENCE ticket RESTART");
    add("ALTER SEQUENCE ticket OWNED BY voter.age");
    add("ALTER TYPE mood ADD VALUE 'glad'");
    add("ALTER DOMAIN zip ADD CONSTRAINT five CHECK (length(VALUE) = 5)");
    add("ALTER DOMAIN zip ADD CONSTRAINT five CHECK (length(VALUE) = 5) NOT VALID");
    // CREATE
    add("CREATE TABLE fresh (a int)");
    add("CREATE TABLE fresh (a int REFERENCES city (id), b int REFERENCES voter)");
    add("CREATE TABLE fresh (LIKE voter)");
    add("CREATE TABLE fresh () INHERITS (plain)");
    add("CREATE TABLE log_2027 PARTITION OF log FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')");
    add("CREATE TABLE fresh AS SELECT * FROM city");
    add("CREATE INDEX i ON voter (age)");
    add("CREATE UNIQUE INDEX i ON voter (age)");
    add("CREATE INDEX i ON log (what)");
    add("CREATE INDEX IF NOT EXISTS city_name ON city (name)");
    add("CREATE VIEW v AS SELECT voter.id FROM voter JOIN city_names ON city_id = city_names.id");
    add("CREATE OR REPLACE VIEW city_names AS SELECT id, name FROM city WHERE id > 1");
    add("CREATE MATERIALIZED VIEW mv AS SELECT count(*) FROM voter");
    add("CREATE SEQUENCE s");
    add("CREATE TRIGGER t AFTER INSERT ON voter FOR EACH ROW EXECUTE FUNCTION nothing()");
    add("CREATE POLICY p ON voter USING (true)");
    add("CREATE RULE r AS ON DELETE TO voter DO ALSO NOTHING");
    add("CREATE STATISTICS st ON city_id, age FROM voter");
    add("CREATE PUBLICATION pub FOR TABLE voter");
    add("COMMENT ON TABLE voter IS 'who votes'");
    add("COMMENT ON COLUMN voter.age IS 'in years'");
    add("CREATE TYPE t AS ENUM ('a')");
    add("CREATE SCHEMA s");
    // DROP
    add("DROP TABLE voter CASCADE");
    add("DROP TABLE city CASCADE");
    add("DROP TABLE plain");
    add("DROP TABLE log");
    add("DROP TABLE log_2025");
    add("DROP TABLE IF EXISTS nosuch");
    add("DROP INDEX city_name");
    add("DROP INDEX log_at");
    add("DROP VIEW city_names");
    add("DROP MATERIALIZED VIEW totals");
    add("DROP SEQUENCE ticket");
    add("DROP TRIGGER old_trigger ON voter");
    add("DROP POLICY old_policy ON voter");
    // Maintenance and rows
    add("ANALYZE voter");
    add("CLUSTER city USING city_name");
    add("REINDEX TABLE city");
    add("REINDEX INDEX city_name");
    add("REFRESH MATERIALIZED VIEW totals");
    add("REFRESH MATERIALIZED VIEW CONCURRENTLY totals");
    add("TRUNCATE voter");
    add("TRUNCATE city CASCADE");
    add("TRUNCATE voter RESTART IDENTITY");
    add("TRUNCATE log");
    add("LOCK TABLE voter IN SHARE MODE");
    add("INSERT INTO voter (city_id, email) VALUES (1, 'new')");
    add("UPDATE voter SET age = 20 WHERE id = 3");
    add("UPDATE voter SET city_id = 2");
    add("DELETE FROM voter WHERE id = 4");
    add("SELECT * FROM city_names");
    add("SELECT * FROM voter FOR UPDATE");
}

void LockPreviewTest::predictsWhatTheServerDoes()
{
    QFETCH(const QString, sql);
    const DatabaseFacts &before = facts();
    const Statement parsed = statement(sql);
    const StatementImpact impact = impactOf(parsed, before);
    QVERIFY(!impact.outsideTransaction);

    const auto session = m_server->connect(m_database);
    const auto filesBefore = fileNumbers(*session);
    QVERIFY(session->query(m_task, u"BEGIN"_s).has_value());
    const auto ran = session->query(m_task, sql);
    QVERIFY2(ran.has_value(), ran ? "" : qPrintable(ran.error().toString()));
    const Locks held = locksOf(before, session->backendPid());
    const auto filesAfter = fileNumbers(*session);
    const QStringList read = scanned(*session);
    QVERIFY(session->query(m_task, u"ROLLBACK"_s).has_value());
    QCOMPARE(predictedLocks(before, impact), held);

    const bool aboutRows = parsed.kind == "InsertStmt"_L1 || parsed.kind == "UpdateStmt"_L1
                           || parsed.kind == "DeleteStmt"_L1 || parsed.kind == "VacuumStmt"_L1;
    QStringList wrong;
    for (const RelationFacts &relation : before.relations) {
        if (relation.kind != u'r' && relation.kind != u'm')
            continue;
        const QString id = QString::number(relation.id);
        const RelationImpact *on = impact.on(relation.id);
        const Work work = on ? on->work : Work::None;
        const bool rewritten = filesAfter.contains(id) && filesAfter.value(id) != filesBefore.value(id);
        if (rewritten != (work == Work::Rewrite || work == Work::Truncate))
            wrong.append(u"%1 rewritten: %2, predicted %3"_s.arg(relation.name).arg(rewritten).arg(workName(work)));
        if (!aboutRows && work != Work::Truncate && read.contains(id) != growsWithSize(work))
            wrong.append(u"%1 read: %2, predicted %3"_s.arg(relation.name).arg(read.contains(id)).arg(workName(work)));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"; "_s)));
}

// Watched from another session while they wait for a third one.
void LockPreviewTest::predictsWhatRunsOutsideTransactions_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("blocker");
    const auto add = [](const char *sql, const char *blocker) {
        QTest::newRow(sql) << QString::fromLatin1(sql) << QString::fromLatin1(blocker);
    };
    add("CREATE INDEX CONCURRENTLY i ON voter (age)", "LOCK TABLE voter IN ROW EXCLUSIVE MODE");
    add("DROP INDEX CONCURRENTLY city_name", "LOCK TABLE city IN ACCESS SHARE MODE");
    add("REINDEX INDEX CONCURRENTLY city_name", "LOCK TABLE city IN ROW EXCLUSIVE MODE");
    add("REINDEX TABLE CONCURRENTLY city", "LOCK TABLE city IN ROW EXCLUSIVE MODE");
    add("VACUUM city", "LOCK TABLE city IN SHARE UPDATE EXCLUSIVE MODE");
    add("VACUUM FULL plain", "LOCK TABLE plain IN ACCESS SHARE MODE");
    add("CLUSTER", "");
    add("REINDEX SCHEMA public", "");
    add("VACUUM", "");
    add("CREATE DATABASE x", "");
    add("ALTER SYSTEM SET work_mem = '8MB'", "");
}

void LockPreviewTest::predictsWhatRunsOutsideTransactions()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, blocker);
    const DatabaseFacts before = facts();
    const StatementImpact impact = impactOf(statement(sql), before);
    QVERIFY(impact.outsideTransaction);

    const auto session = m_server->connect(m_database);
    QVERIFY(session->query(m_task, u"BEGIN"_s).has_value());
    if (!sql.startsWith(
            "CLUSTER"_L1)) { // refuses only in a function or a multi-statement message where nothing is clustered
        const auto refused = session->query(m_task, sql);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().sqlState, u"25001"_s);
    }
    QVERIFY(session->query(m_task, u"ROLLBACK"_s).has_value());
    if (blocker.isEmpty())
        return;

    m_facts.reset(); // indexes come and go
    const auto holder = m_server->connect(m_database);
    QVERIFY(holder->query(m_task, u"BEGIN"_s).has_value());
    QVERIFY(holder->query(m_task, blocker).has_value());
    SilentTask cancellable;
    std::thread running([&] { std::ignore = session->query(cancellable, sql); });
    const QDeadlineTimer deadline(30s);
    bool waits = false;
    while (!waits && !deadline.hasExpired())
        waits = m_admin
                    ->query(m_task, u"SELECT EXISTS (SELECT FROM pg_locks WHERE pid = $1 AND NOT granted)"_s,
                            {session->backendPid()})
                    ->boolean(0, 0);
    const Locks held = locksOf(before, session->backendPid(), false);
    cancellable.cancel();
    running.join();
    QVERIFY(holder->query(m_task, u"ROLLBACK"_s).has_value());
    QVERIFY(m_admin
                ->script(m_task, "DROP INDEX IF EXISTS i; DROP INDEX IF EXISTS city_name_ccnew;"
                                 "DROP INDEX IF EXISTS city_pkey_ccnew; DROP INDEX IF EXISTS city_code_ccnew;"
                                 "DROP INDEX IF EXISTS city_name; CREATE INDEX city_name ON city (name)")
                .has_value());
    QVERIFY(waits);
    QCOMPARE(predictedLocks(before, impact, false), held);
}

void LockPreviewTest::tellsLosses_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<Loss>("loss");
    QTest::addColumn<bool>("reversible");
    const auto add = [](const char *sql, Loss loss, bool reversible) {
        QTest::newRow(sql) << QString::fromLatin1(sql) << loss << reversible;
    };
    add("DROP TABLE plain", Loss::Data, false);
    add("DROP TABLE IF EXISTS nosuch", Loss::None, true);
    add("DROP VIEW city_names", Loss::Definition, true);
    add("DROP INDEX city_name", Loss::None, true);
    add("DROP SCHEMA public CASCADE", Loss::Data, false);
    add("DROP TRIGGER old_trigger ON voter", Loss::Definition, true);
    add("ALTER TABLE voter DROP COLUMN age", Loss::Data, false);
    add("ALTER TABLE voter DROP COLUMN IF EXISTS nosuch", Loss::None, true);
    add("ALTER TABLE voter DROP CONSTRAINT age_ok", Loss::None, true);
    add("ALTER TABLE city ALTER population TYPE bigint", Loss::None, true);
    add("ALTER TABLE city ALTER population TYPE smallint", Loss::Data, false);
    add("ALTER TABLE city ALTER name TYPE varchar(30)", Loss::None, true);
    add("ALTER TABLE city ALTER name TYPE varchar(10)", Loss::Data, false);
    add("ALTER TABLE city ALTER name TYPE varchar(10) USING left(name, 10)", Loss::Data, false);
    add("ALTER TABLE city ALTER area TYPE numeric(10, 1)", Loss::Data, false);
    add("ALTER TABLE city ALTER note TYPE varchar", Loss::None, true);
    add("TRUNCATE voter", Loss::Data, false);
    add("DELETE FROM voter WHERE id = 1", Loss::Data, false);
    add("UPDATE voter SET age = 1", Loss::Data, false);
    add("UPDATE voter SET age = 1 WHERE id = 1", Loss::None, false);
    add("ALTER TYPE mood ADD VALUE 'glad'", Loss::None, false);
    add("CREATE TABLE fresh (a int)", Loss::None, true);
}

void LockPreviewTest::tellsLosses()
{
    QFETCH(const QString, sql);
    QFETCH(const Loss, loss);
    QFETCH(const bool, reversible);
    const StatementImpact impact = impactOf(statement(sql), facts());
    QCOMPARE(impact.loss, loss);
    QCOMPARE(impact.reversible, reversible);
    QCOMPARE(impact.loses.isEmpty(), loss == Loss::None);
}

void LockPreviewTest::foreseesEarlierStatements()
{
    DatabaseFacts facts = this->facts();
    const auto after = [&facts](const QString &sql) {
        const Statement parsed = statement(sql);
        StatementImpact impact = impactOf(parsed, facts);
        foresee(parsed, facts);
        return impact;
    };
    QCOMPARE(after(u"CREATE TABLE fresh (id int PRIMARY KEY, n varchar(5), c int REFERENCES city)"_s).creates,
             QStringList{u"fresh"_s});
    const StatementImpact index = after(u"CREATE INDEX fresh_n ON fresh (n)"_s);
    QVERIFY(index.missing.isEmpty());
    QVERIFY(facts.find(index.relations.first().relation)->isNew);
    QCOMPARE(after(u"DROP TABLE fresh"_s).loss, Loss::None); // its own making
    QCOMPARE(after(u"DROP TABLE fresh"_s).missing, QStringList{u"fresh"_s});

    after(u"ALTER TABLE city ADD extra varchar(5)"_s);
    QCOMPARE(after(u"ALTER TABLE city ALTER extra TYPE varchar(9)"_s).relations.first().work, Work::None);
    QCOMPARE(after(u"ALTER TABLE city ALTER extra TYPE varchar(4)"_s).relations.first().work, Work::Rewrite);
    after(u"ALTER TABLE city ADD CONSTRAINT there CHECK (note IS NOT NULL) NOT VALID"_s);
    QCOMPARE(impactOf(statement(u"ALTER TABLE city ALTER note SET NOT NULL"_s), facts).relations.first().work,
             Work::Scan);
    after(u"ALTER TABLE city VALIDATE CONSTRAINT there"_s);
    QCOMPARE(after(u"ALTER TABLE city ALTER note SET NOT NULL"_s).relations.first().work, Work::None);
    after(u"ALTER TABLE city RENAME TO town"_s);
    QCOMPARE(after(u"ALTER TABLE city ADD y int"_s).missing, QStringList{u"city"_s});
    QCOMPARE(after(u"ALTER TABLE town ADD y int"_s).strongest(), LockMode::AccessExclusive);
    QCOMPARE(m_admin->query(m_task, u"SELECT to_regclass('town')"_s)->isNull(0, 0), true);
}

} // namespace

QTEST_GUILESS_MAIN(LockPreviewTest)
#include "lockpreviewtest.moc"

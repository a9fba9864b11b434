// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "migrations/alembicfiles.h"
#include "migrations/historysnapshot.h"
#include "migrations/migrationrunner.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace civicq::migrations;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::SilentTask;

namespace {

// As `alembic init` writes it, without logging: our lines must not need it.
constexpr auto environmentScript = R"(from alembic import context
from sqlalchemy import engine_from_config, pool

config = context.config
if context.is_offline_mode():
    context.configure(url=config.get_main_option("sqlalchemy.url"), literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    engine = engine_from_config(config.get_section(config.config_ini_section), prefix="sqlalchemy.", poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()
)";

class Listener final : public civicq::core::TaskContext
{
public:
    bool isCancelled() const override { return m_cancelled; }
    void report(const civicq::core::Progress &progress) override
    {
        const std::lock_guard lock(m_mutex);
        m_progress.append(progress);
    }
    void message(const QString &line) override
    {
        const std::lock_guard lock(m_mutex);
        m_lines.append(line);
    }
    void cancel() { m_cancelled = true; }
    QString lines() const { return m_lines.join(u'\n'); }
    const QList<civicq::core::Progress> &progress() const { return m_progress; }

private:
    std::mutex m_mutex;
    std::atomic<bool> m_cancelled = false;
    QStringList m_lines;
    QList<civicq::core::Progress> m_progress;
};

// A project's own alembic, run by us, on a real server.
class AlembicRunTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void runsInTheConnectedDatabaseAlone();
    void refusesWhatCannotBeAimed_data();
    void refusesWhatCannotBeAimed();
    void noticesAnotherVersionTable();
    void explainsFailures_data();
    void explainsFailures();
    void backsUpFirst();
    void waitsForLocksBriefly();
    void cancelEndsTheStatementInTheServer();
    void printsSqlAndWritesFiles();
    void findsThePythonOfTheProject();

private:
    void write(const QString &name, const QByteArray &content);
    void addRevision(const QString &id, const QString &parent, const QByteArray &up, const QByteArray &down = "pass");
    void writeConfiguration(const QString &url);
    QString url(const QString &driver, const QString &database) const;
    RunOptions options();
    Result<RunReport> run(Direction direction, const QString &target, RunOptions how);
    Result<RunReport> run(Direction direction, const QString &target) { return run(direction, target, options()); }
    MigrationFolder project() const { return readFolder(m_project->path()).value(); }
    bool exists(civicq::postgres::Connection &connection, const QString &table);
    QStringList versions() { return readState(*m_connection, m_task)->versions; }

    civicq::tests::TestServer m_server;
    civicq::core::SystemProcessRunner m_processes;
    std::unique_ptr<QTemporaryDir> m_project;
    std::unique_ptr<civicq::postgres::Connection> m_connection;
    std::unique_ptr<Listener> m_listener;
    QString m_other; // the database that the project's configuration names
    SilentTask m_task;
};

void AlembicRunTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
}

void AlembicRunTest::init()
{
    m_project = std::make_unique<QTemporaryDir>();
    m_connection = m_server.connect(m_server.createDatabase().database);
    m_other = m_server.createDatabase().database;
    m_listener = std::make_unique<Listener>();
    writeConfiguration(url(u"postgresql+psycopg2"_s, m_other));
    write(u"app/env.py"_s, environmentScript);
    write(u"app/script.py.mako"_s,
          "\"\"\"${message}\n\nRevision ID: ${up_revision}\n\"\"\"\nrevision = ${repr(up_revision)}\n"
          "down_revision = ${repr(down_revision)}\nbranch_labels = ${repr(branch_labels)}\n"
          "depends_on = ${repr(depends_on)}\n\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n");
    addRevision(u"aaaa"_s, {}, "op.execute('CREATE TABLE a (b int)')", "op.execute('DROP TABLE a')");
    addRevision(u"bbbb"_s, u"aaaa"_s, "op.execute('CREATE TABLE b (c int)')", "op.execute('DROP TABLE b')");
}

void AlembicRunTest::write(const QString &name, const QByteArray &content)
{
    const QString path = m_project->filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void AlembicRunTest::addRevision(const QString &id, const QString &parent, const QByteArray &up, const QByteArray &down)
{
    write(u"app/versions/%1.py"_s.arg(id),
          "\"\"\"Step " + id.toUtf8() + "\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = '"
              + id.toUtf8() + "'\ndown_revision = " + (parent.isEmpty() ? "None" : "'" + parent.toUtf8() + "'")
              + "\n\n\ndef upgrade():\n    " + up + "\n\n\ndef downgrade():\n    " + down + '\n');
}

void AlembicRunTest::writeConfiguration(const QString &url)
{
    write(u"alembic.ini"_s, "[alembic]\nscript_location = app\nsqlalchemy.url = " + url.toUtf8() + '\n');
}

QString AlembicRunTest::url(const QString &driver, const QString &database) const
{
    const auto parameters = m_server.parameters();
    const QString password = QString::fromLatin1(civicq::tests::TestServer::password).replace(u' ', u"%%20"_s);
    return u"%1://%2:%3@%4:%5/%6"_s.arg(driver, parameters.user, password, parameters.host,
                                        QString::number(m_server.port()), database);
}

RunOptions AlembicRunTest::options()
{
    RunOptions how;
    how.alembic.processes = &m_processes;
    how.alembicParameters = m_server.parameters(m_connection->database());
    return how;
}

Result<RunReport> AlembicRunTest::run(Direction direction, const QString &target, RunOptions how)
{
    return migrate(*m_connection, *m_listener, project(), direction, target, how);
}

bool AlembicRunTest::exists(civicq::postgres::Connection &connection, const QString &table)
{
    const auto found = connection.query(m_task, u"SELECT to_regclass($1) IS NOT NULL"_s, {table});
    return found && found->boolean(0, 0);
}

void AlembicRunTest::runsInTheConnectedDatabaseAlone()
{
    const auto up = run(Direction::Up, u"head"_s);
    QVERIFY2(up.has_value(), up ? "" : qPrintable(up.error().toString()));
    QCOMPARE(up->from, QStringList());
    QCOMPARE(up->to, QStringList{u"bbbb"_s});
    QCOMPARE(up->applied.size(), 2);
    QCOMPARE(up->applied.at(1).revision, u"bbbb"_s);
    QCOMPARE(up->applied.at(1).message, u"Step bbbb"_s);
    QVERIFY(exists(*m_connection, u"a"_s) && exists(*m_connection, u"b"_s));
    const auto other = m_server.connect(m_other);
    QVERIFY(!exists(*other, u"a"_s) && !exists(*other, u"alembic_version"_s));
    QVERIFY2(m_listener->lines().contains(u"names localhost:%1/%2"_s.arg(m_server.port()).arg(m_other)),
             qPrintable(m_listener->lines()));
    QVERIFY(!m_listener->lines().contains(QLatin1StringView(civicq::tests::TestServer::password)));
    QCOMPARE(m_listener->progress().constLast().done, 2);
    QCOMPARE(m_listener->progress().constLast().total, 2);

    const auto record = readState(*m_connection, m_task)->applied;
    QCOMPARE(record.size(), 2);
    QCOMPARE(record.value(u"aaaa"_s).by, u"postgres"_s);
    QCOMPARE(makeSnapshot(project(), readState(*m_connection, m_task).value())->problems.size(), 0);

    QCOMPARE(run(Direction::Down, u"-1"_s)->to, QStringList{u"aaaa"_s});
    QVERIFY(!exists(*m_connection, u"b"_s));
    QCOMPARE(run(Direction::Down, u"base"_s)->applied.size(), 1);
    QVERIFY(!exists(*m_connection, u"a"_s));
    QVERIFY(run(Direction::Up, u"+1"_s).has_value());
    QCOMPARE(versions(), QStringList{u"aaaa"_s});
}

void AlembicRunTest::refusesWhatCannotBeAimed_data()
{
    QTest::addColumn<QByteArray>("environment");
    QTest::addColumn<QString>("says");
    QTest::newRow("another kind of database")
        << QByteArray("from alembic import context\nfrom sqlalchemy import create_engine\n"
                      "with create_engine('sqlite://').connect() as c:\n    context.configure(connection=c)\n"
                      "    context.run_migrations()\n")
        << u"is for sqlite"_s;
    QTest::newRow("two databases") << QByteArray("from alembic import context\nfrom sqlalchemy import create_engine\n"
                                                 "for name in ('one', 'two'):\n"
                                                 "    create_engine('postgresql://x@localhost/' + name).connect()\n")
                                   << u"more than one database"_s;
    QTest::newRow("connects by itself") << QByteArray(
        "from alembic import context\nfrom sqlalchemy import create_engine, pool\nimport psycopg2\n"
        "url = context.config.get_main_option('sqlalchemy.url').replace('+psycopg2', '')\n"
        "engine = create_engine('postgresql://', creator=lambda: psycopg2.connect(url))\n"
        "with engine.connect() as c:\n    context.configure(connection=c)\n"
        "    with context.begin_transaction():\n        context.run_migrations()\n")
                                        << u"reached another database"_s;
}

void AlembicRunTest::refusesWhatCannotBeAimed()
{
    QFETCH(QByteArray, environment);
    QFETCH(QString, says);
    write(u"app/env.py"_s, environment);
    const auto report = run(Direction::Up, u"head"_s);
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().message.contains(says), qPrintable(report.error().toString()));
    QVERIFY(!exists(*m_connection, u"a"_s));
    QVERIFY(!exists(*m_server.connect(m_other), u"a"_s));
}

void AlembicRunTest::noticesAnotherVersionTable()
{
    write(u"app/env.py"_s, QByteArray(environmentScript)
                               .replace("connection=connection", "connection=connection, "
                                                                 "version_table='mine'"));
    const auto report = run(Direction::Up, u"head"_s);
    QVERIFY2(report.error().message.contains(u"says base instead of bbbb"_s), qPrintable(report.error().toString()));
    QVERIFY(report.error().hint.contains(u"version_table"_s));
}

void AlembicRunTest::explainsFailures_data()
{
    QTest::addColumn<QByteArray>("up");
    QTest::addColumn<QByteArray>("environment");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("mend");
    QTest::addColumn<QString>("doing");
    const auto inRevision = [](const char *name, const char *up, ErrorCode code, const QString &says,
                               const QString &mend) {
        QTest::newRow(name) << QByteArray(up) << QByteArray() << code << says << mend << u"cccc.py:11"_s;
    };
    const auto inEnvironment = [](const char *name, const char *line, ErrorCode code, const QString &says,
                                  const QString &mend) {
        QTest::newRow(name) << QByteArray() << QByteArray(line) << code << says << mend << u"env.py:1"_s;
    };
    inEnvironment("module", "import nosuchmodule.part", ErrorCode::ProcessFailed, u"module nosuchmodule,"_s,
                  u"pip install nosuchmodule"_s);
    inEnvironment("variable", "import os; os.environ['CIVIC_DATABASE']", ErrorCode::InvalidArgument,
                  u"environment variable CIVIC_DATABASE"_s, u"Set it"_s);
    inRevision("type", "op.execute('CREATE TABLE c (v nosuchtype)')", ErrorCode::Sql, u"nosuchtype"_s,
               u"stands at bbbb, as before"_s);
    inRevision("statement", "op.execute('CREATE TABLE a (x int)')", ErrorCode::Sql, u"already exists"_s,
               u"stands at bbbb, as before"_s);
    inRevision("import", "op.create_table('c', sa.Column('v', pgvector.sqlalchemy.Vector(3)))",
               ErrorCode::ProcessFailed, u"pgvector"_s, u"lacks an import"_s);
    inRevision("value", "op.get_bind().execute(sa.text('SELECT :v'), {'v': {'a': 1}})", ErrorCode::ProcessFailed,
               u"type dict"_s, u"as JSON"_s);
}

void AlembicRunTest::explainsFailures()
{
    QFETCH(QByteArray, up);
    QFETCH(QByteArray, environment);
    QFETCH(ErrorCode, code);
    QFETCH(QString, says);
    QFETCH(QString, mend);
    QFETCH(QString, doing);
    QVERIFY(run(Direction::Up, u"head"_s).has_value());
    if (up.isEmpty())
        write(u"app/env.py"_s, environment + '\n' + environmentScript);
    addRevision(u"cccc"_s, u"bbbb"_s,
                up.isEmpty() ? QByteArray("pass") : "op.execute('CREATE TABLE half (d int)')\n    " + up);
    const auto report = run(Direction::Up, u"head"_s);
    QVERIFY(!report.has_value());
    const auto &error = report.error();
    QVERIFY2(error.code == code, qPrintable(error.toString()));
    QVERIFY2(error.message.contains(says), qPrintable(error.toString()));
    QVERIFY2(error.hint.contains(mend), qPrintable(error.hint));
    QVERIFY2(error.doing.contains(doing), qPrintable(error.doing));
    QVERIFY(error.hint.contains(u"The database stands at bbbb, as before."_s));
    QVERIFY(!error.detail.isEmpty() && !error.detail.contains(u"civicq-"_s));
    QCOMPARE(versions(), QStringList{u"bbbb"_s});
    QVERIFY(!exists(*m_connection, u"half"_s));
}

void AlembicRunTest::backsUpFirst()
{
    RunOptions how = options();
    int backups = 0;
    how.production = true;
    how.safetyBackup = [&](civicq::core::TaskContext &) -> Result<QString> {
        ++backups;
        return u"/there"_s;
    };
    QCOMPARE(run(Direction::Up, u"head"_s, how)->backup, u"/there"_s);
    how.safetyBackup = [&](civicq::core::TaskContext &) -> Result<QString> {
        ++backups;
        return civicq::core::fail(ErrorCode::NoSpace, u"full"_s);
    };
    QCOMPARE(run(Direction::Down, u"base"_s, how).error().code, ErrorCode::NoSpace);
    QCOMPARE(backups, 2);
    QVERIFY(exists(*m_connection, u"b"_s));
}

void AlembicRunTest::waitsForLocksBriefly()
{
    QVERIFY(run(Direction::Up, u"head"_s).has_value());
    addRevision(u"cccc"_s, u"bbbb"_s, "op.execute('ALTER TABLE a ADD z int')", "op.execute('ALTER TABLE a DROP z')");
    auto holder = m_server.connect(m_connection->database());
    QVERIFY(holder->query(m_task, u"BEGIN"_s).has_value());
    QVERIFY(holder->query(m_task, u"SELECT * FROM a"_s).has_value());
    RunOptions how = options();
    how.lockTimeout = 100ms;
    how.lockPause = 10ms;
    how.lockAttempts = 2;
    const auto report = run(Direction::Up, u"head"_s, how);
    QVERIFY2(report.error().sqlState == u"55P03"_s, qPrintable(report.error().toString()));
    QVERIFY(m_listener->lines().contains(u"trying again"_s));
    QCOMPARE(versions(), QStringList{u"bbbb"_s});
    holder.reset();
    QCOMPARE(run(Direction::Up, u"head"_s, how)->to, QStringList{u"cccc"_s});
}

void AlembicRunTest::cancelEndsTheStatementInTheServer()
{
    addRevision(u"cccc"_s, u"bbbb"_s, "op.execute('SELECT pg_sleep(600)')");
    const auto watcher = m_server.connect(m_connection->database());
    const QString sleeping =
        u"SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"_s;
    std::thread canceller([&] {
        SilentTask watching;
        while (watcher->query(watching, sleeping)->isEmpty()) {}
        m_listener->cancel();
    });
    const auto report = run(Direction::Up, u"head"_s);
    canceller.join();
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(watcher->query(m_task, sleeping)->isEmpty(), 20'000);
    QCOMPARE(versions(), QStringList());
    QVERIFY(!exists(*m_connection, u"a"_s));
}

void AlembicRunTest::printsSqlAndWritesFiles()
{
    const AlembicTools tools = options().alembic;
    const auto sql = alembicSql(m_task, tools, project(), Direction::Up, {u"aaaa"_s}, u"bbbb"_s);
    QVERIFY2(sql.has_value(), sql ? "" : qPrintable(sql.error().toString()));
    QVERIFY(sql->contains(u"CREATE TABLE b"_s) && !sql->contains(u"CREATE TABLE a"_s));
    NewRevision wanted;
    wanted.message = u"-Élodie's"_s;
    wanted.id = u"cccc"_s;
    const auto next = writeAlembicRevision(m_task, tools, project(), wanted);
    QVERIFY2(next.has_value(), next ? "" : qPrintable(next.error().toString()));
    QCOMPARE(next->parents, QStringList{u"bbbb"_s});
    QCOMPARE(project().graph.at(project().graph.indexOf(u"cccc"_s)).message, u"-Élodie's"_s);
    wanted = {};
    wanted.message = u"Beside"_s;
    wanted.onto = {u"aaaa"_s};
    QVERIFY(writeAlembicRevision(m_task, tools, project(), wanted).has_value());
    QCOMPARE(project().graph.heads().size(), 2);
    QCOMPARE(writeAlembicMerge(m_task, tools, project(), {})->parents.size(), 2);
    QCOMPARE(project().graph.heads().size(), 1);
    QVERIFY(writeAlembicMerge(m_task, tools, project(), {}).error().message.contains(u"needs two"_s));
    QVERIFY(!exists(*m_server.connect(m_other), u"alembic_version"_s));
}

void AlembicRunTest::findsThePythonOfTheProject()
{
    QVERIFY(QDir().mkpath(m_project->filePath(u".venv/bin"_s)));
    const QString python = m_project->filePath(u".venv/bin/python"_s);
    QVERIFY(QFile::link(QStandardPaths::findExecutable(u"python3"_s), python));
    QCOMPARE(pythonCandidates({}, m_project->filePath(u"app"_s)).constFirst(), python);
    QVERIFY(pythonCandidates({}, m_project->path()).size() > 1);
    QCOMPARE(pythonCandidates(QStandardPaths::findExecutable(u"alembic"_s), m_project->path()),
             QStringList{u"/usr/bin/python3"_s});
    RunOptions how = options();
    how.alembic.program = u"/no/such/python"_s;
    const auto report = run(Direction::Up, u"head"_s, how);
    QVERIFY(report.error().message.contains(u"Alembic is not installed"_s));
    QVERIFY(report.error().detail.contains(u"python"_s) && report.error().hint.contains(u"--alembic"_s));
}

} // namespace

QTEST_GUILESS_MAIN(AlembicRunTest)
#include "alembicruntest.moc"

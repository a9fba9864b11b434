// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/testserver.h"
#include "migrations/migrationrunner.h"
#include "migrations/randomhistory.h"
#include "migrations/revisionnames.h"
#include "migrations/scratchfolder.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;
using civicq::core::SilentTask;

namespace {

constexpr auto environmentScript = R"(from alembic import context
import os
from sqlalchemy import create_engine

with create_engine(os.environ["DATABASE"]).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
)";

// One database, one history, two programs: ours over SQL files, Alembic over Python files.
class AlembicDatabaseTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void alembicReadsOurVersionTable();
    void weReadAlembicsVersionTable();

private:
    QString alembic(const QStringList &arguments);
    QStringList alembicCurrent();
    QStringList ourCurrent();
    void run(Direction direction, const QString &target);

    civicq::tests::TestServer m_server;
    civicq::tests::ScratchFolder m_sql;
    QTemporaryDir m_project;
    MigrationFolder m_folder;
    std::unique_ptr<civicq::postgres::Connection> m_connection;
    SilentTask m_task;
};

void AlembicDatabaseTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    const auto add = [this](const QString &id, const QString &parents, const QByteArray &header = {}) {
        m_sql.add(id, parents, "CREATE TABLE " + id.toUtf8() + " (a int);", "DROP TABLE " + id.toUtf8() + ';', header);
    };
    add(u"aaaa"_s, u"none"_s);
    add(u"bbbb"_s, u"aaaa"_s, "-- labels: left\n");
    add(u"cccc"_s, u"aaaa"_s, "-- labels: right\n");
    add(u"dddd"_s, u"bbbb, cccc"_s);
    add(u"eeee"_s, u"none"_s, "-- labels: apart\n-- depends-on: bbbb\n");
    add(u"ffff"_s, u"dddd"_s);
    m_folder = m_sql.read();
    QVERIFY(m_folder.isSound());

    const auto write = [this](const QString &name, const QByteArray &content) {
        QFile file(m_project.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    write(u"alembic.ini"_s, "[alembic]\nscript_location = " + m_project.path().toUtf8() + '\n');
    write(u"env.py"_s, environmentScript);
    QVERIFY(civicq::tests::writeAlembicFiles(m_folder.graph.revisions(), m_project.filePath(u"versions"_s)));
}

void AlembicDatabaseTest::init()
{
    m_connection = m_server.connect(m_server.createDatabase().database);
}

QString AlembicDatabaseTest::alembic(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto parameters = m_server.parameters();
    environment.insert(u"DATABASE"_s,
                       u"postgresql+psycopg2://%1:%2@%3:%4/%5"_s.arg(
                           parameters.user,
                           QString::fromLatin1(civicq::tests::TestServer::password).replace(u' ', u"%20"_s),
                           parameters.host, QString::number(m_server.port()), m_connection->database()));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_project.path());
    process.start(u"alembic"_s, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("alembic: %s", process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QStringList AlembicDatabaseTest::alembicCurrent()
{
    QStringList revisions;
    const QStringList lines = alembic({u"current"_s}).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        revisions.append(line.section(u' ', 0, 0));
    revisions.sort();
    return revisions;
}

QStringList AlembicDatabaseTest::ourCurrent()
{
    const RevisionNames names(m_folder.graph);
    const QStringList versions = readState(*m_connection, m_task)->versions;
    QStringList current = m_folder.graph.identifiers(names.allCurrent(names.revisions(versions).value()));
    current.sort();
    return current;
}

void AlembicDatabaseTest::run(Direction direction, const QString &target)
{
    const auto report = migrate(*m_connection, m_task, m_folder, direction, target, {});
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().toString()));
}

void AlembicDatabaseTest::alembicReadsOurVersionTable()
{
    QCOMPARE(alembicCurrent(), QStringList());
    run(Direction::Up, u"bbbb"_s);
    QCOMPARE(alembicCurrent(), ourCurrent());
    run(Direction::Up, u"apart@head"_s);
    QCOMPARE(alembicCurrent(), ourCurrent());
    QCOMPARE(ourCurrent(), (QStringList{u"bbbb"_s, u"eeee"_s}));
    run(Direction::Up, u"cccc"_s);
    QCOMPARE(alembicCurrent(), ourCurrent());
    run(Direction::Up, u"heads"_s);
    QCOMPARE(alembicCurrent(), ourCurrent());
    run(Direction::Down, u"cccc"_s);
    QCOMPARE(alembicCurrent(), ourCurrent());
    run(Direction::Down, u"base"_s);
    QCOMPARE(alembicCurrent(), QStringList());
}

void AlembicDatabaseTest::weReadAlembicsVersionTable()
{
    alembic({u"upgrade"_s, u"heads"_s});
    QCOMPARE(ourCurrent(), (QStringList{u"eeee"_s, u"ffff"_s}));
    alembic({u"downgrade"_s, u"dddd"_s});
    alembic({u"downgrade"_s, u"apart@base"_s});
    QCOMPARE(ourCurrent(), QStringList{u"dddd"_s});
    run(Direction::Up, u"heads"_s); // what Alembic began, we continue
    QCOMPARE(alembicCurrent(), (QStringList{u"eeee"_s, u"ffff"_s}));
    alembic({u"stamp"_s, u"base"_s});
    QCOMPARE(ourCurrent(), QStringList());
}

} // namespace

QTEST_GUILESS_MAIN(AlembicDatabaseTest)
#include "alembicdatabasetest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// pgbench moves money all the while: of any one moment the sums of accounts, tellers, branches and history are the same.
// A backup that is not of one moment shows it after its restore.
#include "backups/restore.h"
#include "backups/sampledatabase.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::BackupFormat;

namespace {

class WriteLoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isOfOneMoment_data();
    void isOfOneMoment();
    void cleanupTestCase();

private:
    [[nodiscard]] qint64 number(const QString &database, const QString &sql)
    {
        const auto rows = m_server.connect(database)->query(m_task, sql);
        return rows ? rows->integer(0, 0) : -1;
    }
    [[nodiscard]] qint64 transfers() { return number(u"bench"_s, u"SELECT count(*) FROM pgbench_history"_s); }

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    QTemporaryDir m_folder;
    QProcess m_bench;
};

void WriteLoadTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"bench"_s);
    QByteArray errors;
    QVERIFY2(m_server.run(u"pgbench"_s, {u"-i"_s, u"-q"_s, u"-s"_s, u"4"_s, u"bench"_s}, nullptr, &errors) == 0,
             errors.constData());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSWORD"_s, QString::fromLatin1(TestServer::password));
    m_bench.setProcessEnvironment(environment);
    m_bench.setStandardOutputFile(QProcess::nullDevice());
    m_bench.setStandardErrorFile(QProcess::nullDevice());
    m_bench.start(m_server.program(u"pgbench"_s),
                  {u"-n"_s, u"-c"_s, u"4"_s, u"-R"_s, u"600"_s, u"-T"_s, u"170"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s,
                   QString::number(m_server.port()), u"-U"_s, QString::fromLatin1(TestServer::superuser), u"bench"_s});
    QTRY_VERIFY(transfers() > 0);
}

void WriteLoadTest::isOfOneMoment_data()
{
    QTest::addColumn<BackupFormat>("format");
    QTest::newRow("archive") << BackupFormat::Archive;
    QTest::newRow("archive again") << BackupFormat::Archive;
    QTest::newRow("sql.gz") << BackupFormat::Sql;
}

void WriteLoadTest::isOfOneMoment()
{
    QFETCH(const BackupFormat, format);
    backups::BackupRequest wanted;
    wanted.parameters = m_server.parameters(u"bench"_s);
    wanted.folder = m_folder.path();
    wanted.format = format;
    wanted.level = 1;
    wanted.jobs = 4;
    const qint64 before = transfers();
    const auto taken = backups::backup(m_task, m_tools.box, wanted, nullptr);
    QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().toString()));
    QVERIFY(transfers() > before + 10); // money moved meanwhile
    backups::RestoreRequest back;
    back.server = m_server.parameters();
    back.source = taken->path;
    back.database = u"back "_s + QString::fromUtf8(QTest::currentDataTag());
    const auto report = backups::restore(m_task, m_tools.box, back);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    const qint64 history = number(back.database, u"SELECT coalesce(sum(delta), 0) FROM pgbench_history"_s);
    QCOMPARE(number(back.database, u"SELECT sum(abalance) FROM pgbench_accounts"_s), history);
    QCOMPARE(number(back.database, u"SELECT sum(tbalance) FROM pgbench_tellers"_s), history);
    QCOMPARE(number(back.database, u"SELECT sum(bbalance) FROM pgbench_branches"_s), history);
    QVERIFY(number(back.database, u"SELECT count(*) FROM pgbench_history"_s) >= before);
}

void WriteLoadTest::cleanupTestCase()
{
    QCOMPARE(m_bench.state(), QProcess::Running); // to the end
    m_bench.terminate();
    QVERIFY(m_bench.waitForFinished());
}

} // namespace

QTEST_GUILESS_MAIN(WriteLoadTest)
#include "writeloadtest.moc"

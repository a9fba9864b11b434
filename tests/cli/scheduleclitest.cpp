// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupplan.h"
#include "backups/runlog.h"
#include "fixtures/commandline.h"
#include "fixtures/testserver.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;

namespace {

// The real civicq-db and a real server; systemctl and loginctl are two scripts that say yes, for the machine's own
// scheduler is not the test's to change.
class ScheduleCliTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void installsForASavedConnection();
    void runsAndIsOnTime();
    void notDueIsNotRepeated();
    void olderOnesGo();
    void missingSecondPlaceIsSaidAndMadeUpFor();
    void twoRunsNeverOverlap();
    void failedRunIsToldByStatus();
    void damagedStoreIsNoSilence();
    void removes();
    void wrongUsage_data();
    void wrongUsage();

private:
    [[nodiscard]] Ran run(const QStringList &arguments) { return m_civicq.run(QStringList{u"--json"_s} + arguments); }
    [[nodiscard]] QStringList backups() const
    {
        return QDir(m_civicq.home() + u"/backups"_s).entryList({u"civicq_backup_*"_s}, QDir::Files);
    }
    [[nodiscard]] QJsonObject schedule()
    {
        return run({u"schedule"_s, u"status"_s}).json().value("schedules"_L1)[0].toObject();
    }
    void writeScript(const QString &name, const QByteArray &text)
    {
        QFile file(m_tools.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    // As if so much time had passed since it was installed.
    void installedEarlier(int hours)
    {
        backups::PlanStore store(m_civicq.home() + u"/config"_s);
        backups::BackupPlan plan = store.load()->first();
        plan.since = plan.since.addSecs(-3600 * hours);
        QVERIFY(store.save(plan).has_value());
        m_plan = plan.id;
    }

    // Puts aside what is known of runs and backups, and back again.
    void hideStore() const
    {
        const QString store = m_civicq.home() + u"/data/civicq-admin.sqlite"_s;
        for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s})
            QFile::rename(store + ending, store + ending + u".kept"_s);
    }
    void showStore() const
    {
        const QString store = m_civicq.home() + u"/data/civicq-admin.sqlite"_s;
        for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s}) {
            QFile::remove(store + ending);
            QFile::rename(store + ending + u".kept"_s, store + ending);
        }
    }

    TestServer m_server;
    CommandLine m_civicq;
    QTemporaryDir m_tools;
    QTemporaryDir m_secondPlace;
    QString m_plan;
};

void ScheduleCliTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"city"_s);
    core::SilentTask task;
    QVERIFY(m_server.connect(u"city"_s)
                ->script(task, "CREATE TABLE users AS SELECT generate_series(1, 42) AS id")
                .has_value());
    writeScript(u"systemctl"_s, "#!/bin/sh\nexit 0\n");
    writeScript(u"loginctl"_s, "#!/bin/sh\necho yes\n");
    m_civicq.environment = {{u"PATH"_s, m_tools.path() + u':' + qEnvironmentVariable("PATH")},
                            {u"XDG_CONFIG_HOME"_s, m_tools.filePath(u"config"_s)},
                            {u"PGPASSWORD"_s, QString::fromLatin1(TestServer::password)}};
    const Ran saved = run({u"profiles"_s, u"add"_s, u"Oakland"_s, u"--password"_s, u"libpq"_s, u"--url"_s,
                           u"postgresql://postgres@127.0.0.1:%1/city"_s.arg(m_server.port())});
    QVERIFY2(saved.status == 0, saved.all().constData());
}

void ScheduleCliTest::installsForASavedConnection()
{
    // Due at a time that has just been: whatever the hour of the test, the last run was due yesterday or today.
    const QString at = QTime::currentTime().addSecs(-60).toString(u"HH:mm"_s);
    const Ran ran = run({u"--connection"_s, u"oakland"_s, u"schedule"_s, u"install"_s, u"--daily"_s, at, u"--cleanup"_s,
                         u"2"_s, u"--second-place"_s, m_secondPlace.path()});
    QVERIFY2(ran.status == 0, ran.all().constData());
    QCOMPARE(ran.json().value("scheduler"_L1).toString(), u"systemd"_s);
    QCOMPARE(ran.json().value("database"_L1).toString(), u"city"_s);
    const QDir units(m_tools.filePath(u"config/systemd/user"_s));
    QCOMPARE(units.entryList(QDir::Files).size(), 2);
    QFile service(units.filePath(units.entryList({u"*.service"_s}).first()));
    QVERIFY(service.open(QIODevice::ReadOnly));
    const QByteArray unit = service.readAll();
    QVERIFY(unit.contains("\"schedule\" \"run\" \"--due\""));
    QVERIFY(unit.contains(m_civicq.home().toUtf8()));
    QVERIFY(!unit.contains(TestServer::password));
    QVERIFY(!ran.all().contains(TestServer::password));
}

void ScheduleCliTest::runsAndIsOnTime()
{
    installedEarlier(24);
    const Ran before = run({u"schedule"_s, u"status"_s}); // due, and not late yet
    QVERIFY2(before.status == 0, before.all().constData());
    const Ran ran = run({u"schedule"_s, u"run"_s, u"--due"_s, u"--plan"_s, m_plan, u"--home"_s, m_civicq.home()});
    QVERIFY2(ran.status == 0, ran.all().constData());
    QVERIFY(ran.json().value("ran"_L1).toBool());
    QCOMPARE(backups().size(), 1);
    const QString copy = ran.json().value("copied"_L1)[0].toString();
    QCOMPARE(QFileInfo(copy).absolutePath(), m_secondPlace.path());
    QCOMPARE(QFileInfo(copy).size(), QFileInfo(ran.json().value("path"_L1).toString()).size());
    const Ran status = run({u"schedule"_s, u"status"_s});
    QVERIFY2(status.status == 0, status.all().constData());
    QCOMPARE(schedule().value("last_run"_L1)["outcome"_L1].toString(), u"done"_s);
    QCOMPARE(schedule().value("last_run"_L1)["by"_L1].toString(), u"schedule"_s);
    QVERIFY(schedule().value("alerts"_L1).toArray().isEmpty());
}

void ScheduleCliTest::notDueIsNotRepeated()
{
    const Ran ran = run({u"schedule"_s, u"run"_s, u"--due"_s});
    QCOMPARE(ran.status, 0);
    QVERIFY(!ran.json().value("ran"_L1).toBool(true));
    QCOMPARE(backups().size(), 1);
}

void ScheduleCliTest::olderOnesGo()
{
    for (int number = 0; number < 2; ++number)
        QCOMPARE(run({u"schedule"_s, u"run"_s}).status, 0);
    QCOMPARE(backups().size(), 2);
    QCOMPARE(QDir(m_secondPlace.path()).entryList({u"civicq_backup_*"_s}, QDir::Files).size(), 2);
}

void ScheduleCliTest::missingSecondPlaceIsSaidAndMadeUpFor()
{
    const QString away = m_secondPlace.path() + u"-away"_s;
    QVERIFY(QDir().rename(m_secondPlace.path(), away));
    QVERIFY(QDir().mkdir(m_secondPlace.path())); // as a mount point without its disk
    const Ran ran = run({u"schedule"_s, u"run"_s});
    QCOMPARE(ran.status, 1);
    QVERIFY(QFile::exists(ran.json().value("path"_L1).toString()));
    QVERIFY2(ran.err.contains("second place"), ran.all().constData());
    QCOMPARE(QDir(m_secondPlace.path()).entryList(QDir::Files | QDir::Hidden).size(), 0);
    const Ran status = run({u"schedule"_s, u"status"_s});
    QCOMPARE(status.status, 1);
    QVERIFY(
        status.json().value("schedules"_L1)[0]["alerts"_L1][0]["message"_L1].toString().contains(u"second place"_s));
    QVERIFY(QDir().rmdir(m_secondPlace.path()));
    QVERIFY(QDir().rename(away, m_secondPlace.path()));
    const qsizetype before = backups().size();
    const Ran later = run({u"schedule"_s, u"run"_s, u"--due"_s}); // nothing but the copy is due
    QVERIFY2(later.status == 0, later.all().constData());
    QCOMPARE(later.json().value("copied"_L1).toArray().size(), 1);
    QCOMPARE(backups().size(), before);
    QCOMPARE(run({u"schedule"_s, u"status"_s}).status, 0);
}

void ScheduleCliTest::twoRunsNeverOverlap()
{
    backups::RunLog log(m_civicq.home() + u"/data"_s);
    {
        const auto running = log.begin(backups::RunBy::Schedule, m_plan, u"city"_s);
        QVERIFY(running.has_value());
        const qsizetype before = backups().size();
        const Ran second = run({u"schedule"_s, u"run"_s});
        QCOMPARE(second.status, 1);
        QVERIFY2(second.err.contains("already"), second.all().constData());
        QCOMPARE(run({u"schedule"_s, u"run"_s, u"--due"_s}).status, 0);
        QCOMPARE(backups().size(), before);
        QCOMPARE(schedule().value("last_run"_L1)["outcome"_L1].toString(), u"running"_s);
    }
    // It was dropped without an end, as by a crash.
    QCOMPARE(schedule().value("last_run"_L1)["outcome"_L1].toString(), u"interrupted"_s);
    QCOMPARE(run({u"schedule"_s, u"run"_s}).status, 0);
}

void ScheduleCliTest::failedRunIsToldByStatus()
{
    hideStore(); // so that a run is due
    m_server.stop();
    const Ran ran = run({u"schedule"_s, u"run"_s, u"--due"_s});
    QCOMPARE(ran.status, 1);
    QVERIFY(!ran.err.isEmpty());
    const Ran status = run({u"schedule"_s, u"status"_s});
    QCOMPARE(status.status, 1);
    QVERIFY2(status.out.contains("failed"), status.all().constData());
    QVERIFY(m_server.start());
    QCOMPARE(run({u"schedule"_s, u"run"_s}).status, 0);
    QCOMPARE(run({u"schedule"_s, u"status"_s}).status, 0);
    showStore();
}

// With the store gone nothing is known of any run: that is said, not taken for fine.
void ScheduleCliTest::damagedStoreIsNoSilence()
{
    hideStore();
    installedEarlier(72);
    const Ran status = run({u"schedule"_s, u"status"_s});
    QVERIFY2(status.status == 1, status.all().constData());
    showStore();
    QCOMPARE(run({u"schedule"_s, u"status"_s}).status, 0);
}

void ScheduleCliTest::removes()
{
    const qsizetype before = backups().size();
    const Ran ran = run({u"--connection"_s, u"Oakland"_s, u"schedule"_s, u"remove"_s});
    QVERIFY2(ran.status == 0, ran.all().constData());
    QCOMPARE(QDir(m_tools.filePath(u"config/systemd/user"_s)).entryList(QDir::Files).size(), 0);
    QCOMPARE(backups().size(), before);
    const Ran status = run({u"schedule"_s, u"status"_s});
    QCOMPARE(status.status, 0);
    QVERIFY(status.json().value("schedules"_L1).toArray().isEmpty());
    QCOMPARE(run({u"schedule"_s, u"run"_s}).status, 1);
}

void ScheduleCliTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList install{u"--connection"_s, u"Oakland"_s, u"schedule"_s, u"install"_s};
    QTest::newRow("no time") << install;
    QTest::newRow("no such time") << install + QStringList{u"--daily"_s, u"25:00"_s};
    QTest::newRow("keeps none") << install + QStringList{u"--daily"_s, u"02:00"_s, u"--cleanup"_s, u"0"_s};
    QTest::newRow("no connection") << QStringList{u"schedule"_s, u"install"_s, u"--daily"_s, u"02:00"_s};
    QTest::newRow("an address") << QStringList{
        u"--url"_s, u"postgresql://u@h/d"_s, u"schedule"_s, u"install"_s, u"--daily"_s, u"02:00"_s};
    QTest::newRow("no such connection") << QStringList{u"--connection"_s, u"nope"_s,    u"schedule"_s,
                                                       u"install"_s,      u"--daily"_s, u"02:00"_s};
    QTest::newRow("nothing") << QStringList{u"schedule"_s};
}

void ScheduleCliTest::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    const Ran ran = run(arguments);
    QVERIFY2(ran.status == 2, ran.all().constData());
    QVERIFY(!ran.err.isEmpty());
    QVERIFY(!QDir(m_tools.filePath(u"config/systemd/user"_s)).exists()
            || QDir(m_tools.filePath(u"config/systemd/user"_s)).entryList(QDir::Files).isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(ScheduleCliTest)
#include "scheduleclitest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every kind of object there and back again: pg_dump of the original and of what was restored are the same.
#include "backups/everyobject.h"
#include "backups/restore.h"
#include "backups/sampledatabase.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::BackupFormat;
using backups::BackupRequest;

namespace {

class EveryObjectTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void comesBack_data();
    void comesBack();
    void withWhatNeverHadAColumn();
    void byHandAsTheReadmeSays();

private:
    [[nodiscard]] QString take(BackupFormat format);
    [[nodiscard]] QByteArrayList entries(const QString &database) const { return dumpEntries(m_server.dump(database)); }

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    QTemporaryDir m_folder;
    QByteArrayList m_original;
};

void EveryObjectTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    makeRoles(m_server);
    (void)m_server.createDatabase(u"every"_s);
    fillEveryObject(m_server, u"every"_s);
    m_original = entries(u"every"_s);
    // The dump is taken apart as it should be: a table, its rows, what is said of it.
    for (const char *entry :
         {"-- Name: people; Type: TABLE;", "-- Data for Name: people;", "-- Name: TABLE people; Type: ACL;",
          "-- Name: 424242; Type: BLOB", "-- Name: guarding; Type: EVENT TRIGGER;"})
        QVERIFY2(std::ranges::any_of(m_original, [&](const QByteArray &one) { return one.startsWith(entry); }), entry);
}

QString EveryObjectTest::take(BackupFormat format)
{
    BackupRequest wanted;
    wanted.parameters = m_server.parameters(u"every"_s);
    wanted.folder = m_folder.path();
    wanted.format = format;
    wanted.level = 1;
    wanted.jobs = 3;
    const auto report = backups::backup(m_task, m_tools.box, wanted, nullptr);
    if (!report)
        qFatal("backup: %s", qPrintable(report.error().toString()));
    return report->path;
}

void EveryObjectTest::comesBack_data()
{
    QTest::addColumn<BackupFormat>("format");
    QTest::addColumn<int>("jobs");
    QTest::newRow("archive") << BackupFormat::Archive << 3;
    QTest::newRow("archive, one session") << BackupFormat::Archive << 1;
    QTest::newRow("sql.gz") << BackupFormat::Sql << 1;
}

void EveryObjectTest::comesBack()
{
    QFETCH(const BackupFormat, format);
    QFETCH(const int, jobs);
    backups::RestoreRequest wanted;
    wanted.server = m_server.parameters();
    wanted.source = take(format);
    wanted.database = u"from "_s + QString::fromUtf8(QTest::currentDataTag());
    wanted.jobs = jobs;
    const auto report = backups::restore(m_task, m_tools.box, wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(report->notes, QStringList());
    const QByteArray differs = difference(m_original, entries(wanted.database));
    QVERIFY2(differs.isEmpty(), differs.constData());
}

// Rows without any column have no bytes, and a row of 2 MB is one line.
void EveryObjectTest::withWhatNeverHadAColumn()
{
    const auto session = m_server.connect(u"from archive"_s);
    QCOMPARE(session->query(m_task, u"SELECT count(*) FROM nothing"_s)->integer(0, 0), 2);
    QCOMPARE(session->query(m_task, u"SELECT max(octet_length(body)) FROM documents"_s)->integer(0, 0), 2'000'000);
}

// Every command the README indents, in its order, in a shell; NAME and FILE are what the reader puts in.
void EveryObjectTest::byHandAsTheReadmeSays()
{
    const QString path = take(BackupFormat::Archive);
    QProcess tar;
    tar.start(u"tar"_s, {u"-xOf"_s, path, u"README.txt"_s});
    QVERIFY(tar.waitForFinished());
    static const QRegularExpression command(u"^  (\\S.*?)(?:  .*)?$"_s, QRegularExpression::MultilineOption);
    QString script = u"set -e\n"_s;
    int commands = 0;
    for (const auto &match : command.globalMatch(QString::fromUtf8(tar.readAllStandardOutput()))) {
        ++commands;
        script +=
            match.captured(1).replace(u" FILE"_s, u" '%1'"_s.arg(path)).replace(u" NAME"_s, u" by_hand"_s) + u'\n';
    }
    QCOMPARE(commands, 9);
    QVERIFY(QDir(m_folder.path()).mkdir(u"by hand"_s));
    QProcess shell;
    shell.setWorkingDirectory(m_folder.filePath(u"by hand"_s));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGHOST"_s, u"127.0.0.1"_s);
    environment.insert(u"PGPORT"_s, QString::number(m_server.port()));
    environment.insert(u"PGUSER"_s, QString::fromLatin1(TestServer::superuser));
    environment.insert(u"PGPASSWORD"_s, QString::fromLatin1(TestServer::password));
    environment.insert(u"PATH"_s, QFileInfo(m_server.program(u"psql"_s)).path() + u':' + environment.value(u"PATH"_s));
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {u"-c"_s, script});
    QVERIFY(shell.waitForFinished(120'000));
    const QByteArray errors = shell.readAllStandardError();
    QVERIFY2(shell.exitCode() == 0 && !errors.contains("ERROR"), errors.constData());
    const QByteArray differs = difference(m_original, entries(u"by_hand"_s));
    QVERIFY2(differs.isEmpty(), differs.constData());
}

} // namespace

QTEST_GUILESS_MAIN(EveryObjectTest)
#include "everyobjecttest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/commandline.h"
#include "fixtures/testserver.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;

namespace {

class BackupCliTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void documentOfABackup();
    void cleanupBesideABackupMakesTheBackupFirst();
    void missingTableIsNamed();
    void verifyTellsByStatus();
    void contentsAreListed();
    void restoreNeverGuesses();
    void everyTableOfTheSchemaAlone();
    void wrongUsage_data();
    void wrongUsage();

private:
    [[nodiscard]] Ran run(const QStringList &arguments) { return m_civicq.run(QStringList{u"--json"_s} + arguments); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_civicq.home() + u"/backups"_s).entryList(QDir::Files | QDir::Hidden);
    }

    TestServer m_server;
    CommandLine m_civicq;
};

void BackupCliTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"city"_s);
    core::SilentTask task;
    QVERIFY(m_server.connect(u"city"_s)
                ->script(task, "CREATE TABLE users AS SELECT generate_series(1, 42) AS id")
                .has_value());
    // As the guide says: by the environment, so that no password is on a command line.
    m_civicq.environment = {{u"PGHOST"_s, u"127.0.0.1"_s},
                            {u"PGPORT"_s, QString::number(m_server.port())},
                            {u"PGUSER"_s, QString::fromLatin1(TestServer::superuser)},
                            {u"PGPASSWORD"_s, QString::fromLatin1(TestServer::password)},
                            {u"PGDATABASE"_s, u"city"_s}};
}

void BackupCliTest::documentOfABackup()
{
    const Ran ran = run({u"backup"_s, u"--name"_s, u"first"_s});
    QVERIFY2(ran.status == 0, ran.all().constData());
    for (const QString &key : {u"path"_s, u"bytes"_s, u"format"_s, u"tables"_s, u"rows"_s, u"seconds"_s, u"sha256"_s,
                               u"encrypted"_s, u"proven"_s})
        QVERIFY2(ran.json().contains(key), qPrintable(key));
    QCOMPARE(ran.json().value("rows"_L1).toInt(), 42);
    QCOMPARE(ran.json().value("path"_L1).toString(), m_civicq.home() + u"/backups/first.sql.gz"_s);
    QVERIFY(!ran.all().contains(TestServer::password));
    QVERIFY(files().contains(u"first.sql.gz"_s));
}

// The guide's cron line, whose tool only ever cleaned.
void BackupCliTest::cleanupBesideABackupMakesTheBackupFirst()
{
    const Ran ran = run({u"backup"_s, u"--cleanup"_s, u"1"_s});
    QVERIFY2(ran.status == 0, ran.all().constData());
    const QString made = ran.json().value("path"_L1).toString();
    QVERIFY(QFile::exists(made));
    QCOMPARE(ran.json().value("kept"_L1).toArray(), QJsonArray{made});
    QCOMPARE(files(), QStringList{QFileInfo(made).fileName()});
    const Ran daily = run({u"backup"_s, u"--keep-daily"_s, u"7"_s}); // two of the same day: the later one stays
    QCOMPARE(daily.json().value("removed"_L1).toArray(), QJsonArray{made});
    const Ran list = run({u"backup"_s, u"--list"_s});
    QCOMPARE(list.json().value("backups"_L1).toArray().size(), 1);
    QVERIFY(list.json().value("backups"_L1).toArray().first().toObject().value("valid"_L1).toBool());
}

void BackupCliTest::missingTableIsNamed()
{
    const QStringList before = files();
    const Ran ran = run({u"backup"_s, u"--tables"_s, u"users"_s, u"nosuchtable"_s});
    QCOMPARE(ran.status, 1);
    QVERIFY(ran.err.contains("nosuchtable"));
    QCOMPARE(files(), before);
}

void BackupCliTest::verifyTellsByStatus()
{
    const QString path = run({u"backup"_s, u"--name"_s, u"whole"_s}).json().value("path"_L1).toString();
    const Ran whole = run({u"restore"_s, u"--verify"_s, path});
    QCOMPARE(whole.status, 0);
    QVERIFY(whole.json().value("valid"_L1).toBool());
    QCOMPARE(whole.json().value("problems"_L1).toArray().size(), 0);
    QFile file(path);
    QVERIFY(file.resize(file.size() - 9));
    const Ran cut = run({u"restore"_s, u"--verify"_s, path});
    QCOMPARE(cut.status, 1);
    QVERIFY(!cut.json().value("valid"_L1).toBool(true));
    QVERIFY(!cut.json().value("problems"_L1).toArray().isEmpty());
    const Ran restored = run({u"restore"_s, path, u"--into"_s, u"never"_s});
    QCOMPARE(restored.status, 1);
    QVERIFY2(restored.err.contains("cannot be restored"), restored.all().constData());
    QCOMPARE(m_server.run(u"psql"_s, {u"-d"_s, u"never"_s, u"-c"_s, u"select 1"_s}), 2);
}

void BackupCliTest::contentsAreListed()
{
    const QString path = run({u"backup"_s, u"--name"_s, u"listed"_s}).json().value("path"_L1).toString();
    const Ran ran = run({u"restore"_s, u"--list-contents"_s, path});
    QCOMPARE(ran.status, 0);
    const QJsonObject table = ran.json().value("tables"_L1).toArray().first().toObject();
    QCOMPARE(table.value("table"_L1).toString(), u"public.users"_s);
    QCOMPARE(table.value("rows"_L1).toInt(), 42);
}

void BackupCliTest::restoreNeverGuesses()
{
    const QString path = run({u"backup"_s, u"--name"_s, u"again"_s}).json().value("path"_L1).toString();
    const Ran refused = run({u"restore"_s, path});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("--clean"), refused.all().constData());
    const Ran beside = run({u"restore"_s, path, u"--into"_s, u"Élodie's \"été\""_s});
    QVERIFY2(beside.status == 0, beside.all().constData());
    QCOMPARE(beside.json().value("database"_L1).toString(), u"Élodie's \"été\""_s);
    QCOMPARE(beside.json().value("rows"_L1).toInt(), 42);
    // A name without a folder is one in the backup folder too.
    const Ran replaced = run({u"restore"_s, u"again.sql.gz"_s, u"--clean"_s});
    QVERIFY2(replaced.status == 0, replaced.all().constData());
    QVERIFY(replaced.json().value("kept_as"_L1).toString().startsWith(u"city_before_restore_"_s));
    QCOMPARE(m_server.dump(u"city"_s), m_server.dump(replaced.json().value("kept_as"_L1).toString()));
}

// Types, extensions and functions a table needs are in its backup; foreign keys to tables that are not are left out.
void BackupCliTest::everyTableOfTheSchemaAlone()
{
    (void)m_server.createDatabase(u"civicq"_s);
    CommandLine civicq;
    civicq.environment = m_civicq.environment;
    civicq.environment.insert(u"PGDATABASE"_s, u"civicq"_s);
    const Ran migrated = civicq.run({u"migrate"_s});
    QVERIFY2(migrated.status == 0, migrated.all().constData());
    const Ran seeded = civicq.run({u"seed"_s, u"dev"_s});
    QVERIFY2(seeded.status == 0, seeded.all().constData());
    core::SilentTask task;
    const auto tables =
        m_server.connect(u"civicq"_s)
            ->query(task,
                    u"SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '%version%' "
                    "OR tablename = 'question_versions' ORDER BY 1"_s);
    QVERIFY(tables->count() >= 20);
    for (int row = 0; row < tables->count(); ++row) {
        const QString table = tables->text(row, 0);
        const Ran ran = civicq.run(
            {u"--json"_s, u"backup"_s, u"--tables"_s, table, u"--compress"_s, u"none"_s, u"--name"_s, table});
        QVERIFY2(ran.status == 0, ran.all().constData());
        (void)m_server.createDatabase(u"alone_"_s + table);
        QByteArray errors;
        const int loaded = m_server.run(u"psql"_s,
                                        {u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, u"alone_"_s + table,
                                         u"-f"_s, ran.json().value("path"_L1).toString()},
                                        nullptr, &errors);
        QVERIFY2(loaded == 0, qPrintable(table + u": "_s + QString::fromUtf8(errors)));
        const QString sum =
            u"SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM "_s + table + u" t"_s;
        const auto original = m_server.connect(u"civicq"_s)->query(task, sum);
        const auto copy = m_server.connect(u"alone_"_s + table)->query(task, sum);
        QVERIFY2(original->text(0, 0).toInt() > 0, qPrintable(table));
        QCOMPARE(copy->text(0, 0), original->text(0, 0));
        QCOMPARE(copy->text(0, 1), original->text(0, 1));
    }
}

void BackupCliTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("cleanup 0") << QStringList{u"backup"_s, u"--cleanup"_s, u"0"_s};
    QTest::newRow("cleanup -1") << QStringList{u"backup"_s, u"--cleanup=-1"_s};
    QTest::newRow("keep -1 days") << QStringList{u"backup"_s, u"--keep-daily=-1"_s};
    QTest::newRow("nothing to do") << QStringList{u"backup"_s, u"--no-backup"_s};
    QTest::newRow("both parts") << QStringList{u"backup"_s, u"--schema-only"_s, u"--data-only"_s};
    QTest::newRow("format") << QStringList{u"backup"_s, u"--format"_s, u"tarball"_s};
    QTest::newRow("compress") << QStringList{u"backup"_s, u"--compress"_s, u"gzip:12"_s};
    QTest::newRow("no file") << QStringList{u"restore"_s};
    QTest::newRow("server's own") << QStringList{u"restore"_s, u"--into"_s, u"postgres"_s, u"x"_s};
}

void BackupCliTest::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    const QStringList before = files();
    const Ran ran = run(arguments);
    QVERIFY2(ran.status == 2, ran.all().constData());
    QVERIFY(!ran.err.isEmpty());
    QCOMPARE(files(), before);
}

} // namespace

QTEST_GUILESS_MAIN(BackupCliTest)
#include "backupclitest.moc"

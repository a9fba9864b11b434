// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/compare.h"
#include "backups/databaseswap.h"
#include "backups/restore.h"
#include "backups/sampledatabase.h"
#include "fixtures/faultproxy.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::RestoreReport;
using backups::RestoreRequest;
using core::ErrorCode;

namespace {

class RestoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everyFormat_data();
    void everyFormat();
    void listsContents();
    void verifiesEveryFormat();
    void refusesDamagedFiles_data();
    void refusesDamagedFiles();
    void refusesWhatReachesOutside();
    void refusesRowsWithoutTables();
    void twiceIsRefused();
    void replacesAndKeepsTheOld();
    void fillsAnEmptyDatabase();
    void failureLeavesTheLiveDatabase();
    void cancelLeavesTheLiveDatabase();
    void cutLineLeavesTheLiveDatabase();
    void productionNeedsItsName();
    void sessionsOfOthersAreEnded();
    void chosenTables();
    void toleratesAnotherServersDump();
    void missingExtension();
    void userWithoutRights();
    void ownUserMayRestore();
    void leftoverOfACrashIsRemoved();
    void namesWithQuotesSpacesAndAccents();
    void progressNeverRunsBackwards();
    void compareSeesDifferences();

private:
    [[nodiscard]] RestoreRequest request(const QString &source, const QString &database) const
    {
        RestoreRequest wanted;
        wanted.server = m_server.parameters();
        wanted.source = source;
        wanted.database = database;
        return wanted;
    }
    core::Result<RestoreReport> put(const RestoreRequest &wanted)
    {
        return backups::restore(m_task, m_tools.box, wanted);
    }
    [[nodiscard]] QString sqlFile(const QByteArray &statements);
    [[nodiscard]] qint64 number(const QString &database, const QString &sql);

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    QTemporaryDir m_folder;
    QString m_backup; // of the sample, .sql.gz
    QStringList m_databases;
};

void RestoreTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"sample"_s);
    fillSample(m_server, u"sample"_s);
    backups::BackupRequest wanted;
    wanted.parameters = m_server.parameters(u"sample"_s);
    wanted.folder = m_folder.path();
    const auto report = backups::backup(m_task, m_tools.box, wanted, nullptr);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    m_backup = report->path;
    QVERIFY(put(request(m_backup, u"twice"_s)).has_value());
}

void RestoreTest::init()
{
    m_databases = databasesOf(m_server);
}

// No test leaves a half-made database behind.
void RestoreTest::cleanup()
{
    for (const QString &name : databasesOf(m_server))
        QVERIFY2(!name.startsWith(u"civicq_restore_"_s), qPrintable(name));
}

// A script with pg_dump's marks.
QString RestoreTest::sqlFile(const QByteArray &statements)
{
    const QString path = m_folder.filePath(u"made.sql"_s);
    writeFile(path, "--\n-- PostgreSQL database dump\n--\n\n" + statements
                        + "\n--\n-- PostgreSQL database dump complete\n--\n\n");
    return path;
}

qint64 RestoreTest::number(const QString &database, const QString &sql)
{
    const auto rows = m_server.connect(database)->query(m_task, sql);
    return rows ? rows->integer(0, 0) : -1;
}

void RestoreTest::everyFormat_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("sql.gz") << QStringList();
    QTest::newRow("sql") << QStringList{u"-Fp"_s};
    QTest::newRow("custom") << QStringList{u"-Fc"_s};
    QTest::newRow("tar") << QStringList{u"-Ft"_s};
    QTest::newRow("directory") << QStringList{u"-Fd"_s};
    QTest::newRow("inserts") << QStringList{u"--inserts"_s};
    QTest::newRow("rows per insert") << QStringList{u"--rows-per-insert=50"_s};
    QTest::newRow("clean") << QStringList{u"--clean"_s};
    QTest::newRow("clean if exists") << QStringList{u"--clean"_s, u"--if-exists"_s};
}

void RestoreTest::everyFormat()
{
    QFETCH(const QStringList, arguments);
    const QString target = u"from "_s + QString::fromUtf8(QTest::currentDataTag());
    QString source = m_backup;
    if (!arguments.isEmpty()) {
        // A name that says nothing: the content tells.
        source = m_folder.filePath(u"dump of "_s + QString::fromUtf8(QTest::currentDataTag()) + u".sql.gz"_s);
        QCOMPARE(m_server.run(u"pg_dump"_s, QStringList(arguments) << u"-f"_s << source << u"-d"_s << u"sample"_s), 0);
    }
    const auto report = put(request(source, target));
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(report->database, target);
    QCOMPARE(report->tables, 8);
    QCOMPARE(report->rows, 6410);
    QCOMPARE(report->notes, QStringList());
    QCOMPARE(report->keptAs, QString());
    QCOMPARE(m_server.dump(target), m_server.dump(u"sample"_s));
}

void RestoreTest::listsContents()
{
    const auto contents = backups::listContents(m_task, m_tools.box, m_backup);
    QVERIFY(contents.has_value());
    QCOMPARE(contents->tables.size(), 8);
    QCOMPARE(contents->rows, 6410);
    QCOMPARE(contents->find({u"public"_s, u"votes"_s})->rows, 5000);
    QCOMPARE(contents->find({u"public"_s, u"Élodie's \"été\""_s})->rows, 3);
    QCOMPARE(contents->objects.value(u"view"_s), 2);
    QCOMPARE(contents->objects.value(u"type"_s), 2);
    QCOMPARE(contents->objects.value(u"extension"_s), 1);
    QCOMPARE(contents->header->database, u"sample"_s);
    QVERIFY(contents->header->isFull());
    QCOMPARE(contents->serverVersion.section(u'.', 0, 0),
             m_server.connect()->reported("server_version").section(u'.', 0, 0));
}

void RestoreTest::verifiesEveryFormat()
{
    for (const char *format : {"p", "c", "t", "d"}) {
        const QString path = m_folder.filePath(u"verify_"_s + QLatin1String(format));
        QCOMPARE(m_server.run(u"pg_dump"_s, {u"-F"_s + QLatin1String(format), u"-f"_s, path, u"-d"_s, u"sample"_s}), 0);
        const auto verified = backups::verify(m_task, m_tools.box, path);
        QVERIFY2(verified.has_value(), qPrintable(verified ? QString() : verified.error().toString()));
        QVERIFY2(verified->valid(), qPrintable(verified->problems.value(0).toString()));
        QCOMPARE(verified->contents.rows, 6410);
    }
}

void RestoreTest::refusesDamagedFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray whole = contentOf(m_backup);
    QTest::newRow("cut in half") << whole.first(whole.size() / 2);
    QTest::newRow("last byte missing") << whole.chopped(1);
    QTest::newRow("trailer missing") << whole.chopped(8);
    QByteArray flipped = whole;
    flipped[flipped.size() / 2] = static_cast<char>(flipped.at(flipped.size() / 2) ^ 4);
    QTest::newRow("one bit") << flipped;
    QByteArray checksum = whole;
    checksum[checksum.size() - 6] = static_cast<char>(checksum.at(checksum.size() - 6) ^ 1);
    QTest::newRow("checksum") << checksum;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("hello, this is no backup at all");
    QTest::newRow("binary garbage") << QByteArray(5000, '\0').replace(100, 5, "PGDMP");
    QTest::newRow("custom cut off") << QByteArray("PGDMP\x01\x10\x00\x04\x08\x01", 11);
    QTest::newRow("gzip of garbage") << qCompress(QByteArray("x")).mid(4);
    const QByteArray plain = m_server.dump(u"sample"_s);
    QTest::newRow("sql cut in rows") << plain.first(plain.indexOf("COPY public.votes") + 200);
    QTest::newRow("sql cut between statements") << plain.first(plain.indexOf("ALTER TABLE ONLY public.votes"));
    QTest::newRow("sql without its last line") << plain.first(plain.indexOf("-- PostgreSQL database dump complete"));
    QTest::newRow("a script that is no dump") << QByteArray("CREATE TABLE a (b int);\n");
}

void RestoreTest::refusesDamagedFiles()
{
    QFETCH(const QByteArray, content);
    const QString path = m_folder.filePath(u"damaged.sql.gz"_s);
    writeFile(path, content);
    const auto verified = backups::verify(m_task, m_tools.box, path);
    QVERIFY2(verified.has_value(), qPrintable(verified ? QString() : verified.error().toString()));
    QVERIFY(!verified->valid());
    const auto report = put(request(path, u"never"_s));
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().code == ErrorCode::Truncated || report.error().code == ErrorCode::Corrupt,
             qPrintable(report.error().toString()));
    QCOMPARE(databasesOf(m_server), m_databases);
    QVERIFY(!backups::listContents(m_task, m_tools.box, path).has_value());
}

void RestoreTest::refusesWhatReachesOutside()
{
    const QString proof = m_folder.filePath(u"proof"_s);
    for (const QByteArray &bad :
         {"\\! touch " + proof.toUtf8(), "COPY pg_class TO PROGRAM 'touch " + proof.toUtf8() + "';",
          QByteArray("\\connect postgres"), QByteArray("DROP DATABASE sample;"),
          QByteArray("DO $$ BEGIN EXECUTE 'COPY pg_class TO PROGRAM ''id'''; END $$;")}) {
        const auto report = put(request(sqlFile("CREATE TABLE public.a (b int);\n" + bad + "\n"), u"never"_s));
        QVERIFY2(backups::isForbidden(report.error()), qPrintable(report.error().toString()));
        QCOMPARE(report.error().arguments.first(2), (QStringList{m_folder.filePath(u"made.sql"_s), u"6"_s}));
        QVERIFY(!QFile::exists(proof));
        QCOMPARE(databasesOf(m_server), m_databases);
    }
}

void RestoreTest::refusesRowsWithoutTables()
{
    const auto report = put(request(sqlFile("COPY public.users (id) FROM stdin;\n1\n\\.\n"), u"never"_s));
    QCOMPARE(report.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(databasesOf(m_server), m_databases);
}

void RestoreTest::twiceIsRefused()
{
    const auto again = put(request(m_backup, u"twice"_s));
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(again.error().arguments, QStringList{u"twice"_s});
    QCOMPARE(m_server.dump(u"twice"_s), m_server.dump(u"sample"_s));
}

void RestoreTest::replacesAndKeepsTheOld()
{
    (void)m_server.createDatabase(u"live"_s);
    QVERIFY(
        m_server.connect()->script(m_task, "CREATE ROLE clerk; COMMENT ON DATABASE live IS 'The city''s'").has_value());
    QVERIFY(
        m_server.connect()->query(m_task, u"ALTER DATABASE live SET search_path TO \"$user\", public"_s).has_value());
    QVERIFY(
        m_server.connect()->query(m_task, u"ALTER ROLE clerk IN DATABASE live SET work_mem TO '8MB'"_s).has_value());
    QVERIFY(m_server.connect()->query(m_task, u"REVOKE CONNECT ON DATABASE live FROM PUBLIC"_s).has_value());
    QVERIFY(m_server.connect(u"live"_s)->script(m_task, "CREATE TABLE precious AS SELECT 42 AS answer").has_value());
    const QString facts =
        u"SELECT concat_ws('|', (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(datacl) a), datconnlimit, "
        u"shobj_description(oid, 'pg_database'), "
        "(SELECT string_agg(setconfig::text, ',' ORDER BY setrole) FROM pg_db_role_setting WHERE setdatabase = d.oid)) "
        "FROM pg_database d WHERE datname = 'live'"_s;
    const QString before = m_server.connect()->query(m_task, facts)->text(0, 0);
    RestoreRequest wanted = request(m_backup, u"live"_s);
    wanted.replace = true;
    const auto report = put(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QVERIFY(report->keptAs.startsWith(u"live_before_restore_"_s));
    QCOMPARE(number(report->keptAs, u"SELECT answer FROM precious"_s), 42);
    QCOMPARE(number(u"live"_s, u"SELECT count(*) FROM users"_s), 300);
    QCOMPARE(m_server.connect()->query(m_task, facts)->text(0, 0), before);
}

void RestoreTest::fillsAnEmptyDatabase()
{
    (void)m_server.createDatabase(u"waiting"_s);
    const QStringList before = databasesOf(m_server);
    const auto report = put(request(m_backup, u"waiting"_s));
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(report->keptAs, QString());
    QCOMPARE(databasesOf(m_server), before);
    QCOMPARE(number(u"waiting"_s, u"SELECT count(*) FROM users"_s), 300);
}

void RestoreTest::failureLeavesTheLiveDatabase()
{
    RestoreRequest wanted =
        request(sqlFile("CREATE TABLE public.a (b int);\nALTER TABLE public.missing ADD COLUMN c int;\n"), u"twice"_s);
    wanted.replace = true;
    const auto report = put(wanted);
    QCOMPARE(report.error().code, ErrorCode::Sql);
    QCOMPARE(report.error().sqlState, u"42P01"_s);
    QVERIFY2(report.error().doing.contains(u"line 6"_s), qPrintable(report.error().doing));
    QCOMPARE(databasesOf(m_server), m_databases);
    QCOMPARE(m_server.dump(u"twice"_s), m_server.dump(u"sample"_s));
}

void RestoreTest::cancelLeavesTheLiveDatabase()
{
    for (const QString &step : {u"Reading"_s, u"Filling"_s, u"Checking"_s}) {
        RecordingTask task;
        task.cancelAtStep(step);
        RestoreRequest wanted = request(m_backup, u"twice"_s);
        wanted.replace = true;
        const auto report = backups::restore(task, m_tools.box, wanted);
        QVERIFY2(!report.has_value(), qPrintable(step));
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QTRY_COMPARE(databasesOf(m_server), m_databases); // the server was told to drop the new one, not waited for
        QCOMPARE(number(u"twice"_s, u"SELECT count(*) FROM votes"_s), 5000);
    }
}

void RestoreTest::cutLineLeavesTheLiveDatabase()
{
    FaultProxy proxy(m_server.port());
    RestoreRequest wanted = request(m_backup, u"twice"_s);
    wanted.server.port = proxy.port();
    wanted.replace = true;
    RecordingTask task;
    bool cut = false;
    task.onReport([&](const core::Progress &progress) {
        if (!cut && progress.step.contains(u"Filling"_s) && progress.object == u"public.votes"_s) {
            cut = true;
            proxy.cut();
        }
    });
    const auto report = backups::restore(task, m_tools.box, wanted);
    QVERIFY(cut);
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().code == ErrorCode::ConnectionLost, qPrintable(report.error().toString()));
    QCOMPARE(databasesOf(m_server), m_databases);
    QCOMPARE(number(u"twice"_s, u"SELECT count(*) FROM votes"_s), 5000);
}

void RestoreTest::productionNeedsItsName()
{
    QVERIFY(put(request(m_backup, u"city"_s)).has_value());
    QVERIFY(postgres::writeEnvironment(m_task, *m_server.connect(u"city"_s), postgres::Environment::Production)
                .has_value());
    RestoreRequest wanted = request(m_backup, u"city"_s);
    wanted.replace = true;
    QCOMPARE(put(wanted).error().code, ErrorCode::ProductionProtected);
    wanted.confirmedName = u"cit"_s;
    QCOMPARE(put(wanted).error().code, ErrorCode::ProductionProtected);
    wanted.confirmedName = u"city"_s;
    const auto report = put(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    // Still production, and the one that was put aside no longer passes for it.
    const auto mark = postgres::readEnvironment(m_task, *m_server.connect(u"city"_s));
    QCOMPARE(mark->environment, postgres::Environment::Production);
}

void RestoreTest::sessionsOfOthersAreEnded()
{
    const auto other = m_server.connect(u"twice"_s);
    RestoreRequest wanted = request(m_backup, u"twice"_s);
    wanted.replace = true;
    const auto report = put(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QVERIFY(!other->query(m_task, u"SELECT 1"_s).has_value());
}

void RestoreTest::chosenTables()
{
    RestoreRequest wanted = request(m_backup, u"some"_s);
    wanted.tables = {u"votes"_s, u"nosuch"_s};
    const auto missing = put(wanted);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QCOMPARE(missing.error().arguments, QStringList{u"nosuch"_s});
    wanted.tables = {u"votes"_s};
    const auto report = put(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(report->rows, 5000);
    QCOMPARE(number(u"some"_s, u"SELECT count(*) FROM users"_s), 0);
    QCOMPARE(number(u"some"_s, u"SELECT count(*) FROM votes"_s), 5000);
    QVERIFY(!report->notes.isEmpty());
    wanted.database = u"twice"_s;
    wanted.replace = true;
    QCOMPARE(put(wanted).error().code, ErrorCode::InvalidArgument);
}

void RestoreTest::toleratesAnotherServersDump()
{
    const auto report =
        put(request(sqlFile("SET transaction_timeout_of_the_future = 0;\nSET statement_timeout = 0;\n"
                            "CREATE TABLE public.a (b int);\nALTER TABLE public.a OWNER TO nobody_here;\n"
                            "COPY public.a (b) FROM stdin;\n1\n2\n\\.\n"
                            "GRANT SELECT ON TABLE public.a TO nobody_here;\n"),
                    u"foreign"_s));
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(report->rows, 2);
    QCOMPARE(report->notes.size(), 3);
    QVERIFY(report->notes.at(0).contains(u"transaction_timeout_of_the_future"_s));
    QVERIFY(report->notes.at(1).contains(u"nobody_here"_s));
}

void RestoreTest::missingExtension()
{
    const auto report =
        put(request(sqlFile("CREATE EXTENSION IF NOT EXISTS not_there WITH SCHEMA public;\n"), u"never"_s));
    QCOMPARE(report.error().code, ErrorCode::ExtensionMissing);
    QCOMPARE(report.error().arguments, QStringList{u"not_there"_s});
    QCOMPARE(databasesOf(m_server), m_databases);
}

void RestoreTest::userWithoutRights()
{
    QVERIFY(m_server.connect()->script(m_task, "CREATE ROLE reader LOGIN PASSWORD 'reader'").has_value());
    RestoreRequest wanted = request(m_backup, u"never"_s);
    wanted.server.user = u"reader"_s;
    wanted.server.password = core::Secret(u"reader"_s);
    const auto report = put(wanted);
    QCOMPARE(report.error().code, ErrorCode::PermissionDenied);
    QVERIFY(report.error().message.contains(u"CREATEDB"_s));
}

void RestoreTest::ownUserMayRestore()
{
    QVERIFY(m_server.connect()->script(m_task, "CREATE ROLE city LOGIN CREATEDB PASSWORD 'city'").has_value());
    RestoreRequest wanted = request(m_backup, u"of the city"_s);
    wanted.server.user = u"city"_s;
    wanted.server.password = core::Secret(u"city"_s);
    const auto report = put(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QVERIFY(!report->notes.isEmpty()); // the owner was the superuser
    QCOMPARE(report->rows, 6410);
    wanted.replace = true;
    QVERIFY(put(wanted).has_value());
    wanted.database = u"twice"_s; // somebody else's
    QCOMPARE(put(wanted).error().code, ErrorCode::PermissionDenied);
}

void RestoreTest::leftoverOfACrashIsRemoved()
{
    const QString name = u"civicq_restore_0123456789abcdef"_s;
    (void)m_server.createDatabase(name);
    QVERIFY(m_server.connect()
                ->query(m_task, u"COMMENT ON DATABASE "_s + name + u" IS 'CivicQ restore in progress'"_s)
                .has_value());
    QVERIFY(put(request(m_backup, u"after a crash"_s)).has_value());
    QVERIFY(!databasesOf(m_server).contains(name));
}

void RestoreTest::namesWithQuotesSpacesAndAccents()
{
    const QString name = u"Élodie's \"été\""_s;
    const QString path = m_folder.filePath(name + u".sql.gz"_s);
    QVERIFY(QFile::copy(m_backup, path));
    QVERIFY(put(request(path, name)).has_value());
    RestoreRequest wanted = request(path, name);
    wanted.replace = true;
    const auto report = put(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QVERIFY(databasesOf(m_server).contains(report->keptAs));
    QCOMPARE(m_server.dump(name), m_server.dump(u"sample"_s));
    const QString longest = QString(u"é"_s).repeated(31);
    QVERIFY(backups::databaseNameWith(longest, u"_before_restore_20260101_000000"_s).toUtf8().size() <= 63);
    for (const QString &bad : {QString(), u"postgres"_s, u"template1"_s, QString(u"é"_s).repeated(32)})
        QCOMPARE(put(request(path, bad)).error().code, ErrorCode::InvalidArgument);
}

void RestoreTest::progressNeverRunsBackwards()
{
    RecordingTask task;
    const auto report = backups::restore(task, m_tools.box, request(m_backup, u"watched"_s));
    QVERIFY(report.has_value());
    QVERIFY(!task.wentBack());
    QVERIFY(task.last().done > task.last().total * 8 / 10);
    QVERIFY(task.objects().contains(u"public.votes"_s));
}

void RestoreTest::compareSeesDifferences()
{
    QVERIFY(put(request(m_backup, u"compared"_s)).has_value());
    const auto sample = m_server.parameters(u"sample"_s);
    const auto other = m_server.parameters(u"compared"_s);
    const auto equal = backups::compare(m_task, m_tools.box, sample, other);
    QVERIFY2(equal->equal(), qPrintable(equal->differences.join(u'\n')));
    QCOMPARE(equal->rows, 6410);
    QVERIFY(m_server.connect(u"compared"_s)
                ->script(m_task, "UPDATE votes SET value = -value WHERE user_id = 7 AND question_id = 7")
                .has_value());
    QCOMPARE(backups::compare(m_task, m_tools.box, sample, other)->differences,
             QStringList{u"public.votes has other content"_s});
    QVERIFY(m_server.connect(u"compared"_s)
                ->script(m_task, "DROP INDEX users_mail_trgm; DELETE FROM events_sf WHERE id = 2")
                .has_value());
    QCOMPARE(backups::compare(m_task, m_tools.box, sample, other)->differences.size(), 3);
}

} // namespace

QTEST_GUILESS_MAIN(RestoreTest)
#include "restoretest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sampledatabase.h"
#include "fixtures/faultproxy.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>

#include <thread>

#ifndef Q_OS_WIN
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::BackupReport;
using backups::BackupRequest;
using backups::Part;
using core::ErrorCode;

namespace {

class BackupTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void loadsIntoAnEqualDatabase_data();
    void loadsIntoAnEqualDatabase();
    void schemaOnlyAndDataOnly();
    void everyTableAloneLoads();
    void chosenTablesKeepTheirOwnForeignKeys();
    void missingTableIsAnError();
    void namesWithQuotesSpacesAndAccents();
    void twoWithinASecond();
    void anEarlierOneOfTheNameIsLeftAlone();
    void unwritableFolder();
    void fullDisk();
    void cutLine();
    void killedPgDump();
    void toolTooOld();
    void cancelLeavesNothing();
    void passwordIsNowhereToBeSeen();
    void progressNeverRunsBackwards();

private:
    [[nodiscard]] BackupRequest request(const QString &database = u"sample"_s) const
    {
        BackupRequest wanted;
        wanted.parameters = m_server.parameters(database);
        wanted.folder = m_folder->path();
        return wanted;
    }
    core::Result<BackupReport> take(const BackupRequest &wanted)
    {
        return backups::backup(m_task, m_tools.box, wanted, nullptr);
    }
    // gunzip and psql, as anybody would by hand.
    void loadByHand(const QString &path, const QString &database);

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void BackupTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"sample"_s);
    fillSample(m_server, u"sample"_s);
}

void BackupTest::loadByHand(const QString &path, const QString &database)
{
    QByteArray sql = contentOf(path);
    if (path.endsWith(u".gz"_s)) {
        QProcess gunzip;
        gunzip.start(u"gunzip"_s, {u"-c"_s, path});
        QVERIFY(gunzip.waitForFinished());
        QCOMPARE(gunzip.exitCode(), 0);
        sql = gunzip.readAllStandardOutput();
    }
    (void)m_server.createDatabase(database);
    QByteArray errors;
    const int status = m_server.run(u"psql"_s, {u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, database},
                                    nullptr, &errors, sql);
    QVERIFY2(status == 0, errors.constData());
}

void BackupTest::loadsIntoAnEqualDatabase_data()
{
    QTest::addColumn<bool>("gzip");
    QTest::addColumn<int>("level");
    QTest::newRow("sql") << false << 6;
    QTest::newRow("gzip 1") << true << 1;
    QTest::newRow("gzip 9") << true << 9;
}

void BackupTest::loadsIntoAnEqualDatabase()
{
    QFETCH(const bool, gzip);
    QFETCH(const int, level);
    BackupRequest wanted = request();
    wanted.gzip = gzip;
    wanted.level = level;
    const auto report = take(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    static const QRegularExpression name(u"/civicq_backup_\\d{8}_\\d{6}\\.sql(\\.gz)?$"_s);
    QVERIFY(name.match(report->path).hasMatch());
    QCOMPARE(report->format, gzip ? u"sql.gz"_s : u"sql"_s);
    QCOMPARE(report->tables, 8);
    QCOMPARE(report->rows, 300 + 1007 + 5000 + 100 + 3);
    QCOMPARE(report->bytes, QFileInfo(report->path).size());
    QCOMPARE(report->sha256, QCryptographicHash::hash(contentOf(report->path), QCryptographicHash::Sha256).toHex());
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
    const QString copy = u"copy_%1_%2"_s.arg(gzip).arg(level);
    loadByHand(report->path, copy);
    QCOMPARE(m_server.dump(copy), m_server.dump(u"sample"_s));
}

void BackupTest::schemaOnlyAndDataOnly()
{
    BackupRequest wanted = request();
    wanted.part = Part::SchemaOnly;
    wanted.name = u"schema"_s;
    const auto schema = take(wanted);
    QVERIFY2(schema.has_value(), qPrintable(schema ? QString() : schema.error().toString()));
    QCOMPARE(schema->rows, 0);
    QCOMPARE(schema->tables, 8);
    loadByHand(schema->path, u"schema_copy"_s);
    QCOMPARE(m_server.dump(u"schema_copy"_s, {u"-s"_s}), m_server.dump(u"sample"_s, {u"-s"_s}));
    wanted.part = Part::DataOnly;
    wanted.name = u"data"_s;
    const auto data = take(wanted);
    QVERIFY2(data.has_value(), qPrintable(data ? QString() : data.error().toString()));
    QCOMPARE(data->rows, 6410);
    QVERIFY(backups::BackupHeader::ofFile(data->path)->part == Part::DataOnly);
}

void BackupTest::everyTableAloneLoads()
{
    const QStringList tables{u"users"_s,       u"questions"_s,        u"votes"_s,           u"events"_s, u"events_sf"_s,
                             u"events_rest"_s, u"public.empty_one"_s, u"Élodie's \"été\""_s};
    int number = 0;
    for (const QString &table : tables) {
        BackupRequest wanted = request();
        wanted.tables = {table};
        wanted.name = u"alone_%1"_s.arg(++number);
        const auto report = take(wanted);
        QVERIFY2(report.has_value(), qPrintable(table + (report ? QString() : report.error().toString())));
        loadByHand(report->path, wanted.name);
        if (QTest::currentTestFailed())
            qFatal("table %s", qPrintable(table));
        const QString name = table.section(u'.', -1);
        const QString count = u"SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM "_s
                              + postgres::Identifier(name).sql() + u" t"_s;
        const auto original = m_server.connect(u"sample"_s)->query(m_task, count);
        const auto copied = m_server.connect(wanted.name)->query(m_task, count);
        QVERIFY(copied.has_value());
        QCOMPARE(copied->text(0, 0), original->text(0, 0));
        QCOMPARE(copied->text(0, 1), original->text(0, 1));
    }
}

void BackupTest::chosenTablesKeepTheirOwnForeignKeys()
{
    BackupRequest wanted = request();
    wanted.tables = {u"votes"_s, u"questions"_s};
    RecordingTask task;
    const auto report = backups::backup(task, m_tools.box, wanted, nullptr);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    loadByHand(report->path, u"two_tables"_s);
    const auto keys = m_server.connect(u"two_tables"_s)
                          ->query(m_task, u"SELECT confrelid::regclass::text FROM pg_constraint WHERE contype = 'f'"_s);
    QCOMPARE(keys->count(), 1);
    QCOMPARE(keys->text(0, 0), u"questions"_s);
    QVERIFY(task.messages().join(u'\n').contains(u"votes.votes_user_id_fkey"_s));
    // What belongs to a table comes along: comments, policies, row security, triggers, state of sequences.
    wanted.tables = {u"users"_s};
    wanted.name = u"users"_s;
    loadByHand(take(wanted)->path, u"users_only"_s);
    const auto facts =
        m_server.connect(u"users_only"_s)
            ->query(
                m_task,
                u"SELECT obj_description('users'::regclass), col_description('users'::regclass, 2), relrowsecurity, "
                "(SELECT count(*) FROM pg_policy), (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal), "
                "(SELECT last_value FROM ticket) FROM pg_class WHERE oid = 'users'::regclass"_s);
    QVERIFY(facts->text(0, 0).startsWith(u"Who may vote"_s));
    QCOMPARE(facts->text(0, 1), u"where to"_s);
    QVERIFY(facts->boolean(0, 2));
    QCOMPARE(facts->integer(0, 3), 1);
    QCOMPARE(facts->integer(0, 4), 1);
    QCOMPARE(facts->integer(0, 5), 399);
}

void BackupTest::missingTableIsAnError()
{
    BackupRequest wanted = request();
    wanted.tables = {u"users"_s, u"nosuchtable"_s};
    const auto report = take(wanted);
    QCOMPARE(report.error().code, ErrorCode::NotFound);
    QCOMPARE(report.error().arguments, QStringList{u"nosuchtable"_s});
    QVERIFY(report.error().message.contains(u"nosuchtable"_s));
    QCOMPARE(filesIn(m_folder->path()), QStringList());
}

void BackupTest::namesWithQuotesSpacesAndAccents()
{
    const QString name = u"Élodie's \"été\""_s;
    (void)m_server.createDatabase(name);
    fillSample(m_server, name);
    BackupRequest wanted = request(name);
    wanted.name = name;
    wanted.folder = m_folder->filePath(name);
    const auto report = take(wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(QFileInfo(report->path).fileName(), name + u".sql.gz"_s);
    QCOMPARE(report->database, name);
    wanted.name = u"one"_s;
    wanted.tables = {name};
    const auto one = take(wanted);
    QVERIFY2(one.has_value(), qPrintable(one ? QString() : one.error().toString()));
    QCOMPARE(one->rows, 3);
    for (const QString &bad : {u"a/b"_s, u".."_s, u"a\nb"_s, u"\\x"_s}) {
        wanted.name = bad;
        QCOMPARE(take(wanted).error().code, ErrorCode::InvalidArgument);
    }
}

void BackupTest::twoWithinASecond()
{
    const auto first = take(request());
    const auto second = take(request());
    QVERIFY(first.has_value() && second.has_value());
    QVERIFY(first->path != second->path);
    QCOMPARE(filesIn(m_folder->path()).size(), 2);
}

void BackupTest::anEarlierOneOfTheNameIsLeftAlone()
{
    BackupRequest wanted = request();
    wanted.name = u"mine"_s;
    const auto first = take(wanted);
    QVERIFY(first.has_value());
    const QByteArray before = contentOf(first->path);
    QCOMPARE(take(wanted).error().code, ErrorCode::AlreadyExists);
    wanted.parameters = m_server.parameters(u"not there"_s);
    QVERIFY(!take(wanted).has_value());
    QCOMPARE(contentOf(first->path), before);
}

void BackupTest::unwritableFolder()
{
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
    const auto report = take(request());
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
    QCOMPARE(report.error().code, ErrorCode::PermissionDenied);
    QCOMPARE(report.error().arguments, QStringList{m_folder->path()});
}

// A limit on a file's size stands for the end of the disk: the write fails in the middle all the same.
void BackupTest::fullDisk()
{
#ifdef Q_OS_WIN
    QFAIL("a file's size cannot be limited here");
#else
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before = {};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small = {20'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto report = take(request());
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().code == ErrorCode::Io, qPrintable(report.error().toString()));
    QCOMPARE(filesIn(m_folder->path()), QStringList());
#endif
}

void BackupTest::cutLine()
{
    FaultProxy proxy(m_server.port());
    BackupRequest wanted = request();
    wanted.parameters.port = proxy.port();
    proxy.cutAfter(250'000); // in the middle of the rows
    const auto report = take(wanted);
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().code == ErrorCode::ConnectionLost, qPrintable(report.error().toString()));
    QCOMPARE(filesIn(m_folder->path()), QStringList());
}

void BackupTest::killedPgDump()
{
#ifdef Q_OS_WIN
    QFAIL("needs a shell");
#else
    // Ends the real program's output in the middle, as a kill does.
    QTemporaryDir bin;
    writeFile(bin.filePath(u"pg_dump"_s), "#!/bin/sh\nif [ \"$1\" = --version ]; then exec "
                                              + m_server.program(u"pg_dump"_s).toUtf8() + " --version; fi\n"
                                              + m_server.program(u"pg_dump"_s).toUtf8()
                                              + " \"$@\" | head -c 30000\nkill -9 $$\n");
    QFile::setPermissions(bin.filePath(u"pg_dump"_s), QFile::ReadOwner | QFile::ExeOwner);
    postgres::ClientTools tools(m_tools.processes, bin.path());
    const backups::Toolbox box{m_tools.processes, tools};
    const auto report = backups::backup(m_task, box, request(), nullptr);
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().code, ErrorCode::ProcessFailed);
    QCOMPARE(filesIn(m_folder->path()), QStringList());
#endif
}

// Answers for programs that are not there.
class OldTools final : public core::ProcessRunner
{
public:
    core::Result<core::ProcessResult> run(core::TaskContext &, const core::ProcessRequest &request) override
    {
        if (request.arguments != QStringList{u"--version"_s})
            qFatal("an old tool was run");
        core::ProcessResult result;
        result.output = "pg_dump (PostgreSQL) 13.9\n";
        return result;
    }
};

void BackupTest::toolTooOld()
{
    OldTools processes;
    postgres::ClientTools tools(processes, {});
    const auto report = backups::backup(m_task, {processes, tools}, request(), nullptr);
    QCOMPARE(report.error().code, ErrorCode::ToolTooOld);
    QCOMPARE(report.error().arguments.at(0), u"pg_dump"_s);
    QCOMPARE(report.error().arguments.at(1), u"13.9"_s);
    QCOMPARE(filesIn(m_folder->path()), QStringList());
}

void BackupTest::cancelLeavesNothing()
{
    // A lock that pg_dump waits for makes sure that it is running, and for as long as it takes.
    const auto blocker = m_server.connect(u"sample"_s);
    QVERIFY(blocker->script(m_task, "BEGIN; LOCK TABLE votes IN ACCESS EXCLUSIVE MODE").has_value());
    core::SilentTask task;
    QElapsedTimer clock;
    std::thread canceller([&] {
        const auto watcher = m_server.connect();
        core::SilentTask watching;
        while (watcher
                   ->query(watching, u"SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'CivicQ backup%' "
                                     "AND wait_event_type = 'Lock'"_s)
                   ->isEmpty()) {}
        clock.start();
        task.cancel();
    });
    const auto report = backups::backup(task, m_tools.box, request(), nullptr);
    const qint64 taken = clock.elapsed();
    canceller.join();
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QVERIFY2(taken < 1'000, qPrintable(QString::number(taken)));
    QCOMPARE(filesIn(m_folder->path()), QStringList());
}

// Looks at every program that is started.
class WatchingRunner final : public core::ProcessRunner
{
public:
    core::Result<core::ProcessResult> run(core::TaskContext &context, const core::ProcessRequest &request) override
    {
        m_arguments += request.arguments;
        return m_real.run(context, request);
    }
    QStringList m_arguments;

private:
    core::SystemProcessRunner m_real;
};

void BackupTest::passwordIsNowhereToBeSeen()
{
    WatchingRunner processes;
    postgres::ClientTools tools(processes, {});
    RecordingTask task;
    BackupRequest wanted = request();
    wanted.tables = {u"users"_s};
    const auto report = backups::backup(task, {processes, tools}, wanted, nullptr);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    const QString secret = QString::fromLatin1(TestServer::password);
    QVERIFY(!processes.m_arguments.isEmpty());
    QVERIFY(!processes.m_arguments.join(u' ').contains(secret));
    QVERIFY(!task.messages().join(u' ').contains(secret));
    wanted.parameters.password = core::Secret(u"a wrong one"_s);
    const auto refused = take(wanted);
    QCOMPARE(refused.error().code, ErrorCode::AuthenticationFailed);
    QVERIFY(!(refused.error().toString() + refused.error().detail).contains(u"a wrong one"_s));
}

void BackupTest::progressNeverRunsBackwards()
{
    RecordingTask task;
    const auto report = backups::backup(task, m_tools.box, request(), nullptr);
    QVERIFY(report.has_value());
    QVERIFY(!task.wentBack());
    QCOMPARE(task.last().unit, core::Unit::Bytes);
    QVERIFY(task.last().total > 0);
    QCOMPARE(task.last().done, task.last().total);
    QVERIFY(task.objects().contains(u"public.votes"_s));
    QVERIFY(task.objects().contains(u"public.Élodie's \"été\""_s));
}

} // namespace

QTEST_GUILESS_MAIN(BackupTest)
#include "backuptest.moc"

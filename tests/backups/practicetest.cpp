// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The database a restore is practised on: made of the sandbox's, and the only one whose rows are ever deleted.
#include "backups/backupfolder.h"
#include "backups/practice.h"
#include "backups/sampledatabase.h"
#include "postgres/environment.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::Practice;
using postgres::Environment;

namespace {

class PracticeTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void copiesWhatTheSandboxHolds();
    void emptySandboxGetsTables();
    void noOtherDatabaseIsTouched();
    void losesAndGetsBack();
    void endsWithoutATrace();
    void whatWasLeftIsCleared();

private:
    void mark(const QString &database, Environment environment)
    {
        core::SilentTask task;
        QVERIFY(postgres::writeEnvironment(task, *m_server.connect(database), environment).has_value());
    }
    [[nodiscard]] core::Result<Practice> prepare(const QString &sandbox)
    {
        core::SilentTask task;
        return backups::preparePractice(task, m_tools.box, m_server.parameters(sandbox), m_data.path());
    }
    [[nodiscard]] qint64 rowsOf(const QString &database, const QString &table)
    {
        core::SilentTask task;
        return m_server.connect(database)->query(task, u"SELECT count(*) FROM "_s + table)->integer(0, 0);
    }

    TestServer m_server;
    Tools m_tools;
    QTemporaryDir m_data;
};

void PracticeTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"civicq"_s);
    fillSample(m_server, u"civicq"_s);
    mark(u"civicq"_s, Environment::Sandbox);
}

void PracticeTest::copiesWhatTheSandboxHolds()
{
    const QByteArray before = m_server.dump(u"civicq"_s);
    const auto practice = prepare(u"civicq"_s);
    QVERIFY2(practice.has_value(), qPrintable(practice ? QString() : practice.error().toString()));
    QCOMPARE(practice->parameters.database, QString(backups::practiceName));
    QVERIFY(practice->rows > 0);
    QCOMPARE(rowsOf(backups::practiceName, practice->table.display()), practice->rows);
    QCOMPARE(rowsOf(backups::practiceName, u"users"_s), rowsOf(u"civicq"_s, u"users"_s));
    // Again: what an earlier practice left is made anew.
    const auto again = prepare(u"civicq"_s);
    QVERIFY(again.has_value());
    QCOMPARE(again->rows, practice->rows);
    QVERIFY(m_server.dump(u"civicq"_s) == before);
    QCOMPARE(QDir(m_data.path()).entryList({u"practice-*"_s}, QDir::Dirs), QStringList());
}

void PracticeTest::emptySandboxGetsTables()
{
    (void)m_server.createDatabase(u"bare"_s);
    mark(u"bare"_s, Environment::Sandbox);
    const auto practice = prepare(u"bare"_s);
    QVERIFY2(practice.has_value(), qPrintable(practice ? QString() : practice.error().toString()));
    QCOMPARE(practice->table.display(), u"public.service_requests"_s);
    QCOMPARE(practice->rows, 600);
    core::SilentTask task;
    QCOMPARE(m_server.connect(u"bare"_s)->query(task, u"SELECT FROM pg_tables WHERE schemaname = 'public'"_s)->count(),
             0);
}

void PracticeTest::noOtherDatabaseIsTouched()
{
    (void)m_server.createDatabase(u"town"_s);
    fillSample(m_server, u"town"_s);
    mark(u"town"_s, Environment::Production);
    const QStringList databases = databasesOf(m_server);
    const auto refused = prepare(u"town"_s);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, core::ErrorCode::InvalidArgument);
    QCOMPARE(databasesOf(m_server), databases);

    // Neither a real one nor the sandbox itself loses a row, whatever is asked for.
    core::SilentTask task;
    for (const QString &database : {u"town"_s, u"civicq"_s}) {
        Practice wrong;
        wrong.parameters = m_server.parameters(database);
        wrong.table = {u"public"_s, u"votes"_s};
        wrong.rows = 1;
        const qint64 rows = rowsOf(database, u"votes"_s);
        QVERIFY(rows > 0);
        QVERIFY(!backups::deletePracticeRows(task, wrong).has_value());
        QCOMPARE(rowsOf(database, u"votes"_s), rows);
    }
    // Nor one that is called so and is no sandbox.
    core::SilentTask other;
    const auto practice = prepare(u"civicq"_s);
    QVERIFY(practice.has_value());
    mark(backups::practiceName, Environment::Production);
    QVERIFY(!backups::deletePracticeRows(other, *practice).has_value());
    QCOMPARE(rowsOf(backups::practiceName, practice->table.display()), practice->rows);
    // It is not made anew either, nor cleared away at the end or as something left.
    QVERIFY(!prepare(u"civicq"_s).has_value());
    QVERIFY(backups::endPractice(other, m_server.parameters(u"civicq"_s), {}, m_data.path()).has_value());
    QCOMPARE(backups::clearLeftPractice(other, m_server.parameters(u"civicq"_s)).value_or(-1), 0);
    QCOMPARE(rowsOf(backups::practiceName, practice->table.display()), practice->rows);
    mark(backups::practiceName, Environment::Sandbox);
}

void PracticeTest::losesAndGetsBack()
{
    const auto practice = prepare(u"civicq"_s);
    QVERIFY(practice.has_value());
    const QTemporaryDir folder;
    core::SilentTask task;
    backups::BackupRequest request;
    request.parameters = practice->parameters;
    request.folder = folder.path();
    request.format = backups::BackupFormat::Archive;
    request.level = 1;
    const auto taken = backups::backup(task, m_tools.box, request, nullptr);
    QVERIFY(taken.has_value());
    QCOMPARE(backups::deletePracticeRows(task, *practice).value_or(-1), practice->rows);
    QCOMPARE(backups::countPracticeRows(task, *practice).value_or(-1), 0);
    backups::RestoreRequest back;
    back.server = practice->parameters;
    back.source = taken->path;
    back.database = backups::practiceName;
    back.replace = true;
    const auto restored = backups::restore(task, m_tools.box, back);
    QVERIFY2(restored.has_value(), qPrintable(restored ? QString() : restored.error().toString()));
    QCOMPARE(backups::countPracticeRows(task, *practice).value_or(-1), practice->rows);
}

void PracticeTest::endsWithoutATrace()
{
    // What the test before left: the database, and the one that was put aside.
    QVERIFY(std::ranges::count_if(databasesOf(m_server),
                                  [](const QString &name) { return name.startsWith(backups::practiceName); })
            >= 2);
    const QTemporaryDir folder;
    core::SilentTask task;
    backups::BackupCatalogue catalogue(m_data.path());
    const auto take = [&](const QString &database) {
        backups::BackupRequest request;
        request.parameters = m_server.parameters(database);
        request.folder = folder.path();
        return backups::backup(task, m_tools.box, request, &catalogue)->path;
    };
    const QString practised = take(backups::practiceName);
    const QString real = take(u"town"_s);
    // The list holds a real one by mistake: it stays.
    QVERIFY(backups::endPractice(task, m_server.parameters(u"civicq"_s), {practised, real}, m_data.path()).has_value());
    QVERIFY(!QFileInfo::exists(practised));
    QVERIFY(QFileInfo::exists(real));
    for (const QString &name : databasesOf(m_server))
        QVERIFY2(!name.startsWith(backups::practiceName), qPrintable(name));
    QVERIFY(databasesOf(m_server).contains(u"town"_s) && databasesOf(m_server).contains(u"civicq"_s));
}

// The program did not live to end it.
void PracticeTest::whatWasLeftIsCleared()
{
    core::SilentTask task;
    const auto sandbox = m_server.parameters(u"civicq"_s);
    const auto clear = [&] { return backups::clearLeftPractice(task, sandbox).value_or(-1); };
    const auto practiceDatabases = [this] { return databasesOf(m_server).filter(backups::practiceName); };
    losesAndGetsBack();
    QCOMPARE(practiceDatabases().size(), 2);
    // Of others: called alike, or made by the sandbox's own hand and not marked.
    const QString alike = u"civicq_practice_before_restore_of_mine"_s;
    (void)m_server.createDatabase(alike);
    {
        const auto other = m_server.connect(backups::practiceName); // another window practises
        QCOMPARE(clear(), 1);
        QCOMPARE(practiceDatabases(), QStringList({QString(backups::practiceName), alike}));
    }
    int cleared = 0;
    QTRY_VERIFY((cleared += clear()) == 1); // once the server has noticed that the other is gone
    QCOMPARE(practiceDatabases(), QStringList{alike});
    QCOMPARE(clear(), 0);

    // The program ended while it was being deleted: nobody can connect to it any more.
    const auto session = m_server.connect(u"civicq"_s);
    const auto breakOff = [&] {
        return session->query(task, u"UPDATE pg_database SET datconnlimit = -2 WHERE datname = 'civicq_practice'"_s)
            .has_value();
    };
    QVERIFY(prepare(u"civicq"_s).has_value());
    QVERIFY(breakOff());
    QVERIFY(prepare(u"civicq"_s).has_value());
    QVERIFY(breakOff());
    QCOMPARE(clear(), 1);

    // One of that name that has no mark is not ours.
    (void)m_server.createDatabase(backups::practiceName);
    QCOMPARE(clear(), 0);
    QVERIFY(databasesOf(m_server).contains(backups::practiceName));
    QVERIFY(!backups::clearLeftPractice(task, m_server.parameters(u"town"_s)).has_value()); // not a sandbox
    QVERIFY(session->query(task, u"DROP DATABASE civicq_practice"_s).has_value());
    QVERIFY(session->query(task, u"DROP DATABASE "_s + alike).has_value());
}

} // namespace

QTEST_GUILESS_MAIN(PracticeTest)
#include "practicetest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/keptdatabases.h"
#include "backups/restore.h"
#include "backups/sampledatabase.h"
#include "postgres/environment.h"

#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::KeptDatabase;
using core::ErrorCode;

namespace {

class KeptDatabasesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void thereAndBackAgain();
    void whereNothingIsLeft();
    void longNames();
    void onProductionTheNameIsTyped();
    void nothingElseIsReleased();
    void somebodyKeepsUsingIt();

private:
    // A database with one row that says what it is, replaced by a restore of the backup.
    [[nodiscard]] QString replaced(const QString &name);
    [[nodiscard]] QString says(const QString &database)
    {
        const auto rows = m_server.connect(database)->query(m_task, u"SELECT words FROM note"_s);
        return rows ? rows->text(0, 0) : rows.error().toString();
    }
    [[nodiscard]] QList<KeptDatabase> kept()
    {
        const auto all = backups::keptDatabases(m_task, m_server.parameters());
        return all ? *all : QList<KeptDatabase>{{all.error().toString(), {}, {}, 0}};
    }
    [[nodiscard]] core::Result<backups::UndoReport> undo(const QString &database, const QString &typed = {})
    {
        return backups::undoRestore(m_task, {m_server.parameters(), database, typed});
    }
    [[nodiscard]] core::Result<> release(const QString &name, const QString &typed = {})
    {
        return backups::releaseKept(m_task, m_server.parameters(), name, typed);
    }

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    QTemporaryDir m_folder;
    QString m_backup;
};

void KeptDatabasesTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"source"_s);
    QVERIFY(m_server.connect(u"source"_s)
                ->script(m_task, "CREATE TABLE note (words text); INSERT INTO note VALUES ('restored')")
                .has_value());
    backups::BackupRequest wanted;
    wanted.parameters = m_server.parameters(u"source"_s);
    wanted.folder = m_folder.path();
    const auto taken = backups::backup(m_task, m_tools.box, wanted, nullptr);
    QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().toString()));
    m_backup = taken->path;
}

QString KeptDatabasesTest::replaced(const QString &name)
{
    (void)m_server.createDatabase(name);
    const QByteArray comment = "COMMENT ON DATABASE " + postgres::Identifier(name).sql().toUtf8() + " IS 'two\nlines';";
    if (!m_server.connect(name)->script(m_task,
                                        comment + "CREATE TABLE note (words text); INSERT INTO note VALUES ('before')"))
        qFatal("a database to replace");
    backups::RestoreRequest wanted;
    wanted.server = m_server.parameters(name);
    wanted.source = m_backup;
    wanted.database = name;
    wanted.replace = true;
    const auto report = backups::restore(m_task, m_tools.box, wanted);
    if (!report)
        qFatal("restore: %s", qPrintable(report.error().toString()));
    return report->keptAs;
}

void KeptDatabasesTest::thereAndBackAgain()
{
    QVERIFY(kept().isEmpty());
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-2);
    const QString keptAs = replaced(u"Stadt \"été\""_s);
    QCOMPARE(says(u"Stadt \"été\""_s), u"restored"_s);
    QCOMPARE(kept().size(), 1);
    QCOMPARE(kept().first().name, keptAs);
    QCOMPARE(kept().first().of, u"Stadt \"été\""_s);
    QVERIFY(kept().first().since >= before && kept().first().since <= QDateTime::currentDateTimeUtc());
    QVERIFY(kept().first().bytes > 1'000'000);

    const auto undone = undo(u"Stadt \"été\""_s);
    QVERIFY2(undone.has_value(), qPrintable(undone ? QString() : undone.error().toString()));
    QCOMPARE(undone->wasKept, keptAs);
    QCOMPARE(says(u"Stadt \"été\""_s), u"before"_s);
    QCOMPARE(says(undone->keptAs), u"restored"_s);
    QCOMPARE(kept().size(), 1); // what is back is no longer kept; what was restored is
    QCOMPARE(kept().first().name, undone->keptAs);

    const auto again = undo(undone->keptAs); // by the kept name too
    QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error().toString()));
    QCOMPARE(again->database, u"Stadt \"été\""_s);
    QCOMPARE(says(u"Stadt \"été\""_s), u"restored"_s);
    // Both had the same comment, and have it again.
    for (const QString &name : {u"Stadt \"été\""_s, again->keptAs}) {
        const auto rows = m_server.connect()->query(
            m_task, u"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = $1"_s, {name});
        QVERIFY2(rows->text(0, 0).endsWith(u"two\nlines"_s), qPrintable(rows->text(0, 0)));
        QCOMPARE(rows->text(0, 0).startsWith(u"Kept"_s), name == again->keptAs);
    }
    QVERIFY(release(again->keptAs).has_value());
    QVERIFY(kept().isEmpty());
    QVERIFY(!databasesOf(m_server).contains(again->keptAs));
    QCOMPARE(says(u"Stadt \"été\""_s), u"restored"_s);
}

void KeptDatabasesTest::whereNothingIsLeft()
{
    const QString keptAs = replaced(u"dropped"_s);
    QVERIFY(m_server.connect()->query(m_task, u"DROP DATABASE dropped"_s).has_value());
    const auto undone = undo(u"dropped"_s);
    QVERIFY2(undone.has_value(), qPrintable(undone ? QString() : undone.error().toString()));
    QCOMPARE(undone->keptAs, QString());
    QCOMPARE(says(u"dropped"_s), u"before"_s);
    QVERIFY(kept().isEmpty());
}

void KeptDatabasesTest::longNames()
{
    const QString name = u"a long name "_s + QString(51, u'x');
    const QString first = replaced(name);
    const auto undone = undo(name);
    QVERIFY2(undone.has_value(), qPrintable(undone ? QString() : undone.error().toString()));
    QCOMPARE(undone->wasKept, first);
    QCOMPARE(kept().first().of, name);
    QVERIFY(release(kept().first().name).has_value());
}

void KeptDatabasesTest::onProductionTheNameIsTyped()
{
    (void)replaced(u"live"_s);
    QVERIFY(postgres::writeEnvironment(m_task, *m_server.connect(u"live"_s), postgres::Environment::Production)
                .has_value());
    QCOMPARE(undo(u"live"_s).error().code, ErrorCode::ProductionProtected);
    QCOMPARE(undo(u"live"_s, u"liv"_s).error().code, ErrorCode::ProductionProtected);
    QCOMPARE(says(u"live"_s), u"restored"_s);
    const auto undone = undo(u"live"_s, u"live"_s);
    QVERIFY2(undone.has_value(), qPrintable(undone ? QString() : undone.error().toString()));
    QCOMPARE(says(u"live"_s), u"before"_s);
    // What is kept now is marked production: it goes only by its own name.
    QCOMPARE(release(undone->keptAs).error().code, ErrorCode::ProductionProtected);
    QCOMPARE(release(undone->keptAs, u"live"_s).error().code, ErrorCode::ProductionProtected);
    QVERIFY(release(undone->keptAs, undone->keptAs).has_value());
}

void KeptDatabasesTest::nothingElseIsReleased()
{
    const QString keptAs = replaced(u"one"_s);
    for (const QString &name : {u"one"_s, u"source"_s, u"postgres"_s, u"nosuch"_s, QString()})
        QCOMPARE(release(name).error().code, ErrorCode::NotFound);
    QCOMPARE(undo(u"source"_s).error().code, ErrorCode::NotFound);
    QVERIFY(databasesOf(m_server).contains(u"one"_s));
    QVERIFY(release(keptAs).has_value());
}

// Sessions are ended, here and there; a cancel before the exchange changes nothing.
void KeptDatabasesTest::somebodyKeepsUsingIt()
{
    const QString keptAs = replaced(u"busy"_s);
    const auto session = m_server.connect(u"busy"_s);
    const auto other = m_server.connect(keptAs);
    RecordingTask task;
    task.cancel();
    QCOMPARE(backups::undoRestore(task, {m_server.parameters(), u"busy"_s, {}}).error().code, ErrorCode::Cancelled);
    QCOMPARE(says(u"busy"_s), u"restored"_s);
    QVERIFY(undo(u"busy"_s).has_value());
    QCOMPARE(says(u"busy"_s), u"before"_s);
}

} // namespace

QTEST_GUILESS_MAIN(KeptDatabasesTest)
#include "keptdatabasestest.moc"

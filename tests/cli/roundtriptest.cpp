// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The guide's main line with nothing but civicq-db, gunzip and psql: sandbox up, migrated, seeded, backed up; the file
// loaded by psql alone gives the same database; down to base and up again gives the same schema.

#include "fixtures/commandline.h"
#include "fixtures/testserver.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using civicq::tests::CommandLine;
using civicq::tests::Ran;
using civicq::tests::TestServer;

namespace {

class RoundTripTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void backupLoadsWithPsqlAlone();
    void restoreIntoASecondDatabase();
    void provesWhatItTook();
    void undoesARestore();
    void downToBaseAndUpAgain();

private:
    [[nodiscard]] Ran civicq(const QStringList &arguments) const;
    [[nodiscard]] QByteArray dump(const QString &url, const QStringList &extra = {}) const;
    [[nodiscard]] QString url() const;

    CommandLine m_civicq;
    TestServer m_other;
    QTemporaryDir m_folder;
};

Ran RoundTripTest::civicq(const QStringList &arguments) const
{
    return m_civicq.run(QStringList(arguments) << u"--connection"_s << u"sandbox"_s << u"--json"_s << u"--yes"_s);
}

QString RoundTripTest::url() const
{
    return QString::fromUtf8(m_civicq.run({u"sandbox"_s, u"url"_s}).out).trimmed();
}

QByteArray RoundTripTest::dump(const QString &url, const QStringList &extra) const
{
    // The sandbox's own address and password file: nothing of the other server's may stand in the environment.
    QProcess process;
    process.start(m_other.program(u"pg_dump"_s), QStringList(extra) << u"-d"_s << url);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("pg_dump: %s", process.readAllStandardError().constData());
    QByteArray kept;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        // What differs by nature: restriction keys and version comments.
        if (!line.startsWith("\\restrict") && !line.startsWith("\\unrestrict") && !line.startsWith("-- Dumped"))
            kept += line + '\n';
    }
    return kept;
}

void RoundTripTest::initTestCase()
{
    QVERIFY2(m_other.isRunning(), qPrintable(m_other.failure()));
    for (const QStringList &command :
         {QStringList{u"sandbox"_s, u"start"_s}, QStringList{u"migrate"_s}, QStringList{u"seed"_s, u"dev"_s}}) {
        const Ran ran = civicq(command);
        QVERIFY2(ran.status == 0, ran.all().constData());
        QVERIFY2(!ran.json().isEmpty(), ran.all().constData());
    }
}

void RoundTripTest::cleanupTestCase()
{
    const Ran ran = m_civicq.run({u"sandbox"_s, u"stop"_s});
    QVERIFY2(ran.status == 0, ran.all().constData());
}

void RoundTripTest::backupLoadsWithPsqlAlone()
{
    const Ran made = civicq({u"backup"_s, u"--format"_s, u"sql"_s, u"--dir"_s, m_folder.path()});
    QVERIFY2(made.status == 0, made.all().constData());
    for (const char *key : {"path", "bytes", "format", "tables", "rows", "seconds", "sha256", "encrypted", "proven"})
        QVERIFY2(made.json().contains(QLatin1StringView(key)), key);
    const QString path = made.json().value("path"_L1).toString();
    QVERIFY2(path.endsWith(".sql.gz"_L1), qPrintable(path));

    QProcess gunzip;
    gunzip.start(u"gunzip"_s, {u"-c"_s, path});
    QVERIFY(gunzip.waitForFinished());
    QCOMPARE(gunzip.exitCode(), 0);
    // A dump names the owner of everything; on another server that role is made first.
    civicq::core::SilentTask task;
    QVERIFY(m_other.connect()->query(task, u"create role civicq"_s).has_value());
    m_other.createDatabase(u"loaded"_s);
    QByteArray err;
    const int status = m_other.run(u"psql"_s, {u"-Xq"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, u"loaded"_s}, nullptr,
                                   &err, gunzip.readAllStandardOutput());
    QVERIFY2(status == 0, err.constData());
    QCOMPARE(m_other.dump(u"loaded"_s), dump(url()));
}

void RoundTripTest::restoreIntoASecondDatabase()
{
    const Ran made = civicq({u"backup"_s, u"--dir"_s, m_folder.path(), u"--name"_s, u"second"_s});
    QVERIFY2(made.status == 0, made.all().constData());
    const Ran restored = civicq({u"restore"_s, made.json().value("path"_L1).toString(), u"--into"_s, u"second"_s});
    QVERIFY2(restored.status == 0, restored.all().constData());
    QCOMPARE(restored.json().value("database"_L1).toString(), u"second"_s);
    QCOMPARE(restored.json().value("rows"_L1), made.json().value("rows"_L1));
    const QString second = url().replace(u"/civicq?"_s, u"/second?"_s);
    QVERIFY(second != url());
    QCOMPARE(dump(second), dump(url()));
}

void RoundTripTest::provesWhatItTook()
{
    const Ran made = civicq({u"backup"_s, u"--format"_s, u"archive"_s, u"--dir"_s, m_folder.path(), u"--name"_s,
                             u"proven"_s, u"--prove"_s});
    QVERIFY2(made.status == 0, made.all().constData());
    QVERIFY2(made.json().value("proven"_L1).toBool(), made.all().constData());
    const QString path = made.json().value("path"_L1).toString();
    // Without a word of where: in the sandbox.
    const Ran again = m_civicq.run({u"restore"_s, u"--prove"_s, path, u"--json"_s});
    QVERIFY2(again.status == 0, again.all().constData());
    QVERIFY(again.json().value("valid"_L1).toBool());
    QCOMPARE(again.json().value("problems"_L1).toArray(), QJsonArray());
    QVERIFY(again.json().value("tables_compared"_L1).toInt() > 10);
    QCOMPARE(again.json().value("rows"_L1), made.json().value("rows"_L1));
    const Ran listed = m_civicq.run({u"backup"_s, u"--list"_s, u"--dir"_s, m_folder.path()});
    QVERIFY2(listed.out.contains("proven 2"), listed.all().constData());

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() - 1'000));
    file.close();
    const Ran damaged = m_civicq.run({u"restore"_s, u"--prove"_s, path, u"--json"_s});
    QVERIFY2(damaged.status == 1, damaged.all().constData());
    QVERIFY(!damaged.json().value("valid"_L1).toBool());
    QVERIFY(!damaged.json().value("problems"_L1).toArray().isEmpty());
}

void RoundTripTest::undoesARestore()
{
    const Ran made = civicq({u"backup"_s, u"--dir"_s, m_folder.path(), u"--name"_s, u"for undo"_s});
    QVERIFY2(made.status == 0, made.all().constData());
    const QByteArray before = dump(url());
    const Ran restored = civicq({u"restore"_s, made.json().value("path"_L1).toString(), u"--clean"_s});
    QVERIFY2(restored.status == 0, restored.all().constData());
    const QString keptAs = restored.json().value("kept_as"_L1).toString();
    const Ran kept = civicq({u"restore"_s, u"--kept"_s});
    QCOMPARE(kept.json().value("kept"_L1).toArray().first().toObject().value("name"_L1).toString(), keptAs);
    const Ran undone = civicq({u"restore"_s, u"--undo"_s, u"civicq"_s});
    QVERIFY2(undone.status == 0, undone.all().constData());
    QCOMPARE(undone.json().value("was_kept_as"_L1).toString(), keptAs);
    QCOMPARE(dump(url()), before);
    const Ran wrong = civicq({u"restore"_s, u"--release"_s, u"civicq"_s});
    QVERIFY2(wrong.status == 1, wrong.all().constData());
    const Ran released = civicq({u"restore"_s, u"--release"_s, undone.json().value("kept_as"_L1).toString()});
    QVERIFY2(released.status == 0, released.all().constData());
    QVERIFY(civicq({u"restore"_s, u"--kept"_s}).json().value("kept"_L1).toArray().isEmpty());
}

void RoundTripTest::downToBaseAndUpAgain()
{
    const QByteArray before = dump(url(), {u"--schema-only"_s});
    const Ran down = civicq({u"downgrade"_s, u"base"_s});
    QVERIFY2(down.status == 0, down.all().constData());
    QProcess psql;
    psql.start(
        m_other.program(u"psql"_s),
        {u"-XAtd"_s, url(), u"-c"_s,
         u"select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
         "where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'civicq_admin') "
         "union all select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace "
         "where n.nspname = 'public' and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = "
         "'e') "
         "union all select typname from pg_type t join pg_namespace n on n.oid = t.typnamespace "
         "where n.nspname = 'public' and not exists (select 1 from pg_depend d where d.objid = t.oid and d.deptype = 'e')"_s});
    QVERIFY(psql.waitForFinished());
    QCOMPARE(psql.exitCode(), 0);
    QCOMPARE(psql.readAllStandardOutput().trimmed(), QByteArray());
    const Ran up = civicq({u"migrate"_s});
    QVERIFY2(up.status == 0, up.all().constData());
    QCOMPARE(dump(url(), {u"--schema-only"_s}), before);
}

} // namespace

QTEST_GUILESS_MAIN(RoundTripTest)
#include "roundtriptest.moc"

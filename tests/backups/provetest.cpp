// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupfolder.h"
#include "backups/everyobject.h"
#include "backups/prove.h"
#include "backups/sampledatabase.h"

#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::BackupFormat;
using backups::Proof;
using backups::ProofRequest;
using core::ErrorCode;

namespace {

class ProveTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aGoodOneIsProven_data();
    void aGoodOneIsProven();
    void seesWhatDiffers();
    void seesOtherContentOfALargeObject_data();
    void seesOtherContentOfALargeObject();
    void seesAConstraintThatDoesNotHold();
    void chosenTablesComeBackAlone();
    void rolesThatAreElsewhere();
    void rowsAloneCannotBeProven();
    void aDamagedFileIsNotRestored();
    void otherProgramsFilesAreCounted();
    void cancelLeavesNothing();
    void ownUserMayProve();
    void aRestoreSaysThatAMigrationIsUnknown();

private:
    [[nodiscard]] QString take(BackupFormat format, const QString &name,
                               backups::Part part = backups::Part::Everything);
    // Proves the archive, the statements done to the scratch database behind its back just before it is compared.
    [[nodiscard]] QString problemsAfter(const QByteArrayList &statements);
    [[nodiscard]] ProofRequest request(const QString &file) const { return {m_server.parameters(), file, 0, {}}; }

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    QTemporaryDir m_folder;
    QString m_archive;
    QString m_script;
    QStringList m_databases;
};

void ProveTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    makeRoles(m_server);
    (void)m_server.createDatabase(u"every"_s);
    fillEveryObject(m_server, u"every"_s);
    m_archive = take(BackupFormat::Archive, u"archive"_s);
    m_script = take(BackupFormat::Sql, u"script"_s);
    m_databases = databasesOf(m_server);
}

// The scratch database is gone after every test, and no other was touched.
void ProveTest::cleanup()
{
    QTRY_COMPARE_WITH_TIMEOUT(databasesOf(m_server), m_databases, 20'000);
}

QString ProveTest::take(BackupFormat format, const QString &name, backups::Part part)
{
    backups::BackupRequest wanted;
    wanted.parameters = m_server.parameters(u"every"_s);
    wanted.folder = m_folder.path();
    wanted.name = name;
    wanted.format = format;
    wanted.part = part;
    wanted.level = 1;
    const auto report = backups::backup(m_task, m_tools.box, wanted, nullptr);
    if (!report)
        qFatal("backup: %s", qPrintable(report.error().toString()));
    return report->path;
}

QString ProveTest::problemsAfter(const QByteArrayList &statements)
{
    RecordingTask task;
    bool changed = false;
    task.onReport([&](const core::Progress &progress) {
        if (changed || !progress.step.contains(u"Comparing"_s))
            return;
        changed = true;
        const QStringList scratch = databasesOf(m_server).filter(u"civicq_restore_"_s);
        QCOMPARE(scratch.size(), 1);
        const auto session = m_server.connect(scratch.first());
        core::SilentTask quiet;
        for (const QByteArray &sql : statements) {
            const auto done = session->script(quiet, sql);
            QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().toString()));
        }
    });
    const auto proof = backups::prove(task, m_tools.box, request(m_archive));
    if (!proof || !changed)
        return proof ? u"nothing was changed"_s : proof.error().toString();
    return proof->problems.join(u'\n');
}

void ProveTest::aGoodOneIsProven_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("archive") << m_archive;
    QTest::newRow("sql.gz") << m_script;
}

void ProveTest::aGoodOneIsProven()
{
    QFETCH(const QString, file);
    backups::BackupCatalogue catalogue(m_folder.filePath(u"data"_s));
    RecordingTask task;
    const auto proof = backups::proveAndRecord(task, m_tools.box, request(file), catalogue);
    QVERIFY2(proof.has_value(), qPrintable(proof ? QString() : proof.error().toString()));
    QCOMPARE(proof->problems.join(u'\n'), QString());
    QCOMPARE(proof->notes, QStringList());
    QVERIFY(proof->hashed > 25);
    QCOMPARE(proof->rows, proof->contents.rows);
    QVERIFY(!task.wentBack());
    const auto known = catalogue.find(file);
    QVERIFY(known && known->isProven());
    QCOMPARE(known->database, u"every"_s);
    QCOMPARE(known->sha256, QCryptographicHash::hash(contentOf(file), QCryptographicHash::Sha256).toHex());
}

// What a restore may get wrong.
void ProveTest::seesWhatDiffers()
{
    const std::vector<std::pair<QByteArray, QString>> changes{
        {"UPDATE people SET n = n + 1 WHERE id = 10", u"people has as many rows"_s},
        {"UPDATE documents SET body = 'x' WHERE id = 5", u"documents has as many rows"_s},
        {"DELETE FROM typed", u"typed has 0 rows"_s},
        {"INSERT INTO nothing DEFAULT VALUES", u"nothing has 3 rows"_s},
        {"DROP INDEX people_backwards", u"not in the restored database: CREATE INDEX people_backwards"_s},
        {"ALTER DOMAIN positive SET DEFAULT 2", u"in the restored database alone: CREATE DOMAIN public.positive"_s},
        {"COMMENT ON FUNCTION add_up IS 'takes away'", u"takes away"_s},
        {"REVOKE USAGE ON SEQUENCE counted FROM PUBLIC", u"GRANT USAGE ON SEQUENCE public.counted TO PUBLIC"_s},
        {"ALTER FUNCTION add_up OWNER TO auditor", u"OWNER TO auditor"_s},
        {"SELECT nextval('counted')", u"sequence public.counted stands at -9, in the backup at -7"_s},
        {"SELECT lo_unlink(424242)", u"3 large objects were restored, the backup holds 4"_s},
        {"REFRESH MATERIALIZED VIEW a_second WITH NO DATA", u"1 materialized views have rows, in the backup 2"_s}};
    QByteArrayList statements;
    for (const auto &[sql, words] : changes)
        statements.append(sql);
    const QString problems = problemsAfter(statements);
    for (const auto &[sql, words] : changes)
        QVERIFY2(problems.contains(words), qPrintable(words + u"\nis not in:\n"_s + problems));
}

void ProveTest::seesOtherContentOfALargeObject_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("a byte") << QByteArray("SELECT lo_put(424242, 3, 'X')");
    QTest::newRow("a byte more") << QByteArray("SELECT lo_put(424242, 11, 'X')");
    QTest::newRow("a byte behind a hole of MiBs") << QByteArray("SELECT lo_put(424242, 3000000, 'X')");
    QTest::newRow("another name") << QByteArray("SELECT lo_unlink(424242), lo_from_bytea(424243, 'with a name')");
    QTest::newRow("emptied") << QByteArray("SELECT lo_unlink(424242), lo_create(424242)");
}

void ProveTest::seesOtherContentOfALargeObject()
{
    QFETCH(const QByteArray, change);
    QCOMPARE(problemsAfter({change}),
             u"4 large objects were restored, as many as the backup holds, but with other content"_s);
}

void ProveTest::seesAConstraintThatDoesNotHold()
{
    RecordingTask task;
    bool changed = false;
    task.onReport([&](const core::Progress &progress) {
        if (changed || !progress.step.contains(u"Checking"_s))
            return;
        core::SilentTask quiet;
        const auto done = m_server.connect(databasesOf(m_server).filter(u"civicq_restore_"_s).value(0))
                              ->script(quiet, "SET allow_system_table_mods = on; UPDATE pg_constraint "
                                              "SET convalidated = false WHERE conname = 'name & nick'");
        changed = done.has_value();
    });
    const auto proof = backups::prove(task, m_tools.box, request(m_archive));
    QVERIFY2(proof.has_value(), qPrintable(proof ? QString() : proof.error().toString()));
    QVERIFY(changed);
    const QString problems = proof->problems.join(u'\n');
    QVERIFY2(problems.contains(u"do not hold after the restore: 1 of these: "_s), qPrintable(problems));
    QVERIFY2(problems.contains(u"people.\"name & nick\""_s), qPrintable(problems));
}

// An archive of chosen tables holds definitions of all; only those that belong to it are made.
void ProveTest::chosenTablesComeBackAlone()
{
    backups::BackupRequest wanted;
    wanted.parameters = m_server.parameters(u"every"_s);
    wanted.folder = m_folder.path();
    wanted.name = u"chosen"_s;
    wanted.format = BackupFormat::Archive;
    wanted.level = 1;
    wanted.tables = {u"manager"_s, u"ballots"_s};
    const auto taken = backups::backup(m_task, m_tools.box, wanted, nullptr);
    QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().toString()));
    backups::RestoreRequest back;
    back.server = m_server.parameters();
    back.source = taken->path;
    back.database = u"chosen"_s;
    const auto report = backups::restore(m_task, m_tools.box, back);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    QCOMPARE(report->rows, 503);
    const auto tables =
        m_server.connect(u"chosen"_s)
            ->query(
                m_task,
                u"SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relkind IN ('r', 'p') AND oid >= 16384"_s);
    QCOMPARE(tables->text(0, 0), u"ballots ballots_0 ballots_1 manager"_s);
    QVERIFY(m_server.connect()->query(m_task, u"DROP DATABASE chosen"_s).has_value());
    const auto proof = backups::prove(m_task, m_tools.box, request(taken->path));
    QVERIFY2(proof.has_value(), qPrintable(proof ? QString() : proof.error().toString()));
    QCOMPARE(proof->problems.join(u'\n'), QString());
}

// Another server has not the same roles: nothing is wrong with the backup, and what was not compared is said.
void ProveTest::rolesThatAreElsewhere()
{
    TestServer other;
    QVERIFY2(other.isRunning(), qPrintable(other.failure()));
    QVERIFY(other.connect()->script(m_task, "CREATE ROLE clerk").has_value());
    const auto proof = backups::prove(m_task, m_tools.box, {other.parameters(), m_archive, 0, {}});
    QVERIFY2(proof.has_value(), qPrintable(proof ? QString() : proof.error().toString()));
    QCOMPARE(proof->problems.join(u'\n'), QString());
    QVERIFY2(proof->notes.join(u'\n').contains(u"auditor"_s), qPrintable(proof->notes.join(u'\n')));
    QCOMPARE(databasesOf(other).size(), 3);
}

void ProveTest::rowsAloneCannotBeProven()
{
    const QString rows = take(BackupFormat::Archive, u"rows"_s, backups::Part::DataOnly);
    const auto proof = backups::prove(m_task, m_tools.box, request(rows));
    QVERIFY(!proof.has_value());
    QCOMPARE(proof.error().code, ErrorCode::InvalidArgument);
    const QString definitions = take(BackupFormat::Archive, u"definitions"_s, backups::Part::SchemaOnly);
    const auto schema = backups::prove(m_task, m_tools.box, request(definitions));
    QVERIFY2(schema.has_value(), qPrintable(schema ? QString() : schema.error().toString()));
    QCOMPARE(schema->problems, QStringList());
}

void ProveTest::aDamagedFileIsNotRestored()
{
    backups::BackupCatalogue catalogue(m_folder.filePath(u"data"_s));
    const QString path = m_folder.filePath(u"damaged.cqbackup"_s);
    QByteArray content = contentOf(m_archive);
    content[content.size() / 2] = static_cast<char>(content.at(content.size() / 2) ^ 1);
    writeFile(path, content);
    const auto proof = backups::proveAndRecord(m_task, m_tools.box, request(path), catalogue);
    QVERIFY2(proof.has_value(), qPrintable(proof ? QString() : proof.error().toString()));
    QVERIFY(!proof->valid());
    QVERIFY(!proof->whole);
    const auto known = catalogue.find(path);
    QVERIFY(known && !known->valid && !known->isProven());
    const auto none = backups::prove(m_task, m_tools.box, request(m_folder.filePath(u"none"_s)));
    QCOMPARE(none.error().code, ErrorCode::NotFound);
}

void ProveTest::otherProgramsFilesAreCounted()
{
    const QString path = m_folder.filePath(u"other.dump"_s);
    QByteArray errors;
    QVERIFY2(m_server.run(u"pg_dump"_s, {u"-Fc"_s, u"-f"_s, path, u"-d"_s, u"every"_s}, nullptr, &errors) == 0,
             errors.constData());
    const auto proof = backups::prove(m_task, m_tools.box, request(path));
    QVERIFY2(proof.has_value(), qPrintable(proof ? QString() : proof.error().toString()));
    QCOMPARE(proof->problems.join(u'\n'), QString());
    QCOMPARE(proof->hashed, 0);
    QVERIFY2(proof->notes.join(u'\n').contains(u"counted"_s), qPrintable(proof->notes.join(u'\n')));
}

void ProveTest::cancelLeavesNothing()
{
    for (const QString &step : {u"Reading"_s, u"Restoring"_s, u"Checking"_s, u"Comparing"_s}) {
        RecordingTask task;
        task.cancelAtStep(step);
        const auto proof = backups::prove(task, m_tools.box, request(m_archive));
        QVERIFY2(!proof.has_value(), qPrintable(step));
        QCOMPARE(proof.error().code, ErrorCode::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(databasesOf(m_server), m_databases, 20'000);
    }
}

// Whoever may create databases may prove; a subscription or an event trigger needs more, and that is an error of the try.
void ProveTest::ownUserMayProve()
{
    QVERIFY(m_server.connect()
                ->script(m_task,
                         "CREATE ROLE city LOGIN CREATEDB PASSWORD 'city'; CREATE ROLE nobody LOGIN PASSWORD 'nobody'")
                .has_value());
    (void)m_server.createDatabase(u"small"_s);
    m_databases = databasesOf(m_server);
    fillSample(m_server, u"small"_s);
    backups::BackupRequest wanted;
    wanted.parameters = m_server.parameters(u"small"_s);
    wanted.folder = m_folder.path();
    wanted.name = u"small"_s;
    wanted.format = BackupFormat::Archive;
    wanted.level = 1;
    const auto report = backups::backup(m_task, m_tools.box, wanted, nullptr);
    QVERIFY(report.has_value());
    ProofRequest proving = request(report->path);
    proving.server.user = u"city"_s;
    proving.server.password = core::Secret(u"city"_s);
    const auto proof = backups::prove(m_task, m_tools.box, proving);
    QVERIFY2(proof.has_value(), qPrintable(proof ? QString() : proof.error().toString()));
    QCOMPARE(proof->problems.join(u'\n'), QString());
    proving.server.user = u"nobody"_s;
    proving.server.password = core::Secret(u"nobody"_s);
    QCOMPARE(backups::prove(m_task, m_tools.box, proving).error().code, ErrorCode::PermissionDenied);
}

void ProveTest::aRestoreSaysThatAMigrationIsUnknown()
{
    (void)m_server.createDatabase(u"migrated"_s);
    QVERIFY(m_server.connect(u"migrated"_s)
                ->script(m_task,
                         "CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('0042')")
                .has_value());
    backups::BackupRequest wanted;
    wanted.parameters = m_server.parameters(u"migrated"_s);
    wanted.folder = m_folder.path();
    wanted.name = u"migrated"_s;
    const auto taken = backups::backup(m_task, m_tools.box, wanted, nullptr);
    QVERIFY(taken.has_value());
    const auto notes = [&](const std::optional<QStringList> &known) {
        backups::RestoreRequest back;
        back.server = m_server.parameters();
        back.source = taken->path;
        back.database = u"migrated again"_s;
        back.knownRevisions = known;
        const auto report = backups::restore(m_task, m_tools.box, back);
        (void)m_server.connect()->query(m_task, u"DROP DATABASE \"migrated again\""_s);
        return report ? report->notes.join(u'\n') : report.error().toString();
    };
    QCOMPARE(notes(std::nullopt), QString());
    QCOMPARE(notes(QStringList{u"0041"_s, u"0042"_s}), QString());
    QVERIFY2(notes(QStringList{u"0041"_s}).contains(u"0042"_s), qPrintable(notes(QStringList{u"0041"_s})));
    m_databases = databasesOf(m_server);
}

} // namespace

QTEST_GUILESS_MAIN(ProveTest)
#include "provetest.moc"

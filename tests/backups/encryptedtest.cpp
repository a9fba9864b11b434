// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/archivemaker.h"
#include "backups/backupfolder.h"
#include "backups/compare.h"
#include "backups/restore.h"
#include "backups/sampledatabase.h"
#include "openpgp/gpghome.h"

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::BackupFormat;
using backups::BackupRequest;
using core::ErrorCode;
using openpgp::Protection;
using openpgp::Unlock;

namespace {

const QString phrase = u"Ñandú, 7 paths & a \"quote\""_s;
const QString keyPhrase = u"kept in the safe"_s;
const QString clerk = u"City Clerk <clerk@example.org>"_s;
const QString mayor = u"Mayor <mayor@example.org>"_s;

QString said(const core::Error &error)
{
    return error.arguments.value(0) + u'|' + error.message;
}

class EncryptedTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void thereAndBack_data();
    void thereAndBack();
    void gpgsOwn_data();
    void gpgsOwn();
    void manyChunksInAnyOrder();
    void chosenTablesAndDefinitions();
    void whatIsWrongIsToldApart();
    void nothingInTheClearReachesTheDisk();
    void unusableKeyLeavesNothing();
    void cancelLeavesNothing();
    void cancelledRestoreLeavesTheServer();
    void changedBehindOurBack();

private:
    [[nodiscard]] BackupRequest wanted(const QString &name, const Protection &protection, BackupFormat format,
                                       bool gzip = true) const
    {
        BackupRequest request;
        request.parameters = m_server.parameters(u"sample"_s);
        request.folder = m_folder.path();
        request.name = name;
        request.format = format;
        request.gzip = gzip && format == BackupFormat::Sql;
        request.level = 1;
        request.protection = protection;
        return request;
    }
    core::Result<backups::RestoreReport> put(const QString &path, const Unlock &unlock, const QString &database)
    {
        backups::RestoreRequest request;
        request.server = m_server.parameters();
        request.source = path;
        request.unlock = unlock;
        request.database = database;
        return backups::restore(m_task, m_tools.box, request);
    }
    // What verify and restore say of a file; nothing may have been touched.
    QString refusal(const QString &path, const Unlock &unlock)
    {
        const QStringList before = databasesOf(m_server);
        const auto restored = put(path, unlock, u"never"_s);
        if (restored || databasesOf(m_server) != before)
            return u"it was restored"_s;
        const auto verified = backups::verify(m_task, m_tools.box, path, unlock);
        if (verified && verified->valid())
            return u"it was found whole"_s;
        const core::Error error = verified ? verified->problems.first() : verified.error();
        if (error.code != restored.error().code)
            return u"verify and restore disagree: %1, %2"_s.arg(error.message, restored.error().message);
        return core::errorCodeName(error.code) + u'|' + said(error);
    }
    QString onDisk(const QString &name, const QByteArray &content)
    {
        writeFile(m_folder.filePath(name), content);
        return m_folder.filePath(name);
    }
    [[nodiscard]] bool isWhole(const QString &path, const Unlock &unlock)
    {
        const auto verified = backups::verify(m_task, m_tools.box, path, unlock);
        return verified && verified->valid();
    }

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    GpgHome m_gpg;
    QTemporaryDir m_folder;
    QByteArray m_public;
    QByteArray m_secret;
    QByteArray m_mayorPublic;
    QByteArray m_mayorSecret; // without a passphrase: quick to open
    QByteArray m_forMayor;    // a small archive
};

void EncryptedTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"sample"_s);
    fillSample(m_server, u"sample"_s);
    m_gpg.makeKey(clerk, GpgHome::Kind::Rsa, keyPhrase);
    m_gpg.makeKey(mayor, GpgHome::Kind::Curve25519, {});
    m_public = m_gpg.publicKey(clerk);
    m_secret = m_gpg.secretKey(clerk, keyPhrase);
    m_mayorPublic = m_gpg.publicKey(mayor);
    m_mayorSecret = m_gpg.secretKey(mayor, {});
    QVERIFY(m_secret.contains("PRIVATE") && m_mayorSecret.contains("PRIVATE"));
    (void)m_server.createDatabase(u"small"_s);
    QVERIFY(m_server.connect(u"small"_s)
                ->script(m_task, "CREATE TABLE words AS SELECT i, md5(i::text) FROM generate_series(1, 200) i")
                .has_value());
    BackupRequest small = wanted(u"small"_s, {{}, {m_mayorPublic}}, BackupFormat::Archive);
    small.parameters = m_server.parameters(u"small"_s);
    const auto taken = backups::backup(m_task, m_tools.box, small, nullptr);
    QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().toString()));
    m_forMayor = contentOf(taken->path);
    QVERIFY(isWhole(taken->path, {{}, m_mayorSecret}));
}

// No test leaves a half-made file or database behind.
void EncryptedTest::cleanup()
{
    for (const QString &name : databasesOf(m_server))
        QVERIFY2(!name.startsWith(u"civicq_restore_"_s), qPrintable(name));
    for (const QString &name : filesIn(m_folder.path()))
        QVERIFY2(!name.endsWith(u".part"_s), qPrintable(name));
}

void EncryptedTest::thereAndBack_data()
{
    QTest::addColumn<int>("format"); // 0 archive, 1 SQL with gzip, 2 SQL
    QTest::addColumn<int>("way");    // 0 passphrase, 1 key, 2 both
    const QStringList formats{u"archive"_s, u"sql.gz"_s, u"sql"_s};
    const QStringList ways{u"passphrase"_s, u"key"_s, u"both"_s};
    for (int format = 0; format < 3; ++format) {
        for (int way = 0; way < 3 - format; ++way)
            QTest::newRow(qPrintable(formats.at(format) + u", "_s + ways.at(way))) << format << way;
    }
}

void EncryptedTest::thereAndBack()
{
    QFETCH(const int, format);
    QFETCH(const int, way);
    const Protection protection{way == 1 ? core::Secret() : core::Secret(phrase),
                                way == 0 ? QList<QByteArray>() : QList<QByteArray>{m_public}};
    const QString name = u"round_%1_%2"_s.arg(format).arg(way);
    const auto request = wanted(name, protection, format == 0 ? BackupFormat::Archive : BackupFormat::Sql, format == 1);
    backups::BackupCatalogue catalogue(m_folder.filePath(u"data"_s));
    const auto taken = backups::backup(m_task, m_tools.box, request, &catalogue);
    QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().toString()));
    const QString suffix = QStringList{u".cqbackup"_s, u".sql.gz"_s, u".sql"_s}.at(format);
    QCOMPARE(taken->path, m_folder.filePath(name + suffix + u".gpg"_s));
    QVERIFY(taken->encrypted);
    QCOMPARE(taken->format, format == 0 ? u"archive"_s : suffix.mid(1));
    QVERIFY(taken->rows > 5'000 && taken->tables > 5);
    QCOMPARE(taken->sha256, QCryptographicHash::hash(contentOf(taken->path), QCryptographicHash::Sha256).toHex());
    QVERIFY(catalogue.find(taken->path)->encrypted);

    // Each of the ways opens it, and what it holds is the database.
    QList<Unlock> unlocks;
    if (way != 1)
        unlocks.append({core::Secret(phrase), {}});
    if (way != 0)
        unlocks.append({core::Secret(keyPhrase), m_secret});
    for (const Unlock &unlock : std::as_const(unlocks)) {
        const auto verified = backups::verify(m_task, m_tools.box, taken->path, unlock);
        QVERIFY2(verified && verified->valid(),
                 qPrintable(verified ? verified->problems.value(0).toString() : verified.error().toString()));
        QVERIFY(verified->contents.kind.encrypted);
        QCOMPARE(verified->sha256, taken->sha256);
        QCOMPARE(verified->contents.rows, taken->rows);
        QCOMPARE(verified->contents.header->database, u"sample"_s);
    }
    const auto restored = put(taken->path, unlocks.last(), name);
    QVERIFY2(restored.has_value(), qPrintable(restored ? QString() : restored.error().toString()));
    QCOMPARE(restored->rows, taken->rows);
    QCOMPARE(m_server.dump(name), m_server.dump(u"sample"_s));

    // gpg opens it too, and finds an ordinary backup.
    const QByteArray plain =
        m_gpg.run({u"--passphrase"_s, way == 0 ? phrase : keyPhrase, u"--decrypt"_s}, contentOf(taken->path));
    QVERIFY2(!plain.isEmpty(), m_gpg.failure().constData());
    QVERIFY(isWhole(onDisk(u"opened by gpg"_s, plain), {}));
}

void EncryptedTest::gpgsOwn_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<bool>("byKey");
    for (const QString &content : {u"archive"_s, u"sql.gz"_s, u"sql"_s, u"custom"_s, u"tar"_s}) {
        const bool byKey = content == "sql.gz"_L1 || content == "custom"_L1;
        QTest::newRow(qPrintable(content + (byKey ? u", for a key"_s : u", by passphrase"_s))) << content << byKey;
    }
    QTest::newRow("archive, for a key") << u"archive"_s << true;
}

void EncryptedTest::gpgsOwn()
{
    QFETCH(const QString, content);
    QFETCH(const bool, byKey);
    QByteArray plain;
    if (content == "custom"_L1 || content == "tar"_L1) {
        const QString option = content == "custom"_L1 ? u"-Fc"_s : u"-Ft"_s;
        QCOMPARE(m_server.run(u"pg_dump"_s, {option, u"-d"_s, u"sample"_s}, &plain), 0);
    } else {
        QFile::remove(m_folder.filePath(u"plain."_s + (content == "archive"_L1 ? u"cqbackup"_s : content)));
        const auto format = content == "archive"_L1 ? BackupFormat::Archive : BackupFormat::Sql;
        const auto taken =
            backups::backup(m_task, m_tools.box, wanted(u"plain"_s, {}, format, content == "sql.gz"_L1), nullptr);
        QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().toString()));
        plain = contentOf(taken->path);
    }
    const QStringList how = byKey ? QStringList{u"--encrypt"_s, u"--recipient"_s, u"mayor@example.org"_s}
                                  : QStringList{u"--symmetric"_s, u"--armor"_s, u"--passphrase"_s, phrase};
    const QString path = onDisk(u"a name that says nothing"_s, m_gpg.run(how, plain));
    QVERIFY2(m_gpg.failure().isEmpty(), m_gpg.failure().constData());
    const Unlock unlock = byKey ? Unlock{{}, m_mayorSecret} : Unlock{core::Secret(phrase), {}};
    const auto contents = backups::listContents(m_task, m_tools.box, path, unlock);
    QVERIFY2(contents.has_value(), qPrintable(contents ? QString() : contents.error().toString()));
    QCOMPARE(backups::contentKindName(contents->kind), content);
    const QString database = u"%1 %2"_s.arg(content).arg(byKey);
    const auto restored = put(path, unlock, database);
    QVERIFY2(restored.has_value(), qPrintable(restored ? QString() : restored.error().toString()));
    QCOMPARE(m_server.dump(database), m_server.dump(u"sample"_s));
}

// Chunks of several tables, loaded by whichever session is free.
void EncryptedTest::manyChunksInAnyOrder()
{
    const MadeArchive made = makeArchive(m_server, u"sample"_s, 37);
    made.write(m_folder.filePath(u"made"_s));
    const QString path =
        onDisk(u"made.gpg"_s, encrypt(contentOf(m_folder.filePath(u"made"_s)), {{}, {m_mayorPublic}}).value());
    for (const int jobs : {1, 3}) {
        backups::RestoreRequest request;
        request.server = m_server.parameters();
        request.source = path;
        request.unlock = {{}, m_mayorSecret};
        request.database = u"in chunks %1"_s.arg(jobs);
        request.jobs = jobs;
        RecordingTask task;
        const auto restored = backups::restore(task, m_tools.box, request);
        QVERIFY2(restored.has_value(), qPrintable(restored ? QString() : restored.error().toString()));
        QVERIFY(!task.wentBack());
        QVERIFY(task.last().done > task.last().total * 8 / 10);
        const auto same = backups::compare(m_task, m_tools.box, m_server.parameters(u"sample"_s),
                                           m_server.parameters(request.database));
        QVERIFY2(same.has_value(), qPrintable(same ? QString() : same.error().toString()));
        QCOMPARE(same->differences, QStringList());
        const auto invalid =
            m_server.connect(request.database)->query(m_task, u"SELECT count(*) FROM pg_index WHERE NOT indisvalid"_s);
        QCOMPARE(invalid->integer(0, 0), 0);
    }
}

void EncryptedTest::chosenTablesAndDefinitions()
{
    const auto taken =
        backups::backup(m_task, m_tools.box, wanted(u"parts"_s, {{}, {m_mayorPublic}}, BackupFormat::Archive), nullptr);
    QVERIFY(taken.has_value());
    backups::RestoreRequest request;
    request.server = m_server.parameters();
    request.source = taken->path;
    request.unlock = {{}, m_mayorSecret};
    request.database = u"votes alone"_s;
    request.tables = {u"votes"_s};
    QVERIFY(backups::restore(m_task, m_tools.box, request).has_value());
    const QString sql = u"SELECT (SELECT count(*) FROM votes), (SELECT count(*) FROM users)"_s;
    const auto chosen = m_server.connect(request.database)->query(m_task, sql);
    QCOMPARE(chosen->integer(0, 0), 5000);
    QCOMPARE(chosen->integer(0, 1), 0);
    request.database = u"definitions alone"_s;
    request.tables.clear();
    request.schemaOnly = true;
    QVERIFY(backups::restore(m_task, m_tools.box, request).has_value());
    QCOMPARE(m_server.dump(request.database, {u"--schema-only"_s}), m_server.dump(u"sample"_s, {u"--schema-only"_s}));
    QCOMPARE(m_server.connect(request.database)->query(m_task, sql)->integer(0, 0), 0);
}

void EncryptedTest::whatIsWrongIsToldApart()
{
    const QByteArray byPhrase = encrypt(contentOf(m_folder.filePath(u"made"_s)), {core::Secret(phrase), {}}).value();
    const QString locked = onDisk(u"locked.gpg"_s, byPhrase);
    const QString forMayor = onDisk(u"for the mayor.gpg"_s, m_forMayor);
    QVERIFY(isWhole(locked, {core::Secret(phrase), {}}));
    const QString wrong = refusal(locked, {core::Secret(u"no"_s), {}});
    QVERIFY2(wrong.startsWith(u"authentication-failed|openpgp-passphrase-wrong"_s), qPrintable(wrong));
    const QString needed = refusal(locked, {});
    QVERIFY2(needed.startsWith(u"authentication-failed|openpgp-passphrase-needed"_s), qPrintable(needed));
    const QString key = refusal(forMayor, {core::Secret(keyPhrase), m_secret});
    QVERIFY2(key.startsWith(u"authentication-failed|openpgp-key-missing"_s), qPrintable(key));
    const QString cut = refusal(onDisk(u"cut.gpg"_s, m_forMayor.chopped(3'000)), {{}, m_mayorSecret});
    QVERIFY2(cut.startsWith(u"truncated|"_s) && cut.contains(u"ends too early"_s), qPrintable(cut));
    QByteArray bent = m_forMayor;
    bent[bent.size() / 2] = static_cast<char>(bent.at(bent.size() / 2) ^ 1);
    const QString damaged = refusal(onDisk(u"bent.gpg"_s, bent), {{}, m_mayorSecret});
    QVERIFY2(damaged.startsWith(u"corrupt|"_s) && damaged.contains(u"encrypted data is damaged"_s),
             qPrintable(damaged));
    // What comes out of a large one is damaged before its end tells of the message: the message is still what is blamed.
    QByteArray large = contentOf(m_folder.filePath(u"made.gpg"_s));
    QVERIFY(large.size() > 100'000);
    large[30'000] = static_cast<char>(large.at(30'000) ^ 1);
    const QString early = refusal(onDisk(u"bent early.gpg"_s, large), {{}, m_mayorSecret});
    QVERIFY2(early.startsWith(u"corrupt|"_s) && early.contains(u"encrypted data is damaged"_s), qPrintable(early));
    const QString other = onDisk(u"letter.gpg"_s, encrypt("Dear mayor;\n", {{}, {m_mayorPublic}}).value());
    const QString letter = refusal(other, {{}, m_mayorSecret});
    QVERIFY2(letter.contains(u"pg_dump does not write"_s) && !letter.contains(u"encrypted data"_s), qPrintable(letter));
}

// Looked at while it is written: a script that is not packed would show its words.
void EncryptedTest::nothingInTheClearReachesTheDisk()
{
    const QTemporaryDir folder;
    const QTemporaryDir temporary;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", temporary.path().toLocal8Bit());
    for (const BackupFormat format : {BackupFormat::Sql, BackupFormat::Archive}) {
        BackupRequest request = wanted(u"watched"_s, {core::Secret(phrase), {m_public}}, format, false);
        request.folder = folder.path();
        RecordingTask task;
        qint64 looked = 0;
        QStringList seen;
        task.onReport([&](const core::Progress &) {
            for (const QString &place : {folder.path(), temporary.path()}) {
                for (const QString &name : filesIn(place)) {
                    const QByteArray content = contentOf(place + u'/' + name);
                    looked += content.size();
                    // Definitions pass through pg_dump's own temporary files; rows never do.
                    if (content.contains("COPY public.") || content.contains("ustar"))
                        seen.append(name);
                }
            }
        });
        const auto taken = backups::backup(task, m_tools.box, request, nullptr);
        QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().toString()));
        QVERIFY(looked > 0);
        QCOMPARE(seen, QStringList());
        QVERIFY(contentOf(taken->path).size() > 10'000);
        QVERIFY(!contentOf(taken->path).contains(phrase.toUtf8()));
    }
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
}

void EncryptedTest::unusableKeyLeavesNothing()
{
    const QStringList before = filesIn(m_folder.path());
    for (const Protection &protection :
         {Protection{{}, {"not a key"}}, Protection{core::Secret(QString(256, u'x')), {}}}) {
        for (const BackupFormat format : {BackupFormat::Archive, BackupFormat::Sql}) {
            const auto taken = backups::backup(m_task, m_tools.box, wanted(u"never"_s, protection, format), nullptr);
            QVERIFY(!taken);
            QCOMPARE(taken.error().code, ErrorCode::InvalidArgument);
            QCOMPARE(filesIn(m_folder.path()), before);
        }
    }
}

void EncryptedTest::cancelLeavesNothing()
{
    const QStringList before = filesIn(m_folder.path());
    for (const BackupFormat format : {BackupFormat::Archive, BackupFormat::Sql}) {
        for (const QString &step : {u"Copying"_s, u"Reading"_s}) {
            for (const Protection &protection :
                 {Protection{core::Secret(phrase), {}}, Protection{{}, {m_mayorPublic}}}) {
                RecordingTask task;
                task.cancelAtStep(step);
                const auto taken = backups::backup(task, m_tools.box, wanted(u"never"_s, protection, format), nullptr);
                QVERIFY2(!taken.has_value(), qPrintable(step));
                QCOMPARE(taken.error().code, ErrorCode::Cancelled);
                QCOMPARE(filesIn(m_folder.path()), before);
            }
        }
    }
}

void EncryptedTest::cancelledRestoreLeavesTheServer()
{
    const QStringList before = databasesOf(m_server);
    for (const QString &step : {u"Reading"_s, u"Filling"_s}) {
        backups::RestoreRequest request;
        request.server = m_server.parameters();
        request.source = m_folder.filePath(u"made.gpg"_s);
        request.unlock = {{}, m_mayorSecret};
        request.database = u"never"_s;
        RecordingTask task;
        task.cancelAtStep(step);
        const auto report = backups::restore(task, m_tools.box, request);
        QVERIFY2(!report.has_value(), qPrintable(step));
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(databasesOf(m_server), before);
    }
}

// The file that was verified is replaced by another good one before it is restored.
void EncryptedTest::changedBehindOurBack()
{
    const QStringList before = databasesOf(m_server);
    const QString path = m_folder.filePath(u"swapped.gpg"_s);
    writeFile(path, contentOf(m_folder.filePath(u"made.gpg"_s)));
    backups::RestoreRequest request;
    request.server = m_server.parameters();
    request.source = path;
    request.unlock = {{}, m_mayorSecret};
    request.database = u"never"_s;
    RecordingTask task;
    bool swapped = false;
    task.onReport([&](const core::Progress &progress) {
        if (!swapped && progress.step.contains(u"Filling"_s)) {
            swapped = true;
            QFile::remove(path);
            writeFile(path, m_forMayor);
        }
    });
    const auto report = backups::restore(task, m_tools.box, request);
    QVERIFY(swapped);
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().message.contains(u"has changed since"_s), qPrintable(report.error().toString()));
    QCOMPARE(databasesOf(m_server), before);
}

} // namespace

QTEST_GUILESS_MAIN(EncryptedTest)
#include "encryptedtest.moc"

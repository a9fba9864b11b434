// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Encrypted backups from the command line: gpg opens ours and we open gpg's, what is missing is said, and no secret is
// ever where others could read it.

#include "fixtures/commandline.h"
#include "fixtures/testserver.h"
#include "openpgp/gpghome.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;

namespace {

const QString phrase = u"Ñandú Correct7Horse paths"_s;
const QString keyPhrase = u"KeptInTheSafe99"_s;
const QString clerk = u"City Clerk <clerk@example.org>"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class EncryptedCliTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void byPassphrase_data();
    void byPassphrase();
    void forAKey();
    void weOpenGpgs();
    void whatIsMissingIsSaid();
    void askedOnTheTerminal();
    void keysAreRehearsed();
    void olderOnesGoAndOthersStay();
    void scheduledOnesToo();
    void wrongUsage_data();
    void wrongUsage();
    void secretsAreNowhere();
    void memoryStaysBounded();

private:
    // Asking nothing: whoever runs the tests may sit at a terminal.
    [[nodiscard]] Ran run(const QStringList &arguments)
    {
        const Ran ran = m_civicq.run(QStringList{u"--json"_s, u"--yes"_s} + arguments);
        // "[encrypted_decrypt_cfb_header() ./src/librepgp/stream-parse.cpp:1351] checksum check failed": not our words
        [&] { QVERIFY2(!ran.err.contains(".cpp:") && !ran.err.startsWith('['), ran.all().constData()); }();
        return ran;
    }
    [[nodiscard]] QString secretFile(const QString &name, const QString &content)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content.toUtf8() + '\n') < 0
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("cannot write");
        return path;
    }
    // Restored, it holds what the original holds.
    void verifyRestores(const QString &path, const QStringList &unlock, const QString &database)
    {
        const Ran verified = run(QStringList{u"restore"_s, u"--verify"_s, path} + unlock);
        QVERIFY2(verified.status == 0, verified.all().constData());
        QVERIFY(verified.json().value("valid"_L1).toBool() && verified.json().value("encrypted"_L1).toBool());
        const Ran restored = run(QStringList{u"restore"_s, path, u"--into"_s, database} + unlock);
        QVERIFY2(restored.status == 0, restored.all().constData());
        QCOMPARE(m_server.dump(database), m_server.dump(u"city"_s));
    }
    // On a terminal of its own, where each question is answered when it has been asked.
    [[nodiscard]] Ran onTerminal(const QStringList &arguments, const QList<QByteArray> &answers) const
    {
        QStringList quoted;
        for (const QString &word : QStringList{CommandLine::program()} + arguments)
            quoted.append(u'\'' + word + u'\'');
        QProcess terminal;
        terminal.setProcessEnvironment(m_civicq.surroundings());
        terminal.start(u"script"_s, {u"-qec"_s, quoted.join(u' '), u"/dev/null"_s});
        Ran ran;
        qsizetype answered = 0;
        qsizetype asked = 0; // as far as the output was looked through
        while (terminal.state() != QProcess::NotRunning || terminal.bytesAvailable() > 0) {
            terminal.waitForReadyRead(50);
            ran.out += terminal.readAllStandardOutput();
            const qsizetype question = ran.out.indexOf(": ", asked);
            if (answered < answers.size() && question >= 0) {
                terminal.write(answers.at(answered++) + '\n');
                asked = ran.out.size();
            }
        }
        ran.status = terminal.exitStatus() == QProcess::NormalExit ? terminal.exitCode() : -1;
        return ran;
    }

    TestServer m_server;
    CommandLine m_civicq;
    GpgHome m_gpg;
    QTemporaryDir m_folder;
    QTemporaryDir m_temporary;
    QString m_phraseFile;
    QString m_keyPhraseFile;
    QString m_public;
    QString m_secret;
};

void EncryptedCliTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"city"_s);
    core::SilentTask task;
    QVERIFY(m_server.connect(u"city"_s)
                ->script(task, "CREATE TABLE users AS SELECT i AS id, md5(i::text) FROM generate_series(1, 4200) i")
                .has_value());
    m_civicq.environment = {{u"PGHOST"_s, u"127.0.0.1"_s},
                            {u"PGPORT"_s, QString::number(m_server.port())},
                            {u"PGUSER"_s, QString::fromLatin1(TestServer::superuser)},
                            {u"PGPASSWORD"_s, QString::fromLatin1(TestServer::password)},
                            {u"PGDATABASE"_s, u"city"_s},
                            {u"TMPDIR"_s, m_temporary.path()}};
    m_phraseFile = secretFile(u"phrase"_s, phrase);
    m_keyPhraseFile = secretFile(u"keyphrase"_s, keyPhrase);
    m_gpg.makeKey(clerk, GpgHome::Kind::Rsa, keyPhrase);
    m_public = m_folder.filePath(u"clerk.asc"_s);
    m_secret = secretFile(u"clerk-secret.asc"_s, QString::fromLatin1(m_gpg.secretKey(clerk, keyPhrase)));
    QFile key(m_public);
    QVERIFY(key.open(QIODevice::WriteOnly) && key.write(m_gpg.publicKey(clerk)) > 0);
}

void EncryptedCliTest::byPassphrase_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("archive") << u"archive"_s << u".cqbackup.gpg"_s;
    QTest::newRow("SQL") << u"sql"_s << u".sql.gz.gpg"_s;
}

void EncryptedCliTest::byPassphrase()
{
    QFETCH(const QString, format);
    QFETCH(const QString, suffix);
    const Ran ran =
        run({u"backup"_s, u"--name"_s, u"locked"_s, u"--format"_s, format, u"--passphrase-file"_s, m_phraseFile});
    QVERIFY2(ran.status == 0, ran.all().constData());
    const QString path = ran.json().value("path"_L1).toString();
    QCOMPARE(path, m_civicq.home() + u"/backups/locked"_s + suffix);
    QVERIFY(ran.json().value("encrypted"_L1).toBool());
    QCOMPARE(ran.json().value("rows"_L1).toInt(), 4200);
    verifyRestores(path, {u"--passphrase-file"_s, m_phraseFile}, u"of "_s + format);
    const QByteArray plain = m_gpg.run({u"--passphrase"_s, phrase, u"--decrypt"_s}, contentOf(path));
    QVERIFY2(!plain.isEmpty(), m_gpg.failure().constData());
    QVERIFY(format == "archive"_L1 ? plain.startsWith("README.txt") : plain.startsWith("\x1f\x8b"));
}

void EncryptedCliTest::forAKey()
{
    const Ran ran =
        run({u"backup"_s, u"--name"_s, u"forclerk"_s, u"--format"_s, u"archive"_s, u"--encrypt-to"_s, m_public});
    QVERIFY2(ran.status == 0, ran.all().constData());
    QVERIFY2(ran.err.contains("rehearse"), ran.all().constData());
    const QString path = ran.json().value("path"_L1).toString();
    verifyRestores(path, {u"--key-file"_s, m_secret, u"--passphrase-file"_s, m_keyPhraseFile}, u"for a key"_s);
    const Ran listed = run(
        {u"restore"_s, u"--list-contents"_s, path, u"--key-file"_s, m_secret, u"--passphrase-file"_s, m_keyPhraseFile});
    QCOMPARE(listed.json().value("rows"_L1).toInt(), 4200);
    QVERIFY(m_gpg.run({u"--passphrase"_s, keyPhrase, u"--decrypt"_s}, contentOf(path)).startsWith("README.txt"));
}

void EncryptedCliTest::weOpenGpgs()
{
    for (const QString &format : {u"archive"_s, u"sql"_s}) {
        const Ran plain = run({u"backup"_s, u"--name"_s, u"plain"_s, u"--format"_s, format});
        QVERIFY2(plain.status == 0, plain.all().constData());
        const QByteArray content = contentOf(plain.json().value("path"_L1).toString());
        const QString path = m_folder.filePath(u"backup of monday"_s);
        const auto write = [&path](const QByteArray &bytes) {
            QFile file(path);
            return !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write(m_gpg.run({u"--symmetric"_s, u"--passphrase"_s, phrase}, content)));
        verifyRestores(path, {u"--passphrase-file"_s, m_phraseFile}, u"gpg -c "_s + format);
        QVERIFY(write(m_gpg.run({u"--encrypt"_s, u"--recipient"_s, u"clerk@example.org"_s}, content)));
        verifyRestores(path, {u"--key-file"_s, m_secret, u"--passphrase-file"_s, m_keyPhraseFile},
                       u"gpg -e "_s + format);
    }
}

void EncryptedCliTest::whatIsMissingIsSaid()
{
    const QString locked = m_civicq.home() + u"/backups/locked.cqbackup.gpg"_s;
    const QString forClerk = m_civicq.home() + u"/backups/forclerk.cqbackup.gpg"_s;
    const QString wrongFile = secretFile(u"wrong"_s, u"not this one"_s);
    m_gpg.makeKey(u"Mayor <mayor@example.org>"_s, GpgHome::Kind::Curve25519, {});
    const QString mayor = secretFile(u"mayor.asc"_s, QString::fromLatin1(m_gpg.secretKey(u"mayor@example.org"_s, {})));
    const QString cut = m_folder.filePath(u"cut.gpg"_s);
    const QString bent = m_folder.filePath(u"bent.gpg"_s);
    QByteArray content = contentOf(locked);
    QFile file(cut);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content.chopped(2'000)) > 0);
    content[content.size() / 2] = static_cast<char>(content.at(content.size() / 2) ^ 4);
    QFile other(bent);
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write(content) > 0);
    file.close();
    other.close();
    struct Case
    {
        QString path;
        QStringList unlock;
        QByteArray words;
    };
    const QList<Case> cases{
        {locked, {u"--passphrase-file"_s, wrongFile}, "The passphrase does not open this backup."},
        {locked, {}, "--passphrase-file"},
        {forClerk, {}, "--key-file"},
        {forClerk, {u"--key-file"_s, mayor}, "for another key"},
        {forClerk, {u"--key-file"_s, m_secret, u"--passphrase-file"_s, wrongFile}, "The passphrase does not open"},
        {forClerk, {u"--key-file"_s, m_secret}, "its passphrase"},
        {cut, {u"--passphrase-file"_s, m_phraseFile}, "ends too early"},
        {bent, {u"--passphrase-file"_s, m_phraseFile}, "is damaged"},
    };
    for (const Case &wrong : cases) {
        const Ran restored = run(QStringList{u"restore"_s, wrong.path, u"--into"_s, u"never"_s} + wrong.unlock);
        QCOMPARE(restored.status, 1);
        QVERIFY2(restored.err.contains(wrong.words), (wrong.words + '\n' + restored.all()).constData());
        QVERIFY2(restored.err.contains("Nothing was changed"), restored.all().constData());
        QCOMPARE(m_server.run(u"psql"_s, {u"-d"_s, u"never"_s, u"-c"_s, u"select 1"_s}), 2);
        const Ran verified = run(QStringList{u"restore"_s, u"--verify"_s, wrong.path} + wrong.unlock);
        QCOMPARE(verified.status, 1);
    }
}

void EncryptedCliTest::askedOnTheTerminal()
{
#ifdef Q_OS_LINUX // whose "script" gives a program a terminal of its own
    const QString locked = m_civicq.home() + u"/backups/locked.cqbackup.gpg"_s;
    const Ran verified = onTerminal({u"restore"_s, u"--verify"_s, locked}, {phrase.toUtf8()});
    QVERIFY2(verified.status == 0 && verified.out.contains("Whole"), verified.all().constData());
    QVERIFY2(verified.out.contains("Passphrase for locked.cqbackup.gpg"), verified.all().constData());
    const Ran wrong = onTerminal({u"restore"_s, u"--verify"_s, locked}, {"no"});
    QVERIFY2(wrong.status == 1 && wrong.out.contains("does not open"), wrong.all().constData());
    const Ran unlike = onTerminal({u"backup"_s, u"--name"_s, u"never"_s, u"--ask-passphrase"_s}, {"one", "two"});
    QVERIFY2(unlike.status == 2 && unlike.out.contains("not the same"), unlike.all().constData());
    const Ran taken =
        onTerminal({u"backup"_s, u"--name"_s, u"typed"_s, u"--ask-passphrase"_s}, {phrase.toUtf8(), phrase.toUtf8()});
    QVERIFY2(taken.status == 0, taken.all().constData());
    verifyRestores(m_civicq.home() + u"/backups/typed.sql.gz.gpg"_s, {u"--passphrase-file"_s, m_phraseFile},
                   u"typed"_s);
#endif
}

void EncryptedCliTest::keysAreRehearsed()
{
    const Ran none = run({u"key"_s, u"list"_s});
    QCOMPARE(none.json().value("keys"_L1).toArray().size(), 0);
    const Ran added = run({u"key"_s, u"add"_s, m_secret}); // its public half
    QVERIFY2(added.status == 0, added.all().constData());
    const QString fingerprint = added.json().value("keys"_L1)[0]["fingerprint"_L1].toString();
    QCOMPARE(fingerprint.size(), 40);
    const Ran wrong = run({u"key"_s, u"rehearse"_s, u"clerk"_s, u"--key-file"_s, m_folder.filePath(u"mayor.asc"_s)});
    QVERIFY2(wrong.status == 1 && wrong.err.contains("does not open"), wrong.all().constData());
    const Ran noPhrase = run({u"key"_s, u"rehearse"_s, u"clerk"_s, u"--key-file"_s, m_secret});
    QVERIFY2(noPhrase.status == 1 && noPhrase.err.contains("passphrase"), noPhrase.all().constData());
    QVERIFY(run({u"key"_s, u"list"_s}).json().value("keys"_L1)[0]["rehearsed"_L1].isNull());
    const Ran proven =
        run({u"key"_s, u"rehearse"_s, fingerprint, u"--key-file"_s, m_secret, u"--passphrase-file"_s, m_keyPhraseFile});
    QVERIFY2(proven.status == 0, proven.all().constData());
    QVERIFY(run({u"key"_s, u"list"_s}).json().value("keys"_L1)[0]["rehearsed"_L1].isString());
    const Ran taken = run({u"backup"_s, u"--name"_s, u"byname"_s, u"--encrypt-to"_s, fingerprint.last(8)});
    QVERIFY2(taken.status == 0, taken.all().constData());
    QVERIFY2(!taken.err.contains("rehearse"), taken.all().constData());
    const QDir keys(m_civicq.home() + u"/config/recovery-keys"_s);
    for (const QString &name : keys.entryList(QDir::Files))
        QVERIFY2(!contentOf(keys.filePath(name)).contains("PRIVATE"), qPrintable(name));
    QCOMPARE(run({u"key"_s, u"remove"_s, fingerprint}).status, 0);
    QCOMPARE(run({u"key"_s, u"list"_s}).json().value("keys"_L1).toArray().size(), 0);
}

// Listed and cleaned without any secret; what was moved is known by its hash, what is not ours is left alone.
void EncryptedCliTest::olderOnesGoAndOthersStay()
{
    const QString folder = m_folder.filePath(u"kept"_s);
    const QStringList protect{u"--dir"_s, folder, u"--encrypt-to"_s, m_public};
    // A name of its own: the second one, within the same second, would take the same and with it the entry in the list.
    const Ran first = run(QStringList{u"backup"_s, u"--name"_s, u"first"_s} + protect);
    QVERIFY2(first.status == 0, first.all().constData());
    const QString oldest = first.json().value("path"_L1).toString();
    const QString moved = folder + u"/moved.sql.gz.gpg"_s;
    QVERIFY(QFile::rename(oldest, moved));
    const QString foreign = folder + u"/letter.sql.gpg"_s;
    QFile letter(foreign);
    QVERIFY(letter.open(QIODevice::WriteOnly)
            && letter.write(m_gpg.run({u"--symmetric"_s, u"--passphrase"_s, phrase}, "Dear mayor")) > 0);
    letter.close();
    const Ran second = run(QStringList{u"backup"_s} + protect);
    const Ran list = run({u"backup"_s, u"--list"_s, u"--dir"_s, folder});
    QCOMPARE(list.json().value("backups"_L1).toArray().size(), 3);
    for (const QJsonValue &entry : list.json().value("backups"_L1).toArray()) {
        QVERIFY(entry["encrypted"_L1].toBool());
        const bool known = entry["path"_L1].toString() == second.json().value("path"_L1).toString();
        QCOMPARE(entry["database"_L1].toString(), known ? u"city"_s : QString());
    }
    const Ran third = run(QStringList{u"backup"_s, u"--cleanup"_s, u"2"_s} + protect);
    QVERIFY2(third.status == 0, third.all().constData());
    QCOMPARE(third.json().value("removed"_L1).toArray(), QJsonArray{moved});
    QVERIFY(QFile::exists(foreign));
    QVERIFY(QFile::exists(second.json().value("path"_L1).toString()));
    const Ran only = run({u"backup"_s, u"--no-backup"_s, u"--cleanup"_s, u"1"_s, u"--dir"_s, folder});
    QCOMPARE(only.json().value("removed"_L1).toArray(), QJsonArray{second.json().value("path"_L1)});
    QVERIFY(QFile::exists(foreign));
}

// At night nobody types: keys are kept, the passphrase is in a file, and without them there is no backup in the clear.
void EncryptedCliTest::scheduledOnesToo()
{
    const QString tools = m_folder.filePath(u"tools"_s);
    QVERIFY(QDir().mkpath(tools));
    for (const auto &[name, words] :
         {std::pair(u"systemctl"_s, "#!/bin/sh\nexit 0\n"_ba), std::pair(u"loginctl"_s, "#!/bin/sh\necho yes\n"_ba)}) {
        QFile script(tools + u'/' + name);
        QVERIFY(script.open(QIODevice::WriteOnly) && script.write(words) > 0);
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    }
    CommandLine civicq; // with nothing known yet
    civicq.environment = m_civicq.environment;
    civicq.environment.insert(u"PATH"_s, tools + u':' + qEnvironmentVariable("PATH"));
    civicq.environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"units"_s));
    const auto run = [&civicq](const QStringList &words) { return civicq.run(QStringList{u"--json"_s} + words); };
    QCOMPARE(run({u"profiles"_s, u"add"_s, u"Oakland"_s, u"--password"_s, u"libpq"_s, u"--url"_s,
                  u"postgresql://postgres@127.0.0.1:%1/city"_s.arg(m_server.port())})
                 .status,
             0);
    const QString nightly = secretFile(u"nightly"_s, phrase);
    const QString second = m_folder.filePath(u"second"_s);
    const Ran installed = run({u"--connection"_s, u"Oakland"_s, u"schedule"_s, u"install"_s, u"--daily"_s, u"02:00"_s,
                               u"--format"_s, u"archive"_s, u"--encrypt-to"_s, m_public, u"--passphrase-file"_s,
                               nightly, u"--second-place"_s, second, u"--cleanup"_s, u"1"_s});
    QVERIFY2(installed.status == 0, installed.all().constData());
    QVERIFY(installed.json().value("encrypted"_L1).toBool());
    QVERIFY(!contentOf(civicq.home() + u"/config/schedule.json"_s).contains(phrase.toUtf8()));
    const auto files = [](const QString &folder) { return QDir(folder).entryList({u"civicq_backup_*"_s}); };
    for (int number = 0; number < 2; ++number) {
        const Ran ran = run({u"schedule"_s, u"run"_s});
        QVERIFY2(ran.status == 0, ran.all().constData());
        QVERIFY(ran.json().value("path"_L1).toString().endsWith(u".cqbackup.gpg"_s));
        QCOMPARE(ran.json().value("copied"_L1).toArray().size(), 1);
        QCOMPARE(files(civicq.home() + u"/backups"_s).size(), 1);
        QCOMPARE(files(second).size(), 1);
    }
    const QString copy = second + u'/' + files(second).first();
    const Ran verified =
        run({u"restore"_s, u"--verify"_s, copy, u"--key-file"_s, m_secret, u"--passphrase-file"_s, m_keyPhraseFile});
    QVERIFY2(verified.status == 0, verified.all().constData());
    QVERIFY(QFile::remove(nightly));
    const Ran without = run({u"schedule"_s, u"run"_s});
    QVERIFY2(without.status == 1 && without.err.contains("passphrase file"), without.all().constData());
    QCOMPARE(files(civicq.home() + u"/backups"_s).size(), 1);
}

void EncryptedCliTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("no such key") << QStringList{u"--encrypt-to"_s, u"nobody@example.org"_s} << "key list"_ba;
    QTest::newRow("no key in it") << QStringList{u"--encrypt-to"_s, m_phraseFile} << "no OpenPGP key"_ba;
    QTest::newRow("empty passphrase") << QStringList{u"--passphrase-file"_s, secretFile(u"empty"_s, {})}
                                      << "is empty"_ba;
#ifndef Q_OS_WIN // where permissions() does not tell
    const QString open = secretFile(u"open"_s, phrase);
    QFile(open).setPermissions(QFile::ReadOwner | QFile::ReadOther);
    QTest::newRow("others may read it") << QStringList{u"--passphrase-file"_s, open} << "chmod 600"_ba;
#endif
    QTest::newRow("no terminal") << QStringList{u"--ask-passphrase"_s} << "--passphrase-file"_ba;
}

void EncryptedCliTest::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    const Ran ran = run(QStringList{u"backup"_s, u"--name"_s, u"never"_s} + arguments);
    QVERIFY2(ran.status == 2, ran.all().constData());
    QVERIFY2(ran.err.contains(words), ran.all().constData());
    QCOMPARE(QDir(m_civicq.home() + u"/backups"_s).entryList({u"never*"_s}, QDir::Files).size(), 0);
}

// Every command line on this computer while it runs, everything it printed, and every file it left.
void EncryptedCliTest::secretsAreNowhere()
{
    const QList<QByteArray> secrets{phrase.toUtf8(), keyPhrase.toUtf8()};
    QStringList seen;
    const auto lookAtCommandLines = [&](qint64) {
        for (const QString &process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            const QByteArray words = contentOf(u"/proc/"_s + process + u"/cmdline"_s);
            for (const QByteArray &secret : secrets) {
                if (words.contains(secret))
                    seen.append(QString::fromUtf8(words));
            }
        }
    };
    const QString path = m_civicq.home() + u"/backups/watched.sql.gz.gpg"_s;
    const QList<QStringList> commands{
        {u"backup"_s, u"--name"_s, u"watched"_s, u"--passphrase-file"_s, m_phraseFile, u"--encrypt-to"_s, m_public},
        {u"restore"_s, u"--verify"_s, path, u"--key-file"_s, m_secret, u"--passphrase-file"_s, m_keyPhraseFile},
        {u"restore"_s, path, u"--into"_s, u"watched"_s, u"--passphrase-file"_s, m_phraseFile}};
    for (const QStringList &command : commands) {
        const Ran ran = m_civicq.runWatched(QStringList{u"--json"_s} + command, lookAtCommandLines);
        QVERIFY2(ran.status == 0, ran.all().constData());
        for (const QByteArray &secret : secrets)
            QVERIFY2(!ran.all().contains(secret), ran.all().constData());
    }
    QCOMPARE(seen, QStringList());
    qsizetype files = 0;
    for (const QString &place : {m_civicq.home(), m_temporary.path()}) {
        QDirIterator all(place, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QByteArray content = contentOf(all.next());
            for (const QByteArray &secret : secrets)
                QVERIFY2(!content.contains(secret), qPrintable(all.filePath()));
            QVERIFY2(!content.contains("PRIVATE KEY"), qPrintable(all.filePath()));
            ++files;
        }
    }
    QVERIFY(files > 5);
    QVERIFY2(QDir(m_temporary.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             qPrintable(QDir(m_temporary.path()).entryList().join(u' ')));
}

// Of a backup larger than it may ever be: what passes through is not kept.
void EncryptedCliTest::memoryStaysBounded()
{
#ifdef Q_OS_LINUX
    (void)m_server.createDatabase(u"large"_s);
    core::SilentTask task;
    QVERIFY(m_server.connect(u"large"_s)
                ->script(task, "CREATE UNLOGGED TABLE bulk AS SELECT i, decode(repeat(md5(i::text), 2), 'hex') || "
                               "sha512(i::text::bytea) || sha512((i + 0.5)::text::bytea) || "
                               "sha512((i + 0.25)::text::bytea) AS b FROM generate_series(1, 1000000) i")
                .has_value());
    CommandLine large = m_civicq;
    large.environment.insert(u"PGDATABASE"_s, u"large"_s);
    const QString path = m_civicq.home() + u"/backups/large.cqbackup.gpg"_s;
    const QList<QStringList> commands{
        {u"backup"_s, u"--name"_s, u"large"_s, u"--format"_s, u"archive"_s, u"--passphrase-file"_s, m_phraseFile},
        {u"restore"_s, u"--verify"_s, path, u"--passphrase-file"_s, m_phraseFile},
        {u"restore"_s, path, u"--into"_s, u"large again"_s, u"--passphrase-file"_s, m_phraseFile}};
    for (const QStringList &command : commands) {
        qint64 peak = 0;
        const auto look = [&peak](qint64 process) {
            const QByteArray status = contentOf(u"/proc/%1/status"_s.arg(process));
            const qsizetype at = status.indexOf("VmHWM:");
            if (at >= 0)
                peak = std::max(peak, status.sliced(at + 6).trimmed().split(' ').first().toLongLong() * 1024);
        };
        const Ran ran = large.runWatched(QStringList{u"--json"_s} + command, look);
        QVERIFY2(ran.status == 0, ran.all().constData());
        QVERIFY(peak > 0);
        qInfo("%s: %lld MiB at most, of a file of %lld MiB", qPrintable(command.first(2).join(u' ')), peak >> 20,
              QFileInfo(path).size() >> 20);
        QVERIFY(QFileInfo(path).size() > qint64(200) << 20);
        QVERIFY(peak < qint64(200) << 20);
    }
#endif
}

} // namespace

QTEST_GUILESS_MAIN(EncryptedCliTest)
#include "encryptedclitest.moc"

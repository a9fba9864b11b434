// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/decrypter.h"
#include "openpgp/encrypter.h"
#include "openpgp/gpghome.h"
#include "openpgp/keyfolder.h"
#include "openpgp/message.h"
#include "openpgp/rehearsal.h"
#include "openpgp/strength.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using core::ErrorCode;
using openpgp::Protection;
using openpgp::Unlock;

namespace {

const QString phrase = u"Ñandú, 7 paths & a \"quote\""_s;
const QString keyPhrase = u"kept in the safe"_s;
const QString clerk = u"City Clerk <clerk@example.org>"_s;
const QString mayor = u"Mayor <mayor@example.org>"_s;

QByteArray bytes(qsizetype size, quint32 seed = 3)
{
    QByteArray made(size, '\0');
    QRandomGenerator random(seed);
    for (char &c : made)
        c = static_cast<char>(random.generate());
    return made;
}

// What is missing to open it.
QString lockOf(const core::Result<QByteArray> &read)
{
    return read || read.error().code != ErrorCode::AuthenticationFailed ? u"open"_s : read.error().arguments.value(0);
}

class OpenPgpTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void comesBack_data();
    void comesBack();
    void gpgOpensOurs();
    void weOpenGpgs_data();
    void weOpenGpgs();
    void wrongPassphrase();
    void otherKey();
    void nothingGiven();
    void whoItIsFor();
    void flipsAreCaught();
    void truncationsAreCaught();
    void whatFollowsIsCaught();
    void withoutIntegrityIsRefused();
    void toldByContent();
    void sinkErrorEndsIt();
    void sourceErrorIsTold();
    void abandonedLeavesNoThread();
    void keyFiles();
    void keysThatCannot();
    void keyFolder();
    void rehearsal();
    void strength();

private:
    GpgHome m_gpg;
    QByteArray m_public;
    QByteArray m_secret;
};

void OpenPgpTest::initTestCase()
{
    m_gpg.makeKey(clerk, GpgHome::Kind::Rsa, keyPhrase);
    QVERIFY2(m_gpg.failure().isEmpty(), m_gpg.failure().constData());
    m_gpg.makeKey(mayor, GpgHome::Kind::Curve25519, {});
    QVERIFY2(m_gpg.failure().isEmpty(), m_gpg.failure().constData());
    m_public = m_gpg.publicKey(clerk);
    m_secret = m_gpg.secretKey(clerk, keyPhrase);
    QVERIFY(!m_public.isEmpty() && m_secret.contains("PRIVATE KEY"));
}

void OpenPgpTest::comesBack_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, 511, 70'000, 9'000'001})
        QTest::newRow(qPrintable(QString::number(size))) << size;
}

void OpenPgpTest::comesBack()
{
    QFETCH(const qsizetype, size);
    const QByteArray plain = bytes(size);
    const auto message = encrypt(plain, {core::Secret(phrase), {m_public}});
    QVERIFY2(message.has_value(), qPrintable(message ? QString() : message.error().toString()));
    QVERIFY(openpgp::isEncrypted(*message));
    const auto byPhrase = decrypt(*message, {core::Secret(phrase), {}});
    QVERIFY2(byPhrase.has_value(), qPrintable(byPhrase ? QString() : byPhrase.error().toString()));
    QVERIFY(*byPhrase == plain);
    QVERIFY(decrypt(*message, {core::Secret(keyPhrase), m_secret}).value() == plain);
}

void OpenPgpTest::gpgOpensOurs()
{
    const QByteArray plain = bytes(3'000'000);
    const QByteArray symmetric = encrypt(plain, {core::Secret(phrase), {}}).value();
    QVERIFY2(m_gpg.run({u"--passphrase"_s, phrase, u"--decrypt"_s}, symmetric) == plain, m_gpg.failure().constData());
    const QByteArray forKeys = encrypt(plain, {{}, {m_public, m_gpg.publicKey(mayor)}}).value();
    QVERIFY2(m_gpg.run({u"--passphrase"_s, keyPhrase, u"--decrypt"_s}, forKeys) == plain, m_gpg.failure().constData());
    const QByteArray forMayor = encrypt(plain, {{}, {m_gpg.publicKey(mayor)}}).value();
    QVERIFY2(m_gpg.run({u"--decrypt"_s}, forMayor) == plain, m_gpg.failure().constData());
}

void OpenPgpTest::weOpenGpgs_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("byKey");
    const QStringList symmetric{u"--symmetric"_s, u"--passphrase"_s, phrase};
    const QStringList toKey{u"--encrypt"_s, u"--recipient"_s, u"clerk@example.org"_s};
    QTest::newRow("symmetric") << symmetric << false;
    QTest::newRow("symmetric, armored") << symmetric + QStringList{u"--armor"_s} << false;
    QTest::newRow("symmetric, zlib") << symmetric + QStringList{u"--compress-algo"_s, u"zlib"_s} << false;
    QTest::newRow("symmetric, bzip2") << symmetric + QStringList{u"--compress-algo"_s, u"bzip2"_s} << false;
    QTest::newRow("symmetric, AES") << symmetric + QStringList{u"--cipher-algo"_s, u"AES"_s} << false;
    QTest::newRow("key") << toKey << true;
    QTest::newRow("key, armored, uncompressed")
        << toKey + QStringList{u"--armor"_s, u"--compress-algo"_s, u"none"_s} << true;
    QTest::newRow("key, hidden") << QStringList{u"--encrypt"_s, u"--hidden-recipient"_s, u"clerk@example.org"_s}
                                 << true;
    QTest::newRow("both") << symmetric + toKey << false;
    QTest::newRow("both, by key") << symmetric + toKey << true;
    QTest::newRow("signed") << toKey + QStringList{u"--sign"_s, u"--local-user"_s, u"mayor@example.org"_s} << true;
}

void OpenPgpTest::weOpenGpgs()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, byKey);
    const QByteArray plain = bytes(400'000) + QByteArray(400'000, 'x');
    const QByteArray message = m_gpg.run(arguments, plain);
    QVERIFY2(!message.isEmpty(), m_gpg.failure().constData());
    QVERIFY(openpgp::isEncrypted(message.first(100)));
    const auto read =
        decrypt(message, byKey ? Unlock{core::Secret(keyPhrase), m_secret} : Unlock{core::Secret(phrase), {}});
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().toString()));
    QVERIFY(*read == plain);
}

void OpenPgpTest::wrongPassphrase()
{
    const QByteArray ours = encrypt("rows", {core::Secret(phrase), {}}).value();
    const QByteArray theirs = m_gpg.run({u"--symmetric"_s, u"--passphrase"_s, phrase}, "rows");
    for (const QByteArray &message : {ours, theirs})
        QCOMPARE(lockOf(decrypt(message, {core::Secret(u"something else"_s), {}})),
                 QLatin1StringView(openpgp::passphraseWrong));
    const QByteArray forKey = encrypt("rows", {{}, {m_public}}).value();
    QCOMPARE(lockOf(decrypt(forKey, {core::Secret(phrase), m_secret})), QLatin1StringView(openpgp::passphraseWrong));
    QCOMPARE(lockOf(decrypt(forKey, {{}, m_secret})), QLatin1StringView(openpgp::passphraseNeeded));
}

void OpenPgpTest::otherKey()
{
    const auto key = openpgp::publicKeys(m_public).value().first();
    const QByteArray forClerk = encrypt("rows", {{}, {m_public}}).value();
    const auto read = decrypt(forClerk, {{}, m_gpg.secretKey(mayor, {})});
    QCOMPARE(lockOf(read), QLatin1StringView(openpgp::keyMissing));
    QCOMPARE(read.error().arguments.size(), 2);
    QVERIFY(key.keyIds.contains(read.error().arguments.last()));
    QCOMPARE(decrypt(forClerk, {{}, m_public}).error().code, ErrorCode::InvalidArgument); // not a secret key
    QCOMPARE(decrypt(forClerk, {{}, "rubbish"}).error().code, ErrorCode::InvalidArgument);
}

void OpenPgpTest::nothingGiven()
{
    QCOMPARE(lockOf(decrypt(encrypt("rows", {core::Secret(phrase), {}}).value(), {})),
             QLatin1StringView(openpgp::passphraseNeeded));
    const auto read = decrypt(encrypt("rows", {{}, {m_public}}).value(), {});
    QCOMPARE(lockOf(read), QLatin1StringView(openpgp::passphraseNeeded));
    QCOMPARE(read.error().arguments.size(), 2);
}

void OpenPgpTest::whoItIsFor()
{
    const QByteArray plain = bytes(200'000);
    const auto both = openpgp::recipients(encrypt(plain, {core::Secret(phrase), {m_public}}).value().first(65'536));
    QCOMPARE(both->passphrases, 1);
    QCOMPARE(both->keys.size(), 1);
    QCOMPARE(openpgp::recipients(m_gpg.run({u"--symmetric"_s, u"--passphrase"_s, phrase}, plain))->passphrases, 1);
    QCOMPARE(openpgp::recipients("-- PostgreSQL database dump").error().code, ErrorCode::Corrupt);
}

void OpenPgpTest::flipsAreCaught()
{
    const QByteArray plain = bytes(3'000);
    const QByteArray message = encrypt(plain, {{}, {m_gpg.publicKey(mayor)}}).value();
    const QByteArray secret = m_gpg.secretKey(mayor, {});
    QVERIFY(decrypt(message, {{}, secret}).value() == plain);
    int unseen = 0;
    QRandomGenerator random(21);
    for (int i = 0; i < 2'000; ++i) {
        QByteArray damaged = message;
        const qsizetype at = random.bounded(static_cast<int>(damaged.size()));
        damaged[at] = static_cast<char>(damaged.at(at) ^ (1 << random.bounded(8)));
        const auto read = decrypt(damaged, {{}, secret});
        // A few bits of the packets' frames carry nothing, and librnp reads over them; no byte of the content may change.
        QVERIFY2(!read || *read == plain, qPrintable(u"a flip at %1 was not seen"_s.arg(at)));
        unseen += read ? 1 : 0;
    }
    QCOMPARE_LT(unseen, 20);
}

void OpenPgpTest::truncationsAreCaught()
{
    const QByteArray message = encrypt(bytes(600'000), {{}, {m_gpg.publicKey(mayor)}}).value();
    const QByteArray secret = m_gpg.secretKey(mayor, {});
    QRandomGenerator random(22);
    for (int i = 0; i < 500; ++i) {
        const qsizetype size = i < 60 ? message.size() - 1 - i : random.bounded(static_cast<int>(message.size()));
        const auto read = decrypt(message.first(size), {{}, secret});
        QVERIFY2(!read, qPrintable(QString::number(size)));
        // Further on than what says how it is opened.
        if (size > 300)
            QVERIFY2(read.error().code == ErrorCode::Truncated, qPrintable(read.error().toString()));
    }
    for (const QStringList &how : {QStringList{u"--armor"_s}, QStringList{u"--compress-algo"_s, u"zlib"_s}}) {
        const QByteArray theirs =
            m_gpg.run(QStringList{u"--encrypt"_s, u"--recipient"_s, u"mayor@example.org"_s} + how, bytes(600'000));
        QVERIFY2(decrypt(theirs, {{}, secret}).has_value(), m_gpg.failure().constData());
        const auto cut = decrypt(theirs.chopped(5'000), {{}, secret});
        QVERIFY2(!cut && cut.error().code == ErrorCode::Truncated,
                 qPrintable(cut ? QString() : cut.error().toString()));
        QByteArray bent = theirs;
        bent[bent.size() / 2] = bent.at(bent.size() / 2) == 'A' ? 'B' : 'A';
        const auto damaged = decrypt(bent, {{}, secret});
        QVERIFY2(!damaged && damaged.error().code == ErrorCode::Corrupt,
                 qPrintable(damaged ? QString() : damaged.error().toString()));
    }
}

void OpenPgpTest::whatFollowsIsCaught()
{
    const QByteArray secret = m_gpg.secretKey(mayor, {});
    const QByteArray message = encrypt(bytes(3'000), {{}, {m_gpg.publicKey(mayor)}}).value();
    for (const QByteArray &more : {"x"_ba, QByteArray(100'000, '\0'), message})
        QVERIFY(!decrypt(message + more, {{}, secret}));
}

void OpenPgpTest::withoutIntegrityIsRefused()
{
    const QByteArray old = m_gpg.run({u"--symmetric"_s, u"--passphrase"_s, phrase, u"--rfc2440"_s, u"--cipher-algo"_s,
                                      u"3DES"_s, u"--disable-mdc"_s},
                                     bytes(2'000));
    QVERIFY2(!old.isEmpty(), m_gpg.failure().constData());
    const auto read = decrypt(old, {core::Secret(phrase), {}});
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Corrupt);
}

void OpenPgpTest::toldByContent()
{
    for (const QByteArray &other : {""_ba, "--"_ba, "\x1f\x8b\x08"_ba, "PGDMP"_ba, "\x28\xb5\x2f\xfd"_ba, "toc.dat"_ba,
                                    "README.txt"_ba, "\xef\xbb\xbf--"_ba})
        QVERIFY2(!openpgp::isEncrypted(other), other.toHex().constData());
}

void OpenPgpTest::sinkErrorEndsIt()
{
    auto encrypter = openpgp::Encrypter::create({core::Secret(phrase), {}}, [](QByteArrayView) -> core::Result<> {
        return core::fail(ErrorCode::NoSpace, u"full"_s);
    });
    core::Result<> written;
    for (int i = 0; i < 100 && written; ++i)
        written = (*encrypter)->write(bytes(1'000'000));
    QCOMPARE(written.error().code, ErrorCode::NoSpace);
    QCOMPARE((*encrypter)->finish().error().code, ErrorCode::NoSpace);
}

void OpenPgpTest::sourceErrorIsTold()
{
    QByteArray message = encrypt(bytes(3'000'000), {core::Secret(phrase), {}}).value();
    openpgp::Decrypter decrypter(
        [&message]() -> core::Result<QByteArray> {
            if (message.size() < 1'000'000)
                return core::fail(ErrorCode::Io, u"the disk"_s);
            const QByteArray piece = message.first(100'000);
            message.remove(0, 100'000);
            return piece;
        },
        {core::Secret(phrase), {}});
    auto read = decrypter.read();
    while (read && !read->isEmpty())
        read = decrypter.read();
    QCOMPARE(read.error().code, ErrorCode::Io);
}

void OpenPgpTest::abandonedLeavesNoThread()
{
    QByteArray message = encrypt(bytes(30'000'000), {core::Secret(phrase), {}}).value();
    openpgp::Decrypter decrypter(
        [&message]() mutable -> core::Result<QByteArray> { return std::exchange(message, {}); },
        {core::Secret(phrase), {}});
    QVERIFY(!decrypter.read().value().isEmpty());
    auto encrypter =
        openpgp::Encrypter::create({core::Secret(phrase), {}}, [](QByteArrayView) -> core::Result<> { return {}; });
    QVERIFY((*encrypter)->write("half").has_value());
    // Both go out of scope here, with their work half done: the threads end, or this test never does.
}

void OpenPgpTest::keyFiles()
{
    const auto keys = openpgp::publicKeys(m_public);
    QCOMPARE(keys->size(), 1);
    const openpgp::PublicKey &key = keys->first();
    QCOMPARE(key.users, QStringList{clerk});
    QCOMPARE(key.fingerprint.size(), 40);
    QCOMPARE(key.algorithm, u"RSA 2048"_s);
    QVERIFY(key.canEncrypt());
    QVERIFY(!key.expires.isValid());
    QVERIFY(m_gpg.run({u"--list-keys"_s, u"--with-colons"_s}).contains(key.fingerprint.toLatin1()));
    // Of a secret key file the public half alone is taken.
    const auto ofSecret = openpgp::publicKeys(m_secret);
    QCOMPARE(ofSecret->first().fingerprint, key.fingerprint);
    QVERIFY(ofSecret->first().armored.contains("BEGIN PGP PUBLIC KEY BLOCK"));
    QVERIFY(!ofSecret->first().armored.contains("PRIVATE"));
    QCOMPARE(openpgp::publicKeys(m_public + m_gpg.publicKey(mayor))->size(), 2);
    // As it was mailed, and saved by an editor.
    QCOMPARE(openpgp::publicKeys("Dear clerk,\n\n" + m_secret + "\n\n  \nYours\n")->first().fingerprint,
             key.fingerprint);
    QCOMPARE(openpgp::publicKeys(m_secret + '\n')->first().fingerprint, key.fingerprint);
    QCOMPARE(openpgp::publicKeys("rubbish").error().code, ErrorCode::InvalidArgument);
    QCOMPARE(openpgp::readableFingerprint(u"1A2B3C4D5E"_s), u"1A2B 3C4D 5E"_s);
}

void OpenPgpTest::keysThatCannot()
{
    m_gpg.run({u"--passphrase"_s,
               {},
               u"--quick-generate-key"_s,
               u"signer@example.org"_s,
               u"ed25519"_s,
               u"sign"_s,
               u"never"_s});
    const QByteArray signer = m_gpg.publicKey(u"signer@example.org"_s);
    QVERIFY2(!signer.isEmpty(), m_gpg.failure().constData());
    QVERIFY(!openpgp::publicKeys(signer)->first().canEncrypt());
    QCOMPARE(encrypt("rows", {{}, {signer}}).error().code, ErrorCode::InvalidArgument);
    m_gpg.run({u"--passphrase"_s,
               {},
               u"--faked-system-time"_s,
               u"20200101T000000"_s,
               u"--quick-generate-key"_s,
               u"old@example.org"_s,
               u"rsa2048"_s,
               u"default"_s,
               u"1y"_s});
    const QByteArray old = m_gpg.publicKey(u"old@example.org"_s);
    QVERIFY2(!old.isEmpty(), m_gpg.failure().constData());
    const auto expired = openpgp::publicKeys(old);
    QCOMPARE(expired->first().expires.date().year(), 2020);
    QCOMPARE(encrypt("rows", {{}, {old}}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(encrypt("rows", {core::Secret(QString(256, u'x')), {}}).error().code, ErrorCode::InvalidArgument);
}

void OpenPgpTest::keyFolder()
{
    const QTemporaryDir folder;
    openpgp::KeyFolder keys(folder.filePath(u"recovery-keys"_s));
    QVERIFY(keys.list().isEmpty());
    QCOMPARE(keys.find(u"clerk"_s).error().code, ErrorCode::NotFound);
    const auto added = keys.add(m_secret + '\n' + m_gpg.run({u"--armor"_s, u"--export"_s, mayor}));
    QVERIFY2(added.has_value(), qPrintable(added ? QString() : added.error().toString()));
    QCOMPARE(added->size(), 2);
    QCOMPARE(keys.list().size(), 2);
    const QString fingerprint = keys.find(u"clerk@"_s)->key.fingerprint;
    QCOMPARE(keys.find(openpgp::readableFingerprint(fingerprint).toLower())->key.users, QStringList{clerk});
    QCOMPARE(keys.find(fingerprint.last(8))->key.users, QStringList{clerk});
    QCOMPARE(keys.find(fingerprint.last(7)).error().code, ErrorCode::NotFound);
    QCOMPARE(keys.find(u"example.org"_s).error().code, ErrorCode::InvalidArgument); // both
    QVERIFY(!keys.find(u"clerk"_s)->rehearsed.isValid());
    const QDateTime when(QDate(2026, 11, 2), QTime(9, 30), QTimeZone::UTC);
    QVERIFY(keys.recordRehearsal(fingerprint, when).has_value());
    QCOMPARE(keys.find(u"clerk"_s)->rehearsed, when);
    for (const QFileInfo &file : QDir(folder.filePath(u"recovery-keys"_s)).entryInfoList(QDir::Files)) {
        QFile content(file.filePath());
        QVERIFY(content.open(QIODevice::ReadOnly));
        QVERIFY(!content.readAll().contains("PRIVATE"));
    }
    QVERIFY(keys.remove(fingerprint).has_value());
    QCOMPARE(keys.list().size(), 1);
}

void OpenPgpTest::rehearsal()
{
    const auto key = openpgp::publicKeys(m_public).value().first();
    const auto proved = openpgp::rehearse(key, {core::Secret(keyPhrase), m_secret});
    QVERIFY2(proved.has_value(), qPrintable(proved ? QString() : proved.error().toString()));
    QCOMPARE(openpgp::rehearse(key, {core::Secret(u"no"_s), m_secret}).error().arguments.first(),
             QLatin1StringView(openpgp::passphraseWrong));
    QCOMPARE(openpgp::rehearse(key, {{}, m_gpg.secretKey(mayor, {})}).error().arguments.first(),
             QLatin1StringView(openpgp::keyMissing));
}

void OpenPgpTest::strength()
{
    using openpgp::Strength;
    const auto of = [](const QString &text) { return openpgp::strengthOf(core::Secret(text)); };
    QCOMPARE(of({}), Strength::TooShort);
    QCOMPARE(of(u"Xk9?#aQ"_s), Strength::TooShort);
    QCOMPARE(of(u"password"_s), Strength::Weak);
    QCOMPARE(of(u"aaaaaaaaaaaaaaaaaaaaaaaa"_s), Strength::Weak);
    QCOMPARE(of(u"abcdefghijklmnopqrstuvwxyz0123456789"_s), Strength::Weak);
    QCOMPARE(of(u"Springfield"_s), Strength::Fair);
    QCOMPARE(of(u"ladder copper violin sunday"_s), Strength::Strong);
    QCOMPARE(of(u"市政府的备份密码是这个很长"_s), Strength::Fair); // of a script without capitals
}

} // namespace

QTEST_GUILESS_MAIN(OpenPgpTest)
#include "openpgptest.moc"

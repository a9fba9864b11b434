// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Encrypted backups that were damaged: every altered byte and every missing end of the message, and whole messages around
// what was damaged before it was encrypted, is caught. The attempts are many and small: all processors share them.

#include "backups/sampledatabase.h"
#include "openpgp/gpghome.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtCore/QThread>

#include <thread>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::BackupFormat;
using core::ErrorCode;
using openpgp::Unlock;

namespace {

const QString phrase = u"Ñandú, 7 paths & a \"quote\""_s;
const QString mayor = u"Mayor <mayor@example.org>"_s;

// Gives up when it takes as long as nothing here may.
class ImpatientTask final : public core::TaskContext
{
public:
    ImpatientTask() { m_clock.start(); }
    [[nodiscard]] bool isCancelled() const override { return m_clock.hasExpired(20'000); }
    void report(const core::Progress &) override {}
    void message(const QString &) override {}

private:
    QElapsedTimer m_clock;
};

// A file as it was, but for one change.
struct Attempt
{
    QString what;
    QByteArray content;
    bool mayPass = false; // what no format notices, but that has to come to an end
};

class EncryptedDamageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFlippedBitIsCaught_data() { addMessages(2'000); }
    void everyFlippedBitIsCaught();
    void everyTruncationIsCaught_data() { addMessages(500); }
    void everyTruncationIsCaught();
    void flipsUnderAPassphrase();
    void damagedBeforeItWasEncrypted_data();
    void damagedBeforeItWasEncrypted();

private:
    // An archive has sums of its own; of a script only the message says that it is whole; of what goes through pg_restore
    // the end may never be asked for.
    void addMessages(int attempts)
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<int>("attempts");
        QTest::newRow("archive") << m_message << attempts;
        QTest::newRow("sql") << m_script << attempts / 4;
        QTest::newRow("custom") << m_custom << attempts / 20;
    }
    // Verifies each, several at once, and says which were found whole and which took for ever.
    [[nodiscard]] QString failures(int count, const std::function<Attempt(int)> &attempt, const Unlock &unlock);
    [[nodiscard]] QByteArray sealed(const QByteArray &plain) const { return encrypt(plain, {{}, {m_public}}).value(); }

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    GpgHome m_gpg;
    QTemporaryDir m_folder;
    QByteArray m_public;
    QByteArray m_secret;  // without a passphrase: quick to open
    QByteArray m_plain;   // a small archive
    QByteArray m_message; // around it
    QByteArray m_script;  // around plain SQL
    QByteArray m_custom;  // around pg_dump -Fc
};

void EncryptedDamageTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    m_gpg.makeKey(mayor, GpgHome::Kind::Curve25519, {});
    m_public = m_gpg.publicKey(mayor);
    m_secret = m_gpg.secretKey(mayor, {});
    QVERIFY(m_secret.contains("PRIVATE"));
    (void)m_server.createDatabase(u"small"_s);
    QVERIFY(m_server.connect(u"small"_s)
                ->script(m_task,
                         "CREATE TABLE words AS SELECT i, md5(i::text) FROM generate_series(1, 200) i;"
                         "CREATE TABLE more AS SELECT i, repeat(md5(i::text), 40) FROM generate_series(1, 100) i;"
                         "SELECT lo_from_bytea(0, 'a large object')")
                .has_value());
    backups::BackupRequest wanted;
    wanted.parameters = m_server.parameters(u"small"_s);
    wanted.folder = m_folder.path();
    wanted.format = BackupFormat::Archive;
    wanted.level = 1;
    const auto taken = backups::backup(m_task, m_tools.box, wanted, nullptr);
    QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().toString()));
    m_plain = contentOf(taken->path);
    m_message = sealed(m_plain);
    QByteArray script;
    QCOMPARE(m_server.run(u"pg_dump"_s, {u"-d"_s, u"small"_s}, &script), 0);
    m_script = sealed(script);
    QByteArray custom;
    QCOMPARE(m_server.run(u"pg_dump"_s, {u"-Fc"_s, u"-d"_s, u"small"_s}, &custom), 0);
    m_custom = sealed(custom);
}

QString EncryptedDamageTest::failures(int count, const std::function<Attempt(int)> &attempt, const Unlock &unlock)
{
    std::atomic<int> next = 0;
    std::mutex mutex;
    QStringList found;
    const auto work = [&](int number) {
        const QString path = m_folder.filePath(u"attempt %1.gpg"_s.arg(number));
        Tools tools;
        for (int i = next++; i < count; i = next++) {
            const Attempt one = attempt(i);
            writeFile(path, one.content);
            ImpatientTask task;
            const auto verified = backups::verify(task, tools.box, path, unlock);
            const bool endless = !verified && verified.error().code == ErrorCode::Cancelled;
            const std::scoped_lock lock(mutex);
            if (endless || (!one.mayPass && verified && verified->valid()))
                found.append(one.what + (endless ? u": no end"_s : u": taken for whole"_s));
        }
    };
    std::vector<std::thread> threads;
    for (int number = 0; number < std::clamp(QThread::idealThreadCount(), 2, 8); ++number)
        threads.emplace_back(work, number);
    for (std::thread &thread : threads)
        thread.join();
    return found.join(u'\n');
}

void EncryptedDamageTest::everyFlippedBitIsCaught()
{
    QFETCH(const QByteArray, message);
    QFETCH(const int, attempts);
    // Unharmed, it is whole.
    QCOMPARE(failures(1, [&](int) { return Attempt{u"whole"_s, message}; }, {{}, m_secret}),
             u"whole: taken for whole"_s);
    QRandomGenerator random(20261128);
    QList<std::pair<qsizetype, char>> flips;
    for (int i = 0; i < attempts; ++i) {
        // The integrity code stands at the end.
        const auto at = i < 22 ? message.size() - 1 - i
                               : static_cast<qsizetype>(random.bounded(static_cast<quint32>(message.size())));
        flips.append({at, static_cast<char>(1 + random.bounded(255))});
    }
    const auto flipped = [&](int i) {
        Attempt one{u"byte %1 of %2"_s.arg(flips.at(i).first).arg(message.size()), message};
        one.content[flips.at(i).first] = static_cast<char>(message.at(flips.at(i).first) ^ flips.at(i).second);
        return one;
    };
    QCOMPARE(failures(attempts, flipped, {{}, m_secret}), QString());
}

void EncryptedDamageTest::everyTruncationIsCaught()
{
    QFETCH(const QByteArray, message);
    QFETCH(const int, attempts);
    QRandomGenerator random(1128);
    QList<qsizetype> sizes;
    for (int i = 0; i < attempts; ++i)
        sizes.append(i < 60 ? message.size() - 1 - i
                            : static_cast<qsizetype>(random.bounded(static_cast<quint32>(message.size()))));
    const auto cut = [&](int i) { return Attempt{u"%1 bytes"_s.arg(sizes.at(i)), message.first(sizes.at(i))}; };
    QCOMPARE(failures(attempts, cut, {{}, m_secret}), QString());
}

void EncryptedDamageTest::flipsUnderAPassphrase()
{
    const QByteArray whole = encrypt(m_plain, {core::Secret(phrase), {}}).value();
    QRandomGenerator random(7);
    QList<std::pair<qsizetype, int>> flips;
    // Half of them in what says how it is opened.
    for (int i = 0; i < 30; ++i) {
        const auto at = random.bounded(i % 2 == 0 ? 60U : static_cast<quint32>(whole.size()));
        flips.append({static_cast<qsizetype>(at), 1 << random.bounded(8)});
    }
    const auto flipped = [&](int i) {
        Attempt one{u"byte %1"_s.arg(flips.at(i).first), whole};
        one.content[flips.at(i).first] = static_cast<char>(whole.at(flips.at(i).first) ^ flips.at(i).second);
        return one;
    };
    QCOMPARE(failures(30, flipped, {core::Secret(phrase), {}}), QString());
}

void EncryptedDamageTest::damagedBeforeItWasEncrypted_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("custom") << u"-Fc"_s;
    QTest::newRow("custom, not packed") << u"-Fc -Z0"_s;
    QTest::newRow("tar") << u"-Ft"_s;
}

// The message is whole and what is in it is not: pg_restore neither waits for the rest for ever, nor is it believed.
void EncryptedDamageTest::damagedBeforeItWasEncrypted()
{
    QFETCH(const QString, format);
    QByteArray plain;
    QCOMPARE(m_server.run(u"pg_dump"_s, format.split(u' ') + QStringList{u"-d"_s, u"small"_s}, &plain), 0);
    QCOMPARE(failures(1, [&](int) { return Attempt{u"whole"_s, sealed(plain)}; }, {{}, m_secret}),
             u"whole: taken for whole"_s);
    constexpr qsizetype block = 512;
    const bool tar = format == "-Ft"_L1;
    // A tar ends with zeros, of which the first block says so.
    const qsizetype end = tar ? plain.size() - 2 * block : plain.size();
    if (tar)
        QCOMPARE(plain.sliced(end), QByteArray(2 * block, '\0'));
    QRandomGenerator random(28);
    QList<Attempt> attempts;
    for (int i = 0; i < 24; ++i) {
        const qsizetype size = i < 4 ? end - i * (tar ? block : 1) - (tar ? 0 : 1)
                                     : static_cast<qsizetype>(random.bounded(static_cast<quint32>(end)));
        attempts.append({u"cut to %1 of %2"_s.arg(size).arg(plain.size()), plain.first(size)});
    }
    for (int i = 0; i < 16; ++i) {
        const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(plain.size())));
        Attempt flipped{u"byte %1 of %2"_s.arg(at).arg(plain.size()), plain, true};
        flipped.content[at] = static_cast<char>(plain.at(at) ^ (1 << random.bounded(8)));
        attempts.append(flipped);
    }
    // The header of the tar's second member, which pg_restore would look for elsewhere.
    for (const int at : {100, 124, 130, 135, 148}) {
        const qsizetype second = tar ? plain.indexOf("ustar", block) - 257 : -1;
        if (second < 0)
            break;
        Attempt flipped{u"header's byte %1"_s.arg(at), plain};
        flipped.content[second + at] = static_cast<char>(plain.at(second + at) ^ 1);
        attempts.append(flipped);
    }
    const auto hidden = [&](int i) {
        Attempt one = attempts.at(i);
        one.content = sealed(one.content);
        return one;
    };
    QCOMPARE(failures(static_cast<int>(attempts.size()), hidden, {{}, m_secret}), QString());
}

} // namespace

QTEST_GUILESS_MAIN(EncryptedDamageTest)
#include "encrypteddamagetest.moc"

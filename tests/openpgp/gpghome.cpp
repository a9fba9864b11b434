// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/gpghome.h"

#include "openpgp/decrypter.h"
#include "openpgp/encrypter.h"

#include <QtCore/QProcess>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::tests {

// A passphrase that is hashed for a tenth of a second each time is worth it for people's keys, not for a test's.
GpgHome::GpgHome()
{
    QFile settings(m_folder.filePath(u"gpg-agent.conf"_s));
    if (!settings.open(QIODevice::WriteOnly) || settings.write("s2k-count 65536\n") < 0)
        qFatal("cannot write %s", qPrintable(settings.fileName()));
}

GpgHome::~GpgHome()
{
    QProcess::execute(u"gpgconf"_s, {u"--homedir"_s, m_folder.path(), u"--kill"_s, u"all"_s});
}

QByteArray GpgHome::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess gpg;
    gpg.start(u"gpg"_s, QStringList{u"--homedir"_s, m_folder.path(), u"--batch"_s, u"--yes"_s, u"--quiet"_s,
                                    u"--no-tty"_s, u"--pinentry-mode"_s, u"loopback"_s, u"--trust-model"_s, u"always"_s}
                            + arguments);
    gpg.write(input);
    gpg.closeWriteChannel();
    const bool ended = gpg.waitForFinished(120'000);
    m_failure.clear();
    if (ended && gpg.exitStatus() == QProcess::NormalExit && gpg.exitCode() == 0)
        return gpg.readAllStandardOutput();
    m_failure = "gpg: " + gpg.readAllStandardError();
    return {};
}

void GpgHome::makeKey(const QString &user, Kind kind, const QString &passphrase)
{
    const QString name = user.section(u" <"_s, 0, 0);
    const QString address = user.section(u'<', 1).chopped(1);
    const QString keys = kind == Kind::Rsa
                             ? u"Key-Type: RSA\nKey-Length: 2048\nKey-Usage: sign\nSubkey-Type: RSA\n"
                               "Subkey-Length: 2048\nSubkey-Usage: encrypt\n"_s
                             : u"Key-Type: EDDSA\nKey-Curve: ed25519\nKey-Usage: sign\nSubkey-Type: ECDH\n"
                               "Subkey-Curve: cv25519\nSubkey-Usage: encrypt\n"_s;
    const QString guarded = passphrase.isEmpty() ? u"%no-protection\n"_s : u"Passphrase: %1\n"_s.arg(passphrase);
    run({u"--generate-key"_s},
        u"%1Name-Real: %2\nName-Email: %3\nExpire-Date: 0\n%4%commit\n"_s.arg(keys, name, address, guarded).toUtf8());
}

QByteArray GpgHome::secretKey(const QString &user, const QString &passphrase)
{
    return run({u"--passphrase"_s, passphrase, u"--armor"_s, u"--export-secret-keys"_s, user});
}

Result<QByteArray> encrypt(const QByteArray &plain, const openpgp::Protection &protection)
{
    QByteArray message;
    auto encrypter = openpgp::Encrypter::create(protection, [&message](QByteArrayView bytes) -> Result<> {
        message.append(bytes);
        return {};
    });
    if (!encrypter)
        return core::fail(encrypter.error());
    constexpr qsizetype piece = 50'001;
    for (qsizetype at = 0; at < plain.size(); at += piece) {
        const auto written = (*encrypter)->write(QByteArrayView(plain).sliced(at, std::min(piece, plain.size() - at)));
        if (!written)
            return core::fail(written.error());
    }
    if (const auto finished = (*encrypter)->finish(); !finished)
        return core::fail(finished.error());
    return message;
}

Result<QByteArray> decrypt(const QByteArray &message, const openpgp::Unlock &unlock)
{
    constexpr qsizetype piece = 256 * 1024;
    openpgp::Decrypter decrypter(
        [&message, at = qsizetype(0)]() mutable -> Result<QByteArray> {
            const QByteArray next = message.mid(at, piece);
            at += next.size();
            return next;
        },
        unlock);
    QByteArray plain;
    for (;;) {
        const auto read = decrypter.read();
        if (!read)
            return core::fail(read.error());
        if (read->isEmpty())
            return plain;
        plain += *read;
    }
}

} // namespace civicq::tests

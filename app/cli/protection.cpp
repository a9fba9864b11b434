// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/protection.h"

#include "backups/contentkind.h"
#include "core/platform.h"
#include "core/secretfile.h"
#include "openpgp/keyfolder.h"
#include "openpgp/message.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::Secret;

namespace civicq::cli {

namespace {

constexpr qint64 largestKeyFile = 1024 * 1024;
constexpr qint64 messageHead = 64 * 1024;

Result<QByteArray> beginningOf(const QString &path, qint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(ErrorCode::NotFound, u"%1 cannot be read: %2"_s.arg(path, file.errorString()), {path});
    return file.read(size);
}

Result<Secret> passphraseIn(const std::string &file)
{
    return core::readSecretFile(QFileInfo(text(file)).absoluteFilePath(), u"passphrase file"_s);
}

Result<Secret> askTwice(const Context &context)
{
    auto first = askPassphrase(context, u"Passphrase for the backup: "_s);
    if (!first)
        return first;
    if (first->isEmpty())
        return core::fail(ErrorCode::InvalidArgument,
                          u"there is no terminal to ask on, or nothing was typed; give --passphrase-file FILE"_s);
    const auto second = askPassphrase(context, u"The same again: "_s);
    if (!second)
        return second;
    if (*first != *second)
        return core::fail(ErrorCode::InvalidArgument, u"the two passphrases are not the same; nothing was done"_s);
    return first;
}

bool isNeeded(const core::Error &error)
{
    return error.code == ErrorCode::AuthenticationFailed
           && error.arguments.value(0) == QLatin1StringView(openpgp::passphraseNeeded);
}

} // namespace

void addProtect(CLI::App &command, ProtectOptions &options)
{
    command
        .add_option("--encrypt-to", options.encryptTo,
                    "Encrypt for a key: its file, or a recovery key of this computer (civicq-db key list); "
                    "may be given several times")
        ->allow_extra_args(false);
    command.add_option("--passphrase-file", options.passphraseFile,
                       "Encrypt with the passphrase in this file's first line; only you may be able to read the file");
}

Result<QList<openpgp::PublicKey>> keysOf(const Context &context, const std::string &word)
{
    const QString typed = text(word);
    if (!QFileInfo(typed).isFile()) {
        const auto key = openpgp::KeyFolder::below(context.paths.config).find(typed);
        if (key)
            return QList<openpgp::PublicKey>{key->key};
        if (key.error().code != ErrorCode::NotFound)
            return core::fail(key.error());
        return core::fail(ErrorCode::InvalidArgument,
                          u"%1 is neither a key file nor a recovery key of this computer; civicq-db key list shows "
                          "those there are"_s.arg(typed));
    }
    const auto bytes = beginningOf(typed, largestKeyFile);
    if (!bytes)
        return core::fail(bytes.error());
    auto keys = openpgp::publicKeys(*bytes);
    if (!keys)
        return core::fail(ErrorCode::InvalidArgument, u"%1 holds no OpenPGP key"_s.arg(typed), {typed});
    for (const openpgp::PublicKey &key : *keys) {
        if (!key.canEncrypt())
            return core::fail(ErrorCode::InvalidArgument, u"nothing can be encrypted to key %1 in %2: %3"_s.arg(
                                                              key.fingerprint, typed, key.problem));
    }
    return keys;
}

Result<openpgp::Protection> protectionOf(Context &context, const ProtectOptions &options)
{
    openpgp::Protection protection;
    const QList<openpgp::RecoveryKey> known = openpgp::KeyFolder::below(context.paths.config).list();
    for (const std::string &word : options.encryptTo) {
        const auto keys = keysOf(context, word);
        if (!keys)
            return core::fail(keys.error());
        for (const openpgp::PublicKey &key : *keys) {
            const bool rehearsed = std::ranges::any_of(known, [&key](const openpgp::RecoveryKey &recovery) {
                return recovery.key.fingerprint == key.fingerprint && recovery.rehearsed.isValid();
            });
            if (!rehearsed)
                context.output.message(u"Key %1 has not been rehearsed on this computer: civicq-db key rehearse proves "
                                       "that its secret half opens what is encrypted to it."_s.arg(key.fingerprint));
            protection.publicKeys.append(key.armored);
        }
    }
    if (options.passphraseFile.empty() && !options.ask)
        return protection;
    auto passphrase = options.ask ? askTwice(context) : passphraseIn(options.passphraseFile);
    if (!passphrase)
        return core::fail(passphrase.error());
    protection.passphrase = std::move(*passphrase);
    return protection;
}

void addUnlock(CLI::App &command, UnlockOptions &options)
{
    command.add_option("--passphrase-file", options.passphraseFile,
                       "The passphrase of an encrypted backup, or of the key that opens it: this file's first line");
    command.add_option("--key-file", options.keyFile, "The secret key that opens an encrypted backup");
}

Result<openpgp::Unlock> unlockOf(const UnlockOptions &options)
{
    openpgp::Unlock unlock;
    if (!options.keyFile.empty()) {
        auto bytes = beginningOf(text(options.keyFile), largestKeyFile);
        if (!bytes)
            return core::fail(bytes.error());
        if (bytes->isEmpty())
            return core::fail(ErrorCode::InvalidArgument, u"the key file %1 is empty"_s.arg(text(options.keyFile)));
        unlock.secretKey = std::move(*bytes);
    }
    if (!options.passphraseFile.empty()) {
        auto passphrase = passphraseIn(options.passphraseFile);
        if (!passphrase)
            return core::fail(passphrase.error());
        unlock.passphrase = std::move(*passphrase);
    }
    return unlock;
}

Result<openpgp::Unlock> unlockFor(const Context &context, const UnlockOptions &options, const QString &path)
{
    auto unlock = unlockOf(options);
    if (!unlock || !unlock->passphrase.isEmpty() || !backups::isEncryptedFile(path))
        return unlock;
    const auto opened = backups::contentKind(path, *unlock);
    if (opened || !isNeeded(opened.error()))
        return unlock;
    // A passphrase of its own, or of the key that was given: else none would help.
    const auto head = beginningOf(path, messageHead);
    const auto needs = head ? openpgp::recipients(*head) : core::fail(head.error());
    if (unlock->secretKey.isEmpty() && (!needs || needs->passphrases == 0))
        return unlock;
    auto typed = askPassphrase(context, u"Passphrase for %1: "_s.arg(QFileInfo(path).fileName()));
    if (!typed)
        return core::fail(typed.error());
    unlock->passphrase = std::move(*typed);
    return unlock;
}

Result<Secret> askPassphrase(const Context &context, const QString &question)
{
    if (context.yes)
        return Secret();
    const auto typed = core::readPassword(question);
    if (typed)
        return Secret(*typed);
    return typed.error().code == ErrorCode::NotFound ? Result<Secret>(Secret()) : core::fail(typed.error());
}

core::Error withUnlockRemedy(core::Error error)
{
    if (isNeeded(error))
        error.hint = u"--passphrase-file FILE and --key-file FILE say where they are"_s;
    return error;
}

} // namespace civicq::cli

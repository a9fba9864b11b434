// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db key: the recovery keys that backups are encrypted to, and the proof that their secret halves open them.
#include "cli/protection.h"
#include "openpgp/keyfolder.h"
#include "openpgp/rehearsal.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::openpgp::KeyFolder;
using civicq::openpgp::RecoveryKey;

namespace civicq::cli {

namespace {

QJsonValue dateJson(const QDateTime &when)
{
    return when.isValid() ? QJsonValue(when.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject document(const RecoveryKey &key)
{
    return {{u"fingerprint"_s, key.key.fingerprint},   {u"users"_s, QJsonArray::fromStringList(key.key.users)},
            {u"algorithm"_s, key.key.algorithm},       {u"created"_s, dateJson(key.key.created)},
            {u"expires"_s, dateJson(key.key.expires)}, {u"usable"_s, key.key.canEncrypt()},
            {u"rehearsed"_s, dateJson(key.rehearsed)}};
}

void show(Context &context, const QList<RecoveryKey> &keys, const QString &words)
{
    QJsonArray array;
    QList<QStringList> rows{{u"Fingerprint"_s, u"Whose"_s, u"Kind"_s, u"Usable"_s, u"Rehearsed"_s}};
    for (const RecoveryKey &key : keys) {
        array.append(document(key));
        rows.append({openpgp::readableFingerprint(key.key.fingerprint), key.key.users.value(0), key.key.algorithm,
                     key.key.canEncrypt() ? u"yes"_s : key.key.problem,
                     key.rehearsed.isValid() ? key.rehearsed.toLocalTime().toString(u"yyyy-MM-dd"_s) : u"never"_s});
    }
    context.output.result({{u"keys"_s, array}}, keys.isEmpty() ? words : words + Output::table(rows));
}

void list(Context &context)
{
    const QList<RecoveryKey> keys = KeyFolder::below(context.paths.config).list();
    show(context, keys,
         keys.isEmpty() ? u"No recovery keys on this computer; civicq-db key add FILE adds one."_s : QString());
}

void add(Context &context, const std::string &path)
{
    QFile file(text(path));
    const auto added =
        file.open(QIODevice::ReadOnly)
            ? KeyFolder::below(context.paths.config).add(file.readAll())
            : core::fail(ErrorCode::NotFound, u"%1 cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
    if (!added) {
        context.status = context.report(added.error());
        return;
    }
    show(context, *added,
         u"Added; only the public half is kept. Compare the fingerprint with its owner's, then rehearse it.\n"_s);
}

void remove(Context &context, const std::string &typed)
{
    KeyFolder folder = KeyFolder::below(context.paths.config);
    const auto key = folder.find(text(typed));
    const auto removed = key ? folder.remove(key->key.fingerprint) : core::fail(key.error());
    if (!removed) {
        context.status = context.report(removed.error());
        return;
    }
    context.output.result({{u"removed"_s, key->key.fingerprint}},
                          u"Removed. Backups that were encrypted to it stay as they are: keep its secret half."_s);
}

core::Error ofRehearsal(core::Error error, const QString &keyFile)
{
    const QString kind = error.arguments.value(0);
    if (error.code != ErrorCode::AuthenticationFailed)
        return error;
    core::Error out;
    out.code = ErrorCode::Corrupt; // the backups would be lost, which is what this is asked for
    if (kind == QLatin1StringView(openpgp::passphraseWrong))
        out.message = u"the passphrase does not open the secret key in %1"_s.arg(keyFile);
    else if (kind == QLatin1StringView(openpgp::passphraseNeeded))
        out.message = u"the secret key in %1 has a passphrase, and none was given"_s.arg(keyFile);
    else
        out.message = u"the secret key in %1 does not open what is encrypted to this key"_s.arg(keyFile);
    out.hint = u"Nothing was changed. Backups encrypted to this key could not be opened that way"_s;
    return out;
}

void rehearse(Context &context, const std::string &word, const UnlockOptions &options)
{
    const auto keys = keysOf(context, word);
    auto unlock = keys ? unlockOf(options) : Result<openpgp::Unlock>(core::fail(keys.error()));
    if (!unlock) {
        context.status = context.report(unlock.error());
        return;
    }
    QJsonArray proven;
    for (const openpgp::PublicKey &key : *keys) {
        auto done = openpgp::rehearse(key, *unlock);
        const bool asks = !done && done.error().arguments.value(0) == QLatin1StringView(openpgp::passphraseNeeded);
        const auto typed = asks ? askPassphrase(context, u"Passphrase of the secret key: "_s) : core::Secret();
        if (typed && !typed->isEmpty()) {
            unlock->passphrase = *typed;
            done = openpgp::rehearse(key, *unlock);
        }
        if (!done) {
            context.status = context.report(ofRehearsal(done.error(), text(options.keyFile)));
            return;
        }
        KeyFolder folder = KeyFolder::below(context.paths.config);
        if (folder.find(key.fingerprint))
            (void)folder.recordRehearsal(key.fingerprint, QDateTime::currentDateTimeUtc());
        proven.append(key.fingerprint);
    }
    context.output.result({{u"proven"_s, proven}}, u"Proven: the secret key opens what is encrypted to %1."_s.arg(
                                                       openpgp::readableFingerprint(keys->first().fingerprint)));
}

} // namespace

void addKey(CLI::App &app, Context &context)
{
    CLI::App *key = app.add_subcommand("key", "Recovery keys: add, list, remove, rehearse");
    key->require_subcommand(1);
    const auto word = std::make_shared<std::string>();
    const auto unlock = std::make_shared<UnlockOptions>();
    key->add_subcommand("list", "The recovery keys of this computer")->callback([&context] { list(context); });
    CLI::App *added = key->add_subcommand("add", "Keep a public key that backups can be encrypted to");
    added->add_option("file", *word, "The key's file; of a secret key the public half alone is kept")->required();
    added->callback([&context, word] { add(context, *word); });
    CLI::App *removed = key->add_subcommand("remove", "Forget a recovery key; its backups stay as they are");
    removed->add_option("key", *word, "Its fingerprint, or a part of its owner's name")->required();
    removed->callback([&context, word] { remove(context, *word); });
    CLI::App *rehearsed =
        key->add_subcommand("rehearse", "Prove that a secret key opens what is encrypted to its public half");
    rehearsed->add_option("key", *word, "The public key: a file, or a recovery key of this computer")->required();
    rehearsed->add_option("--key-file", unlock->keyFile, "The secret key")->required();
    rehearsed->add_option("--passphrase-file", unlock->passphraseFile, "Its passphrase: this file's first line");
    rehearsed->callback([&context, word, unlock] { rehearse(context, *word, *unlock); });
}

} // namespace civicq::cli

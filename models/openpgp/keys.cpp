// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/keys.h"

#include "openpgp/rnp.h"
#include "openpgp/rnpquiet.h"

#include <limits>

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::openpgp {

namespace {

template<typename Function>
bool asked(Function function, rnp_key_handle_t key)
{
    bool answer = false;
    return function(key, &answer) == RNP_SUCCESS && answer;
}

QString problemOf(rnp_key_handle_t key)
{
    if (asked(rnp_key_is_revoked, key))
        return u"it was revoked"_s;
    if (asked(rnp_key_is_expired, key))
        return u"it has expired"_s;
    if (!asked(rnp_key_is_valid, key))
        return u"it is not valid"_s;
    rnp_key_handle_t found = nullptr;
    rnp_key_get_default_key(key, "encrypt", 0, &found);
    const Key encrypting(found);
    return encrypting && asked(rnp_key_is_valid, found) ? QString() : u"it has no valid key for encryption"_s;
}

QStringList usersOf(rnp_key_handle_t key)
{
    QStringList users;
    size_t count = 0;
    rnp_key_get_uid_count(key, &count);
    for (size_t i = 0; i < count; ++i) {
        char *user = nullptr;
        if (rnp_key_get_uid_at(key, i, &user) == RNP_SUCCESS)
            users.append(taken(user));
    }
    return users;
}

QString idOf(rnp_key_handle_t key)
{
    char *id = nullptr;
    return rnp_key_get_keyid(key, &id) == RNP_SUCCESS ? taken(id) : QString();
}

QStringList idsOf(rnp_key_handle_t key)
{
    QStringList ids{idOf(key)};
    size_t count = 0;
    rnp_key_get_subkey_count(key, &count);
    for (size_t i = 0; i < count; ++i) {
        rnp_key_handle_t found = nullptr;
        rnp_key_get_subkey_at(key, i, &found);
        if (const Key subkey(found); subkey)
            ids.append(idOf(found));
    }
    return ids;
}

QString algorithmOf(rnp_key_handle_t key)
{
    char *name = nullptr;
    uint32_t bits = 0;
    rnp_key_get_alg(key, &name);
    rnp_key_get_bits(key, &bits);
    return u"%1 %2"_s.arg(taken(name)).arg(bits);
}

QByteArray armoredOf(rnp_key_handle_t key)
{
    QByteArray bytes;
    WriteAll append = [&bytes](const char *more, qsizetype size) {
        bytes.append(more, size);
        return true;
    };
    const Output output = outputTo(append);
    rnp_key_export(key, output.get(), RNP_KEY_EXPORT_PUBLIC | RNP_KEY_EXPORT_SUBKEYS | RNP_KEY_EXPORT_ARMORED);
    rnp_output_finish(output.get());
    return bytes;
}

} // namespace

Result<QList<PublicKey>> publicKeys(const QByteArray &bytes)
{
    Session session;
    if (const auto added = session.addPublicKeys(bytes); !added)
        return core::fail(added.error());
    QList<PublicKey> keys;
    for (const QString &fingerprint : session.fingerprints()) {
        const Key key = session.find(fingerprint);
        PublicKey info;
        info.fingerprint = fingerprint;
        info.users = usersOf(key.get());
        info.keyIds = idsOf(key.get());
        info.algorithm = algorithmOf(key.get());
        uint32_t created = 0;
        rnp_key_get_creation(key.get(), &created);
        info.created = QDateTime::fromSecsSinceEpoch(created, QTimeZone::UTC);
        uint64_t until = 0;
        if (rnp_key_valid_till64(key.get(), &until) == RNP_SUCCESS && until != std::numeric_limits<uint64_t>::max())
            info.expires = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(until), QTimeZone::UTC);
        info.problem = problemOf(key.get());
        info.armored = armoredOf(key.get());
        keys.append(std::move(info));
    }
    return keys;
}

QString readableFingerprint(const QString &fingerprint)
{
    QStringList groups;
    for (qsizetype at = 0; at < fingerprint.size(); at += 4)
        groups.append(fingerprint.sliced(at, std::min<qsizetype>(4, fingerprint.size() - at)));
    return groups.join(u' ');
}

} // namespace civicq::openpgp

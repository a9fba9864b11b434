// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/keyfolder.h"

#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::openpgp {

namespace {

constexpr qint64 largestKey = 1024 * 1024;
constexpr qsizetype fewestDigits = 8;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(largestKey) : QByteArray();
}

Result<> save(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return core::fail(core::lastFileError(path));
    return {};
}

bool fits(const PublicKey &key, const QString &typed)
{
    const QString digits = QString(typed).remove(u' ').toUpper();
    if (digits.size() >= fewestDigits && key.fingerprint.endsWith(digits))
        return true;
    return std::ranges::any_of(key.users,
                               [&typed](const QString &user) { return user.contains(typed, Qt::CaseInsensitive); });
}

} // namespace

QString KeyFolder::fileOf(const QString &fingerprint, const QString &suffix) const
{
    return m_path + u'/' + fingerprint + suffix;
}

KeyFolder KeyFolder::below(const QString &configFolder)
{
    return KeyFolder(configFolder + u"/recovery-keys"_s);
}

QList<RecoveryKey> KeyFolder::list() const
{
    QList<RecoveryKey> keys;
    for (const QString &name : QDir(m_path).entryList({u"*.asc"_s}, QDir::Files, QDir::Name)) {
        const auto read = publicKeys(contentOf(m_path + u'/' + name));
        if (!read)
            continue; // not ours
        for (const PublicKey &key : *read) {
            const QString when = QString::fromLatin1(contentOf(fileOf(key.fingerprint, u".rehearsed"_s)).trimmed());
            keys.append({key, QDateTime::fromString(when, Qt::ISODate)});
        }
    }
    return keys;
}

Result<QList<RecoveryKey>> KeyFolder::add(const QByteArray &bytes)
{
    const auto keys = publicKeys(bytes);
    if (!keys)
        return core::fail(keys.error());
    for (const PublicKey &key : *keys) {
        if (!key.canEncrypt())
            return core::fail(ErrorCode::InvalidArgument,
                              u"key %1 cannot be encrypted to: %2"_s.arg(key.fingerprint, key.problem),
                              {key.fingerprint, key.problem});
    }
    QList<RecoveryKey> added;
    for (const PublicKey &key : *keys) {
        if (const auto saved = save(fileOf(key.fingerprint, u".asc"_s), key.armored); !saved)
            return core::fail(saved.error());
        const auto now = find(key.fingerprint);
        if (!now)
            return core::fail(now.error());
        added.append(*now);
    }
    return added;
}

Result<RecoveryKey> KeyFolder::find(const QString &typed) const
{
    QList<RecoveryKey> fitting;
    for (const RecoveryKey &key : list()) {
        if (!typed.isEmpty() && fits(key.key, typed))
            fitting.append(key);
    }
    if (fitting.isEmpty())
        return core::fail(ErrorCode::NotFound, u"no recovery key fits \"%1\""_s.arg(typed), {typed});
    if (fitting.size() > 1) {
        QStringList all;
        for (const RecoveryKey &key : fitting)
            all.append(key.key.fingerprint);
        return core::fail(ErrorCode::InvalidArgument,
                          u"more than one recovery key fits \"%1\": %2"_s.arg(typed, all.join(u", "_s)), {typed});
    }
    return fitting.first();
}

Result<> KeyFolder::remove(const QString &fingerprint)
{
    const auto key = find(fingerprint);
    if (!key)
        return core::fail(key.error());
    QFile::remove(fileOf(key->key.fingerprint, u".rehearsed"_s));
    const QString path = fileOf(key->key.fingerprint, u".asc"_s);
    return QFile::remove(path) ? Result<>() : core::fail(core::lastFileError(path));
}

Result<> KeyFolder::recordRehearsal(const QString &fingerprint, const QDateTime &when)
{
    return save(fileOf(fingerprint, u".rehearsed"_s), when.toUTC().toString(Qt::ISODate).toLatin1() + '\n');
}

} // namespace civicq::openpgp

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The recovery keys of this computer: public keys that backups are encrypted to, a file each in a folder, and beside it
// when its secret half was last seen to open something. Secret keys are never kept. Any thread; two programs may use it
// at once. Errors: InvalidArgument (no key, one that cannot be encrypted to, more than one that fits), NotFound, those of
// the files.

#include "openpgp/keys.h"

namespace civicq::openpgp {

struct RecoveryKey
{
    PublicKey key;
    QDateTime rehearsed; // invalid: never
};

class KeyFolder
{
public:
    explicit KeyFolder(QString path) : m_path(std::move(path)) {}
    // Where both programs keep it.
    [[nodiscard]] static KeyFolder below(const QString &configFolder);

    [[nodiscard]] QList<RecoveryKey> list() const;
    // Adds every key of the file's content.
    [[nodiscard]] core::Result<QList<RecoveryKey>> add(const QByteArray &bytes);
    // By fingerprint, the end of one (8 digits at least), or a part of a user's name or address.
    [[nodiscard]] core::Result<RecoveryKey> find(const QString &typed) const;
    [[nodiscard]] core::Result<> remove(const QString &fingerprint);
    [[nodiscard]] core::Result<> recordRehearsal(const QString &fingerprint, const QDateTime &when);

private:
    [[nodiscard]] QString fileOf(const QString &fingerprint, const QString &suffix) const;
    QString m_path;
};

} // namespace civicq::openpgp

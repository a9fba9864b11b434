// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Public keys as a key file holds them, and what can be said of them. Pure functions, any thread. Error InvalidArgument
// when the bytes are no key.

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace civicq::openpgp {

struct PublicKey
{
    QString fingerprint; // of the primary key, 40 hexadecimal digits
    QStringList users;   // "City of Springfield <clerk@example.org>"
    QStringList keyIds;  // of all of its keys, as messages name them
    QString algorithm;   // "RSA 4096", "EDDSA 255"
    QDateTime created;
    QDateTime expires;  // invalid: never
    QString problem;    // why nothing can be encrypted to it; empty when it can
    QByteArray armored; // the public part alone, whatever the file held

    [[nodiscard]] bool canEncrypt() const { return problem.isEmpty(); }
};

// Every key of a file, in its order. Of a secret key file the public part alone is taken.
[[nodiscard]] core::Result<QList<PublicKey>> publicKeys(const QByteArray &bytes);

// "1A2B 3C4D ..." in groups of four, for people to compare.
[[nodiscard]] QString readableFingerprint(const QString &fingerprint);

} // namespace civicq::openpgp

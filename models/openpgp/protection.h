// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a file is to be encrypted, and what is there to open one with. Plain values, any thread; never written anywhere.

#include "core/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace civicq::openpgp {

// What opens a message was not there: Error AuthenticationFailed with one of these as its first argument, and after it the
// IDs of the keys that open the message.
constexpr auto passphraseNeeded = "openpgp-passphrase-needed"; // of the message or of the secret key
constexpr auto passphraseWrong = "openpgp-passphrase-wrong";
constexpr auto keyMissing = "openpgp-key-missing"; // it is for other keys than the one given

constexpr qsizetype longestPassphrase = 255; // bytes of UTF-8

// Whoever knows the passphrase, and the holder of any of these keys, can open it.
struct Protection
{
    core::Secret passphrase;
    QList<QByteArray> publicKeys; // each as in a key file, armored or not

    [[nodiscard]] bool isNone() const { return passphrase.isEmpty() && publicKeys.isEmpty(); }
    // What was written cannot be read again by the one who wrote it.
    [[nodiscard]] bool isOneWay() const { return passphrase.isEmpty() && !publicKeys.isEmpty(); }
};

// The passphrase is the message's own or the secret key's, whichever is asked for.
struct Unlock
{
    core::Secret passphrase;
    QByteArray secretKey; // as in a key file

    [[nodiscard]] bool isNone() const { return passphrase.isEmpty() && secretKey.isEmpty(); }
};

} // namespace civicq::openpgp

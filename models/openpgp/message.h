// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be known of an OpenPGP message without opening it. Pure functions, any thread.

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace civicq::openpgp {

// Whether these first bytes of a file begin an encrypted message, armored or not.
[[nodiscard]] bool isEncrypted(QByteArrayView head);

struct Recipients
{
    QStringList keys;    // IDs, 16 hexadecimal digits; zeros where the writer hid it
    int passphrases = 0; // how many open it
};
// Of a message's first bytes (64 KiB are plenty). Error Corrupt when it is not one.
[[nodiscard]] core::Result<Recipients> recipients(const QByteArray &head);

} // namespace civicq::openpgp

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GnuPG with a home of its own, and our own functions over bytes in memory, for the tests of encryption.

#include "core/result.h"
#include "openpgp/protection.h"

#include <QtCore/QDir>
#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>

namespace civicq::tests {

class GpgHome
{
public:
    GpgHome();
    ~GpgHome(); // ends its agent

    // gpg's standard output for this standard input; empty and failure() set when it failed.
    QByteArray run(const QStringList &arguments, const QByteArray &input = {});
    [[nodiscard]] const QByteArray &failure() const { return m_failure; }
    // Makes a key that can encrypt; an empty passphrase leaves it unprotected.
    enum class Kind { Rsa, Curve25519 };
    void makeKey(const QString &user, Kind kind, const QString &passphrase);
    [[nodiscard]] QByteArray publicKey(const QString &user) { return run({QStringLiteral("--export"), user}); }
    [[nodiscard]] QByteArray secretKey(const QString &user, const QString &passphrase);

private:
    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/gpg")}; // short: a socket is in it
    QByteArray m_failure;
};

[[nodiscard]] core::Result<QByteArray> encrypt(const QByteArray &plain, const openpgp::Protection &protection);
[[nodiscard]] core::Result<QByteArray> decrypt(const QByteArray &message, const openpgp::Unlock &unlock);

} // namespace civicq::tests

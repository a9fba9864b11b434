// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The operating system's keychain: Windows' Credential Manager, macOS' Keychain, Secret Service or KWallet elsewhere. Never
// falls back to a plain file: where there is no keychain every call ends with KeychainUnavailable.

#include "connections/secretstore.h"

namespace civicq::connections {

class Keychain final : public SecretStore
{
public:
    void read(const QUuid &id, QObject *owner, Read done) override;
    void write(const QUuid &id, const core::Secret &secret, QObject *owner, Done done) override;
    void remove(const QUuid &id, QObject *owner, Done done) override;
};

} // namespace civicq::connections

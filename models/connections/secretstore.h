// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where passwords are kept: the operating system's keychain, under a profile's id. GUI (main) thread with an event loop;
// the answer comes later, on the same thread, unless `owner` is gone by then. Behind an interface, so that tests need no
// keychain. Errors: NotFound (none is kept), PermissionDenied (a person or the system said no), KeychainUnavailable.

#include "core/result.h"
#include "core/secret.h"

#include <QtCore/QObject>
#include <QtCore/QUuid>

#include <functional>

namespace civicq::connections {

class SecretStore
{
public:
    using Read = std::function<void(core::Result<core::Secret>)>;
    using Done = std::function<void(core::Result<>)>;

    virtual ~SecretStore() = default;
    virtual void read(const QUuid &id, QObject *owner, Read done) = 0;
    virtual void write(const QUuid &id, const core::Secret &secret, QObject *owner, Done done) = 0;
    virtual void remove(const QUuid &id, QObject *owner, Done done) = 0; // none kept is no error
};

// The same for a program without an event loop of its own (civicq-db): turns one until the answer is there.
[[nodiscard]] core::Result<core::Secret> readNow(SecretStore &store, const QUuid &id);
[[nodiscard]] core::Result<> writeNow(SecretStore &store, const QUuid &id, const core::Secret &secret);
[[nodiscard]] core::Result<> removeNow(SecretStore &store, const QUuid &id);

} // namespace civicq::connections

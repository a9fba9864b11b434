// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/secretstore.h"

#include <QtCore/QEventLoop>

#include <optional>

namespace civicq::connections {

namespace {

// `begin` is handed what to call with the answer, now or later.
template<typename Answer>
Answer waitFor(const std::function<void(QObject *owner, std::function<void(Answer)>)> &begin)
{
    QEventLoop loop;
    std::optional<Answer> answer;
    begin(&loop, [&](Answer given) {
        answer = std::move(given);
        loop.quit();
    });
    if (!answer)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (!answer)
        return core::fail(core::ErrorCode::KeychainUnavailable, QStringLiteral("the keychain gave no answer"));
    return std::move(*answer);
}

} // namespace

core::Result<core::Secret> readNow(SecretStore &store, const QUuid &id)
{
    return waitFor<core::Result<core::Secret>>(
        [&](QObject *owner, SecretStore::Read done) { store.read(id, owner, std::move(done)); });
}

core::Result<> writeNow(SecretStore &store, const QUuid &id, const core::Secret &secret)
{
    return waitFor<core::Result<>>(
        [&](QObject *owner, SecretStore::Done done) { store.write(id, secret, owner, std::move(done)); });
}

core::Result<> removeNow(SecretStore &store, const QUuid &id)
{
    return waitFor<core::Result<>>(
        [&](QObject *owner, SecretStore::Done done) { store.remove(id, owner, std::move(done)); });
}

} // namespace civicq::connections

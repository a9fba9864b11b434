// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/keychain.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::connections {

namespace {

const QString service = u"CivicQ Admin"_s;

QString keyOf(const QUuid &id)
{
    return u"connection/"_s + id.toString(QUuid::WithoutBraces);
}

std::unexpected<core::Error> failure(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return core::fail(ErrorCode::NotFound, u"the keychain holds no password for this connection"_s);
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return core::fail(ErrorCode::PermissionDenied, u"the keychain refused: "_s + job.errorString());
    default: return core::fail(ErrorCode::KeychainUnavailable, job.errorString());
    }
}

// Starts the job; `finished` is called unless the owner has gone. The job deletes itself.
template<typename Job>
void start(Job *job, const QUuid &id, QObject *owner, std::function<void(const Job &)> finished)
{
    job->setKey(keyOf(id));
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, owner, [job, finished = std::move(finished)] { finished(*job); });
    job->start();
}

} // namespace

void Keychain::read(const QUuid &id, QObject *owner, Read done)
{
    start<QKeychain::ReadPasswordJob>(
        new QKeychain::ReadPasswordJob(service), id, owner, [done = std::move(done)](const auto &job) {
            done(job.error() == QKeychain::NoError ? Result<core::Secret>(core::Secret(job.textData())) : failure(job));
        });
}

void Keychain::write(const QUuid &id, const core::Secret &secret, QObject *owner, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(secret.reveal());
    start<QKeychain::WritePasswordJob>(job, id, owner, [done = std::move(done)](const auto &ended) {
        done(ended.error() == QKeychain::NoError ? Result<>() : failure(ended));
    });
}

void Keychain::remove(const QUuid &id, QObject *owner, Done done)
{
    start<QKeychain::DeletePasswordJob>(
        new QKeychain::DeletePasswordJob(service), id, owner, [done = std::move(done)](const auto &job) {
            const bool gone = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
            done(gone ? Result<>() : failure(job));
        });
}

} // namespace civicq::connections

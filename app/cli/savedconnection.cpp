// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/savedconnection.h"

#include "connections/keychain.h"
#include "connections/opening.h"
#include "core/platform.h"

using namespace Qt::StringLiterals;
using civicq::connections::PasswordSource;
using civicq::connections::Profile;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::Secret;

namespace civicq::cli {

namespace {

Result<Secret> askOnTerminal(const Profile &profile, const core::Error *keychain)
{
    const QString question = u"Password for %1 (%2): "_s.arg(profile.name, profile.parameters.describe());
    const auto typed = core::readPassword(question);
    if (typed)
        return Secret(*typed);
    if (typed.error().code != ErrorCode::NotFound)
        return core::fail(typed.error());
    core::Error error;
    error.code = keychain ? keychain->code : ErrorCode::NotFound;
    error.message =
        keychain ? u"the password of \"%1\" could not be read from the keychain, and there is no terminal to ask on"_s
                 : u"the connection \"%1\" asks for its password each time, and there is no terminal to ask on"_s;
    error.message = error.message.arg(profile.name);
    error.detail = keychain ? keychain->message : QString();
    error.hint = u"Put it in PostgreSQL's password file and save the connection with --password libpq, "
                 "or set PGPASSWORD for this run."_s;
    return core::fail(std::move(error));
}

Result<Secret> passwordOf(const Profile &profile)
{
    // libpq reads PGPASSWORD itself; a person who sets it means it.
    if (profile.passwordSource == PasswordSource::Libpq || !qEnvironmentVariableIsEmpty("PGPASSWORD"))
        return Secret();
    if (profile.passwordSource == PasswordSource::AskEachTime)
        return askOnTerminal(profile, nullptr);
    connections::Keychain keychain;
    const auto kept = connections::readNow(keychain, profile.id);
    return kept ? kept : askOnTerminal(profile, &kept.error());
}

} // namespace

Result<postgres::ConnectionParameters> savedConnection(const core::Paths &paths, const QString &name)
{
    auto profile = connections::ProfileStore(paths.config).find(name);
    if (!profile) {
        core::Error error = profile.error();
        if (error.code == ErrorCode::NotFound)
            error.code = ErrorCode::InvalidArgument; // wrong usage: nothing on this computer failed
        return core::fail(std::move(error));
    }
    const auto password = passwordOf(*profile);
    if (!password)
        return core::fail(password.error());
    return connections::sessionParameters(*profile, *password);
}

} // namespace civicq::cli

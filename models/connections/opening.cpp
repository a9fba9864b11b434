// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/opening.h"

using namespace Qt::StringLiterals;
using civicq::core::Result;
using civicq::postgres::ConnectionParameters;

namespace civicq::connections {

ConnectionParameters sessionParameters(const Profile &profile, const core::Secret &password)
{
    ConnectionParameters parameters = profile.parameters;
    parameters.password = password;
    return parameters;
}

ConnectionParameters readOnly(const ConnectionParameters &parameters)
{
    // At the session's start: what RESET ALL and DISCARD ALL go back to.
    return parameters.withSetting(u"default_transaction_read_only"_s, u"on"_s);
}

Result<ServerFacts> readFacts(core::TaskContext &context, const ConnectionParameters &parameters)
{
    const auto opened = postgres::Connection::open(context, readOnly(parameters));
    if (!opened)
        return core::fail(opened.error());
    postgres::Connection &connection = **opened;
    if (parameters.connectTimeoutSeconds > 0)
        connection.setAnswerTimeout(std::chrono::seconds(parameters.connectTimeoutSeconds));
    const auto mark = postgres::readEnvironment(context, connection);
    if (!mark)
        return core::fail(mark.error());
    ServerFacts facts;
    facts.version = connection.reported("server_version").section(u' ', 0, 0);
    facts.versionNumber = connection.serverVersion();
    facts.database = connection.database();
    facts.user = connection.user();
    facts.superuser = connection.reported("is_superuser") == "on"_L1;
    facts.tls = connection.usesTls();
    facts.environment = mark->environment;
    facts.environmentOf = mark->writtenFor;
    facts.recordedEnvironment = mark->recorded;
    return facts;
}

} // namespace civicq::connections

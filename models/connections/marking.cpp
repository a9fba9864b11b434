// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/marking.h"

#include "connections/opening.h"
#include "postgres/connection.h"

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::postgres::Connection;
using civicq::postgres::ConnectionParameters;
using civicq::postgres::Environment;
using civicq::postgres::EnvironmentMark;

namespace civicq::connections {

namespace {

Result<std::unique_ptr<Connection>> open(core::TaskContext &context, const ConnectionParameters &parameters)
{
    auto opened = Connection::open(context, parameters);
    if (opened && parameters.connectTimeoutSeconds > 0)
        (*opened)->setAnswerTimeout(std::chrono::seconds(parameters.connectTimeoutSeconds));
    return opened;
}

} // namespace

Result<MarkedDatabase> readMark(core::TaskContext &context, const ConnectionParameters &parameters)
{
    const auto connection = open(context, readOnly(parameters));
    if (!connection)
        return core::fail(connection.error());
    const auto mark = postgres::readEnvironment(context, **connection);
    if (!mark)
        return core::fail(mark.error());
    return MarkedDatabase{(*connection)->database(), *mark};
}

Result<MarkedDatabase> setMark(core::TaskContext &context, const ConnectionParameters &parameters, Environment wanted,
                               const QString &confirmedName)
{
    const auto connection = open(context, parameters);
    if (!connection)
        return core::fail(connection.error());
    const QString database = (*connection)->database();
    const auto now = postgres::readEnvironment(context, **connection);
    if (!now)
        return core::fail(now.error());
    if (needsConfirmation(*now, wanted) && confirmedName != database) {
        core::Error error;
        error.code = ErrorCode::ProductionProtected;
        error.message = u"%1 is marked as production"_s.arg(database);
        error.hint = u"Repeat the database's name to take that away."_s;
        error.arguments = {database};
        return core::fail(std::move(error));
    }
    const auto mark = postgres::writeEnvironment(context, **connection, wanted);
    if (!mark)
        return core::fail(mark.error());
    return MarkedDatabase{database, *mark};
}

bool needsConfirmation(const EnvironmentMark &now, Environment wanted)
{
    return now.recorded == Environment::Production && wanted != Environment::Production;
}

} // namespace civicq::connections

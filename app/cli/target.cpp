// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/target.h"

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::postgres::ConnectionParameters;

namespace civicq::cli {

namespace {

Result<ConnectionParameters> fromText(const QString &text, const QString &where)
{
    auto parameters = ConnectionParameters::fromUri(text);
    if (!parameters) {
        core::Error error = parameters.error();
        error.code = ErrorCode::InvalidArgument;
        error.message = u"the address in %1 could not be understood (%2); it should look like "
                        "postgresql://user@host:5432/database"_s.arg(where, error.message);
        return core::fail(std::move(error));
    }
    return parameters;
}

} // namespace

Result<ConnectionParameters> resolveTarget(const TargetOptions &options, const FindProfile &findProfile)
{
    if (!options.url.isEmpty() && !options.connection.isEmpty())
        return core::fail(ErrorCode::InvalidArgument, u"--url and --connection name two databases; give one of them"_s);
    if (!options.url.isEmpty())
        return fromText(options.url, u"--url"_s);
    if (!options.connection.isEmpty())
        return findProfile(options.connection);
    for (const char *name : {"CIVICQ_DATABASE_URL", "DATABASE_URL"}) {
        const QString value = qEnvironmentVariable(name);
        if (!value.isEmpty())
            return fromText(value, QString::fromLatin1(name));
    }
    for (const char *name : {"PGDATABASE", "PGSERVICE"}) {
        if (!qEnvironmentVariable(name).isEmpty())
            return ConnectionParameters{}; // libpq reads the rest of PG* itself
    }
    return core::fail(
        ErrorCode::InvalidArgument,
        u"no database was named; give --url postgresql://..., --connection NAME (sandbox is always there), "
        "or set CIVICQ_DATABASE_URL, DATABASE_URL, or PGDATABASE with libpq's other variables"_s);
}

} // namespace civicq::cli

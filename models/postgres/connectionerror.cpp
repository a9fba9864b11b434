// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/connectionerror.h"

#include <libpq-fe.h>

#include <array>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;

namespace civicq::postgres {

namespace {

struct Sign
{
    QLatin1StringView words;
    ErrorCode code;
};

// libpq gives no code for what fails before the server answers; its words do (the program runs it with LC_MESSAGES=C's
// texts because libpq is not translated unless the application binds its domain).
constexpr std::array signs{
    Sign{"could not translate host name"_L1, ErrorCode::HostNotFound},
    Sign{"Connection refused"_L1, ErrorCode::ConnectionRefused},
    Sign{"connection refused"_L1, ErrorCode::ConnectionRefused},
    Sign{"No such file or directory"_L1, ErrorCode::ConnectionRefused}, // a Unix socket that is not there
    Sign{"timeout expired"_L1, ErrorCode::Timeout},
    Sign{"timed out"_L1, ErrorCode::Timeout},
    Sign{"No route to host"_L1, ErrorCode::ConnectionRefused},
    Sign{"Network is unreachable"_L1, ErrorCode::ConnectionRefused},
    Sign{"expected authentication request from server"_L1, ErrorCode::NotPostgres},
    Sign{"received invalid response"_L1, ErrorCode::NotPostgres},
    Sign{"invalid response to SSL negotiation"_L1, ErrorCode::NotPostgres},
    Sign{"certificate"_L1, ErrorCode::TlsFailed},
    Sign{"SSL"_L1, ErrorCode::TlsFailed},
    Sign{"no password supplied"_L1, ErrorCode::AuthenticationFailed},
    Sign{"password authentication failed"_L1, ErrorCode::AuthenticationFailed},
    Sign{"definition of service"_L1, ErrorCode::NotFound},
    Sign{"in service file"_L1, ErrorCode::Corrupt},
    Sign{"server closed the connection"_L1, ErrorCode::ConnectionLost},
};

QString field(pg_result *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

// libpq puts "connection to server at ... failed: FATAL:  " before the server's sentence.
QString serverSentence(const QString &message)
{
    const qsizetype fatal = message.lastIndexOf("FATAL:"_L1);
    return (fatal < 0 ? message : message.sliced(fatal + 6)).trimmed();
}

ErrorCode codeOfFatal(const QString &sentence)
{
    // A refusal during start-up has no SQLSTATE in libpq's message; the server's English sentences are stable.
    if (sentence.contains("password authentication failed"_L1) || sentence.contains("authentication failed"_L1)
        || sentence.contains("no pg_hba.conf entry"_L1))
        return ErrorCode::AuthenticationFailed;
    if (sentence.startsWith("role "_L1) && sentence.contains("does not exist"_L1))
        return ErrorCode::AuthenticationFailed;
    if (sentence.startsWith("database "_L1) && sentence.contains("does not exist"_L1))
        return ErrorCode::DatabaseMissing;
    if (sentence.contains("too many c"_L1) || sentence.contains("remaining connection slots"_L1))
        return ErrorCode::TooManyConnections;
    if (sentence.contains("permission denied"_L1))
        return ErrorCode::PermissionDenied;
    if (sentence.contains("starting up"_L1) || sentence.contains("shutting down"_L1)
        || sentence.contains("recovery mode"_L1))
        return ErrorCode::Busy;
    return ErrorCode::Unknown;
}

} // namespace

ErrorCode codeOfSqlState(const QString &state)
{
    if (state == "57014"_L1)
        return ErrorCode::Cancelled;
    if (state == "53100"_L1)
        return ErrorCode::NoSpace;
    if (state == "53300"_L1)
        return ErrorCode::TooManyConnections;
    if (state == "55006"_L1 || state == "55P03"_L1)
        return ErrorCode::Busy; // object_in_use, lock_not_available
    if (state == "42501"_L1)
        return ErrorCode::PermissionDenied;
    if (state == "42P04"_L1 || state == "42P06"_L1 || state == "42P07"_L1)
        return ErrorCode::AlreadyExists;
    if (state == "3D000"_L1)
        return ErrorCode::DatabaseMissing;
    if (state.startsWith("28"_L1))
        return ErrorCode::AuthenticationFailed;
    if (state.startsWith("08"_L1) || state == "57P01"_L1 || state == "57P02"_L1)
        return ErrorCode::ConnectionLost;
    return ErrorCode::Sql;
}

Error connectError(pg_conn *connection, const QString &host)
{
    Error error;
    const QString words = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
    error.message = words;
    error.arguments = {host};
    error.doing = u"connecting"_s;
    if (words.contains("FATAL:"_L1)) {
        error.message = serverSentence(words);
        error.detail = words;
        error.code = codeOfFatal(error.message);
        if (error.code != ErrorCode::Unknown)
            return error;
    }
    for (const Sign &sign : signs) {
        if (words.contains(sign.words)) {
            error.code = sign.code;
            return error;
        }
    }
    // A server that gives a reason of its own is there: then its sentence says more than any of ours.
    error.code = words.contains("FATAL:"_L1) ? ErrorCode::Unknown : ErrorCode::ConnectionRefused;
    return error;
}

Error statementError(pg_conn *connection, pg_result *result)
{
    Error error;
    error.sqlState = result ? field(result, PG_DIAG_SQLSTATE) : QString();
    if (error.sqlState.isEmpty()) {
        error.message = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
        error.code = PQstatus(connection) == CONNECTION_OK ? ErrorCode::Unknown : ErrorCode::ConnectionLost;
        return error;
    }
    error.code = codeOfSqlState(error.sqlState);
    error.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
    error.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
    error.hint = field(result, PG_DIAG_MESSAGE_HINT);
    const QString context = field(result, PG_DIAG_CONTEXT);
    if (!context.isEmpty())
        error.detail += (error.detail.isEmpty() ? QString() : u"\n"_s) + context;
    const QString position = field(result, PG_DIAG_STATEMENT_POSITION);
    if (!position.isEmpty())
        error.arguments = {position}; // characters from the statement's beginning, from 1
    return error;
}

} // namespace civicq::postgres

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqliteerror.h"

#include <QtSql/QSqlError>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;

namespace civicq::store {

namespace {

// https://www.sqlite.org/rescode.html: the low byte is the primary code.
ErrorCode codeOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case 3:  // SQLITE_PERM
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return ErrorCode::PermissionDenied;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return ErrorCode::Busy;
    case 10: return ErrorCode::Io; // SQLITE_IOERR
    case 11:                       // SQLITE_CORRUPT
    case 26:                       // SQLITE_NOTADB
        return ErrorCode::Corrupt;
    case 13: return ErrorCode::NoSpace; // SQLITE_FULL
    default: return ErrorCode::Unknown;
    }
}

} // namespace

Error sqliteError(const QSqlError &error, const QString &path)
{
    Error out;
    out.code = codeOf(error.nativeErrorCode().toInt());
    out.message = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    out.arguments = {path};
    return out;
}

} // namespace civicq::store

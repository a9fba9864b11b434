// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

using namespace Qt::StringLiterals;

namespace civicq::core {

Error Error::during(const QString &what) const
{
    Error copy = *this;
    if (copy.doing.isEmpty())
        copy.doing = what;
    return copy;
}

QString Error::toString() const
{
    QString text = errorCodeName(code);
    if (!sqlState.isEmpty())
        text += u" ["_s + sqlState + u']';
    text += u": "_s + message;
    if (!doing.isEmpty())
        text += u" (while "_s + doing + u')';
    if (!detail.isEmpty())
        text += u" - "_s + detail;
    return text;
}

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unknown: return u"unknown"_s;
    case ErrorCode::Cancelled: return u"cancelled"_s;
    case ErrorCode::InvalidArgument: return u"invalid-argument"_s;
    case ErrorCode::NotFound: return u"not-found"_s;
    case ErrorCode::AlreadyExists: return u"already-exists"_s;
    case ErrorCode::Io: return u"io"_s;
    case ErrorCode::NoSpace: return u"no-space"_s;
    case ErrorCode::PermissionDenied: return u"permission-denied"_s;
    case ErrorCode::Busy: return u"busy"_s;
    case ErrorCode::Timeout: return u"timeout"_s;
    case ErrorCode::HostNotFound: return u"host-not-found"_s;
    case ErrorCode::ConnectionRefused: return u"connection-refused"_s;
    case ErrorCode::ConnectionLost: return u"connection-lost"_s;
    case ErrorCode::NotPostgres: return u"not-postgres"_s;
    case ErrorCode::TlsFailed: return u"tls-failed"_s;
    case ErrorCode::AuthenticationFailed: return u"authentication-failed"_s;
    case ErrorCode::DatabaseMissing: return u"database-missing"_s;
    case ErrorCode::TooManyConnections: return u"too-many-connections"_s;
    case ErrorCode::Sql: return u"sql"_s;
    case ErrorCode::ToolMissing: return u"tool-missing"_s;
    case ErrorCode::ToolTooOld: return u"tool-too-old"_s;
    case ErrorCode::ProcessFailed: return u"process-failed"_s;
    case ErrorCode::Corrupt: return u"corrupt"_s;
    case ErrorCode::Truncated: return u"truncated"_s;
    case ErrorCode::ExtensionMissing: return u"extension-missing"_s;
    case ErrorCode::NotEmpty: return u"not-empty"_s;
    case ErrorCode::ProductionProtected: return u"production-protected"_s;
    case ErrorCode::VersionMismatch: return u"version-mismatch"_s;
    case ErrorCode::KeychainUnavailable: return u"keychain-unavailable"_s;
    case ErrorCode::RunsAsRoot: return u"runs-as-root"_s;
    case ErrorCode::DataFolderVersion: return u"data-folder-version"_s;
    case ErrorCode::NotMigrated: return u"not-migrated"_s;
    }
    return u"unknown"_s;
}

} // namespace civicq::core

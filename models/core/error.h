// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What went wrong, as facts: a code to decide on, the source's own words, and what was being done. Plain value, any
// thread. Models fill it in; only widgets/phrases turns it into sentences for people. Never carries a password.

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace civicq::core {

enum class ErrorCode {
    Unknown,
    Cancelled,
    InvalidArgument, // what was asked for makes no sense; `message` says which part
    NotFound,
    AlreadyExists,
    Io,
    NoSpace,
    PermissionDenied,
    Busy, // somebody else holds it (a lock, a database in use)
    Timeout,
    HostNotFound,
    ConnectionRefused,
    ConnectionLost,
    NotPostgres, // something else answers on that port
    TlsFailed,
    AuthenticationFailed,
    DatabaseMissing,
    TooManyConnections,
    Sql,         // the server refused a statement; sqlState is set
    ToolMissing, // arguments: tool, wanted major version
    ToolTooOld,  // arguments: tool, its version, wanted major version
    ProcessFailed,
    Corrupt,          // content is not what it should be
    Truncated,        // content ends too early
    ExtensionMissing, // arguments: extension
    NotEmpty,
    ProductionProtected,
    KeychainUnavailable, // no keychain on this computer, or it does not answer
    VersionMismatch,
    RunsAsRoot,        // PostgreSQL's server refuses such an account
    DataFolderVersion, // arguments: a server's data folder, its major version, the newest found or ""
    NotMigrated,       // arguments: the tables that are missing
};

struct Error
{
    ErrorCode code = ErrorCode::Unknown;
    QString message; // the source's own words: server, operating system, or ours
    QString detail;
    QString hint;
    QString sqlState;      // five characters, or empty
    QString doing;         // what was being done: "reading table votes"
    QStringList arguments; // what `code` is about: a host, a path, a tool

    // The same error seen from one step further up. The innermost `doing` is the most exact: it is kept.
    [[nodiscard]] Error during(const QString &what) const;
    // One line, for logs and tests.
    [[nodiscard]] QString toString() const;
};

// A stable word for a code, for JSON and logs: "connection-refused".
[[nodiscard]] QString errorCodeName(ErrorCode code);

} // namespace civicq::core

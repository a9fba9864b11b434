// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a backup file is, told by its content and never by its name. Plain values, any thread. Errors: NotFound,
// PermissionDenied, Truncated (empty), Corrupt (nothing that can be restored).

#include "core/result.h"

#include <QtCore/QString>

namespace civicq::backups {

enum class Container {
    PlainSql,         // pg_dump's script
    CustomArchive,    // pg_dump -Fc
    TarArchive,       // pg_dump -Ft
    DirectoryArchive, // pg_dump -Fd
    CivicqArchive,    // our own, models/archive/FORMAT.md
};

struct ContentKind
{
    Container container = Container::PlainSql;
    bool gzip = false;
    bool operator==(const ContentKind &) const = default;
};

[[nodiscard]] core::Result<ContentKind> contentKind(const QString &path);
// "archive", "sql.gz", "sql", "custom", "tar", "directory": for JSON.
[[nodiscard]] QString contentKindName(const ContentKind &kind);

} // namespace civicq::backups

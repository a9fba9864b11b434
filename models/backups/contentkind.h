// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a backup file is, told by its content and never by its name; of an encrypted one, what is inside. Plain values,
// any thread. Errors: NotFound, PermissionDenied, Truncated (empty), Corrupt (nothing that can be restored),
// AuthenticationFailed (openpgp/protection.h: what opens it was not given).

#include "backups/bytesource.h"
#include "core/result.h"
#include "openpgp/protection.h"

#include <QtCore/QString>

namespace civicq::backups {

enum class Container {
    PlainSql,         // pg_dump's script
    CustomArchive,    // pg_dump -Fc
    TarArchive,       // pg_dump -Ft
    DirectoryArchive, // pg_dump -Fd
    CivicqArchive,    // our own, models/archive/FORMAT.md
};

// Around a script.
enum class Packing { None, Gzip, Zstd };

struct ContentKind
{
    Container container = Container::PlainSql;
    Packing packing = Packing::None;
    bool encrypted = false; // the rest is said of what is inside
    bool operator==(const ContentKind &) const = default;
};

// What is inside the packing.
[[nodiscard]] std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> source, Packing packing);
[[nodiscard]] core::Result<ContentKind> contentKind(const QString &path, const openpgp::Unlock &unlock = {});
// Whether the file begins as an OpenPGP message; needs no secret, and reads no more than the beginning.
[[nodiscard]] bool isEncryptedFile(const QString &path);
// "archive", "sql.gz", "sql.zst", "sql", "custom", "tar", "directory": for JSON.
[[nodiscard]] QString contentKindName(const ContentKind &kind);

} // namespace civicq::backups

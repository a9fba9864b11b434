// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Any backup file as one stream of SQL: a script as it is or unpacked, an archive of pg_dump through pg_restore (which
// needs no server for that). So everything is verified, listed and restored on one path. The format is an interface's
// secret: another one is another ByteSource here. Worker threads; the source must not outlive the context and the tools.

#include "backups/bytesource.h"
#include "backups/contentkind.h"
#include "core/process.h"
#include "postgres/clienttools.h"

namespace civicq::backups {

// The programs that are needed, handed down by app/.
struct Toolbox
{
    core::ProcessRunner &processes;
    const postgres::ClientTools &tools;
};

// `hash` (may be null) is fed the file's bytes as they are on the disk: of a script, and of anything encrypted.
[[nodiscard]] core::Result<std::unique_ptr<ByteSource>> openSql(core::TaskContext &context, const Toolbox &toolbox,
                                                                const QString &path, const ContentKind &kind,
                                                                const openpgp::Unlock &unlock = {},
                                                                archive::Sha256 *hash = nullptr);
// A file's content as it is, or what an encrypted one holds.
[[nodiscard]] core::Result<std::unique_ptr<ByteSource>> openInside(const QString &path, const ContentKind &kind,
                                                                   const openpgp::Unlock &unlock,
                                                                   archive::Sha256 *hash = nullptr);

// What a program prints, read as it comes; its failure is the error Corrupt with its words.
[[nodiscard]] std::unique_ptr<ByteSource> openProcess(core::TaskContext &context, core::ProcessRunner &processes,
                                                      core::ProcessRequest request);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether an archive is whole: read to its end once, in order, every byte under a check. Each member is hashed, each chunk
// unpacked, its rows counted and hashed, on all processors; then held against the manifest and the seal. Worker threads;
// needs no server, and memory for a few chunks. An Error means that it could not be read; what is wrong with its content
// is in `problems` (Truncated, Corrupt, VersionMismatch; arguments: the member). Progress in bytes of rows packed.

#include "archive/archivestream.h"
#include "archive/manifest.h"
#include "core/task.h"

namespace civicq::archive {

struct ArchiveVerification
{
    std::optional<Manifest> manifest; // when it could be read
    // The content of the members that say what is made, empty where there is none.
    QByteArray schema;     // schema.dump
    QByteArray schemaList; // which of its entries count; of chosen tables alone
    QByteArray sequences;
    QByteArray refresh;
    QByteArray fingerprint; // fingerprint.h; of one that was read whole and is
    QList<core::Error> problems;
    [[nodiscard]] bool valid() const { return problems.isEmpty() && manifest.has_value(); }
};

// What can be said of an archive on the disk without reading its rows and large objects: all else is checked, the hashes
// that those must have among it (ArchivePlan::checkSeal). What reads them later holds them against it.
[[nodiscard]] core::Result<ArchiveVerification> verifyWithoutRows(core::TaskContext &context, const QString &path);
// `onMember` (may be null) hears of each member as its check begins, on the calling thread.
[[nodiscard]] core::Result<ArchiveVerification> verifyArchive(
    core::TaskContext &context, const ByteReader &reader, const std::function<void(const QString &)> &onMember = {});

} // namespace civicq::archive

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The members of an archive in the file's order, from a source that cannot seek (one that is decrypted on the way), each
// held against a manifest that an earlier reading to the end has proven; so no byte is handed out that was not in the
// archive then. One thread at a time; memory for one member. Errors: Corrupt, Truncated (the file has changed since),
// those of the source.

#include "archive/archivestream.h"
#include "archive/manifest.h"
#include "backups/bytesource.h"

namespace civicq::backups {

class ArchiveFeed
{
public:
    ArchiveFeed(std::unique_ptr<ByteSource> source, std::shared_ptr<const archive::Manifest> manifest);
    ArchiveFeed(const ArchiveFeed &) = delete;
    ArchiveFeed &operator=(const ArchiveFeed &) = delete;

    // What next() will return, without taking it.
    [[nodiscard]] core::Result<const archive::StreamMember *> peek();
    // None once the manifest is done and the source has been read to its end.
    [[nodiscard]] core::Result<std::optional<archive::StreamMember>> next();

    [[nodiscard]] qint64 position() const { return m_source->position(); } // in the file, for progress
    [[nodiscard]] qint64 size() const { return m_source->size(); }

private:
    [[nodiscard]] core::Result<std::optional<archive::StreamMember>> read();

    std::unique_ptr<ByteSource> m_source;
    std::shared_ptr<const archive::Manifest> m_manifest;
    archive::ArchiveStream m_stream;
    qsizetype m_at = 0; // in the manifest's list
    std::optional<archive::StreamMember> m_ahead;
};

} // namespace civicq::backups

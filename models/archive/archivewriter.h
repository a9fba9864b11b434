// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes a .cqbackup (FORMAT.md) into a sink: members one after the other, the manifest, the seal. What is behind the
// sink (a file, an encryptor) may be as slow as it likes; nothing is kept but the list of members. One thread at a time.
// Errors: what the sink returns; InvalidArgument for a member that contradicts the format. After an error the archive is
// of no use.

#include "archive/manifest.h"
#include "core/result.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QDateTime>

#include <functional>
#include <memory>

namespace civicq::archive {

using ByteSink = std::function<core::Result<>(QByteArrayView)>;

class ArchiveWriter
{
public:
    // Every member bears `time`.
    ArchiveWriter(ByteSink sink, const QDateTime &time);
    ~ArchiveWriter();

    // A member that is in memory. `facts`: its name, and rawBytes and rows of a chunk; bytes and SHA-256 are filled in.
    [[nodiscard]] core::Result<> add(ManifestMember facts, QByteArrayView content);

    // One that comes in pieces, of a size that is known.
    [[nodiscard]] core::Result<> begin(const QString &name, qint64 size);
    [[nodiscard]] core::Result<> write(QByteArrayView piece);
    [[nodiscard]] core::Result<> end();

    [[nodiscard]] const QList<ManifestMember> &members() const;

    // `manifest.members` and `manifest.created` are filled in. Nothing can be added afterwards.
    [[nodiscard]] core::Result<> finish(Manifest manifest);
    // After finish(): fingerprint.h, and the SHA-256 of all that went into the sink; in hex.
    [[nodiscard]] const QByteArray &fingerprint() const;
    [[nodiscard]] const QByteArray &sha256() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace civicq::archive

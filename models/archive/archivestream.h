// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The members of an archive in the file's order, from a source that need not seek: a file, what a decryptor gives. Each
// member is handed out whole; headers, padding, the seal's place and the end are checked on the way, the seal's value by
// who knows the members' hashes (Seal). One thread at a time. Errors: Truncated, Corrupt, the source's own.

#include "archive/sha256.h"
#include "archive/tarheader.h"

#include <functional>
#include <optional>

namespace civicq::archive {

// Pieces of any size; an empty one is the end.
using ByteReader = std::function<core::Result<QByteArray>()>;

struct StreamMember
{
    QString name;
    QByteArray header; // 512 bytes
    QByteArray content;
    qint64 padding = 0; // zero bytes, checked
};

class ArchiveStream
{
public:
    explicit ArchiveStream(ByteReader reader) : m_reader(std::move(reader)) {}

    // None once the seal has been handed out and the end was as it should be.
    [[nodiscard]] core::Result<std::optional<StreamMember>> next();
    // fingerprint.h; once next() has returned none.
    [[nodiscard]] QByteArray fingerprint() { return m_fingerprint.result().toHex(); }

private:
    [[nodiscard]] core::Result<QByteArray> take(qint64 bytes);
    [[nodiscard]] core::Result<> takeEnd();

    ByteReader m_reader;
    TarHeaders m_headers;
    Sha256 m_fingerprint;
    QByteArray m_piece; // that came last
    qsizetype m_at = 0; // of it is taken
    bool m_sealed = false;
    bool m_hasManifest = false;
};

// What `seal` must hold; members are added in the file's order, manifest.json last.
class Seal
{
public:
    void add(const QByteArray &header, const QByteArray &sha256, qint64 padding);
    [[nodiscard]] QByteArray result(); // as `seal` holds it, with its newline

private:
    Sha256 m_hash;
};

} // namespace civicq::archive

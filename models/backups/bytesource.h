// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes read in order: a file, an unpacked file, what a program prints. One thread at a time; an empty piece is the end.
// Errors: Truncated and Corrupt say that the content is at fault, anything else that it could not be read.

#include "archive/sha256.h"
#include "core/result.h"
#include "openpgp/protection.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>

namespace civicq::backups {

class ByteSource
{
public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual core::Result<QByteArray> read() = 0;
    // How much of the underlying file has been read, and its size; 0 where there is no file to measure.
    [[nodiscard]] virtual qint64 position() const { return 0; }
    [[nodiscard]] virtual qint64 size() const { return 0; }
};

// The file as it is.
[[nodiscard]] core::Result<std::unique_ptr<ByteSource>> openFile(const QString &path);
// What is in memory already.
[[nodiscard]] std::unique_ptr<ByteSource> openBytes(QByteArray content);
// The same bytes, added to `hash` as they pass; whole once the source has given its end or has gone.
[[nodiscard]] std::unique_ptr<ByteSource> hashed(std::unique_ptr<ByteSource> source, archive::Sha256 &hash);
// An OpenPGP message opened (openpgp/decrypter.h: what comes before the end is proven only by the end). `packed` is read
// on a thread of its own. Position and size are those of `packed`.
[[nodiscard]] std::unique_ptr<ByteSource> decrypted(std::unique_ptr<ByteSource> packed, const openpgp::Unlock &unlock);
// A gzip file unpacked, any number of members; header, length and checksum of each are checked.
[[nodiscard]] std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> packed);
// A zstd file unpacked, any number of frames; a frame's checksum is checked where it has one. Memory: up to 128 MiB, as
// much as zstd itself unpacks without being asked for more.
[[nodiscard]] std::unique_ptr<ByteSource> unzstd(std::unique_ptr<ByteSource> packed);
// What the first bytes of a gzip file unpack to, as far as they go: nothing is checked, no error is told.
[[nodiscard]] QByteArray gunzipBeginning(QByteArrayView packed);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A chunk of rows: unpacked, and taken apart into its rows. Pure functions, any thread; memory is the chunk unpacked.
// Errors: Corrupt, for what is not one zstd frame, not a whole COPY stream, or more than FORMAT.md lets a chunk hold.

#include "archive/manifest.h"

#include <QtCore/QByteArray>

namespace civicq::archive {

struct ChunkFacts
{
    qint64 rawBytes = 0; // unpacked, the stream's header and trailer included
    qint64 rowBytes = 0; // what the hash is made of
    qint64 rows = 0;
    int columns = -1; // of a binary chunk's rows; -1: text, or no row
    RowHash hash;
};

// `rawBytes`: what the manifest says it unpacks to; none where that is not known yet.
[[nodiscard]] core::Result<QByteArray> unpackChunk(QByteArrayView packed, std::optional<qint64> rawBytes);
// What it says it unpacks to, without being unpacked; 0 where it says nothing.
[[nodiscard]] qint64 claimedSize(QByteArrayView packed);
// Only one huge row may make a chunk much larger than the others. Looks at the beginning of one that says it is: Corrupt
// when it holds many rows, without unpacking gigabytes to find out.
[[nodiscard]] core::Result<> checkLargeChunk(QByteArrayView packed, RowEncoding encoding);
[[nodiscard]] core::Result<ChunkFacts> readRows(QByteArrayView raw, RowEncoding encoding);

// "data/3/0001.text.zst" holds text; none for a name that is no chunk's.
[[nodiscard]] std::optional<RowEncoding> chunkEncoding(QStringView name);

} // namespace civicq::archive

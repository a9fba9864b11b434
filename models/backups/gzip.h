// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// gzip (RFC 1952) written piece by piece, by zlib: KArchive's device takes no level and checks no checksum. One thread
// at a time. The packed bytes go to `sink`, whose error ends the writing. Reading is gunzip() in bytesource.h.

#include "core/result.h"

#include <QtCore/QByteArrayView>

#include <functional>
#include <memory>

namespace civicq::backups {

class GzipWriter
{
public:
    using Sink = std::function<core::Result<>(QByteArrayView)>;
    static constexpr int defaultLevel = 6; // 1 fastest, 9 smallest

    GzipWriter(int level, Sink sink);
    ~GzipWriter();

    [[nodiscard]] core::Result<> write(QByteArrayView bytes);
    // Everything still held back, and the trailer with length and checksum.
    [[nodiscard]] core::Result<> finish();

private:
    [[nodiscard]] core::Result<> deflateAll(int flush);
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    Sink m_sink;
};

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// gzip (RFC 1952) written piece by piece and packed by several threads: a member for every MiB, each whole by itself, so
// that gunzip reads the file as it reads any other and our own reader (gunzip() in bytesource.h) unpacks members side by
// side. One thread at a time; the packed bytes go to `sink` on that thread, whose error ends the writing. Memory: a few
// MiB a thread. libdeflate, as KArchive's device takes neither level nor threads and checks no checksum.

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <functional>
#include <memory>

namespace civicq::backups {

class OrderedBlocks;

class GzipWriter
{
public:
    using Sink = std::function<core::Result<>(QByteArrayView)>;
    static constexpr int defaultLevel = 6; // 1 fastest, 9 smallest

    GzipWriter(int level, Sink sink);
    ~GzipWriter();
    GzipWriter(const GzipWriter &) = delete;
    GzipWriter &operator=(const GzipWriter &) = delete;

    [[nodiscard]] core::Result<> write(QByteArrayView bytes);
    // Everything still held back.
    [[nodiscard]] core::Result<> finish();

private:
    [[nodiscard]] core::Result<> give();
    [[nodiscard]] core::Result<> handOn();
    std::unique_ptr<OrderedBlocks> m_blocks;
    int m_threads;
    QByteArray m_block;
    bool m_begun = false;
    Sink m_sink;
};

} // namespace civicq::backups

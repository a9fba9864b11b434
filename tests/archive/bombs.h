// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chunks that are small and say they unpack to hundreds of megabytes.

#include <QtCore/QByteArray>

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace civicq::tests {

// The same piece again and again, as binary COPY where it looks like a tuple; small however large it unpacks.
inline QByteArray packedMany(const QByteArray &piece, qsizetype count)
{
    const std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx *)> packer(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    const QByteArray start = piece.size() > 10 ? QByteArray("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", 19) : QByteArray();
    const QByteArray end = piece.size() > 10 ? QByteArray("\xff\xff", 2) : QByteArray();
    const qsizetype batch = std::max<qsizetype>(1, (qsizetype(1) << 20) / piece.size());
    ZSTD_CCtx_setPledgedSrcSize(packer.get(),
                                static_cast<unsigned long long>(start.size() + piece.size() * count + end.size()));
    QByteArray out;
    QByteArray buffer(1 << 17, '\0');
    const auto feed = [&](const QByteArray &bytes, ZSTD_EndDirective mode) {
        ZSTD_inBuffer in{bytes.constData(), static_cast<size_t>(bytes.size()), 0};
        for (size_t left = 1; left != 0 && (in.pos < in.size || mode == ZSTD_e_end);) {
            ZSTD_outBuffer to{buffer.data(), static_cast<size_t>(buffer.size()), 0};
            left = ZSTD_compressStream2(packer.get(), &to, &in, mode);
            out.append(buffer.constData(), static_cast<qsizetype>(to.pos));
            if (mode == ZSTD_e_continue)
                left = 1;
        }
    };
    feed(start, ZSTD_e_continue);
    const QByteArray batched = piece.repeated(batch);
    for (; count >= batch; count -= batch)
        feed(batched, ZSTD_e_continue);
    feed(piece.repeated(count) + end, ZSTD_e_end);
    return out;
}

} // namespace civicq::tests

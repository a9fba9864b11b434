// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading zstd, as pg_dump --compress=zstd and the program zstd write it.
#include "backups/bytesource.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr std::size_t unzstdPiece = 256 * 1024;

struct FreeStream
{
    void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
};

class ZstdSource final : public ByteSource
{
public:
    explicit ZstdSource(std::unique_ptr<ByteSource> packed)
        : m_packed(std::move(packed)), m_stream(ZSTD_createDStream())
    {}

    [[nodiscard]] Result<QByteArray> read() override
    {
        QByteArray piece(unzstdPiece, Qt::Uninitialized);
        ZSTD_outBuffer out{piece.data(), unzstdPiece, 0};
        while (out.pos == 0) {
            // With all input taken there may be more to come out still.
            if (m_in.pos == m_in.size && !m_full) {
                if (const auto fed = feed(); !fed)
                    return core::fail(fed.error());
                if (m_in.size == 0)
                    return m_inFrame ? Result<QByteArray>(
                                           core::fail(ErrorCode::Truncated, u"the compressed data ends too early"_s))
                                     : Result<QByteArray>(QByteArray());
            }
            const std::size_t wanted = ZSTD_decompressStream(m_stream.get(), &out, &m_in);
            if (ZSTD_isError(wanted) != 0)
                return failure(wanted);
            m_inFrame = wanted != 0;
            m_full = m_inFrame && out.pos == out.size; // after a frame more is another frame
        }
        piece.truncate(static_cast<qsizetype>(out.pos));
        return piece;
    }
    [[nodiscard]] qint64 position() const override { return m_packed->position(); }
    [[nodiscard]] qint64 size() const override { return m_packed->size(); }

private:
    Result<> feed()
    {
        auto piece = m_packed->read();
        if (!piece)
            return core::fail(piece.error());
        m_piece = std::move(*piece);
        m_in = {m_piece.constData(), static_cast<std::size_t>(m_piece.size()), 0};
        return {};
    }

    static std::unexpected<core::Error> failure(std::size_t code)
    {
        if (ZSTD_getErrorCode(code) == ZSTD_error_frameParameter_windowTooLarge)
            return core::fail(
                ErrorCode::Corrupt,
                u"it was packed with a window of more than 128 MiB; unpack it with zstd -d --long=31 first"_s);
        return core::fail(ErrorCode::Corrupt,
                          u"the compressed data is damaged (%1)"_s.arg(QLatin1StringView(ZSTD_getErrorName(code))));
    }

    std::unique_ptr<ByteSource> m_packed;
    std::unique_ptr<ZSTD_DStream, FreeStream> m_stream;
    QByteArray m_piece;
    ZSTD_inBuffer m_in{nullptr, 0, 0};
    bool m_inFrame = true; // what has no frame at all ends too early as well
    bool m_full = false;
};

} // namespace

std::unique_ptr<ByteSource> unzstd(std::unique_ptr<ByteSource> packed)
{
    return std::make_unique<ZstdSource>(std::move(packed));
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/gzip.h"

#include "backups/bytesource.h"

#include <zlib.h>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr int gzipWindow = 15 + 16; // zlib's way to say: gzip, not zlib, around the data
constexpr std::size_t pieceSize = 256 * 1024;

Bytef *bytesOf(QByteArrayView view)
{
    // zlib's interface forgets that it only reads its input.
    return const_cast<Bytef *>(reinterpret_cast<const Bytef *>(view.data()));
}

class GunzipSource final : public ByteSource
{
public:
    explicit GunzipSource(std::unique_ptr<ByteSource> packed) : m_packed(std::move(packed))
    {
        inflateInit2(&m_stream, gzipWindow);
    }
    ~GunzipSource() override { inflateEnd(&m_stream); }
    GunzipSource(const GunzipSource &) = delete;
    GunzipSource &operator=(const GunzipSource &) = delete;

    [[nodiscard]] Result<QByteArray> read() override
    {
        QByteArray out(pieceSize, Qt::Uninitialized);
        m_stream.next_out = reinterpret_cast<Bytef *>(out.data());
        m_stream.avail_out = pieceSize;
        while (m_stream.avail_out == pieceSize && !m_ended) {
            if (const auto fed = feed(); !fed)
                return core::fail(fed.error());
            if (m_ended)
                break;
            const int status = inflate(&m_stream, Z_NO_FLUSH);
            if (status == Z_STREAM_END)
                m_inMember = false;
            else if (status != Z_OK && status != Z_BUF_ERROR)
                return corrupt();
        }
        out.truncate(static_cast<qsizetype>(pieceSize - m_stream.avail_out));
        return out;
    }
    [[nodiscard]] qint64 position() const override { return m_packed->position(); }
    [[nodiscard]] qint64 size() const override { return m_packed->size(); }

private:
    // More packed bytes when there are none left; the next member where one has ended.
    Result<> feed()
    {
        if (m_stream.avail_in == 0) {
            auto piece = m_packed->read();
            if (!piece)
                return core::fail(piece.error());
            m_input = std::move(*piece);
            m_stream.next_in = bytesOf(m_input);
            m_stream.avail_in = static_cast<uInt>(m_input.size());
        }
        if (m_stream.avail_in == 0) {
            m_ended = true;
            if (m_inMember)
                return core::fail(ErrorCode::Truncated, u"the compressed data ends too early"_s);
        } else if (!m_inMember) {
            inflateReset(&m_stream);
            m_inMember = true;
        }
        return {};
    }

    [[nodiscard]] std::unexpected<core::Error> corrupt() const
    {
        const QString words = m_stream.msg ? QString::fromLatin1(m_stream.msg) : u"unknown"_s;
        return core::fail(ErrorCode::Corrupt, u"the compressed data is damaged (%1)"_s.arg(words));
    }

    std::unique_ptr<ByteSource> m_packed;
    z_stream m_stream = {};
    QByteArray m_input;
    bool m_inMember = true;
    bool m_ended = false;
};

} // namespace

std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> packed)
{
    return std::make_unique<GunzipSource>(std::move(packed));
}

struct GzipWriter::Stream
{
    z_stream z = {};
    std::array<Bytef, pieceSize> out;
};

GzipWriter::GzipWriter(int level, Sink sink) : m_stream(std::make_unique<Stream>()), m_sink(std::move(sink))
{
    constexpr int memoryLevel = 8; // zlib's default
    deflateInit2(&m_stream->z, level, Z_DEFLATED, gzipWindow, memoryLevel, Z_DEFAULT_STRATEGY);
}

GzipWriter::~GzipWriter()
{
    deflateEnd(&m_stream->z);
}

Result<> GzipWriter::write(QByteArrayView bytes)
{
    m_stream->z.next_in = bytesOf(bytes);
    m_stream->z.avail_in = static_cast<uInt>(bytes.size());
    return bytes.isEmpty() ? Result<>() : deflateAll(Z_NO_FLUSH);
}

Result<> GzipWriter::finish()
{
    m_stream->z.avail_in = 0;
    return deflateAll(Z_FINISH);
}

Result<> GzipWriter::deflateAll(int flush)
{
    z_stream &z = m_stream->z;
    do {
        z.next_out = m_stream->out.data();
        z.avail_out = pieceSize;
        if (deflate(&z, flush) == Z_STREAM_ERROR)
            return core::fail(ErrorCode::Unknown, u"the data could not be compressed"_s);
        const auto made = static_cast<qsizetype>(pieceSize - z.avail_out);
        if (made > 0) {
            if (const auto taken = m_sink(QByteArrayView(reinterpret_cast<const char *>(m_stream->out.data()), made));
                !taken)
                return taken;
        }
    } while (z.avail_out == 0);
    return {};
}

} // namespace civicq::backups

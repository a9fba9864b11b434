// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading gzip: members of our own side by side on several threads, anybody else's by zlib.
#include "backups/bytesource.h"
#include "backups/gzipmember.h"
#include "backups/orderedblocks.h"

#include <zlib.h>

#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr int gzipWindow = 15 + 16; // zlib's way to say: gzip, not zlib, around the data
constexpr std::size_t unpackedPiece = 256 * 1024;
constexpr qsizetype blocksPerThread = 3;

Bytef *bytesOf(QByteArrayView view)
{
    // zlib's interface forgets that it only reads its input.
    return const_cast<Bytef *>(reinterpret_cast<const Bytef *>(view.data()));
}

class ZlibSource final : public ByteSource
{
public:
    ZlibSource(std::unique_ptr<ByteSource> packed, QByteArray begun)
        : m_packed(std::move(packed)), m_input(std::move(begun))
    {
        inflateInit2(&m_stream, gzipWindow);
        m_stream.next_in = bytesOf(m_input);
        m_stream.avail_in = static_cast<uInt>(m_input.size());
    }
    ~ZlibSource() override { inflateEnd(&m_stream); }
    ZlibSource(const ZlibSource &) = delete;
    ZlibSource &operator=(const ZlibSource &) = delete;

    [[nodiscard]] Result<QByteArray> read() override
    {
        QByteArray out(unpackedPiece, Qt::Uninitialized);
        m_stream.next_out = reinterpret_cast<Bytef *>(out.data());
        m_stream.avail_out = unpackedPiece;
        while (m_stream.avail_out == unpackedPiece && !m_ended) {
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
        out.truncate(static_cast<qsizetype>(unpackedPiece - m_stream.avail_out));
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

// Our own members as long as there are any, read ahead and unpacked by threads; from the first other byte on, zlib.
class GunzipSource final : public ByteSource
{
public:
    explicit GunzipSource(std::unique_ptr<ByteSource> packed) : m_packed(std::move(packed)) {}

    [[nodiscard]] Result<QByteArray> read() override
    {
        for (;;) {
            if (m_zlib)
                return m_zlib->read();
            readAhead();
            if (!m_first.isEmpty() || (m_blocks && m_blocks->waiting() > 0)) {
                auto block = m_first.isEmpty() ? m_blocks->take() : gzipUnpacker()(std::exchange(m_first, {}));
                if (!block || !block->isEmpty()) // an empty piece would be the end, and there may be more
                    return block;
            } else if (!m_failure) {
                return core::fail(m_failure.error());
            } else if (m_foreign) {
                m_zlib = std::make_unique<ZlibSource>(std::move(m_packed), m_input.sliced(m_at));
                m_input.clear();
            } else if (m_ended) {
                return QByteArray();
            }
        }
    }
    [[nodiscard]] qint64 position() const override { return m_zlib ? m_zlib->position() : m_packed->position(); }
    [[nodiscard]] qint64 size() const override { return m_zlib ? m_zlib->size() : m_packed->size(); }

private:
    // Members into the hands of the threads, until they have enough. The first is unpacked here: who only wants to see
    // how a file begins needs no threads.
    void readAhead()
    {
        const int threads = OrderedBlocks::usualThreads();
        while (!m_foreign && !m_ended && m_failure && m_first.isEmpty()
               && (!m_blocks || m_blocks->waiting() < threads * blocksPerThread)) {
            if (!fill(gzipHeaderSize)) {
                m_foreign = m_at < m_input.size() || !m_begun; // zlib has the words for what it is
                break;
            }
            const qsizetype size = gzipMemberSize(QByteArrayView(m_input).sliced(m_at));
            if (size == 0) {
                m_foreign = true;
                break;
            }
            if (!fill(size)) {
                if (m_failure)
                    m_failure = core::fail(ErrorCode::Truncated, u"the compressed data ends too early"_s);
                break;
            }
            QByteArray member = m_input.sliced(m_at, size);
            m_at += size;
            if (!std::exchange(m_begun, true)) {
                m_first = std::move(member);
                break;
            }
            if (!m_blocks)
                m_blocks = std::make_unique<OrderedBlocks>(threads, gzipUnpacker);
            m_blocks->give(std::move(member));
        }
    }

    // Whether `size` bytes are there from m_at on.
    bool fill(qsizetype size)
    {
        while (m_input.size() - m_at < size) {
            auto piece = m_packed->read();
            if (!piece)
                m_failure = core::fail(piece.error());
            m_ended = !piece || piece->isEmpty();
            if (m_ended)
                return false;
            m_input.remove(0, std::exchange(m_at, 0));
            m_input.append(*piece);
        }
        return true;
    }

    std::unique_ptr<ByteSource> m_packed;
    QByteArray m_input;
    qsizetype m_at = 0;
    QByteArray m_first;
    std::unique_ptr<OrderedBlocks> m_blocks;
    std::unique_ptr<ByteSource> m_zlib;
    Result<> m_failure; // of reading ahead; told once what came before it was
    bool m_begun = false;
    bool m_foreign = false;
    bool m_ended = false;
};

} // namespace

std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> packed)
{
    return std::make_unique<GunzipSource>(std::move(packed));
}

QByteArray gunzipBeginning(QByteArrayView packed)
{
    QByteArray out(unpackedPiece, Qt::Uninitialized);
    z_stream stream = {};
    if (inflateInit2(&stream, gzipWindow) != Z_OK)
        return {};
    stream.next_in = bytesOf(packed);
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = unpackedPiece;
    (void)inflate(&stream, Z_SYNC_FLUSH);
    out.truncate(static_cast<qsizetype>(unpackedPiece - stream.avail_out));
    inflateEnd(&stream);
    return out;
}

} // namespace civicq::backups

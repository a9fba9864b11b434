// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/gzipmember.h"

#include <QtCore/QtEndian>

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

// magic, deflate, FEXTRA, no time, no hint, system unknown; 8 bytes of extra: "CQ", 4 bytes: the member's length
constexpr std::array<unsigned char, 16> fixedHeader{0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 8, 0, 'C', 'Q', 4, 0};
constexpr qsizetype trailerSize = 8; // CRC-32, length
static_assert(fixedHeader.size() + 4 == gzipHeaderSize);

std::size_t sizeOf(qsizetype size)
{
    return static_cast<std::size_t>(size);
}

std::unexpected<core::Error> damaged(const QString &why)
{
    return core::fail(ErrorCode::Corrupt, u"the compressed data is damaged (%1)"_s.arg(why));
}

} // namespace

BlockWork gzipPacker(int level)
{
    const std::shared_ptr<libdeflate_compressor> packer(libdeflate_alloc_compressor(level), libdeflate_free_compressor);
    return [packer](const QByteArray &block) -> Result<QByteArray> {
        const std::size_t length = sizeOf(block.size());
        if (!packer)
            return core::fail(ErrorCode::Unknown, u"there is not enough memory to compress"_s);
        const auto bound = static_cast<qsizetype>(libdeflate_deflate_compress_bound(packer.get(), length));
        QByteArray member(gzipHeaderSize + bound + trailerSize, Qt::Uninitialized);
        const auto packed = static_cast<qsizetype>(libdeflate_deflate_compress(
            packer.get(), block.constData(), length, member.data() + gzipHeaderSize, sizeOf(bound)));
        if (packed == 0)
            return core::fail(ErrorCode::Unknown, u"the data could not be compressed"_s);
        member.truncate(gzipHeaderSize + packed + trailerSize);
        std::copy(fixedHeader.begin(), fixedHeader.end(), member.begin());
        qToLittleEndian(static_cast<quint32>(member.size()), member.data() + fixedHeader.size());
        char *const trailer = member.data() + gzipHeaderSize + packed;
        qToLittleEndian(libdeflate_crc32(0, block.constData(), length), trailer);
        qToLittleEndian(static_cast<quint32>(length), trailer + 4);
        return member;
    };
}

BlockWork gzipUnpacker()
{
    const std::shared_ptr<libdeflate_decompressor> unpacker(libdeflate_alloc_decompressor(),
                                                            libdeflate_free_decompressor);
    return [unpacker](const QByteArray &member) -> Result<QByteArray> {
        if (!unpacker)
            return core::fail(ErrorCode::Unknown, u"there is not enough memory to unpack"_s);
        if (member.size() < gzipHeaderSize + trailerSize)
            return damaged(u"a member that is too short"_s);
        const char *const trailer = member.constData() + member.size() - trailerSize;
        const auto length = qFromLittleEndian<quint32>(trailer + 4);
        if (length > gzipLongest)
            return damaged(u"a length that cannot be"_s);
        QByteArray block(static_cast<qsizetype>(length), Qt::Uninitialized);
        std::size_t taken = 0;
        const std::size_t packed = sizeOf(member.size() - gzipHeaderSize - trailerSize);
        const auto status =
            libdeflate_deflate_decompress_ex(unpacker.get(), member.constData() + gzipHeaderSize, packed, block.data(),
                                             sizeOf(block.size()), &taken, nullptr);
        if (status != LIBDEFLATE_SUCCESS || taken != packed)
            return damaged(u"the data does not unpack"_s);
        if (libdeflate_crc32(0, block.constData(), sizeOf(block.size())) != qFromLittleEndian<quint32>(trailer))
            return damaged(u"incorrect data check"_s);
        return block;
    };
}

qsizetype gzipMemberSize(QByteArrayView head)
{
    const auto *const bytes = reinterpret_cast<const unsigned char *>(head.data());
    if (head.size() < gzipHeaderSize || !std::equal(fixedHeader.begin(), fixedHeader.end(), bytes))
        return 0;
    const qint64 size = qFromLittleEndian<quint32>(bytes + fixedHeader.size());
    return size >= gzipHeaderSize + trailerSize && size <= gzipLongest ? size : 0;
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/rows.h"

#include "archive/archiveformat.h"

#include <QtCore/QtEndian>

#include <zstd.h>

#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::archive {

namespace {

// PostgreSQL's own limit for what COPY sends of one row is 1 GiB; before it there may be a chunk's worth of others.
constexpr qint64 largestChunk = (qint64(1) << 30) + 2 * chunkSize;
constexpr qint64 lookedAt = chunkSize + (qint64(1) << 20); // of a large chunk
constexpr QByteArrayView binaryStart("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", 19);
constexpr QByteArrayView binaryEnd("\xff\xff", 2);

std::unexpected<core::Error> damaged(const QString &why)
{
    return core::fail(ErrorCode::Corrupt, why);
}

struct FreeContext
{
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

// One a thread: making one costs as much as unpacking a small chunk.
ZSTD_DCtx *unpacker()
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    return context.get();
}

// As much of the content as `bytes`, or all.
Result<QByteArray> unpackBeginning(QByteArrayView packed, qint64 bytes)
{
    QByteArray raw(bytes, Qt::Uninitialized);
    ZSTD_outBuffer out{raw.data(), static_cast<size_t>(bytes), 0};
    ZSTD_inBuffer in{packed.data(), static_cast<size_t>(packed.size()), 0};
    ZSTD_DCtx_reset(unpacker(), ZSTD_reset_session_only);
    size_t left = 1;
    while (left != 0 && out.pos < out.size) {
        const size_t before = out.pos + in.pos;
        left = ZSTD_decompressStream(unpacker(), &out, &in);
        if (ZSTD_isError(left) != 0 || (left != 0 && out.pos + in.pos == before))
            return damaged(u"it does not unpack"_s);
    }
    raw.truncate(static_cast<qsizetype>(out.pos));
    return raw;
}

qint64 firstRowBegins(RowEncoding encoding)
{
    return encoding == RowEncoding::Binary ? binaryStart.size() : 0;
}

Result<> mayBegin(qint64 at, RowEncoding encoding)
{
    return at - firstRowBegins(encoding) > chunkSize ? Result<>(damaged(u"it holds more rows than a chunk may"_s))
                                                     : Result<>();
}

Result<ChunkFacts> readText(QByteArrayView raw)
{
    ChunkFacts facts;
    facts.rawBytes = facts.rowBytes = raw.size();
    const char *const begin = raw.data();
    const char *const end = begin + raw.size();
    for (const char *row = begin; row != end;) {
        if (const auto allowed = mayBegin(row - begin, RowEncoding::Text); !allowed)
            return core::fail(allowed.error());
        const auto *newline = static_cast<const char *>(std::memchr(row, '\n', static_cast<size_t>(end - row)));
        if (!newline)
            return damaged(u"its last row does not end"_s);
        const QByteArrayView line(row, newline + 1 - row);
        // To the server that line would be the end of the rows, whatever follows.
        if (line == "\\.\n")
            return damaged(u"it holds a mark that would hide the rows after it"_s);
        facts.hash.addRow(line);
        ++facts.rows;
        row = newline + 1;
    }
    return facts;
}

// Past the tuple at `at`: a 16-bit count of fields, each a 32-bit length (-1: NULL) and its bytes. -1: it does not end.
qint64 tupleEnd(QByteArrayView raw, qint64 at, int fields)
{
    constexpr qint64 countSize = 2;
    constexpr qint64 lengthSize = 4;
    at += countSize;
    for (int field = 0; field < fields; ++field) {
        if (at + lengthSize > raw.size())
            return -1;
        const qint64 length = qFromBigEndian<qint32>(raw.data() + at);
        if (length < -1)
            return -1;
        at += lengthSize + std::max<qint64>(length, 0);
    }
    return at <= raw.size() ? at : -1;
}

// Past the tuple at `at` where it ends in `raw`; else -1.
qint64 wholeTupleEnd(QByteArrayView raw, qint64 at)
{
    if (at + qint64(sizeof(qint16)) > raw.size())
        return -1;
    const int fields = qFromBigEndian<qint16>(raw.data() + at);
    return fields < 0 ? -1 : tupleEnd(raw, at, fields);
}

Result<ChunkFacts> readBinary(QByteArrayView raw)
{
    if (!raw.startsWith(binaryStart) || !raw.endsWith(binaryEnd) || raw.size() < binaryStart.size() + binaryEnd.size())
        return damaged(u"it is not binary COPY from its beginning to its end"_s);
    ChunkFacts facts;
    facts.rawBytes = raw.size();
    facts.rowBytes = raw.size() - binaryStart.size() - binaryEnd.size();
    const qint64 end = raw.size() - binaryEnd.size();
    for (qint64 row = binaryStart.size(); row != end;) {
        if (const auto allowed = mayBegin(row, RowEncoding::Binary); !allowed)
            return core::fail(allowed.error());
        if (row + binaryEnd.size() > end)
            return damaged(u"its last row does not end"_s);
        const int fields = qFromBigEndian<qint16>(raw.data() + row);
        if (fields < 0 || (facts.columns >= 0 && fields != facts.columns))
            return damaged(u"its rows do not have the same columns"_s);
        facts.columns = fields;
        const qint64 next = tupleEnd(raw.first(end), row, fields);
        if (next < 0)
            return damaged(u"a row is longer than the chunk"_s);
        facts.hash.addRow(raw.sliced(row, next - row));
        ++facts.rows;
        row = next;
    }
    return facts;
}

} // namespace

Result<QByteArray> unpackChunk(QByteArrayView packed, std::optional<qint64> rawBytes)
{
    const auto size = static_cast<size_t>(packed.size());
    const unsigned long long content = ZSTD_getFrameContentSize(packed.data(), size);
    if (content == ZSTD_CONTENTSIZE_ERROR || ZSTD_findFrameCompressedSize(packed.data(), size) != size)
        return damaged(u"it is not one zstd frame"_s);
    if (content == ZSTD_CONTENTSIZE_UNKNOWN || content > static_cast<unsigned long long>(largestChunk))
        return damaged(u"it does not say how large it is unpacked, or is too large"_s);
    if (rawBytes && static_cast<unsigned long long>(*rawBytes) != content)
        return damaged(u"it unpacks to %1 bytes instead of %2"_s.arg(content).arg(*rawBytes));
    QByteArray raw(static_cast<qsizetype>(content), Qt::Uninitialized);
    const size_t unpacked =
        ZSTD_decompressDCtx(unpacker(), raw.data(), static_cast<size_t>(raw.size()), packed.data(), size);
    if (ZSTD_isError(unpacked) != 0 || unpacked != static_cast<size_t>(raw.size()))
        return damaged(u"it does not unpack"_s);
    return raw;
}

qint64 claimedSize(QByteArrayView packed)
{
    const unsigned long long content = ZSTD_getFrameContentSize(packed.data(), static_cast<size_t>(packed.size()));
    const bool known = content != ZSTD_CONTENTSIZE_ERROR && content != ZSTD_CONTENTSIZE_UNKNOWN;
    return known ? static_cast<qint64>(std::min<unsigned long long>(content, largestChunk + 1)) : 0;
}

Result<> checkLargeChunk(QByteArrayView packed, RowEncoding encoding)
{
    const qint64 claimed = claimedSize(packed);
    if (claimed <= 2 * lookedAt || claimed > largestChunk) // what claims more than may be is refused without a look
        return {};
    const auto raw = unpackBeginning(packed, lookedAt);
    if (!raw)
        return core::fail(raw.error());
    // The row that goes on behind this must be the last: so it begins where a row may.
    for (qint64 row = firstRowBegins(encoding);;) {
        const qint64 end = encoding == RowEncoding::Binary ? wholeTupleEnd(*raw, row) : raw->indexOf('\n', row) + 1;
        if (end <= row)
            return mayBegin(row, encoding);
        row = end;
    }
}

Result<ChunkFacts> readRows(QByteArrayView raw, RowEncoding encoding)
{
    return encoding == RowEncoding::Binary ? readBinary(raw) : readText(raw);
}

std::optional<RowEncoding> chunkEncoding(QStringView name)
{
    if (!name.startsWith(dataFolder))
        return std::nullopt;
    if (name.endsWith(".binary.zst"_L1))
        return RowEncoding::Binary;
    return name.endsWith(".text.zst"_L1) ? std::optional(RowEncoding::Text) : std::nullopt;
}

} // namespace civicq::archive

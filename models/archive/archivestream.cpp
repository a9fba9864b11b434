// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivestream.h"

#include "archive/archiveformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::archive {

namespace {

constexpr qint64 usualMember = qint64(16) << 20; // packed

} // namespace

// Memory grows with what has truly come, not with what a header claims.
Result<QByteArray> ArchiveStream::take(qint64 bytes)
{
    QByteArray taken;
    taken.reserve(std::min(bytes, usualMember));
    while (taken.size() < bytes) {
        if (m_at == m_piece.size()) {
            auto piece = m_reader();
            if (!piece)
                return core::fail(piece.error());
            if (piece->isEmpty())
                return core::fail(ErrorCode::Truncated, u"the archive ends too early"_s);
            m_piece = std::move(*piece);
            m_at = 0;
        }
        const qsizetype length = std::min(bytes - taken.size(), m_piece.size() - m_at);
        taken.append(QByteArrayView(m_piece).sliced(m_at, length));
        m_at += length;
    }
    return taken;
}

Result<std::optional<StreamMember>> ArchiveStream::next()
{
    if (m_sealed) {
        const auto ended = takeEnd();
        return ended ? Result<std::optional<StreamMember>>(std::nullopt) : core::fail(ended.error());
    }
    const auto block = take(tarBlock);
    if (!block)
        return core::fail(block.error());
    if (isZero(*block))
        return core::fail(ErrorCode::Corrupt, u"the archive ends without its seal"_s);
    auto header = m_headers.read(*block);
    if (!header)
        return core::fail(header.error());
    if (const auto sound = checkSize(*header); !sound)
        return core::fail(sound.error());
    // Only the seal follows the manifest, and nothing goes without it.
    if (m_hasManifest != (header->name == sealMember))
        return core::fail(ErrorCode::Corrupt, u"%1 stands where it should not"_s.arg(header->name));
    m_hasManifest = header->name == manifestMember;
    m_sealed = header->name == sealMember;
    auto content = take(header->bytes);
    if (!content)
        return core::fail(content.error());
    const qint64 padding = paddingOf(header->bytes);
    const auto zero = take(padding);
    if (!zero)
        return core::fail(zero.error());
    if (!isZero(*zero))
        return core::fail(ErrorCode::Corrupt, u"there are bytes between the members after %1"_s.arg(header->name));
    if (m_sealed) {
        for (const QByteArray &part : {*block, *content, *zero})
            m_fingerprint.add(part);
    }
    return StreamMember{std::move(header->name), *block, std::move(*content), padding};
}

Result<> ArchiveStream::takeEnd()
{
    const auto end = take(tarEnd);
    if (!end)
        return core::fail(end.error());
    const auto more = m_at < m_piece.size() ? Result<QByteArray>("more") : m_reader();
    if (!more)
        return core::fail(more.error());
    if (!isZero(*end) || !more->isEmpty())
        return core::fail(ErrorCode::Corrupt, u"there are bytes after the archive's end"_s);
    m_fingerprint.add(*end);
    return {};
}

void Seal::add(const QByteArray &header, const QByteArray &sha256, qint64 padding)
{
    m_hash.add(header);
    m_hash.add(sha256);
    m_hash.add(QByteArray(padding, '\0'));
}

QByteArray Seal::result()
{
    return m_hash.result().toHex() + '\n';
}

} // namespace civicq::archive

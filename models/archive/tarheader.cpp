// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/tarheader.h"

#include "archive/archiveformat.h"
#include "archive/manifest.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::archive {

namespace {

constexpr qint64 largestMember = qint64(256) << 20;
constexpr qint64 largestPackedChunk = (qint64(1) << 30) + (qint64(32) << 20);

// POSIX ustar: where a field begins, and how long it is.
struct Field
{
    qsizetype at;
    qsizetype length;
};
constexpr Field nameField{0, 100};
constexpr Field modeField{100, 6};
constexpr Field sizeDigits{124, 11};
constexpr Field checksumField{148, 8};
constexpr Field checksumDigits{148, 6};
constexpr Field typeField{156, 1};
constexpr Field linkField{157, 100};
constexpr Field magicField{257, 5};
constexpr Field restField{329, 183}; // device numbers, prefix, and what follows
constexpr qsizetype longestName = 99;

QByteArrayView part(QByteArrayView block, Field field)
{
    return block.sliced(field.at, field.length);
}

std::optional<qint64> octal(QByteArrayView digits)
{
    const auto isOctal = [](char c) { return c >= '0' && c <= '7'; };
    if (!std::ranges::all_of(digits, isOctal))
        return std::nullopt;
    qint64 value = 0;
    for (const char c : digits)
        value = value * 8 + (c - '0');
    return value;
}

qint64 checksumOf(QByteArrayView block)
{
    qint64 sum = checksumField.length * ' '; // it counts as spaces itself
    for (qsizetype i = 0; i < block.size(); ++i) {
        if (i < checksumField.at || i >= checksumField.at + checksumField.length)
            sum += static_cast<unsigned char>(block.at(i));
    }
    return sum;
}

std::unexpected<core::Error> damagedHeader(const QString &why)
{
    return core::fail(ErrorCode::Corrupt, u"a header in the archive is damaged: %1"_s.arg(why));
}

Result<QString> nameOf(QByteArrayView block)
{
    const QByteArrayView field = part(block, nameField);
    const qsizetype length = field.indexOf('\0');
    if (length < 1 || length > longestName || !isZero(field.sliced(length)))
        return damagedHeader(u"its name does not end as it should"_s);
    const QString name = QString::fromLatin1(field.first(length));
    const auto allowed = [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || u".-_/"_s.contains(c)); };
    if (!isMemberName(name) || !std::ranges::all_of(name, allowed))
        return core::fail(ErrorCode::Corrupt,
                          u"the archive holds a member named \"%1\", which is not allowed"_s.arg(name));
    return name;
}

} // namespace

qint64 paddingOf(qint64 bytes)
{
    return (tarBlock - bytes % tarBlock) % tarBlock;
}

bool isZero(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return c == '\0'; });
}

Result<> checkSize(const TarHeader &header)
{
    const bool chunk = header.name.startsWith(dataFolder);
    const bool wrongSeal = header.name == sealMember && header.bytes != sealSize;
    if (header.bytes > (chunk ? largestPackedChunk : largestMember) || wrongSeal)
        return core::fail(ErrorCode::Corrupt, u"%1 has a size that is not allowed"_s.arg(header.name));
    return {};
}

Result<TarHeader> TarHeaders::read(QByteArrayView block)
{
    if (octal(part(block, checksumDigits)) != checksumOf(block))
        return damagedHeader(u"its checksum is wrong"_s);
    if (part(block, typeField) != "0" || part(block, magicField) != "ustar" || !isZero(part(block, linkField))
        || !isZero(part(block, restField)) || !part(block, modeField).endsWith("644"))
        return damagedHeader(u"it is not that of a plain file"_s);
    const auto name = nameOf(block);
    if (!name)
        return core::fail(name.error());
    const auto bytes = octal(part(block, sizeDigits));
    if (!bytes)
        return damagedHeader(u"the size of %1 is no number"_s.arg(*name));
    QByteArray common = block.toByteArray();
    for (const Field field : {nameField, sizeDigits, checksumDigits})
        common.replace(field.at, field.length, QByteArray(field.length, '\0'));
    if (m_common.isEmpty())
        m_common = common;
    if (common != m_common)
        return damagedHeader(u"that of %1 is not like the others"_s.arg(*name));
    return TarHeader{*name, *bytes};
}

} // namespace civicq::archive

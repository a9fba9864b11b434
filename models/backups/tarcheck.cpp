// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tarcheck.h"

#include "core/platform.h"

#include <QtCore/QFile>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr qint64 blockSize = 512;
constexpr qsizetype sizeAt = 124; // in a header
constexpr qsizetype sizeLength = 12;

// Octal digits, or of more than 8 GiB the number itself behind a byte with its high bit set.
std::optional<qint64> memberSize(const QByteArray &header)
{
    const QByteArray field = header.mid(sizeAt, sizeLength);
    if ((static_cast<unsigned char>(field.front()) & 0x80U) == 0) {
        bool number = false;
        const qint64 size = field.trimmed().split('\0').first().trimmed().toLongLong(&number, 8);
        return number && size >= 0 ? std::optional(size) : std::nullopt;
    }
    qint64 size = 0;
    for (const char digit : field.last(8))
        size = (size << 8) | static_cast<unsigned char>(digit);
    return size >= 0 ? std::optional(size) : std::nullopt;
}

} // namespace

Result<> checkTar(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return core::fail(core::lastFileError(path));
    for (qint64 at = 0;;) {
        if (!file.seek(at))
            return core::fail(core::lastFileError(path));
        const QByteArray header = file.read(blockSize);
        if (header.size() < blockSize)
            return core::fail(ErrorCode::Truncated, u"the tar ends too early"_s, {path});
        if (std::ranges::all_of(header, [](char c) { return c == '\0'; }))
            return {};
        const auto size = memberSize(header);
        if (!size)
            return core::fail(ErrorCode::Corrupt, u"a header of the tar is damaged"_s, {path});
        if (*size > file.size() - at - blockSize)
            return core::fail(ErrorCode::Truncated, u"the tar ends too early"_s, {path});
        at += blockSize + (*size + blockSize - 1) / blockSize * blockSize;
    }
}

} // namespace civicq::backups

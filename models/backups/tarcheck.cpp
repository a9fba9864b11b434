// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tarcheck.h"

#include "core/platform.h"

#include <QtCore/QFile>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr qint64 blockSize = 512;

struct Field
{
    qsizetype at; // in a header
    qsizetype length;
};
constexpr Field sizeField{124, 12};
constexpr Field sumField{148, 8};

// Octal digits, or of more than 8 GiB the number itself behind a byte with its high bit set.
std::optional<qint64> numberIn(const QByteArray &header, Field where)
{
    const QByteArray field = header.mid(where.at, where.length);
    if ((static_cast<unsigned char>(field.front()) & 0x80U) == 0) {
        bool isNumber = false;
        const qint64 number = field.trimmed().split('\0').first().trimmed().toLongLong(&isNumber, 8);
        return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
    }
    qint64 number = 0;
    for (const char digit : field.last(std::min<qsizetype>(8, field.size())))
        number = (number << 8) | static_cast<unsigned char>(digit);
    return number >= 0 ? std::optional(number) : std::nullopt;
}

// Its bytes added up, those of the sum itself as blanks.
qint64 sumOf(QByteArray header)
{
    header.replace(sumField.at, sumField.length, QByteArray(sumField.length, ' '));
    qint64 sum = 0;
    for (const char byte : std::as_const(header))
        sum += static_cast<unsigned char>(byte);
    return sum;
}

struct Member
{
    bool end = false; // the block of zeros that ends the tar
    qint64 size = 0;
    [[nodiscard]] qint64 padded() const { return (size + blockSize - 1) / blockSize * blockSize; }
};

Result<Member> memberOf(const QByteArray &header)
{
    if (std::ranges::all_of(header, [](char c) { return c == '\0'; }))
        return Member{true, 0};
    const auto size = numberIn(header, sizeField);
    if (!size || numberIn(header, sumField) != sumOf(header))
        return core::fail(ErrorCode::Corrupt, u"a header of the tar is damaged"_s);
    return Member{false, *size};
}

std::unexpected<core::Error> endsTooEarly()
{
    return core::fail(ErrorCode::Truncated, u"the tar ends too early"_s);
}

class CheckedTar final : public ByteSource
{
public:
    explicit CheckedTar(std::unique_ptr<ByteSource> tar) : m_tar(std::move(tar)) {}
    [[nodiscard]] Result<QByteArray> read() override
    {
        auto piece = m_tar->read();
        if (!piece)
            return piece;
        if (piece->isEmpty() && !m_ended)
            return endsTooEarly();
        if (const auto sound = walk(*piece); !sound)
            return core::fail(sound.error());
        return piece;
    }
    [[nodiscard]] qint64 position() const override { return m_tar->position(); }
    [[nodiscard]] qint64 size() const override { return m_tar->size(); }

private:
    Result<> walk(QByteArrayView bytes)
    {
        while (!m_ended && !bytes.isEmpty()) {
            const auto passed = static_cast<qsizetype>(std::min<qint64>(m_body, bytes.size()));
            m_body -= passed;
            bytes = bytes.sliced(passed);
            const qsizetype wanted = std::min(bytes.size(), qsizetype(blockSize) - m_header.size());
            m_header.append(bytes.first(wanted));
            bytes = bytes.sliced(wanted);
            if (m_header.size() < blockSize)
                continue;
            const auto member = memberOf(m_header);
            if (!member)
                return core::fail(member.error());
            m_header.clear();
            m_ended = member->end;
            m_body = member->padded();
        }
        return {};
    }

    std::unique_ptr<ByteSource> m_tar;
    QByteArray m_header; // of the next member, as far as it has come
    qint64 m_body = 0;   // bytes before it
    bool m_ended = false;
};

std::unexpected<core::Error> ofTar(core::Error error, const QString &path)
{
    error.arguments = {path};
    return core::fail(std::move(error));
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
            return ofTar(endsTooEarly().error(), path);
        const auto member = memberOf(header);
        if (!member)
            return ofTar(member.error(), path);
        if (member->end)
            return {};
        if (member->size > file.size() - at - blockSize)
            return ofTar(endsTooEarly().error(), path);
        at += blockSize + member->padded();
    }
}

std::unique_ptr<ByteSource> checkedTar(std::unique_ptr<ByteSource> tar)
{
    return std::make_unique<CheckedTar>(std::move(tar));
}

} // namespace civicq::backups

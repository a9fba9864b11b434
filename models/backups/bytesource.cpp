// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/bytesource.h"

#include "core/platform.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr qint64 pieceSize = 256 * 1024;

class FileSource final : public ByteSource
{
public:
    explicit FileSource(const QString &path) : m_file(path) {}

    [[nodiscard]] Result<> open()
    {
        if (QFileInfo(m_file.fileName()).isDir())
            return core::fail(ErrorCode::InvalidArgument, u"%1 is a folder"_s.arg(m_file.fileName()),
                              {m_file.fileName()});
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return core::fail(core::lastFileError(m_file.fileName()));
        core::expectInOrder(m_file);
        return {};
    }

    [[nodiscard]] Result<QByteArray> read() override
    {
        QByteArray piece(pieceSize, Qt::Uninitialized);
        const qint64 length = m_file.read(piece.data(), pieceSize);
        if (length < 0)
            return core::fail(core::lastFileError(m_file.fileName()));
        piece.truncate(length);
        return piece;
    }
    [[nodiscard]] qint64 position() const override { return m_file.pos(); }
    [[nodiscard]] qint64 size() const override { return m_file.size(); }

private:
    QFile m_file;
};

class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(QByteArray content) : m_content(std::move(content)) {}
    [[nodiscard]] Result<QByteArray> read() override { return std::exchange(m_content, QByteArray()); }

private:
    QByteArray m_content;
};

} // namespace

std::unique_ptr<ByteSource> openBytes(QByteArray content)
{
    return std::make_unique<MemorySource>(std::move(content));
}

Result<std::unique_ptr<ByteSource>> openFile(const QString &path)
{
    auto source = std::make_unique<FileSource>(path);
    if (const auto opened = source->open(); !opened)
        return core::fail(opened.error());
    return source;
}

} // namespace civicq::backups

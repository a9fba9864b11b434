// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/foldercheck.h"

#include "backups/bytesource.h"
#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QtEndian>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr quint32 lz4Magic = 0x184d2204;
constexpr quint32 lz4Stored = 0x80000000; // of a block's size: it is not packed
constexpr qint64 lz4Word = 4;             // sizes and checksums

std::unexpected<core::Error> cutOff(const QString &path)
{
    return core::fail(ErrorCode::Truncated, u"%1 ends too early"_s.arg(QFileInfo(path).fileName()), {path});
}

Result<> checkZstd(core::TaskContext &context, const QString &path)
{
    auto file = openFile(path);
    if (!file)
        return core::fail(file.error());
    const auto source = unzstd(std::move(*file));
    for (;;) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        const auto piece = source->read();
        if (!piece)
            return core::fail(piece.error());
        if (piece->isEmpty())
            return {};
    }
}

// The frame's header, then blocks behind their sizes, then a size of 0.
Result<> checkLz4(core::TaskContext &context, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return core::fail(core::lastFileError(path));
    const QByteArray head = file.read(lz4Word + 1);
    if (head.size() <= lz4Word)
        return cutOff(path);
    if (qFromLittleEndian<quint32>(head.constData()) != lz4Magic)
        return core::fail(ErrorCode::Corrupt, u"%1 is not packed with lz4"_s.arg(QFileInfo(path).fileName()), {path});
    const auto flags = static_cast<unsigned char>(head.at(lz4Word));
    const qint64 contentSize = (flags & 0x08U) != 0 ? 8 : 0;
    const qint64 dictionary = (flags & 0x01U) != 0 ? lz4Word : 0;
    const qint64 blockSum = (flags & 0x10U) != 0 ? lz4Word : 0;
    const qint64 contentSum = (flags & 0x04U) != 0 ? lz4Word : 0;
    constexpr qint64 descriptor = 3; // flags, block descriptor, header checksum
    for (qint64 at = lz4Word + descriptor + contentSize + dictionary;;) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        if (!file.seek(at))
            return core::fail(core::lastFileError(path));
        const QByteArray word = file.read(lz4Word);
        if (word.size() < lz4Word)
            return cutOff(path);
        const auto size = qFromLittleEndian<quint32>(word.constData());
        if (size == 0)
            return at + lz4Word + contentSum > file.size() ? cutOff(path) : Result<>();
        at += lz4Word + static_cast<qint64>(size & ~lz4Stored) + blockSum;
    }
}

} // namespace

Result<> checkDumpFolder(core::TaskContext &context, const QString &folder)
{
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
        if (file.size() == 0 && file.fileName().startsWith("blob_"_L1)) // a large object without a byte
            continue;
        Result<> whole;
        if (file.suffix() == "zst"_L1)
            whole = checkZstd(context, file.filePath());
        else if (file.suffix() == "lz4"_L1)
            whole = checkLz4(context, file.filePath());
        if (!whole) {
            core::Error error = whole.error();
            if (error.code == ErrorCode::Truncated || error.code == ErrorCode::Corrupt)
                error.arguments = {file.filePath()};
            return core::fail(error.during(u"reading %1"_s.arg(file.fileName())));
        }
    }
    return {};
}

} // namespace civicq::backups

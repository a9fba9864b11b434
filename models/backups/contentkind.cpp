// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/contentkind.h"

#include "archive/archivefile.h"
#include "backups/bytesource.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

std::unexpected<core::Error> unknownContent(const QString &path, const QString &why)
{
    return core::fail(ErrorCode::Corrupt, u"%1 is not a backup this program can read: %2"_s.arg(path, why), {path});
}

Result<ContentKind> ofFolder(const QString &path)
{
    if (QFileInfo::exists(path + u"/toc.dat"_s))
        return ContentKind{Container::DirectoryArchive, false};
    return unknownContent(path, u"the folder holds no toc.dat of pg_dump"_s);
}

Result<ContentKind> ofHead(const QString &path, const QByteArray &head, bool gzip)
{
    constexpr qsizetype tarMagic = 257; // offset of "ustar" in a tar's first block
    if (head.isEmpty())
        return core::fail(ErrorCode::Truncated, u"%1 is empty"_s.arg(path), {path});
    const bool custom = head.startsWith("PGDMP");
    const bool tar = head.startsWith("toc.dat") && head.mid(tarMagic, 5) == "ustar";
    const bool own = archive::ArchivePlan::looksLikeOne(head);
    if ((custom || tar || own) && gzip)
        return unknownContent(path, u"it is an archive packed once more with gzip; unpack it with gunzip first"_s);
    if (own)
        return ContentKind{Container::CivicqArchive, false};
    if (custom)
        return ContentKind{Container::CustomArchive, false};
    if (tar)
        return ContentKind{Container::TarArchive, false};
    if (head.startsWith("\x28\xb5\x2f\xfd"))
        return unknownContent(path, u"it is packed with zstd; unpack it with unzstd first"_s);
    if (head.contains('\0'))
        return unknownContent(path, u"it is neither SQL nor an archive of pg_dump"_s);
    return ContentKind{Container::PlainSql, gzip};
}

} // namespace

Result<ContentKind> contentKind(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return core::fail(ErrorCode::NotFound, u"there is no file %1"_s.arg(path), {path});
    if (info.isDir())
        return ofFolder(path);
    auto source = openFile(path);
    if (!source)
        return core::fail(source.error());
    auto head = (*source)->read();
    if (!head)
        return core::fail(head.error());
    if (!head->startsWith("\x1f\x8b"))
        return ofHead(path, *head, false);
    auto again = openFile(path);
    if (!again)
        return core::fail(again.error());
    const auto unpacked = gunzip(std::move(*again))->read();
    if (!unpacked) {
        core::Error error = unpacked.error();
        error.arguments = {path};
        return core::fail(std::move(error));
    }
    return ofHead(path, *unpacked, true);
}

QString contentKindName(const ContentKind &kind)
{
    switch (kind.container) {
    case Container::PlainSql: return kind.gzip ? u"sql.gz"_s : u"sql"_s;
    case Container::CustomArchive: return u"custom"_s;
    case Container::TarArchive: return u"tar"_s;
    case Container::DirectoryArchive: return u"directory"_s;
    case Container::CivicqArchive: return u"archive"_s;
    }
    return u"sql"_s;
}

} // namespace civicq::backups

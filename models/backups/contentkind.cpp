// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/contentkind.h"

#include "archive/archivefile.h"
#include "openpgp/message.h"

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
        return ContentKind{Container::DirectoryArchive, Packing::None};
    return unknownContent(path, u"the folder holds no toc.dat of pg_dump"_s);
}

// Programs that pack what we do not unpack, by the first bytes of their files.
QString foreignPacking(const QByteArray &head)
{
    struct Foreign
    {
        QByteArrayView magic;
        QLatin1StringView program;
        QLatin1StringView command;
    };
    static constexpr Foreign known[]{
        {"\x04\x22\x4d\x18", "lz4"_L1, "lz4 -d"_L1},
        {"\xfd"
         "7zXZ",
         "xz"_L1, "unxz"_L1},
        {"BZh", "bzip2"_L1, "bunzip2"_L1},
        {"PK\x03\x04", "zip"_L1, "unzip"_L1},
    };
    for (const Foreign &foreign : known) {
        if (head.startsWith(foreign.magic))
            return u"it is packed with %1; unpack it with %2 first"_s.arg(foreign.program, foreign.command);
    }
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))
        return u"it is written in UTF-16, as PowerShell's > does; have pg_dump write it with --file"_s;
    return {};
}

Result<ContentKind> ofHead(const QString &path, const QByteArray &head, Packing packing)
{
    constexpr qsizetype tarMagic = 257; // offset of "ustar" in a tar's first block
    if (head.isEmpty())
        return core::fail(ErrorCode::Truncated, u"%1 is empty"_s.arg(path), {path});
    const bool custom = head.startsWith("PGDMP");
    const bool tar = head.startsWith("toc.dat") && head.mid(tarMagic, 5) == "ustar";
    const bool own = archive::ArchivePlan::looksLikeOne(head);
    if ((custom || tar || own) && packing != Packing::None)
        return unknownContent(path, u"it is an archive packed once more; unpack it with %1 first"_s.arg(
                                        packing == Packing::Gzip ? u"gunzip"_s : u"unzstd"_s));
    if (own)
        return ContentKind{Container::CivicqArchive, Packing::None};
    if (custom)
        return ContentKind{Container::CustomArchive, Packing::None};
    if (tar)
        return ContentKind{Container::TarArchive, Packing::None};
    const QString foreign = foreignPacking(head);
    if (!foreign.isEmpty())
        return unknownContent(path, foreign);
    if (head.contains('\0'))
        return unknownContent(path, u"it is neither SQL nor an archive of pg_dump"_s);
    return ContentKind{Container::PlainSql, packing};
}

Packing packingOf(const QByteArray &head)
{
    if (head.startsWith("\x1f\x8b"))
        return Packing::Gzip;
    return head.startsWith("\x28\xb5\x2f\xfd") ? Packing::Zstd : Packing::None;
}

std::unexpected<core::Error> ofThisFile(core::Error error, const QString &path)
{
    // What opens it is in the arguments already where that is what is missing.
    if (error.code == ErrorCode::Truncated || error.code == ErrorCode::Corrupt)
        error.arguments = {path};
    return core::fail(std::move(error));
}

// The first bytes of what the message holds, unpacked.
Result<QByteArray> beginningInside(const QString &path, const openpgp::Unlock &unlock, Packing packing)
{
    auto file = openFile(path);
    if (!file)
        return core::fail(file.error());
    return unpack(decrypted(std::move(*file), unlock), packing)->read();
}

Result<ContentKind> insideOf(const QString &path, const openpgp::Unlock &unlock)
{
    const auto head = beginningInside(path, unlock, Packing::None);
    if (!head)
        return ofThisFile(head.error(), path);
    const Packing packing = packingOf(*head);
    const auto unpacked = packing == Packing::None ? head : beginningInside(path, unlock, packing);
    if (!unpacked)
        return ofThisFile(unpacked.error(), path);
    auto kind = ofHead(path, *unpacked, packing);
    if (kind)
        kind->encrypted = true;
    return kind;
}

} // namespace

bool isEncryptedFile(const QString &path)
{
    if (QFileInfo(path).isDir())
        return false;
    const auto source = openFile(path);
    const auto head = source ? (*source)->read() : core::fail(source.error());
    return head && openpgp::isEncrypted(*head);
}

Result<ContentKind> contentKind(const QString &path, const openpgp::Unlock &unlock)
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
    if (openpgp::isEncrypted(*head))
        return insideOf(path, unlock);
    const Packing packing = packingOf(*head);
    if (packing == Packing::None)
        return ofHead(path, *head, packing);
    auto again = openFile(path);
    if (!again)
        return core::fail(again.error());
    const auto unpacked = unpack(std::move(*again), packing)->read();
    if (!unpacked)
        return ofThisFile(unpacked.error(), path);
    return ofHead(path, *unpacked, packing);
}

std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> source, Packing packing)
{
    switch (packing) {
    case Packing::Gzip: return gunzip(std::move(source));
    case Packing::Zstd: return unzstd(std::move(source));
    case Packing::None: break;
    }
    return source;
}

QString contentKindName(const ContentKind &kind)
{
    switch (kind.container) {
    case Container::PlainSql: break;
    case Container::CustomArchive: return u"custom"_s;
    case Container::TarArchive: return u"tar"_s;
    case Container::DirectoryArchive: return u"directory"_s;
    case Container::CivicqArchive: return u"archive"_s;
    }
    switch (kind.packing) {
    case Packing::Gzip: return u"sql.gz"_s;
    case Packing::Zstd: return u"sql.zst"_s;
    case Packing::None: break;
    }
    return u"sql"_s;
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivefile.h"

#include "archive/archiveformat.h"
#include "archive/archivestream.h"
#include "archive/manifestjson.h"
#include "archive/sha256.h"
#include "archive/tarheader.h"
#include "core/platform.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::archive {

namespace {

constexpr qint64 sealAndEnd = tarBlock + tarBlock + tarEnd; // header, content with padding, end
constexpr qint64 searchPiece = qint64(256) * 1024;
constexpr qint64 largestManifest = qint64(256) << 20;

std::unexpected<core::Error> fileError(const QFile &file)
{
    return core::fail(core::lastFileError(file.fileName()));
}

Result<QByteArray> readAt(QFile &file, qint64 offset, qint64 bytes)
{
    if (!file.seek(offset))
        return fileError(file);
    QByteArray content(bytes, Qt::Uninitialized);
    qint64 at = 0;
    while (at < bytes) {
        const qint64 got = file.read(content.data() + at, bytes - at);
        if (got < 0)
            return fileError(file);
        if (got == 0)
            return core::fail(ErrorCode::Truncated, u"the archive ends too early"_s, {file.fileName()});
        at += got;
    }
    return content;
}

bool isManifestHeader(QByteArrayView block)
{
    TarHeaders headers;
    const auto header = headers.read(block);
    return header && header->name == manifestMember;
}

// Backwards from the seal: no block of a JSON text is a tar header, for that has zero bytes.
Result<qint64> findManifest(QFile &file, qint64 sealAt)
{
    const qint64 lowest = std::max<qint64>(0, sealAt - largestManifest);
    for (qint64 end = sealAt; end > lowest;) {
        const qint64 begin = std::max(lowest, end - searchPiece);
        const auto piece = readAt(file, begin, end - begin);
        if (!piece)
            return core::fail(piece.error());
        for (qint64 at = piece->size() - tarBlock; at >= 0; at -= tarBlock) {
            if (isManifestHeader(QByteArrayView(*piece).sliced(at, tarBlock)))
                return begin + at;
        }
        end = begin;
    }
    return core::fail(ErrorCode::Truncated, u"the archive has no table of contents: it ends too early"_s,
                      {file.fileName()});
}

Result<QByteArray> readManifest(QFile &file, qint64 at, qint64 sealAt)
{
    const auto block = readAt(file, at, tarBlock);
    if (!block)
        return block;
    TarHeaders headers;
    const auto header = headers.read(*block);
    if (!header)
        return core::fail(header.error());
    if (at + tarBlock + header->bytes + paddingOf(header->bytes) != sealAt)
        return core::fail(ErrorCode::Corrupt, u"the archive's table of contents has another size than it says"_s,
                          {file.fileName()});
    return readAt(file, at + tarBlock, header->bytes);
}

// That the end is one: a seal and two zero blocks; returns where the seal's header is.
Result<qint64> findSeal(QFile &file)
{
    const qint64 sealAt = file.size() - sealAndEnd;
    if (sealAt < tarBlock || file.size() % tarBlock != 0)
        return core::fail(ErrorCode::Truncated, u"the archive ends too early"_s, {file.fileName()});
    const auto end = readAt(file, sealAt, sealAndEnd);
    if (!end)
        return core::fail(end.error());
    TarHeaders headers;
    const auto header = headers.read(QByteArrayView(*end).first(tarBlock));
    const bool sealed = header && header->name == sealMember && isZero(QByteArrayView(*end).last(tarEnd));
    if (!sealed)
        return core::fail(ErrorCode::Truncated, u"the archive does not end with its seal: it was cut off or added to"_s,
                          {file.fileName()});
    return sealAt;
}

// What the seal must hold, of members whose content is not read.
class SealSum
{
public:
    explicit SealSum(QFile &file) : m_file(file) {}

    Result<> add(const ManifestMember &member, qint64 offset)
    {
        const auto block = readAt(m_file, offset, tarBlock);
        if (!block)
            return core::fail(block.error());
        const auto header = m_headers.read(*block);
        if (!header)
            return core::fail(header.error());
        if (header->name != member.name || header->bytes != member.bytes)
            return core::fail(ErrorCode::Corrupt,
                              u"where the manifest lists %1 the archive holds %2"_s.arg(member.name, header->name),
                              {member.name});
        if (const auto allowed = checkSize(*header); !allowed)
            return allowed;
        const auto padding = readAt(m_file, offset + tarBlock + member.bytes, paddingOf(member.bytes));
        if (!padding)
            return core::fail(padding.error());
        if (!isZero(*padding))
            return core::fail(ErrorCode::Corrupt, u"there are bytes between the members after %1"_s.arg(member.name),
                              {member.name});
        m_sum.add(*block, member.sha256, padding->size());
        return {};
    }

    Result<QByteArray> compare(qint64 sealAt)
    {
        const auto found = readAt(m_file, sealAt, sealAndEnd);
        if (!found)
            return core::fail(found.error());
        const auto header = m_headers.read(QByteArrayView(*found).first(tarBlock));
        if (!header)
            return core::fail(header.error());
        if (const auto allowed = checkSize(*header); !allowed)
            return core::fail(allowed.error());
        const QByteArrayView content = QByteArrayView(*found).sliced(tarBlock);
        if (content.first(sealSize) != m_sum.result() || !isZero(content.sliced(sealSize)))
            return core::fail(ErrorCode::Corrupt, u"the seal does not fit what it seals"_s, {sealMember});
        return Sha256::of(*found).toHex();
    }

private:
    QFile &m_file;
    TarHeaders m_headers;
    Seal m_sum;
};

} // namespace

bool isOfContent(const core::Error &error)
{
    return error.code == ErrorCode::Truncated || error.code == ErrorCode::Corrupt
           || error.code == ErrorCode::VersionMismatch;
}

bool ArchivePlan::looksLikeOne(QByteArrayView firstBytes)
{
    constexpr qsizetype magicAt = 257;
    return firstBytes.startsWith(QByteArray("README.txt\0", 11)) && firstBytes.size() > tarBlock
           && firstBytes.sliced(magicAt).startsWith("ustar") && firstBytes.sliced(tarBlock).startsWith("CivicQ backup");
}

bool ArchivePlan::isOne(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) && looksLikeOne(file.read(2 * tarBlock));
}

Result<ArchivePlan> ArchivePlan::of(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(file);
    const auto sealAt = findSeal(file);
    if (!sealAt)
        return core::fail(sealAt.error());
    const auto manifestAt = findManifest(file, *sealAt);
    if (!manifestAt)
        return core::fail(manifestAt.error());
    const auto json = readManifest(file, *manifestAt, *sealAt);
    if (!json)
        return core::fail(json.error());
    auto manifest = manifestFromJson(*json);
    if (!manifest)
        return core::fail(manifest.error());
    ArchivePlan plan;
    plan.path = path;
    plan.manifest = std::move(*manifest);
    plan.own = {manifestMember, json->size(), Sha256::of(*json), {}, {}};
    plan.ownOffset = *manifestAt;
    qint64 at = 0;
    for (const ManifestMember &member : std::as_const(plan.manifest.members)) {
        plan.places.insert(member.name, plan.offsets.size());
        plan.offsets.insert(member.name, at);
        at += tarBlock + member.bytes + paddingOf(member.bytes);
        if (at > *manifestAt)
            break;
    }
    if (at != *manifestAt)
        return core::fail(ErrorCode::Corrupt, u"the archive's table of contents and its size do not fit"_s, {path});
    return plan;
}

Result<QByteArray> ArchivePlan::checkSeal(core::TaskContext &context) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(file);
    SealSum sum(file);
    for (const ManifestMember &member : manifest.members) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        if (const auto sound = sum.add(member, offsets.value(member.name)); !sound)
            return core::fail(sound.error());
    }
    const auto sound = sum.add(own, ownOffset);
    return sound ? sum.compare(ownOffset + tarBlock + own.bytes + paddingOf(own.bytes)) : core::fail(sound.error());
}

Result<MemberReader> MemberReader::open(std::shared_ptr<const ArchivePlan> plan)
{
    MemberReader reader(std::move(plan));
    if (!reader.m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(*reader.m_file);
    return reader;
}

Result<QByteArray> MemberReader::read(const QString &name)
{
    const qsizetype place = m_plan->places.value(name, -1);
    if (place < 0)
        return core::fail(ErrorCode::Corrupt, u"the archive holds no %1"_s.arg(name), {name});
    const ManifestMember *member = &m_plan->manifest.members.at(place);
    const qint64 offset = m_plan->offsets.value(name);
    auto bytes = readAt(*m_file, offset, tarBlock + member->bytes);
    if (!bytes)
        return bytes;
    TarHeaders headers;
    const auto header = headers.read(QByteArrayView(*bytes).first(tarBlock));
    bytes->remove(0, tarBlock);
    if (!header || header->name != name || header->bytes != member->bytes || Sha256::of(*bytes) != member->sha256)
        return core::fail(ErrorCode::Corrupt, u"%1 is not what the manifest says"_s.arg(name), {name});
    return bytes;
}

Result<MemberReader::Chunk> MemberReader::chunk(const ManifestTable &table, const QString &name)
{
    const auto packed = read(name);
    if (!packed)
        return core::fail(packed.error());
    const auto damaged = [&name](const core::Error &error) {
        return core::fail(ErrorCode::Corrupt, u"%1 is damaged: %2"_s.arg(name, error.message), {name});
    };
    if (const auto allowed = checkLargeChunk(*packed, table.encoding); !allowed)
        return damaged(allowed.error());
    const ManifestMember &said = m_plan->manifest.members.at(m_plan->places.value(name));
    auto raw = unpackChunk(*packed, said.rawBytes);
    if (!raw)
        return damaged(raw.error());
    const auto facts = readRows(*raw, table.encoding);
    if (!facts)
        return damaged(facts.error());
    if (said.rows && facts->rows != *said.rows)
        return core::fail(ErrorCode::Corrupt,
                          u"%1 holds %2 rows, the manifest says %3"_s.arg(name).arg(facts->rows).arg(*said.rows),
                          {name});
    if (facts->columns >= 0 && facts->columns != table.columns.size()) {
        const QString shown = table.schema + u'.' + table.name;
        return core::fail(ErrorCode::Corrupt, u"the rows of table %1 do not have its columns"_s.arg(shown), {shown});
    }
    return Chunk{std::move(*raw), *facts};
}

} // namespace civicq::archive

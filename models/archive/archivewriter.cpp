// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivewriter.h"

#include "archive/archiveformat.h"
#include "archive/manifestjson.h"
#include "archive/sha256.h"
#include "archive/sha256pair.h"

#include <KTar>

#include <QtCore/QIODevice>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::archive {

namespace {

constexpr mode_t memberMode = 0100644;

// Where KTar writes to: everything goes on to the sink; what is not a member's content goes under the seal as well.
class SinkDevice final : public QIODevice
{
public:
    explicit SinkDevice(ByteSink sink) : m_sink(std::move(sink)) { open(WriteOnly | Unbuffered); }
    [[nodiscard]] bool isSequential() const override { return true; }

    Sha256Pair hashes; // of the file and of each member
    Sha256 seal;
    bool inContent = false;
    Sha256 end; // of all from the seal on
    bool inSeal = false;
    core::Error error; // of the write that failed

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const QByteArrayView bytes(data, size);
        if (inContent) {
            hashes.addToPart(bytes);
        } else {
            hashes.add(bytes);
            seal.add(bytes);
        }
        if (inSeal)
            end.add(bytes);
        if (const auto written = m_sink(bytes); !written) {
            error = written.error();
            setErrorString(error.message);
            return -1;
        }
        return size;
    }

private:
    ByteSink m_sink;
};

} // namespace

class ArchiveWriter::Private
{
public:
    Private(ByteSink sink, const QDateTime &when)
        : device(std::move(sink)), tar(&device),
          time(QDateTime::fromSecsSinceEpoch(when.toSecsSinceEpoch(), QTimeZone::UTC))
    {
        tar.open(QIODevice::WriteOnly);
    }

    [[nodiscard]] std::unexpected<core::Error> failure() const { return core::fail(device.error); }

    Result<> header(const QString &name, qint64 size)
    {
        const bool written =
            tar.prepareWriting(name, u"root"_s, u"root"_s, size, memberMode, QDateTime(), time, QDateTime());
        return written ? Result<>() : failure();
    }

    Result<> content(QByteArrayView bytes)
    {
        device.inContent = true;
        const bool written = tar.writeData(bytes.data(), bytes.size());
        device.inContent = false;
        return written ? Result<>() : failure();
    }

    // The seal goes on with the content's hash, then the padding. The hash.
    Result<QByteArray> closeMember(qint64 size)
    {
        QByteArray sha256 = device.hashes.part();
        device.seal.add(sha256);
        return tar.finishWriting(size) ? Result<QByteArray>(std::move(sha256)) : failure();
    }

    Result<QByteArray> whole(const QString &name, QByteArrayView bytes)
    {
        if (const auto begun = header(name, bytes.size()); !begun)
            return core::fail(begun.error());
        if (const auto written = content(bytes); !written)
            return core::fail(written.error());
        return closeMember(bytes.size());
    }

    SinkDevice device;
    KTar tar;
    QDateTime time;
    QList<ManifestMember> members;
    qint64 left = 0; // of the member that comes in pieces
    QByteArray fingerprint;
    QByteArray sha256;
};

ArchiveWriter::ArchiveWriter(ByteSink sink, const QDateTime &time) : d(std::make_unique<Private>(std::move(sink), time))
{}
ArchiveWriter::~ArchiveWriter() = default;

Result<> ArchiveWriter::add(ManifestMember facts, QByteArrayView content)
{
    if (!isMemberName(facts.name))
        return core::fail(ErrorCode::InvalidArgument, u"\"%1\" cannot be a member's name"_s.arg(facts.name));
    auto sha256 = d->whole(facts.name, content);
    if (!sha256)
        return core::fail(sha256.error());
    facts.bytes = content.size();
    facts.sha256 = std::move(*sha256);
    d->members.append(std::move(facts));
    return {};
}

Result<> ArchiveWriter::begin(const QString &name, qint64 size)
{
    if (!isMemberName(name))
        return core::fail(ErrorCode::InvalidArgument, u"\"%1\" cannot be a member's name"_s.arg(name));
    d->members.append({name, size, {}, {}, {}});
    d->left = size;
    return d->header(name, size);
}

Result<> ArchiveWriter::write(QByteArrayView piece)
{
    d->left -= piece.size();
    if (d->left < 0)
        return core::fail(ErrorCode::InvalidArgument, u"%1 is larger than was said"_s.arg(d->members.last().name));
    return d->content(piece);
}

Result<> ArchiveWriter::end()
{
    ManifestMember &member = d->members.last();
    if (d->left != 0)
        return core::fail(ErrorCode::InvalidArgument, u"%1 is smaller than was said"_s.arg(member.name));
    auto sha256 = d->closeMember(member.bytes);
    if (!sha256)
        return core::fail(sha256.error());
    member.sha256 = std::move(*sha256);
    return {};
}

const QList<ManifestMember> &ArchiveWriter::members() const
{
    return d->members;
}

Result<> ArchiveWriter::finish(Manifest manifest)
{
    manifest.members = d->members;
    manifest.created = d->time;
    if (const auto sound = manifest.check(); !sound)
        return sound;
    const QByteArray json = manifestToJson(manifest);
    if (const auto written = d->whole(manifestMember, json); !written)
        return core::fail(written.error());
    const QByteArray seal = d->device.seal.result().toHex() + '\n';
    d->device.inSeal = true;
    if (const auto written = d->whole(sealMember, seal); !written)
        return core::fail(written.error());
    // KTar ends without tar's two empty blocks.
    const bool ended = d->device.write(QByteArray(tarEnd, '\0')) == tarEnd;
    if (!ended || !d->tar.close())
        return d->failure();
    d->fingerprint = d->device.end.result().toHex();
    d->sha256 = d->device.hashes.whole().toHex();
    return {};
}

const QByteArray &ArchiveWriter::fingerprint() const
{
    return d->fingerprint;
}

const QByteArray &ArchiveWriter::sha256() const
{
    return d->sha256;
}

} // namespace civicq::archive

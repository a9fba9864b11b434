// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/archivefeed.h"

#include "archive/archiveformat.h"

#include <utility>

using namespace Qt::StringLiterals;
using civicq::archive::StreamMember;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

ArchiveFeed::ArchiveFeed(std::unique_ptr<ByteSource> source, std::shared_ptr<const archive::Manifest> manifest)
    : m_source(std::move(source)), m_manifest(std::move(manifest)), m_stream([this] { return m_source->read(); })
{}

Result<const StreamMember *> ArchiveFeed::peek()
{
    if (!m_ahead) {
        auto member = read();
        if (!member)
            return core::fail(member.error());
        m_ahead = std::move(*member);
    }
    return m_ahead ? &*m_ahead : nullptr;
}

Result<std::optional<StreamMember>> ArchiveFeed::next()
{
    return m_ahead ? std::exchange(m_ahead, std::nullopt) : read();
}

Result<std::optional<StreamMember>> ArchiveFeed::read()
{
    for (;;) {
        auto member = m_stream.next();
        if (!member)
            return member;
        const bool listed =
            *member && (*member)->name != archive::manifestMember && (*member)->name != archive::sealMember;
        const bool all = m_at == m_manifest->members.size();
        if (!listed && !all)
            return core::fail(ErrorCode::Corrupt, u"the backup has changed since it was read: members are missing"_s);
        if (!*member)
            return member;
        if (!listed)
            continue;
        const auto said = all ? archive::ManifestMember() : m_manifest->members.at(m_at++);
        const StreamMember &found = **member;
        if (said.name != found.name || said.bytes != found.content.size()
            || said.sha256 != archive::Sha256::of(found.content))
            return core::fail(ErrorCode::Corrupt,
                              u"the backup has changed since it was read: %1 is another one"_s.arg(found.name),
                              {found.name});
        return member;
    }
}

} // namespace civicq::backups

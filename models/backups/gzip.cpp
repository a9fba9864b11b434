// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/gzip.h"

#include "backups/gzipmember.h"
#include "backups/orderedblocks.h"

#include <algorithm>
#include <utility>

using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr qsizetype blocksWaiting = 3; // one being packed, one next, one waiting to be handed on

} // namespace

GzipWriter::GzipWriter(int level, Sink sink)
    : m_blocks(std::make_unique<OrderedBlocks>(OrderedBlocks::usualThreads(), [level] { return gzipPacker(level); })),
      m_threads(OrderedBlocks::usualThreads()), m_sink(std::move(sink))
{}

GzipWriter::~GzipWriter() = default;

Result<> GzipWriter::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype fits = std::min(bytes.size(), gzipBlock - m_block.size());
        m_block.append(bytes.first(fits));
        bytes = bytes.sliced(fits);
        if (m_block.size() == gzipBlock) {
            if (const auto given = give(); !given)
                return given;
        }
    }
    return {};
}

Result<> GzipWriter::give()
{
    m_begun = true;
    m_blocks->give(std::exchange(m_block, QByteArray()));
    m_block.reserve(gzipBlock);
    while (m_blocks->isReady() || m_blocks->waiting() >= m_threads * blocksWaiting) {
        if (const auto handed = handOn(); !handed)
            return handed;
    }
    return {};
}

Result<> GzipWriter::handOn()
{
    const auto member = m_blocks->take();
    return member ? m_sink(*member) : core::fail(member.error());
}

Result<> GzipWriter::finish()
{
    if (!m_block.isEmpty() || !m_begun) { // of nothing too a gzip file is one member
        if (const auto given = give(); !given)
            return given;
    }
    while (m_blocks->waiting() > 0) {
        if (const auto handed = handOn(); !handed)
            return handed;
    }
    return {};
}

} // namespace civicq::backups

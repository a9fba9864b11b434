// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/checkedpart.h"

#include "archive/sha256.h"
#include "core/platform.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

using namespace std::chrono_literals;

constexpr qint64 syncEvery = qint64(8) << 20; // seldom enough to cost the disk nothing, often enough to leave little
constexpr qint64 readAtOnce = qint64(1) << 20;

std::unexpected<core::Error> notReadBack()
{
    return core::fail(core::fail(ErrorCode::Corrupt,
                                 u"the backup did not read back and was not kept: the disk gave back other bytes than "
                                 "were written"_s)
                          .error()
                          .during(u"reading back what was written"_s));
}

} // namespace

struct CheckedPart::Sum
{
    XXH3_state_t fast;
    archive::Sha256 sha256; // of the reading side alone
    QFile file;             // the same
    QByteArray piece;

    Sum() { XXH3_128bits_reset(&fast); }
    void add(QByteArrayView bytes) { XXH3_128bits_update(&fast, bytes.data(), static_cast<std::size_t>(bytes.size())); }
    [[nodiscard]] XXH128_hash_t result() const { return XXH3_128bits_digest(&fast); }
};

CheckedPart::CheckedPart(core::PartFile &part, bool hashed)
    : m_part(part), m_hashed(hashed), m_written(std::make_unique<Sum>()), m_read(std::make_unique<Sum>()),
      m_thread([this] { follow(); })
{}

CheckedPart::~CheckedPart()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

Result<> CheckedPart::write(QByteArrayView bytes)
{
    m_written->add(bytes);
    if (auto written = m_part.write(bytes); !written)
        return written;
    const std::scoped_lock lock(m_mutex);
    if (m_part.size() - m_size >= syncEvery) {
        m_size = m_part.size();
        m_changed.notify_all();
    }
    return m_ended ? m_verdict : Result<>(); // a disk that has failed meanwhile is told of at once
}

Result<QByteArray> CheckedPart::finish(core::TaskContext &context)
{
    std::unique_lock lock(m_mutex);
    m_size = m_part.size();
    m_whole = true;
    m_changed.notify_all();
    while (!m_ended) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        context.report({u"Reading the backup back"_s, {}, m_done, m_size, core::Unit::Bytes});
        m_changed.wait_for(lock, 50ms);
    }
    if (!m_verdict)
        return core::fail(m_verdict.error());
    context.report({u"Reading the backup back"_s, {}, m_done, m_size, core::Unit::Bytes});
    if (m_done != m_size || !XXH128_isEqual(m_written->result(), m_read->result()))
        return notReadBack();
    return m_hashed ? m_read->sha256.result() : QByteArray();
}

// The thread's: behind the writer, a step at a time.
void CheckedPart::follow()
{
    m_read->file.setFileName(m_part.path());
    m_read->piece.resizeForOverwrite(readAtOnce);
    Result<> verdict;
    // To write as well: Windows forces nothing to the disk through a file that may only be read.
    if (!m_read->file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        verdict = core::fail(core::lastFileError(m_part.finalPath()));
    bool whole = false;
    for (qint64 read = 0; verdict && !whole;) {
        qint64 size = 0;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return m_stopped || m_whole || m_size > read; });
            if (m_stopped)
                return;
            size = m_size;
            whole = m_whole;
        }
        verdict = core::syncFile(m_read->file);
        if (verdict)
            verdict = readTo(size);
        read = size;
    }
    m_read->file.close(); // it gets its name next, which Windows refuses while it is open
    const std::scoped_lock lock(m_mutex);
    m_verdict = std::move(verdict);
    m_ended = true;
    m_changed.notify_all();
}

Result<> CheckedPart::readTo(qint64 end)
{
    Sum &sum = *m_read;
    while (sum.file.pos() < end && !isStopped()) {
        const qint64 length = sum.file.read(sum.piece.data(), std::min(readAtOnce, end - sum.file.pos()));
        if (length < 0)
            return core::fail(core::lastFileError(m_part.finalPath()));
        if (length == 0)
            return notReadBack(); // it has become shorter
        const QByteArrayView bytes = QByteArrayView(sum.piece).first(length);
        sum.add(bytes);
        if (m_hashed)
            sum.sha256.add(bytes);
        const std::scoped_lock lock(m_mutex);
        m_done += length;
    }
    return {};
}

bool CheckedPart::isStopped()
{
    const std::scoped_lock lock(m_mutex);
    return m_stopped;
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/bytepipe.h"

#include <algorithm>
#include <utility>

namespace civicq::openpgp {

namespace {

constexpr qsizetype pieceSize = 256 * 1024;
constexpr qsizetype mostWaiting = 16 * pieceSize;

} // namespace

void BytePipe::handOver()
{
    m_waiting += m_gathered.size();
    m_pieces.push_back(std::exchange(m_gathered, {}));
    m_changed.notify_all();
}

bool BytePipe::write(QByteArrayView bytes)
{
    // m_gathered is the writer's alone: the lock is taken once a piece.
    while (!bytes.isEmpty()) {
        if (m_gathered.isEmpty())
            m_gathered.reserve(pieceSize);
        const qsizetype fits = std::min(bytes.size(), pieceSize - m_gathered.size());
        m_gathered.append(bytes.first(fits));
        bytes = bytes.sliced(fits);
        if (m_gathered.size() < pieceSize)
            break;
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || m_waiting < mostWaiting; });
        if (m_closed)
            return false;
        handOver();
    }
    return true;
}

void BytePipe::end(bool whole)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_gathered.isEmpty())
        handOver();
    m_ended = true;
    m_abandoned = !whole;
    m_changed.notify_all();
}

void BytePipe::finish()
{
    end(true);
}

void BytePipe::abandon()
{
    end(false);
}

QByteArray BytePipe::read()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ended || !m_pieces.empty(); });
    if (m_pieces.empty())
        return {};
    QByteArray piece = std::move(m_pieces.front());
    m_pieces.pop_front();
    m_waiting -= piece.size();
    m_changed.notify_all();
    return piece;
}

qsizetype BytePipe::read(char *to, qsizetype size)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ended || !m_pieces.empty(); });
    if (m_abandoned)
        return -1;
    if (m_pieces.empty())
        return 0;
    const QByteArray &first = m_pieces.front();
    const qsizetype count = std::min(size, first.size() - m_taken);
    std::copy_n(first.constData() + m_taken, count, to);
    m_taken += count;
    if (m_taken == first.size()) {
        m_waiting -= m_taken;
        m_taken = 0;
        m_pieces.pop_front();
        m_changed.notify_all();
    }
    return count;
}

bool BytePipe::isAbandoned() const
{
    const std::scoped_lock lock(m_mutex);
    return m_abandoned;
}

void BytePipe::close()
{
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

} // namespace civicq::openpgp

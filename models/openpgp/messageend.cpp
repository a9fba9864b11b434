// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/messageend.h"

#include <algorithm>

namespace civicq::openpgp {

namespace {

// Of packets' headers (RFC 9580, 4.2).
constexpr int newFormatBit = 0x40;
constexpr int lengthTypeMask = 0x03;
constexpr int endlessType = 3;
constexpr int twoByteLength = 192;
constexpr int partialLength = 224;
constexpr int fourByteLength = 255;
constexpr int partialMask = 0x1f;
constexpr qsizetype armorTail = 200; // its last line, and what line breaks may follow
constexpr QByteArrayView lastLine("-----END PGP MESSAGE-----");

qint64 bigEndian(QByteArrayView bytes)
{
    qint64 value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

} // namespace

void MessageEnd::add(QByteArrayView bytes)
{
    if (m_state == State::Begin && !bytes.isEmpty())
        m_armored = bytes.front() == '-';
    if (m_armored) {
        m_state = State::Tag;
        m_tail.append(bytes);
        m_tail = m_tail.last(std::min(m_tail.size(), armorTail));
        return;
    }
    while (!bytes.isEmpty()) {
        if (m_state != State::Body) {
            addByte(static_cast<unsigned char>(bytes.front()));
            bytes = bytes.sliced(1);
            continue;
        }
        const qsizetype taken = static_cast<qsizetype>(std::min<qint64>(m_left, bytes.size()));
        bytes = bytes.sliced(taken);
        m_left -= taken;
        if (m_left == 0)
            m_state = m_partial ? State::Length : State::Tag;
    }
}

void MessageEnd::addByte(unsigned char byte)
{
    switch (m_state) {
    case State::Begin:
    case State::Tag:
        m_newFormat = (byte & newFormatBit) != 0;
        m_lengthBytes = 1 << (byte & lengthTypeMask);
        m_state = !m_newFormat && (byte & lengthTypeMask) == endlessType ? State::Endless : State::Length;
        m_length.clear();
        return;
    case State::Length:
        m_length.append(static_cast<char>(byte));
        takeLength();
        return;
    case State::Body:
    case State::Endless: return;
    }
}

void MessageEnd::takeLength()
{
    const int first = static_cast<unsigned char>(m_length.front());
    m_partial = m_newFormat && first >= partialLength && first < fourByteLength;
    if (!m_newFormat) {
        if (m_length.size() < m_lengthBytes)
            return;
        m_left = bigEndian(m_length);
    } else if (first < twoByteLength) {
        m_left = first;
    } else if (m_partial) {
        m_left = qint64(1) << (first & partialMask);
    } else {
        const bool four = first == fourByteLength;
        if (m_length.size() < (four ? 5 : 2))
            return;
        m_left = four ? bigEndian(QByteArrayView(m_length).sliced(1))
                      : bigEndian(m_length) - (qint64(twoByteLength) << 8) + twoByteLength;
    }
    m_length.clear();
    m_state = m_left > 0 ? State::Body : State::Tag;
}

bool MessageEnd::isReached() const
{
    if (m_armored)
        return m_tail.trimmed().endsWith(lastLine);
    return m_state == State::Tag || m_state == State::Endless;
}

} // namespace civicq::openpgp

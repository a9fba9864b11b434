// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sha256pair.h"

#include "archive/sha256.h"
#include "archive/sha256lanes.h"

#include <QtCore/QtEndian>

#include <algorithm>
#include <cstring>
#include <utility>

namespace civicq::archive {

namespace {

constexpr qsizetype messageBlock = 64;
constexpr Sha256State beginning = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                   0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}; // FIPS 180-4, 5.3.3

// One hash on its way: what does not fill a block yet is kept.
struct Running
{
    Sha256State state = beginning;
    quint64 bytes = 0;
    std::array<char, messageBlock> kept = {};

    [[nodiscard]] qsizetype keptBytes() const { return static_cast<qsizetype>(bytes % messageBlock); }
    void keep(QByteArrayView some)
    {
        std::copy(some.begin(), some.end(), kept.begin() + keptBytes());
        bytes += static_cast<quint64>(some.size());
    }
};

// Both have the same bytes kept.
void addToBoth(Running &first, Running &second, QByteArrayView bytes)
{
    if (first.keptBytes() > 0) {
        const QByteArrayView filling = bytes.first(std::min(messageBlock - first.keptBytes(), bytes.size()));
        first.keep(filling);
        second.keep(filling);
        if (first.keptBytes() > 0)
            return;
        compressIntoBoth(first.state, second.state, first.kept.data(), 1);
        bytes = bytes.sliced(filling.size());
    }
    const qsizetype blocks = bytes.size() / messageBlock;
    compressIntoBoth(first.state, second.state, bytes.data(), blocks);
    first.bytes += static_cast<quint64>(blocks * messageBlock);
    second.bytes += static_cast<quint64>(blocks * messageBlock);
    first.keep(bytes.sliced(blocks * messageBlock));
    second.keep(bytes.sliced(blocks * messageBlock));
}

void addTo(Running &hash, QByteArrayView bytes)
{
    Running unused = hash;
    addToBoth(hash, unused, bytes);
}

// A one, zeros to the end of a block, and in its last eight bytes how many bits there were (FIPS 180-4, 5.1.1).
QByteArray resultOf(Running &hash)
{
    const quint64 bits = hash.bytes * 8;
    QByteArray end(1, '\x80');
    constexpr qsizetype lengthSize = sizeof bits;
    end.append((2 * messageBlock - lengthSize - 1 - hash.keptBytes()) % messageBlock, '\0');
    end.resize(end.size() + lengthSize);
    qToBigEndian(bits, end.data() + end.size() - lengthSize);
    addTo(hash, end);
    QByteArray digest(Sha256::size, Qt::Uninitialized);
    qToBigEndian<quint32>(hash.state.data(), static_cast<qsizetype>(hash.state.size()), digest.data());
    hash = {};
    return digest;
}

} // namespace

class Sha256Pair::Hashes
{
public:
    Hashes() = default;
    virtual ~Hashes() = default;
    Q_DISABLE_COPY_MOVE(Hashes)
    virtual void add(QByteArrayView bytes) = 0;
    virtual void addToPart(QByteArrayView bytes) = 0;
    virtual QByteArray part() = 0;
    virtual QByteArray whole() = 0;
};

class Sha256Pair::Lanes final : public Hashes
{
public:
    void add(QByteArrayView bytes) override
    {
        m_together = false;
        addTo(m_whole, bytes);
    }
    void addToPart(QByteArrayView bytes) override
    {
        if (m_part.bytes == 0)
            m_together = m_whole.keptBytes() == 0;
        if (m_together) {
            addToBoth(m_whole, m_part, bytes);
        } else {
            addTo(m_whole, bytes);
            addTo(m_part, bytes);
        }
    }
    QByteArray part() override { return resultOf(m_part); }
    QByteArray whole() override
    {
        m_together = false;
        return resultOf(m_whole);
    }

private:
    Running m_whole;
    Running m_part;
    // The part began where a block of the whole does, as a tar's members do, and all since was the part's: their blocks
    // are the same.
    bool m_together = false;
};

class Sha256Pair::Plain final : public Hashes
{
public:
    void add(QByteArrayView bytes) override { m_whole.add(bytes); }
    void addToPart(QByteArrayView bytes) override
    {
        m_whole.add(bytes);
        m_part.add(bytes);
    }
    QByteArray part() override { return m_part.result(); }
    QByteArray whole() override { return m_whole.result(); }

private:
    Sha256 m_whole;
    Sha256 m_part;
};

Sha256Pair::Sha256Pair(bool plain)
{
    if (hasSha256Instructions() && !plain)
        d = std::make_unique<Lanes>();
    else
        d = std::make_unique<Plain>();
}

Sha256Pair::~Sha256Pair() = default;

void Sha256Pair::add(QByteArrayView bytes)
{
    d->add(bytes);
}

void Sha256Pair::addToPart(QByteArrayView bytes)
{
    d->addToPart(bytes);
}

QByteArray Sha256Pair::part()
{
    return d->part();
}

QByteArray Sha256Pair::whole()
{
    return d->whole();
}

} // namespace civicq::archive

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The seeds' own random numbers: the same on every computer, for ever, which neither <random>'s distributions nor Qt
// promise. Plain value. Source: Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014), splitmix64.

#include <QtCore/QtTypes>

namespace civicq::seeds {

class Random
{
public:
    explicit Random(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    // 0 to bound - 1
    int below(int bound) { return static_cast<int>((next() >> 33) % static_cast<quint64>(bound)); }
    int between(int lowest, int highest) { return lowest + below(highest - lowest + 1); }
    bool oneIn(int n) { return below(n) == 0; }

private:
    quint64 m_state;
};

} // namespace civicq::seeds

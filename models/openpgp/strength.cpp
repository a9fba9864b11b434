// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/strength.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace civicq::openpgp {

namespace {

constexpr double fairBits = 50;
constexpr double strongBits = 75;

struct Alphabet
{
    bool small = false;
    bool capital = false;
    bool digit = false;
    bool other = false;

    void add(QChar c)
    {
        small |= c.isLower();
        capital |= c.isUpper();
        digit |= c.isDigit();
        other |= !c.isLower() && !c.isUpper() && !c.isDigit();
    }
    [[nodiscard]] double size() const
    {
        return (small ? 26.0 : 0.0) + (capital ? 26.0 : 0.0) + (digit ? 10.0 : 0.0) + (other ? 33.0 : 0.0);
    }
};

} // namespace

Strength strengthOf(const core::Secret &passphrase)
{
    const QString &text = passphrase.reveal();
    if (text.size() < shortestPassphrase)
        return Strength::TooShort;
    Alphabet alphabet;
    int telling = 0; // characters that do not follow from the one before: not "aa", "ab", "21"
    for (qsizetype i = 0; i < text.size(); ++i) {
        alphabet.add(text.at(i));
        if (i == 0 || std::abs(text.at(i).unicode() - text.at(i - 1).unicode()) > 1)
            ++telling;
    }
    const double bits = telling * std::log2(std::max(alphabet.size(), 2.0));
    return bits < fairBits ? Strength::Weak : bits < strongBits ? Strength::Fair : Strength::Strong;
}

} // namespace civicq::openpgp

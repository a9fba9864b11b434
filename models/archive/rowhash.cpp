// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/rowhash.h"

#include <algorithm>

// The short-input paths, which most rows take, are several times faster inlined.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace civicq::archive {

void RowHash::addRow(QByteArrayView row)
{
    const XXH128_hash_t hash = XXH3_128bits(row.data(), static_cast<std::size_t>(row.size()));
    m_high += hash.high64;
    m_low += hash.low64;
}

QByteArray RowHash::toHex() const
{
    return QByteArray::number(m_high, 16).rightJustified(16, '0')
           + QByteArray::number(m_low, 16).rightJustified(16, '0');
}

std::optional<RowHash> RowHash::fromHex(QByteArrayView hex)
{
    const auto digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (hex.size() != 32 || !std::ranges::all_of(hex, digit))
        return std::nullopt;
    RowHash hash;
    hash.m_high = hex.first(16).toULongLong(nullptr, 16);
    hash.m_low = hex.sliced(16).toULongLong(nullptr, 16);
    return hash;
}

} // namespace civicq::archive

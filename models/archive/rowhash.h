// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The hash of a table as FORMAT.md defines it: the sum of XXH3-128 over its rows, so that the order does not matter and
// parts can be hashed apart and added. Plain value, any thread.

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace civicq::archive {

class RowHash
{
public:
    void addRow(QByteArrayView row);
    RowHash &operator+=(const RowHash &other)
    {
        m_high += other.m_high;
        m_low += other.m_low;
        return *this;
    }
    bool operator==(const RowHash &) const = default;

    [[nodiscard]] QByteArray toHex() const; // 32 digits, the high half first
    [[nodiscard]] static std::optional<RowHash> fromHex(QByteArrayView hex);

private:
    quint64 m_high = 0;
    quint64 m_low = 0;
};

} // namespace civicq::archive

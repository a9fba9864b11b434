// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QVariants as the text-format parameters libpq takes. Private to models/postgres; lives as long as the call it is for.

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QVariant>

#include <vector>

namespace civicq::postgres {

class TextParameters
{
public:
    explicit TextParameters(const QVariantList &values);
    [[nodiscard]] int count() const { return static_cast<int>(m_pointers.size()); }
    [[nodiscard]] const char *const *values() const { return m_pointers.data(); }

private:
    QList<QByteArray> m_texts;
    std::vector<const char *> m_pointers; // nullptr: NULL
};

} // namespace civicq::postgres

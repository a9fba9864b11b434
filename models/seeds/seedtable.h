// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of one table as COPY's text format, built row by row. Private to models/seeds; plain values. Times are minutes and
// days from a fixed morning, so that every run writes the same.

#include <QtCore/QByteArray>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <initializer_list>

namespace civicq::seeds {

inline constexpr int day = 24 * 60; // minutes

class Cell
{
public:
    Cell(std::nullptr_t) : m_text("\\N") {}
    Cell(int value) : m_text(QByteArray::number(value)) {}
    Cell(qint64 value) : m_text(QByteArray::number(value)) {}
    Cell(bool value) : m_text(value ? "t" : "f") {}
    Cell(const QString &value);
    Cell(const char *word) : m_text(word) {} // an enum's label, a number: nothing that needs escaping
    Cell(const QJsonObject &value);
    Cell(const QJsonArray &value);
    Cell(const QStringList &value); // text[]

    [[nodiscard]] const QByteArray &text() const { return m_text; }

    // Minutes after Monday 1 June 2026, 9:00.
    [[nodiscard]] static Cell time(qint64 minutes);
    [[nodiscard]] static Cell date(int days);
    // `value` / 10^places
    [[nodiscard]] static Cell decimal(qint64 value, int places);
    [[nodiscard]] static Cell vector(const QByteArray &text);

private:
    QByteArray m_text;
};

struct SeedTable
{
    QByteArray name;
    QByteArray columns; // "id, created_at, ..."
    QByteArray rows;
    int count = 0;

    // Cells in the order of `columns`; the id is counted, and returned.
    int add(std::initializer_list<Cell> cells);
};

// "2026-06-01T09:00:00Z", for documents.
[[nodiscard]] QString isoTime(qint64 minutes);

} // namespace civicq::seeds

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a statement gave back: an immutable table of text-format values. Cheap to copy (shared), any thread. Rows and
// columns count from 0; asking for a column that is not there is a programming error (asserted, and read as NULL).

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>

struct pg_result;

namespace civicq::postgres {

class Rows
{
public:
    Rows() = default;
    explicit Rows(pg_result *taken); // takes ownership

    [[nodiscard]] int count() const;
    [[nodiscard]] bool isEmpty() const { return count() == 0; }
    [[nodiscard]] int columnCount() const;
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] int column(const char *name) const; // -1 where there is none
    [[nodiscard]] unsigned int typeOid(int column) const;

    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QByteArray bytes(int row, int column) const; // the value's text as it came, no copy kept alive
    [[nodiscard]] qint64 integer(int row, int column) const;   // NULL reads as 0
    [[nodiscard]] double real(int row, int column) const;      // NULL reads as NaN
    [[nodiscard]] bool boolean(int row, int column) const;

    [[nodiscard]] bool isNull(int row, const char *name) const { return isNull(row, column(name)); }
    [[nodiscard]] QString text(int row, const char *name) const { return text(row, column(name)); }
    [[nodiscard]] qint64 integer(int row, const char *name) const { return integer(row, column(name)); }
    [[nodiscard]] double real(int row, const char *name) const { return real(row, column(name)); }
    [[nodiscard]] bool boolean(int row, const char *name) const { return boolean(row, column(name)); }

    [[nodiscard]] qint64 affected() const; // rows a statement changed
    [[nodiscard]] QString command() const; // "INSERT 0 5"

private:
    std::shared_ptr<pg_result> m_result;
};

} // namespace civicq::postgres

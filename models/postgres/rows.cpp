// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/rows.h"

#include <libpq-fe.h>

#include <limits>

namespace civicq::postgres {

Rows::Rows(pg_result *taken) : m_result(taken, [](pg_result *result) { PQclear(result); }) {}

int Rows::count() const
{
    return PQntuples(m_result.get());
}

int Rows::columnCount() const
{
    return PQnfields(m_result.get());
}

QStringList Rows::columns() const
{
    QStringList names;
    for (int column = 0; column < columnCount(); ++column)
        names.append(QString::fromUtf8(PQfname(m_result.get(), column)));
    return names;
}

int Rows::column(const char *name) const
{
    const int number = PQfnumber(m_result.get(), name);
    Q_ASSERT_X(number >= 0, "Rows::column", name);
    return number;
}

unsigned int Rows::typeOid(int column) const
{
    return PQftype(m_result.get(), column);
}

bool Rows::isNull(int row, int column) const
{
    return row < 0 || row >= count() || column < 0 || column >= columnCount()
           || PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArray Rows::bytes(int row, int column) const
{
    if (isNull(row, column))
        return {};
    return QByteArray(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
}

QString Rows::text(int row, int column) const
{
    return QString::fromUtf8(bytes(row, column));
}

qint64 Rows::integer(int row, int column) const
{
    return bytes(row, column).toLongLong();
}

double Rows::real(int row, int column) const
{
    return isNull(row, column) ? std::numeric_limits<double>::quiet_NaN() : bytes(row, column).toDouble();
}

bool Rows::boolean(int row, int column) const
{
    return bytes(row, column) == "t";
}

qint64 Rows::affected() const
{
    return QByteArray(PQcmdTuples(m_result.get())).toLongLong();
}

QString Rows::command() const
{
    return QString::fromUtf8(PQcmdStatus(m_result.get()));
}

} // namespace civicq::postgres

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one way a name or a literal gets into SQL text: quoted. Values are bound as parameters wherever the server takes
// parameters; literal() is for the statements that take none (CREATE DATABASE, COMMENT, SET). Any thread.

#include <QtCore/QString>

namespace civicq::postgres {

class Identifier
{
public:
    explicit Identifier(const QString &name) : m_quoted(quote(name)) {}
    Identifier(const QString &schema, const QString &name) : m_quoted(quote(schema) + u'.' + quote(name)) {}

    [[nodiscard]] const QString &sql() const { return m_quoted; }

private:
    static QString quote(const QString &name);
    QString m_quoted;
};

// 'text' with quotes doubled; E'' where it holds a backslash, whatever standard_conforming_strings says.
[[nodiscard]] QString literal(const QString &text);

} // namespace civicq::postgres

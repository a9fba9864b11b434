// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// As much of Python's grammar as it takes to read the plain assignments at the top of a file without running it. Pure,
// any thread. What is not understood ends up as an Other token and stops nobody.

#include <QtCore/QList>
#include <QtCore/QString>

namespace civicq::migrations {

struct PythonToken
{
    enum class Kind { Name, String, Operator, Newline, Other };

    Kind kind = Kind::Other;
    QString text; // of a string: its value
    int line = 0; // counted from 1
};

// The statements that begin in the first column, each without its line end; bodies of functions and the like left out.
[[nodiscard]] QList<QList<PythonToken>> pythonStatements(const QString &source);

} // namespace civicq::migrations

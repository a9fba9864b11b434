// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// As much of Python's grammar as it takes to read the plain assignments at the top of a file without running it. Pure,
// any thread. What is not understood ends up as an Other token and stops nobody. Nothing is copied: a token is a view
// into the UTF-8 source, which a history of thousands of files is read too often to turn into UTF-16 first.

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <functional>
#include <span>

namespace civicq::migrations {

struct PythonToken
{
    enum class Kind { Name, String, Operator, Other };

    Kind kind = Kind::Other;
    QByteArrayView text; // of a string: what stands between its quotes
    int line = 0;        // counted from 1
    bool raw = false;    // r"…": a backslash is only that

    [[nodiscard]] bool is(char op) const { return kind == Kind::Operator && text.front() == op; }
    [[nodiscard]] QString value() const; // of a string, its escapes resolved
};

using PythonStatement = std::span<const PythonToken>;

// Hands `take` the statements that begin in the first column, each without its line end; bodies of functions and the
// like are left out. Views last as long as the source, a statement only as long as the call.
void pythonStatements(QByteArrayView source, const std::function<void(PythonStatement)> &take);

} // namespace civicq::migrations

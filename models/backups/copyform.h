// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a COPY takes its rows from or sends them to. Told by its form as the server reads it, never by a word somewhere in
// it: a table or a column may be named stdin or program. A pure function over the words of SqlStatement, any thread.

#include <QtCore/QByteArrayList>

namespace civicq::backups {

enum class CopyForm {
    FromStdin, // the rows follow in the script
    ToStdout,
    Program,
    File,
    Other, // what pg_dump does not write, or no COPY at all
};

[[nodiscard]] CopyForm copyForm(const QByteArrayList &words);

// Past the parenthesis at `at` and all that is in it; to the end where it does not close.
[[nodiscard]] qsizetype pastParentheses(const QByteArrayList &words, qsizetype at);

} // namespace civicq::backups

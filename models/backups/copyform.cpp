// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/copyform.h"

namespace civicq::backups {

qsizetype pastParentheses(const QByteArrayList &words, qsizetype at)
{
    int depth = 0;
    do {
        if (words.value(at) == "(")
            ++depth;
        else if (words.value(at) == ")")
            --depth;
        ++at;
    } while (depth > 0 && at < words.size());
    return at;
}

// COPY [BINARY] { name [(columns)] [WITH OIDS] | (query) } { FROM | TO } { STDIN | STDOUT | PROGRAM 'x' | 'file' } ...
CopyForm copyForm(const QByteArrayList &words)
{
    if (words.value(0) != "copy")
        return CopyForm::Other;
    qsizetype at = words.value(1) == "binary" ? 2 : 1;
    const bool query = words.value(at) == "(";
    if (!query) {
        ++at;
        while (words.value(at) == ".")
            at += 2;
    }
    if (words.value(at) == "(")
        at = pastParentheses(words, at);
    if (words.value(at) == "with" && words.value(at + 1) == "oids")
        at += 2;
    const QByteArray direction = words.value(at);
    const QByteArray end = words.value(at + 1);
    if ((direction != "from" || query) && direction != "to")
        return CopyForm::Other;
    if (end == "program")
        return CopyForm::Program;
    if (end == "''")
        return CopyForm::File;
    // To the server the two names of the line to the client are one.
    if (end != "stdin" && end != "stdout")
        return CopyForm::Other;
    return direction == "from" ? CopyForm::FromStdin : CopyForm::ToStdout;
}

} // namespace civicq::backups

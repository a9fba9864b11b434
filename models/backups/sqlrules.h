// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What may be in a script that is restored: the statements pg_dump writes and nothing that runs programs, touches files,
// goes to another database or changes the whole server. Pure functions, any thread.

#include "backups/sqlreader.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace civicq::backups {

// Why it may not be run, as half a sentence ("runs a program on the server"); empty when it may.
[[nodiscard]] QString objection(SqlReader::Item item, const SqlStatement &statement);

// "name" of a word of the skeleton, quoted or not.
[[nodiscard]] QString unquoted(const QByteArray &word);

struct TableName
{
    QString schema; // empty where the script leaves it to the search path
    QString name;
    [[nodiscard]] QString display() const { return schema.isEmpty() ? name : schema + u'.' + name; }
    // Whether a person who typed "users" or "public.users" means this table.
    [[nodiscard]] bool matches(const QString &typed) const;
    auto operator<=>(const TableName &) const = default;
};
// The table after the word at `index` (schema and dot included); moves `index` past it.
[[nodiscard]] TableName tableNameAt(const QByteArrayList &words, qsizetype &index);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What may be in a script that is restored: the statements pg_dump writes and nothing that runs programs, touches files,
// goes to another database or changes the whole server. Pure functions, any thread.
// What cannot be told from a script: the database's own functions run where triggers, defaults and materialized views
// call them, and restoring the database is to restore these too.

#include "backups/sqlreader.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace civicq::backups {

enum class Objection {
    Program,          // the server would run a program
    ServerFile,       // the server would read or write a file
    OutsideCall,      // calls a function that reaches outside the database
    Query,            // runs a query or code where pg_dump has none
    UnknownStatement, // pg_dump does not write it
    OtherServer,      // connects to another server
    ServerWide,       // changes more than the database
    OtherDatabase,    // \connect
    Misreading,       // changes how the rest of the script is read
    LocalProgram,     // psql would run a program on this computer
    LocalFile,        // psql would read or write a file on this computer
    PsqlCommand,
};

// What a person may allow in so many words: that the server runs programs, reads files, runs whatever the script says.
// psql's commands are never run, the server's other databases never touched.
enum class Programs { Stop, Allow };

[[nodiscard]] std::optional<Objection> objection(SqlReader::Item item, const SqlStatement &statement,
                                                 Programs programs = Programs::Stop);
[[nodiscard]] bool mayBeAllowed(Objection objection);
[[nodiscard]] bool mayBeAllowed(const core::Error &error); // of forbidden()
// "forbidden-program", "forbidden-server-file", ...: argument of the error, for whoever makes a sentence of it.
[[nodiscard]] QString objectionName(Objection objection);
// PermissionDenied; arguments: the file (empty here), the line, the objection's name, the statement's beginning.
[[nodiscard]] core::Error forbidden(Objection objection, const SqlStatement &statement);

[[nodiscard]] bool isForbidden(const core::Error &error);

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

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sqlrules.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace civicq::backups {

namespace {

const QSet<QByteArray> &knownFirstWords()
{
    static const QSet<QByteArray> words{"set",    "reset",  "select", "create",  "alter",    "comment",
                                        "copy",   "insert", "grant",  "revoke",  "drop",     "begin",
                                        "commit", "start",  "end",    "refresh", "security", "truncate"};
    return words;
}

// What pg_dump itself calls.
const QSet<QByteArray> &knownFunctions()
{
    static const QSet<QByteArray> names{"set_config",
                                        "setval",
                                        "lo_create",
                                        "lo_open",
                                        "lowrite",
                                        "lo_close",
                                        "lo_unlink",
                                        "pg_restore_relation_stats",
                                        "pg_restore_attribute_stats",
                                        "pg_restore_extended_stats"};
    return names;
}

const QSet<QByteArray> &dangerousFunctions()
{
    static const QSet<QByteArray> names{
        "pg_read_file",  "pg_read_binary_file", "pg_read_server_files", "pg_ls_dir",      "pg_stat_file",
        "lo_import",     "lo_export",           "pg_file_write",        "pg_file_unlink", "pg_file_rename",
        "dblink",        "dblink_exec",         "dblink_connect",       "query_to_xml",   "pg_terminate_backend",
        "pg_reload_conf"};
    return names;
}

const QSet<QByteArray> &serverWide()
{
    static const QSet<QByteArray> words{"system", "database", "role", "user", "group", "tablespace", "owned"};
    return words;
}

QString ofCopy(const QByteArrayList &words)
{
    if (words.contains("program"))
        return u"runs a program on the server"_s;
    return u"reads or writes a file on the server"_s;
}

QString ofSelect(const QByteArrayList &words)
{
    // SELECT [* FROM] [pg_catalog.] function ( constants )
    qsizetype at = 1;
    if (words.value(at) == "*" && words.value(at + 1) == "from")
        at += 2;
    if (words.value(at) == "pg_catalog" && words.value(at + 1) == ".")
        at += 2;
    if (!knownFunctions().contains(words.value(at)) || words.value(at + 1) != "(")
        return u"is a query that pg_dump does not write"_s;
    return {};
}

QString ofServerWide(const QByteArrayList &words)
{
    const QByteArray &first = words.value(0);
    const bool changes = first == "create" || first == "alter" || first == "drop";
    if (changes && serverWide().contains(words.value(1)) && words.value(2) != "mapping")
        return u"changes more than the database that is restored"_s;
    if ((first == "comment" || first == "security") && words.contains("database")
        && words.indexOf("on") + 1 == words.indexOf("database"))
        return u"changes more than the database that is restored"_s;
    return {};
}

QString ofStatement(const SqlStatement &statement)
{
    const QByteArrayList words = statement.words();
    const QByteArray &first = words.value(0);
    if (!knownFirstWords().contains(first))
        return u"is a statement that pg_dump does not write"_s;
    if (first == "copy")
        return ofCopy(words);
    if (first == "comment" || first == "security" || first == "create" || first == "alter" || first == "drop") {
        const QString why = ofServerWide(words);
        if (!why.isEmpty())
            return why;
    }
    if (first == "grant" || first == "revoke" || first == "comment")
        return {};
    for (const QByteArray &word : words) {
        if (dangerousFunctions().contains(word))
            return u"calls %1, which reaches outside the database"_s.arg(QString::fromLatin1(word));
    }
    return first == "select" ? ofSelect(words) : QString();
}

QString ofCommand(const SqlStatement &command)
{
    const QByteArray word = command.skeleton.left(command.skeleton.indexOf(' '));
    if (word == "\\restrict" || word == "\\unrestrict" || command.skeleton == "\\unrestrict")
        return {};
    if (word == "\\connect" || word == "\\c")
        return u"goes on in another database (it was made with pg_dump --create or pg_dumpall)"_s;
    if (word.startsWith("\\!"))
        return u"runs a program on this computer"_s;
    return u"is a psql command that pg_dump does not write"_s;
}

} // namespace

QString objection(SqlReader::Item item, const SqlStatement &statement)
{
    switch (item) {
    case SqlReader::Item::Command: return ofCommand(statement);
    case SqlReader::Item::Statement: return ofStatement(statement);
    case SqlReader::Item::Copy: return statement.words().contains("program") ? ofCopy({"program"}) : QString();
    case SqlReader::Item::End: break;
    }
    return {};
}

QString unquoted(const QByteArray &word)
{
    QString name = QString::fromUtf8(word);
    if (name.size() >= 2 && name.startsWith(u'"')) {
        name = name.sliced(1, name.size() - 2);
        name.replace(u"\"\""_s, u"\""_s);
    }
    return name;
}

bool TableName::matches(const QString &typed) const
{
    return typed == name || typed == display();
}

TableName tableNameAt(const QByteArrayList &words, qsizetype &index)
{
    TableName table;
    table.name = unquoted(words.value(index++));
    if (words.value(index) == ".") {
        table.schema = std::exchange(table.name, unquoted(words.value(index + 1)));
        index += 2;
    }
    return table;
}

} // namespace civicq::backups

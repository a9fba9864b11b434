// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sqlrules.h"

#include "backups/copyform.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::backups {

namespace {

using Words = QByteArrayList;
using Set = QSet<QByteArray>;
using Found = std::optional<Objection>;

constexpr Objection allowable[]{Objection::Program, Objection::ServerFile,       Objection::OutsideCall,
                                Objection::Query,   Objection::UnknownStatement, Objection::OtherServer};
constexpr qsizetype shownOfForbidden = 120; // characters of the statement in a sentence

const Set &knownFirstWords()
{
    static const Set words{"set",    "reset",  "select", "create",  "alter",    "comment",
                           "copy",   "insert", "grant",  "revoke",  "drop",     "begin",
                           "commit", "start",  "end",    "refresh", "security", "truncate"};
    return words;
}

// What pg_dump itself calls.
const Set &knownFunctions()
{
    static const Set names{"set_config",
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

const Set &outsideFunctions()
{
    static const Set names{"pg_read_file",
                           "pg_read_binary_file",
                           "pg_file_read",
                           "pg_file_write",
                           "pg_file_sync",
                           "pg_file_unlink",
                           "pg_file_rename",
                           "pg_logdir_ls",
                           "pg_ls_dir",
                           "pg_ls_logdir",
                           "pg_ls_waldir",
                           "pg_ls_tmpdir",
                           "pg_ls_archive_statusdir",
                           "pg_stat_file",
                           "pg_current_logfile",
                           "lo_import",
                           "lo_export",
                           "dblink",
                           "dblink_exec",
                           "dblink_open",
                           "dblink_connect",
                           "dblink_connect_u",
                           "dblink_send_query",
                           "query_to_xml",
                           "query_to_xml_and_xmlschema",
                           "cursor_to_xml",
                           "pg_terminate_backend",
                           "pg_cancel_backend",
                           "pg_reload_conf",
                           "pg_rotate_logfile",
                           "pg_promote"};
    return names;
}

// Encodings in which a byte of a character may look like a quote's or a backslash's: the script cannot be taken apart.
const Set &unreadableEncodings()
{
    static const Set names{"sjis", "shiftjis", "shiftjis2004", "mskanji", "win932", "windows932",
                           "big5", "win950",   "windows950",   "gbk",     "win936", "windows936",
                           "uhc",  "win949",   "windows949",   "gb18030", "johab"};
    return names;
}

bool isName(const QByteArray &word)
{
    const auto first = word.isEmpty() ? '\0' : word.front();
    return first == '"' || first == '_' || (first >= 'a' && first <= 'z') || static_cast<unsigned char>(first) >= 0x80;
}

// The functions called from `from` on: names directly before a parenthesis, but for those of tables before their columns.
// A name in escapes (U&"...") is given as that.
Words callsIn(const Words &words, qsizetype from)
{
    static const Set tableComes{"references", "table", "exists", "only", "view"};
    Words calls;
    for (qsizetype at = from + 1; at < words.size(); ++at) {
        if (words.at(at) != "(" || !isName(words.at(at - 1)))
            continue;
        qsizetype name = at - 1;
        while (name - 2 >= from && words.at(name - 1) == ".")
            name -= 2;
        const bool escaped = words.value(at - 2) == "&" && words.value(at - 3) == "u";
        if (!tableComes.contains(words.value(name - 1)))
            calls.append(escaped ? QByteArray("u&") : unquoted(words.at(at - 1)).toUtf8());
    }
    return calls;
}

Found ofCopy(const Words &words)
{
    switch (copyForm(words)) {
    case CopyForm::FromStdin: return {};
    case CopyForm::Program: return Objection::Program;
    case CopyForm::File: return Objection::ServerFile;
    case CopyForm::ToStdout:
    case CopyForm::Other: break;
    }
    return Objection::Misreading; // what it would send or take is not in the script
}

// SELECT [* FROM] [pg_catalog.] function ( constants )
Found ofSelect(const SqlStatement &statement, const Words &words)
{
    qsizetype at = 1;
    if (words.value(at) == "*" && words.value(at + 1) == "from")
        at += 2;
    if (words.value(at) == "pg_catalog" && words.value(at + 1) == ".")
        at += 2;
    const QByteArray function = words.value(at);
    const bool plain = words.value(at + 1) == "(" && callsIn(words, at + 1).isEmpty() && !words.contains("&")
                       && words.indexOf("select", at) < 0;
    if (outsideFunctions().contains(unquoted(function).toUtf8()))
        return Objection::OutsideCall;
    if (!plain || !knownFunctions().contains(function))
        return Objection::Query;
    static const QRegularExpression searchPath(u"\\(\\s*'search_path'\\s*,"_s);
    if (function == "set_config" && !QString::fromLatin1(statement.text).contains(searchPath))
        return Objection::Misreading;
    return {};
}

// INSERT INTO name [(columns)] [OVERRIDING ...] VALUES (constants) ... or DEFAULT VALUES
Found ofInsert(const Words &words)
{
    qsizetype at = 2;
    (void)tableNameAt(words, at);
    if (words.value(at) == "(")
        at = pastParentheses(words, at);
    if (words.value(at) == "overriding")
        at += 3;
    const bool values =
        words.value(at) == "values" || (words.value(at) == "default" && words.value(at + 1) == "values");
    if (!values || words.indexOf("select", at) >= 0 || !callsIn(words, at + 1).isEmpty())
        return Objection::Query;
    return {};
}

// SET name = constants, as pg_dump does.
Found ofSet(const SqlStatement &statement, const Words &words)
{
    const QByteArray &name = words.value(1);
    if (name == "session")
        return words.value(2) == "authorization" ? Found() : Objection::Misreading;
    if (name == "standard_conforming_strings")
        return words.size() == 4 && (words.at(3) == "on" || words.at(3) == "off") && words.at(2) == "="
                   ? Found()
                   : Objection::Misreading;
    if (name == "client_encoding") {
        QByteArray encoding = statement.text.mid(statement.text.indexOf('=') + 1).toLower();
        encoding.removeIf([](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9'); });
        return words.value(2) == "=" && !unreadableEncodings().contains(encoding) ? Found() : Objection::Misreading;
    }
    static const Set otherwise{"local",           "names", "dynamic_library_path", "extension_control_path",
                               "backslash_quote", "u"};
    if (!isName(name) || name.startsWith('"') || otherwise.contains(name))
        return Objection::Misreading;
    return {};
}

Found ofServerWide(const Words &words)
{
    static const Set wide{"system", "database", "role", "user", "group", "tablespace", "owned"};
    const QByteArray &first = words.value(0);
    const bool changes = first == "create" || first == "alter" || first == "drop";
    if (changes && wide.contains(words.value(1)) && words.value(2) != "mapping")
        return Objection::ServerWide;
    const qsizetype on = words.indexOf("on");
    static const Set wideThings{"database", "role", "tablespace", "parameter"};
    const bool onThing = on > 0 && wideThings.contains(words.value(on + 1)) && isName(words.value(on + 2));
    if ((first == "comment" || first == "security") && onThing)
        return Objection::ServerWide;
    // Without ON it is a role that is given, with all it may do on the server.
    if ((first == "grant" || first == "revoke") && (on < 0 || (onThing && words.value(on + 2) != "to")))
        return Objection::ServerWide;
    return {};
}

// A function in C is a file the server loads.
Found ofLibrary(const SqlStatement &statement, const Words &words)
{
    for (qsizetype at = words.indexOf("language"); at >= 0; at = words.indexOf("language", at + 1)) {
        const QByteArray language = words.value(at + 1);
        static const QRegularExpression inC(u"\\blanguage\\s+(c|\"c\"|'c')(\\s|$)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
        const QString text = QString::fromUtf8(statement.text);
        if ((language != "c" && language != "\"c\"" && language != "''") || !text.contains(inC))
            continue;
        static const QRegularExpression anyFile(u"\\bas\\s+(e'|u&'|'|\\$)"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression library(u"\\bas\\s+'(\\$libdir/)?[\\w.-]+'"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        if (text.count(library) == 0 || text.count(library) != text.count(anyFile))
            return Objection::ServerFile;
    }
    return {};
}

Found ofCreate(const SqlStatement &statement, const Words &words)
{
    static const Set before{"or",        "replace", "unique",  "unlogged",   "foreign",   "global",     "local",
                            "temporary", "temp",    "trusted", "procedural", "recursive", "constraint", "default"};
    qsizetype at = 1;
    while (before.contains(words.value(at)))
        ++at;
    const QByteArray kind = words.value(at);
    if (kind == "function" || kind == "procedure")
        return ofLibrary(statement, words);
    if (kind == "subscription" && !statement.skeleton.contains("connect = false"))
        return Objection::OtherServer;
    if (kind == "materialized" && !statement.skeleton.endsWith(" with no data"))
        return Objection::Query;
    if (kind == "table") {
        for (++at; at < words.size(); at = words.at(at) == "(" ? pastParentheses(words, at) : at + 1) {
            if (words.at(at) == "as")
                return Objection::Query;
        }
    }
    return {};
}

// Whether an expression in it is run by the restore, now or when rows come: not that of a view, a function, a policy.
bool runsExpressions(const Words &words)
{
    static const Set kinds{"table", "materialized", "index", "domain", "statistics"};
    static const Set before{"unique", "unlogged", "foreign"};
    const QByteArray &first = words.value(0);
    const QByteArray &kind = before.contains(words.value(1)) ? words.value(2) : words.value(1);
    return (first == "create" || first == "alter") && kinds.contains(kind);
}

Found ofStatement(const SqlStatement &statement)
{
    const Words words = statement.words();
    const QByteArray &first = words.value(0);
    if (!knownFirstWords().contains(first))
        return Objection::UnknownStatement;
    if (first == "copy")
        return ofCopy(words);
    if (const Found wide = ofServerWide(words))
        return wide;
    if (first == "set")
        return ofSet(statement, words);
    if (first == "reset")
        return statement.skeleton == "reset session authorization" ? Found() : Objection::Misreading;
    if (first == "select")
        return ofSelect(statement, words);
    if (first == "insert")
        return ofInsert(words);
    if (runsExpressions(words)) {
        const Words calls = callsIn(words, 1);
        if (std::ranges::any_of(
                calls, [](const QByteArray &name) { return name == "u&" || outsideFunctions().contains(name); }))
            return Objection::OutsideCall;
    }
    return first == "create" ? ofCreate(statement, words) : Found();
}

Found ofCommand(const SqlStatement &command)
{
    const QByteArray line = command.skeleton.simplified();
    const QByteArray word = line.split(' ').first();
    if (word == "\\restrict" || word == "\\unrestrict")
        return {};
    if (word == "\\connect" || word == "\\c")
        return Objection::OtherDatabase;
    if (word.startsWith("\\!") || line.contains('|') || line.contains('`') || line.contains(" program "))
        return Objection::LocalProgram;
    static const Set files{"\\i",   "\\ir", "\\include", "\\include_relative", "\\copy",      "\\o",
                           "\\out", "\\w",  "\\write",   "\\lo_import",        "\\lo_export", "\\s",
                           "\\cd",  "\\g",  "\\gx"};
    return files.contains(word) ? Objection::LocalFile : Objection::PsqlCommand;
}

// Half a sentence after "line 12", for logs; people read what phrases makes of the name.
QString wordsOf(Objection objection)
{
    switch (objection) {
    case Objection::Program: return u"runs a program on the server"_s;
    case Objection::ServerFile: return u"reads or writes a file on the server"_s;
    case Objection::OutsideCall: return u"calls a function that reaches outside the database"_s;
    case Objection::Query: return u"runs a query that pg_dump does not write"_s;
    case Objection::UnknownStatement: return u"is a statement that pg_dump does not write"_s;
    case Objection::OtherServer: return u"connects to another server"_s;
    case Objection::ServerWide: return u"changes more than the database that is restored"_s;
    case Objection::OtherDatabase:
        return u"goes on in another database (it was made with pg_dump --create or pg_dumpall)"_s;
    case Objection::Misreading: return u"changes how the rest of the file is to be read"_s;
    case Objection::LocalProgram: return u"runs a program on this computer"_s;
    case Objection::LocalFile: return u"reads or writes a file on this computer"_s;
    case Objection::PsqlCommand: break;
    }
    return u"is a psql command that pg_dump does not write"_s;
}

} // namespace

std::optional<Objection> objection(SqlReader::Item item, const SqlStatement &statement, Programs programs)
{
    Found found;
    if (item == SqlReader::Item::Command)
        found = ofCommand(statement);
    else if (item == SqlReader::Item::Statement)
        found = ofStatement(statement);
    return found && programs == Programs::Allow && mayBeAllowed(*found) ? Found() : found;
}

bool mayBeAllowed(Objection objection)
{
    return std::ranges::find(allowable, objection) != std::end(allowable);
}

QString objectionName(Objection objection)
{
    switch (objection) {
    case Objection::Program: return u"forbidden-program"_s;
    case Objection::ServerFile: return u"forbidden-server-file"_s;
    case Objection::OutsideCall: return u"forbidden-outside-call"_s;
    case Objection::Query: return u"forbidden-query"_s;
    case Objection::UnknownStatement: return u"forbidden-unknown-statement"_s;
    case Objection::OtherServer: return u"forbidden-other-server"_s;
    case Objection::ServerWide: return u"forbidden-server-wide"_s;
    case Objection::OtherDatabase: return u"forbidden-other-database"_s;
    case Objection::Misreading: return u"forbidden-misreading"_s;
    case Objection::LocalProgram: return u"forbidden-local-program"_s;
    case Objection::LocalFile: return u"forbidden-local-file"_s;
    case Objection::PsqlCommand: break;
    }
    return u"forbidden-psql-command"_s;
}

bool mayBeAllowed(const core::Error &error)
{
    return isForbidden(error) && std::ranges::any_of(allowable, [&](Objection each) {
               return objectionName(each) == error.arguments.value(2);
           });
}

bool isForbidden(const core::Error &error)
{
    return error.code == core::ErrorCode::PermissionDenied && error.arguments.size() == 4
           && error.arguments.at(2).startsWith("forbidden-"_L1);
}

core::Error forbidden(Objection objection, const SqlStatement &statement)
{
    const QString line = QString::number(statement.line);
    QString shown = QString::fromUtf8(statement.text.left(4 * shownOfForbidden)).simplified();
    if (shown.size() > shownOfForbidden)
        shown = shown.first(shownOfForbidden) + u'…';
    return core::fail(core::ErrorCode::PermissionDenied, u"line %1 %2: %3"_s.arg(line, wordsOf(objection), shown),
                      {QString(), line, objectionName(objection), shown})
        .error();
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

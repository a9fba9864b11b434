// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/sqlstatements.h"

#include "migrations/parsetree.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

// Past white space and comments; block comments nest in PostgreSQL.
qsizetype firstWord(const QByteArray &sql, qsizetype at, qsizetype end)
{
    while (at < end) {
        const char c = sql.at(at);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') {
            ++at;
        } else if (sql.mid(at, 2) == "--") {
            const qsizetype newline = sql.indexOf('\n', at);
            at = newline < 0 ? end : newline + 1;
        } else if (sql.mid(at, 2) == "/*") {
            int depth = 0;
            do {
                if (sql.mid(at, 2) == "/*") {
                    ++depth;
                    at += 2;
                } else if (sql.mid(at, 2) == "*/") {
                    --depth;
                    at += 2;
                } else {
                    ++at;
                }
            } while (depth > 0 && at < end);
        } else {
            break;
        }
    }
    return at;
}

bool saysConcurrently(const QString &kind, const QJsonObject &tree)
{
    if (kind != "ReindexStmt"_L1)
        return tree.value(u"concurrent").toBool();
    const QJsonArray parameters = tree.value(u"params").toArray();
    return std::any_of(parameters.begin(), parameters.end(), [](const QJsonValue &parameter) {
        return parameter.toObject().value(u"DefElem").toObject().value(u"defname").toString() == "concurrently"_L1;
    });
}

bool isDestructive(const QString &kind, const QJsonObject &tree)
{
    if (kind == "DropStmt"_L1) // an index can be made again from what is there
        return tree.value(u"removeType").toString() != "OBJECT_INDEX"_L1;
    if (kind == "UpdateStmt"_L1) // of every row
        return !tree.contains(u"whereClause");
    if (kind != "AlterTableStmt"_L1)
        return kind == "DeleteStmt"_L1 || kind == "TruncateStmt"_L1 || kind == "DropdbStmt"_L1;
    const QJsonArray commands = tree.value(u"cmds").toArray();
    return std::any_of(commands.begin(), commands.end(), [](const QJsonValue &command) {
        const QString what = command.toObject().value(u"AlterTableCmd").toObject().value(u"subtype").toString();
        return what == "AT_DropColumn"_L1 || what == "AT_AlterColumnType"_L1;
    });
}

} // namespace

core::Result<QList<Statement>> splitStatements(const QByteArray &sql, int firstLine)
{
    const auto document = parseSql(sql, firstLine);
    if (!document)
        return core::fail(document.error());
    QList<Statement> statements;
    const QJsonArray parts = document->value(u"stmts").toArray();
    for (const auto &part : parts) {
        const QJsonObject object = part.toObject();
        const qsizetype begin = object.value(u"stmt_location").toInteger();
        const qsizetype length = object.value(u"stmt_len").toInteger();
        const qsizetype end = length > 0 ? begin + length : sql.size();
        const qsizetype word = firstWord(sql, begin, end);
        const QJsonObject statement = object.value(u"stmt").toObject();
        const QString kind = statement.isEmpty() ? QString() : statement.constBegin().key();
        const QJsonObject tree = statement.value(kind).toObject();
        statements.append({sql.mid(word, end - word).trimmed(), lineOf(sql, word, firstLine), kind,
                           saysConcurrently(kind, tree), isDestructive(kind, tree)});
    }
    return statements;
}

} // namespace civicq::migrations

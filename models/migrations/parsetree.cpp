// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/parsetree.h"

#include "migrations/failures.h"

#include <QtCore/QJsonDocument>

#include <pg_query.h>

#include <algorithm>
#include <memory>

namespace civicq::migrations {

namespace {

struct FreeParseResult
{
    void operator()(PgQueryParseResult *result) const
    {
        pg_query_free_parse_result(*result);
        delete result;
    }
};
using ParseResult = std::unique_ptr<PgQueryParseResult, FreeParseResult>;

// libpg_query counts the characters up to an error from 1.
qsizetype bytesBefore(const QByteArray &sql, int characters)
{
    return QString::fromUtf8(sql).left(std::max(characters - 1, 0)).toUtf8().size();
}

} // namespace

int lineOf(const QByteArray &sql, qsizetype at, int firstLine)
{
    return firstLine + static_cast<int>(std::count(sql.begin(), sql.begin() + std::min(at, sql.size()), '\n'));
}

core::Result<QJsonObject> parseSql(const QByteArray &sql, int firstLine)
{
    const ParseResult parsed(new PgQueryParseResult(pg_query_parse(sql.constData())));
    if (parsed->error != nullptr) {
        const QString message = QString::fromUtf8(parsed->error->message);
        return notUnderstood(message, lineOf(sql, bytesBefore(sql, parsed->error->cursorpos), firstLine));
    }
    return QJsonDocument::fromJson(QByteArray::fromRawData(parsed->parse_tree, qstrlen(parsed->parse_tree))).object();
}

} // namespace civicq::migrations

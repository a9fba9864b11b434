// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SQL taken apart into statements by PostgreSQL's own parser (libpg_query, PostgreSQL 17's), so dollar quotes,
// comments and semicolons in strings are no trouble. Pure, thread-safe. Text is UTF-8, positions are bytes.
// SQL that the parser does not understand is an Error with the line in it.

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace civicq::migrations {

struct Statement
{
    QByteArray text;          // without the closing semicolon, and without what comes before its first word
    int line = 0;             // of that first word, counted on from the first line given
    QString kind;             // the parser's name for it: CreateStmt, IndexStmt, TransactionStmt, ...
    bool concurrent = false;  // says CONCURRENTLY
    bool destructive = false; // drops or deletes what somebody may want back, or narrows a column's type
};

core::Result<QList<Statement>> splitStatements(const QByteArray &sql, int firstLine = 1);

} // namespace civicq::migrations

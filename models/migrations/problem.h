// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One thing that is wrong with a migration history, or with a database's place in it, with file and line
// and what mends it. A plain value.

#include <QtCore/QList>
#include <QtCore/QString>

namespace civicq::migrations {

struct Problem
{
    enum class Kind {
        UnreadableFile,
        BadHeader,
        BadSql,
        MissingParent,
        MissingDependency,
        FileNameAsRevision,
        DuplicateRevision,
        DuplicateLabel,
        Cycle,
        SeveralHeads,
        UnknownVersion,
        OverlappingVersions,
        ChangedAfterApplied,
    };
    // Nothing is run while there is an error; a warning is worth knowing.
    enum class Severity { Error, Warning };

    Kind kind = Kind::BadHeader;
    Severity severity = Severity::Error;
    QString file; // empty: it lies in the database
    int line = 0;
    QString subject; // the identifier or name concerned
    QString message; // one sentence
    QString mend;    // one sentence: what to do

    // "0003_cities.sql:4", or what there is of it.
    QString place() const;
};

// A stable word for programs that read the JSON documents.
QString kindName(Problem::Kind kind);

bool hasErrors(const QList<Problem> &problems);

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/problem.h"

#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

QString Problem::place() const
{
    if (file.isEmpty())
        return {};
    const QString name = QFileInfo(file).fileName();
    return line > 0 ? name + u':' + QString::number(line) : name;
}

QString kindName(Problem::Kind kind)
{
    using Kind = Problem::Kind;
    switch (kind) {
    case Kind::UnreadableFile: return u"unreadable-file"_s;
    case Kind::BadHeader: return u"bad-header"_s;
    case Kind::BadSql: return u"bad-sql"_s;
    case Kind::MissingParent: return u"missing-parent"_s;
    case Kind::MissingDependency: return u"missing-dependency"_s;
    case Kind::FileNameAsRevision: return u"file-name-as-revision"_s;
    case Kind::DuplicateRevision: return u"duplicate-revision"_s;
    case Kind::DuplicateLabel: return u"duplicate-label"_s;
    case Kind::Cycle: return u"cycle"_s;
    case Kind::SeveralHeads: return u"several-heads"_s;
    case Kind::UnknownVersion: return u"unknown-version"_s;
    case Kind::OverlappingVersions: return u"overlapping-versions"_s;
    case Kind::ChangedAfterApplied: return u"changed-after-applied"_s;
    }
    return {};
}

bool hasErrors(const QList<Problem> &problems)
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem &problem) { return problem.severity == Problem::Severity::Error; });
}

} // namespace civicq::migrations

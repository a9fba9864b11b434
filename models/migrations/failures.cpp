// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/failures.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using core::ErrorCode;

std::unexpected<core::Error> failure(ErrorCode code, const QString &message, const QString &hint,
                                     const QStringList &arguments = {})
{
    core::Error error;
    error.code = code;
    error.message = message;
    error.hint = hint;
    error.arguments = arguments;
    return core::fail(std::move(error));
}

QString listed(const QStringList &names)
{
    constexpr qsizetype most = 5;
    const QString shown = names.mid(0, most).join(u", "_s);
    return names.size() > most ? shown + u", …"_s : shown;
}

} // namespace

std::unexpected<core::Error> noSuchFolder(const QString &path)
{
    return failure(ErrorCode::NotFound, u"There is no folder \"%1\"."_s.arg(path),
                   u"Name a folder of SQL migrations."_s, {path});
}

std::unexpected<core::Error> noSuchRevision(const QString &name, const QStringList &nearest)
{
    return failure(ErrorCode::NotFound, u"There is no revision or branch \"%1\"."_s.arg(name),
                   nearest.isEmpty() ? u"The history lists every revision."_s
                                     : u"The nearest is %1."_s.arg(listed(nearest)),
                   {name});
}

std::unexpected<core::Error> ambiguousBeginning(const QString &name, const QStringList &candidates)
{
    return failure(ErrorCode::InvalidArgument,
                   u"Several revisions begin with \"%1\": %2."_s.arg(name, listed(candidates)),
                   u"Write more of the identifier."_s, {name});
}

std::unexpected<core::Error> severalHeads(const QString &name, const QStringList &heads)
{
    return failure(ErrorCode::InvalidArgument,
                   u"\"%1\" means one revision, and there are several: %2."_s.arg(name, listed(heads)),
                   u"Name one of them, say heads for all, or merge them."_s, {name});
}

std::unexpected<core::Error> notOnBranch(const QString &revision, const QString &branch)
{
    return failure(ErrorCode::InvalidArgument,
                   u"Revision %1 does not lie on the branch \"%2\"."_s.arg(revision, branch),
                   u"Name the revision without the branch, or another branch."_s, {revision, branch});
}

std::unexpected<core::Error> tooFar(const QString &name, int possible)
{
    return failure(ErrorCode::InvalidArgument, u"\"%1\" goes past the end of the history."_s.arg(name),
                   possible > 0 ? u"%1 steps are possible."_s.arg(possible) : u"No step is possible."_s, {name});
}

std::unexpected<core::Error> ambiguousWalk(const QString &name, const QStringList &candidates)
{
    return failure(ErrorCode::InvalidArgument,
                   u"\"%1\" meets a fork and could be any of: %2."_s.arg(name, listed(candidates)),
                   u"Name the revision itself, or the branch: BRANCH@+N."_s, {name});
}

std::unexpected<core::Error> wrongDirection(const QString &name, bool upgrading)
{
    return failure(ErrorCode::InvalidArgument,
                   upgrading ? u"\"%1\" leads down, and an upgrade leads up."_s.arg(name)
                             : u"\"%1\" leads up, and a downgrade leads down."_s.arg(name),
                   upgrading ? u"Write +N, or downgrade instead."_s : u"Write -N, or upgrade instead."_s, {name});
}

std::unexpected<core::Error> severalCurrent(const QString &name, const QStringList &current)
{
    return failure(ErrorCode::InvalidArgument,
                   u"\"%1\" counts from the current revision, and there are several: %2."_s.arg(name, listed(current)),
                   u"Say which branch: BRANCH@%1."_s.arg(name), {name});
}

std::unexpected<core::Error> overlapping(const QString &above, const QString &below)
{
    return failure(ErrorCode::InvalidArgument,
                   u"Revision %1 is named together with %2, which it already includes."_s.arg(above, below),
                   u"Where the version table has both, stamp the database with %1 alone."_s.arg(above), {above, below});
}

std::unexpected<core::Error> notBelowCurrent(const QString &target)
{
    return failure(ErrorCode::InvalidArgument, u"The database does not stand above \"%1\"."_s.arg(target),
                   u"A downgrade leads to a revision that is applied, or to base."_s, {target});
}

std::unexpected<core::Error> notBelow(const QString &from, const QString &to)
{
    return failure(ErrorCode::InvalidArgument,
                   u"\"%1\" does not come before \"%2\"."_s.arg(from, to.isEmpty() ? u"heads"_s : to),
                   u"Write the older revision first: OLDER:NEWER."_s, {from, to});
}

std::unexpected<core::Error> notUnderstood(const QString &message, int line)
{
    return failure(ErrorCode::Corrupt, message, {}, {QString::number(line)});
}

std::unexpected<core::Error> alembicRunsItself(const QStringList &arguments)
{
    return failure(
        ErrorCode::InvalidArgument,
        u"The revisions of an Alembic project are Python, and only its own alembic can run them."_s,
        u"Run alembic %1 in its folder. History, heads, current and check work here."_s.arg(arguments.join(u' ')), {});
}

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/alembicfiles.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::ErrorCode;
using core::Result;

namespace {

// Which file came, found by reading the project again: what alembic prints is for people.
Result<WrittenRevision> newestOf(const MigrationFolder &before)
{
    const auto after = readAlembicProject(before.path);
    if (!after)
        return core::fail(after.error());
    for (const Revision &revision : after->graph.revisions()) {
        if (before.graph.indexOf(revision.id) == RevisionGraph::none)
            return WrittenRevision{revision.id, revision.file, revision.parents};
    }
    return core::fail(ErrorCode::ProcessFailed, u"Alembic ended without an error and wrote no revision."_s);
}

Result<> refuseErrors(const MigrationFolder &folder)
{
    for (const Problem &problem : folder.problems) {
        if (problem.severity == Problem::Severity::Error)
            return core::fail(ErrorCode::Corrupt, problem.place() + u": "_s + problem.message + u' ' + problem.mend);
    }
    return {};
}

// A word that begins with a dash is still a value.
QString valued(const QString &option, const QString &value)
{
    return option + u'=' + value;
}

} // namespace

Result<QString> alembicSql(core::TaskContext &context, const AlembicTools &tools, const MigrationFolder &folder,
                           Direction direction, const QStringList &from, const QString &to)
{
    if (from.size() > 1)
        return core::fail(
            ErrorCode::InvalidArgument,
            u"Alembic prints SQL from one revision, and the database stands at %1."_s.arg(from.join(u" and "_s)), {});
    const QString range = from.value(0, u"base"_s) + u':' + to;
    AlembicCommand command;
    command.arguments = {direction == Direction::Up ? u"upgrade"_s : u"downgrade"_s, range, u"--sql"_s};
    const auto printed = runAlembic(context, tools, folder, command);
    if (!printed)
        return core::fail(printed.error());
    return QString::fromUtf8(*printed);
}

Result<WrittenRevision> writeAlembicRevision(core::TaskContext &context, const AlembicTools &tools,
                                             const MigrationFolder &folder, NewRevision wanted,
                                             const std::optional<AlembicTarget> &database)
{
    if (const auto sound = refuseErrors(folder); !sound)
        return core::fail(sound.error());
    AlembicCommand command;
    command.arguments = {u"revision"_s, valued(u"--message"_s, wanted.message.simplified())};
    if (database)
        command.arguments.append(u"--autogenerate"_s);
    command.target = database;
    if (wanted.onto.size() > 1)
        return writeAlembicMerge(context, tools, folder, std::move(wanted));
    if (!wanted.onto.isEmpty())
        command.arguments << valued(u"--head"_s, wanted.onto.constFirst()) << u"--splice"_s;
    if (!wanted.id.isEmpty())
        command.arguments.append(valued(u"--rev-id"_s, wanted.id));
    for (const QString &label : std::as_const(wanted.labels))
        command.arguments.append(valued(u"--branch-label"_s, label));
    for (const QString &other : std::as_const(wanted.dependsOn))
        command.arguments.append(valued(u"--depends-on"_s, other));
    const auto ran = runAlembic(context, tools, folder, command);
    return ran ? newestOf(folder) : core::fail(ran.error());
}

Result<WrittenRevision> writeAlembicMerge(core::TaskContext &context, const AlembicTools &tools,
                                          const MigrationFolder &folder, NewRevision wanted)
{
    if (const auto sound = refuseErrors(folder); !sound)
        return core::fail(sound.error());
    const QStringList merged = wanted.onto.isEmpty() ? folder.graph.identifiers(folder.graph.heads()) : wanted.onto;
    if (merged.size() < 2)
        return core::fail(ErrorCode::InvalidArgument,
                          u"A merge needs two revisions, and there is one: %1."_s.arg(merged.value(0)));
    if (wanted.message.isEmpty())
        wanted.message = u"Merge %1"_s.arg(merged.join(u" and "_s));
    AlembicCommand command;
    command.arguments = {u"merge"_s, valued(u"--message"_s, wanted.message.simplified())};
    if (!wanted.id.isEmpty())
        command.arguments.append(valued(u"--rev-id"_s, wanted.id));
    for (const QString &label : std::as_const(wanted.labels))
        command.arguments.append(valued(u"--branch-label"_s, label));
    command.arguments += merged;
    const auto ran = runAlembic(context, tools, folder, command);
    return ran ? newestOf(folder) : core::fail(ran.error());
}

} // namespace civicq::migrations

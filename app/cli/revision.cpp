// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db revision: the file of a new revision.
#include "cli/writtenrevision.h"
#include "migrations/alembicfiles.h"

using namespace Qt::StringLiterals;
using namespace civicq::migrations;
using civicq::core::Result;

namespace civicq::cli {

namespace {

QString sentence(const WrittenRevision &written)
{
    return u"Wrote %1. Look at what it does, both ways, before it is run."_s.arg(written.file);
}

Result<WrittenRevision> write(Context &context, const MigrationFolder &folder, const RevisionWords &words)
{
    if (folder.kind != MigrationFolder::Kind::Alembic) {
        if (words.autogenerate)
            return core::fail(core::ErrorCode::InvalidArgument,
                              u"--autogenerate compares a database with the models of an Alembic project, and this is "
                              "a folder of SQL migrations."_s);
        return writeRevision(folder, words.wanted);
    }
    const AlembicTools tools = alembicTools(context, words.alembic);
    if (!words.autogenerate)
        return writeAlembicRevision(context.task, tools, folder, words.wanted);
    const auto database = openMigrationDatabase(context);
    if (!database)
        return core::fail(database.error());
    const auto target = alembicTarget(*database->connection, context.task, database->parameters);
    if (!target)
        return core::fail(target.error());
    return writeAlembicRevision(context.task, tools, folder, words.wanted, *target);
}

int runRevision(Context &context, const RevisionWords &words)
{
    return writeRevisionFile(
        context, words,
        [&](const MigrationFolder &folder, const NewRevision &) { return write(context, folder, words); }, sentence);
}

} // namespace

void addRevision(CLI::App &app, Context &context)
{
    const auto words = std::make_shared<RevisionWords>();
    CLI::App *command = app.add_subcommand("revision", "Write the file of a new revision in --dir");
    addWord(*command, "-m,--message", words->wanted.message, "One line on what it changes");
    command->get_option("--message")->required();
    addWords(*command, "--head", words->wanted.onto, "The revision it comes after; head if not given");
    addWords(*command, "--branch-label", words->wanted.labels, "A label for the branch that begins here");
    addWords(*command, "--depends-on", words->wanted.dependsOn, "A revision of another branch that it needs");
    addWord(*command, "--rev-id", words->wanted.id, "Its identifier; made up if not given");
    addFolderOption(*command, words->folder);
    addAlembicOption(*command, words->alembic);
    command->add_flag("--autogenerate", words->autogenerate,
                      "In an Alembic project: fill it in from what the database lacks of the project's models");
    command->callback([&context, words] { context.status = runRevision(context, *words); });
}

} // namespace civicq::cli

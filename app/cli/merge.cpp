// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db merge: one revision over several heads.
#include "cli/writtenrevision.h"
#include "migrations/alembicfiles.h"

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::cli {

namespace {

QString mergedSentence(const WrittenRevision &written)
{
    return u"Wrote %1, which merges %2."_s.arg(written.file, written.parents.join(u" and "_s));
}

int runMerge(Context &context, const RevisionWords &words)
{
    const auto write = [&](const MigrationFolder &folder, const NewRevision &wanted) {
        return folder.kind == MigrationFolder::Kind::Alembic
                   ? writeAlembicMerge(context.task, alembicTools(context, words.alembic), folder, wanted)
                   : writeMerge(folder, wanted);
    };
    return writeRevisionFile(context, words, write, mergedSentence);
}

} // namespace

void addMerge(CLI::App &app, Context &context)
{
    const auto words = std::make_shared<RevisionWords>();
    CLI::App *command = app.add_subcommand("merge", "Write a revision in --dir that brings branches together");
    addWords(*command, "REV", words->wanted.onto, "The revisions to merge; all heads if none is given");
    addWord(*command, "-m,--message", words->wanted.message, "One line on why");
    addWord(*command, "--rev-id", words->wanted.id, "Its identifier; made up if not given");
    addFolderOption(*command, words->folder);
    addAlembicOption(*command, words->alembic);
    command->callback([&context, words] { context.status = runMerge(context, *words); });
}

} // namespace civicq::cli

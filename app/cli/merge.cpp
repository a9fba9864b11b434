// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db merge: one revision over several heads.
#include "cli/writtenrevision.h"

using namespace Qt::StringLiterals;

namespace civicq::cli {

namespace {

QString sentence(const migrations::WrittenRevision &written)
{
    return u"Wrote %1, which merges %2."_s.arg(written.file, written.parents.join(u" and "_s));
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
    command->callback(
        [&context, words] { context.status = writeRevisionFile(context, *words, migrations::writeMerge, sentence); });
}

} // namespace civicq::cli

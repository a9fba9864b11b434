// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db revision: the file of a new revision.
#include "cli/writtenrevision.h"

using namespace Qt::StringLiterals;

namespace civicq::cli {

namespace {

QString sentence(const migrations::WrittenRevision &written)
{
    return u"Wrote %1. Fill in its up and down parts."_s.arg(written.file);
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
    command->callback([&context, words] {
        context.status = writeRevisionFile(context, *words, migrations::writeRevision, sentence);
    });
}

} // namespace civicq::cli

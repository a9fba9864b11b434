// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db revision: the file of a new revision.
#include "cli/migrations.h"
#include "migrations/newrevision.h"

using namespace Qt::StringLiterals;

namespace civicq::cli {

namespace {

struct Words
{
    migrations::NewRevision wanted;
    QString folder;
};

int run(Context &context, const Words &words)
{
    const auto folder = openFolder(words.folder);
    if (!folder)
        return context.report(folder.error());
    const auto written = migrations::writeRevision(*folder, words.wanted);
    if (!written)
        return context.report(written.error());
    context.output.result({{u"revision"_s, written->id},
                           {u"file"_s, written->file},
                           {u"parents"_s, QJsonArray::fromStringList(written->parents)}},
                          u"Wrote %1. Fill in its up and down parts."_s.arg(written->file));
    return Done;
}

} // namespace

void addRevision(CLI::App &app, Context &context)
{
    const auto words = std::make_shared<Words>();
    CLI::App *command = app.add_subcommand("revision", "Write the file of a new revision in --dir");
    addWord(*command, "-m,--message", words->wanted.message, "One line on what it changes");
    command->get_option("--message")->required();
    addWords(*command, "--head", words->wanted.onto, "The revision it comes after; head if not given");
    addWords(*command, "--branch-label", words->wanted.labels, "A label for the branch that begins here");
    addWords(*command, "--depends-on", words->wanted.dependsOn, "A revision of another branch that it needs");
    addWord(*command, "--rev-id", words->wanted.id, "Its identifier; made up if not given");
    addFolderOption(*command, words->folder);
    command->callback([&context, words] { context.status = run(context, *words); });
}

} // namespace civicq::cli

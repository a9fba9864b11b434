// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db merge: one revision over several heads.
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
    const auto written = migrations::writeMerge(*folder, words.wanted);
    if (!written)
        return context.report(written.error());
    context.output.result({{u"revision"_s, written->id},
                           {u"file"_s, written->file},
                           {u"parents"_s, QJsonArray::fromStringList(written->parents)}},
                          u"Wrote %1, which merges %2."_s.arg(written->file, written->parents.join(u" and "_s)));
    return Done;
}

} // namespace

void addMerge(CLI::App &app, Context &context)
{
    const auto words = std::make_shared<Words>();
    CLI::App *command = app.add_subcommand("merge", "Write a revision in --dir that brings branches together");
    addWords(*command, "REV", words->wanted.onto, "The revisions to merge; all heads if none is given");
    addWord(*command, "-m,--message", words->wanted.message, "One line on why");
    addWord(*command, "--rev-id", words->wanted.id, "Its identifier; made up if not given");
    addFolderOption(*command, words->folder);
    command->callback([&context, words] { context.status = run(context, *words); });
}

} // namespace civicq::cli

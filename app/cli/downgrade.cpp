// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db downgrade: takes revisions back.
#include "cli/migrations.h"

namespace civicq::cli {

namespace {

bool isStepsDown(const std::string &word)
{
    return word.size() > 1 && word[0] == '-' && word.find_first_not_of("0123456789", 1) == std::string::npos;
}

} // namespace

void addDowngrade(CLI::App &app, Context &context)
{
    const auto words =
        std::make_shared<RunWords>(RunWords{migrations::Direction::Down, {}, {}, false, false, false, {}, 1.0});
    CLI::App *command = app.add_subcommand("downgrade", "Take revisions back, down to REV or by N: downgrade -1");
    addWord(*command, "REV", words->target,
            "base, -N, an identifier or the beginning of one, LABEL@base; "
            "with --sql also FROM:TO, which needs no database");
    addFolderOption(*command, words->folder);
    command->add_flag("--preview", words->preview,
                      "Show what each statement locks, for how much work and what it loses; nothing is run");
    addRunOptions(*command, *words);
    command->add_flag("--sql", words->sql, "Print the SQL instead of running it");
    command->add_flag("--no-backup", words->noBackup, "No backup before it");
    // -1 looks like an option: it comes here as something that was not understood.
    command->allow_extras();
    command->callback([&context, words, command] {
        const auto extras = command->remaining();
        if (words->target.isEmpty() && extras.size() == 1 && isStepsDown(extras.front()))
            words->target = text(extras.front());
        else if (!extras.empty())
            throw CLI::ExtrasError(command->get_name(), extras);
        if (words->target.isEmpty())
            throw CLI::RequiredError("REV");
        context.status = runMigration(context, *words);
    });
}

} // namespace civicq::cli

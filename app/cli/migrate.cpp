// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db migrate: upgrades a database.
#include "cli/migrations.h"

namespace civicq::cli {

void addMigrate(CLI::App &app, Context &context)
{
    const auto words = std::make_shared<RunWords>(
        RunWords{migrations::Direction::Up, QStringLiteral("head"), {}, false, false, false, {}, 1.0});
    CLI::App *command = app.add_subcommand("migrate", "Upgrade the database to the newest revision, or to REV");
    addWord(*command, "REV", words->target,
            "head, heads, +N, an identifier or the beginning of one, LABEL@head; "
            "with --sql also FROM:TO, which needs no database");
    addFolderOption(*command, words->folder);
    command->add_flag("--preview", words->preview,
                      "Show what each statement locks, for how much work and what it loses; nothing is run");
    addRunOptions(*command, *words);
    command->add_flag("--sql", words->sql, "Print the SQL instead of running it");
    command->add_flag("--no-backup", words->noBackup, "No backup before an upgrade of production");
    command->callback([&context, words] { context.status = runMigration(context, *words); });
}

} // namespace civicq::cli

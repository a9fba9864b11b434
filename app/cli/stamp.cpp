// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db stamp: says which revisions a database has, without running anything.
#include "cli/migrations.h"

using namespace Qt::StringLiterals;

namespace civicq::cli {

namespace {

struct StampWords
{
    QStringList targets;
    QString folder;
    bool purge = false;
};

int run(Context &context, const StampWords &words)
{
    const auto folder = openFolder(words.folder);
    if (!folder)
        return context.report(folder.error());
    const auto database = openMigrationDatabase(context);
    if (!database)
        return context.report(database.error());
    if (const auto allowed = confirmed(context, *database, u"a stamp changes what later migrations do."_s); !allowed)
        return context.report(allowed.error());
    const auto report = migrations::stamp(*database->connection, context.task, *folder, words.targets, words.purge, {});
    if (!report)
        return context.report(report.error());
    const QString name = database->connection->database();
    context.task.clear();
    context.output.result(
        {{u"database"_s, name}, {u"from"_s, versionsText(report->from)}, {u"to"_s, versionsText(report->to)}},
        u"%1 is stamped %2; it was %3. Nothing was run."_s.arg(name, versionsText(report->to),
                                                               versionsText(report->from)));
    return Done;
}

} // namespace

void addStamp(CLI::App &app, Context &context)
{
    const auto words = std::make_shared<StampWords>();
    CLI::App *command = app.add_subcommand("stamp", "Say which revision a database has, without running anything");
    addWords(*command, "REV", words->targets, "head, heads, base, an identifier or the beginning of one");
    command->get_option("REV")->required();
    addFolderOption(*command, words->folder);
    command->add_flag("--purge", words->purge, "Forget first what the version table says");
    command->callback([&context, words] { context.status = run(context, *words); });
}

} // namespace civicq::cli

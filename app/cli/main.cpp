// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/schedule.h"
#include "core/platform.h"
#include "settings/settingsfile.h"

#include <QtCore/QCoreApplication>

#include <iostream>

using namespace Qt::StringLiterals;
using namespace civicq;

namespace {

void addGlobalOptions(CLI::App &app, cli::Context &context)
{
    const auto intoString = [](QString &to) { return [&to](const std::string &value) { to = cli::text(value); }; };
    app.add_option_function<std::string>("--url", intoString(context.target.url),
                                         "Address of the database: postgresql://user@host:port/database");
    app.add_option_function<std::string>("--connection", intoString(context.target.connection),
                                         "A saved connection by name; \"sandbox\" is always there");
    app.add_option_function<std::string>("--confirm", intoString(context.confirm),
                                         "The database's name, for a destructive command on production");
    app.add_flag("--json", context.output.json, "One JSON document on standard output");
    app.add_flag("--quiet", context.output.quiet, "No progress and no messages");
    app.add_flag("--yes", context.yes, "Ask nothing");
    app.fallthrough();
    app.require_subcommand(1);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"civicq-db"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CIVICQ_VERSION));

    CLI::App app("Runs the database of a CivicQ city: migrations, seeds, backups, health.", "civicq-db");
    app.set_version_flag("--version", "civicq-db " CIVICQ_VERSION);
    cli::Context context;
    context.paths = core::Paths::standard();
    context.settings = app::SettingsFile(context.paths).settings();
    addGlobalOptions(app, context);
    cli::addCacheHit(app, context);
    cli::addConnections(app, context);
    cli::addProfiles(app, context);
    cli::addBackup(app, context);
    cli::addRestore(app, context);
    cli::addKey(app, context);
    cli::addMigrations(app, context);
    cli::addSandbox(app, context);
    cli::addSchedule(app, context);
    cli::addSeed(app, context);
    cli::addTables(app, context);
    cli::addTest(app, context);
    core::onInterrupt([&context] { context.task.cancel(); });
    try {
        app.parse(argc, app.ensure_utf8(argv));
    } catch (const CLI::ParseError &error) {
        // CLI11 throws for --help and --version too, with status 0; anything else is wrong usage.
        const std::vector<std::string> words = app.remaining();
        if (error.get_exit_code() != 0 && app.get_subcommands().empty() && !words.empty()) {
            std::cerr << "There is no command " << words.front() << ". civicq-db --help lists them.\n";
            return cli::WrongUsage;
        }
        return app.exit(error) == 0 ? cli::Done : cli::WrongUsage;
    }
    context.task.clear();
    return context.status;
}

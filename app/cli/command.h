// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a command of civicq-db is made: one file a command, with one function add...(CLI::App &, Context &) that declares its
// options and sets a callback; the callback does the work and sets context.status. Called from main.cpp's list.
//
//   void addCacheHit(CLI::App &app, Context &context)
//   {
//       CLI::App *command = app.add_subcommand("cache-hit", "Cache-hit ratio of tables and indexes");
//       command->callback([&context] { context.status = run(context); });
//   }

#include "cli/consoletask.h"
#include "cli/output.h"
#include "cli/target.h"
#include "core/paths.h"
#include "core/process.h"
#include "core/settings.h"
#include "postgres/clienttools.h"
#include "sandbox/sandbox.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace civicq::cli {

enum ExitStatus { Done = 0, Failed = 1, WrongUsage = 2, Interrupted = 130 };

struct Context
{
    TargetOptions target; // --url, --connection
    bool yes = false;     // --yes: no questions
    QString confirm;      // --confirm DATABASE, for destructive commands on production
    core::Paths paths;
    core::Settings settings;
    Output output;
    ConsoleTask task{output};
    int status = Done;

    core::SystemProcessRunner processes;
    // Both made when first asked for.
    [[nodiscard]] postgres::ClientTools &tools();
    [[nodiscard]] sandbox::Sandbox &sandbox();
    // The database this command works on: what target names, the sandbox started if that is it.
    [[nodiscard]] core::Result<postgres::ConnectionParameters> database();

    // Prints the error as a sentence (or JSON) and returns the exit status for it.
    int report(const core::Error &error)
    {
        task.clear();
        return output.error(error);
    }

private:
    std::unique_ptr<postgres::ClientTools> m_tools;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
};

// Qt's strings are UTF-8 on the command line; on Windows main() hands over UTF-8 too.
[[nodiscard]] inline QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

// One for each command's file; main() calls them all.
void addBackup(CLI::App &app, Context &context);
void addRestore(CLI::App &app, Context &context);
void addCacheHit(CLI::App &app, Context &context);
void addConnections(CLI::App &app, Context &context);
void addProfiles(CLI::App &app, Context &context);
void addKey(CLI::App &app, Context &context);
void addMigrations(CLI::App &app, Context &context);
void addSandbox(CLI::App &app, Context &context);
void addSeed(CLI::App &app, Context &context);
void addTables(CLI::App &app, Context &context);
void addTest(CLI::App &app, Context &context);

} // namespace civicq::cli

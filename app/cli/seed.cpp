// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db seed dev: development data.
#include "cli/command.h"
#include "core/units.h"
#include "seeds/developmentseed.h"

using namespace Qt::StringLiterals;

namespace civicq::cli {

namespace {

int seedDev(Context &context, const seeds::SeedOptions &options)
{
    const auto database = context.database();
    if (!database)
        return context.report(database.error());
    const auto report = seeds::seedDevelopment(context.task, *database, options);
    if (!report)
        return context.report(report.error());
    context.task.clear();
    const double seconds = static_cast<double>(report->milliseconds) / 1000.0;
    QJsonObject tables;
    QList<QStringList> lines{{u"Table"_s, u"Rows"_s}};
    for (const seeds::TableCount &table : report->tables) {
        tables.insert(table.table, table.rows);
        lines.append({table.table, core::formatCount(table.rows)});
    }
    QString text =
        Output::table(lines)
        + u"\n%1 rows in %2 s. Test logins:\n"_s.arg(core::formatCount(report->rows())).arg(seconds, 0, 'f', 2);
    for (const seeds::TestLogin &login : seeds::developmentLogins())
        text += u"  %1 / %2\n"_s.arg(login.email, login.password);
    context.output.result({{u"database"_s, database->describe()},
                           {u"tables"_s, tables},
                           {u"rows"_s, report->rows()},
                           {u"seconds"_s, seconds}},
                          text);
    return Done;
}

} // namespace

void addSeed(CLI::App &app, Context &context)
{
    CLI::App *group = app.add_subcommand("seed", "Fill a database with data");
    group->require_subcommand(1);
    CLI::App *dev = group->add_subcommand("dev", "Three cities for development: people, ballots, questions, votes");
    const auto options = std::make_shared<seeds::SeedOptions>();
    dev->add_flag("--reset", options->reset, "Empty the CivicQ tables first");
    dev->callback([&context, options] { context.status = seedDev(context, *options); });
}

} // namespace civicq::cli

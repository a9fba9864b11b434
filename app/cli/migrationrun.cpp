// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What migrate and downgrade do: plan, ask where that is due, run or print.
#include "backups/backup.h"
#include "cli/migrations.h"
#include "core/units.h"
#include "migrations/migrationpreview.h"
#include "migrations/alembicfiles.h"
#include "migrations/offlinesql.h"

using namespace Qt::StringLiterals;
using civicq::core::Result;
using namespace civicq::migrations;

namespace civicq::cli {

namespace {

QJsonObject runDocument(const RunReport &report, const QString &database)
{
    QJsonArray applied;
    for (const RanRevision &ran : report.applied)
        applied.append(
            QJsonObject{{u"revision"_s, ran.revision}, {u"message"_s, ran.message}, {u"seconds"_s, ran.seconds}});
    return {{u"database"_s, database},
            {u"from"_s, versionsText(report.from)},
            {u"to"_s, versionsText(report.to)},
            {u"applied"_s, applied},
            {u"backup"_s, report.backup.isEmpty() ? QJsonValue() : QJsonValue(report.backup)}};
}

QString runText(const RunReport &report, Direction direction, const QString &database)
{
    if (report.applied.isEmpty())
        return u"%1 stands at %2: nothing to do."_s.arg(database, versionsText(report.from));
    double seconds = 0;
    for (const RanRevision &ran : report.applied)
        seconds += ran.seconds;
    const QString what = direction == Direction::Up ? u"upgraded"_s : u"downgraded"_s;
    return u"%1 %2 from %3 to %4: %5 revisions in %6."_s.arg(
        database, what, versionsText(report.from), versionsText(report.to), QString::number(report.applied.size()),
        core::formatDuration(std::chrono::milliseconds(static_cast<qint64>(seconds * 1000))));
}

SafetyBackup safetyBackup(Context &context, const postgres::ConnectionParameters &parameters)
{
    return [&context, parameters](core::TaskContext &task) -> Result<QString> {
        backups::BackupRequest request;
        request.parameters = parameters;
        request.origin = backups::Origin::Safety;
        request.folder =
            context.settings.backupFolder.isEmpty() ? context.paths.backups : context.settings.backupFolder;
        backups::BackupCatalogue catalogue(context.paths.data);
        const auto made = backups::backup(task, {context.processes, context.tools()}, request, &catalogue);
        if (!made)
            return core::fail(made.error());
        task.message(u"Backed up first: %1"_s.arg(made->path));
        return made->path;
    };
}

// What makes a run worth a second thought; empty where nothing can be lost. Whether a type is narrowed is known only from
// the database.
Result<QString> lossOf(Context &context, const MigrationDatabase &database, const RevisionGraph &graph,
                       const MigrationPlan &plan)
{
    constexpr qsizetype most = 5;
    if (plan.isEmpty())
        return QString();
    if (plan.direction == Direction::Down)
        return u"a downgrade drops what %1 revisions made, with the data in it."_s.arg(plan.steps.size());
    const auto seen = readPreview(*database.connection, context.task, graph, plan);
    if (!seen)
        return core::fail(seen.error());
    QStringList losing = seen->loses();
    if (losing.isEmpty())
        return QString();
    if (losing.size() > most)
        losing = losing.first(most) << u"…"_s;
    return u"%1 statements of this upgrade drop or delete something: %2."_s.arg(QString::number(seen->losing()),
                                                                                losing.join(u", "_s));
}

// FROM:TO needs no database.
Result<QString> sqlWithoutDatabase(Context &context, const MigrationFolder &folder, const RunWords &words)
{
    const QString from = words.target.section(u':', 0, 0);
    QStringList versions;
    if (!from.isEmpty() && from != "base"_L1) {
        const auto start = planStamp(folder, {}, {from});
        if (!start)
            return core::fail(start.error());
        versions = *start;
    }
    if (folder.kind == MigrationFolder::Kind::Alembic)
        return alembicSql(context.task, alembicTools(context, words.alembic), folder, words.direction, versions,
                          words.target.section(u':', 1));
    const auto plan = planMigration(folder, versions, words.direction, words.target.section(u':', 1));
    if (!plan)
        return core::fail(plan.error());
    return offlineSql(folder, *plan, u"alembic_version"_s, !versions.isEmpty());
}

Result<QString> sqlForDatabase(Context &context, const MigrationFolder &folder, const RunWords &words)
{
    const auto database = openMigrationDatabase(context);
    if (!database)
        return core::fail(database.error());
    const auto plan = planMigration(folder, database->state.versions, words.direction, words.target);
    if (!plan)
        return core::fail(plan.error());
    if (folder.kind == MigrationFolder::Kind::Alembic)
        return plan->isEmpty() ? QString()
                               : alembicSql(context.task, alembicTools(context, words.alembic), folder, words.direction,
                                            plan->from, versionsText(plan->to));
    return offlineSql(folder, *plan, database->state.versionTable, database->state.hasVersionTable);
}

int printSql(Context &context, const MigrationFolder &folder, const RunWords &words)
{
    const auto sql = words.target.contains(u':') ? sqlWithoutDatabase(context, folder, words)
                                                 : sqlForDatabase(context, folder, words);
    if (!sql)
        return context.report(sql.error());
    context.output.result({{u"sql"_s, *sql}}, sql->isEmpty() ? u"-- Nothing to do."_s : *sql);
    return Done;
}

} // namespace

void addRunOptions(CLI::App &command, RunWords &words)
{
    addAlembicOption(command, words.alembic);
    command
        .add_option("--lock-timeout", words.lockTimeout,
                    "Seconds a statement waits for a lock, with readers waiting behind it, before it is tried again "
                    "later; 0 waits as long as it takes")
        ->check(CLI::Range(0.0, 86'400.0));
}

int runMigration(Context &context, const RunWords &words)
{
    const auto folder = openFolder(words.folder);
    if (!folder)
        return context.report(folder.error());
    if (words.preview)
        return previewMigration(context, *folder, words);
    if (words.sql)
        return printSql(context, *folder, words);
    auto database = openMigrationDatabase(context);
    if (!database)
        return context.report(database.error());
    const auto plan = planMigration(*folder, database->state.versions, words.direction, words.target);
    if (!plan)
        return context.report(plan.error());
    const QString name = database->connection->database();
    const auto losing = lossOf(context, *database, folder->graph, *plan);
    if (!losing)
        return context.report(losing.error());
    if (!losing->isEmpty()) {
        if (const auto allowed = confirmed(context, *database, *losing); !allowed)
            return context.report(allowed.error());
    }
    RunOptions options;
    options.production = database->environment == postgres::Environment::Production;
    options.lockTimeout = std::chrono::milliseconds(static_cast<qint64>(words.lockTimeout * 1000));
    options.alembic = alembicTools(context, words.alembic);
    options.alembicParameters = database->parameters;
    if (!words.noBackup)
        options.safetyBackup = safetyBackup(context, database->parameters);
    const auto report = migrate(*database->connection, context.task, *folder, words.direction, words.target, options);
    if (!report)
        return context.report(report.error());
    context.task.clear();
    context.output.result(runDocument(*report, name), runText(*report, words.direction, name));
    return Done;
}

} // namespace civicq::cli

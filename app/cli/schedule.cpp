// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db schedule: the daily backup by the system's own scheduler; how it stands; a run.
#include "cli/schedule.h"

#include "cli/proof.h"
#include "core/units.h"
#include "phrases/schedulewords.h"
#include "settings/settingsfile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::backups::Assessment;
using civicq::backups::BackupPlan;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::cli {

namespace {

struct RunOptions
{
    std::string plan;
    std::string home;
    bool due = false;
};

QJsonValue timeJson(const QDateTime &when)
{
    return when.isValid() ? QJsonValue(when.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QString timeText(const QDateTime &when)
{
    return when.isValid() ? when.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : u"-"_s;
}

QJsonObject document(const backups::BackupRun &run)
{
    return {{u"begun"_s, timeJson(run.begun)},
            {u"ended"_s, timeJson(run.ended)},
            {u"by"_s, backups::runByName(run.by)},
            {u"outcome"_s, backups::outcomeName(run.outcome)},
            {u"error"_s, run.error},
            {u"path"_s, run.path},
            {u"bytes"_s, run.bytes},
            {u"second_place_error"_s, run.secondPlaceError}};
}

QJsonObject document(const BackupPlan &plan, const Assessment &stands, const backups::JobReport &job)
{
    QJsonArray alerts;
    for (const backups::ScheduleAlert &alert : stands.alerts) {
        const auto words = phrases::explain(alert, plan.connection);
        alerts.append(QJsonObject{{u"level"_s, alert.critical ? u"critical"_s : u"warning"_s},
                                  {u"message"_s, words.what},
                                  {u"remedy"_s, words.remedy},
                                  {u"since"_s, timeJson(alert.since)}});
    }
    QJsonArray notes;
    for (const scheduler::Note note : job.state.notes)
        notes.append(phrases::noteSentence(note));
    return {{u"plan"_s, plan.id},
            {u"connection"_s, plan.connection},
            {u"database"_s, plan.database},
            {u"at"_s, plan.at.toString(u"HH:mm"_s)},
            {u"scheduler"_s, job.scheduler},
            {u"installed"_s, job.state.active},
            {u"next_run"_s, timeJson(stands.nextRun)},
            {u"last_run"_s, stands.lastRun ? QJsonValue(document(*stands.lastRun)) : QJsonValue()},
            {u"newest_backup"_s, stands.newest ? timeJson(stands.newest->made) : QJsonValue()},
            {u"days_without"_s, stands.daysWithout},
            {u"days_seen"_s, stands.daysSeen},
            {u"second_place"_s, plan.secondPlace},
            {u"encrypted"_s, plan.isProtected()},
            {u"alerts"_s, alerts},
            {u"notes"_s, notes}};
}

void status(Context &context)
{
    const auto plans = backups::PlanStore(context.paths.config).load();
    if (!plans) {
        context.status = context.report(plans.error());
        return;
    }
    QJsonArray array;
    QList<QStringList> rows{{u"Connection"_s, u"At"_s, u"State"_s, u"Last run"_s, u"Newest backup"_s, u"Next run"_s}};
    QStringList sentences;
    for (const BackupPlan &plan : *plans) {
        auto job = backups::jobReport(context.task, schedulingOf(context), plan);
        if (!job)
            sentences.append(job.error().message);
        const auto stands = backups::assessPlan(plan, placesOf(context), job && job->state.active);
        if (!stands) {
            context.status = context.report(stands.error());
            return;
        }
        array.append(document(plan, *stands, job.value_or(backups::JobReport())));
        rows.append({plan.connection, plan.at.toString(u"HH:mm"_s), phrases::stateWord(stands->state),
                     stands->lastRun ? timeText(stands->lastRun->begun) : u"-"_s,
                     stands->newest ? timeText(stands->newest->made) : u"-"_s, timeText(stands->nextRun)});
        for (const backups::ScheduleAlert &alert : stands->alerts)
            sentences.append(phrases::explain(alert, plan.connection).oneLine());
        if (!stands->alerts.isEmpty())
            context.status = Failed;
        for (const scheduler::Note note : job ? job->state.notes : QList<scheduler::Note>())
            sentences.append(phrases::noteSentence(note));
    }
    sentences.removeDuplicates();
    context.task.clear();
    context.output.result({{u"schedules"_s, array}}, plans->isEmpty() ? u"No backup is scheduled."_s
                                                                      : Output::table(rows) + sentences.join(u'\n'));
}

void remove(Context &context, const std::string &id)
{
    const auto plan = choosePlan(context, text(id));
    const auto removed =
        plan ? backups::unschedulePlan(context.task, schedulingOf(context), *plan) : core::fail(plan.error());
    if (!removed) {
        context.status = context.report(removed.error());
        return;
    }
    context.output.result({{u"removed"_s, plan->id}, {u"connection"_s, plan->connection}},
                          u"%1 is no longer backed up every day. The backups there are stay."_s.arg(plan->connection));
}

QString sentence(const BackupPlan &plan, const backups::PlanReport &report)
{
    if (!report.ran)
        return u"No backup of %1 is due."_s.arg(plan.connection);
    QStringList lines;
    if (report.backup)
        lines.append(u"Backed up %1: %2.\n%3"_s.arg(report.backup->database, core::formatBytes(report.backup->bytes),
                                                    report.backup->path));
    if (report.isProven())
        lines.append(u"Proven: restored, read back and found equal."_s);
    for (const QString &path : report.copy ? report.copy->copied : QStringList())
        lines.append(u"Copied and read back: %1"_s.arg(path));
    if (!report.cleaned.removed.isEmpty())
        lines.append(u"Removed older backups: %1, %2."_s.arg(report.cleaned.removed.size())
                         .arg(core::formatBytes(report.cleaned.bytesFreed)));
    return lines.join(u'\n');
}

void run(Context &context, const RunOptions &options)
{
    if (!options.home.empty()) {
        context.paths = core::Paths::below(text(options.home));
        context.settings = app::SettingsFile(context.paths).settings();
    }
    const auto plan = choosePlan(context, text(options.plan));
    if (!plan) {
        context.status = context.report(plan.error());
        return;
    }
    const backups::PlanRun how{{context.processes, context.tools()},
                               placesOf(context),
                               options.due ? backups::RunBy::Schedule : backups::RunBy::CommandLine,
                               options.due,
                               [&context, &plan] { return planParameters(context, *plan); },
                               [&context](core::TaskContext &) { return proofServer(context, {}); }};
    const auto report = backups::runPlan(context.task, how, *plan);
    if (!report) {
        context.status = context.report(report.error());
        return;
    }
    QStringList problems;
    if (report->proof && !report->isProven())
        problems.append(u"it is not proven: %1"_s.arg(report->proof->problems.join(u"; "_s)));
    for (const auto &error : {report->proofError, report->copyError, report->cleanupError}) {
        if (error)
            problems.append(phrases::explain(*error).oneLine());
    }
    if (!report->isWell())
        context.status = Failed;
    context.task.clear();
    for (const QString &problem : std::as_const(problems))
        Output::writeErr(u"The backup is taken, but: %1\n"_s.arg(problem));
    context.output.result(
        {{u"plan"_s, plan->id},
         {u"ran"_s, report->ran},
         {u"path"_s, report->backup ? QJsonValue(report->backup->path) : QJsonValue()},
         {u"bytes"_s, report->backup ? QJsonValue(report->backup->bytes) : QJsonValue()},
         {u"proven"_s, report->isProven()},
         {u"copied"_s, QJsonArray::fromStringList(report->copy ? report->copy->copied : QStringList())},
         {u"removed"_s, QJsonArray::fromStringList(report->cleaned.removed)},
         {u"problems"_s, QJsonArray::fromStringList(problems)}},
        sentence(*plan, *report));
}

} // namespace

backups::PlanPlaces placesOf(const Context &context)
{
    return {context.paths.data,
            context.settings.backupFolder.isEmpty() ? context.paths.backups : context.settings.backupFolder,
            context.paths.config};
}

backups::Scheduling schedulingOf(Context &context)
{
    return {context.processes, context.paths.config, QCoreApplication::applicationFilePath(),
            qEnvironmentVariable("CIVICQ_HOME")};
}

Result<BackupPlan> choosePlan(const Context &context, const QString &id)
{
    const auto plans = backups::PlanStore(context.paths.config).load();
    if (!plans)
        return core::fail(plans.error());
    QStringList names;
    for (const BackupPlan &plan : *plans) {
        const bool wanted = !id.isEmpty() ? plan.id == id
                            : !context.target.connection.isEmpty()
                                ? plan.connection.compare(context.target.connection, Qt::CaseInsensitive) == 0
                                : plans->size() == 1;
        if (wanted)
            return plan;
        names.append(plan.connection);
    }
    core::Error error;
    error.code = plans->isEmpty() ? ErrorCode::NotFound : ErrorCode::InvalidArgument;
    error.message =
        plans->isEmpty() ? u"no backup is scheduled"_s
        : id.isEmpty() && context.target.connection.isEmpty()
            ? u"several backups are scheduled; say with --connection which is meant: %1"_s.arg(names.join(u", "_s))
            : u"there is no such schedule; there are those of: %1"_s.arg(names.join(u", "_s));
    if (plans->isEmpty())
        error.hint = u"civicq-db --connection NAME schedule install --daily 02:00 makes one."_s;
    return core::fail(std::move(error));
}

void addSchedule(CLI::App &app, Context &context)
{
    CLI::App *schedule = app.add_subcommand("schedule", "The daily backup: install, status, remove, run");
    schedule->require_subcommand(1);
    addScheduleInstall(*schedule, context);
    schedule->add_subcommand("status", "How the scheduled backups stand; exit status 1 when something is wrong")
        ->callback([&context] { status(context); });
    const auto id = std::make_shared<std::string>();
    CLI::App *gone = schedule->add_subcommand("remove", "Take a daily backup out of the system's scheduler");
    gone->add_option("--plan", *id, "Its number, as status --json says");
    gone->callback([&context, id] { remove(context, *id); });
    const auto options = std::make_shared<RunOptions>();
    CLI::App *once = schedule->add_subcommand("run", "Take a scheduled backup now: what the system's scheduler calls");
    once->add_option("--plan", options->plan, "Its number, as status --json says");
    once->add_option("--home", options->home, "The folder CIVICQ_HOME named when it was installed");
    once->add_flag("--due", options->due, "Only if one is due and none is being taken");
    once->callback([&context, options] { run(context, *options); });
}

} // namespace civicq::cli

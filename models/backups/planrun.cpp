// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/planrun.h"

#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr int runsLookedAt = 200;

BackupRun ended(const Result<BackupReport> &report, const QString &database)
{
    BackupRun run;
    run.database = report ? report->database : database;
    if (report) {
        run.outcome = RunOutcome::Done;
        run.path = report->path;
        run.bytes = report->bytes;
    } else {
        run.outcome = report.error().code == ErrorCode::Cancelled ? RunOutcome::Cancelled : RunOutcome::Failed;
        run.errorCode = core::errorCodeName(report.error().code);
        run.error = report.error().message;
    }
    return run;
}

Result<BackupReport> takeBackup(core::TaskContext &context, const PlanRun &how, const BackupPlan &plan,
                                BackupCatalogue &catalogue)
{
    const auto parameters = how.connect();
    if (!parameters)
        return core::fail(parameters.error());
    auto protection = plan.protection(how.places.configFolder);
    if (!protection)
        return core::fail(protection.error());
    BackupRequest request = plan.request;
    request.parameters = *parameters;
    request.protection = std::move(*protection);
    request.folder = folderOf(plan, how.places);
    request.name.clear(); // each run has a name of its own
    request.origin = Origin::Schedule;
    return backup(context, how.toolbox, request, &catalogue);
}

// Before anything older goes: what is not proven is not worth an older one.
void proveNew(core::TaskContext &context, const PlanRun &how, const BackupPlan &plan, BackupCatalogue &catalogue,
              PlanReport &report)
{
    if (!plan.prove || !report.backup)
        return;
    Result<postgres::ConnectionParameters> server =
        core::fail(ErrorCode::InvalidArgument, u"there is no server to prove a backup on"_s);
    if (how.scratchServer)
        server = how.scratchServer(context);
    const auto protection = plan.protection(how.places.configFolder);
    if (server && !protection)
        server = core::fail(protection.error());
    auto proof = server ? proveAndRecord(context, how.toolbox,
                                         {*server, report.backup->path, 0, {protection->passphrase, {}}}, catalogue)
                        : Result<Proof>(core::fail(server.error()));
    if (!proof) {
        report.proofError = proof.error();
        return;
    }
    report.backup->proven = proof->valid();
    report.proof = std::move(*proof);
}

// The copy first, then what is too old: a disk that is full for a day loses no copy that way.
void finish(core::TaskContext &context, const PlanRun &how, const BackupPlan &plan, const QString &database,
            BackupCatalogue &catalogue, PlanReport &report)
{
    const QString folder = folderOf(plan, how.places);
    if (!plan.secondPlace.isEmpty()) {
        auto copied =
            fillSecondPlace(context, how.toolbox, folder, plan.secondPlace, database, plan.retention, catalogue);
        if (copied)
            report.copy = std::move(*copied);
        else
            report.copyError = copied.error();
    }
    if (plan.retention.keepsEverything() || !report.backup || (report.proof && !report.proof->valid()))
        return;
    auto cleaned = cleanup(context, how.toolbox, folder, database, plan.retention, catalogue);
    if (cleaned)
        report.cleaned = std::move(*cleaned);
    else
        report.cleanupError = cleaned.error();
}

// Which server the plan's backups are of: another may have a database of the same name.
QString systemOf(const QList<BackupRun> &runs, const QList<CatalogueEntry> &entries)
{
    for (const BackupRun &run : runs) {
        const auto entry = std::ranges::find(entries, run.path, &CatalogueEntry::path);
        if (run.outcome == RunOutcome::Done && entry != entries.end())
            return entry->known.system;
    }
    return {};
}

Result<PlanReport> copyOnly(core::TaskContext &context, const PlanRun &how, const BackupPlan &plan, RunLog &log,
                            const BackupRun &last)
{
    PlanReport report;
    report.ran = true;
    BackupCatalogue catalogue(how.places.dataFolder);
    finish(context, how, plan, last.database, catalogue, report);
    const QString problem = report.copyError ? report.copyError->message : QString();
    if (const auto noted = log.setSecondPlaceError(last.id, problem); !noted)
        return core::fail(noted.error());
    return report;
}

} // namespace

QString folderOf(const BackupPlan &plan, const PlanPlaces &places)
{
    return plan.request.folder.isEmpty() ? places.backupFolder : plan.request.folder;
}

Result<PlanReport> runPlan(core::TaskContext &context, const PlanRun &how, const BackupPlan &plan)
{
    RunLog log(how.places.dataFolder);
    if (how.onlyIfDue) {
        const auto stands = assessPlan(plan, how.places, true);
        if (!stands)
            return core::fail(stands.error());
        if (!stands->due && stands->secondPlaceDue && stands->state != ScheduleState::Running)
            return copyOnly(context, how, plan, log, *stands->lastGood);
        if (!stands->due)
            return PlanReport();
    }
    auto running = log.begin(how.by, plan.id, plan.database);
    if (!running)
        return core::fail(running.error());
    PlanReport report;
    report.ran = true;
    BackupCatalogue catalogue(how.places.dataFolder);
    const auto made = takeBackup(context, how, plan, catalogue);
    BackupRun run = ended(made, plan.database);
    if (made) {
        report.backup = *made;
        proveNew(context, how, plan, catalogue, report);
        finish(context, how, plan, made->database, catalogue, report);
        if (report.copyError)
            run.secondPlaceError = report.copyError->message;
    }
    if (const auto noted = log.end(*running, run); !noted)
        context.message(u"The run could not be entered in the log: %1"_s.arg(noted.error().message));
    return made ? Result<PlanReport>(std::move(report)) : core::fail(made.error());
}

Result<Assessment> assessPlan(const BackupPlan &plan, const PlanPlaces &places, bool installed, const QDateTime &now)
{
    const auto runs = RunLog(places.dataFolder).newest(runsLookedAt, plan.id);
    if (!runs)
        return core::fail(runs.error());
    const auto entries = BackupCatalogue(places.dataFolder).all();
    if (!entries)
        return core::fail(entries.error());
    const QString folder = QFileInfo(folderOf(plan, places)).absoluteFilePath();
    const QString system = systemOf(*runs, *entries);
    QList<BackupFact> backups;
    for (const auto &[path, known] : *entries) {
        const bool alike = known.database == plan.database && known.part == plan.request.part
                           && known.chosen.isEmpty() == plan.request.tables.isEmpty()
                           && (system.isEmpty() || known.system == system);
        if (!alike || !known.valid || QFileInfo(path).path() != folder || QFileInfo(path).size() != known.bytes)
            continue;
        backups.append(
            {known.made, known.bytes, known.format + (known.encrypted ? u" encrypted"_s : u""_s), known.proofProblem});
    }
    ScheduleFacts facts;
    facts.at = plan.at;
    facts.since = plan.since;
    facts.wantsSecondPlace = !plan.secondPlace.isEmpty();
    facts.installed = installed;
    return assess(facts, *runs, backups, now);
}

Result<BackupReport> backupLogged(core::TaskContext &context, const Toolbox &toolbox, const BackupRequest &request,
                                  const QString &dataFolder, RunBy by)
{
    RunLog log(dataFolder);
    BackupCatalogue catalogue(dataFolder);
    // Without its line in the log a backup is still a backup.
    const auto running = log.begin(by, {}, request.parameters.database);
    auto made = backup(context, toolbox, request, &catalogue);
    if (running)
        (void)log.end(*running, ended(made, request.parameters.database));
    return made;
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupjob.h"

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::backups {

namespace {

Result<QString> copyAway(core::TaskContext &context, const BackupJob &job, const QString &backup,
                         BackupCatalogue &catalogue)
{
    if (const auto prepared = prepareSecondPlace(job.secondPlace); !prepared)
        return core::fail(prepared.error());
    return copyToSecondPlace(context, backup, job.secondPlace, catalogue);
}

} // namespace

// The copy first, then what is too old, then the days to come: each is of use without those after it.
Result<BackupJobReport> runBackupJob(core::TaskContext &context, const Toolbox &toolbox, const BackupJob &job,
                                     const QString &dataFolder, const Scheduling &scheduling)
{
    auto made = backupLogged(context, toolbox, job.request, dataFolder, RunBy::App);
    if (!made)
        return core::fail(made.error());
    BackupJobReport report;
    report.backup = std::move(*made);
    BackupCatalogue catalogue(dataFolder);
    if (!job.secondPlace.isEmpty()) {
        auto copied = copyAway(context, job, report.backup.path, catalogue);
        if (copied)
            report.copy = std::move(*copied);
        else
            report.copyError = copied.error();
    }
    if (!job.retention.keepsEverything()) {
        auto removed = cleanup(context, toolbox, job.request.folder, report.backup.database, job.retention, catalogue);
        if (removed)
            report.removed = std::move(*removed);
        else
            report.cleanupError = removed.error();
    }
    if (job.daily) {
        auto saved = schedulePlan(context, scheduling, *job.daily);
        if (saved)
            report.daily = std::move(*saved);
        else
            report.dailyError = saved.error();
    }
    return report;
}

QStringList wouldRemove(const QList<BackupEntry> &folder, const BackupHeader &header, const RetentionPolicy &policy)
{
    RetentionCandidate coming;
    coming.group = groupOf(header);
    coming.made = header.made;
    coming.modified = header.made;
    coming.state = RetentionCandidate::State::Whole;
    QList<RetentionCandidate> candidates{coming};
    for (const BackupEntry &entry : folder) {
        if (entry.header.database == header.database)
            candidates.append(candidateOf(entry));
    }
    QStringList going;
    for (const RetentionDecision &decision : planRetention(candidates, policy).decisions) {
        if (decision.goes())
            going.append(decision.candidate.path);
    }
    return going;
}

} // namespace civicq::backups

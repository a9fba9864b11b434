// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/cleanup.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;
using civicq::core::Result;
using State = civicq::backups::RetentionCandidate::State;

namespace civicq::backups {

namespace {

// Decides, reads what the decision rests on, decides again: what goes is certain only then.
Result<RetentionPlan> settle(core::TaskContext &context, const Toolbox &toolbox, QList<RetentionCandidate> candidates,
                             const RetentionPolicy &policy, BackupCatalogue &catalogue)
{
    for (;;) {
        RetentionPlan plan = planRetention(candidates, policy);
        if (plan.toRead.isEmpty())
            return plan;
        for (RetentionCandidate &candidate : candidates) {
            if (!plan.toRead.contains(candidate.path))
                continue;
            const auto read = check(context, toolbox, candidate.path, catalogue);
            if (!read)
                return core::fail(read.error());
            candidate.state = read->valid() ? State::Whole : State::Damaged;
        }
    }
}

// An encrypted file that was moved or touched is known again by its hash.
Result<QList<BackupEntry>> recognised(core::TaskContext &context, const QString &folder, BackupCatalogue &catalogue)
{
    const auto entries = listBackups(context, folder, catalogue);
    if (!entries)
        return entries;
    bool any = false;
    for (const BackupEntry &entry : *entries) {
        const auto known = entry.ours ? Result<bool>(false) : recognise(context, entry.path, catalogue);
        if (!known && known.error().code == core::ErrorCode::Cancelled)
            return core::fail(known.error());
        any = any || known.value_or(false); // what cannot be read is left alone
    }
    return any ? listBackups(context, folder, catalogue) : entries;
}

} // namespace

RetentionCandidate candidateOf(const BackupEntry &entry)
{
    RetentionCandidate candidate;
    candidate.path = entry.path;
    candidate.group = groupOf(entry.header);
    candidate.made = entry.header.made;
    candidate.modified = QFileInfo(entry.path).lastModified();
    if (entry.isDamaged())
        candidate.state = State::Damaged;
    else if (entry.known)
        candidate.state = State::Whole;
    candidate.proven = entry.known && entry.known->isProven();
    return candidate;
}

Result<CleanupReport> cleanup(core::TaskContext &context, const Toolbox &toolbox, const QString &folder,
                              const QString &database, const RetentionPolicy &policy, BackupCatalogue &catalogue)
{
    if (const auto sound = policy.check(); !sound)
        return core::fail(sound.error());
    if (policy.keepsEverything())
        return core::fail(core::ErrorCode::InvalidArgument, u"at least 1 backup must be kept"_s);
    const auto entries = recognised(context, folder, catalogue);
    if (!entries)
        return core::fail(entries.error());
    QList<RetentionCandidate> candidates;
    for (const BackupEntry &entry : *entries) {
        if (entry.ours && (database.isEmpty() || entry.header.database == database))
            candidates.append(candidateOf(entry));
    }
    const auto plan = settle(context, toolbox, candidates, policy, catalogue);
    if (!plan)
        return core::fail(plan.error());
    CleanupReport report;
    for (const RetentionDecision &decision : plan->decisions) {
        const QString &path = decision.candidate.path;
        if (!decision.goes()) {
            (decision.candidate.state == State::Damaged ? report.damaged : report.kept).append(path);
            continue;
        }
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        const qint64 bytes = QFileInfo(path).size();
        if (const auto gone = removeBackup(path, catalogue); !gone)
            return core::fail(gone.error());
        report.removed.append(path);
        report.bytesFreed += bytes;
    }
    return report;
}

} // namespace civicq::backups

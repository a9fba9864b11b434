// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/retention.h"

#include <QtCore/QSet>

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;
using State = civicq::backups::RetentionCandidate::State;

namespace civicq::backups {

namespace {

using Group = QList<RetentionDecision *>; // newest first, none of them damaged

// Keeps the newest of each of the last `count` periods that have one.
void keepByPeriod(const Group &group, int count, KeptBecause reason,
                  const std::function<qint64(const RetentionCandidate &)> &periodOf)
{
    QSet<qint64> periods;
    for (RetentionDecision *decision : group) {
        if (periods.size() >= count)
            return;
        const qint64 period = periodOf(decision->candidate);
        if (periods.contains(period))
            continue;
        periods.insert(period);
        decision->reasons.append(reason);
    }
}

qint64 week(const QDate &date)
{
    int year = 0;
    const int number = date.weekNumber(&year);
    return qint64(year) * 100 + number;
}

void decide(const Group &group, const RetentionPolicy &policy, const QTimeZone &zone)
{
    const auto dateOf = [&zone](const RetentionCandidate &candidate) { return candidate.made.toTimeZone(zone).date(); };
    for (qsizetype place = 0; place < group.size(); ++place) {
        if (policy.keepsEverything())
            group.at(place)->reasons.append(KeptBecause::NoRule);
        else if (place < policy.newest)
            group.at(place)->reasons.append(KeptBecause::Newest);
    }
    keepByPeriod(group, policy.daily, KeptBecause::Daily,
                 [&](const RetentionCandidate &candidate) { return dateOf(candidate).toJulianDay(); });
    keepByPeriod(group, policy.weekly, KeptBecause::Weekly,
                 [&](const RetentionCandidate &candidate) { return week(dateOf(candidate)); });
    keepByPeriod(group, policy.monthly, KeptBecause::Monthly, [&](const RetentionCandidate &candidate) {
        return qint64(dateOf(candidate).year()) * 100 + dateOf(candidate).month();
    });
    if (!group.isEmpty())
        group.first()->reasons.append(KeptBecause::NewestWhole);
    const auto proven =
        std::ranges::find_if(group, [](const RetentionDecision *decision) { return decision->candidate.proven; });
    if (proven != group.end())
        (*proven)->reasons.append(KeptBecause::NewestProven);
}

} // namespace

core::Result<> RetentionPolicy::check() const
{
    if (std::min({newest, daily, weekly, monthly}) < 0)
        return core::fail(core::ErrorCode::InvalidArgument, u"a number of backups to keep cannot be negative"_s);
    return {};
}

QString groupOf(const BackupHeader &header)
{
    return QStringList{header.database, header.system, partName(header.part),
                       header.tables.isEmpty() ? u"all"_s : u"chosen"_s}
        .join(u'\n');
}

RetentionPlan planRetention(const QList<RetentionCandidate> &candidates, const RetentionPolicy &policy,
                            const QTimeZone &zone)
{
    RetentionPlan plan;
    for (const RetentionCandidate &candidate : candidates)
        plan.decisions.append({candidate, {}});
    std::ranges::sort(plan.decisions, [](const RetentionDecision &a, const RetentionDecision &b) {
        return std::tie(b.candidate.made, b.candidate.modified, b.candidate.path)
               < std::tie(a.candidate.made, a.candidate.modified, a.candidate.path);
    });
    std::map<QString, Group> groups;
    for (RetentionDecision &decision : plan.decisions) {
        // What is damaged counts for nothing, and a person should see it before it is gone.
        if (decision.candidate.state == State::Damaged)
            decision.reasons.append(KeptBecause::Damaged);
        else
            groups[decision.candidate.group].append(&decision);
    }
    for (const auto &[name, group] : groups)
        decide(group, policy, zone);
    for (const RetentionDecision &decision : std::as_const(plan.decisions)) {
        if (!decision.goes() && decision.candidate.state == State::NotRead)
            plan.toRead.append(decision.candidate.path);
    }
    return plan;
}

} // namespace civicq::backups

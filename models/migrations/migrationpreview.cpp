// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationpreview.h"

#include "migrations/factsreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Result;

namespace {

Alarm alarmOf(const PreviewedRelation &relation)
{
    if (relation.isNew || relation.isPart() || relation.kind == u'v')
        return Alarm::None;
    const bool ofSize = relation.bytes >= tableOfSize;
    if (blocksReads(relation.lock)) {
        if (ofSize)
            return Alarm::Critical;
        return growsWithSize(relation.work) ? Alarm::Warning : Alarm::None;
    }
    return blocksWrites(relation.lock) && ofSize ? Alarm::Warning : Alarm::None;
}

// A partitioned table is as large as its partitions.
qint64 bytesOf(const RelationFacts &relation, const DatabaseFacts &facts)
{
    qint64 bytes = relation.bytes;
    if (relation.kind != u'p')
        return bytes;
    const auto partitions = facts.descendants(relation.id);
    for (const RelationId id : partitions) {
        if (const RelationFacts *partition = facts.find(id))
            bytes += partition->bytes;
    }
    return bytes;
}

PreviewedStatement previewStatement(const Statement &statement, const DatabaseFacts &facts)
{
    PreviewedStatement previewed{statement.text, statement.line, impactOf(statement, facts), {}, Alarm::None};
    for (const RelationImpact &each : std::as_const(previewed.impact.relations)) {
        const RelationFacts *relation = facts.find(each.relation);
        if (!relation)
            continue;
        PreviewedRelation seen{relation->qualifiedName(),
                               relation->kind,
                               each.lock,
                               each.work,
                               bytesOf(*relation, facts),
                               relation->rows,
                               facts.sessionsOn(each.relation),
                               relation->isNew,
                               Alarm::None};
        seen.alarm = alarmOf(seen);
        previewed.alarm = std::max(previewed.alarm, seen.alarm);
        previewed.relations.append(seen);
    }
    return previewed;
}

void addConflicts(MigrationPreview &preview, const PreviewedStatement &statement, const QString &revision,
                  const DatabaseFacts &facts)
{
    for (const RelationImpact &each : statement.impact.relations) {
        const RelationFacts *relation = facts.find(each.relation);
        for (const LockHolder &holder : facts.holders) {
            if (!relation || holder.relation != each.relation || !conflict(each.lock, holder.mode))
                continue;
            const auto known =
                std::find_if(preview.conflicts.begin(), preview.conflicts.end(), [&](const LockConflict &other) {
                    return other.holder.pid == holder.pid && other.holder.relation == holder.relation;
                });
            if (known != preview.conflicts.end())
                known->needed = std::max(known->needed, each.lock);
            else
                preview.conflicts.append({holder, relation->qualifiedName(), each.lock, revision, statement.line});
        }
    }
}

// Every relation that a statement of the plan touches.
QList<RelationId> touched(const MigrationPlan &plan, DatabaseFacts facts)
{
    QSet<RelationId> ids;
    for (const PlannedRevision &step : plan.steps) {
        for (const Statement &statement : step.statements) {
            const StatementImpact impact = impactOf(statement, facts);
            for (const RelationImpact &each : impact.relations) {
                ids.insert(each.relation);
                const auto below = facts.descendants(each.relation);
                ids.unite(QSet<RelationId>(below.begin(), below.end()));
            }
            foresee(statement, facts);
        }
    }
    return ids.values();
}

} // namespace

Alarm MigrationPreview::alarm() const
{
    Alarm worst = Alarm::None;
    for (const PreviewedRevision &revision : revisions)
        worst = std::max(worst, revision.alarm);
    return worst;
}

int MigrationPreview::losing() const
{
    qsizetype count = 0;
    for (const PreviewedRevision &revision : revisions)
        count += std::count_if(revision.statements.begin(), revision.statements.end(),
                               [](const PreviewedStatement &statement) { return statement.impact.loss != Loss::None; });
    return static_cast<int>(count);
}

QStringList MigrationPreview::loses() const
{
    QStringList all;
    for (const PreviewedRevision &revision : revisions) {
        for (const PreviewedStatement &statement : revision.statements)
            all.append(statement.impact.loses);
    }
    return all;
}

MigrationPreview preview(const RevisionGraph &graph, const MigrationPlan &plan, DatabaseFacts facts)
{
    MigrationPreview all;
    all.serverMajor = facts.serverMajor;
    for (const PlannedRevision &step : plan.steps) {
        const Revision &revision = graph.at(step.index);
        PreviewedRevision previewed{revision.id, revision.message, revision.file, revision.transactional, {}, {}};
        for (const Statement &statement : step.statements) {
            previewed.statements.append(previewStatement(statement, facts));
            const PreviewedStatement &last = previewed.statements.last();
            previewed.alarm = std::max(previewed.alarm, last.alarm);
            addConflicts(all, last, revision.id, facts);
            foresee(statement, facts);
        }
        all.revisions.append(std::move(previewed));
    }
    std::stable_sort(all.conflicts.begin(), all.conflicts.end(),
                     [](const LockConflict &one, const LockConflict &other) {
                         return std::pair(one.holder.isDump(), one.holder.seconds)
                                > std::pair(other.holder.isDump(), other.holder.seconds);
                     });
    return all;
}

Result<MigrationPreview> readPreview(postgres::Connection &connection, core::TaskContext &context,
                                     const RevisionGraph &graph, const MigrationPlan &plan)
{
    auto facts = readFacts(connection, context);
    if (!facts)
        return core::fail(facts.error());
    if (const auto sized = readSizes(connection, context, touched(plan, *facts), *facts); !sized)
        return core::fail(sized.error());
    return preview(graph, plan, std::move(*facts));
}

Result<MigrationPreview> readPreviewOf(postgres::Connection &connection, core::TaskContext &context,
                                       const RevisionGraph &graph, int index, Direction direction)
{
    auto statements = statementsOf(graph.at(index), direction);
    if (!statements)
        return core::fail(statements.error());
    MigrationPlan plan;
    plan.direction = direction;
    plan.steps.append({index, std::move(*statements), {}, {}});
    return readPreview(connection, context, graph, plan);
}

QString conflictLine(const LockConflict &conflict)
{
    const LockHolder &holder = conflict.holder;
    const QString who = holder.application.isEmpty() ? u"A session"_s : holder.application;
    return u"%1 (process %2, role %3, for %4 s) holds %5 on %6; %7 is needed there"_s.arg(
        who, QString::number(holder.pid), holder.user, QString::number(holder.seconds), lockModeName(holder.mode),
        conflict.relation, lockModeName(conflict.needed));
}

QString alarmName(Alarm alarm)
{
    switch (alarm) {
    case Alarm::None: return u"none"_s;
    case Alarm::Warning: return u"warning"_s;
    case Alarm::Critical: return u"critical"_s;
    }
    return {};
}

QString lossName(Loss loss)
{
    switch (loss) {
    case Loss::None: return u"none"_s;
    case Loss::Definition: return u"definition"_s;
    case Loss::Data: return u"data"_s;
    }
    return {};
}

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/impactbuilder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using enum LockMode;

StatementImpact ImpactBuilder::take()
{
    std::stable_sort(m_impact.relations.begin(), m_impact.relations.end(),
                     [](const RelationImpact &one, const RelationImpact &other) {
                         return std::pair(one.lock, one.work) > std::pair(other.lock, other.work);
                     });
    m_impact.reversible = m_impact.reversible && m_impact.loss != Loss::Data;
    return std::move(m_impact);
}

const RelationFacts *ImpactBuilder::find(const ObjectName &name)
{
    if (name.schema == "pg_catalog"_L1 || name.schema == "information_schema"_L1)
        return nullptr;
    const RelationFacts *found = m_facts.find(name.schema, name.name);
    if (!found && !name.name.startsWith("pg_"_L1)) {
        const QString missing = name.schema.isEmpty() ? name.name : name.schema + u'.' + name.name;
        if (!m_impact.missing.contains(missing))
            m_impact.missing.append(missing);
    }
    return found;
}

void ImpactBuilder::lock(RelationId id, LockMode mode, Work work)
{
    const RelationFacts *relation = m_facts.find(id);
    if (!relation || mode == None)
        return;
    const QChar kind = relation->kind;
    if ((kind == u'i' || kind == u'I' || kind == u'S') && mode < ShareUpdateExclusive)
        return;
    const auto known = std::find_if(m_impact.relations.begin(), m_impact.relations.end(),
                                    [id](const RelationImpact &each) { return each.relation == id; });
    if (known == m_impact.relations.end()) {
        m_impact.relations.append({id, mode, work});
    } else {
        known->lock = std::max(known->lock, mode);
        known->work = std::max(known->work, work);
    }
}

void ImpactBuilder::lockTree(RelationId id, LockMode mode, Work work)
{
    lock(id, mode, work);
    for (const RelationId child : m_facts.descendants(id))
        lock(child, mode, work);
}

void ImpactBuilder::lockIndexes(const RelationFacts &table, LockMode mode)
{
    for (const RelationId index : table.indexes)
        lock(index, mode);
}

void ImpactBuilder::read(const RelationFacts &relation)
{
    lock(relation.id, AccessShare, relation.kind == u'v' ? Work::None : Work::Rows);
    if (relation.kind != u'v') {
        for (const RelationId child : m_facts.descendants(relation.id))
            lock(child, AccessShare, Work::Rows);
        return;
    }
    for (const RelationId source : relation.sources) {
        if (const RelationFacts *below = m_facts.find(source))
            read(*below);
    }
}

void ImpactBuilder::readBy(const QJsonValue &query)
{
    QSet<QString> ownNames;
    eachNode(query, "CommonTableExpr"_L1,
             [&](const QJsonObject &expression) { ownNames.insert(expression.value(u"ctename").toString()); });
    bool locksRows = false;
    eachNode(query, "LockingClause"_L1, [&](const QJsonObject &) { locksRows = true; });
    eachNode(query, "RangeVar"_L1, [&](const QJsonObject &node) {
        const ObjectName name = rangeVar(node);
        if (name.schema.isEmpty() && ownNames.contains(name.name))
            return;
        if (const RelationFacts *relation = find(name)) {
            read(*relation);
            if (locksRows)
                lock(relation->id, RowShare, Work::Rows);
        }
    });
    eachNode(query, "FuncCall"_L1, [&](const QJsonObject &call) {
        const QStringList name = strings(call.value(u"funcname"));
        if (m_facts.isVolatile.value(name.value(name.size() - 1), true) && name.size() == 1)
            m_impact.runsOtherCode = true;
    });
}

void ImpactBuilder::rewrite(const RelationFacts &table)
{
    lock(table.id, AccessExclusive, table.kind == u'p' ? Work::None : Work::Rewrite);
    lockIndexes(table, table.kind == u'p' ? None : AccessExclusive);
}

// heap_drop_with_catalog() and index_drop() lock what they drop; RemoveTriggerById() the other end of a foreign key.
void ImpactBuilder::drop(const RelationFacts &relation, bool cascade)
{
    if (m_dropped.contains(relation.id))
        return;
    m_dropped.insert(relation.id);
    lock(relation.id, AccessExclusive);
    lock(relation.table, relation.kind == u'S' ? None : AccessExclusive);
    lockIndexes(relation, AccessExclusive);
    for (const RelationId sequence : relation.sequences)
        lock(sequence, AccessExclusive);
    for (const ConstraintFacts &constraint : relation.constraints)
        dropConstraint(relation, constraint, cascade);
    const bool isPartitioned = relation.kind == u'p' || relation.kind == u'I';
    for (const RelationId child : relation.children) {
        if (const RelationFacts *below = m_facts.find(child); below && (isPartitioned || cascade))
            drop(*below, cascade);
    }
    for (const RelationId parent : relation.parents) {
        const RelationFacts *above = m_facts.find(parent);
        if (!above || above->kind != u'p')
            continue;
        lock(parent, AccessExclusive);
        for (const RelationId sibling : above->children) {
            if (const RelationFacts *other = m_facts.find(sibling); other && other->isDefaultPartition)
                lock(sibling, AccessExclusive);
        }
    }
    if (!cascade)
        return;
    for (const RelationId view : relation.views) {
        if (const RelationFacts *above = m_facts.find(view)) {
            lose(Loss::Definition, u"view "_s + above->name);
            drop(*above, true);
        }
    }
    for (const RelationId referencing : relation.referencedBy)
        lock(referencing, AccessExclusive);
}

void ImpactBuilder::dropConstraint(const RelationFacts &table, const ConstraintFacts &constraint, bool cascade)
{
    using Kind = ConstraintFacts::Kind;
    if (constraint.kind == Kind::ForeignKey) {
        lockTree(constraint.referenced, AccessExclusive);
        return;
    }
    if (constraint.kind != Kind::PrimaryKey && constraint.kind != Kind::Unique && constraint.kind != Kind::Exclusion)
        return;
    lock(constraint.index, AccessExclusive);
    if (!cascade)
        return;
    for (const RelationId id : table.referencedBy) {
        const RelationFacts *referencing = m_facts.find(id);
        if (referencing
            && std::any_of(referencing->constraints.begin(), referencing->constraints.end(),
                           [&](const ConstraintFacts &key) {
                               return key.kind == Kind::ForeignKey && key.index == constraint.index;
                           }))
            lock(id, AccessExclusive);
    }
}

void ImpactBuilder::lose(Loss loss, const QString &what)
{
    m_impact.loss = std::max(m_impact.loss, loss);
    if (!m_impact.loses.contains(what))
        m_impact.loses.append(what);
}

void ImpactBuilder::losesRowsOf(const RelationFacts &table)
{
    if (!table.isNew)
        lose(Loss::Data, u"rows of "_s + table.name);
}

} // namespace civicq::migrations

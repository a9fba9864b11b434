// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/databasefacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

const ColumnFacts *RelationFacts::column(const QString &columnName) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const ColumnFacts &column) { return column.name == columnName; });
    return found == columns.end() ? nullptr : &*found;
}

const ConstraintFacts *RelationFacts::constraint(const QString &constraintName) const
{
    const auto found = std::find_if(constraints.begin(), constraints.end(), [&](const ConstraintFacts &constraint) {
        return constraint.name == constraintName;
    });
    return found == constraints.end() ? nullptr : &*found;
}

bool LockHolder::isDump() const
{
    return application == "pg_dump"_L1 || application == "pg_dumpall"_L1 || application.startsWith("CivicQ backup"_L1);
}

const RelationFacts *DatabaseFacts::find(const QString &schema, const QString &name) const
{
    const QStringList schemas = schema.isEmpty() ? searchPath : QStringList{schema};
    for (const QString &each : schemas) {
        const auto found = m_byName.constFind(each + u'.' + name);
        if (found != m_byName.constEnd())
            return find(*found);
    }
    return nullptr;
}

const RelationFacts *DatabaseFacts::find(RelationId id) const
{
    const auto found = relations.constFind(id);
    return found == relations.constEnd() ? nullptr : &*found;
}

RelationFacts *DatabaseFacts::find(RelationId id)
{
    const auto found = relations.find(id);
    return found == relations.end() ? nullptr : &*found;
}

QList<RelationId> DatabaseFacts::descendants(RelationId id) const
{
    QList<RelationId> all;
    if (const RelationFacts *relation = find(id)) {
        for (const RelationId child : relation->children) {
            all.append(child);
            all.append(descendants(child));
        }
    }
    return all;
}

int DatabaseFacts::sessionsOn(RelationId id) const
{
    QSet<int> pids;
    for (const LockHolder &holder : holders) {
        if (holder.relation == id)
            pids.insert(holder.pid);
    }
    return static_cast<int>(pids.size());
}

void DatabaseFacts::add(RelationFacts relation)
{
    m_byName.insert(relation.qualifiedName(), relation.id);
    relations.insert(relation.id, std::move(relation));
}

void DatabaseFacts::remove(RelationId id)
{
    const RelationFacts *relation = find(id);
    if (!relation)
        return;
    m_byName.remove(relation->qualifiedName());
    relations.remove(id);
    for (RelationFacts &other : relations) {
        for (QList<RelationId> *list : {&other.parents, &other.children, &other.indexes, &other.sequences,
                                        &other.sources, &other.views, &other.referencedBy})
            list->removeAll(id);
        other.constraints.removeIf(
            [id](const ConstraintFacts &constraint) { return constraint.index == id || constraint.referenced == id; });
    }
}

void DatabaseFacts::rename(RelationId id, const QString &schema, const QString &name)
{
    RelationFacts *relation = find(id);
    if (!relation)
        return;
    m_byName.remove(relation->qualifiedName());
    relation->schema = schema;
    relation->name = name;
    m_byName.insert(relation->qualifiedName(), id);
}

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// VACUUM, ANALYZE, CLUSTER, REINDEX and REFRESH MATERIALIZED VIEW.
#include "migrations/impactbuilder.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using enum LockMode;

bool hasStorage(const RelationFacts &relation)
{
    return relation.kind == u'r' || relation.kind == u'm';
}

// The named relation with its partitions, or every table of the database.
QList<const RelationFacts *> tables(ImpactBuilder &builder, const ObjectName &name)
{
    QList<const RelationFacts *> found;
    if (name.name.isEmpty()) {
        for (const RelationFacts &relation : builder.facts().relations) {
            if (hasStorage(relation))
                found.append(&relation);
        }
    } else if (const RelationFacts *relation = builder.find(name)) {
        found.append(relation);
        for (const RelationId id : builder.facts().descendants(relation->id))
            found.append(builder.facts().find(id));
    }
    return found;
}

void vacuumTables(ImpactBuilder &builder, const QJsonObject &tree)
{
    const bool vacuums = tree.value(u"is_vacuumcmd").toBool();
    const bool full = hasOption(tree.value(u"options").toArray(), "full"_L1);
    builder.impact().outsideTransaction = vacuums;
    QList<ObjectName> names;
    eachElement(tree.value(u"rels"), [&names](const QString &, const QJsonObject &node) {
        names.append(rangeVar(node.value(u"relation").toObject()));
    });
    if (names.isEmpty())
        names.append(ObjectName());
    for (const ObjectName &name : std::as_const(names)) {
        const auto found = tables(builder, name);
        for (const RelationFacts *table : found) {
            if (full)
                builder.rewrite(*table);
            else
                builder.lock(table->id, ShareUpdateExclusive, Work::Scan);
        }
    }
}

void clusterTables(ImpactBuilder &builder, const QJsonObject &tree)
{
    const ObjectName name = rangeVar(tree.value(u"relation").toObject());
    builder.impact().outsideTransaction = name.name.isEmpty();
    const auto found = tables(builder, name);
    for (const RelationFacts *table : found)
        builder.rewrite(*table);
}

// ReindexIndex() and ReindexTable(): the table may be read, but not through an index that is being made.
void reindexRelations(ImpactBuilder &builder, const QJsonObject &tree)
{
    const bool concurrently = hasOption(tree.value(u"params").toArray(), "concurrently"_L1);
    const QString what = tree.value(u"kind").toString();
    const bool one = what == "REINDEX_OBJECT_INDEX"_L1 || what == "REINDEX_OBJECT_TABLE"_L1;
    const ObjectName name = one ? rangeVar(tree.value(u"relation").toObject()) : ObjectName();
    builder.impact().outsideTransaction = concurrently || !one;
    const LockMode onTable = concurrently ? ShareUpdateExclusive : Share;
    const LockMode onIndex = concurrently ? ShareUpdateExclusive : AccessExclusive;
    const auto found = tables(builder, name);
    for (const RelationFacts *relation : found) {
        if (relation->kind == u'p' || relation->kind == u'I') {
            builder.impact().outsideTransaction = true;
        } else if (what == "REINDEX_OBJECT_INDEX"_L1) {
            builder.lock(relation->id, onIndex, Work::Build);
            builder.lock(relation->table, onTable, Work::Scan);
        } else if (what != "REINDEX_OBJECT_SCHEMA"_L1 || relation->schema == tree.value(u"name").toString()) {
            builder.lock(relation->id, onTable, Work::Build);
            builder.lockIndexes(*relation, onIndex);
        }
    }
}

void refreshView(ImpactBuilder &builder, const QJsonObject &tree)
{
    const RelationFacts *view = builder.find(rangeVar(tree.value(u"relation").toObject()));
    if (!view)
        return;
    for (const RelationId source : view->sources) {
        if (const RelationFacts *relation = builder.facts().find(source))
            builder.read(*relation);
    }
    if (tree.value(u"concurrent").toBool())
        builder.lock(view->id, Exclusive, Work::Rows);
    else
        builder.rewrite(*view);
}

} // namespace

void impactOfMaintenance(ImpactBuilder &builder, const QString &kind, const QJsonObject &tree)
{
    if (kind == "VacuumStmt"_L1)
        vacuumTables(builder, tree);
    else if (kind == "ClusterStmt"_L1)
        clusterTables(builder, tree);
    else if (kind == "ReindexStmt"_L1)
        reindexRelations(builder, tree);
    else
        refreshView(builder, tree);
}

} // namespace civicq::migrations

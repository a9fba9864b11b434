// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CREATE: what is new holds nobody up; what it hangs on may.
#include "migrations/impactbuilder.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using enum LockMode;

void createTable(ImpactBuilder &builder, const QJsonObject &tree)
{
    const ObjectName name = rangeVar(tree.value(u"relation").toObject());
    if (tree.value(u"if_not_exists").toBool() && builder.facts().find(name.schema, name.name))
        return;
    builder.impact().creates.append(name.name);
    // DefineRelation(): nobody may read a partitioned table while it gets one more.
    const bool isPartition = tree.contains(u"partbound");
    eachElement(tree.value(u"inhRelations"), [&](const QString &, const QJsonObject &node) {
        const RelationFacts *parent = builder.find(rangeVar(node));
        if (!parent)
            return;
        builder.lock(parent->id, isPartition ? AccessExclusive : ShareUpdateExclusive);
        for (const RelationId child : parent->children) {
            if (const RelationFacts *other = builder.facts().find(child);
                isPartition && other && other->isDefaultPartition)
                builder.lock(child, AccessExclusive, Work::Scan);
        }
        if (!isPartition)
            return;
        builder.lockIndexes(*parent, ShareUpdateExclusive);
        for (const ConstraintFacts &constraint : parent->constraints)
            builder.lockTree(constraint.referenced, ShareRowExclusive);
    });
    eachNode(tree, "TableLikeClause"_L1, [&](const QJsonObject &clause) {
        if (const RelationFacts *source = builder.find(rangeVar(clause.value(u"relation").toObject())))
            builder.lock(source->id, AccessShare);
    });
    eachNode(tree, "Constraint"_L1, [&](const QJsonObject &constraint) {
        const ObjectName referenced = rangeVar(constraint.value(u"pktable").toObject());
        if (referenced.name.isEmpty() || (referenced.name == name.name && referenced.schema == name.schema))
            return;
        if (const RelationFacts *other = builder.find(referenced))
            builder.lockTree(other->id, ShareRowExclusive);
    });
}

// DefineIndex()
void createIndex(ImpactBuilder &builder, const QJsonObject &tree)
{
    const QJsonObject node = tree.value(u"relation").toObject();
    const RelationFacts *table = builder.find(rangeVar(node));
    const bool concurrently = tree.value(u"concurrent").toBool();
    builder.impact().outsideTransaction = concurrently;
    if (!table)
        return;
    const QString name = tree.value(u"idxname").toString();
    if (!name.isEmpty())
        builder.impact().creates.append(name);
    const bool exists = tree.value(u"if_not_exists").toBool() && builder.facts().find(table->schema, name);
    const LockMode mode = concurrently ? ShareUpdateExclusive : Share;
    const Work work = exists ? Work::None : Work::Build;
    builder.lock(table->id, mode, table->kind == u'p' ? Work::None : work);
    if (node.value(u"inh").toBool() && table->kind == u'p' && !exists) {
        for (const RelationId child : builder.facts().descendants(table->id)) {
            const RelationFacts *partition = builder.facts().find(child);
            builder.lock(child, mode, partition && partition->kind == u'p' ? Work::None : work);
        }
    }
}

void createView(ImpactBuilder &builder, const QJsonObject &tree)
{
    const ObjectName name = rangeVar(tree.value(u"view").toObject());
    const RelationFacts *existing = builder.facts().find(name.schema, name.name);
    if (existing && tree.value(u"replace").toBool())
        builder.lock(existing->id, AccessExclusive);
    else
        builder.impact().creates.append(name.name);
    // The definition is only analysed: nothing is read below the views it names.
    eachNode(tree.value(u"query"), "RangeVar"_L1, [&](const QJsonObject &node) {
        bool own = false;
        eachNode(tree.value(u"query"), "CommonTableExpr"_L1, [&](const QJsonObject &expression) {
            own = own || expression.value(u"ctename") == node.value(u"relname");
        });
        if (own)
            return;
        if (const RelationFacts *source = builder.find(rangeVar(node)))
            builder.lock(source->id, AccessShare);
    });
}

} // namespace

void impactOfCreate(ImpactBuilder &builder, const QString &kind, const QJsonObject &tree)
{
    if (kind == "CreateStmt"_L1) {
        createTable(builder, tree);
    } else if (kind == "IndexStmt"_L1) {
        createIndex(builder, tree);
    } else if (kind == "ViewStmt"_L1) {
        createView(builder, tree);
    } else if (kind == "CreateTableAsStmt"_L1) {
        builder.impact().creates.append(rangeVar(tree.value(u"into").toObject().value(u"rel").toObject()).name);
        builder.readBy(tree.value(u"query"));
    } else if (kind == "CreateSeqStmt"_L1) {
        builder.impact().creates.append(rangeVar(tree.value(u"sequence").toObject()).name);
    } else {
        eachElement(tree.value(u"schemaElts"), [&](const QString &part, const QJsonObject &element) {
            if (part.startsWith("Create"_L1) || part == "IndexStmt"_L1 || part == "ViewStmt"_L1)
                impactOfCreate(builder, part, element);
        });
    }
}

} // namespace civicq::migrations

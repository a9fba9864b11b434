// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changes around tables that are not ALTER TABLE to PostgreSQL's parser: names, triggers, policies, comments, …
#include "migrations/impactbuilder.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using enum LockMode;

const RelationFacts *relationOf(ImpactBuilder &builder, const QJsonObject &tree, QStringView key)
{
    const QJsonObject node = tree.value(key).toObject();
    return node.contains(u"relname") ? builder.find(rangeVar(node)) : nullptr;
}

// RenameRelation(), renameatt(), RenameConstraint(), renametrig()
void rename(ImpactBuilder &builder, const QJsonObject &tree)
{
    const RelationFacts *relation = relationOf(builder, tree, u"relation");
    if (!relation)
        return;
    const QString type = tree.value(u"renameType").toString();
    if (relation->kind == u'i' || relation->kind == u'I')
        builder.lock(relation->id, ShareUpdateExclusive);
    else if (type == "OBJECT_COLUMN"_L1 || type == "OBJECT_TABCONSTRAINT"_L1 || type == "OBJECT_TRIGGER"_L1)
        builder.lockTree(relation->id, AccessExclusive);
    else
        builder.lock(relation->id, AccessExclusive);
}

void moveToSchema(ImpactBuilder &builder, const QJsonObject &tree)
{
    if (const RelationFacts *relation = relationOf(builder, tree, u"relation")) {
        builder.lock(relation->id, AccessExclusive);
        for (const RelationId sequence : relation->sequences)
            builder.lock(sequence, AccessExclusive);
    }
}

// AlterSequence(); process_owned_by()
void alterSequence(ImpactBuilder &builder, const QJsonObject &tree)
{
    if (const RelationFacts *sequence = relationOf(builder, tree, u"sequence"))
        builder.lock(sequence->id, ShareRowExclusive);
    eachNode(tree.value(u"options"), "DefElem"_L1, [&](const QJsonObject &option) {
        if (option.value(u"defname").toString() != "owned_by"_L1)
            return;
        const QStringList parts = strings(option.value(u"arg").toObject().value(u"List").toObject().value(u"items"));
        if (parts.size() < 2)
            return;
        if (const RelationFacts *table = builder.find(objectName(parts.first(parts.size() - 1))))
            builder.lock(table->id, AccessShare);
    });
}

// AlterDomainAddConstraint(), AlterDomainNotNull(): every table with a column of the domain is read.
void alterDomain(ImpactBuilder &builder, const QJsonObject &tree)
{
    const QString what = tree.value(u"subtype").toString();
    const bool notValid =
        tree.value(u"def").toObject().value(u"Constraint").toObject().value(u"skip_validation").toBool();
    const bool scans = what == "V"_L1 || what == "O"_L1 || (what == "C"_L1 && !notValid);
    if (!scans)
        return;
    const QStringList parts = strings(tree.value(u"typeName"));
    const QString name = builder.facts().types.value(parts.value(parts.size() - 1)).name;
    // validateDomainCheckConstraint() reads under a weaker lock for VALIDATE since PostgreSQL 16.
    const LockMode mode = what == "V"_L1 && builder.facts().serverMajor >= 16 ? ShareUpdateExclusive : Share;
    for (const RelationFacts &relation : builder.facts().relations) {
        for (const ColumnFacts &column : relation.columns) {
            if (!name.isEmpty() && column.type == name && relation.kind != u'c')
                builder.lock(relation.id, mode, Work::Scan);
        }
    }
}

// get_object_address() for COMMENT
void comment(ImpactBuilder &builder, const QJsonObject &tree)
{
    const QString type = tree.value(u"objtype").toString();
    QStringList parts = strings(tree.value(u"object").toObject().value(u"List").toObject().value(u"items"));
    const bool ofPart = type == "OBJECT_COLUMN"_L1 || type == "OBJECT_TABCONSTRAINT"_L1 || type == "OBJECT_TRIGGER"_L1
                        || type == "OBJECT_POLICY"_L1 || type == "OBJECT_RULE"_L1;
    const bool ofRelation = type == "OBJECT_TABLE"_L1 || type == "OBJECT_VIEW"_L1 || type == "OBJECT_MATVIEW"_L1
                            || type == "OBJECT_INDEX"_L1 || type == "OBJECT_SEQUENCE"_L1
                            || type == "OBJECT_FOREIGN_TABLE"_L1;
    if (!ofPart && !ofRelation)
        return;
    if (ofPart)
        parts.removeLast();
    const RelationFacts *relation = builder.find(objectName(parts));
    if (!relation)
        return;
    builder.lock(relation->id, ShareUpdateExclusive);
}

void publish(ImpactBuilder &builder, const QJsonObject &tree)
{
    eachNode(tree, "PublicationObjSpec"_L1, [&](const QJsonObject &object) {
        const QJsonObject node = object.value(u"pubtable").toObject().value(u"relation").toObject();
        if (!node.contains(u"relname"))
            return;
        if (const RelationFacts *table = builder.find(rangeVar(node)))
            builder.lockTree(table->id, ShareUpdateExclusive);
    });
}

// What one table gets.
void addPart(ImpactBuilder &builder, const QString &kind, const QJsonObject &tree)
{
    if (kind == "CreateTrigStmt"_L1) {
        const RelationFacts *table = relationOf(builder, tree, u"relation");
        if (table && table->kind == u'p' && tree.value(u"row").toBool())
            builder.lockTree(table->id, ShareRowExclusive);
        else if (table)
            builder.lock(table->id, ShareRowExclusive);
        if (const RelationFacts *other = relationOf(builder, tree, u"constrrel"))
            builder.lock(other->id, AccessShare);
    } else if (kind == "CreateStatsStmt"_L1) {
        eachElement(tree.value(u"relations"), [&builder](const QString &, const QJsonObject &node) {
            if (const RelationFacts *table = builder.find(rangeVar(node)))
                builder.lock(table->id, ShareUpdateExclusive);
        });
    } else { // a policy, a rule
        const RelationFacts *table = relationOf(builder, tree, kind == "RuleStmt"_L1 ? u"relation" : u"table");
        if (table)
            builder.lock(table->id, AccessExclusive);
    }
}

} // namespace

void impactOfTableChange(ImpactBuilder &builder, const QString &kind, const QJsonObject &tree)
{
    if (kind == "RenameStmt"_L1)
        rename(builder, tree);
    else if (kind == "AlterObjectSchemaStmt"_L1)
        moveToSchema(builder, tree);
    else if (kind == "AlterSeqStmt"_L1)
        alterSequence(builder, tree);
    else if (kind == "AlterDomainStmt"_L1)
        alterDomain(builder, tree);
    else if (kind == "CommentStmt"_L1)
        comment(builder, tree);
    else if (kind == "AlterEnumStmt"_L1) // a label that was added cannot be taken away
        builder.impact().reversible = tree.contains(u"oldVal");
    else if (kind.endsWith("PublicationStmt"_L1))
        publish(builder, tree);
    else
        addPart(builder, kind, tree);
}

} // namespace civicq::migrations

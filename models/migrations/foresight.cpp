// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a statement leaves behind, as far as the statements after it in the same plan ask for it.
#include "migrations/statementimpact.h"
#include "migrations/statementtree.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using Kind = ConstraintFacts::Kind;

// Numbers that no relation on the server has: counted down from the top.
RelationId freeId(const DatabaseFacts &facts)
{
    RelationId id = 0xFFFFFFFF;
    while (facts.relations.contains(id))
        --id;
    return id;
}

RelationFacts newRelation(const DatabaseFacts &facts, const ObjectName &name, QChar kind)
{
    RelationFacts relation;
    relation.id = freeId(facts);
    relation.schema = name.schema.isEmpty() ? facts.searchPath.value(0) : name.schema;
    relation.name = name.name;
    relation.kind = kind;
    relation.isNew = true;
    relation.rows = 0;
    return relation;
}

ColumnFacts columnOf(const QJsonObject &definition, const DatabaseFacts &facts)
{
    const TypeName type = typeName(definition.value(u"typeName").toObject());
    const QString known = facts.types.value(type.name).name;
    ColumnFacts column{definition.value(u"colname").toString(), known.isEmpty() ? type.name : known};
    if (!type.modifiers.isEmpty()) {
        const bool isText = column.type.startsWith("character"_L1);
        column.modifier = isText ? type.modifiers.first() + 4 : type.modifiers.first();
    }
    return column;
}

ConstraintFacts constraintOf(const QJsonObject &node, const DatabaseFacts &facts)
{
    static const QHash<QString, Kind> kinds{
        {u"CONSTR_CHECK"_s, Kind::Check},         {u"CONSTR_FOREIGN"_s, Kind::ForeignKey},
        {u"CONSTR_PRIMARY"_s, Kind::PrimaryKey},  {u"CONSTR_UNIQUE"_s, Kind::Unique},
        {u"CONSTR_EXCLUSION"_s, Kind::Exclusion}, {u"CONSTR_NOTNULL"_s, Kind::NotNull}};
    ConstraintFacts constraint;
    constraint.name = node.value(u"conname").toString();
    constraint.kind = kinds.value(node.value(u"contype").toString(), Kind::Other);
    constraint.valid = !node.value(u"skip_validation").toBool();
    constraint.columns = strings(node.value(constraint.kind == Kind::ForeignKey ? u"fk_attrs" : u"keys"));
    if (constraint.kind == Kind::ForeignKey) {
        const ObjectName other = rangeVar(node.value(u"pktable").toObject());
        if (const RelationFacts *referenced = facts.find(other.schema, other.name))
            constraint.referenced = referenced->id;
    }
    const QJsonObject test = node.value(u"raw_expr").toObject().value(u"NullTest").toObject();
    if (test.value(u"nulltesttype").toString() == "IS_NOT_NULL"_L1) {
        constraint.provesNotNull = true;
        constraint.columns = strings(test.value(u"arg").toObject().value(u"ColumnRef").toObject().value(u"fields"));
    }
    return constraint;
}

void addConstraint(DatabaseFacts &facts, RelationFacts &table, const ConstraintFacts &constraint)
{
    table.constraints.append(constraint);
    if (RelationFacts *referenced = facts.find(constraint.referenced))
        referenced->referencedBy.append(table.id);
}

void createTable(const QJsonObject &tree, DatabaseFacts &facts)
{
    const ObjectName name = rangeVar(tree.value(u"relation").toObject());
    if (facts.find(name.schema, name.name))
        return;
    RelationFacts table = newRelation(facts, name, tree.contains(u"partspec") ? u'p' : u'r');
    const RelationId id = table.id;
    QList<ConstraintFacts> constraints;
    eachElement(tree.value(u"tableElts"), [&](const QString &kind, const QJsonObject &element) {
        if (kind == "ColumnDef"_L1) {
            table.columns.append(columnOf(element, facts));
            eachElement(element.value(u"constraints"), [&](const QString &, const QJsonObject &node) {
                ConstraintFacts constraint = constraintOf(node, facts);
                constraint.columns = {table.columns.last().name};
                constraints.append(constraint);
            });
        } else if (kind == "Constraint"_L1) {
            constraints.append(constraintOf(element, facts));
        }
    });
    QList<RelationId> parents;
    eachElement(tree.value(u"inhRelations"), [&](const QString &, const QJsonObject &node) {
        const ObjectName parent = rangeVar(node);
        if (const RelationFacts *above = facts.find(parent.schema, parent.name))
            parents.append(above->id);
    });
    table.parents = parents;
    facts.add(std::move(table));
    for (const ConstraintFacts &constraint : std::as_const(constraints))
        addConstraint(facts, *facts.find(id), constraint);
    for (const RelationId parent : std::as_const(parents))
        facts.find(parent)->children.append(id);
}

void createIndex(const QJsonObject &tree, DatabaseFacts &facts)
{
    const ObjectName on = rangeVar(tree.value(u"relation").toObject());
    const RelationFacts *table = facts.find(on.schema, on.name);
    const QString name = tree.value(u"idxname").toString();
    if (!table || name.isEmpty() || facts.find(table->schema, name))
        return;
    RelationFacts index = newRelation(facts, {table->schema, name}, u'i');
    const RelationId id = index.id;
    const RelationId tableId = table->id;
    index.table = tableId;
    eachElement(tree.value(u"indexParams"), [&index](const QString &, const QJsonObject &element) {
        if (element.contains(u"name"))
            index.keys.append(element.value(u"name").toString());
    });
    facts.add(std::move(index));
    facts.find(tableId)->indexes.append(id);
}

void createQueried(const ObjectName &name, QChar kind, const QJsonValue &query, DatabaseFacts &facts)
{
    if (name.name.isEmpty() || facts.find(name.schema, name.name))
        return;
    RelationFacts relation = newRelation(facts, name, kind);
    const RelationId id = relation.id;
    if (kind != u'r') {
        eachNode(query, "RangeVar"_L1, [&](const QJsonObject &node) {
            const ObjectName source = rangeVar(node);
            if (const RelationFacts *found = facts.find(source.schema, source.name);
                found && !relation.sources.contains(found->id))
                relation.sources.append(found->id);
        });
    }
    const QList<RelationId> sources = relation.sources;
    facts.add(std::move(relation));
    for (const RelationId source : sources)
        facts.find(source)->views.append(id);
}

void alterOnce(const QJsonObject &command, RelationId id, DatabaseFacts &facts)
{
    RelationFacts &table = *facts.find(id);
    const QString what = command.value(u"subtype").toString();
    const QString name = command.value(u"name").toString();
    const QJsonObject definition = command.value(u"def").toObject();
    const auto named = [&name](const auto &part) { return part.name == name; };
    if (what == "AT_AddColumn"_L1) {
        const QJsonObject node = definition.value(u"ColumnDef").toObject();
        table.columns.append(columnOf(node, facts));
        const QString column = table.columns.last().name;
        eachElement(node.value(u"constraints"), [&](const QString &, const QJsonObject &part) {
            ConstraintFacts constraint = constraintOf(part, facts);
            constraint.columns = {column};
            addConstraint(facts, *facts.find(id), constraint);
        });
    } else if (what == "AT_DropColumn"_L1) {
        table.columns.removeIf(named);
    } else if (what == "AT_AlterColumnType"_L1) {
        QJsonObject node = definition.value(u"ColumnDef").toObject();
        node.insert(u"colname", name);
        for (ColumnFacts &column : table.columns) {
            if (column.name == name)
                column = columnOf(node, facts);
        }
    } else if (what == "AT_AddConstraint"_L1) {
        addConstraint(facts, table, constraintOf(definition.value(u"Constraint").toObject(), facts));
    } else if (what == "AT_DropConstraint"_L1) {
        table.constraints.removeIf(named);
    } else if (what == "AT_ValidateConstraint"_L1) {
        for (ConstraintFacts &constraint : table.constraints)
            constraint.valid = constraint.valid || constraint.name == name;
    } else if (what == "AT_SetNotNull"_L1 || what == "AT_DropNotNull"_L1) {
        for (ColumnFacts &column : table.columns)
            column.notNull = column.name == name ? what == "AT_SetNotNull"_L1 : column.notNull;
    }
}

void rename(const QJsonObject &tree, DatabaseFacts &facts)
{
    const ObjectName old = rangeVar(tree.value(u"relation").toObject());
    const RelationFacts *found = facts.find(old.schema, old.name);
    if (!found)
        return;
    const QString type = tree.value(u"renameType").toString();
    const QString name = tree.value(u"newname").toString();
    if (type == "OBJECT_COLUMN"_L1) {
        for (ColumnFacts &column : facts.find(found->id)->columns) {
            if (column.name == tree.value(u"subname").toString())
                column.name = name;
        }
    } else if (tree.value(u"subname").isUndefined()) {
        facts.rename(found->id, found->schema, name);
    }
}

void drop(const QJsonObject &tree, DatabaseFacts &facts)
{
    const QString type = tree.value(u"removeType").toString();
    const QJsonArray objects = tree.value(u"objects").toArray();
    for (const QJsonValue &object : objects) {
        const QStringList parts = strings(object.toObject().value(u"List").toObject().value(u"items"));
        const ObjectName name = objectName(parts);
        if (parts.isEmpty() || type == "OBJECT_TRIGGER"_L1 || type == "OBJECT_POLICY"_L1 || type == "OBJECT_RULE"_L1)
            continue;
        if (const RelationFacts *relation = facts.find(name.schema, name.name)) {
            const QList<RelationId> owned = relation->indexes + relation->sequences;
            const RelationId id = relation->id;
            for (const RelationId part : owned)
                facts.remove(part);
            facts.remove(id);
        }
    }
}

} // namespace

void foresee(const Statement &statement, DatabaseFacts &facts)
{
    const QJsonObject tree = treeOf(statement);
    const ObjectName relation = rangeVar(tree.value(u"relation").toObject());
    if (statement.kind == "CreateStmt"_L1) {
        createTable(tree, facts);
    } else if (statement.kind == "IndexStmt"_L1) {
        createIndex(tree, facts);
    } else if (statement.kind == "ViewStmt"_L1) {
        createQueried(rangeVar(tree.value(u"view").toObject()), u'v', tree.value(u"query"), facts);
    } else if (statement.kind == "CreateTableAsStmt"_L1) {
        const bool isView = tree.value(u"objtype").toString() == "OBJECT_MATVIEW"_L1;
        createQueried(rangeVar(tree.value(u"into").toObject().value(u"rel").toObject()), isView ? u'm' : u'r',
                      tree.value(u"query"), facts);
    } else if (statement.kind == "CreateSeqStmt"_L1) {
        createQueried(rangeVar(tree.value(u"sequence").toObject()), u'S', {}, facts);
    } else if (statement.kind == "RenameStmt"_L1) {
        rename(tree, facts);
    } else if (statement.kind == "DropStmt"_L1) {
        drop(tree, facts);
    } else if (statement.kind == "AlterObjectSchemaStmt"_L1) {
        if (const RelationFacts *found = facts.find(relation.schema, relation.name))
            facts.rename(found->id, tree.value(u"newschema").toString(), found->name);
    } else if (statement.kind == "AlterTableStmt"_L1) {
        if (const RelationFacts *found = facts.find(relation.schema, relation.name)) {
            const RelationId id = found->id;
            eachElement(tree.value(u"cmds"),
                        [&](const QString &, const QJsonObject &command) { alterOnce(command, id, facts); });
        }
    }
}

} // namespace civicq::migrations

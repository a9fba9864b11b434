// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Statements about rows: SELECT, INSERT, UPDATE, DELETE, MERGE, COPY, TRUNCATE, LOCK.
#include "migrations/impactbuilder.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using enum LockMode;
using Kind = ConstraintFacts::Kind;

// The triggers of foreign keys look at the other table: RI_FKey_check() FOR KEY SHARE in what is referenced, the
// actions in what refers.
void checkKeysOf(ImpactBuilder &builder, const RelationFacts &table, const QSet<QString> &changed)
{
    for (const ConstraintFacts &constraint : table.constraints) {
        if (constraint.kind != Kind::ForeignKey)
            continue;
        bool touched = changed.isEmpty();
        for (const QString &column : constraint.columns)
            touched = touched || changed.contains(column);
        if (touched)
            builder.lock(constraint.referenced, RowShare, Work::None);
    }
}

void checkKeysTo(ImpactBuilder &builder, const RelationFacts &table)
{
    for (const RelationId referencing : table.referencedBy)
        builder.lock(referencing, RowExclusive, Work::Rows);
}

QSet<QString> changedColumns(const QJsonObject &tree)
{
    QSet<QString> names;
    eachElement(tree.value(u"targetList"), [&names](const QString &, const QJsonObject &target) {
        names.insert(target.value(u"name").toString());
    });
    return names;
}

void changeRows(ImpactBuilder &builder, const QString &kind, const QJsonObject &tree)
{
    QJsonObject rest = tree;
    const RelationFacts *table = builder.find(rangeVar(tree.value(u"relation").toObject()));
    rest.remove(u"relation");
    if (tree.value(u"relation").toObject().value(u"relname").isString())
        builder.readBy(rest);
    if (!table)
        return;
    const bool inherits = kind != "InsertStmt"_L1 && kind != "CopyStmt"_L1;
    if (inherits || table->kind == u'p')
        builder.lockTree(table->id, RowExclusive, Work::Rows);
    else
        builder.lock(table->id, RowExclusive, Work::Rows);
    if (kind == "DeleteStmt"_L1) {
        checkKeysTo(builder, *table);
        builder.losesRowsOf(*table);
    } else if (kind == "UpdateStmt"_L1) {
        checkKeysOf(builder, *table, changedColumns(tree));
        if (!tree.contains(u"whereClause") && !table->isNew)
            builder.lose(Loss::Data, u"earlier values in every row of "_s + table->name);
        builder.impact().reversible = builder.impact().reversible && table->isNew;
    } else if (kind == "MergeStmt"_L1) {
        checkKeysOf(builder, *table, {});
        bool deletes = false;
        eachNode(tree, "MergeWhenClause"_L1, [&](const QJsonObject &clause) {
            deletes = deletes || clause.value(u"commandType").toString() == "CMD_DELETE"_L1;
        });
        if (deletes)
            builder.losesRowsOf(*table);
    } else {
        checkKeysOf(builder, *table, {});
    }
}

// ExecuteTruncateGuts(): a new, empty file for the table and each of its indexes.
void truncateTable(ImpactBuilder &builder, const RelationFacts &table, bool cascade, bool restart,
                   QSet<RelationId> &seen)
{
    if (seen.contains(table.id))
        return;
    seen.insert(table.id);
    builder.lock(table.id, AccessExclusive, table.kind == u'p' ? Work::None : Work::Truncate);
    builder.lockIndexes(table, table.kind == u'p' ? None : AccessExclusive);
    builder.losesRowsOf(table);
    for (const RelationId sequence : table.sequences)
        builder.lock(sequence, restart ? AccessExclusive : None);
    for (const RelationId child : table.children) {
        if (const RelationFacts *below = builder.facts().find(child))
            truncateTable(builder, *below, cascade, restart, seen);
    }
    if (!cascade)
        return;
    for (const RelationId referencing : table.referencedBy) {
        if (const RelationFacts *other = builder.facts().find(referencing))
            truncateTable(builder, *other, cascade, restart, seen);
    }
}

void truncateTables(ImpactBuilder &builder, const QJsonObject &tree)
{
    const bool cascade = tree.value(u"behavior").toString() == "DROP_CASCADE"_L1;
    QSet<RelationId> seen;
    eachElement(tree.value(u"relations"), [&](const QString &, const QJsonObject &node) {
        if (const RelationFacts *table = builder.find(rangeVar(node)))
            truncateTable(builder, *table, cascade, tree.value(u"restart_seqs").toBool(), seen);
    });
}

void lockTables(ImpactBuilder &builder, const QJsonObject &tree)
{
    const auto mode = static_cast<LockMode>(tree.value(u"mode").toInt()); // the same numbers as in lockdefs.h
    eachElement(tree.value(u"relations"), [&](const QString &, const QJsonObject &node) {
        const RelationFacts *table = builder.find(rangeVar(node));
        if (table && node.value(u"inh").toBool())
            builder.lockTree(table->id, mode);
        else if (table)
            builder.lock(table->id, mode);
    });
}

void selectRows(ImpactBuilder &builder, const QJsonObject &tree)
{
    QJsonObject query = tree;
    const QJsonObject into = query.take(u"intoClause").toObject();
    if (!into.isEmpty())
        builder.impact().creates.append(rangeVar(into.value(u"rel").toObject()).name);
    builder.readBy(query);
}

} // namespace

void impactOfRows(ImpactBuilder &builder, const QString &kind, const QJsonObject &tree)
{
    if (kind == "TruncateStmt"_L1) {
        truncateTables(builder, tree);
    } else if (kind == "LockStmt"_L1) {
        lockTables(builder, tree);
    } else if (kind == "SelectStmt"_L1) {
        selectRows(builder, tree);
    } else if (kind == "CopyStmt"_L1 && !tree.value(u"is_from").toBool()) {
        if (const RelationFacts *table = builder.find(rangeVar(tree.value(u"relation").toObject())))
            builder.read(*table);
        builder.readBy(tree.value(u"query"));
    } else {
        changeRows(builder, kind, tree);
    }
}

} // namespace civicq::migrations

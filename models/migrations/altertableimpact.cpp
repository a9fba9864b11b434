// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ALTER TABLE: PostgreSQL takes the strongest lock that one of its commands needs, first, on every table it touches.
#include "migrations/impactbuilder.h"

#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using enum LockMode;
using Kind = ConstraintFacts::Kind;

struct Command
{
    QString what; // AT_AddColumn
    QString name; // of the column, constraint, …
    QJsonObject definition;
    bool cascade = false;
    bool ifExists = false;
};

Command commandOf(const QJsonObject &node)
{
    const QJsonObject definition = node.value(u"def").toObject();
    return {node.value(u"subtype").toString(), node.value(u"name").toString(),
            definition.isEmpty() ? QJsonObject() : definition.constBegin().value().toObject(),
            node.value(u"behavior").toString() == "DROP_CASCADE"_L1, node.value(u"missing_ok").toBool()};
}

// reloptions.c: what may change while others write.
LockMode optionsLock(const QJsonObject &list)
{
    static const QSet<QString> gentle{u"fillfactor"_s,        u"toast_tuple_target"_s,
                                      u"parallel_workers"_s,  u"vacuum_index_cleanup"_s,
                                      u"vacuum_truncate"_s,   u"log_autovacuum_min_duration"_s,
                                      u"deduplicate_items"_s, u"vacuum_max_eager_freeze_failure_rate"_s,
                                      u"n_distinct"_s,        u"n_distinct_inherited"_s};
    LockMode mode = ShareUpdateExclusive;
    eachElement(list.value(u"items"), [&mode](const QString &, const QJsonObject &option) {
        const QString name = option.value(u"defname").toString();
        if (!gentle.contains(name) && !name.startsWith("autovacuum_"_L1))
            mode = AccessExclusive;
    });
    return mode;
}

// AlterTableGetLockLevel()
LockMode lockOf(const Command &command)
{
    static const QSet<QString> gentle{
        u"AT_SetStatistics"_s, u"AT_ClusterOn"_s,       u"AT_DropCluster"_s,        u"AT_SetOptions"_s,
        u"AT_ResetOptions"_s,  u"AT_AttachPartition"_s, u"AT_ValidateConstraint"_s, u"AT_DetachPartitionFinalize"_s};
    if (command.what == "AT_SetRelOptions"_L1 || command.what == "AT_ResetRelOptions"_L1)
        return optionsLock(command.definition);
    if (gentle.contains(command.what))
        return ShareUpdateExclusive;
    if (command.what.contains("Trig"_L1))
        return ShareRowExclusive;
    if (command.what == "AT_AddConstraint"_L1 && command.definition.value(u"contype").toString() == "CONSTR_FOREIGN"_L1)
        return ShareRowExclusive;
    if (command.what == "AT_DetachPartition"_L1 && command.definition.value(u"concurrent").toBool())
        return ShareUpdateExclusive;
    return AccessExclusive;
}

// Those that ATPrepCmd() carries on to partitions and inheriting tables.
bool recurses(const Command &command, const RelationFacts &table, int serverMajor)
{
    static const QSet<QString> down{u"AT_AddColumn"_s,      u"AT_DropColumn"_s,    u"AT_AlterColumnType"_s,
                                    u"AT_SetNotNull"_s,     u"AT_DropNotNull"_s,   u"AT_ColumnDefault"_s,
                                    u"AT_SetStatistics"_s,  u"AT_SetStorage"_s,    u"AT_ValidateConstraint"_s,
                                    u"AT_DropConstraint"_s, u"AT_SetExpression"_s, u"AT_DropExpression"_s};
    const bool partitioned = table.kind == u'p';
    if (command.what == "AT_AddConstraint"_L1) {
        const QString type = command.definition.value(u"contype").toString();
        return type == "CONSTR_CHECK"_L1 || type == "CONSTR_NOTNULL"_L1
               || (partitioned && (type == "CONSTR_FOREIGN"_L1 || type == "CONSTR_PRIMARY"_L1));
    }
    if (command.what.contains("Trig"_L1))
        return partitioned && serverMajor >= 15;
    if (command.what.endsWith("Identity"_L1))
        return partitioned && serverMajor >= 17;
    return down.contains(command.what);
}

class AlterTable
{
public:
    AlterTable(ImpactBuilder &builder, const RelationFacts &table, LockMode mode, bool inherit)
        : m_builder(builder), m_table(table), m_mode(mode), m_inherit(inherit)
    {}

    void apply(const Command &command);

private:
    void onTables(LockMode mode, Work work) const;
    void addColumn(const Command &command);
    void dropColumn(const Command &command);
    void changeType(const Command &command);
    void addConstraint(const QJsonObject &constraint, bool withColumn);
    void addForeignKey(const QJsonObject &constraint, bool scans);
    void validate(const Command &command);
    void setNotNull(const QString &columnName);
    void attach(const Command &command);
    void detach(const Command &command);
    void changeOwner();
    void changePersistence();
    void moved(Work work);
    bool isVolatile(const QJsonValue &expression) const;
    [[nodiscard]] QList<RelationId> tables() const;

    ImpactBuilder &m_builder;
    const RelationFacts &m_table;
    const LockMode m_mode;
    const bool m_inherit;
};

QList<RelationId> AlterTable::tables() const
{
    QList<RelationId> all{m_table.id};
    if (m_inherit)
        all.append(m_builder.facts().descendants(m_table.id));
    return all;
}

void AlterTable::onTables(LockMode mode, Work work) const
{
    for (const RelationId id : tables())
        m_builder.lock(id, mode, work);
}

bool AlterTable::isVolatile(const QJsonValue &expression) const
{
    bool found = false;
    eachNode(expression, "FuncCall"_L1, [&](const QJsonObject &call) {
        const QStringList name = strings(call.value(u"funcname"));
        found = found || m_builder.facts().isVolatile.value(name.value(name.size() - 1), true);
    });
    return found;
}

// ATExecAddColumn(): the rows stay as they are where the default is the same for all of them.
void AlterTable::addColumn(const Command &command)
{
    const TypeName type = typeName(command.definition.value(u"typeName").toObject());
    bool rewrites = type.name.endsWith("serial"_L1) || type.name.startsWith("serial"_L1)
                    || m_builder.facts().types.value(type.name).constrained;
    bool scans = false;
    bool hasDefault = false;
    bool notNull = false;
    eachElement(command.definition.value(u"constraints"), [&](const QString &, const QJsonObject &constraint) {
        const QString what = constraint.value(u"contype").toString();
        if (what == "CONSTR_DEFAULT"_L1) {
            hasDefault = true;
            rewrites = rewrites || isVolatile(constraint.value(u"raw_expr"));
        } else if (what == "CONSTR_IDENTITY"_L1 || what == "CONSTR_GENERATED"_L1) {
            rewrites = true;
        } else if (what == "CONSTR_NOTNULL"_L1) {
            notNull = true;
        } else {
            addConstraint(constraint, true);
        }
    });
    scans = notNull && !hasDefault;
    eachElement(command.definition.value(u"constraints"), [&](const QString &, const QJsonObject &constraint) {
        if (constraint.value(u"contype").toString() == "CONSTR_FOREIGN"_L1)
            addForeignKey(constraint, hasDefault);
    });
    for (const RelationId id : tables()) {
        const RelationFacts *table = m_builder.facts().find(id);
        if (rewrites && table)
            m_builder.rewrite(*table);
        else if (scans)
            m_builder.lock(id, m_mode, Work::Scan);
    }
}

void AlterTable::dropColumn(const Command &command)
{
    for (const RelationId id : tables()) {
        const RelationFacts *table = m_builder.facts().find(id);
        if (!table || (!table->column(command.name) && !table->columns.isEmpty()))
            continue;
        for (const QList<RelationId> &parts : {table->indexes, table->sequences}) {
            for (const RelationId part : parts) {
                const RelationFacts *facts = m_builder.facts().find(part);
                if (facts && facts->keys.contains(command.name))
                    m_builder.lock(part, AccessExclusive);
            }
        }
        for (const ConstraintFacts &constraint : table->constraints) {
            if (constraint.columns.contains(command.name))
                m_builder.dropConstraint(*table, constraint, command.cascade);
        }
    }
    if (command.cascade) {
        for (const RelationId view : m_table.views) {
            if (const RelationFacts *above = m_builder.facts().find(view))
                m_builder.drop(*above, true);
        }
    }
    if (!m_table.isNew && (m_table.column(command.name) || !command.ifExists))
        m_builder.lose(Loss::Data, u"column %1.%2"_s.arg(m_table.name, command.name));
}

// ATExecAlterColumnType(): indexes and constraints on the column are made again, with their files where the bits stay.
void AlterTable::changeType(const Command &command)
{
    const ColumnFacts *column = m_table.column(command.name);
    const TypeChange change = typeChange(column ? *column : ColumnFacts(), command.definition, m_builder.facts());
    for (const RelationId id : tables()) {
        const RelationFacts *table = m_builder.facts().find(id);
        if (!table)
            continue;
        if (change.rewrites)
            m_builder.rewrite(*table);
        for (const RelationId index : table->indexes) {
            const RelationFacts *facts = m_builder.facts().find(index);
            if (facts && facts->keys.contains(command.name))
                m_builder.lock(index, AccessExclusive);
        }
        for (const ConstraintFacts &constraint : table->constraints) {
            if (!constraint.columns.contains(command.name))
                continue;
            if (constraint.kind == Kind::ForeignKey)
                m_builder.lock(constraint.referenced, AccessExclusive, change.rewrites ? Work::Scan : Work::None);
            else if (constraint.kind == Kind::Check && constraint.valid)
                m_builder.lock(id, m_mode, Work::Scan);
        }
        // Foreign keys to the column are made again as well.
        for (const RelationId other : table->referencedBy) {
            const RelationFacts *referencing = m_builder.facts().find(other);
            if (!referencing)
                continue;
            for (const ConstraintFacts &key : referencing->constraints) {
                const RelationFacts *index = m_builder.facts().find(key.index);
                if (key.referenced == id && index && index->keys.contains(command.name))
                    m_builder.lock(other, AccessExclusive, change.rewrites ? Work::Scan : Work::None);
            }
        }
    }
    if (change.narrows && !m_table.isNew)
        m_builder.lose(Loss::Data, u"what does not fit the new type of %1.%2"_s.arg(m_table.name, command.name));
}

void AlterTable::addForeignKey(const QJsonObject &constraint, bool scans)
{
    const RelationFacts *referenced = m_builder.find(rangeVar(constraint.value(u"pktable").toObject()));
    const Work work = scans ? Work::Scan : Work::None;
    if (referenced)
        m_builder.lockTree(referenced->id, ShareRowExclusive, work);
    if (scans)
        m_builder.lockTree(m_table.id, m_mode, Work::Scan);
}

void AlterTable::addConstraint(const QJsonObject &constraint, bool withColumn)
{
    const QString what = constraint.value(u"contype").toString();
    const bool validates = !constraint.value(u"skip_validation").toBool();
    if (what == "CONSTR_FOREIGN"_L1) {
        if (!withColumn)
            addForeignKey(constraint, validates);
    } else if (what == "CONSTR_CHECK"_L1) {
        if (validates)
            onTables(m_mode, Work::Scan);
    } else if (what == "CONSTR_NOTNULL"_L1) { // PostgreSQL 18: a constraint of its own
        const QStringList columns = strings(constraint.value(u"keys"));
        if (validates && !columns.isEmpty())
            setNotNull(columns.first());
    } else if (what == "CONSTR_PRIMARY"_L1 || what == "CONSTR_UNIQUE"_L1 || what == "CONSTR_EXCLUSION"_L1) {
        const QString index = constraint.value(u"indexname").toString();
        if (!index.isEmpty()) {
            if (const RelationFacts *used = m_builder.find({m_table.schema, index})) {
                m_builder.lock(used->id, ShareUpdateExclusive); // it takes the constraint's name
                if (what == "CONSTR_PRIMARY"_L1) {
                    for (const QString &column : used->keys)
                        setNotNull(column);
                }
            }
            return;
        }
        for (const RelationId id : tables())
            m_builder.lock(id, id == m_table.id ? m_mode : Share, Work::Build);
    }
}

// ConstraintImpliedByRelConstraint(): a valid CHECK (column IS NOT NULL) spares the scan.
void AlterTable::setNotNull(const QString &columnName)
{
    for (const RelationId id : tables()) {
        const RelationFacts *table = m_builder.facts().find(id);
        if (!table)
            continue;
        const ColumnFacts *column = table->column(columnName);
        const bool known =
            (column && column->notNull)
            || std::any_of(table->constraints.begin(), table->constraints.end(), [&](const ConstraintFacts &each) {
                   return each.valid && each.provesNotNull && each.columns == QStringList{columnName};
               });
        if (!known)
            m_builder.lock(id, m_mode, Work::Scan);
    }
}

// ATExecValidateConstraint()
void AlterTable::validate(const Command &command)
{
    const ConstraintFacts *constraint = m_table.constraint(command.name);
    if (constraint && constraint->valid)
        return;
    onTables(m_mode, Work::Scan);
    if (constraint && constraint->kind == Kind::ForeignKey)
        m_builder.lock(constraint->referenced, RowShare, Work::Scan);
}

void AlterTable::attach(const Command &command)
{
    if (const RelationFacts *part = m_builder.find(rangeVar(command.definition.value(u"name").toObject())))
        m_builder.lockTree(part->id, AccessExclusive, Work::Scan);
    m_builder.lockIndexes(m_table, ShareUpdateExclusive);
    for (const RelationId child : m_table.children) {
        if (const RelationFacts *other = m_builder.facts().find(child); other && other->isDefaultPartition)
            m_builder.lockTree(child, AccessExclusive, Work::Scan);
    }
}

void AlterTable::detach(const Command &command)
{
    const bool concurrently = command.definition.value(u"concurrent").toBool();
    m_builder.impact().outsideTransaction = concurrently;
    if (const RelationFacts *part = m_builder.find(rangeVar(command.definition.value(u"name").toObject()))) {
        m_builder.lock(part->id, AccessExclusive);
        m_builder.lockIndexes(*part, AccessExclusive);
    }
    if (concurrently)
        return;
    for (const RelationId child : m_table.children) {
        if (const RelationFacts *other = m_builder.facts().find(child); other && other->isDefaultPartition)
            m_builder.lock(child, AccessExclusive);
    }
}

void AlterTable::changeOwner()
{
    m_builder.lockIndexes(m_table, m_mode);
    for (const RelationId sequence : m_table.sequences)
        m_builder.lock(sequence, m_mode);
}

// ATPrepChangePersistence() looks at the other ends of foreign keys.
void AlterTable::changePersistence()
{
    m_builder.rewrite(m_table);
    if (m_builder.facts().serverMajor >= 15) {
        for (const RelationId sequence : m_table.sequences)
            m_builder.lock(sequence, AccessExclusive);
    }
}

void AlterTable::moved(Work work)
{
    m_builder.lock(m_table.id, m_mode, work);
}

void AlterTable::apply(const Command &command)
{
    const QString &what = command.what;
    if (what == "AT_AddColumn"_L1)
        addColumn(command);
    else if (what == "AT_DropColumn"_L1)
        dropColumn(command);
    else if (what == "AT_AlterColumnType"_L1)
        changeType(command);
    else if (what == "AT_SetNotNull"_L1)
        setNotNull(command.name);
    else if (what == "AT_AddConstraint"_L1)
        addConstraint(command.definition, false);
    else if (what == "AT_ValidateConstraint"_L1)
        validate(command);
    else if (what == "AT_AttachPartition"_L1)
        attach(command);
    else if (what == "AT_DetachPartition"_L1)
        detach(command);
    else if (what == "AT_ChangeOwner"_L1)
        changeOwner();
    else if (what == "AT_SetLogged"_L1 || what == "AT_SetUnLogged"_L1)
        changePersistence();
    else if (what == "AT_SetAccessMethod"_L1 || what == "AT_SetExpression"_L1)
        m_builder.rewrite(m_table);
    else if (what == "AT_SetTableSpace"_L1)
        moved(Work::Rewrite);
    else if (what == "AT_DropConstraint"_L1) {
        if (const ConstraintFacts *constraint = m_table.constraint(command.name))
            m_builder.dropConstraint(m_table, *constraint, command.cascade);
    } else if (what == "AT_AddInherit"_L1 || what == "AT_DropInherit"_L1) {
        if (const RelationFacts *parent = m_builder.find(rangeVar(command.definition)))
            m_builder.lock(parent->id, what == "AT_AddInherit"_L1 ? ShareUpdateExclusive : AccessShare);
    } else if (what == "AT_ClusterOn"_L1 || what == "AT_ReplicaIdentity"_L1) {
        const QString name = what == "AT_ClusterOn"_L1 ? command.name : command.definition.value(u"name").toString();
        if (const RelationFacts *index = m_builder.facts().find(m_table.schema, name))
            m_builder.lock(index->id, what == "AT_ClusterOn"_L1 ? m_mode : Share);
    }
}

// ALTER INDEX, and ALTER TABLE of a view or sequence: the relation alone.
void alone(ImpactBuilder &builder, const RelationFacts &relation, const QList<Command> &commands)
{
    for (const Command &command : commands) {
        const bool rewrites = command.what == "AT_SetTableSpace"_L1;
        builder.lock(relation.id, lockOf(command), rewrites ? Work::Rewrite : Work::None);
    }
}

} // namespace

void impactOfAlterTable(ImpactBuilder &builder, const QJsonObject &tree)
{
    const QJsonObject node = tree.value(u"relation").toObject();
    const ObjectName name = rangeVar(node);
    const bool ifExists = tree.value(u"missing_ok").toBool();
    const RelationFacts *table = ifExists ? builder.facts().find(name.schema, name.name) : builder.find(name);
    if (!table)
        return;
    QList<Command> commands;
    LockMode mode = None;
    bool down = false;
    const bool inherit = node.value(u"inh").toBool();
    eachElement(tree.value(u"cmds"), [&](const QString &, const QJsonObject &command) {
        commands.append(commandOf(command));
        mode = std::max(mode, lockOf(commands.last()));
        down = down || (inherit && recurses(commands.last(), *table, builder.facts().serverMajor));
    });
    if (table->kind != u'r' && table->kind != u'p' && table->kind != u'f' && table->kind != u'm') {
        alone(builder, *table, commands);
        return;
    }
    if (down)
        builder.lockTree(table->id, mode);
    else
        builder.lock(table->id, mode);
    AlterTable statement(builder, *table, mode, inherit);
    for (const Command &command : commands)
        statement.apply(command);
}

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Gathers a StatementImpact while a statement's tree is walked. Private to models/migrations; lives as long as one call.

#include "migrations/statementimpact.h"
#include "migrations/statementtree.h"

#include <QtCore/QSet>

namespace civicq::migrations {

class ImpactBuilder
{
public:
    explicit ImpactBuilder(const DatabaseFacts &facts) : m_facts(facts) {}

    [[nodiscard]] const DatabaseFacts &facts() const { return m_facts; }
    [[nodiscard]] StatementImpact &impact() { return m_impact; }
    [[nodiscard]] StatementImpact take(); // sorted, done

    // The relation of that name; noted as missing where there is none.
    const RelationFacts *find(const ObjectName &name);
    // An index, and what every statement on one needs: its table.
    const RelationFacts *tableOf(const RelationFacts &index) const { return m_facts.find(index.table); }

    // The stronger lock and the greater work of those that come together.
    void lock(RelationId id, LockMode mode, Work work = Work::None);
    void lockTree(RelationId id, LockMode mode, Work work = Work::None); // with partitions and inheriting tables
    void lockIndexes(const RelationFacts &table, LockMode mode);
    // ACCESS SHARE on what a query reads, ROW SHARE where it says FOR UPDATE; without the names its WITH makes.
    void readBy(const QJsonValue &query);
    // A view is read together with what it reads.
    void read(const RelationFacts &relation);
    // What goes when a relation or one of its parts is dropped, with everything that hangs on it where `cascade`.
    void drop(const RelationFacts &relation, bool cascade);
    void dropConstraint(const RelationFacts &table, const ConstraintFacts &constraint, bool cascade);
    void rewrite(const RelationFacts &table);

    void lose(Loss loss, const QString &what);
    void losesRowsOf(const RelationFacts &table);

private:
    const DatabaseFacts &m_facts;
    StatementImpact m_impact;
    QSet<RelationId> m_dropped;
};

// By kind of statement.
void impactOfAlterTable(ImpactBuilder &builder, const QJsonObject &tree);
void impactOfTableChange(ImpactBuilder &builder, const QString &kind,
                         const QJsonObject &tree); // RENAME, SET SCHEMA, trigger, policy, …
void impactOfCreate(ImpactBuilder &builder, const QString &kind, const QJsonObject &tree);
void impactOfDrop(ImpactBuilder &builder, const QJsonObject &tree);
void impactOfRows(ImpactBuilder &builder, const QString &kind, const QJsonObject &tree); // SELECT, INSERT, TRUNCATE, …
void impactOfMaintenance(ImpactBuilder &builder, const QString &kind, const QJsonObject &tree);

// What ALTER COLUMN TYPE has to do.
struct TypeChange
{
    bool rewrites = true; // else the rows stay as they are
    bool narrows = true;  // a value may not survive it
};
[[nodiscard]] TypeChange typeChange(const ColumnFacts &from, const QJsonObject &columnDef, const DatabaseFacts &facts);

} // namespace civicq::migrations

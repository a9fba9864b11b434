// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/statementimpact.h"

#include "migrations/impactbuilder.h"

#include <QtCore/QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using Analyse = void (*)(ImpactBuilder &, const QString &, const QJsonObject &);

void alterTable(ImpactBuilder &builder, const QString &, const QJsonObject &tree)
{
    impactOfAlterTable(builder, tree);
}

void dropObjects(ImpactBuilder &builder, const QString &, const QJsonObject &tree)
{
    impactOfDrop(builder, tree);
}

void otherCode(ImpactBuilder &builder, const QString &, const QJsonObject &)
{
    builder.impact().runsOtherCode = true;
}

void wholeDatabase(ImpactBuilder &builder, const QString &kind, const QJsonObject &)
{
    builder.impact().outsideTransaction = true;
    if (kind == "DropdbStmt"_L1)
        builder.lose(Loss::Data, u"database"_s);
}

const QHash<QString, Analyse> &analyses()
{
    static const QHash<QString, Analyse> table{
        {u"AlterTableStmt"_s, alterTable},
        {u"RenameStmt"_s, impactOfTableChange},
        {u"AlterObjectSchemaStmt"_s, impactOfTableChange},
        {u"AlterSeqStmt"_s, impactOfTableChange},
        {u"AlterDomainStmt"_s, impactOfTableChange},
        {u"AlterEnumStmt"_s, impactOfTableChange},
        {u"CommentStmt"_s, impactOfTableChange},
        {u"AlterPolicyStmt"_s, impactOfTableChange},
        {u"CreateTrigStmt"_s, impactOfTableChange},
        {u"CreatePolicyStmt"_s, impactOfTableChange},
        {u"RuleStmt"_s, impactOfTableChange},
        {u"CreateStatsStmt"_s, impactOfTableChange},
        {u"CreatePublicationStmt"_s, impactOfTableChange},
        {u"AlterPublicationStmt"_s, impactOfTableChange},
        {u"CreateStmt"_s, impactOfCreate},
        {u"IndexStmt"_s, impactOfCreate},
        {u"ViewStmt"_s, impactOfCreate},
        {u"CreateTableAsStmt"_s, impactOfCreate},
        {u"CreateSeqStmt"_s, impactOfCreate},
        {u"CreateSchemaStmt"_s, impactOfCreate},
        {u"DropStmt"_s, dropObjects},
        {u"SelectStmt"_s, impactOfRows},
        {u"InsertStmt"_s, impactOfRows},
        {u"UpdateStmt"_s, impactOfRows},
        {u"DeleteStmt"_s, impactOfRows},
        {u"MergeStmt"_s, impactOfRows},
        {u"CopyStmt"_s, impactOfRows},
        {u"TruncateStmt"_s, impactOfRows},
        {u"LockStmt"_s, impactOfRows},
        {u"VacuumStmt"_s, impactOfMaintenance},
        {u"ClusterStmt"_s, impactOfMaintenance},
        {u"ReindexStmt"_s, impactOfMaintenance},
        {u"RefreshMatViewStmt"_s, impactOfMaintenance},
        {u"DoStmt"_s, otherCode},
        {u"CallStmt"_s, otherCode},
        {u"ExecuteStmt"_s, otherCode},
        {u"CreateExtensionStmt"_s, otherCode},
        {u"AlterExtensionStmt"_s, otherCode},
        {u"DropOwnedStmt"_s, otherCode},
        {u"CreatedbStmt"_s, wholeDatabase},
        {u"DropdbStmt"_s, wholeDatabase},
        {u"AlterSystemStmt"_s, wholeDatabase},
        {u"CreateTableSpaceStmt"_s, wholeDatabase},
        {u"DropTableSpaceStmt"_s, wholeDatabase},
        {u"CreateSubscriptionStmt"_s, wholeDatabase},
        {u"DropSubscriptionStmt"_s, wholeDatabase},
    };
    return table;
}

} // namespace

QString workName(Work work)
{
    switch (work) {
    case Work::None: return u"catalog"_s;
    case Work::Truncate: return u"truncate"_s;
    case Work::Scan: return u"scan"_s;
    case Work::Build: return u"build"_s;
    case Work::Rows: return u"rows"_s;
    case Work::Rewrite: return u"rewrite"_s;
    }
    return {};
}

const RelationImpact *StatementImpact::on(RelationId id) const
{
    const auto found = std::find_if(relations.begin(), relations.end(),
                                    [id](const RelationImpact &each) { return each.relation == id; });
    return found == relations.end() ? nullptr : &*found;
}

LockMode StatementImpact::strongest() const
{
    return relations.isEmpty() ? LockMode::None : relations.first().lock;
}

StatementImpact impactOf(const Statement &statement, const DatabaseFacts &facts)
{
    ImpactBuilder builder(facts);
    if (const Analyse analyse = analyses().value(statement.kind))
        analyse(builder, statement.kind, treeOf(statement));
    return builder.take();
}

} // namespace civicq::migrations

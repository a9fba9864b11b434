// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds/seedplanmodel.h"

#include "core/units.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace civicq::seeds {

namespace {

struct Described
{
    const char *table;
    const char *contents;
};

constexpr Described descriptions[] = {
    {"users", QT_TRANSLATE_NOOP("SeedPlan", "Administrator, moderators, city staff, candidates, voters")},
    {"cities", QT_TRANSLATE_NOOP("SeedPlan", "San Francisco, Oakland, Berkeley")},
    {"verification_records", QT_TRANSLATE_NOOP("SeedPlan", "How voters proved where they live")},
    {"city_staff", QT_TRANSLATE_NOOP("SeedPlan", "Who works for which city")},
    {"city_invitations", QT_TRANSLATE_NOOP("SeedPlan", "Invitations, accepted and open")},
    {"ballots", QT_TRANSLATE_NOOP("SeedPlan", "One published ballot for each city")},
    {"contests", QT_TRANSLATE_NOOP("SeedPlan", "Four races and two measures for each city")},
    {"candidates", QT_TRANSLATE_NOOP("SeedPlan", "Three for each race")},
    {"measures", QT_TRANSLATE_NOOP("SeedPlan", "Texts, costs, arguments for and against")},
    {"questions", QT_TRANSLATE_NOOP("SeedPlan", "With embeddings; many ask the same in other words")},
    {"question_versions", QT_TRANSLATE_NOOP("SeedPlan", "First wordings and edited ones")},
    {"votes", QT_TRANSLATE_NOOP("SeedPlan", "Voters' votes on questions of their city")},
    {"video_answers", QT_TRANSLATE_NOOP("SeedPlan", "Candidates' answers with transcripts")},
    {"rebuttals", QT_TRANSLATE_NOOP("SeedPlan", "Replies of their opponents")},
    {"claims", QT_TRANSLATE_NOOP("SeedPlan", "Statements that were checked")},
    {"videos", QT_TRANSLATE_NOOP("SeedPlan", "Recordings, ready and in progress")},
    {"reports", QT_TRANSLATE_NOOP("SeedPlan", "Questions that were reported")},
    {"moderation_actions", QT_TRANSLATE_NOOP("SeedPlan", "What moderators decided")},
    {"audit_logs", QT_TRANSLATE_NOOP("SeedPlan", "What happened, and who did it")},
    {"follows", QT_TRANSLATE_NOOP("SeedPlan", "Contests, candidates and topics people follow")},
};

QString contentsOf(const QString &table)
{
    for (const Described &one : descriptions) {
        if (table == QLatin1StringView(one.table))
            return QCoreApplication::translate("SeedPlan", one.contents);
    }
    return {};
}

} // namespace

void SeedPlanModel::setPlan(QList<TableCount> plan)
{
    beginResetModel();
    m_plan = std::move(plan);
    endResetModel();
}

void SeedPlanModel::setSurvey(const std::optional<SeedSurvey> &survey)
{
    m_survey = survey;
    if (!m_plan.isEmpty())
        Q_EMIT dataChanged(index(0, Now), index(rowCount() - 1, Now));
}

qint64 SeedPlanModel::rowsToLoad() const
{
    qint64 sum = 0;
    for (const TableCount &table : m_plan)
        sum += table.rows;
    return sum;
}

int SeedPlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.size());
}

int SeedPlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

qint64 SeedPlanModel::now(const QString &table) const
{
    if (!m_survey || m_survey->missingTables.contains(table))
        return -1;
    for (const TableCount &one : m_survey->present) {
        if (one.table == table)
            return one.rows;
    }
    return 0;
}

QString SeedPlanModel::nowText(const QString &table) const
{
    if (m_survey && m_survey->missingTables.contains(table))
        return tr("missing");
    const qint64 rows = now(table);
    return rows < 0 ? u"–"_s : core::formatCount(rows);
}

QVariant SeedPlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TableCount &table = m_plan.at(index.row());
    const bool isFigure = index.column() == ToLoad || index.column() == Now;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Contents)
        return contentsOf(table.table);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case Table: return table.table;
    case Contents: return contentsOf(table.table);
    case ToLoad: return role == SortRole ? QVariant(table.rows) : core::formatCount(table.rows);
    case Now: return role == SortRole ? QVariant(now(table.table)) : nowText(table.table);
    default: return {};
    }
}

QVariant SeedPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= ToLoad ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Table: return tr("Table");
    case Contents: return tr("Contents");
    case ToLoad: return tr("To load");
    case Now: return tr("Now");
    default: return {};
    }
}

} // namespace civicq::seeds

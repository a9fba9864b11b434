// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationmodel.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

bool sameRevisions(const HistorySnapshot &one, const HistorySnapshot &other)
{
    return std::equal(one.rows.begin(), one.rows.end(), other.rows.begin(), other.rows.end(),
                      [](const HistoryRow &a, const HistoryRow &b) { return a.id == b.id && a.index == b.index; });
}

QString shortTime(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : QString();
}

} // namespace

void MigrationModel::setSnapshot(HistorySnapshotPtr snapshot)
{
    if (m_snapshot && snapshot && sameRevisions(*m_snapshot, *snapshot)) {
        m_snapshot = std::move(snapshot);
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_snapshot = std::move(snapshot);
    endResetModel();
}

const Revision *MigrationModel::revision(int row) const
{
    const int index = m_snapshot->rows.at(row).index;
    return index == RevisionGraph::none ? nullptr : &m_snapshot->folder.graph.at(index);
}

int MigrationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_snapshot ? 0 : static_cast<int>(m_snapshot->rows.size());
}

int MigrationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MigrationModel::statusWord(RevisionStatus status)
{
    switch (status) {
    case RevisionStatus::Pending: return tr("Pending");
    case RevisionStatus::Applied: return tr("Applied");
    case RevisionStatus::Current: return tr("Current");
    case RevisionStatus::Unknown: return tr("Unknown");
    }
    return {};
}

QString MigrationModel::text(int row, int column) const
{
    const HistoryRow &entry = m_snapshot->rows.at(row);
    const Revision *known = revision(row);
    switch (column) {
    case Status: return statusWord(entry.status);
    case Message: return known ? known->message : tr("The database has this revision, and no file does");
    case Identifier: return entry.id;
    case Date: return known ? shortTime(known->date) : QString();
    case AppliedAt: return shortTime(m_snapshot->state.applied.value(entry.id).at);
    default: return {};
    }
}

QString MigrationModel::toolTip(int row, int column) const
{
    const HistoryRow &entry = m_snapshot->rows.at(row);
    const Revision *known = revision(row);
    switch (column) {
    case Status:
        if (entry.changedAfterApplied)
            return tr("Applied, and its file was changed after that");
        switch (entry.status) {
        case RevisionStatus::Pending: return tr("Not applied in this database yet");
        case RevisionStatus::Applied: return tr("Applied in this database");
        case RevisionStatus::Current: return tr("The newest revision applied: the database stands here");
        case RevisionStatus::Unknown: return tr("Applied from other files than these");
        }
        return {};
    case AppliedAt: {
        const AppliedRecord record = m_snapshot->state.applied.value(entry.id);
        return record.at.isValid() ? tr("%1, by %2").arg(QLocale().toString(record.at.toLocalTime()), record.by)
                                   : QString();
    }
    case Date: return known && known->date.isValid() ? QLocale().toString(known->date.toLocalTime()) : QString();
    default: return text(row, column);
    }
}

QVariant MigrationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HistoryRow &entry = m_snapshot->rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::ToolTipRole: return toolTip(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Graph ? tr("Revision %1, %2").arg(entry.id, statusWord(entry.status))
                                       : text(index.row(), index.column());
    case StatusRole: return static_cast<int>(entry.status);
    case LanesRole: {
        // Unknown revisions stand on top and have no lanes.
        const qsizetype unknown = m_snapshot->rows.size() - m_snapshot->lanes.rows.size();
        const LaneRow *lanes =
            entry.index == RevisionGraph::none ? nullptr : &m_snapshot->lanes.rows.at(index.row() - unknown);
        return QVariant::fromValue(lanes);
    }
    case SortRole: return index.row();
    default: return {};
    }
}

QVariant MigrationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool toolTip = role == Qt::ToolTipRole;
    switch (section) {
    case Graph: return toolTip ? tr("What leads to what, newest on top") : tr("Graph");
    case Status: return toolTip ? tr("Whether this database has the revision") : tr("Status");
    case Message: return toolTip ? tr("What the revision changes") : tr("Change");
    case Identifier:
        return toolTip ? tr("The revision's identifier: the first characters are enough to name it") : tr("Revision");
    case Date: return toolTip ? tr("When the revision was written") : tr("Written");
    case AppliedAt: return toolTip ? tr("When it was applied in this database") : tr("Applied at");
    default: return {};
    }
}

} // namespace civicq::migrations

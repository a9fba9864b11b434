// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/snapshotmodel.h"

#include "core/units.h"

#include <QtCore/QLocale>

#include <algorithm>

namespace civicq::sandbox {

void SnapshotModel::setSnapshots(QList<Snapshot> snapshots)
{
    beginResetModel();
    m_snapshots = std::move(snapshots);
    endResetModel();
}

bool SnapshotModel::contains(const QString &name) const
{
    return std::ranges::any_of(m_snapshots, [&](const Snapshot &one) { return one.name == name; });
}

int SnapshotModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_snapshots.size());
}

int SnapshotModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SnapshotModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Snapshot &snapshot = m_snapshots.at(index.row());
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Taken)
            return locale.toString(snapshot.takenAt.toLocalTime(), QLocale::ShortFormat);
        return index.column() == Size ? core::formatBytes(snapshot.bytes) : snapshot.name;
    case SortRole:
        if (index.column() == Taken)
            return snapshot.takenAt;
        return index.column() == Size ? QVariant(snapshot.bytes) : QVariant(snapshot.name);
    case Qt::ToolTipRole:
        if (index.column() == Taken)
            return locale.toString(snapshot.takenAt.toLocalTime(), QLocale::LongFormat);
        return index.column() == Size ? tr("%1 bytes").arg(core::formatCount(snapshot.bytes)) : snapshot.name;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant SnapshotModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Snapshot");
    case Taken: return tr("Taken");
    case Size: return tr("Size");
    default: return {};
    }
}

} // namespace civicq::sandbox

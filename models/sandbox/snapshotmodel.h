// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sandbox's snapshots: name, when it was taken, size. GUI thread. Raw values under SortRole.

#include "sandbox/sandbox.h"

#include <QtCore/QAbstractTableModel>

namespace civicq::sandbox {

class SnapshotModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Taken, Size, ColumnCount };
    enum Role { SortRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setSnapshots(QList<Snapshot> snapshots);
    [[nodiscard]] const QList<Snapshot> &snapshots() const { return m_snapshots; }
    [[nodiscard]] bool contains(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Snapshot> m_snapshots;
};

} // namespace civicq::sandbox

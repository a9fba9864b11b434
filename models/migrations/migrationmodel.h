// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of a history, newest first, each with its status in words and its lanes. GUI thread; takes an immutable snapshot
// and keeps the current row where the list of revisions is the same. Filter in a proxy.

#include "migrations/historysnapshot.h"

#include <QtCore/QAbstractTableModel>

namespace civicq::migrations {

class MigrationModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Graph, Status, Message, Identifier, Date, AppliedAt, ColumnCount };
    enum Role {
        StatusRole = Qt::UserRole, // int of RevisionStatus
        LanesRole,                 // const LaneRow *, null for an unknown revision
        SortRole,
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setSnapshot(HistorySnapshotPtr snapshot);
    [[nodiscard]] const HistorySnapshotPtr &snapshot() const { return m_snapshot; }
    [[nodiscard]] const HistoryRow &row(int row) const { return m_snapshot->rows.at(row); }
    [[nodiscard]] const Revision *revision(int row) const; // null for an unknown one
    [[nodiscard]] int laneCount() const { return m_snapshot ? m_snapshot->lanes.width : 0; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] static QString statusWord(RevisionStatus status);

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString toolTip(int row, int column) const;

    HistorySnapshotPtr m_snapshot;
};

} // namespace civicq::migrations

Q_DECLARE_METATYPE(const civicq::migrations::LaneRow *)

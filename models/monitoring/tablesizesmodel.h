// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every table with its sizes, in human units, exact bytes in the tooltip, raw values under SortRole; sort and filter in a
// proxy. GUI thread. A new snapshot changes only the rows that changed, so that selection and scroll position stay.

#include "monitoring/samples.h"

#include <QtCore/QAbstractTableModel>

namespace civicq::monitoring {

class TableSizesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Table, Total, Heap, Indexes, Toast, RowEstimate, ColumnCount };
    enum Role { SortRole = Qt::UserRole, ShareRole }; // ShareRole: of the largest, 0 to 1, for a bar in the cell
    using QAbstractTableModel::QAbstractTableModel;

    void setTables(QList<TableSize> tables);
    [[nodiscard]] const QList<TableSize> &tables() const { return m_tables; } // by schema and name

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // "votes", or "archive.votes" outside the schema public.
    [[nodiscard]] static QString displayName(const TableSize &table);

private:
    QList<TableSize> m_tables;
    qint64 m_largest = 0;
};

} // namespace civicq::monitoring

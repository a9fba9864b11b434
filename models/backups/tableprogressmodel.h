// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables of a running backup or restore: those that are worked on first, then what is done, the latest first, then
// what waits, the largest first. GUI thread; a snapshot in, rows out.

#include "backups/tableboard.h"

#include <QtCore/QAbstractListModel>

namespace civicq::backups {

class TableProgressModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { StateRole = Qt::UserRole, ActiveRole, FractionRole, AmountRole }; // FractionRole: 0 to 1, -1 not known
    using QAbstractListModel::QAbstractListModel;

    void setStandings(QList<TableStanding> tables);
    [[nodiscard]] int doneCount() const;
    [[nodiscard]] int rowsInCount() const; // done, or only their keys and indexes are still to be made

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QString amount(const TableStanding &table);
    QList<TableStanding> m_tables;
};

} // namespace civicq::backups

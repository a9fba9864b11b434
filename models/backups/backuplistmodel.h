// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The backups of a folder as a table, in human units, exact values in the tooltip, raw ones under SortRole; sort and
// filter in a proxy. GUI thread; a snapshot in, rows out.

#include "backups/backupfolder.h"

#include <QtCore/QAbstractTableModel>

namespace civicq::backups {

// Differs: what it held and what a restore of it gave were not the same.
enum class CheckState { NotChecked, Whole, Proven, Differs, Damaged };
[[nodiscard]] CheckState checkState(const BackupEntry &entry);

class BackupListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Made, Database, Holds, Size, Checked, Protected, Where, ColumnCount };
    enum Role { SortRole = Qt::UserRole, StateRole }; // StateRole: CheckState, of column Checked
    using QAbstractTableModel::QAbstractTableModel;

    void setBackups(QList<BackupEntry> backups);
    [[nodiscard]] const QList<BackupEntry> &backups() const { return m_backups; }
    [[nodiscard]] const BackupEntry &at(int row) const { return m_backups.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // "Everything", "Definitions only", "3 tables".
    [[nodiscard]] static QString holdsText(const BackupHeader &header);
    // "9 hours old", and "9 hours ago"; for sentences and cells, with the date in a tooltip.
    [[nodiscard]] static QString ageText(const QDateTime &when, const QDateTime &now = QDateTime::currentDateTimeUtc());
    [[nodiscard]] static QString agoText(const QDateTime &when, const QDateTime &now = QDateTime::currentDateTimeUtc());

private:
    [[nodiscard]] QVariant display(const BackupEntry &entry, int column) const;
    [[nodiscard]] QVariant toolTip(const BackupEntry &entry, int column) const;
    QList<BackupEntry> m_backups;
};

} // namespace civicq::backups

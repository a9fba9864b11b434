// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables with rows and size, to read or to choose from (a check box each). GUI thread; a snapshot in, rows out. Raw values
// under SortRole.

#include "backups/contents.h"
#include "backups/databasefacts.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QSet>

namespace civicq::backups {

class TableListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Table, Rows, Size, ColumnCount };
    enum Role { SortRole = Qt::UserRole };
    enum class Kind { Reading, Choosing };

    explicit TableListModel(Kind kind, QObject *parent = nullptr) : QAbstractTableModel(parent), m_kind(kind) {}

    void setTables(const QList<TableFacts> &tables);   // of a database; rows are estimates
    void setTables(const QList<TableContent> &tables); // of a file; rows are counted
    void setAllChecked(bool checked);
    [[nodiscard]] QStringList checkedTables() const; // "schema.name"
    [[nodiscard]] qint64 checkedBytes() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void checkedChanged();

private:
    struct Entry
    {
        QString table;
        qint64 rows = -1; // -1: not known
        qint64 bytes = -1;
    };
    void replace(QList<Entry> entries);
    [[nodiscard]] QString display(const Entry &entry, int column) const;

    Kind m_kind;
    QList<Entry> m_entries;
    QSet<QString> m_checked;
};

} // namespace civicq::backups

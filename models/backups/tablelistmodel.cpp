// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tablelistmodel.h"

#include "core/units.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace civicq::backups {

namespace {

// A table in the usual schema goes by its name alone.
QString shown(const QString &table)
{
    static const QString usual = u"public."_s;
    return table.startsWith(usual) ? table.sliced(usual.size()) : table;
}

} // namespace

void TableListModel::setTables(const QList<TableFacts> &tables)
{
    QList<Entry> entries;
    for (const TableFacts &table : tables)
        entries.append({table.table.display(), table.rows, table.bytes});
    replace(std::move(entries));
}

void TableListModel::setTables(const QList<TableContent> &tables)
{
    QList<Entry> entries;
    for (const TableContent &table : tables)
        entries.append({table.table.display(), table.hasRows && table.rowsKnown ? table.rows : -1, -1});
    replace(std::move(entries));
}

void TableListModel::replace(QList<Entry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_checked.clear();
    endResetModel();
    Q_EMIT checkedChanged();
}

void TableListModel::setAllChecked(bool checked)
{
    m_checked.clear();
    for (const Entry &entry : std::as_const(m_entries)) {
        if (checked)
            m_checked.insert(entry.table);
    }
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, Table), index(rowCount() - 1, Table), {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
}

QStringList TableListModel::checkedTables() const
{
    QStringList tables;
    for (const Entry &entry : m_entries) {
        if (m_checked.contains(entry.table))
            tables.append(entry.table);
    }
    return tables;
}

qint64 TableListModel::checkedBytes() const
{
    qint64 bytes = 0;
    for (const Entry &entry : m_entries) {
        if (m_checked.contains(entry.table))
            bytes += std::max<qint64>(0, entry.bytes);
    }
    return bytes;
}

int TableListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int TableListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TableListModel::display(const Entry &entry, int column) const
{
    if (column == Table)
        return shown(entry.table);
    const qint64 value = column == Rows ? entry.rows : entry.bytes;
    if (value < 0)
        return u"–"_s;
    return column == Rows ? core::formatCount(value) : core::formatBytes(value);
}

QVariant TableListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(entry, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Table)
            return entry.table;
        if (index.column() == Rows && m_kind == Kind::Choosing)
            return tr("Estimated by the server, not counted");
        return index.column() == Size && entry.bytes >= 0 ? tr("%1 bytes").arg(core::formatCount(entry.bytes))
                                                          : QVariant();
    case Qt::CheckStateRole:
        if (m_kind == Kind::Reading || index.column() != Table)
            return {};
        return m_checked.contains(entry.table) ? Qt::Checked : Qt::Unchecked;
    case Qt::TextAlignmentRole:
        return index.column() == Table ? QVariant()
                                       : QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    case SortRole:
        return index.column() == Table ? QVariant(entry.table)
                                       : QVariant(index.column() == Rows ? entry.rows : entry.bytes);
    default: return {};
    }
}

QVariant TableListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != Table)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Table: return tr("Table");
    case Rows: return tr("Rows");
    case Size: return tr("Size");
    default: return {};
    }
}

Qt::ItemFlags TableListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return m_kind == Kind::Choosing && index.isValid() && index.column() == Table ? base | Qt::ItemIsUserCheckable
                                                                                  : base;
}

bool TableListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || m_kind == Kind::Reading)
        return false;
    const QString &table = m_entries.at(index.row()).table;
    if (value.toInt() == Qt::Checked)
        m_checked.insert(table);
    else
        m_checked.remove(table);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
    return true;
}

} // namespace civicq::backups

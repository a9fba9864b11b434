// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/tablesizesmodel.h"

#include "core/units.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace civicq::monitoring {

namespace {

auto key(const TableSize &table)
{
    return std::tie(table.schema, table.name);
}

QVariant rawValue(const TableSize &table, int column)
{
    switch (column) {
    case TableSizesModel::Table: return TableSizesModel::displayName(table);
    case TableSizesModel::RowEstimate: return table.rows ? QVariant(*table.rows) : QVariant();
    case TableSizesModel::Heap: return table.heap;
    case TableSizesModel::Indexes: return table.indexes;
    case TableSizesModel::Toast: return table.toast;
    case TableSizesModel::Total: return table.total();
    default: return {};
    }
}

} // namespace

QString TableSizesModel::displayName(const TableSize &table)
{
    return table.schema == "public"_L1 ? table.name : table.schema + u'.' + table.name;
}

void TableSizesModel::setTables(QList<TableSize> tables)
{
    std::sort(tables.begin(), tables.end(), [](const auto &a, const auto &b) { return key(a) < key(b); });
    m_largest = 0;
    for (const TableSize &table : std::as_const(tables))
        m_largest = std::max(m_largest, table.total());
    // Both lists are in the same order: one walk finds what went, came and changed.
    int row = 0;
    for (TableSize &table : tables) {
        while (row < m_tables.size() && key(m_tables.at(row)) < key(table)) {
            beginRemoveRows({}, row, row);
            m_tables.removeAt(row);
            endRemoveRows();
        }
        if (row < m_tables.size() && key(m_tables.at(row)) == key(table)) {
            if (m_tables.at(row) != table) {
                m_tables[row] = std::move(table);
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
        } else {
            beginInsertRows({}, row, row);
            m_tables.insert(row, std::move(table));
            endInsertRows();
        }
        ++row;
    }
    if (row < m_tables.size()) {
        beginRemoveRows({}, row, static_cast<int>(m_tables.size()) - 1);
        m_tables.resize(row);
        endRemoveRows();
    }
}

int TableSizesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tables.size());
}

int TableSizesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TableSizesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TableSize &table = m_tables.at(index.row());
    const int column = index.column();
    const QVariant raw = rawValue(table, column);
    const bool isSize = column >= Total && column <= Toast;
    switch (role) {
    case Qt::DisplayRole:
        if (column == Table)
            return table.partitions > 0 ? tr("%1 (%n partition(s))", nullptr, table.partitions).arg(raw.toString())
                                        : raw;
        if (!raw.isValid() || (isSize && table.locked && raw.toLongLong() == 0))
            return u"–"_s;
        return isSize ? core::formatBytes(raw.toLongLong()) : core::formatCount(raw.toLongLong());
    case Qt::ToolTipRole:
        if (table.locked && column != RowEstimate)
            return tr("Locked by another session: its size cannot be read now");
        if (column == Table)
            return table.schema + u'.' + table.name;
        if (!raw.isValid())
            return tr("Not counted yet: the server estimates rows at ANALYZE or VACUUM");
        return isSize ? tr("%1 bytes").arg(core::formatCount(raw.toLongLong()))
                      : tr("The planner's estimate, of the last ANALYZE or VACUUM");
    case Qt::TextAlignmentRole:
        return column == Table ? QVariant() : QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    case SortRole: return raw;
    case ShareRole:
        return isSize && m_largest > 0
                   ? QVariant(static_cast<double>(raw.toLongLong()) / static_cast<double>(m_largest))
                   : QVariant();
    default: return {};
    }
}

QVariant TableSizesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != Table)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    const bool toolTip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !toolTip)
        return {};
    switch (section) {
    case Table: return toolTip ? tr("Partitions are counted with their table") : tr("Table");
    case RowEstimate: return toolTip ? tr("Estimated by the server, not counted") : tr("Rows");
    case Heap: return toolTip ? tr("The rows themselves") : tr("Heap");
    case Indexes: return toolTip ? tr("All indexes of the table") : tr("Indexes");
    case Toast: return toolTip ? tr("Large values, stored apart from their rows") : tr("TOAST");
    case Total: return toolTip ? tr("Heap, indexes and TOAST") : tr("Total");
    default: return {};
    }
}

} // namespace civicq::monitoring

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tableprogressmodel.h"

#include "core/units.h"

#include <algorithm>
#include <tuple>

namespace civicq::backups {

namespace {

using Standing = TableStanding::State;

int groupOf(const TableStanding &table)
{
    return table.active ? 0 : table.state == Standing::Done ? 1 : 2;
}

bool comesFirst(const TableStanding &a, const TableStanding &b)
{
    const int group = groupOf(a);
    if (group != groupOf(b))
        return group < groupOf(b);
    // Those at work keep their places: a list whose rows jump cannot be read.
    if (group == 0)
        return std::tie(a.order, a.table) < std::tie(b.order, b.table);
    if (group == 1)
        return std::tie(b.order, a.table) < std::tie(a.order, b.table);
    return std::tie(b.total, a.table) < std::tie(a.total, b.table);
}

} // namespace

void TableProgressModel::setStandings(QList<TableStanding> tables)
{
    std::ranges::sort(tables, comesFirst);
    if (tables.size() != m_tables.size()) {
        beginResetModel();
        m_tables = std::move(tables);
        endResetModel();
        return;
    }
    m_tables = std::move(tables);
    if (!m_tables.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_tables.size()) - 1));
}

int TableProgressModel::doneCount() const
{
    return static_cast<int>(std::ranges::count(m_tables, Standing::Done, &TableStanding::state));
}

int TableProgressModel::rowsInCount() const
{
    return doneCount() + static_cast<int>(std::ranges::count(m_tables, Standing::Building, &TableStanding::state));
}

int TableProgressModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tables.size());
}

QString TableProgressModel::amount(const TableStanding &table)
{
    switch (table.state) {
    case Standing::Waiting: return table.total > 0 ? core::formatBytes(table.total) : QString();
    case Standing::Rows:
        if (table.total > 0)
            return tr("%1 of %2")
                .arg(core::formatBytes(std::min(table.done, table.total)), core::formatBytes(table.total));
        return table.done > 0 ? core::formatBytes(table.done) : QString();
    case Standing::Building: return table.active ? tr("Keys and indexes") : tr("Rows are in");
    case Standing::Done: return table.done > 0 ? core::formatBytes(table.done) : tr("Empty");
    }
    return {};
}

QVariant TableProgressModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TableStanding &table = m_tables.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return table.table;
    case Qt::AccessibleTextRole: {
        const QString state = table.state == Standing::Done      ? tr("done")
                              : table.state == Standing::Waiting ? tr("waiting")
                                                                 : tr("being worked on");
        return QStringList{table.table, state, amount(table)}.join(QStringLiteral(", "));
    }
    case StateRole: return static_cast<int>(table.state);
    case ActiveRole: return table.active;
    case FractionRole:
        return table.total > 0
                   ? std::clamp(static_cast<double>(table.done) / static_cast<double>(table.total), 0.0, 1.0)
                   : -1.0;
    case AmountRole: return amount(table);
    default: return {};
    }
}

} // namespace civicq::backups

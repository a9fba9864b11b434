// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/optionsmodel.h"

#include "common/themeicons.h"
#include "postgres/connectionparameters.h"

namespace civicq::widgets {

OptionsModel::OptionsModel(QObject *parent)
    : QAbstractTableModel(parent), m_known(postgres::ConnectionParameters::optionNames())
{}

int OptionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OptionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant OptionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool unknown = !row.name.isEmpty() && !m_known.contains(row.name);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return index.column() == NameColumn ? row.name : row.value;
    case Qt::DecorationRole:
        return unknown && index.column() == NameColumn ? QVariant(meaningIcon(Meaning::Warning)) : QVariant();
    case Qt::ToolTipRole:
        return unknown ? tr("PostgreSQL's client library knows no option of this name: connections will fail.")
                       : QVariant();
    default: return {};
    }
}

QVariant OptionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Option") : tr("Value");
}

Qt::ItemFlags OptionsModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractTableModel::flags(index) | Qt::ItemIsEditable : Qt::NoItemFlags;
}

bool OptionsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Row &row = m_rows[index.row()];
    QString &field = index.column() == NameColumn ? row.name : row.value;
    if (field == value.toString())
        return true;
    field = index.column() == NameColumn ? value.toString().trimmed() : value.toString();
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), 1));
    Q_EMIT edited();
    return true;
}

void OptionsModel::setOptions(const QMap<QString, QString> &options)
{
    beginResetModel();
    m_rows.clear();
    for (const auto &[name, value] : options.asKeyValueRange())
        m_rows.append({name, value});
    endResetModel();
}

QMap<QString, QString> OptionsModel::options() const
{
    QMap<QString, QString> options;
    for (const Row &row : m_rows) {
        if (!row.name.isEmpty())
            options.insert(row.name, row.value);
    }
    return options;
}

int OptionsModel::addRow()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.append(Row{});
    endInsertRows();
    return row;
}

void OptionsModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

} // namespace civicq::widgets

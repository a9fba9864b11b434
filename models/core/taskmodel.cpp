// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/taskmodel.h"

#include <algorithm>

namespace civicq::core {

namespace {

constexpr qsizetype keptRecords = 200;

bool hasEnded(const TaskRecord &record)
{
    return record.state != TaskState::Queued && record.state != TaskState::Running;
}

} // namespace

int TaskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TaskRecord &record = m_records.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return record.title;
    case IdRole: return QVariant::fromValue(record.id);
    case StateRole: return static_cast<int>(record.state);
    case SubjectRole: return record.subject;
    case FractionRole: return record.meter.fraction() ? QVariant(*record.meter.fraction()) : QVariant();
    case VerdictRole: return record.state == TaskState::Succeeded ? record.verdict : record.error.message;
    default: return {};
    }
}

const TaskRecord *TaskModel::find(TaskId id) const
{
    for (const TaskRecord &record : m_records) {
        if (record.id == id)
            return &record;
    }
    return nullptr;
}

int TaskModel::runningCount() const
{
    return static_cast<int>(std::count_if(m_records.cbegin(), m_records.cend(),
                                          [](const TaskRecord &record) { return !hasEnded(record); }));
}

void TaskModel::add(TaskRecord record)
{
    beginInsertRows({}, 0, 0);
    m_records.prepend(std::move(record));
    endInsertRows();
    dropOldest();
}

void TaskModel::update(TaskId id, const std::function<void(TaskRecord &)> &change)
{
    for (qsizetype row = 0; row < m_records.size(); ++row) {
        if (m_records.at(row).id != id)
            continue;
        change(m_records[row]);
        const QModelIndex where = index(static_cast<int>(row));
        Q_EMIT dataChanged(where, where);
        return;
    }
}

void TaskModel::removeFinished()
{
    for (qsizetype row = m_records.size() - 1; row >= 0; --row) {
        if (!hasEnded(m_records.at(row)))
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_records.removeAt(row);
        endRemoveRows();
    }
}

void TaskModel::dropOldest()
{
    for (qsizetype row = m_records.size() - 1; row >= 0 && m_records.size() > keptRecords; --row) {
        if (!hasEnded(m_records.at(row)))
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_records.removeAt(row);
        endRemoveRows();
    }
}

} // namespace civicq::core

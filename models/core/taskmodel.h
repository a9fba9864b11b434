// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every running and finished job, newest first, for the task panel. GUI thread only; filled by TaskRunner. Finished jobs
// beyond the newest 200 are dropped.

#include "core/progressmeter.h"
#include "core/result.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QDateTime>
#include <QtCore/QStringList>

#include <functional>

namespace civicq::core {

using TaskId = quint64;

enum class TaskState { Queued, Running, Succeeded, Failed, Cancelled };

struct TaskRecord
{
    TaskId id = 0;
    QString title;   // "Back up civicq"
    QString subject; // which database, on which server
    TaskState state = TaskState::Queued;
    ProgressMeter meter;
    QDateTime started;
    QDateTime finished;
    QString verdict; // one sentence, once it has ended well
    Error error;     // why it ended otherwise
    QStringList messages;
    bool cancelRequested = false;
};

class TaskModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, StateRole, TitleRole, SubjectRole, FractionRole, VerdictRole };
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const TaskRecord &at(int row) const { return m_records.at(row); }
    [[nodiscard]] const TaskRecord *find(TaskId id) const;
    [[nodiscard]] int runningCount() const;

    // For TaskRunner.
    void add(TaskRecord record);
    void update(TaskId id, const std::function<void(TaskRecord &)> &change);
    void removeFinished();

private:
    void dropOldest();
    QList<TaskRecord> m_records;
};

} // namespace civicq::core

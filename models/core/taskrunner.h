// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs work on QtConcurrent worker threads for the desktop program and hands the result back on the GUI thread. One
// instance, made in app/admin, lives on the GUI thread and outlives every page. A task belongs to an owner: when the
// owner is destroyed the task is cancelled and its result dropped. Two bounded pools, so that a long backup never holds
// up the live figures: one for jobs people see in the task panel, one for quiet reads.

#include "core/taskmodel.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

#include <functional>
#include <memory>
#include <type_traits>

namespace civicq::core {

template<typename T>
struct TaskSpec
{
    QString title;
    QString subject;
    std::function<Result<T>(TaskContext &)> run;    // on a worker thread
    std::function<QString(const T &)> verdict = {}; // on the GUI thread: one sentence for the task panel
    bool quiet = false;                             // a read of a page's own: not shown in the task panel
};

class TaskRunner;

// What the starter keeps: cancels, asks. Copyable; outliving the task is harmless.
class TaskHandle
{
public:
    TaskHandle() = default;
    [[nodiscard]] TaskId id() const { return m_id; }
    [[nodiscard]] bool isRunning() const;
    void cancel() const;

    struct Shared; // the state both threads see

private:
    friend class TaskRunner;
    TaskId m_id = 0;
    std::shared_ptr<Shared> m_shared;
};

class TaskRunner final : public QObject
{
    Q_OBJECT
public:
    explicit TaskRunner(QObject *parent = nullptr);
    ~TaskRunner() override; // cancels everything and waits for the threads

    // Starts spec.run; `done` is called on the GUI thread unless `owner` is gone by then.
    template<typename T>
    TaskHandle start(QObject *owner, TaskSpec<T> spec, std::function<void(Result<T>)> done)
    {
        auto result = std::make_shared<Result<T>>(fail(ErrorCode::Unknown, QString()));
        Work work;
        work.title = std::move(spec.title);
        work.subject = std::move(spec.subject);
        work.quiet = spec.quiet;
        work.run = [run = std::move(spec.run), result](TaskContext &context) -> const Error * {
            *result = run(context);
            return result->has_value() ? nullptr : &result->error();
        };
        work.verdict = [verdict = std::move(spec.verdict), result]() -> QString {
            return verdict && result->has_value() ? verdict(result->value()) : QString();
        };
        work.deliver = [done = std::move(done), result] {
            if (done)
                done(std::move(*result));
        };
        return launch(owner, std::move(work));
    }

    [[nodiscard]] TaskModel *model() const { return m_model; }
    void cancel(TaskId id);
    void cancelAll();

Q_SIGNALS:
    // For the task panel, tray notices and the tour: a shown (not quiet) task has begun or ended.
    void taskStarted(civicq::core::TaskId id);
    void taskFinished(civicq::core::TaskId id);

private:
    struct Work
    {
        QString title;
        QString subject;
        bool quiet = false;
        std::function<const Error *(TaskContext &)> run;
        std::function<QString()> verdict;
        std::function<void()> deliver;
    };

    TaskHandle launch(QObject *owner, Work work);
    void finish(const std::shared_ptr<TaskHandle::Shared> &shared, const Work &work, const QPointer<QObject> &owner);
    void poll();

    TaskModel *m_model;
    QThreadPool m_jobs;
    QThreadPool m_reads;
    QTimer *m_timer;
    QList<std::shared_ptr<TaskHandle::Shared>> m_running;
    TaskId m_lastId = 0;
};

} // namespace civicq::core

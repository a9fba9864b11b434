// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/taskrunner.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFutureWatcher>
#include <QtCore/QMutex>
#include <QtCore/QPromise>
#include <QtCore/QTimer>

#include <atomic>

namespace civicq::core {

namespace {
constexpr int jobThreads = 8;
constexpr int readThreads = 6;
constexpr int pollMilliseconds = 100; // how often the panel follows the workers
constexpr qsizetype keptMessages = 1000;
} // namespace

struct TaskHandle::Shared final : public TaskContext
{
    TaskId id = 0;
    bool quiet = false;
    std::atomic<bool> stop = false;
    std::atomic<bool> begun = false;
    std::atomic<bool> ended = false;
    const Error *error = nullptr; // written by the worker before `ended`, read after

    QMutex mutex;
    Progress progress;       // guarded
    bool progressed = false; // guarded
    QStringList messages;    // guarded
    QElapsedTimer clock;

    [[nodiscard]] bool isCancelled() const override { return stop.load(std::memory_order_relaxed); }
    void report(const Progress &value) override
    {
        const QMutexLocker lock(&mutex);
        progress = value;
        progressed = true;
    }
    void message(const QString &line) override
    {
        const QMutexLocker lock(&mutex);
        if (messages.size() < keptMessages)
            messages.append(line);
    }
};

bool TaskHandle::isRunning() const
{
    return m_shared && !m_shared->ended.load();
}

void TaskHandle::cancel() const
{
    if (m_shared)
        m_shared->stop.store(true);
}

TaskRunner::TaskRunner(QObject *parent) : QObject(parent), m_model(new TaskModel(this)), m_timer(new QTimer(this))
{
    m_jobs.setMaxThreadCount(jobThreads);
    m_reads.setMaxThreadCount(readThreads);
    m_timer->setInterval(pollMilliseconds);
    connect(m_timer, &QTimer::timeout, this, &TaskRunner::poll);
}

TaskRunner::~TaskRunner()
{
    cancelAll();
    m_jobs.waitForDone();
    m_reads.waitForDone();
}

TaskHandle TaskRunner::launch(QObject *owner, Work work)
{
    auto shared = std::make_shared<TaskHandle::Shared>();
    shared->id = ++m_lastId;
    shared->quiet = work.quiet;
    shared->clock.start();
    m_running.append(shared);

    TaskHandle handle;
    handle.m_id = shared->id;
    handle.m_shared = shared;
    const QPointer<QObject> guard(owner);
    if (owner)
        connect(owner, &QObject::destroyed, this, [shared] { shared->stop.store(true); });
    if (!work.quiet) {
        TaskRecord record;
        record.id = shared->id;
        record.title = work.title;
        record.subject = work.subject;
        record.started = QDateTime::currentDateTime();
        m_model->add(std::move(record));
        m_timer->start();
        Q_EMIT taskStarted(shared->id);
    }

    QThreadPool *pool = work.quiet ? &m_reads : &m_jobs;
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcher<void>::finished, this, [this, shared, work, guard, watcher] {
        watcher->deleteLater();
        finish(shared, work, guard);
    });
    watcher->setFuture(QtConcurrent::run(pool, [run = work.run, shared](QPromise<void> &) {
        shared->begun.store(true);
        // A task cancelled while it waited for a thread still runs: it sees the cancel first thing, and gives the error.
        shared->error = run(*shared);
        shared->ended.store(true);
    }));
    return handle;
}

void TaskRunner::finish(const std::shared_ptr<TaskHandle::Shared> &shared, const Work &work,
                        const QPointer<QObject> &owner)
{
    poll(); // the last progress and messages first
    m_running.removeAll(shared);
    if (!shared->quiet) {
        m_model->update(shared->id, [&](TaskRecord &record) {
            record.finished = QDateTime::currentDateTime();
            if (!shared->error) {
                record.state = TaskState::Succeeded;
                record.verdict = work.verdict();
            } else {
                record.error = *shared->error;
                record.state = record.error.code == ErrorCode::Cancelled ? TaskState::Cancelled : TaskState::Failed;
            }
        });
        if (m_model->runningCount() == 0)
            m_timer->stop();
        Q_EMIT taskFinished(shared->id);
    }
    if (owner)
        work.deliver();
}

void TaskRunner::poll()
{
    for (const auto &shared : std::as_const(m_running)) {
        if (shared->quiet)
            continue;
        QMutexLocker lock(&shared->mutex);
        const bool progressed = std::exchange(shared->progressed, false);
        const Progress progress = shared->progress;
        const QStringList messages = std::exchange(shared->messages, {});
        lock.unlock();
        const TaskRecord *known = m_model->find(shared->id);
        const bool begins = known && known->state == TaskState::Queued && shared->begun.load();
        const bool stops = known && !known->cancelRequested && shared->isCancelled();
        if (!progressed && messages.isEmpty() && !begins && !stops)
            continue;
        m_model->update(shared->id, [&](TaskRecord &record) {
            if (begins)
                record.state = TaskState::Running;
            record.cancelRequested = shared->isCancelled();
            if (progressed)
                record.meter.add(progress, std::chrono::milliseconds(shared->clock.elapsed()));
            if (record.messages.size() < keptMessages)
                record.messages.append(messages);
        });
    }
}

void TaskRunner::cancel(TaskId id)
{
    for (const auto &shared : std::as_const(m_running)) {
        if (shared->id == id)
            shared->stop.store(true);
    }
}

void TaskRunner::cancelAll()
{
    for (const auto &shared : std::as_const(m_running))
        shared->stop.store(true);
}

} // namespace civicq::core

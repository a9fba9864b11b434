// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/taskrunner.h"

#include <QtCore/QSemaphore>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::core;

namespace {

// Work that runs until it is cancelled.
Result<int> untilCancelled(TaskContext &context)
{
    while (!context.isCancelled())
        QThread::yieldCurrentThread();
    return TaskContext::cancelled();
}

class TaskRunnerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deliversTheResultOnTheGuiThread();
    void showsProgressMessagesAndVerdict();
    void failureIsShownAsFailure();
    void cancelIsSeen();
    void ownersEndCancelsAndDropsTheResult();
    void quietTasksAreNotShown();
    void jobsDoNotHoldUpReads();
    void destructorEndsEverything();
};

void TaskRunnerTest::deliversTheResultOnTheGuiThread()
{
    TaskRunner runner;
    QThread *worked = nullptr;
    QThread *delivered = nullptr;
    int value = 0;
    runner.start<int>(this,
                      {u"t"_s,
                       {},
                       [&](TaskContext &) -> Result<int> {
                           worked = QThread::currentThread();
                           return 42;
                       }},
                      [&](Result<int> result) {
                          delivered = QThread::currentThread();
                          value = result.value();
                      });
    QTRY_COMPARE(value, 42);
    QCOMPARE(delivered, QThread::currentThread());
    QVERIFY(worked && worked != delivered);
}

void TaskRunnerTest::showsProgressMessagesAndVerdict()
{
    TaskRunner runner;
    QAbstractItemModelTester tester(runner.model());
    QSemaphore goOn;
    bool done = false;
    const TaskHandle handle = runner.start<int>(this,
                                                {u"Count"_s, u"civicq on localhost"_s,
                                                 [&](TaskContext &context) -> Result<int> {
                                                     context.report({u"Counting"_s, u"votes"_s, 5, 10, Unit::Rows});
                                                     context.message(u"half way"_s);
                                                     goOn.acquire();
                                                     return 10;
                                                 },
                                                 [](int count) { return u"%1 counted"_s.arg(count); }},
                                                [&](const Result<int> &) { done = true; });
    QTRY_COMPARE(runner.model()->find(handle.id())->meter.latest().object, u"votes"_s);
    QCOMPARE(runner.model()->find(handle.id())->state, TaskState::Running);
    QCOMPARE(runner.model()->find(handle.id())->meter.fraction().value(), 0.5);
    QCOMPARE(runner.model()->find(handle.id())->messages, QStringList{u"half way"_s});
    goOn.release();
    QTRY_VERIFY(done);
    const TaskRecord *record = runner.model()->find(handle.id());
    QCOMPARE(record->state, TaskState::Succeeded);
    QCOMPARE(record->verdict, u"10 counted"_s);
    QVERIFY(record->finished.isValid());
    QVERIFY(!handle.isRunning());
}

void TaskRunnerTest::failureIsShownAsFailure()
{
    TaskRunner runner;
    QSignalSpy finished(&runner, &TaskRunner::taskFinished);
    const TaskHandle handle = runner.start<int>(
        this, {u"t"_s, {}, [](TaskContext &) -> Result<int> { return fail(ErrorCode::NoSpace, u"full"_s); }}, {});
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(runner.model()->find(handle.id())->state, TaskState::Failed);
    QCOMPARE(runner.model()->find(handle.id())->error.code, ErrorCode::NoSpace);
}

void TaskRunnerTest::cancelIsSeen()
{
    TaskRunner runner;
    std::optional<ErrorCode> code;
    const TaskHandle handle = runner.start<int>(this, {u"t"_s, {}, untilCancelled},
                                                [&](const Result<int> &result) { code = result.error().code; });
    QTRY_COMPARE(runner.model()->find(handle.id())->state, TaskState::Running);
    runner.cancel(handle.id());
    QTRY_VERIFY(code.has_value());
    QCOMPARE(*code, ErrorCode::Cancelled);
    QCOMPARE(runner.model()->find(handle.id())->state, TaskState::Cancelled);
}

void TaskRunnerTest::ownersEndCancelsAndDropsTheResult()
{
    TaskRunner runner;
    QSignalSpy finished(&runner, &TaskRunner::taskFinished);
    bool delivered = false;
    auto owner = std::make_unique<QObject>();
    runner.start<int>(owner.get(), {u"t"_s, {}, untilCancelled}, [&](const Result<int> &) { delivered = true; });
    owner.reset();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!delivered);
}

void TaskRunnerTest::quietTasksAreNotShown()
{
    TaskRunner runner;
    QSignalSpy started(&runner, &TaskRunner::taskStarted);
    bool done = false;
    TaskSpec<int> spec{u"t"_s, {}, [](TaskContext &) -> Result<int> { return 1; }};
    spec.quiet = true;
    runner.start<int>(this, std::move(spec), [&](const Result<int> &) { done = true; });
    QTRY_VERIFY(done);
    QCOMPARE(runner.model()->rowCount(), 0);
    QCOMPARE(started.count(), 0);
}

void TaskRunnerTest::jobsDoNotHoldUpReads()
{
    TaskRunner runner;
    for (int job = 0; job < 20; ++job) // more than there are threads for jobs
        runner.start<int>(this, {u"t"_s, {}, untilCancelled}, {});
    bool read = false;
    TaskSpec<int> spec{u"t"_s, {}, [](TaskContext &) -> Result<int> { return 1; }};
    spec.quiet = true;
    runner.start<int>(this, std::move(spec), [&](const Result<int> &) { read = true; });
    QTRY_VERIFY(read);
    runner.cancelAll();
    QTRY_COMPARE(runner.model()->runningCount(), 0);
}

void TaskRunnerTest::destructorEndsEverything()
{
    std::atomic<bool> ended = false;
    {
        TaskRunner runner;
        runner.start<int>(this,
                          {u"t"_s,
                           {},
                           [&](TaskContext &context) -> Result<int> {
                               auto result = untilCancelled(context);
                               ended = true;
                               return result;
                           }},
                          {});
    }
    QVERIFY(ended);
}

} // namespace

QTEST_GUILESS_MAIN(TaskRunnerTest)
#include "taskrunnertest.moc"

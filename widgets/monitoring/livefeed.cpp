// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/livefeed.h"

#include <algorithm>

using civicq::core::Result;
using civicq::core::TaskContext;
using civicq::monitoring::LiveSample;
using civicq::monitoring::SizeSample;
using std::chrono::milliseconds;

namespace civicq::widgets {

namespace {

constexpr milliseconds answerPatience{5'000}; // a statement unanswered for longer has failed
constexpr milliseconds overdueAfter{3'000};   // from then on the page says so
constexpr milliseconds shortestPause{100};
// Sizes look at every file: seldom, and with many files so seldom that they take 2% of the time at most.
constexpr milliseconds sizesInterval{10'000};
constexpr milliseconds sizesRetry{2'000};
constexpr milliseconds sizesPatience{60'000}; // ten thousands of files on a slow disk
constexpr int sizesShare = 50;
constexpr qsizetype sizesKept = 720;

} // namespace

LiveFeed::LiveFeed(core::TaskRunner &tasks, connections::ActiveConnection &connection, milliseconds interval,
                   QObject *parent)
    : QObject(parent), m_tasks(tasks), m_connection(connection), m_interval(interval)
{
    m_next.setSingleShot(true);
    m_nextSizes.setSingleShot(true);
    m_overdue.setSingleShot(true);
    m_overdue.setInterval(overdueAfter);
    connect(&m_next, &QTimer::timeout, this, &LiveFeed::ask);
    connect(&m_nextSizes, &QTimer::timeout, this, &LiveFeed::askSizes);
    connect(&m_overdue, &QTimer::timeout, this, [this] {
        m_series.appendGap(QDateTime::currentDateTimeUtc());
        if (m_state != State::Failed)
            setState(State::Late);
    });
    connect(&connection, &connections::ActiveConnection::changed, this, &LiveFeed::follow);
    follow();
}

void LiveFeed::follow()
{
    const auto pool = m_connection.pool();
    if (pool == m_pool)
        return;
    forget();
    m_pool = pool;
    if (m_running) {
        ask();
        askSizes();
    }
}

void LiveFeed::forget()
{
    stopAsking();
    m_series.clear();
    m_tables.setTables({});
    m_sample.reset();
    m_sizes.reset();
    m_sizesError.reset();
    m_sizeHistory.clear();
    m_answered = {};
    setState(State::Idle);
}

// What is on its way may be answered or given up: it is no longer waited for.
void LiveFeed::stopAsking()
{
    ++m_generation;
    m_request.cancel();
    m_sizesRequest.cancel();
    m_asking = false;
    m_askingSizes = false;
    m_next.stop();
    m_nextSizes.stop();
    m_overdue.stop();
}

void LiveFeed::setRunning(bool running)
{
    if (m_running == running)
        return;
    m_running = running;
    if (running) {
        ask();
        askSizes();
        return;
    }
    stopAsking();
    m_series.appendGap(QDateTime::currentDateTimeUtc());
}

void LiveFeed::setInterval(milliseconds interval)
{
    m_interval = interval;
    ask();
}

void LiveFeed::ask()
{
    if (m_asking || !m_running || !m_pool)
        return;
    m_asking = true;
    m_asked.start();
    m_overdue.start();
    if (m_state == State::Idle)
        setState(State::Waiting);
    core::TaskSpec<LiveSample> spec;
    spec.quiet = true;
    spec.run = [pool = m_pool](TaskContext &context) -> Result<LiveSample> {
        auto session = pool->acquire(context);
        if (!session)
            return core::fail(session.error());
        const monitoring::AnswerTimeout limit(**session, answerPatience);
        return monitoring::readLiveSample(context, **session);
    };
    m_request =
        m_tasks.start<LiveSample>(this, std::move(spec), [this, generation = m_generation](Result<LiveSample> sample) {
            if (generation == m_generation)
                take(std::move(sample));
        });
}

void LiveFeed::take(Result<LiveSample> sample)
{
    m_asking = false;
    m_overdue.stop();
    const auto taken = std::chrono::duration_cast<milliseconds>(m_asked.durationElapsed());
    // A server that takes its time is not kept busy: as long as an answer took, it is left alone. One that did not answer
    // is asked again soon.
    m_next.start(std::max({m_interval - taken, sample ? taken : shortestPause, shortestPause}));
    if (!sample) {
        m_error = sample.error();
        m_series.appendGap(QDateTime::currentDateTimeUtc());
        setState(State::Failed);
        return;
    }
    m_answered = QDateTime::currentDateTime();
    m_sample = *sample;
    m_series.append(*sample);
    setState(State::Live);
    Q_EMIT sampled();
}

void LiveFeed::askSizes()
{
    if (m_askingSizes || !m_running || !m_pool)
        return;
    m_askingSizes = true;
    m_sizesAsked.start();
    core::TaskSpec<SizeSample> spec;
    spec.quiet = true;
    spec.run = [pool = m_pool](TaskContext &context) -> Result<SizeSample> {
        auto session = pool->acquire(context);
        if (!session)
            return core::fail(session.error());
        const monitoring::AnswerTimeout limit(**session, sizesPatience);
        return monitoring::readSizes(context, **session);
    };
    m_sizesRequest =
        m_tasks.start<SizeSample>(this, std::move(spec), [this, generation = m_generation](Result<SizeSample> sizes) {
            if (generation == m_generation)
                takeSizes(std::move(sizes));
        });
}

void LiveFeed::takeSizes(Result<SizeSample> sizes)
{
    m_askingSizes = false;
    const auto taken = std::chrono::duration_cast<milliseconds>(m_sizesAsked.durationElapsed());
    m_nextSizes.start(sizes ? std::max({sizesInterval, m_interval, taken * sizesShare})
                            : std::max(m_interval, sizesRetry));
    m_sizesError.reset();
    if (!sizes) {
        m_sizesError = sizes.error();
        Q_EMIT sized();
        return;
    }
    m_sizes = std::move(*sizes);
    m_tables.setTables(m_sizes->tables);
    if (m_sizes->database) {
        m_sizeHistory.append({m_sizes->at, *m_sizes->database});
        if (m_sizeHistory.size() > sizesKept)
            m_sizeHistory.removeFirst();
    }
    Q_EMIT sized();
}

void LiveFeed::setState(State state)
{
    const bool told = state == m_state && state != State::Failed; // another error is news
    m_state = state;
    if (!told)
        Q_EMIT stateChanged();
}

} // namespace civicq::widgets

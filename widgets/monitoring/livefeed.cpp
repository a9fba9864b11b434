// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/livefeed.h"

#include <algorithm>

using civicq::core::Result;
using civicq::core::TaskContext;
using std::chrono::milliseconds;

namespace civicq::widgets {

namespace {

constexpr milliseconds answerPatience{5'000}; // a statement unanswered for longer has failed
constexpr milliseconds overdueAfter{3'000};   // from then on the page says so
constexpr milliseconds shortestPause{100};
// Sizes look at every file: seldom, and with many files so seldom that they take 2% of the time at most.
constexpr milliseconds sizesInterval{10'000};
constexpr int sizesShare = 50;
constexpr qsizetype sizesKept = 720;

} // namespace

LiveFeed::LiveFeed(core::TaskRunner &tasks, connections::ActiveConnection &connection, milliseconds interval,
                   QObject *parent)
    : QObject(parent), m_tasks(tasks), m_connection(connection), m_interval(interval)
{
    m_next.setSingleShot(true);
    m_overdue.setSingleShot(true);
    m_overdue.setInterval(overdueAfter);
    connect(&m_next, &QTimer::timeout, this, &LiveFeed::ask);
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
    if (m_running)
        ask();
}

void LiveFeed::forget()
{
    ++m_generation;
    m_request.cancel();
    m_asking = false;
    m_next.stop();
    m_overdue.stop();
    m_series.clear();
    m_tables.setTables({});
    m_sample.reset();
    m_sizes.reset();
    m_sizeHistory.clear();
    m_sizesAsked.invalidate();
    m_answered = {};
    setState(State::Idle);
}

void LiveFeed::setRunning(bool running)
{
    if (m_running == running)
        return;
    m_running = running;
    if (running) {
        ask();
        return;
    }
    // What is asked may be answered or given up; either way nobody is looking.
    ++m_generation;
    m_request.cancel();
    m_asking = false;
    m_next.stop();
    m_overdue.stop();
    m_series.appendGap(QDateTime::currentDateTimeUtc());
}

void LiveFeed::setInterval(milliseconds interval)
{
    m_interval = interval;
    if (m_running && !m_asking)
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
    const bool withSizes = !m_sizesAsked.isValid() || m_sizesAsked.durationElapsed() >= m_sizesPause;
    core::TaskSpec<Measured> spec;
    spec.quiet = true;
    spec.run = [pool = m_pool, withSizes](TaskContext &context) -> Result<Measured> {
        auto session = pool->acquire(context);
        if (!session)
            return core::fail(session.error());
        const monitoring::AnswerTimeout limit(**session, answerPatience);
        auto live = monitoring::readLiveSample(context, **session);
        if (!live)
            return core::fail(live.error());
        Measured measured{*live, std::nullopt};
        if (withSizes) {
            auto sizes = monitoring::readSizes(context, **session);
            // A table locked at this very moment: the next time will do.
            if (!sizes && sizes.error().code != core::ErrorCode::Busy)
                return core::fail(sizes.error());
            if (sizes)
                measured.sizes = std::move(*sizes);
        }
        return measured;
    };
    m_request = m_tasks.start<Measured>(this, std::move(spec),
                                        [this, generation = m_generation](Result<Measured> measured) {
                                            if (generation == m_generation)
                                                take(std::move(measured));
                                        });
}

void LiveFeed::take(Result<Measured> measured)
{
    m_asking = false;
    m_overdue.stop();
    const auto taken = std::chrono::duration_cast<milliseconds>(m_asked.durationElapsed());
    m_next.start(std::max(m_interval - taken, shortestPause));
    if (!measured) {
        m_error = measured.error();
        m_series.appendGap(QDateTime::currentDateTimeUtc());
        setState(State::Failed);
        return;
    }
    m_answered = QDateTime::currentDateTime();
    m_sample = measured->live;
    m_series.append(measured->live);
    setState(State::Live);
    Q_EMIT sampled();
    if (measured->sizes) {
        m_sizesPause = std::max({sizesInterval, m_interval, taken * sizesShare});
        m_sizesAsked.start();
        takeSizes(std::move(*measured->sizes));
    }
}

void LiveFeed::takeSizes(monitoring::SizeSample sizes)
{
    m_sizes = std::move(sizes);
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

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps asking the open database for its figures, on worker threads, only while it is told to run. The live figures and the
// sizes, which take longer and are asked for less often, each have at most one request on its way.
// A server that does not answer makes a gap and an error; asking goes on, and the first answer clears it. GUI thread.

#include "connections/activeconnection.h"
#include "monitoring/sampler.h"
#include "monitoring/sampleseries.h"
#include "monitoring/tablesizesmodel.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

namespace civicq::widgets {

class LiveFeed final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,    // no database open, or not running and nothing measured yet
        Waiting, // asked, no answer yet
        Live,
        Late,   // an answer is overdue
        Failed, // the last request ended in error()
    };
    struct SizePoint
    {
        QDateTime at;
        qint64 bytes = 0;
    };

    LiveFeed(core::TaskRunner &tasks, connections::ActiveConnection &connection, std::chrono::milliseconds interval,
             QObject *parent = nullptr);

    void setRunning(bool running);
    [[nodiscard]] bool isRunning() const { return m_running; }
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const core::Error &error() const { return m_error; }     // of Failed
    [[nodiscard]] const QDateTime &answered() const { return m_answered; } // the last answer; invalid: none yet

    [[nodiscard]] monitoring::SampleSeries *series() { return &m_series; }
    [[nodiscard]] monitoring::TableSizesModel *tables() { return &m_tables; }
    [[nodiscard]] const std::optional<monitoring::LiveSample> &sample() const { return m_sample; }
    [[nodiscard]] const std::optional<monitoring::SizeSample> &sizes() const { return m_sizes; }
    [[nodiscard]] const std::optional<core::Error> &sizesError() const { return m_sizesError; } // of the last request
    [[nodiscard]] const QList<SizePoint> &sizeHistory() const { return m_sizeHistory; }         // oldest first, bounded

Q_SIGNALS:
    void sampled();      // sample() is new
    void sized();        // sizes() or sizesError() is new
    void stateChanged(); // state() or error()

private:
    void follow(); // the active connection
    void forget();
    void stopAsking();
    void ask();
    void askSizes();
    void take(core::Result<monitoring::LiveSample> sample);
    void takeSizes(core::Result<monitoring::SizeSample> sizes);
    void setState(State state);

    core::TaskRunner &m_tasks;
    connections::ActiveConnection &m_connection;
    std::chrono::milliseconds m_interval;
    std::shared_ptr<postgres::ConnectionPool> m_pool;
    monitoring::SampleSeries m_series;
    monitoring::TableSizesModel m_tables;
    std::optional<monitoring::LiveSample> m_sample;
    std::optional<monitoring::SizeSample> m_sizes;
    std::optional<core::Error> m_sizesError;
    QList<SizePoint> m_sizeHistory;
    core::TaskHandle m_request;
    core::TaskHandle m_sizesRequest;
    quint64 m_generation = 0; // answers of an earlier one are dropped
    bool m_asking = false;
    bool m_askingSizes = false;
    bool m_running = false;
    QElapsedTimer m_asked;
    QElapsedTimer m_sizesAsked;
    QTimer m_next;
    QTimer m_nextSizes;
    QTimer m_overdue;
    State m_state = State::Idle;
    core::Error m_error;
    QDateTime m_answered;
};

} // namespace civicq::widgets

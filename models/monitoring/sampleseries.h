// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The live figures of the last while, in memory and bounded: what charts draw and the tables behind them list. GUI
// thread; owned by the page. Oldest first; times ascend. Where nothing was measured (no answer, page hidden) stands a
// gap, so that no line is drawn across what nobody saw.

#include "monitoring/samples.h"

#include <QtCore/QObject>

namespace civicq::monitoring {

struct LivePoint
{
    QDateTime at;
    bool gap = false;       // nothing was measured; the rest is empty
    bool restarted = false; // the counters began again since the point before: its ratio is another one
    ConnectionCounts connections;
    CacheRatio lifetime; // since the statistics were reset
    CacheRatio interval; // since the point before

    bool operator==(const LivePoint &) const = default;
};

class SampleSeries final : public QObject
{
    Q_OBJECT
public:
    // 900 points: half an hour at two seconds.
    explicit SampleSeries(qsizetype capacity = 900, QObject *parent = nullptr);

    void append(const LiveSample &sample);
    void appendGap(const QDateTime &at); // gaps that follow each other are one
    void clear();

    [[nodiscard]] const QList<LivePoint> &points() const { return m_points; }
    [[nodiscard]] qsizetype capacity() const { return m_capacity; }
    [[nodiscard]] const LivePoint *newest() const; // nullptr when empty or when the newest is a gap

Q_SIGNALS:
    // One point was added at the end; `dropped` were taken from the beginning.
    void appended(int dropped);
    void cleared();

private:
    void add(LivePoint point);

    qsizetype m_capacity;
    QList<LivePoint> m_points;
    std::optional<CacheCounters> m_last; // of the point before, unless that is a gap
};

} // namespace civicq::monitoring

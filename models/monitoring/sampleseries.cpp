// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/sampleseries.h"

namespace civicq::monitoring {

SampleSeries::SampleSeries(qsizetype capacity, QObject *parent)
    : QObject(parent), m_capacity(std::max<qsizetype>(capacity, 2))
{}

void SampleSeries::append(const LiveSample &sample)
{
    LivePoint point;
    point.at = sample.at;
    point.connections = sample.connections;
    point.lifetime = cacheRatio(sample.cache);
    if (m_last) {
        const auto between = cacheRatioBetween(*m_last, sample.cache);
        point.interval = between.value_or(CacheRatio{});
        point.restarted = !between;
    }
    m_last = sample.cache;
    add(std::move(point));
}

void SampleSeries::appendGap(const QDateTime &at)
{
    m_last.reset();
    if (m_points.isEmpty() || m_points.last().gap)
        return;
    LivePoint point;
    point.at = at;
    point.gap = true;
    add(std::move(point));
}

void SampleSeries::add(LivePoint point)
{
    // The computer's clock may be set back: a chart's time runs one way.
    if (!m_points.isEmpty() && point.at < m_points.last().at)
        point.at = m_points.last().at;
    m_points.append(std::move(point));
    int dropped = 0;
    while (m_points.size() > m_capacity) {
        m_points.removeFirst();
        ++dropped;
    }
    Q_EMIT appended(dropped);
}

void SampleSeries::clear()
{
    m_points.clear();
    m_last.reset();
    Q_EMIT cleared();
}

const LivePoint *SampleSeries::newest() const
{
    return m_points.isEmpty() || m_points.last().gap ? nullptr : &m_points.last();
}

} // namespace civicq::monitoring

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progressmeter.h"

#include <algorithm>

namespace civicq::core {

namespace {
constexpr std::chrono::milliseconds window{10'000};
constexpr std::chrono::milliseconds firstSecond{1'000};
} // namespace

void ProgressMeter::add(const Progress &progress, std::chrono::milliseconds now)
{
    const bool otherScale = progress.unit != m_latest.unit || progress.done < m_latest.done;
    if (otherScale)
        m_samples.clear(); // a new step counts from its own beginning
    m_latest = progress;
    m_samples.push_back({now, progress.done});
    while (m_samples.size() > 2 && now - m_samples.front().time > window)
        m_samples.pop_front();
}

std::optional<double> ProgressMeter::fraction() const
{
    if (m_latest.total <= 0)
        return std::nullopt;
    return std::clamp(static_cast<double>(m_latest.done) / static_cast<double>(m_latest.total), 0.0, 1.0);
}

std::optional<double> ProgressMeter::perSecond() const
{
    if (m_samples.size() < 2)
        return std::nullopt;
    const auto span = m_samples.back().time - m_samples.front().time;
    if (span < firstSecond)
        return std::nullopt;
    const auto moved = static_cast<double>(m_samples.back().done - m_samples.front().done);
    return moved * 1000.0 / static_cast<double>(span.count());
}

std::optional<std::chrono::milliseconds> ProgressMeter::left() const
{
    const auto rate = perSecond();
    if (!rate || *rate <= 0.0 || m_latest.total <= 0)
        return std::nullopt;
    const auto remaining = static_cast<double>(std::max<qint64>(0, m_latest.total - m_latest.done));
    return std::chrono::milliseconds(static_cast<qint64>(remaining / *rate * 1000.0));
}

} // namespace civicq::core

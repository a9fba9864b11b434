// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rate and time left of a job from its reported progress: the mean over the last ten seconds, so that a slow start or a
// stall shows, and no figure jumps. One thread at a time; times are the caller's (milliseconds since any fixed moment).

#include "core/task.h"

#include <chrono>
#include <deque>
#include <optional>

namespace civicq::core {

class ProgressMeter
{
public:
    void add(const Progress &progress, std::chrono::milliseconds now);

    [[nodiscard]] const Progress &latest() const { return m_latest; }
    [[nodiscard]] std::optional<double> fraction() const;  // 0 to 1; none where the total is unknown
    [[nodiscard]] std::optional<double> perSecond() const; // in the progress' unit; none in the first second
    [[nodiscard]] std::optional<std::chrono::milliseconds> left() const;

private:
    struct Sample
    {
        std::chrono::milliseconds time;
        qint64 done;
    };
    Progress m_latest;
    std::deque<Sample> m_samples;
};

} // namespace civicq::core

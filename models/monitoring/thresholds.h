// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When a figure is a reason to look. Pure functions, any thread. Sources: the CivicQ guide (cache hit 90%; more than 5
// sessions idle in transaction), check_postgres (connections 90% and 95% of those allowed).

#include "monitoring/samples.h"

namespace civicq::monitoring {

enum class Level { Unknown, Good, Warning, Critical };

inline constexpr double cacheHitWanted = 0.90;
inline constexpr qint64 cacheBlocksToJudge = 1000; // below this the first reads, never cached, decide everything
inline constexpr double connectionsWarning = 0.90;
inline constexpr double connectionsCritical = 0.95;
inline constexpr int idleInTransactionAllowed = 5;

[[nodiscard]] Level judgeCacheHit(const CacheCounters &counters);
[[nodiscard]] Level judgeConnections(const ConnectionCounts &counts);
[[nodiscard]] Level judgeIdleInTransaction(const ConnectionCounts &counts);

} // namespace civicq::monitoring

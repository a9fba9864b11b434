// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/thresholds.h"

namespace civicq::monitoring {

Level judgeCacheHit(const CacheCounters &counters)
{
    if (counters.heapHit + counters.heapRead + counters.indexHit + counters.indexRead < cacheBlocksToJudge)
        return Level::Unknown;
    const CacheRatio ratio = cacheRatio(counters);
    const bool low = ratio.heap.value_or(1.0) < cacheHitWanted || ratio.index.value_or(1.0) < cacheHitWanted;
    return low ? Level::Warning : Level::Good;
}

Level judgeConnections(const ConnectionCounts &counts)
{
    if (counts.maxConnections <= 0)
        return Level::Unknown;
    const double share = static_cast<double>(counts.total()) / counts.maxConnections;
    if (share >= connectionsCritical)
        return Level::Critical;
    return share >= connectionsWarning ? Level::Warning : Level::Good;
}

Level judgeIdleInTransaction(const ConnectionCounts &counts)
{
    if (counts.idleInTransaction > idleInTransactionAllowed)
        return Level::Warning;
    return counts.hidden > 0 ? Level::Unknown : Level::Good; // some of the hidden may be, too
}

} // namespace civicq::monitoring

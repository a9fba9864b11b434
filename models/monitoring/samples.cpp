// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/samples.h"

namespace civicq::monitoring {

namespace {

std::optional<double> ratio(qint64 hit, qint64 read)
{
    const qint64 asked = hit + read;
    if (asked <= 0)
        return std::nullopt;
    return static_cast<double>(hit) / static_cast<double>(asked);
}

bool isContinued(const CacheCounters &before, const CacheCounters &after)
{
    if (before.statsReset != after.statsReset)
        return false;
    // A server that crashed starts its counters again without a reset time.
    if (after.heapHit < before.heapHit || after.heapRead < before.heapRead || after.indexHit < before.indexHit
        || after.indexRead < before.indexRead)
        return false;
    // A dropped table takes its counts along; a new one begins at 0 and does no harm.
    if (after.relations == before.relations)
        return after.relationsDigest == before.relationsDigest;
    return after.relations > before.relations;
}

} // namespace

CacheRatio cacheRatio(const CacheCounters &counters)
{
    return {ratio(counters.heapHit, counters.heapRead), ratio(counters.indexHit, counters.indexRead)};
}

std::optional<CacheRatio> cacheRatioBetween(const CacheCounters &before, const CacheCounters &after)
{
    if (!isContinued(before, after))
        return std::nullopt;
    return CacheRatio{ratio(after.heapHit - before.heapHit, after.heapRead - before.heapRead),
                      ratio(after.indexHit - before.indexHit, after.indexRead - before.indexRead)};
}

} // namespace civicq::monitoring

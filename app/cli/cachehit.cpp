// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db cache-hit: how much of what was asked for came from the server's cache. Percentages in the document, as the
// guide's own functions give them.
#include "cli/figures.h"
#include "core/units.h"
#include "monitoring/sampler.h"
#include "monitoring/thresholds.h"

using namespace Qt::StringLiterals;
using civicq::monitoring::CacheCounters;

namespace civicq::cli {

namespace {

QJsonValue percent(const std::optional<double> &ratio)
{
    return ratio ? QJsonValue(*ratio * 100.0) : QJsonValue();
}

QString words(const std::optional<double> &ratio)
{
    return ratio ? core::formatPercent(*ratio) : u"nothing read yet"_s;
}

QJsonObject document(const CacheCounters &counters)
{
    const auto ratio = monitoring::cacheRatio(counters);
    return {{u"cache_hit_ratio"_s, percent(ratio.heap)},
            {u"index_cache_hit_ratio"_s, percent(ratio.index)},
            {u"heap_blocks_hit"_s, counters.heapHit},
            {u"heap_blocks_read"_s, counters.heapRead},
            {u"index_blocks_hit"_s, counters.indexHit},
            {u"index_blocks_read"_s, counters.indexRead},
            {u"wanted"_s, monitoring::cacheHitWanted * 100.0},
            {u"stats_reset"_s,
             counters.statsReset.isValid() ? QJsonValue(counters.statsReset.toString(Qt::ISODate)) : QJsonValue()}};
}

QString summary(const CacheCounters &counters)
{
    const auto ratio = monitoring::cacheRatio(counters);
    QString out = u"Tables:  %1\nIndexes: %2\n"_s.arg(words(ratio.heap), words(ratio.index));
    switch (monitoring::judgeCacheHit(counters)) {
    case monitoring::Level::Warning:
        out += u"Below the %1 wanted: more of the server's memory for shared_buffers may help."_s.arg(
            core::formatPercent(monitoring::cacheHitWanted));
        break;
    case monitoring::Level::Unknown: out += u"Too little has been read to judge."_s; break;
    default: out += u"%1 or more is wanted: good."_s.arg(core::formatPercent(monitoring::cacheHitWanted)); break;
    }
    return out;
}

} // namespace

void addCacheHit(CLI::App &app, Context &context)
{
    app.add_subcommand("cache-hit", "Cache-hit ratio of tables and indexes")->callback([&context] {
        context.status = showFigures(context, monitoring::readCacheCounters, document, summary);
    });
}

} // namespace civicq::cli

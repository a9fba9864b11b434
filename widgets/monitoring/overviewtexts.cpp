// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/overviewtexts.h"

#include "core/units.h"
#include "phrases/explanation.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <cstdlib>
#include <limits>

using namespace Qt::StringLiterals;
using civicq::monitoring::Level;
using civicq::monitoring::LivePoint;
using civicq::monitoring::LiveSample;

namespace civicq::widgets::texts {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

constexpr qsizetype trendPoints = 150;
constexpr qint64 minute = 60;
constexpr qint64 hour = 3600;
constexpr qint64 day = 86'400;
constexpr qint64 backupTooOld = 26 * hour; // a daily one and some

const double noFigure = std::numeric_limits<double>::quiet_NaN();

template<typename Value>
QList<double> trend(const QList<LivePoint> &points, Value value)
{
    QList<double> out;
    for (const LivePoint &point : points.last(std::min(trendPoints, points.size())))
        out.append(point.gap ? noFigure : value(point));
    return out;
}

QString moment(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime(), QLocale::LongFormat);
}

Level judgeBackup(const BackupSearch &search, const QDateTime &now)
{
    if (!search.searched || search.error)
        return Level::Unknown;
    return search.newest && search.newest->at.secsTo(now) <= backupTooOld ? Level::Good : Level::Warning;
}

} // namespace

QString ago(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = then.secsTo(now);
    if (seconds < minute)
        return Words::tr("just now");
    if (seconds < hour)
        return Words::tr("%n min ago", nullptr, static_cast<int>(seconds / minute));
    if (seconds < 2 * day)
        return Words::tr("%n hour(s) ago", nullptr, static_cast<int>(seconds / hour));
    return Words::tr("%n day(s) ago", nullptr, static_cast<int>(seconds / day));
}

QString age(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(then.secsTo(now), 0);
    if (seconds < hour)
        return Words::tr("%1 min").arg(seconds / minute);
    if (seconds < 2 * day)
        return Words::tr("%1 h").arg(seconds / hour);
    return Words::tr("%1 d").arg(seconds / day);
}

QString ratio(const std::optional<double> &ratio)
{
    return ratio ? core::formatPercent(*ratio) : u"–"_s;
}

Meaning meaning(Level level)
{
    switch (level) {
    case Level::Unknown: return Meaning::Neutral;
    case Level::Good: return Meaning::Good;
    case Level::Warning: return Meaning::Warning;
    case Level::Critical: return Meaning::Critical;
    }
    return Meaning::Neutral;
}

namespace {

// What is first of all asked for after a loss; empty while it is not known.
QString backupSentence(const BackupSearch &search, const QDateTime &now)
{
    if (search.error)
        return Words::tr("The backup folder cannot be read.");
    if (!search.searched)
        return {};
    if (!search.newest)
        return Words::tr("There is no backup of this database yet.");
    if (!search.newest->alert.isEmpty())
        return search.newest->alert;
    const QString when = ago(search.newest->at, now);
    switch (search.newest->assurance) {
    case Assurance::Made: return Words::tr("The newest backup was made %1 and is not verified.").arg(when);
    case Assurance::Verified: return Words::tr("The newest backup was made %1 and is verified.").arg(when);
    case Assurance::Proven: return Words::tr("The newest backup was made %1 and is proven.").arg(when);
    }
    return {};
}

QString serverSentence(const LiveSample &sample)
{
    const auto hit = monitoring::cacheRatio(sample.cache).heap;
    const QString connections =
        Words::tr("%1 of %2 connections in use")
            .arg(core::formatCount(sample.connections.total()), core::formatCount(sample.connections.maxConnections));
    return hit ? Words::tr("%1; cache hit %2.").arg(connections, core::formatPercent(*hit))
               : Words::tr("%1; no table has been read yet.").arg(connections);
}

} // namespace

QString sentence(const LiveSample &sample, const BackupSearch &backup, const QDateTime &now)
{
    const QString server = serverSentence(sample);
    const QString backups = backupSentence(backup, now);
    return backups.isEmpty() ? server : backups + u' ' + server;
}

TileFacts connectionsTile(const LiveSample &sample, const QList<LivePoint> &points)
{
    const auto &counts = sample.connections;
    TileFacts facts;
    facts.figure = core::formatCount(counts.total());
    facts.caption = Words::tr("of %1 in use").arg(core::formatCount(counts.maxConnections));
    facts.meaning = meaning(monitoring::judgeConnections(counts));
    facts.toolTip = Words::tr("%1 active, %2 idle, %3 idle in transaction, %4 other or unknown, %5 of CivicQ Admin.\n"
                              "%6 of the %7 allowed are kept for superusers.")
                        .arg(counts.active)
                        .arg(counts.idle)
                        .arg(counts.idleInTransaction)
                        .arg(counts.other + counts.hidden)
                        .arg(counts.own)
                        .arg(counts.reserved)
                        .arg(counts.maxConnections);
    if (monitoring::judgeIdleInTransaction(counts) == Level::Warning && facts.meaning == Meaning::Good) {
        facts.meaning = Meaning::Warning;
        facts.caption = Words::tr("%n idle in transaction", nullptr, counts.idleInTransaction);
    }
    facts.trend = trend(points, [](const LivePoint &point) { return static_cast<double>(point.connections.total()); });
    return facts;
}

TileFacts cacheTile(const LiveSample &sample, const QList<LivePoint> &points)
{
    const auto total = monitoring::cacheRatio(sample.cache);
    TileFacts facts;
    facts.figure = ratio(total.heap);
    facts.meaning = meaning(monitoring::judgeCacheHit(sample.cache));
    facts.caption = total.index ? Words::tr("indexes %1").arg(ratio(total.index)) : Words::tr("nothing read yet");
    if (facts.meaning == Meaning::Neutral && total.heap)
        facts.word = Words::tr("Too little read to judge");
    facts.toolTip = Words::tr("Blocks found in the server's cache, of all blocks of tables asked for; 90% or more is "
                              "wanted.\nHeap: %1 of %2 blocks. Indexes: %3 of %4 blocks.")
                        .arg(core::formatCount(sample.cache.heapHit),
                             core::formatCount(sample.cache.heapHit + sample.cache.heapRead),
                             core::formatCount(sample.cache.indexHit),
                             core::formatCount(sample.cache.indexHit + sample.cache.indexRead));
    facts.trend = trend(points, [](const LivePoint &point) { return point.lifetime.heap.value_or(noFigure); });
    return facts;
}

TileFacts sizeTile(const monitoring::SizeSample &sizes, const QList<LiveFeed::SizePoint> &history)
{
    if (!sizes.database)
        return unknownTile(Words::tr("your role may not read it"));
    TileFacts facts;
    facts.figure = core::formatBytes(*sizes.database);
    facts.caption = Words::tr("%n table(s)", nullptr, static_cast<int>(sizes.tables.size()));
    facts.word = Words::tr("Measured");
    facts.toolTip = Words::tr("%1 bytes").arg(core::formatCount(*sizes.database));
    if (history.size() > 1) {
        const qint64 growth = history.last().bytes - history.first().bytes;
        const QString since = QLocale().toString(history.first().at.toLocalTime().time(), QLocale::ShortFormat);
        facts.word = growth > 0 ? Words::tr("Growing") : growth < 0 ? Words::tr("Shrinking") : Words::tr("Steady");
        if (growth != 0)
            facts.caption = Words::tr("%1%2 since %3")
                                .arg(growth > 0 ? u"+"_s : u"−"_s, core::formatBytes(std::abs(growth)), since);
    }
    for (const auto &point : history.last(std::min(trendPoints, history.size())))
        facts.trend.append(static_cast<double>(point.bytes));
    return facts;
}

TileFacts backupTile(const BackupSearch &search, const QDateTime &now)
{
    if (search.error) {
        TileFacts facts = unknownTile(Words::tr("the folder cannot be read"));
        facts.toolTip = phrases::explain(*search.error).oneLine();
        return facts;
    }
    if (!search.searched)
        return unknownTile(Words::tr("not looked for yet"));
    TileFacts facts;
    facts.meaning = meaning(judgeBackup(search, now));
    if (!search.newest) {
        facts.figure = Words::tr("None");
        facts.caption = Words::tr("of this database here");
        facts.toolTip = Words::tr("The backup folder holds no backup of this database. Click to make one.");
        return facts;
    }
    const bool justNow = search.newest->at.secsTo(now) < minute;
    facts.figure = justNow ? Words::tr("Just now") : age(search.newest->at, now);
    if (facts.meaning != Meaning::Good) {
        facts.word = Words::tr("Old");
    } else {
        switch (search.newest->assurance) {
        case Assurance::Made:
            facts.meaning = Meaning::Notice; // made is not yet whole
            facts.word = Words::tr("Not verified");
            break;
        case Assurance::Verified: facts.word = Words::tr("Verified"); break;
        case Assurance::Proven: facts.word = Words::tr("Proven"); break;
        }
    }
    const QString bytes = core::formatBytes(search.newest->bytes);
    facts.caption = justNow ? bytes : Words::tr("ago, %1").arg(bytes);
    facts.toolTip = search.newest->path + u'\n' + moment(search.newest->at);
    const QDateTime &proven = search.newest->provenAt;
    if (!proven.isValid())
        facts.toolTip += u'\n' + Words::tr("None is proven yet.");
    else if (search.newest->assurance != Assurance::Proven)
        facts.toolTip += u'\n' + Words::tr("The newest proven one: %1").arg(moment(proven));
    if (proven.isValid() && search.newest->assurance != Assurance::Proven)
        facts.caption = justNow ? Words::tr("proven: %1").arg(ago(proven, now))
                                : Words::tr("ago; proven: %1 ago").arg(age(proven, now));
    if (!search.newest->alert.isEmpty()) {
        facts.meaning = search.newest->critical ? Meaning::Critical : Meaning::Warning;
        facts.word = Words::tr("Look at it");
        facts.toolTip.prepend(search.newest->alert + u'\n');
    }
    return facts;
}

TileFacts healthTile(const LiveSample &sample, const BackupSearch &backup, const QDateTime &now)
{
    struct Check
    {
        QString name;
        Level level;
    };
    QList<Check> checks{{Words::tr("Cache hit"), monitoring::judgeCacheHit(sample.cache)},
                        {Words::tr("Connections"), monitoring::judgeConnections(sample.connections)},
                        {Words::tr("Idle in transaction"), monitoring::judgeIdleInTransaction(sample.connections)},
                        {Words::tr("Newest backup"), judgeBackup(backup, now)}};
    Level worst = Level::Unknown;
    int good = 0;
    int unknown = 0;
    QString first; // what is wrong, the worst first
    QStringList lines;
    for (const Check &check : std::as_const(checks)) {
        lines.append(check.name + u": "_s + meaningWord(meaning(check.level)));
        good += check.level == Level::Good ? 1 : 0;
        unknown += check.level == Level::Unknown ? 1 : 0;
        if (check.level > worst) {
            worst = check.level;
            first = check.name;
        }
    }
    TileFacts facts;
    facts.figure = Words::tr("%1 of %2").arg(good).arg(checks.size());
    facts.meaning = meaning(worst);
    facts.caption = Words::tr("checks are good");
    if (worst > Level::Good) {
        facts.caption = first;
    } else if (unknown > 0) { // what is not known is not good
        facts.word = Words::tr("Good so far");
        facts.caption = Words::tr("%n check(s) unknown", nullptr, unknown);
    }
    facts.toolTip = lines.join(u'\n');
    return facts;
}

TileFacts unknownTile(const QString &caption)
{
    TileFacts facts;
    facts.figure = u"–"_s;
    facts.caption = caption;
    facts.toolTip = caption;
    return facts;
}

} // namespace civicq::widgets::texts

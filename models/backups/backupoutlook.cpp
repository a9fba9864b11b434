// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupoutlook.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr int backupsLookedAt = 5;
constexpr int runsInLog = 200;
// Around what the earlier ones say: data that packs better or worse, a server that is busier.
constexpr double sizeRoom = 1.1;
constexpr double timeRoom = 1.3;
// A part of the tables packs as it likes; the whole says little of it.
constexpr double partRoom = 2.0;
constexpr double mostGrowth = 10.0; // the planner's row counts may be far off

QString formatOf(const BackupRequest &request)
{
    return request.format == BackupFormat::Archive ? u"archive"_s : request.gzip ? u"sql.gz"_s : u"sql"_s;
}

bool isRead(const TableFacts &table, const QStringList &chosen)
{
    return chosen.isEmpty()
           || std::ranges::any_of(chosen, [&table](const QString &typed) { return table.table.matches(typed); });
}

// By the planner's estimate; -1 where a table was never looked at.
qint64 rowsNow(const QList<TableFacts> &tables, const QStringList &chosen)
{
    qint64 rows = 0;
    for (const TableFacts &table : tables) {
        if (!table.hasRows || !isRead(table, chosen))
            continue;
        if (table.rows < 0)
            return -1;
        rows += table.rows;
    }
    return rows;
}

// How much of a whole backup the chosen tables are.
double shareOf(const BackupOutlook &outlook, const BackupRequest &request)
{
    BackupRequest whole = request;
    whole.tables.clear();
    const qint64 all = tableBytes(outlook, whole);
    return all > 0 ? static_cast<double>(tableBytes(outlook, request)) / static_cast<double>(all) : 1.0;
}

struct Spread
{
    double least = 0.0;
    double most = 0.0;
    int count = 0;
    void add(double value)
    {
        least = count == 0 ? value : std::min(least, value);
        most = std::max(most, value);
        ++count;
    }
};

std::optional<double> secondsOf(const QList<BackupRun> &runs, const QString &path)
{
    const auto run = std::ranges::find_if(runs, [&path](const BackupRun &each) {
        return each.path == path && each.outcome == RunOutcome::Done && each.ended.isValid();
    });
    if (run == runs.end())
        return std::nullopt;
    return static_cast<double>(run->begun.msecsTo(run->ended)) / 1000.0;
}

} // namespace

Result<BackupOutlook> readOutlook(core::TaskContext &context, const postgres::ConnectionParameters &parameters,
                                  const QString &dataFolder)
{
    auto server = listServer(context, parameters);
    if (!server)
        return core::fail(server.error());
    BackupOutlook outlook{std::move(*server), {}, {}};
    if (auto backups = BackupCatalogue(dataFolder).all())
        outlook.backups = std::move(*backups);
    if (auto runs = RunLog(dataFolder).newest(runsInLog))
        outlook.runs = std::move(*runs);
    return outlook;
}

qint64 tableBytes(const BackupOutlook &outlook, const BackupRequest &request)
{
    if (request.part == Part::SchemaOnly)
        return 0;
    qint64 bytes = 0;
    for (const TableFacts &table : outlook.server.tables) {
        if (table.hasRows && isRead(table, request.tables))
            bytes += table.bytes;
    }
    return bytes;
}

std::optional<BackupEstimate> estimate(const BackupOutlook &outlook, const QString &database,
                                       const BackupRequest &request)
{
    const bool part = !request.tables.isEmpty();
    const double share = part ? shareOf(outlook, request) : 1.0;
    const qint64 rows = rowsNow(outlook.server.tables, {});
    Spread bytes;
    Spread seconds;
    for (const auto &[path, known] : outlook.backups) {
        const bool sameServer =
            known.system.isEmpty() || outlook.server.system.isEmpty() || known.system == outlook.server.system;
        if (!known.valid || known.database != database || !sameServer || known.format != formatOf(request)
            || known.part != request.part || !known.chosen.isEmpty())
            continue;
        const double growth =
            rows > 0 && known.rows > 0
                ? std::clamp(static_cast<double>(rows) / static_cast<double>(known.rows), 1.0 / mostGrowth, mostGrowth)
                : 1.0;
        bytes.add(static_cast<double>(known.bytes) * growth * share);
        if (const auto took = secondsOf(outlook.runs, path))
            seconds.add(*took * growth * share);
        if (bytes.count == backupsLookedAt)
            break;
    }
    if (bytes.count == 0)
        return std::nullopt;
    const double room = part ? partRoom : 1.0;
    const auto milliseconds = [](double value) { return std::chrono::milliseconds(std::llround(1000.0 * value)); };
    BackupEstimate found;
    found.fewestBytes = std::llround(bytes.least / sizeRoom / room);
    found.mostBytes = std::llround(bytes.most * sizeRoom * room);
    found.shortest = milliseconds(seconds.least / timeRoom / room);
    found.longest = milliseconds(seconds.most * timeRoom * room);
    found.backups = bytes.count;
    return found;
}

} // namespace civicq::backups

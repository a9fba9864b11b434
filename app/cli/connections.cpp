// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db connections: the server's client sessions by what they do.
#include "cli/figures.h"
#include "core/units.h"
#include "monitoring/sampler.h"

using namespace Qt::StringLiterals;
using civicq::monitoring::ConnectionCounts;

namespace civicq::cli {

namespace {

QJsonObject document(const ConnectionCounts &counts)
{
    return {{u"total"_s, counts.total()},
            {u"active"_s, counts.active},
            {u"idle"_s, counts.idle},
            {u"idle_in_transaction"_s, counts.idleInTransaction},
            {u"other"_s, counts.other},
            {u"unknown"_s, counts.hidden},
            {u"own"_s, counts.own},
            {u"max_connections"_s, counts.maxConnections},
            {u"reserved_connections"_s, counts.reserved},
            {u"utilization_percent"_s,
             counts.maxConnections > 0 ? QJsonValue(100.0 * counts.total() / counts.maxConnections) : QJsonValue()}};
}

QString summary(const ConnectionCounts &counts)
{
    QList<QStringList> rows{{u"State"_s, u"Connections"_s}};
    const auto add = [&](const QString &state, int count) { rows.append({state, core::formatCount(count)}); };
    add(u"active"_s, counts.active);
    add(u"idle"_s, counts.idle);
    add(u"idle in transaction"_s, counts.idleInTransaction);
    add(u"other"_s, counts.other);
    if (counts.hidden > 0)
        add(u"unknown"_s, counts.hidden);
    add(u"this program"_s, counts.own);
    QString out = Output::table(rows)
                  + u"\n%1 of %2 connections in use; %3 are kept for superusers."_s.arg(
                      core::formatCount(counts.total()), core::formatCount(counts.maxConnections),
                      core::formatCount(counts.reserved));
    if (counts.hidden > 0)
        out += u"\nThis role may not see what other roles' sessions do; a member of pg_monitor may."_s;
    return out;
}

} // namespace

void addConnections(CLI::App &app, Context &context)
{
    app.add_subcommand("connections", "Connections by state, and how many the server allows")->callback([&context] {
        context.status = showFigures(context, monitoring::readConnectionCounts, document, summary);
    });
}

} // namespace civicq::cli

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the overview says: samples in, words and tiles out. Pure functions; any thread with a QCoreApplication.

#include "monitoring/livefeed.h"
#include "monitoring/newestbackup.h"
#include "monitoring/thresholds.h"
#include "monitoring/verdicttile.h"

namespace civicq::widgets::texts {

// "just now", "12 min ago", "9 hours ago", "3 days ago".
[[nodiscard]] QString ago(const QDateTime &then, const QDateTime &now);
// "12 min", "9 h", "3 d": for a tile's figure.
[[nodiscard]] QString age(const QDateTime &then, const QDateTime &now);
[[nodiscard]] QString ratio(const std::optional<double> &ratio); // "99.2%", or a dash
[[nodiscard]] Meaning meaning(monitoring::Level level);

// "12 of 100 connections in use; cache hit 99.2%."
[[nodiscard]] QString sentence(const monitoring::LiveSample &sample, const BackupSearch &backup, const QDateTime &now);

[[nodiscard]] TileFacts connectionsTile(const monitoring::LiveSample &sample,
                                        const QList<monitoring::LivePoint> &points);
[[nodiscard]] TileFacts cacheTile(const monitoring::LiveSample &sample, const QList<monitoring::LivePoint> &points);
[[nodiscard]] TileFacts sizeTile(const monitoring::SizeSample &sizes, const QList<LiveFeed::SizePoint> &history);
[[nodiscard]] TileFacts backupTile(const BackupSearch &search, const QDateTime &now);
// The worst of the others, and how many of the checks are good.
[[nodiscard]] TileFacts healthTile(const monitoring::LiveSample &sample, const BackupSearch &backup,
                                   const QDateTime &now);
// A tile whose figure is not known (any more).
[[nodiscard]] TileFacts unknownTile(const QString &caption);

} // namespace civicq::widgets::texts

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Figures for people, in the given locale: sizes (binary multiples with the customary names: 1 MB = 1024 kB, as the
// server's pg_size_pretty), durations, counts, rates. Any thread.

#include <QtCore/QLocale>
#include <QtCore/QString>

#include <chrono>

namespace civicq::core {

// 512 bytes, 12.3 kB, 873 MB: three digits that count.
[[nodiscard]] QString formatBytes(qint64 bytes, const QLocale &locale = QLocale());
// 12,345
[[nodiscard]] QString formatCount(qint64 count, const QLocale &locale = QLocale());
// 0.8 s, 12 s, 3 min 20 s, 2 h 5 min
[[nodiscard]] QString formatDuration(std::chrono::milliseconds duration, const QLocale &locale = QLocale());
// 99.3% (one decimal; `ratio` 0 to 1)
[[nodiscard]] QString formatPercent(double ratio, const QLocale &locale = QLocale());

} // namespace civicq::core

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace civicq::core {

QString formatBytes(qint64 bytes, const QLocale &locale)
{
    static constexpr std::array<QLatin1StringView, 6> names{"bytes"_L1, "kB"_L1, "MB"_L1, "GB"_L1, "TB"_L1, "PB"_L1};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    // 1023.95 would print as "1,024 kB": step up where the rounded figure would have four digits.
    while (std::abs(value) >= 999.5 && unit + 1 < names.size()) {
        value /= 1024.0;
        ++unit;
    }
    if (unit == 0)
        return locale.toString(bytes) + u' ' + names[0];
    const double size = std::abs(value);
    const int decimals = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
    return locale.toString(value, 'f', decimals) + u' ' + names[unit];
}

QString formatCount(qint64 count, const QLocale &locale)
{
    return locale.toString(count);
}

QString formatDuration(std::chrono::milliseconds duration, const QLocale &locale)
{
    const qint64 milliseconds = duration.count();
    if (milliseconds < 10'000)
        return locale.toString(static_cast<double>(milliseconds) / 1000.0, 'f', 1) + u" s"_s;
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (seconds < 60)
        return locale.toString(seconds) + u" s"_s;
    if (seconds < 3600)
        return u"%1 min %2 s"_s.arg(seconds / 60).arg(seconds % 60);
    return u"%1 h %2 min"_s.arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString formatPercent(double ratio, const QLocale &locale)
{
    // Never round up to a perfect figure: 99.96% is not 100%.
    double percent = ratio * 100.0;
    if (percent < 100.0 && percent > 99.9)
        percent = 99.9;
    return locale.toString(percent, 'f', 1) + u'%';
}

} // namespace civicq::core

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/chartscale.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

double roundStep(double atLeast)
{
    const double power = std::pow(10.0, std::floor(std::log10(atLeast)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= atLeast * 0.999)
            return factor * power;
    }
    return 10.0 * power;
}

Scale stepped(double largest, double step)
{
    Scale scale;
    const int steps = std::max(1, static_cast<int>(std::ceil(largest / step - 1e-9)));
    for (int i = 0; i <= steps; ++i)
        scale.ticks.append(i * step);
    scale.maximum = scale.ticks.last();
    return scale;
}

} // namespace

Scale countScale(double largest, int wantedTicks)
{
    largest = std::max(largest, 1.0);
    return stepped(largest, std::max(1.0, roundStep(largest / std::max(wantedTicks, 1))));
}

Scale byteScale(double largest, int wantedTicks)
{
    largest = std::max(largest, 1.0);
    const double step = largest / std::max(wantedTicks, 1);
    double unit = 1;
    while (step / unit >= 1000)
        unit *= 1024;
    return stepped(largest, std::max(1.0, roundStep(step / unit)) * unit);
}

Scale ratioScale(double smallest)
{
    static constexpr std::array<double, 3> floors{0.8, 0.5, 0.0};
    Scale scale;
    for (const double floor : floors) {
        scale.minimum = floor;
        if (smallest >= floor)
            break;
    }
    const double step = scale.minimum >= 0.8 ? 0.05 : scale.minimum >= 0.5 ? 0.1 : 0.25;
    for (double tick = scale.minimum; tick < 1.001; tick += step)
        scale.ticks.append(tick);
    scale.maximum = 1.0 + (1.0 - scale.minimum) * 0.02; // room for half the width of a line at 100%
    return scale;
}

QList<TimeTick> timeTicks(double from, double to, int wantedTicks)
{
    static constexpr std::array<qint64, 17> steps{5,    10,   15,   30,    60,    120,   300,   600,      900,
                                                  1800, 3600, 7200, 10800, 21600, 43200, 86400, 7 * 86400};
    const double wanted = (to - from) / 1000.0 / std::max(wantedTicks, 1);
    const auto found =
        std::find_if(steps.begin(), steps.end(), [wanted](qint64 step) { return static_cast<double>(step) >= wanted; });
    const qint64 step = (found == steps.end() ? steps.back() : *found) * 1000;
    const qint64 offset = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(to)).offsetFromUtc() * 1000LL;
    const QString format = step < 60'000 ? u"HH:mm:ss"_s : step < 86'400'000 ? u"HH:mm"_s : u"d MMM"_s;
    QList<TimeTick> ticks;
    const auto first = static_cast<qint64>(std::ceil((from + static_cast<double>(offset)) / static_cast<double>(step)));
    for (qint64 at = first * step - offset; static_cast<double>(at) <= to; at += step)
        ticks.append({static_cast<double>(at), QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), format)});
    return ticks;
}

QList<double> spread(const QList<double> &wanted, double height, double top, double bottom)
{
    QList<qsizetype> order(wanted.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return wanted.at(a) < wanted.at(b); });
    QList<double> placed(wanted.size());
    double floor = top;
    for (const qsizetype i : std::as_const(order)) {
        placed[i] = std::max(wanted.at(i), floor);
        floor = placed.at(i) + height;
    }
    double ceiling = bottom; // back upwards from the last that fell off the end
    for (auto i = order.crbegin(); i != order.crend(); ++i) {
        placed[*i] = std::min(placed.at(*i), ceiling);
        ceiling = placed.at(*i) - height;
    }
    return placed;
}

} // namespace civicq::widgets

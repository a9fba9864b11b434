// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a chart's axis has its marks and where its labels go. Pure functions, any thread.

#include <QtCore/QList>
#include <QtCore/QString>

namespace civicq::widgets {

struct Scale
{
    double minimum = 0;
    double maximum = 1;
    QList<double> ticks; // ascending, within both
};

// From 0 to a round figure not below `largest`, in steps of 1, 2 or 5 times a power of ten, at least 1.
[[nodiscard]] Scale countScale(double largest, int wantedTicks);
// The same for bytes: steps round in the unit they are written in (1024).
[[nodiscard]] Scale byteScale(double largest, int wantedTicks);
// For a ratio: up to 100%, from 80%, 50% or 0%, whichever lies below `smallest`.
[[nodiscard]] Scale ratioScale(double smallest);

// Full seconds, minutes or hours of the local clock between two moments (milliseconds since the epoch).
struct TimeTick
{
    double at = 0;
    QString text;
};
[[nodiscard]] QList<TimeTick> timeTicks(double from, double to, int wantedTicks);

// Moves label positions apart until each has `height`, within top and bottom, as little as needed, keeping their order.
[[nodiscard]] QList<double> spread(const QList<double> &wanted, double height, double top, double bottom);

} // namespace civicq::widgets

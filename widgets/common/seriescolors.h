// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The colours of everything that is drawn in charts: Okabe and Ito's eight, which people with any of the common kinds of
// colour blindness can tell apart (Okabe & Ito, "Color Universal Design", 2008). A series has the same colour wherever it
// appears. Their black stands for the palette's text, so that it shows in the dark too; the two that are too dark or too
// pale for a background are lightened or darkened there, in the same hue. Any thread.

#include "common/palette.h"

namespace civicq::widgets {

enum class SeriesColor { Text, Orange, SkyBlue, BluishGreen, Yellow, Blue, Vermillion, ReddishPurple };

// What is drawn in several charts, named once.
namespace series {
inline constexpr SeriesColor heap = SeriesColor::Blue;
inline constexpr SeriesColor indexes = SeriesColor::Orange;
inline constexpr SeriesColor toast = SeriesColor::ReddishPurple;
inline constexpr SeriesColor active = SeriesColor::BluishGreen;
inline constexpr SeriesColor idle = SeriesColor::SkyBlue;
inline constexpr SeriesColor idleInTransaction = SeriesColor::Vermillion;
inline constexpr SeriesColor unknown = SeriesColor::Yellow;
inline constexpr SeriesColor total = SeriesColor::Text;
inline constexpr SeriesColor own = SeriesColor::ReddishPurple; // the eight are used up; no chart has both it and TOAST
} // namespace series

[[nodiscard]] inline QColor seriesColor(SeriesColor color, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (color) {
    case SeriesColor::Text: return palette.color(QPalette::Text);
    case SeriesColor::Orange: return {0xE6, 0x9F, 0x00};
    case SeriesColor::SkyBlue: return dark ? QColor(0x56, 0xB4, 0xE9) : QColor(0x3A, 0x9A, 0xD4);
    case SeriesColor::BluishGreen: return dark ? QColor(0x00, 0xB8, 0x87) : QColor(0x00, 0x9E, 0x73);
    case SeriesColor::Yellow: return dark ? QColor(0xF0, 0xE4, 0x42) : QColor(0xB8, 0xA8, 0x00);
    case SeriesColor::Blue: return dark ? QColor(0x3D, 0x9B, 0xDC) : QColor(0x00, 0x72, 0xB2);
    case SeriesColor::Vermillion: return dark ? QColor(0xF0, 0x78, 0x32) : QColor(0xD5, 0x5E, 0x00);
    case SeriesColor::ReddishPurple: return {0xCC, 0x79, 0xA7};
    }
    return palette.color(QPalette::Text);
}

} // namespace civicq::widgets

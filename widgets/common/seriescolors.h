// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which of the eight chart colours (seriesColor in palette.h) is whose, once for the whole program: a series has the same
// colour in every chart it appears in.

namespace civicq::widgets::series {

inline constexpr int heap = 0;              // blue
inline constexpr int indexes = 1;           // orange
inline constexpr int toast = 3;             // reddish purple
inline constexpr int active = 2;            // bluish green
inline constexpr int idle = 4;              // sky blue
inline constexpr int idleInTransaction = 5; // vermillion
inline constexpr int total = 6;             // grey
inline constexpr int unknown = 7;           // yellow

} // namespace civicq::widgets::series

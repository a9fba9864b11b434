// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The type scale and the grid, once. Sizes are relative to the system's text: 28, 20 and 13 where that is 13 pixels.

#include <QtGui/QFont>

class QLabel;
class QWidget;

namespace civicq::widgets {

namespace grid {
inline constexpr int unit = 8;
inline constexpr int half = 4;
inline constexpr int gap = 16;    // between cards
inline constexpr int margin = 24; // around a page
inline constexpr int radius = 8;  // of a card
inline constexpr int tableRow = 32;
} // namespace grid

enum class Type {
    Figure,  // the one big figure of a tile
    Title,   // of a page
    Section, // of a card, a group
    Text,
    Small, // captions, units
    Code,  // SQL, paths, server's words
};

[[nodiscard]] QFont typeFont(Type type);
// The same font with digits of equal width, so that live figures do not dance.
[[nodiscard]] QFont tabular(QFont font);

// A label in that type; `secondary` in the quieter text colour, which follows the theme.
[[nodiscard]] QLabel *makeLabel(const QString &text, Type type = Type::Text, bool secondary = false);
void setSecondary(QWidget *label);

} // namespace civicq::widgets

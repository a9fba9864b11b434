// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Colours by what they mean, from the palette in use, so that light, dark and a system's own palette all hold. A meaning is
// never shown by colour alone: its icon and its word are here as well. GUI thread.

#include <QtGui/QColor>
#include <QtGui/QPalette>

namespace civicq::widgets {

enum class Meaning { Neutral, Good, Notice, Warning, Critical };

[[nodiscard]] bool isDark(const QPalette &palette);

// For text and icons on a window or a card: at least 4.5 to 1 on both.
[[nodiscard]] QColor meaningColor(Meaning meaning, const QPalette &palette);
// A quiet ground behind text of that meaning.
[[nodiscard]] QColor meaningTint(Meaning meaning, const QPalette &palette);
[[nodiscard]] QString meaningIconName(Meaning meaning);
[[nodiscard]] QString meaningWord(Meaning meaning); // "Good", "Notice", "Warning", "Critical"

[[nodiscard]] QColor cardColor(const QPalette &palette);
[[nodiscard]] QColor sidebarColor(const QPalette &palette);
[[nodiscard]] QColor selectionColor(const QPalette &palette); // under what is chosen in a list; text stays as it is
[[nodiscard]] QColor hairlineColor(const QPalette &palette);
[[nodiscard]] QColor secondaryTextColor(const QPalette &palette); // at least 4.5 to 1 on a window and a card

// WCAG 2's ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);
[[nodiscard]] QColor blend(const QColor &over, const QColor &under, double share);

} // namespace civicq::widgets

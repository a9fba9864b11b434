// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Icons of the Breeze theme that is built in, drawn in the text colour of the palette in use: one set for light and dark,
// sharp at every scale, changing with the theme by themselves. Use these, not QIcon::fromTheme: the theme's files are
// drawn for a light ground. GUI thread.

#include "common/palette.h"

#include <QtGui/QIcon>

namespace civicq::widgets {

// Once, at the start of the program (and of a test that looks at pictures).
void initIcons();

// "edit-copy"; an empty icon where the theme has none of that name.
[[nodiscard]] QIcon icon(const QString &name);
// In the colour of a meaning.
[[nodiscard]] QIcon icon(const QString &name, Meaning meaning);
[[nodiscard]] QIcon meaningIcon(Meaning meaning);
// In one colour whatever the theme: on a coloured badge.
[[nodiscard]] QIcon icon(const QString &name, const QColor &color);
[[nodiscard]] bool hasIcon(const QString &name);

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The marks of the four meanings, and the shield of what is proven, in one colour with the sign cut out of it, so that
// the ground shows through, whatever it is. They stand in for Breeze's of the same names, whose small ones are squares: a
// tick in a square reads as a box to be ticked. GUI thread.

#include <QtCore/QRectF>

class QColor;
class QPainter;
class QString;

namespace civicq::widgets {

[[nodiscard]] bool isMark(const QString &name);
// `painter` paints on something transparent; nothing else may be there yet.
void drawMark(QPainter *painter, const QString &name, const QRectF &place, const QColor &color);

} // namespace civicq::widgets

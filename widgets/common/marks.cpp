// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/marks.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

// Everything in sixteenths of the mark's side.
constexpr qreal markGrid = 16.0;
constexpr qreal signStroke = 1.8;

QPainterPath disc()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 7, 7);
    return path;
}

QPainterPath triangle()
{
    QPainterPath corners;
    corners.addPolygon(QPolygonF({{8, 2.6}, {14, 13.2}, {2, 13.2}}));
    corners.closeSubpath();
    QPainterPathStroker round;
    round.setWidth(2);
    round.setJoinStyle(Qt::RoundJoin);
    return corners.united(round.createStroke(corners));
}

QPainterPath shield()
{
    QPainterPath path(QPointF(8, 0.8));
    path.quadTo(10.6, 2.8, 14, 3);
    path.cubicTo(14.4, 8.8, 12.2, 13, 8, 15.3);
    path.cubicTo(3.8, 13, 1.6, 8.8, 2, 3);
    path.quadTo(5.4, 2.8, 8, 0.8);
    return path;
}

void drawTick(QPainter *painter)
{
    painter->drawPolyline(QPolygonF({{4.8, 8.2}, {7.1, 10.5}, {11.2, 5.8}}));
}

void drawCross(QPainter *painter)
{
    painter->drawLine(QPointF(5.6, 5.6), QPointF(10.4, 10.4));
    painter->drawLine(QPointF(10.4, 5.6), QPointF(5.6, 10.4));
}

void drawLetterI(QPainter *painter)
{
    painter->drawPoint(QPointF(8, 4.9));
    painter->drawLine(QPointF(8, 7.8), QPointF(8, 11.2));
}

void drawExclamation(QPainter *painter)
{
    painter->drawLine(QPointF(8, 5.8), QPointF(8, 9));
    painter->drawPoint(QPointF(8, 11.9));
}

struct Mark
{
    QLatin1StringView name;
    QPainterPath (*shape)();
    void (*sign)(QPainter *);
};

constexpr Mark allMarks[] = {{"dialog-positive"_L1, disc, drawTick},
                             {"dialog-information"_L1, disc, drawLetterI},
                             {"dialog-warning"_L1, triangle, drawExclamation},
                             {"dialog-error"_L1, disc, drawCross},
                             {"security-high"_L1, shield, drawTick}};

const Mark *markOf(const QString &name)
{
    const Mark *mark = std::ranges::find_if(allMarks, [&name](const Mark &one) { return one.name == name; });
    return mark == std::end(allMarks) ? nullptr : mark;
}

} // namespace

bool isMark(const QString &name)
{
    return markOf(name) != nullptr;
}

void drawMark(QPainter *painter, const QString &name, const QRectF &place, const QColor &color)
{
    const Mark *mark = markOf(name);
    if (!mark)
        return;
    const qreal side = std::min(place.width(), place.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(place.center() - QPointF(side, side) / 2);
    painter->scale(side / markGrid, side / markGrid);
    painter->fillPath(mark->shape(), color);
    painter->setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter->setPen(QPen(Qt::black, signStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    mark->sign(painter);
    painter->restore();
}

} // namespace civicq::widgets

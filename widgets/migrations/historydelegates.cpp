// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/historydelegates.h"

#include "common/seriescolors.h"
#include "common/themeicons.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <array>

using namespace Qt::StringLiterals;
using civicq::migrations::LaneRow;
using civicq::migrations::MigrationModel;
using civicq::migrations::RevisionStatus;

namespace civicq::widgets {

namespace {

constexpr int laneStep = 16;
constexpr int laneMargin = 14;
constexpr qreal markRadius = 5.0;
constexpr qreal lineWidth = 2.0;

QColor laneColor(int lane, const QPalette &palette)
{
    static constexpr std::array colors{SeriesColor::Blue,          SeriesColor::Orange,  SeriesColor::BluishGreen,
                                       SeriesColor::ReddishPurple, SeriesColor::SkyBlue, SeriesColor::Vermillion};
    return seriesColor(colors[static_cast<std::size_t>(lane) % colors.size()], palette);
}

QPen lanePen(const LaneRow::Line &line, const QPalette &palette)
{
    QPen pen(laneColor(line.lane, palette), lineWidth, Qt::SolidLine, Qt::RoundCap);
    if (line.dependency)
        pen.setDashPattern({2.0, 2.5});
    return pen;
}

struct Geometry
{
    QRectF cell;
    [[nodiscard]] qreal x(int lane) const { return cell.left() + laneMargin + lane * laneStep; }
    [[nodiscard]] qreal middle() const { return cell.center().y(); }
};

// A line that leaves straight and arrives straight, with a soft turn between.
void drawTurn(QPainter &painter, QPointF from, QPointF to)
{
    QPainterPath path(from);
    const qreal bend = (from.y() + to.y()) / 2;
    path.cubicTo(QPointF(from.x(), bend), QPointF(to.x(), bend), to);
    painter.drawPath(path);
}

void drawLines(QPainter &painter, const LaneRow &row, const Geometry &place, const QPalette &palette)
{
    painter.setBrush(Qt::NoBrush);
    const QPointF node(place.x(row.lane), place.middle());
    for (const LaneRow::Line &line : row.through) {
        painter.setPen(lanePen(line, palette));
        painter.drawLine(QPointF(place.x(line.lane), place.cell.top()),
                         QPointF(place.x(line.lane), place.cell.bottom()));
    }
    for (const LaneRow::Line &line : row.above) {
        painter.setPen(lanePen(line, palette));
        drawTurn(painter, QPointF(place.x(line.lane), place.cell.top()), node);
    }
    for (const LaneRow::Line &line : row.below) {
        painter.setPen(lanePen(line, palette));
        drawTurn(painter, node, QPointF(place.x(line.lane), place.cell.bottom()));
    }
}

// An edge that leads nowhere: a stub with a cross.
void drawBroken(QPainter &painter, const LaneRow &row, const Geometry &place, const QPalette &palette)
{
    constexpr qreal arm = 3.0;
    const QColor color = meaningColor(Meaning::Critical, palette);
    painter.setPen(QPen(color, lineWidth, Qt::DotLine));
    const QPointF end(place.x(row.lane), place.cell.bottom() - arm);
    painter.drawLine(QPointF(end.x(), place.middle()), end);
    painter.setPen(QPen(color, lineWidth));
    painter.drawLine(end - QPointF(arm, arm), end + QPointF(arm, arm));
    painter.drawLine(end - QPointF(arm, -arm), end + QPointF(arm, -arm));
}

void drawMark(QPainter &painter, QPointF center, RevisionStatus status, const QColor &color, const QColor &ground)
{
    painter.setPen(QPen(color, lineWidth));
    painter.setBrush(status == RevisionStatus::Applied ? color : ground);
    if (status == RevisionStatus::Current) {
        painter.drawEllipse(center, markRadius + 1.5, markRadius + 1.5);
        painter.setBrush(color);
        painter.drawEllipse(center, markRadius - 2.0, markRadius - 2.0);
    } else if (status == RevisionStatus::Unknown) {
        painter.drawRect(QRectF(center.x() - 4, center.y() - 4, 8, 8));
    } else {
        painter.drawEllipse(center, markRadius, markRadius);
    }
}

} // namespace

int LaneDelegate::widthFor(int lanes)
{
    constexpr int most = 20; // beyond that the column is widened by hand
    return 2 * laneMargin + (qBound(1, lanes, most) - 1) * laneStep;
}

void LaneDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index); // ground and selection
    const auto *row = index.data(MigrationModel::LanesRole).value<const LaneRow *>();
    const auto status = static_cast<RevisionStatus>(index.data(MigrationModel::StatusRole).toInt());
    const Geometry place{QRectF(option.rect)};
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor ground = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    if (row && m_linesShown)
        drawLines(*painter, *row, place, option.palette);
    if (row && row->broken)
        drawBroken(*painter, *row, place, option.palette);
    const int lane = row ? row->lane : 0;
    constexpr double visible = 2.5; // contrast of a mark with its ground
    QColor color = row ? laneColor(lane, option.palette) : meaningColor(Meaning::Warning, option.palette);
    if (selected && contrast(color, ground) < visible)
        color = option.palette.color(QPalette::HighlightedText);
    drawMark(*painter, QPointF(place.x(lane), place.middle()), status, color, ground);
    painter->restore();
}

void StatusDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto status = static_cast<RevisionStatus>(index.data(MigrationModel::StatusRole).toInt());
    option->icon = status == RevisionStatus::Unknown ? icon(statusIconName(status), Meaning::Warning)
                                                     : icon(statusIconName(status));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(16, 16);
    if (status == RevisionStatus::Current)
        option->font.setWeight(QFont::DemiBold);
    // In a narrow column the icon alone; its words are in the tooltip and for who has it read.
    if (option->widget && option->rect.width() < iconColumn + option->fontMetrics.averageCharWidth() * 3)
        option->text.clear();
}

QString statusIconName(RevisionStatus status)
{
    switch (status) {
    case RevisionStatus::Pending: return u"clock"_s;
    case RevisionStatus::Applied: return u"dialog-ok"_s;
    case RevisionStatus::Current: return u"go-next"_s;
    case RevisionStatus::Unknown: return u"dialog-warning"_s;
    }
    return {};
}

} // namespace civicq::widgets

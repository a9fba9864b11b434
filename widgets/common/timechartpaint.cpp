// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timechart.h"

#include "common/crosshairgroup.h"
#include "common/palette.h"
#include "common/typography.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr double dot = 2.5; // radius of a point
constexpr double broadDot = 4.5;
constexpr double padding = 8;

void drawDot(QPainter *painter, const QPointF &at, const QColor &color, double radius = dot)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(at, radius, radius);
}

} // namespace

void TimeChart::drawBackground(QPainter *painter, const QRectF &)
{
    painter->setPen(QPen(hairlineColor(palette()), 1));
    for (const double tick : std::as_const(m_scale.ticks)) {
        const double at = std::floor(y(tick)) + 0.5; // on the pixel: a hairline
        painter->drawLine(QPointF(m_plot.left(), at), QPointF(m_plot.right(), at));
    }
}

void TimeChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->setFont(tabular(typeFont(Type::Small)));
    drawAxisLabels(painter);
    if (m_threshold)
        drawThreshold(painter);
    if (isEmpty()) {
        drawWords(painter, m_emptyText);
    } else {
        if (isOneReading())
            drawWords(painter, oneReadingWords());
        drawEndLabels(painter);
        drawCrosshair(painter);
    }
    if (hasFocus()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->restore();
}

void TimeChart::drawAxisLabels(QPainter *painter) const
{
    const QFontMetricsF metrics(painter->font());
    painter->setPen(secondaryTextColor(palette()));
    for (const double tick : m_scale.ticks) {
        const QRectF box(0, y(tick) - metrics.height() / 2, m_plot.left() - 8, metrics.height());
        painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, m_axisFormat(tick));
    }
    if (m_data.times.isEmpty())
        return;
    const double widest = metrics.horizontalAdvance(u"00:00:00"_s) + 24;
    const auto ticks = timeTicks(m_from, m_to, static_cast<int>(m_plot.width() / widest));
    for (const TimeTick &tick : ticks) {
        const double width = metrics.horizontalAdvance(tick.text);
        const double left = std::clamp(x(tick.at) - width / 2, 0.0, std::max(0.0, m_plot.right() - width / 2));
        painter->drawText(QPointF(left, m_plot.bottom() + 6 + metrics.ascent()), tick.text);
    }
}

void TimeChart::drawThreshold(QPainter *painter) const
{
    const QFontMetricsF metrics(painter->font());
    const bool above = m_threshold->value > m_scale.maximum;
    const double line = above ? m_plot.top() : y(m_threshold->value);
    const QColor color = meaningColor(Meaning::Warning, palette());
    QPen pen(color, 1.25);
    pen.setDashPattern({4, 3});
    painter->setPen(pen);
    painter->drawLine(QPointF(m_plot.left(), line), QPointF(m_plot.right(), line));
    const QString text = above ? u"↑ "_s + m_threshold->name : m_threshold->name;
    painter->setPen(color);
    painter->drawText(QPointF(m_plot.left() + 4, line - metrics.descent() - 2), text);
}

// Below the threshold's line, and on a ground of its own before the grid.
void TimeChart::drawWords(QPainter *painter, const QString &words) const
{
    const QRectF room = m_plot.adjusted(0, m_plot.height() * 0.55, 0, 0);
    constexpr int flags = static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap;
    painter->fillRect(painter->boundingRect(room, flags, words).adjusted(-6, 0, 6, 0), cardColor(palette()));
    painter->setPen(secondaryTextColor(palette()));
    painter->drawText(room, flags, words);
}

void TimeChart::drawEndLabels(QPainter *painter) const
{
    const QFontMetricsF metrics(painter->font());
    const qsizetype last = m_data.times.size() - 1;
    QList<double> wanted;
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        // A line whose newest value is missing is named where it was last seen.
        const QList<double> &values = m_data.values.at(line);
        qsizetype seen = last;
        while (seen > 0 && std::isnan(values.at(seen)))
            --seen;
        const double value = values.at(seen);
        const double at = std::isnan(value) ? m_plot.bottom() : y(std::clamp(value, m_scale.minimum, m_scale.maximum));
        wanted.append(at);
        const QColor color = seriesColor(m_lines.at(line).color, palette());
        if (!std::isnan(values.at(last)))
            drawDot(painter, {x(m_data.times.at(last)), at}, color, m_lines.at(line).broad ? broadDot : dot);
        // A measurement between two gaps makes no line: it is a point.
        for (qsizetype i = 0; i < last; ++i) {
            const bool alone =
                !std::isnan(values.at(i)) && (i == 0 || std::isnan(values.at(i - 1))) && std::isnan(values.at(i + 1));
            if (alone)
                drawDot(painter, {x(m_data.times.at(i)), y(values.at(i))}, color, 1.25);
        }
    }
    const QList<double> placed = spread(wanted, metrics.height() + 1, m_plot.top() + metrics.height() / 2,
                                        m_plot.bottom() - metrics.height() / 2 + 4);
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        const QPointF mark(m_plot.right() + 9, placed.at(line));
        drawDot(painter, mark, seriesColor(m_lines.at(line).color, palette()), 3.5);
        painter->setPen(palette().color(QPalette::WindowText));
        painter->drawText(QPointF(mark.x() + 9, mark.y() + metrics.ascent() / 2 - 1), endText(line));
    }
}

void TimeChart::drawCrosshair(QPainter *painter) const
{
    const auto point = crosshairPoint();
    if (!point)
        return;
    const QFontMetricsF metrics(painter->font());
    const double at = x(m_data.times.at(*point));
    painter->setPen(QPen(secondaryTextColor(palette()), 1));
    painter->drawLine(QPointF(at, m_plot.top()), QPointF(at, m_plot.bottom()));

    const QDateTime time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(m_data.times.at(*point)));
    const QString heading = QLocale().toString(time.time(), u"HH:mm:ss"_s);
    double names = metrics.horizontalAdvance(heading);
    double values = 0;
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        const double value = m_data.values.at(line).at(*point);
        if (!std::isnan(value))
            drawDot(painter, {at, y(value)}, seriesColor(m_lines.at(line).color, palette()), 3.5);
        names = std::max(names, metrics.horizontalAdvance(m_lines.at(line).name) + 14);
        values = std::max(values, metrics.horizontalAdvance(valueText(line, *point)));
    }
    QRectF bubble(0, 0, names + 12 + values + 2 * padding,
                  metrics.height() * static_cast<double>(m_lines.size() + 1) + 2 * padding);
    const bool left = at + 12 + bubble.width() > viewport()->width();
    bubble.moveTopLeft({left ? at - 12 - bubble.width() : at + 12, m_plot.top()});
    bubble.moveLeft(std::max(0.0, bubble.left()));
    painter->setPen(QPen(hairlineColor(palette()), 1));
    painter->setBrush(cardColor(palette()));
    painter->drawRoundedRect(bubble.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    double baseline = bubble.top() + padding + metrics.ascent();
    painter->setPen(secondaryTextColor(palette()));
    painter->drawText(QPointF(bubble.left() + padding, baseline), heading);
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        baseline += metrics.height();
        drawDot(painter, {bubble.left() + padding + 4, baseline - metrics.ascent() / 2 + 1},
                seriesColor(m_lines.at(line).color, palette()), 3.5);
        painter->setPen(palette().color(QPalette::WindowText));
        painter->drawText(QPointF(bubble.left() + padding + 14, baseline), m_lines.at(line).name);
        const QString text = valueText(line, *point);
        painter->drawText(QPointF(bubble.right() - padding - metrics.horizontalAdvance(text), baseline), text);
    }
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/verdicttile.h"

#include "common/themeicons.h"
#include "common/typography.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int padding = 14;
constexpr int iconExtent = 16;
constexpr double trendHeight = 26;
} // namespace

VerdictTile::VerdictTile(const QString &title, SeriesColor color, QWidget *parent)
    : QAbstractButton(parent), m_color(color)
{
    setText(title);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void VerdictTile::setFacts(const TileFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    if (m_facts.word.isEmpty())
        m_facts.word = meaningWord(m_facts.meaning);
    setToolTip(m_facts.toolTip);
    setAccessibleDescription(m_facts.word + u": "_s + m_facts.figure + u' ' + m_facts.caption);
    update();
}

QSize VerdictTile::sizeHint() const
{
    const int lines = 3 * QFontMetrics(typeFont(Type::Small)).height() + QFontMetrics(typeFont(Type::Figure)).height();
    return {200, lines + 2 * padding + 14};
}

QSize VerdictTile::minimumSizeHint() const
{
    return {132, sizeHint().height()};
}

void VerdictTile::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void VerdictTile::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void VerdictTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = cardColor(palette());
    const double shade = isDown() ? 0.08 : underMouse() ? 0.04 : 0.0;
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(hairlineColor(palette()), 1));
    painter.setBrush(blend(palette().color(QPalette::WindowText), ground, shade));
    const double inset = hasFocus() ? 1.0 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), grid::radius, grid::radius);

    const QRectF inner = QRectF(rect()).adjusted(padding, padding, -padding, -padding);
    const QFont small = typeFont(Type::Small);
    const QFontMetricsF smallMetrics(small);
    double top = inner.top();
    const auto line = [&](const QString &text, const QFont &font, const QColor &color, double left) {
        painter.setFont(font);
        painter.setPen(color);
        const QFontMetricsF metrics(font);
        const QRectF box(inner.left() + left, top, inner.width() - left, metrics.height());
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(text, Qt::ElideRight, box.width()));
        return metrics.height();
    };
    top += line(text(), small, secondaryTextColor(palette()), 0) + 4;

    const QFont figure = typeFont(Type::Figure);
    const QFontMetricsF figureMetrics(figure);
    const double used = figureMetrics.horizontalAdvance(m_facts.figure) + 16;
    if (inner.width() - used > 40) {
        const double left = std::max(inner.left() + used, inner.right() - 110);
        drawTrend(&painter,
                  {left, top + (figureMetrics.height() - trendHeight) / 2, inner.right() - left, trendHeight});
    }
    top += line(m_facts.figure, figure, palette().color(QPalette::WindowText), 0) + 6;

    meaningIcon(m_facts.meaning)
        .paint(&painter, QRect(qRound(inner.left()), qRound(top + (smallMetrics.height() - iconExtent) / 2), iconExtent,
                               iconExtent));
    QFont word = small;
    word.setWeight(QFont::DemiBold);
    top += line(m_facts.word, word, meaningColor(m_facts.meaning, palette()), iconExtent + 6) + 4;
    line(m_facts.caption, small, secondaryTextColor(palette()), 0);
}

void VerdictTile::drawTrend(QPainter *painter, const QRectF &box) const
{
    const auto measured = [](double value) { return !std::isnan(value); };
    const qsizetype count = std::count_if(m_facts.trend.cbegin(), m_facts.trend.cend(), measured);
    if (count < 2)
        return;
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    for (const double value : m_facts.trend) {
        if (measured(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    const double range = high - low;
    QPainterPath path;
    bool open = false;
    const double step = box.width() / static_cast<double>(m_facts.trend.size() - 1);
    for (qsizetype i = 0; i < m_facts.trend.size(); ++i) {
        const double value = m_facts.trend.at(i);
        if (measured(value)) {
            const double share = range > 0 ? (value - low) / range : 0.5;
            const QPointF at(box.left() + static_cast<double>(i) * step, box.bottom() - 2 - share * (box.height() - 4));
            open ? path.lineTo(at) : path.moveTo(at);
        }
        open = measured(value);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(seriesColor(m_color, palette()), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path);
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/stackedbars.h"

#include "common/palette.h"
#include "common/typography.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr double rowHeight = 24;
constexpr double nameShare = 0.36; // of the width, at most
constexpr int wantedTicks = 4;

} // namespace

StackedBars::StackedBars(const QString &name, const QList<Part> &parts, std::function<QString(double)> format,
                         QWidget *parent)
    : QChartView(parent), m_name(name), m_parts(parts), m_format(std::move(format)),
      m_series(new QHorizontalStackedBarSeries), m_rowAxis(new QBarCategoryAxis), m_valueAxis(new QValueAxis)
{
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    for (const Part &part : parts) {
        auto *set = new QBarSet(part.name);
        set->setPen(Qt::NoPen);
        m_series->append(set);
        m_sets.append(set);
    }
    m_series->setBarWidth(0.55);
    chart()->addSeries(m_series);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_rowAxis), static_cast<QAbstractAxis *>(m_valueAxis)}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setGridLineVisible(false);
        chart()->addAxis(axis, axis == m_rowAxis ? Qt::AlignLeft : Qt::AlignBottom);
        m_series->attachAxis(axis);
    }
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false); // the card shows through
    setViewportUpdateMode(FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    applyColors();
}

void StackedBars::setBars(const QList<Bar> &bars)
{
    m_bars = bars;
    m_current = std::min(m_current, static_cast<int>(bars.size()) - 1);
    layOut();
    describe();
}

void StackedBars::layOut()
{
    const QFontMetricsF metrics(tabular(typeFont(Type::Small)));
    const QRectF all = viewport()->rect();
    double names = 0;
    double totals = 0;
    for (const Bar &bar : std::as_const(m_bars)) {
        names = std::max(names, metrics.horizontalAdvance(bar.name));
        totals = std::max(totals, metrics.horizontalAdvance(bar.total));
    }
    names = std::min(names, all.width() * nameShare);
    m_plot = all.adjusted(names + 16, metrics.height() + 12, -(totals + 18), -(metrics.height() + 10));
    const int room = std::max(1, static_cast<int>(m_plot.height() / rowHeight));
    const int shown = std::min(room, static_cast<int>(m_bars.size()));
    m_plot.setHeight(std::max(1, shown) * std::min(m_plot.height() / std::max(1, shown), rowHeight * 1.5));
    chart()->setPlotArea(m_plot);
    if (shown != m_shown) {
        m_shown = shown;
        Q_EMIT barsShownChanged(shown);
    }
    fill();
    viewport()->update();
}

void StackedBars::fill()
{
    double largest = 0;
    QStringList categories;
    QList<QList<qreal>> values(m_sets.size());
    // The axis counts from below, people from above.
    for (int row = m_shown - 1; row >= 0; --row) {
        const Bar &bar = m_bars.at(row);
        categories.append(QString::number(row)); // names may be alike when shortened; categories may not
        double total = 0;
        for (qsizetype part = 0; part < m_sets.size(); ++part) {
            values[part].append(bar.values.value(part));
            total += bar.values.value(part);
        }
        largest = std::max(largest, total);
    }
    for (qsizetype part = 0; part < m_sets.size(); ++part) {
        m_sets.at(part)->remove(0, m_sets.at(part)->count());
        m_sets.at(part)->append(values.at(part));
    }
    m_rowAxis->setCategories(categories);
    m_scale = byteScale(largest, std::clamp(static_cast<int>(m_plot.width() / 80), 1, wantedTicks));
    m_valueAxis->setRange(0, m_scale.maximum);
}

void StackedBars::applyColors()
{
    for (qsizetype part = 0; part < m_sets.size(); ++part)
        m_sets.at(part)->setColor(seriesColor(m_parts.at(part).color, palette()));
}

QRectF StackedBars::rowRect(int row) const
{
    const double height = m_plot.height() / std::max(1, m_shown);
    return {0, m_plot.top() + row * height, static_cast<double>(viewport()->width()), height};
}

int StackedBars::rowAt(double y) const
{
    const int row = static_cast<int>(std::floor((y - m_plot.top()) / (m_plot.height() / std::max(1, m_shown))));
    return row >= 0 && row < m_shown ? row : -1;
}

void StackedBars::describe()
{
    if (m_bars.isEmpty()) {
        setAccessibleDescription(m_emptyText);
    } else {
        const Bar &bar = m_bars.at(std::max(m_current, 0));
        setAccessibleDescription(bar.name + u": "_s + bar.total + u"; "_s
                                 + QString(bar.toolTip).replace(u'\n', u"; "_s));
    }
}

void StackedBars::drawBackground(QPainter *painter, const QRectF &)
{
    if (m_bars.isEmpty())
        return;
    painter->setPen(QPen(hairlineColor(palette()), 1));
    for (const double tick : std::as_const(m_scale.ticks)) {
        const double at = std::floor(m_plot.left() + tick / m_scale.maximum * m_plot.width()) + 0.5;
        painter->drawLine(QPointF(at, m_plot.top()), QPointF(at, m_plot.bottom()));
    }
}

void StackedBars::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->setFont(tabular(typeFont(Type::Small)));
    const QFontMetricsF metrics(painter->font());
    if (m_bars.isEmpty()) {
        painter->setPen(secondaryTextColor(palette()));
        painter->drawText(QRectF(viewport()->rect()), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap,
                          m_emptyText);
    } else {
        drawKey(painter);
        for (int row = 0; row < m_shown; ++row)
            drawRow(painter, row);
        painter->setPen(secondaryTextColor(palette()));
        for (const double tick : std::as_const(m_scale.ticks)) {
            const QString text = m_format(tick);
            const double at = m_plot.left() + tick / m_scale.maximum * m_plot.width();
            const double width = metrics.horizontalAdvance(text);
            painter->drawText(QPointF(tick > 0 ? at - width / 2 : at, m_plot.bottom() + 4 + metrics.ascent()), text);
        }
    }
    if (hasFocus()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->restore();
}

// The parts are named above the first bar, where the eye meets their colours; further left where they need the room.
void StackedBars::drawKey(QPainter *painter) const
{
    const QFontMetricsF metrics(painter->font());
    double wanted = 0;
    for (const Part &part : m_parts)
        wanted += 13 + metrics.horizontalAdvance(part.name) + 16;
    double at = std::max(4.0, std::min(m_plot.left(), viewport()->width() - wanted + 12));
    for (const Part &part : m_parts) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(seriesColor(part.color, palette()));
        painter->drawRoundedRect(QRectF(at, (metrics.height() - 8) / 2 + 2, 8, 8), 2, 2);
        painter->setPen(palette().color(QPalette::WindowText));
        painter->drawText(QPointF(at + 13, metrics.ascent() + 2), part.name);
        at += 13 + metrics.horizontalAdvance(part.name) + 16;
    }
}

void StackedBars::drawRow(QPainter *painter, int row) const
{
    const QFontMetricsF metrics(painter->font());
    const Bar &bar = m_bars.at(row);
    const QRectF rect = rowRect(row);
    if (row == m_current && hasFocus()) {
        QColor shade = palette().color(QPalette::Highlight);
        shade.setAlphaF(0.15F);
        painter->fillRect(rect, shade);
    }
    painter->setPen(palette().color(QPalette::WindowText));
    const double width = m_plot.left() - 16;
    const QRectF name(4, rect.top(), width + 2, rect.height());
    painter->drawText(name, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(bar.name, Qt::ElideMiddle, width));
    double sum = 0;
    for (const double value : bar.values)
        sum += value;
    const double end = m_plot.left() + sum / m_scale.maximum * m_plot.width();
    // On a ground of its own, so that no grid line runs through the figure.
    QRectF total(end + 4, rect.center().y() - metrics.height() / 2, metrics.horizontalAdvance(bar.total) + 6,
                 metrics.height());
    painter->fillRect(total, cardColor(palette()));
    painter->drawText(total, Qt::AlignCenter, bar.total);
}

void StackedBars::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void StackedBars::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColors();
        layOut();
    }
}

bool StackedBars::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos().y());
    if (row < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), m_bars.at(row).name + u'\n' + m_bars.at(row).toolTip, viewport(),
                           rowRect(row).toRect());
    return true;
}

void StackedBars::keyPressEvent(QKeyEvent *event)
{
    if (m_shown == 0 || (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)) {
        event->ignore();
        return;
    }
    m_current = std::clamp(m_current + (event->key() == Qt::Key_Down ? 1 : -1), 0, m_shown - 1);
    viewport()->update();
    describe();
    const QRect row = rowRect(m_current).toRect();
    QToolTip::showText(viewport()->mapToGlobal(QPoint(qRound(m_plot.left()), row.bottom())),
                       m_bars.at(m_current).name + u'\n' + m_bars.at(m_current).toolTip, viewport(), row);
}

void StackedBars::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timechart.h"

#include "common/crosshairgroup.h"
#include "common/palette.h"
#include "common/typography.h"

#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr double shortestSpan = 30'000; // of the time axis, so that the first moments do not jump
constexpr double strokeWidth = 2.0;
constexpr double broadStroke = 5.0;

QValueAxis *makeAxis(QChart *chart, Qt::Alignment side)
{
    auto *axis = new QValueAxis;
    axis->setLabelsVisible(false); // painted here, as the grid: named times, human units, tabular digits
    axis->setLineVisible(false);
    axis->setGridLineVisible(false);
    chart->addAxis(axis, side);
    return axis;
}

} // namespace

TimeChart::TimeChart(const QString &name, std::function<QString(double)> format, CrosshairGroup *crosshair,
                     QWidget *parent)
    : QChartView(parent), m_name(name), m_format(format), m_axisFormat(std::move(format)), m_crosshair(crosshair),
      m_timeAxis(makeAxis(chart(), Qt::AlignBottom)), m_valueAxis(makeAxis(chart(), Qt::AlignLeft))
{
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);  // the card shows through
    setViewportUpdateMode(FullViewportUpdate); // the foreground is painted outside Qt Charts' knowledge
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setAccessibleName(name);
    connect(crosshair, &CrosshairGroup::moved, this, [this] {
        viewport()->update();
        describe();
    });
    applyColors();
}

void TimeChart::setLines(const QList<Line> &lines)
{
    for (const auto &segments : std::as_const(m_segments)) {
        for (QLineSeries *segment : segments) {
            chart()->removeSeries(segment);
            delete segment;
        }
    }
    m_segments.clear();
    m_segments.resize(lines.size());
    m_lines = lines;
    m_data = {};
}

void TimeChart::setData(Data measured, const Scale &scale)
{
    m_data = std::move(measured);
    m_scale = scale;
    m_to = m_data.times.isEmpty() ? shortestSpan : m_data.times.last();
    m_from = m_data.times.isEmpty() ? 0 : std::min(m_data.times.first(), m_to - shortestSpan);
    m_timeAxis->setRange(m_from, m_to);
    m_valueAxis->setRange(scale.minimum, scale.maximum);
    drawSegments();
    layOut();
    describe();
}

void TimeChart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

bool TimeChart::isEmpty() const
{
    return std::all_of(m_data.values.cbegin(), m_data.values.cend(), [](const QList<double> &values) {
        return std::all_of(values.cbegin(), values.cend(), [](double value) { return std::isnan(value); });
    });
}

bool TimeChart::isOneReading() const
{
    return m_data.times.size() == 1 && !isEmpty();
}

QString TimeChart::oneReadingWords()
{
    return tr("One reading so far. The lines begin with the next.");
}

void TimeChart::setThreshold(std::optional<Threshold> threshold)
{
    m_threshold = std::move(threshold);
    viewport()->update();
}

// A line is drawn through neighbouring measurements only: each unbroken run is a series of its own.
void TimeChart::drawSegments()
{
    for (qsizetype line = 0; line < m_segments.size(); ++line) {
        QList<QList<QPointF>> runs;
        bool open = false;
        const QList<double> &values = m_data.values.at(line);
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (m_data.breaks.contains(i))
                open = false;
            const bool measured = !std::isnan(values.at(i));
            if (measured && !open)
                runs.append(QList<QPointF>{});
            if (measured)
                runs.last().append({m_data.times.at(i), values.at(i)});
            open = measured;
        }
        QList<QLineSeries *> &segments = m_segments[line];
        while (segments.size() < runs.size()) {
            auto *segment = new QLineSeries;
            chart()->addSeries(segment);
            segment->attachAxis(m_timeAxis);
            segment->attachAxis(m_valueAxis);
            segments.append(segment);
            segment->setPen(QPen(seriesColor(m_lines.at(line).color, palette()),
                                 m_lines.at(line).broad ? broadStroke : strokeWidth, Qt::SolidLine, Qt::RoundCap,
                                 Qt::RoundJoin));
        }
        for (qsizetype i = 0; i < segments.size(); ++i)
            segments.at(i)->replace(i < runs.size() ? runs.at(i) : QList<QPointF>{});
    }
}

void TimeChart::applyColors()
{
    for (qsizetype line = 0; line < m_segments.size(); ++line) {
        for (QLineSeries *segment : std::as_const(m_segments[line])) {
            QPen pen = segment->pen();
            pen.setColor(seriesColor(m_lines.at(line).color, palette()));
            segment->setPen(pen);
        }
    }
}

void TimeChart::layOut()
{
    const QFontMetricsF metrics(tabular(typeFont(Type::Small)));
    double left = 0;
    for (const double tick : std::as_const(m_scale.ticks))
        left = std::max(left, metrics.horizontalAdvance(m_axisFormat(tick)));
    double right = 0;
    for (qsizetype line = 0; line < m_lines.size(); ++line)
        right = std::max(right, metrics.horizontalAdvance(endText(line)));
    m_plot =
        QRectF(viewport()->rect()).adjusted(left + 14, metrics.height() + 6, -(right + 24), -(metrics.height() + 10));
    chart()->setPlotArea(m_plot);
    viewport()->update();
}

double TimeChart::x(double time) const
{
    return m_plot.left() + (time - m_from) / (m_to - m_from) * m_plot.width();
}

double TimeChart::y(double value) const
{
    return m_plot.bottom() - (value - m_scale.minimum) / (m_scale.maximum - m_scale.minimum) * m_plot.height();
}

QString TimeChart::valueText(qsizetype line, qsizetype point) const
{
    const double value = m_data.values.at(line).at(point);
    return std::isnan(value) ? u"–"_s : m_format(value);
}

QString TimeChart::endText(qsizetype line) const
{
    if (m_data.times.isEmpty())
        return m_lines.at(line).name;
    return m_lines.at(line).name + u"  "_s + valueText(line, m_data.times.size() - 1);
}

std::optional<qsizetype> TimeChart::crosshairPoint() const
{
    const auto time = m_crosshair->time();
    if (!time || m_data.times.isEmpty())
        return std::nullopt;
    const auto after = std::lower_bound(m_data.times.cbegin(), m_data.times.cend(), *time);
    if (after == m_data.times.cend())
        return m_data.times.size() - 1;
    const qsizetype i = after - m_data.times.cbegin();
    return i > 0 && *time - m_data.times.at(i - 1) < *after - *time ? i - 1 : i;
}

// What a screen reader says: the values at the crosshair, else the newest.
void TimeChart::describe()
{
    if (m_data.times.isEmpty()) {
        setAccessibleDescription(tr("Nothing measured yet"));
        return;
    }
    const qsizetype point = crosshairPoint().value_or(m_data.times.size() - 1);
    QStringList parts;
    for (qsizetype line = 0; line < m_lines.size(); ++line)
        parts.append(m_lines.at(line).name + u' ' + valueText(line, point));
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(m_data.times.at(point)));
    QString values = tr("%1, at %2").arg(parts.join(u", "_s), QLocale().toString(at.time(), u"HH:mm:ss"_s));
    if (isOneReading())
        values += u". "_s + oneReadingWords();
    setAccessibleDescription(values);
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void TimeChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColors();
        layOut();
    }
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    const double fraction = (event->position().x() - m_plot.left()) / m_plot.width();
    const bool inside = fraction >= 0 && fraction <= 1 && !m_data.times.isEmpty();
    m_crosshair->setTime(inside ? std::optional(m_from + fraction * (m_to - m_from)) : std::nullopt);
}

void TimeChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    if (!m_byKeyboard)
        m_crosshair->setTime(std::nullopt);
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_data.times.size() - 1;
    const auto current = crosshairPoint();
    qsizetype next = 0;
    switch (event->key()) {
    case Qt::Key_Left: next = current ? *current - 1 : last; break;
    case Qt::Key_Right: next = current ? *current + 1 : last; break;
    case Qt::Key_Home: next = 0; break;
    case Qt::Key_End: next = last; break;
    case Qt::Key_Escape:
        if (!current) {
            event->ignore();
            return;
        }
        m_crosshair->setTime(std::nullopt);
        return;
    default: event->ignore(); return;
    }
    if (last < 0)
        return;
    m_byKeyboard = true;
    m_crosshair->setTime(m_data.times.at(std::clamp<qsizetype>(next, 0, last)));
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    if (m_byKeyboard)
        m_crosshair->setTime(std::nullopt);
    m_byKeyboard = false;
    viewport()->update();
}

void TimeChart::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

} // namespace civicq::widgets

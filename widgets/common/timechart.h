// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lines over time, live: Qt Charts keeps axes and series; grid, labels, threshold and crosshair are painted here, so that
// each line is named at its end, gaps stay open, and a scale that leaps makes no million grid lines on its way. The left and right keys move the crosshair (Home, End, Escape too), and a
// screen reader hears the values. GUI thread.

#include "common/chartscale.h"
#include "common/seriescolors.h"

#include <QtCharts/QChartView>

#include <functional>
#include <optional>

class QLineSeries;
class QValueAxis;

namespace civicq::widgets {

class CrosshairGroup;

class TimeChart final : public QChartView
{
    Q_OBJECT
public:
    struct Line
    {
        QString name;
        SeriesColor color = SeriesColor::Text;
        bool broad = false; // the chart's main one: seen at both sides of a line that runs on it; to be named first
    };
    struct Data
    {
        QList<double> times;          // milliseconds since the epoch, ascending
        QList<QList<double>> values;  // a list a line, as long as `times`; NaN: not measured
        QList<qsizetype> breaks = {}; // before these points no line is drawn: counters began again
    };
    struct Threshold
    {
        double value = 0;
        QString name; // "90% wanted"
    };

    TimeChart(const QString &name, std::function<QString(double)> format, CrosshairGroup *crosshair,
              QWidget *parent = nullptr);

    // The axis' own wording where it is shorter than the values' (80% beside 80.4%).
    void setAxisFormat(std::function<QString(double)> format) { m_axisFormat = std::move(format); }
    // What stands in the chart while no value is measured.
    void setEmptyText(const QString &text);
    void setLines(const QList<Line> &lines);
    void setData(Data measured, const Scale &scale);
    void setThreshold(std::optional<Threshold> threshold);

    [[nodiscard]] QSize sizeHint() const override { return {420, 200}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 160}; }

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void layOut();
    void drawSegments();
    void applyColors();
    void describe();
    void drawAxisLabels(QPainter *painter) const;
    void drawThreshold(QPainter *painter) const;
    void drawWords(QPainter *painter, const QString &words) const;
    void drawEndLabels(QPainter *painter) const;
    void drawCrosshair(QPainter *painter) const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isOneReading() const;
    [[nodiscard]] static QString oneReadingWords();
    [[nodiscard]] double x(double time) const;
    [[nodiscard]] double y(double value) const;
    [[nodiscard]] std::optional<qsizetype> crosshairPoint() const; // the point nearest to the group's time
    [[nodiscard]] QString valueText(qsizetype line, qsizetype point) const;
    [[nodiscard]] QString endText(qsizetype line) const;

    QString m_name;
    std::function<QString(double)> m_format;
    std::function<QString(double)> m_axisFormat;
    CrosshairGroup *m_crosshair;
    QList<Line> m_lines;
    QList<QList<QLineSeries *>> m_segments; // of each line, as many as it ever needed
    Data m_data;
    Scale m_scale;
    std::optional<Threshold> m_threshold;
    QString m_emptyText;
    QValueAxis *m_timeAxis;
    QValueAxis *m_valueAxis;
    QRectF m_plot;
    double m_from = 0;
    double m_to = 60'000;
    bool m_byKeyboard = false;
};

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A bar a row, each of several parts, largest first: Qt Charts draws the bars; grid, names, totals and the parts' key are
// painted here, so that long names are shortened and not turned. Exact figures in the tooltip; up and down keys go from
// bar to bar, and a screen reader hears them. GUI thread.

#include "common/chartscale.h"
#include "common/seriescolors.h"

#include <QtCharts/QChartView>

#include <functional>

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace civicq::widgets {

class StackedBars final : public QChartView
{
    Q_OBJECT
public:
    struct Part
    {
        QString name;
        SeriesColor color = SeriesColor::Text;
    };
    struct Bar
    {
        QString name;
        QList<double> values; // a value a part
        QString total;        // as it stands at the bar's end
        QString toolTip;      // exact figures, a line a part
    };

    StackedBars(const QString &name, const QList<Part> &parts, std::function<QString(double)> format,
                QWidget *parent = nullptr);

    void setBars(const QList<Bar> &bars); // largest first; shows as many as there is room for
    [[nodiscard]] int barsShown() const { return m_shown; }
    void setEmptyText(const QString &text) { m_emptyText = text; }

    [[nodiscard]] QSize sizeHint() const override { return {420, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 160}; }

Q_SIGNALS:
    void barsShownChanged(int shown);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void layOut();
    void fill();
    void applyColors();
    void describe();
    void drawKey(QPainter *painter) const;
    void drawRow(QPainter *painter, int row) const;
    [[nodiscard]] QRectF rowRect(int row) const; // the whole width
    [[nodiscard]] int rowAt(double y) const;

    QString m_name;
    QList<Part> m_parts;
    std::function<QString(double)> m_format;
    QList<Bar> m_bars;
    QString m_emptyText;
    QHorizontalStackedBarSeries *m_series;
    QList<QBarSet *> m_sets;
    QBarCategoryAxis *m_rowAxis;
    QValueAxis *m_valueAxis;
    Scale m_scale;
    QRectF m_plot;
    int m_shown = 0;
    int m_current = -1; // by keyboard
};

} // namespace civicq::widgets

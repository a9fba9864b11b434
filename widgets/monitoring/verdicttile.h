// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One verdict at a glance: what it is about, one big figure, a meaning as icon and word, a line of explanation and a small
// trend. A button: a click goes to where more is said. GUI thread.

#include "common/palette.h"
#include "common/seriescolors.h"

#include <QtWidgets/QAbstractButton>

namespace civicq::widgets {

struct TileFacts
{
    QString figure; // "12", "99.2%", "873 MB"; short
    Meaning meaning = Meaning::Neutral;
    QString word;        // "Good"; empty: the meaning's own
    QString caption;     // "of 100 in use"
    QString toolTip;     // exact values, and where a click goes
    QList<double> trend; // oldest first; NaN: not measured

    bool operator==(const TileFacts &) const = default;
};

class VerdictTile final : public QAbstractButton
{
    Q_OBJECT
public:
    VerdictTile(const QString &title, SeriesColor color, QWidget *parent = nullptr); // the trend's colour

    void setFacts(const TileFacts &facts);
    [[nodiscard]] const TileFacts &facts() const { return m_facts; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void drawTrend(QPainter *painter, const QRectF &box) const;

    SeriesColor m_color;
    TileFacts m_facts;
};

} // namespace civicq::widgets

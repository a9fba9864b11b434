// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The upper edge of a panel at the window's foot, to draw it higher or lower with the mouse or the up and down keys; a
// double click gives it its own height back. Changes nothing itself. GUI thread.

#include <QtWidgets/QWidget>

namespace civicq::widgets {

class PanelEdge final : public QWidget
{
    Q_OBJECT
public:
    explicit PanelEdge(QWidget *parent = nullptr);

Q_SIGNALS:
    void moved(int up); // pixels; less than zero: down
    void reset();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double m_grabbedAt = 0; // from the widget's top
};

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/paneledge.h"

#include "common/palette.h"
#include "common/typography.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace civicq::widgets {

namespace {
constexpr int keyStep = 32;
constexpr QSizeF handleSize(32, 3);
} // namespace

PanelEdge::PanelEdge(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(grid::unit);
    setCursor(Qt::SizeVerCursor);
    setFocusPolicy(Qt::TabFocus);
}

void PanelEdge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF handle({}, handleSize);
    handle.moveCenter(QRectF(rect()).center());
    QColor color = palette().color(QPalette::WindowText);
    color.setAlphaF(underMouse() ? 0.45F : 0.22F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hasFocus() ? palette().color(QPalette::Accent) : color);
    painter.drawRoundedRect(handle, handleSize.height() / 2, handleSize.height() / 2);
}

void PanelEdge::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    update();
}

void PanelEdge::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    update();
}

void PanelEdge::mousePressEvent(QMouseEvent *event)
{
    m_grabbedAt = event->position().y();
}

void PanelEdge::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    // The edge itself follows what is emitted: how far the hand is from where it took hold is what remains.
    if (const int up = static_cast<int>(std::lround(m_grabbedAt - event->position().y())); up != 0)
        Q_EMIT moved(up);
}

void PanelEdge::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT reset();
}

void PanelEdge::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up)
        Q_EMIT moved(keyStep);
    else if (event->key() == Qt::Key_Down)
        Q_EMIT moved(-keyStep);
    else
        event->ignore();
}

} // namespace civicq::widgets

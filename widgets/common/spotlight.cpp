// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/spotlight.h"

#include "common/palette.h"
#include "common/typography.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>

namespace civicq::widgets {

namespace {
constexpr int ringRoom = 6; // around the widget
constexpr double ringWidth = 2.5;
} // namespace

Spotlight::Spotlight()
{
    setObjectName(QStringLiteral("spotlight"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

// The widget moves in its window when any of those around it does.
void Spotlight::watch(bool on)
{
    for (QWidget *widget = m_target; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget()) {
        widget->removeEventFilter(this);
        if (on)
            widget->installEventFilter(this);
    }
}

void Spotlight::setTarget(QWidget *target)
{
    if (target != m_target) {
        watch(false);
        m_target = target;
        watch(true);
    }
    follow();
}

bool Spotlight::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide: follow(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void Spotlight::follow()
{
    if (!m_target || !m_target->isVisible()) {
        hide();
        return;
    }
    QWidget *window = m_target->window();
    if (parentWidget() != window)
        setParent(window); // goes with it; the owner's pointer is to be a guarded one
    const QRect place(m_target->mapTo(window, QPoint()), m_target->size());
    setGeometry(place.adjusted(-ringRoom, -ringRoom, ringRoom, ringRoom));
    show();
    raise();
}

void Spotlight::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor accent = palette().color(QPalette::Accent);
    const QRectF ring = QRectF(rect()).adjusted(ringWidth, ringWidth, -ringWidth, -ringWidth);
    painter.setBrush(Qt::NoBrush);
    // A faint one around the ring sets it off from what has the accent's colour itself.
    QColor halo = accent;
    halo.setAlphaF(0.25F);
    painter.setPen(QPen(halo, 2 * ringWidth));
    painter.drawRoundedRect(ring, grid::radius + 2, grid::radius + 2);
    painter.setPen(QPen(accent, ringWidth));
    painter.drawRoundedRect(ring, grid::radius + 2, grid::radius + 2);
}

} // namespace civicq::widgets

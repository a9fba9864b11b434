// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/spinner.h"

#include "common/palette.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

namespace civicq::widgets {

namespace {
constexpr int frameMilliseconds = 50;
constexpr int turn = 360;
constexpr int degreesPerFrame = 18;
} // namespace

Spinner::Spinner(int size, QWidget *parent) : QWidget(parent), m_size(size)
{
    setFixedSize(size, size);
    setAccessibleName(tr("Working"));
}

void Spinner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = std::max(2.0, m_size / 10.0);
    const QRectF circle = QRectF(rect()).adjusted(width, width, -width, -width);
    painter.setPen(QPen(hairlineColor(palette()), width));
    painter.drawEllipse(circle);
    painter.setPen(QPen(palette().color(QPalette::Accent), width, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, -m_angle * 16, 90 * 16);
}

void Spinner::timerEvent(QTimerEvent *)
{
    m_angle = (m_angle + degreesPerFrame) % turn;
    update();
}

void Spinner::showEvent(QShowEvent *)
{
    m_timer.start(frameMilliseconds, this);
}

void Spinner::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wizardsteps.h"

#include "common/themeicons.h"
#include "common/typography.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int railWidth = 192;
constexpr int stepHeight = 40;
constexpr int stepDot = 22;
} // namespace

WizardSteps::WizardSteps(QWidget *parent) : QWidget(parent)
{
    setFixedWidth(railWidth);
}

void WizardSteps::setSteps(const QStringList &titles)
{
    m_titles = titles;
    updateGeometry();
    update();
}

void WizardSteps::setCurrent(int step)
{
    m_current = step;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_titles.size()).arg(m_titles.value(step)));
    update();
}

QSize WizardSteps::sizeHint() const
{
    return {railWidth, 2 * grid::margin + static_cast<int>(m_titles.size()) * stepHeight};
}

void WizardSteps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), sidebarColor(palette()));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), hairlineColor(palette()));
    for (int step = 0; step < m_titles.size(); ++step)
        paintStep(painter, step);
}

void WizardSteps::paintStep(QPainter &painter, int step) const
{
    const int top = grid::margin - grid::unit + step * stepHeight;
    const QRect circle(grid::gap, top + (stepHeight - stepDot) / 2, stepDot, stepDot);
    const QColor accent = palette().color(QPalette::Accent);
    const bool now = step == m_current;
    const bool done = step < m_current;
    painter.setPen(now || done ? Qt::NoPen : QPen(secondaryTextColor(palette()), 1));
    painter.setBrush(now ? QBrush(accent) : done ? QBrush(blend(accent, sidebarColor(palette()), 0.25)) : Qt::NoBrush);
    painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    QFont font = typeFont(Type::Small);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    if (done) {
        icon(u"dialog-ok"_s).paint(&painter, circle.adjusted(3, 3, -3, -3));
    } else {
        painter.setPen(now ? palette().color(QPalette::HighlightedText) : secondaryTextColor(palette()));
        painter.drawText(circle, Qt::AlignCenter, QLocale().toString(step + 1));
    }
    font = typeFont(Type::Text);
    font.setWeight(now ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(now || done ? palette().color(QPalette::WindowText) : secondaryTextColor(palette()));
    const QRect text(circle.right() + 12, top, width() - circle.right() - 20, stepHeight);
    painter.drawText(text, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_titles.at(step), Qt::ElideRight, text.width()));
}

} // namespace civicq::widgets

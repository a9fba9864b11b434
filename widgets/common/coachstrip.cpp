// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/coachstrip.h"

#include "common/palette.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int discSize = 32;
constexpr int discIcon = 16;
} // namespace

CoachStrip::CoachStrip(QWidget *parent)
    : QFrame(parent), m_title(makeLabel({}, Type::Section)), m_text(makeLabel({})), m_action(new QPushButton),
      m_leave(new QPushButton)
{
    setObjectName(u"coachStrip"_s);
    m_title->setObjectName(u"coachTitle"_s);
    m_text->setObjectName(u"coachText"_s);
    m_text->setWordWrap(true);
    m_action->setObjectName(u"coachAction"_s);
    m_action->setProperty("primary", true);
    m_action->setAutoDefault(false);
    m_action->hide();
    m_leave->setObjectName(u"coachLeave"_s);
    m_leave->setAutoDefault(false);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::gap + discSize + 12, 12, grid::gap, 12);
    layout->setSpacing(grid::unit);
    layout->addLayout(words, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_leave);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run();
    });
    connect(m_leave, &QPushButton::clicked, this, &CoachStrip::leaveRequested);
}

void CoachStrip::setStep(int number, int count)
{
    m_number = number;
    m_count = count;
    update();
}

void CoachStrip::setText(const QString &title, const QString &text, bool done)
{
    const QString whole = m_number > 0 ? tr("Step %1 of %2: %3").arg(m_number).arg(m_count).arg(title) : title;
    if (m_title->text() == whole && m_text->text() == text && m_done == done)
        return;
    m_done = done;
    m_title->setText(whole);
    m_text->setText(text);
    setAccessibleName(whole);
    setAccessibleDescription(text);
    update();
    // A screen reader says it at once: nobody's focus is here.
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void CoachStrip::setAction(const QString &text, const QString &toolTip, bool enabled, std::function<void()> run,
                           bool danger)
{
    m_action->setProperty("danger", danger);
    m_action->setText(text);
    m_action->setToolTip(toolTip);
    m_action->setEnabled(enabled);
    m_action->setVisible(!text.isEmpty());
    m_run = std::move(run);
}

void CoachStrip::setLeaveText(const QString &text, const QString &toolTip)
{
    m_leave->setText(text);
    m_leave->setToolTip(toolTip);
    m_leave->setAccessibleName(text);
}

void CoachStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Accent);
    painter.fillRect(rect(), blend(accent, cardColor(palette()), 0.08));
    painter.fillRect(QRect(0, 0, width(), 1), hairlineColor(palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), hairlineColor(palette()));
    const QRectF disc(grid::gap, (height() - discSize) / 2.0, discSize, discSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_done ? meaningColor(Meaning::Good, palette()) : accent);
    painter.drawEllipse(disc);
    const QColor onAccent = m_done ? palette().color(QPalette::Base) : palette().color(QPalette::HighlightedText);
    if (m_done || m_number == 0) {
        icon(m_done ? u"dialog-ok"_s : u"help-about"_s, onAccent)
            .paint(
                &painter,
                QRectF(0, 0, discIcon, discIcon).translated(disc.center() - QPointF(discIcon, discIcon) / 2).toRect());
        return;
    }
    painter.setFont(typeFont(Type::Section));
    painter.setPen(onAccent);
    painter.drawText(disc, Qt::AlignCenter, locale().toString(m_number));
}

} // namespace civicq::widgets

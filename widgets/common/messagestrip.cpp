// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagestrip.h"

#include "common/iconlabel.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace civicq::widgets {

MessageStrip::MessageStrip(Meaning meaning, const QString &text, QWidget *parent)
    : QFrame(parent), m_meaning(meaning), m_icon(new IconLabel(16)), m_text(makeLabel(text)),
      m_layout(new QHBoxLayout(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->setContentsMargins(12, grid::unit, 12, grid::unit);
    m_layout->setSpacing(grid::unit);
    m_layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    m_layout->addWidget(m_text, 1);
    refresh();
}

void MessageStrip::setMessage(Meaning meaning, const QString &text)
{
    m_meaning = meaning;
    m_text->setText(text);
    refresh();
}

void MessageStrip::addButton(QAction *action)
{
    auto *button = new QPushButton(action->text());
    if (!action->objectName().isEmpty())
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setAccessibleName(action->text());
    button->setToolTip(action->toolTip());
    button->setEnabled(action->isEnabled());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
    });
    m_layout->addWidget(button, 0, Qt::AlignVCenter);
}

QString MessageStrip::text() const
{
    return m_text->text();
}

void MessageStrip::refresh()
{
    m_icon->setIcon(meaningIcon(m_meaning));
    setAccessibleName(meaningWord(m_meaning) + QStringLiteral(": ") + m_text->text());
    update();
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(blend(meaningColor(m_meaning, palette()), meaningTint(m_meaning, palette()), 0.35), 1));
    painter.setBrush(meaningTint(m_meaning, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::radius, grid::radius);
}

} // namespace civicq::widgets

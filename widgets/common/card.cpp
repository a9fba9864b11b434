// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/card.h"

#include "common/palette.h"
#include "common/typography.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace civicq::widgets {

namespace {
// Of every card that has a header, as high as the highest thing that stands in one: the titles of neighbours, and what
// begins below them, are on one line.
constexpr int headerRow = 32;
} // namespace

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_title(makeLabel(title, Type::Section)), m_header(new QHBoxLayout), m_body(new QVBoxLayout)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_header->setSpacing(grid::unit);
    m_header->addWidget(m_title);
    m_header->addStretch(1);
    m_body->setContentsMargins(grid::gap, title.isEmpty() ? grid::gap : grid::half, grid::gap, grid::gap);
    m_body->setSpacing(grid::unit);
    outer->addLayout(m_header);
    outer->addLayout(m_body, 1);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
    const bool header = !title.isEmpty() || m_header->count() > 2;
    m_header->setContentsMargins(grid::gap, header ? grid::unit : 0, 12, header ? grid::half : 0);
    m_title->setMinimumHeight(header ? headerRow : 0);
}

QString Card::title() const
{
    return m_title->text();
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget);
    setTitle(title());
}

void Card::setBody(QWidget *body, bool flush)
{
    if (flush)
        m_body->setContentsMargins(1, 0, 1, grid::unit); // the rounded corners stay whole
    m_body->addWidget(body, 1);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hairlineColor(palette()), 1));
    painter.setBrush(cardColor(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::radius, grid::radius);
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shapes CalmStyle draws: one function a control, from its option alone.

#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>

class QPainter;

namespace civicq::widgets::shapes {

void button(const QStyleOption &option, QPainter &painter, const QWidget *widget);
[[nodiscard]] bool isFilled(const QStyleOption &option, const QWidget *widget); // accent or danger, white text
[[nodiscard]] QColor buttonText(const QStyleOption &option, const QWidget *widget);
void toolButton(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void field(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void frame(const QStyleOption &option, QPainter &painter);
void focus(const QStyleOption &option, QPainter &painter);
void checkBox(const QStyleOption &option, QPainter &painter);
void radioButton(const QStyleOption &option, QPainter &painter);
void chevron(const QStyleOption &option, QPainter &painter, Qt::ArrowType direction);
void itemGround(const QStyleOptionViewItem &option, QPainter &painter, const QWidget *widget);
void progressGroove(const QStyleOption &option, QPainter &painter);
void progressContents(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void tab(const QStyleOption &option, QPainter &painter);
void scrollBar(const QStyleOptionSlider &option, const QRect &thumb, QPainter &painter);
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
void comboBox(const QStyleOptionComboBox &option, const QRect &arrow, QPainter &painter, const QWidget *widget);
void spinBox(const QStyleOptionSpinBox &option, const QRect &up, const QRect &down, QPainter &painter,
             const QWidget *widget);

} // namespace civicq::widgets::shapes

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/typography.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QFontInfo>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <cmath>

namespace civicq::widgets {

namespace {
constexpr double textPixels = 13.0; // what the scale is drawn for
}

QFont typeFont(Type type)
{
    const QFont base = QApplication::font();
    const double unit = QFontInfo(base).pixelSize() / textPixels;
    const auto sized = [unit](QFont font, double pixels, QFont::Weight weight) {
        font.setPixelSize(static_cast<int>(std::lround(pixels * unit)));
        font.setWeight(weight);
        return font;
    };
    switch (type) {
    case Type::Figure: return tabular(sized(base, 28, QFont::Medium));
    case Type::Title: return sized(base, 20, QFont::DemiBold);
    case Type::Section: return sized(base, 14, QFont::DemiBold);
    case Type::Text: return base;
    case Type::Small: return sized(base, 12, QFont::Normal);
    case Type::Code: return sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), 12.5, QFont::Normal);
    }
    return base;
}

QFont tabular(QFont font)
{
    font.setFeature("tnum", 1);
    return font;
}

QLabel *makeLabel(const QString &text, Type type, bool secondary)
{
    auto *label = new QLabel(text);
    label->setFont(typeFont(type));
    label->setTextFormat(Qt::PlainText);
    if (secondary)
        setSecondary(label);
    return label;
}

void setSecondary(QWidget *label)
{
    // The role, not a colour: the theme gives it one that can be read, and changes it.
    label->setForegroundRole(QPalette::PlaceholderText);
}

} // namespace civicq::widgets

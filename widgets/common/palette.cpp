// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/palette.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

struct PaletteTexts
{
    Q_DECLARE_TR_FUNCTIONS(Meaning)
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Active, QPalette::Window))
           < luminance(palette.color(QPalette::Active, QPalette::WindowText));
}

QColor meaningColor(Meaning meaning, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (meaning) {
    case Meaning::Neutral: return secondaryTextColor(palette);
    case Meaning::Good: return dark ? QColor(0x5a, 0xcb, 0x7c) : QColor(0x17, 0x73, 0x32);
    case Meaning::Notice: return dark ? QColor(0x78, 0xb7, 0xff) : QColor(0x0a, 0x5c, 0xb8);
    case Meaning::Warning: return dark ? QColor(0xf2, 0xba, 0x45) : QColor(0x84, 0x56, 0x00);
    case Meaning::Critical: return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb7, 0x22, 0x1a);
    }
    return palette.color(QPalette::WindowText);
}

QColor meaningTint(Meaning meaning, const QPalette &palette)
{
    if (isDark(palette))
        return blend(meaningColor(meaning, palette), cardColor(palette), 0.16);
    switch (meaning) {
    case Meaning::Neutral: return blend(palette.color(QPalette::WindowText), cardColor(palette), 0.06);
    case Meaning::Good: return {0xe4, 0xf4, 0xe8};
    case Meaning::Notice: return {0xe5, 0xf0, 0xfd};
    case Meaning::Warning: return {0xff, 0xf3, 0xd4};
    case Meaning::Critical: return {0xfd, 0xe9, 0xe7};
    }
    return cardColor(palette);
}

QString meaningIconName(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Neutral: return u"dialog-information"_s;
    case Meaning::Good: return u"dialog-positive"_s;
    case Meaning::Notice: return u"dialog-information"_s;
    case Meaning::Warning: return u"dialog-warning"_s;
    case Meaning::Critical: return u"dialog-error"_s;
    }
    return {};
}

QString meaningWord(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Neutral: return PaletteTexts::tr("Unknown");
    case Meaning::Good: return PaletteTexts::tr("Good");
    case Meaning::Notice: return PaletteTexts::tr("Notice");
    case Meaning::Warning: return PaletteTexts::tr("Warning");
    case Meaning::Critical: return PaletteTexts::tr("Critical");
    }
    return {};
}

QColor cardColor(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    if (isDark(palette))
        return blend(palette.color(QPalette::Active, QPalette::WindowText), window, 0.045);
    return palette.color(QPalette::Active, QPalette::Base);
}

QColor sidebarColor(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    if (isDark(palette))
        return blend(Qt::black, window, 0.22);
    return blend(palette.color(QPalette::Active, QPalette::WindowText), window, 0.035);
}

QColor selectionColor(const QPalette &palette)
{
    return blend(palette.color(QPalette::Active, QPalette::Accent), cardColor(palette), isDark(palette) ? 0.30 : 0.16);
}

QColor hairlineColor(const QPalette &palette)
{
    return blend(palette.color(QPalette::Active, QPalette::WindowText),
                 palette.color(QPalette::Active, QPalette::Window), isDark(palette) ? 0.16 : 0.13);
}

QColor secondaryTextColor(const QPalette &palette)
{
    return blend(palette.color(QPalette::Active, QPalette::WindowText),
                 palette.color(QPalette::Active, QPalette::Window), isDark(palette) ? 0.68 : 0.70);
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](double first, double second) {
        return static_cast<float>(first * share + second * (1.0 - share));
    };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

} // namespace civicq::widgets

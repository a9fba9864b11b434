// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/theme.h"

#include "common/palette.h"
#include "common/themeicons.h"
#include "shell/calmstyle.h"

#include <QtGui/QFontInfo>
#include <QtGui/QGuiApplication>
#include <QtGui/QPixmapCache>
#include <QtGui/QStyleHints>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

// The size the window is drawn for: 13 pixels at 96 dots an inch, for a platform that names none.
constexpr double textPoints = 9.75;

struct Tones
{
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor secondary;
    QColor disabled;
    QColor accent;
    QColor link;
};

Tones lightTones()
{
    return {{0xf4, 0xf5, 0xf7}, {0xff, 0xff, 0xff}, {0xf8, 0xf9, 0xfa}, {0xff, 0xff, 0xff}, {0x1d, 0x21, 0x26},
            {0x5a, 0x62, 0x6c}, {0x9a, 0xa1, 0xaa}, {0x24, 0x62, 0xc4}, {0x1d, 0x5b, 0xb8}};
}

Tones darkTones()
{
    return {{0x1c, 0x1e, 0x22}, {0x25, 0x28, 0x2d}, {0x29, 0x2c, 0x32}, {0x32, 0x36, 0x3c}, {0xe6, 0xe8, 0xeb},
            {0xa4, 0xab, 0xb5}, {0x6b, 0x72, 0x7c}, {0x35, 0x73, 0xd0}, {0x82, 0xb4, 0xff}};
}

} // namespace

Theme::Theme(ThemeMode mode, QObject *parent) : QObject(parent), m_mode(mode)
{
    initIcons();
    // Fusion is what Qt falls back to where the platform brings no style.
    const bool calm = qobject_cast<CalmStyle *>(QApplication::style()) != nullptr;
    m_ownStyle = calm || QApplication::style()->name().compare("fusion"_L1, Qt::CaseInsensitive) == 0;
    m_platformPalette = QGuiApplication::palette();
    if (m_ownStyle && !calm) {
        QApplication::setStyle(new CalmStyle);
        QFont font = QApplication::font();
        if (font.pointSizeF() < textPoints) {
            font.setPointSizeF(textPoints);
            QApplication::setFont(font);
        }
    }
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
    if (m_mode != ThemeMode::System)
        setMode(m_mode);
    else
        apply();
}

bool Theme::isDark() const
{
    if (m_mode == ThemeMode::System) {
        const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
        // A desktop that does not say has a palette that does.
        return scheme == Qt::ColorScheme::Unknown ? widgets::isDark(m_platformPalette)
                                                  : scheme == Qt::ColorScheme::Dark;
    }
    return m_mode == ThemeMode::Dark;
}

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    QStyleHints *hints = QGuiApplication::styleHints();
    if (mode == ThemeMode::System)
        hints->unsetColorScheme();
    else
        hints->setColorScheme(mode == ThemeMode::Dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    apply();
}

void Theme::apply()
{
    if (!m_ownStyle)
        return;
    QPalette palette = calmPalette(isDark());
    QApplication::setPalette(palette);
    // One look of what is chosen, in lists, trees and tables as in the navigation: a tint, on which everything a row shows
    // is read as before. Text chosen in a field keeps the full colour.
    palette.setColor(QPalette::Highlight, selectionColor(palette));
    palette.setColor(QPalette::HighlightedText, palette.color(QPalette::Text));
    QApplication::setPalette(palette, "QAbstractItemView");
}

ThemeMode Theme::modeFromName(const QString &name)
{
    if (name.compare("light"_L1, Qt::CaseInsensitive) == 0)
        return ThemeMode::Light;
    return name.compare("dark"_L1, Qt::CaseInsensitive) == 0 ? ThemeMode::Dark : ThemeMode::System;
}

QString Theme::modeName(ThemeMode mode)
{
    return mode == ThemeMode::Light ? u"light"_s : mode == ThemeMode::Dark ? u"dark"_s : u"system"_s;
}

QPalette Theme::calmPalette(bool dark)
{
    const Tones tones = dark ? darkTones() : lightTones();
    QPalette palette;
    palette.setColor(QPalette::Window, tones.window);
    palette.setColor(QPalette::WindowText, tones.text);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::ToolTipBase, dark ? QColor(0x3a, 0x3e, 0x45) : QColor(0x2b, 0x2f, 0x36));
    palette.setColor(QPalette::ToolTipText, QColor(0xf4, 0xf5, 0xf7));
    palette.setColor(QPalette::Text, tones.text);
    palette.setColor(QPalette::Button, tones.button);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Link, tones.link);
    palette.setColor(QPalette::LinkVisited, tones.link);
    palette.setColor(QPalette::Highlight, tones.accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Accent, tones.accent);
    palette.setColor(QPalette::PlaceholderText, tones.secondary);
    palette.setColor(QPalette::Light, dark ? tones.window.lighter(150) : QColor(Qt::white));
    palette.setColor(QPalette::Midlight, dark ? tones.window.lighter(125) : tones.window.darker(102));
    palette.setColor(QPalette::Mid, dark ? tones.window.lighter(170) : tones.window.darker(115));
    palette.setColor(QPalette::Dark, dark ? tones.window.darker(130) : tones.window.darker(140));
    palette.setColor(QPalette::Shadow, Qt::black);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Button, dark ? tones.base : tones.window);
    return palette;
}

} // namespace civicq::widgets

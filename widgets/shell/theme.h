// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Light or dark, as the system is or as a person set it. Where the platform brings a style of its own (Windows, macOS,
// KDE) that style stays and only its colour scheme is asked for; elsewhere a calm one over Fusion with a palette chosen
// here. GUI thread; one, made before the first window.

#include <QtCore/QObject>
#include <QtGui/QPalette>

namespace civicq::widgets {

enum class ThemeMode { System, Light, Dark };

class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(ThemeMode mode, QObject *parent = nullptr);

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    [[nodiscard]] bool isDark() const;

    // "system", "light", "dark": for settings and the command line. Anything else is the system's.
    [[nodiscard]] static ThemeMode modeFromName(const QString &name);
    [[nodiscard]] static QString modeName(ThemeMode mode);
    [[nodiscard]] static QPalette calmPalette(bool dark);

private:
    void apply();

    ThemeMode m_mode;
    bool m_ownStyle = false;
    QPalette m_platformPalette;
};

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When the underlined letters of menus, buttons and labels are seen: as on the desktops themselves while Alt is held and
// in menus opened with the keyboard, never on macOS, always where Windows was told to. GUI thread; a child of the style.

#include <QtCore/QObject>

class QWidget;

namespace civicq::widgets {

class MnemonicCues final : public QObject
{
    Q_OBJECT
public:
    explicit MnemonicCues(QObject *parent);

    void watch(); // the application's keys and clicks
    [[nodiscard]] bool areShown(const QWidget *widget) const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setAltHeld(bool held);

    const bool m_always;
    bool m_altHeld = false;
    bool m_byKeyboard = false; // the last thing done was done with it
};

} // namespace civicq::widgets

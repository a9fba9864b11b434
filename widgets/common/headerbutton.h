// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An action as a button beside a page's title. Unless it is the main one its words can be left to its tooltip. GUI thread.

#include <QtWidgets/QPushButton>

class QAction;

namespace civicq::widgets {

class HeaderButton final : public QPushButton
{
    Q_OBJECT
public:
    HeaderButton(QAction &action, bool main); // outlived by the action

    [[nodiscard]] int wholeWidth() const; // with its words, whether they are shown or not
    void setBare(bool bare);

private:
    void follow();

    QAction &m_action;
    const bool m_main;
    bool m_bare = false;
};

} // namespace civicq::widgets

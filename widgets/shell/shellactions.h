// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every action of the window itself, made once: menus, shortcuts and the palette show the same ones. Object names are
// those of the members.

#include "shell/theme.h"

#include <QtCore/QList>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace civicq::widgets {

struct ShellActions
{
    explicit ShellActions(QMainWindow *window);
    void setTheme(ThemeMode mode);
    [[nodiscard]] QList<QAction *> forPalette() const;

    QAction *switchConnection;
    QAction *startSandbox;
    QAction *addConnection;
    QAction *manageConnections;
    QAction *disconnectDatabase;
    QAction *settings;
    QAction *quit;
    QAction *search;
    QAction *foldNavigation;
    QAction *taskList;
    QAction *fullScreen;
    QAction *nextRegion;
    QAction *previousRegion;
    QAction *help;
    QAction *practise;
    QAction *about;
    QAction *aboutQt;
    QActionGroup *theme; // actions' data: ThemeMode
    QMenu *goMenu;       // pages are put before its separator
    QAction *goEnd;
    QMenu *toolsMenu; // filled with the current page's commands

private:
    void fillMenus(QMainWindow *window);
};

} // namespace civicq::widgets

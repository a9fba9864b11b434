// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shellactions.h"

#include "common/themeicons.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ShellActions)
};

QAction *make(QMainWindow *window, const QString &name, const QString &text, const QString &iconName,
              const QKeySequence &keys = {})
{
    auto *action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), text, window);
    action->setObjectName(name);
    action->setShortcut(keys);
    window->addAction(action); // the shortcut works with the menu bar hidden too
    return action;
}

} // namespace

ShellActions::ShellActions(QMainWindow *window)
{
    switchConnection = make(window, u"switchConnection"_s, Words::tr("S&witch connection…"),
                            u"network-server-database"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    startSandbox = make(window, u"startSandbox"_s, Words::tr("Start the &sandbox"), u"media-playback-start"_s);
    startSandbox->setToolTip(Words::tr("A database of this program's own, to try everything on"));
    addConnection = make(window, u"addConnection"_s, Words::tr("&Add a connection…"), u"list-add"_s, QKeySequence::New);
    manageConnections = make(window, u"manageConnections"_s, Words::tr("&Manage connections…"), u"configure"_s);
    disconnectDatabase = make(window, u"disconnectDatabase"_s, Words::tr("&Disconnect"), u"network-disconnect"_s);
    settings = make(window, u"settings"_s, Words::tr("S&ettings…"), u"settings-configure"_s, Qt::CTRL | Qt::Key_Comma);
    settings->setMenuRole(QAction::PreferencesRole);
    quit = make(window, u"quit"_s, Words::tr("&Quit"), u"application-exit"_s, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    search = make(window, u"search"_s, Words::tr("&Search pages and actions…"), u"search"_s, Qt::CTRL | Qt::Key_K);
    foldNavigation = make(window, u"foldNavigation"_s, Words::tr("&Fold the navigation"), u"sidebar-collapse"_s,
                          Qt::CTRL | Qt::Key_B);
    foldNavigation->setCheckable(true);
    taskList = make(window, u"taskListAction"_s, Words::tr("&Task list"), u"view-list-details"_s, Qt::Key_F8);
    taskList->setCheckable(true);
    fullScreen = make(window, u"fullScreen"_s, Words::tr("F&ull screen"), u"view-fullscreen"_s, Qt::Key_F11);
    fullScreen->setCheckable(true);
    nextRegion = make(window, u"nextRegion"_s, Words::tr("&Next part of the window"), {}, Qt::Key_F6);
    previousRegion =
        make(window, u"previousRegion"_s, Words::tr("&Previous part of the window"), {}, Qt::SHIFT | Qt::Key_F6);
    help = make(window, u"help"_s, Words::tr("&Help"), u"help-contents"_s, QKeySequence::HelpContents);
    practise = make(window, u"practise"_s, Words::tr("&Practise a restore…"), u"games-hint"_s);
    practise->setToolTip(Words::tr("A backup, a loss, a restore: step by step, in a database made for it"));
    about = make(window, u"about"_s, Words::tr("&About CivicQ Admin"), u"help-about"_s);
    about->setMenuRole(QAction::AboutRole);
    aboutQt = make(window, u"aboutQt"_s, Words::tr("About &Qt"), {});
    aboutQt->setMenuRole(QAction::AboutQtRole);

    theme = new QActionGroup(window);
    const QList<std::pair<ThemeMode, QString>> modes{{ThemeMode::System, Words::tr("As the &system")},
                                                     {ThemeMode::Light, Words::tr("&Light")},
                                                     {ThemeMode::Dark, Words::tr("&Dark")}};
    for (const auto &[mode, text] : modes) {
        QAction *action = theme->addAction(text);
        action->setObjectName(u"theme_"_s + Theme::modeName(mode));
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
    }
    fillMenus(window);
}

void ShellActions::fillMenus(QMainWindow *window)
{
    QMenuBar *bar = window->menuBar();
    bar->setObjectName(u"menuBar"_s);
    QMenu *file = bar->addMenu(Words::tr("&File"));
    file->addActions({switchConnection, startSandbox, addConnection, manageConnections, disconnectDatabase});
    file->addSeparator();
    file->addAction(settings);
    file->addSeparator();
    file->addAction(quit);
    QMenu *view = bar->addMenu(Words::tr("&View"));
    view->addActions({foldNavigation, taskList, fullScreen});
    view->addSeparator();
    QMenu *themes = view->addMenu(icon(u"preferences-desktop-theme"_s), Words::tr("T&heme"));
    themes->addActions(theme->actions());
    view->addSeparator();
    view->addActions({nextRegion, previousRegion});
    goMenu = bar->addMenu(Words::tr("&Go"));
    goEnd = goMenu->addSeparator();
    goMenu->addAction(search);
    toolsMenu = bar->addMenu(Words::tr("&Tools"));
    toolsMenu->setObjectName(u"toolsMenu"_s);
    QMenu *helpMenu = bar->addMenu(Words::tr("&Help"));
    helpMenu->addActions({help, practise, about, aboutQt});
}

void ShellActions::setTheme(ThemeMode mode)
{
    for (QAction *action : theme->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(mode));
}

QList<QAction *> ShellActions::forPalette() const
{
    return {startSandbox,       addConnection, manageConnections,
            disconnectDatabase, settings,      foldNavigation,
            taskList,           fullScreen,    help,
            practise,           about,         quit};
}

} // namespace civicq::widgets

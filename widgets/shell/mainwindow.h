// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: places pages and routes actions, nothing else. GUI thread; one, made in app/admin. It owns its pages; the
// models behind them belong to app/admin and outlive it.
//
// Object names, stable, for tests and for a program that works the window from outside:
//   mainWindow, menuBar, navigation (items: the page's id in Qt::UserRole), topBar and its parts (topbar.h), pageArea,
//   connectionPane (shown without a connection), taskPanel and its parts (taskpanel.h), commandPalette, settingsDialog,
//   aboutDialog; a page: its id ("overview"), its title pageTitle, its sentence pageSentence;
//   actions: those of shellactions.h ("startSandbox", "settings", …) and go_<page id> for each page;
//   a button made from an action: the action's name with "Button" after it.

#include "common/page.h"
#include "shell/preferences.h"
#include "shell/settingsdialog.h"
#include "shell/topbar.h"

#include <QtWidgets/QMainWindow>

class QBoxLayout;
class QSettings;

namespace civicq::widgets {

class Navigation;
class PageArea;
class TaskPanel;
struct PaletteEntry;
struct ShellActions;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    // `state`: where the window remembers itself; outlives it.
    MainWindow(core::TaskRunner &tasks, connections::ActiveConnection &connection, Theme &theme, QSettings &state,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    // In the order of the navigation. `make` is called when the page is first wanted.
    void addPage(const PageInfo &info, std::function<Page *()> make);
    void setConnections(ListConnections list);
    void setPreferences(const Preferences &preferences, const SettingsChoices &choices);
    // After the last page: the place where it was left.
    void restore();

    // A strip below the pages that leads a person through something; hidden or shown by whoever it belongs to. Takes
    // ownership.
    void setGuide(QWidget *guide);

    void showPage(const QString &id);
    // Where pages would be, until the connection changes.
    void showPreparing(const QString &what);
    void showProblem(const core::Error &error, std::function<void()> retry);
    [[nodiscard]] QString currentPage() const;

public Q_SLOTS:
    void openPalette();
    void openSettings();

Q_SIGNALS:
    void connectionChosen(const civicq::widgets::ConnectionEntry &entry); // may be the sandbox
    void sandboxRequested();
    void practiceRequested();      // to be led through a restore
    void addConnectionRequested(); // the page "connections" is in view by then
    void passwordWanted();         // for the connection that was refused
    void preferencesChanged(const civicq::widgets::Preferences &preferences);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void connectActions();
    void connectParts();
    void refreshTitle();
    void refreshSeen();
    void fillTools();
    void setFolded(bool folded);
    void moveRegion(int step);
    void restoreTables(Page *page);
    void remember();
    void makePagesWhenIdle();
    [[nodiscard]] bool mayQuit(); // else the person is asked
    void showAbout();
    [[nodiscard]] QList<PaletteEntry> paletteEntries();

    core::TaskRunner &m_tasks;
    connections::ActiveConnection &m_connection;
    Theme &m_theme;
    QSettings &m_state;
    Preferences m_preferences;
    SettingsChoices m_choices;
    std::unique_ptr<ShellActions> m_actions;
    TopBar *m_top;
    Navigation *m_navigation;
    PageArea *m_pages;
    TaskPanel *m_panel;
    QBoxLayout *m_rows = nullptr;
    QWidget *m_guide = nullptr;
    bool m_quitConfirmed = false;
};

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakepage.h"

#include "common/environmentbadge.h"
#include "common/filteredtable.h"
#include "common/palette.h"
#include "fixtures/accessibility.h"
#include "fixtures/testserver.h"
#include "postgres/environment.h"
#include "shell/commandpalette.h"
#include "shell/mainwindow.h"
#include "shell/navigation.h"
#include "shell/taskpanel.h"

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace civicq;
using civicq::connections::ActiveConnection;
using civicq::postgres::Environment;
using civicq::tests::FakePage;
using civicq::widgets::MainWindow;

namespace {

// A window on real models, with pages that do nothing.
struct Shell
{
    explicit Shell(const QString &folder)
        : state(folder + u"/window.ini"_s, QSettings::IniFormat), connection(tasks, {}),
          theme(widgets::ThemeMode::Light), window(tasks, connection, theme, state)
    {
        const QList<std::array<QString, 3>> pages{{u"overview"_s, u"Overview"_s, u"speedometer"_s},
                                                  {u"connections"_s, u"Connections"_s, u"network-server-database"_s},
                                                  {u"migrations"_s, u"Migrations"_s, u"vcs-branch"_s},
                                                  {u"backups"_s, u"Backups"_s, u"backup"_s},
                                                  {u"seeds"_s, u"Seed data"_s, u"document-import"_s}};
        for (const auto &[id, title, iconName] : pages) {
            widgets::PageInfo info{id, title, iconName, u"What is done on "_s + title, {u"zebra"_s + id}};
            info.needsConnection = id != "connections"_L1;
            window.addPage(info, [id, title, iconName] { return new FakePage(id, title, iconName); });
        }
        window.setConnections([] {
            return QList<widgets::ConnectionEntry>{
                {QUuid::createUuid(), u"Sandbox"_s, {}, u"civicq on 127.0.0.1"_s, Environment::Sandbox, true},
                {QUuid::createUuid(), u"City of Oakland"_s, u"Cities"_s, u"civicq on db.example.org"_s,
                 Environment::Production, false}};
        });
    }
    void show()
    {
        window.restore();
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    void open(const postgres::ConnectionParameters &parameters)
    {
        connections::Profile profile;
        profile.id = QUuid::createUuid();
        profile.name = u"City of Oakland"_s;
        profile.parameters = parameters;
        connection.open(profile, core::Secret(QString::fromLatin1(tests::TestServer::password)));
        QTRY_COMPARE_WITH_TIMEOUT(connection.state(), ActiveConnection::State::Open, 20'000);
    }
    template<typename T>
    T *find(const QString &name) const
    {
        return window.findChild<T *>(name);
    }
    void trigger(const QString &action) const { find<QAction>(action)->trigger(); }

    QSettings state;
    core::TaskRunner tasks;
    ActiveConnection connection;
    widgets::Theme theme;
    MainWindow window;
};

bool says(const QWidget &dialog, const QString &words)
{
    const auto labels = dialog.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&words](const QLabel *label) { return label->text().contains(words); });
}

class ShellTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure())); }
    void init() { QVERIFY(m_folder.isValid()); }
    void withoutAConnectionSaysHowToGetOne();
    void productionIsUnmistakable();
    void pageWorksOnlyWhileSeen();
    void keyboardReachesEverything();
    void shortcutsGoToPages();
    void nothingIsClippedAtTheSmallestSize();
    void remembersTheWindow();
    void taskPanelFollowsATask();
    void taskPanelCancels();
    void taskPanelShowsAnErrorWithDetails();
    void paletteFindsThings();
    void paletteRunsACommand();
    void themeSwitches();
    void askedBeforeQuittingWhileATaskRuns();
    void askedBeforeLosingWhatWasTyped();

private:
    [[nodiscard]] QString folder() { return m_folder.filePath(QString::number(++m_count)); }
    [[nodiscard]] postgres::ConnectionParameters database(Environment environment);

    tests::TestServer m_server;
    QTemporaryDir m_folder;
    int m_count = 0;
};

postgres::ConnectionParameters ShellTest::database(Environment environment)
{
    core::SilentTask task;
    const postgres::ConnectionParameters parameters = m_server.createDatabase();
    const auto session = m_server.connect(parameters.database);
    if (environment != Environment::Unknown && !postgres::writeEnvironment(task, *session, environment))
        qFatal("the database could not be marked");
    return parameters;
}

void ShellTest::withoutAConnectionSaysHowToGetOne()
{
    Shell shell(folder());
    shell.show();
    auto *start = shell.find<QPushButton>(u"startSandboxButton"_s);
    QVERIFY(start && start->isVisible());
    QVERIFY(shell.find<QPushButton>(u"addConnectionButton"_s)->isVisible());
    QSignalSpy asked(&shell.window, &MainWindow::sandboxRequested);
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    shell.find<widgets::Navigation>(u"navigation"_s)->setCurrentPage(u"connections"_s);
    QCOMPARE(shell.window.currentPage(), u"connections"_s);
    QVERIFY(shell.find<FakePage>(u"connections"_s)->isVisible());
    tests::picture(shell.window, u"connections-light"_s);
    shell.window.showPage(u"overview"_s);
    tests::picture(shell.window, u"welcome-light"_s);
    shell.theme.setMode(widgets::ThemeMode::Dark);
    tests::picture(shell.window, u"welcome-dark"_s);
}

void ShellTest::productionIsUnmistakable()
{
    Shell shell(folder());
    shell.show();
    shell.open(database(Environment::Production));
    auto *badge = shell.find<widgets::EnvironmentBadge>(u"environmentBadge"_s);
    QVERIFY(badge->isVisible());
    QCOMPARE(badge->environment(), Environment::Production);
    QCOMPARE(badge->accessibleName(), u"Environment: Production"_s);
    QCOMPARE(shell.find<QLabel>(u"lockState"_s)->text(), u"Read-only"_s);
    QVERIFY(shell.window.windowTitle().contains("Production"_L1));
    // The stripe over the whole width, in the environment's colour.
    const QImage bar = shell.find<QWidget>(u"topBar"_s)->grab().toImage();
    QCOMPARE(bar.pixelColor(bar.width() - 2, 1).rgb(), widgets::environmentColor(Environment::Production).rgb());
    const auto grant = shell.connection.grantWrite(shell.connection.facts().database);
    QVERIFY(grant);
    QTRY_COMPARE(shell.find<QLabel>(u"lockState"_s)->text(), u"Unlocked for one task"_s);
    tests::picture(shell.window, u"production-light"_s);
    shell.theme.setMode(widgets::ThemeMode::Dark);
    tests::picture(shell.window, u"production-dark"_s);
}

void ShellTest::pageWorksOnlyWhileSeen()
{
    Shell shell(folder());
    shell.show();
    shell.open(database(Environment::Development));
    auto *overview = shell.find<FakePage>(u"overview"_s);
    QVERIFY(overview->isShownNow());
    shell.window.showPage(u"backups"_s);
    QVERIFY(!overview->isShownNow());
    auto *backups = shell.find<FakePage>(u"backups"_s);
    QVERIFY(backups->isShownNow());
    shell.window.hide();
    QVERIFY(!backups->isShownNow());
    shell.window.show();
    QVERIFY(backups->isShownNow());
    shell.connection.close();
    QTRY_VERIFY(!backups->isShownNow());
}

void ShellTest::keyboardReachesEverything()
{
    Shell shell(folder());
    shell.show();
    shell.open(database(Environment::Staging));
    shell.find<widgets::TaskPanel>(u"taskPanel"_s)->setUnfolded(true);
    QCOMPARE(tests::namelessWidgets(shell.window), QStringList());
    QCOMPARE(tests::unreachableWidgets(shell.window), QStringList());

    // With Tab alone, once around. The window's own focus: without a display nothing says which window is in front.
    shell.find<QWidget>(u"connectionButton"_s)->setFocus(Qt::TabFocusReason);
    QSet<QString> seen;
    for (int steps = 0; steps < 60; ++steps) {
        QVERIFY(shell.window.focusWidget());
        seen.insert(shell.window.focusWidget()->objectName());
        QTest::keyClick(shell.window.focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name :
         {u"foldButton"_s, u"connectionButton"_s, u"searchField"_s, u"navigation"_s, u"run_overviewButton"_s,
          u"overviewTableFilter"_s, u"overviewTableView"_s, u"overviewTableColumns"_s, u"taskToggle"_s})
        QVERIFY2(seen.contains(name), qPrintable(name));

    // F6 from part to part.
    QStringList regions;
    for (int steps = 0; steps < 4; ++steps) {
        shell.trigger(u"nextRegion"_s);
        for (const QString &name : {u"topBar"_s, u"navigation"_s, u"pageArea"_s, u"taskPanel"_s}) {
            const auto *region = shell.find<QWidget>(name);
            if (region == shell.window.focusWidget() || region->isAncestorOf(shell.window.focusWidget()))
                regions.append(name);
        }
    }
    regions.sort();
    QCOMPARE(regions, QStringList({u"navigation"_s, u"pageArea"_s, u"taskPanel"_s, u"topBar"_s}));
}

void ShellTest::shortcutsGoToPages()
{
    Shell shell(folder());
    shell.show();
    QTRY_VERIFY((shell.window.activateWindow(), shell.window.isActiveWindow())); // shortcuts are the front window's
    QTest::keyClick(&shell.window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(shell.window.currentPage(), u"migrations"_s);
    QTest::keyClick(&shell.window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(shell.window.currentPage(), u"overview"_s);
    auto *navigation = shell.find<widgets::Navigation>(u"navigation"_s);
    navigation->setFocus();
    QTest::keyClick(navigation, Qt::Key_Down);
    QCOMPARE(shell.window.currentPage(), u"connections"_s);
}

void ShellTest::nothingIsClippedAtTheSmallestSize()
{
    Shell shell(folder());
    shell.show();
    shell.open(database(Environment::Production));
    shell.window.resize(960, 600);
    QCOMPARE(shell.window.size(), QSize(960, 600));
    shell.find<widgets::TaskPanel>(u"taskPanel"_s)->setUnfolded(true);
    QTest::qWait(0);
    tests::picture(shell.window, u"smallest-light"_s);
    QCOMPARE(tests::clippedWidgets(shell.window), QStringList());
    shell.find<QAction>(u"foldNavigation"_s)->setChecked(true);
    tests::picture(shell.window, u"folded-light"_s);
    QCOMPARE(tests::clippedWidgets(shell.window), QStringList());
    shell.window.openSettings();
    auto *settings = shell.find<QDialog>(u"settingsDialog"_s);
    QVERIFY(QTest::qWaitForWindowExposed(settings));
    tests::picture(*settings, u"settings-light"_s);
    QCOMPARE(tests::clippedWidgets(*settings), QStringList());
    QCOMPARE(tests::namelessWidgets(*settings), QStringList());
    QCOMPARE(tests::unreachableWidgets(*settings), QStringList());
}

void ShellTest::remembersTheWindow()
{
    const QString place = folder();
    {
        Shell shell(place);
        shell.show();
        shell.open(database(Environment::Development));
        shell.window.showPage(u"backups"_s);
        shell.window.resize(1100, 700);
        shell.find<QAction>(u"foldNavigation"_s)->setChecked(true);
        shell.find<widgets::FilteredTable>(u"backupsTable"_s)->view()->setColumnHidden(1, true);
        shell.window.close();
    }
    Shell shell(place);
    shell.show();
    QCOMPARE(shell.window.currentPage(), u"backups"_s);
    QCOMPARE(shell.window.height(), 700); // the screen without a display is narrower than the window
    QVERIFY(shell.find<widgets::Navigation>(u"navigation"_s)->isFolded());
    shell.open(database(Environment::Development));
    QVERIFY(shell.find<widgets::FilteredTable>(u"backupsTable"_s)->view()->isColumnHidden(1));
}

void ShellTest::taskPanelFollowsATask()
{
    Shell shell(folder());
    shell.show();
    std::atomic<bool> goOn = false;
    core::TaskSpec<int> spec;
    spec.title = u"Back up civicq"_s;
    spec.subject = u"civicq on db.example.org"_s;
    spec.run = [&goOn](core::TaskContext &context) -> core::Result<int> {
        while (!goOn)
            context.report({u"Copying data"_s, u"public.votes"_s, 250, 1000, core::Unit::Rows});
        context.message(u"public.votes: 1000 rows"_s);
        return 20;
    };
    spec.verdict = [](int tables) { return u"%1 tables are safe."_s.arg(tables); };
    shell.tasks.start<int>(&shell.window, std::move(spec), {});
    auto *summary = shell.find<QLabel>(u"taskSummary"_s);
    QTRY_COMPARE(summary->text(), u"Back up civicq – Copying data: public.votes"_s);
    QTRY_COMPARE(shell.find<QLabel>(u"taskLeft"_s)->text().isEmpty(), false);
    tests::picture(shell.window, u"task-folded-light"_s);
    QTest::mouseClick(shell.find<QToolButton>(u"taskToggle"_s), Qt::LeftButton);
    QTest::qWait(0);
    auto *row = shell.find<QWidget>(u"task1"_s);
    QVERIFY(row->isVisible());
    tests::picture(shell.window, u"task-running-light"_s);
    goOn = true;
    QTRY_COMPARE(summary->text(), u"Back up civicq – 20 tables are safe."_s);
    QVERIFY(row->accessibleName().contains("20 tables are safe."_L1));
    QTest::mouseClick(shell.find<QPushButton>(u"taskDetails1"_s), Qt::LeftButton);
    tests::picture(shell.window, u"task-done-light"_s);
    shell.theme.setMode(widgets::ThemeMode::Dark);
    tests::picture(shell.window, u"task-done-dark"_s);
    QTest::mouseClick(shell.find<QPushButton>(u"taskClear"_s), Qt::LeftButton);
    QTRY_COMPARE(summary->text(), u"Nothing is running"_s);
}

void ShellTest::taskPanelCancels()
{
    Shell shell(folder());
    shell.show();
    core::TaskSpec<int> spec;
    spec.title = u"Endless"_s;
    spec.run = [](core::TaskContext &context) -> core::Result<int> {
        while (!context.isCancelled())
            context.report({});
        return core::TaskContext::cancelled();
    };
    shell.tasks.start<int>(&shell.window, std::move(spec), {});
    shell.find<widgets::TaskPanel>(u"taskPanel"_s)->setUnfolded(true);
    auto *cancel = shell.find<QPushButton>(u"taskCancel1"_s);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_COMPARE(shell.tasks.model()->at(0).state, core::TaskState::Cancelled);
    QVERIFY(!cancel->isVisible());
    QVERIFY(shell.find<QLabel>(u"taskSummary"_s)->text().startsWith(u"Endless – Cancelled."_s));
}

void ShellTest::taskPanelShowsAnErrorWithDetails()
{
    Shell shell(folder());
    shell.show();
    core::TaskSpec<int> spec;
    spec.title = u"Back up civicq"_s;
    spec.run = [](core::TaskContext &) -> core::Result<int> {
        core::Error error;
        error.code = core::ErrorCode::NoSpace;
        error.message = u"write failed: No space left on device"_s;
        error.doing = u"writing the backup"_s;
        return core::fail(error);
    };
    shell.tasks.start<int>(&shell.window, std::move(spec), {});
    QTRY_COMPARE(shell.tasks.model()->at(0).state, core::TaskState::Failed);
    QTRY_VERIFY(shell.find<QLabel>(u"taskSummary"_s)->text().contains("The disk is full."_L1));
    shell.find<widgets::TaskPanel>(u"taskPanel"_s)->setUnfolded(true);
    QTest::mouseClick(shell.find<QPushButton>(u"taskDetails1"_s), Qt::LeftButton);
    QTest::mouseClick(shell.find<QPushButton>(u"taskCopy1"_s), Qt::LeftButton);
    tests::picture(shell.window, u"task-failed-light"_s);
}

void ShellTest::paletteFindsThings()
{
    const widgets::PaletteEntry backup{u"Back up now"_s, u"Backups"_s, {}, u"copy dump"_s, true, {}};
    using widgets::CommandPalette;
    QVERIFY(CommandPalette::rank(backup, u"back"_s) > CommandPalette::rank(backup, u"dump"_s));
    QVERIFY(CommandPalette::rank(backup, u"NOW bac"_s) > 0);
    QCOMPARE(CommandPalette::rank(backup, u"restore"_s), 0);
    const widgets::PaletteEntry summer{u"Élodie's été"_s, u"Connection"_s, {}, {}, true, {}};
    QVERIFY(CommandPalette::rank(summer, u"elodie ete"_s) > 0);
}

void ShellTest::paletteRunsACommand()
{
    Shell shell(folder());
    shell.show();
    shell.open(database(Environment::Development));
    shell.window.showPage(u"backups"_s);
    shell.window.showPage(u"overview"_s);
    auto *page = shell.find<FakePage>(u"backups"_s);
    shell.trigger(u"search"_s);
    auto *field = shell.find<QLineEdit>(u"paletteField"_s);
    QVERIFY(field);
    QVERIFY(QTest::qWaitForWindowExposed(field->window()));
    auto *list = shell.find<QListWidget>(u"paletteList"_s);
    tests::picture(*field->window(), u"palette-light"_s);
    QTest::keyClicks(field, u"zebraback"_s);
    QCOMPARE(list->item(0)->text(), u"Backups"_s);
    field->clear();
    QTest::keyClicks(field, u"oakland"_s);
    QCOMPARE(list->item(0)->text(), u"City of Oakland"_s);
    field->clear();
    QTest::keyClicks(field, u"back up backups"_s);
    QCOMPARE(list->item(0)->text(), u"Back up Backups"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(page->timesRun(), 1);
    QCOMPARE(shell.window.currentPage(), u"backups"_s);
}

void ShellTest::themeSwitches()
{
    Shell shell(folder());
    shell.show();
    QVERIFY(!widgets::isDark(shell.window.palette()));
    QSignalSpy changed(&shell.window, &MainWindow::preferencesChanged);
    shell.find<QAction>(u"theme_dark"_s)->trigger();
    QTRY_VERIFY(widgets::isDark(shell.window.palette()));
    QCOMPARE(changed.count(), 1);
    shell.find<QAction>(u"theme_light"_s)->trigger();
    QTRY_VERIFY(!widgets::isDark(shell.window.palette()));
}

void ShellTest::askedBeforeQuittingWhileATaskRuns()
{
    Shell shell(folder());
    shell.show();
    core::TaskSpec<int> spec;
    spec.title = u"Endless"_s;
    spec.run = [](core::TaskContext &context) -> core::Result<int> {
        while (!context.isCancelled())
            context.report({});
        return core::TaskContext::cancelled();
    };
    shell.tasks.start<int>(&shell.window, std::move(spec), {});
    QVERIFY(!shell.window.close());
    auto *question = shell.find<QDialog>(u"quitQuestion"_s);
    QVERIFY(question);
    QVERIFY(says(*question, u"Endless"_s)); // what is running is named
    QVERIFY(QTest::qWaitForWindowExposed(question));
    tests::picture(*question, u"quit-running"_s);
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(shell.window.isVisible());
    QCOMPARE(shell.tasks.model()->runningCount(), 1);
}

void ShellTest::askedBeforeLosingWhatWasTyped()
{
    Shell shell(folder());
    shell.show();
    shell.window.showPage(u"connections"_s);
    auto *page = shell.find<FakePage>(u"connections"_s);
    page->setUnsavedWork(u"One connection is not saved."_s);
    shell.window.showPage(u"overview"_s);
    QVERIFY(!shell.window.close());
    auto *question = shell.find<QDialog>(u"quitQuestion"_s);
    QVERIFY(says(*question, u"One connection is not saved."_s));
    QVERIFY(shell.find<QPushButton>(u"quitStay"_s)->isDefault());
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(shell.window.isVisible());
    QCOMPARE(shell.window.currentPage(), u"connections"_s); // where it can be saved
    QTRY_VERIFY(!shell.find<QDialog>(u"quitQuestion"_s));
    QVERIFY(!shell.window.close());
    QTest::mouseClick(shell.find<QPushButton>(u"quitAllTheSame"_s), Qt::LeftButton);
    QTRY_VERIFY(!shell.window.isVisible());
}

} // namespace

QTEST_MAIN(ShellTest)
#include "shelltest.moc"

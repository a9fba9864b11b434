// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "common/environmentbadge.h"
#include "common/filteredtable.h"
#include "common/themeicons.h"
#include "core/taskrunner.h"
#include "shell/aboutdialog.h"
#include "shell/commandpalette.h"
#include "shell/navigation.h"
#include "shell/pagearea.h"
#include "shell/quitquestion.h"
#include "shell/shellactions.h"
#include "shell/taskpanel.h"

#include <QtCore/QSettings>
#include <QtCore/QTimer>
#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::connections::ActiveConnection;

namespace civicq::widgets {

namespace {

constexpr QSize firstSize(1280, 800);
constexpr QSize leastSize(960, 600);
constexpr int pagesWithDigit = 9;
constexpr int idleMilliseconds = 600; // after which pages nobody asked for yet are made, one at a time

// The first thing in `region` the keyboard can reach.
QWidget *firstField(QWidget *region)
{
    if (region->focusPolicy() & Qt::TabFocus)
        return region;
    for (QWidget *field = region->nextInFocusChain(); field && field != region; field = field->nextInFocusChain()) {
        if (region->isAncestorOf(field) && field->isVisible() && field->isEnabled()
            && (field->focusPolicy() & Qt::TabFocus))
            return field;
    }
    return nullptr;
}

} // namespace

MainWindow::MainWindow(core::TaskRunner &tasks, ActiveConnection &connection, Theme &theme, QSettings &state,
                       QWidget *parent)
    : QMainWindow(parent), m_tasks(tasks), m_connection(connection), m_theme(theme), m_state(state),
      m_actions(std::make_unique<ShellActions>(this)), m_top(new TopBar(connection)), m_navigation(new Navigation),
      m_pages(new PageArea(connection)), m_panel(new TaskPanel(tasks))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(leastSize);
    resize(firstSize);
    layOut();
    connectActions();
    connectParts();
    refreshTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    auto *centre = new QWidget;
    auto *rows = new QVBoxLayout(centre);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(new Sidebar(m_navigation));
    middle->addWidget(m_pages, 1);
    rows->addWidget(m_top);
    rows->addLayout(middle, 1);
    rows->addWidget(m_panel);
    m_rows = rows;
    setCentralWidget(centre);
    // Not its default action: that would make it look pressed for as long as the navigation is folded.
    connect(m_top->foldButton(), &QToolButton::clicked, m_actions->foldNavigation, &QAction::toggle);
    setFolded(false);
    m_pages->setConnectActions({m_actions->startSandbox, m_actions->addConnection, m_actions->practise});
}

void MainWindow::connectActions()
{
    const ShellActions &act = *m_actions;
    connect(act.switchConnection, &QAction::triggered, m_top, &TopBar::openSwitcher);
    connect(act.startSandbox, &QAction::triggered, this, &MainWindow::sandboxRequested);
    connect(act.addConnection, &QAction::triggered, this, [this] {
        showPage(u"connections"_s);
        Q_EMIT addConnectionRequested();
    });
    connect(act.manageConnections, &QAction::triggered, this, [this] { showPage(u"connections"_s); });
    connect(act.disconnectDatabase, &QAction::triggered, &m_connection, &ActiveConnection::close);
    connect(act.settings, &QAction::triggered, this, &MainWindow::openSettings);
    connect(act.quit, &QAction::triggered, this, &QWidget::close);
    connect(act.search, &QAction::triggered, this, &MainWindow::openPalette);
    connect(act.foldNavigation, &QAction::toggled, this, &MainWindow::setFolded);
    connect(act.taskList, &QAction::triggered, this, [this] { m_panel->setUnfolded(!m_panel->isUnfolded()); });
    connect(act.fullScreen, &QAction::toggled, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    connect(act.nextRegion, &QAction::triggered, this, [this] { moveRegion(1); });
    connect(act.previousRegion, &QAction::triggered, this, [this] { moveRegion(-1); });
    connect(act.help, &QAction::triggered, this, [this] { showPage(u"help"_s); });
    connect(act.practise, &QAction::triggered, this, &MainWindow::practiceRequested);
    connect(act.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(act.aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
    connect(act.toolsMenu, &QMenu::aboutToShow, this, &MainWindow::fillTools);
    connect(act.theme, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_preferences.theme = static_cast<ThemeMode>(action->data().toInt());
        m_theme.setMode(m_preferences.theme);
        Q_EMIT preferencesChanged(m_preferences);
    });
}

void MainWindow::connectParts()
{
    connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::showPage);
    connect(m_pages, &PageArea::pageRequested, this, &MainWindow::showPage);
    connect(m_pages, &PageArea::passwordWanted, this, &MainWindow::passwordWanted);
    connect(m_pages, &PageArea::pageMade, this, &MainWindow::restoreTables);
    connect(m_top, &TopBar::searchRequested, this, &MainWindow::openPalette);
    connect(m_top, &TopBar::manageRequested, m_actions->manageConnections, &QAction::trigger);
    connect(m_top, &TopBar::disconnectRequested, m_actions->disconnectDatabase, &QAction::trigger);
    connect(m_top, &TopBar::connectionChosen, this, &MainWindow::connectionChosen);
    connect(&m_connection, &ActiveConnection::changed, this, &MainWindow::refreshTitle);
}

void MainWindow::addPage(const PageInfo &info, std::function<Page *()> make)
{
    const qsizetype number = m_pages->infos().size() + 1;
    QKeySequence keys;
    if (number <= pagesWithDigit)
        keys = QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number));
    auto *action = new QAction(icon(info.iconName), info.title, this);
    action->setObjectName(u"go_"_s + info.id);
    action->setShortcut(keys);
    action->setToolTip(info.toolTip);
    connect(action, &QAction::triggered, this, [this, id = info.id] { showPage(id); });
    addAction(action);
    m_actions->goMenu->insertAction(m_actions->goEnd, action);
    m_navigation->addPage(info, keys);
    m_pages->addPage(info, std::move(make));
    m_actions->help->setVisible(
        std::ranges::any_of(m_pages->infos(), [](const PageInfo &page) { return page.id == "help"_L1; }));
}

void MainWindow::setGuide(QWidget *guide)
{
    m_guide = guide;
    m_rows->insertWidget(m_rows->indexOf(m_panel), guide);
}

void MainWindow::setConnections(ListConnections list)
{
    m_top->setConnections(std::move(list));
}

void MainWindow::setPreferences(const Preferences &preferences, const SettingsChoices &choices)
{
    m_preferences = preferences;
    m_choices = choices;
    m_actions->setTheme(preferences.theme);
}

void MainWindow::showPage(const QString &id)
{
    if (m_pages->currentId() == id)
        return;
    m_pages->showPage(id);
    m_navigation->setCurrentPage(m_pages->currentId());
    refreshTitle();
}

void MainWindow::showPreparing(const QString &what)
{
    m_pages->showPreparing(what);
}

void MainWindow::showProblem(const core::Error &error, std::function<void()> retry)
{
    m_pages->showProblem(error, std::move(retry));
}

QString MainWindow::currentPage() const
{
    return m_pages->currentId();
}

void MainWindow::refreshTitle()
{
    m_actions->disconnectDatabase->setEnabled(m_connection.state() != ActiveConnection::State::Closed);
    if (!m_connection.isOpen()) {
        setWindowTitle(tr("CivicQ Admin"));
        return;
    }
    const connections::ServerFacts &facts = m_connection.facts();
    setWindowTitle(tr("%1 (%2) – CivicQ Admin").arg(facts.database, environmentWord(facts.environment)));
}

void MainWindow::fillTools()
{
    m_actions->toolsMenu->clear();
    Page *page = m_connection.isOpen() ? m_pages->page(currentPage()) : nullptr;
    const QList<QAction *> commands = page ? page->commands() : QList<QAction *>();
    m_actions->toolsMenu->addActions(commands);
    if (commands.isEmpty())
        m_actions->toolsMenu->addAction(tr("Nothing to do on this page"))->setEnabled(false);
}

void MainWindow::setFolded(bool folded)
{
    m_navigation->setFolded(folded);
    const QString words = folded ? tr("Unfold the navigation") : tr("Fold the navigation");
    m_top->foldButton()->setIcon(icon(folded ? u"sidebar-expand"_s : u"sidebar-collapse"_s));
    m_top->foldButton()->setAccessibleName(words);
    m_top->foldButton()->setToolTip(words + u" ("_s
                                    + m_actions->foldNavigation->shortcut().toString(QKeySequence::NativeText) + u')');
}

void MainWindow::moveRegion(int step)
{
    QList<QWidget *> regions{m_top, m_navigation, m_pages, m_panel};
    if (m_guide && m_guide->isVisible())
        regions.insert(regions.size() - 1, m_guide);
    const QWidget *focus = focusWidget();
    const auto count = static_cast<int>(regions.size());
    int now = step > 0 ? -1 : 0;
    for (int place = 0; focus && place < count; ++place) {
        if (regions.at(place) == focus || regions.at(place)->isAncestorOf(focus))
            now = place;
    }
    for (int tries = 1; tries <= count; ++tries) {
        const int place = (now + step * tries + count * tries) % count;
        if (QWidget *field = firstField(regions.at(place))) {
            field->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

QList<PaletteEntry> MainWindow::paletteEntries()
{
    QList<PaletteEntry> entries;
    for (const PageInfo &info : m_pages->infos()) {
        entries.append({info.title, tr("Page"), icon(info.iconName), info.toolTip + u' ' + info.keywords.join(u' '),
                        true, [this, id = info.id] { showPage(id); }});
    }
    for (const Page *page : m_pages->madePages()) {
        const bool usable = !page->info().needsConnection || m_connection.isOpen();
        for (QAction *action : page->commands()) {
            const QIcon symbol = action->icon().isNull() ? icon(page->info().iconName) : action->icon();
            entries.append({QString(action->text()).remove(u'&'), page->info().title, symbol, action->toolTip(),
                            usable && action->isEnabled(), [this, action, id = page->info().id] {
                                showPage(id); // what it does is seen there
                                action->trigger();
                            }});
        }
    }
    for (const ConnectionEntry &entry : m_top->connections()) {
        entries.append({entry.name, tr("Connection"), icon(u"network-server-database"_s),
                        entry.group + u' ' + entry.detail, true, [this, entry] { Q_EMIT connectionChosen(entry); }});
    }
    for (QAction *action : m_actions->forPalette()) {
        if (action->isVisible())
            entries.append({QString(action->text()).remove(u'&'), tr("Window"), action->icon(), action->toolTip(),
                            action->isEnabled(), [action] { action->trigger(); }});
    }
    return entries;
}

void MainWindow::openPalette()
{
    auto *palette = new CommandPalette(paletteEntries(), this);
    palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, m_top->y() + m_top->height())));
    palette->open();
}

void MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_preferences, m_choices, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_preferences = dialog->preferences();
        m_actions->setTheme(m_preferences.theme);
        m_theme.setMode(m_preferences.theme);
        Q_EMIT preferencesChanged(m_preferences);
    });
    dialog->open();
}

void MainWindow::showAbout()
{
    (new AboutDialog(this))->open();
}

void MainWindow::restore()
{
    restoreGeometry(m_state.value("window/geometry"_L1).toByteArray());
    m_actions->foldNavigation->setChecked(m_state.value("window/folded"_L1, false).toBool());
    m_panel->setUnfolded(m_state.value("window/tasksUnfolded"_L1, false).toBool());
    m_panel->setDrawnHeight(m_state.value("window/tasksHeight"_L1, 0).toInt());
    m_actions->taskList->setChecked(m_panel->isUnfolded());
    if (currentPage().isEmpty())
        showPage(m_state.value("window/page"_L1).toString());
    if (currentPage().isEmpty() && !m_pages->infos().isEmpty())
        showPage(m_pages->infos().first().id);
}

void MainWindow::restoreTables(Page *page)
{
    for (FilteredTable *table : page->findChildren<FilteredTable *>()) {
        const QByteArray state = m_state.value(u"tables/"_s + table->objectName()).toByteArray();
        if (!state.isEmpty())
            table->restoreState(state);
    }
}

void MainWindow::remember()
{
    m_state.setValue("window/geometry"_L1, saveGeometry());
    m_state.setValue("window/folded"_L1, m_navigation->isFolded());
    m_state.setValue("window/tasksUnfolded"_L1, m_panel->isUnfolded());
    m_state.setValue("window/tasksHeight"_L1, m_panel->drawnHeight());
    m_state.setValue("window/page"_L1, currentPage());
    for (const FilteredTable *table : findChildren<FilteredTable *>())
        m_state.setValue(u"tables/"_s + table->objectName(), table->saveState());
}

void MainWindow::refreshSeen()
{
    m_pages->setWindowSeen(isVisible() && !isMinimized());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        refreshSeen();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    // The page keeps most of the window unless a person wants it otherwise.
    m_panel->setRoom(std::clamp(height() * 3 / 10, 144, 320), height() / 2);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    refreshSeen();
    makePagesWhenIdle();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    refreshSeen();
}

void MainWindow::makePagesWhenIdle()
{
    QTimer::singleShot(idleMilliseconds, this, [this] {
        if (m_pages->makeNext())
            makePagesWhenIdle();
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_quitConfirmed && !mayQuit()) {
        event->ignore();
        return;
    }
    remember();
    QMainWindow::closeEvent(event);
}

bool MainWindow::mayQuit()
{
    const int running = m_tasks.model()->runningCount();
    QStringList unsaved;
    QString where;
    for (const Page *page : m_pages->madePages()) {
        const QString lost = page->unsavedWork();
        if (lost.isEmpty())
            continue;
        unsaved.append(lost);
        where = page->info().id;
    }
    if (running == 0 && unsaved.isEmpty())
        return true;
    auto *question = new QuitQuestion(*m_tasks.model(), unsaved, this);
    connect(question, &QuitQuestion::quitChosen, this, [this] {
        m_quitConfirmed = true;
        m_tasks.cancelAll();
        close();
    });
    if (!where.isEmpty())
        connect(question, &QDialog::rejected, this, [this, where] { showPage(where); });
    question->open();
    return false;
}

} // namespace civicq::widgets

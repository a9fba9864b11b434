// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/overviewpage.h"

#include "common/chartcard.h"
#include "common/messagestrip.h"
#include "common/seriescolors.h"
#include "common/statepane.h"
#include "common/typography.h"
#include "core/units.h"
#include "monitoring/livefeed.h"
#include "monitoring/overviewcharts.h"
#include "monitoring/overviewtexts.h"
#include "monitoring/recenttasks.h"
#include "phrases/explanation.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using civicq::connections::ActiveConnection;
using std::chrono::milliseconds;

namespace civicq::widgets {

namespace {

constexpr milliseconds backupInterval{60'000};
constexpr std::array<int, 6> intervals{1'000, 2'000, 5'000, 10'000, 30'000, 60'000};
constexpr int tilesInARow = 860; // pixels from which on all five stand side by side
constexpr int cardHeight = 310;

} // namespace

PageInfo OverviewPage::describe()
{
    PageInfo info;
    info.id = u"overview"_s;
    info.title = tr("Overview");
    info.iconName = u"speedometer"_s;
    info.toolTip = tr("How the database is, live");
    info.keywords = tr("health,cache hit,connections,table sizes,live,charts,dashboard").split(u',');
    return info;
}

OverviewPage::OverviewPage(core::TaskRunner &tasks, ActiveConnection &connection, const core::Settings &settings,
                           FindNewestBackup findNewestBackup, QWidget *parent)
    : Page(describe(), parent), m_tasks(tasks), m_connection(connection),
      m_findNewestBackup(std::move(findNewestBackup)),
      m_feed(new LiveFeed(tasks, connection, settings.sampleInterval, this)),
      m_charts(new OverviewCharts(*m_feed, this)), m_recent(new RecentTasks(tasks.model())),
      m_health(new VerdictTile(tr("Health"), series::total)),
      m_backupTile(new VerdictTile(tr("Newest backup"), series::total)),
      m_connectionsTile(new VerdictTile(tr("Connections"), series::total)),
      m_cacheTile(new VerdictTile(tr("Cache hit"), series::heap)), m_sizeTile(new VerdictTile(tr("Size"), series::heap))
{
    m_pane = new StatePane(makeContent());
    setBody(m_pane);
    makeActions();
    m_backupTimer.setInterval(backupInterval);
    connect(&m_backupTimer, &QTimer::timeout, this, &OverviewPage::searchBackup);
    connect(&tasks, &core::TaskRunner::taskFinished, this, [this] {
        if (m_shown)
            searchBackup();
    });
    connect(&connection, &ActiveConnection::changed, this, &OverviewPage::followConnection);
    connect(m_feed, &LiveFeed::stateChanged, this, &OverviewPage::showState);
    connect(m_feed, &LiveFeed::sampled, this, &OverviewPage::showFigures);
    connect(m_feed, &LiveFeed::sized, this, &OverviewPage::showFigures);
    followConnection();
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::makeActions()
{
    const auto toggle = [this](const QString &text, ChartCard *card) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, this, [this, card] {
            card->showTable(true);
            revealChart(card);
        });
        m_commands.append(action);
    };
    toggle(tr("Show table sizes as a table"), m_charts->sizes());
    toggle(tr("Show connections as a table"), m_charts->connections());
    toggle(tr("Show cache hit as a table"), m_charts->cache());
    connect(m_health, &QAbstractButton::clicked, this, [this] {
        // To what is worst.
        const bool cache = m_cacheTile->facts().meaning > m_connectionsTile->facts().meaning;
        revealChart(cache ? m_charts->cache() : m_charts->connections());
    });
    connect(m_backupTile, &QAbstractButton::clicked, this, [this] { Q_EMIT pageRequested(u"backups"_s); });
    connect(m_connectionsTile, &QAbstractButton::clicked, this, [this] { revealChart(m_charts->connections()); });
    connect(m_cacheTile, &QAbstractButton::clicked, this, [this] { revealChart(m_charts->cache()); });
    connect(m_sizeTile, &QAbstractButton::clicked, this, [this] { revealChart(m_charts->sizes()); });
}

QList<QAction *> OverviewPage::commands() const
{
    return m_commands;
}

QWidget *OverviewPage::makeContent()
{
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(grid::gap);
    const std::array<std::pair<VerdictTile *, QString>, 5> tiles{{{m_health, u"healthTile"_s},
                                                                  {m_backupTile, u"backupTile"_s},
                                                                  {m_connectionsTile, u"connectionsTile"_s},
                                                                  {m_cacheTile, u"cacheTile"_s},
                                                                  {m_sizeTile, u"sizeTile"_s}}};
    for (const auto &[tile, name] : tiles)
        tile->setObjectName(name);

    auto *lately = new Card(tr("What happened lately"));
    lately->setBody(m_recent);
    auto *cards = new QGridLayout;
    cards->setSpacing(grid::gap);
    int place = 0;
    for (QWidget *card : {static_cast<QWidget *>(m_charts->cache()), static_cast<QWidget *>(m_charts->connections()),
                          static_cast<QWidget *>(m_charts->sizes()), static_cast<QWidget *>(lately)}) {
        card->setMinimumHeight(cardHeight);
        card->setMinimumWidth(320);
        cards->addWidget(card, place / 2, place % 2);
        ++place;
    }
    cards->setColumnStretch(0, 1);
    cards->setColumnStretch(1, 1);

    m_strip = new MessageStrip;
    m_strip->setObjectName(u"overviewStrip"_s);
    m_strip->hide();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::gap);
    column->addWidget(m_strip);
    column->addLayout(m_tileGrid);
    column->addWidget(makeStatusRow());
    column->addLayout(cards, 1);
    return content;
}

QWidget *OverviewPage::makeStatusRow()
{
    m_status = makeLabel({}, Type::Small, true);
    m_status->setObjectName(u"liveStatus"_s);
    m_interval = new QComboBox;
    m_interval->setObjectName(u"sampleInterval"_s);
    m_interval->setAccessibleName(tr("How often the figures are read"));
    m_interval->setToolTip(tr("How often the figures are read from the server while this page is shown"));
    fillIntervals();
    connect(m_interval, &QComboBox::activated, this, [this] {
        const milliseconds chosen(m_interval->currentData().toInt());
        m_feed->setInterval(chosen);
        Q_EMIT intervalChosen(chosen);
    });
    auto *label = makeLabel(tr("&Measure every"), Type::Small, true);
    label->setBuddy(m_interval);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_status, 1);
    layout->addWidget(label);
    layout->addWidget(m_interval);
    return row;
}

void OverviewPage::setInterval(milliseconds interval)
{
    m_feed->setInterval(interval);
    fillIntervals();
}

void OverviewPage::setFindNewestBackup(FindNewestBackup find)
{
    m_findNewestBackup = std::move(find);
    if (m_shown)
        searchBackup();
}

void OverviewPage::fillIntervals()
{
    m_interval->clear();
    QList<int> choices(intervals.begin(), intervals.end());
    const int present = static_cast<int>(m_feed->interval().count());
    if (!choices.contains(present)) {
        choices.append(present);
        std::sort(choices.begin(), choices.end());
    }
    for (const int choice : std::as_const(choices)) {
        const QString text = choice % 60'000 == 0 ? tr("%n min", nullptr, choice / 60'000)
                                                  : tr("%1 s").arg(QLocale().toString(choice / 1000.0));
        m_interval->addItem(text, choice);
    }
    m_interval->setCurrentIndex(m_interval->findData(present));
}

void OverviewPage::placeTiles()
{
    const int columns = width() >= tilesInARow ? 5 : 3;
    if (columns == m_tileColumns)
        return;
    m_tileColumns = columns;
    int place = 0;
    for (VerdictTile *tile : {m_health, m_backupTile, m_connectionsTile, m_cacheTile, m_sizeTile}) {
        m_tileGrid->addWidget(tile, place / columns, place % columns);
        ++place;
    }
    for (int column = 0; column < 5; ++column)
        m_tileGrid->setColumnStretch(column, column < columns ? 1 : 0);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeTiles();
}

void OverviewPage::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    m_feed->setRunning(shown);
    m_recent->setShown(shown);
    if (shown) {
        m_backupTimer.start();
        searchBackup();
    } else {
        m_backupTimer.stop();
    }
}

void OverviewPage::followConnection()
{
    switch (m_connection.state()) {
    case ActiveConnection::State::Closed:
        setSentence(tr("No database is open."));
        m_pane->showEmpty(
            {u"network-disconnect"_s, tr("No database is open"),
             tr("Choose a connection at the top of the window. The sandbox is always there to try things.")});
        break;
    case ActiveConnection::State::Opening:
        setSentence(tr("Connecting to %1.").arg(m_connection.profile().name));
        m_pane->showBusy(tr("Connecting…"));
        break;
    case ActiveConnection::State::Failed:
        setSentence(phrases::explain(m_connection.error()).what);
        m_pane->showError(m_connection.error(), [this] { m_connection.reopen(); });
        break;
    case ActiveConnection::State::Open:
        m_pane->showContent();
        m_backup = {};
        showState();
        if (m_shown)
            searchBackup();
        break;
    }
}

void OverviewPage::showState()
{
    if (!m_connection.isOpen())
        return;
    const LiveFeed::State state = m_feed->state();
    const QString since =
        m_feed->answered().isValid()
            ? tr("The figures are of %1.").arg(QLocale().toString(m_feed->answered().time(), u"HH:mm:ss"_s))
            : QString();
    const bool silent = state == LiveFeed::State::Late || state == LiveFeed::State::Failed;
    m_strip->setVisible(silent);
    if (state == LiveFeed::State::Late) {
        setSentence(tr("The server has not answered yet."));
        m_strip->setMessage(Meaning::Warning, tr("The server is late with its answer. %1").arg(since).trimmed());
    } else if (state == LiveFeed::State::Failed) {
        const phrases::Explanation words = phrases::explain(m_feed->error());
        setSentence(words.what);
        m_strip->setMessage(Meaning::Critical, tr("%1 Asking again every %2. %3")
                                                   .arg(words.what, core::formatDuration(m_feed->interval()), since)
                                                   .trimmed());
        m_strip->setToolTip(words.details);
    }
    showFigures();
}

void OverviewPage::showFigures()
{
    const auto &sample = m_feed->sample();
    const LiveFeed::State state = m_feed->state();
    const bool live = state == LiveFeed::State::Live && sample;
    const QDateTime now = QDateTime::currentDateTime();
    if (live) {
        setSentence(texts::sentence(*sample, m_backup, now));
        m_health->setFacts(texts::healthTile(*sample, m_backup, now));
        m_connectionsTile->setFacts(texts::connectionsTile(*sample, m_feed->series()->points()));
        m_cacheTile->setFacts(texts::cacheTile(*sample, m_feed->series()->points()));
        m_status->setText(tr("Live. Read at %1.").arg(QLocale().toString(m_feed->answered().time(), u"HH:mm:ss"_s)));
    } else {
        const bool silent = state == LiveFeed::State::Late || state == LiveFeed::State::Failed;
        TileFacts unknown = texts::unknownTile(silent ? tr("no answer") : tr("measuring…"));
        for (VerdictTile *tile : {m_connectionsTile, m_cacheTile})
            tile->setFacts(unknown);
        if (silent) {
            unknown.meaning = Meaning::Critical;
            unknown.word = tr("Not answering");
        }
        m_health->setFacts(unknown);
        m_status->setText(silent ? tr("Waiting for the server.") : tr("Measuring…"));
        if (!silent)
            setSentence(tr("Reading the first figures of %1.").arg(m_connection.facts().database));
    }
    m_sizeTile->setFacts(m_feed->sizes() ? texts::sizeTile(*m_feed->sizes(), m_feed->sizeHistory())
                                         : texts::unknownTile(tr("measuring…")));
    m_backupTile->setFacts(m_findNewestBackup ? texts::backupTile(m_backup, now)
                                              : texts::unknownTile(tr("no backup folder is known")));
}

void OverviewPage::searchBackup()
{
    if (!m_findNewestBackup || !m_connection.isOpen())
        return;
    using Found = std::optional<NewestBackup>;
    core::TaskSpec<Found> spec;
    spec.quiet = true;
    const QString database = m_connection.facts().database;
    spec.run = [find = m_findNewestBackup, database](core::TaskContext &context) { return find(context, database); };
    m_tasks.start<Found>(this, std::move(spec), [this, database](core::Result<Found> found) {
        if (!m_connection.isOpen() || m_connection.facts().database != database)
            return;
        m_backup = {};
        m_backup.searched = true;
        if (found)
            m_backup.newest = *found;
        else
            m_backup.error = found.error();
        showFigures();
    });
}

void OverviewPage::revealChart(ChartCard *card)
{
    card->focusBody();
    for (QWidget *around = parentWidget(); around; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(card);
    }
}

} // namespace civicq::widgets

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/chartcard.h"
#include "common/messagestrip.h"
#include "common/themeicons.h"
#include "common/timechart.h"
#include "fixtures/faultproxy.h"
#include "fixtures/testserver.h"
#include "monitoring/livefeed.h"
#include "monitoring/overviewpage.h"
#include "monitoring/verdicttile.h"

#include <QtCharts/QLineSeries>
#include <QtCore/QProcess>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QListWidget>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace civicq;
using connections::ActiveConnection;
using tests::FaultProxy;
using widgets::LiveFeed;
using widgets::OverviewPage;
using widgets::VerdictTile;

namespace {

constexpr std::chrono::milliseconds interval{50};
constexpr int patience = 30'000;  // for an answer, on a machine that does much else
constexpr int longestStall = 500; // of the event loop

// How long the event loop was away at most.
class EventLoopWatch
{
public:
    EventLoopWatch()
    {
        m_timer.setInterval(5);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_clock.start();
        m_timer.start();
    }
    [[nodiscard]] qint64 longest() const { return std::max(m_longest, m_clock.elapsed()); }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

class OverviewTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheServersFigures();
    void asksOnlyWhileShown();
    void oneRequestAtATime();
    void cutLineRecovers();
    void silentLineNeverStallsTheWindow();
#ifdef Q_OS_UNIX
    void stoppedServerNeverStallsTheWindow();
#endif
    void anotherDatabaseBeginsAnew();
    void noDatabase();
    void newestBackup_data();
    void newestBackup();
    void finishedTasksShow();
    void intervalIsChosen();

private:
    void open(const postgres::ConnectionParameters &parameters);
    void openThroughProxy();
    [[nodiscard]] VerdictTile *tile(const QString &name) const { return m_page->findChild<VerdictTile *>(name); }
    [[nodiscard]] LiveFeed::State state() const { return m_page->feed().state(); }
    [[nodiscard]] widgets::MessageStrip *strip() const
    {
        return m_page->findChild<widgets::MessageStrip *>(u"overviewStrip"_s);
    }

    tests::TestServer m_server;
    core::SilentTask m_task;
    core::Result<std::optional<widgets::NewestBackup>> m_newestBackup = std::nullopt;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<core::TaskRunner> m_tasks;
    std::unique_ptr<ActiveConnection> m_connection;
    std::unique_ptr<OverviewPage> m_page;
};

void OverviewTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    QLocale::setDefault(QLocale::c());
    widgets::initIcons();
}

void OverviewTest::init()
{
    m_newestBackup = std::nullopt;
    m_proxy = std::make_unique<FaultProxy>(m_server.port());
    m_tasks = std::make_unique<core::TaskRunner>();
    m_connection = std::make_unique<ActiveConnection>(*m_tasks, core::PoolSettings{});
    core::Settings settings;
    settings.sampleInterval = interval;
    m_page = std::make_unique<OverviewPage>(*m_tasks, *m_connection, settings,
                                            [this](core::TaskContext &, const QString &) { return m_newestBackup; });
    m_page->resize(1100, 900);
    m_page->show();
}

void OverviewTest::cleanup()
{
    m_proxy->setMode(FaultProxy::Mode::Refuse); // so that nothing waits for an answer any more
    m_proxy->cut();
    m_page.reset();
    m_connection.reset();
    m_tasks.reset();
}

void OverviewTest::open(const postgres::ConnectionParameters &parameters)
{
    connections::Profile profile;
    profile.name = u"Élodie's \"été\""_s;
    profile.parameters = parameters;
    m_connection->open(profile, parameters.password);
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->isOpen(), patience);
}

void OverviewTest::openThroughProxy()
{
    auto parameters = m_server.createDatabase();
    parameters.port = m_proxy->port();
    parameters.connectTimeoutSeconds = 2;
    open(parameters);
    m_page->setShown(true);
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveFeed::State::Live, patience);
}

void OverviewTest::showsTheServersFigures()
{
    const auto parameters = m_server.createDatabase();
    const auto session = m_server.connect(parameters.database);
    QVERIFY(session
                ->script(m_task, "create table votes (a int primary key, b text);"
                                 "insert into votes select g, repeat('x', 100) from generate_series(1, 20000) g;"
                                 "create table users (a int); select pg_stat_force_next_flush()")
                .has_value());
    std::vector<std::unique_ptr<postgres::Connection>> idlers;
    for (int i = 0; i < 7; ++i) {
        auto website = parameters;
        website.extra.insert(u"application_name"_s, u"city website"_s);
        idlers.push_back(std::move(postgres::Connection::open(m_task, website).value()));
        QVERIFY(idlers.back()->script(m_task, "begin; select 1").has_value());
    }
    open(parameters);
    m_page->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->feed().sizes().has_value(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->feed().sample()->connections.idleInTransaction, 7, patience);

    const auto total = session->query(m_task, u"select sum(pg_total_relation_size(relid)), "
                                              "pg_database_size(current_database()) from pg_stat_user_tables"_s);
    qint64 shown = 0;
    for (const auto &table : m_page->feed().tables()->tables())
        shown += table.total();
    QCOMPARE(shown, total->integer(0, 0));
    QCOMPARE(m_page->feed().sizes()->database.value(), total->integer(0, 1));
    QCOMPARE(tile(u"connectionsTile"_s)->facts().meaning, widgets::Meaning::Warning); // 7 idle in transaction
    QCOMPARE(tile(u"healthTile"_s)->facts().meaning, widgets::Meaning::Warning);
    QVERIFY(tile(u"cacheTile"_s)->facts().figure.endsWith(u'%'));
    QVERIFY2(m_page->sentence().contains(u"of 100 connections in use; cache hit "_s), qPrintable(m_page->sentence()));
    // Every session counted under "In use", the first line, is in one of the others.
    QList<double> newest;
    const auto *connections = m_page->findChild<widgets::TimeChart *>(u"connectionsChart"_s);
    for (const QAbstractSeries *series : connections->chart()->series())
        newest.append(static_cast<const QLineSeries *>(series)->points().last().y());
    QCOMPARE(std::accumulate(newest.cbegin() + 1, newest.cend(), 0.0), newest.first());
    for (auto *card : m_page->findChildren<widgets::ChartCard *>()) {
        QVERIFY2(card->figure().contains(QRegularExpression(u"\\d"_s)), qPrintable(card->title()));
        card->showTable(true);
        QVERIFY(card->showsTable());
    }
    QVERIFY(!strip()->isVisible());
}

void OverviewTest::asksOnlyWhileShown()
{
    openThroughProxy();
    const qint64 before = m_proxy->bytesToServer();
    QTRY_VERIFY_WITH_TIMEOUT(m_proxy->bytesToServer() > before, patience);
    m_page->setShown(false);
    // The request on its way may still end; from then on there is silence.
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->pool()->stats().checkedOut, 0, patience);
    const qint64 hidden = m_proxy->bytesToServer();
    const auto points = m_page->feed().series()->points().size();
    QTest::qWait(static_cast<int>(interval.count()) * 20);
    QCOMPARE(m_proxy->bytesToServer(), hidden);
    QCOMPARE(m_page->feed().series()->points().size(), points);
    QVERIFY(m_page->feed().series()->points().last().gap);
    m_page->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->feed().series()->points().size() > points, patience);
}

void OverviewTest::oneRequestAtATime()
{
    openThroughProxy();
    m_proxy->setDelay(interval * 3);
    int most = 0;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&] { most = std::max(most, m_connection->pool()->stats().checkedOut); });
    watch.start(1);
    QSignalSpy sampled(&m_page->feed(), &LiveFeed::sampled);
    QTRY_VERIFY_WITH_TIMEOUT(sampled.size() >= 3, patience);
    // One for the live figures, and now and then one for the sizes.
    QVERIFY2(most >= 1 && most <= 2, qPrintable(QString::number(most)));
    QVERIFY(m_connection->pool()->stats().total() <= 2);
}

void OverviewTest::cutLineRecovers()
{
    openThroughProxy();
    m_proxy->setMode(FaultProxy::Mode::Refuse);
    m_proxy->cut();
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveFeed::State::Failed, patience);
    QVERIFY(m_page->feed().series()->points().last().gap);
    QVERIFY(strip()->isVisible());
    QVERIFY2(strip()->text().contains(m_page->sentence()), qPrintable(strip()->text()));
    QCOMPARE(tile(u"healthTile"_s)->facts().meaning, widgets::Meaning::Critical);
    QCOMPARE(tile(u"connectionsTile"_s)->facts().figure, u"–"_s); // no figure of before the cut

    m_proxy->setMode(FaultProxy::Mode::Pass);
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveFeed::State::Live, patience);
    QVERIFY(!strip()->isVisible());
    QVERIFY(m_page->sentence().contains(u"connections in use"_s));
    QVERIFY(tile(u"connectionsTile"_s)->facts().figure != u"–"_s);
}

void OverviewTest::silentLineNeverStallsTheWindow()
{
    openThroughProxy();
    const EventLoopWatch watch;
    m_proxy->setMode(FaultProxy::Mode::Swallow);
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveFeed::State::Late, patience);
    QVERIFY(strip()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveFeed::State::Failed, patience);
    QCOMPARE(m_page->feed().error().code, core::ErrorCode::Timeout);
    m_page->setShown(false); // with a request hanging in the air
    m_page->setShown(true);
    m_proxy->setMode(FaultProxy::Mode::Pass);
    QTRY_COMPARE_WITH_TIMEOUT(state(), LiveFeed::State::Live, patience);
    QVERIFY2(watch.longest() < longestStall, qPrintable(QString::number(watch.longest())));
}

#ifdef Q_OS_UNIX
void OverviewTest::stoppedServerNeverStallsTheWindow()
{
    openThroughProxy();
    const auto session = m_server.connect();
    const auto rows = session->query(m_task, u"select pid from pg_stat_activity"_s);
    QStringList pids{QString::number(m_server.postmasterPid())};
    for (int row = 0; row < rows->count(); ++row)
        pids.append(rows->text(row, 0));
    const EventLoopWatch watch;
    QCOMPARE(QProcess::execute(u"kill"_s, QStringList(u"-STOP"_s) + pids), 0);
    QTRY_VERIFY_WITH_TIMEOUT(state() == LiveFeed::State::Late || state() == LiveFeed::State::Failed, patience);
    m_connection->close(); // a person looks elsewhere while nothing answers
    const qint64 longest = watch.longest();
    QCOMPARE(QProcess::execute(u"kill"_s, QStringList(u"-CONT"_s) + pids), 0);
    QVERIFY2(longest < longestStall, qPrintable(QString::number(longest)));
}
#endif

void OverviewTest::anotherDatabaseBeginsAnew()
{
    openThroughProxy();
    const auto other = m_server.createDatabase();
    const auto session = m_server.connect(other.database);
    QVERIFY(session->script(m_task, "create table only_here (a int)").has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->feed().sizes().has_value(), patience);
    QCOMPARE(m_page->feed().tables()->rowCount(), 0);
    open(other);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->feed().tables()->rowCount(), 1, patience);
    QCOMPARE(m_page->feed().tables()->tables().first().name, u"only_here"_s);
    m_connection->close();
    QCOMPARE(m_page->feed().tables()->rowCount(), 0);
    QVERIFY(m_page->feed().series()->points().isEmpty());
    QVERIFY(!m_page->feed().sample().has_value());
}

void OverviewTest::noDatabase()
{
    m_page->setShown(true);
    QCOMPARE(m_page->sentence(), u"No database is open."_s);
    QCOMPARE(state(), LiveFeed::State::Idle);
    m_page->setShown(false);
}

void OverviewTest::newestBackup_data()
{
    QTest::addColumn<int>("hours"); // old; -1: none, -2: cannot be read
    QTest::addColumn<widgets::Assurance>("assurance");
    QTest::addColumn<widgets::Meaning>("meaning");
    QTest::addColumn<QString>("figure");
    using widgets::Assurance;
    QTest::newRow("none") << -1 << Assurance::Made << widgets::Meaning::Warning << u"None"_s;
    QTest::newRow("unreadable") << -2 << Assurance::Made << widgets::Meaning::Neutral << u"–"_s;
    QTest::newRow("just made") << 0 << Assurance::Verified << widgets::Meaning::Good << u"Just now"_s;
    QTest::newRow("fresh") << 9 << Assurance::Made << widgets::Meaning::Notice << u"9 h"_s;
    QTest::newRow("fresh and verified") << 9 << Assurance::Verified << widgets::Meaning::Good << u"9 h"_s;
    QTest::newRow("old") << 80 << Assurance::Proven << widgets::Meaning::Warning << u"3 d"_s;
}

void OverviewTest::newestBackup()
{
    QFETCH(const int, hours);
    QFETCH(const widgets::Assurance, assurance);
    QFETCH(const widgets::Meaning, meaning);
    QFETCH(const QString, figure);
    if (hours >= 0)
        m_newestBackup = widgets::NewestBackup{
            QDateTime::currentDateTime().addSecs(-3600 * hours - (hours > 0 ? 60 : 0)), 1000, u"/b"_s, assurance};
    else if (hours == -2)
        m_newestBackup = core::fail(core::ErrorCode::PermissionDenied, u"permission denied"_s, {u"/b"_s});
    openThroughProxy();
    QTRY_COMPARE_WITH_TIMEOUT(tile(u"backupTile"_s)->facts().meaning, meaning, patience);
    QTRY_COMPARE_WITH_TIMEOUT(tile(u"backupTile"_s)->facts().figure, figure, patience);
    // The page's own sentence begins with it.
    const QString first = hours == -1   ? u"There is no backup of this database yet. "_s
                          : hours == -2 ? u"The backup folder cannot be read. "_s
                                        : u"The newest backup was made "_s;
    QTRY_VERIFY2_WITH_TIMEOUT(m_page->sentence().startsWith(first), qPrintable(m_page->sentence()), patience);
    // Nothing was read in this database: its cache is not known to be good, and the whole does not pass for it.
    if (meaning == widgets::Meaning::Good)
        QTRY_COMPARE_WITH_TIMEOUT(tile(u"healthTile"_s)->facts().word, u"Good so far"_s, patience);
    QSignalSpy requested(m_page.get(), &widgets::Page::pageRequested);
    QTest::keyClick(tile(u"backupTile"_s), Qt::Key_Space);
    QCOMPARE(requested.first().first().toString(), u"backups"_s);
}

void OverviewTest::finishedTasksShow()
{
    const auto *list = m_page->findChild<QListWidget *>(u"recentTasks"_s);
    QVERIFY(list->item(0)->text().startsWith(u"Nothing yet"_s));
    core::TaskSpec<int> spec;
    spec.title = u"Back up civicq"_s;
    spec.run = [](core::TaskContext &) { return core::Result<int>(20); };
    spec.verdict = [](int tables) { return u"%1 tables written."_s.arg(tables); };
    m_tasks->start<int>(m_page.get(), spec, {});
    QTRY_VERIFY_WITH_TIMEOUT(list->item(0)->text().contains(u"20 tables written."_s), patience);
    spec.title = u"Restore"_s;
    spec.run = [](core::TaskContext &) {
        return core::Result<int>(core::fail(core::ErrorCode::NoSpace, u"disk full"_s));
    };
    m_tasks->start<int>(m_page.get(), spec, {});
    QTRY_VERIFY_WITH_TIMEOUT(list->count() == 2 && list->item(0)->text().startsWith(u"Restore"_s), patience);
}

void OverviewTest::intervalIsChosen()
{
    auto *box = m_page->findChild<QComboBox *>(u"sampleInterval"_s);
    QCOMPARE(box->currentData().toInt(), interval.count());
    QSignalSpy chosen(m_page.get(), &OverviewPage::intervalChosen);
    box->setCurrentIndex(box->findData(5000));
    Q_EMIT box->activated(box->currentIndex());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_page->feed().interval(), std::chrono::milliseconds(5000));
    m_page->setInterval(std::chrono::milliseconds(1234));
    QCOMPARE(box->currentData().toInt(), 1234);
}

} // namespace

QTEST_MAIN(OverviewTest)
#include "overviewtest.moc"

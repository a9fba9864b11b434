// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The walkthrough as a person takes it: always to what the ring points at, until the rows are back.
#include "backups/backuplistmodel.h"
#include "backups/backupspage.h"
#include "backups/sampledatabase.h"
#include "backups/walkthrough.h"
#include "common/spotlight.h"
#include "common/themeicons.h"
#include "common/wizardframe.h"
#include "fixtures/accessibility.h"
#include "fixtures/testserver.h"
#include "shell/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using namespace civicq::widgets;
using connections::ActiveConnection;
using Step = backups::PracticeWalk::Step;

namespace {

constexpr int patience = 60'000;

class WalkthroughTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void leadsToWhatIsBack();
    void theBackupTakenIsTheOneChosen();
    void canBeLeftInTheMiddle();
    void saysWhenTheWindowIsElsewhere();
    void backupTooLateBringsNothingBack();
    void sandboxAlone();
    void clearsWhatWasLeft();

private:
    [[nodiscard]] QString coachText(const QString &name = u"coachText"_s) const
    {
        const auto *label = m_window->findChild<QLabel *>(name);
        return label ? label->text() : QString();
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        auto *found = m_window->findChild<QPushButton *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    [[nodiscard]] QWidget *ringed() const
    {
        const auto *spotlight = m_window->findChild<Spotlight *>();
        return spotlight && spotlight->isVisible() ? spotlight->target() : nullptr;
    }
    [[nodiscard]] WizardFrame *wizard() const { return m_window->findChild<WizardFrame *>(); }
    [[nodiscard]] Step step() const { return m_walkthrough->walk()->step(); }
    void look(QWidget &widget, const QString &name)
    {
        for (const bool dark : {true, false}) {
            m_theme->setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
            QApplication::processEvents();
            picture(widget, name + (dark ? u"-dark"_s : u"-light"_s));
        }
        QCOMPARE(namelessWidgets(widget), QStringList());
        QCOMPARE(clippedWidgets(widget), QStringList());
        QCOMPARE(unreachableWidgets(widget), QStringList());
    }
    void begin()
    {
        m_walkthrough->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_walkthrough->isRunning(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(step(), Step::BackUp, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ActiveConnection::State::Open, patience);
        QCOMPARE(m_connection->facts().database, QString(backups::practiceName));
    }
    void actAtTheRing();
    void followTheRing(const QString &pictures);
    void closeWizard();
    [[nodiscard]] qint64 rowsNow()
    {
        core::SilentTask task;
        const auto &practice = m_walkthrough->walk()->practice();
        return m_server.connect(backups::practiceName)
            ->query(task, u"SELECT count(*) FROM "_s + practice.table.display())
            ->integer(0, 0);
    }
    [[nodiscard]] bool isTidy()
    {
        return std::ranges::none_of(databasesOf(m_server),
                                    [](const QString &name) { return name.startsWith(backups::practiceName); })
               && filesIn(m_folder->path()).isEmpty();
    }

    TestServer m_server;
    Tools m_tools;
    QString m_sandbox = u"civicq"_s;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<core::TaskRunner> m_tasks;
    std::unique_ptr<ActiveConnection> m_connection;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Walkthrough> m_walkthrough;
    BackupsPage *m_page = nullptr;
};

void WalkthroughTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"civicq"_s);
    fillSample(m_server, u"civicq"_s);
    core::SilentTask task;
    QVERIFY(
        postgres::writeEnvironment(task, *m_server.connect(u"civicq"_s), postgres::Environment::Sandbox).has_value());
    (void)m_server.createDatabase(u"town"_s);
    initIcons();
    QVERIFY(hasIcon(u"games-hint"_s));
    m_theme = std::make_unique<Theme>(ThemeMode::Light);
}

void WalkthroughTest::init()
{
    m_sandbox = u"civicq"_s;
    m_folder = std::make_unique<QTemporaryDir>();
    m_data = std::make_unique<QTemporaryDir>();
    m_tasks = std::make_unique<core::TaskRunner>();
    m_connection = std::make_unique<ActiveConnection>(*m_tasks, core::PoolSettings{});
    connections::Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = u"Town"_s;
    profile.parameters = m_server.parameters(u"town"_s);
    m_connection->open(profile, profile.parameters.password);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ActiveConnection::State::Open, patience);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1040, 680);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_walkthrough = std::make_unique<Walkthrough>(WalkthroughParts{
        *m_tasks, *m_connection, m_tools.box, m_data->path(),
        [this](QObject *, const auto &started) { started(m_server.parameters(m_sandbox)); },
        [this](const connections::Profile &before) { m_connection->open(before, before.parameters.password); },
        [layout](QWidget *strip) { layout->addWidget(strip); }, [this] { m_page->show(); }});
    // After it, as in the program: what happens to the connection is told to the page last.
    m_page =
        new BackupsPage({*m_tasks, *m_connection, m_tools.box, m_data->path(), [this] { return m_folder->path(); }});
    layout->insertWidget(0, m_page, 1);
    m_walkthrough->setPage(m_page);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_page->setShown(true);
}

void WalkthroughTest::cleanup()
{
    m_walkthrough.reset();
    m_window.reset();
    m_connection.reset();
    m_tasks.reset();
}

// What a person does who only looks at the ring.
void WalkthroughTest::actAtTheRing()
{
    QTRY_VERIFY_WITH_TIMEOUT(ringed() != nullptr, patience);
    QWidget *target = ringed();
    if (auto *field = qobject_cast<QLineEdit *>(target))
        QTest::keyClicks(field, QString(backups::practiceName));
    else
        QTest::mouseClick(target, Qt::LeftButton);
}

// From page to page of the wizard, until its verdict.
void WalkthroughTest::followTheRing(const QString &pictures)
{
    QTRY_VERIFY_WITH_TIMEOUT(wizard() != nullptr, patience);
    QString page;
    for (int moves = 0; wizard()->pageName() != "verdict"_L1 && moves < 20; ++moves) {
        if (wizard()->pageName() == "progress"_L1) {
            QTRY_COMPARE_WITH_TIMEOUT(wizard()->pageName(), u"verdict"_s, patience);
            break;
        }
        QTRY_VERIFY_WITH_TIMEOUT(ringed() != nullptr && ringed()->window() == wizard(), patience);
        if (page != wizard()->pageName()) {
            page = wizard()->pageName();
            look(*wizard(), pictures + u'-' + page);
        }
        actAtTheRing();
        QApplication::processEvents();
    }
    QCOMPARE(wizard()->pageName(), u"verdict"_s);
    QTRY_VERIFY(ringed() != nullptr);
    look(*wizard(), pictures + u"-verdict"_s);
}

void WalkthroughTest::closeWizard()
{
    actAtTheRing();
    QTRY_VERIFY(wizard() == nullptr);
}

// Another one was chosen before: it is not what is restored next.
void WalkthroughTest::theBackupTakenIsTheOneChosen()
{
    backups::BackupRequest request;
    request.parameters = m_server.parameters(u"civicq"_s);
    request.folder = m_folder->path();
    core::SilentTask task;
    const auto earlier = backups::backup(task, m_tools.box, request, nullptr);
    QVERIFY2(earlier.has_value(), qPrintable(earlier ? QString() : earlier.error().toString()));
    m_page->setShown(true);
    auto *table = m_page->findChild<QTableView *>(u"backupListView"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    begin();
    actAtTheRing();
    followTheRing(u"walk-other"_s);
    closeWizard();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const auto database = [table] {
        return table->currentIndex().siblingAtColumn(backups::BackupListModel::Database).data().toString();
    };
    QTRY_COMPARE(database(), QString(backups::practiceName));
}

void WalkthroughTest::leadsToWhatIsBack()
{
    begin();
    QCOMPARE(coachText(u"coachTitle"_s), u"Step 1 of 4: Take a backup"_s);
    QTRY_VERIFY(ringed() != nullptr);
    QCOMPARE(ringed()->objectName(), u"backupNowButton"_s);
    look(*m_window, u"walk-1"_s);
    const qint64 rows = rowsNow();
    QVERIFY(rows > 0);

    actAtTheRing();
    followTheRing(u"walk-1"_s);
    QCOMPARE(step(), Step::Delete);
    closeWizard();

    QTRY_COMPARE(coachText(u"coachTitle"_s), u"Step 2 of 4: Lose something"_s);
    QTRY_COMPARE(ringed(), button(u"coachAction"_s));
    QVERIFY2(coachText().contains(button(u"coachAction"_s)->text().remove(u'&')), qPrintable(coachText()));
    QVERIFY(button(u"coachAction"_s)->property("danger").toBool());
    look(*m_window, u"walk-2"_s);
    actAtTheRing();
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Restore, patience);
    QCOMPARE(rowsNow(), 0);
    QVERIFY2(coachText().contains(u"is empty"_s), qPrintable(coachText()));
    QTRY_VERIFY(ringed() != nullptr);
    QCOMPARE(ringed()->objectName(), u"backupRestoreButton"_s);
    look(*m_window, u"walk-3"_s);

    actAtTheRing();
    followTheRing(u"walk-3"_s);
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Done, patience);
    QCOMPARE(rowsNow(), rows);
    closeWizard();
    QCOMPARE(coachText(u"coachTitle"_s), u"You did it"_s);
    look(*m_window, u"walk-4"_s);

    QTest::mouseClick(button(u"coachLeave"_s), Qt::LeftButton);
    QVERIFY(!m_walkthrough->isRunning());
    QVERIFY(ringed() == nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(isTidy(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ActiveConnection::State::Open, patience);
    QCOMPARE(m_connection->facts().database, u"town"_s);
}

void WalkthroughTest::canBeLeftInTheMiddle()
{
    begin();
    actAtTheRing();
    QTRY_VERIFY(wizard() != nullptr);
    QTRY_VERIFY(ringed() != nullptr && ringed()->window() == wizard());
    auto *leave = wizard()->findChild<QPushButton *>(u"coachLeave"_s);
    QVERIFY(leave);
    leave->setFocus();
    QTest::keyClick(leave, Qt::Key_Space);
    QVERIFY(!m_walkthrough->isRunning());
    QTRY_VERIFY(wizard() == nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(isTidy(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ActiveConnection::State::Open, patience);
    QCOMPARE(m_connection->facts().database, u"town"_s);
    // And once more from the beginning.
    begin();
    m_walkthrough->leave();
    QTRY_VERIFY_WITH_TIMEOUT(isTidy(), patience);
}

void WalkthroughTest::saysWhenTheWindowIsElsewhere()
{
    begin();
    connections::Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = u"Town"_s;
    profile.parameters = m_server.parameters(u"town"_s);
    m_connection->open(profile, profile.parameters.password);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ActiveConnection::State::Open, patience);
    QVERIFY2(coachText(u"coachTitle"_s).contains(u"another database"_s), qPrintable(coachText(u"coachTitle"_s)));
    QVERIFY(ringed() == nullptr);
    look(*m_window, u"walk-elsewhere"_s);
    QTest::mouseClick(button(u"coachAction"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ActiveConnection::State::Open, patience);
    QCOMPARE(m_connection->facts().database, QString(backups::practiceName));
    m_walkthrough->leave();
    QTRY_VERIFY_WITH_TIMEOUT(isTidy(), patience);
}

// The rows are counted on the server: a verdict of a wizard alone does not make it "You did it".
void WalkthroughTest::backupTooLateBringsNothingBack()
{
    begin();
    actAtTheRing();
    followTheRing(u"walk-late"_s);
    closeWizard();
    QTRY_COMPARE(ringed(), button(u"coachAction"_s));
    actAtTheRing();
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Restore, patience);
    core::SilentTask task;
    backups::BackupRequest request;
    request.parameters = m_walkthrough->walk()->practice().parameters;
    request.folder = m_folder->path();
    backups::BackupCatalogue catalogue(m_data->path());
    const auto late = backups::backup(task, m_tools.box, request, &catalogue);
    QVERIFY(late.has_value());
    m_page->openRestoreWizard(late->path);
    followTheRing(u"walk-late-restore"_s);
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Restore, patience);
    QCOMPARE(rowsNow(), 0);
    closeWizard();
    QVERIFY(QFile::remove(late->path));
    m_walkthrough->leave();
    QTRY_VERIFY_WITH_TIMEOUT(isTidy(), patience);
}

void WalkthroughTest::sandboxAlone()
{
    m_sandbox = u"town"_s; // not marked as a sandbox
    const QStringList databases = databasesOf(m_server);
    m_walkthrough->start();
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Failed, patience);
    look(*m_window, u"walk-failed"_s);
    QCOMPARE(databasesOf(m_server), databases);
    m_walkthrough->leave();
    QVERIFY(!m_walkthrough->isRunning());
    QCOMPARE(m_connection->facts().database, u"town"_s);
}

// The program ended in the middle of a practice: the next time the sandbox is opened, nothing of it is there.
void WalkthroughTest::clearsWhatWasLeft()
{
    core::SilentTask task;
    const auto sandbox = m_server.connect(u"civicq"_s);
    QVERIFY(sandbox->query(task, u"CREATE DATABASE civicq_kept TEMPLATE template0"_s).has_value());
    connections::Profile profile;
    profile.isSandbox = true;
    profile.parameters = m_server.parameters(u"civicq"_s);
    for (const bool practisedAtOnce : {false, true}) {
        begin();
        cleanup();
        QVERIFY(databasesOf(m_server).contains(backups::practiceName));
        init();
        QVERIFY(databasesOf(m_server).contains(backups::practiceName)); // another server is open, not the sandbox
        m_connection->open(profile, profile.parameters.password);
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ActiveConnection::State::Open, patience);
        if (practisedAtOnce) {
            begin(); // when what was left is gone
            m_walkthrough->leave();
        }
        QTRY_VERIFY_WITH_TIMEOUT(isTidy(), patience);
    }
    QVERIFY(databasesOf(m_server).contains(u"civicq_kept"_s));
}

} // namespace

QTEST_MAIN(WalkthroughTest)
#include "walkthroughtest.moc"

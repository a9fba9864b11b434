// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagestrip.h"
#include "common/themeicons.h"
#include "fixtures/accessibility.h"
#include "fixtures/testserver.h"
#include "seeds/migrateddatabase.h"
#include "seeds/seedspage.h"
#include "shell/theme.h"

#include <QtGui/QClipboard>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace civicq;
using connections::ActiveConnection;
using postgres::Environment;

namespace {

// The page as a person works it, over a real server.
class SeedsPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void loadsIntoAnEmptyDatabase();
    void asksBeforeItEmptiesTables();
    void sendsToTheMigrations();
    void offersNothingOnProduction();
    void copiesLogins();
    void itsModelHoldsTogether();

private:
    void open(const postgres::ConnectionParameters &parameters, Environment environment = Environment::Development);
    [[nodiscard]] QAction *action(const QString &name) const { return m_page->findChild<QAction *>(name); }
    [[nodiscard]] widgets::MessageStrip *strip() const
    {
        return m_page->findChild<widgets::MessageStrip *>(u"seedStrip"_s);
    }
    void look(const QString &name);
    qint64 number(const QString &database, const QString &sql);

    tests::TestServer m_server;
    core::SilentTask m_task;
    std::unique_ptr<core::TaskRunner> m_tasks;
    std::unique_ptr<ActiveConnection> m_connection;
    std::unique_ptr<widgets::SeedsPage> m_page;
    std::unique_ptr<widgets::Theme> m_theme;
};

void SeedsPageTest::initTestCase()
{
    widgets::initIcons();
    m_theme = std::make_unique<widgets::Theme>(widgets::ThemeMode::Light);
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
}

void SeedsPageTest::cleanup()
{
    m_page.reset();
    m_connection.reset();
    m_tasks.reset();
}

void SeedsPageTest::open(const postgres::ConnectionParameters &parameters, Environment environment)
{
    m_tasks = std::make_unique<core::TaskRunner>();
    m_connection = std::make_unique<ActiveConnection>(*m_tasks, core::PoolSettings());
    QVERIFY(postgres::writeEnvironment(m_task, *m_server.connect(parameters.database), environment).has_value());
    connections::Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = u"Test"_s;
    profile.parameters = parameters;
    const core::Secret password = std::exchange(profile.parameters.password, {});
    m_connection->open(profile, password);
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->isOpen(), 20'000);
    m_page = std::make_unique<widgets::SeedsPage>(*m_tasks, *m_connection);
    m_page->resize(1060, 700);
    m_page->show();
    m_page->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->sentence().isEmpty(), 20'000);
}

// Whatever state the page is in must be whole, in both themes.
void SeedsPageTest::look(const QString &name)
{
    for (const auto &[mode, word] :
         {std::pair{widgets::ThemeMode::Light, u"light"_s}, std::pair{widgets::ThemeMode::Dark, u"dark"_s}}) {
        m_theme->setMode(mode);
        QCoreApplication::processEvents();
        tests::picture(*m_page, u"seeds-%1-%2"_s.arg(name, word));
        QTRY_COMPARE(tests::clippedWidgets(*m_page).join(u"\n"_s), QString());
    }
    QCOMPARE(tests::namelessWidgets(*m_page), QStringList());
    QCOMPARE(tests::unreachableWidgets(*m_page), QStringList());
}

qint64 SeedsPageTest::number(const QString &database, const QString &sql)
{
    return m_server.connect(database)->query(m_task, sql)->integer(0, 0);
}

void SeedsPageTest::loadsIntoAnEmptyDatabase()
{
    const auto database = tests::migratedDatabase(m_server, u"Élodie's \"été\""_s);
    open(database);
    QVERIFY(m_page->sentence().contains(database.database));
    QVERIFY(action(u"loadSeeds"_s)->isEnabled());
    QVERIFY(!action(u"resetSeeds"_s)->isEnabled());
    look(u"ready"_s);
    m_page->findChild<QPushButton *>(u"loadSeedsButton"_s)->click();
    QVERIFY(!action(u"loadSeeds"_s)->isEnabled()); // not twice
    QTRY_VERIFY_WITH_TIMEOUT(strip()->isVisible(), 60'000);
    QVERIFY2(strip()->text().contains(u"20"_s), qPrintable(strip()->text()));
    QCOMPARE(number(database.database, u"SELECT count(*) FROM cities"_s), 3);
    QTRY_VERIFY(action(u"resetSeeds"_s)->isEnabled());
    QVERIFY(!action(u"loadSeeds"_s)->isEnabled());
    look(u"loaded"_s);
}

void SeedsPageTest::asksBeforeItEmptiesTables()
{
    const auto database = tests::migratedDatabase(m_server);
    QVERIFY(m_server.connect(database.database)
                ->script(m_task, "INSERT INTO users (email, hashed_password) VALUES ('a@b.c', 'x')")
                .has_value());
    open(database);
    action(u"resetSeeds"_s)->trigger();
    auto *dialog = m_page->findChild<QDialog *>(u"confirmationDialog"_s);
    QVERIFY(dialog);
    dialog->reject();
    QCOMPARE(number(database.database, u"SELECT count(*) FROM users"_s), 1);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"confirmationDialog"_s));
    action(u"resetSeeds"_s)->trigger();
    m_page->findChild<QPushButton *>(u"confirmationAccept"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(strip()->isVisible(), 60'000);
    QCOMPARE(number(database.database, u"SELECT count(*) FROM users WHERE email = 'a@b.c'"_s), 0);
    QVERIFY(number(database.database, u"SELECT count(*) FROM users"_s) > 30);
}

void SeedsPageTest::sendsToTheMigrations()
{
    open(m_server.createDatabase());
    QVERIFY(!action(u"loadSeeds"_s)->isEnabled());
    QVERIFY(!action(u"resetSeeds"_s)->isEnabled());
    look(u"noschema"_s);
    const QSignalSpy asked(m_page.get(), &widgets::Page::pageRequested);
    action(u"seedsToMigrations"_s)->trigger();
    QCOMPARE(asked.value(0).value(0).toString(), u"migrations"_s);
}

void SeedsPageTest::offersNothingOnProduction()
{
    open(tests::migratedDatabase(m_server), Environment::Production);
    QVERIFY(!action(u"loadSeeds"_s)->isEnabled());
    QVERIFY(!action(u"resetSeeds"_s)->isEnabled());
    look(u"production"_s);
}

void SeedsPageTest::copiesLogins()
{
    open(tests::migratedDatabase(m_server));
    m_page->findChild<QToolButton *>(u"copyEmail3"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"clerk@san-francisco.gov"_s);
    m_page->findChild<QToolButton *>(u"copyPassword0"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"admin123"_s);
}

void SeedsPageTest::itsModelHoldsTogether()
{
    seeds::SeedPlanModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlan(*seeds::developmentPlan());
    QCOMPARE(model.rowCount(), 20);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY2(!model.index(row, seeds::SeedPlanModel::Contents).data().toString().isEmpty(),
                 qPrintable(model.index(row, 0).data().toString()));
    const int now = seeds::SeedPlanModel::Now;
    QCOMPARE(model.index(0, now).data().toString(), u"–"_s);
    seeds::SeedSurvey survey;
    survey.missingTables = {u"cities"_s};
    survey.present = {{u"users"_s, 7}};
    model.setSurvey(survey);
    QCOMPARE(model.index(0, now).data().toString(), u"7"_s);
    QCOMPARE(model.index(1, now).data().toString(), u"missing"_s);
    QCOMPARE(model.index(2, now).data().toString(), u"0"_s);
}

} // namespace

QTEST_MAIN(SeedsPageTest)
#include "seedspagetest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagestrip.h"
#include "common/themeicons.h"
#include "fixtures/testserver.h"
#include "migrations/migrationspage.h"
#include "migrations/scratchfolder.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;
using namespace civicq;
using connections::ActiveConnection;

namespace {

// The page as a person works it, over a real server.
class MigrationsPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void upgradesAfterShowingWhatWillRun();
    void downgradesToTheChosenRevision();
    void productionAsksForTheName();
    void saysWhatIsWrongWithAChain();
    void saysThatNothingIsConnected();
    void tellsAFailureAndLeavesTheDatabase();

private:
    void open(const QString &folder = migrations::builtInFolder(),
              postgres::Environment environment = postgres::Environment::Development);
    void choose(const QString &id);
    QDialog *dialog() const { return m_page->findChild<QDialog *>(u"runDialog"_s); }
    template<typename T>
    T *part(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    QStringList versions();

    tests::TestServer m_server;
    core::SilentTask m_task;
    std::unique_ptr<core::TaskRunner> m_tasks;
    std::unique_ptr<ActiveConnection> m_connection;
    std::unique_ptr<widgets::MigrationsPage> m_page;
    QString m_database;
};

void MigrationsPageTest::initTestCase()
{
    widgets::initIcons();
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
}

void MigrationsPageTest::init()
{
    m_database = m_server.createDatabase().database;
    m_tasks = std::make_unique<core::TaskRunner>();
    m_connection = std::make_unique<ActiveConnection>(*m_tasks, core::PoolSettings());
}

void MigrationsPageTest::cleanup()
{
    m_page.reset();
    m_connection.reset();
    m_tasks.reset();
}

void MigrationsPageTest::open(const QString &folder, postgres::Environment environment)
{
    const auto direct = m_server.connect(m_database);
    QVERIFY(postgres::writeEnvironment(m_task, *direct, environment).has_value());
    connections::Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = u"Test"_s;
    profile.parameters = m_server.parameters(m_database);
    const core::Secret password = std::exchange(profile.parameters.password, {});
    m_connection->open(profile, password);
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->isOpen(), 20'000);
    m_page = std::make_unique<widgets::MigrationsPage>(*m_tasks, *m_connection, widgets::MakeSafetyBackup(), folder);
    m_page->resize(1180, 760);
    m_page->show();
    m_page->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->sentence().isEmpty(), 20'000);
}

void MigrationsPageTest::choose(const QString &id)
{
    auto *table = part<QTableView>(u"migrationHistory"_s);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, migrations::MigrationModel::Identifier).data() == id)
            table->selectRow(row);
    }
}

QStringList MigrationsPageTest::versions()
{
    const auto direct = m_server.connect(m_database);
    return migrations::readState(*direct, m_task)->versions;
}

void MigrationsPageTest::upgradesAfterShowingWhatWillRun()
{
    open();
    QCOMPARE(m_page->sentence(), u"This database has none of the schema yet: 10 revision(s) are pending."_s);
    auto *upgrade = part<QPushButton>(u"upgradeToHeadButton"_s);
    QTest::mouseClick(upgrade, Qt::LeftButton);
    QTRY_VERIFY(dialog());
    auto *list = dialog()->findChild<QListWidget *>(u"runRevisions"_s);
    QCOMPARE(list->count(), 10);
    list->setCurrentRow(1);
    QVERIFY(dialog()->findChild<QPlainTextEdit *>(u"runSql"_s)->toPlainText().contains(u"CREATE TABLE users"_s));
    QVERIFY(!dialog()->findChild<QLineEdit *>(u"runName"_s));
    QCOMPARE(versions(), QStringList());
    QTest::mouseClick(dialog()->findChild<QPushButton *>(u"runAccept"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->sentence(), u"The schema is up to date: all 10 revision(s) are applied."_s,
                              60'000);
    QVERIFY(!upgrade->isEnabled());
    QVERIFY(part<widgets::MessageStrip>(u"migrationVerdict"_s)->text().contains(u"upgraded by 10"_s));
    QCOMPARE(versions(), QStringList{u"a3f51e8b79c0"_s});
}

void MigrationsPageTest::downgradesToTheChosenRevision()
{
    const auto direct = m_server.connect(m_database);
    const auto folder = migrations::readFolder(migrations::builtInFolder()).value();
    QVERIFY(migrations::migrate(*direct, m_task, folder, migrations::Direction::Up, u"head"_s, {}).has_value());
    open();
    auto *down = part<QPushButton>(u"downgradeToHereButton"_s);
    QVERIFY(!down->isEnabled()); // the current revision is chosen
    choose(u"0d4f7b2a86e9"_s);
    QVERIFY(down->isEnabled());
    QTest::mouseClick(down, Qt::LeftButton);
    QTRY_VERIFY(dialog());
    QVERIFY(!dialog()->findChild<QPushButton *>(u"runAccept"_s)->isDefault());
    QVERIFY(dialog()->findChild<QPlainTextEdit *>(u"runSql"_s)->toPlainText().contains(u"DROP INDEX"_s));
    QTest::mouseClick(dialog()->findChild<QPushButton *>(u"runCancel"_s), Qt::LeftButton);
    QTRY_VERIFY(!dialog());
    QCOMPARE(versions(), QStringList{u"a3f51e8b79c0"_s});
    QTest::mouseClick(down, Qt::LeftButton);
    QTRY_VERIFY(dialog());
    QTest::mouseClick(dialog()->findChild<QPushButton *>(u"runAccept"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->sentence(), u"3 of 10 revisions are pending."_s, 60'000);
    QCOMPARE(versions(), QStringList{u"0d4f7b2a86e9"_s});
}

void MigrationsPageTest::productionAsksForTheName()
{
    open(migrations::builtInFolder(), postgres::Environment::Production);
    QTest::mouseClick(part<QPushButton>(u"upgradeToHeadButton"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog());
    auto *accept = dialog()->findChild<QPushButton *>(u"runAccept"_s);
    auto *name = dialog()->findChild<QLineEdit *>(u"runName"_s);
    QVERIFY(name && !accept->isEnabled());
    QTest::keyClicks(name, m_database.left(3));
    QVERIFY(!accept->isEnabled());
    name->setText(m_database);
    QVERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->sentence(), u"The schema is up to date: all 10 revision(s) are applied."_s,
                              60'000);
    QTRY_VERIFY(!m_connection->isUnlocked());
}

void MigrationsPageTest::saysWhatIsWrongWithAChain()
{
    tests::ScratchFolder folder;
    folder.add(u"aaaa"_s, u"none"_s, "SELECT 1;", "SELECT 1;");
    folder.add(u"bbbb"_s, u"aaba"_s, "SELECT 1;", "SELECT 1;");
    open(folder.path());
    QTRY_VERIFY(m_page->sentence().startsWith(u"Something is wrong"_s));
    const auto strips = part<QWidget>(u"migrationProblems"_s)->findChildren<widgets::MessageStrip *>();
    QCOMPARE(strips.size(), 1);
    QVERIFY2(strips.first()->text().startsWith(u"bbbb.sql, line 2: "_s), qPrintable(strips.first()->text()));
    QVERIFY(!part<QPushButton>(u"upgradeToHeadButton"_s)->isEnabled());
    QCOMPARE(part<QTableView>(u"migrationHistory"_s)->model()->rowCount(), 2);
}

void MigrationsPageTest::saysThatNothingIsConnected()
{
    m_page = std::make_unique<widgets::MigrationsPage>(*m_tasks, *m_connection, widgets::MakeSafetyBackup());
    m_page->show();
    m_page->setShown(true);
    QVERIFY(m_page->sentence().startsWith(u"Connect to a database"_s));
    for (QAction *action : m_page->commands())
        QVERIFY(!action->isEnabled());
}

void MigrationsPageTest::tellsAFailureAndLeavesTheDatabase()
{
    tests::ScratchFolder folder;
    folder.add(u"aaaa"_s, u"none"_s, "CREATE TABLE a (b int);\nSELECT 1/0;", "SELECT 1;");
    open(folder.path());
    QTest::mouseClick(part<QPushButton>(u"upgradeToHeadButton"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog());
    QTest::mouseClick(dialog()->findChild<QPushButton *>(u"runAccept"_s), Qt::LeftButton);
    auto *verdict = part<widgets::MessageStrip>(u"migrationVerdict"_s);
    QTRY_VERIFY_WITH_TIMEOUT(verdict->isVisible(), 20'000);
    QVERIFY2(verdict->text().startsWith(u"Division by zero."_s), qPrintable(verdict->text()));
    QVERIFY(verdict->toolTip().contains(u"aaaa.sql:7"_s));
    QCOMPARE(versions(), QStringList());
}

} // namespace

QTEST_MAIN(MigrationsPageTest)
#include "pagetest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagestrip.h"
#include "common/themeicons.h"
#include "fixtures/testserver.h"
#include "migrations/migrationspage.h"
#include "migrations/scratchfolder.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

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
    void opensAnotherFolderAndRemembersIt();
    void writesRevisionsAndMerges();
    void stampsAfterShowingWhatItWillSay();
    void runsAnAlembicProject();
    void nothingIsCutOffInANarrowWindow();
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
    auto *verdict = part<widgets::MessageStrip>(u"migrationVerdict"_s);
    QVERIFY(verdict->text().contains(u"upgraded by 10"_s));
    // With it the page still fits into the window as it first opens: 1280 × 800, less navigation and bars.
    QTRY_VERIFY(verdict->isVisible() && m_page->heightForWidth(1072) <= 670);
    // Opened anew, the database is still what was spoken of; another one is not.
    m_connection->reopen();
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->isOpen(), 20'000);
    QVERIFY(!verdict->isHidden());
    connections::Profile other = m_connection->profile();
    other.parameters = m_server.createDatabase();
    m_connection->open(other, other.parameters.password);
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->isOpen(), 20'000);
    QVERIFY(verdict->isHidden());
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

void MigrationsPageTest::opensAnotherFolderAndRemembersIt()
{
    tests::ScratchFolder folder;
    folder.add(u"aaaa"_s, u"none"_s, "SELECT 1;", "SELECT 1;");
    open();
    QString remembered;
    m_page->setRememberedFolders({[&remembered](const QUuid &) { return remembered; },
                                  [&remembered](const QUuid &, const QString &path) { remembered = path; }});
    m_page->openFolder(folder.path());
    QTRY_COMPARE(part<QTableView>(u"migrationHistory"_s)->model()->rowCount(), 1);
    QCOMPARE(remembered, folder.path());
    m_connection->reopen();
    QTRY_VERIFY(m_connection->isOpen());
    QTRY_COMPARE(part<QTableView>(u"migrationHistory"_s)->model()->rowCount(), 1);
    m_page->openFolder(migrations::builtInFolder());
    QTRY_COMPARE(part<QTableView>(u"migrationHistory"_s)->model()->rowCount(), 10);
    QCOMPARE(remembered, QString());
    QVERIFY(!part<QToolButton>(u"newRevisionButton"_s)->isEnabled());
    m_page->openFolder(u"/no such folder"_s);
    QTRY_COMPARE(m_page->sentence(), u"The migrations could not be read."_s);
}

void MigrationsPageTest::writesRevisionsAndMerges()
{
    tests::ScratchFolder folder;
    folder.add(u"aaaa"_s, u"none"_s, "SELECT 1;", "SELECT 1;");
    folder.add(u"bbbb"_s, u"aaaa"_s, "SELECT 1;", "SELECT 1;");
    open(folder.path());
    const auto ask = [this](const QString &button) {
        part<QToolButton>(button)->click();
        return m_page->findChild<QDialog *>(u"revisionDialog"_s);
    };
    QVERIFY(!part<QToolButton>(u"mergeHeadsButton"_s)->isEnabled());
    choose(u"aaaa"_s);
    QDialog *dialog = ask(u"newRevisionButton"_s);
    QVERIFY(dialog);
    auto *accept = dialog->findChild<QPushButton *>(u"revisionAccept"_s);
    QVERIFY(!accept->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"revisionMessage"_s), u"Beside it"_s);
    auto *parent = dialog->findChild<QComboBox *>(u"revisionParent"_s);
    QCOMPARE(parent->currentData(), u"bbbb"_s);
    parent->setCurrentIndex(parent->findData(u"aaaa"_s));
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_COMPARE(part<QTableView>(u"migrationHistory"_s)->model()->rowCount(), 3);
    QCOMPARE(folder.read().graph.heads().size(), 2);
    QTRY_VERIFY(part<QToolButton>(u"mergeHeadsButton"_s)->isEnabled());
    dialog = ask(u"mergeHeadsButton"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"revisionAccept"_s), Qt::LeftButton);
    QTRY_COMPARE(part<QTableView>(u"migrationHistory"_s)->model()->rowCount(), 4);
    QCOMPARE(folder.read().graph.heads().size(), 1);
    QCOMPARE(versions(), QStringList());
}

void MigrationsPageTest::stampsAfterShowingWhatItWillSay()
{
    open(migrations::builtInFolder(), postgres::Environment::Production);
    choose(u"0d4f7b2a86e9"_s);
    part<QToolButton>(u"stampHereButton"_s)->click();
    auto *question = m_page->findChild<QDialog *>(u"confirmationDialog"_s);
    QVERIFY(question);
    QStringList texts;
    for (const QLabel *label : question->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.join(u'|').contains(u"will say 0d4f7b2a86e9; it says nothing"_s), qPrintable(texts.join(u'|')));
    auto *accept = question->findChild<QPushButton *>(u"confirmationAccept"_s);
    QVERIFY(!accept->isEnabled());
    question->findChild<QLineEdit *>(u"confirmationName"_s)->setText(m_database);
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->sentence(), u"3 of 10 revisions are pending."_s, 20'000);
    QCOMPARE(versions(), QStringList{u"0d4f7b2a86e9"_s});
    QVERIFY(part<widgets::MessageStrip>(u"migrationVerdict"_s)->text().contains(u"Nothing was run"_s));
}

void MigrationsPageTest::runsAnAlembicProject()
{
    const QTemporaryDir project;
    const auto write = [&](const QString &name, const QByteArray &content) {
        QVERIFY(QDir().mkpath(QFileInfo(project.filePath(name)).path()));
        QFile file(project.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    write(u"alembic.ini"_s, "[alembic]\nscript_location = app\n");
    write(u"app/env.py"_s, "from alembic import context\nfrom sqlalchemy import create_engine\n"
                           "with create_engine('postgresql://nowhere/no').connect() as c:\n"
                           "    context.configure(connection=c)\n    with context.begin_transaction():\n"
                           "        context.run_migrations()\n");
    write(u"app/versions/a.py"_s, "\"\"\"First\"\"\"\nfrom alembic import op\nrevision = 'aaaa'\ndown_revision = None\n"
                                  "def upgrade():\n    op.execute('CREATE TABLE a (b int)')\n"
                                  "def downgrade():\n    op.execute('DROP TABLE a')\n");
    open(project.path());
    core::SystemProcessRunner processes;
    m_page->setAlembicTools([&processes] { return migrations::AlembicTools{&processes, {}}; });
    QVERIFY(part<QPlainTextEdit>(u"upgradeSql"_s)->toPlainText().contains(u"def upgrade()"_s));
    QTest::mouseClick(part<QPushButton>(u"upgradeToHeadButton"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog());
    QVERIFY(dialog()->findChild<QPlainTextEdit *>(u"runSql"_s)->toPlainText().contains(u"CREATE TABLE a"_s));
    QTest::mouseClick(dialog()->findChild<QPushButton *>(u"runAccept"_s), Qt::LeftButton);
    auto *verdict = part<widgets::MessageStrip>(u"migrationVerdict"_s);
    QTRY_VERIFY_WITH_TIMEOUT(verdict->isVisible(), 60'000);
    QVERIFY2(verdict->text().contains(u"upgraded by 1"_s), qPrintable(verdict->text() + verdict->toolTip()));
    QCOMPARE(versions(), QStringList{u"aaaa"_s});
    // Its output, line by line, is in the task.
    QVERIFY(m_tasks->model()->at(0).messages.join(u'\n').contains(u"names nowhere:5432/no"_s));
}

void MigrationsPageTest::nothingIsCutOffInANarrowWindow()
{
    open();
    for (const int width : {700, 900, 1180}) { // what a window of 960 leaves, and more
        m_page->resize(width, 560);
        choose(u"0d4f7b2a86e9"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        auto *table = part<QTableView>(u"migrationHistory"_s);
        for (const int column : {migrations::MigrationModel::Status, migrations::MigrationModel::Identifier}) {
            if (table->isColumnHidden(column))
                continue;
            // A heading is whole or absent, and then its words are in the tooltip.
            const QString heading = table->model()->headerData(column, Qt::Horizontal).toString();
            const auto tip = table->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
            QVERIFY2(table->columnWidth(column) >= table->fontMetrics().horizontalAdvance(heading),
                     qPrintable(heading));
            QVERIFY(!heading.isEmpty() || !tip.isEmpty());
            for (int row = 0; row < table->model()->rowCount(); ++row)
                QVERIFY2(table->columnWidth(column)
                             >= table->sizeHintForIndex(table->model()->index(row, column)).width(),
                         qPrintable(u"column %1 at %2"_s.arg(column).arg(width)));
        }
        for (const QLabel *label : part<QWidget>(u"revisionDetails"_s)->findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            QVERIFY2(label->height() >= needed, qPrintable(label->text()));
            QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
    }
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

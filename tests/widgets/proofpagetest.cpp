// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// On the page of backups: a backup is proven, and what a restore replaced is brought back or let go of.
#include "backups/backupspage.h"
#include "backups/keptdatabases.h"
#include "backups/restore.h"
#include "backups/sampledatabase.h"
#include "common/themeicons.h"
#include "fixtures/accessibility.h"
#include "fixtures/testserver.h"
#include "postgres/environment.h"
#include "shell/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using namespace civicq::widgets;

namespace {

constexpr int patience = 60'000;

class ProofPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void proves();
    void saysWhatDiffers();
    void bringsBackAndLetsGo();
    void productionAsksForTheName();

private:
    template<typename T>
    T *find(const QWidget *in, const QString &name)
    {
        T *found = in->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
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
    [[nodiscard]] QString allText() const
    {
        QStringList texts;
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
    [[nodiscard]] qint64 number(const QString &sql)
    {
        const auto rows = m_server.connect(u"civicq"_s)->query(m_task, sql);
        return rows ? rows->integer(0, 0) : -1;
    }
    [[nodiscard]] QString takeOne();
    // The open database replaced by a restore after its votes were deleted.
    void replace();
    void press(const QString &button, const QString &typed, const QString &pictured);

    TestServer m_server;
    Tools m_tools;
    core::SilentTask m_task;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<core::TaskRunner> m_tasks;
    std::unique_ptr<connections::ActiveConnection> m_connection;
    std::unique_ptr<QWidget> m_window;
    BackupsPage *m_page = nullptr;
};

void ProofPageTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"civicq"_s);
    fillSample(m_server, u"civicq"_s);
    initIcons();
    QVERIFY(hasIcon(u"dialog-ok-apply"_s));
    m_theme = std::make_unique<Theme>(ThemeMode::Light);
}

void ProofPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_data = std::make_unique<QTemporaryDir>();
    m_tasks = std::make_unique<core::TaskRunner>();
    m_connection = std::make_unique<connections::ActiveConnection>(*m_tasks, core::PoolSettings{});
    connections::Profile profile;
    profile.name = u"Test"_s;
    profile.parameters = m_server.parameters(u"civicq"_s);
    m_connection->open(profile, profile.parameters.password);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), connections::ActiveConnection::State::Open, patience);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1040, 680);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins(0, 0, 0, 0);
    BackupServices services{*m_tasks, *m_connection, m_tools.box, m_data->path(), [this] { return m_folder->path(); }};
    services.scratchServer = [this](core::TaskContext &) {
        return core::Result<postgres::ConnectionParameters>(m_server.parameters());
    };
    m_page = new BackupsPage(services);
    layout->addWidget(m_page);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_page->setShown(true);
}

void ProofPageTest::cleanup()
{
    m_window.reset();
    m_connection.reset();
    m_tasks.reset();
}

QString ProofPageTest::takeOne()
{
    backups::BackupRequest request;
    request.parameters = m_server.parameters(u"civicq"_s);
    request.folder = m_folder->path();
    request.format = backups::BackupFormat::Archive;
    request.level = 1;
    backups::BackupCatalogue catalogue(m_data->path());
    const auto report = backups::backup(m_task, m_tools.box, request, &catalogue);
    if (!report)
        qFatal("%s", qPrintable(report.error().toString()));
    m_page->setShown(true);
    return report->path;
}

void ProofPageTest::proves()
{
    (void)takeOne();
    auto *table = find<QTableView>(m_page, u"backupListView"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    auto *prove = find<QAction>(m_page, u"backupProve"_s);
    QVERIFY(!prove->isEnabled());
    QVERIFY2(m_page->sentence().contains(u"None is proven yet"_s), qPrintable(m_page->sentence()));
    table->selectRow(0);
    QVERIFY(prove->isEnabled());
    prove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"is proven: restored, read back and found equal"_s), patience);
    QTRY_VERIFY2(m_page->sentence().contains(u"It is proven."_s), qPrintable(m_page->sentence()));
    QCOMPARE(databasesOf(m_server).filter(u"civicq_restore_"_s), QStringList());
    look(*m_window, u"backups-proven"_s);
}

void ProofPageTest::saysWhatDiffers()
{
    const QString path = takeOne();
    writeFile(path, contentOf(path).chopped(1));
    m_page->setShown(true);
    auto *table = find<QTableView>(m_page, u"backupListView"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    find<QAction>(m_page, u"backupProve"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"is not proven; take a new backup."_s), patience);
    QTRY_VERIFY2(m_page->sentence().contains(u"cannot be restored"_s), qPrintable(m_page->sentence()));
    look(*m_window, u"backups-not-proven"_s);
}

void ProofPageTest::replace()
{
    backups::RestoreRequest wanted;
    wanted.server = m_server.parameters();
    wanted.source = takeOne();
    wanted.database = u"civicq"_s;
    wanted.replace = true;
    wanted.confirmedName = u"civicq"_s;
    QVERIFY(m_server.connect(u"civicq"_s)->script(m_task, "DELETE FROM votes").has_value());
    const auto report = backups::restore(m_task, m_tools.box, wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    m_connection->reopen();
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), connections::ActiveConnection::State::Open, patience);
}

void ProofPageTest::press(const QString &button, const QString &typed, const QString &pictured)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<QPushButton *>(button) && find<QPushButton>(m_page, button)->isVisible(),
                             patience);
    if (!pictured.isEmpty())
        look(*m_window, pictured);
    QTest::mouseClick(find<QPushButton>(m_page, button), Qt::LeftButton);
    auto *dialog = find<QDialog>(m_page, u"confirmationDialog"_s);
    if (!pictured.isEmpty())
        look(*dialog, pictured + u"-question"_s);
    auto *accept = find<QPushButton>(dialog, u"confirmationAccept"_s);
    if (!typed.isEmpty()) {
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), typed);
    }
    QTest::mouseClick(accept, Qt::LeftButton);
}

void ProofPageTest::bringsBackAndLetsGo()
{
    QVERIFY(!m_page->findChild<QPushButton *>(u"keptBack0"_s)); // nothing is kept: no card
    replace();
    QCOMPARE(number(u"SELECT count(*) FROM votes"_s), 5000);
    press(u"keptBack0"_s, {}, u"backups-kept"_s);
    QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"civicq is again what it was before the restore"_s), patience);
    QCOMPARE(number(u"SELECT count(*) FROM votes"_s), 0);
    // What was restored is kept now: brought back as well, and the other let go of.
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), connections::ActiveConnection::State::Open, patience);
    QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"as it was until"_s), patience);
    press(u"keptBack0"_s, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(number(u"SELECT count(*) FROM votes"_s), 5000, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), connections::ActiveConnection::State::Open, patience);
    QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"as it was until"_s), patience);
    press(u"keptRelease0"_s, {}, {});
    QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"is deleted."_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!allText().contains(u"as it was until"_s), patience);
    QCOMPARE(databasesOf(m_server).filter(u"_before_"_s), QStringList());
    QCOMPARE(number(u"SELECT count(*) FROM votes"_s), 5000);
}

void ProofPageTest::productionAsksForTheName()
{
    QVERIFY(postgres::writeEnvironment(m_task, *m_server.connect(u"civicq"_s), postgres::Environment::Production)
                .has_value());
    replace();
    press(u"keptBack0"_s, u"civicq"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"civicq is again what it was before the restore"_s), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), connections::ActiveConnection::State::Open, patience);
    QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"as it was until"_s), patience);
    press(u"keptRelease0"_s, u"civicq"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(allText().contains(u"is deleted."_s), patience);
    QCOMPARE(databasesOf(m_server).filter(u"_before_"_s), QStringList());
}

} // namespace

QTEST_MAIN(ProofPageTest)
#include "proofpagetest.moc"

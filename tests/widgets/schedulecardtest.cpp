// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupspage.h"
#include "backups/sampledatabase.h"
#include "backups/scheduledialog.h"
#include "common/themeicons.h"
#include "fixtures/accessibility.h"
#include "fixtures/testserver.h"
#include "shell/theme.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTimeEdit>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using namespace civicq::widgets;

namespace {

constexpr int patience = 60'000;

// The page with a real server; systemctl and loginctl are scripts, for the machine's own scheduler is not the test's.
class ScheduleCardTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void withoutOneSaysWhatItWouldDo();
    void isSetUpInOneDialog();
    void runsNow();
    void saysWhatIsWrong();
    void askingConnectionCannotBeScheduled();
    void isRemoved();

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
    [[nodiscard]] static QString textIn(const QWidget *in)
    {
        QStringList texts;
        for (const QLabel *label : in->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
    [[nodiscard]] QString cardText() { return textIn(find<QWidget>(m_page, u"scheduleCard"_s)); }
    void open(connections::PasswordSource source)
    {
        connections::Profile profile;
        profile.id = QUuid(u"{7f3c1d52-8d0b-4f0e-9a55-3d1f2f0c7a11}"_s);
        profile.name = u"Oakland"_s;
        profile.parameters = m_server.parameters(u"civicq"_s);
        profile.passwordSource = source;
        m_connection->open(profile, profile.parameters.password);
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), connections::ActiveConnection::State::Open, patience);
        m_page->setShown(true);
    }
    void writeScript(const QString &name, const QByteArray &text)
    {
        writeFile(m_tools.filePath(name), text);
        QVERIFY(QFile::setPermissions(m_tools.filePath(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    TestServer m_server;
    Tools m_clientTools;
    QTemporaryDir m_tools;
    QTemporaryDir m_folder;
    QTemporaryDir m_data;
    QTemporaryDir m_secondPlace;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<core::TaskRunner> m_tasks;
    std::unique_ptr<connections::ActiveConnection> m_connection;
    std::unique_ptr<QWidget> m_window;
    BackupsPage *m_page = nullptr;
};

void ScheduleCardTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"civicq"_s);
    fillSample(m_server, u"civicq"_s);
    writeScript(u"systemctl"_s, "#!/bin/sh\nexit 0\n");
    writeScript(u"loginctl"_s, "#!/bin/sh\necho yes\n");
    qputenv("PATH", (m_tools.path() + u':' + qEnvironmentVariable("PATH")).toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", m_tools.filePath(u"config"_s).toLocal8Bit());
    initIcons();
    for (const QString &name : {u"chronometer"_s, u"media-playback-start"_s, u"state-ok"_s})
        QVERIFY2(hasIcon(name), qPrintable(name));
    m_theme = std::make_unique<Theme>(ThemeMode::Light);
    m_tasks = std::make_unique<core::TaskRunner>();
    m_connection = std::make_unique<connections::ActiveConnection>(*m_tasks, core::PoolSettings{});
    m_window = std::make_unique<QWidget>();
    m_window->resize(1040, 680);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins(0, 0, 0, 0);
    m_page =
        new BackupsPage({*m_tasks, *m_connection, m_clientTools.box, m_data.path(), [this] { return m_folder.path(); },
                         m_data.filePath(u"config"_s), u"/usr/bin/civicq-db"_s});
    layout->addWidget(m_page);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    open(connections::PasswordSource::Libpq);
}

void ScheduleCardTest::cleanupTestCase()
{
    m_window.reset();
    m_connection.reset();
    m_tasks.reset();
}

void ScheduleCardTest::withoutOneSaysWhatItWouldDo()
{
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"No backup is taken by itself"_s), patience);
    QVERIFY(!find<QPushButton>(m_page, u"scheduleRunButton"_s)->isVisible());
    look(*m_window, u"schedule-none"_s);
}

void ScheduleCardTest::isSetUpInOneDialog()
{
    find<QAction>(m_page, u"scheduleChange"_s)->trigger();
    auto *dialog = find<ScheduleDialog>(m_window.get(), u"scheduleDialog"_s);
    QCOMPARE(find<QSpinBox>(dialog, u"keepDaily"_s)->value(), 7);
    QVERIFY(textIn(dialog).contains(u"broken disk"_s));
    find<QTimeEdit>(dialog, u"scheduleTime"_s)->setTime(QTime(1, 30));
    find<QLineEdit>(dialog, u"secondPlace"_s)->setText(QDir::toNativeSeparators(m_secondPlace.path()));
    look(*dialog, u"schedule-dialog"_s);
    QTest::mouseClick(find<QPushButton>(dialog, u"scheduleSave"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"7 daily, 4 weekly, 6 monthly"_s), patience);
    QVERIFY(cardText().contains(u"1:30"_s));
    QVERIFY(cardText().contains(u"Not yet due"_s));
    QCOMPARE(QDir(m_tools.filePath(u"config/systemd/user"_s)).entryList(QDir::Files).size(), 2);
}

void ScheduleCardTest::runsNow()
{
    find<QAction>(m_page, u"scheduleRun"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(textIn(m_page).contains(u"The daily backup is taken"_s), patience);
    QCOMPARE(filesIn(m_folder.path()).size(), 1);
    QCOMPARE(QDir(m_secondPlace.path()).entryList({u"civicq_backup_*"_s}, QDir::Files).size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"just now"_s), patience);
    look(*m_window, u"schedule-card"_s);
}

void ScheduleCardTest::saysWhatIsWrong()
{
    backups::PlanStore store(m_data.filePath(u"config"_s));
    backups::BackupPlan plan = store.load()->first();
    plan.secondPlace = m_folder.filePath(u"gone"_s);
    QVERIFY(store.save(plan).has_value());
    m_page->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"gone"_s), patience);
    find<QAction>(m_page, u"scheduleRun"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(textIn(m_page).contains(u"The backup is good, but"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"has no copy in the second place"_s), patience);
    look(*m_window, u"schedule-alert"_s);
}

void ScheduleCardTest::askingConnectionCannotBeScheduled()
{
    open(connections::PasswordSource::AskEachTime);
    find<QAction>(m_page, u"scheduleChange"_s)->trigger();
    auto *dialog = find<ScheduleDialog>(m_window.get(), u"scheduleDialog"_s);
    QVERIFY(!find<QPushButton>(dialog, u"scheduleSave"_s)->isEnabled());
    QVERIFY(textIn(dialog).contains(u"asks for its password each time"_s));
    dialog->reject();
    QTRY_VERIFY(!m_window->findChild<ScheduleDialog *>());
    open(connections::PasswordSource::Libpq);
}

void ScheduleCardTest::isRemoved()
{
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"7 daily"_s), patience);
    find<QAction>(m_page, u"scheduleChange"_s)->trigger();
    auto *dialog = find<ScheduleDialog>(m_window.get(), u"scheduleDialog"_s);
    QTest::mouseClick(find<QPushButton>(dialog, u"scheduleRemove"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"No backup is taken by itself"_s), patience);
    QCOMPARE(QDir(m_tools.filePath(u"config/systemd/user"_s)).entryList(QDir::Files).size(), 0);
    QVERIFY(!filesIn(m_folder.path()).isEmpty());
}

} // namespace

QTEST_MAIN(ScheduleCardTest)
#include "schedulecardtest.moc"

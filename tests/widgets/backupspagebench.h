// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of the Backups page and its wizards stand on. BackupsBench: tools, tasks, a theme, and hands and eyes
// for any widget. BackupsPageBench: besides, a server with the database civicq in it, and a window with the page.

#include "backups/backupspage.h"
#include "backups/backupwizard.h"
#include "backups/restorewizard.h"
#include "backups/sampledatabase.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "fixtures/accessibility.h"
#include "fixtures/testserver.h"
#include "shell/theme.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

namespace civicq::tests {

using namespace Qt::StringLiterals;
using namespace civicq::widgets;

constexpr int patience = 60'000;

class BackupsBench : public QObject
{
protected:
    // Icons that would be blank fail the test; what is listed is what the test shows.
    void openEyes(const QStringList &icons)
    {
        initIcons();
        for (const QString &name : icons)
            QVERIFY2(hasIcon(name), qPrintable(name));
        m_theme = std::make_unique<Theme>(ThemeMode::Light);
    }
    template<typename T>
    [[nodiscard]] static T *find(const QWidget *in, const QString &name)
    {
        T *found = in->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    // Looks at it in light and dark, and for what a keyboard or a screen reader would miss.
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
    [[nodiscard]] static QString allText(const QWidget *in)
    {
        QStringList texts;
        for (const QLabel *label : in->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    Tools m_tools;
    std::unique_ptr<Theme> m_theme;
};

class BackupsPageBench : public BackupsBench
{
protected:
    void startServer()
    {
        QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
        (void)m_server.createDatabase(u"civicq"_s);
        fillSample(m_server, u"civicq"_s);
    }
    // With nothing backed up yet, connected to civicq. `more`: what the test's page has besides.
    void openPage(const std::function<void(BackupServices &)> &more = {})
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = std::make_unique<QTemporaryDir>();
        m_tasks = std::make_unique<core::TaskRunner>();
        m_connection = std::make_unique<connections::ActiveConnection>(*m_tasks, core::PoolSettings{});
        connectTo(u"civicq"_s);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1040, 680);
        auto *layout = new QVBoxLayout(m_window.get());
        layout->setContentsMargins(0, 0, 0, 0);
        BackupServices services{*m_tasks, *m_connection, m_tools.box, m_data->path(),
                                [this] { return m_folder->path(); }};
        if (more)
            more(services);
        m_page = new BackupsPage(services);
        layout->addWidget(m_page);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_page->setShown(true);
    }
    void closePage()
    {
        m_window.reset();
        m_connection.reset();
        m_tasks.reset();
    }
    void connectTo(const QString &database, connections::PasswordSource source = connections::PasswordSource::Keychain)
    {
        connections::Profile profile;
        profile.id = QUuid(u"{7f3c1d52-8d0b-4f0e-9a55-3d1f2f0c7a11}"_s);
        profile.name = u"Oakland"_s;
        profile.parameters = m_server.parameters(database);
        profile.passwordSource = source;
        m_connection->open(profile, profile.parameters.password);
        waitUntilOpen();
    }
    void waitUntilOpen()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), connections::ActiveConnection::State::Open, patience);
    }
    // A backup of civicq in the page's folder; its path. `change`: what is asked for besides.
    [[nodiscard]] QString takeOne(const std::function<void(backups::BackupRequest &)> &change = {})
    {
        backups::BackupRequest request;
        request.parameters = m_server.parameters(u"civicq"_s);
        request.folder = m_folder->path();
        if (change)
            change(request);
        backups::BackupCatalogue catalogue(m_data->path());
        const auto report = backups::backup(m_task, m_tools.box, request, &catalogue);
        if (!report)
            qFatal("%s", qPrintable(report.error().toString()));
        m_page->setShown(true);
        return report->path;
    }
    // Waits for the list to have one line, and chooses it.
    void chooseOnly()
    {
        auto *table = find<QTableView>(m_page, u"backupListView"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
        table->selectRow(0);
    }
    template<typename T>
    [[nodiscard]] T *wizard()
    {
        T *found = m_window->findChild<T *>();
        if (!found)
            qFatal("no wizard");
        return found;
    }
    void next(WizardFrame *frame)
    {
        auto *button = find<QPushButton>(frame, u"wizardNext"_s);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), patience);
        for (const QScrollArea *page : frame->findChildren<QScrollArea *>()) // all of a step is seen at once
            QVERIFY2(!page->isVisible() || page->verticalScrollBar()->maximum() == 0,
                     qPrintable(u"%1, %2 too high"_s.arg(frame->pageName()).arg(page->verticalScrollBar()->maximum())));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    [[nodiscard]] static QString verdict(WizardFrame *frame)
    {
        const auto *label = frame->findChild<QLabel *>(u"wizardHeadline"_s);
        return label ? label->text() : QString();
    }

    TestServer m_server;
    core::SilentTask m_task;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<core::TaskRunner> m_tasks;
    std::unique_ptr<connections::ActiveConnection> m_connection;
    std::unique_ptr<QWidget> m_window;
    BackupsPage *m_page = nullptr;
};

} // namespace civicq::tests

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of the Backups page stand on: a window with the page in it, and the hands that work its wizards.

#include "backups/backupspage.h"
#include "backups/backupwizard.h"
#include "backups/restorewizard.h"
#include "backups/sampledatabase.h"
#include "backups/tableprogressview.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "fixtures/accessibility.h"
#include "fixtures/testserver.h"
#include "shell/theme.h"

#include <QtCore/QDir>
#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

namespace civicq::tests {

using namespace Qt::StringLiterals;
using namespace civicq::widgets;

constexpr int patience = 60'000;

class BackupsPageBench : public QObject
{
protected:
    template<typename T>
    T *find(const QWidget *in, const QString &name)
    {
        T *found = in->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    template<typename T>
    T *wizard()
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
        QTest::mouseClick(button, Qt::LeftButton);
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
    void connectTo(const QString &database)
    {
        connections::Profile profile;
        profile.name = u"Test"_s;
        profile.parameters = m_server.parameters(database);
        m_connection->open(profile, profile.parameters.password);
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), connections::ActiveConnection::State::Open, patience);
    }
    [[nodiscard]] QString verdict(WizardFrame *frame)
    {
        const auto *label = frame->findChild<QLabel *>(u"wizardHeadline"_s);
        return label ? label->text() : QString();
    }
    [[nodiscard]] QString allText(QWidget *in)
    {
        QStringList texts;
        for (const QLabel *label : in->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    TestServer m_server;
    Tools m_tools;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<core::TaskRunner> m_tasks;
    std::unique_ptr<connections::ActiveConnection> m_connection;
    std::unique_ptr<QWidget> m_window;
    BackupsPage *m_page = nullptr;
};

} // namespace civicq::tests

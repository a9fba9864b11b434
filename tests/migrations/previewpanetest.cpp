// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/messagestrip.h"
#include "common/palette.h"
#include "common/themeicons.h"
#include "fixtures/accessibility.h"
#include "fixtures/testserver.h"
#include "migrations/migrationspage.h"
#include "migrations/previewpane.h"
#include "migrations/scratchfolder.h"
#include "migrations/sqlview.h"
#include "shell/theme.h"

#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>
#include <QtTest/QTest>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTreeWidget>

using namespace Qt::StringLiterals;
using namespace civicq;
using connections::ActiveConnection;

namespace {

// What the window shows of the locks before it runs anything.
class PreviewPaneTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void showsLocksBeforeRunning();
    void showsAPendingRevision();
    void everyWordOfTheSqlIsRead();

private:
    void look(QWidget &widget, const QString &name);
    // The text of each row of a tree, its parts joined.
    static QStringList rows(const QTreeWidget &tree);

    tests::TestServer m_server;
    core::SilentTask m_task;
    tests::ScratchFolder m_folder;
    core::TaskRunner m_tasks;
    ActiveConnection m_connection{m_tasks, core::PoolSettings()};
    std::unique_ptr<postgres::Connection> m_dump;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<widgets::MigrationsPage> m_page;
};

void PreviewPaneTest::initTestCase()
{
    widgets::initIcons();
    m_theme = std::make_unique<widgets::Theme>(widgets::ThemeMode::Light);
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    m_folder.add(u"one"_s, u"none"_s,
                 "ALTER TABLE votes ADD COLUMN at timestamptz DEFAULT clock_timestamp();\n"
                 "CREATE TABLE receipts (vote int REFERENCES votes);\n"
                 "ALTER TABLE votes DROP COLUMN note;\nDROP VIEW newest;",
                 "SELECT 1;");
    m_folder.add(u"two"_s, u"one"_s, "CREATE INDEX CONCURRENTLY votes_at ON votes (at);", "DROP INDEX votes_at;",
                 "-- transactional: no\n");
    const QString database = m_server.createDatabase().database;
    m_dump = m_server.connect(database);
    QVERIFY(m_dump
                ->script(m_task, "CREATE TABLE votes (id int PRIMARY KEY, note text);"
                                 "CREATE VIEW newest AS SELECT max(id) FROM votes;"
                                 "INSERT INTO votes SELECT n, repeat('x', 1000) FROM generate_series(1, 2000) n;"
                                 "SET application_name = 'pg_dump'")
                .has_value());
    QVERIFY(m_dump->script(m_task, "BEGIN; LOCK TABLE votes IN ACCESS SHARE MODE").has_value());

    connections::Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = u"Test"_s;
    profile.parameters = m_server.parameters(database);
    const core::Secret password = std::exchange(profile.parameters.password, {});
    m_connection.open(profile, password);
    QTRY_VERIFY_WITH_TIMEOUT(m_connection.isOpen(), 20'000);
    m_page =
        std::make_unique<widgets::MigrationsPage>(m_tasks, m_connection, widgets::MakeSafetyBackup(), m_folder.path());
    m_page->resize(1180, 760);
    m_page->show();
    m_page->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->sentence().isEmpty(), 20'000);
}

QStringList PreviewPaneTest::rows(const QTreeWidget &tree)
{
    QStringList texts;
    for (QTreeWidgetItemIterator it(const_cast<QTreeWidget *>(&tree)); *it; ++it) {
        QStringList parts;
        for (int column = 0; column < (*it)->columnCount(); ++column)
            parts.append((*it)->text(column));
        texts.append(parts.join(u'|'));
    }
    return texts;
}

// Looks at it in light and dark, and for what a keyboard or a screen reader would miss.
void PreviewPaneTest::look(QWidget &widget, const QString &name)
{
    for (const bool dark : {true, false}) {
        m_theme->setMode(dark ? widgets::ThemeMode::Dark : widgets::ThemeMode::Light);
        QApplication::processEvents();
        tests::picture(widget, name + (dark ? u"-dark"_s : u"-light"_s));
    }
    const QStringList nameless = tests::namelessWidgets(widget);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
    const QStringList clipped = tests::clippedWidgets(widget);
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u", "_s)));
}

void PreviewPaneTest::showsLocksBeforeRunning()
{
    auto *upgrade = m_page->findChild<QPushButton *>(u"upgradeToHeadButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(upgrade->isEnabled(), 20'000);
    QTest::mouseClick(upgrade, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<QDialog *>(u"runDialog"_s), 20'000);
    auto *dialog = m_page->findChild<QDialog *>(u"runDialog"_s);
    auto *tree = dialog->findChild<QTreeWidget *>(u"previewTree"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tree->topLevelItemCount(), 4, 20'000);
    const QString shown = rows(*tree).join(u'\n');
    QVERIFY2(shown.contains(u"votes|Blocks reads and writes|2."_s), qPrintable(shown));
    QVERIFY2(shown.contains(u"receipts|New: nobody waits"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u"|1|Rewrites it"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u"Loses: column votes.note"_s), qPrintable(shown));
    QCOMPARE(tree->topLevelItem(0)->child(1)->toolTip(1), u"ACCESS EXCLUSIVE"_s);
    QVERIFY(!tree->topLevelItem(0)->icon(0).isNull());
    auto *strip = dialog->findChild<widgets::MessageStrip *>(u"previewConflicts"_s);
    QVERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(u"pg_dump, process %1"_s.arg(m_dump->backendPid())), qPrintable(strip->text()));
    look(*dialog, u"dialog"_s);

    dialog->findChild<QListWidget *>(u"runRevisions"_s)->setCurrentRow(1);
    QCOMPARE(tree->topLevelItemCount(), 1);
    const QString second = rows(*tree).join(u'\n');
    QVERIFY2(second.contains(u"Outside a transaction"_s), qPrintable(second));
    QVERIFY2(second.contains(u"votes|Blocks other schema changes|"_s), qPrintable(second));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"runCancel"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"runDialog"_s));
}

void PreviewPaneTest::showsAPendingRevision()
{
    auto *pane = m_page->findChild<widgets::PreviewPane *>();
    QVERIFY(pane);
    auto *tree = pane->findChild<QTreeWidget *>(u"previewTree"_s);
    QCOMPARE(tree->topLevelItemCount(), 0); // read when it is looked at
    auto *tabs = m_page->findChild<QTabWidget *>();
    tabs->setCurrentIndex(2);
    QTRY_VERIFY_WITH_TIMEOUT(tree->topLevelItemCount() > 0, 20'000);
    QVERIFY(tree->isVisible());
    QVERIFY(!pane->findChild<QLabel *>(u"previewSummary"_s)->text().isEmpty());
    look(*m_page, u"page"_s);
    m_page->resize(740, 600); // what a window of 960 leaves to it
    look(*m_page, u"narrow"_s);
}

void PreviewPaneTest::everyWordOfTheSqlIsRead()
{
    for (const auto mode : {widgets::ThemeMode::Dark, widgets::ThemeMode::Light}) {
        m_theme->setMode(mode);
        widgets::SqlView view;
        view.resize(560, 120);
        view.setSql(u"-- What for\nCREATE TABLE t (a int DEFAULT 12, b text DEFAULT 'x');\n/* more */"_s);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QColor ground = view.palette().color(QPalette::Base);
        int coloured = 0;
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
            for (const auto &range : block.layout()->formats()) {
                if (!range.format.hasProperty(QTextFormat::ForegroundBrush))
                    continue;
                ++coloured;
                const QColor ink = range.format.foreground().color();
                QVERIFY2(widgets::contrast(ink, ground) >= 4.5,
                         qPrintable(block.text().mid(range.start, range.length) + u' ' + ink.name()));
            }
        }
        QVERIFY(coloured > 3);
        tests::picture(view, mode == widgets::ThemeMode::Dark ? u"sql-dark"_s : u"sql-light"_s);
    }
}

} // namespace

QTEST_MAIN(PreviewPaneTest)
#include "previewpanetest.moc"

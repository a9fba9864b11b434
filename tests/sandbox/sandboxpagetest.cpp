// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxfixture.h"

#include "common/filteredtable.h"
#include "common/messagestrip.h"
#include "common/themeicons.h"
#include "fixtures/accessibility.h"
#include "sandbox/sandboxpage.h"
#include "shell/theme.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;
using namespace civicq;
using connections::ActiveConnection;
using sandbox::Presence;

namespace {

// The page as a person works it, over a real sandbox.
class SandboxPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void worksASandboxFromTheFirstStart();
    void itsModelHoldsTogether();
};

void look(widgets::SandboxPage &page, widgets::Theme &theme, const QString &name)
{
    for (const auto &[mode, word] :
         {std::pair{widgets::ThemeMode::Light, u"light"_s}, std::pair{widgets::ThemeMode::Dark, u"dark"_s}}) {
        theme.setMode(mode);
        QCoreApplication::processEvents();
        tests::picture(page, u"sandbox-%1-%2"_s.arg(name, word));
        QCOMPARE(tests::clippedWidgets(page), QStringList());
    }
    QCOMPARE(tests::namelessWidgets(page), QStringList());
    QCOMPARE(tests::unreachableWidgets(page), QStringList());
}

void SandboxPageTest::worksASandboxFromTheFirstStart()
{
    widgets::initIcons();
    widgets::Theme theme(widgets::ThemeMode::Light);
    tests::SandboxFixture fixture;
    core::TaskRunner tasks;
    ActiveConnection connection(tasks, core::PoolSettings());
    widgets::SandboxPage page(tasks, fixture.sandbox, connection);
    const auto action = [&](const QString &name) { return page.findChild<QAction *>(name); };
    auto *strip = page.findChild<widgets::MessageStrip *>(u"sandboxStrip"_s);
    auto *table = page.findChild<widgets::FilteredTable *>(u"snapshots"_s);
    auto *name = page.findChild<QLineEdit *>(u"snapshotName"_s);
    page.resize(1060, 700);
    page.show();
    page.setShown(true);
    QTRY_VERIFY(!page.sentence().isEmpty());
    QVERIFY(!action(u"stopSandbox"_s)->isEnabled());
    QVERIFY(action(u"openSandbox"_s)->isEnabled());
    look(page, theme, u"missing"_s);

    // As the shell does when it is asked to.
    QVERIFY(fixture.startAndConnect()->script(fixture.task, "CREATE TABLE kept AS SELECT 42 AS n").has_value());
    page.setShown(false);
    page.setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(action(u"stopSandbox"_s)->isEnabled(), 20'000);
    QVERIFY(!action(u"takeSnapshot"_s)->isEnabled()); // without a name
    name->setText(u"Élodie's \"été\""_s);
    action(u"takeSnapshot"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible() && table->view()->model()->rowCount() == 1, 60'000);
    look(page, theme, u"running"_s);

    // A name that is taken is said, not overwritten.
    name->setText(u"Élodie's \"été\""_s);
    action(u"takeSnapshot"_s)->trigger();
    QVERIFY(strip->text().contains(u"été"_s));
    QVERIFY(action(u"takeSnapshot"_s)->isEnabled());

    QVERIFY(fixture.startAndConnect()->script(fixture.task, "DROP TABLE kept").has_value());
    table->setCurrentRow(0);
    QVERIFY(action(u"returnToSnapshot"_s)->isEnabled());
    action(u"returnToSnapshot"_s)->trigger();
    page.findChild<QPushButton *>(u"confirmationAccept"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!action(u"stopSandbox"_s)->isEnabled(), 5'000);
    QTRY_VERIFY_WITH_TIMEOUT(action(u"stopSandbox"_s)->isEnabled(), 60'000);
    QCOMPARE(fixture.startAndConnect()->query(fixture.task, u"SELECT n FROM kept"_s)->integer(0, 0), 42);

    action(u"stopSandbox"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.sandbox.status().presence == Presence::Stopped, 60'000);
    QTRY_VERIFY(!action(u"takeSnapshot"_s)->isEnabled());
    QTRY_VERIFY(action(u"openSandbox"_s)->isEnabled());
}

void SandboxPageTest::itsModelHoldsTogether()
{
    sandbox::SnapshotModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSnapshots(
        {{u"a"_s, QDateTime::currentDateTimeUtc(), 12'345'678}, {u"b"_s, QDateTime::currentDateTimeUtc(), 1}});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.contains(u"b"_s));
    QCOMPARE(model.index(0, sandbox::SnapshotModel::Size).data(sandbox::SnapshotModel::SortRole).toLongLong(),
             12'345'678);
    model.setSnapshots({});
    QVERIFY(!model.contains(u"b"_s));
}

} // namespace

QTEST_MAIN(SandboxPageTest)
#include "sandboxpagetest.moc"

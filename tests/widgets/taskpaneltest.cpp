// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/taskpanel.h"
#include "fixtures/accessibility.h"
#include "shell/theme.h"

#include <QtGui/QMouseEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QScrollArea>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace civicq;
using widgets::TaskPanel;

namespace {

constexpr int usual = 240;
constexpr int most = 400;

// The panel at the foot of a window.
class TaskPanelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void isAsHighAsItsRows();
    void isDrawnHigherAndLower();

private:
    void finish(int jobs);
    [[nodiscard]] int listHeight() const { return m_window.findChild<QScrollArea *>(u"taskList"_s)->height(); }

    widgets::Theme m_theme{widgets::ThemeMode::Light};
    core::TaskRunner m_tasks;
    QWidget m_window;
    TaskPanel *m_panel = nullptr;
};

void TaskPanelTest::init()
{
    m_window.resize(900, 700);
    m_panel = new TaskPanel(m_tasks);
    m_panel->setRoom(usual, most);
    auto *column = new QVBoxLayout(&m_window);
    column->addStretch(1);
    column->addWidget(m_panel);
    m_window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_window));
    m_panel->setUnfolded(true);
}

void TaskPanelTest::cleanup()
{
    delete m_window.layout();
    delete m_panel;
    m_tasks.model()->removeFinished();
}

void TaskPanelTest::finish(int jobs)
{
    for (int number = 1; number <= jobs; ++number) {
        core::TaskSpec<int> spec;
        spec.title = u"Back up town %1"_s.arg(number);
        spec.run = [](core::TaskContext &) -> core::Result<int> { return 1; };
        spec.verdict = [](int) { return u"One table is safe."_s; };
        m_tasks.start<int>(&m_window, std::move(spec), {});
    }
    QTRY_COMPARE(m_tasks.model()->runningCount(), 0);
}

void TaskPanelTest::isAsHighAsItsRows()
{
    const int empty = listHeight();
    QVERIFY(empty < 100);
    finish(2);
    const auto *row = m_window.findChild<QWidget *>(u"task1"_s);
    QTRY_VERIFY(row->height() > 20 && std::abs(listHeight() - 2 * row->height()) <= 2);
    tests::picture(m_window, u"tasks-two"_s);
    finish(12);
    QTRY_COMPARE(listHeight(), usual);
    m_tasks.model()->removeFinished();
    QTRY_COMPARE(listHeight(), empty);
    QCOMPARE(tests::namelessWidgets(m_window), QStringList());
}

void TaskPanelTest::isDrawnHigherAndLower()
{
    finish(14);
    QTRY_COMPARE(listHeight(), usual);
    auto *edge = m_window.findChild<QWidget *>(u"taskEdge"_s);
    QVERIFY(edge->isVisible());
    QTest::keyClick(edge, Qt::Key_Up);
    QCOMPARE(listHeight(), usual + 32);
    QTest::keyClick(edge, Qt::Key_Down);
    QTest::keyClick(edge, Qt::Key_Down);
    QCOMPARE(listHeight(), usual - 32);
    QTest::mousePress(edge, Qt::LeftButton, {}, QPoint(20, 4));
    QMouseEvent up(QEvent::MouseMove, QPointF(20, -396), edge->mapToGlobal(QPointF(20, -396)), Qt::NoButton,
                   Qt::LeftButton, {});
    QApplication::sendEvent(edge, &up);
    QCOMPARE(listHeight(), most); // the page above keeps its part
    QTest::mouseRelease(edge, Qt::LeftButton);
    QCOMPARE(m_panel->drawnHeight(), most);
    QTest::mouseDClick(edge, Qt::LeftButton);
    QCOMPARE(listHeight(), usual);
    m_panel->setUnfolded(false);
    QVERIFY(!edge->isVisible());
}

} // namespace

QTEST_MAIN(TaskPanelTest)
#include "taskpaneltest.moc"

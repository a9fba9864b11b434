// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/coachstrip.h"
#include "common/filteredtable.h"
#include "common/palette.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "fixtures/accessibility.h"
#include "shell/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QStandardItemModel>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;
using namespace civicq::widgets;

namespace {

// Whether every square of two by two pixels has one colour: then the picture was drawn at half its size.
bool isUpscaled(const QImage &image)
{
    for (int y = 0; y + 1 < image.height(); y += 2) {
        for (int x = 0; x + 1 < image.width(); x += 2) {
            const QRgb first = image.pixel(x, y);
            if (first != image.pixel(x + 1, y) || first != image.pixel(x, y + 1) || first != image.pixel(x + 1, y + 1))
                return false;
        }
    }
    return true;
}

// How much of the picture's width has ink.
double inkedShare(const QImage &image)
{
    int left = image.width();
    int right = -1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 0) {
                left = std::min(left, x);
                right = std::max(right, x);
            }
        }
    }
    return right < 0 ? 0.0 : static_cast<double>(right - left + 1) / image.width();
}

} // namespace

class LooksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anIconIsDrawnForTheScreensPixels();
    void anIconPaintedOnAFinePictureFillsItsPlace();
    void aTableEndsWhereItsPlaceEnds();
    void theCoachsButtonSaysThatItDestroys();
    void whatWaitsBehindDoesNotWidenThePage();
    void aMenuHasRoomAboveAndBelow();
    void whiteIsReadOnTheAccent();
    void aSignIsSeenOnItsColour();
    void lettersAreUnderlinedWhileAltIsHeld();
    void aButtonHasRoomBesideItsWords();

private:
    std::unique_ptr<Theme> m_theme;
};

void LooksTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(ThemeMode::Light);
}

void LooksTest::anIconIsDrawnForTheScreensPixels()
{
    const QIcon drawn = icon(u"dialog-information"_s);
    const QPixmap plain = drawn.pixmap(QSize(32, 32), 1.0);
    QCOMPARE(plain.size(), QSize(32, 32));
    const QPixmap fine = drawn.pixmap(QSize(32, 32), 2.0);
    QCOMPARE(fine.size(), QSize(64, 64));
    QCOMPARE(fine.devicePixelRatio(), 2.0);
    QVERIFY(!isUpscaled(fine.toImage()));
    QVERIFY(qAbs(inkedShare(fine.toImage()) - inkedShare(plain.toImage())) < 0.1);
    // As many pixels for a large icon on a plain screen are kept apart from it.
    QCOMPARE(drawn.pixmap(QSize(64, 64), 1.0).devicePixelRatio(), 1.0);
    QCOMPARE(drawn.pixmap(QSize(32, 32), 2.0).devicePixelRatio(), 2.0);
    QCOMPARE(drawn.pixmap(QSize(16, 16), 1.5).size(), QSize(24, 24));
}

void LooksTest::anIconPaintedOnAFinePictureFillsItsPlace()
{
    const QIcon drawn = icon(u"dialog-information"_s);
    QPixmap paper(64, 64);
    paper.setDevicePixelRatio(2.0);
    paper.fill(Qt::transparent);
    QPainter painter(&paper);
    drawn.paint(&painter, QRect(0, 0, 32, 32));
    painter.end();
    QCOMPARE(paper.toImage(), drawn.pixmap(QSize(32, 32), 2.0).toImage());
}

void LooksTest::aTableEndsWhereItsPlaceEnds()
{
    QStandardItemModel model;
    model.setHorizontalHeaderLabels({u"Name"_s, u"Size on the disk"_s, u"Rows"_s});
    model.appendRow({new QStandardItem(u"a name so long that nobody would want to read it whole "_s.repeated(4)),
                     new QStandardItem(u"12 MB"_s), new QStandardItem(u"three hundred thousand"_s)});
    FilteredTable table(u"looks"_s, u"Things"_s);
    table.setModel(&model);
    table.setStretchColumn(0);
    table.resize(640, 240);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QTableView *view = table.view();
    for (const QString &name : {model.item(0, 0)->text(), u"short"_s}) {
        model.item(0, 0)->setText(name);
        table.sizeToContents();
        QCOMPARE(view->horizontalHeader()->length(), view->viewport()->width());
        QVERIFY(view->columnWidth(2) >= view->fontMetrics().horizontalAdvance(model.item(0, 2)->text()));
    }
    // A column that had no room when the others were sized comes back with its heading whole.
    table.setExpendable({1}, 200);
    table.resize(320, 240);
    QTRY_VERIFY(view->isColumnHidden(1));
    table.sizeToContents();
    table.resize(640, 240);
    QTRY_VERIFY(!view->isColumnHidden(1));
    QVERIFY(view->columnWidth(1) >= view->horizontalHeader()->sectionSizeHint(1));
    // Prose is read from its beginning; names of files differ at both ends.
    QCOMPARE(view->textElideMode(), Qt::ElideRight);
    table.setStretchColumn(0, Qt::ElideMiddle);
    QCOMPARE(view->textElideMode(), Qt::ElideMiddle);
}

void LooksTest::theCoachsButtonSaysThatItDestroys()
{
    CoachStrip strip;
    strip.resize(800, strip.sizeHint().height());
    strip.setStep(2, 4);
    strip.setText(u"lose something"_s, u"Press \"Delete all rows of votes\", and they are gone."_s);
    const auto colour = [&strip](bool danger) {
        strip.setAction(u"Delete all rows of votes"_s, {}, true, [] {}, danger);
        const QImage drawn = strip.actionButton()->grab().toImage();
        return drawn.pixelColor(drawn.width() / 2, 3);
    };
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    const QColor plain = colour(false);
    const QColor danger = colour(true);
    QVERIFY2(danger.red() > 2 * danger.blue() && plain.blue() > 2 * plain.red(), qPrintable(danger.name()));
    civicq::tests::picture(strip, u"looks-coach"_s);
}

void LooksTest::whatWaitsBehindDoesNotWidenThePage()
{
    auto *form = new QWidget;
    form->setMinimumSize(900, 300);
    StatePane pane(form);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    QVERIFY(pane.minimumSizeHint().width() >= 900);
    pane.showEmpty({u"archive-insert"_s, u"Nothing yet"_s, u"Here it would be."_s});
    QTRY_VERIFY(pane.minimumSizeHint().width() < 600);
    pane.showContent();
    QTRY_VERIFY(pane.minimumSizeHint().width() >= 900);
}

void LooksTest::aMenuHasRoomAboveAndBelow()
{
    QMenu menu;
    QAction *first = menu.addAction(u"Sandbox"_s);
    QAction *line = menu.addSeparator();
    QAction *last = menu.addAction(u"Manage connections"_s);
    menu.popup({});
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    QVERIFY(menu.actionGeometry(first).top() >= 4);
    QVERIFY(menu.height() - menu.actionGeometry(last).bottom() > 4);
    QVERIFY(menu.actionGeometry(line).height() <= 12);
    civicq::tests::picture(menu, u"looks-menu"_s);
}

void LooksTest::whiteIsReadOnTheAccent()
{
    for (const bool dark : {false, true}) {
        const QPalette palette = Theme::calmPalette(dark);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(Qt::white, palette.color(QPalette::Accent)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Base), palette.color(QPalette::Accent)) >= 3.0);
    }
}

void LooksTest::aSignIsSeenOnItsColour()
{
    m_theme->setMode(ThemeMode::Dark);
    const QImage drawn = meaningIcon(Meaning::Good).pixmap(QSize(64, 64), 1.0).toImage();
    const QColor ground = meaningColor(Meaning::Good, QApplication::palette());
    double best = 1.0;
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x) {
            if (qAlpha(drawn.pixel(x, y)) == 255)
                best = std::max(best, contrast(drawn.pixelColor(x, y), ground));
        }
    }
    m_theme->setMode(ThemeMode::Light);
    QVERIFY2(best >= 3.0, qPrintable(QString::number(best)));
}

void LooksTest::lettersAreUnderlinedWhileAltIsHeld()
{
    const QPushButton button(u"&Back up now"_s);
    QMenu menu;
    const auto underlined = [](const QWidget &widget) {
        return QApplication::style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, &widget) != 0;
    };
    QVERIFY(!underlined(button));
    QWidget window;
    QTest::keyPress(&window, Qt::Key_Alt);
    QVERIFY(underlined(button));
    QVERIFY(underlined(menu));
    QTest::keyRelease(&window, Qt::Key_Alt);
    QVERIFY(!underlined(button));
    QVERIFY(underlined(menu)); // opened with the keyboard
    QTest::mouseClick(&window, Qt::LeftButton);
    QVERIFY(!underlined(menu));
}

void LooksTest::aButtonHasRoomBesideItsWords()
{
    QPushButton button(icon(u"list-add"_s), u"Take from pg_service.conf"_s);
    const int words = button.fontMetrics().horizontalAdvance(button.text());
    QVERIFY(button.sizeHint().width() >= words + button.iconSize().width() + 8 + 2 * 12);
}

QTEST_MAIN(LooksTest)
#include "lookstest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/card.h"
#include "common/coachstrip.h"
#include "common/filteredtable.h"
#include "common/page.h"
#include "common/palette.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "fixtures/accessibility.h"
#include "shell/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QStandardItemModel>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

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
    void whatScrollsAsksForItsLeastHeight();
    void aMenuHasRoomAboveAndBelow();
    void whiteIsReadOnTheAccent();
    void aSignIsSeenOnItsColour();
    void lettersAreUnderlinedWhileAltIsHeld();
    void aButtonHasRoomBesideItsWords();
    void whatIsChosenIsReadAsBefore();
    void titlesOfCardsAreOnOneLine();
    void aHeaderStaysOneRow();
    void aFilterHasRoomToTypeIn();
    void aMarkIsRound();

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
    strip.setText(u"Lose something"_s, u"Press \"Delete all rows of votes\", and they are gone."_s);
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

void LooksTest::whatScrollsAsksForItsLeastHeight()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    auto *words = new QLabel(u"A result that was given a moment ago, in a sentence that wraps. "_s.repeated(3));
    words->setWordWrap(true);
    column->addWidget(words);
    column->addWidget(new QTableView);
    const StatePane pane(content);
    const int least = pane.layout()->totalMinimumHeightForWidth(400);
    QVERIFY(least >= words->heightForWidth(380));
    QVERIFY2(least < pane.layout()->totalHeightForWidth(400) - 60, qPrintable(QString::number(least)));
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
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        m_theme->setMode(mode);
        for (const Meaning meaning : {Meaning::Good, Meaning::Notice, Meaning::Warning, Meaning::Critical}) {
            QImage paper(64, 64, QImage::Format_ARGB32_Premultiplied);
            paper.fill(cardColor(QApplication::palette()));
            QPainter painter(&paper);
            meaningIcon(meaning).paint(&painter, paper.rect());
            painter.end();
            const QColor ground = meaningColor(meaning, QApplication::palette());
            double best = 1.0;
            for (int y = 20; y < 50; ++y) { // inside of every mark
                for (int x = 24; x < 40; ++x)
                    best = std::max(best, contrast(paper.pixelColor(x, y), ground));
            }
            QVERIFY2(best >= 3.0, qPrintable(meaningWord(meaning) + QString::number(best)));
        }
    }
}

// A tick in a square would be taken for a box to be ticked.
void LooksTest::aMarkIsRound()
{
    for (const Meaning meaning : {Meaning::Good, Meaning::Notice, Meaning::Critical}) {
        for (const int size : {16, 22, 32, 48, 64}) {
            const QImage drawn = meaningIcon(meaning).pixmap(QSize(size, size), 1.0).toImage();
            const int top = size * 5 / 32; // near the upper edge: there in the middle, and gone beside it
            QVERIFY(qAlpha(drawn.pixel(size / 2, top)) > 200);
            QVERIFY2(qAlpha(drawn.pixel(size * 3 / 16, top)) < 128, qPrintable(meaningWord(meaning)));
        }
    }
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

void LooksTest::whatIsChosenIsReadAsBefore()
{
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        m_theme->setMode(mode);
        const QTableView table;
        table.ensurePolished();
        const QPalette palette = table.palette();
        QCOMPARE(palette.color(QPalette::HighlightedText), palette.color(QPalette::Text));
        const QColor tint = palette.color(QPalette::Highlight);
        QVERIFY(contrast(palette.color(QPalette::Text), tint) >= 7.0);
        QVERIFY(contrast(secondaryTextColor(palette), tint) >= 4.5);
        QVERIFY(tint != palette.color(QPalette::Base));
    }
}

void LooksTest::titlesOfCardsAreOnOneLine()
{
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    auto *plain = new Card(u"Connections"_s);
    auto *tooled = new Card(u"Cache hit"_s);
    tooled->addHeaderWidget(new QComboBox);
    for (Card *card : {plain, tooled}) {
        auto *body = new QLabel(u"body"_s);
        body->setObjectName(u"body"_s);
        card->setBody(body);
        row->addWidget(card);
    }
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto middle = [](const Card *card, const QString &words) {
        for (const QLabel *label : card->findChildren<QLabel *>()) {
            if (label->text() == words)
                return label->geometry().center().y();
        }
        return -1;
    };
    QCOMPARE(middle(plain, plain->title()), middle(tooled, tooled->title()));
    QCOMPARE(plain->findChild<QLabel *>(u"body"_s)->y(), tooled->findChild<QLabel *>(u"body"_s)->y());
}

void LooksTest::aHeaderStaysOneRow()
{
    class LooksPage final : public Page
    {
    public:
        LooksPage() : Page({u"looks"_s, u"Migrations"_s, u"vcs-branch"_s, {}, {}})
        {
            for (const QString &words : {u"Read again"_s, u"Take from pg_service.conf"_s, u"Upgrade to head…"_s}) {
                auto *action = new QAction(icon(u"view-refresh"_s), words, this);
                action->setObjectName(words.section(u' ', 0, 0));
                action->setToolTip(u"What it does"_s);
                addHeaderAction(action, words.startsWith(u"Upgrade"_s));
            }
            setSentence(u"How things stand."_s);
            setBody(new QWidget);
        }
    };
    LooksPage page;
    page.resize(900, 300);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const auto *first = page.findChild<QPushButton *>(u"ReadButton"_s);
    const auto *main = page.findChild<QPushButton *>(u"UpgradeButton"_s);
    QTRY_COMPARE(first->text(), u"Read again"_s);
    const int top = first->y();
    page.resize(480, 300);
    QTRY_COMPARE(first->text(), QString());
    QCOMPARE(first->y(), top);
    QCOMPARE(first->accessibleName(), u"Read again"_s);
    QCOMPARE(first->toolTip(), u"Read again\nWhat it does"_s);
    QCOMPARE(main->text(), u"Upgrade to head…"_s);
    page.resize(900, 300);
    QTRY_COMPARE(first->text(), u"Read again"_s);
}

void LooksTest::aFilterHasRoomToTypeIn()
{
    FilteredTable table(u"looks"_s, u"Things"_s);
    QList<QToolButton *> tools;
    for (const QString &words : {u"Verificar"_s, u"Mostrar en la carpeta"_s, u"Eliminar…"_s}) {
        tools.append(new QToolButton);
        tools.last()->setIcon(icon(u"view-refresh"_s));
        tools.last()->setText(words);
        tools.last()->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        table.addToolWidget(tools.last());
    }
    table.resize(900, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QCOMPARE(tools.first()->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    for (const int width : {700, 560, 440}) {
        table.resize(width, 200);
        const auto *field = table.findChild<QLineEdit *>(u"looksFilter"_s);
        QTRY_VERIFY2(field->width() >= 140, qPrintable(u"%1 at %2"_s.arg(field->width()).arg(width)));
    }
    QCOMPARE(tools.first()->toolButtonStyle(), Qt::ToolButtonIconOnly);
}

QTEST_MAIN(LooksTest)
#include "lookstest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakepage.h"

#include "common/card.h"
#include "common/confirmation.h"
#include "common/environmentbadge.h"
#include "common/filteredtable.h"
#include "common/palette.h"
#include "common/seriescolors.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "common/wizardframe.h"
#include "fixtures/accessibility.h"
#include "phrases/explanation.h"
#include "shell/theme.h"

#include <QtGui/QClipboard>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableView>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::widgets;
using civicq::postgres::Environment;

namespace {

class ChoiceStep final : public WizardStep
{
    Q_OBJECT
public:
    ChoiceStep() : WizardStep(u"choiceStep"_s, u"What"_s, u"Choose what goes into the file."_s), m_file(new QLineEdit)
    {
        auto *body = new QWidget;
        auto *layout = new QVBoxLayout(body);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *all = new QRadioButton(u"Everything"_s);
        all->setChecked(true);
        layout->addWidget(all);
        layout->addWidget(new QRadioButton(u"The schema only"_s));
        auto *label = new QLabel(u"&File:"_s);
        label->setBuddy(m_file);
        m_file->setObjectName(u"file"_s);
        layout->addWidget(label);
        layout->addWidget(m_file);
        layout->addStretch(1);
        setBody(body);
        connect(m_file, &QLineEdit::textChanged, this, &WizardStep::completeChanged);
    }
    [[nodiscard]] bool isComplete() const override { return !m_file->text().isEmpty(); }
    [[nodiscard]] QString refusal() override
    {
        return m_file->text() == "bad"_L1 ? u"That folder cannot be written."_s : QString();
    }
    QLineEdit *m_file;
};

core::Error serverError()
{
    core::Error error;
    error.code = core::ErrorCode::Sql;
    error.message = u"canceling statement due to lock timeout"_s;
    error.sqlState = u"55P03"_s;
    error.hint = u"Try again when the backup is done"_s;
    error.doing = u"adding the column"_s;
    return error;
}

class CommonTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sayWhatToDo();
    void coloursCanBeRead_data();
    void coloursCanBeRead();
    void everyIconIsThere();
    void tableSortsFiltersCopies();
    void paneShowsOneThing();
    void confirmationOnProductionAsksForTheName();
    void dangerIsNeverTheDefault();
    void wizardFromStepToVerdict();
    void wizardAsksBeforeItIsLeft();
    void wizardShowsAFailure();

private:
    Theme m_theme{ThemeMode::Light};
};

void CommonTest::coloursCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void CommonTest::coloursCanBeRead()
{
    QFETCH(bool, dark);
    const QPalette palette = Theme::calmPalette(dark);
    const QColor window = palette.color(QPalette::Window);
    for (const QColor &ground : {window, cardColor(palette), sidebarColor(palette)}) {
        QVERIFY(contrast(palette.color(QPalette::WindowText), ground) > 7.0);
        QVERIFY(contrast(secondaryTextColor(palette), ground) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), ground) >= 4.5);
    }
    for (const Meaning meaning :
         {Meaning::Neutral, Meaning::Good, Meaning::Notice, Meaning::Warning, Meaning::Critical}) {
        for (const QColor &ground : {window, cardColor(palette)})
            QVERIFY2(contrast(meaningColor(meaning, palette), ground) >= 4.5, qPrintable(meaningWord(meaning)));
        QVERIFY(contrast(palette.color(QPalette::WindowText), meaningTint(meaning, palette)) >= 4.5);
        QVERIFY(hasIcon(meaningIconName(meaning)));
    }
    QVERIFY(contrast(Qt::white, palette.color(QPalette::Accent)) >= 3.9);
    for (const Environment environment : {Environment::Unknown, Environment::Sandbox, Environment::Development,
                                          Environment::Staging, Environment::Production}) {
        QVERIFY2(contrast(Qt::white, environmentColor(environment)) >= 4.5, qPrintable(environmentWord(environment)));
        QVERIFY2(hasIcon(environmentIconName(environment)), qPrintable(environmentIconName(environment)));
    }
}

void CommonTest::everyIconIsThere()
{
    // Every name written in the sources of the window; a wrong one would be an empty space.
    for (const QString &name : {u"network-server-database"_s,
                                u"media-playback-start"_s,
                                u"list-add"_s,
                                u"configure"_s,
                                u"network-disconnect"_s,
                                u"settings-configure"_s,
                                u"application-exit"_s,
                                u"search"_s,
                                u"sidebar-collapse"_s,
                                u"sidebar-expand"_s,
                                u"view-list-details"_s,
                                u"view-fullscreen"_s,
                                u"help-contents"_s,
                                u"help-about"_s,
                                u"preferences-desktop-theme"_s,
                                u"view-filter"_s,
                                u"view-file-columns"_s,
                                u"application-menu"_s,
                                u"edit-copy"_s,
                                u"document-export"_s,
                                u"dialog-ok"_s,
                                u"dialog-cancel"_s,
                                u"chronometer"_s,
                                u"arrow-up"_s,
                                u"arrow-down"_s,
                                u"object-locked"_s,
                                u"object-unlocked"_s,
                                u"document-open-folder"_s})
        QVERIFY2(hasIcon(name), qPrintable(name));
    // Drawn in the text's colour of the palette in use.
    const QImage drawn = icon(u"edit-copy"_s).pixmap(QSize(22, 22)).toImage();
    bool found = false;
    for (int x = 0; x < drawn.width() && !found; ++x) {
        for (int y = 0; y < drawn.height() && !found; ++y)
            found = drawn.pixelColor(x, y).rgba() == QApplication::palette().color(QPalette::WindowText).rgba();
    }
    QVERIFY(found);
}

void CommonTest::tableSortsFiltersCopies()
{
    tests::FakeTables model;
    const QAbstractItemModelTester tester(&model);
    FilteredTable table(u"tables"_s, u"Tables"_s);
    table.setModel(&model);
    table.setBarColumn(2);
    table.resize(600, 400);
    table.show();
    const auto first = [&table] { return table.view()->model()->index(0, 0).data().toString(); };
    table.sortBy(1, Qt::DescendingOrder);
    QCOMPARE(first(), u"votes"_s); // by number, not by text
    table.sortBy(0);
    table.filterField()->setText(u"table "_s);
    QCOMPARE(table.view()->model()->rowCount(), 2);
    QCOMPARE(first(), u"table 2"_s); // before table 10
    table.view()->selectAll();
    table.copy();
    QCOMPARE(QApplication::clipboard()->text(), u"Table\tRows\tSize\ntable 2\t2\t8.00 kB\ntable 10\t1\t8.00 kB\n"_s);
    table.filterField()->setText(u"été"_s);
    QVERIFY(table.toCsv().endsWith("\r\n\"Élodie's \"\"été\"\", with a comma\",4,16.0 kB\r\n"));
    table.filterField()->setText(u"nothing like it"_s);
    QCOMPARE(table.view()->accessibleDescription(), u"Nothing here matches the filter."_s);
    table.filterField()->clear();
    table.setCurrentRow(0);
    QCOMPARE(table.currentRow(), 0);

    table.view()->setColumnHidden(1, true);
    FilteredTable other(u"tables"_s, u"Tables"_s);
    other.setModel(&model);
    QVERIFY(other.restoreState(table.saveState()));
    QVERIFY(other.view()->isColumnHidden(1));
    QVERIFY(!other.restoreState("not a state"));
    QCOMPARE(tests::namelessWidgets(table), QStringList());
    QCOMPARE(tests::unreachableWidgets(table), QStringList());
}

void CommonTest::paneShowsOneThing()
{
    auto *content = new QLabel(u"Content"_s);
    StatePane pane(content);
    pane.resize(700, 500);
    pane.show();
    QAction make(u"Back up now"_s);
    make.setObjectName(u"backUp"_s);
    pane.showEmpty(
        {u"document-save"_s, u"No backups yet"_s, u"A backup is one file that holds everything in the database."_s},
        {&make});
    tests::picture(pane, u"pane-empty"_s);
    QVERIFY(!content->isVisible());
    QVERIFY(pane.findChild<QPushButton *>(u"backUpButton"_s)->isVisible());
    int retried = 0;
    pane.showError(serverError(), [&retried] { ++retried; });
    QTest::mouseClick(pane.findChild<QPushButton *>(u"retryButton"_s), Qt::LeftButton);
    QCOMPARE(retried, 1);
    QTest::mouseClick(pane.findChild<QPushButton *>(u"errorDetailsButton"_s), Qt::LeftButton);
    QTest::mouseClick(pane.findChild<QPushButton *>(u"errorCopyButton"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains("SQLSTATE 55P03"_L1));
    tests::picture(pane, u"pane-error"_s);
    QCOMPARE(tests::clippedWidgets(pane), QStringList());
    QCOMPARE(tests::namelessWidgets(pane), QStringList());
    pane.showContent();
    QVERIFY(content->isVisible());
    pane.showBusy(u"Reading the tables…"_s);
    QVERIFY(content->isVisible()); // not at once
    QTRY_VERIFY(!content->isVisible());
    tests::picture(pane, u"pane-busy"_s);
    pane.showContent();
    QVERIFY(content->isVisible());
}

Confirmation dropping(Environment environment)
{
    Confirmation what;
    what.title = u"Restore over civicq"_s;
    what.text = u"Everything in civicq is replaced by the backup of 22 November 2026, 09:00."_s;
    what.consequences = {u"What was written since then is lost."_s, u"12 sessions are ended."_s};
    what.database = u"civicq"_s;
    what.server = u"db.example.org:5432"_s;
    what.environment = environment;
    what.actionText = u"Replace civicq"_s;
    return what;
}

void CommonTest::confirmationOnProductionAsksForTheName()
{
    QWidget parent;
    parent.show();
    QString typed;
    auto *dialog = ConfirmationDialog::ask(&parent, dropping(Environment::Production),
                                           [&typed](const QString &name) { typed = name; });
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    tests::picture(*dialog, u"confirmation-production"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"confirmationAccept"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"confirmationName"_s);
    QVERIFY(!accept->isEnabled());
    QTest::keyClicks(name, u"civic"_s);
    QVERIFY(!accept->isEnabled());
    QTest::keyClick(name, Qt::Key_Q);
    QVERIFY(accept->isEnabled());
    QCOMPARE(tests::namelessWidgets(*dialog), QStringList());
    QCOMPARE(tests::clippedWidgets(*dialog), QStringList());
    QTest::mouseClick(accept, Qt::LeftButton);
    QCOMPARE(typed, u"civicq"_s);
}

void CommonTest::dangerIsNeverTheDefault()
{
    QWidget parent;
    parent.show();
    bool accepted = false;
    auto *dialog = ConfirmationDialog::ask(&parent, dropping(Environment::Development),
                                           [&accepted](const QString &) { accepted = true; });
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QVERIFY(!dialog->findChild<QLineEdit *>(u"confirmationName"_s));
    tests::picture(*dialog, u"confirmation-development"_s);
    // What will be lost reads as one list.
    QList<int> tops;
    int lineHeight = 0;
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        if (label->text() != u"•"_s)
            continue;
        tops.append(label->mapTo(dialog, QPoint()).y());
        lineHeight = label->fontMetrics().height();
    }
    QVERIFY(tops.size() >= 2);
    QVERIFY2(tops.at(1) - tops.at(0) <= lineHeight + 10, qPrintable(QString::number(tops.at(1) - tops.at(0))));
    QVERIFY(!dialog->findChild<QPushButton *>(u"confirmationAccept"_s)->isDefault());
    QVERIFY(dialog->findChild<QPushButton *>(u"confirmationCancel"_s)->isDefault());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!parent.findChild<ConfirmationDialog *>());
    QVERIFY(!accepted);
}

struct TryWizard
{
    explicit TryWizard(core::TaskRunner &runner)
        : frame(new WizardFrame(u"backupWizard"_s, u"Back up"_s, runner)), step(new ChoiceStep)
    {
        frame->addStep(step);
        frame->setPlan([this] {
            WizardPlan plan;
            plan.sentence = u"civicq will be written to one compressed file."_s;
            plan.facts = {{u"File"_s, step->m_file->text()}, {u"Contents"_s, u"All 20 tables"_s}};
            plan.losses = losses;
            plan.database = u"civicq"_s;
            plan.server = u"db.example.org"_s;
            plan.environment = environment;
            plan.actionText = u"Back up now"_s;
            plan.dangerous = dangerous;
            return plan;
        });
        frame->setStart([this, &runner](const QString &) {
            core::TaskSpec<int> spec;
            spec.title = u"Back up civicq"_s;
            spec.run = [this](core::TaskContext &context) -> core::Result<int> {
                context.message(u"public.users: 36 rows"_s);
                context.message(u"public.votes: 48,210 rows"_s);
                while (!goOn && !context.isCancelled())
                    context.report({u"Copying data"_s, u"public.questions"_s, 600, 1000, core::Unit::Rows});
                if (context.isCancelled())
                    return core::TaskContext::cancelled();
                return failing ? core::Result<int>(core::fail(serverError())) : 20;
            };
            return runner.start<int>(frame, std::move(spec), [this](const core::Result<int> &done) {
                if (!done)
                    frame->fail(done.error());
                else
                    frame->succeed({Meaning::Good,
                                    u"civicq is backed up."_s,
                                    {{u"Checked"_s, u"20 tables, 51,330 rows"_s}},
                                    u"Keep a copy elsewhere."_s});
            });
        });
        frame->show();
    }
    [[nodiscard]] QPushButton *button(const QString &name) const { return frame->findChild<QPushButton *>(name); }
    void click(const QString &name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    WizardFrame *frame;
    ChoiceStep *step;
    QStringList losses;
    Environment environment = Environment::Staging;
    bool dangerous = false;
    bool failing = false;
    std::atomic<bool> goOn = false;
};

void CommonTest::wizardFromStepToVerdict()
{
    core::TaskRunner runner;
    TryWizard wizard(runner);
    QVERIFY(QTest::qWaitForWindowExposed(wizard.frame));
    QVERIFY(!wizard.button(u"wizardNext"_s)->isEnabled());
    QVERIFY(qobject_cast<QRadioButton *>(wizard.frame->focusWidget()));
    wizard.step->m_file->setText(u"bad"_s);
    wizard.click(u"wizardNext"_s);
    tests::picture(*wizard.frame, u"wizard-refusal"_s);
    QVERIFY(wizard.step->isVisible());
    wizard.step->m_file->setText(u"/backups/civicq_backup_20261122_140000.sql.gz"_s);
    tests::picture(*wizard.frame, u"wizard-step"_s);
    QCOMPARE(tests::namelessWidgets(*wizard.frame), QStringList());
    QCOMPARE(tests::unreachableWidgets(*wizard.frame), QStringList());
    wizard.click(u"wizardNext"_s);
    QCOMPARE(wizard.button(u"wizardNext"_s)->text(), u"Back up now"_s);
    tests::picture(*wizard.frame, u"wizard-summary"_s);
    QCOMPARE(tests::clippedWidgets(*wizard.frame), QStringList());
    wizard.click(u"wizardNext"_s);
    auto *lines = wizard.frame->findChild<QListWidget *>(u"progressLines"_s);
    QTRY_COMPARE(lines->count(), 2);
    QTRY_COMPARE(wizard.frame->findChild<QProgressBar *>(u"progressBar"_s)->value(), 600);
    tests::picture(*wizard.frame, u"wizard-progress"_s);
    wizard.goOn = true;
    QTRY_VERIFY(!wizard.frame->isRunning());
    QCOMPARE(wizard.frame->findChild<QLabel *>(u"wizardHeadline"_s)->text(), u"civicq is backed up."_s);
    tests::picture(*wizard.frame, u"wizard-verdict"_s);
    m_theme.setMode(ThemeMode::Dark);
    tests::picture(*wizard.frame, u"wizard-verdict-dark"_s);
    m_theme.setMode(ThemeMode::Light);
    QPointer<WizardFrame> frame = wizard.frame;
    wizard.click(u"wizardNext"_s); // Close
    QTRY_VERIFY(frame.isNull());
}

void CommonTest::wizardAsksBeforeItIsLeft()
{
    core::TaskRunner runner;
    TryWizard wizard(runner);
    wizard.environment = Environment::Production;
    wizard.dangerous = true;
    wizard.losses = {u"Everything in civicq is replaced."_s};
    wizard.step->m_file->setText(u"file"_s);
    wizard.click(u"wizardNext"_s);
    tests::picture(*wizard.frame, u"wizard-danger"_s);
    QVERIFY(!wizard.button(u"wizardNext"_s)->isEnabled());
    QVERIFY(!wizard.button(u"wizardNext"_s)->isDefault());
    wizard.frame->findChild<QLineEdit *>(u"wizardTypedName"_s)->setText(u"civicq"_s);
    wizard.click(u"wizardNext"_s);
    QVERIFY(wizard.frame->isRunning());
    QTest::keyClick(wizard.frame, Qt::Key_Escape);
    auto *question = wizard.frame->findChild<QDialog *>(u"wizardStopQuestion"_s);
    QVERIFY(question);
    QVERIFY(wizard.frame->isVisible());
    tests::picture(*question, u"wizard-question"_s);
    for (QPushButton *button : question->findChildren<QPushButton *>()) {
        if (button->text() == "Stop it"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(runner.model()->at(0).state, core::TaskState::Cancelled);
    QTRY_VERIFY(!wizard.frame->isRunning());
    delete wizard.frame;
}

void CommonTest::wizardShowsAFailure()
{
    core::TaskRunner runner;
    TryWizard wizard(runner);
    wizard.failing = true;
    wizard.goOn = true;
    wizard.step->m_file->setText(u"file"_s);
    wizard.click(u"wizardNext"_s);
    wizard.click(u"wizardNext"_s);
    QTRY_VERIFY(!wizard.frame->isRunning());
    QVERIFY(wizard.frame->findChild<QPushButton *>(u"errorDetailsButton"_s)->isVisible());
    tests::picture(*wizard.frame, u"wizard-failed"_s);
    QVERIFY(wizard.button(u"wizardBack"_s)->isVisible());
    wizard.click(u"wizardBack"_s);
    QVERIFY(wizard.step->isVisible());
    delete wizard.frame;
}

void CommonTest::sayWhatToDo()
{
    const auto error = core::fail(core::ErrorCode::Io, u"the folder /x/y could not be made: Not a directory"_s,
                                  {u"/x/y"_s, u"no-folder"_s})
                           .error();
    const auto said = phrases::explain(error);
    QVERIFY(said.what.contains(u"/x/y"_s) && !said.what.contains(u"Not a directory"_s));
    QCOMPARE(said.remedy, u"Nothing was changed. Choose another folder."_s);
    QVERIFY(said.details.contains(u"Not a directory"_s));
}

} // namespace

QTEST_MAIN(CommonTest)
#include "commontest.moc"

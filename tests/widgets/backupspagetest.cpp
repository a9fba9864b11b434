// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tableprogressview.h"
#include "widgets/backupspagebench.h"

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtWidgets/QListView>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using namespace civicq::widgets;

namespace {

class BackupsPageTest final : public BackupsPageBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { openPage(); }
    void cleanup() { closePage(); }
    void emptyPageSaysHowToGetOne();
    void takesABackup();
    void progressShowsEachTable();
    void summaryEstimatesFromTheOneBefore();
    void chosenTablesAreNamedInTheSummary();
    void failureSaysWhyAndCanBeMended();
    void restoresIntoANewDatabase();
    void saysWhichMigrationIsUnknown();
    void encryptedThereAndBack();
    void damagedFileGoesNoFurther();
    void replacingAsksForTheName();
    void productionAsksForTheNameEvenBeside();
    void droppedFileOpensTheRestore();
    void verifiesAndDeletes();
    void cancelledBackupLeavesNothing();
    void closingTheWizardEndsItsTask();
};

void BackupsPageTest::initTestCase()
{
    startServer();
    openEyes({u"archive-insert"_s, u"document-save"_s, u"edit-undo"_s, u"document-preview"_s, u"folder-open"_s,
              u"edit-delete"_s, u"checkmark"_s, u"security-high"_s, u"dialog-error"_s, u"question"_s,
              u"dialog-cancel"_s});
}

void BackupsPageTest::emptyPageSaysHowToGetOne()
{
    auto *pane = m_page->findChild<StatePane *>();
    QTRY_COMPARE(pane->state(), StatePane::State::Empty);
    QVERIFY(allText(m_page).contains(u"No backups yet"_s));
    QVERIFY(m_page->sentence().contains(u"civicq"_s));
    look(*m_window, u"backups-empty"_s);
}

void BackupsPageTest::takesABackup()
{
    m_page->openBackupWizard();
    auto *frame = wizard<BackupWizard>();
    const auto *what = find<BackupWhatStep>(frame, u"backupWhat"_s);
    QTRY_VERIFY_WITH_TIMEOUT(what->outlook().has_value(), patience);
    look(*frame, u"backup-1-what"_s);
    next(frame);
    look(*frame, u"backup-2-where"_s);
    QCOMPARE(QDir::fromNativeSeparators(find<QLineEdit>(frame, u"backupFolder"_s)->text()), m_folder->path());
    next(frame);
    look(*frame, u"backup-3-keep"_s);
    next(frame);
    look(*frame, u"backup-4-protection"_s);
    next(frame);
    look(*frame, u"backup-4-summary"_s);
    QVERIFY(allText(frame).contains(u"civicq_backup_"_s));
    QVERIFY(allText(frame).contains(u"No estimate yet"_s));
    next(frame);
    picture(*frame, u"backup-5-progress"_s);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"civicq is backed up and read back to its end."_s, patience);
    look(*frame, u"backup-6-verdict"_s);
    QVERIFY(allText(frame).contains(u"6,410"_s));
    QVERIFY(allText(frame).contains(u"not proven yet"_s));
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
    next(frame);
    auto *table = find<QTableView>(m_page, u"backupListView"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(m_page->sentence(), u"The newest backup of civicq is a moment old. None is proven yet."_s);
    table->selectRow(0);
    look(*m_window, u"backups-list"_s);
    // Beside the navigation in the smallest window: the name is still read whole, other columns make room.
    const auto needed = QFontMetrics(table->font()).horizontalAdvance(table->model()->index(0, 0).data().toString());
    m_window->resize(744, 480);
    QTRY_VERIFY2(table->columnWidth(backups::BackupListModel::Name) >= needed,
                 qPrintable(u"%1 of %2"_s.arg(table->columnWidth(backups::BackupListModel::Name)).arg(needed)));
    QVERIFY(!table->isColumnHidden(backups::BackupListModel::Made));
    look(*m_window, u"backups-list-narrow"_s);
    m_window->resize(1040, 680);
    QTRY_VERIFY(!table->isColumnHidden(backups::BackupListModel::Database));
}

void BackupsPageTest::progressShowsEachTable()
{
    TableProgressView view;
    view.resize(560, 360);
    const auto board = view.begin();
    constexpr qint64 megabyte = 1024 * 1024;
    board->begin(
        {{u"public.users"_s, 40 * megabyte},
         {u"public.votes"_s, 640 * megabyte},
         {u"public.a_table_with_a_name_that_is_so_long_that_nobody_would_want_to_read_it_to_its_end"_s, 300 * megabyte},
         {u"public.questions"_s, 120 * megabyte},
         {u"public.empty_one"_s, 0}});
    board->startRows(u"public.votes"_s);
    board->advance(u"public.votes"_s, 210 * megabyte);
    board->startRows(u"public.questions"_s);
    board->advance(u"public.questions"_s, 100 * megabyte);
    board->startRows(u"public.users"_s);
    board->advance(u"public.users"_s, 40 * megabyte);
    board->advance(u"public.empty_one"_s, 0);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY2(allText(&view).contains(u"2 of 5 table"_s), qPrintable(allText(&view)));
    look(view, u"progress-tables"_s);
    board->startBuilding(u"public.votes"_s);
    auto *list = find<QListView>(&view, u"tableProgress"_s);
    QTRY_VERIFY(list->model()
                    ->index(0, 0)
                    .data(backups::TableProgressModel::AmountRole)
                    .toString()
                    .contains(u"Keys and indexes"_s)
                || list->model()
                       ->index(1, 0)
                       .data(backups::TableProgressModel::AmountRole)
                       .toString()
                       .contains(u"Keys and indexes"_s));
}

void BackupsPageTest::summaryEstimatesFromTheOneBefore()
{
    for (int turn = 0; turn < 2; ++turn) {
        m_page->openBackupWizard();
        auto *frame = wizard<BackupWizard>();
        const auto *what = find<BackupWhatStep>(frame, u"backupWhat"_s);
        QTRY_VERIFY_WITH_TIMEOUT(what->outlook().has_value(), patience);
        next(frame);
        find<QLineEdit>(frame, u"backupName"_s)->setText(u"turn%1"_s.arg(turn));
        while (frame->pageName() != "wizardSummary"_L1)
            next(frame);
        QVERIFY2(allText(frame).contains(turn == 0 ? u"No estimate yet"_s : u"going by 1 earlier backup"_s),
                 qPrintable(allText(frame)));
        if (turn == 1)
            look(*frame, u"backup-4-estimate"_s);
        next(frame);
        QTRY_COMPARE_WITH_TIMEOUT(frame->pageName(), u"verdict"_s, patience);
        next(frame);
        QTRY_VERIFY(m_window->findChild<BackupWizard *>() == nullptr);
    }
}

void BackupsPageTest::chosenTablesAreNamedInTheSummary()
{
    m_page->openBackupWizard();
    auto *frame = wizard<BackupWizard>();
    auto *choice = find<QRadioButton>(frame, u"backupTables"_s);
    choice->click();
    auto *table = find<QTableView>(frame, u"backupTableListView"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 8, patience);
    QVERIFY(!find<QPushButton>(frame, u"wizardNext"_s)->isEnabled());
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex cell = table->model()->index(row, 0);
        if (cell.data().toString() == u"votes"_s || cell.data().toString() == u"users"_s)
            table->model()->setData(cell, Qt::Checked, Qt::CheckStateRole);
    }
    look(*frame, u"backup-1-tables"_s);
    for (int click = 0; click < 4; ++click)
        next(frame);
    QVERIFY(allText(frame).contains(u"2 table"_s));
    next(frame);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"civicq is backed up and read back to its end."_s, patience);
    const auto header = backups::BackupHeader::ofFile(m_folder->filePath(filesIn(m_folder->path()).value(0)));
    QCOMPARE(header->tables, QStringList({u"public.users"_s, u"public.votes"_s}));
}

void BackupsPageTest::failureSaysWhyAndCanBeMended()
{
    m_page->openBackupWizard();
    auto *frame = wizard<BackupWizard>();
    next(frame);
    auto *folder = find<QLineEdit>(frame, u"backupFolder"_s);
    folder->setText(u"not/whole"_s);
    next(frame);
    QVERIFY(allText(frame).contains(u"whole path"_s));
    QDir(m_folder->path()).mkdir(u"closed"_s);
    QFile::setPermissions(m_folder->filePath(u"closed"_s), QFile::ReadOwner | QFile::ExeOwner);
    folder->setText(m_folder->filePath(u"closed"_s));
    for (int click = 0; click < 4; ++click)
        next(frame);
    auto *back = find<QPushButton>(frame, u"wizardBack"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(back->isVisible(), qPrintable(frame->pageName() + u'\n' + allText(frame)), patience);
    QFile::setPermissions(m_folder->filePath(u"closed"_s), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
    Q_EMIT find<WizardStep>(frame, u"backupWhere"_s)
        ->completeChanged(); // an answer that comes late takes no button away
    QVERIFY(back->isVisible());
    look(*frame, u"backup-6-failed"_s);
    QVERIFY(allText(frame).contains(u"closed"_s));
    QTest::mouseClick(back, Qt::LeftButton);
    next(frame);
    next(frame);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"civicq is backed up and read back to its end."_s, patience);
}

void BackupsPageTest::restoresIntoANewDatabase()
{
    const QString path = takeOne();
    m_page->openRestoreWizard();
    auto *frame = wizard<RestoreWizard>();
    QTRY_COMPARE(QDir::fromNativeSeparators(find<QLineEdit>(frame, u"restoreFile"_s)->text()), path);
    look(*frame, u"restore-1-which"_s);
    next(frame);
    QTRY_VERIFY_WITH_TIMEOUT(allText(frame).contains(u"with 6,410 row"_s), patience);
    look(*frame, u"restore-2-contents"_s);
    next(frame);
    auto *name = find<QLineEdit>(frame, u"restoreName"_s);
    QVERIFY(name->text().startsWith(u"civicq_restored_"_s));
    look(*frame, u"restore-3-target"_s);
    name->setText(u"Élodie's \"été\""_s);
    next(frame);
    look(*frame, u"restore-4-summary"_s);
    next(frame);
    picture(*frame, u"restore-5-progress"_s);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"Élodie's \"été\" is restored and checked."_s, patience);
    look(*frame, u"restore-6-verdict"_s);
    QVERIFY(m_server.dump(u"Élodie's \"été\""_s) == m_server.dump(u"civicq"_s));
    // What is done next is to look at it: Return opens it.
    const auto *open = find<QPushButton>(frame, u"restoreOpen"_s);
    QVERIFY(open->isVisible() && open->isDefault() && !find<QPushButton>(frame, u"wizardNext"_s)->isDefault());
    QTest::keyClick(frame, Qt::Key_Return);
    waitUntilOpen();
    QCOMPARE(m_connection->facts().database, u"Élodie's \"été\""_s);
    QVERIFY(m_connection->profile().name.contains(u"Oakland"_s));
    QTRY_VERIFY(m_window->findChild<RestoreWizard *>() == nullptr);
}

// A backup from a program that has another migration than this one.
void BackupsPageTest::saysWhichMigrationIsUnknown()
{
    closePage();
    openPage([](BackupServices &services) {
        services.knownRevisions = [] { return std::optional(QStringList{u"0c1d2e3f4a5b"_s}); };
    });
    const auto session = m_server.connect(u"civicq"_s);
    QVERIFY(session
                ->script(m_task, "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY); "
                                 "INSERT INTO alembic_version VALUES ('0c1d2e3f4a5b'), ('beefbeefbeef')")
                .has_value());
    const QString path = takeOne();
    QVERIFY(session->script(m_task, "DROP TABLE alembic_version").has_value());
    m_page->openRestoreWizard(path);
    auto *frame = wizard<RestoreWizard>();
    for (int click = 0; click < 2; ++click)
        next(frame);
    find<QLineEdit>(frame, u"restoreName"_s)->setText(u"of_another"_s);
    next(frame);
    next(frame);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"of_another is restored and checked."_s, patience);
    QVERIFY2(allText(frame).contains(u"migration beefbeefbeef, which does not come with"_s),
             qPrintable(allText(frame)));
    QVERIFY(!allText(frame).contains(u"0c1d2e3f4a5b"_s));
    look(*frame, u"restore-6-migration"_s);
}

// With a passphrase: said in the summary, asked for before anything of the backup is shown, and a wrong one is told.
void BackupsPageTest::encryptedThereAndBack()
{
    const QString phrase = u"ladder copper violin sunday"_s;
    m_page->openBackupWizard();
    auto *frame = wizard<BackupWizard>();
    for (int click = 0; click < 3; ++click)
        next(frame);
    find<QRadioButton>(frame, u"protectionPassphrase"_s)->click();
    QVERIFY(!find<QPushButton>(frame, u"wizardNext"_s)->isEnabled());
    find<QLineEdit>(frame, u"protectionFirst"_s)->setText(phrase);
    find<QLineEdit>(frame, u"protectionSecond"_s)->setText(phrase);
    look(*frame, u"backup-4-passphrase"_s);
    next(frame);
    QVERIFY(allText(frame).contains(u"Encrypted with a passphrase"_s));
    QVERIFY(allText(frame).contains(u"nobody can open"_s));
    QVERIFY(allText(frame).contains(u".gpg"_s));
    QVERIFY(!allText(frame).contains(phrase));
    look(*frame, u"backup-5-encrypted-summary"_s);
    next(frame);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"civicq is backed up and read back to its end."_s, patience);
    next(frame);
    const QString path = m_folder->filePath(filesIn(m_folder->path()).value(0));
    QVERIFY(path.endsWith(u".gpg"_s) && backups::isEncryptedFile(path));

    m_page->openRestoreWizard(path);
    auto *restore = wizard<RestoreWizard>();
    next(restore);
    auto *field = find<QLineEdit>(restore, u"unlockPassphrase"_s);
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), patience);
    QVERIFY(!find<QPushButton>(restore, u"wizardNext"_s)->isEnabled());
    look(*restore, u"restore-2-locked"_s);
    field->setText(u"not this one"_s);
    find<QPushButton>(restore, u"unlockOpen"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible() && allText(restore).contains(u"does not open"_s), patience);
    field->setText(phrase);
    find<QPushButton>(restore, u"unlockOpen"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(restore, u"wizardNext"_s)->isEnabled(), patience);
    QVERIFY(allText(restore).contains(u"with 6,410 row"_s));
    next(restore);
    find<QLineEdit>(restore, u"restoreName"_s)->setText(u"opened"_s);
    next(restore);
    next(restore);
    QTRY_VERIFY_WITH_TIMEOUT(verdict(restore).startsWith(u"opened is restored"_s), patience);
}

void BackupsPageTest::damagedFileGoesNoFurther()
{
    const QString path = takeOne();
    const QString cut = m_folder->filePath(u"cut.sql.gz"_s);
    writeFile(cut, contentOf(path).chopped(500));
    m_page->openRestoreWizard(cut);
    auto *frame = wizard<RestoreWizard>();
    next(frame);
    auto *step = find<RestoreContentsStep>(frame, u"restoreContents"_s);
    auto *pane = step->findChild<StatePane *>();
    QTRY_COMPARE_WITH_TIMEOUT(pane->state(), StatePane::State::Error, patience);
    QVERIFY(!find<QPushButton>(frame, u"wizardNext"_s)->isEnabled());
    look(*frame, u"restore-2-damaged"_s);
}

void BackupsPageTest::replacingAsksForTheName()
{
    const QString path = takeOne();
    (void)m_server.createDatabase(u"live"_s);
    QVERIFY(m_server.connect(u"live"_s)->script(m_task, "CREATE TABLE precious (a int)").has_value());
    connectTo(u"live"_s);
    m_page->openRestoreWizard(path);
    auto *frame = wizard<RestoreWizard>();
    next(frame);
    next(frame);
    find<QRadioButton>(frame, u"restoreReplace"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(allText(frame).contains(u"in 1 table(s)"_s), patience);
    next(frame);
    QVERIFY2(allText(frame).contains(u"1 table(s)) will be replaced"_s), qPrintable(allText(frame)));
    auto *button = find<QPushButton>(frame, u"wizardNext"_s);
    QVERIFY(!button->isEnabled());
    QVERIFY(!button->isDefault());
    look(*frame, u"restore-4-replace"_s);
    find<QLineEdit>(frame, u"wizardTypedName"_s)->setText(u"liv"_s);
    QVERIFY(!button->isEnabled());
    find<QLineEdit>(frame, u"wizardTypedName"_s)->setText(u"live"_s);
    next(frame);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"live is restored and checked."_s, patience);
    look(*frame, u"restore-6-replaced"_s);
    QVERIFY(allText(frame).contains(u"live_before_restore_"_s));
    // What it offers is possible at once: the window's sessions, which ended too, are there again.
    QCOMPARE(m_connection->state(), connections::ActiveConnection::State::Open);
    auto *undo = find<QPushButton>(frame, u"restoreUndo"_s);
    QVERIFY(undo->isVisible() && undo->isEnabled() && !find<QPushButton>(frame, u"restoreOpen"_s)->isVisible());
    const auto rows = m_server.connect(u"live"_s)->query(m_task, u"SELECT count(*) FROM users"_s);
    QCOMPARE(rows->integer(0, 0), 300);
    // And back again from where one stands.
    QTest::mouseClick(undo, Qt::LeftButton);
    auto *question = find<QDialog>(frame, u"confirmationDialog"_s);
    QVERIFY(allText(question).contains(u"kept under another name"_s));
    QTest::keyClicks(find<QLineEdit>(question, u"confirmationName"_s), u"live"_s);
    QTest::mouseClick(find<QPushButton>(question, u"confirmationAccept"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"The restore is undone."_s, patience);
    QVERIFY(!undo->isVisible());
    QTRY_VERIFY(allText(frame).contains(u"live is again what it was"_s));
    look(*frame, u"restore-7-undone"_s);
    QVERIFY(m_server.connect(u"live"_s)->query(m_task, u"SELECT a FROM precious"_s).has_value());
}

void BackupsPageTest::productionAsksForTheNameEvenBeside()
{
    const QString path = takeOne();
    (void)m_server.createDatabase(u"town"_s);
    QVERIFY(postgres::writeEnvironment(m_task, *m_server.connect(u"town"_s), postgres::Environment::Production)
                .has_value());
    connectTo(u"town"_s);
    QVERIFY(m_connection->needsUnlock());
    m_page->openRestoreWizard(path);
    auto *frame = wizard<RestoreWizard>();
    next(frame);
    next(frame);
    find<QLineEdit>(frame, u"restoreName"_s)->setText(u"beside"_s);
    next(frame);
    QVERIFY(!find<QPushButton>(frame, u"wizardNext"_s)->isEnabled());
    find<QLineEdit>(frame, u"wizardTypedName"_s)->setText(u"town"_s);
    look(*frame, u"restore-4-production"_s);
    next(frame);
    QVERIFY(m_connection->isUnlocked());
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"beside is restored and checked."_s, patience);
    QTRY_VERIFY(!m_connection->isUnlocked());
}

void BackupsPageTest::droppedFileOpensTheRestore()
{
    const QString path = takeOne();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page, &drop);
    QCOMPARE(QDir::fromNativeSeparators(find<QLineEdit>(wizard<RestoreWizard>(), u"restoreFile"_s)->text()), path);
}

void BackupsPageTest::verifiesAndDeletes()
{
    const QString path = takeOne();
    auto *table = find<QTableView>(m_page, u"backupListView"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(!find<QAction>(m_page, u"backupVerify"_s)->isEnabled());
    table->selectRow(0);
    find<QAction>(m_page, u"backupVerify"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"is whole"_s), patience);
    // Opened anew, the database is still what was spoken of; another one is not.
    m_connection->reopen();
    waitUntilOpen();
    QVERIFY(allText(m_page).contains(u"is whole"_s));
    (void)m_server.createDatabase(u"elsewhere"_s);
    connectTo(u"elsewhere"_s);
    QVERIFY(!allText(m_page).contains(u"is whole"_s));
    writeFile(path, contentOf(path).chopped(1));
    table->selectRow(0);
    find<QAction>(m_page, u"backupVerify"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"cannot be restored"_s), patience);
    QTRY_VERIFY2(m_page->sentence().contains(u"1 file(s) cannot be restored"_s), qPrintable(m_page->sentence()));
    look(*m_window, u"backups-damaged"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    find<QAction>(m_page, u"backupDelete"_s)->trigger();
    auto *dialog = find<QDialog>(m_page, u"confirmationDialog"_s);
    look(*dialog, u"backups-delete"_s);
    QVERIFY(QFile::exists(path));
    QTest::mouseClick(find<QPushButton>(dialog, u"confirmationAccept"_s), Qt::LeftButton);
    QTRY_VERIFY(!QFile::exists(path));
    QTRY_COMPARE(m_page->findChild<StatePane *>()->state(), StatePane::State::Empty);
}

void BackupsPageTest::cancelledBackupLeavesNothing()
{
    const auto blocker = m_server.connect(u"civicq"_s);
    QVERIFY(blocker->script(m_task, "BEGIN; LOCK TABLE votes IN ACCESS EXCLUSIVE MODE").has_value());
    m_page->openBackupWizard();
    auto *frame = wizard<BackupWizard>();
    find<QRadioButton>(frame, u"backupSchema"_s)->click();
    for (int click = 0; click < 5; ++click)
        next(frame);
    QTRY_VERIFY_WITH_TIMEOUT(filesIn(m_folder->path()).size() == 2, patience); // the part and its lock
    m_tasks->cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(!frame->isRunning(), patience);
    QCOMPARE(filesIn(m_folder->path()), QStringList());
    QVERIFY(blocker->script(m_task, "ROLLBACK").has_value());
}

void BackupsPageTest::closingTheWizardEndsItsTask()
{
    const auto blocker = m_server.connect(u"civicq"_s);
    QVERIFY(blocker->script(m_task, "BEGIN; LOCK TABLE votes IN ACCESS EXCLUSIVE MODE").has_value());
    m_page->openBackupWizard();
    auto *frame = wizard<BackupWizard>();
    find<QRadioButton>(frame, u"backupSchema"_s)->click();
    for (int click = 0; click < 5; ++click)
        next(frame);
    QTRY_VERIFY_WITH_TIMEOUT(filesIn(m_folder->path()).size() == 2, patience);
    delete frame;
    QTRY_COMPARE_WITH_TIMEOUT(filesIn(m_folder->path()), QStringList(), patience);
    QVERIFY(blocker->script(m_task, "ROLLBACK").has_value());
}

} // namespace

QTEST_MAIN(BackupsPageTest)
#include "backupspagetest.moc"

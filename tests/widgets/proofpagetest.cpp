// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// On the page of backups: a backup is proven, and what a restore replaced is brought back or let go of.
#include "backups/keptdatabases.h"
#include "backups/restore.h"
#include "backups/unlockdialog.h"
#include "openpgp/gpghome.h"
#include "postgres/environment.h"
#include "widgets/backupspagebench.h"

#include <QtGui/QAction>
#include <QtWidgets/QDialog>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using namespace civicq::widgets;

namespace {

const QString phrase = u"ladder copper violin sunday"_s;

class ProofPageTest final : public BackupsPageBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { closePage(); }
    void proves();
    void saysWhatDiffers();
    void verifiesWhatIsKnownWithoutAsking();
    void asksForThePassphrase();
    void asksForTheKey();
    void wizardProvesWhatItTook();
    void bringsBackAndLetsGo();
    void productionAsksForTheName();

private:
    // -1 while the database is being exchanged.
    [[nodiscard]] qint64 number(const QString &sql)
    {
        const auto session = postgres::Connection::open(m_task, m_server.parameters(u"civicq"_s));
        const auto rows = session ? (*session)->query(m_task, sql) : core::fail(session.error());
        return rows ? rows->integer(0, 0) : -1;
    }
    [[nodiscard]] QString takeArchive();
    [[nodiscard]] QString takeEncrypted();
    [[nodiscard]] UnlockDialog *asked();
    // The open database replaced by a restore after its votes were deleted.
    void replace();
    void press(const QString &button, const QString &typed, const QString &pictured);
};

void ProofPageTest::initTestCase()
{
    startServer();
    openEyes({u"dialog-ok-apply"_s});
}

void ProofPageTest::init()
{
    openPage([this](BackupServices &services) {
        services.scratchServer = [this](core::TaskContext &) {
            return core::Result<postgres::ConnectionParameters>(m_server.parameters());
        };
    });
}

QString ProofPageTest::takeArchive()
{
    return takeOne([](backups::BackupRequest &request) {
        request.format = backups::BackupFormat::Archive;
        request.level = 1;
    });
}

void ProofPageTest::proves()
{
    (void)takeArchive();
    QTRY_COMPARE(find<QTableView>(m_page, u"backupListView"_s)->model()->rowCount(), 1);
    auto *prove = find<QAction>(m_page, u"backupProve"_s);
    QVERIFY(!prove->isEnabled());
    QVERIFY2(m_page->sentence().contains(u"None is proven yet"_s), qPrintable(m_page->sentence()));
    chooseOnly();
    QVERIFY(prove->isEnabled());
    prove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"is proven: restored, read back and found equal"_s), patience);
    QTRY_VERIFY2(m_page->sentence().contains(u"It is proven."_s), qPrintable(m_page->sentence()));
    QCOMPARE(databasesOf(m_server).filter(u"civicq_restore_"_s), QStringList());
    look(*m_window, u"backups-proven"_s);
}

void ProofPageTest::saysWhatDiffers()
{
    const QString path = takeArchive();
    writeFile(path, contentOf(path).chopped(1));
    m_page->setShown(true);
    chooseOnly();
    find<QAction>(m_page, u"backupProve"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"is not proven; take a new backup."_s), patience);
    QTRY_VERIFY2(m_page->sentence().contains(u"cannot be restored"_s), qPrintable(m_page->sentence()));
    look(*m_window, u"backups-not-proven"_s);
}

QString ProofPageTest::takeEncrypted()
{
    return takeOne([](backups::BackupRequest &request) {
        request.format = backups::BackupFormat::Archive;
        request.protection.passphrase = core::Secret(phrase);
    });
}

UnlockDialog *ProofPageTest::asked()
{
    if (!QTest::qWaitFor([this] { return m_window->findChild<UnlockDialog *>() != nullptr; }, patience))
        qFatal("nothing is asked");
    return m_window->findChild<UnlockDialog *>();
}

void ProofPageTest::verifiesWhatIsKnownWithoutAsking()
{
    (void)takeEncrypted();
    chooseOnly();
    find<QAction>(m_page, u"backupVerify"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"is whole"_s), patience);
    QVERIFY(!m_window->findChild<UnlockDialog *>());
}

// As it is on another computer: nothing is known of the file.
void ProofPageTest::asksForThePassphrase()
{
    const QString path = takeEncrypted();
    // The page may be looking into the catalogue just now, and writes beside it then.
    QTRY_VERIFY(QDir(m_data->path()).removeRecursively());
    QVERIFY(QDir().mkpath(m_data->path()));
    m_page->setShown(true);
    chooseOnly();
    find<QAction>(m_page, u"backupVerify"_s)->trigger();
    UnlockDialog *dialog = asked();
    auto *field = find<QLineEdit>(dialog, u"unlockPassphrase"_s);
    QTRY_VERIFY_WITH_TIMEOUT(field->isEnabled(), patience);
    field->setText(u"not this one"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(allText(dialog).contains(u"does not open"_s), patience);
    look(*dialog, u"unlock-dialog-wrong"_s);
    field->setText(phrase);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"is whole"_s), patience);
    QTRY_VERIFY(!m_window->findChild<UnlockDialog *>());

    // To prove it, it is asked for again: nothing was kept. Not given, nothing is done.
    chooseOnly();
    find<QAction>(m_page, u"backupProve"_s)->trigger();
    QTest::mouseClick(find<QPushButton>(asked(), u"unlockCancel"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<UnlockDialog *>());
    find<QAction>(m_page, u"backupProve"_s)->trigger();
    dialog = asked();
    QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>(dialog, u"unlockPassphrase"_s)->isEnabled(), patience);
    find<QLineEdit>(dialog, u"unlockPassphrase"_s)->setText(phrase);
    find<QPushButton>(dialog, u"unlockOpen"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"is proven: restored, read back and found equal"_s), patience);
    QVERIFY(!allText(m_page).contains(phrase));
    QVERIFY(backups::BackupCatalogue(m_data->path()).find(path)->proven.isValid());
}

void ProofPageTest::asksForTheKey()
{
    GpgHome gpg;
    const QString clerk = u"City Clerk <clerk@example.org>"_s;
    gpg.makeKey(clerk, GpgHome::Kind::Curve25519, {});
    (void)takeOne([&](backups::BackupRequest &request) {
        request.format = backups::BackupFormat::Archive;
        request.protection.publicKeys = {gpg.publicKey(clerk)};
    });
    const QString secret = m_data->filePath(u"clerk.secret"_s);
    writeFile(secret, gpg.secretKey(clerk, {}));
    chooseOnly();
    find<QAction>(m_page, u"backupProve"_s)->trigger();
    UnlockDialog *dialog = asked();
    QTRY_VERIFY_WITH_TIMEOUT(allText(dialog).contains(u"encrypted for the key"_s), patience);
    look(*dialog, u"unlock-dialog-key"_s);
    find<QLineEdit>(dialog, u"unlockKeyFile"_s)->setText(secret);
    find<QPushButton>(dialog, u"unlockOpen"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"is proven: restored, read back and found equal"_s), patience);
}

void ProofPageTest::wizardProvesWhatItTook()
{
    m_page->openBackupWizard();
    auto *frame = wizard<BackupWizard>();
    for (int click = 0; click < 3; ++click)
        next(frame);
    find<QRadioButton>(frame, u"protectionPassphrase"_s)->click();
    for (const QString &field : {u"protectionFirst"_s, u"protectionSecond"_s})
        find<QLineEdit>(frame, field)->setText(phrase);
    next(frame);
    next(frame);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"civicq is backed up and read back to its end."_s, patience);
    look(*frame, u"backup-6-unproven"_s);
    auto *prove = find<QPushButton>(frame, u"backupProveIt"_s);
    QTest::mouseClick(prove, Qt::LeftButton);
    QVERIFY(!prove->isEnabled());
    QTRY_VERIFY(allText(frame).contains(u"goes on when this window is closed"_s));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(frame), u"civicq is backed up and proven."_s, patience);
    QVERIFY(!m_window->findChild<UnlockDialog *>()); // it knows the passphrase still
    QVERIFY(!prove->isVisible());
    QVERIFY(!allText(frame).contains(u"not proven yet"_s));
    look(*frame, u"backup-6-proven"_s);
    next(frame);
    QTRY_VERIFY2(m_page->sentence().contains(u"It is proven."_s), qPrintable(m_page->sentence()));
}

void ProofPageTest::replace()
{
    backups::RestoreRequest wanted;
    wanted.server = m_server.parameters();
    wanted.source = takeArchive();
    wanted.database = u"civicq"_s;
    wanted.replace = true;
    wanted.confirmedName = u"civicq"_s;
    QVERIFY(m_server.connect(u"civicq"_s)->script(m_task, "DELETE FROM votes").has_value());
    const auto report = backups::restore(m_task, m_tools.box, wanted);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toString()));
    m_connection->reopen();
    waitUntilOpen();
}

void ProofPageTest::press(const QString &button, const QString &typed, const QString &pictured)
{
    // What an earlier press changes has to be over: until then none can be pressed.
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<QPushButton *>(button) && find<QPushButton>(m_page, button)->isVisible()
                                 && find<QPushButton>(m_page, button)->isEnabled(),
                             patience);
    if (!pictured.isEmpty())
        look(*m_window, pictured);
    QTest::mouseClick(find<QPushButton>(m_page, button), Qt::LeftButton);
    auto *dialog = find<QDialog>(m_page, u"confirmationDialog"_s);
    if (!pictured.isEmpty())
        look(*dialog, pictured + u"-question"_s);
    auto *accept = find<QPushButton>(dialog, u"confirmationAccept"_s);
    if (!typed.isEmpty()) {
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), typed);
    }
    QTest::mouseClick(accept, Qt::LeftButton);
}

void ProofPageTest::bringsBackAndLetsGo()
{
    QVERIFY(!m_page->findChild<QPushButton *>(u"keptBack0"_s)); // nothing is kept: no card
    replace();
    QCOMPARE(number(u"SELECT count(*) FROM votes"_s), 5000);
    press(u"keptBack0"_s, u"civicq"_s, u"backups-kept"_s);
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"civicq is again what it was before the restore"_s), patience);
    QCOMPARE(number(u"SELECT count(*) FROM votes"_s), 0);
    // What was restored is kept now: brought back as well, and the other let go of.
    waitUntilOpen();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"as it was until"_s), patience);
    press(u"keptBack0"_s, u"civicq"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(number(u"SELECT count(*) FROM votes"_s), 5000, patience);
    waitUntilOpen();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"as it was until"_s), patience);
    press(u"keptRelease0"_s, {}, {});
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"is deleted."_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!allText(m_page).contains(u"as it was until"_s), patience);
    QCOMPARE(databasesOf(m_server).filter(u"_before_"_s), QStringList());
    QCOMPARE(number(u"SELECT count(*) FROM votes"_s), 5000);
}

void ProofPageTest::productionAsksForTheName()
{
    QVERIFY(postgres::writeEnvironment(m_task, *m_server.connect(u"civicq"_s), postgres::Environment::Production)
                .has_value());
    replace();
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->facts().environment, postgres::Environment::Production, patience);
    press(u"keptBack0"_s, u"civicq"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"civicq is again what it was before the restore"_s), patience);
    waitUntilOpen();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"as it was until"_s), patience);
    press(u"keptRelease0"_s, u"civicq"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"is deleted."_s), patience);
    QCOMPARE(databasesOf(m_server).filter(u"_before_"_s), QStringList());
}

} // namespace

QTEST_MAIN(ProofPageTest)
#include "proofpagetest.moc"

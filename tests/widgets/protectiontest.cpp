// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/protectionstep.h"
#include "backups/rehearsaldialog.h"
#include "backups/unlockpane.h"
#include "common/messagestrip.h"
#include "openpgp/gpghome.h"
#include "openpgp/rehearsal.h"
#include "widgets/backupspagebench.h"

#include <QtWidgets/QListWidget>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using namespace civicq::widgets;

namespace {

const QString clerk = u"City Clerk <clerk@example.org>"_s;
const QString phrase = u"ladder copper violin sunday"_s;

class ProtectionTest final : public BackupsBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingUnlessAsked();
    void passphraseTwice();
    void keysAreAddedAndTicked();
    void keyIsRehearsed();
    void keyThatCannotIsRefused();
    void unlockAsks();
    void unlockReadsTheKey();

private:
    void look(QWidget &widget, const QString &name)
    {
        widget.resize(640, 520);
        widget.show();
        BackupsBench::look(widget, name);
    }
    [[nodiscard]] BackupServices services()
    {
        return {m_tasks,
                m_connection,
                m_tools.box,
                m_folder.filePath(u"data"_s),
                [this] { return m_folder.path(); },
                m_folder.filePath(u"config"_s)};
    }

    core::TaskRunner m_tasks;
    connections::ActiveConnection m_connection{m_tasks, core::PoolSettings{}};
    GpgHome m_gpg;
    QTemporaryDir m_folder;
    QString m_public;
};

void ProtectionTest::initTestCase()
{
    openEyes({});
    m_gpg.makeKey(clerk, GpgHome::Kind::Curve25519, {});
    m_public = m_folder.filePath(u"clerk.asc"_s);
    writeFile(m_public, m_gpg.publicKey(clerk));
}

void ProtectionTest::nothingUnlessAsked()
{
    ProtectionStep step(services(), [] { return false; });
    step.enter();
    QVERIFY(step.isComplete() && step.refusal().isEmpty() && !step.isEncrypted() && step.warning().isEmpty());
    backups::BackupRequest request;
    request.protection.passphrase = core::Secret(phrase);
    step.apply(request);
    QVERIFY(request.protection.isNone());
}

void ProtectionTest::passphraseTwice()
{
    ProtectionStep step(services(), [] { return false; });
    step.enter();
    find<QRadioButton>(&step, u"protectionPassphrase"_s)->click();
    auto *first = find<QLineEdit>(&step, u"protectionFirst"_s);
    auto *second = find<QLineEdit>(&step, u"protectionSecond"_s);
    QVERIFY(first->echoMode() == QLineEdit::Password && second->echoMode() == QLineEdit::Password);
    QVERIFY(!step.isComplete());
    first->setText(u"short"_s);
    QVERIFY(find<QLabel>(&step, u"protectionStrength"_s)->text().contains(u"short"_s));
    QVERIFY(!step.isComplete());
    second->setText(u"short"_s);
    QVERIFY(step.isComplete());
    QVERIFY(step.refusal().contains(u"eight"_s));
    first->setText(phrase);
    QVERIFY(find<QLabel>(&step, u"protectionStrength"_s)->text().startsWith(u"Strong"_s));
    QVERIFY(step.refusal().contains(u"not the same"_s));
    second->setText(phrase);
    QCOMPARE(step.refusal(), QString());
    backups::BackupRequest request;
    step.apply(request);
    QCOMPARE(request.protection.passphrase, core::Secret(phrase));
    QVERIFY(step.isEncrypted() && !step.warning().isEmpty());
    look(step, u"protection-passphrase"_s);
}

void ProtectionTest::keysAreAddedAndTicked()
{
    ProtectionStep step(services(), [] { return false; });
    step.enter();
    find<QRadioButton>(&step, u"protectionKeys"_s)->click();
    QVERIFY(!step.isComplete());
    look(step, u"protection-no-keys"_s);
    step.addKeyFiles({m_public});
    QTRY_VERIFY(step.isComplete());
    auto *list = find<QListWidget>(&step, u"protectionKeyList"_s);
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(clerk) && list->item(0)->text().contains(u"Never rehearsed"_s));
    QVERIFY(step.warning().contains(u"rehearsed"_s));
    backups::BackupRequest request;
    step.apply(request);
    QCOMPARE(request.protection.publicKeys.size(), 1);
    QVERIFY(request.protection.isOneWay());
    QVERIFY(step.sentencePart().contains(u"City Clerk"_s));
    look(step, u"protection-keys"_s);
    list->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(!step.isComplete());

    // It is there the next time, and says when it was rehearsed.
    openpgp::KeyFolder keys = openpgp::KeyFolder::below(m_folder.filePath(u"config"_s));
    const auto key = keys.list().first().key;
    QVERIFY(openpgp::rehearse(key, {{}, m_gpg.secretKey(clerk, {})}).has_value());
    QVERIFY(keys.recordRehearsal(key.fingerprint, QDateTime::currentDateTimeUtc()).has_value());
    ProtectionStep later(services(), [] { return true; });
    later.enter();
    auto *known = find<QListWidget>(&later, u"protectionKeyList"_s);
    QTRY_COMPARE(known->count(), 1);
    find<QRadioButton>(&later, u"protectionKeys"_s)->click();
    QVERIFY(known->item(0)->text().contains(u"Rehearsed on"_s));
    QCOMPARE(known->item(0)->checkState(), Qt::Unchecked);
    known->item(0)->setCheckState(Qt::Checked);
    QCOMPARE(later.fingerprints(), QStringList{key.fingerprint});
    QCOMPARE(later.refusal(), QString()); // a passphrase would be refused: this one is daily
    find<QRadioButton>(&later, u"protectionPassphrase"_s)->click();
    QVERIFY(later.refusal().contains(u"daily"_s));
}

// With the wrong file, the wrong passphrase, and then as it should be.
void ProtectionTest::keyIsRehearsed()
{
    const QString mayor = u"Mayor <mayor@example.org>"_s;
    m_gpg.makeKey(mayor, GpgHome::Kind::Curve25519, phrase);
    const QString open = m_folder.filePath(u"mayor.asc"_s);
    const QString secret = m_folder.filePath(u"mayor.secret"_s);
    const QString another = m_folder.filePath(u"clerk.secret"_s);
    writeFile(open, m_gpg.publicKey(mayor));
    writeFile(secret, m_gpg.secretKey(mayor, phrase));
    writeFile(another, m_gpg.secretKey(clerk, {}));
    QWidget window;
    auto *step = new ProtectionStep(services(), [] { return false; });
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(step);
    window.show();
    find<QRadioButton>(step, u"protectionKeys"_s)->click();
    QVERIFY(!find<QPushButton>(step, u"protectionRehearse"_s)->isVisible());
    step->addKeyFiles({open});
    auto *list = find<QListWidget>(step, u"protectionKeyList"_s);
    QTRY_COMPARE(list->count(), 1);
    find<QPushButton>(step, u"protectionRehearse"_s)->click();
    auto *dialog = find<RehearsalDialog>(&window, u"rehearsalDialog"_s);
    auto *file = find<QLineEdit>(dialog, u"unlockKeyFile"_s);
    auto *typed = find<QLineEdit>(dialog, u"unlockPassphrase"_s);
    auto *go = find<QPushButton>(dialog, u"unlockOpen"_s);
    typed->setText(u"not this one"_s);
    QVERIFY(!go->isEnabled()); // a passphrase alone opens no key
    file->setText(QDir::toNativeSeparators(another));
    go->click();
    QTRY_VERIFY_WITH_TIMEOUT(allText(dialog).contains(u"not its secret half"_s), patience);
    file->setText(QDir::toNativeSeparators(secret));
    go->click();
    QTRY_VERIFY_WITH_TIMEOUT(allText(dialog).contains(u"does not open this secret key"_s), patience);
    BackupsBench::look(*dialog, u"rehearsal-wrong"_s);
    QVERIFY(!openpgp::KeyFolder::below(m_folder.filePath(u"config"_s)).find(mayor)->rehearsed.isValid());
    typed->setText(phrase);
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(allText(dialog).contains(u"It works"_s), patience);
    QVERIFY(openpgp::KeyFolder::below(m_folder.filePath(u"config"_s)).find(mayor)->rehearsed.isValid());
    BackupsBench::look(*dialog, u"rehearsal-well"_s);
    find<QPushButton>(dialog, u"rehearsalCancel"_s)->click();
    QVERIFY2(list->item(0)->text().contains(u"Rehearsed on"_s), qPrintable(list->item(0)->text()));
    QCOMPARE(list->item(0)->checkState(), Qt::Checked); // as it was
    QVERIFY(step->warning() == u"Only the secret key opens this backup again."_s);
    look(*step, u"protection-rehearsed"_s);
    QVERIFY(openpgp::KeyFolder::below(m_folder.filePath(u"config"_s)).remove(step->fingerprints().first()).has_value());
}

void ProtectionTest::keyThatCannotIsRefused()
{
    ProtectionStep step(services(), [] { return false; });
    step.enter();
    find<QRadioButton>(&step, u"protectionKeys"_s)->click();
    const QString letter = m_folder.filePath(u"letter.txt"_s);
    writeFile(letter, "Dear mayor");
    step.addKeyFiles({letter});
    const auto *strip = step.findChild<MessageStrip *>(u"protectionTrouble"_s);
    QVERIFY(strip);
    step.show();
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(u"key"_s), qPrintable(strip->text()));
    QVERIFY(!step.isComplete());
}

void ProtectionTest::unlockAsks()
{
    UnlockPane pane(services());
    const core::Error needed = core::fail(core::ErrorCode::AuthenticationFailed, u"it is encrypted"_s,
                                          {QString::fromLatin1(openpgp::passphraseNeeded)})
                                   .error();
    QVERIFY(UnlockPane::canAnswer(needed));
    QVERIFY(!UnlockPane::canAnswer(core::fail(core::ErrorCode::AuthenticationFailed, u"password"_s).error()));
    pane.ask(m_folder.filePath(u"city.cqbackup.gpg"_s), needed);
    QSignalSpy answers(&pane, &UnlockPane::answered);
    auto *open = find<QPushButton>(&pane, u"unlockOpen"_s);
    QVERIFY(!open->isEnabled());
    find<QLineEdit>(&pane, u"unlockPassphrase"_s)->setText(phrase);
    QVERIFY(open->isEnabled());
    look(pane, u"unlock"_s);
    QTest::keyClick(find<QLineEdit>(&pane, u"unlockPassphrase"_s), Qt::Key_Return);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers.first().first().value<openpgp::Unlock>().passphrase, core::Secret(phrase));
    core::Error wrong = needed;
    wrong.arguments = {QString::fromLatin1(openpgp::passphraseWrong)};
    pane.ask(m_folder.filePath(u"city.cqbackup.gpg"_s), wrong);
    QVERIFY(pane.findChild<MessageStrip *>()->text().contains(u"does not open"_s));
    look(pane, u"unlock-wrong"_s);
}

void ProtectionTest::unlockReadsTheKey()
{
    UnlockPane pane(services());
    QSignalSpy answers(&pane, &UnlockPane::answered);
    find<QLineEdit>(&pane, u"unlockKeyFile"_s)->setText(m_folder.filePath(u"nowhere.asc"_s));
    find<QPushButton>(&pane, u"unlockOpen"_s)->click();
    QTRY_VERIFY(pane.findChild<MessageStrip *>()->text().contains(u"cannot be read"_s));
    QCOMPARE(answers.size(), 0);
    find<QLineEdit>(&pane, u"unlockKeyFile"_s)->setText(m_public);
    find<QPushButton>(&pane, u"unlockOpen"_s)->click();
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(answers.first().first().value<openpgp::Unlock>().secretKey, contentOf(m_public));
}

} // namespace

QTEST_MAIN(ProtectionTest)
#include "protectiontest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/scheduledialog.h"
#include "openpgp/gpghome.h"
#include "openpgp/keyfolder.h"
#include "widgets/backupspagebench.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTimeEdit>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using namespace civicq::widgets;

namespace {

// The page with a real server; systemctl and loginctl are scripts, for the machine's own scheduler is not the test's.
class ScheduleCardTest final : public BackupsPageBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { closePage(); }
    void withoutOneSaysWhatItWouldDo();
    void isSetUpInOneDialog();
    void runsNow();
    void saysWhatIsWrong();
    void warnsOfAKeyNobodyRehearsed();
    void askingConnectionCannotBeScheduled();
    void isRemoved();

private:
    [[nodiscard]] QString cardText() { return allText(find<QWidget>(m_page, u"scheduleCard"_s)); }
    void writeScript(const QString &name, const QByteArray &text)
    {
        writeFile(m_scripts.filePath(name), text);
        QVERIFY(
            QFile::setPermissions(m_scripts.filePath(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    QTemporaryDir m_scripts;
    QTemporaryDir m_secondPlace;
};

void ScheduleCardTest::initTestCase()
{
    startServer();
    writeScript(u"systemctl"_s, "#!/bin/sh\nexit 0\n");
    writeScript(u"loginctl"_s, "#!/bin/sh\necho yes\n");
    qputenv("PATH", (m_scripts.path() + u':' + qEnvironmentVariable("PATH")).toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", m_scripts.filePath(u"config"_s).toLocal8Bit());
    openEyes({u"chronometer"_s, u"media-playback-start"_s, u"security-high"_s});
    openPage([this](BackupServices &services) {
        services.configFolder = m_data->filePath(u"config"_s);
        services.program = u"/usr/bin/civicq-db"_s;
        services.scratchServer = [this](core::TaskContext &) {
            return core::Result<postgres::ConnectionParameters>(m_server.parameters());
        };
    });
    connectTo(u"civicq"_s, connections::PasswordSource::Libpq);
}

void ScheduleCardTest::withoutOneSaysWhatItWouldDo()
{
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"No backup is taken by itself"_s), patience);
    QVERIFY(!find<QPushButton>(m_page, u"scheduleRunButton"_s)->isVisible());
    look(*m_window, u"schedule-none"_s);
}

void ScheduleCardTest::isSetUpInOneDialog()
{
    find<QAction>(m_page, u"scheduleChange"_s)->trigger();
    auto *dialog = find<ScheduleDialog>(m_window.get(), u"scheduleDialog"_s);
    QCOMPARE(find<QSpinBox>(dialog, u"keepDaily"_s)->value(), 7);
    QVERIFY(allText(dialog).contains(u"broken disk"_s));
    find<QTimeEdit>(dialog, u"scheduleTime"_s)->setTime(QTime(1, 30));
    find<QLineEdit>(dialog, u"secondPlace"_s)->setText(QDir::toNativeSeparators(m_secondPlace.path()));
    auto *prove = find<QCheckBox>(dialog, u"scheduleProve"_s);
    QVERIFY(!prove->isChecked());
    prove->click();
    look(*dialog, u"schedule-dialog"_s);
    QTest::mouseClick(find<QPushButton>(dialog, u"scheduleSave"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"7 daily, 4 weekly, 6 monthly"_s), patience);
    QVERIFY(cardText().contains(u"1:30"_s));
    QVERIFY(cardText().contains(u"Of each backup"_s));
    QVERIFY(backups::PlanStore(m_data->filePath(u"config"_s)).load()->first().prove);
    QVERIFY(cardText().contains(u"Not yet due"_s));
    QCOMPARE(QDir(m_scripts.filePath(u"config/systemd/user"_s)).entryList(QDir::Files).size(), 2);
}

void ScheduleCardTest::runsNow()
{
    find<QAction>(m_page, u"scheduleRun"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"The daily backup is taken and proven"_s), patience);
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
    QCOMPARE(QDir(m_secondPlace.path()).entryList({u"civicq_backup_*"_s}, QDir::Files).size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"just now"_s), patience);
    const QString path = m_folder->filePath(filesIn(m_folder->path()).value(0));
    QVERIFY(backups::BackupCatalogue(m_data->path()).find(path)->proven.isValid());
    QCOMPARE(databasesOf(m_server).filter(u"civicq_restore_"_s), QStringList());
    look(*m_window, u"schedule-card"_s);
}

void ScheduleCardTest::saysWhatIsWrong()
{
    backups::PlanStore store(m_data->filePath(u"config"_s));
    backups::BackupPlan plan = store.load()->first();
    plan.secondPlace = m_folder->filePath(u"gone"_s);
    QVERIFY(store.save(plan).has_value());
    m_page->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"gone"_s), patience);
    find<QAction>(m_page, u"scheduleRun"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(allText(m_page).contains(u"The backup is good, but"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"has no copy in the second place"_s), patience);
    look(*m_window, u"schedule-alert"_s);
}

void ScheduleCardTest::warnsOfAKeyNobodyRehearsed()
{
    const QString config = m_data->filePath(u"config"_s);
    GpgHome gpg;
    const QString clerk = u"City Clerk <clerk@example.org>"_s;
    gpg.makeKey(clerk, GpgHome::Kind::Curve25519, {});
    const auto keys = openpgp::KeyFolder::below(config).add(gpg.publicKey(clerk));
    QVERIFY(keys.has_value());
    writeFile(m_scripts.filePath(u"secret.asc"_s), gpg.secretKey(clerk, {}));
    backups::PlanStore store(config);
    const backups::BackupPlan before = store.load()->first();
    backups::BackupPlan plan = before;
    plan.encryptTo = {keys->first().key.fingerprint};
    QVERIFY(store.save(plan).has_value());
    m_page->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"nobody has proven yet that this key"_s), patience);
    QVERIFY(cardText().contains(u"For 1 key(s)"_s));
    look(*m_window, u"schedule-key"_s);

    // What is for keys alone cannot be proven at night.
    find<QAction>(m_page, u"scheduleChange"_s)->trigger();
    auto *dialog = find<ScheduleDialog>(m_window.get(), u"scheduleDialog"_s);
    QVERIFY(!find<QCheckBox>(dialog, u"scheduleProve"_s)->isEnabled());
    QVERIFY(!find<QCheckBox>(dialog, u"scheduleProve"_s)->isChecked());
    dialog->reject();
    QTRY_VERIFY(!m_window->findChild<ScheduleDialog *>());

    find<QPushButton>(m_page, u"scheduleRehearseButton"_s)->click();
    auto *rehearsal = find<QDialog>(m_window.get(), u"rehearsalDialog"_s);
    find<QLineEdit>(rehearsal, u"unlockKeyFile"_s)->setText(m_scripts.filePath(u"secret.asc"_s));
    find<QPushButton>(rehearsal, u"unlockOpen"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!cardText().contains(u"nobody has proven yet"_s), patience);
    find<QPushButton>(rehearsal, u"rehearsalCancel"_s)->click();
    QVERIFY(store.save(before).has_value());
    m_page->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(!cardText().contains(u"For 1 key(s)"_s), patience);
}

void ScheduleCardTest::askingConnectionCannotBeScheduled()
{
    connectTo(u"civicq"_s, connections::PasswordSource::AskEachTime);
    find<QAction>(m_page, u"scheduleChange"_s)->trigger();
    auto *dialog = find<ScheduleDialog>(m_window.get(), u"scheduleDialog"_s);
    QVERIFY(!find<QPushButton>(dialog, u"scheduleSave"_s)->isEnabled());
    QVERIFY(allText(dialog).contains(u"asks for its password each time"_s));
    dialog->reject();
    QTRY_VERIFY(!m_window->findChild<ScheduleDialog *>());
    connectTo(u"civicq"_s, connections::PasswordSource::Libpq);
}

void ScheduleCardTest::isRemoved()
{
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"7 daily"_s), patience);
    find<QAction>(m_page, u"scheduleChange"_s)->trigger();
    auto *dialog = find<ScheduleDialog>(m_window.get(), u"scheduleDialog"_s);
    QTest::mouseClick(find<QPushButton>(dialog, u"scheduleRemove"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(cardText().contains(u"No backup is taken by itself"_s), patience);
    QCOMPARE(QDir(m_scripts.filePath(u"config/systemd/user"_s)).entryList(QDir::Files).size(), 0);
    QVERIFY(!filesIn(m_folder->path()).isEmpty());
}

} // namespace

QTEST_MAIN(ScheduleCardTest)
#include "schedulecardtest.moc"

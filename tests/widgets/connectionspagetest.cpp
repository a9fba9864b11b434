// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/themeicons.h"
#include "connections/addressdialog.h"
#include "connections/connectionspage.h"
#include "connections/optionsmodel.h"
#include "fixtures/faultproxy.h"
#include "fixtures/memorysecrets.h"
#include "fixtures/testserver.h"
#include "widgets/connectionsbench.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QClipboard>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace civicq;
using connections::ActiveConnection;
using connections::PasswordSource;
using connections::Profile;
using connections::ProfileModel;
using connections::ProfileStore;
using core::Secret;
using postgres::Environment;
using widgets::ConnectionsPage;

using tests::ConnectionsBench;

namespace {

const QString oddName = u"Élodie's \"été\""_s;

class ConnectionsPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
        widgets::initIcons();
    }
    void saysWhenThereAreNone();
    void savesANewConnection();
    void saysWhyItCannotSave();
    void keepsWhatWasTyped();
    void saysWhatQuittingWouldLose();
    void discardsChanges();
    void removesAndBringsBack();
    void saysWhenTheKeychainIsNotThere();
    void keepsEveryField();
    void takesAnAddress();
    void connectsAfterSaving();
    void testsStepByStep();
    void saysWhereATestFails();
    void asksForThePasswordEachTime();
    void marksTheDatabase();
    void productionIsNotGivenUpByAccident();
    void stopsATestOfASilentServer();
    void optionsModel();
    void fitsANarrowWindow();
    void saysThatTheSandboxIsOpen();
    void everythingHasAName();
    void keyboardReachesEverything();

private:
    QDialog *dialog(const QString &name)
    {
        QDialog *found = nullptr;
        [&] {
            QTRY_VERIFY2((found = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
                             || (found = qobject_cast<QDialog *>(QApplication::activeWindow())),
                         qPrintable(name));
        }();
        if (!found || found->objectName() != name)
            qFatal("no dialog %s", qPrintable(name));
        return found;
    }

    tests::TestServer m_server;
    core::SilentTask m_task;
};

void ConnectionsPageTest::saysWhenThereAreNone()
{
    const ConnectionsBench bench;
    QVERIFY(bench.find<QAbstractButton>(u"newConnectionButton"_s));
    QVERIFY(!bench.find<QTreeWidget>(u"profileList"_s)->isVisible());
    bench.trigger(u"newConnection"_s);
    QTRY_VERIFY(bench.find<QTreeWidget>(u"profileList"_s)->isVisible());
    QVERIFY(bench.find<QLineEdit>(u"profileName"_s)->isVisible());
}

void ConnectionsPageTest::savesANewConnection()
{
    ConnectionsBench bench;
    bench.trigger(u"newConnection"_s);
    bench.type(u"profileName"_s, oddName);
    bench.find<QComboBox>(u"profileGroup"_s)->setCurrentText(u"Côte"_s);
    bench.type(u"profileHost"_s, u"db.example.org"_s);
    bench.type(u"profileDatabase"_s, oddName);
    bench.type(u"profilePassword"_s, u"hush-hush"_s);
    QVERIFY(bench.page.hasUnsavedChanges());
    bench.click(u"saveConnection"_s);
    QTRY_VERIFY(!bench.page.hasUnsavedChanges());
    const auto saved = bench.profiles.store().find(oddName);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->parameters.database, oddName);
    QCOMPARE(saved->group, u"Côte"_s);
    QTRY_COMPARE(bench.secrets.secrets.value(saved->id), Secret(u"hush-hush"_s));
    QCOMPARE(bench.listed(), (QStringList{u"Côte"_s, oddName}));
    QFile file(bench.profiles.store().path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("hush-hush"));
}

void ConnectionsPageTest::saysWhyItCannotSave()
{
    ConnectionsBench bench;
    bench.save(u"taken"_s, m_server.parameters());
    bench.trigger(u"newConnection"_s);
    const auto message = [&] { return bench.find<QWidget>(u"connectionsMessage"_s)->accessibleName(); };
    bench.click(u"saveConnection"_s);
    QVERIFY2(message().contains(u"needs a name"_s), qPrintable(message()));
    bench.type(u"profileName"_s, u"Taken"_s);
    bench.click(u"saveConnection"_s);
    QTRY_VERIFY2(message().contains(u"exists already"_s), qPrintable(message()));
    QVERIFY(bench.page.hasUnsavedChanges());
    QCOMPARE(bench.profiles.store().load()->size(), 1);
}

void ConnectionsPageTest::saysWhatQuittingWouldLose()
{
    ConnectionsBench bench;
    QCOMPARE(bench.page.unsavedWork(), QString());
    bench.trigger(u"newConnection"_s);
    QCOMPARE(bench.page.unsavedWork(), QString()); // nothing typed yet
    bench.type(u"profileHost"_s, u"db.example.org"_s);
    QVERIFY(!bench.page.unsavedWork().isEmpty());
    bench.click(u"discardChanges"_s);
    QCOMPARE(bench.page.unsavedWork(), QString());
}

void ConnectionsPageTest::keepsWhatWasTyped()
{
    ConnectionsBench bench;
    bench.save(u"a"_s, m_server.parameters());
    bench.save(u"b"_s, m_server.parameters());
    bench.choose(u"a"_s);
    bench.type(u"profileHost"_s, u"elsewhere"_s);
    bench.choose(u"b"_s);
    QCOMPARE(bench.find<QLineEdit>(u"profileHost"_s)->text(), u"127.0.0.1"_s);
    bench.page.setShown(false);
    bench.page.setShown(true);
    bench.choose(u"a (not saved)"_s);
    QCOMPARE(bench.find<QLineEdit>(u"profileHost"_s)->text(), u"elsewhere"_s);
    // Typed back to what is saved: nothing to save any more.
    bench.type(u"profileHost"_s, u"127.0.0.1"_s);
    QVERIFY(!bench.page.hasUnsavedChanges());
}

void ConnectionsPageTest::discardsChanges()
{
    ConnectionsBench bench;
    bench.save(u"a"_s, m_server.parameters());
    bench.choose(u"a"_s);
    bench.type(u"profileHost"_s, u"elsewhere"_s);
    bench.click(u"discardChanges"_s);
    QCOMPARE(bench.find<QLineEdit>(u"profileHost"_s)->text(), u"127.0.0.1"_s);
    bench.trigger(u"newConnection"_s);
    QCOMPARE(bench.listed().size(), 2);
    bench.click(u"discardChanges"_s);
    QCOMPARE(bench.listed(), QStringList{u"a"_s});
}

void ConnectionsPageTest::removesAndBringsBack()
{
    ConnectionsBench bench;
    const Profile profile = bench.save(u"a"_s, m_server.parameters());
    bench.choose(u"a"_s);
    bench.click(u"removeConnection"_s);
    QTRY_COMPARE(bench.profiles.rowCount(), 0);
    QVERIFY(bench.secrets.secrets.contains(profile.id));
    bench.trigger(u"undoRemove"_s);
    QTRY_COMPARE(bench.profiles.rowCount(), 1);
    QCOMPARE(bench.profiles.find(profile.id)->parameters, profile.parameters);
    QVERIFY(bench.secrets.secrets.contains(profile.id));
    bench.choose(u"a"_s);
    bench.click(u"removeConnection"_s);
    QTRY_COMPARE(bench.profiles.rowCount(), 0);
    bench.page.setShown(false); // now it is meant
    QTRY_VERIFY(!bench.secrets.secrets.contains(profile.id));
}

void ConnectionsPageTest::saysWhenTheKeychainIsNotThere()
{
    ConnectionsBench bench;
    bench.secrets.unavailable = true;
    bench.trigger(u"newConnection"_s);
    bench.type(u"profileName"_s, u"a"_s);
    bench.type(u"profilePassword"_s, u"x"_s);
    bench.click(u"saveConnection"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"connectionsMessage"_s)->accessibleName().contains(u"its password is not"_s));
    QVERIFY(bench.profiles.store().find(u"a"_s).has_value());
}

void ConnectionsPageTest::keepsEveryField()
{
    ConnectionsBench bench;
    postgres::ConnectionParameters parameters;
    parameters.host = u"h"_s;
    parameters.port = 6543;
    parameters.database = u"d"_s;
    parameters.user = u"u"_s;
    parameters.sslMode = u"verify-full"_s;
    parameters.sslRootCert = u"r"_s;
    parameters.sslCert = u"c"_s;
    parameters.sslKey = u"k"_s;
    parameters.service = u"s"_s;
    parameters.passFile = u"p"_s;
    parameters.connectTimeoutSeconds = 3;
    parameters.extra = {{u"target_session_attrs"_s, u"read-write"_s}};
    const Profile profile = bench.save(u"a"_s, parameters, u"g"_s);
    bench.choose(u"a"_s);
    bench.type(u"profileHost"_s, u"i"_s);
    bench.click(u"saveConnection"_s);
    QTRY_VERIFY(!bench.page.hasUnsavedChanges());
    Profile expected = profile;
    expected.parameters.host = u"i"_s;
    QCOMPARE(bench.profiles.store().find(u"a"_s).value(), expected);
}

void ConnectionsPageTest::takesAnAddress()
{
    ConnectionsBench bench;
    QApplication::clipboard()->setText(u"postgresql+asyncpg://clerk:hush@db.example.org:6543/civicq?sslmode=require"_s);
    bench.trigger(u"pasteAddress"_s);
    QDialog *paste = dialog(u"addressDialog"_s);
    auto *field = paste->findChild<QLineEdit *>(u"addressField"_s);
    QVERIFY(field->text().startsWith(u"postgresql+asyncpg"_s));
    field->setText(u"https://example.org"_s);
    QVERIFY(!paste->findChild<QAbstractButton *>(u"addressAccept"_s)->isEnabled());
    field->setText(QApplication::clipboard()->text());
    paste->findChild<QAbstractButton *>(u"addressAccept"_s)->click();
    QCOMPARE(bench.find<QLineEdit>(u"profileHost"_s)->text(), u"db.example.org"_s);
    QCOMPARE(bench.find<QLineEdit>(u"profilePort"_s)->text(), u"6543"_s);
    QCOMPARE(bench.find<QLineEdit>(u"profileUser"_s)->text(), u"clerk"_s);
    QCOMPARE(bench.find<QLineEdit>(u"profilePassword"_s)->text(), u"hush"_s);
    QCOMPARE(bench.find<QComboBox>(u"profileSslMode"_s)->currentData().toString(), u"require"_s);
    QVERIFY(bench.page.hasUnsavedChanges());
}

void ConnectionsPageTest::connectsAfterSaving()
{
    ConnectionsBench bench;
    Profile opened;
    QObject::connect(&bench.page, &ConnectionsPage::openRequested, &bench.page,
                     [&](const Profile &profile) { opened = profile; });
    const Profile saved = bench.save(u"a"_s, m_server.parameters());
    bench.choose(u"a"_s);
    bench.trigger(u"connectProfile"_s);
    QCOMPARE(opened, saved);
    bench.type(u"profileDatabase"_s, u"other"_s);
    bench.trigger(u"connectProfile"_s);
    QTRY_COMPARE(opened.parameters.database, u"other"_s);
    QVERIFY(!bench.page.hasUnsavedChanges());
}

void ConnectionsPageTest::testsStepByStep()
{
    ConnectionsBench bench;
    bench.save(u"a"_s, m_server.createDatabase(oddName));
    bench.choose(u"a"_s);
    bench.click(u"testConnection"_s);
    QTRY_COMPARE(bench.text(u"testVerdict"_s), u"The connection works."_s);
    QVERIFY(bench.text(u"testStage_database"_s).contains(oddName));
    QVERIFY(bench.text(u"testStage_login"_s).contains(u"postgres"_s));
    // What the database is used for came with it.
    QTRY_VERIFY(bench.find<QAbstractButton>(u"markProduction"_s)->isVisibleTo(&bench.page));
}

void ConnectionsPageTest::saysWhereATestFails()
{
    ConnectionsBench bench;
    const Profile profile = bench.save(u"a"_s, m_server.parameters());
    bench.secrets.secrets[profile.id] = Secret(u"wrong"_s);
    bench.choose(u"a"_s);
    bench.click(u"testConnection"_s);
    QTRY_VERIFY(bench.text(u"testVerdict"_s).startsWith(u"No connection"_s));
    QVERIFY(bench.text(u"testStage_login"_s).contains(u"Check user name and password"_s));
    QVERIFY(bench.text(u"testStage_database"_s).isEmpty());
    bench.click(u"copyTest"_s);
    QVERIFY(QApplication::clipboard()->text().contains(u"password authentication failed"_s));
    // What the form says counts, saved or not.
    bench.type(u"profilePassword"_s, m_server.parameters().password.reveal());
    bench.click(u"testConnection"_s);
    QTRY_COMPARE(bench.text(u"testVerdict"_s), u"The connection works."_s);
}

void ConnectionsPageTest::asksForThePasswordEachTime()
{
    ConnectionsBench bench;
    bench.save(u"a"_s, m_server.parameters());
    bench.choose(u"a"_s);
    bench.choosePasswordSource(PasswordSource::AskEachTime);
    QVERIFY(!bench.find<QLineEdit>(u"profilePassword"_s)->isVisible());
    bench.click(u"testConnection"_s);
    QDialog *ask = dialog(u"passwordDialog"_s);
    ask->findChild<QLineEdit *>(u"passwordField"_s)->setText(m_server.parameters().password.reveal());
    ask->accept();
    QTRY_COMPARE(bench.text(u"testVerdict"_s), u"The connection works."_s);
    // Saved so: what the keychain held is gone.
    bench.click(u"saveConnection"_s);
    QTRY_VERIFY(bench.secrets.secrets.isEmpty());
}

void ConnectionsPageTest::marksTheDatabase()
{
    ConnectionsBench bench;
    const auto parameters = m_server.createDatabase();
    const Profile profile = bench.save(u"a"_s, parameters);
    bench.connection.open(profile, parameters.password);
    QTRY_VERIFY(bench.connection.isOpen());
    bench.choose(u"a"_s);
    bench.click(u"readEnvironment"_s);
    QTRY_VERIFY(bench.find<QAbstractButton>(u"markNone"_s)->isChecked());
    QVERIFY(!bench.find<QAbstractButton>(u"markDatabase"_s)->isEnabled());
    bench.click(u"markProduction"_s);
    bench.click(u"markDatabase"_s);
    QTRY_COMPARE(postgres::readEnvironment(m_task, *m_server.connect(parameters.database))->environment,
                 Environment::Production);
    // The window works on it: from now on it is locked.
    QTRY_VERIFY(bench.connection.needsUnlock());
}

void ConnectionsPageTest::productionIsNotGivenUpByAccident()
{
    ConnectionsBench bench;
    const auto parameters = m_server.createDatabase();
    QVERIFY(postgres::writeEnvironment(m_task, *m_server.connect(parameters.database), Environment::Production)
                .has_value());
    bench.save(u"a"_s, parameters);
    bench.choose(u"a"_s);
    bench.click(u"readEnvironment"_s);
    QTRY_VERIFY(bench.find<QAbstractButton>(u"markProduction"_s)->isChecked());
    bench.click(u"markDevelopment"_s);
    bench.click(u"markDatabase"_s);
    QDialog *question = dialog(u"confirmationDialog"_s);
    auto *accept = question->findChild<QAbstractButton *>(u"confirmationAccept"_s);
    QVERIFY(!accept->isEnabled());
    question->findChild<QLineEdit *>(u"confirmationName"_s)->setText(parameters.database);
    accept->click();
    QTRY_COMPARE(postgres::readEnvironment(m_task, *m_server.connect(parameters.database))->environment,
                 Environment::Development);
}

void ConnectionsPageTest::stopsATestOfASilentServer()
{
    ConnectionsBench bench;
    tests::FaultProxy proxy(m_server.port());
    proxy.setMode(tests::FaultProxy::Mode::Swallow);
    auto parameters = m_server.parameters();
    parameters.port = proxy.port();
    parameters.connectTimeoutSeconds = 60;
    bench.save(u"a"_s, parameters);
    bench.choose(u"a"_s);
    QElapsedTimer sinceBeat;
    qint64 longest = 0;
    QTimer heart;
    QObject::connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceBeat.restart()); });
    sinceBeat.start();
    heart.start(10);
    bench.click(u"testConnection"_s);
    QTRY_VERIFY(proxy.bytesToServer() > 0);
    bench.click(u"cancelTest"_s);
    QTRY_COMPARE(bench.text(u"testVerdict"_s), u"The test was stopped."_s);
    heart.stop();
    QVERIFY2(longest < 500, qPrintable(QString::number(longest)));
}

void ConnectionsPageTest::optionsModel()
{
    widgets::OptionsModel model;
    const QAbstractItemModelTester tester(&model);
    const QSignalSpy edits(&model, &widgets::OptionsModel::edited);
    model.setOptions({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}});
    QCOMPARE(edits.count(), 0);
    const int row = model.addRow();
    QCOMPARE(model.options().size(), 2); // a row without a name does not count
    QVERIFY(model.setData(model.index(row, 0), u" options "_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(row, 1), u"-c a=b"_s, Qt::EditRole));
    model.removeRow(0);
    QCOMPARE(model.options(), (QMap<QString, QString>{{u"b"_s, u"2"_s}, {u"options"_s, u"-c a=b"_s}}));
    QCOMPARE(edits.count(), 3);
    QVERIFY(model.knownNames().contains(u"target_session_attrs"_s));
    QVERIFY(!model.knownNames().contains(u"password"_s));
    QVERIFY(!model.knownNames().contains(u"sslpassword"_s));
}

void ConnectionsPageTest::fitsANarrowWindow()
{
    ConnectionsBench bench;
    bench.trigger(u"newConnection"_s);
    const QSize room(744, 470); // beside the navigation, in the smallest window
    bench.page.resize(room);
    QTRY_VERIFY(bench.find<QLineEdit>(u"profileHost"_s)->width() >= 200);
    for (const QLineEdit *field : bench.page.findChildren<QLineEdit *>()) {
        if (field->isVisible() && !field->placeholderText().isEmpty())
            QVERIFY2(field->fontMetrics().horizontalAdvance(field->placeholderText()) < field->width(),
                     qPrintable(field->placeholderText()));
    }
    // The form scrolls, the page around it does not.
    const int wanted = bench.page.heightForWidth(room.width());
    QVERIFY2(wanted <= room.height(), qPrintable(QString::number(wanted)));
}

void ConnectionsPageTest::saysThatTheSandboxIsOpen()
{
    ConnectionsBench bench;
    const auto says = [&bench](const QString &words) {
        const auto labels = bench.page.findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    QVERIFY(says(u"start the sandbox"_s));
    Profile sandbox;
    sandbox.id = QUuid::createUuid();
    sandbox.isSandbox = true;
    sandbox.parameters = m_server.parameters();
    const Secret password = std::exchange(sandbox.parameters.password, {});
    bench.connection.open(sandbox, password);
    QTRY_VERIFY_WITH_TIMEOUT(bench.connection.isOpen(), 20'000);
    QTRY_VERIFY(!says(u"start the sandbox"_s));
    QVERIFY(says(u"The sandbox, where you can try everything, is open"_s));
}

void ConnectionsPageTest::everythingHasAName()
{
    ConnectionsBench bench;
    bench.save(u"a"_s, m_server.parameters());
    for (const QWidget *widget : bench.page.findChildren<QWidget *>()) {
        const bool acts = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
                          || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
        if (!acts || widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QComboBox *>(widget->parent())
            || qobject_cast<const QHeaderView *>(widget) || widget->inherits("QTableCornerButton")
            || widget->window() != &bench.page)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(widget->objectName() + u' ' + QLatin1StringView(widget->metaObject()->className())));
    }
}

void ConnectionsPageTest::keyboardReachesEverything()
{
    ConnectionsBench bench;
    bench.save(u"a"_s, m_server.parameters());
    QVERIFY(QTest::qWaitForWindowActive(&bench.page));
    bench.find<QTreeWidget>(u"profileList"_s)->setFocus();
    QSet<QString> reached;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget()->objectName());
    }
    for (const QString &name :
         {u"profileList"_s, u"profileName"_s, u"profileHost"_s, u"profilePort"_s, u"profileDatabase"_s,
          u"profileUser"_s, u"profilePasswordSource"_s, u"profilePassword"_s, u"profileSslMode"_s,
          u"profileSslRootCert"_s, u"moreOptions"_s, u"readEnvironment"_s, u"testConnection"_s, u"removeConnection"_s,
          u"newConnectionButton"_s, u"connectProfileButton"_s})
        QVERIFY2(reached.contains(name),
                 qPrintable(name + u" of "_s + QStringList(reached.cbegin(), reached.cend()).join(u' ')));
}

} // namespace

QTEST_MAIN(ConnectionsPageTest)
#include "connectionspagetest.moc"

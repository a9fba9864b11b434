// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/profilejson.h"
#include "connections/profilemodel.h"
#include "connections/profilestore.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace civicq;
using connections::PasswordSource;
using connections::Profile;
using connections::ProfileModel;
using connections::ProfileStore;
using core::ErrorCode;

namespace {

const QString oddName = u"Élodie's \"été\""_s;

Profile example(const QString &name, const QString &group = {})
{
    Profile profile;
    profile.name = name;
    profile.group = group;
    profile.parameters.host = u"db.example.org"_s;
    profile.parameters.database = oddName;
    return profile;
}

class ProfileStoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void nothingSavedIsAnEmptyList();
    void savesEverythingButThePassword();
    void sortsByGroupAndName();
    void namesAreUnique();
    void renamesAndRemoves();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void keepsADamagedFile();
    void keepsANewerFile();
    void unwritableFolder();
    void writersDoNotLoseEachOthersWork();
    void modelFollowsTheStore();

private:
    ProfileStore store() const { return ProfileStore(m_folder->filePath(u"config"_s)); }
    QByteArray content() const
    {
        QFile file(store().path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void setContent(const QByteArray &bytes) const
    {
        QDir().mkpath(m_folder->filePath(u"config"_s));
        QFile file(store().path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProfileStoreTest::nothingSavedIsAnEmptyList()
{
    QCOMPARE(store().load().value(), QList<Profile>());
    const auto found = store().find(u"x"_s);
    QCOMPARE(found.error().code, ErrorCode::NotFound);
    QVERIFY(found.error().message.contains(u"sandbox"_s));
}

void ProfileStoreTest::savesEverythingButThePassword()
{
    Profile profile = example(oddName, u"Côte d'Azur"_s);
    profile.passwordSource = PasswordSource::AskEachTime;
    auto &parameters = profile.parameters;
    parameters.port = 6543;
    parameters.user = u"a b"_s;
    parameters.password = core::Secret(u"hush-hush"_s);
    parameters.sslMode = u"verify-full"_s;
    parameters.sslRootCert = u"C:/Eigene Dateien/root.crt"_s;
    parameters.sslCert = u"cert"_s;
    parameters.sslKey = u"key"_s;
    parameters.service = u"svc"_s;
    parameters.passFile = u"/x/.pgpass"_s;
    parameters.connectTimeoutSeconds = 3;
    parameters.extra = {{u"target_session_attrs"_s, u"read-write"_s}, {u"options"_s, u"-c a=b\\ c"_s}};
    const auto saved = store().save(profile);
    QVERIFY2(saved.has_value(), qPrintable(saved ? QString() : saved.error().toString()));
    QVERIFY(!saved->id.isNull());
    QVERIFY(!content().contains("hush-hush"));
    profile.id = saved->id;
    parameters.password = {};
    QCOMPARE(store().find(oddName.toUpper()).value(), profile);
}

void ProfileStoreTest::sortsByGroupAndName()
{
    for (const auto &[name, group] : {std::pair{u"b"_s, u"X"_s}, std::pair{u"c"_s, u""_s}, std::pair{u"a"_s, u"X"_s}})
        QVERIFY(store().save(example(name, group)).has_value());
    QStringList names;
    const auto profiles = store().load();
    for (const Profile &profile : *profiles)
        names.append(profile.name);
    QCOMPARE(names, (QStringList{u"c"_s, u"a"_s, u"b"_s}));
}

void ProfileStoreTest::namesAreUnique()
{
    QVERIFY(store().save(example(u"Main"_s)).has_value());
    QCOMPARE(store().save(example(u" main "_s)).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(store().load()->size(), 1);
}

void ProfileStoreTest::renamesAndRemoves()
{
    Profile profile = store().save(example(u"old"_s)).value();
    profile.name = u"new"_s;
    QVERIFY(store().save(profile).has_value());
    QCOMPARE(store().load()->size(), 1);
    QCOMPARE(store().load()->first().name, u"new"_s);
    QVERIFY(store().remove(profile.id).has_value());
    QCOMPARE(store().load()->size(), 0);
    QCOMPARE(store().remove(profile.id).error().code, ErrorCode::NotFound);
}

void ProfileStoreTest::refusesWhatCannotBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("option");
    QTest::newRow("no name") << u"  "_s << 0 << QString();
    QTest::newRow("the sandbox's name") << u"Sandbox"_s << 0 << QString();
    QTest::newRow("no such port") << u"x"_s << 70000 << QString();
    QTest::newRow("a secret") << u"x"_s << 0 << u"sslpassword"_s;
}

void ProfileStoreTest::refusesWhatCannotBe()
{
    QFETCH(QString, name);
    QFETCH(int, port);
    QFETCH(QString, option);
    Profile profile = example(name);
    profile.parameters.port = port;
    if (!option.isEmpty())
        profile.parameters.extra.insert(option, u"hush-hush"_s);
    const auto saved = store().save(profile);
    QCOMPARE(saved.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!saved.error().message.contains(u"hush-hush"_s));
    QVERIFY(!QFile::exists(store().path()));
}

void ProfileStoreTest::keepsADamagedFile()
{
    const QByteArray damaged = "{\"version\": 1, \"connections\": [{\"na";
    setContent(damaged);
    QCOMPARE(store().load().error().code, ErrorCode::Corrupt);
    QCOMPARE(store().save(example(u"x"_s)).error().code, ErrorCode::Corrupt);
    QCOMPARE(content(), damaged);
}

void ProfileStoreTest::keepsANewerFile()
{
    const QByteArray newer = "{\"version\": 2, \"connections\": []}";
    setContent(newer);
    QCOMPARE(store().save(example(u"x"_s)).error().code, ErrorCode::VersionMismatch);
    QCOMPARE(content(), newer);
}

void ProfileStoreTest::unwritableFolder()
{
    setContent({}); // a file where the folder of another store should be
    const ProfileStore blocked(store().path());
    QVERIFY(!ProfileStore(blocked).save(example(u"x"_s)).has_value());
}

void ProfileStoreTest::writersDoNotLoseEachOthersWork()
{
    const auto add = [this](const QString &prefix) {
        for (int i = 0; i < 10; ++i) {
            if (!store().save(example(prefix + QString::number(i))))
                qFatal("not saved");
        }
    };
    std::thread one(add, u"a"_s);
    std::thread two(add, u"b"_s);
    one.join();
    two.join();
    QCOMPARE(store().load()->size(), 20);
}

void ProfileStoreTest::modelFollowsTheStore()
{
    ProfileModel model(store());
    const QAbstractItemModelTester tester(&model);
    Profile sandbox = example(u"Sandbox"_s);
    sandbox.id = QUuid::createUuid();
    model.setSandbox(sandbox);
    QVERIFY(model.save(example(u"x"_s, u"G"_s)).has_value());
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0).data(ProfileModel::SandboxRole).toBool());
    QCOMPARE(model.index(1).data(ProfileModel::GroupRole).toString(), u"G"_s);
    QCOMPARE(store().load()->size(), 1); // the sandbox is not saved
    // Another program's change comes with reload(); a damaged file leaves what was.
    QVERIFY(store().save(example(u"y"_s)).has_value());
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.reload();
    model.reload();
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.rowCount(), 3);
    setContent("?");
    model.reload();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.error()->code, ErrorCode::Corrupt);
}

} // namespace

QTEST_GUILESS_MAIN(ProfileStoreTest)
#include "profilestoretest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/keychain.h"
#include "fixtures/memorysecrets.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using core::ErrorCode;
using core::Secret;

namespace {

class SecretStoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesReadsAndRemoves();
    void tellsNobodyOnceTheOwnerIsGone();
    void saysThatThereIsNoKeychain();
};

void SecretStoreTest::writesReadsAndRemoves()
{
    tests::MemorySecrets store;
    const QUuid id = QUuid::createUuid();
    QCOMPARE(connections::readNow(store, id).error().code, ErrorCode::NotFound);
    QVERIFY(connections::writeNow(store, id, Secret(u"é"_s)).has_value());
    QCOMPARE(connections::readNow(store, id).value(), Secret(u"é"_s));
    QVERIFY(connections::removeNow(store, id).has_value());
    QCOMPARE(connections::readNow(store, id).error().code, ErrorCode::NotFound);
}

void SecretStoreTest::tellsNobodyOnceTheOwnerIsGone()
{
    tests::MemorySecrets store;
    bool told = false;
    {
        QObject owner;
        store.read(QUuid::createUuid(), &owner, [&](const auto &) { told = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

void SecretStoreTest::saysThatThereIsNoKeychain()
{
#if defined(Q_OS_LINUX)
    // No session bus: no Secret Service and no KWallet, whatever runs on this computer.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    connections::Keychain keychain;
    const QUuid id = QUuid::createUuid();
    QCOMPARE(connections::readNow(keychain, id).error().code, ErrorCode::KeychainUnavailable);
    QCOMPARE(connections::writeNow(keychain, id, Secret(u"x"_s)).error().code, ErrorCode::KeychainUnavailable);
    QCOMPARE(connections::readNow(keychain, id).error().code, ErrorCode::KeychainUnavailable);
#endif
}

} // namespace

QTEST_GUILESS_MAIN(SecretStoreTest)
#include "secretstoretest.moc"

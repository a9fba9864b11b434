// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxfixture.h"

#include "postgres/environment.h"
#include "postgres/identifier.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using core::ErrorCode;
using tests::SandboxFixture;

namespace {

// One sandbox for all; each test makes the snapshots it needs.
class SnapshotTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void bringsContentBack_data();
    void bringsContentBack();
    void isTakenWhileOthersAreConnected();
    void keepsTheMark();
    void refusesANameTwice();
    void knowsNoOtherName();
    void isDeleted();
    void aBrokenCopyIsClearedAway();

private:
    [[nodiscard]] QString content();
    SandboxFixture m_fixture;
};

void SnapshotTest::initTestCase()
{
    m_fixture.processes.withoutSync = false; // the times printed are a user's
    QVERIFY(m_fixture.startAndConnect());
}

void SnapshotTest::init()
{
    auto connection = m_fixture.startAndConnect();
    QVERIFY(connection);
    QVERIFY(connection
                ->script(m_fixture.task,
                         "DROP TABLE IF EXISTS things; CREATE TABLE things (id serial PRIMARY KEY, t text);"
                         "INSERT INTO things (t) SELECT md5(i::text) FROM generate_series(1, 5000) i")
                .has_value());
    const auto all = m_fixture.sandbox.snapshots(m_fixture.task);
    QVERIFY(all.has_value());
    for (const sandbox::Snapshot &snapshot : *all)
        QVERIFY(m_fixture.sandbox.deleteSnapshot(m_fixture.task, snapshot.name).has_value());
}

QString SnapshotTest::content()
{
    auto connection = m_fixture.startAndConnect();
    const auto rows = connection->query(
        m_fixture.task, u"SELECT count(*) || ' ' || md5(string_agg(id || t, ',' ORDER BY id)) || ' ' || "
                        "(SELECT last_value FROM things_id_seq) FROM things"_s);
    return rows ? rows->text(0, 0) : rows.error().toString();
}

void SnapshotTest::bringsContentBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"before"_s;
    QTest::newRow("quotes, spaces, accents") << u"Élodie's \"été\" \\ 100%"_s;
    QTest::newRow("long") << u"ü"_s.repeated(300);
}

void SnapshotTest::bringsContentBack()
{
    QFETCH(QString, name);
    const QString before = content();
    QElapsedTimer clock;
    clock.start();
    const auto taken = m_fixture.sandbox.takeSnapshot(m_fixture.task, name, false);
    QVERIFY2(taken.has_value(), taken ? "" : qPrintable(taken.error().toString()));
    qInfo("snapshot taken in %lld ms", clock.elapsed());
    QCOMPARE(taken->name, name);
    QVERIFY(taken->bytes > 1'000'000);
    QVERIFY(m_fixture.startAndConnect()
                ->script(m_fixture.task, "DELETE FROM things WHERE id % 2 = 0; INSERT INTO things (t) VALUES ('new')")
                .has_value());
    QVERIFY(content() != before);
    clock.restart();
    const auto returned = m_fixture.sandbox.returnTo(m_fixture.task, name);
    QVERIFY2(returned.has_value(), returned ? "" : qPrintable(returned.error().toString()));
    qInfo("returned to it in %lld ms", clock.elapsed());
    QCOMPARE(content(), before);
    // It is still there for the next time.
    QVERIFY(m_fixture.startAndConnect()->script(m_fixture.task, "DROP TABLE things").has_value());
    QVERIFY(m_fixture.sandbox.returnTo(m_fixture.task, name).has_value());
    QCOMPARE(content(), before);
}

void SnapshotTest::isTakenWhileOthersAreConnected()
{
    const QString before = content();
    auto idle = m_fixture.startAndConnect();
    auto busy = m_fixture.startAndConnect();
    QVERIFY(busy->script(m_fixture.task, "BEGIN; DELETE FROM things").has_value());
    QVERIFY(m_fixture.sandbox.takeSnapshot(m_fixture.task, u"now"_s, false).has_value());
    QVERIFY(!idle->query(m_fixture.task, u"SELECT 1"_s).has_value());
    QVERIFY(!idle->isUsable());
    auto again = m_fixture.startAndConnect();
    QVERIFY(m_fixture.sandbox.returnTo(m_fixture.task, u"now"_s).has_value());
    QCOMPARE(content(), before); // without what was not committed
}

void SnapshotTest::keepsTheMark()
{
    QVERIFY(m_fixture.sandbox.takeSnapshot(m_fixture.task, u"marked"_s, false).has_value());
    QVERIFY(m_fixture.sandbox.returnTo(m_fixture.task, u"marked"_s).has_value());
    auto connection = postgres::Connection::open(m_fixture.task, m_fixture.sandbox.parameters());
    QVERIFY(connection.has_value());
    const auto mark = postgres::readEnvironment(m_fixture.task, **connection);
    QVERIFY(mark.has_value());
    QCOMPARE(mark->environment, postgres::Environment::Sandbox);
    QVERIFY(!mark->isOfCopy());
}

void SnapshotTest::refusesANameTwice()
{
    QVERIFY(m_fixture.sandbox.takeSnapshot(m_fixture.task, u"one"_s, false).has_value());
    const auto again = m_fixture.sandbox.takeSnapshot(m_fixture.task, u"one"_s, false);
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
    QVERIFY(m_fixture.startAndConnect()->script(m_fixture.task, "DELETE FROM things").has_value());
    const QString emptied = content();
    QVERIFY(m_fixture.sandbox.takeSnapshot(m_fixture.task, u"one"_s, true).has_value());
    QVERIFY(m_fixture.startAndConnect()->script(m_fixture.task, "DROP TABLE things").has_value());
    QVERIFY(m_fixture.sandbox.returnTo(m_fixture.task, u"one"_s).has_value());
    QCOMPARE(content(), emptied);
    QCOMPARE(m_fixture.sandbox.snapshots(m_fixture.task)->size(), 1);
    QCOMPARE(m_fixture.sandbox.takeSnapshot(m_fixture.task, u"  "_s, false).error().code, ErrorCode::InvalidArgument);
}

void SnapshotTest::knowsNoOtherName()
{
    const QString before = content();
    const auto returned = m_fixture.sandbox.returnTo(m_fixture.task, u"never taken"_s);
    QVERIFY(!returned.has_value());
    QCOMPARE(returned.error().code, ErrorCode::NotFound);
    QCOMPARE(m_fixture.sandbox.deleteSnapshot(m_fixture.task, u"never taken"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(content(), before);
}

void SnapshotTest::isDeleted()
{
    QVERIFY(m_fixture.sandbox.takeSnapshot(m_fixture.task, u"a"_s, false).has_value());
    QVERIFY(m_fixture.sandbox.takeSnapshot(m_fixture.task, u"b"_s, false).has_value());
    const auto both = m_fixture.sandbox.snapshots(m_fixture.task);
    QCOMPARE(both->size(), 2);
    QCOMPARE(both->first().name, u"b"_s); // newest first
    QVERIFY(m_fixture.sandbox.deleteSnapshot(m_fixture.task, u"a"_s).has_value());
    QCOMPARE(m_fixture.sandbox.snapshots(m_fixture.task)->size(), 1);
}

void SnapshotTest::aBrokenCopyIsClearedAway()
{
    // As a program killed in the middle leaves it: a copy under its first name, and civicq closed to everybody.
    auto owner = postgres::Connection::open(m_fixture.task, m_fixture.sandbox.parameters().withDatabase(u"postgres"_s));
    QVERIFY(owner.has_value());
    QVERIFY((*owner)->query(m_fixture.task, u"CREATE DATABASE civicq_unfinished_1"_s).has_value());
    QVERIFY((*owner)->query(m_fixture.task, u"ALTER DATABASE civicq ALLOW_CONNECTIONS false"_s).has_value());
    QVERIFY(m_fixture.startAndConnect());
    const auto left = [&] {
        return (*owner)
            ->query(m_fixture.task, u"SELECT count(*) FROM pg_database WHERE datname LIKE 'civicq\\_unfinished%'"_s)
            ->integer(0, 0);
    };
    QTRY_COMPARE_WITH_TIMEOUT(left(), 0, 60'000);
}

} // namespace

QTEST_GUILESS_MAIN(SnapshotTest)
#include "snapshottest.moc"

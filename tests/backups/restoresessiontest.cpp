// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restoresession.h"

#include "backups/sampledatabase.h"

#include <QtCore/QThread>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;
using backups::RestoreStep;

namespace {

class RestoreSessionTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void mergesWhereTheKeyHasAnIndex_data();
    void mergesWhereTheKeyHasAnIndex();
    void aForeignKeyThatDoesNotHoldIsTold();
    void memoryThatIndexesAreBuiltWith_data();
    void memoryThatIndexesAreBuiltWith();

private:
    TestServer m_server;
    core::SilentTask m_task;
    std::unique_ptr<postgres::Connection> m_session;
};

void RestoreSessionTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    (void)m_server.createDatabase(u"keys"_s);
    m_session = m_server.connect(u"keys"_s);
    const auto made = m_session->script(m_task, R"sql(
        CREATE TABLE one(a int, b int, PRIMARY KEY (a, b), UNIQUE (b));
        CREATE SCHEMA "Élodie's ""été"" %2";
        CREATE TABLE "Élodie's ""été"" %2"."many %1"(a int, b int, c int, d int, e int);
        CREATE INDEX ON "Élodie's ""été"" %2"."many %1"(b, a, c);
        CREATE INDEX ON "Élodie's ""été"" %2"."many %1"(a, c);
        CREATE INDEX ON "Élodie's ""été"" %2"."many %1"(d) WHERE d > 0;
        CREATE INDEX ON "Élodie's ""été"" %2"."many %1" USING hash (e);
        ALTER TABLE "Élodie's ""été"" %2"."many %1"
          ADD CONSTRAINT two FOREIGN KEY (a, b) REFERENCES one NOT VALID,
          ADD CONSTRAINT "first's \ %2" FOREIGN KEY (b) REFERENCES one(b) NOT VALID,
          ADD CONSTRAINT second_of_an_index FOREIGN KEY (c) REFERENCES one(b) NOT VALID,
          ADD CONSTRAINT of_some_rows FOREIGN KEY (d) REFERENCES one(b) NOT VALID,
          ADD CONSTRAINT hashed FOREIGN KEY (e) REFERENCES one(b) NOT VALID;
        INSERT INTO one SELECT i, i FROM generate_series(1, 10) i;)sql");
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().toString()));
}

void RestoreSessionTest::mergesWhereTheKeyHasAnIndex_data()
{
    QTest::addColumn<QByteArray>("constraint");
    QTest::addColumn<QString>("hashJoin");
    QTest::newRow("in another order") << QByteArray("two") << u"off"_s;
    QTest::newRow("the first column") << QByteArray("\"first's \\ %2\"") << u"off"_s;
    QTest::newRow("not the first column") << QByteArray("second_of_an_index") << u"on"_s;
    QTest::newRow("an index of some rows") << QByteArray("of_some_rows") << u"on"_s;
    QTest::newRow("an index without order") << QByteArray("hashed") << u"on"_s;
}

void RestoreSessionTest::mergesWhereTheKeyHasAnIndex()
{
    QFETCH(QByteArray, constraint);
    QFETCH(QString, hashJoin);
    const auto setting = [this] { return m_session->query(m_task, u"SHOW enable_hashjoin"_s)->text(0, 0); };
    const QByteArray table = R"("Élodie's ""été"" %2"."many %1")";
    QString meanwhile;
    const auto checked =
        backups::RestoreSession::validate(m_task, *m_session, table, constraint, [&]() -> core::Result<> {
            meanwhile = setting();
            return m_session->statement(m_task, "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + constraint);
        });
    QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().toString()));
    QCOMPARE(meanwhile, hashJoin);
    QCOMPARE(setting(), u"on"_s);
}

void RestoreSessionTest::aForeignKeyThatDoesNotHoldIsTold()
{
    const auto made = m_session->script(m_task, R"sql(
        CREATE TABLE lost(b int); CREATE INDEX ON lost(b); INSERT INTO lost VALUES (1), (11);
        ALTER TABLE lost ADD CONSTRAINT k FOREIGN KEY (b) REFERENCES one(b) NOT VALID;)sql");
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().toString()));
    const auto checked = backups::RestoreSession::validate(m_task, *m_session, "lost", "k", [this] {
        return m_session->statement(m_task, "ALTER TABLE lost VALIDATE CONSTRAINT k");
    });
    QVERIFY(!checked);
    QCOMPARE(checked.error().sqlState, u"23503"_s);
}

void RestoreSessionTest::memoryThatIndexesAreBuiltWith_data()
{
    using enum RestoreStep::Build;
    QTest::addColumn<RestoreStep::Build>("build");
    QTest::addColumn<qint64>("rowBytes");
    QTest::addColumn<QString>("memory");
    QTest::newRow("sorted in memory anyway") << Sort << qint64(1'000'000) << u"1GB"_s;
    QTest::newRow("sorted in pieces") << Sort << qint64(100'000'000) << u"8MB"_s;
    QTest::newRow("too many pieces") << Sort << qint64(300'000'000) << u"1GB"_s;
    QTest::newRow("a small gin index") << Gin << qint64(1'000'000) << u"4MB"_s;
    QTest::newRow("a large gin index") << Gin << qint64(300'000'000) << u"1GB"_s;
    QTest::newRow("another") << Other << qint64(100'000'000) << u"1GB"_s;
}

void RestoreSessionTest::memoryThatIndexesAreBuiltWith()
{
    QFETCH(RestoreStep::Build, build);
    QFETCH(qint64, rowBytes);
    QFETCH(QString, memory);
    const auto setting = [this] { return m_session->query(m_task, u"SHOW maintenance_work_mem"_s)->text(0, 0); };
    const backups::RestoreSession session(u"UTF8"_s, QThread::idealThreadCount()); // no processor is left over
    QVERIFY(m_session->script(m_task, "SET effective_cache_size = '1TB'"));
    QVERIFY(session.set(m_task, *m_session));
    RestoreStep step;
    step.build = build;
    step.rowBytes = rowBytes;
    QString meanwhile;
    const auto made = session.makeIndex(m_task, *m_session, step, [&]() -> core::Result<> {
        meanwhile = setting();
        return {};
    });
    QVERIFY(made.has_value());
    QCOMPARE(meanwhile, memory);
    QCOMPARE(setting(), u"1GB"_s);
}

} // namespace

QTEST_GUILESS_MAIN(RestoreSessionTest)

#include "restoresessiontest.moc"

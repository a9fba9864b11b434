// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What users get wrong and what breaks around them: each a clear sentence that says what to do, exit status 1 or 2, and
// nothing changed on the server or in the folder.

#include "fixtures/commandline.h"
#include "fixtures/strippedserver.h"
#include "fixtures/testserver.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QThread>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using civicq::tests::CommandLine;
using civicq::tests::Ran;
using civicq::tests::TestServer;

namespace {

const QString oddName = u"Élodie's \"été\""_s;

QString helper(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

class BadInputTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void wrongUsage_data();
    void wrongUsage();
    void unreachable_data();
    void unreachable();
    void notPostgres();
    void noPgvector();
    void noPgDump();
    void oldPgDump();
    void folderThatCannotBeWritten();
    void fullDisk();
    void truncatedBackup();
    void oddNamesWork();

private:
    [[nodiscard]] QString url(const QString &database = u"civicq"_s, const QString &password = {}) const;
    [[nodiscard]] QByteArray state() const; // everything there is on the server
    void verifyRefusal(const Ran &ran, int status, const QByteArray &words);

    std::unique_ptr<TestServer> m_server;
    CommandLine m_civicq;
    QTemporaryDir m_folder;
    QByteArray m_before;
};

QString BadInputTest::url(const QString &database, const QString &password) const
{
    const auto encode = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    const QString secret = password.isEmpty() ? QString::fromLatin1(TestServer::password) : password;
    return u"postgresql://postgres:%1@127.0.0.1:%2/%3"_s.arg(encode(secret))
        .arg(m_server->port())
        .arg(encode(database));
}

QByteArray BadInputTest::state() const
{
    QByteArray databases;
    m_server->run(u"psql"_s, {u"-XAtd"_s, u"postgres"_s, u"-c"_s, u"select datname, oid from pg_database order by 1"_s},
                  &databases);
    return databases + m_server->dump(u"civicq"_s);
}

void BadInputTest::verifyRefusal(const Ran &ran, int status, const QByteArray &words)
{
    const QByteArray first = ran.err.split('\n').value(0).trimmed();
    QVERIFY2(ran.status == status, ran.all().constData());
    QVERIFY2(ran.err.toLower().contains(words.toLower()), ran.all().constData());
    QVERIFY2(first.endsWith('.') || first.endsWith('/'), ran.all().constData());
    QVERIFY2(!ran.err.contains(TestServer::password) && !ran.out.contains(TestServer::password), ran.all().constData());
    QCOMPARE(state(), m_before);
}

void BadInputTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    QVERIFY2(m_server->isRunning(), qPrintable(m_server->failure()));
    m_server->createDatabase(u"civicq"_s);
    for (const QStringList &command : {QStringList{u"migrate"_s}, QStringList{u"seed"_s, u"dev"_s}}) {
        const Ran ran = m_civicq.run(QStringList(command) << u"--url"_s << url());
        QVERIFY2(ran.status == 0, ran.all().constData());
    }
    m_before = state();
}

void BadInputTest::cleanupTestCase()
{
    m_server.reset();
}

void BadInputTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no command") << QStringList{};
    QTest::newRow("no such command") << QStringList{u"bakcup"_s};
    QTest::newRow("no such option") << QStringList{u"backup"_s, u"--url"_s, url(), u"--fast"_s};
    QTest::newRow("no database named") << QStringList{u"backup"_s};
    QTest::newRow("two databases named") << QStringList{u"backup"_s, u"--url"_s, url(), u"--connection"_s,
                                                        u"sandbox"_s};
    QTest::newRow("not an address") << QStringList{u"backup"_s, u"--url"_s, u"localhost"_s};
    QTest::newRow("another program's address") << QStringList{u"backup"_s, u"--url"_s, u"mysql://root@localhost/x"_s};
    QTest::newRow("no such revision") << QStringList{u"migrate"_s, u"zzzz"_s, u"--url"_s, url()};
    QTest::newRow("keep none") << QStringList{u"backup"_s, u"--url"_s, url(), u"--cleanup"_s, u"0"_s};
    QTest::newRow("no such connection") << QStringList{u"backup"_s, u"--connection"_s, u"nobody knows"_s};
}

void BadInputTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Ran ran = m_civicq.run(arguments);
    QVERIFY2(ran.status == 1 || ran.status == 2, ran.all().constData());
    QVERIFY2(!ran.err.trimmed().isEmpty(), ran.all().constData());
    for (const QString &wrong : {u"bakcup"_s, u"nobody knows"_s, u"zzzz"_s}) // what was wrong is named
        QVERIFY2(!arguments.contains(wrong) || ran.err.contains(wrong.toUtf8()), ran.all().constData());
    QCOMPARE(state(), m_before);
}

void BadInputTest::unreachable_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("wrong password") << url(u"civicq"_s, u"wrong"_s) << QByteArray("login");
    QTest::newRow("no such database") << url(u"civicqq"_s) << QByteArray("no database");
    QTest::newRow("no such host") << u"postgresql://postgres@no-such-host.invalid/civicq"_s
                                  << QByteArray("no computer");
    QTest::newRow("server down") << u"postgresql://postgres@127.0.0.1:1/civicq"_s << QByteArray("no postgresql server");
}

void BadInputTest::unreachable()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, words);
    for (const QString &command : {u"backup"_s, u"migrate"_s, u"cache-hit"_s})
        verifyRefusal(m_civicq.run({command, u"--url"_s, address}), 1, words);
}

void BadInputTest::notPostgres()
{
    QThread thread;
    QTcpServer web;
    QVERIFY(web.listen(QHostAddress::LocalHost, 0));
    const quint16 port = web.serverPort();
    web.moveToThread(&thread);
    connect(&web, &QTcpServer::newConnection, &web, [&web] {
        QTcpSocket *socket = web.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    connect(&thread, &QThread::finished, &web, &QTcpServer::close, Qt::DirectConnection);
    thread.start();
    const Ran ran = m_civicq.run({u"migrate"_s, u"--url"_s, u"postgresql://postgres@127.0.0.1:%1/civicq"_s.arg(port)});
    thread.quit();
    thread.wait();
    verifyRefusal(ran, 1, "not PostgreSQL");
}

void BadInputTest::noPgvector()
{
    QTemporaryDir installation;
    TestServer::Options options;
    options.binFolder = civicq::tests::installationWithout(u"vector"_s, installation.path());
    QVERIFY(!options.binFolder.isEmpty());
    TestServer bare(options);
    QVERIFY2(bare.isRunning(), qPrintable(bare.failure()));
    bare.createDatabase(u"civicq"_s);
    const QByteArray before = bare.dump(u"civicq"_s);
    const Ran ran =
        m_civicq.run({u"migrate"_s, u"--url"_s,
                      QString(url()).replace(QString::number(m_server->port()), QString::number(bare.port()))});
    verifyRefusal(ran, 1, "vector");
    QCOMPARE(bare.dump(u"civicq"_s), before);
}

void BadInputTest::noPgDump()
{
    CommandLine civicq;
    civicq.before = {helper(u"smalldisk"_s), u"16k"_s, u"/usr/lib/postgresql"_s}; // hides every version there
    civicq.environment.insert(u"PATH"_s, u"/nonexistent"_s);
    verifyRefusal(civicq.run({u"backup"_s, u"--url"_s, url(), u"--dir"_s, m_folder.path()}), 1, "pg_dump");
    QVERIFY(QDir(m_folder.path()).isEmpty());
}

void BadInputTest::oldPgDump()
{
    QTemporaryDir tools;
    for (const QString &name : {u"pg_dump"_s, u"psql"_s, u"pg_restore"_s}) {
        QFile tool(tools.filePath(name));
        QVERIFY(tool.open(QIODevice::WriteOnly));
        tool.write("#!/bin/sh\necho \"" + name.toUtf8() + " (PostgreSQL) 13.4\"\n");
        tool.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    CommandLine civicq;
    civicq.before = {helper(u"smalldisk"_s), u"16k"_s, u"/usr/lib/postgresql"_s};
    civicq.environment.insert(u"PATH"_s, tools.path() + u":/usr/bin:/bin"_s);
    const Ran ran = civicq.run({u"backup"_s, u"--url"_s, url(), u"--dir"_s, m_folder.path()});
    verifyRefusal(ran, 1, "13.4");
    QVERIFY2(ran.err.contains("17"), ran.all().constData());
    QVERIFY(QDir(m_folder.path()).isEmpty());
}

void BadInputTest::folderThatCannotBeWritten()
{
    const QString folder = m_folder.filePath(u"closed"_s);
    QVERIFY(QDir().mkpath(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
    verifyRefusal(m_civicq.run({u"backup"_s, u"--url"_s, url(), u"--dir"_s, folder}), 1, folder.toUtf8());
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(QDir(folder).isEmpty());
    QDir().rmdir(folder);
}

void BadInputTest::fullDisk()
{
    const QString folder = m_folder.filePath(u"small"_s);
    QVERIFY(QDir().mkpath(folder));
    CommandLine civicq;
    // The folder is listed by the same process that ran in it: the small disk is gone afterwards.
    civicq.before = {helper(u"smalldisk"_s),
                     u"64k"_s,
                     folder,
                     u"sh"_s,
                     u"-c"_s,
                     u"\"$@\"; status=$?; ls -A '%1' | sed 's/^/left: /' >&2; exit $status"_s.arg(folder),
                     u"sh"_s};
    const Ran ran = civicq.run({u"backup"_s, u"--url"_s, url(), u"--dir"_s, folder});
    verifyRefusal(ran, 1, "disk is full");
    QVERIFY2(!ran.err.contains("left: "), ran.all().constData());
    QDir().rmdir(folder);
}

void BadInputTest::truncatedBackup()
{
    const Ran made = m_civicq.run({u"backup"_s, u"--url"_s, url(), u"--dir"_s, m_folder.path(), u"--json"_s});
    QVERIFY2(made.status == 0, made.all().constData());
    QFile file(made.json().value("path"_L1).toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    for (const qsizetype kept : {qsizetype(0), qsizetype(5), whole.size() / 2, whole.size() - 4}) {
        const QString path = m_folder.filePath(u"short.sql.gz"_s);
        QFile cut(path);
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(whole.first(kept));
        cut.close();
        const Ran ran = m_civicq.run({u"restore"_s, path, u"--into"_s, u"restored"_s, u"--url"_s, url(), u"--yes"_s});
        verifyRefusal(ran, 1, "");
        const Ran verified = m_civicq.run({u"restore"_s, u"--verify"_s, path, u"--json"_s});
        QVERIFY2(verified.status == 1, verified.all().constData());
        QVERIFY2(!verified.json().value("valid"_L1).toBool(true), verified.all().constData());
    }
}

void BadInputTest::oddNamesWork()
{
    QTemporaryDir folder;
    const QString place = folder.filePath(oddName);
    m_server->createDatabase(oddName);
    const auto connection = m_server->connect(oddName);
    civicq::core::SilentTask task;
    const QString table = u"\"Élodie's \"\"été\"\"\""_s;
    QVERIFY(connection->script(
        task,
        (u"create table "_s + table + u"(\"a b\" text);insert into "_s + table + u" values ('ça va')"_s).toUtf8()));
    const Ran made = m_civicq.run({u"backup"_s, u"--url"_s, url(oddName), u"--dir"_s, place, u"--name"_s, oddName,
                                   u"--tables"_s, oddName, u"--json"_s});
    QVERIFY2(made.status == 0, made.all().constData());
    const QString target = oddName + u" 2"_s;
    const Ran restored = m_civicq.run({u"restore"_s, made.json().value("path"_L1).toString(), u"--into"_s, target,
                                       u"--url"_s, url(u"postgres"_s), u"--yes"_s, u"--json"_s});
    QVERIFY2(restored.status == 0, restored.all().constData());
    QCOMPARE(m_server->dump(target), m_server->dump(oddName));
}

} // namespace

QTEST_GUILESS_MAIN(BadInputTest)
#include "badinputtest.moc"

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process.h"
#include "postgres/clienttools.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::ProcessRequest;
using civicq::core::ProcessResult;
using civicq::core::Result;
using civicq::core::SilentTask;
using civicq::core::TaskContext;
using civicq::postgres::ClientTools;

namespace {

// Answers for programs by their path; every other one does not start.
class FakeProcesses final : public civicq::core::ProcessRunner
{
public:
    QMap<QString, QByteArray> answers;

    Result<ProcessResult> run(TaskContext &, const ProcessRequest &request) override
    {
        if (!answers.contains(request.program))
            return civicq::core::fail(ErrorCode::ToolMissing, u"cannot start"_s);
        ProcessResult result;
        result.output = answers.value(request.program);
        return result;
    }
};

class ClientToolsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void takesTheSameMajor();
    void elseTheOldestThatIsNewer();
    void newestWhereNoServerIsNamed();
    void readsVersions_data();
    void readsVersions();
    void refusesAnOlderOne();
    void saysWhatIsMissing();
    void skipsWhatDoesNotAnswer();
    void looksInTheChosenFolderFirst();
    void findsTheRealOnes();

private:
    // A program that says it is of that version, in a folder on PATH; its path.
    QString place(const QString &folder, const QByteArray &version, const QString &name = u"pg_dump"_s)
    {
        const QDir root(m_root->path());
        root.mkpath(folder);
#ifdef Q_OS_WIN
        const QString path = root.filePath(folder + u'/' + name + u".exe"_s);
#else
        const QString path = root.filePath(folder + u'/' + name);
#endif
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qFatal("cannot place a program");
        m_processes.answers.insert(path, name.toUtf8() + " (PostgreSQL) " + version + "\n");
        m_path.append(root.filePath(folder));
        qputenv("PATH", m_path.join(QDir::listSeparator()).toLocal8Bit());
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_root;
    FakeProcesses m_processes;
    QStringList m_path;
    QByteArray m_realPath = qgetenv("PATH");
    SilentTask m_task;
};

void ClientToolsTest::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    m_path.clear();
    m_processes.answers.clear();
    qputenv("PATH", "");
}

void ClientToolsTest::takesTheSameMajor()
{
    place(u"a"_s, "18.1");
    const QString wanted = place(u"b"_s, "16.4 (Debian 16.4-1)");
    place(u"c"_s, "17.2");
    const auto found = ClientTools(m_processes, {}).find(m_task, u"pg_dump"_s, 16);
    QCOMPARE(found->path, wanted);
    QCOMPARE(found->versionNumber, 160004);
}

void ClientToolsTest::elseTheOldestThatIsNewer()
{
    place(u"a"_s, "18.1");
    const QString wanted = place(u"b"_s, "17.2");
    place(u"c"_s, "15.9");
    QCOMPARE(ClientTools(m_processes, {}).find(m_task, u"pg_dump"_s, 16)->path, wanted);
}

void ClientToolsTest::newestWhereNoServerIsNamed()
{
    place(u"a"_s, "14.1");
    const QString wanted = place(u"b"_s, "17.2");
    place(u"c"_s, "17.1");
    QCOMPARE(ClientTools(m_processes, {}).find(m_task, u"pg_dump"_s, 0)->path, wanted);
}

void ClientToolsTest::readsVersions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("number");
    QTest::newRow("release") << QByteArray("17.11") << 170011;
    QTest::newRow("beta") << QByteArray("18beta1") << 180000;
    QTest::newRow("development") << QByteArray("19devel") << 190000;
    QTest::newRow("old numbering") << QByteArray("9.6.24") << 90624;
    QTest::newRow("packaged") << QByteArray("17.5 (Ubuntu 17.5-1.pgdg24.04+1)") << 170005;
}

void ClientToolsTest::readsVersions()
{
    QFETCH(QByteArray, text);
    QFETCH(int, number);
    place(u"a"_s, text);
    QCOMPARE(ClientTools(m_processes, {}).find(m_task, u"pg_dump"_s, 0)->versionNumber, number);
}

void ClientToolsTest::refusesAnOlderOne()
{
    place(u"a"_s, "13.1");
    place(u"b"_s, "15.7");
    const auto found = ClientTools(m_processes, {}).find(m_task, u"pg_dump"_s, 17);
    QCOMPARE(found.error().code, ErrorCode::ToolTooOld);
    QCOMPARE(found.error().arguments, (QStringList{u"pg_dump"_s, u"15.7"_s, u"17"_s}));
}

void ClientToolsTest::saysWhatIsMissing()
{
    const auto found = ClientTools(m_processes, m_root->path()).find(m_task, u"pg_dump"_s, 17);
    QCOMPARE(found.error().code, ErrorCode::ToolMissing);
    QCOMPARE(found.error().arguments, (QStringList{u"pg_dump"_s, u"17"_s}));
    QVERIFY(found.error().detail.contains(m_root->path()));
}

void ClientToolsTest::skipsWhatDoesNotAnswer()
{
    m_processes.answers.remove(place(u"a"_s, "17.9"));
    const QString odd = place(u"b"_s, "17.8");
    m_processes.answers[odd] = "something else altogether";
    const QString wanted = place(u"c"_s, "17.2");
    QCOMPARE(ClientTools(m_processes, {}).find(m_task, u"pg_dump"_s, 17)->path, wanted);
}

void ClientToolsTest::looksInTheChosenFolderFirst()
{
    place(u"a"_s, "17.2");
    const QString wanted = place(u"Élodie's \"été\""_s, "17.2");
    QCOMPARE(ClientTools(m_processes, QFileInfo(wanted).absolutePath()).find(m_task, u"pg_dump"_s, 17)->path, wanted);
    QCOMPARE(ClientTools(m_processes, QFileInfo(wanted).absolutePath()).folders().first(),
             QFileInfo(wanted).absolutePath());
}

void ClientToolsTest::findsTheRealOnes()
{
    qputenv("PATH", m_realPath);
    civicq::core::SystemProcessRunner processes;
    const ClientTools tools(processes, {});
    for (const QString &name : {u"pg_dump"_s, u"pg_restore"_s, u"psql"_s, u"initdb"_s}) {
        const auto found = tools.find(m_task, name, 0);
        QVERIFY2(found.has_value(), qPrintable(name));
        QVERIFY(found->major() >= 14);
    }
    QCOMPARE(tools.find(m_task, u"pg_dump"_s, 99).error().code, ErrorCode::ToolTooOld);
}

} // namespace

QTEST_GUILESS_MAIN(ClientToolsTest)
#include "clienttoolstest.moc"

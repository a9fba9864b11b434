// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the window of an unchanged civicq-admin goes without turning its event loop while it works on a database:
// with a server that answers, with every process of the server stopped by SIGSTOP, and with a line that swallows packets.
// Prints the longest stall of each in milliseconds; exit status 1 when one is not under --limit.
//
//   civicq-bench-stall [--limit MILLISECONDS]

#include "driver/driverclient.h"
#include "fixtures/commandline.h"
#include "fixtures/faultproxy.h"
#include "fixtures/testserver.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTextStream>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace civicq::tests;

namespace {

// The postmaster and all it has started: each of its children leads a process group of its own.
QList<qint64> serverProcesses(qint64 postmaster)
{
    QList<qint64> found{postmaster};
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile stat(u"/proc/"_s + entry + u"/stat"_s);
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        const QByteArrayList fields = line.sliced(line.lastIndexOf(')') + 1).simplified().split(' ');
        if (fields.value(1).toLongLong() == postmaster)
            found.append(entry.toLongLong());
    }
    return found;
}

void signalAll(const QList<qint64> &processes, int number)
{
    for (const qint64 process : processes)
        ::kill(static_cast<pid_t>(process), number);
}

class Measurement
{
public:
    bool prepare()
    {
        if (!m_server.isRunning())
            return complain(m_server.failure());
        m_server.createDatabase(u"civicq"_s);
        m_proxy = std::make_unique<FaultProxy>(m_server.port());
        QFile passwords(m_commands.home() + u"/pgpass"_s);
        if (!passwords.open(QIODevice::WriteOnly))
            return complain(passwords.errorString());
        passwords.write(QByteArray("127.0.0.1:*:*:postgres:") + TestServer::password + '\n');
        passwords.close();
        passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        m_commands.environment.insert(u"PGPASSFILE"_s, passwords.fileName());
        const QString url = u"postgresql://postgres@127.0.0.1:%1/civicq"_s.arg(m_proxy->port());
        for (const QStringList &words :
             {QStringList{u"migrate"_s}, QStringList{u"seed"_s, u"dev"_s},
              QStringList{u"profiles"_s, u"add"_s, u"Measured"_s, u"--password"_s, u"libpq"_s}}) {
            const Ran ran = m_commands.run(QStringList(words) << u"--url"_s << url);
            if (ran.status != 0)
                return complain(QString::fromUtf8(ran.all()));
        }
        m_window.setEnvironment(u"CIVICQ_HOME"_s, m_commands.home());
        m_window.setEnvironment(u"PGPASSFILE"_s, passwords.fileName());
        if (!m_window.start({u"--connection"_s, u"Measured"_s}))
            return complain(m_window.failure());
        return live() || complain(m_window.failure());
    }

    bool live() { return m_window.waitText(u"liveStatus"_s, u"Live"_s, 60'000); }

    // Every page once, as somebody does who looks for what is wrong.
    bool walk()
    {
        (void)m_window.longestStallMs(true);
        for (const QString &page : {u"migrations"_s, u"backups"_s, u"seeds"_s, u"connections"_s, u"overview"_s}) {
            if (!m_window.trigger(u"go_"_s + page) || !m_window.waitVisible(page))
                return false;
        }
        return true;
    }

    bool measure(const QString &name, double limit, bool waitForSilence)
    {
        if (!walk())
            return complain(m_window.failure());
        const bool seen =
            !waitForSilence
            || m_window.waitFor(
                u"liveStatus"_s,
                [](const QJsonObject &now) {
                    return !now.value("text"_L1).toString().contains("Live"_L1) || !now.value("visible"_L1).toBool();
                },
                u"to notice the silence"_s, 60'000);
        if (!seen)
            return complain(m_window.failure());
        const double stall = m_window.longestStallMs(true);
        QTextStream(stdout)
            << u"%1 longest stall %2 ms (bound %3 ms)\n"_s.arg(name, -34).arg(stall, 0, 'f', 1).arg(limit);
        return stall < limit;
    }

    void stopServer()
    {
        m_stopped = serverProcesses(m_server.postmasterPid());
        signalAll(m_stopped, SIGSTOP);
    }
    void continueServer() { signalAll(m_stopped, SIGCONT); }
    void swallow() { m_proxy->setMode(FaultProxy::Mode::Swallow); }

private:
    static bool complain(const QString &why)
    {
        QTextStream(stderr) << why << Qt::endl;
        return false;
    }

    TestServer m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    CommandLine m_commands;
    DriverClient m_window;
    QList<qint64> m_stopped;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const qsizetype place = words.indexOf(u"--limit"_s);
    const double limit = place < 0 ? 50.0 : words.value(place + 1).toDouble();
    if (qEnvironmentVariableIsEmpty("CIVICQ_TEST_BIN"))
        qputenv("CIVICQ_TEST_BIN", QCoreApplication::applicationDirPath().toLocal8Bit());
    Measurement measurement;
    if (!measurement.prepare())
        return 1;
    bool held = measurement.measure(u"server answers"_s, limit, false);
    measurement.stopServer();
    held = measurement.measure(u"server stopped by SIGSTOP"_s, limit, true) && held;
    measurement.continueServer();
    held = measurement.live() && held;
    measurement.swallow();
    held = measurement.measure(u"packets swallowed"_s, limit, true) && held;
    return held ? 0 : 1;
}

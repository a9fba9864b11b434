// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long each kind of work goes on after it has been asked to stop: the longest of some rounds in milliseconds, a line a
// kind; exit status 1 when one is not under --limit. A line marked with * is work that waits for somebody who does not
// answer, whose patience is what its header says; it is printed and not judged.
//
//   civicq-bench-cancel [--limit MILLISECONDS]

#include "backups/backup.h"
#include "backups/contents.h"
#include "backups/restore.h"
#include "connections/connectiontest.h"
#include "core/process.h"
#include "fixtures/faultproxy.h"
#include "fixtures/testserver.h"
#include "postgres/clienttools.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTextStream>

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace civicq;
using civicq::core::Result;
using std::chrono::milliseconds;

namespace {

constexpr int rounds = 5;
constexpr milliseconds firstDelay{40}; // into the work; a different one each round
constexpr milliseconds nextDelay{37};

// Asks to stop some time after the work has begun, or after it has come to a step; knows when that was.
class StoppingTask final : public core::TaskContext
{
public:
    explicit StoppingTask(milliseconds delay, const QString &step = {}) : m_delay(delay), m_step(step)
    {
        m_thread = std::thread([this] { wait(); });
        if (step.isEmpty())
            begin();
    }
    ~StoppingTask() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    [[nodiscard]] bool isCancelled() const override { return m_cancelled.load(std::memory_order_relaxed); }
    void report(const core::Progress &progress) override
    {
        if (m_steps.isEmpty() || m_steps.constLast() != progress.step)
            m_steps.append(progress.step);
        if (!m_step.isEmpty() && progress.step == m_step)
            begin();
    }
    void message(const QString &) override {}

    // Since it was asked to stop; none when the work was over before.
    [[nodiscard]] std::optional<double> sinceAsked() const
    {
        const std::lock_guard lock(m_mutex);
        if (!m_cancelled)
            return std::nullopt;
        return static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    }
    [[nodiscard]] const QStringList &steps() const { return m_steps; }

private:
    void begin()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_begun = true;
        }
        m_changed.notify_all();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_begun || m_over; });
        if (m_over || m_changed.wait_for(lock, m_delay, [this] { return m_over; }))
            return;
        m_clock.start();
        m_cancelled = true;
    }

    milliseconds m_delay;
    QString m_step;
    QStringList m_steps; // each once, as they came
    std::thread m_thread;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QElapsedTimer m_clock;
    std::atomic<bool> m_cancelled = false;
    bool m_begun = false;
    bool m_over = false;
};

using Work = std::function<bool(core::TaskContext &)>; // whether it was cancelled

bool wasCancelled(const auto &result)
{
    return !result && result.error().code == core::ErrorCode::Cancelled;
}

class Bench
{
public:
    explicit Bench(double limit) : m_limit(limit) {}

    void measure(const QString &name, const Work &work, const QString &step = {}, bool judged = true)
    {
        double longest = -1;
        for (int round = 0; round < rounds; ++round) {
            StoppingTask task(firstDelay + nextDelay * round, step);
            const bool cancelled = work(task);
            const auto taken = task.sinceAsked();
            if (!taken || !cancelled)
                continue; // over before
            longest = std::max(longest, *taken);
        }
        if (longest < 0) {
            if (step.isEmpty()) {
                m_out << name << ": never cancelled\n";
                m_held = false;
            }
            return;
        }
        m_out << u"%1 %2 ms%3\n"_s.arg(name, -54).arg(longest, 7, 'f', 1).arg(judged ? u""_s : u" *"_s);
        m_out.flush();
        m_held = m_held && (!judged || longest < m_limit);
    }

    // Once undisturbed, to learn its steps; then stopped in each of them.
    void measureSteps(const QString &name, const Work &work)
    {
        QStringList steps;
        {
            StoppingTask undisturbed(milliseconds(0), u"no step has this name"_s);
            (void)work(undisturbed);
            steps = undisturbed.steps();
        }
        steps.removeDuplicates();
        for (const QString &step : std::as_const(steps)) {
            if (!step.isEmpty())
                measure(name + u": "_s + step, work, step);
        }
    }
    [[nodiscard]] bool held() const { return m_held; }

private:
    double m_limit;
    bool m_held = true;
    QTextStream m_out{stdout};
};

void connecting(Bench &bench, const tests::TestServer &server)
{
    tests::FaultProxy proxy(server.port());
    proxy.setMode(tests::FaultProxy::Mode::Swallow);
    postgres::ConnectionParameters parameters = server.parameters();
    parameters.port = proxy.port();
    parameters.connectTimeoutSeconds = 60;
    bench.measure(u"connect, nobody answers"_s,
                  [&](core::TaskContext &task) { return wasCancelled(postgres::Connection::open(task, parameters)); });
    bench.measure(u"connection test, nobody answers"_s,
                  [&](core::TaskContext &task) { return wasCancelled(connections::testConnection(task, parameters)); });
}

void statements(Bench &bench, tests::TestServer &server)
{
    const auto session = server.connect();
    bench.measure(u"statement"_s, [&](core::TaskContext &task) {
        return wasCancelled(session->query(task, u"SELECT pg_sleep(600)"_s));
    });
    bench.measure(u"COPY out"_s, [&](core::TaskContext &task) {
        return wasCancelled(session->copyOut(task, u"COPY (SELECT generate_series(1, 1000000000)) TO STDOUT"_s,
                                             [](QByteArrayView) { return Result<>(); }));
    });
    core::SilentTask quiet;
    (void)session->script(quiet, "CREATE TEMPORARY TABLE filled (line text)");
    const QByteArray lines = QByteArray(QByteArray(99, 'x') + '\n').repeated(1000);
    bench.measure(u"COPY in"_s, [&](core::TaskContext &task) {
        return wasCancelled(
            session->copyIn(task, u"COPY filled FROM STDIN"_s, [&lines] { return Result<QByteArray>(lines); }));
    });
    tests::FaultProxy proxy(server.port());
    postgres::ConnectionParameters parameters = server.parameters();
    parameters.port = proxy.port();
    bench.measure(
        u"statement, the line swallows the request to stop"_s,
        [&](core::TaskContext &task) {
            core::SilentTask opening;
            proxy.setMode(tests::FaultProxy::Mode::Pass);
            const auto far = postgres::Connection::open(opening, parameters);
            proxy.setMode(tests::FaultProxy::Mode::Swallow);
            return far && wasCancelled((*far)->query(task, u"SELECT pg_sleep(600)"_s));
        },
        {}, false);
}

void programs(Bench &bench)
{
    core::SystemProcessRunner processes;
    core::ProcessRequest request;
    request.program = QCoreApplication::applicationFilePath();
    for (const QString &manner : {u"sleep"_s, u"talk"_s, u"deaf"_s}) {
        request.arguments = {u"--"_s + manner};
        bench.measure(
            manner == "sleep"_L1  ? u"program that is silent"_s
            : manner == "talk"_L1 ? u"program that never stops talking"_s
                                  : u"program that will not be asked"_s,
            [&](core::TaskContext &task) { return wasCancelled(processes.run(task, request)); }, {},
            manner != "deaf"_L1);
    }
}

void backupAndRestore(Bench &bench, tests::TestServer &server)
{
    core::SilentTask quiet;
    const postgres::ConnectionParameters parameters = server.createDatabase(u"filled"_s);
    const auto filled = server.connect(u"filled"_s)
                            ->script(quiet, "CREATE TABLE answers AS SELECT n AS id, md5(n::text) || repeat(md5((n * 7)"
                                            "::text), 6) AS body FROM generate_series(1, 900000) n;"
                                            "ALTER TABLE answers ADD PRIMARY KEY (id);"
                                            "CREATE INDEX answers_body ON answers (body)");
    if (!filled)
        qFatal("%s", qPrintable(filled.error().toString()));
    core::SystemProcessRunner processes;
    const postgres::ClientTools tools(processes, {});
    const backups::Toolbox toolbox{processes, tools};
    QTemporaryDir folder;
    QString path;
    backups::BackupRequest request;
    request.parameters = parameters;
    request.folder = folder.path();
    bench.measureSteps(u"backup"_s, [&](core::TaskContext &task) {
        const auto made = backups::backup(task, toolbox, request, nullptr);
        if (made)
            path = made->path;
        return wasCancelled(made);
    });
    bench.measure(u"read and check a backup"_s,
                  [&](core::TaskContext &task) { return wasCancelled(backups::verify(task, toolbox, path)); });
    int number = 0;
    bench.measureSteps(u"restore"_s, [&](core::TaskContext &task) {
        backups::RestoreRequest wanted;
        wanted.server = server.parameters();
        wanted.source = path;
        wanted.database = u"restored_%1"_s.arg(++number);
        const auto done = backups::restore(task, toolbox, wanted);
        if (done)
            (void)server.connect()->script(quiet, "DROP DATABASE " + wanted.database.toUtf8());
        return wasCancelled(done);
    });
}

// What a program does that is started by this one to be stopped.
[[noreturn]] void beProgram(const QString &manner)
{
#ifndef Q_OS_WIN
    if (manner == "--deaf"_L1)
        std::signal(SIGTERM, SIG_IGN);
#endif
    QTextStream out(stdout);
    while (true) {
        if (manner == "--talk"_L1)
            out << u"and another thing"_s << Qt::endl;
        else
            std::this_thread::sleep_for(std::chrono::seconds(1));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 2)
        beProgram(words.at(1));
    const double limit = words.size() == 3 && words.at(1) == "--limit"_L1 ? words.at(2).toDouble() : 100.0;
    tests::TestServer server;
    if (!server.isRunning())
        qFatal("%s", qPrintable(server.failure()));
    Bench bench(limit);
    connecting(bench, server);
    statements(bench, server);
    programs(bench);
    backupAndRestore(bench, server);
    return bench.held() ? 0 : 1;
}

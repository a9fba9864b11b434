// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A sandbox in a temporary folder, stopped and deleted with the object, and processes a test can look into.

#include "core/paths.h"
#include "postgres/connection.h"
#include "sandbox/sandbox.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <optional>

#ifndef Q_OS_WIN
#include <csignal>
#endif

namespace civicq::tests {

// As by the system for want of memory, or by a person at the end of their patience.
inline bool killHard(qint64 pid)
{
#ifdef Q_OS_WIN
    return QProcess::execute(QStringLiteral("taskkill"),
                             {QStringLiteral("/F"), QStringLiteral("/PID"), QString::number(pid)})
           == 0;
#else
    return ::kill(static_cast<pid_t>(pid), SIGKILL) == 0;
#endif
}

class WatchedProcesses final : public core::ProcessRunner
{
public:
    // Spares the disk: a test's sandbox need not outlive a power cut.
    bool withoutSync = true;
    std::function<void(const core::ProcessRequest &)> before;
    std::function<std::optional<core::ProcessResult>(const core::ProcessRequest &)> answer;

    core::Result<core::ProcessResult> run(core::TaskContext &context, const core::ProcessRequest &request) override
    {
        if (before)
            before(request);
        if (answer) {
            if (auto given = answer(request))
                return *given;
        }
        core::ProcessRequest changed = request;
        if (withoutSync && request.arguments.contains(QStringLiteral("--pwfile")))
            changed.arguments.append(QStringLiteral("--no-sync"));
        for (QString &argument : changed.arguments) {
            if (withoutSync && argument.startsWith(u"-p "))
                argument += QStringLiteral(" -F");
        }
        return m_system.run(context, changed);
    }

private:
    core::SystemProcessRunner m_system;
};

class SandboxFixture
{
public:
    explicit SandboxFixture(const QString &home = QStringLiteral("home"))
        : paths(core::Paths::below(m_folder.filePath(home))), tools(processes, QString()),
          sandbox(paths.sandbox(), tools, processes)
    {}
    ~SandboxFixture()
    {
        core::SilentTask unhurried;
        processes.before = nullptr;
        processes.answer = nullptr;
        (void)sandbox.stop(unhurried);
    }
    SandboxFixture(const SandboxFixture &) = delete;
    SandboxFixture &operator=(const SandboxFixture &) = delete;

    [[nodiscard]] QString folder() const { return paths.sandbox(); }
    // Null, with the reason printed, when it does not work.
    std::unique_ptr<postgres::Connection> startAndConnect()
    {
        const auto started = sandbox.start(task, sandbox::Lifetime::WithPrograms);
        if (!started) {
            qWarning("sandbox: %s", qPrintable(started.error().toString()));
            return nullptr;
        }
        auto opened = postgres::Connection::open(task, *started);
        if (!opened) {
            qWarning("connect: %s", qPrintable(opened.error().toString()));
            return nullptr;
        }
        return std::move(*opened);
    }
    [[nodiscard]] QString program(const QString &name)
    {
        const auto found = tools.find(task, QStringLiteral("initdb"), 0);
        return found ? QFileInfo(found->path).absolutePath() + u'/' + name : name;
    }
    // civicq-db on this sandbox.
    void runCli(QProcess &process, const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CIVICQ_HOME"), QFileInfo(paths.data).absolutePath());
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("CIVICQ_TEST_BIN") + QStringLiteral("/civicq-db"), arguments);
    }
    [[nodiscard]] QByteArray cliOutput(const QStringList &arguments) const
    {
        QProcess process;
        runCli(process, arguments);
        process.waitForFinished(120'000);
        return process.readAllStandardOutput().trimmed();
    }

private:
    QTemporaryDir m_folder;

public:
    core::Paths paths;
    core::SilentTask task;
    WatchedProcesses processes;
    postgres::ClientTools tools;
    sandbox::Sandbox sandbox;
};

} // namespace civicq::tests

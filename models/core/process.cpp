// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process.h"

#include "core/platform.h"

#include <QtCore/QProcess>
#include <QtCore/QProcessEnvironment>

#include <optional>

using namespace Qt::StringLiterals;

namespace civicq::core {

namespace {

constexpr int turnMilliseconds = 50; // cancel is seen within this time
constexpr int endMilliseconds = 2'000;
constexpr qsizetype keptErrorText = 64 * 1024;
constexpr qint64 inputAhead = 1024 * 1024; // how much may wait in QProcess' own buffer

// One run; keeps the loop's parts small.
class Run
{
public:
    Run(TaskContext &context, const ProcessRequest &request) : m_context(context), m_request(request) {}

    Result<ProcessResult> execute()
    {
        if (const auto started = start(); !started)
            return fail(started.error());
        while (m_process.state() != QProcess::NotRunning) {
            if (m_context.isCancelled()) {
                end();
                return TaskContext::cancelled();
            }
            if (const auto turned = turn(); !turned) {
                end();
                return fail(turned.error());
            }
        }
        if (const auto drained = drain(); !drained)
            return fail(drained.error());
        finishErrorLine();
        if (m_process.exitStatus() != QProcess::NormalExit)
            return crashed();
        m_result.exitCode = m_process.exitCode();
        return std::move(m_result);
    }

private:
    Result<> start()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &[name, value] : m_request.environment.asKeyValueRange()) {
            if (value.isEmpty())
                environment.remove(name);
            else
                environment.insert(name, value);
        }
        m_process.setProcessEnvironment(environment);
        if (!m_request.workingFolder.isEmpty())
            m_process.setWorkingDirectory(m_request.workingFolder);
        if (!m_request.input)
            m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.start(m_request.program, m_request.arguments);
        if (!m_process.waitForStarted(30'000)) {
            return fail(ErrorCode::ToolMissing, m_process.errorString(), {m_request.program});
        }
        return {};
    }

    Result<> turn()
    {
        if (m_request.input && !m_inputEnded && m_process.bytesToWrite() < inputAhead) {
            if (const auto fed = feed(); !fed)
                return fed;
        }
        if (m_request.input && m_process.bytesToWrite() > 0) {
            m_process.waitForBytesWritten(turnMilliseconds);
            // A program that reads as fast as it is fed would never be listened to.
            m_process.waitForReadyRead(0);
        } else {
            m_process.waitForReadyRead(turnMilliseconds);
        }
        return drain();
    }

    Result<> feed()
    {
        auto piece = m_request.input();
        if (!piece)
            return fail(piece.error());
        if (piece->isEmpty()) {
            m_inputEnded = true;
            m_process.closeWriteChannel();
        } else {
            m_process.write(*piece);
        }
        return {};
    }

    Result<> drain()
    {
        addErrorText(m_process.readAllStandardError());
        const QByteArray output = m_process.readAllStandardOutput();
        if (output.isEmpty())
            return {};
        if (m_request.output)
            return m_request.output(output);
        m_result.output += output;
        return {};
    }

    void addErrorText(const QByteArray &bytes)
    {
        if (bytes.isEmpty())
            return;
        m_errorBytes += bytes;
        qsizetype end = 0;
        while ((end = m_errorBytes.indexOf('\n')) >= 0) {
            takeErrorLine(m_errorBytes.first(end));
            m_errorBytes.remove(0, end + 1);
        }
    }

    void takeErrorLine(const QByteArray &bytes)
    {
        QString line = QString::fromUtf8(bytes);
        while (line.endsWith(u'\r'))
            line.chop(1);
        m_result.errorText += line + u'\n';
        if (m_result.errorText.size() > keptErrorText)
            m_result.errorText = m_result.errorText.last(keptErrorText);
        if (m_request.errorLine)
            m_request.errorLine(line);
    }

    void finishErrorLine()
    {
        if (!m_errorBytes.isEmpty())
            takeErrorLine(std::exchange(m_errorBytes, {}));
    }

    void end()
    {
        m_process.closeWriteChannel();
        if (programsCanBeAskedToEnd()) {
            m_process.terminate();
            if (m_process.waitForFinished(endMilliseconds))
                return;
        }
        m_process.kill();
        m_process.waitForFinished(endMilliseconds);
    }

    Result<ProcessResult> crashed()
    {
        Error error;
        error.code = ErrorCode::ProcessFailed;
        error.message = u"%1 ended abnormally"_s.arg(m_request.program);
        error.detail = m_result.errorText;
        error.arguments = {m_request.program};
        return fail(std::move(error));
    }

    TaskContext &m_context;
    const ProcessRequest &m_request;
    QProcess m_process;
    ProcessResult m_result;
    QByteArray m_errorBytes;
    bool m_inputEnded = false;
};

} // namespace

Result<ProcessResult> SystemProcessRunner::run(TaskContext &context, const ProcessRequest &request)
{
    return Run(context, request).execute();
}

} // namespace civicq::core

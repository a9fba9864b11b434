// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An external program, run to its end on the calling (worker) thread: pg_dump, pg_restore, initdb, alembic. Arguments are
// a list, never a shell line; secrets go by environment or file, never by argument. Behind an interface so that unit
// tests can answer for the program. Cancelling ends the program (gently, after 2 s firmly) and returns Cancelled.

#include "core/task.h"

#include <QtCore/QByteArray>
#include <QtCore/QMap>
#include <QtCore/QStringList>

#include <functional>

namespace civicq::core {

struct ProcessRequest
{
    QString program;
    QStringList arguments;
    QMap<QString, QString> environment; // added to this process' own; an empty value unsets
    QString workingFolder;
    // Fed to standard input piece by piece; an empty piece ends it. None: standard input is empty.
    std::function<Result<QByteArray>()> input;
    // Called with standard output as it comes; an error ends the program and is returned. None: output is collected.
    std::function<Result<>(QByteArrayView)> output;
    // Called with each line of standard error as it comes.
    std::function<void(const QString &)> errorLine;
};

struct ProcessResult
{
    int exitCode = 0;
    QByteArray output; // when no `output` was given
    QString errorText; // the last 64 KiB of standard error
};

class ProcessRunner
{
public:
    virtual ~ProcessRunner() = default;
    // An exit code other than 0 is a result, not an error: its meaning is the caller's to say.
    [[nodiscard]] virtual Result<ProcessResult> run(TaskContext &context, const ProcessRequest &request) = 0;
};

// The real one, on QProcess.
class SystemProcessRunner final : public ProcessRunner
{
public:
    [[nodiscard]] Result<ProcessResult> run(TaskContext &context, const ProcessRequest &request) override;
};

} // namespace civicq::core

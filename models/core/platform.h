// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The few things Qt does not do on every system alike; one implementation a system (platform_posix.cpp,
// platform_windows.cpp). Any thread.

#include "core/result.h"

#include <QtCore/QFile>
#include <QtCore/QString>

#include <functional>

namespace civicq::core {

// Forces a file's content to the disk, so that a rename after it cannot outlive it in a power cut.
[[nodiscard]] Result<> syncFile(QFile &file);
// The same for the name of a file in its folder (nothing to do on Windows).
[[nodiscard]] Result<> syncFolder(const QString &folder);
// Says that the file will be read in order, so that the system reads further ahead of it. A hint: nothing depends on it.
void expectInOrder(const QFile &file);
// Renames within one folder, replacing an existing target in one step.
[[nodiscard]] Result<> replaceFile(const QString &from, const QString &to);
// A whole file, in as few calls of the system as it takes: for reading thousands of small ones. Error arguments: path.
[[nodiscard]] Result<QByteArray> readFile(const QString &path);
// Whether the process runs as an account PostgreSQL refuses to run under (root; an elevated administrator is fine:
// pg_ctl drops the rights itself on Windows).
[[nodiscard]] bool runsAsSuperuser();
[[nodiscard]] bool processIsAlive(qint64 pid);
// Whether QProcess::terminate() reaches a program of the console: on Windows it only asks windows.
[[nodiscard]] bool programsCanBeAskedToEnd();
// Gives who is at the other end of a connection a moment to write more than one small piece, where the system has moments
// that short (Windows does not): each waking costs more than the reading.
void waitForMore();
// Calls `handler` once, on a thread of its own, at Ctrl-C, SIGTERM or the console's closing.
void onInterrupt(std::function<void()> handler);
// Whether standard error is a terminal, and its width in columns (80 where unknown).
[[nodiscard]] bool standardErrorIsTerminal();
[[nodiscard]] int terminalWidth();
// Reads one line from the terminal without echoing it. Error NotFound where there is no terminal.
[[nodiscard]] Result<QString> readPassword(const QString &prompt);
// The error of the system call (or of the QFile operation) that has just failed on this thread, with its code:
// NoSpace, PermissionDenied, NotFound, AlreadyExists, or Io. arguments: path.
[[nodiscard]] Error lastFileError(const QString &path);
// What the operating system says of its last error number, for messages.
[[nodiscard]] QString systemMessage(int errorNumber);

} // namespace civicq::core

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the schedulers share: running a tool, writing its file. Private to models/scheduler. Worker threads.

#include "core/process.h"

namespace civicq::scheduler {

// Standard output; an exit code other than 0 is an Error ProcessFailed with what the tool said (PermissionDenied where it
// says that access is denied).
[[nodiscard]] core::Result<QByteArray> runTool(core::TaskContext &context, core::ProcessRunner &processes,
                                               const QString &program, const QStringList &arguments,
                                               const QByteArray &input = {});
// The same, for asking: only whether it ended well.
[[nodiscard]] bool succeeds(core::TaskContext &context, core::ProcessRunner &processes, const QString &program,
                            const QStringList &arguments);
// In one step, with its folder.
[[nodiscard]] core::Result<> writeWhole(const QString &path, const QByteArray &content);
// Removes a file that may not be there.
[[nodiscard]] core::Result<> removeFile(const QString &path);
// On one line, without control characters.
[[nodiscard]] QString oneLine(QString text);

} // namespace civicq::scheduler

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two programs, or two threads of one, at the same sandbox. Private to models/sandbox. Both kinds of lock are files that
// name their holder's process and count for nothing once that process has died.

#include "core/task.h"

#include <QtCore/QLockFile>

#include <memory>

namespace civicq::sandbox {

// Held for as long as something is made, started, stopped or copied. Waits for its turn, at most two minutes; Error Busy
// then names the holder.
class OperationLock
{
public:
    [[nodiscard]] static core::Result<OperationLock> take(core::TaskContext &context, const QString &path);

private:
    explicit OperationLock(std::unique_ptr<QLockFile> file) : m_file(std::move(file)) {}
    std::unique_ptr<QLockFile> m_file;
};

// Says "this program uses the server" for as long as it lives.
class UseMark
{
public:
    explicit UseMark(const QString &folder);
    // Whether a live program other than this mark's has one in that folder.
    [[nodiscard]] static bool othersIn(const QString &folder, const UseMark *except);

private:
    QString m_path;
    QLockFile m_file;
};

} // namespace civicq::sandbox

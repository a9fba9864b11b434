// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lockfile.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QThread>

namespace civicq::core {

namespace {

using namespace std::chrono_literals;

// A process writes its name into a lock right after it has made it. One that was killed between the two left an empty file,
// which names nobody who could be asked for.
constexpr std::chrono::milliseconds namePatience = 250ms;
constexpr std::chrono::milliseconds nameTurn = 5ms;

bool isNameless(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && info.size() == 0;
}

} // namespace

std::unique_ptr<QLockFile> lockFile(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0);
    return lock;
}

std::unique_ptr<QLockFile> takeOverLock(const QString &path)
{
    auto lock = lockFile(path);
    if (lock->tryLock(0))
        return lock;
    const QDeadlineTimer deadline(namePatience);
    while (isNameless(path) && !deadline.hasExpired())
        QThread::sleep(nameTurn);
    if (!isNameless(path) || !QFile::remove(path) || !lock->tryLock(0))
        return nullptr;
    return lock;
}

} // namespace civicq::core

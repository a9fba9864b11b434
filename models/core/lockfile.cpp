// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lockfile.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QThread>

using namespace Qt::StringLiterals;

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

bool takeLock(QLockFile &lock, std::chrono::milliseconds patience)
{
    const QDeadlineTimer end(patience);
    if (lock.tryLock(0ms))
        return true;
    const QString path = lock.fileName();
    const QDeadlineTimer deadline(namePatience);
    while (isNameless(path) && !deadline.hasExpired())
        QThread::sleep(nameTurn);
    if (isNameless(path))
        QFile::remove(path);
    return lock.tryLock(std::chrono::milliseconds(end.remainingTime()));
}

std::unique_ptr<QLockFile> takeOverLock(const QString &path)
{
    auto lock = lockFile(path);
    return takeLock(*lock, 0ms) ? std::move(lock) : nullptr;
}

void removeDeadTakeovers(const QString &folder, const QString &pattern)
{
    const QDir dir(folder);
    for (const QString &name : dir.entryList({pattern + u".rmlock*"_s}, QDir::Files | QDir::Hidden))
        (void)takeOverLock(dir.filePath(name)); // it goes with the object
}

} // namespace civicq::core

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxlock.h"

#include "core/lockfile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QUuid>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::sandbox {

namespace {

constexpr std::chrono::milliseconds askAgain(50);
constexpr qint64 longestWait = 120'000;

} // namespace

Result<OperationLock> OperationLock::take(core::TaskContext &context, const QString &path)
{
    auto file = core::lockFile(path); // never stale by age: a first start may take long
    QElapsedTimer clock;
    clock.start();
    while (!core::takeLock(*file, askAgain)) {
        if (file->error() == QLockFile::PermissionError)
            return core::fail(ErrorCode::PermissionDenied, u"the lock file cannot be written"_s,
                              {QDir::toNativeSeparators(QFileInfo(path).absolutePath())});
        if (file->error() == QLockFile::UnknownError)
            return core::fail(ErrorCode::NoSpace, u"the lock file cannot be written"_s,
                              {QDir::toNativeSeparators(QFileInfo(path).absolutePath())});
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        if (clock.elapsed() > longestWait) {
            qint64 pid = 0;
            QString host;
            QString program;
            file->getLockInfo(&pid, &host, &program);
            return core::fail(ErrorCode::Busy,
                              u"%1 (process %2) is working on the sandbox; wait until it is done"_s.arg(
                                  program, QString::number(pid)),
                              {path});
        }
    }
    return OperationLock(std::move(file));
}

UseMark::UseMark(const QString &folder)
    : m_path(folder + u'/' + QString::number(QCoreApplication::applicationPid()) + u'-'
             + QUuid::createUuid().toString(QUuid::Id128).first(8)),
      m_file(m_path)
{
    m_file.setStaleLockTime(0);
    // Should it not succeed (a full disk), the worst is that another program stops the server too early.
    (void)m_file.tryLock(0);
}

bool UseMark::othersIn(const QString &folder, const UseMark *except)
{
    const QStringList names = QDir(folder).entryList(QDir::Files);
    for (const QString &name : names) {
        const QString path = folder + u'/' + name;
        if (except && path == except->m_path)
            continue;
        if (!core::takeOverLock(path))
            return true; // else its process had died, and it goes with the lock
    }
    return false;
}

} // namespace civicq::sandbox

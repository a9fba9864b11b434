// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scratchfolder.h"

#include "core/lockfile.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>

using namespace Qt::StringLiterals;

namespace civicq::core {

namespace {

constexpr auto scratchPattern = "civicq-scratch-????????????????";

} // namespace

ScratchFolder::ScratchFolder()
    : m_path(QDir::tempPath()
             + u"/civicq-scratch-%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0'))),
      m_lock(lockFile(m_path + u".lock"_s))
{
    // The lock comes first: a folder without one is a crashed run's.
    m_made = m_lock->tryLock(0) && QDir().mkdir(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (m_made)
        removeLeftovers();
}

ScratchFolder::~ScratchFolder()
{
    if (m_made)
        QDir(m_path).removeRecursively();
    // The lock removes its own file.
}

// The temporary folder may be everybody's: only what belongs to whom this folder belongs to is touched, and no link.
void ScratchFolder::removeLeftovers() const
{
    const QDir temporary(QDir::tempPath());
    const QString pattern = QString::fromLatin1(scratchPattern);
    const uint owner = QFileInfo(m_path).ownerId();
    const QFileInfoList found = temporary.entryInfoList({pattern, pattern + u".lock"_s},
                                                        QDir::Dirs | QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo &entry : found) {
        const QString folder = entry.isDir() ? entry.filePath() : entry.filePath().chopped(5);
        if (entry.ownerId() != owner || folder == m_path)
            continue;
        const auto lock = takeOverLock(folder + u".lock"_s);
        if (lock && entry.isDir()) // a lock that was taken over goes with its folder
            QDir(folder).removeRecursively();
    }
    removeDeadTakeovers(temporary.path(), pattern + u".lock"_s);
}

} // namespace civicq::core

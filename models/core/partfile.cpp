// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partfile.h"

#include "core/lockfile.h"
#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace civicq::core {

namespace {

constexpr auto partPattern = ".civicq-????????????????.part";
constexpr int mostNames = 10'000;

QString lockPath(const QString &part)
{
    return part + u".lock"_s;
}

Result<> makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    // QDir says only that it failed: ask for the reason with a plain mkdir of the first missing part.
    if (QDir().mkpath(folder))
        return {};
    const Error reason = lastFileError(folder);
    return fail(QFileInfo::exists(folder) ? ErrorCode::InvalidArgument : reason.code,
                QFileInfo::exists(folder) ? u"%1 is not a folder"_s.arg(folder)
                                          : u"the folder %1 could not be made: %2"_s.arg(folder, reason.message),
                {folder, u"no-folder"_s});
}

} // namespace

QString numberedPath(const QString &path, int number)
{
    static const QStringList outer{u"gz"_s, u"zst"_s, u"xz"_s, u"gpg"_s};
    const QFileInfo info(path);
    QString name = info.fileName();
    QString suffixes;
    for (bool more = true; more;) { // backup.sql.gz.gpg has two around its own
        const qsizetype dot = name.lastIndexOf(u'.');
        if (dot <= 0)
            break;
        more = outer.contains(name.mid(dot + 1));
        suffixes.prepend(name.mid(dot));
        name.truncate(dot);
    }
    return info.path() + u'/' + name + u'_' + QString::number(number) + suffixes;
}

Result<PartFile> PartFile::begin(const QString &finalPath)
{
    const QFileInfo info(finalPath);
    if (info.fileName().isEmpty())
        return fail(ErrorCode::InvalidArgument, u"no file name was given"_s, {finalPath});
    const QString folder = info.absolutePath();
    if (const auto made = makeFolder(folder); !made)
        return fail(made.error());
    PartFile part;
    part.m_finalPath = info.absoluteFilePath();
    const QString token = u"%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0'));
    const QString path = folder + u"/.civicq-"_s + token + u".part"_s;
    part.m_lock = lockFile(lockPath(path));
    part.m_file = std::make_unique<QFile>(path);
    // The lock comes first: a part without one is a crashed run's.
    if (!part.m_lock->tryLock(0)) {
        part.m_lock.reset();
        // QLockFile tells permission from the rest; a file of our own asks the system for its words.
        if (part.m_file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
            part.m_file->remove();
            return fail(ErrorCode::Io, u"the folder %1 does not take lock files"_s.arg(folder), {folder});
        }
        Error error = lastFileError(folder);
        part.m_file.reset();
        return fail(std::move(error));
    }
    if (!part.m_file->open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered)) {
        Error error = lastFileError(folder);
        part.m_file.reset();
        return fail(std::move(error));
    }
    // What is in a database is not for every account of this computer.
    part.m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return part;
}

PartFile::~PartFile()
{
    if (m_file)
        m_file->remove();
    // The lock removes its own file.
}

std::unexpected<Error> PartFile::failure() const
{
    return fail(lastFileError(m_finalPath));
}

Result<> PartFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = m_file->write(bytes.data(), bytes.size());
        if (written <= 0)
            return failure();
        m_size += written;
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<> PartFile::sync()
{
    auto synced = syncFile(*m_file);
    if (!synced)
        synced.error().arguments = {m_finalPath};
    return synced;
}

Result<QString> PartFile::finish(Existing existing)
{
    if (const auto synced = sync(); !synced)
        return fail(synced.error());
    const QString from = path();
    m_file->close();
    QString to = m_finalPath;
    if (existing == Existing::Replace) {
        if (const auto replaced = replaceFile(from, to); !replaced)
            return fail(replaced.error());
    } else {
        // QFile::rename refuses an existing target in one step with the renaming.
        for (int number = 2; !QFile::rename(from, to); ++number) {
            Error error = lastFileError(to);
            if (!QFileInfo::exists(to))
                return fail(std::move(error));
            if (existing == Existing::Refuse || number > mostNames)
                return fail(ErrorCode::AlreadyExists, u"%1 exists already"_s.arg(to), {to});
            to = numberedPath(m_finalPath, number);
        }
        if (const auto synced = syncFolder(QFileInfo(to).absolutePath()); !synced)
            return fail(synced.error());
    }
    m_file.reset();
    m_lock.reset();
    return to;
}

int PartFile::removeLeftovers(const QString &folder)
{
    int removed = 0;
    const QDir dir(folder);
    const QString pattern = QString::fromLatin1(partPattern);
    const QStringList names = dir.entryList({pattern, pattern + u".lock"_s}, QDir::Files | QDir::Hidden);
    for (QString name : names) {
        const bool lockOnly = name.endsWith(".lock"_L1);
        if (lockOnly)
            name.chop(5);
        const QString part = dir.filePath(name);
        if (!QFileInfo::exists(dir.filePath(lockOnly ? lockPath(name) : name)) || (lockOnly && QFileInfo::exists(part)))
            continue; // a lock goes with its part
        const auto lock = takeOverLock(lockPath(part));
        if (!lock)
            continue; // somebody writes it
        if (QFile::exists(part) ? QFile::remove(part) : lockOnly)
            ++removed;
    }
    removeDeadTakeovers(folder, lockPath(pattern));
    return removed;
}

} // namespace civicq::core

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupfolder.h"

#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

bool isNewer(const BackupEntry &a, const BackupEntry &b)
{
    if (a.header.made != b.header.made)
        return a.header.made > b.header.made;
    // Two within a second: the second one got the longer name.
    const QFileInfo first(a.path);
    const QFileInfo second(b.path);
    if (first.lastModified() != second.lastModified())
        return first.lastModified() > second.lastModified();
    return a.path > b.path;
}

} // namespace

Result<QList<BackupEntry>> listBackups(core::TaskContext &context, const QString &folder,
                                       const BackupCatalogue &catalogue)
{
    const QDir dir(folder);
    if (!dir.exists())
        return core::fail(ErrorCode::NotFound, u"there is no folder %1"_s.arg(folder), {folder});
    if (!QFileInfo(folder).isReadable())
        return core::fail(ErrorCode::PermissionDenied, u"the folder %1 may not be read"_s.arg(folder), {folder});
    QList<BackupEntry> entries;
    for (const QFileInfo &info :
         dir.entryInfoList({u"*.sql"_s, u"*.sql.gz"_s, u"*.cqbackup"_s}, QDir::Files | QDir::NoSymLinks)) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        auto header = BackupHeader::ofFile(info.absoluteFilePath());
        if (header)
            entries.append(
                {info.absoluteFilePath(), std::move(*header), info.size(), catalogue.find(info.absoluteFilePath())});
    }
    std::ranges::sort(entries, isNewer);
    return entries;
}

Result<Verification> check(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                           BackupCatalogue &catalogue)
{
    auto read = verify(context, toolbox, path);
    if (!read)
        return read;
    KnownBackup known{read->sha256, read->contents.rows, read->contents.tables.size(), read->valid(),
                      QDateTime::currentDateTimeUtc()};
    known.format = contentKindName(read->contents.kind);
    if (const auto &header = read->contents.header) {
        known.database = header->database;
        known.system = header->system;
        known.part = header->part;
        known.chosen = header->tables;
        known.made = header->made;
    }
    if (const auto recorded = catalogue.record(path, known); !recorded)
        context.message(recorded.error().message);
    return read;
}

Result<> removeBackup(const QString &path, BackupCatalogue &catalogue)
{
    if (!BackupHeader::ofFile(path))
        return core::fail(ErrorCode::InvalidArgument, u"%1 was not made by this program and is left alone"_s.arg(path),
                          {path});
    if (!QFile::remove(path))
        return core::fail(core::lastFileError(path));
    catalogue.forget(path);
    return {};
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupfolder.h"

#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

// Backups that can stand in for each other.
QString groupOf(const BackupHeader &header)
{
    return header.database + u'\n' + partName(header.part) + u'\n' + (header.tables.isEmpty() ? u"all"_s : u"chosen"_s);
}

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

Result<bool> isWhole(core::TaskContext &context, const Toolbox &toolbox, const BackupEntry &entry,
                     BackupCatalogue &catalogue)
{
    if (entry.known)
        return entry.known->valid;
    const auto read = check(context, toolbox, entry.path, catalogue);
    return read ? Result<bool>(read->valid()) : core::fail(read.error());
}

Result<> cleanGroup(core::TaskContext &context, const Toolbox &toolbox, const QList<BackupEntry> &newestFirst, int keep,
                    BackupCatalogue &catalogue, CleanupReport &report)
{
    int kept = 0;
    for (const BackupEntry &entry : newestFirst) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        if (kept < keep) {
            const auto whole = isWhole(context, toolbox, entry, catalogue);
            if (!whole)
                return core::fail(whole.error());
            kept += *whole ? 1 : 0;
            (*whole ? report.kept : report.damaged).append(entry.path);
            continue;
        }
        if (const auto gone = removeBackup(entry.path, catalogue); !gone)
            return gone;
        report.removed.append(entry.path);
        report.bytesFreed += entry.bytes;
    }
    return {};
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
    for (const QFileInfo &info : dir.entryInfoList({u"*.sql"_s, u"*.sql.gz"_s}, QDir::Files | QDir::NoSymLinks)) {
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
    const KnownBackup known{read->sha256, read->contents.rows, read->contents.tables.size(), read->valid(),
                            QDateTime::currentDateTimeUtc()};
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

Result<CleanupReport> cleanup(core::TaskContext &context, const Toolbox &toolbox, const QString &folder,
                              const QString &database, int keep, BackupCatalogue &catalogue)
{
    if (keep < 1)
        return core::fail(ErrorCode::InvalidArgument, u"at least 1 backup must be kept"_s);
    const auto entries = listBackups(context, folder, catalogue);
    if (!entries)
        return core::fail(entries.error());
    std::map<QString, QList<BackupEntry>> groups;
    for (const BackupEntry &entry : *entries) {
        if (database.isEmpty() || entry.header.database == database)
            groups[groupOf(entry.header)].append(entry);
    }
    CleanupReport report;
    for (const auto &[name, group] : groups) {
        if (const auto cleaned = cleanGroup(context, toolbox, group, keep, catalogue, report); !cleaned)
            return core::fail(cleaned.error());
    }
    return report;
}

} // namespace civicq::backups

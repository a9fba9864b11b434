// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/secondplace.h"

#include "core/partfile.h"
#include "core/platform.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::PartFile;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr auto markName = ".civicq-second-place";
constexpr auto mark = "CivicQ Admin keeps copies of backups here. Without this file it takes the disk for absent.\n";
constexpr qint64 piece = 1024 * 1024;

QString markPath(const QString &folder)
{
    return folder + u'/' + QString::fromLatin1(markName);
}

// Reads a file to its end, piece by piece, and returns its hash.
Result<QByteArray> readThrough(core::TaskContext &context, const QString &path, core::Progress &progress,
                               const std::function<Result<>(QByteArrayView)> &take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return core::fail(core::lastFileError(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer(piece, Qt::Uninitialized);
    for (;;) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0)
            return core::fail(core::lastFileError(path));
        if (got == 0)
            return hash.result().toHex();
        const QByteArrayView bytes(buffer.constData(), got);
        hash.addData(bytes);
        if (const auto taken = take(bytes); !taken)
            return core::fail(taken.error());
        progress.done += got;
        context.report(progress);
    }
}

Result<QString> copyVerified(core::TaskContext &context, const QString &from, const QByteArray &sha256,
                             const QString &toFolder)
{
    const QFileInfo source(from);
    core::Progress progress{u"Copying to the second place"_s, source.fileName(), 0, 2 * source.size(),
                            core::Unit::Bytes};
    auto part = PartFile::begin(toFolder + u'/' + source.fileName());
    if (!part)
        return core::fail(part.error());
    const auto read =
        readThrough(context, from, progress, [&part](QByteArrayView bytes) { return part->write(bytes); });
    if (!read)
        return core::fail(read.error());
    if (*read != sha256)
        return core::fail(ErrorCode::Corrupt, u"%1 is no longer what it was when it was checked"_s.arg(from), {from});
    if (const auto synced = part->sync(); !synced)
        return core::fail(synced.error());
    const auto back = readThrough(context, part->path(), progress, [](QByteArrayView) { return Result<>(); });
    if (!back)
        return core::fail(back.error());
    if (*back != sha256)
        return core::fail(ErrorCode::Corrupt, u"the disk gave back other bytes than were written"_s, {toFolder});
    return part->finish(PartFile::Existing::NextName);
}

// Where the same content lies; empty: nowhere there.
QString sameThere(const KnownBackup &known, const QList<BackupEntry> &there)
{
    const auto same = std::ranges::find_if(there, [&known](const BackupEntry &entry) {
        return entry.known && entry.known->valid && entry.known->sha256 == known.sha256;
    });
    return same == there.end() ? QString() : same->path;
}

Result<QString> copyEntered(core::TaskContext &context, const QString &backup, const KnownBackup &known,
                            const QString &secondPlace, BackupCatalogue &catalogue)
{
    const auto copy = copyVerified(context, backup, known.sha256, secondPlace);
    if (!copy)
        return copy;
    KnownBackup entered = known;
    entered.checked = QDateTime::currentDateTimeUtc();
    if (const auto recorded = catalogue.record(*copy, entered); !recorded)
        return core::fail(recorded.error());
    return copy;
}

} // namespace

Result<> prepareSecondPlace(const QString &folder)
{
    const QFileInfo info(folder);
    if (folder.isEmpty() || !info.isAbsolute())
        return core::fail(ErrorCode::InvalidArgument, u"the second place must be named by its whole path"_s, {folder});
    if (!info.exists() && !QFileInfo(info.path()).isDir())
        return core::fail(ErrorCode::NotFound, u"there is no folder %1"_s.arg(info.path()), {info.path()});
    if (!QDir().mkpath(folder))
        return core::fail(core::lastFileError(folder));
    QFile file(markPath(folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(mark) < 0 || !file.flush())
        return core::fail(core::lastFileError(file.fileName()));
    return core::syncFile(file);
}

Result<> checkSecondPlace(const QString &folder)
{
    if (QFileInfo::exists(markPath(folder)))
        return {};
    return core::fail(
        ErrorCode::NotFound,
        QFileInfo(folder).isDir()
            ? u"the second place %1 is not there: the folder is, but not the disk that belongs in it"_s.arg(folder)
            : u"the second place %1 is not there"_s.arg(folder),
        {folder});
}

bool isOnSameDisk(const QString &first, const QString &second)
{
    const auto deviceOf = [](QString folder) {
        while (!QFileInfo::exists(folder) && !QDir(folder).isRoot())
            folder = QFileInfo(folder).absolutePath();
        return QStorageInfo(folder).device();
    };
    return deviceOf(first) == deviceOf(second);
}

Result<QString> copyToSecondPlace(core::TaskContext &context, const QString &backup, const QString &secondPlace,
                                  BackupCatalogue &catalogue)
{
    if (const auto there = checkSecondPlace(secondPlace); !there)
        return core::fail(there.error());
    PartFile::removeLeftovers(secondPlace);
    const auto known = catalogue.find(backup);
    if (!known || !known->valid)
        return core::fail(ErrorCode::InvalidArgument, u"%1 has not been read to its end"_s.arg(backup), {backup});
    const auto there = listBackups(context, secondPlace, catalogue);
    if (!there)
        return core::fail(there.error());
    const QString same = sameThere(*known, *there);
    return same.isEmpty() ? copyEntered(context, backup, *known, secondPlace, catalogue) : Result<QString>(same);
}

Result<SecondPlaceReport> fillSecondPlace(core::TaskContext &context, const Toolbox &toolbox, const QString &folder,
                                          const QString &secondPlace, const QString &database,
                                          const RetentionPolicy &policy, BackupCatalogue &catalogue)
{
    if (const auto there = checkSecondPlace(secondPlace); !there)
        return core::fail(there.error());
    PartFile::removeLeftovers(secondPlace);
    const auto here = listBackups(context, folder, catalogue);
    if (!here)
        return core::fail(here.error());
    const auto there = listBackups(context, secondPlace, catalogue);
    if (!there)
        return core::fail(there.error());
    QList<RetentionCandidate> candidates;
    for (const BackupEntry &entry : *here) {
        if (entry.header.database == database && entry.known && entry.known->valid)
            candidates.append(candidateOf(entry));
    }
    SecondPlaceReport report;
    for (const RetentionDecision &decision : planRetention(candidates, policy).decisions) {
        const auto known = catalogue.find(decision.candidate.path);
        if (decision.goes() || !known || !sameThere(*known, *there).isEmpty())
            continue;
        const auto copy = copyEntered(context, decision.candidate.path, *known, secondPlace, catalogue);
        if (!copy)
            return core::fail(copy.error());
        report.copied.append(*copy);
        report.bytes += known->bytes;
    }
    if (!policy.keepsEverything()) {
        auto cleaned = cleanup(context, toolbox, secondPlace, database, policy, catalogue);
        if (!cleaned)
            return core::fail(cleaned.error());
        report.removed = std::move(*cleaned);
    }
    return report;
}

} // namespace civicq::backups

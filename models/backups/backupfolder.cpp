// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupfolder.h"

#include "archive/archivefile.h"
#include "archive/fingerprint.h"
#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <future>
#include <utility>

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

BackupHeader headerOf(const KnownBackup &known)
{
    BackupHeader header;
    header.database = known.database;
    header.system = known.system;
    header.part = known.part;
    header.tables = known.chosen;
    header.made = known.made;
    return header;
}

// When the name says it (civicq_backup_YYYYMMDD_HHMMSS, by the clock of the computer that made it), else by the file.
QDateTime madeOf(const QFileInfo &file)
{
    static const QRegularExpression stamp(u"_(\\d{8}_\\d{6})"_s);
    const QDateTime named =
        QDateTime::fromString(stamp.match(file.fileName()).captured(1), u"yyyyMMdd_HHmmss"_s).toUTC();
    return named.isValid() ? named : file.lastModified().toUTC();
}

std::optional<BackupEntry> entryOf(const QFileInfo &file, const BackupCatalogue &catalogue)
{
    const QString path = file.absoluteFilePath();
    BackupEntry entry{path, {}, file.size(), catalogue.find(path), isEncryptedFile(path)};
    if (!entry.encrypted) {
        auto header = BackupHeader::ofFile(path);
        if (header) {
            entry.header = std::move(*header);
            return entry;
        }
        if (!archive::ArchivePlan::isOne(path))
            return std::nullopt;
        entry.broken = true;
    }
    // What it says itself cannot be read: what is known of it does.
    const auto known = entry.broken ? catalogue.lastKnown(path) : entry.known;
    const bool told = known && known->isOurs();
    entry.ours = entry.broken || told;
    if (told)
        entry.header = headerOf(*known);
    else
        entry.header.made = madeOf(file);
    return entry;
}

// The next pieces; none at the end.
Result<QByteArrayList> readSome(ByteSource &file)
{
    constexpr int pieces = 16; // some megabytes: enough for two threads to have work
    QByteArrayList some;
    while (some.size() < pieces) {
        auto piece = file.read();
        if (!piece)
            return core::fail(piece.error());
        if (piece->isEmpty())
            break;
        some.append(std::move(*piece));
    }
    return some;
}

// Reads on while it hashes: the disk and the processor take about as long.
Result<QByteArray> hashOf(core::TaskContext &context, const QString &path)
{
    auto file = openFile(path);
    if (!file)
        return core::fail(file.error());
    archive::Sha256 hash;
    auto some = readSome(**file);
    while (some && !some->isEmpty()) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        context.report({u"Reading the backup"_s, {}, (*file)->position(), (*file)->size(), core::Unit::Bytes});
        auto next = std::async(std::launch::async, [&file] { return readSome(**file); });
        for (const QByteArray &piece : std::as_const(*some))
            hash.add(piece);
        some = next.get();
    }
    return some ? Result<QByteArray>(hash.result().toHex()) : core::fail(some.error());
}

// Without opening it: it is, to the byte, what was written here or once opened here.
Result<Verification> compareWithKnown(core::TaskContext &context, const QString &path, BackupCatalogue &catalogue)
{
    const auto earlier = catalogue.find(path);
    const auto sha256 = hashOf(context, path);
    if (!sha256)
        return core::fail(sha256.error());
    auto known = catalogue.findContent(*sha256);
    if (!known && !earlier)
        return core::fail(
            ErrorCode::AuthenticationFailed,
            u"it is encrypted, and this computer does not know it; what opens it has to be given to check it"_s,
            {QString::fromLatin1(openpgp::passphraseNeeded)});
    Verification result;
    result.sha256 = *sha256;
    if (!known) {
        result.problems.append(
            core::fail(ErrorCode::Corrupt, u"it no longer holds the bytes it was written with"_s).error());
        known = earlier;
        known->sha256 = *sha256;
        known->valid = false;
    } else if (!known->valid) {
        result.problems.append(core::fail(ErrorCode::Corrupt, u"it was damaged when it was last read"_s).error());
    }
    known->checked = QDateTime::currentDateTimeUtc();
    if (known->isOurs())
        result.contents.header = headerOf(*known);
    result.contents.rows = known->rows;
    result.contents.kind.encrypted = true;
    if (const auto recorded = catalogue.record(path, *known); !recorded)
        context.message(recorded.error().message);
    return result;
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
    const QStringList names{u"*.sql"_s,     u"*.sql.gz"_s,     u"*.cqbackup"_s,
                            u"*.sql.gpg"_s, u"*.sql.gz.gpg"_s, u"*.cqbackup.gpg"_s};
    for (const QFileInfo &info : dir.entryInfoList(names, QDir::Files | QDir::NoSymLinks)) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        if (auto entry = entryOf(info, catalogue))
            entries.append(std::move(*entry));
    }
    std::ranges::sort(entries, isNewer);
    return entries;
}

Result<std::optional<Verification>> verifyKnown(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                                                const BackupCatalogue &catalogue)
{
    const auto known = catalogue.find(path);
    if (!known || !known->valid || known->fingerprint.isEmpty() || !isReadByPosition(path))
        return std::nullopt;
    const auto same = archive::hasFingerprint(context, path, known->fingerprint);
    if (!same)
        return core::fail(same.error().during(u"reading %1"_s.arg(path)));
    core::SilentTask silent; // the reading is over
    auto told = *same ? listContents(silent, toolbox, path) : core::Result<Contents>();
    if (!*same || !told)
        return std::nullopt;
    Verification result;
    result.contents = std::move(*told);
    result.sha256 = known->sha256;
    result.fingerprint = known->fingerprint;
    return result;
}

Result<Verification> check(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                           BackupCatalogue &catalogue, const openpgp::Unlock &unlock)
{
    const bool encrypted = isEncryptedFile(path);
    if (encrypted && unlock.isNone())
        return compareWithKnown(context, path, catalogue);
    const auto earlier = catalogue.lastKnown(path);
    auto same = verifyKnown(context, toolbox, path, catalogue);
    if (!same)
        return core::fail(same.error());
    auto read = *same ? Result<Verification>(std::move(**same)) : verify(context, toolbox, path, unlock);
    if (!read)
        return read;
    KnownBackup known{read->sha256, read->contents.rows, read->contents.tables.size(), read->valid(),
                      QDateTime::currentDateTimeUtc()};
    known.format = contentKindName(read->contents.kind);
    known.encrypted = encrypted;
    known.fingerprint = read->fingerprint;
    if (const auto &header = read->contents.header)
        known.identify(*header);
    else if (!read->valid() && earlier) // damaged, it is still whose it was
        known.identify(headerOf(*earlier));
    if (const auto recorded = catalogue.record(path, known); !recorded)
        context.message(recorded.error().message);
    return read;
}

Result<bool> recognise(core::TaskContext &context, const QString &path, BackupCatalogue &catalogue)
{
    const auto entries = catalogue.all();
    if (!entries)
        return core::fail(entries.error());
    const qint64 size = QFileInfo(path).size();
    if (std::ranges::none_of(*entries, [size](const CatalogueEntry &e) { return e.known.bytes == size; }))
        return false;
    const auto sha256 = hashOf(context, path);
    if (!sha256)
        return core::fail(sha256.error());
    const auto known = catalogue.findContent(*sha256);
    if (!known || !known->isOurs())
        return false;
    const auto recorded = catalogue.record(path, *known);
    return recorded ? Result<bool>(true) : core::fail(recorded.error());
}

Result<> removeBackup(const QString &path, BackupCatalogue &catalogue)
{
    const auto entry = entryOf(QFileInfo(path), catalogue);
    if (!entry || !entry->ours)
        return core::fail(ErrorCode::InvalidArgument, u"%1 was not made by this program and is left alone"_s.arg(path),
                          {path});
    if (!QFile::remove(path))
        return core::fail(core::lastFileError(path));
    catalogue.forget(path);
    return {};
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/archivebackup.h"

#include "backups/archivecontents.h"
#include "backups/archivedump.h"
#include "backups/protectedfile.h"
#include "backups/stagedtask.h"

#include <QtCore/QFileInfo>
#include <QtCore/QThread>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr double dumpShare = 0.97;  // of the whole; the rest is reading its end back
constexpr double sealedShare = 0.9; // where all of it is opened once more
constexpr int usualJobs = 4;        // by default: a backup is not to take a large server to itself
constexpr int mostAttempts = 3;     // when tables are being changed just then

BackupReport makeReport(const QString &path, const archive::Manifest &manifest, const ArchiveDump &dump,
                        const ProtectedFile &file)
{
    BackupReport report;
    report.path = path;
    report.database = manifest.database.name;
    report.format = u"archive"_s;
    report.bytes = QFileInfo(path).size();
    report.tables = manifest.tables.size();
    report.rows = manifest.rows();
    report.encrypted = file.isEncrypted();
    report.sha256 = report.encrypted ? file.sha256() : dump.sha256();
    if (!report.encrypted)
        report.fingerprint = dump.fingerprint();
    return report;
}

// Every byte of an archive is hashed where it is made: a file that reads back as it was written is whole.
Result<TakenBackup> once(core::TaskContext &context, const Toolbox &toolbox, const BackupRequest &request,
                         postgres::Connection &session, const ArchiveDumpRequest &wanted, const QString &path)
{
    auto dump = ArchiveDump::prepare(context, toolbox, session, wanted);
    if (!dump)
        return core::fail(dump.error());
    // The archive's own hashes are the file's, where it is not encrypted.
    auto file = ProtectedFile::begin(path, request.protection, !request.protection.isNone());
    if (!file)
        return core::fail(file.error());
    StagedTask staged(context, (*dump)->bytes(), core::Unit::Bytes);
    staged.stage(u"Copying data"_s, (*file)->isOpenedAgain() ? sealedShare : dumpShare);
    const auto manifest = (*dump)->write(staged, [&file](QByteArrayView bytes) { return (*file)->write(bytes); });
    if (!manifest)
        return core::fail(manifest.error().during(u"backing up %1"_s.arg(session.database())));
    staged.stage(u"Reading the backup back"_s, 1.0);
    if (const auto read = (*file)->readBack(staged); !read)
        return core::fail(read.error());
    const auto finalPath = (*file)->rename(!request.name.isEmpty());
    if (!finalPath)
        return core::fail(finalPath.error());
    return TakenBackup{makeReport(*finalPath, *manifest, **dump, **file), headerOf(*manifest)};
}

} // namespace

Result<TakenBackup> archiveBackup(core::TaskContext &context, const Toolbox &toolbox, const BackupRequest &request,
                                  postgres::Connection &session, const QList<TableFacts> &chosen, const QString &path)
{
    ArchiveDumpRequest wanted{request.parameters, request.part, chosen, request.level, request.jobs, request.board};
    if (wanted.jobs == 0)
        wanted.jobs = std::min(QThread::idealThreadCount(), usualJobs);
    for (int attempt = 1;; ++attempt) {
        auto taken = once(context, toolbox, request, session, wanted, path);
        if (taken || taken.error().code != ErrorCode::Busy || attempt == mostAttempts)
            return taken;
        // Who waits for us goes first, then the database as it is afterwards.
        context.message(u"Somebody is changing a table; beginning again after that"_s);
        if (const auto undone = session.script(context, "ROLLBACK; RESET ALL"); !undone)
            return core::fail(undone.error());
    }
}

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backup.h"

#include "backups/archivebackup.h"
#include "backups/dumper.h"
#include "backups/gzip.h"
#include "backups/passingscan.h"
#include "backups/protectedfile.h"
#include "backups/stagedtask.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr double sqlShare = 0.9; // of the whole; the rest is reading it back
constexpr int mostJobs = 64;

Result<QString> fileName(const BackupRequest &request)
{
    QString name = request.name;
    for (const auto suffix : {".gpg"_L1, ".gz"_L1, ".sql"_L1, ".cqbackup"_L1}) {
        if (name.endsWith(suffix))
            name.chop(suffix.size());
    }
    if (request.name.isEmpty())
        name = u"civicq_backup_"_s + QDateTime::currentDateTime().toString(u"yyyyMMdd_HHmmss"_s);
    const bool control = std::ranges::any_of(name, [](QChar c) { return c.category() == QChar::Other_Control; });
    if (name.isEmpty() || name.startsWith(u'.') || name.contains(u'/') || name.contains(u'\\') || control)
        return core::fail(ErrorCode::InvalidArgument,
                          u"\"%1\" cannot be a file's name; choose one without / and \\"_s.arg(request.name),
                          {request.name});
    name += request.format == BackupFormat::Archive ? u".cqbackup"_s : request.gzip ? u".sql.gz"_s : u".sql"_s;
    return request.protection.isNone() ? name : name + u".gpg"_s;
}

Result<> checkRequest(const BackupRequest &request)
{
    if (request.folder.isEmpty())
        return core::fail(ErrorCode::InvalidArgument, u"no folder was given for the backup"_s);
    if (request.format == BackupFormat::Archive) {
        if (request.level < 1 || request.level > 19)
            return core::fail(ErrorCode::InvalidArgument, u"the zstd level must be from 1 to 19"_s);
        if (request.jobs < 0 || request.jobs > mostJobs)
            return core::fail(ErrorCode::InvalidArgument,
                              u"an archive is read by 1 to %1 sessions at once"_s.arg(mostJobs));
        return {};
    }
    if (request.gzip && (request.level < 1 || request.level > 9))
        return core::fail(ErrorCode::InvalidArgument, u"the gzip level must be from 1 to 9"_s);
    return {};
}

// The script on its way: looked at where the file cannot be read again, packed or not, into the file.
class Writer
{
public:
    Writer(ProtectedFile &file, const BackupRequest &request, PassingScan *scan) : m_file(file), m_scan(scan)
    {
        if (request.gzip)
            m_gzip.emplace(request.level, [this](QByteArrayView bytes) { return m_file.write(bytes); });
    }
    [[nodiscard]] Result<> write(QByteArrayView bytes)
    {
        if (m_scan)
            m_scan->write(bytes);
        return m_gzip ? m_gzip->write(bytes) : m_file.write(bytes);
    }
    [[nodiscard]] Result<> finish()
    {
        if (m_gzip) {
            if (const auto finished = m_gzip->finish(); !finished)
                return finished;
        }
        return {};
    }

private:
    ProtectedFile &m_file;
    PassingScan *m_scan;
    std::optional<GzipWriter> m_gzip;
};

Result<BackupHeader> makeHeader(core::TaskContext &context, postgres::Connection &session, const BackupRequest &request,
                                const QList<TableFacts> &chosen)
{
    BackupHeader header;
    header.database = session.database();
    header.part = request.part;
    for (const TableFacts &table : chosen)
        header.tables.append(table.table.display());
    header.made = QDateTime::currentDateTimeUtc();
    header.serverVersion = session.reported("server_version");
    header.system = systemIdentifier(context, session);
    auto locale = databaseLocale(context, session, header.database);
    if (!locale)
        return core::fail(locale.error());
    header.locale = std::move(*locale);
    return header;
}

// As much of what was written as can be read here: all of it, or that it is what was looked at on its way.
Result<Verification> readAgain(core::TaskContext &context, const Toolbox &toolbox, ProtectedFile &file,
                               PassingScan *scan)
{
    if (const auto settled = file.settle(context); !settled)
        return core::fail(settled.error());
    if (!scan)
        return verify(context, toolbox, file.path(), file.unlock());
    auto read = scan->finish();
    if (read)
        read->sha256 = file.sha256();
    return read;
}

// Nothing that was not read back counts as a backup.
Result<Verification> readBack(core::TaskContext &context, const Toolbox &toolbox, ProtectedFile &file,
                              PassingScan *scan, const DumpRequest &dump)
{
    auto read = readAgain(context, toolbox, file, scan);
    if (!read)
        return read;
    if (read->valid() && read->sha256 != file.sha256())
        read->problems.append(
            core::fail(ErrorCode::Corrupt, u"the disk gave back other bytes than were written"_s).error());
    for (const TableFacts &table : dump.chosen) {
        const TableContent *content = read->contents.find(table.table);
        if (!content || (dump.part != Part::SchemaOnly && table.hasRows && !content->hasRows))
            read->problems.append(
                core::fail(ErrorCode::Corrupt, u"table %1 is not in it"_s.arg(table.table.display())).error());
    }
    if (read->valid())
        return read;
    core::Error error = read->problems.first();
    error.message = u"the backup did not read back and was not kept: %1"_s.arg(error.message);
    return core::fail(error.during(u"reading back what was written"_s));
}

BackupReport makeReport(const QString &path, const BackupHeader &header, const BackupRequest &request,
                        const Verification &read)
{
    BackupReport report;
    report.path = path;
    report.database = header.database;
    report.format = request.gzip ? u"sql.gz"_s : u"sql"_s;
    report.bytes = QFileInfo(path).size();
    report.tables = read.contents.tables.size();
    report.rows = read.contents.rows;
    report.sha256 = read.sha256;
    report.encrypted = !request.protection.isNone();
    return report;
}

Result<TakenBackup> sqlBackup(core::TaskContext &context, const Toolbox &toolbox, const BackupRequest &request,
                              postgres::Connection &session, const QList<TableFacts> &tables,
                              const QList<TableFacts> &chosen, const QString &path)
{
    const DumpRequest dump{request.parameters, request.part, tables, chosen, request.board};
    auto dumper = Dumper::create(context, toolbox, session.serverMajor(), dump);
    if (!dumper)
        return core::fail(dumper.error());
    auto header = makeHeader(context, session, request, chosen);
    if (!header)
        return core::fail(header.error());
    header->toolVersion = dumper->toolVersion();
    auto file = ProtectedFile::begin(path, request.protection);
    if (!file)
        return core::fail(file.error());

    qint64 total = 0;
    for (const TableFacts &table : request.tables.isEmpty() ? tables : chosen)
        total += table.bytes;
    StagedTask staged(context, total, core::Unit::Bytes);
    staged.stage(u"Copying data"_s, sqlShare);
    std::optional<PassingScan> scan;
    if (request.protection.isOneWay())
        scan.emplace(staged);
    Writer writer(**file, request, scan ? &*scan : nullptr);
    if (const auto begun = writer.write(header->toLine()); !begun)
        return core::fail(begun.error());
    if (const auto dumped = dumper->dump(staged, session, [&writer](QByteArrayView sql) { return writer.write(sql); });
        !dumped)
        return core::fail(dumped.error().during(u"backing up %1"_s.arg(header->database)));
    if (const auto finished = writer.finish(); !finished)
        return core::fail(finished.error());
    staged.stage(u"Reading the backup back"_s, 1.0);
    const auto read = readBack(staged, toolbox, **file, scan ? &*scan : nullptr, dump);
    if (!read)
        return core::fail(read.error());
    const auto finalPath = (*file)->rename(!request.name.isEmpty());
    if (!finalPath)
        return core::fail(finalPath.error());
    return TakenBackup{makeReport(*finalPath, *header, request, *read), *header};
}

} // namespace

Result<BackupReport> backup(core::TaskContext &context, const Toolbox &toolbox, const BackupRequest &request,
                            BackupCatalogue *catalogue)
{
    QElapsedTimer clock;
    clock.start();
    if (const auto sound = checkRequest(request); !sound)
        return core::fail(sound.error());
    const auto name = fileName(request);
    if (!name)
        return core::fail(name.error());
    const QString path = request.folder + u'/' + *name;
    if (!request.name.isEmpty() && QFileInfo::exists(path))
        return core::fail(ErrorCode::AlreadyExists, u"%1 exists already; it was left as it is"_s.arg(path), {path});
    auto session = postgres::Connection::open(context, request.parameters);
    if (!session)
        return core::fail(session.error());
    auto tables = userTables(context, **session);
    if (!tables)
        return core::fail(tables.error());
    auto chosen = chosenTables(*tables, request.tables);
    if (!chosen)
        return core::fail(chosen.error());
    auto taken = request.format == BackupFormat::Archive
                     ? archiveBackup(context, toolbox, request, **session, *chosen, path)
                     : sqlBackup(context, toolbox, request, **session, *tables, *chosen, path);
    if (!taken)
        return core::fail(taken.error());
    BackupReport &report = taken->report;
    const BackupHeader &header = taken->header;
    if (catalogue) {
        KnownBackup known{report.sha256, report.rows, report.tables, true, QDateTime::currentDateTimeUtc()};
        known.identify(header);
        known.format = report.format;
        known.encrypted = report.encrypted;
        known.origin = request.origin;
        known.fingerprint = report.fingerprint;
        if (const auto recorded = catalogue->record(report.path, known); !recorded)
            context.message(
                u"The backup is whole, but could not be entered in the list: %1"_s.arg(recorded.error().message));
    }
    report.seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    return report;
}

} // namespace civicq::backups

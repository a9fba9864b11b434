// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backup.h"

#include "backups/archivebackup.h"
#include "backups/dumper.h"
#include "backups/gzip.h"
#include "backups/stagedtask.h"
#include "core/partfile.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::PartFile;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr double sqlShare = 0.9; // of the whole; the rest is reading it back
constexpr int mostJobs = 64;

Result<QString> fileName(const BackupRequest &request)
{
    QString name = request.name;
    for (const auto suffix : {".gz"_L1, ".sql"_L1, ".cqbackup"_L1}) {
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
    if (request.format == BackupFormat::Archive)
        return name + u".cqbackup"_s;
    return name + (request.gzip ? u".sql.gz"_s : u".sql"_s);
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

// The bytes on their way: packed or not, into the file and its hash.
class Writer
{
public:
    Writer(PartFile &part, const BackupRequest &request) : m_part(part)
    {
        if (request.gzip)
            m_gzip.emplace(request.level, [this](QByteArrayView bytes) { return store(bytes); });
    }
    [[nodiscard]] Result<> write(QByteArrayView bytes) { return m_gzip ? m_gzip->write(bytes) : store(bytes); }
    [[nodiscard]] Result<> finish()
    {
        if (m_gzip) {
            if (const auto finished = m_gzip->finish(); !finished)
                return finished;
        }
        return m_part.sync();
    }
    [[nodiscard]] QByteArray sha256() const { return m_hash.result().toHex(); }

private:
    Result<> store(QByteArrayView bytes)
    {
        m_hash.addData(bytes);
        return m_part.write(bytes);
    }
    PartFile &m_part;
    std::optional<GzipWriter> m_gzip;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
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

// Nothing that was not read back counts as a backup.
Result<Verification> readBack(core::TaskContext &context, const Toolbox &toolbox, const PartFile &part,
                              const QByteArray &sha256, const DumpRequest &dump)
{
    auto read = verify(context, toolbox, part.path());
    if (!read)
        return read;
    if (read->valid() && read->sha256 != sha256)
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
    PartFile::removeLeftovers(request.folder);
    auto part = PartFile::begin(path);
    if (!part)
        return core::fail(part.error());

    qint64 total = 0;
    for (const TableFacts &table : request.tables.isEmpty() ? tables : chosen)
        total += table.bytes;
    StagedTask staged(context, total, core::Unit::Bytes);
    staged.stage(u"Copying data"_s, sqlShare);
    Writer writer(*part, request);
    if (const auto begun = writer.write(header->toLine()); !begun)
        return core::fail(begun.error());
    if (const auto dumped = dumper->dump(staged, session, [&writer](QByteArrayView sql) { return writer.write(sql); });
        !dumped)
        return core::fail(dumped.error().during(u"backing up %1"_s.arg(header->database)));
    if (const auto finished = writer.finish(); !finished)
        return core::fail(finished.error());
    staged.stage(u"Reading the backup back"_s, 1.0);
    const auto read = readBack(staged, toolbox, *part, writer.sha256(), dump);
    if (!read)
        return core::fail(read.error());
    const auto finalPath =
        part->finish(request.name.isEmpty() ? PartFile::Existing::NextName : PartFile::Existing::Refuse);
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
        known.database = header.database;
        known.system = header.system;
        known.format = report.format;
        known.part = header.part;
        known.chosen = header.tables;
        known.made = header.made;
        known.encrypted = report.encrypted;
        known.origin = request.origin;
        if (const auto recorded = catalogue->record(report.path, known); !recorded)
            context.message(
                u"The backup is whole, but could not be entered in the list: %1"_s.arg(recorded.error().message));
    }
    report.seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    return report;
}

} // namespace civicq::backups

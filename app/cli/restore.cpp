// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db restore: restores a backup, lists what it holds, verifies and proves it.
#include "backups/backupfolder.h"
#include "backups/restore.h"
#include "cli/command.h"
#include "cli/kept.h"
#include "cli/proof.h"
#include "cli/protection.h"
#include "core/units.h"
#include "migrations/migrationfolder.h"
#include "postgres/connection.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using civicq::backups::Contents;
using civicq::backups::RestoreReport;
using civicq::backups::Verification;
using civicq::core::Error;
using civicq::core::ErrorCode;

namespace civicq::cli {

namespace {

struct RestoreOptions
{
    std::string file;
    std::string into;
    bool clean = false;
    std::vector<std::string> tables;
    bool schemaOnly = false;
    int jobs = 0;
    std::string listContents;
    std::string verify;
    std::string prove;
    bool kept = false;
    std::string undo;
    std::string release;
    bool allowPrograms = false;
    [[nodiscard]] backups::Programs programs() const
    {
        return allowPrograms ? backups::Programs::Allow : backups::Programs::Stop;
    }
    UnlockOptions unlock;
};

// A path as it was typed; a bare name that is not here may be one in the backup folder.
QString pathOf(const Context &context, const std::string &typed)
{
    const QString path = text(typed);
    const QString folder =
        context.settings.backupFolder.isEmpty() ? context.paths.backups : context.settings.backupFolder;
    if (!QFileInfo::exists(path) && QFileInfo(path).fileName() == path && QFileInfo::exists(folder + u'/' + path))
        return folder + u'/' + path;
    return QFileInfo(path).absoluteFilePath();
}

// With what helps on the command line.
Error withRemedy(Error error)
{
    if (error.code == ErrorCode::AlreadyExists)
        error.hint = u"--clean replaces it and keeps the old one under another name; --into NAME restores beside it"_s;
    else if (error.code == ErrorCode::ProductionProtected)
        error.hint = u"give --confirm %1"_s.arg(error.arguments.value(0));
    else if (backups::isForbidden(error))
        error.hint = backups::mayBeAllowed(error) ? u"if you trust the file, --allow-programs lets the server run it"_s
                                                  : u"--allow-programs does not let such a line through"_s;
    return withUnlockRemedy(std::move(error));
}

void listContents(Context &context, const QString &path, const RestoreOptions &options)
{
    const auto unlock = unlockFor(context, options.unlock, path);
    const auto contents = unlock ? backups::listContents(context.task, {context.processes, context.tools()}, path,
                                                         *unlock, options.programs())
                                 : core::Result<Contents>(core::fail(unlock.error()));
    if (!contents) {
        context.status = context.report(withRemedy(contents.error()));
        return;
    }
    QJsonArray tables;
    QList<QStringList> rows{{u"Table"_s, u"Rows"_s}};
    for (const backups::TableContent &table : contents->tables) {
        const bool counted = table.hasRows && table.rowsKnown;
        tables.append(QJsonObject{{u"table"_s, table.table.display()},
                                  {u"defined"_s, table.defined},
                                  {u"rows"_s, counted ? QJsonValue(table.rows) : QJsonValue()}});
        rows.append({table.table.display(), counted ? core::formatCount(table.rows) : table.hasRows ? u"?"_s : u"-"_s});
    }
    QJsonObject objects;
    QStringList others;
    for (const auto &[kind, count] : contents->objects.asKeyValueRange()) {
        objects.insert(kind, count);
        others.append(u"%1 %2"_s.arg(kind).arg(count));
    }
    const QString database = contents->header ? contents->header->database : QString();
    QString words = database.isEmpty() ? path : u"Backup of %1, %2"_s.arg(database, path);
    words += u"\nMade on PostgreSQL %1\n\n"_s.arg(contents->serverVersion) + Output::table(rows);
    if (!others.isEmpty())
        words += u"\nOther objects: %1"_s.arg(others.join(u", "_s));
    context.task.clear();
    context.output.result({{u"path"_s, path},
                           {u"format"_s, backups::contentKindName(contents->kind)},
                           {u"encrypted"_s, contents->kind.encrypted},
                           {u"database"_s, database},
                           {u"server_version"_s, contents->serverVersion},
                           {u"tables"_s, tables},
                           {u"rows"_s, contents->rows},
                           {u"objects"_s, objects}},
                          words);
}

core::Result<Verification> verification(Context &context, const QString &path, const RestoreOptions &options)
{
    const backups::Toolbox toolbox{context.processes, context.tools()};
    auto known = backups::verifyKnown(context.task, toolbox, path, backups::BackupCatalogue(context.paths.data));
    if (!known)
        return core::fail(known.error());
    if (*known)
        return std::move(**known);
    const auto unlock = unlockFor(context, options.unlock, path);
    return unlock ? backups::verify(context.task, toolbox, path, *unlock, options.programs())
                  : core::Result<Verification>(core::fail(unlock.error()));
}

void verify(Context &context, const QString &path, const RestoreOptions &options)
{
    const auto verified = verification(context, path, options);
    if (!verified) {
        context.status = context.report(withUnlockRemedy(verified.error()));
        return;
    }
    QJsonArray problems;
    QStringList words;
    bool damaged = false;
    for (const Error &problem : verified->problems) {
        damaged = damaged || !backups::isForbidden(problem);
        problems.append(problem.message);
        words.append(problem.message);
    }
    context.status = verified->valid() ? Done : Failed;
    context.task.clear();
    context.output.result(
        {{u"path"_s, path},
         {u"valid"_s, verified->valid()},
         {u"problems"_s, problems},
         {u"format"_s, backups::contentKindName(verified->contents.kind)},
         {u"encrypted"_s, backups::isEncryptedFile(path)},
         {u"tables"_s, verified->contents.tables.size()},
         {u"rows"_s, verified->contents.rows},
         {u"sha256"_s, QString::fromLatin1(verified->sha256)}},
        verified->valid()
            ? u"Whole: read to its end (tables: %1, rows: %2).\n%3"_s.arg(
                  core::formatCount(verified->contents.tables.size()), core::formatCount(verified->contents.rows), path)
            : u"%1: %2\n%3"_s.arg(damaged ? u"Not a whole backup"_s : u"Whole, and a restore would stop at it"_s,
                                  words.join(u"; "_s), path));
}

// The database that was named: by --into, else by the address itself.
core::Result<backups::RestoreRequest> requestOf(Context &context, const RestoreOptions &options)
{
    backups::RestoreRequest request;
    request.source = pathOf(context, options.file);
    request.replace = options.clean;
    request.confirmedName = context.confirm;
    request.schemaOnly = options.schemaOnly;
    request.jobs = options.jobs;
    request.programs = options.programs();
    for (const std::string &table : options.tables)
        request.tables.append(text(table));
    request.knownRevisions = migrations::builtInRevisions();
    auto parameters = context.database();
    if (!parameters)
        return core::fail(parameters.error());
    auto unlock = unlockFor(context, options.unlock, request.source);
    if (!unlock)
        return core::fail(unlock.error());
    request.unlock = std::move(*unlock);
    request.server = *parameters;
    request.database = options.into.empty() ? parameters->database : text(options.into);
    if (request.database.isEmpty())
        request.database = qEnvironmentVariable("PGDATABASE");
    if (request.database.isEmpty())
        return core::fail(ErrorCode::InvalidArgument, u"the address names no database; give --into DATABASE"_s);
    return request;
}

QJsonObject document(const RestoreReport &report)
{
    return {{u"database"_s, report.database}, {u"tables"_s, report.tables},
            {u"rows"_s, report.rows},         {u"seconds"_s, report.seconds},
            {u"kept_as"_s, report.keptAs},    {u"notes"_s, QJsonArray::fromStringList(report.notes)}};
}

QString sentence(const RestoreReport &report)
{
    QString words = u"Restored into %1 (tables: %2, rows: %3, counted after the restore) in %4."_s.arg(
        report.database, core::formatCount(report.tables), core::formatCount(report.rows),
        core::formatDuration(std::chrono::milliseconds(static_cast<qint64>(report.seconds * 1000))));
    if (!report.keptAs.isEmpty())
        words += u"\nThe database that was there is kept as %1. To bring it back: civicq-db restore --undo %2; when it "
                 "is no longer needed: civicq-db restore --release %1"_s.arg(report.keptAs, report.database);
    return words;
}

void run(Context &context, const RestoreOptions &options)
{
    if (!options.listContents.empty())
        return listContents(context, pathOf(context, options.listContents), options);
    if (!options.verify.empty())
        return verify(context, pathOf(context, options.verify), options);
    if (!options.prove.empty())
        return proveFile(context, pathOf(context, options.prove), options.jobs, options.unlock);
    if (options.kept)
        return listKept(context);
    if (!options.undo.empty())
        return undoRestore(context, text(options.undo));
    if (!options.release.empty())
        return releaseKept(context, text(options.release));
    if (options.file.empty()) {
        context.status =
            context.report(core::fail(ErrorCode::InvalidArgument, u"name the backup to restore"_s).error());
        return;
    }
    const auto request = requestOf(context, options);
    if (!request) {
        context.status = context.report(request.error());
        return;
    }
    const auto report = backups::restore(context.task, {context.processes, context.tools()}, *request);
    if (!report) {
        context.status = context.report(withRemedy(report.error()));
        return;
    }
    context.task.clear();
    context.output.result(document(*report), sentence(*report));
}

} // namespace

void addRestore(CLI::App &app, Context &context)
{
    const auto options = std::make_shared<RestoreOptions>();
    CLI::App *command = app.add_subcommand("restore", "Restore a backup; list what it holds; verify or prove it");
    command->add_option("file", options->file,
                        "The backup: .cqbackup, .sql, .sql.gz, .sql.zst, or any format of pg_dump; encrypted (.gpg) or "
                        "not");
    command->add_option("--into", options->into, "The database to restore into, instead of the address' own");
    command->add_flag("--clean", options->clean, "Replace a database that exists; it is kept under another name");
    command->add_option("--tables", options->tables, "Rows of these tables only, into a new database");
    command->add_flag("--schema-only", options->schemaOnly, "Definitions without any rows; from a .cqbackup");
    command->add_option("--jobs", options->jobs, "Sessions at once, for a .cqbackup (default: processors, up to 4)")
        ->check(CLI::Range(1, 64));
    command->add_option("--list-contents", options->listContents, "What is in this file; restores nothing");
    command->add_option("--verify", options->verify, "Whether this file is whole; restores nothing");
    command->add_option("--prove", options->prove,
                        "Restore this file into a scratch database, compare everything, drop it; in the sandbox, or on "
                        "the server --connection or --url names");
    command->add_flag("--kept", options->kept, "List the databases that restores replaced and that are kept");
    command->add_option("--undo", options->undo, "Bring the kept one of this database back; what is there is kept");
    command->add_option("--release", options->release, "Delete this kept database");
    command->add_flag("--allow-programs", options->allowPrograms,
                      "Let a file of SQL have the server run programs and read files; only of a file you trust");
    addUnlock(*command, options->unlock);
    command->callback([&context, options] { run(context, *options); });
}

} // namespace civicq::cli

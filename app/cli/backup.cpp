// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db backup: takes a backup, lists and cleans a folder of them.
#include "backups/backup.h"
#include "backups/cleanup.h"
#include "backups/planrun.h"
#include "cli/backupoptions.h"
#include "cli/command.h"
#include "cli/proof.h"
#include "cli/protection.h"
#include "cli/retention.h"
#include "core/units.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using civicq::backups::BackupReport;
using civicq::backups::CleanupReport;
using civicq::backups::Part;
using civicq::core::ErrorCode;

namespace civicq::cli {

namespace {

struct BackupOptions
{
    std::string name;
    std::string folder;
    bool schemaOnly = false;
    bool dataOnly = false;
    std::vector<std::string> tables;
    std::string format;
    std::string compress;
    int jobs = 0;
    ProtectOptions protect;
    backups::RetentionPolicy policy;
    bool wantsCleanup = false;
    bool noBackup = false;
    bool list = false;
    bool prove = false;
    std::string proveOn;
};

core::Error usage(const QString &message)
{
    return core::fail(ErrorCode::InvalidArgument, message).error();
}

QString folderOf(const Context &context, const BackupOptions &options)
{
    if (!options.folder.empty())
        return QFileInfo(text(options.folder)).absoluteFilePath();
    return context.settings.backupFolder.isEmpty() ? context.paths.backups : context.settings.backupFolder;
}

// "zstd:3" as its two parts; 0 where no level is given.
core::Result<std::pair<QString, int>> compression(const QString &words)
{
    const QStringList parts = words.split(u':');
    bool sound = parts.size() <= 2;
    const int level = sound && parts.size() == 2 ? parts.at(1).toInt(&sound) : 0;
    const bool known = parts.first() == "gzip"_L1 || parts.first() == "zstd"_L1;
    if (parts == QStringList{u"none"_s} || (known && sound && (parts.size() == 1 || level > 0)))
        return std::pair(parts.first(), level);
    return core::fail(
        usage(u"--compress %1 is not known; it takes none, gzip, gzip:LEVEL, zstd or zstd:LEVEL"_s.arg(words)));
}

// An archive is compressed with zstd, SQL with gzip or not at all; so one of the two says the other.
core::Result<> readFormat(const BackupOptions &options, backups::BackupRequest &request)
{
    const QString format = text(options.format);
    if (!format.isEmpty() && format != "archive"_L1 && format != "sql"_L1)
        return core::fail(usage(u"--format %1 is not known; it takes archive or sql"_s.arg(format)));
    const auto packed =
        compression(options.compress.empty() ? format == "archive"_L1 ? u"zstd"_s : u"gzip"_s : text(options.compress));
    if (!packed)
        return core::fail(packed.error());
    const auto &[method, level] = *packed;
    const bool archive = method == "zstd"_L1;
    if (archive && format == "sql"_L1)
        return core::fail(usage(u"--format sql goes with --compress gzip or none; zstd is for --format archive"_s));
    if (!archive && format == "archive"_L1)
        return core::fail(usage(u"--format archive goes with --compress zstd; %1 is for --format sql"_s.arg(method)));
    if (!archive && options.jobs > 0)
        return core::fail(usage(u"--jobs goes with --format archive; SQL is read by one session"_s));
    const int highest = archive ? 19 : 9;
    if (level > highest)
        return core::fail(usage(u"the level of --compress %1:LEVEL must be from 1 to %2"_s.arg(method).arg(highest)));
    request.format = archive ? backups::BackupFormat::Archive : backups::BackupFormat::Sql;
    request.gzip = method == "gzip"_L1;
    request.level = level > 0 ? level : archive ? 1 : 6;
    return {};
}

core::Result<backups::BackupRequest> requestOf(const Context &context, const BackupOptions &options)
{
    backups::BackupRequest request;
    request.folder = folderOf(context, options);
    request.name = text(options.name);
    request.part = options.schemaOnly ? Part::SchemaOnly : options.dataOnly ? Part::DataOnly : Part::Everything;
    for (const std::string &table : options.tables)
        request.tables.append(text(table));
    request.jobs = options.jobs;
    if (const auto read = readFormat(options, request); !read)
        return core::fail(read.error());
    return request;
}

QJsonObject document(const BackupReport &report)
{
    return {{u"path"_s, report.path},           {u"database"_s, report.database},
            {u"bytes"_s, report.bytes},         {u"format"_s, report.format},
            {u"tables"_s, report.tables},       {u"rows"_s, report.rows},
            {u"seconds"_s, report.seconds},     {u"sha256"_s, QString::fromLatin1(report.sha256)},
            {u"encrypted"_s, report.encrypted}, {u"proven"_s, report.proven}};
}

QString sentence(const BackupReport &report, const openpgp::Protection &protection)
{
    const QString proof = protection.isNone()     ? u"Read back to its end."_s
                          : protection.isOneWay() ? u"Encrypted; read back byte for byte, but only the secret key "
                                                    "opens it."_s
                                                  : u"Encrypted; opened again and read back to its end."_s;
    return u"Backed up %1 (tables: %2, rows: %3): %4 in %5. %6\n%7"_s.arg(
        report.database, core::formatCount(report.tables), core::formatCount(report.rows),
        core::formatBytes(report.bytes),
        core::formatDuration(std::chrono::milliseconds(static_cast<qint64>(report.seconds * 1000))), proof,
        report.path);
}

QJsonObject document(const CleanupReport &report)
{
    return {{u"removed"_s, QJsonArray::fromStringList(report.removed)},
            {u"kept"_s, QJsonArray::fromStringList(report.kept)},
            {u"damaged"_s, QJsonArray::fromStringList(report.damaged)},
            {u"bytes_freed"_s, report.bytesFreed}};
}

QString sentence(const CleanupReport &report)
{
    QString words =
        report.removed.isEmpty()
            ? u"No backup was old enough to be removed."_s
            : u"Removed older backups: %1, %2."_s.arg(report.removed.size()).arg(core::formatBytes(report.bytesFreed));
    for (const QString &path : report.damaged)
        words += u"\nDamaged, left as it is: %1"_s.arg(path);
    return words;
}

QString checkedWord(const backups::BackupEntry &entry)
{
    if (entry.isDamaged())
        return u"damaged"_s;
    if (!entry.known)
        return u"no"_s;
    if (!entry.known->proven.isValid())
        return u"whole"_s;
    return (entry.known->isProven() ? u"proven %1"_s : u"proof failed %1"_s)
        .arg(entry.known->proven.toLocalTime().toString(u"yyyy-MM-dd"_s));
}

void list(Context &context, const BackupOptions &options)
{
    const QString folder = folderOf(context, options);
    const auto entries = backups::listBackups(context.task, folder, backups::BackupCatalogue(context.paths.data));
    if (!entries) {
        context.status = context.report(entries.error());
        return;
    }
    QJsonArray array;
    QList<QStringList> rows{{u"Made"_s, u"Database"_s, u"Holds"_s, u"Size"_s, u"Protected"_s, u"Checked"_s, u"File"_s}};
    for (const backups::BackupEntry &entry : *entries) {
        const QString checked = checkedWord(entry);
        array.append(QJsonObject{
            {u"path"_s, entry.path},
            {u"database"_s, entry.header.database},
            {u"made"_s, entry.header.made.toString(Qt::ISODate)},
            {u"bytes"_s, entry.bytes},
            {u"part"_s, backups::partName(entry.header.part)},
            {u"tables"_s, QJsonArray::fromStringList(entry.header.tables)},
            {u"encrypted"_s, entry.encrypted},
            {u"valid"_s, entry.known || entry.broken ? QJsonValue(!entry.isDamaged()) : QJsonValue()},
            {u"proven"_s, entry.known && entry.known->isProven() ? QJsonValue(entry.known->proven.toString(Qt::ISODate))
                                                                 : QJsonValue()},
            {u"proof_problem"_s, entry.known ? entry.known->proofProblem : QString()}});
        rows.append({entry.header.made.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
                     entry.ours ? entry.header.database : u"?"_s,
                     !entry.ours                     ? u"?"_s
                     : entry.header.tables.isEmpty() ? backups::partName(entry.header.part)
                                                     : u"tables: %1"_s.arg(entry.header.tables.size()),
                     core::formatBytes(entry.bytes), entry.encrypted ? u"encrypted"_s : u"open"_s, checked,
                     QFileInfo(entry.path).fileName()});
    }
    context.task.clear();
    context.output.result({{u"folder"_s, folder}, {u"backups"_s, array}},
                          entries->isEmpty() ? u"No backups of this program in %1."_s.arg(folder)
                                             : Output::table(rows));
}

// The backup is there whatever comes of it; nothing older is removed for one that is not proven.
bool proveTaken(Context &context, const BackupOptions &options, const QString &path, const openpgp::Unlock &unlock,
                QJsonObject &out, QStringList &words)
{
    const auto server = proofServer(context, text(options.proveOn));
    backups::BackupCatalogue catalogue(context.paths.data);
    const auto proof = server ? backups::proveAndRecord(context.task, {context.processes, context.tools()},
                                                        {*server, path, options.jobs, unlock}, catalogue)
                              : core::Result<backups::Proof>(core::fail(server.error()));
    if (!proof) {
        context.output.message(u"The backup is taken and was read back, but could not be proven: %1"_s.arg(path));
        context.status = context.report(proof.error());
        return false;
    }
    out.insert(u"proven"_s, proof->valid());
    out.insert(u"problems"_s, QJsonArray::fromStringList(proof->problems));
    words.append(proofSentence(path, *proof));
    if (!proof->valid()) {
        context.status = Failed;
        context.task.clear();
        context.output.result(out, words.join(u'\n'));
    }
    return proof->valid();
}

void run(Context &context, const BackupOptions &options)
{
    if (options.list)
        return list(context, options);
    auto request = requestOf(context, options);
    if (request && options.wantsCleanup && options.policy.keepsEverything())
        request = core::fail(usage(u"--cleanup must keep at least 1 backup"_s));
    if (const auto sound = options.policy.check(); request && !sound)
        request = core::fail(sound.error());
    if (request && options.noBackup && !options.wantsCleanup)
        request =
            core::fail(usage(u"--no-backup goes with --cleanup N or --keep-daily N: there is nothing else to do"_s));
    if (!request) {
        context.status = context.report(request.error());
        return;
    }
    if (options.noBackup && options.prove) {
        context.status =
            context.report(usage(u"--prove goes with a backup; restore --prove FILE proves one there is"_s));
        return;
    }
    const backups::Toolbox toolbox{context.processes, context.tools()};
    backups::BackupCatalogue catalogue(context.paths.data);
    QJsonObject out;
    QStringList words;
    QString database;
    if (!options.noBackup) {
        const auto parameters = context.database();
        if (!parameters) {
            context.status = context.report(parameters.error());
            return;
        }
        request->parameters = *parameters;
        auto protection = protectionOf(context, options.protect);
        if (!protection) {
            context.status = context.report(protection.error());
            return;
        }
        request->protection = std::move(*protection);
        const bool opens = request->protection.isNone() || !request->protection.passphrase.isEmpty();
        if (options.prove && !opens) {
            context.status = context.report(
                usage(u"--prove cannot open what is encrypted for keys alone; take the backup without it, then "
                      "restore --prove FILE --key-file SECRETKEY proves it"_s));
            return;
        }
        const auto report =
            backups::backupLogged(context.task, toolbox, *request, context.paths.data, backups::RunBy::CommandLine);
        if (!report) {
            context.status = context.report(report.error());
            return;
        }
        out = document(*report);
        words.append(sentence(*report, request->protection));
        database = report->database;
        if (options.prove
            && !proveTaken(context, options, report->path, {request->protection.passphrase, {}}, out, words))
            return;
    }
    if (options.wantsCleanup) {
        const auto cleaned =
            backups::cleanup(context.task, toolbox, request->folder, database, options.policy, catalogue);
        if (!cleaned) {
            context.status = context.report(cleaned.error());
            return;
        }
        const QJsonObject details = document(*cleaned);
        for (auto it = details.begin(); it != details.end(); ++it)
            out.insert(it.key(), it.value());
        words.append(sentence(*cleaned));
    }
    context.task.clear();
    context.output.result(out, words.join(u'\n'));
}

} // namespace

void addRetention(CLI::App &command, backups::RetentionPolicy &policy, bool &given)
{
    const auto rule = [&](const char *name, int backups::RetentionPolicy::*count, const char *help) {
        command.add_option_function<int>(
            name,
            [&policy, &given, count](const int &number) {
                policy.*count = number;
                given = true;
            },
            help);
    };
    rule("--cleanup", &backups::RetentionPolicy::newest, "After the backup, keep the N newest of its database");
    rule("--keep-daily", &backups::RetentionPolicy::daily, "Keep the newest of each of the last N days that have one");
    rule("--keep-weekly", &backups::RetentionPolicy::weekly, "The same for weeks");
    rule("--keep-monthly", &backups::RetentionPolicy::monthly, "The same for months");
}

namespace {

// What goes into a backup and how, for every command that has one taken.
void addWhat(CLI::App *command, const std::shared_ptr<BackupOptions> &options)
{
    command->add_option("--name", options->name, "The file's name instead of civicq_backup_YYYYMMDD_HHMMSS");
    command->add_option("--dir", options->folder, "The folder backups go to");
    CLI::Option *schema = command->add_flag("--schema-only", options->schemaOnly, "Definitions without rows");
    command->add_flag("--data-only", options->dataOnly, "Rows without definitions")->excludes(schema);
    command->add_option("--tables", options->tables, "These tables only, with all they need to load");
    command->add_option("--format", options->format,
                        "archive: .cqbackup, fast and checked to the last row; sql: pg_dump's script, the default");
    command->add_option("--compress", options->compress,
                        "SQL: none, gzip, or gzip:LEVEL from 1 to 9; an archive: zstd, or zstd:LEVEL from 1 to 19");
    command->add_option("--jobs", options->jobs, "Sessions that read an archive's rows at once, from 1 to 64")
        ->check(CLI::Range(1, 64));
}

} // namespace

std::function<core::Result<backups::BackupRequest>()> addBackupOptions(CLI::App &command, const Context &context)
{
    const auto options = std::make_shared<BackupOptions>();
    addWhat(&command, options);
    return [options, &context]() -> core::Result<backups::BackupRequest> {
        auto request = requestOf(context, *options);
        if (request && options->folder.empty())
            request->folder.clear();
        return request;
    };
}

void addBackup(CLI::App &app, Context &context)
{
    const auto options = std::make_shared<BackupOptions>();
    CLI::App *command = app.add_subcommand("backup", "Take a backup; list or clean a folder of them");
    addWhat(command, options);
    addProtect(*command, options->protect);
    command->add_flag("--ask-passphrase", options->protect.ask, "Encrypt with a passphrase that is asked for, twice");
    addRetention(*command, options->policy, options->wantsCleanup);
    command->add_flag("--no-backup", options->noBackup, "With --cleanup or --keep-…: only clean");
    command->add_flag("--list", options->list, "List the backups in the folder");
    CLI::Option *prove = command->add_flag(
        "--prove", options->prove, "Then restore it into a scratch database of the sandbox and compare everything");
    command->add_option("--prove-on", options->proveOn, "The saved connection whose server --prove uses instead")
        ->needs(prove);
    command->callback([&context, options] { run(context, *options); });
}

} // namespace civicq::cli

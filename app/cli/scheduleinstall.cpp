// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db schedule install: makes sure that a backup could be taken without anybody there, then installs it.
#include "cli/backupoptions.h"
#include "cli/protection.h"
#include "cli/retention.h"
#include "cli/savedconnection.h"
#include "cli/schedule.h"
#include "connections/opening.h"
#include "connections/profilestore.h"
#include "core/secretfile.h"
#include "openpgp/keyfolder.h"
#include "phrases/schedulewords.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::backups::BackupPlan;
using civicq::connections::PasswordSource;
using civicq::connections::Profile;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::cli {

namespace {

struct InstallOptions
{
    std::string at;
    std::string secondPlace;
    std::string passwordFile;
    backups::RetentionPolicy policy;
    bool keepGiven = false;
    bool prove = false;
    ProtectOptions protect;
};

// Which saved connection is meant; the sandbox has no profile that is kept.
Result<std::optional<Profile>> profileOf(const Context &context)
{
    const QString &name = context.target.connection;
    if (name.isEmpty() || !context.target.url.isEmpty())
        return core::fail(ErrorCode::InvalidArgument,
                          u"a scheduled backup needs a saved connection: name it with --connection, or save one first "
                          "with civicq-db profiles"_s);
    if (name.compare("sandbox"_L1, Qt::CaseInsensitive) == 0)
        return std::optional<Profile>();
    auto profile = connections::ProfileStore(context.paths.config).find(name);
    if (!profile && profile.error().code == ErrorCode::NotFound)
        profile.error().code = ErrorCode::InvalidArgument;
    return profile ? Result<std::optional<Profile>>(*profile) : core::fail(profile.error());
}

Result<BackupPlan> planOf(const Context &context, const InstallOptions &options, const backups::BackupRequest &request)
{
    BackupPlan plan;
    plan.at = QTime::fromString(text(options.at), u"H:mm"_s);
    if (!plan.at.isValid())
        return core::fail(ErrorCode::InvalidArgument,
                          u"--daily takes a time such as 02:00, not %1"_s.arg(text(options.at)));
    if (const auto sound = options.policy.check(); !sound)
        return core::fail(sound.error());
    if (options.keepGiven && options.policy.keepsEverything())
        return core::fail(ErrorCode::InvalidArgument, u"--cleanup must keep at least 1 backup"_s);
    const auto profile = profileOf(context);
    if (!profile)
        return core::fail(profile.error());
    plan.connection = u"sandbox"_s;
    if (*profile) {
        plan.profile = (*profile)->id;
        plan.connection = (*profile)->name;
        if ((*profile)->passwordSource == PasswordSource::AskEachTime && options.passwordFile.empty())
            return core::fail(
                ErrorCode::InvalidArgument,
                u"the connection \"%1\" asks for its password each time, and at night nobody answers; save "
                "it with --password libpq or keychain, or give --password-file"_s.arg(plan.connection));
    }
    plan.request = request;
    plan.retention = options.policy;
    plan.prove = options.prove;
    if (!options.secondPlace.empty())
        plan.secondPlace = QFileInfo(text(options.secondPlace)).absoluteFilePath();
    if (!options.passwordFile.empty())
        plan.passwordFile = QFileInfo(text(options.passwordFile)).absoluteFilePath();
    if (!options.protect.passphraseFile.empty())
        plan.passphraseFile = QFileInfo(text(options.protect.passphraseFile)).absoluteFilePath();
    return plan;
}

// The keys are kept on this computer, where each run finds them; everything needed is there now.
Result<> protect(Context &context, const ProtectOptions &options, BackupPlan &plan)
{
    openpgp::KeyFolder folder = openpgp::KeyFolder::below(context.paths.config);
    for (const std::string &word : options.encryptTo) {
        const auto keys = keysOf(context, word);
        if (!keys)
            return core::fail(keys.error());
        for (const openpgp::PublicKey &key : *keys) {
            if (const auto added = folder.add(key.armored); !added)
                return core::fail(added.error());
            plan.encryptTo.append(key.fingerprint);
        }
    }
    if (plan.prove && !plan.canBeProven())
        return core::fail(ErrorCode::InvalidArgument,
                          u"--prove cannot open what is encrypted for keys alone; leave it out, or encrypt with "
                          "--passphrase-file"_s);
    const auto ready = plan.protection(context.paths.config);
    return ready ? Result<>() : core::fail(ready.error());
}

QStringList notesOf(Context &context, const BackupPlan &plan, const scheduler::JobState &state)
{
    QStringList notes;
    for (const scheduler::Note note : state.notes)
        notes.append(phrases::noteSentence(note));
    const auto profile = profileOf(context);
    if (profile && *profile && (*profile)->passwordSource == PasswordSource::Keychain && plan.passwordFile.isEmpty())
        notes.append(u"The password is in the keychain, which may be closed while nobody is logged in; PostgreSQL's "
                     "password file or --password-file is always there."_s);
    if (!plan.secondPlace.isEmpty() && backups::isOnSameDisk(folderOf(plan, placesOf(context)), plan.secondPlace))
        notes.append(u"The second place is on the same disk as the backups: one broken disk takes both."_s);
    if (!plan.passphraseFile.isEmpty())
        notes.append(
            u"Keep the passphrase in another place too: without it no backup can be opened, and the file is lost "
            "with this computer."_s);
    for (const QString &fingerprint : plan.encryptTo) {
        const auto key = openpgp::KeyFolder::below(context.paths.config).find(fingerprint);
        if (key && !key->rehearsed.isValid())
            notes.append(u"Key %1 has not been rehearsed: civicq-db key rehearse proves that its secret half opens the "
                         "backups."_s.arg(fingerprint));
    }
    if (plan.secondPlace.isEmpty())
        notes.append(u"There is no second place: a backup beside its database goes down with it."_s);
    return notes;
}

void install(Context &context, const InstallOptions &options, const Result<backups::BackupRequest> &request)
{
    auto plan = request ? planOf(context, options, *request) : Result<BackupPlan>(core::fail(request.error()));
    if (const auto ready = plan ? protect(context, options.protect, *plan) : Result<>(); !ready)
        plan = core::fail(ready.error());
    const auto parameters =
        plan ? planParameters(context, *plan) : Result<postgres::ConnectionParameters>(core::fail(plan.error()));
    // What cannot be reached with somebody there will not be reached at night.
    const auto session = parameters ? postgres::Connection::open(context.task, *parameters)
                                    : Result<std::unique_ptr<postgres::Connection>>(core::fail(parameters.error()));
    if (!session) {
        context.status = context.report(session.error());
        return;
    }
    plan->database = (*session)->database();
    const auto scheduling = schedulingOf(context);
    const auto saved = backups::schedulePlan(context.task, scheduling, *plan);
    const auto job = saved ? backups::jobReport(context.task, scheduling, *saved)
                           : Result<backups::JobReport>(core::fail(saved.error()));
    if (!job) {
        context.status = context.report(job.error());
        return;
    }
    const QStringList notes = notesOf(context, *saved, job->state);
    const QString words = u"%1 is backed up every day at %2, by %3; kept are %4."_s.arg(
        saved->connection, saved->at.toString(u"HH:mm"_s), job->scheduler, phrases::policyText(saved->retention));
    context.task.clear();
    context.output.result({{u"plan"_s, saved->id},
                           {u"connection"_s, saved->connection},
                           {u"database"_s, saved->database},
                           {u"at"_s, saved->at.toString(u"HH:mm"_s)},
                           {u"scheduler"_s, job->scheduler},
                           {u"encrypted"_s, saved->isProtected()},
                           {u"notes"_s, QJsonArray::fromStringList(notes)}},
                          (QStringList{words} + notes).join(u'\n'));
}

} // namespace

Result<postgres::ConnectionParameters> planParameters(Context &context, const BackupPlan &plan)
{
    if (plan.profile.isNull()) {
        context.target = {{}, u"sandbox"_s};
        return context.database();
    }
    const auto profiles = connections::ProfileStore(context.paths.config).load();
    if (!profiles)
        return core::fail(profiles.error());
    const auto profile = std::ranges::find(*profiles, plan.profile, &Profile::id);
    if (profile == profiles->end())
        return core::fail(ErrorCode::NotFound,
                          u"the connection \"%1\" of this schedule is no longer saved"_s.arg(plan.connection));
    if (plan.passwordFile.isEmpty())
        return savedConnection(context.paths, profile->name);
    const auto password = core::readSecretFile(plan.passwordFile, u"password file"_s);
    if (!password)
        return core::fail(password.error());
    return connections::sessionParameters(*profile, *password);
}

void addScheduleInstall(CLI::App &schedule, Context &context)
{
    const auto options = std::make_shared<InstallOptions>();
    CLI::App *command = schedule.add_subcommand("install", "Have a saved connection backed up every day");
    command->add_option("--daily", options->at, "When, by the clock on the wall: HH:MM")->required();
    const auto request = addBackupOptions(*command, context);
    addProtect(*command, options->protect);
    addRetention(*command, options->policy, options->keepGiven);
    command->add_option("--second-place", options->secondPlace,
                        "A folder on another disk or share that gets a copy, read back and compared");
    command->add_flag("--prove", options->prove,
                      "Restore each into a scratch database of the sandbox and compare everything");
    command->add_option("--password-file", options->passwordFile,
                        "A file with the connection's password, that only you may read");
    command->callback([&context, options, request] { install(context, *options, request()); });
}

} // namespace civicq::cli

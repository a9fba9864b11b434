// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db profiles: the saved connections, and what their databases are used for. Never prints a password.
#include "cli/command.h"
#include "connections/keychain.h"
#include "connections/marking.h"
#include "connections/profilejson.h"
#include "connections/profilestore.h"
#include "core/platform.h"
#include "postgres/environment.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using civicq::connections::Keychain;
using civicq::connections::PasswordSource;
using civicq::connections::Profile;
using civicq::connections::ProfileStore;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::Secret;
using civicq::postgres::Environment;
using civicq::postgres::EnvironmentMark;
using civicq::postgres::environmentName;

namespace civicq::cli {

namespace {

ProfileStore storeOf(const Context &context)
{
    return ProfileStore(context.paths.config);
}

QString passwordWords(PasswordSource source)
{
    switch (source) {
    case PasswordSource::Keychain: return u"keychain"_s;
    case PasswordSource::AskEachTime: return u"asked for each time"_s;
    case PasswordSource::Libpq: return u"password file"_s;
    }
    return {};
}

int list(Context &context)
{
    const auto profiles = storeOf(context).load();
    if (!profiles)
        return context.report(profiles.error());
    QJsonArray array;
    QList<QStringList> rows{{u"Name"_s, u"Group"_s, u"Database"_s, u"User"_s, u"Password"_s}};
    for (const Profile &profile : *profiles) {
        array.append(profileToJson(profile));
        rows.append({profile.name, profile.group, profile.parameters.describe(), profile.parameters.user,
                     passwordWords(profile.passwordSource)});
    }
    context.output.result({{u"profiles"_s, array}},
                          profiles->isEmpty()
                              ? u"No saved connections; civicq-db profiles add NAME --url postgresql://... saves one."_s
                              : Output::table(rows));
    return Done;
}

int show(Context &context, const QString &name)
{
    const auto profile = storeOf(context).find(name);
    if (!profile)
        return context.report(profile.error());
    QList<QStringList> rows{{u"Name:"_s, profile->name},
                            {u"Group:"_s, profile->group},
                            {u"Address:"_s, profile->parameters.toUri()},
                            {u"Password:"_s, passwordWords(profile->passwordSource)}};
    context.output.result(profileToJson(*profile), Output::table(rows));
    return Done;
}

struct NewProfile
{
    std::string name;
    std::string group;
    std::string password = "keychain";
};

// The password to keep: the address's own, else typed on the terminal. Empty where there is none to be had.
Secret passwordToKeep(const Profile &profile, const Secret &given)
{
    if (!given.isEmpty())
        return given;
    const auto typed = core::readPassword(u"Password for %1 (empty for none): "_s.arg(profile.parameters.describe()));
    return typed ? Secret(*typed) : Secret();
}

int add(Context &context, const NewProfile &wanted)
{
    if (context.target.url.isEmpty()) {
        return context.report(core::fail(ErrorCode::InvalidArgument,
                                         u"say where the database is: --url postgresql://user@host:5432/database"_s)
                                  .error());
    }
    const auto parameters = resolveTarget({context.target.url, {}}, {});
    if (!parameters)
        return context.report(parameters.error());
    Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = text(wanted.name);
    profile.group = text(wanted.group);
    profile.parameters = *parameters;
    profile.passwordSource = connections::passwordSourceFromName(text(wanted.password));
    if (const auto checked = ProfileStore::check(profile); !checked)
        return context.report(checked.error());

    Keychain keychain;
    bool kept = false;
    if (profile.passwordSource == PasswordSource::Keychain) {
        const Secret password = passwordToKeep(profile, parameters->password);
        if (!password.isEmpty()) {
            if (const auto written = connections::writeNow(keychain, profile.id, password); !written)
                return context.report(written.error());
            kept = true;
        }
    }
    auto store = storeOf(context);
    const auto saved = store.save(profile);
    if (!saved) {
        if (kept && !connections::removeNow(keychain, profile.id))
            context.output.message(u"The password stays in the keychain; remove it there."_s);
        return context.report(saved.error());
    }
    QJsonObject document = profileToJson(*saved);
    document.insert("passwordKept"_L1, kept);
    context.output.result(document, u"Saved \"%1\" (%2)."_s.arg(saved->name, saved->parameters.describe()));
    if (!parameters->password.isEmpty() && !kept)
        context.output.message(u"The password in the address was not saved."_s);
    return Done;
}

int remove(Context &context, const QString &name)
{
    auto store = storeOf(context);
    const auto profile = store.find(name);
    if (!profile)
        return context.report(profile.error());
    if (const auto removed = store.remove(profile->id); !removed)
        return context.report(removed.error());
    if (profile->passwordSource == PasswordSource::Keychain) {
        Keychain keychain;
        if (!connections::removeNow(keychain, profile->id))
            context.output.message(u"The keychain could not be reached: a password kept there stays."_s);
    }
    context.output.result({{u"removed"_s, profile->name}},
                          u"Removed \"%1\". The database itself is as it was."_s.arg(profile->name));
    return Done;
}

QString markSentence(const EnvironmentMark &mark, const QString &database)
{
    if (mark.isOfCopy()) {
        return u"%1 is not marked; it carries the mark (%2) of %3, from which it was restored or moved."_s.arg(
            database, environmentName(mark.recorded), mark.writtenFor);
    }
    if (mark.environment == Environment::Unknown)
        return u"%1 is not marked."_s.arg(database);
    return u"%1 is marked as %2."_s.arg(database, environmentName(mark.environment));
}

int mark(Context &context, const std::string &environment)
{
    const auto parameters = context.database();
    if (!parameters)
        return context.report(parameters.error());
    // "none" reads as Unknown: no mark.
    const auto found = environment.empty()
                           ? connections::readMark(context.task, *parameters)
                           : connections::setMark(context.task, *parameters,
                                                  postgres::environmentFromName(text(environment)), context.confirm);
    if (!found) {
        core::Error error = found.error();
        if (error.code == ErrorCode::ProductionProtected)
            error.hint = u"To take that away, repeat its name: --confirm %1"_s.arg(error.arguments.value(0));
        return context.report(error);
    }
    context.output.result({{u"database"_s, found->database},
                           {u"environment"_s, environmentName(found->mark.environment)},
                           {u"writtenFor"_s, found->mark.writtenFor}},
                          markSentence(found->mark, found->database));
    return Done;
}

} // namespace

void addProfiles(CLI::App &app, Context &context)
{
    CLI::App *group = app.add_subcommand("profiles", "Saved connections");
    group->require_subcommand(1);
    const auto name = std::make_shared<std::string>();

    group->add_subcommand("list", "All of them")->callback([&context] { context.status = list(context); });

    CLI::App *one = group->add_subcommand("show", "One of them; never its password");
    one->add_option("name", *name, "Its name")->required();
    one->callback([&context, name] { context.status = show(context, text(*name)); });

    const auto wanted = std::make_shared<NewProfile>();
    CLI::App *adding = group->add_subcommand("add", "Save a connection; its address with --url");
    adding->add_option("name", wanted->name, "A name for it")->required();
    adding->add_option("--group", wanted->group, "The group it is shown in");
    adding
        ->add_option("--password", wanted->password,
                     "Where its password is: keychain (asked for now), ask (each time), libpq (the password file)")
        ->check(CLI::IsMember({"keychain", "ask", "libpq"}));
    adding->callback([&context, wanted] { context.status = add(context, *wanted); });

    CLI::App *removing = group->add_subcommand("remove", "Forget a connection and its password; the database stays");
    removing->add_option("name", *name, "Its name")->required();
    removing->callback([&context, name] { context.status = remove(context, text(*name)); });

    const auto environment = std::make_shared<std::string>();
    CLI::App *marking = group->add_subcommand("mark", "Say in the database itself what it is used for, or read it");
    marking->add_option_function<std::string>(
        "name", [&context](const std::string &value) { context.target.connection = text(value); },
        "A saved connection; or --url, --connection");
    marking->add_option("--environment", *environment, "production, staging, development or none")
        ->check(CLI::IsMember({"production", "staging", "development", "none"}));
    marking->callback([&context, environment] { context.status = mark(context, *environment); });
}

} // namespace civicq::cli

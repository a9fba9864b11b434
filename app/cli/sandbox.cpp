// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db sandbox: the private PostgreSQL and its snapshots.
#include "cli/command.h"
#include "core/units.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using civicq::sandbox::Lifetime;
using civicq::sandbox::Presence;
using civicq::sandbox::Snapshot;
using civicq::sandbox::Status;

namespace civicq::cli {

namespace {

QString word(Presence presence)
{
    switch (presence) {
    case Presence::Missing: return u"missing"_s;
    case Presence::Stopped: return u"stopped"_s;
    case Presence::Running: return u"running"_s;
    }
    return {};
}

QJsonObject document(const Status &status, const QString &url)
{
    QJsonObject out{{u"state"_s, word(status.presence)}, {u"folder"_s, status.folder}};
    if (status.presence == Presence::Missing)
        return out;
    out.insert(u"database"_s, QString::fromLatin1(sandbox::Sandbox::databaseName));
    out.insert(u"version"_s, status.major);
    out.insert(u"port"_s, status.port);
    out.insert(u"url"_s, url);
    if (status.presence == Presence::Running) {
        out.insert(u"pid"_s, status.pid);
        out.insert(u"started"_s, status.startedAt.toString(Qt::ISODate));
        out.insert(u"stops_with_programs"_s, !status.keepRunning);
    }
    return out;
}

QString sentence(const Status &status, const QString &url)
{
    switch (status.presence) {
    case Presence::Missing: return u"There is no sandbox yet; civicq-db sandbox start makes one."_s;
    case Presence::Stopped:
        return u"The sandbox (PostgreSQL %1, in %2) is stopped."_s.arg(status.major).arg(status.folder);
    case Presence::Running: return u"The sandbox (PostgreSQL %1) runs at\n%2"_s.arg(status.major).arg(url);
    }
    return {};
}

void printStatus(Context &context)
{
    const Status status = context.sandbox().status();
    const QString url = context.sandbox().parameters().toUri();
    context.task.clear();
    context.output.result(document(status, url), sentence(status, url));
    context.status = Done;
}

template<typename T>
bool succeeded(Context &context, const core::Result<T> &result)
{
    context.task.clear();
    if (!result)
        context.status = context.report(result.error());
    return result.has_value();
}

void addServerCommands(CLI::App &group, Context &context)
{
    group.add_subcommand("start", "Make it if there is none, start it, and leave it running")->callback([&context] {
        if (succeeded(context, context.sandbox().start(context.task, Lifetime::UntilStopped)))
            printStatus(context);
    });
    group.add_subcommand("stop", "Stop it; everything in it stays")->callback([&context] {
        if (succeeded(context, context.sandbox().stop(context.task)))
            printStatus(context);
    });
    group.add_subcommand("status", "Whether it is there and runs")->callback([&context] { printStatus(context); });
    group.add_subcommand("reset", "Delete everything in it, snapshots too, and start a fresh one")
        ->callback([&context] {
            if (succeeded(context, context.sandbox().reset(context.task, Lifetime::UntilStopped)))
                printStatus(context);
        });
    group.add_subcommand("url", "Start it if need be, and print its address for psql")->callback([&context] {
        // Asking where it is must not change how long a running one lives; one started for this must outlive us.
        const bool runs = context.sandbox().status().presence == Presence::Running;
        const auto started =
            context.sandbox().start(context.task, runs ? Lifetime::WithPrograms : Lifetime::UntilStopped);
        if (!succeeded(context, started))
            return;
        // The address is what was asked for: --quiet does not take it away.
        if (context.output.json)
            context.output.result({{u"url"_s, started->toUri()}}, {});
        else
            Output::writeOut(started->toUri() + u'\n');
        context.status = Done;
    });
}

QJsonObject document(const Snapshot &snapshot)
{
    return {{u"name"_s, snapshot.name},
            {u"taken"_s, snapshot.takenAt.toString(Qt::ISODateWithMs)},
            {u"bytes"_s, snapshot.bytes}};
}

void take(Context &context, const QString &name, bool replace)
{
    QElapsedTimer clock;
    clock.start();
    const auto taken = context.sandbox().takeSnapshot(context.task, name, replace);
    if (!succeeded(context, taken))
        return;
    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    QJsonObject out = document(*taken);
    out.insert(u"seconds"_s, seconds);
    context.output.result(
        out, u"Snapshot \"%1\" taken (%2, %3 s)."_s.arg(name, core::formatBytes(taken->bytes)).arg(seconds, 0, 'f', 2));
}

void goBack(Context &context, const QString &name)
{
    QElapsedTimer clock;
    clock.start();
    if (!succeeded(context, context.sandbox().returnTo(context.task, name)))
        return;
    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    context.output.result(
        {{u"name"_s, name}, {u"seconds"_s, seconds}},
        u"The database civicq is as it was in snapshot \"%1\" (%2 s)."_s.arg(name).arg(seconds, 0, 'f', 2));
}

void list(Context &context)
{
    const auto all = context.sandbox().snapshots(context.task);
    if (!succeeded(context, all))
        return;
    QJsonArray array;
    QList<QStringList> rows{{u"Snapshot"_s, u"Taken"_s, u"Size"_s}};
    for (const Snapshot &snapshot : *all) {
        array.append(document(snapshot));
        rows.append({snapshot.name, snapshot.takenAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
                     core::formatBytes(snapshot.bytes)});
    }
    context.output.result({{u"snapshots"_s, array}}, all->isEmpty() ? u"No snapshots."_s : Output::table(rows));
}

void addSnapshotCommands(CLI::App &group, Context &context)
{
    const auto name = std::make_shared<std::string>();
    const auto replace = std::make_shared<bool>(false);
    CLI::App *snapshot = group.add_subcommand("snapshot", "Keep the database as it is now, under a name");
    snapshot->add_option("name", *name, "Any text")->required();
    snapshot->add_flag("--replace", *replace, "Instead of an older one of that name");
    snapshot->callback([&context, name, replace] { take(context, text(*name), *replace); });

    CLI::App *back = group.add_subcommand("return", "Make the database what it was in a snapshot");
    back->add_option("name", *name, "The snapshot's name")->required();
    back->callback([&context, name] { goBack(context, text(*name)); });

    group.add_subcommand("snapshots", "List them")->callback([&context] { list(context); });

    CLI::App *remove = group.add_subcommand("delete", "Delete a snapshot");
    remove->add_option("name", *name, "The snapshot's name")->required();
    remove->callback([&context, name] {
        if (succeeded(context, context.sandbox().deleteSnapshot(context.task, text(*name))))
            context.output.result({{u"name"_s, text(*name)}}, u"Snapshot \"%1\" deleted."_s.arg(text(*name)));
    });
}

} // namespace

void addSandbox(CLI::App &app, Context &context)
{
    CLI::App *group = app.add_subcommand("sandbox", "A private PostgreSQL to try things on");
    group->require_subcommand(1);
    addServerCommands(*group, context);
    addSnapshotCommands(*group, context);
}

} // namespace civicq::cli

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "core/platform.h"
#include "postgres/connection.h"
#include "postgres/environment.h"
#include "sandbox/cluster.h"
#include "sandbox/port.h"
#include "sandbox/sandboxfiles.h"
#include "sandbox/sandboxlock.h"
#include "sandbox/snapshots.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QThread>
#include <QtCore/QTimeZone>

#include <mutex>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::TaskContext;
using civicq::postgres::Connection;
using civicq::postgres::ConnectionParameters;

namespace civicq::sandbox {

namespace {

constexpr qint64 longestChange = 120'000; // ms a server may take to come up or to go down
constexpr int turnMilliseconds = 50;

void report(TaskContext &context, const QString &step, int done)
{
    context.report({step, QString(), done, 3, core::Unit::Steps});
}

} // namespace

struct Sandbox::Private
{
    SandboxFiles files;
    const postgres::ClientTools &tools;
    core::ProcessRunner &processes;
    std::mutex mutex; // guards use
    std::unique_ptr<UseMark> use;

    [[nodiscard]] ConnectionParameters parametersAt(int port, const QString &database) const;
    [[nodiscard]] Result<> make(TaskContext &context);
    [[nodiscard]] Result<> checkData() const;
    [[nodiscard]] Result<bool> isUp(TaskContext &context);
    [[nodiscard]] Result<> launch(TaskContext &context);
    [[nodiscard]] Result<> stopServer(TaskContext &context, const QString &mode);
    [[nodiscard]] Result<> bringUp(TaskContext &context, Lifetime lifetime);
    [[nodiscard]] Result<> markEnvironment(TaskContext &context);
    [[nodiscard]] Result<std::unique_ptr<Connection>> connectAsOwner(TaskContext &context) const;
    // Under the lock, with the server up, on a session with the database postgres.
    template<typename T>
    Result<T> onServer(TaskContext &context, const std::function<Result<T>(Connection &)> &body);
};

ConnectionParameters Sandbox::Private::parametersAt(int port, const QString &database) const
{
    ConnectionParameters parameters;
    parameters.host = u"127.0.0.1"_s;
    parameters.port = port;
    parameters.user = QString::fromLatin1(sandboxUser);
    parameters.database = database;
    parameters.passFile = QDir::toNativeSeparators(files.passFile());
    parameters.sslMode = u"disable"_s; // it never leaves this computer
    return parameters;
}

Result<std::unique_ptr<Connection>> Sandbox::Private::connectAsOwner(TaskContext &context) const
{
    return Connection::open(context, parametersAt(readPostmasterFile(files.data()).port, u"postgres"_s));
}

Result<> Sandbox::Private::checkData() const
{
    const auto damaged = [](const QString &message, const QString &path) {
        core::Error error;
        error.code = ErrorCode::Corrupt;
        error.message = message;
        error.hint = u"reset the sandbox to get a fresh one"_s;
        error.arguments = {QDir::toNativeSeparators(path)};
        return core::fail(std::move(error));
    };
    if (files.dataMajor() == 0)
        return damaged(u"the sandbox's data folder is damaged"_s, files.data());
    if (!QFile::exists(files.passFile()))
        return damaged(u"the sandbox's password file is missing"_s, files.passFile());
    return {};
}

Result<> Sandbox::Private::make(TaskContext &context)
{
    report(context, u"Creating the sandbox"_s, 0);
    const auto cluster = Cluster::find(context, tools, processes, files, 0);
    if (!cluster)
        return core::fail(cluster.error());
    return cluster->create(context);
}

// Whether the server of this data folder takes connections. Waits for one that is coming or going. A postmaster.pid from
// before a power cut may name a process that is now another one's: if it says "ready" and nothing listens, it is stale
// (a live server listens until it says "stopping"), and is removed, since PostgreSQL itself would refuse to start.
Result<bool> Sandbox::Private::isUp(TaskContext &context)
{
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        const PostmasterFile file = readPostmasterFile(files.data());
        if (file.pid == 0 || !core::processIsAlive(file.pid))
            return false;
        if (file.status == "ready"_L1 && !isListening(file.port)) {
            const PostmasterFile again = readPostmasterFile(files.data());
            if (again.pid == file.pid && again.status == "ready"_L1) {
                QFile::remove(files.data() + u"/postmaster.pid"_s);
                return false;
            }
        } else if (file.status == "ready"_L1) {
            return true;
        }
        if (context.isCancelled())
            return TaskContext::cancelled();
        if (clock.elapsed() > longestChange) {
            return core::fail(
                ErrorCode::Busy,
                u"the sandbox's server (process %1) has been starting or stopping for two minutes"_s.arg(file.pid),
                {QString::number(file.pid)});
        }
        QThread::msleep(turnMilliseconds);
    }
}

Result<> Sandbox::Private::launch(TaskContext &context)
{
    report(context, u"Starting the sandbox"_s, 1);
    const auto cluster = Cluster::find(context, tools, processes, files, files.dataMajor());
    if (!cluster)
        return core::fail(cluster.error());
    State state = files.readState();
    for (int attempt = 0;; ++attempt) {
        if (state.port == 0 || !isFree(state.port))
            state.port = choosePort();
        if (state.port == 0)
            return core::fail(ErrorCode::Busy, u"no free port was found on this computer"_s);
        // Kept before the server runs on it, so that a crash in between loses nothing.
        if (const auto written = files.writeState(state); !written)
            return written;
        const auto started = cluster->start(context, state.port, state.preload);
        if (started)
            return {};
        // A program that was killed may have had a server on its way up.
        if (const auto up = isUp(context); up && *up)
            return {};
        const bool library = started.error().detail.contains("pg_stat_statements"_L1);
        if (attempt == 4 || (started.error().code != ErrorCode::Busy && !(library && state.preload)))
            return started;
        if (library)
            state.preload = false; // these programs came without it; the sandbox works all the same
        else
            state.port = 0; // somebody took it between the question and the start
    }
}

Result<> Sandbox::Private::stopServer(TaskContext &context, const QString &mode)
{
    const PostmasterFile file = readPostmasterFile(files.data());
    if (file.pid == 0 || !core::processIsAlive(file.pid) || (file.status == "ready"_L1 && !isListening(file.port)))
        return {};
    // Any version's pg_ctl can stop any other's server; the right one may be gone from this computer.
    auto cluster = Cluster::find(context, tools, processes, files, files.dataMajor());
    if (!cluster)
        cluster = Cluster::find(context, tools, processes, files, 0);
    if (!cluster)
        return core::fail(cluster.error());
    return cluster->stop(context, mode);
}

Result<> Sandbox::Private::markEnvironment(TaskContext &context)
{
    const int port = readPostmasterFile(files.data()).port;
    const auto connection = Connection::open(context, parametersAt(port, QString::fromLatin1(databaseName)));
    if (!connection)
        return core::fail(connection.error());
    const auto mark = postgres::readEnvironment(context, **connection);
    if (mark && mark->environment == postgres::Environment::Sandbox)
        return {};
    const auto written = postgres::writeEnvironment(context, **connection, postgres::Environment::Sandbox);
    if (!written)
        return core::fail(written.error());
    return {};
}

Result<> Sandbox::Private::bringUp(TaskContext &context, Lifetime lifetime)
{
    files.removeLeftovers();
    if (!files.hasData()) {
        if (const auto made = make(context); !made)
            return made;
    }
    if (const auto checked = checkData(); !checked)
        return checked;
    const auto up = isUp(context);
    if (!up)
        return core::fail(up.error());
    if (!*up) {
        if (const auto launched = launch(context); !launched)
            return launched;
    }
    State state = files.readState();
    const bool keep = lifetime == Lifetime::UntilStopped || (*up && state.keepRunning);
    if (state.keepRunning != keep) {
        state.keepRunning = keep;
        if (const auto written = files.writeState(state); !written)
            return written;
    }
    {
        const std::scoped_lock lock(mutex);
        if (!use)
            use = std::make_unique<UseMark>(files.users());
    }
    report(context, u"Opening the database"_s, 2);
    const auto connection = connectAsOwner(context);
    if (!connection)
        return core::fail(connection.error());
    if (const auto ensured = ensureDatabase(context, **connection); !ensured)
        return ensured;
    return markEnvironment(context);
}

template<typename T>
Result<T> Sandbox::Private::onServer(TaskContext &context, const std::function<Result<T>(Connection &)> &body)
{
    if (core::runsAsSuperuser())
        return core::fail(ErrorCode::RunsAsRoot, u"PostgreSQL refuses to run as root"_s);
    if (const auto prepared = files.prepare(); !prepared)
        return core::fail(prepared.error());
    const auto lock = OperationLock::take(context, files.lock());
    if (!lock)
        return core::fail(lock.error());
    if (const auto up = bringUp(context, Lifetime::WithPrograms); !up)
        return core::fail(up.error());
    const auto connection = connectAsOwner(context);
    if (!connection)
        return core::fail(connection.error());
    return body(**connection);
}

Sandbox::Sandbox(QString folder, const postgres::ClientTools &tools, core::ProcessRunner &processes)
    : d(new Private{SandboxFiles(QDir::cleanPath(folder)), tools, processes, {}, nullptr})
{}

Sandbox::~Sandbox() = default;

Result<ConnectionParameters> Sandbox::start(TaskContext &context, Lifetime lifetime)
{
    if (core::runsAsSuperuser())
        return core::fail(ErrorCode::RunsAsRoot, u"PostgreSQL refuses to run as root"_s);
    if (const auto prepared = d->files.prepare(); !prepared)
        return core::fail(prepared.error());
    const auto lock = OperationLock::take(context, d->files.lock());
    if (!lock)
        return core::fail(lock.error());
    if (const auto up = d->bringUp(context, lifetime); !up)
        return core::fail(up.error().during(u"starting the sandbox"_s));
    return parameters();
}

Result<> Sandbox::stop(TaskContext &context)
{
    if (!d->files.hasData())
        return {};
    const auto lock = OperationLock::take(context, d->files.lock());
    if (!lock)
        return core::fail(lock.error());
    return d->stopServer(context, u"fast"_s);
}

Result<> Sandbox::leave(TaskContext &context)
{
    if (!d->files.hasData())
        return {};
    const auto lock = OperationLock::take(context, d->files.lock());
    if (!lock)
        return core::fail(lock.error());
    {
        const std::scoped_lock guard(d->mutex);
        if (!d->use)
            return {}; // never used by this program
        d->use.reset();
    }
    if (d->files.readState().keepRunning || UseMark::othersIn(d->files.users(), nullptr))
        return {};
    return d->stopServer(context, u"fast"_s);
}

Result<ConnectionParameters> Sandbox::reset(TaskContext &context, Lifetime lifetime)
{
    if (core::runsAsSuperuser())
        return core::fail(ErrorCode::RunsAsRoot, u"PostgreSQL refuses to run as root"_s);
    if (const auto prepared = d->files.prepare(); !prepared)
        return core::fail(prepared.error());
    const auto lock = OperationLock::take(context, d->files.lock());
    if (!lock)
        return core::fail(lock.error());
    // Before anything is deleted: without the programs there would be no fresh one.
    if (const auto cluster = Cluster::find(context, d->tools, d->processes, d->files, 0); !cluster)
        return core::fail(cluster.error());
    if (const auto stopped = d->stopServer(context, u"immediate"_s); !stopped)
        return core::fail(stopped.error());
    if (const auto removed = d->files.removeData(); !removed)
        return core::fail(removed.error());
    if (const auto up = d->bringUp(context, lifetime); !up)
        return core::fail(up.error().during(u"making a fresh sandbox"_s));
    return parameters();
}

Status Sandbox::status() const
{
    Status status;
    status.folder = d->files.folder();
    const State state = d->files.readState();
    status.port = state.port;
    status.keepRunning = state.keepRunning;
    if (!d->files.hasData())
        return status;
    status.presence = Presence::Stopped;
    status.major = d->files.dataMajor();
    const PostmasterFile file = readPostmasterFile(d->files.data());
    if (file.pid != 0 && core::processIsAlive(file.pid) && file.status == "ready"_L1 && isListening(file.port)) {
        status.presence = Presence::Running;
        status.pid = file.pid;
        status.port = file.port;
        status.startedAt = QDateTime::fromSecsSinceEpoch(file.startedAt, QTimeZone::UTC);
    }
    return status;
}

ConnectionParameters Sandbox::parameters() const
{
    const int running = readPostmasterFile(d->files.data()).port;
    return d->parametersAt(running != 0 ? running : d->files.readState().port, QString::fromLatin1(databaseName));
}

Result<Snapshot> Sandbox::takeSnapshot(TaskContext &context, const QString &name, bool replace)
{
    return d->onServer<Snapshot>(
        context, [&](Connection &connection) { return sandbox::takeSnapshot(context, connection, name, replace); });
}

Result<> Sandbox::returnTo(TaskContext &context, const QString &name)
{
    return d->onServer<void>(context, [&](Connection &connection) -> Result<> {
        if (const auto returned = returnToSnapshot(context, connection, name); !returned)
            return returned;
        // A copy has a new identity, and the mark names the one it was written for.
        return d->markEnvironment(context);
    });
}

Result<QList<Snapshot>> Sandbox::snapshots(TaskContext &context)
{
    return d->onServer<QList<Snapshot>>(context,
                                        [&](Connection &connection) { return listSnapshots(context, connection); });
}

Result<> Sandbox::deleteSnapshot(TaskContext &context, const QString &name)
{
    return d->onServer<void>(
        context, [&](Connection &connection) { return sandbox::deleteSnapshot(context, connection, name); });
}

} // namespace civicq::sandbox

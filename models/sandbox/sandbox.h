// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A private PostgreSQL of the app's own, on the loopback alone, with a generated password in a file only its owner can
// read; the database in it is `civicq`, marked as sandbox. Any worker thread, any number of programs at once: each call
// takes a lock file for as long as it works. Survives being killed at any moment: what was not whole is made anew, a
// server that died is started again. Errors: RunsAsRoot, ToolMissing, DataFolderVersion (data folder, its major version, the
// one found), NoSpace and PermissionDenied (folder), Busy, Corrupt.

#include "core/process.h"
#include "postgres/clienttools.h"
#include "postgres/connectionparameters.h"

#include <QtCore/QDateTime>

#include <memory>

namespace civicq::sandbox {

enum class Presence { Missing, Stopped, Running };

struct Status
{
    Presence presence = Presence::Missing;
    QString folder;
    int major = 0; // of the data folder; 0 when there is none
    int port = 0;
    qint64 pid = 0;      // of a running server
    QDateTime startedAt; // UTC
    bool keepRunning = false;
};

struct Snapshot
{
    QString name;
    QDateTime takenAt; // UTC
    qint64 bytes = 0;
};

// What becomes of the server when the last program that uses it ends.
enum class Lifetime { WithPrograms, UntilStopped };

class Sandbox
{
public:
    static constexpr auto databaseName = "civicq";

    // `folder`: Paths::sandbox(). The references must outlive this.
    Sandbox(QString folder, const postgres::ClientTools &tools, core::ProcessRunner &processes);
    ~Sandbox(); // gives up this program's use of the server, stops nothing
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    // Makes it if there is none, starts it if it is down, and says where it is.
    [[nodiscard]] core::Result<postgres::ConnectionParameters> start(core::TaskContext &context, Lifetime lifetime);
    [[nodiscard]] core::Result<> stop(core::TaskContext &context);
    // At the program's end: stops it unless another program uses it or it was started to stay.
    [[nodiscard]] core::Result<> leave(core::TaskContext &context);
    // Deletes everything in it, snapshots too, and starts a fresh one.
    [[nodiscard]] core::Result<postgres::ConnectionParameters> reset(core::TaskContext &context, Lifetime lifetime);
    // Quick and without a lock, but it asks the port: not for the GUI thread.
    [[nodiscard]] Status status() const;
    // Of the database civicq; no password in it, but the file that has it.
    [[nodiscard]] postgres::ConnectionParameters parameters() const;

    // The database civicq as it is now, under a name. Its connections are ended. AlreadyExists unless `replace`.
    [[nodiscard]] core::Result<Snapshot> takeSnapshot(core::TaskContext &context, const QString &name, bool replace);
    // civicq becomes what it was; one step on the server, so that it is the old or the new one whatever happens.
    [[nodiscard]] core::Result<> returnTo(core::TaskContext &context, const QString &name);
    [[nodiscard]] core::Result<QList<Snapshot>> snapshots(core::TaskContext &context);
    [[nodiscard]] core::Result<> deleteSnapshot(core::TaskContext &context, const QString &name);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace civicq::sandbox

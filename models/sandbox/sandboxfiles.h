// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the sandbox keeps what, and the small files among it. Private to models/sandbox; plain functions on the calling
// thread. Whoever changes something holds the OperationLock.
//
//   lock          held while something is started, stopped or made
//   users/        a lock file for each program that uses the server now
//   data/         the cluster; renamed to this name once it is whole
//   data.new-*/   an initdb that is not finished, or was interrupted; each its own name, for the initdb of a program that
//                 was killed goes on for a while
//   data.old/     a cluster being deleted
//   pgpass        the password, readable by its owner alone
//   state.json    port, and whether the server goes on when the last program has gone
//   server.log

#include "core/result.h"
#include "core/secret.h"

namespace civicq::sandbox {

struct State
{
    int port = 0; // 0: none chosen yet
    bool keepRunning = false;
    bool preload = true; // pg_stat_statements; false once the server has refused to start with it
};

class SandboxFiles
{
public:
    explicit SandboxFiles(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString lock() const;
    [[nodiscard]] QString users() const;
    [[nodiscard]] QString data() const;
    [[nodiscard]] QString initdbPassword() const; // there only while initdb runs
    [[nodiscard]] QString passFile() const;
    [[nodiscard]] QString log() const;

    [[nodiscard]] bool hasData() const;
    [[nodiscard]] int dataMajor() const; // from PG_VERSION; 0 when it cannot be read
    // Makes the folders, and says clearly when that is not possible.
    [[nodiscard]] core::Result<> prepare() const;
    // What an interrupted start or reset left behind.
    void removeLeftovers() const;
    // Puts the cluster out of the way in one step, then deletes it.
    [[nodiscard]] core::Result<> removeData() const;

    [[nodiscard]] State readState() const; // defaults when there is none
    [[nodiscard]] core::Result<> writeState(const State &state) const;
    [[nodiscard]] core::Result<> writePassword(const core::Secret &password) const;

private:
    QString m_folder;
};

// The file a running server keeps in its data folder.
struct PostmasterFile
{
    qint64 pid = 0;
    qint64 startedAt = 0; // seconds since 1970
    int port = 0;
    QString status; // starting, ready, stopping
};

// Zero pid: there is no such file.
[[nodiscard]] PostmasterFile readPostmasterFile(const QString &dataFolder);

} // namespace civicq::sandbox

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The server's own programs at work on the sandbox's data folder: initdb, pg_ctl. Private to models/sandbox. pg_ctl and not
// postgres itself: on Windows pg_ctl drops an administrator's rights, without which postgres refuses to run.

#include "core/process.h"
#include "postgres/clienttools.h"
#include "sandbox/sandboxfiles.h"

namespace civicq::sandbox {

inline constexpr auto sandboxUser = "civicq";

class Cluster
{
public:
    // With the programs for a data folder of `major` (0: none yet, so the newest). Error DataFolderVersion carries the data
    // folder, its major version and the one found ("" for none).
    [[nodiscard]] static core::Result<Cluster> find(core::TaskContext &context, const postgres::ClientTools &tools,
                                                    core::ProcessRunner &processes, const SandboxFiles &files,
                                                    int major);

    // initdb under a temporary name, the password file, then the rename that makes it count.
    [[nodiscard]] core::Result<> create(core::TaskContext &context) const;
    // Returns once the server takes connections. Error Busy: the port is taken.
    [[nodiscard]] core::Result<> start(core::TaskContext &context, int port, bool preload) const;
    // `mode`: fast, immediate.
    [[nodiscard]] core::Result<> stop(core::TaskContext &context, const QString &mode) const;

    [[nodiscard]] int major() const { return m_major; }

private:
    Cluster(core::ProcessRunner &processes, SandboxFiles files, QString binFolder, int major);
    [[nodiscard]] core::ProcessRequest request(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QStringList initdbArguments(const QString &folderName) const;
    [[nodiscard]] core::Result<> writeSettings(bool preload) const;
    [[nodiscard]] core::Result<> runControl(core::TaskContext &context, const QStringList &arguments) const;
    [[nodiscard]] core::Error failure(const QString &what, const QString &text) const;

    core::ProcessRunner *m_processes;
    SandboxFiles m_files;
    QString m_binFolder;
    int m_major;
};

} // namespace civicq::sandbox

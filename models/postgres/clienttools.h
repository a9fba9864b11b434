// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds pg_dump and its kin on this computer: the folder from the settings, the one bundled beside the program, the
// usual install places of Windows, macOS and Linux, then PATH. Any worker thread (asks each found program for its
// version). pg_dump is never older than the server: Error ToolTooOld carries tool, found version and wanted major;
// ToolMissing tool and wanted major.

#include "core/process.h"

#include <QtCore/QList>

namespace civicq::postgres {

struct ClientTool
{
    QString path;
    int versionNumber = 0; // 170002, as the server counts
    [[nodiscard]] int major() const { return versionNumber / 10000; }
};

class ClientTools
{
public:
    ClientTools(core::ProcessRunner &processes, QString preferredFolder);

    // The best `name` ("pg_dump", "psql", "initdb", ...) for a server of `serverMajor`: the same major version if there is
    // one (no surprises at restore), else the oldest that is newer. serverMajor 0: the newest there is.
    [[nodiscard]] core::Result<ClientTool> find(core::TaskContext &context, const QString &name, int serverMajor) const;
    // Every place that is looked in, in order; for the message that nothing was found and for the settings page.
    [[nodiscard]] QStringList folders() const;

private:
    core::ProcessRunner &m_processes;
    QString m_preferredFolder;
};

} // namespace civicq::postgres

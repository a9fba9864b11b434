// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The definitions of an archive, by pg_dump in a snapshot of ours: in custom format for pg_restore, and as SQL to read. Of
// chosen tables also the list of entries that belong to them. And the large objects, as pg_dump has them. Worker threads;
// files in a scratch folder that goes with the object. Errors: ToolMissing, ToolTooOld, ProcessFailed with the tool's
// words, Cancelled, those of files.

#include "backups/databasefacts.h"
#include "backups/sqlsource.h"
#include "core/scratchfolder.h"
#include "postgres/connectionparameters.h"

namespace civicq::backups {

class SchemaDump
{
public:
    // Finds the tools before anything is written.
    [[nodiscard]] static core::Result<std::unique_ptr<SchemaDump>> create(
        core::TaskContext &context, const Toolbox &toolbox, int serverMajor,
        const postgres::ConnectionParameters &parameters);

    // Error Busy: somebody waits to change a table that the caller has locked, and pg_dump would wait behind him. A new
    // snapshot after the change is the way out. `closure` (may be null): only what the chosen tables need.
    [[nodiscard]] core::Result<> run(core::TaskContext &context, const QString &snapshot, const TableClosure *closure);
    // Paths of what run() made; `listPath` only of chosen tables.
    [[nodiscard]] QString dumpPath() const { return m_folder.filePath(QStringLiteral("schema.dump")); }
    [[nodiscard]] QString listPath() const { return m_folder.filePath(QStringLiteral("schema.list")); }
    [[nodiscard]] QString preDataPath() const { return m_folder.filePath(QStringLiteral("pre-data.sql")); }
    [[nodiscard]] QString postDataPath() const { return m_folder.filePath(QStringLiteral("post-data.sql")); }

    // One custom-format dump of all large objects, in pieces as they come.
    [[nodiscard]] core::Result<> largeObjects(core::TaskContext &context, const QString &snapshot,
                                              const std::function<core::Result<>(QByteArrayView)> &sink);

    [[nodiscard]] const postgres::ClientTool &tool() const { return m_pgDump; }

private:
    SchemaDump(const Toolbox &toolbox, postgres::ConnectionParameters parameters)
        : m_toolbox(toolbox), m_parameters(std::move(parameters))
    {}
    [[nodiscard]] core::Result<QByteArray> runTool(core::TaskContext &context, core::ProcessRequest request);
    [[nodiscard]] core::Result<> chooseEntries(core::TaskContext &context, const TableClosure &closure);

    Toolbox m_toolbox;
    postgres::ConnectionParameters m_parameters;
    postgres::ClientTool m_pgDump;
    postgres::ClientTool m_pgRestore;
    core::ScratchFolder m_folder;
};

} // namespace civicq::backups

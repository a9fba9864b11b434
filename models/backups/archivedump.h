// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Dumps a database as a .cqbackup: definitions by pg_dump, rows by several sessions, all of one snapshot, into one sink.
// prepare() finds the tools, takes the snapshot and the locks; nothing is written before write(). The calling worker
// thread; `session` is in a transaction meanwhile and has pg_dump's settings afterwards. Progress in bytes of tables.
// Errors: those of SchemaDump and TableCopy and whatever the sink returns.

#include "archive/archivewriter.h"
#include "backups/dumptables.h"
#include "backups/schemadump.h"
#include "backups/tableboard.h"

namespace civicq::backups {

struct ArchiveDumpRequest
{
    postgres::ConnectionParameters parameters;
    Part part = Part::Everything;
    QList<TableFacts> chosen; // empty: everything
    int zstdLevel = 1;
    int jobs = 1;
    std::shared_ptr<TableBoard> board = {};
};

class ArchiveDump
{
public:
    [[nodiscard]] static core::Result<std::unique_ptr<ArchiveDump>> prepare(core::TaskContext &context,
                                                                            const Toolbox &toolbox,
                                                                            postgres::Connection &session,
                                                                            const ArchiveDumpRequest &request);
    // The manifest as it stands in the archive.
    [[nodiscard]] core::Result<archive::Manifest> write(core::TaskContext &context, const archive::ByteSink &sink);
    // After write(): archive/fingerprint.h, and the SHA-256 of what went into the sink; in hex.
    [[nodiscard]] const QByteArray &fingerprint() const { return m_fingerprint; }
    [[nodiscard]] const QByteArray &sha256() const { return m_sha256; }
    // Of the tables, as the server has them.
    [[nodiscard]] qint64 bytes() const;

private:
    ArchiveDump(postgres::Connection &session, const ArchiveDumpRequest &request)
        : m_session(session), m_request(request)
    {}
    [[nodiscard]] core::Result<> describe(core::TaskContext &context);
    [[nodiscard]] core::Result<> findTables(core::TaskContext &context);
    [[nodiscard]] core::Error reasonFor(core::TaskContext &context, const core::Error &error);
    [[nodiscard]] core::Result<> writeBeforeRows(core::TaskContext &context, archive::ArchiveWriter &writer);
    [[nodiscard]] core::Result<> writeLargeObjects(core::TaskContext &context, archive::ArchiveWriter &writer);
    [[nodiscard]] core::Result<> writeScripts(core::TaskContext &context, archive::ArchiveWriter &writer);

    postgres::Connection &m_session;
    const ArchiveDumpRequest m_request;
    archive::Manifest m_manifest;
    QByteArray m_fingerprint;
    QByteArray m_sha256;
    std::unique_ptr<SchemaDump> m_schema;
    std::optional<TableClosure> m_closure;
    QList<DumpTable> m_tables;
};

} // namespace civicq::backups

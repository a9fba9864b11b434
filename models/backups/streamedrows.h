// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows from an archive that is read once from its beginning to its end: one thread gives chunks as they come, several
// sessions load them. Memory for a few chunks. give() waits while enough are under way. The first error stops everybody:
// running statements are cancelled on the server. Errors: those of loadChunk() and the sessions, Cancelled.

#include "archive/manifest.h"
#include "core/task.h"
#include "postgres/connection.h"

#include <functional>
#include <memory>

namespace civicq::backups {

class StreamedRows
{
public:
    using Connect = std::function<core::Result<std::unique_ptr<postgres::Connection>>(core::TaskContext &)>;

    // The manifest and the context outlive it; `connect` is called by each of the `sessions` threads.
    StreamedRows(core::TaskContext &context, const archive::Manifest &manifest, Connect connect, int sessions);
    ~StreamedRows(); // stops what still runs
    StreamedRows(const StreamedRows &) = delete;
    StreamedRows &operator=(const StreamedRows &) = delete;

    // `table`: in manifest.tables.
    [[nodiscard]] core::Result<> give(qsizetype table, QByteArray packed);
    // Everything given is in, and each table that was given any holds what the manifest says.
    [[nodiscard]] core::Result<> finish();

private:
    struct Board;
    class ChunkTask;
    void work();

    core::TaskContext &m_context;
    const archive::Manifest &m_manifest;
    Connect m_connect;
    std::unique_ptr<Board> m_board;
};

} // namespace civicq::backups

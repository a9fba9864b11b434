// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One worker of the dump: copies pieces of tables over its own session, hashes each row, and hands on whole chunks,
// compressed and with their SHA-256. Holds one chunk, raw and compressed, whatever the tables' size. Its own thread.

#include "archive/manifest.h"
#include "backups/dumpqueue.h"

#include <functional>
#include <memory>

namespace civicq::backups {

// Of one piece, or of several added up.
struct RowTotals
{
    qint64 rows = 0;
    qint64 bytes = 0;
    archive::RowHash hash;
};

class ChunkWorker
{
public:
    // Takes a finished chunk: which piece it is of, facts without a name, compressed bytes. Gives a buffer for the next one,
    // if it has one to spare. Called on the worker's thread.
    using Deliver = std::function<core::Result<QByteArray>(const DumpPiece &, archive::ManifestMember, QByteArray)>;

    ChunkWorker(const QList<DumpTable> &tables, QString databaseEncoding, int zstdLevel, Deliver deliver);
    ~ChunkWorker();

    // One piece, on a session whose transaction has the snapshot.
    [[nodiscard]] core::Result<RowTotals> copy(DumpTask &task, postgres::Connection &session, const DumpPiece &piece);

private:
    class Chunk;
    const QList<DumpTable> &m_tables;
    QString m_encoding;
    Deliver m_deliver;
    std::unique_ptr<Chunk> m_chunk;
};

} // namespace civicq::backups

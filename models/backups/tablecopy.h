// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of all tables, by several workers at once into one archive. The caller's own session, which holds the locks,
// is one of the workers. start() begins the others at once; nothing is written before open(): what they have ready until
// then waits in memory, up to a bound. Ends them in its destructor.
// After an error nothing of it is of use. The first error of any worker is everybody's.

#include "archive/archivewriter.h"
#include "backups/chunkworker.h"
#include "backups/tableboard.h"
#include "postgres/connectionparameters.h"

#include <condition_variable>
#include <thread>

namespace civicq::backups {

struct TableCopyOptions
{
    postgres::ConnectionParameters parameters;
    QString snapshot;
    QString encoding; // the database's
    int zstdLevel = 1;
    int jobs = 1;
    std::shared_ptr<TableBoard> board = {}; // told of each table; may be null
};

class TableCopy
{
public:
    TableCopy(core::TaskContext &context, const TableCopyOptions &options, const QList<DumpTable> &tables,
              archive::ArchiveWriter &writer);
    ~TableCopy();
    TableCopy(const TableCopy &) = delete;
    TableCopy &operator=(const TableCopy &) = delete;

    // `session` has the snapshot and the locks, and is the workers' until finish().
    void start(postgres::Connection &session);
    // `before` writes, now, what must stand before the rows; then they follow.
    [[nodiscard]] core::Result<> open(const std::function<core::Result<>()> &before);
    // Ends the workers; `session` is the caller's again. What had gone wrong before.
    core::Result<> stop();
    // Waits until all rows are in the archive.
    [[nodiscard]] core::Result<> finish(postgres::Connection &session);

    // Each with its members in the order its rows had.
    [[nodiscard]] QList<archive::ManifestTable> tables() const;

private:
    void work();
    void work(postgres::Connection &session, bool holdsLocks);
    [[nodiscard]] core::Result<> deliver(const DumpPiece &piece, archive::ManifestMember facts, QByteArrayView packed);
    [[nodiscard]] core::Result<> add(const DumpPiece &piece, archive::ManifestMember facts, QByteArrayView packed);
    void join();

    const TableCopyOptions m_options;
    const QList<DumpTable> m_tables;
    archive::ArchiveWriter &m_writer;
    DumpTask m_task;
    DumpQueue m_queue;
    std::vector<std::thread> m_threads;

    std::mutex m_mutex; // guards the writer and what follows
    std::condition_variable m_opened;
    bool m_open = false;
    struct Waiting
    {
        DumpPiece piece;
        archive::ManifestMember facts;
        QByteArray packed;
    };
    std::vector<Waiting> m_waiting; // chunks that were ready before open()
    qint64 m_waitingBytes = 0;
    QList<archive::ManifestTable> m_described;
    struct Chunk
    {
        qint64 firstPage = 0; // of its piece
        QString name;
    };
    QList<QList<Chunk>> m_chunks; // of each table, in the order they came
};

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of all tables, by several workers at once into one archive. The caller's own session, which holds the locks,
// is one of the workers'. start() begins them at once; the caller's thread alone writes, in finish(): what they have ready
// until its turn comes waits in memory, up to a bound, so that no worker waits for the disk or another. Ends them in its
// destructor.
// After an error nothing of it is of use. The first error of any worker is everybody's.

#include "archive/archivewriter.h"
#include "backups/chunkworker.h"
#include "backups/tableboard.h"
#include "postgres/connectionparameters.h"

#include <condition_variable>
#include <deque>
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
    // Ends the workers; `session` is the caller's again. What had gone wrong before.
    core::Result<> stop();
    // Writes the rows behind what the archive has now, until all are in it.
    [[nodiscard]] core::Result<> finish(postgres::Connection &session);

    // Each with its members in the order its rows had.
    [[nodiscard]] QList<archive::ManifestTable> tables() const;

private:
    void work();
    void work(postgres::Connection &session, bool holdsLocks);
    struct Ready
    {
        DumpPiece piece;
        archive::ManifestMember facts;
        QByteArray packed;
    };
    void begin(std::function<void()> worker);
    [[nodiscard]] core::Result<QByteArray> deliver(Ready chunk);
    [[nodiscard]] std::optional<Ready> next();
    [[nodiscard]] core::Result<> add(Ready &chunk);
    void writeAll();
    void join();

    const TableCopyOptions m_options;
    const QList<DumpTable> m_tables;
    archive::ArchiveWriter &m_writer;
    DumpTask m_task;
    DumpQueue m_queue;
    std::vector<std::thread> m_threads;

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::deque<Ready> m_ready;
    qint64 m_readyBytes = 0;
    QList<QByteArray> m_spare; // buffers of chunks that are written
    int m_working = 0;         // threads
    QList<archive::ManifestTable> m_described;
    // The writing thread's.
    struct Chunk
    {
        qint64 firstPage = 0; // of its piece
        QString name;
    };
    QList<QList<Chunk>> m_chunks; // of each table, in the order they came
};

} // namespace civicq::backups

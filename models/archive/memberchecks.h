// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Hashes members, and unpacks and counts those that are chunks, on a thread a processor. Members go in and come out in
// the file's order; add() waits while more than a few chunks are under way, so memory is bounded. One thread calls it;
// the destructor waits for the threads. Private to models/archive.

#include "archive/archivestream.h"
#include "archive/rows.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace civicq::archive {

struct CheckedMember
{
    QString name;
    qint64 bytes = 0;
    QByteArray header;
    qint64 padding = 0;
    QByteArray sha256;
    ChunkFacts facts; // of a chunk
    QString problem;  // empty: none
};

class MemberChecks
{
public:
    MemberChecks();
    ~MemberChecks();
    MemberChecks(const MemberChecks &) = delete;
    MemberChecks &operator=(const MemberChecks &) = delete;

    // Returns those that are done and whose predecessors are.
    [[nodiscard]] QList<CheckedMember> add(StreamMember member);
    // Waits for all that are left.
    [[nodiscard]] QList<CheckedMember> finish();

private:
    struct Job
    {
        StreamMember member;
        qint64 bytes = 0;
        CheckedMember result;
        bool done = false;
    };
    void work();
    [[nodiscard]] QList<CheckedMember> takeDone(); // the mutex is held

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<Job>> m_order;   // guarded, as the rest
    std::deque<std::shared_ptr<Job>> m_waiting; // not begun
    qint64 m_bytes = 0;                         // of memory for those in m_order that are not done
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace civicq::archive

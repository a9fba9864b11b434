// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A part file that is forced to the disk and read back while it is still being written, by a thread of its own, so that
// little of either is left to do at the end. What the disk gives back must be, byte for byte, what was handed to write():
// both sides keep a 128-bit XXH3 of it. write() and finish() on one thread at a time; the part outlives this.
// Errors: those of the part; Corrupt when the disk gave back other bytes.

#include "core/partfile.h"
#include "core/task.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace civicq::backups {

class CheckedPart
{
public:
    // `hashed`: finish() is to say the SHA-256.
    explicit CheckedPart(core::PartFile &part, bool hashed = true);
    ~CheckedPart();
    CheckedPart(const CheckedPart &) = delete;
    CheckedPart &operator=(const CheckedPart &) = delete;

    [[nodiscard]] core::Result<> write(QByteArrayView bytes);
    // Everything is on the disk and has been read back. Progress in bytes of the file. Its SHA-256, as it was read,
    // or nothing.
    [[nodiscard]] core::Result<QByteArray> finish(core::TaskContext &context);

private:
    struct Sum;
    void follow();
    [[nodiscard]] core::Result<> readTo(qint64 end);
    [[nodiscard]] bool isStopped();

    core::PartFile &m_part;
    const bool m_hashed;
    std::unique_ptr<Sum> m_written; // of the writing side
    std::unique_ptr<Sum> m_read;    // of the thread's
    std::mutex m_mutex;             // guards what follows
    std::condition_variable m_changed;
    qint64 m_size = 0; // may be read
    qint64 m_done = 0; // has been read
    bool m_whole = false;
    bool m_stopped = false;
    bool m_ended = false;
    core::Result<> m_verdict;
    std::thread m_thread;
};

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes from one thread to another, a few MiB at most on their way: librnp pulls and pushes by itself, and the rest of
// the program wants to do so too. One writing and one reading thread.

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace civicq::openpgp {

class BytePipe
{
public:
    // The writer's: false once the reader has gone.
    [[nodiscard]] bool write(QByteArrayView bytes);
    void finish();  // nothing more will come
    void abandon(); // nothing more will come, and what came is not all

    // The reader's: a piece, empty at the end; whether it was abandoned is told by isAbandoned().
    [[nodiscard]] QByteArray read();
    // At most `size` bytes of what is there; 0 at the end, -1 when it was abandoned.
    [[nodiscard]] qsizetype read(char *to, qsizetype size);
    [[nodiscard]] bool isAbandoned() const;
    void close(); // reads no more

private:
    void handOver(); // m_gathered into the queue; locked
    void end(bool whole);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QByteArray> m_pieces;
    QByteArray m_gathered; // small writes are handed over together
    qsizetype m_waiting = 0;
    qsizetype m_taken = 0; // of the first piece
    bool m_ended = false;
    bool m_abandoned = false;
    bool m_closed = false;
};

} // namespace civicq::openpgp

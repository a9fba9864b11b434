// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// verify() of a script on its way into a file that cannot be opened here again, being encrypted for public keys alone:
// what it holds is read as it passes, before it is encrypted. One thread writes and finishes; the scan has a thread of
// its own. Memory: a few MiB.

#include "backups/contents.h"
#include "core/task.h"
#include "openpgp/bytepipe.h"

#include <thread>

namespace civicq::backups {

class PassingScan
{
public:
    explicit PassingScan(const core::TaskContext &context); // outlives this; its cancel ends the scan
    ~PassingScan();
    PassingScan(const PassingScan &) = delete;
    PassingScan &operator=(const PassingScan &) = delete;

    void write(QByteArrayView sql);
    // Without a hash: no file was read.
    [[nodiscard]] core::Result<Verification> finish();

private:
    const core::TaskContext &m_context;
    openpgp::BytePipe m_pipe;
    Verification m_found; // the thread's, until it has ended, as m_result
    core::Result<> m_result;
    std::thread m_thread;
};

} // namespace civicq::backups

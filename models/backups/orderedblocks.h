// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Blocks of bytes worked on by several threads, taken back in the order they were given. One thread gives and takes; it
// bounds the memory by taking when enough are waiting. Destroying it drops what was not taken. Errors: those of the work.

#include "core/result.h"

#include <QtCore/QByteArray>

#include <functional>
#include <memory>

namespace civicq::backups {

class OrderedBlocks
{
public:
    using Work = std::function<core::Result<QByteArray>(const QByteArray &)>;

    // `makeWork` is called once for each thread: what it returns has that thread for itself.
    OrderedBlocks(int threads, const std::function<Work()> &makeWork);
    ~OrderedBlocks();
    OrderedBlocks(const OrderedBlocks &) = delete;
    OrderedBlocks &operator=(const OrderedBlocks &) = delete;

    void give(QByteArray block);
    [[nodiscard]] qsizetype waiting() const; // given and not taken yet
    [[nodiscard]] bool isReady() const;      // take() would not wait
    // The result of the oldest block; there must be one waiting.
    [[nodiscard]] core::Result<QByteArray> take();

    // As many threads as this computer has to spare for it.
    [[nodiscard]] static int usualThreads();

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
};

} // namespace civicq::backups

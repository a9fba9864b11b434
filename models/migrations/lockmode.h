// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// PostgreSQL's table-level lock modes, weakest first, and which of them conflict: the table of "Explicit Locking" in
// PostgreSQL's documentation (LockConflicts in src/backend/storage/lmgr/lock.c). Pure functions, any thread.

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace civicq::migrations {

enum class LockMode {
    None,
    AccessShare,
    RowShare,
    RowExclusive,
    ShareUpdateExclusive,
    Share,
    ShareRowExclusive,
    Exclusive,
    AccessExclusive,
};

// "ACCESS EXCLUSIVE", as in SQL; empty for None.
[[nodiscard]] QString lockModeName(LockMode mode);
// Reads pg_locks.mode ("AccessExclusiveLock"); None for what is no table lock.
[[nodiscard]] LockMode lockModeOf(QStringView nameInPgLocks);

[[nodiscard]] bool conflict(LockMode one, LockMode other);
[[nodiscard]] bool blocksReads(LockMode mode);  // SELECT waits
[[nodiscard]] bool blocksWrites(LockMode mode); // INSERT, UPDATE and DELETE wait

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file that is there while somebody is at work on something; held only by a living process of this computer. Any thread.

#include <QtCore/QLockFile>
#include <QtCore/QString>

#include <chrono>
#include <memory>

namespace civicq::core {

// Not taken yet. One whose process is gone is stale at once, however young; one held on another computer never is.
[[nodiscard]] std::unique_ptr<QLockFile> lockFile(const QString &path);
// Waits `patience` for it. False: somebody living holds it, or error() says what. What a crash had left of it is taken over.
[[nodiscard]] bool takeLock(QLockFile &lock, std::chrono::milliseconds patience);
// Held now, if nobody living did; else null. It goes with the object, and with it what a crash had left of it.
[[nodiscard]] std::unique_ptr<QLockFile> takeOverLock(const QString &path);
// While Qt takes a dead process's lock over it has a lock for that, too (.rmlock). Those a crash then has left of locks in
// `folder` whose names match the wildcard `pattern`.
void removeDeadTakeovers(const QString &folder, const QString &pattern);

} // namespace civicq::core

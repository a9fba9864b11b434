// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Errors this folder gives, each made in one place. Private to models/migrations; pure functions.

#include "core/result.h"

namespace civicq::migrations {

[[nodiscard]] std::unexpected<core::Error> noSuchFolder(const QString &path);
[[nodiscard]] std::unexpected<core::Error> noSuchRevision(const QString &name, const QStringList &nearest);
[[nodiscard]] std::unexpected<core::Error> ambiguousBeginning(const QString &name, const QStringList &candidates);
[[nodiscard]] std::unexpected<core::Error> severalHeads(const QString &name, const QStringList &heads);
[[nodiscard]] std::unexpected<core::Error> notOnBranch(const QString &revision, const QString &branch);
[[nodiscard]] std::unexpected<core::Error> tooFar(const QString &name, int possible);
[[nodiscard]] std::unexpected<core::Error> ambiguousWalk(const QString &name, const QStringList &candidates);
[[nodiscard]] std::unexpected<core::Error> wrongDirection(const QString &name, bool upgrading);
[[nodiscard]] std::unexpected<core::Error> severalCurrent(const QString &name, const QStringList &current);
[[nodiscard]] std::unexpected<core::Error> overlapping(const QString &above, const QString &below);
[[nodiscard]] std::unexpected<core::Error> notBelowCurrent(const QString &target);
[[nodiscard]] std::unexpected<core::Error> notBelow(const QString &from, const QString &to);
[[nodiscard]] std::unexpected<core::Error> notUnderstood(const QString &message, int line);
[[nodiscard]] std::unexpected<core::Error> alembicRunsItself(const QStringList &arguments);

} // namespace civicq::migrations

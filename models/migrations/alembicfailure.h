// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a failed run of a project's alembic means, read from what it wrote: the fact, the place in the project's own files,
// what mends it, and the end of what it wrote as detail. Private to models/migrations; pure functions.

#include "migrations/revisiongraph.h"

#include "core/error.h"
#include "postgres/connectionparameters.h"

namespace civicq::migrations {

struct AlembicOutcome
{
    QString python;
    QStringList arguments;
    QString errorText;
    QString output;
    int exitCode = 1;
    postgres::ConnectionParameters target;
};

[[nodiscard]] core::Error explainAlembic(const AlembicOutcome &outcome, const RevisionGraph &graph);

// Whether it failed for a lock that was not free in time: worth another try.
[[nodiscard]] bool isLockTimeout(const core::Error &error);

} // namespace civicq::migrations

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is wrong with a history, and with a database's place in it, each named with file and line and the mend.
// Pure functions, any thread.

#include "migrations/problem.h"
#include "migrations/revisiongraph.h"

#include <QtCore/QHash>

namespace civicq::migrations {

// `ofFiles`: what was found in reading them; where a header could not be read, its parents are unknown, and more heads
// than one say nothing.
QList<Problem> checkChain(const RevisionGraph &graph, const QList<Problem> &ofFiles);

// `versions` as the version table has them; `applied` the checksum of each file as it was when it ran, by identifier.
QList<Problem> checkDatabase(const RevisionGraph &graph, const QStringList &versions,
                             const QHash<QString, QByteArray> &applied);

} // namespace civicq::migrations

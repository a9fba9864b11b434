// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Histories with branches, merges, labels and dependencies, the same for the same seed, and the same history written
// as Alembic's Python files.

#include "migrations/revisiongraph.h"

#include <QtCore/QRandomGenerator>

namespace civicq::tests {

// In the order in which the files would be read.
[[nodiscard]] QList<migrations::Revision> randomHistory(QRandomGenerator &random, int size);
// Python files in `folder`, named so that they are read in the order of the list. False: could not be written.
[[nodiscard]] bool writeAlembicFiles(const QList<migrations::Revision> &revisions, const QString &folder);

} // namespace civicq::tests

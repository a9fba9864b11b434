// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tour's steps on a database that is marked as production, reached through a proxy that can make it wait: locked,
// what goes wrong, a restore while it runs, unlocked for it.

#include "tour.h"

namespace civicq::tests {

// In a window of its own in that look. Made once: the sandbox's database `database` becomes it.
void visitProduction(Tour &tour, const QString &home, const Look &look, const QString &database);

} // namespace civicq::tests

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chooses from `pg_restore --list` the entries a set of catalogue objects needs. Pure function, any thread.

#include "backups/databasefacts.h"

#include <QtCore/QByteArray>

namespace civicq::backups {

// The lines to keep, for `pg_restore --use-list`.
[[nodiscard]] QByteArray filterToc(const QByteArray &list, const TableClosure &closure);

} // namespace civicq::backups

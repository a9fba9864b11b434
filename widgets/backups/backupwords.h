// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What several places of the backups' wizards say, in one form.

#include <QtCore/QString>

namespace civicq::widgets {

// "22 tables with 1,644 rows": what a database or a backup holds.
[[nodiscard]] QString tablesAndRows(qint64 tables, qint64 rows);

} // namespace civicq::widgets

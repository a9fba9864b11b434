// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Joins the overview, which wants to know of the newest backup, with the capability that knows.

#include "core/paths.h"
#include "monitoring/newestbackup.h"

namespace civicq::app {

// The newest full backup of a database in `folder` that is not known to be damaged, with what is wrong with its daily
// backup if it has one. `paths`: of the catalogue and the schedule.
[[nodiscard]] widgets::FindNewestBackup newestBackupIn(const QString &folder, const core::Paths &paths);

} // namespace civicq::app

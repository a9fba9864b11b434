// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the preview of a migration says in words. Pure functions, GUI thread (translations).

#include "migrations/migrationpreview.h"

namespace civicq::widgets {

[[nodiscard]] QString lockWords(migrations::LockMode mode);           // "Blocks reads and writes"
[[nodiscard]] QString workWords(migrations::Work work);               // "writes the whole table anew"
[[nodiscard]] QString alarmWords(migrations::Alarm alarm);            // "Blocks readers"
[[nodiscard]] QString lossWords(const migrations::StatementImpact &); // "Loses column votes.weight"
[[nodiscard]] QString previewSummary(const migrations::PreviewedRevision &revision);
[[nodiscard]] QString conflictWords(const migrations::LockConflict &conflict);

} // namespace civicq::widgets

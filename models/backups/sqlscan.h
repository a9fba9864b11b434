// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a dump script defines and holds, and what is wrong with it; read to its end, nothing run. Worker threads. What is
// wrong with the content goes into `result`; an error is of the reading. Private to models/backups.

#include "backups/contents.h"

namespace civicq::backups {

// `onStatement` (may be null) hears of every statement that is none of the rows'.
[[nodiscard]] core::Result<> scanSql(core::TaskContext &context, SqlReader &reader, Programs programs,
                                     Verification &result, const StatementSink &onStatement = {});

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether a tar of pg_dump is there to its end, told by its headers: of one that was cut off pg_restore reads the last
// piece again and again, for ever. Worker threads; reads a block a member. Errors: Truncated, Corrupt, those of files.

#include "core/result.h"

#include <QtCore/QString>

namespace civicq::backups {

[[nodiscard]] core::Result<> checkTar(const QString &path);

} // namespace civicq::backups

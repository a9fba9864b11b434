// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether a tar of pg_dump is there to its end, told by its headers: of one that was cut off pg_restore reads the last
// piece again and again, for ever. Worker threads; reads a block a member. Errors: Truncated, Corrupt, those of files.

#include "backups/bytesource.h"
#include "core/result.h"

#include <QtCore/QString>

namespace civicq::backups {

[[nodiscard]] core::Result<> checkTar(const QString &path);
// The same of one that comes piece by piece: its bytes as they are, and the error where their end would be.
[[nodiscard]] std::unique_ptr<ByteSource> checkedTar(std::unique_ptr<ByteSource> tar);

} // namespace civicq::backups

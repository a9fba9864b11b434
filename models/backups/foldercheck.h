// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether the packed files of a folder of pg_dump -Fd are there to their ends: of one packed with zstd or lz4 that was cut
// off pg_restore takes what there is for all. Worker threads; zstd is unpacked, lz4 walked by its blocks. Errors:
// Truncated, Corrupt (arguments: the file), Cancelled, those of files.

#include "core/task.h"

#include <QtCore/QString>

namespace civicq::backups {

[[nodiscard]] core::Result<> checkDumpFolder(core::TaskContext &context, const QString &folder);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// verify() of our own archives, whole or as they come out of a decryptor: every byte checked (archive/archiveverify.h),
// and the definitions read as a script is. Worker threads; asks pg_restore, needs no server. What is wrong with the
// content goes into `result`, but for the file's hash, which is the caller's; an error is of the reading.

#include "backups/contents.h"

namespace civicq::backups {

[[nodiscard]] core::Result<> verifyArchive(core::TaskContext &context, const Toolbox &toolbox, ByteSource &source,
                                           Programs programs, Verification &result,
                                           const StatementSink &onStatement = {});
// The same of an archive on the disk, but for its rows and large objects, which are not read: what reads them later holds
// them against `result.contents.manifest`, whose word is proven here.
[[nodiscard]] core::Result<> openArchive(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                                         Programs programs, Verification &result);
[[nodiscard]] BackupHeader headerOf(const archive::Manifest &manifest);

} // namespace civicq::backups

// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Copies of the backups in a second place: a mounted share, another disk. A copy is written under a temporary name, read
// back and compared by its hash, then renamed. The folder is marked once, when it is chosen: where the mark is missing,
// the disk is not there (an empty mount point looks like a folder), and nothing is written. Worker threads. Errors:
// NotFound (not there), those of core::PartFile, Corrupt (the original or the copy does not read as it was).

#include "backups/cleanup.h"

namespace civicq::backups {

// Marks the folder as a second place; makes it where it is missing below a folder that is there.
[[nodiscard]] core::Result<> prepareSecondPlace(const QString &folder);
[[nodiscard]] core::Result<> checkSecondPlace(const QString &folder);
// Whether both folders are on the same disk, as far as the system says: such a copy dies with the original.
[[nodiscard]] bool isOnSameDisk(const QString &first, const QString &second);

struct SecondPlaceReport
{
    QStringList copied; // as they lie there
    qint64 bytes = 0;
    CleanupReport removed;
};

// Copies one backup that is known to be whole, and enters the copy in the catalogue; returns it as it lies there. One that
// is there already is not copied again.
[[nodiscard]] core::Result<QString> copyToSecondPlace(core::TaskContext &context, const QString &backup,
                                                      const QString &secondPlace, BackupCatalogue &catalogue);

// Copies what the policy keeps of a database's backups and is not there yet, newest first, then keeps as many there.
// A policy without rules copies everything and removes nothing.
[[nodiscard]] core::Result<SecondPlaceReport> fillSecondPlace(core::TaskContext &context, const Toolbox &toolbox,
                                                              const QString &folder, const QString &secondPlace,
                                                              const QString &database, const RetentionPolicy &policy,
                                                              BackupCatalogue &catalogue);

} // namespace civicq::backups

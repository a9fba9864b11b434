// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes the file of a new revision, to be filled in by a person. The file appears whole or not at all, and never over
// another. Any thread. An Error where the folder is the built-in one, cannot be written, or the chain is broken.

#include "migrations/migrationfolder.h"

#include <QtCore/QDateTime>

namespace civicq::migrations {

struct NewRevision
{
    QString message;
    QStringList onto; // names of the parents; head when empty
    QStringList labels;
    QStringList dependsOn;
    QString id;     // made up when empty
    QDateTime date; // now when not set
};

struct WrittenRevision
{
    QString id;
    QString file;
    QStringList parents;
};

[[nodiscard]] core::Result<WrittenRevision> writeRevision(const MigrationFolder &folder, const NewRevision &wanted);
// One revision without SQL over the branches named; over all heads when none is.
[[nodiscard]] core::Result<WrittenRevision> writeMerge(const MigrationFolder &folder, NewRevision wanted);

} // namespace civicq::migrations

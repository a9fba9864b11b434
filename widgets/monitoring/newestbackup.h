// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the overview wants to know of backups, without knowing how backups are made or found: app/ hands in the search.

#include "core/task.h"

#include <QtCore/QDateTime>

#include <functional>
#include <optional>

namespace civicq::widgets {

// How sure one can be of it.
enum class Assurance {
    Made,     // written, and no more is known
    Verified, // read to its end and whole
    Proven,   // restored somewhere and found equal
};

struct NewestBackup
{
    QDateTime at;
    qint64 bytes = 0;
    QString path;
    Assurance assurance = Assurance::Made;
    QString alert = {}; // what is wrong with the daily backup, in a sentence; empty: nothing
    bool critical = false;
    QDateTime provenAt = {}; // when the newest proven one was made; invalid: none is proven
};

// On a worker thread: the newest backup of that database, or none.
using FindNewestBackup =
    std::function<core::Result<std::optional<NewestBackup>>(core::TaskContext &, const QString &database)>;

// What came of it so far.
struct BackupSearch
{
    bool searched = false;
    std::optional<NewestBackup> newest;
    std::optional<core::Error> error;
};

} // namespace civicq::widgets

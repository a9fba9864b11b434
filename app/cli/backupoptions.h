// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The options of civicq-db backup that say what goes into a backup and how, for every command that has one taken
// (backup.cpp). Main thread.

#include "backups/backup.h"
#include "cli/command.h"

#include <functional>

namespace civicq::cli {

// Adds them; the function returned gives what was asked for, once the command line is read: InvalidArgument where that
// makes no sense. The folder is empty where none was named.
[[nodiscard]] std::function<core::Result<backups::BackupRequest>()> addBackupOptions(CLI::App &command,
                                                                                     const Context &context);

} // namespace civicq::cli

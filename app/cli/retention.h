// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The options that say how many backups are kept, for the commands that take them (backup.cpp).

#include "backups/retention.h"

#include <CLI/CLI.hpp>

namespace civicq::cli {

// --cleanup, --keep-daily, --keep-weekly, --keep-monthly; `given`: whether any was there. Both outlive the command.
void addRetention(CLI::App &command, backups::RetentionPolicy &policy, bool &given);

} // namespace civicq::cli

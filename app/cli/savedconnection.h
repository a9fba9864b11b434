// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// --connection NAME: a saved profile with its password, which comes from PGPASSWORD, the keychain, or the terminal, as the
// profile says. Main thread. Errors name what can be done about a password that cannot be had.

#include "connections/profile.h"
#include "connections/profilestore.h"
#include "core/paths.h"

namespace civicq::cli {

[[nodiscard]] core::Result<postgres::ConnectionParameters> savedConnection(const core::Paths &paths,
                                                                           const QString &name);

} // namespace civicq::cli

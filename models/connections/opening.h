// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happens between "open" and "open": one read-only session that learns who and where it is and what the database is
// used for, and the parameters that follow from it. Plain functions, any worker thread.

#include "connections/activeconnection.h"

namespace civicq::connections {

// The profile's parameters with the password.
[[nodiscard]] postgres::ConnectionParameters sessionParameters(const Profile &profile, const core::Secret &password);
// The same for sessions the server keeps from writing.
[[nodiscard]] postgres::ConnectionParameters readOnly(const postgres::ConnectionParameters &parameters);
[[nodiscard]] core::Result<ServerFacts> readFacts(core::TaskContext &context,
                                                  const postgres::ConnectionParameters &parameters);

} // namespace civicq::connections

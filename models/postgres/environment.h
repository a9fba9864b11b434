// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a database is used for, as the database itself says (see models/connections for how that is written and read).
// Here, because capabilities that may not know each other all decide on it.

namespace civicq::postgres {

enum class Environment { Unknown, Sandbox, Development, Staging, Production };

} // namespace civicq::postgres

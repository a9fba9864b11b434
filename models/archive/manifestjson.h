// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// manifest.json in both directions. Reading is strict: what is missing, of another type, negative or not whole is an error
// that names where; unknown members are passed over, as later versions of the format may add some. Any thread. Errors:
// Corrupt; VersionMismatch for a format_version this program does not know (arguments: that version).

#include "archive/manifest.h"

namespace civicq::archive {

[[nodiscard]] QByteArray manifestToJson(const Manifest &manifest);
// Also checks that it agrees with itself (Manifest::check).
[[nodiscard]] core::Result<Manifest> manifestFromJson(const QByteArray &json);

} // namespace civicq::archive
